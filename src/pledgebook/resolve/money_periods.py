"""The stretch of time that a sum is for: "a year", "per month", "an annual €5 million"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Per
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import BLANK, GAP, alternatives


class PerWords(NamedTuple):
    """A stretch of time and the words that give it."""

    per: Per
    span: Span


def per_of(low: str, start: int, end: int) -> PerWords | None:
    """Find the stretch of time that the sum at ``start`` to ``end`` is for, None for a total."""
    return _after(low, end) or _before(low, start)


def _after(low: str, end: int) -> PerWords | None:
    match = _patterns()[0].match(low, end)
    if match is None:
        return None
    words = match["per"] or match["adjective"]
    return PerWords(
        _kinds()[_plain(words)], Span(*match.span("per" if match["per"] else "adjective"))
    )


def _before(low: str, start: int) -> PerWords | None:
    match = _patterns()[1].search(low, max(0, start - 24), start)
    if match is None:
        return None
    return PerWords(_kinds()[_plain(match["per"])], Span(*match.span("per")))


def _plain(words: str) -> str:
    return _GAPS.sub(" ", words.lstrip("-")).strip()


_GAPS = re.compile(GAP)


@cache
def _kinds() -> dict[str, Per]:
    data = load("bounds")
    return {
        _plain(words): per
        for section in ("per", "per_before")
        for per, list_ in data[section].items()
        for words in list_
    }


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("bounds")
    marks = [w for list_ in data["per"].values() for w in list_]
    slashes = alternatives(w for w in marks if w[0] == "/")
    words = alternatives(w for w in marks if w[0] not in "/-")
    early = alternatives(w for list_ in data["per_before"].values() for w in list_)
    adjectives = "annual|yearly|monthly|weekly|daily"
    links = alternatives(data["per_links"])
    never = alternatives(data["per_not_before"])
    # Up to four plain words may stand between ("in military aid a year"), none of them a number.
    object_ = rf"{GAP}{links}(?:{GAP}[^\W\d_]+){{1,4}}?"
    after = re.compile(
        rf"(?:(?:{object_})?(?:{GAP}|{BLANK})(?P<per>{slashes}|(?<![^\W_]){words}(?![^\W_])"
        rf"(?!{GAP}{never}(?![^\W_])))|{GAP}(?:in|of){GAP}(?P<adjective>{adjectives})(?![^\W_]))"
    )
    return after, re.compile(rf"(?<![^\W_])(?P<per>{early}){GAP}$")
