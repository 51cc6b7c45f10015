"""``read``: claims of any input, printed; touches no book."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from pledgebook.commands.progress import watched
from pledgebook.commands.terminal import messages, results, show_problems, worth_showing
from pledgebook.commands.wording import line
from pledgebook.language.english import English
from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.pipeline import Read, RunReport, read
from pledgebook.settings import Settings

#: Colour of each kind's spans in a terminal.
COLOURS = {
    "commitment": "green",
    "statement": "cyan",
    "participation": "magenta",
    "proposal": "yellow",
    "plan_point": "blue",
    "measure": "red",
}


def run(inputs: Sequence[str], published: date | None, form: str, settings: Settings) -> int:
    """Read ``inputs`` and print; gives the exit code."""
    if not inputs and sys.stdin.isatty():
        messages().print("Paste a text, then press Ctrl-D on a line of its own.")
        return _pasted(published, settings)
    report = RunReport()
    console = results()
    found = read(
        inputs or ["-"],
        published=published,
        language=English(model=settings.model),
        stdin=sys.stdin.buffer,
    )
    for one in watched(found, "inputs read"):
        report.take(one)
        show_problems(p for p in one.problems if worth_showing(p))
        if form == "jsonl":
            print_jsonl(one.claims)
        elif one.document is not None and not one.failed:
            print_table(console, one)
    _summary(report, form)
    return 1 if report.counts["not_read"] else 0


def print_jsonl(claims: Iterable[Claim]) -> None:
    """Print one JSON object a line."""
    for claim in claims:
        sys.stdout.write(json.dumps(claim_to_json(claim), ensure_ascii=False) + "\n")


def print_table(console: Console, one: Read) -> None:
    """Print one source: its heading, then a line a claim with the words it rests on."""
    assert one.document is not None
    sighting = one.document.sighting
    console.print(f"[bold]{escape(sighting.title or sighting.ref)}[/] {sighting.published or ''}")
    if not one.claims:
        console.print("  nothing found (the text was read)")
    text = one.document.snapshot.text
    for claim in one.claims:
        colour = COLOURS[claim.kind]
        console.print(f"  [{colour}]{claim.kind:<13}[/] {escape(line(claim))}")
        span = claim.sentence
        quote = escape(" ".join(span.of(text).split()))
        console.print(f"{'':16}[dim]“{quote}” \\[{span.start}..{span.end}][/]")


def _summary(report: RunReport, form: str) -> None:
    counts = report.counts
    if form == "jsonl" and not sys.stderr.isatty():
        return
    refused = sum(p.code == "refused-by-gate" for p in report.problems)
    words = f"{counts['read']} read, {counts['not_read']} not read, {counts['claims']} claims"
    messages().print(words + (f", {refused} refused by the gate" if refused else ""))


def _pasted(published: date | None, settings: Settings) -> int:
    """Show pasted text back with coloured spans, then one plain line per claim."""
    console = results()
    failed = False
    for one in read(
        ["-"],
        published=published,
        language=English(model=settings.model),
        stdin=sys.stdin.buffer,
    ):
        show_problems(p for p in one.problems if worth_showing(p))
        failed = failed or one.failed
        if one.document is not None:
            console.print(coloured(one.document.snapshot.text, one.claims))
            print_table(console, one)
    return 1 if failed else 0


def coloured(text: str, claims: Sequence[Claim]) -> Text:
    """Mark every evidence span of a text in the colour of its claim's kind."""
    marked = Text(text)
    for claim in claims:
        for evidence in claim.evidence:
            if evidence.place == "text":
                marked.stylize(f"{COLOURS[claim.kind]} underline", evidence.start, evidence.end)
    return marked
