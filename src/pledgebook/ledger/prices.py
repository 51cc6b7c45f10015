"""What things cost: a book's own list of prices, by which gifts in kind can be estimated."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pledgebook.ledger.errors import LedgerError

#: Columns of a list of prices.
COLUMNS = ("item", "unit_price", "currency", "basis", "source", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one piece of a thing costs.

    Attributes:
        item: name of the thing, or a category of the list of items.
        unit_price: for one piece, in units of ``currency``.
        currency: ISO 4217 code.
        basis: what the price is (replacement cost, list price …).
        source: who says so.
        day: the day it is of.
    """

    item: str
    unit_price: Decimal
    currency: str
    basis: str
    source: str
    day: date

    def __str__(self) -> str:
        price = f"{self.unit_price.normalize():f} {self.currency} each of {self.day}"
        return f"{price} ({', '.join(part for part in (self.basis, self.source) if part)})"


Prices = Mapping[str, Price]


def plain(words: str) -> str:
    """Give the words of a thing as they are compared: one blank, no case, no plural s."""
    flat = " ".join(words.split()).casefold()
    return flat[:-1] if flat.endswith("s") and not flat.endswith("ss") else flat


def read_prices(path: str | Path) -> Prices:
    """Read a CSV file with the columns item, unit_price, currency, basis, source, date.

    Of two prices of one thing the later one holds. Raises LedgerError naming line and column.
    """
    found: dict[str, Price] = {}
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = set(COLUMNS) - set(rows.fieldnames or ())
            if missing:
                raise LedgerError(f"{path}: no column {', '.join(sorted(missing))}")
            for row in rows:
                price = _price(f"{path}, line {rows.line_num}", row)
                old = found.get(plain(price.item))
                if old is None or old.day <= price.day:
                    found[plain(price.item)] = price
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise LedgerError(f"{path} is not a CSV file in UTF-8: {error}") from error
    return found


def _price(where: str, row: Mapping[str, str | None]) -> Price:
    values = {name: (row[name] or "").strip() for name in COLUMNS}
    if not values["item"]:
        raise LedgerError(f"{where}: item is empty")
    code = values["currency"].upper()
    if len(code) != 3 or not code.isalpha():  # noqa: PLR2004 - letters of a code
        raise LedgerError(f"{where}: currency {values['currency']!r} is not a three-letter code")
    try:
        day = date.fromisoformat(values["date"])
    except ValueError as error:
        raise LedgerError(f"{where}: date {values['date']!r} is not YYYY-MM-DD") from error
    return Price(
        item=values["item"],
        unit_price=_positive(where, values["unit_price"]),
        currency=code,
        basis=values["basis"],
        source=values["source"],
        day=day,
    )


def _positive(where: str, text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value <= 0:
        raise LedgerError(f"{where}: unit_price {text!r} is not a number above 0")
    return value
