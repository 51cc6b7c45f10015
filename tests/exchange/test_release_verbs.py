"""``release``, ``verify RELEASE`` and ``diff`` as typed: messages, nothing half-written."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from decision_books import Clock, add, text

from pledgebook.commands import release_folder, releasing
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package import freezing
from pledgebook.ledger.store import Ledger


@pytest.fixture
def here(tmp_path: Path) -> Path:
    with Ledger.open(str(tmp_path / "a.db"), create=True, clock=Clock()) as ledger:
        add(ledger, text("NOR gives 5 million."))
    return tmp_path


def run(here: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pledgebook", *words],
        capture_output=True, text=True, cwd=here, check=False, encoding="utf-8",
        env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip


def one_line(done: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def grow(here: Path, words: str) -> None:
    with Ledger.open(str(here / "a.db"), clock=Clock()) as ledger:
        add(ledger, text(words, day=5))


def test_the_newest_release_of_the_book_is_the_one_before(here: Path) -> None:
    assert run(here, "release", "r1", "--book", "a.db").returncode == 0
    grow(here, "SWE gives 9 million.")
    assert "since r1: 1 new" in run(here, "release", "r2", "--book", "a.db").stdout
    grow(here, "DNK gives 2 million.")
    assert "since r2: 1 new" in run(here, "release", "r3", "--book", "a.db").stdout
    told = run(here, "release", "r4", "--book", "a.db", "--since", "releases/r1").stdout
    assert "since r1: 2 new" in told
    done = run(here, "diff", "releases/r1", "releases/r3", "--format", "json")
    assert json.loads(done.stdout)["counts"]["new"] == 2
    shown = json.loads((here / "releases" / "r4" / "changes.json").read_bytes())
    assert json.loads(done.stdout)["changes"] == shown["changes"]


def test_a_release_from_another_day(here: Path) -> None:
    grow(here, "SWE gives 9 million.")
    for name, day in (("early", "2025-03-03"), ("late", "2025-03-05"), ("before", "2025-01-01")):
        made = run(here, "release", name, "--book", "a.db", "--known-by", day)
        assert made.returncode == 0, made.stderr
        assert "no release of this book before it" in made.stdout
        manifest = json.loads((here / "releases" / name / "manifest.json").read_bytes())
        rows = manifest["tables"]["entries"]["rows"]
        assert rows == {"early": 1, "late": 2, "before": 0}[name]
        assert manifest["seen_from"] == {"as_of": None, "known_by": day}
        assert run(here, "verify", f"releases/{name}", "--book", "a.db").returncode == 0
    assert "published by 2025-03-03" in (here / "releases/early/README.md").read_text("utf-8")
    told = run(here, "release", "now", "--book", "a.db").stdout
    assert "no release of this book before it" in told
    told = run(
        here, "release", "asked", "--book", "a.db", "--known-by", "2025-03-05",
        "--since", "releases/early",
    ).stdout  # fmt: skip
    assert "since early: 1 new" in told
    assert "seen_from" not in json.loads((here / "releases/now/manifest.json").read_bytes())


def test_a_release_as_of_a_day(here: Path) -> None:
    grow(here, "SWE gives 9 million.")
    for day, rows in (("2000-01-01", 0), ("2999-01-01", 2)):
        done = run(here, "release", day, "--book", "a.db", "--as-of", day)
        assert done.returncode == 0, done.stderr
        manifest = json.loads((here / "releases" / day / "manifest.json").read_bytes())
        assert manifest["tables"]["entries"]["rows"] == rows
    done = run(here, "release", "r", "--book", "a.db", "--as-of", "soon")
    assert (done.returncode, "for --as-of: 'soon' is not a date" in done.stderr) == (2, True)


def test_a_release_of_another_book_is_not_the_one_before(here: Path) -> None:
    run(here, "release", "r1", "--book", "a.db")
    with Ledger.open(str(here / "b.db"), create=True, clock=Clock()) as ledger:
        add(ledger, text("SWE gives 9 million."))
    first = run(here, "release", "b1", "--book", "b.db")
    assert "no release of this book before it" in first.stdout
    done = run(here, "release", "b2", "--book", "b.db", "--since", "releases/r1")
    one_line(done, 2, "releases/r1: its ledger head (row 4) is not in b.db")
    assert not (here / "releases" / "b2").exists()


def test_a_name_is_used_once(here: Path) -> None:
    run(here, "release", "r1", "--book", "a.db")
    before = (here / "releases" / "r1" / "manifest.json").read_bytes()
    one_line(run(here, "release", "r1", "--book", "a.db"), 2, "releases/r1: is there already")
    assert (here / "releases" / "r1" / "manifest.json").read_bytes() == before
    assert [path.name for path in (here / "releases").iterdir()] == ["r1"]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../x", ".x", "a b", "é", "x" * 101, "r1."])
def test_a_name_that_is_none(here: Path, name: str) -> None:
    one_line(run(here, "release", name, "--book", "a.db"), 2, "cannot name a release")
    assert not (here / "releases").exists()


def test_a_book_that_is_none(here: Path) -> None:
    one_line(run(here, "release", "r1", "--book", "none.db"), 2, "none.db")
    assert not (here / "releases").exists()


def test_a_release_leaves_the_book_as_it_was(here: Path) -> None:
    def head() -> str:
        return run(here, "verify", "--book", "a.db").stdout

    before = head()
    run(here, "release", "r1", "--book", "a.db")
    assert head() == before
    saved = before.splitlines()[-1].removeprefix("head ")
    assert saved in run(here, "verify", "releases/r1").stdout


def test_verify_against_what_was_saved_and_the_book(here: Path) -> None:
    made = run(here, "release", "r1", "--book", "a.db").stdout.splitlines()
    ledger, manifest = (line.split()[1] for line in made[-2:])
    grow(here, "SWE gives 9 million.")
    for saved in (ledger, manifest):
        assert run(here, "verify", "releases/r1", "--head", saved).returncode == 0
    assert run(here, "verify", "releases/r1", "--book", "a.db").returncode == 0
    done = run(here, "verify", "releases/r1", "--head", "sha256:" + "0" * 64)
    assert (done.returncode, "is not the one" in done.stdout) == (1, True)
    with Ledger.open(str(here / "b.db"), create=True, clock=Clock()) as ledger_b:
        add(ledger_b, text("NOR gives 5 million."))
    done = run(here, "verify", "releases/r1", "--book", "b.db")
    assert done.returncode == 1
    assert "b.db: row 4 differs from the saved head" in done.stdout


def test_verify_works_without_the_book_and_says_what_differs(here: Path) -> None:
    run(here, "release", "r1", "--book", "a.db")
    (here / "a.db").unlink()
    moved = shutil.move(here / "releases" / "r1", here / "elsewhere")
    assert run(here, "verify", "elsewhere").returncode == 0
    path = Path(moved) / "csv" / "entries.csv"
    path.write_text(path.read_text("utf-8").replace("5000000", "6000000"), encoding="utf-8")
    for _ in range(3):  # threads of a library once aborted one run of four
        done = run(here, "verify", "elsewhere")
        assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("elsewhere/csv/entries.csv was changed: row 1 (entry:")
    one_line(run(here, "diff", "elsewhere", "elsewhere"), 2, "is not the file of the release")
    (Path(moved) / "manifest.json").write_text("{", encoding="utf-8")
    done = run(here, "verify", "elsewhere")
    assert (done.returncode, done.stdout) == (1, "elsewhere/manifest.json: is no JSON\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify",), "what is to be verified?"),
        (("verify", "nowhere"), "nowhere: there is no such folder"),
        (("verify", "a.db"), "a.db: there is no such folder"),
        (("verify", "."), ".: is no release"),
        (("diff", ".", "nowhere"), ".: is no release"),
        (("diff", ".", ".", "--kind", "odd"), "there is no kind 'odd'"),
        (("release", "r", "--book", "a.db", "--since", "no"), "no: there is no such folder"),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line(here: Path, words: tuple[str, ...], told: str) -> None:
    one_line(run(here, *words), 2, told)
    assert not (here / "releases").exists()


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "csv/a.csv", b"a\n"
        raise ExchangeError("no more")

    with pytest.raises(ExchangeError, match="no more"):
        release_folder.write(tmp_path / "new" / "deep" / "r1", files())
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "kept").mkdir()
    with pytest.raises(ExchangeError, match="no more"):
        release_folder.write(tmp_path / "kept" / "r1", files())
    assert list((tmp_path / "kept").iterdir()) == []


def test_somebody_takes_the_name_meanwhile(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "a.csv", b"a\n"
        (tmp_path / "r1").mkdir()

    with pytest.raises(ExchangeError, match="is there already"):
        release_folder.write(tmp_path / "r1", files())
    assert [path.name for path in tmp_path.iterdir()] == ["r1"]
    assert list((tmp_path / "r1").iterdir()) == []


def test_out_that_is_a_file(here: Path) -> None:
    done = run(here, "release", "r1", "--book", "a.db", "--out", "a.db")
    assert done.returncode == 2
    assert "a.db" in done.stderr
    assert "unforeseen" not in done.stderr
    with sqlite3.connect(here / "a.db") as book:
        assert book.execute("select count(*) from claims").fetchone() == (1,)
    book.close()


def test_a_book_that_grows_meanwhile_is_not_released(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = freezing.frozen

    def slow(*given: object) -> Iterator[tuple[str, bytes]]:
        yield from real(*given)  # type: ignore[arg-type]
        grow(here, "SWE gives 9 million.")

    monkeypatch.setattr(releasing, "frozen", slow)
    with pytest.raises(ExchangeError, match="was written to while it was frozen"):
        releasing.release("r1", str(here / "a.db"), str(here / "releases"), None)
    assert not (here / "releases").exists()
