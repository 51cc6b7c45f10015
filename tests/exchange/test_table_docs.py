"""The worked example of docs/tables.md: its files, typed as they stand, print what it shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from pledgebook.exchange import map_yaml

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tables.md").read_text("utf-8")


def test_the_example_prints_what_the_page_shows(tmp_path: Path) -> None:
    files = re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL)
    assert [name for name, _ in files] == ["aid.csv", "aid.yaml"]
    for name, text in files:
        (tmp_path / name).write_text(text, encoding="utf-8")
    (block,) = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    steps = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    assert len(steps) == 8
    for step in steps:
        command, *lines = step.splitlines()
        done = subprocess.run(
            [sys.executable, "-m", "pledgebook", *shlex.split(command)[1:]],
            capture_output=True, text=True, cwd=tmp_path, check=False,
            encoding="utf-8", env={**os.environ, "COLUMNS": "200"},
        )  # fmt: skip
        printed = [" ".join(row.split()) for row in (done.stdout + done.stderr).splitlines()]
        at = 0
        for line in lines:
            flat = " ".join(line.split())
            assert flat in printed[at:], f"{command}: {line!r} is not printed"
            at += printed[at:].index(flat) + 1


def test_every_field_of_a_map_is_documented() -> None:
    known = (map_yaml._FIELDS, map_yaml._LEAF, map_yaml._NUMBERS)
    for names in (*known, map_yaml._SOURCE, map_yaml._TABLE):
        for name in names:
            assert f"`{name}`" in PAGE or f"{{{name}:" in PAGE, name
