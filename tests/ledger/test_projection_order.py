"""The entries are the same bytes whatever order the sources came in."""

from __future__ import annotations

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount

from pledgebook.ledger.projection import entry_to_json
from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.model.ids import canonical_json
from pledgebook.reconcile.fold import fold

DAY = date(2025, 3, 1)

texts = st.builds(
    lambda n, days, outlet: Text(
        f"Source number {n} tells of money.",
        published=None if days is None else DAY + timedelta(days=days),
        url=None if outlet == "C" else f"https://{outlet.lower()}.example/{n}",
        publisher=outlet,
        ref=f"{outlet}{n}.txt",
    ),
    st.integers(0, 3),
    st.one_of(st.none(), st.integers(0, 20)),
    st.sampled_from("ABC"),
)


def claims_of(text: Text) -> list[Claim]:
    """Read a text: its day of announcement depends on its publication, as "on Sunday" does."""
    number = int(text.words.split()[2])
    values: dict[str, Any] = {"amount": amount(("5e6", "5e6", "5100000", "9e6")[number])}
    return [
        text.commitment(donors="GBR", announced_on=text.published, **values),
        text.commitment(donors="NOR", instrument=("loan", "grant")[number % 2], **values),
    ]


def book_of(folder: str, name: str, sources: list[Text]) -> str:
    with Ledger.open(str(Path(folder) / name), create=True) as ledger:
        for text in sources:
            claims = claims_of(text)
            ledger.add(text.document, claims, text.reading(claims))
        ledger.project(fold)
        whole = [
            [entry_to_json(e), claim_to_json(e.lead), [claim_to_json(c) for c in e.claims]]
            for e in ledger.view().entries()
        ]
        again = ledger.export_entries()
        ledger.project(fold)
        assert ledger.export_entries() == again
        return again + canonical_json(whole)


@given(sources=st.lists(texts, min_size=1, max_size=6), chance=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_any_order_gives_the_same_bytes(sources: list[Text], chance: random.Random) -> None:
    shuffled = [*sources, chance.choice(sources)]
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as folder:
        assert book_of(folder, "one.db", sources) == book_of(folder, "two.db", shuffled)
