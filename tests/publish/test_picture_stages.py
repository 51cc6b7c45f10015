"""Promised, set aside, handed over: what is drawn, what the words say, what stays open."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from pict_book import ISL, PROMISES, SWE, amount, promise, promises, view_of
from publish_book import NOR, FakeView, narvik

from pledgebook.model.claims import Claim
from pledgebook.model.values import Actor
from pledgebook.publish.book import Book
from pledgebook.publish.cards import entry_path
from pledgebook.publish.charts import stages
from pledgebook.publish.charts.pages import drawn
from pledgebook.publish.charts.picture import Picture
from pledgebook.publish.charts.stages import Stages


def pictured(view: FakeView) -> Picture:
    return stages.picture(Book(view))


def svg(view: FakeView, root: str = "../") -> ET.Element:
    return ET.fromstring(str(drawn(pictured(view), root)))  # noqa: S314 - our own words


def texts(element: ET.Element) -> list[str]:
    return ["".join(e.itertext()) for e in element.iter("text")]


def of_class(element: ET.Element, name: str) -> list[ET.Element]:
    return [e for e in element.iter() if name in e.get("class", "").split()]


def test_each_step_holds_the_next_and_bounds_stay_bounds() -> None:
    data = pictured(promises()).data
    assert isinstance(data, Stages)
    assert [(d.name, [s.text for s in d.steps], d.silent) for d in data.donors] == [
        ("Norway", ["at least €500m", "at least €50m", "none told"], 0),
        ("Sweden", ["€100m–€200m", "€100m–€160m", "€100m–€160m"], 0),
    ]


def test_the_finding_is_said_in_words_from_the_data() -> None:
    assert pictured(promises()).finding == (
        "Norway leads with at least €500m promised. Of all donors, sources tell of at least €600m "
        "promised, at least €150m set aside and €100m–€160m handed over. 1 donor gives no sum "
        "with a promise."
    )


def test_two_that_promise_the_same_lead_together() -> None:
    same = [promise(donor, amount("7", "7")) for donor in (NOR, SWE)]
    assert pictured(view_of(same)).finding.startswith(
        "Norway and Sweden lead with each €7 promised."
    )


@pytest.mark.parametrize(
    ("claims", "finding"),
    [
        ([], "The program found no promise with a sum that counts in the texts that were read."),
        ([promise(ISL, None)], "Sources tell of 1 promise and put no sum on it."),
    ],
)
def test_nothing_to_draw_is_said(claims: list[Claim], finding: str) -> None:
    made = pictured(view_of(claims))
    assert (made.data, made.table.rows) == (None, ())
    assert made.finding == finding


def test_an_open_sum_is_drawn_open_and_a_range_as_a_range() -> None:
    tree = svg(promises())
    # Norway promised and set aside "at least"; nothing else is open.
    assert (len(of_class(tree, "open")), len(of_class(tree, "arrow"))) == (2, 2)
    # Sweden's three steps are ranges, hatched from the lower to the upper end.
    ranges = of_class(tree, "uncertain")
    assert [r.get("fill") for r in ranges] == ["url(#stages-hatch)"] * 3
    assert len(of_class(tree, "certain")) == 5


def test_an_exact_sum_has_neither_a_range_nor_an_arrow() -> None:
    tree = svg(view_of([promise(NOR, amount("7", "7"))]))
    assert not of_class(tree, "uncertain")
    assert not of_class(tree, "open")


def test_the_drawing_says_its_title_and_finding_and_has_no_style() -> None:
    tree, made = svg(promises()), pictured(promises())
    by_id = {e.get("id"): "".join(e.itertext()) for e in tree.iter() if e.get("id")}
    assert by_id[tree.get("aria-labelledby")] == made.title
    assert by_id[tree.get("aria-describedby")] == made.finding
    assert all("style" not in e.attrib for e in tree.iter())
    colours = {e.get("fill") for e in tree.iter()} | {e.get("stroke") for e in tree.iter()}
    assert colours == {None, "url(#stages-hatch)"}


def test_marks_lead_to_their_entry_or_to_the_row_that_lists_them() -> None:
    book = Book(promises())
    links = {e.get("aria-label"): e.get("href") for e in svg(promises()).iter("a")}
    one = next(e for e in book.entries if e.lead == PROMISES[1])
    assert links["Norway, set aside: at least €50m"] == f"../{entry_path(one)}"
    assert links["Norway, promised: at least €500m"] == "../pictures/stages.html#stages-NOR"


def test_hostile_names_stay_words() -> None:
    name = '<script>alert(1)</script>"&'
    evil = Actor(id=None, name=name, type="unnamed")
    made = pictured(view_of([promise(evil, amount("7", "7"))]))
    written = str(drawn(made, ""))
    assert "<script" not in written
    assert name in texts(ET.fromstring(written))  # noqa: S314 - parsed to see what a reader sees


def test_a_name_that_would_run_out_of_the_picture_is_cut_there_only() -> None:
    name = "The standing conference of harbour towns and inland ports"
    long = Actor(id=None, name=name, type="unnamed")
    view = view_of([promise(long, amount("7", "7"))])
    assert "The standing conference of harbour to…" in texts(svg(view))
    assert pictured(view).table.rows[0].head == name
    assert f"{name}, promised: €7" in {e.get("aria-label") for e in svg(view).iter("a")}


def test_a_large_book_shows_the_largest_and_the_others_together() -> None:
    donors = [Actor(id=f"org:d{n}", name=f"Donor {n:02}", type="organisation") for n in range(30)]
    claims = [promise(d, amount(str(100 - n), str(100 - n))) for n, d in enumerate(donors)]
    data = pictured(view_of(claims)).data
    assert isinstance(data, Stages)
    assert [d.name for d in data.donors][:2] == ["Donor 00", "Donor 01"]
    assert len(data.donors) == 13
    last = data.donors[-1]
    assert (last.name, last.steps[0].text) == ("All 18 others", "€1,431")
    # They stand in words only, and their sum sets no scale.
    assert len(of_class(svg(view_of(claims)), "certain")) == 12


def test_several_currencies_are_converted_and_rounded_to_true_bounds() -> None:
    claims = [
        promise(NOR, amount("1000", None, "USD")),
        promise(SWE, amount("1000", "1000", "USD")),
        promise(ISL, amount("5", "5")),
    ]
    made = pictured(view_of(claims))
    assert isinstance(made.data, Stages)
    text = {d.name: d.steps[0].text for d in made.data.donors}
    cells = {row.head: row.cells[0].exact for row in made.table.rows}
    # USD 1.1343 to the euro on 5 May 2025 (European Central Bank).
    assert text == {"Norway": "at least €881", "Sweden": "about €882", "Iceland": "about €5"}
    assert cells["Sweden"] == "EUR\N{NO-BREAK SPACE}881.6"
    assert "reference rate" in (made.rule or "")


def test_a_sum_without_a_short_form_is_rounded_to_true_bounds() -> None:
    claims = [
        promise(NOR, amount("1970764001000", "1970764001000")),
        promise(SWE, amount("1234567", None)),
        promise(ISL, amount("1234567", "7654321")),
    ]
    made = pictured(view_of(claims))
    told = {row.head: (row.cells[0].text, row.cells[0].exact) for row in made.table.rows}
    blank = "\N{NO-BREAK SPACE}"
    assert told == {
        "Norway": ("about €1.97trn", f"EUR{blank}1,970,764,001,000"),
        "Sweden": ("at least €1.23m", f"at least EUR{blank}1,234,567"),
        "Iceland": ("€1.23m–€7.66m", f"EUR{blank}1,234,567–EUR{blank}7,654,321"),
    }


def test_a_currency_without_a_rate_is_named_as_missing() -> None:
    claims = [promise(NOR, amount("10", "10")), promise(SWE, amount("9", "9", "UAH"))]
    made = pictured(view_of(claims))
    assert "Not in the picture: 1 promise in a currency without a rate for its day." in made.notes


def test_the_book_with_a_contradiction_draws_its_one_loan() -> None:
    view = narvik()
    assert pictured(view).finding.startswith("Norway leads with €450m promised.")
    assert pictured(replace(view, the_entries=())).data is None
