"""docs/releases.md is run: its commands, its Python, and its package under frictionless."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import frictionless
import pandas as pd
import pytest

from pledgebook.exchange.package.differences import KINDS
from pledgebook.exchange.package.tables import tables

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "releases.md").read_text("utf-8")


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, cwd=folder, check=False,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "200", "PLEDGEBOOK_AUTHOR": "ana"},
    )  # fmt: skip


#: A folder, and the page's commands typed in it: each with its lines and what it printed.
Example = tuple[Path, list[tuple[str, list[str], str]]]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    folder = tmp_path_factory.mktemp("releases")
    for name, text in re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL):
        (folder / name).write_text(text, encoding="utf-8")
    (block,) = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    done = []
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = step.splitlines()
        found = run(["-m", "pledgebook", *shlex.split(command)[1:]], folder)
        assert found.returncode == 0, found.stderr
        done.append((command, lines, found.stdout + found.stderr))
    return folder, done


def test_the_page_shows_what_is_printed(example: Example) -> None:
    assert len(example[1]) == 8
    for command, lines, output in example[1]:
        printed, at = [" ".join(row.split()) for row in output.splitlines()], 0
        for line in lines:
            flat = " ".join(line.split())
            assert flat in printed[at:], f"{command}: {line!r} is not printed:\n{output}"
            at += printed[at:].index(flat) + 1


def test_the_python_of_the_page_runs(example: Example) -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert [re.findall(r"import (\w+)", block)[0] for block in blocks] == ["pandas", "duckdb"]
    first, second = (run(["-c", block], example[0]) for block in blocks)
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert "DNK" in first.stdout
    assert "committed" in first.stdout
    assert "ISL" not in first.stdout  # withdrawn
    assert "NOR" in second.stdout
    assert "16000000" in second.stdout


def test_frictionless_finds_the_package_valid_and_a_changed_one_not(
    example: Example, tmp_path: Path
) -> None:
    for name in ("2025-03", "2025-04"):
        report = frictionless.validate(str(example[0] / "releases" / name / "datapackage.json"))
        assert report.valid, report.flatten(["title", "message"])
        assert report.stats["tasks"] == 2 * len(tables())
    for kind, path, old, new in [
        ("csv", "csv/entries.csv", b"7000000", b"seven"),
        ("parquet", "parquet/entries.parquet", b"PAR1", b"PAR2"),
    ]:
        copy = tmp_path / kind
        shutil.copytree(example[0] / "releases" / "2025-04", copy)
        file = copy / path
        content = file.read_bytes()
        assert old in content
        file.write_bytes(content.replace(old, new))
        assert not frictionless.validate(str(copy / "datapackage.json")).valid


def _select(columns: str, what: object) -> str:
    return f"SELECT {columns} FROM {what}"  # noqa: S608


def test_pandas_and_duckdb_read_the_same_rows_from_both_files(example: Example) -> None:
    folder = example[0] / "releases" / "2025-04"
    for name, table in tables().items():
        csv, parquet = folder / "csv" / f"{name}.csv", folder / "parquet" / f"{name}.parquet"
        columns = ", ".join(table.names)  # none needs quoting
        read = f"read_csv('{csv}', all_varchar=true)"
        both = (read, f"'{parquet}'")
        one, other = (duckdb.execute(_select(columns, what)).fetchall() for what in both)
        assert len(one) == len(other) > 0 or name == "problems"
        texts = [n for n, field in enumerate(table.fields) if field.type == "string"]
        assert [[r[n] for n in texts] for r in one] == [[r[n] for n in texts] for r in other]
        left = pd.read_csv(csv, dtype=str, keep_default_na=False, na_values=[""])
        right = pd.read_parquet(parquet)
        assert list(left.columns) == list(right.columns) == list(table.names)
        assert (left.isna() == right.isna()).all(axis=None)


def test_every_kind_of_difference_is_explained() -> None:
    for kind in KINDS:
        assert f"`{kind}`" in PAGE
