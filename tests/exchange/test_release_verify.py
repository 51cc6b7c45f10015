"""A release that was tampered with is found out, by file and, in a table, by row."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from decision_books import Clock, add, text
from release_books import fault, released

from pledgebook.commands.release_folder import opened
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.tables import tables
from pledgebook.ledger.store import Ledger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Ledger.open(str(tmp_path / "book.db"), create=True, clock=Clock()) as ledger:
        add(ledger, text("NOR gives 5 million. And DNK gives 7 million."))
        released(ledger, tmp_path / "r1")
    return tmp_path / "r1"


def edit(path: Path, old: str, new: str) -> None:
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8", newline="")


def sign(folder: Path, *names: str) -> None:
    """Write the manifest anew over changed files, as a careful forger would."""
    data = json.loads((folder / "manifest.json").read_bytes())
    for name in names:
        content = (folder / name).read_bytes()
        data["files"][name] = {"sha256": sha256(content).hexdigest(), "bytes": len(content)}
    (folder / "manifest.json").write_text(json.dumps(data), encoding="utf-8")


def test_a_release_as_it_was_made(folder: Path) -> None:
    assert fault(folder) is None


@pytest.mark.parametrize("name", ["README.md", "changes.json", "datapackage.json"])
def test_any_changed_file_is_named(folder: Path, name: str) -> None:
    with (folder / name).open("a") as out:
        out.write(" ")
    found = fault(folder)
    assert found is not None
    assert (found.file, found.reason) == (name, "was changed")


def test_each_file_may_be_missing_or_emptied(folder: Path) -> None:
    every = [p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != "manifest.json"]
    assert len(every) == 2 * len(tables()) + 3
    for path in every:
        content = path.read_bytes()
        path.unlink()
        found = fault(folder)
        assert found is not None
        assert (folder / found.file, found.reason) == (path, "is missing")
        path.write_bytes(b"")
        found = fault(folder)
        assert found is not None
        assert folder / found.file == path
        assert found.reason.startswith("was changed")
        path.write_bytes(content)
    assert fault(folder) is None


def test_a_changed_csv_names_its_row_and_column(folder: Path) -> None:
    edit(folder / "csv" / "entries.csv", "7000000", "7000001")
    found = fault(folder)
    assert found is not None
    assert found.file == "csv/entries.csv"
    assert "amount_low is '7000001' as CSV and '7000000' as Parquet" in found.reason
    assert "row 2 (entry:" in found.reason or "row 1 (entry:" in found.reason


def test_a_changed_parquet_names_its_row_and_column(folder: Path) -> None:
    path = folder / "parquet" / "evidence.parquet"
    table = pq.read_table(io.BytesIO(path.read_bytes()), use_threads=False)
    at = table.column_names.index("quote")
    quotes = table.column(at).to_pylist()
    changed = pa.array(["SWE", *quotes[1:]])
    pq.write_table(table.set_column(at, table.schema.field(at), changed), path)
    found = fault(folder)
    assert found is not None
    assert found.file == "parquet/evidence.parquet"
    assert f"quote is '{quotes[0]}' as CSV and 'SWE' as Parquet" in found.reason


def test_a_forged_manifest_does_not_hide_a_changed_table(folder: Path) -> None:
    edit(folder / "csv" / "entries.csv", "7000000", "7000001")
    sign(folder, "csv/entries.csv")
    found = fault(folder)
    assert found is not None
    assert found.reason.startswith("differs from parquet/entries.parquet: row ")


def test_a_row_taken_out_is_found(folder: Path) -> None:
    path = folder / "csv" / "sources.csv"
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", encoding="utf-8")
    found = fault(folder)
    assert found is not None
    assert "0 rows in csv/sources.csv, 1 in parquet/sources.parquet" in found.reason


def test_the_description_must_be_of_these_files(folder: Path) -> None:
    path = folder / "datapackage.json"
    data = json.loads(path.read_bytes())
    data["resources"][0]["hash"] = "sha256:" + "0" * 64
    path.write_text(json.dumps(data), encoding="utf-8")
    sign(folder, "datapackage.json")
    found = fault(folder)
    assert found is not None
    assert found.reason == "gives another digest of csv/entries.csv than manifest.json"


def test_a_file_more_is_named(folder: Path) -> None:
    (folder / "csv" / "more.csv").write_text("a\n", encoding="utf-8")
    found = fault(folder)
    assert found is not None
    assert (found.file, found.reason) == ("csv/more.csv", "is no file of this release")


def test_rows_that_the_manifest_does_not_count(folder: Path) -> None:
    path = folder / "manifest.json"
    data = json.loads(path.read_bytes())
    data["tables"]["claims"]["rows"] = 9
    path.write_text(json.dumps(data), encoding="utf-8")
    found = fault(folder)
    assert found is not None
    assert found.reason == "has 2 rows, and manifest.json says 9"


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: data.pop(name)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_without("ledger"), "is no manifest of a release"),
        (_without("files"), "is no manifest of a release"),
        (lambda data: data.update(form=2), "form 2 is not 1"),
        (lambda data: data.update(files=[]), "is no manifest of a release"),
        (lambda data: data.update(tables={"claims": 3}), "is no manifest of a release"),
        (lambda data: data["files"].update({"../book.db": data["files"]["README.md"]}),
         "'../book.db' is no file of a release"),
        (lambda data: data["files"].update({"a": {"sha256": "x", "bytes": 1}}), "is no digest"),
        (lambda data: data["ledger"].update(rows="9"), "is no manifest of a release"),
        (lambda data: data["ledger"].update(rows=10**30), "is no number of rows"),
        (lambda data: data["ledger"].update(rows=-1), "is no number of rows"),
    ],
)  # fmt: skip
def test_a_broken_manifest_is_refused_with_its_fault(
    folder: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    path = folder / "manifest.json"
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"manifest\.json") as refused:
        opened(str(folder))
    assert words in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_manifest_that_is_none(folder: Path, content: bytes) -> None:
    (folder / "manifest.json").write_bytes(content)
    with pytest.raises(ExchangeError, match=r"manifest\.json: "):
        opened(str(folder))


def test_a_changed_table_is_not_compared(folder: Path) -> None:
    edit(folder / "csv" / "claims.csv", "7000000", "7000001")
    with pytest.raises(ExchangeError, match=r"csv/claims.csv: is not the file of the release"):
        opened(str(folder)).rows("claims")
