"""``import kiel``: a release of the Ukraine Support Tracker into a book, all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from rich.markup import escape

from pledgebook.commands import table_intake
from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.commands.table_importing import show_left, write_report
from pledgebook.commands.terminal import messages
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.kiel import Asked, ReleaseRead, read_release
from pledgebook.exchange.kiel_release.rows import ReleaseRow
from pledgebook.exchange.kiel_release.sheets import rates_of_csv
from pledgebook.ledger.intake import Added, Told
from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Document, Reading
from pledgebook.pipeline import rebuild

_Source = tuple[Document, Iterable[Claim], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line says of a release beside its file; None where nothing.

    Attributes:
        release: its name.
        released: the day it came out.
        rates: a CSV file of its rates.
        report: a CSV file to write what was not taken to.
    """

    release: str | None = None
    released: date | None = None
    rates: str | None = None
    report: str | None = None
    dry_run: bool = False


def run(file: str, book: str | None, options: Options) -> int:
    """Take a release into a book; 1 where rows or values were not taken.

    Everything is read before the book is opened, so that a run that fails leaves it as it was.
    """
    asked = Asked(release=options.release, released=options.released, rates=_rates(options.rates))
    read = read_release(Path(file).read_bytes(), Path(file).name, READERS, asked)
    if options.report is not None:
        write_report(Path(options.report), read.table)
    show_left(read.table)
    _say_release(read)
    if options.dry_run:
        messages().print(f"{_rows(read)}; nothing was written")
    elif not read.rows:
        messages().print(f"{_rows(read)}; nothing to take, the book is as it was")
    else:
        assert book is not None
        _take(read, book)
    return 1 if any(left.whole for left in read.table.left) else 0


def _rates(file: str | None) -> dict[str, Decimal] | None:
    if file is None:
        return None
    try:
        rates = rates_of_csv(text_of(Path(file).read_bytes())[0])
    except ValueError as error:
        raise ExchangeError(f"{file}: is no text; save the sheet of rates as CSV") from error
    if not rates:
        raise ExchangeError(f"{file}: no row holds a currency's code with a number behind it")
    return rates


def _take(read: ReleaseRead, book: str) -> None:
    with Ledger.open(book, create=True) as ledger:
        counts: Counter[str] = Counter(read.table.counts)

        def told(added: Sequence[Added]) -> Told | None:
            counts.update(table_intake.news(added))
            problems = table_intake.problems_of(read.table)
            new = any(one.anything for one in added)
            return Told(command="import kiel", counts=counts, problems=problems) if new else None

        ledger.add_all(sources(read), told)
        rebuild(ledger)
    messages().print(
        escape(
            f"{_rows(read)}; new in {book}: {counts['sources_new']} texts, "
            f"{counts['sightings_new']} sightings, {counts['claims_new']} claims"
        )
    )


def sources(read: ReleaseRead) -> Iterator[_Source]:
    """Give what a release puts into a book: its terms, and each row wherever it was seen."""
    document, reading = read.terms_document()
    yield document, (), reading
    for row in read.rows:
        yield from _places(row)


def _places(row: ReleaseRow) -> Iterator[_Source]:
    yield row.document, row.claims, row.reading
    for sighting in row.seen:
        document = Document(snapshot=row.document.snapshot, sighting=sighting)
        yield document, row.claims, row.reading


def _say_release(read: ReleaseRead) -> None:
    terms = read.terms
    folds = ", ".join(f"{a} under {b}" for a, b in terms.counted_under) or "none"
    messages().print(
        escape(
            f"release {terms.release}, data to {terms.day}; {len(terms.rates)} rates from "
            f"{read.terms_from}; donors counted under others: {folds}"
        )
    )
    if read.summary:
        unlike = sum(p.code == "release-sum-differs" for p in read.table.problems)
        messages().print(
            f"the rows sum to {len(read.summary) - unlike} of the {len(read.summary)} cells of "
            "the release's own summary"
        )


def _rows(read: ReleaseRead) -> str:
    counts = read.table.counts
    words = f"{counts['taken']} rows taken as {read.claims} claims, {counts['not_taken']} not taken"
    return words + (f", {counts['repeated']} repeated" if counts["repeated"] else "")
