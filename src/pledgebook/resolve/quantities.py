"""Counts of things in a text: the figure, its bound, and the noun phrase that is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pledgebook.model.spans import Span
from pledgebook.model.values import Quantity
from pledgebook.model.vocabulary import Bound
from pledgebook.resolve.mentions import MoneyMention, QuantityMention
from pledgebook.resolve.money import find_money
from pledgebook.resolve.number_bounds import BoundWords, bound_after, bound_of, bounded
from pledgebook.resolve.number_words import scale_value
from pledgebook.resolve.numbers import (
    Found,
    Number,
    find_numbers,
    is_weak,
    number_value,
    plain_number,
    scale_words,
)
from pledgebook.resolve.quantity_figures import counts, in_a_name, is_labelled, stands_free
from pledgebook.resolve.quantity_lists import name_before
from pledgebook.resolve.quantity_names import Named, name_after
from pledgebook.resolve.quantity_words import word_counts
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP


class _Count(NamedTuple):
    """A figure, or two for a range, before its words of bound are read."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None = None
    vague: bool = False
    named: Named | None = None


def find_quantities(text: str, money: Sequence[MoneyMention] = ()) -> tuple[QuantityMention, ...]:
    """Find the counts of things in a text, in order, none overlapping another.

    Args:
        text: any text.
        money: the text's sums; their figures are no counts.
    """
    found = find_numbers(text)
    taken = [span for m in money for span in (m.span, *m.reported_spans)]
    figures = list(_figures(found, _Spans(taken)))
    words = [_Count(c.start, c.end, c.value, named=c.named) for c in word_counts(found)]
    return tuple(_apart(_mention(found, count) for count in _in_order(figures, words)))


def _apart(mentions: Iterable[QuantityMention]) -> Iterator[QuantityMention]:
    """Leave out a count that lies in the one before it: "several several pairs" is one."""
    end = 0
    for mention in mentions:
        if mention.span.start >= end:
            yield mention
            end = mention.span.end


def read_quantity(words: str) -> QuantityMention | None:
    """Read words that are one count as a whole ("more than 5,000", "18 Leopard 2 tanks").

    None where the words hold no count, more than one, or a sum of money.
    """
    if find_money(words):
        return None
    mentions = find_quantities(words) or _nameless(words)
    if len(mentions) != 1:
        return None
    return mentions[0] if _is_whole(words, mentions[0]) else None


def _nameless(words: str) -> tuple[QuantityMention, ...]:
    """Read a figure, or two that are the ends of a range, with nothing counted beside them."""
    found = find_numbers(words)
    values = [number_value(found, number) for number in found.numbers]
    if not values or None in values or len(values) > 2:  # noqa: PLR2004
        return ()
    first, last = found.numbers[0], found.numbers[-1]
    high = values[1] if len(values) > 1 else None
    joined = _JOIN.fullmatch(found.low[first.end : last.start])
    if high is not None and (joined is None or not values[0] < high):  # type: ignore[operator]
        return ()
    vague = first.kind == "vague"
    return (_mention(found, _Count(first.start, last.end, values[0], high, vague=vague)),)


def _is_whole(words: str, mention: QuantityMention) -> bool:
    left = list(words)
    for span in (mention.span, mention.bound_span, mention.name_span):
        if span is not None:
            left[span.start : span.end] = " " * len(span)
    rest = set(re.findall(r"\w+", "".join(left).lower()))
    return rest <= frozenset(load("bounds")["beside"])


class _Spans:
    """Ranges in order, to ask whether one overlaps another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def overlap(self, start: int, end: int) -> bool:
        at = bisect_left(self._ends, start + 1)
        return at < len(self._spans) and self._spans[at].start < end


def _figures(found: Found, taken: _Spans) -> list[_Count]:
    out: list[_Count] = []
    done = 0
    for index, number in enumerate(found.numbers):
        if number.start < done or taken.overlap(number.start, number.end):
            continue
        count = _figure(found, index, number)
        if count is None:
            continue
        out.append(count)
        done = max(count.end, _named_end(found, index, count))
    return out


def _named_end(found: Found, index: int, count: _Count) -> int:
    """Give the end of what is counted; 0 where the name belongs to the next figure as well."""
    if count.named is None or (
        count.high is None
        and index + 1 < len(found.numbers)
        and count.end <= found.numbers[index + 1].start < count.named.start
    ):
        return 0
    return count.named.end


def _figure(found: Found, index: int, number: Number) -> _Count | None:
    if number.kind == "digits" and is_labelled(found, number):
        return None
    if _is_part(found, index, number) or in_a_name(found, number):
        return None
    trimmed = _without_unit(found, number)
    range_ = _range(found, index, trimmed)
    if range_ is not None:
        return range_
    if not stands_free(found, trimmed):
        return None
    value = number_value(found, trimmed)
    if value is None:
        return None
    named = _name(found, trimmed, value)
    if named is None:
        named = _elided(found, index)
    if named is None and not _goes_without_name(found, trimmed):
        return None
    value *= named.factor if named is not None else 1
    return _Count(number.start, trimmed.end, value, vague=number.kind == "vague", named=named)


#: Between the count of a part and that of its whole: "18 of 30 vans", "6 of the promised 12 jets".
OF_WHOLE = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|those|these|all|an?)\s+)?"
    r"(?:(?:total\s+of|initial|first|promised|pledged|planned)\s+)?",
    re.IGNORECASE,
)


def _is_part(found: Found, index: int, number: Number) -> bool:
    """Say whether a figure is a part of what the next one counts: the name is the whole's."""
    if index + 1 >= len(found.numbers):
        return False
    return OF_WHOLE.fullmatch(found.low, number.end, found.numbers[index + 1].start) is not None


def _elided(found: Found, index: int) -> Named | None:
    """Give the name of the next figure where one stands for both: "not 18 but 20 tanks"."""
    if index + 1 >= len(found.numbers):
        return None
    number, second = found.numbers[index], _without_unit(found, found.numbers[index + 1])
    between = found.low[number.end : min(second.start, number.end + _LONGEST_CONTRAST)]
    if second.kind == "vague" or _CONTRAST.fullmatch(between) is None:
        return None
    if not counts(found, second):
        return None
    return name_after(found.text, second.end)


_LONGEST_CONTRAST = 20
_CONTRAST = re.compile(r",?\s(?:but|not|rather than|instead of|and not|as opposed to)\s(?:only )?")


def _without_unit(found: Found, number: Number) -> Number:
    """Give back letters that are a unit and no magnitude: "200 t", "5 m", "155mm"."""
    if number.end == number.figure_end:
        return number
    scale = scale_words(found, number)
    if scale in _KEPT and _keeps_scale(found, number, scale):
        return number
    if number.kind == "digits" and is_weak(scale):
        return number._replace(end=number.figure_end)
    return number


#: Letters that are a magnitude before a thing: "3k drones", "2m shells", "3 mn people".
_KEPT = frozenset(["k", "m", "mn", "mil", "bio", "tn"])


def _keeps_scale(found: Found, number: Number, scale: str) -> bool:
    """Say whether a letter is a magnitude here; "5k run", "5m cables" and "5 m" are none."""
    named = name_after(found.text, number.end)
    if named is None or named.start < number.end:
        return False
    if scale != "m":
        return named.category is not None or named.unit is not None
    if number.end != number.figure_end + 1 or _PAST_LETTER.match(found.text, number.end) is None:
        return False
    known = named.unit is not None and named.unit not in ("pound", "set", "unit")
    return known or named.category in load("units")["no_length"]


_PAST_LETTER = re.compile(r"[ \u00a0]")


def _name(found: Found, number: Number, value: Decimal) -> Named | None:
    behind = bound_after(found.low, number.end)
    end = number.end if behind is None else behind.span.end
    named = name_after(found.text, end, many=value != 1)
    if named is None and (promised := _PROMISED.match(found.low, end)):
        before = found.low[max(0, number.start - _OF_BEFORE) : number.start]
        named = name_after(found.text, promised.end()) if _DEFINITE.search(before) else None
    if named is not None:
        plain = number.kind == "digits" or value != 1 or named.category is not None
        return named if plain else None
    if number.kind == "digits":
        return name_before(found.text, number.start, number.end)
    return None


#: Between a known count and its name: "the 12 promised jets". Without an article before the count
#: the word may be a verb: "12 pledged tanks".
_PROMISED = re.compile(r"\s(?:promised|pledged|donated|ordered|announced|committed)(?=\s)")
_DEFINITE = re.compile(r"\b(?:the|its|their|his|her|our|those|these|all|of)\s+$")
_OF_BEFORE = 8


def _goes_without_name(found: Found, number: Number) -> bool:
    """Say whether the figure counts what was named before: "a further 31", "another 12"."""
    if number.kind == "words" and scale_value(found.low[number.start : number.end]) > _DOZEN:
        return False  # "another trillion"
    return _further().search(found.low, max(0, number.start - 24), number.start) is not None


_DOZEN = 12


_LONGEST_JOIN = 12
_JOIN = re.compile(r"[ \t]?[-–—‐‑][ \t]?|\s(?:to|or|and)\s(?:even |about |up to )?")
_OPENS = re.compile(r"\bbetween\s+(?:about\s+|some\s+)?$")


def _range(found: Found, index: int, number: Number) -> _Count | None:
    """Read "10-15 tanks", "between 10 and 15 tanks", "three or four launchers"."""
    if index + 1 >= len(found.numbers):
        return None
    second = found.numbers[index + 1]
    if second.start - number.end > _LONGEST_JOIN:
        return None
    between = found.low[number.end : second.start]
    if _JOIN.fullmatch(between) is None:
        return None
    labelled = number.kind != "digits" and is_labelled(found, number)
    if labelled or "vague" in (number.kind, second.kind):
        return None
    if "and" in between and not _OPENS.search(found.low, max(0, number.start - 24), number.start):
        return None
    second = _without_unit(found, second)
    low, high = number_value(found, number), number_value(found, second)
    if low is None or high is None:
        return None
    if number.end == number.figure_end and second.end > second.figure_end:
        low *= high / (number_value(found, second._replace(end=second.figure_end)) or high)
    named = name_after(found.text, second.end) if low < high and counts(found, second) else None
    if named is None:
        return None
    low, high = low * named.factor, high * named.factor
    return _Count(number.start, second.end, low, high, named=named)


def _in_order(figures: list[_Count], words: list[_Count]) -> list[_Count]:
    """Merge, figures first: where two overlap, the figure stays."""
    known = _Spans([_reach(count) for count in figures])
    free = [c for c in words if not known.overlap(_reach(c).start, _reach(c).end)]
    out: list[_Count] = []
    for count in sorted([*figures, *free], key=lambda count: count.start):
        if not out or count.start >= out[-1].end:
            out.append(count)
    return out


def _reach(count: _Count) -> Span:
    if count.named is None:
        return Span(count.start, count.end)
    return Span(min(count.start, count.named.start), max(count.end, count.named.end))


def _mention(found: Found, count: _Count) -> QuantityMention:
    named = count.named
    unit = named.unit if named is not None else None
    end = count.end
    if named is not None and named.unit_end is not None:
        end = max(end, named.unit_end)
    words = None if count.low is None else bound_of(found.low, count.start, count.end)
    low, high, bound = _ends(count, words)
    return QuantityMention(
        span=Span(count.start, end),
        quantity=Quantity(low=plain_number(low), high=plain_number(high), bound=bound, unit=unit),
        bound_span=words.span if words is not None and count.high is None else None,
        name_span=None if named is None else Span(named.start, named.end),
        category=None if named is None else named.category,
    )


def _ends(count: _Count, words: BoundWords | None) -> tuple[Decimal | None, Decimal | None, Bound]:
    if count.low is None:
        return None, None, "about"
    if count.high is not None:
        return count.low, count.high, "range"
    bound: Bound = "at_least" if count.vague else "exact"
    if words is not None and not (count.vague and words.bound == "about"):
        bound = words.bound
    return (*bounded(count.low, bound), bound)


@cache
def _further() -> re.Pattern[str]:
    return re.compile(rf"\b(?:a{GAP}further|another|an{GAP}additional|a{GAP}total{GAP}of){GAP}$")
