"""Whether money is new and whether a sum is a total: judged only where words beside it decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.gate_case import Case, Cited, shown
from pledgebook.extract.gate_clauses import clause_of
from pledgebook.extract.gate_cues import cue
from pledgebook.extract.gate_governing import thing_of
from pledgebook.model.spans import Span

#: How far before and after a thing the words stand that are part of its noun phrase.
_BEFORE, _AFTER = 30, 40


def other_standing(case: Case) -> Iterator[str]:
    """Name the words that tell old money from new, or a total from a gift, against the claim."""
    thing = thing_of(case)
    if thing is None or case.kind != "commitment":
        return
    yield from _newness(case, thing)
    if case.claim.get("is_total") is False and thing.field.startswith(("amount", "items")):
        total = _beside(case, thing, "total") or _in_clause(case, thing, "total")
        if total is not None and not _ranks(case, thing):
            yield f"is_total: the words {shown(total)} tell a total"


#: "its largest package so far": how it ranks, no total.
_RANKING = re.compile(
    r"\b(?:largest|biggest|greatest|highest|smallest|strongest|heaviest|latest|first|second|third|\d+(?:st|nd|rd|th))\s+"
    r"(?:[\w-]+\s+){0,3}(?:so\s+far|to\s+date|until\s+now|since)\b",
    re.IGNORECASE,
)


def _ranks(case: Case, thing: Cited) -> bool:
    """Say whether the words that could tell a total only rank the gift among others."""
    start, end = _alone(case, thing)
    return _RANKING.search(case.page.text, start, end) is not None


def _newness(case: Case, thing: Cited) -> Iterator[str]:
    newness = case.claim.get("newness")
    if newness not in ("new", "additional", "restated"):
        return
    cited = " ".join(words.quote for words in case.words("newness"))
    fresh, old = _found("fresh_cited", cited), _found("old_cited", cited)
    if newness == "restated" and fresh is None and _elsewhere(case, thing):
        return  # "a new package of €20m. This entry records €5m of it": told as background
    if fresh is None and old is None:
        fresh, old = _beside(case, thing, "fresh"), _beside(case, thing, "old")
    if fresh is None and old is None:
        fresh, old = _in_clause(case, thing, "fresh"), _in_clause(case, thing, "old")
    if newness == "restated" and fresh is not None and old is None:
        yield f"newness: the words {shown(fresh)} tell new money, the claim says restated"
    elif newness != "restated" and old is not None and fresh is None:
        yield f"newness: the words {shown(old)} tell old money, the claim says {newness}"


def _elsewhere(case: Case, thing: Cited) -> bool:
    """Say whether the words that tell the age of a sum all stand outside its own part."""
    start, end = _alone(case, thing)
    spans = [words.span for words in case.words("newness") if words.place == "text"]
    return bool(spans) and all(span.end <= start or span.start >= end for span in spans)


def _found(key: str, words: str) -> str | None:
    found = cue("standing", key).search(words)
    return found.group() if found is not None else None


def _beside(case: Case, thing: Cited, key: str) -> str | None:
    """Give the cue that stands right before or behind a thing."""
    text, (start, end) = case.page.text, _alone(case, thing)
    near = start if key == "total" else max(start, thing.span.start - _BEFORE)
    found = cue("standing", f"{key}_before").search(text[near : thing.span.start])
    found = found or cue("standing", f"{key}_after").match(text[thing.span.end : end][:_AFTER])
    return found.group().strip() if found is not None else None


def _in_clause(case: Case, thing: Cited, key: str) -> str | None:
    start, end = _alone(case, thing)
    found = cue("standing", f"{key}_clause").search(case.page.text[start:end])
    return found.group() if found is not None else None


def _alone(case: Case, thing: Cited) -> tuple[int, int]:
    """The part of the sentence that is the thing's own: its clause up to the sums on either side.

    What follows the clause says more of it where no other sum stands there ("…; that is new").
    """
    clause = clause_of(case, thing)
    start, end = clause.start, case.sentence(thing).end
    for money in case.page.money.within(Span(start, end)):
        if money.span.end <= thing.span.start:
            start = max(start, money.span.end)
        elif money.span.start >= thing.span.end:
            end = min(end, money.span.start)
            onward = _TO_THE_NEXT.search(case.page.text, thing.span.end, end)
            end = end if onward is None else onward.start()
    return start, end


#: "€4m, taking its aid since 2020 to €9m": what leads on to the next sum.
_TO_THE_NEXT = re.compile(r",\s+(?:taking|bringing|raising|lifting)\b", re.IGNORECASE)
