"""The path on one page: ingest, read, gate, ledger, fold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from pledgebook.extract.read import READER_NAME, READER_VERSION, read_document
from pledgebook.ingest.read import documents
from pledgebook.language.protocol import Language
from pledgebook.model.claims import Claim
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Reading
from pledgebook.reconcile.fold import fold

if TYPE_CHECKING:  # a book is only opened by callers; reading must start without the database
    from pledgebook.ledger.store import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one input: its document and claims, or the problem that stopped it."""

    document: Document | None
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Say whether the input could not be read."""
        return any(problem.fatal for problem in self.problems)


@dataclass(slots=True)
class RunReport:
    """Counts and problems of one run over many inputs."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def take(self, read: Read) -> None:
        """Count one input."""
        self.counts["inputs"] += 1
        self.counts["not_read" if read.failed else "read"] += 1
        self.counts["claims"] += len(read.claims)
        self.problems.extend(read.problems)


def read(
    inputs: Sequence[str],
    *,
    published: date | None = None,
    language: Language | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Read]:
    """Read inputs one after the other; what cannot be read comes out as a problem, in its place."""
    for found in documents(inputs, published=published, stdin=stdin):
        if isinstance(found, Problem):
            yield Read(document=None, problems=(found,))
            continue
        claims, problems = read_document(found, language=language)
        yield Read(document=found, claims=tuple(claims), problems=(*found.problems, *problems))


def add(ledger: Ledger, reads: Iterator[Read]) -> RunReport:
    """Put what was read into a book, one transaction a source, then fold the entries."""
    report = RunReport()
    for one in reads:
        report.take(one)
        if one.document is not None:
            added = ledger.add(one.document, one.claims, reading_of(one))
            report.counts["claims_new"] += added.claims_new
            report.counts["sources_new"] += added.snapshot_new
            report.counts["sightings_new"] += added.sighting_new
    ledger.run("add", report.counts, report.problems)
    rebuild(ledger)
    return report


def reading_of(one: Read) -> Reading:
    """Give the reading that a finished read leaves in the book."""
    assert one.document is not None
    return Reading(
        snapshot=one.document.snapshot.id,
        reader=READER_NAME,
        version=READER_VERSION,
        claims=tuple(claim.id for claim in one.claims),
        problems=one.problems,
    )


def rebuild(ledger: Ledger) -> None:
    """Drop the book's projections and fold its entries again."""
    ledger.project(fold)
