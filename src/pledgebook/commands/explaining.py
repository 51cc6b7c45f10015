"""``explain``: how a line is read: values, parties, cues, which rule fired and which did not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from rich.markup import escape

from pledgebook.commands.terminal import results
from pledgebook.commands.wording import line as claim_line
from pledgebook.extract.page import Page
from pledgebook.extract.read import READERS, pass_gate
from pledgebook.extract.trace import Note, notes
from pledgebook.language.english import English
from pledgebook.model.claims import Claim
from pledgebook.model.codec import claim_to_json
from pledgebook.model.plain import to_json
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Sighting, Snapshot
from pledgebook.model.spans import Span
from pledgebook.settings import Settings


def run(text: str, published: date | None, form: str, settings: Settings) -> int:
    """Explain one text, or each line of standard input where ``text`` is ``-``."""
    language = English(model=settings.model)
    for row in lines_of(text):
        page = page_of(row, published, language)
        claims, problems = read_page(page)
        if form == "jsonl":
            sys.stdout.write(json.dumps(explained(page, claims), ensure_ascii=False) + "\n")
        else:
            show(page, claims, problems)
    return 0


def lines_of(text: str) -> Iterable[str]:
    """Give the lines to explain; blank ones too."""
    if text != "-":
        return [text]
    data = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    rows = data.split("\n")
    return (row.removesuffix("\r") for row in (rows[:-1] if rows[-1] == "" else rows))


def page_of(text: str, published: date | None, language: English) -> Page:
    """Make a page of one line."""
    snapshot = Snapshot.of(text, "plain")
    sighting = Sighting(snapshot=snapshot.id, ref="line", published=published)
    return Page(Document(snapshot=snapshot, sighting=sighting), language)


def read_page(page: Page) -> tuple[list[Claim], list[Problem]]:
    """Read one page with every reader, through the gate."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    for reader in READERS:
        kept, refused = pass_gate(page, reader.read(page))
        claims.extend(kept)
        problems.extend(refused)
    return claims, problems


def explained(page: Page, claims: Iterable[Claim]) -> dict[str, Any]:
    """Give the object of one line, as the contract has it."""
    return {
        "text": page.text,
        "money": [{**_place(page, m.span), **_money(m)} for m in page.money],
        "dates": [
            {
                **_place(page, m.span),
                "from": to_json(m.start),
                "until": to_json(m.end),
                "duration": m.duration,
            }
            for m in page.dates
        ],
        "actors": [
            {**_place(page, m.span), "id": m.actor.id, "name": m.actor.name, "type": m.actor.type}
            for m in page.actors
        ],
        "quantities": [
            {
                **_place(page, m.span),
                **to_json(m.quantity),
                "name": None if m.name_span is None else page.words(m.name_span),
                "category": m.category,
            }
            for m in page.quantities
        ],
        "claims": [claim_to_json(claim) for claim in claims],
    }


def _place(page: Page, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": page.words(span)}


def _money(mention: Any) -> dict[str, Any]:
    amount = to_json(mention.amount)
    return {**amount, "reported_as": amount.get("reported_as", [])}


def show(page: Page, claims: list[Claim], problems: list[Problem]) -> None:
    """Print how a line is read."""
    console = results()
    console.print(f"[bold]{escape(page.text)}[/]")
    given = explained(page, ())
    for key in ("money", "quantities", "dates", "actors"):
        for row in given[key]:
            rest = ", ".join(
                f"{k} {v}"
                for k, v in row.items()
                if k not in ("start", "end", "quote") and v not in (None, [], "")
            )
            console.print(
                f"  {key:<11} “{escape(row['quote'])}” {row['start']}..{row['end']}: {escape(rest)}"
            )
    for note in notes(page):
        _show_note(note)
    for claim in claims:
        console.print(f"  [green]fired[/]       {claim.reader}: {escape(claim_line(claim))}")
    for problem in problems:
        console.print(f"  [yellow]refused[/]     {escape(problem.message)}")
    if not claims:
        console.print("  no claim")


def _show_note(note: Note) -> None:
    mark = "cue" if note.fired else "nearly"
    results().print(f"  {mark:<11} {escape(note.rule)}: {escape(note.reason)}")
