"""``check``: anybody's claims against their words."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from rich.markup import escape

from pledgebook.commands.terminal import messages, results, show_problems
from pledgebook.extract.check import Sources, check_claims

#: How the reason of a line opens that is no claim at all.
_BROKEN = re.compile(r"line \d+:")
_COLOURS = {"kept": "green", "refused": "red", "unsupported": "yellow"}


def run(claims: str, sources: str, form: str) -> int:
    """Print a verdict per claim, in order; 1 where a claim or source line could not be read."""
    with ExitStack() as stack:
        claim_lines = sys.stdin if claims == "-" else stack.enter_context(_lines(claims))
        texts = Sources.read(stack.enter_context(_lines(sources)))
        show_problems(texts.problems)
        counts: Counter[str] = Counter()
        unread = sum(problem.fatal for problem in texts.problems)
        console = results()
        for row in check_claims(claim_lines, texts):
            counts[row.verdict] += 1
            unread += any(_BROKEN.match(reason) for reason in row.reasons)
            if form == "jsonl":
                sys.stdout.write(_printable(json.dumps(row.to_json(), ensure_ascii=False)) + "\n")
            else:
                colour = _COLOURS[row.verdict]
                words = escape(_printable("; ".join(row.reasons)))
                console.print(
                    f"[{colour}]{row.verdict:<12}[/] {escape(_printable(_short(row.id)))} {words}"
                )
    messages().print(", ".join(f"{counts[v]} {v}" for v in _COLOURS))
    return 1 if unread else 0


def _lines(path: str) -> TextIO:
    return Path(path).open(encoding="utf-8-sig", errors="surrogateescape")


def _printable(line: str) -> str:
    """A line that any terminal takes: half characters are written as escapes."""
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def _short(claim_id: str | None) -> str:
    return "(no id)" if claim_id is None else claim_id[:24]
