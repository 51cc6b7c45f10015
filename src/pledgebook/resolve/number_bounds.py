"""Words that bound a figure: "more than", "up to", "about", before it or after it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Bound
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP, alternatives

#: Words of bound and what may stand between them and the figure fit into this many characters.
_WINDOW = 72
#: Where two words of bound stand in a row, the open side outranks "about".
_RANK: tuple[Bound, ...] = ("at_least", "up_to", "about")


class BoundWords(NamedTuple):
    """A bound and the words that give it."""

    bound: Bound
    span: Span


def bound_before(low: str, start: int) -> BoundWords | None:
    """Find words of bound directly before a figure."""
    begin = max(0, start - _WINDOW)
    match = _before().search(low, begin, start)
    if match is None or _is_none(low, match):
        return None
    kinds = [_kinds()[_one_blank(words)] for words in _single().findall(match["bound"])]
    return BoundWords(min(kinds, key=_RANK.index), Span(*match.span("bound")))


def bound_after(low: str, end: int) -> BoundWords | None:
    """Find words of bound directly after a figure: "or more", "+"."""
    match = _after().match(low, end)
    if match is None:
        return None
    name = "bound" if match["bound"] else "words"
    return BoundWords(_kinds_after()[_one_blank(match[name])], Span(*match.span(name)))


def bound_of(low: str, start: int, end: int) -> BoundWords | None:
    """Find words of bound before the figure, else after it."""
    return bound_before(low, start) or bound_after(low, end)


def bounded(value: Decimal, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
    """Give lower and upper end of a single figure under a bound; the open side is None."""
    return (None if bound == "up_to" else value), (None if bound == "at_least" else value)


def _is_none(low: str, match: re.Match[str]) -> bool:
    """Say whether the words mean something else here: "handed over", "adds up to"."""
    words = _one_blank(_single().findall(match["bound"])[0])
    before = low[max(0, match.start("bound") - 24) : match.start("bound")].split()
    return bool(before) and before[-1].strip("(\"'“‘") in _not_after().get(words, ())


def _one_blank(words: str) -> str:
    return _GAPS.sub(" ", words) if words[:1].isalpha() else words


_GAPS = re.compile(GAP)


@cache
def _kinds() -> dict[str, Bound]:
    before = load("bounds")["before"]
    return {_one_blank(words): bound for bound, list_ in before.items() for words in list_}


@cache
def _kinds_after() -> dict[str, Bound]:
    after = load("bounds")["after"]
    return {_one_blank(words): bound for bound, list_ in after.items() for words in list_}


@cache
def _not_after() -> dict[str, frozenset[str]]:
    return {words: frozenset(list_) for words, list_ in load("bounds")["not_after"].items()}


@cache
def _single() -> re.Pattern[str]:
    return re.compile(alternatives(_kinds()))


@cache
def _before() -> re.Pattern[str]:
    words = [w for w in _kinds() if w[-1].isalpha() or w[-1] == "."]
    marks = alternatives(w for w in _kinds() if w not in words)
    one = rf"(?<![^\W_]){alternatives(words)}"
    between = alternatives(load("bounds")["between"])
    chain = rf"{one}(?:{GAP}{one})*(?={GAP})"
    return re.compile(rf"(?P<bound>{chain}|(?<![\w/\"'<]){marks})(?:{GAP}{between})*(?:{GAP})?\\?$")


@cache
def _after() -> re.Pattern[str]:
    words = alternatives(w for w in _kinds_after() if w[-1].isalpha() or w[-1] == ".")
    marks = alternatives(w for w in _kinds_after() if not (w[-1].isalpha() or w[-1] == "."))
    return re.compile(rf"(?P<bound>{marks})|,?{GAP}(?P<words>{words})(?![^\W_]|{GAP}than)")
