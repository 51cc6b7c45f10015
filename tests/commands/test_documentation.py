"""Every verb, option, setting and problem code is documented; the README shows real output."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from pledgebook.cli import app
from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS
from pledgebook.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_every_verb_and_option_is_documented() -> None:
    group = typer.main.get_command(app)
    verbs = group.commands  # type: ignore[attr-defined]
    assert len(verbs) >= 12
    for group_name in ("decide", "import", "export"):
        below = verbs[group_name].commands.items()
        verbs |= {f"{group_name} {name}": verb for name, verb in below}
    assert len(verbs) >= 30
    for name, verb in verbs.items():
        assert f"`{name}" in COMMANDS, name
        assert "Example: pledgebook" in (verb.epilog or ""), name
        for parameter in verb.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in COMMANDS, f"{name} {option}"


def test_every_setting_is_documented() -> None:
    for field in dataclasses.fields(Settings):
        assert f"PLEDGEBOOK_{field.name.upper()}" in COMMANDS


def test_every_problem_code_is_documented() -> None:
    text = (ROOT / "docs" / "problems.md").read_text("utf-8")
    for code in (*CLAIM_PROBLEMS, *RUN_PROBLEMS):
        assert f"`{code}`" in text, code


def test_every_make_target_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    targets = set(" ".join(phony).split())
    assert {"demo", "test", "bench"} <= targets
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    for target in targets:
        assert re.search(rf"^# make {target} ", makefile, re.MULTILINE), f"{target}: Makefile"
        assert re.search(rf"\bmake {target}\b(?!-)", text), f"{target}: docs"


def shown(text: str) -> list[tuple[str, list[str]]]:
    """Commands of the README's console blocks, each with the output lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line.strip() not in ("", "…"):
                found[-1][1].append(line)
    return found


@pytest.mark.parametrize("page", ["README.md", "docs/decisions.md"])
def test_the_page_shows_real_output(page: str, tmp_path: Path) -> None:
    steps = shown((ROOT / page).read_text("utf-8"))
    assert steps[0][0] in {"make demo", "pledgebook demo"}
    assert len(steps) >= 5
    for command, lines in steps:
        run = command.replace("make demo", "pledgebook demo")
        words = [sys.executable, "-m", "pledgebook", *shlex.split(run)[1:]]
        done = subprocess.run(
            words, capture_output=True, text=True, cwd=tmp_path, check=False,
            encoding="utf-8", env={**os.environ, "COLUMNS": "200", "PLEDGEBOOK_AUTHOR": "ana"},
        )  # fmt: skip
        assert done.returncode in (0, 1) or "refused" in done.stderr, done.stderr
        printed = done.stdout.splitlines() + done.stderr.splitlines()
        at = 0
        for line in lines:
            rest = [_flat(row) for row in printed[at:]]
            assert _flat(line) in rest, f"{command}: {line!r} is not printed"
            at += rest.index(_flat(line)) + 1


def _flat(line: str) -> str:
    return " ".join(line.split())
