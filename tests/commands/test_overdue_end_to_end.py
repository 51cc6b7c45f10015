"""Own texts into a book; ``report``, ``show`` and the site's front page say what is overdue."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

#: Name, day of publication, text.
TOLD = [
    ("norway", "2025-03-03", "Norway will deliver 40 ambulances to Chad by the end of June 2025."),
    ("sweden", "2025-03-06", "Sweden will send Haiti 60 generators by the end of May 2025."),
    ("sweden2", "2025-06-10", "Sweden has delivered 60 generators to Haiti."),
    ("latvia", "2025-03-05", "Latvia will hand 30 patrol boats to Ukraine by 1 August 2025."),
    ("latvia2", "2025-07-05", "Latvia has delivered some of the 30 patrol boats to Ukraine."),
    ("spain", "2025-03-07", "Spain will give Chad €4 million in the coming weeks."),
    ("kenya", "2025-03-08", "Denmark will give Chad €2 million. It will be paid by 30 September."),
]  # fmt: skip

#: The day looked at, who is overdue, and the words of the reason.
DAYS = [
    ("2025-06-01", {"Sweden": "no source tells a delivery"}),
    ("2025-06-30", {}),
    ("2025-07-01", {"Norway": "no source tells a delivery"}),
    ("2025-08-01", {"Norway": "no source tells a delivery"}),
    ("2025-10-01", {"Norway": "no source tells a delivery", "Denmark": "no source tells a delivery",
                    "Latvia": "only a part is told as delivered"}),
]  # fmt: skip


def run(*words: str) -> str:
    command = [sys.executable, "-m", "pledgebook", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("late")
    for name, day, text in TOLD:
        source = folder / f"{name}.txt"
        source.write_text(text, "utf-8")
        run("add", str(source), "--published", day, "--book", str(folder / "book.db"))
    return folder / "book.db"


@pytest.mark.parametrize(("day", "late"), DAYS)
def test_overdue_after_its_day_until_all_is_told_as_delivered(
    book: Path, tmp_path: Path, day: str, late: dict[str, str]
) -> None:
    assert reported(book, day) == late
    run("publish", str(tmp_path), "--book", str(book), "--known-by", day)
    front = re.sub(r"\s+", " ", (tmp_path / "index.html").read_text("utf-8"))
    reasons = re.findall(r"its time ended on [\d-]+; ([^<.]+)", front)
    assert sorted(r.strip() for r in reasons) == sorted(late.values())


def reported(book: Path, day: str) -> dict[str, str]:
    """Who is overdue on a day as ``report`` prints it; ``show`` says the same of every entry."""
    printed = run("report", "--book", str(book), "--kind", "commitment", "--known-by", day)
    found = {}
    for block in re.split(r"\n(?=  \w)", printed):
        prefix = re.search(r"entry:[0-9a-f]+", block)
        reason = re.search(r"overdue: its time ended on [\d-]+; (.+)", block)
        if prefix is None:
            continue
        shown = json.loads(run("show", prefix[0], "--book", str(book), "--known-by", day))
        assert (shown["overdue"] is not None) is (reason is not None)
        if reason is not None:
            assert shown["overdue"]["reason"].endswith(reason[1].strip())
            found[block.split(" to ")[0].strip()] = reason[1].strip()
    return found


def test_a_part_that_came_stays_visible_as_a_part(book: Path) -> None:
    printed = run("report", "--book", str(book), "--kind", "commitment", "--known-by", "2025-08-02")
    block = next(b for b in re.split(r"\n(?=  \w)", printed) if b.strip().startswith("Latvia"))
    prefix = re.search(r"entry:[0-9a-f]+", block)
    assert prefix is not None
    shown = json.loads(run("show", prefix[0], "--book", str(book)))
    (_, later) = shown["relations"]
    assert later["relation"] == "updates"
    assert later["reason"].startswith("pledged before, delivered now, but only a part of it")
    assert "part-only" in shown["claims"][1]["problems"]


def test_a_sum_per_year_counts_for_the_years_that_its_words_give(tmp_path: Path) -> None:
    told = {
        "a": "Finland will give Zambia €5 million a year from 2024 to 2026.",
        "b": "Spain will give Chad €4 million a year from 2025.",
        "c": "Italy will give Niger €3 million a year over the next four years.",
        "d": "Greece will give Albania €2 million a year until the end of 2027.",
    }
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        run("add", str(tmp_path / f"{name}.txt"), "--published", "2025-03-03",
            "--book", str(tmp_path / "book.db"))  # fmt: skip
    rows = json.loads(run("totals", "--book", str(tmp_path / "book.db"), "--by", "donor",
                          "--currency", "EUR", "--format", "json"))  # fmt: skip
    found = {row["donor"]: (row["high"], row["notes"][0]["note"].split(":")[0]) for row in rows}
    assert found == {
        "FIN": ("15000000", "per year, times 3"),
        "ESP": ("4000000", "open-ended"),
        "ITA": ("12000000", "per year, times 4"),
        "GRC": ("2000000", "open-ended"),
    }
