"""A release comes with its own rates, folds and sums; two releases in one book are a history."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from kiel_workbooks import DAY, early, late, row

import kiel_totals
from pledgebook.commands.cell_readers import READERS
from pledgebook.exchange.kiel import Asked, ReleaseRead, read_release
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

WORKBOOKS = pytest.mark.skipif(
    not kiel_totals.FOLDER.is_dir(), reason="the tracker's workbooks are not beside the checkout"
)
EU = "EU (Commission and Council)"
#: Cells that a link to another workbook keeps: a summary and rates, in the places of release 18.
CACHED = [
    (
        "Country Summary (€)",
        {"B10": EU, "E10": 0.007, "F10": 0, "G10": 0, "I10": 0.009, "J10": 0, "K10": 0,
         "B11": "Slovenia", "E11": 0, "F11": 0.002, "G11": 0, "I11": 0, "J11": 0.002, "K11": 0},
    ),
    ("Exchange Rates", {"B11": "Currency", "C11": "1 EUR", "B12": "EUR", "C12": 1,
                        "B13": "USD", "C13": 1.25}),
]  # fmt: skip
MILLION = 10**6


def eu_rows() -> list[dict[str, Any]]:
    """The Union's money, that of its bank, and a row whose type ends in a blank."""

    def both(amount: int, **more: Any) -> dict[str, Any]:
        figures = ("total", "total_eur", "allocated", "allocated_eur")
        return {**dict.fromkeys(figures, amount * MILLION), **more}

    return [
        dict(row("EUF1", EU, "Financial", **both(5))),
        dict(row("EUF2", EU, "Financial", stage="Commitment", total=2500000, currency="USD",
                 total_eur=2000000)),
        dict(row("EIF1", "European Investment Bank", "Financial", **both(2))),
        dict(row("EPM1", "European Peace Facility", item="tent")),
        dict(row("SIH1", "Slovenia", "Humanitarian", **both(2))),
        dict(row("SIH2", "Slovenia", "Humanitarian ", **both(1))),
    ]  # fmt: skip


def read(raw: bytes, file: str = "tracker.xlsx", **asked: Any) -> ReleaseRead:
    return read_release(raw, file, READERS, Asked(**asked))


def pledgebook(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pledgebook", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def totals(book: Path, *arguments: str) -> dict[tuple[str, ...], Decimal]:
    asked = ("totals", "--book", str(book), "--format", "json", "--currency", "EUR", *arguments)
    rows = json.loads(pledgebook(*asked).stdout)
    keys = ("donor", "aid_type")
    return {tuple(str(r[k]) for k in keys if k in r): Decimal(r["low"]) for r in rows}


def add(folder: Path, name: str, raw: bytes, *more: str) -> subprocess.CompletedProcess[str]:
    (folder / name).write_bytes(raw)
    return pledgebook("import", "kiel", str(folder / name), "--book", str(folder / "b.db"), *more)


def test_rates_and_sums_of_the_workbook_are_taken() -> None:
    summary = [["Norway", 0, 0, 0.005, 9]]
    raw = early([row("NOM1", "Norway", total=5 * MILLION, total_eur=5 * MILLION)], summary=summary)
    found = read(raw)
    assert dict(found.terms.rates) == {"EUR": 1, "USD": Decimal("1.25"), "SEK": 10}
    assert (found.terms.release, found.terms.day) == ("7", date(2022, 10, 3))
    cells: list[Any] = [(c.donor, c.aid_type, c.measure, c.eur) for c in found.summary]
    assert cells == [
        ("NOR", "financial", "commitment", 0),
        ("NOR", "humanitarian", "commitment", 0),
        ("NOR", "military", "commitment", 5 * MILLION),
    ]
    assert found.table.problems == []


def test_what_a_link_keeps_of_other_workbooks_is_read() -> None:
    found = read(late(eu_rows(), cached=CACHED))
    assert dict(found.terms.rates) == {"EUR": 1, "USD": Decimal("1.25")}
    assert found.terms_from == "the workbook's own sheet of rates"
    assert len(found.summary) == 12
    assert dict(found.terms.counted_under) == {"org:eib": "org:eu"}


def test_a_list_of_donors_elsewhere_in_the_summary_is_not_read_as_its_rows() -> None:
    cells = {"X9": "Slovenia", **CACHED[0][1], "X12": "Norway"}
    found = read(late(eu_rows(), cached=[("Country Summary (€)", cells), CACHED[1]]))
    sums = {(c.donor, c.aid_type, c.measure): c.eur for c in found.summary}
    assert sums["SVN", "humanitarian", "allocation"] == 2 * MILLION
    assert len(sums) == 12


def test_a_blank_that_keeps_rows_out_of_the_release_s_sums_is_told() -> None:
    found = read(late(eu_rows(), cached=CACHED))
    told = [(p.code, p.where) for p in found.table.problems]
    assert told == [
        ("blank-beside-word", "tracker.xlsx#Bilateral Assistance, MAIN DATA!7"),
        ("release-sum-differs", "tracker.xlsx"),
        ("release-sum-differs", "tracker.xlsx"),
    ]
    assert "says 2.0m EUR, its rows sum to 3.0m" in found.table.problems[1].message


def test_a_donor_is_folded_only_where_the_sums_fit_with_it() -> None:
    cells = {**CACHED[0][1], "E10": 0.005, "I10": 0.007}
    found = read(late(eu_rows(), cached=[("Country Summary (€)", cells)]))
    assert found.terms.counted_under == ()


def test_where_no_sum_fits_the_usual_fold_of_the_shape_is_taken() -> None:
    cells = {**CACHED[0][1], "E10": 0.003, "I10": 0.003}
    found = read(late(eu_rows(), cached=[("Country Summary (€)", cells)]))
    assert found.terms.counted_under == (("org:eib", "org:eu"),)
    assert sum(p.code == "release-sum-differs" for p in found.table.problems) == 4


def test_headers_of_a_link_s_summary_are_read_where_they_are_whole() -> None:
    moved = {
        "A10": 1, "B10": EU, "L10": 0.007, "M10": 0, "N10": 0,
        "L8": "Financial allocations", "M8": "Humanitarian allocations",
        "N8": "Military allocations", "P8": "Financial commitments with military purpose",
    }  # fmt: skip
    found = read(late(eu_rows(), cached=[("Country Summary (€)", moved)]))
    assert {(c.aid_type, c.measure, c.eur) for c in found.summary} == {
        ("financial", "allocation", Decimal(7 * MILLION)),
        ("humanitarian", "allocation", Decimal(0)),
        ("military", "allocation", Decimal(0)),
    }


def test_a_currency_that_the_sheet_of_rates_lacks_is_converted_as_its_rows_are() -> None:
    more = row("NOM1", "Norway", total=800, total_eur=100, currency="JPY")
    found = read(late([*eu_rows(), more], cached=CACHED))
    assert dict(found.terms.rates)["JPY"] == 8
    assert dict(found.terms.rates)["USD"] == Decimal("1.25")


def test_without_a_summary_the_shape_of_the_release_tells_the_folds() -> None:
    assert read(late(eu_rows())).terms.counted_under == (("org:eib", "org:eu"),)
    assert read(early(eu_rows())).terms.counted_under == ()


def test_without_rates_the_rows_tell_them_and_the_release_is_named_by_its_file() -> None:
    found = read(late(eu_rows()), "tracker_release_18.xlsx")
    assert dict(found.terms.rates) == {"EUR": 1, "USD": Decimal("1.25")}
    assert (found.terms.release, found.terms.day) == ("18", DAY.date())
    unnamed = read(late(eu_rows()))
    assert unnamed.terms.release == unnamed.rows[0].document.sighting.raw_digest[7:19]  # type: ignore[index]


def test_a_row_off_the_release_s_rate_is_told() -> None:
    rows = [row("NOM1", "Norway", total=500, total_eur=300, currency="USD")]
    (problem,) = read(early(rows)).table.problems
    assert problem.code == "rate-differs"
    assert "to 300 EUR; at the release's rate of USD it is 400" in problem.message


def test_totals_are_the_release_s_own_under_its_rules_alone(tmp_path: Path) -> None:
    done = add(tmp_path, "release18.xlsx", late(eu_rows(), cached=CACHED))
    assert done.returncode == 0
    assert "the rows sum to 10 of the 12 cells of the release's own summary" in done.stderr
    book, by = tmp_path / "b.db", ("--by", "donor,aid_type", "--measure")
    kiel = totals(book, *by, "commitment", "--rules", "kiel")
    assert kiel[("org:eu", "financial")] == 9 * MILLION
    assert kiel[("SVN", "humanitarian")] == 3 * MILLION
    assert totals(book, *by, "allocation", "--rules", "kiel")[("org:eu", "financial")] == (
        7 * MILLION
    )
    plain = totals(book, *by, "allocation", "--rules", "iati")
    assert plain[("org:eu", "financial")] == 5 * MILLION
    assert plain[("org:eib", "financial")] == 2 * MILLION


def test_sums_allocated_out_of_a_commitment_are_not_added_on_top(tmp_path: Path) -> None:
    rows = [
        row("NOM1", "Norway", stage="Commitment", total=9, total_eur=9),
        row("NOM1", "Norway", allocated=4, allocated_eur=4, allocation="NOM1_1"),
    ]
    add(tmp_path, "release18.xlsx", late(rows))
    for measure, sum_ in (("any", 9), ("commitment", 9), ("allocation", 4)):
        found = totals(tmp_path / "b.db", "--rules", "kiel", "--measure", measure)
        assert found == {("NOR",): sum_}


def test_an_unconverted_sum_is_left_out_by_name(tmp_path: Path) -> None:
    rows = [row("NOM1", "Norway", total=5, total_eur=".", currency="USD")]
    add(tmp_path, "release7.xlsx", early(rows))
    asked = ("totals", "--book", str(tmp_path / "b.db"), "--format", "json", "--rules", "kiel")
    (found,) = json.loads(pledgebook(*asked, "--currency", "EUR").stdout)
    assert (found["low"], found["entries"]) == ("0", [])
    assert [one["rule"] for one in found["left_out"]] == ["not-converted-in-source"]


def test_the_same_release_twice_adds_nothing(tmp_path: Path) -> None:
    raw = late(eu_rows(), cached=CACHED)
    add(tmp_path, "release18.xlsx", raw)
    again = add(tmp_path, "release18.xlsx", raw)
    assert "0 texts, 0 sightings, 0 claims" in again.stderr


def test_a_run_that_fails_leaves_the_book_as_it_was(tmp_path: Path) -> None:
    add(tmp_path, "release18.xlsx", late(eu_rows(), cached=CACHED))
    before = (tmp_path / "b.db").read_bytes()
    broken = add(tmp_path, "broken.xlsx", late(eu_rows())[:2000])
    assert broken.returncode == 2
    assert "Traceback" not in broken.stderr
    assert (tmp_path / "b.db").read_bytes() == before
    other = add(tmp_path, "other.xlsx", late([]), "--rates", str(tmp_path / "release18.xlsx"))
    assert other.returncode == 2
    assert (tmp_path / "b.db").read_bytes() == before


def test_rates_may_be_given_as_the_saved_sheet(tmp_path: Path) -> None:
    (tmp_path / "rates.csv").write_text(",Rates\n,Currency,1 EUR\n,EUR,1\n,USD,1.25\n")
    done = add(tmp_path, "a.xlsx", late(eu_rows()), "--rates", str(tmp_path / "rates.csv"),
               "--release", "19", "--released", "2024-10-10")  # fmt: skip
    assert "release 19, data to 2024-10-10; 2 rates from the file given" in done.stderr


LATER = datetime(2023, 5, 1)  # noqa: DTZ001 - a cell of a workbook has no zone
SEVENTH = [
    row("AAM1", "Norway", total=10, total_eur=10),
    row("AAM2", "Norway", total=10, total_eur=10),
    row("AAM3", "Norway", total=30, total_eur=30),
    row("AAM4", "Norway", total=40, total_eur=40),
    row("AAM5", "Norway", total=50, total_eur=50),
]
EIGHTEENTH = [
    row("AAM1", "Norway", total=10, total_eur=10),
    row("AAM2", "Norway", total=15, total_eur=15),
    row("AAM3", "Norway", total=35, total_eur=35, day=LATER),
    row("AAM4", "Norway", total=40, total_eur=40, allocated=40, allocated_eur=40),
    row("AAM6", "Norway", total=10, total_eur=10),
]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    add(folder, "release7.xlsx", early(SEVENTH))
    add(folder, "release18.xlsx", late(EIGHTEENTH), "--released", "2024-08-01")
    return folder / "b.db"


def test_two_releases_are_a_history(history: Path) -> None:
    with Ledger.open(str(history)) as ledger:
        entries = ledger.view(fold=fold).entries()
    told = {
        str(entry.claims[0].source.record).partition("#")[2]: [
            relation.relation for relation in entry.relations[1:]
        ]
        for entry in entries
    }
    assert told["AAM1"] == ["same"]
    assert told["AAM2"] == ["corrects"]
    assert told["AAM3"] == ["updates"]
    assert sorted(told["AAM4"]) == ["same", "updates"]
    assert told["AAM5"] == told["AAM6"] == []
    assert "adds_to" not in {r.relation for entry in entries for r in entry.relations}


def test_the_newest_release_is_what_counts(history: Path) -> None:
    found = totals(history, "--rules", "kiel", "--measure", "commitment")
    assert found == {("NOR",): 110}


def test_what_the_newest_release_no_longer_has_is_gone_by_name(history: Path) -> None:
    asked = ("totals", "--book", str(history), "--format", "json", "--measure", "commitment")
    (found,) = json.loads(pledgebook(*asked).stdout)
    gone = [one for one in found["left_out"] if one["rule"] == "gone-from-release"]
    assert [one["reason"] for one in gone] == ["release 18 of its data set no longer has it"]


def test_the_book_can_be_seen_as_the_older_release_told_it(history: Path) -> None:
    found = totals(history, "--rules", "kiel", "--measure", "commitment",
                   "--known-by", "2023-01-01")  # fmt: skip
    assert found == {("NOR",): 140}


def test_rows_in_the_same_words_stand_in_both_releases(tmp_path: Path) -> None:
    """Nothing but the release tells them apart: what both have counts, and is not gone."""
    kept, changed = EIGHTEENTH[0], EIGHTEENTH[1]
    add(tmp_path, "release18.xlsx", late([kept, changed, EIGHTEENTH[2]]),
        "--released", "2024-08-01")  # fmt: skip
    corrected = row("AAM2", "Norway", total=25, total_eur=25)
    add(tmp_path, "release19.xlsx", late([kept, corrected]),
        "--release", "19", "--released", "2024-10-10")  # fmt: skip
    book = tmp_path / "b.db"
    found = totals(book, "--rules", "kiel", "--measure", "commitment")
    assert found == {("NOR",): 35}
    rows = json.loads(pledgebook("restated", "--book", str(book), "--format", "json").stdout)
    assert {one["record"]: one["kind"] for one in rows} == {
        "AAM1": "same",
        "AAM2": "corrected",
        "AAM3": "gone",
    }


def test_what_changed_between_releases_is_listed(history: Path) -> None:
    rows = json.loads(pledgebook("restated", "--book", str(history), "--format", "json").stdout)
    assert {row["record"]: row["kind"] for row in rows} == {
        "AAM1": "same",
        "AAM2": "corrected",
        "AAM3": "changed",
        "AAM4": "changed",
        "AAM5": "gone",
        "AAM6": "new",
    }
    (corrected,) = (row for row in rows if row["kind"] == "corrected")
    assert (corrected["before"]["low"], corrected["after"]["low"]) == ("10", "15")
    assert {(row["older"], row["newer"]) for row in rows} == {("7", "18")}
    shown = pledgebook("restated", "--book", str(history), "--kind", "gone").stdout
    assert "gone: 1 records, 1 of them with a sum" in shown
    assert "AAM5: EUR 50" in shown
    assert pledgebook("restated", "--book", str(history), "--kind", "odd").returncode == 2


def test_one_release_has_nothing_to_compare_with(tmp_path: Path) -> None:
    add(tmp_path, "release7.xlsx", early(SEVENTH))
    shown = pledgebook("restated", "--book", str(tmp_path / "b.db")).stdout
    assert "no data set in this book has two releases to compare" in shown


@WORKBOOKS
def test_release_7_totals_are_its_own_in_every_cell() -> None:
    summary = kiel_totals.published_summary("release7.xlsx")
    _all(kiel_totals.score(kiel_totals.printed(["release7.xlsx"], "commitment"), summary), 123)


@WORKBOOKS
@pytest.mark.parametrize("before", [[], ["release7.xlsx"]])
@pytest.mark.parametrize("measure", ["commitment", "allocation"])
def test_half_of_release_18_sums_as_published(before: Sequence[str], measure: str) -> None:
    folds = {"org:eib": "org:eu"}
    name = "release18_half_sums.csv"
    published = kiel_totals.published_sums(name, f"{measure}s_eur", folds)
    printed = kiel_totals.printed([*before, "release18_half.xlsx"], measure)
    _all(kiel_totals.score(printed, published), 104)


def _all(found: kiel_totals.Score, cells: int) -> None:
    assert (found.cells, found.right) == (cells, cells)
    assert found.held == found.held_right > 0
    assert found.largest < 1


def test_a_figure_s_page_shows_the_words_of_its_cells(tmp_path: Path) -> None:
    long = "A gift that is told at length. " * 80
    add(tmp_path, "release7.xlsx", early([row("NOM1", "Norway", total=5, total_eur=5, words=long)]))
    pledgebook("publish", str(tmp_path / "site"), "--book", str(tmp_path / "b.db"))
    (page,) = (tmp_path / "site" / "entries").glob("*.html")
    shown = page.read_text("utf-8")
    assert "Words not shown" not in shown
    assert "Total: <mark" in shown
