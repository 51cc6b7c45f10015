"""Currency and magnitude carried over inside one sentence or list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pledgebook.model.spans import Span
from pledgebook.resolve.money_conversions import Sum
from pledgebook.resolve.money_nouns import counted_before, counts_something, speaks_of_money
from pledgebook.resolve.money_pieces import Piece
from pledgebook.resolve.numbers import Found, Number, number_value, scale_words

#: Nothing is carried further than this many characters.
_FARTHEST = 300
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-ZÀ-ÞА-ЯІЇЄҐ\"“(])|\n\s*\n")
_JOINED = re.compile(
    r"(?:\b(?:and|then|plus|or|with)|[,;])\s+(?:a further\s+|another\s+|about\s+)?$"
)
_NEXT = re.compile(
    r"\s+(?:(?:next|last|this)\b|in\s+(?:20\d\d|the\s+(?:next|following))\b|(?:the|a)\s+(?:following\s+)?year\b)"
)
_FROM = re.compile(r"\s+from\s+(?:the\s+)?[A-ZÀ-Þ]")
#: Opens a sentence that goes on with the sum before it.
_OF_THAT = re.compile(
    r"(?:(?:out\s+)?of\s+(?:this|that|these|it|which)|(?:this|that|it|the\s+\w+)\s+includes)\b",
    re.IGNORECASE,
)
#: Between a figure and the sum that it is a part of.
_OF_SUM = re.compile(
    r"\s+of\s+(?:the|its|their|a|an)\s+(?:promised\s+|pledged\s+|total\s+)?[$€£¥]?"
)
#: A bare figure takes the magnitude of the sum before it only below this ("€11bn … and 9 next").
_LARGEST_BARE = 1000
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Carried:
    """A sum, and the words that its currency (and magnitude) were carried from."""

    sum: Sum
    source: Span | None = None


def carry(sums: list[Sum], found: Found) -> list[Carried]:
    """Fill missing currencies; numbers that are no money are left out."""
    out: list[Carried] = []
    for index, sum_ in enumerate(sums):
        if sum_.piece.currency is not None:
            out.append(Carried(sum_))
            continue
        source = _before(out, sum_, found) or _after(sums, index, found)
        filled = _filled(sum_, source, found)
        if filled is not None:
            out.append(filled)
    return out


def bare_figures(pieces: list[Piece], found: Found) -> list[Piece]:
    """Add figures that take currency and magnitude from the sum beside: "€11bn … and 9 next"."""
    at = {piece.index: piece for piece in pieces}
    out = list(pieces)
    for piece in pieces:
        if piece.scale == 1 or piece.currency is None:
            continue
        for near, joined in ((piece.index + 1, _goes_on), (piece.index - 1, _is_part)):
            if near in at or not 0 <= near < len(found.numbers):
                continue
            number = found.numbers[near]
            value = number_value(found, number)
            if value is not None and value < _LARGEST_BARE and joined(found, piece, number):
                scaled = value * piece.scale
                out.append(Piece(number.start, number.end, scaled, near, piece.scale, None))
    return sorted(out, key=lambda piece: piece.start)


def _goes_on(found: Found, piece: Piece, number: Number) -> bool:
    if not 0 < number.start - piece.end <= _NEAR:
        return False
    between = found.text[piece.end : number.start]
    if number.kind == "vague" or _SENTENCE_END.search(between) or not _JOINED.search(between):
        return False
    scale = scale_words(found, number)
    if scale:
        return False
    after_ = _NEXT.match(found.low, number.end) or _FROM.match(found.text, number.end)
    return after_ is not None


def _is_part(found: Found, piece: Piece, number: Number) -> bool:
    """Say whether a figure is a part of the sum behind it: "paid 3.5 of the 5 billion euros"."""
    if number.kind == "vague" or scale_words(found, number):
        return False
    return _OF_SUM.fullmatch(found.low, number.end, piece.start) is not None


def _before(out: list[Carried], sum_: Sum, found: Found) -> Span | None:
    for earlier in reversed(out[-4:]):
        piece = earlier.sum.piece
        if piece.currency is None:
            continue
        between = found.text[earlier.sum.end : sum_.piece.start]
        if len(between) > _FARTHEST or (_SENTENCE_END.search(between) and not _of_that(between)):
            return None
        return Span(piece.currency.start, piece.currency.end)
    return None


def _of_that(between: str) -> bool:
    """Say whether the next sentence opens with a part of the sum before it: "Of this, …"."""
    _, *opening = _SENTENCE_END.split(between)
    return len(opening) == 1 and _OF_THAT.match(opening[0]) is not None


def _after(sums: list[Sum], index: int, found: Found) -> Span | None:
    """Carry back from the next sum of the same sentence, where no earlier one gives a currency."""
    if index + 1 >= len(sums):
        return None
    piece = sums[index + 1].piece
    between = found.text[sums[index].piece.end : piece.start]
    if piece.currency is None or len(between) > _NEAR or _SENTENCE_END.search(between):
        return None
    return Span(piece.currency.start, piece.currency.end)


def _filled(sum_: Sum, source: Span | None, found: Found) -> Carried | None:
    piece = sum_.piece
    bare_figure = found.numbers[piece.index].end == piece.end and not _has_scale(found, piece)
    if sum_.reported or bare_figure:
        return Carried(sum_, source)
    if counts_something(found.low, piece.end) or counted_before(found.low, piece.start):
        return None
    begin = max(0, piece.start - _FARTHEST)
    sentence = _SENTENCE_END.split(found.text[begin : piece.start])[-1]
    following = _SENTENCE_END.split(found.text[piece.end : piece.end + _FARTHEST])[0]
    if not speaks_of_money((sentence + " " + following).lower()) and source is None:
        return None
    return Carried(sum_, source)


def _has_scale(found: Found, piece: Piece) -> bool:
    number = found.numbers[piece.index]
    return number.kind != "digits" or bool(scale_words(found, number))


def with_currency(carried: Carried, sums: list[Carried]) -> Sum:
    """Give the sum with the currency that it was carried."""
    piece = carried.sum.piece
    if piece.currency is not None or carried.source is None:
        return carried.sum
    for other in sums:
        currency = other.sum.piece.currency
        if currency is not None and currency.start == carried.source.start:
            return Sum(replace(piece, currency=currency), carried.sum.reported)
    return carried.sum
