"""A tracker row becomes claims that rest on the row's words, whichever release it stands in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from kiel_workbooks import EARLY, LATE, early, late, row, workbook

from pledgebook.commands.cell_readers import READERS
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.kiel import Asked, ReleaseRead, read_release
from pledgebook.exchange.kiel_release.dates import day_in, period_in
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import DatasetRecord, ReleaseTerms
from pledgebook.model.values import Period


def read(raw: bytes, **asked: Any) -> ReleaseRead:
    return read_release(raw, "tracker-release-18.xlsx", READERS, Asked(**asked))


def claims(found: ReleaseRead) -> list[Commitment]:
    return [claim for one in found.rows for claim in one.claims]


def left(found: ReleaseRead) -> list[tuple[int, str | None, str, bool]]:
    return [(one.row, one.column, one.code, one.whole) for one in found.table.left]


def test_a_row_gives_its_committed_and_its_allocated_sum() -> None:
    found = read(late([row("NOM1", "Norway", total=50, total_eur=40, allocated=30,
                           allocated_eur=24, currency="USD", allocation="NOM1_1")]))  # fmt: skip
    (one,) = found.rows
    told: list[Any] = [(c.stage, c.amount.low, c.amount.currency) for c in one.claims if c.amount]
    assert told == [("committed", 50, "USD"), ("allocated", 30, "USD")]
    printed = [c.amount.reported_as[0].low for c in one.claims if c.amount]
    assert printed == [40, 24]


def test_every_value_is_cut_from_the_row() -> None:
    found = read(late([row("NOM1", "Norway", total=50, total_eur=50, item="tent", units=18)]))
    (one,) = found.rows
    (claim,) = one.claims
    text = one.document.snapshot.text
    for evidence in claim.evidence:
        string = text if evidence.place == "text" else claim.source.title or ""
        assert string[evidence.start : evidence.end] == evidence.quote
    assert {"donors.0", "amount", "amount.currency", "items.0", "items.0.quantity"} <= {
        evidence.field for evidence in claim.evidence
    }
    things: list[Any] = [(i.name, i.quantity and i.quantity.low) for i in claim.items]
    assert things == [("tent", 18)]


def test_the_figure_of_the_source_is_never_the_sum() -> None:
    found = read(late([row("NOM1", "Norway", source=7, total=".", item="tent")]))
    (claim,) = claims(found)
    assert claim.amount is None
    assert claim.stage == "allocated"


@pytest.mark.parametrize("word", [".", "Not given", "undisclosed", "No value available", None])
def test_words_for_nothing_are_no_sum_and_no_fault(word: str | None) -> None:
    found = read(late([row("NOM1", "Norway", total=word, allocated=word)]))
    assert claims(found)[0].amount is None
    assert found.table.left == []


def test_an_item_stands_under_the_empty_header() -> None:
    found = read(early([row("NOM1", "Norway", item="tent", units=2)]))
    assert claims(found)[0].items[0].name == "tent"


def test_of_two_columns_with_one_header_the_first_is_taken() -> None:
    twice = [*LATE, "Total"]
    found = read(workbook(twice, [row("NOM1", "Norway", total=5, total_eur=5)]))
    amount = claims(found)[0].amount
    assert amount is not None
    assert amount.low == 5


def test_headers_differ_in_case_and_blanks() -> None:
    odd = [None if h is None else f" {h.upper()} " for h in LATE]
    found = read(workbook(odd, [row("NOM1", "Norway", total=5, total_eur=5)]))
    assert len(claims(found)) == 1


def test_what_the_row_links_to_are_sightings_of_the_row() -> None:
    url = "https://example.org/a https://example.org/b."
    found = read(late([row("NOM1", "Norway", total=5, total_eur=5, url=url)]))
    seen = found.rows[0].seen
    assert [s.url for s in seen] == ["https://example.org/a", "https://example.org/b."]
    assert {s.snapshot for s in seen} == {found.rows[0].document.snapshot.id}
    assert {(s.grade, s.rights) for s in seen} == {("official", "excerpt")}


def test_the_sentence_of_a_claim_is_the_row_s_explanation() -> None:
    found = read(late([row("NOM1", "Norway", total=5, total_eur=5, words="Tents, says Oslo.")]))
    (claim,) = claims(found)
    assert claim.sentence.of(found.rows[0].document.snapshot.text) == "Tents, says Oslo."


DATES = [
    ("until 12/31/2022", None, "2023-01-01"),
    ("until  5/7/2022", None, "2022-05-08"),
    ("until 6/2022", None, "2022-07-01"),
    ("since 2/24/2022", "2022-02-24", None),
    ("unclear 10/2022", "2022-10-01", "2022-11-01"),
    ("not specified, 03/22", "2022-03-01", "2022-04-01"),
    ("between 3/4/22 & 3/11/22", "2022-03-04", "2022-03-12"),
    ("from 3/20/2022 until 7/1/2022", "2022-03-20", "2022-07-02"),
    ("between 11/2022 and 02/2023", "2022-11-01", "2023-03-01"),
    ("until 24/02/2023", None, "2023-02-25"),
]


@pytest.mark.parametrize(("words", "start", "end"), DATES)
def test_dates_in_words_are_intervals(words: str, start: str | None, end: str | None) -> None:
    days = [None if day is None else date.fromisoformat(day) for day in (start, end)]
    assert period_in(words) == Period(start=days[0], end=days[1], text=words)


@pytest.mark.parametrize("words", ["unspecified", "Undisclosed", "until 13/13/2022", "in spring"])
def test_words_without_a_day_are_no_interval(words: str) -> None:
    assert period_in(words) is None


def test_a_day_in_words_is_a_day() -> None:
    assert day_in("16/02/2023") == date(2023, 2, 16)
    assert day_in("2/16/2023") == date(2023, 2, 16)
    assert day_in("until 2/16/2023") is None


def test_an_interval_keeps_its_words_and_is_marked() -> None:
    found = read(late([row("NOM1", "Norway", total=5, total_eur=5, day="until 3/31/2022")]))
    (claim,) = claims(found)
    assert claim.announced_on is None
    assert claim.period == Period(start=None, end=date(2022, 4, 1), text="until 3/31/2022")
    assert claim.problems == ("announced-in-period",)
    assert [e.quote for e in claim.evidence if e.field == "period"] == ["until 3/31/2022"]


def test_bad_rows_are_named_and_the_rest_is_taken() -> None:
    odd = datetime(2922, 3, 1)  # noqa: DTZ001 - a cell of a workbook has no zone
    rows = [
        row("A1", "Freedonia", total=5, total_eur=5),
        row("A2", "Norway", total="1,5e3", total_eur=5),
        row("A3", "Norway", kind="Moral", total=5, total_eur=5),
        row("A4", "Norway", total=5, total_eur=5, currency="Crowns"),
        row("A5", "Norway", total=5, total_eur=5, day=odd),
        row("A6", "Norway", total=5, total_eur=5, item="tent", units="1.000.00"),
        row(".", "Norway", total=5, total_eur=5),
        row("A8", "Norway", total=5, total_eur=5, day="in spring"),
        row("A9", "Norway", total=-5, total_eur=-5),
        row("A10", "Norway", total=5, total_eur=5),
    ]
    found = read(early(rows))
    assert left(found) == [
        (2, "countries", "actor-unknown", True),
        (3, "Total", "cell-not-read", True),
        (4, "Type of Aid General", "cell-not-read", True),
        (5, "Original Currency", "cell-not-read", True),
        (6, "Announcement Date", "cell-not-read", False),
        (7, "No. of Units", "cell-not-read", False),
        (8, "ID", "cell-not-read", True),
        (9, "Announcement Date", "cell-not-read", False),
        (10, "Total", "cell-not-read", True),
    ]
    assert [one.row for one in found.rows] == [6, 7, 9, 11]


def test_rows_with_the_same_words_count_as_the_tracker_counts_them() -> None:
    same = row("NOM1", "Norway", total=5, total_eur=5)
    thing = row("NOM2", "Norway", item="tent")
    found = read(late([same, same, thing, thing]))
    assert left(found) == []
    assert [(p.code, p.where.rpartition("!")[2]) for p in found.table.problems] == [
        ("row-twice", "3"),
        ("row-twice", "5"),
    ]
    assert found.table.counts == {"taken": 3, "repeated": 1}
    assert len({one.document.snapshot.id for one in found.rows}) == 3
    assert [one.document.sighting.record for one in found.rows[:2]] == [
        "kiel-ukraine-support-tracker/18#NOM1",
        "kiel-ukraine-support-tracker/18#NOM1 (2)",
    ]


def test_what_is_allocated_or_bought_out_of_a_sum_is_a_part_of_it() -> None:
    rows = [
        row("NOM1", "Norway", allocated=4, allocated_eur=4, allocation="NOM1_1"),
        row("NOM1", "Norway", stage="Commitment", total=9, total_eur=9),
        row("NOM1", "Norway", item="tent"),
        row("SEM1", "Sweden", total=9, total_eur=9, allocated=9, allocated_eur=9),
        row("SEM1", "Sweden", allocated=3, allocated_eur=3, allocation="SEM1_2"),
    ]
    found = read(late(rows))
    whole = found.rows[1].claims[0].id
    assert [c.within for c in claims(found)] == [whole, None, whole, None, None, None]
    assert all(one.reading.claims == tuple(c.id for c in one.claims) for one in found.rows)


@pytest.mark.parametrize(
    ("words", "instrument"),
    [("Loan", "loan"), ("Guarantee", "guarantee"), ("Weapons and equipment", "in_kind"),
     ("Grant", "grant"), ("Training", "training"), ("Assistance", "unspecified")],
)  # fmt: skip
def test_instruments_follow_the_specific_type(words: str, instrument: str) -> None:
    found = read(late([row("NOM1", "Norway", total=5, total_eur=5, specific=words)]))
    assert claims(found)[0].instrument == instrument


def test_a_sum_that_the_release_leaves_unconverted_is_marked() -> None:
    found = read(late([row("NOM1", "Norway", total=5, total_eur=".", currency="USD")]))
    assert claims(found)[0].problems == ("not-converted-in-source",)


def test_a_workbook_of_something_else_is_refused() -> None:
    with pytest.raises(ExchangeError, match="there is no sheet"):
        read(workbook(LATE, [], sheet="Pledges"))
    with pytest.raises(ExchangeError, match="no column 'Total', 'Converted Value in EUR'"):
        read(workbook(EARLY[:12], []))
    with pytest.raises(ExchangeError, match="a workbook"):
        read(b"ID,Countries\n")
    with pytest.raises(ExchangeError, match="damaged"):
        read(late([])[:900])


def test_a_record_is_read_as_it_is_written() -> None:
    record = DatasetRecord(series="s-1", release="7 b", id="AUM3: tent (2)")
    assert DatasetRecord.of(str(record)) == record
    assert DatasetRecord.of("tracker.xlsx#Data!3") is None
    assert DatasetRecord.of(None) is None


def test_terms_are_read_as_they_are_written() -> None:
    terms = ReleaseTerms(
        series="s", release="7", day=date(2022, 10, 3), file="a.xlsx sha256:00",
        rates=(("USD", Decimal("1.25")),), counted_under=(("org:eib", "org:eu"),),
    )  # fmt: skip
    assert ReleaseTerms.of_text(terms.text()) == terms
    with pytest.raises(ValueError, match="day"):
        ReleaseTerms.of_text("series: s\nrelease: 7\n")
