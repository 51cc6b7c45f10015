"""``import table`` and ``export table`` as a user types them, on books in real files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from pledgebook.cli import app
from pledgebook.exchange.map_yaml import read_map
from pledgebook.ledger import intake
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

MAP = """
name: aid
source: {title: Help for Ukraine, url: Link, published: {column: Seen}}
table: {id: No}
numbers: {multiplier: 1000000}
fields:
  donors: Donor
  recipients: {constant: Ukraine}
  amount: Sum
  amount.currency: Currency
  purpose: Note
"""
TABLE = """No,Donor,Sum,Currency,Seen,Note,Link
1,Norway,5,NOK,2025-03-02,boots,https://example.org/1
2,Denmark,6,DKK,2025-03-04,=1+1,not an address
3,Freedonia,7,EUR,2025-03-05,,
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "aid.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "aid.yaml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def take(*more: str) -> Result:
    return run("import", "table", "aid.csv", "--map", "aid.yaml", "--book", "b.db", *more)


def rows_of(book: str = "b.db") -> int:
    with Ledger.open(book) as ledger:
        return ledger.head().seq


def refs(book: str = "b.db") -> list[tuple[str, str | None]]:
    with Ledger.open(book) as ledger:
        sightings = [s for source in ledger.view(fold=fold).sources() for s in source.sightings]
    return sorted(((s.ref, s.url) for s in sightings), key=str)


@pytest.mark.usefixtures("folder")
def test_rows_are_taken_and_what_was_not_is_reported() -> None:
    done = take("--report", "left.csv")
    assert done.exit_code == 1
    assert "2 rows taken, 1 not taken; new in b.db: 2 rows, 2 claims" in done.stderr
    assert "aid.csv#4: actor-unknown: column 'Donor': 'Freedonia' is no actor" in done.stderr
    assert refs() == [("aid.csv#2", "https://example.org/1"), ("aid.csv#3", None)]
    (left,) = csv.DictReader(Path("left.csv").read_text("utf-8").splitlines())
    assert (left["row"], left["column"], left["code"]) == ("4", "Donor", "actor-unknown")
    with Ledger.open("b.db") as ledger:
        view = ledger.view(fold=fold)
        assert [p.where for p in view.problems()] == ["aid.csv#4"]
        graded = {s.grade for source in view.sources() for s in source.sightings}
    assert graded == {"secondary"}


@pytest.mark.usefixtures("folder")
def test_the_same_file_again_adds_nothing() -> None:
    take()
    before = rows_of()
    again = take()
    assert "new in b.db: 0 rows, 0 claims" in again.stderr
    assert rows_of() == before


def test_a_changed_file_adds_only_the_changed_rows(folder: Path) -> None:
    take()
    before = rows_of()
    changed = TABLE.replace("1,Norway,5", "9,Sweden,8,SEK,2025-03-09,,\n1,Norway,4")
    (folder / "aid.csv").write_text(changed, encoding="utf-8")
    done = take()
    assert "new in b.db: 2 rows, 2 claims" in done.stderr
    assert "aid.csv#3: 1 was taken before with other words" in done.stderr
    assert ("aid.csv#3", None) in refs()
    assert ("aid.csv#4", None) not in refs()
    # Two snapshots, sightings, readings and claims, and the run, whose problem is in another row.
    assert rows_of() == before + 4 * 2 + 1


@pytest.mark.usefixtures("folder")
def test_a_dry_run_writes_nothing() -> None:
    done = take("--dry-run")
    assert done.exit_code == 1
    assert "2 rows would be new; nothing was written" in done.stderr
    assert not Path("b.db").exists()
    take()
    before = rows_of()
    assert "0 rows would be new" in take("--dry-run").stderr
    assert rows_of() == before


def test_a_run_that_fails_leaves_the_book_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take()
    with Ledger.open("b.db") as ledger:
        before = (ledger.head(), ledger.export_entries())
    (folder / "aid.csv").write_text(TABLE.replace("5,NOK", "55,NOK"), encoding="utf-8")

    def stop(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(intake, "add_to_index", stop)
    done = take()
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    with Ledger.open("b.db") as ledger:
        assert (ledger.head(), ledger.export_entries()) == before


def test_wrong_usage(folder: Path) -> None:
    (folder / "bad.yaml").write_text(MAP.replace("Donor", "Giver"), encoding="utf-8")
    asked = (
        ("aid.csv", "--map", "bad.yaml", "--book", "b.db"),
        ("none.csv", "--map", "aid.yaml", "--book", "b.db"),
        ("aid.csv", "--map", "none.yaml", "--book", "b.db"),
        ("aid.csv", "--map", "aid.yaml"),
        ("aid.csv", "--book", "b.db"),
    )
    for words in asked:
        done = run("import", "table", *words)
        assert done.exit_code == 2, words
        assert "Traceback" not in done.output
    assert not Path("b.db").exists()
    assert "there is no column 'Giver'" in run("import", "table", *asked[0]).stderr


def test_nothing_to_take_makes_no_book(folder: Path) -> None:
    (folder / "aid.csv").write_text(TABLE.splitlines()[0], encoding="utf-8")
    done = take()
    assert done.exit_code == 0
    assert "nothing to take" in done.stderr
    assert not Path("b.db").exists()


@pytest.mark.usefixtures("folder")
def test_a_suggested_map_is_a_map() -> None:
    done = run("import", "table", "aid.csv", "--suggest")
    assert done.exit_code == 0
    suggested = read_map(done.stdout, "suggested.yaml")
    fed = {path: leaf.column for path, leaf in suggested.fields.items()}
    assert fed == {
        "donors.name": "Donor",
        "amount.figure": "Sum",
        "amount.currency": "Currency",
        "purpose": "Note",
    }
    Path("first.yaml").write_text(done.stdout, encoding="utf-8")
    taken = run("import", "table", "aid.csv", "--map", "first.yaml", "--book", "c.db")
    assert "2 rows taken, 1 not taken" in taken.stderr


@pytest.mark.usefixtures("folder")
def test_reread_leaves_rows_to_their_map() -> None:
    take()
    with Ledger.open("b.db") as ledger:
        before = ledger.export_entries()
    assert run("reread", "--book", "b.db").exit_code == 0
    with Ledger.open("b.db") as ledger:
        assert ledger.export_entries() == before


@pytest.mark.usefixtures("folder")
def test_a_newer_map_reads_the_same_rows_anew() -> None:
    take()
    Path("aid.yaml").write_text(MAP.replace("1000000", "1000") + "version: 2\n", encoding="utf-8")
    take()
    with Ledger.open("b.db") as ledger:
        entries = ledger.view(fold=fold).entries()
        sums = sorted(str(e.lead.values()["amount"]["low"]) for e in entries)
        assert len(ledger.view(fold=fold).sources()) == 2
    assert sums == ["5000", "6000"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("claims", [(), ("--claims",)])
@pytest.mark.usefixtures("folder")
def test_out_and_in_again(form: str, claims: tuple[str, ...]) -> None:
    take()
    assert run("export", "table", f"out.{form}", "--book", "b.db", *claims).exit_code == 0
    assert run("import", "table", f"out.{form}", "--map", "export", "--book", "c.db").exit_code == 0
    values = []
    for book in ("b.db", "c.db"):
        with Ledger.open(book) as ledger:
            held = ledger.view(fold=fold).claims()
        values.append(sorted(str(claim.values()) for claim in held))
    assert values[0] == values[1]
    assert len(values[0]) == 2


@pytest.mark.usefixtures("folder")
def test_no_exported_cell_is_a_formula() -> None:
    take()
    run("export", "table", "out.xlsx", "--book", "b.db")
    book = openpyxl.load_workbook("out.xlsx")
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "'=1+1" in {cell.value for cell in cells}


@pytest.mark.usefixtures("folder")
def test_the_two_clocks() -> None:
    take()
    out = run("export", "table", "-", "--book", "b.db", "--known-by", "2025-03-03").stdout
    known = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [row["donors.id"] for row in known] == ["NOR"]
    out = run("export", "table", "-", "--book", "b.db", "--as-of", "2020-01-01").stdout
    assert list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))) == []


@pytest.mark.usefixtures("folder")
def test_export_says_what_it_cannot_do() -> None:
    take()
    assert run("export", "table", "out.ods", "--book", "b.db").exit_code == 2
    assert run("export", "table", "out.csv", "--book", "none.db").exit_code == 2
    assert run("export", "table", "out.csv", "--book", "b.db", "--kind", "gift").exit_code == 2
    assert run("export", "table").exit_code == 2
    assert sorted(path.name for path in Path().iterdir() if path.name.startswith("out")) == []
    described = run("export", "table", "--describe").stdout
    assert "amount.low,lower end of the sum" in described


def test_an_overlong_cell_is_refused_for_a_workbook_and_written_as_csv(folder: Path) -> None:
    long = TABLE.replace("boots", "b" * 40_000)
    (folder / "aid.csv").write_text(long, encoding="utf-8")
    take()
    done = run("export", "table", "out.xlsx", "--book", "b.db")
    assert done.exit_code == 2
    assert "holds 32,767; write a .csv" in done.stderr
    assert not Path("out.xlsx").exists()
    assert run("export", "table", "out.csv", "--book", "b.db").exit_code == 0
