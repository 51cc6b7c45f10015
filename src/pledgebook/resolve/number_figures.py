"""Figures made of digits: which marks part thousands and which one starts the decimals."""

from __future__ import annotations

import re
from decimal import Decimal

#: Figures longer than this are serial numbers, keys or noise, never a sum or a count.
LONGEST = 30

_BLANKS = re.compile("[ \u00a0\u2007\u2009\u202f'’]")
_FRACTIONS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / Decimal(3),
    "⅔": Decimal(2) / Decimal(3),
}
_THREES = 3


def figure_value(figure: str, *, continental: bool = False, scaled: bool = False) -> Decimal | None:
    """Read a figure; None where its marks fit no way of writing numbers (dates, versions).

    One mark before exactly three digits is ambiguous. A comma parts thousands, unless the words of
    magnitude are of a language with a decimal comma (``continental``). A point parts thousands in
    such languages and where no magnitude follows ("1.500 euro"), and starts decimals before an
    English magnitude (``scaled``: "$1.125 billion").
    """
    if len(figure) > LONGEST:
        return None
    if figure[-1] in _FRACTIONS:
        whole = figure_value(figure[:-1].strip()) if len(figure) > 1 else Decimal(0)
        return None if whole is None else whole + _FRACTIONS[figure[-1]]
    if "/" in figure:
        return _with_fraction(figure)
    digits = _BLANKS.sub("", figure)
    if digits.isdigit():
        return Decimal(digits)
    return _marked(digits.replace("·", "."), continental=continental, scaled=scaled)


def _with_fraction(figure: str) -> Decimal | None:
    whole, _, parts = figure.rpartition(" ")
    over, under = parts.split("/")
    if int(under) == 0:
        return None
    return Decimal(whole or 0) + Decimal(over) / Decimal(under)


def _marked(digits: str, *, continental: bool, scaled: bool) -> Decimal | None:
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        return _both(digits)
    mark = "," if commas else "."
    if max(commas, points) > 1:
        return _grouped(digits, mark)
    thousands_mark = "." if continental else ","
    groups = mark == thousands_mark or not (scaled or continental)
    head, tail = digits.split(mark)
    if groups and len(tail) == _THREES and 1 <= len(head) <= _THREES and head[0] != "0":
        return Decimal(head + tail)
    return Decimal((head or "0") + "." + tail)


def _both(digits: str) -> Decimal | None:
    decimal = max(",.", key=digits.rfind)
    head, _, tail = digits.rpartition(decimal)
    group = "." if decimal == "," else ","
    if decimal in head:
        return None
    whole = _grouped(head, group)
    return None if whole is None else whole + Decimal("0." + tail)


def _grouped(digits: str, mark: str) -> Decimal | None:
    """Read groups of three, Indian groups ("1,50,00,000"), or groups and two decimals."""
    first, *rest = digits.split(mark)
    if not 1 <= len(first) <= _THREES:
        return None
    if all(len(part) == _THREES for part in rest):
        return Decimal(first + "".join(rest))
    *middle, last = rest
    if len(last) == _THREES and len(first) < _THREES and all(len(part) == 2 for part in middle):  # noqa: PLR2004
        return Decimal(first + "".join(rest))
    if middle and len(last) < _THREES and all(len(part) == _THREES for part in middle):
        return Decimal(first + "".join(middle) + "." + last)
    return None
