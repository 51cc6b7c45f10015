"""``add``: what is put into a book."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from rich.markup import escape

from pledgebook.books.definition import load_definition
from pledgebook.commands.progress import watched
from pledgebook.commands.terminal import messages, show_problems, worth_showing
from pledgebook.language.english import English
from pledgebook.ledger.store import Ledger
from pledgebook.pipeline import RunReport, add, read
from pledgebook.settings import Settings


def add_inputs(
    inputs: Sequence[str],
    book: str,
    published: date | None,
    definition: str | None,
    settings: Settings,
) -> int:
    """Read inputs into a book, made if it is not there; gives the exit code."""
    with Ledger.open(book, create=True) as ledger:
        if definition is not None:
            ledger.define(load_definition(definition))
        report = add(
            ledger,
            watched(
                read(
                    inputs,
                    published=published,
                    language=English(model=settings.model),
                    stdin=sys.stdin.buffer,
                ),
                "inputs read",
            ),
        )
    show_problems(p for p in report.problems if worth_showing(p))
    messages().print(escape(added_words(report, book)))
    return 1 if report.counts["not_read"] else 0


def added_words(report: RunReport, book: str) -> str:
    """Say what a run put into the book."""
    counts = report.counts
    return (
        f"{counts['read']} read, {counts['not_read']} not read; new in {book}: "
        f"{counts['sources_new']} sources, {counts['sightings_new']} sightings, "
        f"{counts['claims_new']} claims"
    )
