"""Bad input: a clear message, the rest processed, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

GOOD = "Norway will give Ukraine €85 million in military aid.\n"


def pledgebook(*words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "pledgebook", *words], input=stdin, capture_output=True, check=False
    )
    result = subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
    assert "Traceback" not in result.stderr + result.stdout
    return result


def claims_of(result: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    return [json.loads(row) for row in result.stdout.splitlines()]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "c-good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "d-german.txt").write_text(
        "Die Bundesregierung hat am Montag angekündigt, dass sie der Ukraine weitere Hilfe geben "
        "wird, und die Minister haben dem Plan nach einer langen Sitzung zugestimmt.\n",
        encoding="utf-8",
    )
    (tmp_path / "e-lines.jsonl").write_text(
        json.dumps({"id": "one", "text": GOOD}) + "\n{broken\n" + json.dumps({"id": "x"}) + "\n",
        encoding="utf-8",
    )
    (tmp_path / "f-gone.txt").symlink_to(tmp_path / "nowhere.txt")
    result = pledgebook("read", str(tmp_path), "--format", "jsonl", "--published", "2025-03-03")
    assert result.returncode == 1
    for words in ("a-empty.txt: empty", "b-binary.txt: binary", "d-german.txt: language-not-read",
                  "broken-line", "f-gone.txt"):  # fmt: skip
        assert words in result.stderr
    refs = {json.loads(r)["source"]["ref"].rsplit("/", 1)[-1] for r in result.stdout.splitlines()}
    assert refs == {"c-good.txt", "one"}


def test_a_missing_file_and_a_wrong_date_are_named() -> None:
    result = pledgebook("read", "no-such-file.txt")
    assert result.returncode == 1
    assert "no-such-file.txt: not-found" in result.stderr
    result = pledgebook("read", "-", "--published", "3 March")
    assert result.returncode == 2
    assert "3 March" in result.stderr


def test_a_book_that_is_none_is_named(tmp_path: Path) -> None:
    no_book = tmp_path / "notes.db"
    no_book.write_text("these are my notes", encoding="utf-8")
    for verb in ("report", "totals"):
        result = pledgebook(verb, "--book", str(no_book))
        assert result.returncode == 2
        assert "notes.db" in result.stderr
    assert pledgebook("report", "--book", str(tmp_path / "missing.db")).returncode == 2
    assert not (tmp_path / "missing.db").exists()


def test_nothing_found_is_not_could_not_read(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("The weather was mild and the square was full of people.\n", "utf-8")
    result = pledgebook("read", str(quiet))
    assert result.returncode == 0
    assert "nothing found (the text was read)" in result.stdout


def test_a_missing_publication_date_leaves_dates_open(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text("On Sunday, Macron said: “We will go on.”\n", encoding="utf-8")
    result = pledgebook("read", str(told), "--format", "jsonl")
    said = [c for c in claims_of(result) if c["kind"] == "statement"]
    assert said
    assert all(c["said_on"] is None for c in said)
    dated = pledgebook("read", str(told), "--format", "jsonl", "--published", "2025-03-03")
    assert [c["said_on"] for c in claims_of(dated) if c["kind"] == "statement"] == ["2025-03-02"]


def test_fifty_megabytes_of_one_line_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("w", encoding="utf-8") as out:
        out.writelines("word " * 1000 for _ in range(10_000))
    (tmp_path / "small.txt").write_text(GOOD, encoding="utf-8")
    result = pledgebook("read", str(tmp_path), "--format", "jsonl")
    assert result.returncode == 1
    assert "large.txt: too-large" in result.stderr
    refs = {json.loads(row)["source"]["ref"] for row in result.stdout.splitlines()}
    assert refs == {str(tmp_path / "small.txt")}


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(GOOD * 50, encoding="utf-8")
    script = f"'{sys.executable}' -m pledgebook read '{good}' | head -1"
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=False, env=os.environ)
    assert b"Traceback" not in done.stderr
