"""Who only looks on: the subject of a verb of reaction, the one that a verb of speech addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_governing import CLAUSE, SECOND_VERB
from pledgebook.model.spans import Span

#: Words that may stand between a name and its verb.
_HELPERS = (
    r"(?:['’]s\s\w+(?:\s[A-Z]\w+){0,3})?\s(?:(?:has|have|had|also|\w+ly|itself|long|since)\s){0,2}"
)


def only_looks_on(case: Case, words: Sequence[Cited], thing: Cited) -> bool:
    """Say whether every mention of a giver beside a thing reacts to it, or is only addressed.

    "a step Poland had demanded", "Chile welcomed the €5 million"; "urged Berlin to act and said it
    would give €30 million". What is called for is another matter: there the one addressed counts.
    """
    if case.claim.get("stage") == "called_for":
        return False
    sentence = case.sentence(thing)
    here = [w for w in words if w.place == "text" and sentence.holds(w.span)]
    if not here or len(here) < len(words):
        return False
    return all(_reacts(case, w, thing, sentence) or _addressed(case, w, thing) for w in here)


def _reacts(case: Case, words: Cited, thing: Cited, sentence: Span) -> bool:
    text = case.page.text
    verb = _reaction().match(text, words.span.end, sentence.end)
    if verb is None or _refuses(case, Span(*verb.span())):
        return False
    if thing.span.start < verb.end():
        return CLAUSE.search(text, verb.end(), sentence.end) is None
    return not _parted(text, verb.end(), thing.span.start)


def _refuses(case: Case, verb: Span) -> bool:
    """Say whether a verb of reaction is the refusal itself: "Chad opposes the transfer of jets"."""
    denied = case.claim.get("firmness") == "denied"
    return denied and any(words.span.overlaps(verb) for words in case.words("firmness"))


def _addressed(case: Case, words: Cited, thing: Cited) -> bool:
    text, start = case.page.text, max(0, words.span.start - 40)
    if (
        words.span.end > thing.span.start
        or _addressing().search(text[start : words.span.start]) is None
    ):
        return False
    return SECOND_VERB.search(text, words.span.end, thing.span.start) is not None


def _parted(text: str, start: int, end: int) -> bool:
    """Say whether another verb or clause stands between a reaction and the thing."""
    return any(pattern.search(text, start, end) for pattern in (CLAUSE, SECOND_VERB, _ALSO_DID))


#: A second past verb of the same subject ("praised A and underscored its commitment to …").
_ALSO_DID = re.compile(r"(?:,|\sand|,\sand)\s(?:\w+ly\s|also\s)?\w{3,}ed\s", re.IGNORECASE)


def _reaction() -> re.Pattern[str]:
    return re.compile(_HELPERS + cue("reactions").pattern, re.IGNORECASE)


def _addressing() -> re.Pattern[str]:
    return re.compile(cue("addressing").pattern + r"\s(?:the\s)?\Z", re.IGNORECASE)
