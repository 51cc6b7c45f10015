"""Every list, filter, file and feed shows the stage that an entry has reached, and the same one."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from publish_book import FREEZE, LOAN, FakeView, W, entry_of, narvik

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.entrypage import EntryPage
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import find


def moved_on() -> FakeView:
    """The loan and the freeze, each told again a day later at a further stage."""
    again = replace(LOAN, source=W, stage="committed", evidence=(), items=(), funding_source=None)
    later = replace(FREEZE, stage="in_force", evidence=())
    entries = (
        entry_of(LOAN, again, relation="updates"),
        entry_of(replace(FREEZE, stage="pledged"), later, relation="updates"),
    )
    claims = tuple(claim for entry in entries for claim in entry.claims)
    return replace(narvik(), the_entries=entries, the_claims=claims)


BOOK = Book(moved_on())


def page_at(path: str, *query: tuple[str, str]) -> Page:
    found = find(BOOK, path, Asked(query=query, served=True))
    assert isinstance(found, Page)
    return found


def file_at(path: str, *query: tuple[str, str]) -> bytes:
    found = find(BOOK, path, Asked(query=query, served=True))
    assert isinstance(found, File)
    return found.content


@pytest.mark.parametrize(("stage", "rows"), [("committed", 1), ("pledged", 0)])
def test_the_filter_of_commitments_finds_it_where_the_list_shows_it(stage: str, rows: int) -> None:
    payload = page_at("commitments.html", ("stage", stage)).payload
    assert len(payload.rows) == rows  # type: ignore[attr-defined]
    for row in payload.rows:  # type: ignore[attr-defined]
        assert "committed" in [cell.text for cell in row.cells]
    offered = next(f for f in payload.form.filters if f.key == "stage")  # type: ignore[attr-defined]
    counts = {choice.value: choice.count for choice in offered.choices}
    assert counts.get("committed") == 1
    assert counts.get("pledged", 0) == 0


def test_files_and_feeds_say_it_too() -> None:
    (row,) = csv.DictReader(io.StringIO(file_at("data/commitments.csv").decode("utf-8-sig")))
    assert row["stage"] == "committed"
    assert json.loads(file_at("data/commitments.json"))["rows"][0]["stage"] == "committed"
    held = json.loads(file_at("data/entries.json"))
    assert [one["stage"] for one in held] == ["committed", "in_force"]
    for name, words in (("commitments", "committed"), ("pressure", "in force")):
        assert f"Stage reached: {words}." in file_at(f"feeds/{name}.xml").decode()


def test_the_plan_the_lists_and_the_actors_say_it_too() -> None:
    point = page_at("plan/1.html").payload
    assert [row.stage for row in point.rows] == ["committed"]  # type: ignore[attr-defined]
    assert [r.stage for r in point.table.rows] == ["committed"]  # type: ignore[attr-defined]
    pressure = page_at("pressure.html").payload
    assert [row.stage for row in pressure.rows] == ["in force"]  # type: ignore[attr-defined]
    assert not page_at("pressure.html", ("stage", "pledged")).payload.rows  # type: ignore[attr-defined]
    norway = page_at("actors/NOR.html").payload
    (promised,) = (s for s in norway.sections if s.key == "promised")  # type: ignore[attr-defined]
    assert promised.rows[0].standing.startswith("committed")


def test_each_claim_keeps_its_own() -> None:
    loan = BOOK.entries[0]
    payload = page_at(f"entries/{loan.id.removeprefix('entry:')[:16]}.html").payload
    assert isinstance(payload, EntryPage)
    assert payload.reached == "committed"
    assert [telling.stage for telling in payload.tellings] == ["pledged", "committed"]
    assert next(v.text for v in payload.values if v.label == "stage") == "pledged"
