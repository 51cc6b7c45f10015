"""``check``: anybody's claims against their words."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from rich.markup import escape

from pledgebook.commands.terminal import messages, results
from pledgebook.extract.check import check

_COLOURS = {"kept": "green", "refused": "red", "unsupported": "yellow"}


def run(claims: str, sources: str, form: str) -> int:
    """Print a verdict per claim, in order; 0 where all are kept, 1 where any is not."""
    with ExitStack() as stack:
        claim_lines = (
            sys.stdin
            if claims == "-"
            else stack.enter_context(Path(claims).open(encoding="utf-8", errors="surrogateescape"))
        )
        source_lines = stack.enter_context(
            Path(sources).open(encoding="utf-8", errors="surrogateescape")
        )
        counts: Counter[str] = Counter()
        console = results()
        for row in check(claim_lines, source_lines):
            counts[row.verdict] += 1
            if form == "jsonl":
                shown = {"id": row.id, "verdict": row.verdict, "reasons": list(row.reasons)}
                sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
            else:
                console.print(
                    f"[{_COLOURS[row.verdict]}]{row.verdict:<12}[/] {escape(str(row.id))[:40]} "
                    f"{escape('; '.join(row.reasons))}"
                )
    messages().print(", ".join(f"{counts[v]} {v}" for v in _COLOURS))
    return 0 if set(counts) <= {"kept"} else 1
