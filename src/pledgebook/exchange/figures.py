"""Figures and days of cells, read strictly by the format that a map states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError

#: Longest figure that is read, in characters: no sum or count has more digits.
LONGEST = 40
#: Blanks that printers set between thousands.
_BLANKS = " \u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFormat:
    """How figures are printed.

    Attributes:
        decimal: the decimal sign.
        thousands: sign between groups of three digits; None where there is none.
        multiplier: what a printed figure is multiplied by (1000000 for "in millions").
    """

    decimal: str = "."
    thousands: str | None = None
    multiplier: Decimal = Decimal(1)


def figure(cell: Cell, form: NumberFormat) -> Decimal:
    """Read a figure; raises ExchangeError for anything but digits in this format.

    A typed number of a workbook is in one fixed form whatever the map says. A figure below zero
    is refused: a promise is not negative, and a correction is an event of its own.
    """
    words = cell.text
    if len(words) > LONGEST:
        raise ExchangeError(f"a figure of {len(words)} characters")
    printed = NumberFormat() if cell.type == "number" else form
    digits = words.removeprefix("-")
    if not _pattern(printed).fullmatch(digits):
        raise ExchangeError(f"{words!r} is no figure{_hint(words, form)}")
    if words != digits and digits.strip("0.,"):
        raise ExchangeError(f"{words} is below zero")
    for mark in _BLANKS if printed.thousands == " " else printed.thousands or "":
        digits = digits.replace(mark, "")
    return Decimal(digits.replace(printed.decimal, ".")) * form.multiplier


def _pattern(form: NumberFormat) -> re.Pattern[str]:
    decimals = rf"(?:{re.escape(form.decimal)}[0-9]+)?"
    if form.thousands is None:
        return re.compile(rf"[0-9]+{decimals}")
    mark = f"[{_BLANKS}]" if form.thousands == " " else re.escape(form.thousands)
    return re.compile(rf"(?:[0-9]+|[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+){decimals}")


def _hint(words: str, form: NumberFormat) -> str:
    if re.fullmatch(rf"[0-9][0-9.,'{_BLANKS}]*", words):
        between = repr(form.thousands) if form.thousands else "none"
        return (
            f" with the decimal sign {form.decimal!r} and thousands {between}; "
            "see numbers in the map"
        )
    return ""


def whole(cell: Cell, form: NumberFormat) -> int:
    """Read a whole number; raises ExchangeError for anything else."""
    number = figure(cell, form)
    if number != number.to_integral_value():
        raise ExchangeError(f"{cell.text} is no whole number")
    return int(number)


def day(cell: Cell, formats: tuple[str, ...]) -> date:
    """Read a day by the formats of the map (``strptime``), ISO first; raises ExchangeError."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell.text):
        formats = ("%Y-%m-%d",)
    for form in formats:
        try:
            return datetime.strptime(cell.text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ExchangeError(f"{cell.text[:60]!r} is no date as {' or '.join(formats)}")
