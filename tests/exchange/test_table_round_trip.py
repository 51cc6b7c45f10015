"""Every value that a table carries comes back as it was: claim to file to claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_strategies import claims, words

from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.commands.table_importing import load_map
from pledgebook.exchange.pieces import harmless, join, plain, split, unescaped
from pledgebook.exchange.table_columns import dictionary, used, value_columns
from pledgebook.exchange.table_export import claim_rows, csv_bytes, xlsx_bytes
from pledgebook.exchange.table_import import TableRead, read_table
from pledgebook.model.claims import Claim

EXPORT_MAP = load_map("export")


def again(made: list[Claim], form: str) -> TableRead:
    rows = list(claim_rows(made, {}))
    write = csv_bytes if form == "csv" else xlsx_bytes
    raw = write(used(rows), rows)
    return read_table(raw, f"x.{form}", EXPORT_MAP, READERS, text_of)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@given(made=st.lists(claims(), min_size=1, max_size=4, unique_by=lambda claim: claim.id))
def test_values_come_back(made: list[Claim], form: str) -> None:
    found = again(made, form)
    assert found.left == []
    assert [one.claim.values() for one in found.taken] == [claim.values() for claim in made]
    assert [one.claim.source.published for one in found.taken] == [
        claim.source.published for claim in made
    ]


@given(made=claims())
def test_every_span_of_a_row_holds_its_quote(made: Claim) -> None:
    (one,) = again([made], "csv").taken
    text = one.document.snapshot.text
    assert one.claim.evidence
    for evidence in one.claim.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote


@given(words)
def test_no_cell_runs_as_a_formula(cell: str) -> None:
    written = harmless(cell)
    assert plain(written) == cell
    number = written.removeprefix("-").replace(".", "", 1).isdecimal()
    assert number or not written.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


@given(st.lists(words, min_size=1, max_size=5))
def test_joined_pieces_come_apart(parts: list[str]) -> None:
    cell = join(parts, ";")
    pieces = split(cell, ";", escaped=True)
    assert [unescaped(piece) for _, piece in pieces] == parts
    assert all(cell[at : at + len(piece)] == piece for at, piece in pieces)


def test_every_column_is_described_and_read_back() -> None:
    assert set(value_columns()) <= set(dictionary())
    assert set(EXPORT_MAP.fields) == set(value_columns())
    assert all(meaning.strip() for meaning in dictionary().values())
