"""``report`` and ``show`` say what is overdue on the day they look, and only then."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Norway will give Ukraine 85 million euros for drones over the next three years."


def run(*words: str) -> str:
    command = [sys.executable, "-m", "pledgebook", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("late")
    source = folder / "told.txt"
    source.write_text(TEXT, "utf-8")
    run("add", str(source), "--published", "2020-03-03", "--book", str(folder / "book.db"))
    return folder / "book.db"


@pytest.mark.parametrize(
    ("clock", "late"), [((), True), (("--known-by", "2022-01-01"), False)], ids=["today", "then"]
)
def test_report_and_show(book: Path, clock: tuple[str, ...], *, late: bool) -> None:
    printed = run("report", "--book", str(book), "--kind", "commitment", *clock)
    assert ("overdue: its time ended on 2023-03-02" in printed) is late
    assert ("1 of 1" in printed) is late
    prefix = next(w for w in printed.split() if w.startswith("entry:")).rstrip(")")
    shown = json.loads(run("show", prefix, "--book", str(book), *clock))
    if not late:
        assert shown["overdue"] is None
        return
    assert shown["overdue"]["since"] == "2023-03-03"
    assert shown["overdue"]["words"] == "the next three years"
    assert shown["overdue"]["claim"] == shown["claims"][0]["id"]
