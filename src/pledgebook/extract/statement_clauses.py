"""What is said: where the content of a verb of saying begins."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.cues import Cue, words
from pledgebook.extract.statement_nothing import tells_when
from pledgebook.extract.statement_words import Words

#: Words that must follow the object of a verb for it to say something.
_NEEDS = {
    "accuse": ("of",),
    "blame": ("for", "on"),
    "liken": ("to",),
    "see": ("as",),
    "view": ("as",),
    "regard": ("as",),
}
#: Words that open a clause which tells when or why something was said, and not what.
_ASIDE = frozenset({"as", "after", "before", "when", "while", "since", "until", "once", "because"})
#: How many words may stand between a cue and its content ("told reporters in Paris that").
MAX_GAP = 26


@dataclass(frozen=True, slots=True)
class Start:
    """Content begins at word ``first``; ``frame`` says what it is (see cues.yaml)."""

    first: int
    frame: str


def content_start(page_words: Words, after: int, cue: Cue) -> Start | None:
    """Find the content that follows a cue whose last word stands before ``after``."""
    if after >= len(page_words.kinds) or page_words.low[after] == "not":
        return None
    found = (
        _opens(page_words, after, cue)
        or _behind_hearer(page_words, after, cue)
        or _behind_adjuncts(page_words, after, cue)
    )
    if found is not None:
        return Start(*found)
    return None if tells_when(page_words, after) else _bare(page_words, after, cue)


def _behind_hearer(w: Words, after: int, cue: Cue) -> tuple[int, str] | None:
    if not cue.recipient or w.kinds[after] not in "DNnP0'QR":
        return None
    at = _past_phrase(w, after)
    return _opens_after_hearer(w, at, cue) if at > after else None


def _behind_adjuncts(w: Words, after: int, cue: Cue) -> tuple[int, str] | None:
    at = after
    if cue.recipient and w.kinds[at] in "DNnP0'QR":
        at = _past_phrase(w, at)
    while at < len(w.kinds) and at - after < MAX_GAP:
        if _opens_aside(w, at):
            that = w.kinds.find("T", at, at + MAX_GAP)
            return (that, "that") if that > 0 and "that" in cue.frames else None
        step = _past_adjunct(w, at)
        if step == at:
            return None
        at = step
        found = _opens_after_adjunct(w, at, cue)
        if found is not None:
            return found
    return None


def _opens(w: Words, at: int, cue: Cue) -> tuple[int, str] | None:
    """Content that opens at once: a quotation, "that", "whether", an infinitive."""
    kind, low = w.kinds[at], w.low[at]
    if kind == "Q" and "quote" in cue.frames:
        return at, "quote"
    if kind in ",:" and w.kinds[at + 1 : at + 2] == "Q" and "quote" in cue.frames:
        return at + 1, "quote"
    if kind == "T" and "that" in cue.frames:
        return at, "that"
    if low in words("question_words") and "wh" in cue.frames:
        return at, "wh"
    if low == "to" and "to" in cue.frames and w.kinds[at + 1 : at + 2] in ("n", "V", "A", "N", "Q"):
        return at, "to"
    if kind == ":" and "bare" in cue.frames and at + 2 < len(w.kinds):
        return at + 1, "colon"
    return None


def _opens_aside(w: Words, at: int) -> bool:
    """Say whether a clause of time or reason begins here: "said on Tuesday as he opened …"."""
    return w.low[at] in _ASIDE and w.kinds[at + 1 : at + 2] in tuple("PDN") and is_clause(w, at + 1)


def _opens_after_hearer(w: Words, at: int, cue: Cue) -> tuple[int, str] | None:
    if at >= len(w.kinds):
        return None
    found = _opens(w, at, cue)
    if found is not None:
        return found
    if w.kinds[at] == "P" and {"bare", "maybe"} & cue.frames:
        return at, "bare"
    if w.kinds[at] in "DN" and {"bare", "maybe"} & cue.frames and is_clause(w, at):
        return at, "bare"
    return None


def _opens_after_adjunct(w: Words, at: int, cue: Cue) -> tuple[int, str] | None:
    if at >= len(w.kinds):
        return None
    if w.kinds[at] == "," and w.kinds[at + 1 : at + 2] == "T":
        return at + 1, "that"
    if w.kinds[at] in "PDN" and {"bare", "maybe"} & cue.frames and is_clause(w, at):
        return at, "bare"
    found = _opens(w, at, cue)
    if found is not None and found[1] == "to" and not cue.recipient:
        return None
    return found


def _past_phrase(w: Words, at: int) -> int:
    """Step over one noun phrase that hears."""
    if w.kinds[at] == "P" or w.low[at] in ("him", "her", "them", "us", "me"):
        return at + 1
    start = at
    while at < len(w.kinds):
        kind = w.kinds[at]
        if (
            kind == "D"
            and at > start
            and w.kinds[at - 1] in "Nn"
            and w.low[at] in ("the", "a", "his", "her", "their")
        ):
            break
        if kind == "R" and (w.low[at] in ("to", "on", "in", "during", "at") or at == start):
            break
        if kind == "C" and w.kinds[at + 1 : at + 2] not in ("N", "n", "D"):
            break
        if kind not in "DNn0'RC" or w.low[at] in words("times"):
            break
        at += 1
    return at


def _past_adjunct(w: Words, at: int) -> int:
    """Step over a word of time, an adverb or one prepositional phrase."""
    times = words("times")
    if w.low[at] in times or w.kinds[at] == "V":
        return at + 1
    if w.kinds[at] == "," and _closing_comma(w, at):
        return _closing_comma(w, at)
    if w.kinds[at] not in "RS" or w.low[at] in words("question_words"):
        return at
    at += 1
    start = at
    while at < len(w.kinds):
        kind = w.kinds[at]
        if kind == "D" and at > start and w.kinds[at - 1] in "Nn0":
            break
        if kind not in "DNn0'gQ" and not (kind == "C" and w.kinds[at + 1 : at + 2] in ("N", "n")):
            break
        if at > start and w.low[at] in times and w.kinds[at - 1] not in "D0":
            break
        at += 1
    return at


def _closing_comma(w: Words, at: int) -> int:
    """End of an insertion that leads to "that" (", in a statement, that"), else 0."""
    end = w.kinds.find(",", at + 1, at + 16)
    return end if end > 0 and w.kinds[end + 1 : end + 2] == "T" else 0


def hearer(w: Words, at: int) -> tuple[int, int] | None:
    """Words of the hearer behind a cue that may have one."""
    if at >= len(w.kinds) or w.kinds[at] not in "DNn0'":
        return None
    end = _past_phrase(w, at)
    return (at, end) if end > at else None


def past_adjuncts(w: Words, at: int, cue: Cue) -> int:
    """Step over the hearer and phrases of time and place behind a cue that closes a sentence."""
    if cue.recipient and at < len(w.kinds) and w.kinds[at] in "DNnP0'Q":
        at = _past_phrase(w, at)
    first = at
    while at < len(w.kinds) and at - first < MAX_GAP and w.kinds[at] != ",":
        if _opens_aside(w, at):
            break
        step = _past_adjunct(w, at)
        if step == at:
            break
        at = step
    return at


def _bare(w: Words, at: int, cue: Cue) -> Start | None:
    """Content without "that": a clause, a noun phrase, an object and what is said of it."""
    kind = w.kinds[at]
    if w.low[at] == "as" and "object" in cue.frames and cue.lemma in words("as_verbs"):
        return Start(at + 1, "object") if at + 1 < len(w.kinds) else None
    if kind in "PDNn0'gSQRVT" and _bare_frame(w, at, cue):
        return Start(at, "bare")
    if kind in "PDNn0gS" and "maybe" in cue.frames and is_clause(w, at):
        return Start(at, "bare")
    if kind in "PDNnQ'" and "object" in cue.frames and _has_object(w, at, cue):
        return Start(at, "object")
    if kind in "PDNn0'" and "person_to" in cue.frames and _infinitive(w, at):
        return Start(at, "person_to")
    if kind in "DNn'gQ0" and "np" in cue.frames:
        return Start(at, "np")
    if w.low[at] in ("him", "her", "them", "it", "what", "how") and "np" in cue.frames:
        return Start(at, "np")
    return None


def _bare_frame(w: Words, at: int, cue: Cue) -> bool:
    """Say whether a clause may follow at once; behind "told" a hearer must come first."""
    if "bare" not in cue.frames or cue.recipient or _opens_aside(w, at):
        return False
    return w.kinds[at] != "R" or is_clause(w, at)


def _has_object(w: Words, at: int, cue: Cue) -> bool:
    """Say whether something is said of an object, not only somebody called on the telephone."""
    rest = w.low[at + 1 : at + 30]
    if cue.lemma in _NEEDS:
        return any(word in rest for word in _NEEDS[cue.lemma])
    if cue.lemma in words("as_verbs"):
        return "as" in rest or "Q" in w.kinds[at : at + 12]
    if "Q" in w.kinds[at : at + 14]:
        return True
    if cue.lemma == "call" and w.kinds[at] in "DN":
        end = _past_phrase(w, at)
        if w.low[end : end + 1] in (("a",), ("an",)):
            return True  # "called the attack a crime"
    return (
        w.low[at] in ("it", "this", "her", "him", "them", "himself", "herself", "themselves")
        and len(rest) > 1
    )


def _infinitive(w: Words, at: int) -> bool:
    return any(
        w.low[n] == "to" and w.kinds[n + 1 : n + 2] in ("n", "V", "A")
        for n in range(at + 1, min(at + 14, len(w.kinds)))
    )


def is_clause(w: Words, at: int) -> bool:
    """Say whether a clause begins here: a subject and a finite verb before a break."""
    kinds = w.kinds
    for n in range(at, min(at + 18, len(kinds))):
        kind = kinds[n]
        if kind in "AvP" and n > at and _finite(w, n):
            return True
        if n > at and kinds[at] == "R" and _opens_aside(w, n):
            return False
        if kind in ",;:.T-" or (kind == "P" and w.low[n] in ("who", "which")):
            return kind == "," and n > at and kinds[at] in "RS" and is_clause(w, n + 1)
    return False


def _finite(w: Words, n: int) -> bool:
    """Say whether a word carries a clause: no relative pronoun, no participle."""
    if w.kinds[n] == "P":
        return w.low[n] not in ("who", "which")
    if w.kinds[n] == "v" and w.low[n].endswith("ed"):
        return w.kinds[n - 1] not in "0DRC" and w.low[n + 1 : n + 2] != ("by",)
    return True
