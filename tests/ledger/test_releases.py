"""Terms of a data set's releases in a book, in each database: by which rates and folds it sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kiel_workbooks import early, late, row

from pledgebook.commands.cell_readers import READERS
from pledgebook.commands.kiel_importing import sources
from pledgebook.exchange.kiel import Asked, read_release
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.reconcile.fold import fold

EARLY = early([row("NOM1", "Norway", total=500, total_eur=400, currency="USD")])
LATE = late(
    [
        row("NOM1", "Norway", total=500, total_eur=250, currency="USD"),
        row("EIF1", "European Investment Bank", total=50, total_eur=50),
    ]
)


def take(ledger: Ledger, raw: bytes, release: str, day: date) -> None:
    asked = Asked(release=release, released=day)
    ledger.add_all(sources(read_release(raw, f"release{release}.xlsx", READERS, asked)))
    ledger.project(fold)


def sums(ledger: Ledger, **more: Any) -> dict[str | None, Decimal]:
    known_by = more.pop("known_by", None)
    view = ledger.view(known_by=known_by, fold=fold)
    found = totals(view, TotalsQuery(rules="kiel", currency="EUR", **more))
    return {one.keys[0][1]: one.low for one in found.rows if one.entries}


def test_each_release_is_summed_by_its_own_terms(ledger: Ledger) -> None:
    take(ledger, EARLY, "7", date(2022, 10, 3))
    assert sums(ledger) == {"NOR": 400}
    take(ledger, LATE, "18", date(2024, 6, 30))
    assert sums(ledger) == {"NOR": 250, "org:eu": 50}
    assert sums(ledger, known_by=date(2023, 1, 1)) == {"NOR": 400}
    terms = ledger.view(fold=fold).releases()
    assert [(one.release, one.day) for one in terms] == [
        ("7", date(2022, 10, 3)),
        ("18", date(2024, 6, 30)),
    ]


def test_rates_that_are_given_go_before_the_release_s_own(ledger: Ledger) -> None:
    take(ledger, EARLY, "7", date(2022, 10, 3))
    given = Rates([Rate(currency="USD", day=date(2022, 3, 1), per_eur=Decimal(5), source="t")])
    assert sums(ledger, rates=given) == {"NOR": 100}


def test_the_rate_is_told_with_its_release(ledger: Ledger) -> None:
    take(ledger, EARLY, "7", date(2022, 10, 3))
    found = totals(ledger.view(fold=fold), TotalsQuery(rules="kiel", currency="EUR"))
    notes = [note.note for one in found.rows for note in one.notes]
    assert notes == ["converted at 1.25 USD per EUR, release 7's own rate"]
