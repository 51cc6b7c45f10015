"""What other libraries find in a text, in one form: a place and a value.

Every library runs with its own defaults and without network; the ones that are not installed are
left out. Adapters give a library the benefit of the doubt wherever its answer has no place of its
own in our form.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Literal

Kind = Literal["money", "dates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A value that a library found.

    Attributes:
        start, end: where it stands, in code points.
        numbers: the figures that it may mean (both ends of a range, its middle).
        currency: ISO code, or the sign as printed; None where the library gives none.
        day: for a date.
    """

    start: int
    end: int
    numbers: tuple[Decimal, ...] = ()
    currency: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A library: what it reads, the package it comes in, and how it is asked."""

    name: str
    kind: Kind
    package: str
    asked: str
    make: Callable[[], Callable[[str, date], Iterator[Finding]]]

    @property
    def installed(self) -> bool:
        """Say whether the library is there."""
        return find_spec(self.package) is not None

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {version(self.name)}" if self.installed else self.name


def price_parser() -> Callable[[str, date], Iterator[Finding]]:
    """One price per text, with the sign as printed."""
    parse = import_module("price_parser").parse_price

    def find(text: str, _on: date) -> Iterator[Finding]:
        price = parse(text)
        if price.amount is not None:
            start = max(0, text.find(price.amount_text))
            end = start + len(price.amount_text)
            yield Finding(start=start, end=end, numbers=(price.amount,), currency=price.currency)

    return find


def quantulum() -> Callable[[str, date], Iterator[Finding]]:
    """Quantities with a currency for their unit; its classifier is left out (see the docs)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that its classifier is not installed
        parse = import_module("quantulum3.parser").parse

    def find(text: str, _on: date) -> Iterator[Finding]:
        for found in parse(text):
            code = getattr(found.unit, "currency_code", None)
            if code is not None:
                value = Decimal(str(found.value))
                spread = Decimal(str(found.uncertainty or 0))
                numbers = (value, value - spread, value + spread)
                start, end = found.span
                yield Finding(start=start, end=end, numbers=numbers, currency=code)

    return find


def search_dates() -> Callable[[str, date], Iterator[Finding]]:
    """Days; relative ones counted from the publication; English is told."""
    search = import_module("dateparser.search").search_dates

    def find(text: str, on: date) -> Iterator[Finding]:
        base = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a day, in no zone
        at = 0
        settings = {"RELATIVE_BASE": base}
        for words, day in search(text, languages=["en"], settings=settings) or ():
            start = max(at, text.find(words, at))
            at = start + len(words)
            yield Finding(start=start, end=at, day=day.date())

    return find


PEERS = (
    Peer(
        name="price-parser",
        kind="money",
        package="price_parser",
        asked="parse_price, which finds one price in what it is given",
        make=price_parser,
    ),
    Peer(
        name="quantulum3",
        kind="money",
        package="quantulum3",
        asked="parser.parse without its classifier; quantities that have a currency",
        make=quantulum,
    ),
    Peer(
        name="dateparser",
        kind="dates",
        package="dateparser",
        asked="search_dates, told the language and the day of publication",
        make=search_dates,
    ),
)
