"""Sums of money in a text, with currency, bound, stretch of time and printed conversions."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.model.values import Amount
from pledgebook.model.vocabulary import Bound, Per
from pledgebook.resolve.mentions import MoneyMention
from pledgebook.resolve.money_carry import Carried, bare_figures, carry, with_currency
from pledgebook.resolve.money_conversions import Sum, is_implausible, join_conversions, settled
from pledgebook.resolve.money_currency import Printed
from pledgebook.resolve.money_periods import per_of
from pledgebook.resolve.money_pieces import Piece, read_pieces, with_smaller_units
from pledgebook.resolve.money_ranges import join_ranges
from pledgebook.resolve.number_bounds import (
    BoundWords,
    bound_after,
    bound_before,
    bound_of,
    bounded,
)
from pledgebook.resolve.numbers import Found, find_numbers, plain_number
from pledgebook.resolve.quantity_items import category_of
from pledgebook.resolve.vocabulary_files import load


def find_money(text: str, *, on: date | None = None) -> tuple[MoneyMention, ...]:
    """Find the sums of money in a text, in order, none overlapping another.

    Args:
        text: any text.
        on: day of the text; printed conversions are compared with the rate of its year (with the
            best fitting year where it is None).
    """
    found = find_numbers(text)
    pieces = [piece for piece in read_pieces(found) if not _is_weight(text, piece)]
    pieces = with_smaller_units(pieces, found)
    pieces = join_ranges(bare_figures(pieces, found), found)
    sums = [settled(sum_, on) for sum_ in join_conversions(pieces, found, on)]
    carried = carry(sums, found)
    return tuple(_mention(found, one, with_currency(one, carried), on) for one in carried)


#: Behind pounds that are a weight: "36,000 pounds of food assistance".
_OF_FOOD = re.compile(r"\d\s+pounds\s+of\s+(?P<of>(?:[a-z-]+\s+){0,2}[a-z-]+)", re.IGNORECASE)


def _is_weight(text: str, piece: Piece) -> bool:
    """Say whether pounds are a weight: of food, and no millions."""
    found = _OF_FOOD.search(text, max(0, piece.end - len(" pounds") - 1), piece.end + 60)
    if found is None or found.start() >= piece.end:
        return False
    return category_of(found["of"].lower().split()) == "food"


def read_money(words: str) -> MoneyMention | None:
    """Read words that are one sum as a whole; words of bound and time may stand around it.

    None where the words hold no sum, more than one, or anything else beside it.
    """
    mentions = find_money(words) or _bare_sum(words)
    if len(mentions) != 1:
        return None
    (mention,) = mentions
    spans = [mention.span, mention.bound_span, mention.per_span, *mention.reported_spans]
    left = list(words)
    for span in spans:
        if span is not None:
            left[span.start : span.end] = " " * len(span)
    rest = set(re.findall(r"\w+", "".join(left).lower()))
    return mention if rest <= _beside() else None


def _bare_sum(words: str) -> tuple[MoneyMention, ...]:
    """Read a figure with a magnitude and no currency ("1.3 billion")."""
    found = find_numbers(words)
    pieces = join_ranges(read_pieces(found), found)
    return tuple(_mention(found, Carried(Sum(piece)), Sum(piece), None) for piece in pieces)


@cache
def _beside() -> frozenset[str]:
    """Words that may stand beside a sum in words that are one sum as a whole."""
    return frozenset(load("bounds")["beside"])


def _mention(found: Found, carried: Carried, sum_: Sum, on: date | None) -> MoneyMention:
    piece = sum_.piece
    per = per_of(found.low, piece.start, sum_.end)
    if per is None and sum_.reported:
        per = per_of(found.low, piece.start, piece.end)
    words = _bound_words(found, sum_)
    if words is None and per is not None and per.span.start >= piece.end:
        words = bound_after(found.low, per.span.end)  # "$400 a month or more"
    amount = _amount(
        piece,
        words,
        per="total" if per is None else per.per,
        reported=tuple(_amount(o, bound_before(found.low, o.start)) for o in sum_.reported),
    )
    return MoneyMention(
        span=Span(piece.start, piece.end),
        amount=amount,
        bound_span=words.span if words is not None and piece.high is None else None,
        per_span=per.span if per is not None else None,
        reported_spans=tuple(Span(other.start, other.end) for other in sum_.reported),
        carried_from=carried.source,
        problems=_problems(carried, sum_, on),
    )


def _bound_words(found: Found, sum_: Sum) -> BoundWords | None:
    piece = sum_.piece
    number = found.numbers[piece.index]
    plus = found.text.find("+", number.figure_end, number.end)
    if plus >= 0:
        return BoundWords("at_least", Span(plus, plus + 1))
    return bound_of(found.low, piece.start, piece.end)


def _amount(
    piece: Piece, words: BoundWords | None, *, per: Per = "total", reported: tuple[Amount, ...] = ()
) -> Amount:
    bound = _bound(piece, words)
    low, high = piece.value, piece.high
    ends = bounded(low, bound) if high is None else (low, high)
    return Amount(
        low=plain_number(ends[0]),
        high=plain_number(ends[1]),
        currency=piece.code,
        bound=bound,
        per=per,
        reported_as=reported,
    )


def _bound(piece: Piece, words: BoundWords | None) -> Bound:
    if piece.high is not None:
        return "range"
    if words is not None and not (piece.vague and words.bound == "about"):
        return words.bound
    return "at_least" if piece.vague else "exact"


def _problems(carried: Carried, sum_: Sum, on: date | None) -> tuple[str, ...]:
    currency: Printed | None = sum_.piece.currency
    codes = []
    if carried.source is not None:
        codes.append("currency-carried")
    if currency is None:
        codes.append("currency-missing")
    elif currency.assumed:
        codes.append("currency-assumed")
    if is_implausible(sum_, on):
        codes.append("conversion-implausible")
    return tuple(sorted(codes))
