"""What can be asked of totals, and what a view must give to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, get_args, runtime_checkable

from pledgebook.ledger.counting import Measured
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.prices import Prices
from pledgebook.ledger.rates import DatedRates
from pledgebook.model.book import BookDefinition
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind

if TYPE_CHECKING:  # numpy is only loaded where there are columns to add up
    from pledgebook.ledger.kept.facts import Facts

#: What totals can be broken down by.
DIMENSIONS = ("donor", "recipient", "aid_type", "instrument", "stage", "month")

#: Currency in which every sum stays as printed.
ORIGINAL = "original"


class BookView(Protocol):
    """The part of the read view that totals need."""

    def definition(self) -> BookDefinition | None:
        """The book's definition."""

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """The book's entries."""


@runtime_checkable
class HoldsReleases(Protocol):
    """A view that knows the terms of the releases in the book."""

    def releases(self) -> tuple[ReleaseTerms, ...]:
        """Terms of the releases that were taken in."""


@runtime_checkable
class HoldsFacts(Protocol):
    """A view that may hold what totals need as columns."""

    def facts(self) -> Facts | None:
        """The columns; None where there are none, and records are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsQuery:
    """What is asked for.

    Attributes:
        by: dimensions of the rows, in order (``DIMENSIONS``); none gives one grand total.
        measure: ``any`` counts each entry once at its furthest stage; the others count entries
            that a source tells at that stage.
        currency: ISO 4217 code to convert to, or ``original`` for rows per currency.
        rules: name of the counting rules; None for the book's own, else ``default``.
        rates: dated rates to convert by, whatever the rules say.
        usual_rates: dated rates for what neither ``rates`` nor a release's own rates convert.
        prices: what things cost, to estimate gifts in kind; None for no estimates.
    """

    by: tuple[str, ...] = ("donor",)
    measure: Measured = "any"
    currency: str = ORIGINAL
    rules: str | None = None
    rates: DatedRates | None = None
    usual_rates: DatedRates | None = None
    prices: Prices | None = None


def check(query: TotalsQuery) -> None:
    """Raise LedgerError for a question that cannot be asked."""
    strange = [name for name in query.by if name not in DIMENSIONS]
    if strange:
        raise LedgerError(f"totals by {', '.join(strange)}? choose from {', '.join(DIMENSIONS)}")
    if query.measure not in get_args(Measured):
        choices = ", ".join(get_args(Measured))
        raise LedgerError(f"there is no measure {query.measure!r}; choose from {choices}")
    if query.currency != ORIGINAL and not re.fullmatch("[A-Z]{3}", query.currency):
        raise LedgerError(f"currency {query.currency!r} is neither a code as EUR nor 'original'")
