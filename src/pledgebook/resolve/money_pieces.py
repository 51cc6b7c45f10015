"""Sums of money one by one: a number and the currency printed beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from pledgebook.resolve.money_currency import Printed, currency_after, currency_before
from pledgebook.resolve.money_nouns import (
    is_denomination,
    is_share,
    is_weight,
    names_a_standard,
    opens_a_standard,
)
from pledgebook.resolve.number_words import scale_value
from pledgebook.resolve.numbers import (
    Found,
    Number,
    digits_value,
    is_weak,
    number_value,
    scale_factor,
    scale_pattern,
    scale_words,
)
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP

_SCALE_AFTER = re.compile(scale_pattern())
_SCALE_BEFORE = re.compile(
    rf"(?:^|(?<=[^\w]))(millions?|billions?|mn|bn|mln|mio\.?|mrd\.?|m)(?:{GAP})?$"
)
_SCALE_ENDS = frozenset("nsmdo.")
_CENTS_AFTER_SIGN = re.compile(r"\d\d(?![\d.,])")
_DASH_FOR_NONE = re.compile(r"[,.][-–—](?!\d)")
_PENCE = re.compile(r"[pc](?![^\W_]|\.m)")
_HUNDRED = 100
_LARGEST_PENCE = 99


@dataclass(frozen=True, slots=True)
class Piece:
    """A sum, or one end of a range.

    Attributes:
        start, end: range of currency, figure and magnitude.
        value: the figure times its magnitude.
        index: place of the number among the text's numbers.
        scale: magnitude as a factor, 1 where none is printed.
        currency: as printed; None where none stands beside the number.
        high: upper end, for a range; None for a single sum.
        vague: "hundreds of millions": a lower bound.
    """

    start: int
    end: int
    value: Decimal
    index: int
    scale: int
    currency: Printed | None
    high: Decimal | None = None
    vague: bool = False

    @property
    def code(self) -> str | None:
        """Currency code, None where none is printed or the sign is shared without a usual one."""
        return None if self.currency is None else self.currency.code


def read_pieces(found: Found) -> list[Piece]:
    """Read every number that has a currency beside it, or a magnitude that could be money."""
    pieces: list[Piece] = []
    for index, number in enumerate(found.numbers):
        piece = _piece(found, index, number)
        if piece is None:
            continue
        if pieces and pieces[-1].end >= piece.end:
            continue  # "10 EUR million" has taken its magnitude
        while pieces and pieces[-1].end > piece.start:
            pieces.pop()  # "EUR million 10": the magnitude was read as a number of its own
        pieces.append(piece)
    return pieces


def _piece(found: Found, index: int, number: Number) -> Piece | None:
    before = currency_before(found.text, found.low, number.start)
    if before is not None:
        before = _usable(found, number, before)
    end = number.end if number.end == number.figure_end else number.end + _full_stop(found, number)
    after = currency_after(found.text, found.low, end)
    if after is not None:
        after = _usable(found, number, after)
    if after is None and before is not None and before.assumed:
        after = _in_brackets(found, end)
    if after is not None and before is not None:
        before, after = _one_of_two(found, before, after)
    if before is not None:
        return _early(found, index, number, before, after)
    if after is not None:
        return _late(found, index, number, after)
    return _bare(found, index, number)


def _in_brackets(found: Found, end: int) -> Printed | None:
    """Give a code alone in brackets behind a sum with a shared sign: "$120 million (CAD)"."""
    if found.text[end : end + 2] != " (":
        return None
    code = currency_after(found.text, found.low, end + 2)
    closed = code is not None and found.text[code.end : code.end + 1] == ")"
    return code._replace(end=code.end + 1) if code is not None and closed else None


_LONGEST_ABBREVIATION = 5


def _full_stop(found: Found, number: Number) -> int:
    """Count the full stop of an abbreviated magnitude ("16 mdr. kr."): 1 or 0."""
    if found.text[number.end : number.end + 1] != ".":
        return 0
    return int(len(scale_words(found, number)) <= _LONGEST_ABBREVIATION)


def _usable(found: Found, number: Number, currency: Printed) -> Printed | None:
    if currency.weak and currency.hundredth:
        return currency  # dropped again where no sum stands before it
    return None if currency.weak and not _plainly_money(found, number) else currency


def _plainly_money(found: Found, number: Number) -> bool:
    """Say whether the figure alone looks like a sum: a magnitude, thousands or two decimals."""
    if number.kind != "digits":
        return scale_factor(found, number) > 1
    figure = found.low[number.start : number.figure_end]
    return number.end > number.figure_end or re.search(r"\D\d{2,}$", figure) is not None


def _one_of_two(
    found: Found, before: Printed, after: Printed
) -> tuple[Printed | None, Printed | None]:
    """Keep the second currency only where it says the same or settles the first ("$5 CAD")."""
    follows = found.text[after.end : after.end + 2].strip()
    if follows[:1].isdigit():
        return before, None
    same = after.code == before.code
    settles = before.assumed and not after.assumed and after.code is not None
    family = before.code is None or (after.code or "")[-1:] == "D"
    if same or (settles and family):
        return before, after
    return before, None


def _early(
    found: Found, index: int, number: Number, before: Printed, after: Printed | None
) -> Piece | None:
    start, end, scale = before.start, number.end, scale_words(found, number)
    value = number_value(found, number)
    if value is None or (after is None and _is_code(found, number, before)):
        return None
    if after is None and not scale and names_a_standard(found, number, before):
        return None
    if _is_unit(found, number, value) or _is_taken(found, index, before):
        return None
    factor = scale_factor(found, number)
    if factor == 1 and before.scale == 1 and number.kind == "digits":
        start, factor = _scale_ahead(found, before)
        value *= factor
    elif before.scale > 1:
        factor, value = before.scale, value * before.scale
    currency = before
    if after is not None:
        end = after.end
        currency = before if not before.assumed or after.assumed else after
    elif not scale:
        end = _with_dash(found, end)
    return Piece(start, end, value, index, factor, currency, vague=number.kind == "vague")


def _is_unit(found: Found, number: Number, value: Decimal) -> bool:
    """Say whether a magnitude behind a currency is what a table counts in: "CAD million"."""
    alone = number.kind == "words" and value == scale_factor(found, number)
    return alone and not found.low.startswith(("a", "one", "half"), number.start)


def _is_taken(found: Found, index: int, before: Printed) -> bool:
    """Say whether a currency belongs to the sum before it: "its 1.4 billion SEK 2023 package"."""
    if index == 0:
        return False
    earlier = found.numbers[index - 1]
    gap = found.low[earlier.end : before.start]
    if earlier.kind != "digits" or earlier.end == earlier.figure_end or gap.strip(" \u00a0-"):
        return False
    return currency_before(found.text, found.low, earlier.start) is None


def _is_code(found: Found, number: Number, before: Printed) -> bool:
    """Say whether "$1" stands in program text: braces or a letter directly beside it."""
    following = found.text[number.end : number.end + 1]
    if before.end != number.start or not before.assumed:
        return False
    words = found.low[max(0, before.start - 12) : before.start].split()
    if number.end - number.start == 1 and words and words[-1] in load("currencies")["program"]:
        return True
    if not following:
        return False
    return following in "{}[" or (following.isalpha() and following.isascii()) or following == "_"


def _scale_ahead(found: Found, before: Printed) -> tuple[int, int]:
    """Read a magnitude before the currency: "million EUR 10"."""
    window = found.low[max(0, before.start - 12) : before.start]
    match = _SCALE_BEFORE.search(window)
    if match is None or match[1] == "m":
        return before.start, 1
    return before.start - len(window) + match.start(1), scale_value(match[1])


def _with_dash(found: Found, end: int) -> int:
    match = _DASH_FOR_NONE.match(found.text, end)
    return match.end() if match else end


def _late(found: Found, index: int, number: Number, after: Printed) -> Piece | None:
    scale, end = scale_words(found, number), after.end
    value = number_value(found, number)
    if not scale and number.kind == "digits":
        more = _SCALE_AFTER.match(found.low, after.end)
        if more:  # "10 EUR million"
            scale, end = more[0].strip(" \t\r\n\u00a0-"), more.end()
            value = digits_value(found, number, scale)
        cents = _CENTS_AFTER_SIGN.match(found.text, after.end)
        if cents and value is not None and value == value.to_integral_value():  # "24€90"
            value, end = value + Decimal(cents[0]) / _HUNDRED, cents.end()
    if value is None or _is_year(found, number, after) or is_weight(found, number, after):
        return None
    if opens_a_standard(found, after) or is_denomination(found.low, after):
        return None
    if after.hundredth and is_share(found.low, after.end):
        return None
    if after.hundredth:
        value /= _HUNDRED
    factor = scale_value(scale) if scale else scale_factor(found, number)
    return Piece(
        number.start,
        end,
        value * after.scale,
        index,
        factor * after.scale,
        after,
        vague=number.kind == "vague",
    )


_YEAR = re.compile(r"(?:19|20)\d\d$")
_PRICES_OF = re.compile(r"\b(?:in|of|constant|chained|real|current)\s+(?:fiscal\s+)?$")


def _is_year(found: Found, number: Number, after: Printed) -> bool:
    """Say whether this is the year of a price level: "in 2010 dollars"."""
    figure = found.low[number.start : number.end]
    if not _YEAR.match(figure) or after.start == after.end:
        return False
    return _PRICES_OF.search(found.low[max(0, number.start - 20) : number.start]) is not None


def _bare(found: Found, index: int, number: Number) -> Piece | None:
    """Read a number with a magnitude but no currency; "5 m" and small words are none."""
    if number.kind == "digits" and number.end == number.figure_end:
        return _scaled_ahead(found, index, number)
    value = number_value(found, number)
    if value is None or value < _SMALLEST_BARE or is_weak(scale_words(found, number)):
        return None
    vague = number.kind == "vague"
    if (vague and value < _SMALLEST_VAGUE) or _in_address(found, number):
        return None
    factor = scale_factor(found, number)
    alone = number.kind == "words" and value == factor
    if alone and not found.low.startswith(("a", "one"), number.start):
        return None  # "billion" alone, not "a billion"
    return Piece(number.start, number.end, value, index, factor, None, vague=vague)


#: Below these, a number without a currency counts things ("thousands of", "millions of").
_SMALLEST_BARE = 1000
_SMALLEST_VAGUE = 1_000_000_000


def _in_address(found: Found, number: Number) -> bool:
    """Say whether the number is a part of a web address ("…/over-1-billion-for")."""
    before = found.low[max(0, number.start - 1) : number.start]
    after = found.low[number.end : number.end + 1]
    return before in ("-", "/", "_") and after in ("-", "/", "_", ".")


def _scaled_ahead(found: Found, index: int, number: Number) -> Piece | None:
    """Read "EUR million 10": currency, magnitude, figure. And "80p"."""
    following = found.low[number.end : number.end + 1]
    letter = _PENCE.match(found.low, number.end) if following in ("p", "c") else None
    if letter:
        return _pence(found, index, number, letter[0])
    if found.low[max(0, number.start - 2) : number.start - 1] not in _SCALE_ENDS:
        return None
    window = found.low[max(0, number.start - 10) : number.start]
    match = _SCALE_BEFORE.search(window)
    if match is None:
        return None
    at = number.start - len(window) + match.start(1)
    currency = currency_before(found.text, found.low, at)
    value = number_value(found, number)
    if currency is None or currency.weak or value is None:
        return None
    factor = scale_value(match[1])
    return Piece(currency.start, number.end, value * factor, index, factor, currency)


def _pence(found: Found, index: int, number: Number, letter: str) -> Piece | None:
    """Read "80p"; "43c" is read too, and dropped again where no dollars stand before it."""
    value = number_value(found, number)
    before = found.text[number.start - 1 : number.start]
    if value is None or value > _LARGEST_PENCE or (before and before not in " \t\n\u00a0(£-–"):
        return None
    code = load("currencies")["minor_letters"][letter]
    weak = letter != "p"
    printed = Printed(number.end, number.end + 1, code, assumed=weak, weak=weak, hundredth=True)
    return Piece(number.start, number.end + 1, value / _HUNDRED, index, 1, printed)


def with_smaller_units(pieces: list[Piece], found: Found) -> list[Piece]:
    """Join "20 dollars and 43 cents" and "$1 trillion 400 billion" into one sum each."""
    out: list[Piece] = []
    for piece in pieces:
        if out and _completes(out[-1], piece, found):
            out[-1] = replace(out[-1], end=piece.end, value=out[-1].value + piece.value)
        else:
            out.append(piece)
    return [piece for piece in out if not _is_loose_cents(piece)]


def _is_loose_cents(piece: Piece) -> bool:
    """Say whether "43c" stands alone: an article, a coach of a train, a model."""
    currency = piece.currency
    return currency is not None and currency.weak and currency.hundredth


_AND = re.compile(r"[\s,]*(?:and|und|et|y|&)?\s*$")


def _completes(first: Piece, second: Piece, found: Found) -> bool:
    if first.currency is None:
        return False
    if second.currency is None:
        smaller = first.scale > second.value and second.scale > 1 and not second.vague
        return smaller and found.text[first.end : second.start].isspace()
    if not second.currency.hundredth:
        return False
    if first.currency.hundredth or second.value >= 1 or first.value != int(first.value):
        return False
    between = found.text[first.end : second.start]
    same = first.code == second.code or second.currency.assumed
    return same and _AND.match(between) is not None and "\n\n" not in between
