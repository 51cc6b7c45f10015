"""One sum printed in several currencies: the first is the sum, the others are its conversions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from pledgebook.resolve.money_pieces import Piece
from pledgebook.resolve.numbers import Found
from pledgebook.resolve.rates import RATE_TOLERANCE, rate_gap
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import BLANK, GAP, alternatives

#: Between a sum and a bracket with its conversion, so many characters of plain words may stand.
_LONGEST_INSERT = 60
#: Such a distant bracket must fit the rate this well, or it is a sum of its own.
_DISTANT_TOLERANCE = Decimal("0.15")
#: A conversion settles which crowns are meant where one currency fits this well.
_SETTLING_TOLERANCE = Decimal("0.08")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum and the conversions that the text prints with it."""

    piece: Piece
    reported: tuple[Piece, ...] = ()

    @property
    def end(self) -> int:
        """End of the last words that belong to the sum."""
        return self.reported[-1].end if self.reported else self.piece.end


def join_conversions(pieces: list[Piece], found: Found, on: date | None) -> list[Sum]:
    """Fold each conversion into the sum it converts; the others become sums of their own."""
    sums: list[Sum] = []
    for piece in pieces:
        if sums and _converts(sums[-1], piece, found, on):
            sums[-1] = Sum(sums[-1].piece, (*sums[-1].reported, piece))
        else:
            sums.append(Sum(piece))
    return sums


def settled(sum_: Sum, on: date | None) -> Sum:
    """Settle a shared sign without a usual currency by the sum's conversion.

    "500 million crowns ($73 million)" are Danish ones: taken where exactly one currency of that
    name fits the rate.
    """
    piece = sum_.piece
    if piece.currency is None or piece.code is not None or not sum_.reported:
        return sum_
    fitting = []
    for code in load("currencies")["crowns"]:
        guess = replace(piece, currency=piece.currency._replace(code=code))
        gap = _gap(guess, sum_.reported[0], on)
        if gap is not None and gap <= _SETTLING_TOLERANCE:
            fitting.append(guess)
    return Sum(fitting[0], sum_.reported) if len(fitting) == 1 else sum_


def is_implausible(sum_: Sum, on: date | None) -> bool:
    """Say whether a conversion is further from the reference rate than ``RATE_TOLERANCE``."""
    gaps = [_gap(sum_.piece, other, on) for other in sum_.reported]
    return any(gap is not None and gap > RATE_TOLERANCE for gap in gaps)


def _gap(first: Piece, second: Piece, on: date | None) -> Decimal | None:
    if first.code is None or second.code is None:
        return None
    pairs = [(first.value, second.value)]
    if first.high is not None and second.high is not None:
        pairs.append((first.high, second.high))
    gaps = [rate_gap(a, first.code, b, second.code, on) for a, b in pairs]
    known = [gap for gap in gaps if gap is not None]
    return max(known) if known else None


def _converts(sum_: Sum, piece: Piece, found: Found, on: date | None) -> bool:
    last = sum_.reported[-1] if sum_.reported else sum_.piece
    if piece.currency is None or piece.start - last.end > _LONGEST_INSERT:
        return False
    between = found.low[last.end : piece.start].replace("\\", "")
    if "\n\n" in between or not _may_convert(sum_, piece):
        return False
    if piece.code == sum_.piece.code and not between.strip().startswith(("(", "[", "/")):
        return False
    if _direct().fullmatch(between):
        return True
    if sum_.reported and _further().fullmatch(between):
        return "(" in found.text[sum_.piece.end : last.start] and _fits(sum_, piece, on)
    if _loose().fullmatch(between) or _distant().fullmatch(between):
        return _fits(sum_, piece, on)
    return False


def _may_convert(sum_: Sum, piece: Piece) -> bool:
    """Another currency, or the same value told again; never a third sum in a currency told."""
    first = sum_.piece
    if first.currency is None:
        return True
    told = [first.code, *(other.code for other in sum_.reported)]
    again = piece.code == first.code and piece.value == first.value and piece.high == first.high
    # "$10 million (US$7.5 million)": a bare sign and a full one are two currencies.
    one_bare = piece.currency is not None and piece.currency.assumed != first.currency.assumed
    return again or piece.code not in told or (one_bare and not sum_.reported)


def _fits(sum_: Sum, piece: Piece, on: date | None) -> bool:
    told = (sum_.piece, *sum_.reported)
    gap = next((gap for one in told if (gap := _gap(one, piece, on)) is not None), None)
    return gap is not None and gap <= _DISTANT_TOLERANCE


@cache
def _direct() -> re.Pattern[str]:
    """A bracket, a slash or words that open a conversion, with words that lead to the figure."""
    leads, openers = _vocabulary()
    lead = rf"(?:{leads}(?:{GAP}|{BLANK}),?)"
    return re.compile(
        rf"{BLANK}[(\[]{BLANK}(?:{lead}{BLANK})*"
        rf"|{BLANK}/{BLANK}"
        rf"|{BLANK}[=≈~]{BLANK}"
        rf"|(?:{BLANK}[,–—-]?{GAP}){openers}{GAP}(?:{lead}{BLANK})*"
    )


@cache
def _further() -> re.Pattern[str]:
    """What parts a second conversion from the first inside one bracket."""
    leads, _ = _vocabulary()
    return re.compile(
        rf"\)?{BLANK}[,;/]?{BLANK}(?:and{GAP})?\(?(?:{leads}(?:{GAP}|{BLANK}),?{BLANK})*"
    )


@cache
def _loose() -> re.Pattern[str]:
    """A comma or dash alone: a conversion only where the rate fits."""
    return re.compile(rf"{BLANK}[,–—]{BLANK}|[ \t\u00a0]-[ \t\u00a0]")


@cache
def _distant() -> re.Pattern[str]:
    """Plain words and a bracket that holds nothing before the figure but words that lead to it."""
    leads, openers = _vocabulary()
    lead = rf"(?:{leads}(?:{GAP}|{BLANK}),?{BLANK})"
    return re.compile(rf"[^.;:!?()\[\]\d]*(?:[(\[]{BLANK}{lead}*|,{GAP}{openers}{GAP}{lead}*)")


def _vocabulary() -> tuple[str, str]:
    words = load("bounds")["conversion"]
    return alternatives(words["leads"]), alternatives(words["openers"])
