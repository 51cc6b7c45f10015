"""Conditions: a sentence that holds one needs it in the claim, or a firmness that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, listed, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_governing import innocent, lead_in, thing_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Begins a later clause with a subject of its own ("… in July, and the rest only if …").
_NEXT_CLAUSE = re.compile(
    r"[;:]\s|,?\s(?:and|but|while|whereas)\s(?:the\s(?:rest|remainder|others?|second)|another|others|"
    r"an?\s(?:promise|offer|pledge|option|prospect|chance|further|second|third)|"
    r"(?:\w+\s){1,3}(?:will|would|has|have|had|is|are|was|were|could|may|might|said|gave)\s)",
    re.IGNORECASE,
)

#: Two names joined before "is" or "was".
_LIST_END = re.compile(
    r"(?<![\w-])[A-Z][\w'’-]*\sand\s(?:the\s)?(?:[A-Z][\w'’-]*\s){1,3}(?:is|are|was|were)\s\Z"
)


def lost_conditions(case: Case) -> Iterator[str]:
    """Name the condition that the words make and the claim does not have."""
    conditions, firmness = case.claim.get("conditions"), case.claim.get("firmness")
    thing = thing_of(case)
    if thing is None or list(listed(conditions)):
        return
    if conditions is None and firmness not in ("firm", "intended"):
        return
    if case.kind == "measure" and firmness == "conditional":
        return
    sentence = case.sentence(thing)
    for lost in (
        _of_what_is_to_come(case, _in_sentence(case, thing.span, sentence)),
        _in_lead_in(case, sentence),
        _in_next(case, sentence),
    ):
        if lost is not None and not (firmness == "denied" and _WHENEVER.match(lost)):
            yield f"conditions: {shown(lost)} makes a condition, the claim has none"
            return


#: Openings that tell when something is not given, which make its denial no less firm.
_WHENEVER = re.compile(r"(?:if|once|when|after)\b", re.IGNORECASE)


def _of_what_is_to_come(case: Case, words: str | None) -> str | None:
    """Leave out what has been met: "was paid on 1 May, following ratification by parliament"."""
    return None if words is None or has_been_met(case.claim.get("stage"), words) else words


#: Openings that tell of an event before, where the thing itself has come.
_MET = re.compile(r"(?:following|after)\b", re.IGNORECASE)


def has_been_met(stage: object, condition: str) -> bool:
    """Say whether the words of a condition tell what came before a thing that has come itself."""
    return stage in ("disbursed", "delivered") and _MET.match(condition) is not None


def _in_sentence(case: Case, thing: Span, sentence: Span) -> str | None:
    cited = [words.span for words in case.cited if words.place == "text"]
    found = condition_words(case.page.text, thing, sentence, cited)
    return None if found is None else found.of(case.page.text)


def condition_words(
    text: str, thing: Span, sentence: Span, cited: Sequence[Span] = ()
) -> Span | None:
    """Find the words of a sentence that open a condition of what it promises; None for none.

    ``cited`` are the places that a claim rests on: what stands there opens no other clause.
    """
    for found in cue("modality", "conditional").finditer(text, sentence.start, sentence.end):
        span = Span(*found.span())
        if of_another_clause(text, sentence, thing, span, cited):
            continue
        if _of_purpose(text, thing.end, span):
            continue
        if not innocent(text, sentence, span, "conditional"):
            return span
    return None


#: From a thing to a condition of what it is for: "places for people to stay if their homes …",
#: "a fund that pays out if a storm …". A comma before the condition binds it to the promise.
_PURPOSE = re.compile(
    r"[^.;:]*\s(?:for\s[^,.;:]{1,60}\sto\s[^,.;:]*|(?:where|who|whose|with\swhich)\s[^,.;:]*)\s"
    r"|[^.;:]*\s(?:for|in|into|of|on|to|through)\s(?:an?|the|its|their)\s[^,.;:]{1,40}\s(?:that|which)\s"
    r"(?!will|would|is|are|was|were|can|could|it|they|he|she|the)[^,.;:]*\s",
)
#: The condition's own subject, which takes up those whom the thing is for, or is any such event.
_OF_THEM = re.compile(r"\s(?:they|them|their|he|she|his|her|its|you|your|an?|any|another)\s")


def _of_purpose(text: str, thing_end: int, span: Span) -> bool:
    """Say whether a condition is one of what the thing is for, not of giving it."""
    opener = text[span.start : span.end].split(maxsplit=1)[0].lower()
    if thing_end > span.start or opener not in _OPENERS:
        return False
    nested = _PURPOSE.fullmatch(text, thing_end, span.start)
    return nested is not None and _OF_THEM.match(text, span.end) is not None


#: Words that open such a condition.
_OPENERS = ("if", "unless", "in", "should")


def _in_lead_in(case: Case, sentence: Span) -> str | None:
    words = lead_in(case, sentence)
    for found in cue("modality", "conditional").finditer(words):
        if not innocent(words, Span(0, len(words)), Span(*found.span()), "conditional"):
            return found.group()
    return None


def _in_next(case: Case, sentence: Span) -> str | None:
    found = condition_next(case.page, sentence)
    return None if found is None else found.of(case.page.text)


def condition_next(page: Page, sentence: Span) -> Span | None:
    """A condition told in a sentence of its own right behind ("There is one catch: …")."""
    following = page.sentences.touching(Span(sentence.end, sentence.end + NEXT))
    if not following or "\n\n" in page.text[sentence.end : following[0].start]:
        return None
    found = cue("modality", "conditional_next").match(following[0].of(page.text))
    start = following[0].start
    return None if found is None else Span(start + found.start(), start + found.end())


#: The next sentence begins within so many code points.
NEXT = 4


def of_another_clause(
    text: str, sentence: Span, thing: Span, condition: Span, cited: Sequence[Span] = ()
) -> bool:
    """Say whether a condition belongs to a clause with a subject of its own, and not to a thing.

    ``cited`` are the places that a claim rests on: what stands there opens no other clause.
    """
    if condition.start < thing.start:
        told = _MAIN_VERB.search(text, sentence.start, condition.start) is not None
        return told and _parted(text, condition.end, thing.start)
    if thing.end >= condition.start:
        return False
    opens = _JOINED.search(text, thing.end, condition.start) is not None
    if opens and _OWN_MAIN.match(text, condition.start, sentence.end):
        return True  # "…, and if parliament agrees Denmark will give €20m"
    return _parted(text, thing.end, condition.start, cited)


#: A verb of the main clause that a condition stands behind.
_MAIN_VERB = re.compile(
    r"\b(?:will|would|has|have|had|is|are|was|were|could|may|might|gave|gives?|said|pledge[sd]?"
    r"|promise[sd]?|offer(?:s|ed)?|sends?|sent|pays?|paid|provide[sd]?|announce[sd]?)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;]?\s(?:and|but|while)\s\Z", re.IGNORECASE)
#: A condition and behind it who acts then.
_OWN_MAIN = re.compile(
    r"(?:if|once|unless)\s[^.;]+?\s(?:the\s)?(?-i:[A-Z])[\w’'-]*(?:\s(?-i:[A-Z])[\w’'-]*)*\s(?:will|would)\b",
    re.IGNORECASE,
)


def _parted(text: str, start: int, end: int, cited: Sequence[Span] = ()) -> bool:
    """Say whether a later clause with a subject of its own begins in a range."""
    found = _NEXT_CLAUSE.search(text, start, end)
    if found is not None and _LIST_END.search(text, start, found.end()):
        return False  # "to A and B is expected": a list of names, no new subject
    # "… to A and B is expected": what the claim cites there is no new subject
    return found is not None and not any(span.overlaps(Span(*found.span())) for span in cited)
