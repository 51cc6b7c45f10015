"""On which side of a gift, a measure or a proposal cited words stand: by the words around them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pledgebook.extract.gate_case import Case, Cited
from pledgebook.extract.gate_cues import cue_lists
from pledgebook.extract.gate_gapped import gapped_givers
from pledgebook.extract.gate_requests import asks_legislature
from pledgebook.model.spans import Span

Side = Literal["giver", "taker"]

#: How many code points around a name are looked at; a clause is seldom longer.
REACH = 140


def lean(case: Case, words: Cited) -> int:
    """Say where words stand: 1 with the givers, -1 with the takers, 0 where nothing tells."""
    if words.place == "publisher" or case.kind not in cue_lists()["sides"]:
        return 0
    if _gapped(case, words):
        return 1
    return _signal(case, words, "giver") - _signal(case, words, "taker")


def _gapped(case: Case, words: Cited) -> bool:
    """Say whether words name who gives in a clause whose verb is left out: "…, and Denmark €5m"."""
    if case.kind != "commitment" or words.place != "text":
        return False
    givers = gapped_givers(case.page, case.sentence(words))
    return any(mention.span.overlaps(words.span) for mention in givers)


#: Names listed before one: they stand on one side ("to Kenya, Malawi and …").
_LISTED = re.compile(
    r"(?:(?:the\s)?[A-Z][\w.’'-]*(?:\s(?:of\s)?(?:the\s)?[A-Z][\w.’'-]*)*(?:,\s(?:and\s)?|\sand\s)(?:the\s)?)+\Z"
)
_LIST_GOES_ON = re.compile(r",?\s(?:and\s)?(?:the\s)?(?-i:[A-Z])")


def _unlisted(before: str, after: str) -> tuple[str, str]:
    """Words before and after a name, without the names that are listed before it."""
    listed = _LISTED.search(before)
    if listed and (" and " in listed.group() or _LIST_GOES_ON.match(after)):
        before = before[: listed.start()]
    return before, after


def _signal(case: Case, words: Cited, side: Side) -> int:
    before, after = _unlisted(*around(case, words))
    if side == "taker" and any(p.search(before) for p in _neutral(case.kind)):
        return 0  # who is thanked for a gift is no taker of it
    patterns = _patterns(case.kind, side)
    if any(pattern.search(before) for pattern in patterns[0]):
        return 1
    if side == "giver" and _FOR.match(after) and any(p.search(before) for p in _thanked(case.kind)):
        return 1
    if case.kind == "commitment" and _of_own_kind(case, words, before, after):
        return int(side == "giver")
    if side == "giver" and case.kind == "measure" and _governed(case.kind, before, after):
        return 0
    if side == "giver" and (joined := _JOINED_ON.match(after)) is not None:
        after = after[joined.end() :]  # "the US and the EU each provide"
    return int(any(pattern.match(after) for pattern in patterns[1]))


#: A sum, and that it is worth: "$7m in".
_WORTH = re.compile(
    r"(?:[$€£¥][\d.,]+\s?\w*|illion|\d\s?[mb]n?)\sin\s(?:new\s|more\s)?\Z", re.IGNORECASE
)
_PUT = re.compile(r"\b(?:invest\w*|sp(?:end\w*|ent)|put(?:s|ting)?)\b", re.IGNORECASE)
_NOUN = re.compile(r"\s(?-i:[a-z])\w+")


def _of_own_kind(case: Case, words: Cited, before: str, after: str) -> bool:
    """Say whether a sum is worth what a name stands before: "gets $7m in Canadian boats"."""
    if _WORTH.search(before) is None or _NOUN.match(after) is None or _PUT.search(before):
        return False
    named = case.actors(words.place).within(words.span)
    return any(m.naming in ("adjective", "demonym") for m in named) or words.quote.isupper()


#: Behind a name, another one that does the same.
_JOINED_ON = re.compile(r"\s+and\s+(?:the\s+)?(?-i:[A-Z][\w.’'-]*)(?=\s+each\b)", re.IGNORECASE)


#: Behind somebody who is thanked, what for.
_FOR = re.compile(r"(?:['’]s\s\w+)?,?\sfor\b", re.IGNORECASE)


@cache
def _thanked(kind: str) -> tuple[re.Pattern[str], ...]:
    rows = cue_lists()["sides"][kind].get("thanked", ())
    return tuple(_compile(rf"(?<![\w-]){row}") for row in rows)


def _governed(kind: str, before: str, after: str) -> bool:
    """Say whether a preposition governs a name ("against X"): then it is no verb's subject."""
    relative = _RELATIVE.match(after) is not None
    return not relative and any(pattern.search(before) for pattern in _direct(kind))


_RELATIVE = re.compile(r",\s(?:which|who)\s", re.IGNORECASE)


def around(case: Case, words: Cited) -> tuple[str, str]:
    """Give the words of the sentence before and after cited words."""
    if words.place == "title":
        title = case.string("title")
        return title[: words.span.start], title[words.span.end :]
    sentence, span, text = case.sentence(words), words.span, case.page.text
    start = max(sentence.start, span.start - REACH)
    end = min(sentence.end, span.end + REACH)
    return _unmarked(text[start : span.start]), _unmarked(text[whole(case, span).end : end])


def _unmarked(words: str) -> str:
    """Words without the marks of bold type: "has **allocated"."""
    return words.replace("**", "") if "**" in words else words


def whole(case: Case, span: Span) -> Span:
    """The whole name that cited words are or begin ("British" of "British Prime Minister X")."""
    end = span.end
    for mention in case.page.actors.touching(
        Span(span.start, min(span.end + 60, len(case.page.text)))
    ):
        office = mention.office_span
        if office is not None and office.overlaps(span):
            end = max(end, mention.span.end, office.end)
    return Span(span.start, end)


def takes(case: Case, words: Cited) -> bool:
    """Say whether the words right beside a name show it as a taker, and none as a giver."""
    if words.place == "publisher" or case.kind not in cue_lists()["sides"] or _gapped(case, words):
        return False
    before, after = _unlisted(*around(case, words))
    if case.claim.get("stage") == "called_for" and (
        _APPEAL.search(before) is not None or asks_legislature(after)
    ):
        return False
    told = any(pattern.search(before) for pattern in _direct(case.kind))
    receives = _receives(case.kind)
    told = told or (receives is not None and receives.match(after) is not None)
    return (told or _as_place(case, words, before, after)) and lean(case, words) < 0


def _as_place(case: Case, words: Cited, before: str, after: str) -> bool:
    """Say whether a state is named as a place; a capital may still be its government."""
    if _PLACE.search(before) is None or _POSSESSIVE.match(after):
        return False
    return any(m.naming == "name" for m in case.actors(words.place).within(words.span))


#: Behind these stands who is asked to give: "appealed to Berlin for", "a plea to donors".
_APPEAL = re.compile(
    r"\b(?:appeal(?:s|ed|ing)?|plea(?:s|ds?|ded)?|turn(?:s|ed|ing)?|wrote|request(?:s|ed)?)\s+to\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<!here\s)(?<![\w-])in\s(?:the\s)?\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


@cache
def _direct(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(rf"(?<![\w-]){row}") for row in cue_lists()["sides"][kind]["direct"])


@cache
def _receives(kind: str) -> re.Pattern[str] | None:
    """What follows a name that is told to receive; None where a kind has no such words."""
    verbs = cue_lists()["sides"][kind]["taker"]["verbs"]
    return _compile(_after("@passive", verbs)) if verbs else None


@cache
def _neutral(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_compile(rf"(?<![\w-]){row}") for row in cue_lists()["sides"][kind]["neutral"])


@cache
def _patterns(
    kind: str, side: Side
) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    lists = cue_lists()["sides"][kind][side]
    before = tuple(_compile(rf"(?<![\w-]){row}") for row in lists["before"])
    after = tuple(_compile(_after(row, lists["verbs"])) for row in lists["after"])
    return before, after


def _after(row: str, verbs: list[str]) -> str:
    if not row.startswith("@"):
        return row
    helpers = cue_lists()["verb_helpers"]
    return rf"['’s]*,?\s*(?:[^.;:,]{{0,60}},\s)?{helpers}(?:{'|'.join(verbs)})(?!\w|\s+by\b)"


def _compile(row: str) -> re.Pattern[str]:
    return re.compile(row.replace(" ", r"\s+"), re.IGNORECASE)
