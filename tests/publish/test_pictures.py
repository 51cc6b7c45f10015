"""Over time, who to whom, the map and the timeline: data, words, drawings, and the pages."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pict_book import ISL, SWE, amount, promise, promises, view_of
from publish_book import GUEST, LVA, NOR, FakeView, narvik
from publish_html import Reading

from pledgebook.model.claims import Claim
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.publish.book import Book
from pledgebook.publish.charts import cumulative, matrix, tiles, timeline
from pledgebook.publish.charts.buckets import MOST, calendar
from pledgebook.publish.charts.discs import broken
from pledgebook.publish.charts.grid import regions
from pledgebook.publish.charts.pages import PICTURES, drawn
from pledgebook.publish.charts.scale import scale_for
from pledgebook.publish.names import state_name
from pledgebook.publish.pages import find_page
from pledgebook.publish.render import as_json, html
from pledgebook.publish.site import write_site


def tree(name: str, view: FakeView) -> ET.Element:
    book = Book(view)
    return ET.fromstring(str(drawn(PICTURES[name][0](book), "")))  # noqa: S314 - our own words


def of_class(element: ET.Element, name: str) -> list[ET.Element]:
    return [e for e in element.iter() if name in e.get("class", "").split()]


def test_money_over_time_keeps_new_and_told_again_apart() -> None:
    data = cumulative.picture(Book(promises())).data
    assert isinstance(data, cumulative.OverTime)
    steps = {line.name: [(s.label, s.text) for s in line.steps] for line in data.lines}
    assert steps == {
        "new": [("5 May 2025", "€450m"), ("6 May 2025", "at least €600m")],
        "unclear": [("7 May 2025", "up to €40m")],
        "restated": [("7 May 2025", "€30m")],
    }


def test_money_over_time_says_its_finding() -> None:
    assert cumulative.picture(Book(promises())).finding == (
        "From 5 May 2025 to 7 May 2025, sources tell of at least €600m as new. Of up to €40m no "
        "source says whether it is new. €30m is older money told again. Most of the new money "
        "came on 5 May 2025: €450m."
    )


def test_a_line_is_open_from_the_first_open_sum_on() -> None:
    drawing = tree("over-time", promises())
    assert len(of_class(drawing, "unbounded")) == 1
    assert len(of_class(drawing, "arrow")) == 1
    assert len(of_class(drawing, "uncertain")) == 1


def test_a_part_told_again_is_not_added_to_its_whole() -> None:
    whole, part = (promise(NOR, amount(n, n), newness="restated") for n in ("100", "40"))
    view = view_of((whole, part))
    first, second = view.the_entries
    held = replace(view, the_entries=(first, replace(second, part_of=first.id)))
    data = cumulative.picture(Book(held)).data
    assert isinstance(data, cumulative.OverTime)
    assert [line.text for line in data.lines] == ["none told", "none told", "€100"]


def test_who_promises_to_whom() -> None:
    made = matrix.picture(Book(promises()))
    rows = {row.head: [c.text for c in row.cells] for row in made.table.rows}
    assert made.table.columns == ("Latvia", "Ukraine")
    assert rows == {
        "Norway": ["at least €500m", "none"],
        "Sweden": ["none", "€100m–€200m"],
        "Iceland": ["1 without a sum", "none"],
    }
    assert made.finding == (
        "Sources name 3 donors and 2 recipients. The largest certain sum between two is Norway's "
        "for Latvia: at least €500m."
    )


def test_a_promise_to_nobody_named_has_a_column_of_its_own() -> None:
    made = matrix.picture(Book(view_of([promise(NOR, amount("7", "7"), recipient=None)])))
    assert made.table.columns == ("Nobody named",)
    assert made.finding.endswith("1 promise names no recipient.")


def test_bounds_and_missing_sums_have_marks_of_their_own() -> None:
    drawing = tree("who-to-whom", promises())
    counts = {n: len(of_class(drawing, n)) for n in ("certain", "uncertain", "arrow", "hollow")}
    assert counts == {"certain": 2, "uncertain": 1, "arrow": 1, "hollow": 1}
    short = ["".join(e.itertext()) for e in of_class(drawing, "small")]
    assert short == ["≥ €500m", "€100m–€200m", "1 without"]


def test_a_large_matrix_puts_the_smaller_together() -> None:
    givers = [Actor(id=f"org:d{n}", name=f"Giver {n:02}", type="organisation") for n in range(20)]
    takers = [Actor(id=f"org:r{n}", name=f"Taker {n:02}", type="organisation") for n in range(9)]
    claims = [
        promise(giver, amount(f"{100 - n}", f"{100 - n}"), recipient=takers[n % 9])
        for n, giver in enumerate(givers)
    ]
    made = matrix.picture(Book(view_of(claims)))
    assert len(made.table.rows) == 13
    assert made.table.columns[-1] == "All 3 others"
    assert made.table.rows[-1].head == "All 8 others"
    # Givers 12 to 19 promise 88, 87 … 81; those to takers 6 to 8 are numbers 15, 16 and 17.
    assert made.table.rows[-1].cells[-1].text == f"€{85 + 84 + 83}"
    # What stands for many is told in words and sets no scale: the largest single disc is full.
    drawing = ET.fromstring(str(drawn(made, "")))  # noqa: S314 - our own words
    radii = [float(disc.get("r", 0)) for disc in of_class(drawing, "certain")]
    assert max(radii) == 17
    assert len(radii) == sum(1 for n in range(12) if n % 9 < 6)


def test_the_map_says_who_was_there_and_who_promised() -> None:
    made = tiles.picture(Book(promises()))
    assert made.finding == (
        "1 state attended a meeting and promised something: Norway. 1 state attended, and the "
        "book holds no promise of theirs: Latvia. 2 states promised something and attended no "
        "meeting that a source tells of: Iceland and Sweden."
    )
    drawing = tree("map", promises())
    labels = {e.get("aria-label") for e in drawing.iter("a")}
    assert labels == {
        "Norway: attended (1 entry) and promised (3 entries)",
        "Latvia: attended (1 entry)",
        "Sweden: promised (2 entries)",
        "Iceland: promised (1 entry)",
    }
    # Not told apart by colour alone: a dot for attending, a square for promising.
    assert (len(of_class(drawing, "dot")), len(of_class(drawing, "square"))) == (2, 3)


def test_a_person_stands_on_the_tile_of_the_state_represented() -> None:
    person = Actor(id="person:a-b", name="A. B.", type="person")
    seat = replace(GUEST, actor=person, representing="FIN")
    made = tiles.picture(Book(view_of([seat])))
    assert [row.head for row in made.table.rows] == ["Finland (FIN)"]


@pytest.mark.parametrize("role", ["invited", "declined", "undecided", "joined"])
def test_who_was_not_there_has_no_dot(role: Role) -> None:
    seat = replace(GUEST, role=role)
    made = tiles.picture(Book(view_of([seat])))
    assert made.data is None
    assert [c.text for c in made.table.rows[0].cells] == ["none told", "none told", role]


def test_what_is_denied_or_called_for_is_no_promise_on_the_map() -> None:
    money = amount("7", "7")
    claims: list[Claim] = [
        replace(promise(NOR, money), firmness="denied"),
        promise(SWE, money, "called_for"),
        promise(ISL, money, "withdrawn"),
        replace(promise(LVA, money), firmness="conditional"),
    ]
    made = tiles.picture(Book(view_of(claims)))
    assert [row.head for row in made.table.rows] == ["Latvia (LVA)"]


def test_a_state_without_a_place_in_the_grid_is_shown_all_the_same() -> None:
    greenland = Actor(id="GRL", name="Greenland", type="state")
    data = tiles.picture(Book(view_of([promise(greenland, None)]))).data
    assert isinstance(data, tiles.TileMap)
    assert [(t.code, t.promised) for t in data.parts[-1].tiles] == [("GRL", True)]


def test_the_grid_has_every_state_once() -> None:
    codes = [code for region in regions() for code in region.codes]
    # 193 members of the United Nations, 2 observers, Kosovo and Taiwan.
    assert (len(codes), len(set(codes))) == (197, 197)
    unnamed = {code for code in codes if state_name(code) is None}
    assert unnamed <= {"XKX"}


def test_the_timeline_puts_meetings_on_their_day() -> None:
    made = timeline.picture(Book(promises()))
    rows = {row.head: [c.text for c in row.cells] for row in made.table.rows}
    assert made.table.columns[:3] == ("First of them", "Taking part in meetings", "Commitments")
    assert rows["4 May 2025"][:3] == ["2 entries", "2", "none"]
    assert made.finding == (
        "10 entries from 4 May 2025 to 6 May 2025. Most stand on 5 May 2025 (6: commitments 6)."
    )


def test_many_days_are_put_together() -> None:
    start = date(2014, 1, 1)
    assert calendar([start + timedelta(days=n) for n in range(MOST)]).unit == "day"
    months = calendar([start + timedelta(days=n) for n in range(400)])
    assert (months.unit, len(months.starts)) == ("month", 14)
    assert months.label(months.starts[0]) == "January 2014"
    assert calendar([start + timedelta(days=30 * n) for n in range(200)]).unit == "year"
    shares = [months.share(s) for s in months.starts]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


@pytest.mark.parametrize(
    ("largest", "marks"), [(450, (0, 200, 400)), (9, (0, 5)), (0, (0.0, 0.5, 1.0))]
)
def test_scales_have_round_marks(largest: float, marks: tuple[float, ...]) -> None:
    scale = scale_for([largest])
    assert scale.marks == pytest.approx(marks)
    assert scale.share(largest * 2) <= 1


def test_long_names_break_at_blanks() -> None:
    assert broken("United Kingdom and Norway together", 19) == [
        "United Kingdom and",
        "Norway together",
    ]
    assert broken("Donaudampfschifffahrt", 10) == ["Donaudamp…"]
    assert broken("a b c d e f g h", 3) == ["a b", "c d", "e …"]


@pytest.mark.parametrize("name", list(PICTURES))
def test_each_picture_has_a_page_its_table_and_json(name: str) -> None:
    book = Book(promises())
    page = find_page(book, f"pictures/{name}.html")
    assert page is not None
    made = PICTURES[name][0](book)
    read = Reading(html(book, page).decode())
    assert made.finding in read.plain()
    named = [attrs.get("aria-labelledby") for tag, attrs in read.tags if tag == "svg"]
    assert {n for n in named if n is not None} <= read.ids()
    assert len([n for n in named if n is not None]) == (5 if name == "map" else 1)
    assert {row.anchor for row in made.table.rows} <= read.ids()
    data = json.loads(as_json(page))
    assert data["page"]["picture"]["finding"] == made.finding
    assert data["page"]["picture"]["data"] is not None


@pytest.mark.parametrize("view", [promises(), narvik(), replace(narvik(), the_entries=())])
def test_links_of_the_pictures_resolve_in_the_export(view: FakeView, tmp_path: Path) -> None:
    write_site(view, tmp_path)
    for file in (tmp_path / "pictures.html", *(tmp_path / "pictures").iterdir()):
        read = Reading(file.read_text())
        for href in read.hrefs():
            path, _, anchor = href.partition("#")
            target = file if not path else (file.parent / path).resolve()
            assert target.is_file(), href
            if anchor:
                assert anchor in Reading(target.read_text()).ids(), href


def test_no_id_stands_twice_and_no_style_stands_in_a_page() -> None:
    book = Book(promises())
    page = find_page(book, "pictures.html")
    assert page is not None
    read = Reading(html(book, page).decode())
    ids = [a["id"] for _, a in read.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert all("style" not in attrs for _, attrs in read.tags)


def test_a_book_that_holds_nothing_says_so() -> None:
    book = Book(view_of(()))
    found = [make(book).finding for make, _ in PICTURES.values()]
    assert found == [
        "The program found no promise with a sum that counts in the texts that were read.",
        "The program found no promise with a sum and a day in the texts that were read.",
        "The program found no promise that counts in the texts that were read.",
        "No source names a state that attended a meeting or promised something.",
        "No source gives a day for anything in this book.",
    ]
    page = find_page(book, "pictures.html")
    assert page is not None
    assert Reading(html(book, page).decode()).count("svg") == 0
