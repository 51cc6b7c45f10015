"""The book: opened, added to, decided in, folded and viewed. Nothing is ever changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, Table, select

from pledgebook.ledger import chain, dialects, records, searching
from pledgebook.ledger.chain import Appender, Head, NewRow
from pledgebook.ledger.deciding import GATED, Gate, completed, pass_gate
from pledgebook.ledger.dialects import WAIT, plain_errors, writing
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.intake import Added, Told, take_in
from pledgebook.ledger.lookups import absent, known, last
from pledgebook.ledger.near import near
from pledgebook.ledger.opening import opened
from pledgebook.ledger.projection import projected_at, rebuild
from pledgebook.ledger.protection import protection
from pledgebook.ledger.redaction import Redacted, Request, redact, redactions
from pledgebook.ledger.searching import Hit
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.tables import (
    APPEND_ONLY,
    DECISIONS,
    DEFINITIONS,
    ENTRIES,
    RUNS,
)
from pledgebook.ledger.verifying import Verified, verify
from pledgebook.ledger.view import View
from pledgebook.ledger.witnessing import Fold
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.ids import digest
from pledgebook.model.plain import to_json
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision, Document, Reading


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
        upgrade: bool = False,
        wait: float = WAIT,
        clock: Callable[[], datetime] = _utc_now,
    ) -> Ledger:
        """Open the book in a file or on a server; make it where ``create`` is set.

        Args:
            book: path of an SQLite file, or ``postgresql://USER@HOST/DATABASE``.
            create: make the file, or the schema in an empty file or database.
            upgrade: bring a book of an earlier schema to today's; else it is refused.
            wait: seconds to wait for another writer.
            clock: gives the time of entry, with its zone.

        Raises:
            LedgerError: there is no such book, the file is none, it is locked, damaged or
                read-only, or a newer program wrote it.
        """
        return cls(opened(book, create=create, upgrade=upgrade, wait=wait), book, clock)

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
        return self.add_all([(document, claims, reading)])[0]

    def add_all(
        self,
        sources: Iterable[tuple[Document, Iterable[Claim], Reading]],
        told: Callable[[Sequence[Added]], Told | None] = lambda _: None,
    ) -> list[Added]:
        """Add several sources in one transaction, all of them or none; else as ``add``.

        ``sources`` are drawn in batches while the transaction is open: what they raise leaves the
        book as it was, and no more than a batch of them is held. ``told`` gives, from what was
        added, the run to be entered in the same transaction.
        """
        with plain_errors(self.book), writing(self.engine) as connection:
            appender = Appender(connection, self._clock())
            added = list(take_in(connection, appender, sources))
            if (run := told(added)) is not None:
                appender.append(RUNS, [run.row(connection)])
            return added

    def decide(
        self, decision: Decision, *, fold: Fold | None = None, gate: Gate | None = None
    ) -> str:
        """Append a decision and give its id; the very same again adds nothing.

        Given ``fold``, ids may be prefixes and the decision keeps what it was decided on
        (``ledger.deciding``). ``gate`` judges a value or claim that is to enter.

        Raises LedgerError, and writes nothing, for a decision about something the book does not
        have, or a value that its words do not carry.
        """
        if fold is not None or decision.action in GATED:
            view = self.view(fold=fold)
            decision = decision if fold is None else completed(decision, view)
            pass_gate(decision, view, gate)
        row = records.decision_row(decision)
        with plain_errors(self.book), writing(self.engine) as connection:
            _check_replaced(connection, decision)
            if absent(connection, DECISIONS, [row]):
                self._append(connection, DECISIONS, row)
        return row.key

    def run(self, command: str, counts: Mapping[str, int], problems: Sequence[Problem] = ()) -> str:
        """Append what a run read and could not read; gives the run's id."""
        told = Told(command=command, counts=counts, problems=problems)
        with plain_errors(self.book), writing(self.engine) as connection:
            row = told.row(connection)
            self._append(connection, RUNS, row)
        return row.key

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

    def about(
        self,
        name: str,
        as_of: datetime | None = None,
        known_by: date | None = None,
        *,
        fold: Fold,
    ) -> View:
        """View what concerns one entry, claim or source; the rest of the book stays unread.

        It tells of that record what ``view`` tells, at a cost that does not grow with the book.
        Seen from another day, under a name that is not an id, or where the entries lie behind,
        it is the view of the whole book.
        """
        whole = self.view(as_of, known_by, fold=fold)
        if not whole.scope.is_present:
            return whole
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            found = near(connection, name)
        return whole if found is None else View(self.engine, self.book, found[0], fold, found[1])

    def verify(self, saved: Head | None = None) -> Verified:
        """Walk the chain and give the first row that is edited, missing, moved or emptied."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return verify(connection, saved)

    def protect(self, tables: Iterable[str]) -> None:
        """Set the triggers of append-only tables again, as after a tool dropped them."""
        with plain_errors(self.book), writing(self.engine) as connection:
            for name in tables:
                columns = APPEND_ONLY[name].c.keys()
                for statement in protection(connection.dialect.name, name, columns):
                    connection.exec_driver_sql(statement)

    def search(self, query: str, kind: str | None = None, limit: int = 20) -> list[Hit]:
        """Find claims and sources that have the words, newest first (``ledger.searching``)."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return searching.search(connection, query, kind, limit)

    def index(self) -> int:
        """Drop the search index and build it again; gives the number of its rows."""
        with plain_errors(self.book), writing(self.engine) as connection:
            return searching.rebuild_index(connection)

    def redact(self, name: str, *, author: str, reason: str, fold: Fold) -> tuple[Redacted, ...]:
        """Remove the payload of a row, claim or source for good (``ledger.redaction``)."""
        with plain_errors(self.book):
            with writing(self.engine) as connection:
                appender = Appender(connection, self._clock())
                made = redact(connection, appender, Request(name, author, reason))
                rebuild(connection, fold)
            dialects.scrub(self.engine)
        return made

    def redactions(self) -> tuple[Redacted, ...]:
        """Give what was removed, by whom and why, oldest first."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return redactions(connection)

    def head(self) -> Head:
        """Give the end of the chain: number of rows and their hash, to be kept elsewhere."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return chain.head(connection)

    def holds(self, head: Head) -> bool:
        """Say whether a saved head is a row of this chain: whether the book has grown from it."""
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            return chain.holds(connection, head)

    def export_entries(self) -> str:
        """Write the folded entries as JSON lines, the same bytes for the same contents."""
        query = select(ENTRIES.c.id, ENTRIES.c.payload)
        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            # Sorted here: databases differ in how they order text.
            return "".join(f"{row.payload}\n" for row in sorted(connection.execute(query)))

    def kept_sums(self) -> Mapping[str, int] | None:
        """Give checksums of the columns kept beside the entries; None where none are of them."""
        from pledgebook.ledger.kept.storing import sums  # noqa: PLC0415 - numpy

        with plain_errors(self.book), dialects.reading(self.engine) as connection:
            at = projected_at(connection)
            return None if at is None else sums(connection, at)

    def _append(self, connection: Connection, table: Table, row: NewRow) -> None:
        Appender(connection, self._clock()).append(table, [row])


def _check_replaced(connection: Connection, decision: Decision) -> None:
    targets = {decision.supersedes} - {None}
    if decision.action == "undo":
        targets.add(decision.target)
    wanted = {target for target in targets if target is not None}
    missing = wanted - known(connection, DECISIONS, "key", wanted)
    if missing:
        raise LedgerError(f"the book has no decision {min(missing)}; its history lists them")
