"""The book: opened, added to, decided in, folded and viewed. Nothing is ever changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, select

from pledgebook.ledger import chain, dialects, records
from pledgebook.ledger.chain import Appender, Head, NewRow, Verified
from pledgebook.ledger.dialects import WAIT, plain_errors, writing
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.lookups import absent, known, last, reading_if_new
from pledgebook.ledger.opening import opened
from pledgebook.ledger.projection import Fold, rebuild
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.tables import (
    CLAIMS,
    DECISIONS,
    DEFINITIONS,
    ENTRIES,
    READINGS,
    RUNS,
    SIGHTINGS,
    SNAPSHOTS,
)
from pledgebook.ledger.view import View
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.ids import digest
from pledgebook.model.plain import to_json
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision, Document, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What ``Ledger.add`` found to be new.

    Attributes:
        snapshot_new: the text was not in the book.
        sighting_new: the text had not been seen at this place.
        reading_new: this reader's version had not read it so.
        claims_new: number of claims that were not in the book.
    """

    snapshot_new: bool
    sighting_new: bool
    reading_new: bool
    claims_new: int

    @property
    def anything(self) -> bool:
        """Say whether anything was added at all."""
        return self.snapshot_new or self.sighting_new or self.reading_new or self.claims_new > 0


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """One open book. Use it as a context manager, or call ``close``."""

    def __init__(self, engine: Engine, book: str, clock: Callable[[], datetime]) -> None:
        """Use ``Ledger.open``."""
        self.engine = engine
        self.book = book
        self._clock = clock

    @classmethod
    def open(
        cls,
        book: str,
        *,
        create: bool = False,
        wait: float = WAIT,
        clock: Callable[[], datetime] = _utc_now,
    ) -> Ledger:
        """Open the book in a file or on a server; make it where ``create`` is set.

        Args:
            book: path of an SQLite file, or ``postgresql://USER@HOST/DATABASE``.
            create: make the file, or the schema in an empty file or database.
            wait: seconds to wait for another writer.
            clock: gives the time of entry, with its zone.

        Raises:
            LedgerError: there is no such book, the file is none, it is locked, damaged or
                read-only, or a newer program wrote it.
        """
        return cls(opened(book, create=create, wait=wait), book, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; the book can be opened again."""
        self.engine.dispose()

    def define(self, definition: BookDefinition) -> str:
        """Append a definition; the last one holds, and the same again adds nothing."""
        payload = {"definition": to_json(definition)}
        with plain_errors(self.book), writing(self.engine) as connection:
            before = last(connection, DEFINITIONS)
            if before is not None and before[1] == payload:
                return before[0]
            key = "definition:" + digest([before and before[0], payload])
            self._append(connection, DEFINITIONS, NewRow(key=key, payload=payload, copies={}))
            return key

    def add(self, document: Document, claims: Iterable[Claim], reading: Reading) -> Added:
        """Add one source with what a reader made of it: all of it, or nothing.

        The same again adds nothing. A known text at another place adds a sighting; a newer
        reader adds a reading and the claims that are new. Raises LedgerError where the parts do
        not speak of the same text.
        """
        given = list({claim.id: claim for claim in claims}.values())
        _check_one_source(document, given, reading)
        read = records.reading_row(document, given, reading)
        with plain_errors(self.book), writing(self.engine) as connection:
            appender = Appender(connection, self._clock())
            texts = absent(connection, SNAPSHOTS, [records.snapshot_row(document.snapshot)])
            places = absent(connection, SIGHTINGS, [records.sighting_row(document.sighting)])
            readings = reading_if_new(connection, read)
            made = absent(connection, CLAIMS, [records.claim_row(c) for c in given])
            before = known(connection, CLAIMS, "id", {c.id for c in given})
            for table, rows in (
                (SNAPSHOTS, texts),
                (SIGHTINGS, places),
                (READINGS, readings),
                (CLAIMS, made),
            ):
                appender.append(table, rows)
        return Added(
            snapshot_new=bool(texts),
            sighting_new=bool(places),
            reading_new=bool(readings),
            claims_new=len({row.copies["id"] for row in made} - before),
        )

    def decide(self, decision: Decision) -> str:
        """Append a decision and give its id; the very same again adds nothing.

        Raises LedgerError for a decision that replaces or undoes one the book does not have.
        """
        row = records.decision_row(decision)
        with plain_errors(self.book), writing(self.engine) as connection:
            _check_replaced(connection, decision)
            if absent(connection, DECISIONS, [row]):
                self._append(connection, DECISIONS, row)
        return row.key

    def run(self, command: str, counts: Mapping[str, int], problems: Sequence[Problem] = ()) -> str:
        """Append what a run read and could not read; gives the run's id."""
        payload = {
            "command": command,
            "counts": dict(counts),
            "problems": [records.problem_to_json(problem) for problem in problems],
        }
        with plain_errors(self.book), writing(self.engine) as connection:
            key = "run:" + digest([chain.head(connection).hash, payload])
            self._append(connection, RUNS, NewRow(key=key, payload=payload, copies={}))
        return key

    def project(self, fold: Fold) -> int:
        """Drop the entries and fold them again (``reconcile.fold.fold``); gives their number."""
        with plain_errors(self.book), writing(self.engine) as connection:
            return len(rebuild(connection, fold))

    def view(
        self,
        as_of: datetime | None = None,
        known_by: date | None = None,
        *,
        fold: Fold | None = None,
    ) -> View:
        """View the book.

        Without ``as_of`` and ``known_by``: the entries as last folded, with the sources and
        claims they were folded from; given ``fold``, they are folded in memory where rows have
        been added since. With either: what stood then is folded again, so ``fold`` is needed.

        Args:
            as_of: moment with its zone; what had been entered and decided by then.
            known_by: day; what sources published by then said, as read and decided today.
            fold: ``reconcile.fold.fold``.
        """
        scope = Scope(as_of=as_of, known_by=known_by)
        if as_of is not None and as_of.tzinfo is None:
            raise LedgerError("the moment to view the book as of needs a time zone")
        if not scope.is_present and fold is None:
            raise LedgerError("an earlier state of the book needs the function that folds it")
        return View(self.engine, self.book, scope, fold)

    def verify(self, saved: Head | None = None) -> Verified:
        """Walk the chain and give the first row that is edited, missing or moved."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return chain.verify(connection, saved)

    def head(self) -> Head:
        """Give the end of the chain: number of rows and their hash, to be kept elsewhere."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return chain.head(connection)

    def export_entries(self) -> str:
        """Write the folded entries as JSON lines, the same bytes for the same contents."""
        query = select(ENTRIES.c.id, ENTRIES.c.payload)
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            # Sorted here: databases differ in how they order text.
            return "".join(f"{row.payload}\n" for row in sorted(connection.execute(query)))

    def _append(self, connection: Connection, table: Table, row: NewRow) -> None:
        Appender(connection, self._clock()).append(table, [row])


def _check_one_source(document: Document, claims: list[Claim], reading: Reading) -> None:
    name = document.snapshot.id
    others = {document.sighting.snapshot, reading.snapshot, *(c.source.id for c in claims)}
    if others != {name}:
        raise LedgerError(f"the parts of {document.sighting.ref} speak of different texts")


def _check_replaced(connection: Connection, decision: Decision) -> None:
    targets = {decision.supersedes} - {None}
    if decision.action == "undo":
        targets.add(decision.target)
    wanted = {target for target in targets if target is not None}
    missing = wanted - known(connection, DECISIONS, "key", wanted)
    if missing:
        raise LedgerError(f"the book has no decision {min(missing)}; its history lists them")
