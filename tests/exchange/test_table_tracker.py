"""A real workbook that no one here wrote, by a general map: how much of it is taken."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from table_reading import commitments, read_by

from pledgebook.exchange.table_import import TableRead

WORKBOOK = Path(__file__).parents[3] / "shared/bench/kiel_totals/release7.xlsx"
SHEET = "Bilateral assistance, MAIN DATA"
pytestmark = pytest.mark.skipif(
    not WORKBOOK.exists(), reason="the tracker's workbook is not beside the checkout (../shared)"
)

MAP = f"""
name: tracker
source:
  title: Support for Ukraine
  url: [Source of Aid 1, Source of Aid 2]
table: {{sheet: "{SHEET}", id: ID}}
"null": [".", Not given, undisclosed, No value available]
fields:
  donors:
    column: Countries
    values: {{EU (Commission and Council): "org:eu", European Peace Facility: "org:epf"}}
  recipients: {{constant: Ukraine}}
  amount: Total
  amount.currency: Original Currency
  aid_type: Type of Aid General
  stage: {{constant: committed}}
  announced_on: Announcement Date
  items: "[I]"
  items.quantity: No. of Units
"""


@cache
def found() -> TableRead:
    return read_by(MAP, WORKBOOK.read_bytes(), file="release7.xlsx")


def test_all_rows_but_a_repeated_one_are_taken() -> None:
    assert found().counts["taken"] == 1031
    whole = [(left.row, left.code) for left in found().left if left.whole]
    assert whole == [(324, "row-twice")]


def test_what_is_left_out_of_the_others_is_dates_in_words_and_odd_counts() -> None:
    parts = Counter((left.column, left.code) for left in found().left if not left.whole)
    assert set(parts) == {
        ("Announcement Date", "cell-not-read"),
        ("No. of Units", "cell-not-read"),
    }
    assert parts["No. of Units", "cell-not-read"] == 3
    assert parts["Announcement Date", "cell-not-read"] == 180


def test_the_sums_are_those_of_the_sheet() -> None:
    stated: Counter[str] = Counter()
    with closing(openpyxl.load_workbook(WORKBOOK, read_only=True, data_only=True)) as book:
        for number, row in enumerate(book[SHEET].iter_rows(values_only=True), start=1):
            if number not in (1, 324) and isinstance(row[17], int | float):
                stated[str(row[6])] += Decimal(repr(row[17]))  # type: ignore[assignment]
    read: Counter[str] = Counter()
    for claim in commitments(found()):
        if claim.amount is not None:
            assert claim.amount.low is not None
            read[str(claim.amount.currency)] += claim.amount.low  # type: ignore[assignment]
    assert read == stated
    assert len(stated) > 10


def test_every_span_holds_its_quote() -> None:
    for one in found().taken:
        text = one.document.snapshot.text
        for e in one.claim.evidence:
            assert e.place == "title" or text[e.start : e.end] == e.quote
