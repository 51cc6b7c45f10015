"""The row's gate refuses a value that the cited cells do not say, whoever made the claim."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

import pytest

from pledgebook.commands.cell_readers import READERS
from pledgebook.exchange.cells import Cell
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.row_cells import RowCells
from pledgebook.exchange.row_gate import RowCase, unborne
from pledgebook.exchange.row_text import row_text
from pledgebook.exchange.row_values import values_of
from pledgebook.model.claims import Commitment, Source
from pledgebook.model.ids import text_id
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount

MAP = read_map(
    """
name: test
source: {title: Help for Ukraine}
numbers: {decimal: ",", multiplier: 1000}
dates: "%d.%m.%Y"
fields:
  donors: Donor
  recipients: {constant: Ukraine}
  amount: Sum
  amount.currency: Currency
  stage: {column: Stage, values: {gone: delivered}}
  announced_on: When
  purpose: Why
""",
    "map.yaml",
)
NAMES = ("Donor", "Sum", "Currency", "Stage", "When", "Why", "Other")
CELLS = ("Norway", "1,6", "NOK", "gone", "02.03.2025", "boots, socks", "1,7 SEK Sweden")
COLUMNS = {name: n for n, name in enumerate(NAMES)}
TEXT = row_text(NAMES, tuple(map(Cell, CELLS)))


def made() -> Commitment:
    source = Source(id=text_id(TEXT.text), title="Help for Ukraine")
    cells = RowCells(MAP, COLUMNS, TEXT, READERS, "commitment", source)
    values = values_of(cells)
    assert cells.faults == []
    return Commitment(
        source=source, evidence=tuple(cells.evidence), sentence=Span(0, 1), reader="x", **values
    )


def reasons(claim: Commitment) -> list[str]:
    return list(unborne(RowCase(claim, TEXT, MAP, COLUMNS, READERS)))


def test_what_the_row_says_passes() -> None:
    assert reasons(made()) == []


SUM = Amount(low=Decimal(1600), high=Decimal(1600), currency="NOK")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount", dataclasses.replace(SUM, low=Decimal(1700))),
        ("amount", dataclasses.replace(SUM, high=Decimal("1600.1"))),
        ("amount", dataclasses.replace(SUM, low=Decimal("1.6"), high=Decimal("1.6"))),
        ("amount", dataclasses.replace(SUM, currency="SEK")),
        ("donors", (Actor(id="SWE", name="Norway", type="state"),)),
        ("donors", (Actor(id="NOR", name="Sweden", type="state"),)),
        ("donors", (Actor(id="NOR", name="Norway", type="organisation"),)),
        ("recipients", (Actor(id="RUS", name="Ukraine", type="state"),)),
        ("stage", "pledged"),
        ("announced_on", made().announced_on.replace(day=3)),  # type: ignore[union-attr]
        ("purpose", "boots"),
    ],
)
def test_a_value_that_differs_is_named(field: str, value: Any) -> None:
    assert reasons(dataclasses.replace(made(), **{field: value}))


@pytest.mark.parametrize("field", ["amount", "donors.0", "announced_on", "purpose"])
def test_a_value_without_words_is_named(field: str) -> None:
    claim = made()
    kept = tuple(e for e in claim.evidence if e.field != field)
    assert len(kept) == len(claim.evidence) - 1
    assert reasons(dataclasses.replace(claim, evidence=kept)) != []


def test_words_of_another_column_do_not_count() -> None:
    claim = made()
    at = TEXT.text.index("SEK")
    other = Evidence(field="amount.currency", start=at, end=at + 3, quote="SEK")
    kept = [e for e in claim.evidence if e.field != "amount.currency"]
    moved = dataclasses.replace(
        claim, evidence=(*kept, other), amount=dataclasses.replace(SUM, currency="SEK")
    )
    assert any("outside the column 'Currency'" in reason for reason in reasons(moved))


def test_a_quote_that_does_not_stand_there_is_named() -> None:
    claim = made()
    first, *rest = claim.evidence
    wrong = dataclasses.replace(first, start=first.start + 1, end=first.end + 1)
    assert reasons(dataclasses.replace(claim, evidence=(wrong, *rest)))


def test_a_field_that_the_map_does_not_feed_is_named() -> None:
    assert reasons(dataclasses.replace(made(), within="commitment:1")) == []
    period = dataclasses.replace(made(), funding_source=None, speaker=Actor(
        id="NOR", name="Norway", type="state"))  # fmt: skip
    assert any("feeds no such value" in reason for reason in reasons(period))
