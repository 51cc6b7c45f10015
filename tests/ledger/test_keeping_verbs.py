"""verify, redact, search, backup, restore and upgrade as a user types them, on both databases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from promise_builders import Text, amount
from tampering import ask, tamper
from typer.testing import CliRunner, Result

from pledgebook.cli import app
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

TEXT = Text("Norway lends [three] million. Nobody else spoke.", ref="a.txt")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def filled(book: str) -> str:
    with Ledger.open(book, create=True) as ledger:
        claim = TEXT.commitment("NOR", amount=amount("3e6"))
        ledger.add(TEXT.document, [claim], TEXT.reading([claim]))
        ledger.project(fold)
    return book


def test_verify(filled: str, tmp_path: Path) -> None:
    done = run("verify", "--book", filled)
    assert done.exit_code == 0
    assert "4 rows, all as they were entered" in done.stdout
    head = done.stdout.split()[-1]
    saved = tmp_path / "head.txt"
    saved.write_text(done.stdout, encoding="utf-8")
    for given in (head, str(saved)):
        assert run("verify", "--book", filled, "--head", given).exit_code == 0
    assert run("verify", "--book", filled, "--head", "nonsense").exit_code == 2
    tamper(filled, "DELETE FROM claims WHERE seq = 4")
    assert run("verify", "--book", filled).exit_code == 0
    cut = run("verify", "--book", filled, "--head", head)
    assert cut.exit_code == 1
    assert "row 4 is missing" in cut.stdout
    tamper(filled, "UPDATE snapshots SET payload = replace(payload, 'three', 'seven')")
    edited = run("verify", "--book", filled)
    assert edited.exit_code == 1
    assert f"row 1 (snapshots {TEXT.snapshot.id}) was edited: its payload" in edited.stdout


def test_redact_needs_a_name(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLEDGEBOOK_AUTHOR", raising=False)
    asked = ("redact", TEXT.snapshot.id, "--book", filled, "--reason", "asked for")
    assert run(*asked).exit_code == 2
    assert run("show", TEXT.snapshot.id, "--book", filled).exit_code == 0
    monkeypatch.setenv("PLEDGEBOOK_AUTHOR", "ana")
    assert run(*asked).exit_code == 0


def test_redact(filled: str) -> None:
    request = ("--book", filled, "--by", "ana", "--reason", "asked for")
    assert run("redact", "sha256:none", *request).exit_code == 2
    done = run("redact", TEXT.snapshot.id, *request)
    assert done.exit_code == 0
    assert [line.split("\t")[1] for line in done.stdout.splitlines() if "\t" in line] == [
        "snapshots",
        "sightings",
        "readings",
        "claims",
    ]
    assert (
        "8 rows, all as they were entered, 4 of them redacted"
        in run("verify", "--book", filled).stdout
    )
    shown = run("report", "--book", filled)
    assert shown.exit_code == 0
    assert "Redacted (4 rows)" in shown.stdout
    assert "asked for (ana" in shown.stdout
    missing = run("show", TEXT.snapshot.id, "--book", filled)
    assert missing.exit_code == 2
    assert "was redacted" in missing.output
    history = run("history", TEXT.snapshot.id, "--book", filled)
    assert (history.exit_code, "was redacted" in history.output) == (2, True)
    assert "asked for" in missing.output


def test_search(filled: str) -> None:
    done = run("search", "three", "--book", filled)
    assert done.exit_code == 0
    assert "Norway lends [three] million." in done.stdout
    found = json.loads(run("search", "norw*", "--book", filled, "--format", "json").stdout)
    assert [hit["kind"] for hit in found] == ["commitment", "source"]
    assert found[1]["sentence"] == "Norway lends [three] million."
    only = run("search", "norway", "--book", filled, "--kind", "source", "--format", "json")
    assert [hit["kind"] for hit in json.loads(only.stdout)] == ["source"]
    assert "nothing in this book" in run("search", "zebra", "--book", filled).output
    for odd in ('"', "(", "***"):
        refused = run("search", odd, "--book", filled)
        assert refused.exit_code == 2
        assert "at least one word" in refused.output
    assert run("search", "norway", "--book", filled, "--kind", "promise").exit_code == 2
    assert run("search", "norway", "--book", filled, "--limit", "0").exit_code == 2


def test_backup_and_restore(filled: str, tmp_path: Path) -> None:
    file, again = str(tmp_path / "copy.db"), str(tmp_path / "again.db")
    made = run("backup", file, "--book", filled)
    assert made.exit_code == 0
    assert run("backup", file, "--book", filled).exit_code == 2
    restored = run("restore", file, "--book", again)
    assert restored.exit_code == 0
    assert restored.stdout.split()[-1] == made.stdout.split()[-1]
    assert ask(again, "SELECT * FROM entries") == ask(filled, "SELECT * FROM entries")
    assert run("restore", file, "--book", again).exit_code == 2


def test_upgrade(tmp_path: Path) -> None:
    old = str(shutil.copy(Path(__file__).parent / "books" / "schema-0001.db", tmp_path / "old.db"))
    refused = run("report", "--book", old)
    assert refused.exit_code == 2
    assert "pledgebook upgrade --book" in refused.output
    done = run("upgrade", "--book", old)
    assert done.exit_code == 0
    assert "today's schema" in done.output
    assert run("report", "--book", old).exit_code == 0
    assert run("upgrade", "--book", old).exit_code == 0
