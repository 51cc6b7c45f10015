"""The path on one page: ingest, read, gate, ledger, fold; and again, with what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from pledgebook.extract.gate import judge
from pledgebook.extract.page import Page
from pledgebook.extract.read import READER_NAME, read_document
from pledgebook.extract.version import reader_version
from pledgebook.folding import fold
from pledgebook.ingest.read import documents
from pledgebook.language.english import English
from pledgebook.language.protocol import Language
from pledgebook.model.claims import Claim
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision, Document, Reading, Sighting

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
        version=reader_version(),
        claims=tuple(claim.id for claim in one.claims),
        problems=one.problems,
    )


def rebuild(ledger: Ledger) -> int:
    """Drop the book's projections and fold its entries again; gives the number of entries."""
    return ledger.project(fold)


def reread(ledger: Ledger, reads: Iterator[Read]) -> RunReport:
    """Put new readings of stored texts into a book; decisions stay, and go to review."""
    report = RunReport()
    for one in reads:
        report.take(one)
        assert one.document is not None
        added = ledger.add(one.document, one.claims, reading_of(one))
        report.counts["readings_new"] += added.reading_new
        report.counts["claims_new"] += added.claims_new
    ledger.run("reread", report.counts, report.problems)
    rebuild(ledger)
    return report


def stored(ledger: Ledger, *, language: Language | None = None) -> Iterator[Read]:
    """Read the texts of a book again with today's reader, each as it was seen at each place."""
    for source in ledger.view(fold=fold).sources():
        if source.reading is not None and source.reading.reader != READER_NAME:
            continue  # a row of a table, say: read by its map, and by that alone
        places = {_seen(sighting): sighting for sighting in reversed(source.sightings)}
        for sighting in places.values():
            document = Document(snapshot=source.snapshot, sighting=sighting)
            claims, problems = read_document(document, language=language)
            yield Read(document=document, claims=tuple(claims), problems=tuple(problems))


def _seen(sighting: Sighting) -> tuple[object, ...]:
    """What a reading may depend on besides the text."""
    return sighting.published, sighting.title, sighting.publisher, sighting.lang


def decide(ledger: Ledger, decision: Decision, *, language: Language | None = None) -> str:
    """Enter a decision; the gate judges what it brings in. Gives its id, and folds the entries."""

    def gate(claim: Mapping[str, Any], document: Document) -> tuple[str, ...]:
        return judge(claim, Page(document, language or English())).reasons

    name = ledger.decide(decision, fold=fold, gate=gate)
    rebuild(ledger)
    return name
