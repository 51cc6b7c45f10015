"""``demo``: the sample sources become a book, a report and a site."""

from __future__ import annotations

from pathlib import Path

from rich.markup import escape

from pledgebook.books.definition import load_definition, sample_sources
from pledgebook.commands.adding import added_words
from pledgebook.commands.booking import print_report
from pledgebook.commands.terminal import results, show_problems, worth_showing
from pledgebook.folding import fold
from pledgebook.language.english import English
from pledgebook.ledger.store import Ledger
from pledgebook.pipeline import add, read
from pledgebook.publish.site import write_site
from pledgebook.settings import Settings

#: The book that is shipped with its sources.
SAMPLE = "london-2025"


def run(out: str, book: str, settings: Settings) -> int:
    """Make the sample book; 0 though one sample text is in a language that is not read."""
    console = results()
    sources = [str(path) for path in sample_sources(SAMPLE)]
    console.print(f"Reading {len(sources)} sample sources into {escape(book)} …")
    with Ledger.open(book, create=True) as ledger:
        ledger.define(load_definition(SAMPLE))
        report = add(ledger, read(sources, language=English(model=settings.model)))
        view = ledger.view(fold=fold)
        print_report(console, view)
        written = write_site(view, Path(out), lambda day: ledger.view(known_by=day, fold=fold))
    show_problems(p for p in report.problems if worth_showing(p) and p.fatal)
    console.print(f"\n{escape(added_words(report, book))}; {len(written)} files in {escape(out)}")
    console.print(f"Open [bold]{escape(str(Path(out) / 'index.html'))}[/] in a browser, or run:")
    console.print(f"  pledgebook totals --book {escape(book)}")
    console.print(f"  pledgebook serve --book {escape(book)}")
    return 0
