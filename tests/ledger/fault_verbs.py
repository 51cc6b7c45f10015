"""The verbs that the faults strike, each as one entry in a table; run in a process of its own.

A verb works on a book that ``prepare`` made, tells each thing that the book has acknowledged by a
line on standard output, and can be run again after any fault: it then finishes what is missing.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "reconcile"))

from promise_builders import Text, amount
from sqlalchemy import Engine, event

from pledgebook import pipeline
from pledgebook.commands import table_intake
from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.table_import import TableRead, read_table
from pledgebook.extract.version import reader_version
from pledgebook.ledger import dialects, opening
from pledgebook.ledger.store import Ledger
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.fold import fold

SOURCES = 8
#: Rows of the table that ``import`` takes: enough that PostgreSQL takes them by COPY.
ROWS = 120
_MAP = """
name: aid
source: {title: Help for Ukraine}
table: {id: "No"}
fields:
  donors: Donor
  recipients: {constant: Ukraine}
  amount: Sum
  amount.currency: Currency
"""
Say = Callable[[str], None]


def texts() -> list[Text]:
    return [Text(f"Source {n} lends {n + 1} million.", ref=f"{n}.txt") for n in range(SOURCES)]


def text_snapshots() -> frozenset[str]:
    return frozenset(text.snapshot.id for text in texts())


def claims_of(n: int, text: Text) -> list[Any]:
    return [text.commitment(who, amount=amount(f"{n + 1}e6")) for who in ("GBR", "NOR")]


def prepare(book: str) -> None:
    """A book with all sources, for the verbs that work on one."""
    with Ledger.open(book, create=True) as ledger:
        for n, text in enumerate(texts()):
            claims = claims_of(n, text)
            ledger.add(text.document, claims, text.reading(claims))
        ledger.project(fold)


def nothing(_book: str) -> None:
    """No book beforehand: the verb makes it."""


def read_of(n: int, text: Text) -> pipeline.Read:
    return pipeline.Read(document=text.document, claims=tuple(claims_of(n, text)))


def add(book: str, say: Say) -> None:
    """As ``pledgebook add``: a source in each transaction, the run, the entries."""

    def reads() -> Iterator[pipeline.Read]:
        for n, text in enumerate(texts()):
            yield read_of(n, text)
            # The next one is asked for: this one is in the book.
            say(f"snapshots {text.snapshot.id}")

    with Ledger.open(book, create=True) as ledger:
        pipeline.add(ledger, reads())


def table() -> TableRead:
    """A team's table of ``ROWS`` rows, read as ``pledgebook import table`` reads it."""
    lines = [f"{n},{('Norway', 'Chile')[n % 2]},{n + 1},EUR" for n in range(ROWS)]
    raw = "\n".join(["No,Donor,Sum,Currency", *lines]).encode()
    return read_table(raw, "aid.csv", read_map(_MAP, "aid.yaml"), READERS, text_of)


def table_snapshots() -> frozenset[str]:
    return frozenset(one.document.snapshot.id for one in table().taken)


def import_(book: str, say: Say) -> None:
    """As ``pledgebook import table``: all rows in one transaction, the run, the entries."""
    rows, names = table(), sorted(table_snapshots())
    with Ledger.open(book, create=True) as ledger:
        known = table_intake.before(ledger.view(fold=fold).sources(), rows, "No")
        table_intake.take(ledger, rows, rows.taken, known)
    for name in names:
        say(f"snapshots {name}")


def decide(book: str, say: Say) -> None:
    """As ``pledgebook decide accept``: each decision is entered, then the entries are folded."""
    noon = datetime(2025, 3, 9, 12, tzinfo=UTC)
    with Ledger.open(book) as ledger:
        for n, text in enumerate(texts()):
            at, target = noon + timedelta(minutes=n), claims_of(n, text)[0].id
            made = pipeline.decide(
                ledger, Decision(author="ana", at=at, action="accept", target=target, reason="read")
            )
            say(f"decisions {made}")


def reread(book: str, say: Say) -> None:
    """As a newer reader: one claim of each text, and a new reading."""

    def reads() -> Iterator[pipeline.Read]:
        for n, text in enumerate(texts()):
            yield pipeline.Read(document=text.document, claims=tuple(claims_of(n, text)[:1]))
            # The next one is asked for: this one is in the book.
            say(f"readings {text.snapshot.id} {reader_version()}")

    with Ledger.open(book) as ledger:
        pipeline.reread(ledger, reads())


def rebuild(book: str, say: Say) -> None:
    with Ledger.open(book) as ledger:
        for _ in range(4):
            pipeline.rebuild(ledger)
            ledger.index()
            say("rebuilt")


@dataclass(frozen=True)
class Verb:
    """A verb, the book it starts from, and the snapshots that the book holds when it is done."""

    run: Callable[[str, Say], None]
    prepare: Callable[[str], None]
    snapshots: Callable[[], frozenset[str]]


VERBS = {
    "add": Verb(add, nothing, text_snapshots),
    "decide": Verb(decide, prepare, text_snapshots),
    "import": Verb(import_, nothing, table_snapshots),
    "reread": Verb(reread, prepare, text_snapshots),
    "rebuild": Verb(rebuild, prepare, text_snapshots),
}


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


@dataclass(frozen=True)
class Heard:
    """A point where a verb can be killed: right after a statement, or after rows went by COPY."""

    inside: bool
    copied: bool = False


Listen = Callable[[Heard], None]


def _inside(connection: Any) -> bool:
    """Say whether a write transaction is open."""
    writes = connection.get_execution_options().get("pledgebook_writes", False)
    return bool(writes and connection.in_transaction())


@contextmanager
def watching(listen: Listen) -> Iterator[None]:
    """Call ``listen`` after each statement of the books that are opened meanwhile."""
    made, copied = dialects.engine_for, dialects.copy_in

    def engine_for(path: str, wait: float = dialects.WAIT) -> Engine:
        engine = made(path, wait)
        event.listen(
            engine, "after_cursor_execute", lambda c, *_rest: listen(Heard(inside=_inside(c)))
        )
        return engine

    def copy_in(connection: Any, into: str, rows: Sequence[tuple[object, ...]]) -> None:
        copied(connection, into, rows)
        listen(Heard(inside=_inside(connection), copied=True))

    setattr(opening, "engine_for", engine_for)  # noqa: B010
    setattr(dialects, "copy_in", copy_in)  # noqa: B010
    try:
        yield
    finally:
        setattr(opening, "engine_for", made)  # noqa: B010
        setattr(dialects, "copy_in", copied)  # noqa: B010


def killer(statement: int) -> Listen:
    """Kill this process with SIGKILL after its n-th statement, telling where that was."""
    count = 0

    def listen(heard: Heard) -> None:
        nonlocal count
        count += 1
        if count == statement:
            say("inside" if heard.inside else "outside")
            if heard.copied:
                say("copied")
            os.kill(os.getpid(), signal.SIGKILL)

    return listen


def heard_of(verb: Verb, book: str) -> list[Heard]:
    """Run a verb undisturbed; give the points where it can be killed."""
    heard: list[Heard] = []
    with watching(heard.append):
        verb.run(book, lambda _: None)
    return heard


if __name__ == "__main__":
    _name, _book, _statement = sys.argv[1:4]
    with watching(killer(int(_statement))):
        say("ready")
        VERBS[_name].run(_book, say)
        say("done")
