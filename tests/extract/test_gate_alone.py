"""The gate stands alone: it imports no reader, and judges the same with every reader gone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pledgebook.extract

ROOM = Path(pledgebook.extract.__file__).parent
QUALITY = Path(__file__).parents[1] / "quality"
#: What a judgement may rest on beside the gate's own files: the page and its index.
BESIDE = frozenset({"judgement", "page", "span_index"})

#: Refuses to import a module of ``extract`` that is not the gate's, then judges our own claims.
ALONE = """
import sys
from importlib.abc import MetaPathFinder

class NoReaders(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        room, _, module = name.rpartition(".")
        if room == "pledgebook.extract" and module not in {allowed!r}:
            raise ImportError(name)
        return None

sys.meta_path.insert(0, NoReaders())
sys.path.insert(0, {quality!r})
from gate_claims import own_claims
from gate_quality import measure, rows
for row in rows(measure(list(own_claims()))):
    print(*row, sep="|")
"""


def imported(module: str) -> set[str]:
    """Modules of ``extract`` that one of them imports."""
    tree = ast.parse((ROOM / f"{module}.py").read_text("utf-8"))
    names = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    names += [f"{n.module}.{a.name}" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)
              for a in n.names]  # fmt: skip
    room = "pledgebook.extract."
    found = {n.removeprefix(room).split(".")[0] for n in names if n.startswith(room)}
    return {name for name in found if (ROOM / f"{name}.py").exists()}


def reached() -> set[str]:
    """Every module of ``extract`` that the gate reaches."""
    found: set[str] = set()
    todo = {"gate"}
    while todo:
        module = todo.pop()
        found.add(module)
        todo |= imported(module) - found
    return found


def test_the_gate_imports_no_reader() -> None:
    others = {name for name in reached() if not name.startswith("gate")} - BESIDE
    assert not others
    assert len(reached()) > len(BESIDE)


def test_the_gate_judges_the_same_with_every_reader_gone() -> None:
    program = ALONE.format(allowed=sorted(reached()), quality=str(QUALITY))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    figures = {row.split("|")[0]: float(row.split("|")[2]) for row in done.stdout.splitlines()}
    assert figures["true claims not refused"] == 100
    assert figures["value mutations refused"] == 100
    assert figures["role mutations unsupported or refused"] >= 95
