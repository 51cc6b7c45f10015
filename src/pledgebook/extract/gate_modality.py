"""Firmness, negation, conditions, stage: have words been lost that make a promise less than one?

Cues count where they govern the thing promised: in its clause before it, or directly after it. A
firm verb of promise between a cue and the thing in another clause takes its force away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.model.spans import Span

#: How far before a point of a list the words that lead the list in may stand.
LEAD_IN = 500
#: Ends a clause: what stands before it no longer governs what comes after.
_CLAUSE = re.compile(
    r"[;:]\s|\s[-–—]{1,2}\s|,?\s(?:but|while|whereas|although|though|however)\s|,\s(?:and|who|which)\s",
    re.IGNORECASE,
)
#: Begins a later clause with a subject of its own ("… in July, and the rest only if …").
_NEXT_CLAUSE = re.compile(
    r"[;:]\s|,?\s(?:and|but|while|whereas)\s(?:the\s(?:rest|remainder|others?|second)|another|others|"
    r"(?:\w+\s){1,3}(?:will|would|has|have|had|is|are|was|were|could|may|might|said|gave)\s)",
    re.IGNORECASE,
)
#: Opens a clause that is over at its comma ("Since it cannot pay alone, Malta …").
_SUBORDINATE = re.compile(
    r"\W*(?:since|because|as|although|though|even\sthough|while|whereas|when|after)\s",
    re.IGNORECASE,
)
_LINK = re.compile(r",|\s(?:and|who|which|as|after|before|when)\s", re.IGNORECASE)
#: Fields whose words are the thing promised, the most telling first.
_THINGS = {
    "commitment": ("amount", "items", "funding_source", "purpose", "stage", "donors"),
    "measure": ("amount", "object", "action", "targets", "actors"),
    "proposal": ("content", "period", "scope"),
}
_PROMISED = ("pledged", "committed", "allocated", "disbursed", "delivered", "in_force")

#: Opens a relative clause.
_RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b", re.IGNORECASE)


def weakened_words(case: Case) -> Iterator[str]:
    """Name what the claim has lost of the words that govern it."""
    if case.kind in ("commitment", "measure"):
        yield from _firmness(case)
        yield from _conditions(case)
        yield from _stage(case)
    if case.kind == "proposal":
        yield from _status(case)
    if case.kind in ("statement", "proposal", "plan_point"):
        yield from _cut_content(case)


def _thing(case: Case) -> Cited | None:
    for field in _THINGS[case.kind]:
        for words in case.words_under(field):
            if words.place == "text":
                return words
    return None


def _firmness(case: Case) -> Iterator[str]:
    firmness, stage = case.claim.get("firmness"), case.claim.get("stage")
    thing = _thing(case)
    if firmness is None or thing is None or stage in ("called_for", "withdrawn"):
        return
    if firmness in ("firm", "intended", "conditional") and not _told_behind(case, thing):
        lost = governing(case, thing, "negated")
        if lost is not None:
            yield f"firmness: the words {shown(lost)} deny it, the claim says {firmness}"
    if firmness == "firm":
        lost = governing(case, thing, "weakened")
        if lost is not None:
            yield f"firmness: the words {shown(lost)} are weaker than firm"
    if firmness == "denied" and not _any_negation(case, thing):
        yield f"firmness: no words beside {shown(thing.quote)} deny it"


def _told_behind(case: Case, thing: Cited) -> bool:
    """Say whether a relative clause behind the thing holds its act ("no cut to what X gave").

    What is denied before the thing is then another act.
    """
    acts = [w for w in case.words("stage") if w.place == "text" and w.span.start > thing.span.end]
    return any(
        _RELATIVE.search(case.page.text, thing.span.end, act.span.start)
        for act in acts
        if case.sentence(act) == case.sentence(thing)
    )


def _any_negation(case: Case, thing: Cited) -> bool:
    sentence = case.sentence(thing).of(case.page.text)
    return bool(cue("modality", "negated").search(sentence))


def governing(case: Case, thing: Cited, key: str) -> str | None:
    """Give the cue of a list that governs a thing, or None."""
    text, sentence = case.page.text, case.sentence(thing)
    start = _clause_start(text, sentence, thing.span.start)
    for found in cue("modality", key).finditer(text, start, thing.span.start):
        span = Span(*found.span())
        if _innocent(text, sentence, span, key) or _superseded(text, span, thing.span.start):
            continue
        if not _set_aside(text[start : span.start], text[span.end : thing.span.start]):
            return found.group()
    after = cue_after(key).match(text, thing.span.end, sentence.end)
    if after and not _innocent(text, sentence, Span(*after.span()), key):
        return after.group()
    return None


def cue_after(key: str) -> re.Pattern[str]:
    """Compile the cues of a list that stand after a thing."""
    return re.compile(r"[^\w.;:]*" + cue("modality", f"{key}_after").pattern, re.IGNORECASE)


def _clause_start(text: str, sentence: Span, end: int) -> int:
    start = sentence.start
    for found in _CLAUSE.finditer(text, sentence.start, end):
        start = found.end()
    return start


def _innocent(text: str, sentence: Span, span: Span, key: str) -> bool:
    """Say whether a cue is part of an expression that means something else ("not only")."""
    area = max(sentence.start, span.start - 40), min(sentence.end, span.end + 40)
    return any(
        Span(*found.span()).overlaps(span)
        for found in cue("modality", f"not_{key}").finditer(text, *area)
    )


def _superseded(text: str, span: Span, end: int) -> bool:
    """Say whether a firm verb in a later clause stands between a cue and the thing."""
    for found in cue("modality", "firm_verbs").finditer(text, span.end, end):
        if _LINK.search(text, span.end, found.start()):
            return True
    return False


def _set_aside(before: str, after: str) -> bool:
    """Say whether a cue stands in brackets or in a clause that is over before the thing."""
    if before.rfind("(") > before.rfind(")") and ")" in after:
        return True
    if _SUBORDINATE.match(before) and "," in after:
        return True
    relative = max(before.rfind(", which "), before.rfind(", who "), before.rfind(", whose "))
    return relative >= 0 and "," not in before[relative + 1 :] and "," in after


def _conditions(case: Case) -> Iterator[str]:
    """A sentence that holds a condition needs it in the claim, or a firmness that says so."""
    conditions, firmness = case.claim.get("conditions"), case.claim.get("firmness")
    thing = _thing(case)
    if thing is None or list(listed(conditions)):
        return
    if conditions is None and firmness not in ("firm", "intended"):
        return
    if case.kind == "measure" and firmness == "conditional":
        return
    sentence = case.sentence(thing)
    for found in cue("modality", "conditional").finditer(
        case.page.text, sentence.start, sentence.end
    ):
        span = Span(*found.span())
        if _of_another(case.page.text, thing.span.end, span.start):
            continue
        if not _innocent(case.page.text, sentence, span, "conditional"):
            yield f"conditions: {shown(found.group())} makes a condition, the claim has none"
            return


def _of_another(text: str, thing_end: int, cue_start: int) -> bool:
    """Say whether a condition belongs to a later clause with a subject of its own."""
    return thing_end < cue_start and _NEXT_CLAUSE.search(text, thing_end, cue_start) is not None


def _stage(case: Case) -> Iterator[str]:
    stage, thing = case.claim.get("stage"), _thing(case)
    if stage is None or thing is None:
        return
    sentence = case.sentence(thing)
    local = sentence.of(case.page.text)
    local += " " + " ".join(words.quote for words in case.words("stage"))
    if stage in ("delivered", "disbursed"):
        coming = cue("modality", "to_come").search(local)
        past = _plain_past(local)
        if not past:
            what = shown(coming.group()) if coming else shown(thing.quote)
            yield f"stage: the words {what} do not say {stage}"
    elif stage == "called_for" and not cue("modality", "called").search(_led_in(case, sentence)):
        yield f"stage: no words beside {shown(thing.quote)} call for it"
    elif stage == "withdrawn" and not cue("modality", "withdrawn").search(local):
        yield f"stage: no words beside {shown(thing.quote)} withdraw it"


def _led_in(case: Case, sentence: Span) -> str:
    """A sentence with the words before it: a list is led in by what it is a list of."""
    return case.page.text[max(0, sentence.start - LEAD_IN) : sentence.end]


def _plain_past(local: str) -> bool:
    """Say whether something is told as handed over, apart from what is still to come."""
    rest = cue("modality", "to_come").sub(" ", local)
    return bool(cue("modality", "handed_over").search(rest))


def _status(case: Case) -> Iterator[str]:
    status, thing = case.claim.get("status"), _thing(case)
    if status is None or thing is None:
        return
    local = case.sentence(thing).of(case.page.text)
    local += " " + " ".join(words.quote for words in case.words("status"))
    if status in ("agreed", "rejected", "denied", "called_for") and not cue(
        "status", status
    ).search(local):
        yield f"status: no words beside {shown(thing.quote)} say {status}"
    if status in ("agreed", "proposed"):
        lost = governing(case, thing, "negated")
        if lost is not None:
            yield f"status: the words {shown(lost)} deny it, the claim says {status}"
    if status == "agreed":
        lost = governing(case, thing, "weakened")
        if lost is not None:
            yield f"status: the words {shown(lost)} are weaker than agreed"


def _cut_content(case: Case) -> Iterator[str]:
    """A content cut out after "not" or before "if" says something else than the text."""
    denied = case.claim.get("status") in ("denied", "rejected")
    for words in case.words_under("content"):
        if denied or words.place != "text" or _opens_quotation(case, words):
            continue
        lost = _lost_before(case, words)
        if lost and not _in_cue(case, words.span.start - len(lost.group())) and not _may(lost):
            yield f"content: it begins after {shown(lost.group())} and loses it"
    yield from _cut_condition(case)


def _lost_before(case: Case, words: Cited) -> re.Match[str] | None:
    before = case.page.text[max(0, words.span.start - 30) : words.span.start]
    return re.search(rf"{cue('lost_before').pattern}\s+\Z", before, re.IGNORECASE)


def _in_cue(case: Case, offset: int) -> bool:
    """A negation in the cited cue ("denied") is not lost: the claim carries it."""
    return any(w.place == "text" and w.span.start <= offset < w.span.end for w in case.words("cue"))


def _may(lost: re.Match[str]) -> bool:
    """Say whether the word is the month."""
    return lost.group().strip() == "May"


def _opens_quotation(case: Case, words: Cited) -> bool:
    quotation = case.page.quotations.at(words.span.start)
    return quotation is not None and words.span.start - quotation.inner.start <= 0


def _cut_condition(case: Case) -> Iterator[str]:
    pieces = [words for words in case.words_under("content") if words.place == "text"]
    if not pieces:
        return
    last = max(pieces, key=lambda words: words.span.end)
    sentence = case.page.sentence_of(Span(max(0, last.span.end - 1), last.span.end))
    after = case.page.text[last.span.end : min(sentence.end, last.span.end + 30)]
    lost = re.match(rf",?\s+{cue('lost_after').pattern}", after, re.IGNORECASE)
    if lost:
        yield f"content: it ends before {shown(lost.group())} and loses the condition"
