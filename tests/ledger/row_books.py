"""Releases of a data set in books of small texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from decision_books import add, text
from promise_builders import Text, item

from pledgebook.ledger.prices import Price
from pledgebook.ledger.store import Ledger
from pledgebook.model.datasets import TERMS_MADE_BY, ReleaseTerms
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot

#: Days of March on which the releases come out.
RELEASES = {"7": 4, "18": 9, "19": 12}
PRICES = {
    "drone": Price(
        item="drone", unit_price=Decimal(20), currency="EUR", basis="list price",
        source="made up", day=date(2025, 1, 1),
    )
}  # fmt: skip


def terms(release: str, per_euro: str, folds: tuple[tuple[str, str], ...]) -> ReleaseTerms:
    day = date(2025, 3, RELEASES[release])
    rates = (("USD", Decimal(per_euro)),)
    return ReleaseTerms(series="aid", release=release, day=day, rates=rates, counted_under=folds)


def add_terms(ledger: Ledger, found: ReleaseTerms) -> None:
    snapshot = Snapshot.of(found.text(), TERMS_MADE_BY)
    seen = Sighting(snapshot=snapshot.id, ref=f"terms {found.release}", published=found.day)
    reading = Reading(snapshot=snapshot.id, reader="terms", version="1", claims=())
    ledger.add(Document(snapshot=snapshot, sighting=seen), [], reading)


def row(release: str, number: int, words: str) -> Text:
    """A row; where two releases have the same words, they have the same text."""
    found = text(f"Row {number}: {words}", day=RELEASES[release], url=None)
    return Text(
        found.words, published=found.published, ref=f"{release}.xlsx#{number}",
        record=f"aid/{release}#{number}",
    )  # fmt: skip


def add_rows(ledger: Ledger, random: Random) -> None:
    """Add some rows of some release, with its terms or without."""
    release = random.choice(list(RELEASES))
    if random.random() < 0.6:
        fold = random.choice([(), (("SWE", "NOR"),)])
        add_terms(ledger, terms(release, random.choice(["2", "3"]), fold))
    for number in random.sample(range(4), random.randint(1, 3)):
        donor = random.choice(["NOR", "SWE"])
        words = f"{donor} gives {random.choice([5, 6, 8])} million."
        values: dict[str, Any] = random.choice(
            [{}, {"stage": "withdrawn"}, {"firmness": "conditional"}]
        )
        if random.random() < 0.2:
            values = {"amount": None, "items": (item("drones", random.randint(1, 5)),)}
        add(ledger, row(release, number, words), **values)
