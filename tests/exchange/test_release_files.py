"""The files of a release: described, the same rows twice, the same bytes each time, rights kept."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from decision_books import NOON, Clock, add, decide, read, sum_change, text
from hypothesis import given
from hypothesis import strategies as st
from promise_builders import amount
from release_books import cells, files, released
from table_strategies import claims

from pledgebook.commands import table_exporting
from pledgebook.exchange.package.descriptor import csv_path, parquet_path
from pledgebook.exchange.package.files import (
    cleaned,
    csv_file,
    parquet_file,
    rows_of_csv,
    rows_of_parquet,
)
from pledgebook.exchange.package.freezing import _ROWS, Asked, frozen
from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.tables import Field, FieldType, Table, tables, value_fields
from pledgebook.exchange.package.values import fits, not_carried, place, value_cells
from pledgebook.ledger import copying
from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim
from pledgebook.model.problems import Problem
from pledgebook.reconcile.fold import fold

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "book.db"), create=True, clock=Clock()) as opened:
        yield opened


def both_ways(table: Table, rows: list[Any]) -> None:
    held = cleaned(rows)
    assert rows_of_csv(table, csv_file(table, held), "x.csv") == held
    assert rows_of_parquet(table, parquet_file(table, held), "x.parquet") == held


_CELLS: dict[FieldType, st.SearchStrategy[Any]] = {
    "string": st.text(st.characters(exclude_categories=()), max_size=30),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "decimal": st.decimals(-(10**19), 10**19, places=18, allow_nan=False),
    "boolean": st.booleans(),
    "date": st.dates(min_value=date(1000, 1, 1)),
    "datetime": st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2260, 1, 1)),  # noqa: DTZ001
}


#: A column of each type.
_ANY = Table(
    name="any", title="any", about="any", key=(),
    fields=tuple(
        Field(name=name, type=name, meaning="any", null="none", source="none") for name in _CELLS
    ),
)  # fmt: skip


@given(rows=st.lists(st.tuples(*(st.none() | cell for cell in _CELLS.values())), max_size=3))
def test_any_row_is_the_same_as_csv_and_as_parquet(rows: list[Any]) -> None:
    both_ways(_ANY, rows)


@given(made=claims())
def test_the_values_of_any_claim_fit_their_columns(made: Claim) -> None:
    table = Table(name="x", title="x", about="x", key=(), fields=value_fields())
    row = value_cells(made, named_only=False)
    both_ways(table, [row])
    hidden = dict(zip(table.names, value_cells(made, named_only=True), strict=True))
    words = {field.name for field in value_fields() if field.words}
    shown = dict(zip(table.names, row, strict=True))
    assert not any(hidden[name] for name in words)
    assert {n: c for n, c in hidden.items() if n not in words} == {
        n: c for n, c in shown.items() if n not in words
    }


def test_words_are_all_but_codes_ids_and_figures() -> None:
    words = {field.path for field in value_fields() if field.words}
    assert {"content", "purpose", "conditions.text", "items.name", "period.text"} <= words
    codes = {"stage", "donors.id", "amount.currency", "representing", "period.duration"}
    assert not codes & words


@pytest.mark.parametrize(
    ("figure", "held"),
    [("1600000000", True), ("0." + "0" * 17 + "1", True), ("0." + "0" * 18 + "1", False),
     ("9" * 20, True), ("1" + "0" * 20, False), ("162866449.5114012345", True)],
)  # fmt: skip
def test_a_figure_is_held_whole_or_named(figure: str, *, held: bool) -> None:
    assert fits(Decimal(figure)) is held
    claim = text("NOR gives it.").commitment("NOR", amount=amount(figure))
    names = [field.name for field in value_fields()]
    row = dict(zip(names, value_cells(claim, named_only=False), strict=True))
    assert row["amount_low"] == (Decimal(figure) if held else None)
    assert not_carried(claim) == (() if held else ("amount_low", "amount_high"))


def test_every_table_is_made_and_every_field_explained() -> None:
    assert list(_ROWS) == list(tables())
    page = (ROOT / "docs" / "releases.md").read_text("utf-8")
    for table in tables().values():
        assert f"| `{table.name}` |" in page
        assert set(table.key) <= set(table.names)
        assert len(set(table.names)) == len(table.names)
        for field in table.fields:
            assert re.fullmatch("[a-z_]+", field.name)
            assert field.meaning
            assert field.null
            assert field.source
            if field.type in ("decimal", "integer") and field.name != "ordinal":
                assert field.unit or field.name.endswith("count"), (table.name, field.name)
            if field.references is not None:
                other, _, name = field.references.partition(".")
                assert tables()[other].key == (name,)


def test_the_readers_figures_are_those_of_the_page() -> None:
    file = ROOT / "src" / "pledgebook" / "exchange" / "resources" / "reader_quality.csv"
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
    page = (ROOT / "docs" / "quality.md").read_text("utf-8")
    page = page[page.index("| set | figure | value | floor |") :]  # other tables stand before it
    told = [line.strip("| \n").split(" | ") for line in page.splitlines() if line.startswith("| ")]
    assert rows == told
    assert len(rows) > 20


def test_the_same_book_and_name_give_the_same_bytes(ledger: Ledger, tmp_path: Path) -> None:
    claim = add(ledger, text("NOR gives 5 million."), misread=True)[0]
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    one = files(ledger, "r")
    copying.backup(ledger.book, str(tmp_path / "again.db"))
    with Ledger.open(str(tmp_path / "again.db")) as again:
        assert files(again, "r") == one
    ledger.project(fold)
    with Ledger.open(ledger.book) as same:
        assert files(same, "r") == one
    other = files(ledger, "s")
    assert {path for path in one if one[path] != other[path]} == {
        "manifest.json", "datapackage.json", "README.md", "changes.json",
    }  # fmt: skip


def test_what_stands_in_the_tables(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, text("NOR gives 5 million. And DNK gives 7 million."))
    add(ledger, text("Now NOR gives 5 million.", day=5), stage="committed")
    unread = Problem(code="binary", message="no text", where="/home/x/a.bin", fatal=True)
    ledger.run("add", {}, [unread])
    made = released(ledger, tmp_path / "r1")
    found = cells(
        made, "entries", "donors_id", "amount_low", "stage", "furthest_stage", "witnesses"
    )
    assert sorted(found) == [
        ("DNK", Decimal(7_000_000), "pledged", "pledged", 1),
        ("NOR", Decimal(5_000_000), "pledged", "committed", 2),
    ]
    assert made.manifest.tables["claims"] == 3
    quotes = cells(made, "evidence", "field", "quote")
    assert quotes.count(("donors.0", "NOR")) == 2
    total = [
        row for row in made.rows("totals")
        if (row["rules"], row["measure"], row["donor"]) == ("default", "any", "NOR")
    ]  # fmt: skip
    assert [(row["converted"], row["low"], row["currency"]) for row in total] == [
        (False, Decimal(5_000_000), "EUR"),
        (True, Decimal(5_000_000), "EUR"),
    ]
    counted = [row["entry"] for row in made.rows("counting") if row["rules"] == "fts"]
    assert set(counted) == {row["entry"] for row in made.rows("entries")}
    for rules in ("default", "strict", "fts"):
        judged = [row["counted"] for row in made.rows("counting") if row["rules"] == rules]
        summed = [
            row["entries"]
            for row in made.rows("totals")
            if (row["rules"], row["measure"], row["converted"]) == (rules, "any", False)
        ]
        assert sum(judged) == sum(summed)  # type: ignore[arg-type]
    assert cells(made, "problems", "code", "not_read", "input") == [("binary", True, "a.bin")]
    assert made.manifest.data["not_read"][0]["input"] == "a.bin"
    head = ledger.head()
    assert (made.manifest.rows, made.manifest.head) == (head.seq, head.hash)
    assert made.manifest.data["quality"]["book"]["entries_told_by_one_text"] == 1
    assert {rules["name"] for rules in made.manifest.data["counting_rules"]} >= {"fts", "strict"}


def test_words_of_a_source_that_may_only_be_named_are_withheld(
    ledger: Ledger, tmp_path: Path
) -> None:
    hidden = text("Quietly NOR gives 5 million for zebras.")
    document = replace(hidden.document, sighting=replace(hidden.sighting, rights="metadata"))
    (claim,) = add_as(ledger, hidden, document, purpose="zebras", misread=True)
    add(ledger, text("Aloud DNK gives 7 million."))
    decide(ledger, "change_value", claim.id, sum_change(claim, 5))
    made = released(ledger, tmp_path / "r1")
    every = b"".join(files(ledger, "r1")[csv_path(name)] for name in tables())
    assert b"zebras" not in every
    assert b"5 million" not in every
    assert b"7 million" in every
    rows = {row["donors_id"]: row for row in made.rows("claims")}
    assert (rows["NOR"]["amount_low"], rows["NOR"]["sentence"]) == (Decimal(5_000_000), None)
    assert rows["DNK"]["sentence"] == "DNK gives 7 million"
    assert made.manifest.data["withheld"]["claims_without_words"] == 1
    assert cells(made, "decisions", "value") == [(None,)]


@pytest.mark.parametrize("as_of", [None, NOON], ids=["known-by", "as-of"])
def test_a_release_of_an_older_day_keeps_to_the_rights_of_now(
    tmp_path: Path, as_of: datetime | None
) -> None:
    clock, told = Clock(), text("Openly NOR gives 5 million for zebras.")
    known_by = None if as_of else date(2026, 1, 1)
    whole = table_exporting.Asked(kind=None, claims=True, as_of=as_of, known_by=known_by)

    def made(book: Ledger) -> bytes:
        view = book.view(as_of, known_by, fold=fold)
        asked = Asked(name="r1", head=book.head(), version="0", since=None)
        table, _ = table_exporting._rows(view, whole)
        return b"".join(dict(frozen(Held(view), asked)).values()) + repr(table).encode()

    with Ledger.open(str(tmp_path / "book.db"), create=True, clock=clock) as book:
        add_as(book, told, told.document, purpose="zebras")
        assert b"zebras" in made(book)
        clock.on(60)
        barred = replace(told.document.sighting, rights="metadata", published=date(2026, 5, 5))
        add_as(book, told, replace(told.document, sighting=barred), purpose="zebras")
        assert b"NOR" in made(book)
        assert b"zebras" not in made(book)


def add_as(ledger: Ledger, source: Any, document: Any, **how: Any) -> list[Claim]:
    made = read(source, **how)
    ledger.add(document, made, source.reading(made, "1"))
    return made


def test_parquet_holds_fixed_types_and_no_time_of_making(ledger: Ledger) -> None:
    add(ledger, text("NOR gives 5 million."))
    content = files(ledger, "r1")[parquet_path("entries")]
    schema = pq.read_schema(io.BytesIO(content))
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert types["amount_low"] == "decimal128(38, 18)"
    assert types["first_published"] == types["announced_on"] == "date32[day]"
    assert types["witnesses"] == "int64"
    assert types["is_total"] == types["contradicted"] == "bool"
    assert schema.field("amount_low").metadata[b"meaning"].startswith(b"lower end of the sum")


def test_an_empty_book_can_be_released(ledger: Ledger, tmp_path: Path) -> None:
    made = released(ledger, tmp_path / "r1")
    assert set(made.manifest.tables.values()) == {0}
    assert made.manifest.rows == 0
    assert json.loads(files(ledger, "r1")["changes.json"])["from"] is None


@pytest.mark.parametrize(
    ("ref", "shown"),
    [("/home/ana/news/a.txt", "a.txt"), ("C:\\news\\a.txt", "a.txt"), ("a.csv#3", "a.csv#3"),
     ("https://example.org/a/b", "https://example.org/a/b"), (None, None), ("news/", "news/")],
)  # fmt: skip
def test_folders_of_the_maker_are_left_off(ref: str | None, shown: str | None) -> None:
    assert place(ref) == shown


def test_the_clock_of_the_test_is_one_with_a_zone() -> None:
    assert Clock()().tzinfo is UTC


def test_only_sums_are_decimals() -> None:
    """``not_carried`` looks at no other figure; a new decimal column must be told there."""
    decimals = [field.name for field in value_fields() if field.type == "decimal"]
    assert decimals == ["amount_low", "amount_high"]
