"""Adds sources to a book and kills itself at a chosen statement; run by ``test_killed``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "reconcile"))

from promise_builders import Text, amount
from sqlalchemy import Engine, event

from pledgebook.ledger import dialects, opening
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

SOURCES = 6


def sources() -> list[Text]:
    return [Text(f"Source {n} lends {n + 1} million.", ref=f"{n}.txt") for n in range(SOURCES)]


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def add_all(book: str, acknowledge: Callable[[str], None] = lambda _: None) -> None:
    """Add all sources; tell the number of each once the book has acknowledged it."""
    with Ledger.open(book, create=True) as ledger:
        for n, text in enumerate(sources()):
            claims = [text.commitment(who, amount=amount(f"{n + 1}e6")) for who in ("GBR", "NOR")]
            ledger.add(text.document, claims, text.reading(list(claims)))
            acknowledge(str(n))
        ledger.project(fold)


def watching(listen: Callable[[bool], None]) -> Callable[..., Engine]:
    """Make engines that call ``listen`` after each statement: whether in a transaction."""

    def heard(_connection: object, cursor: Any, *_rest: object) -> None:
        listen(cursor.connection.in_transaction)

    def engine_for(path: str, wait: float = dialects.WAIT) -> Engine:
        engine = dialects.engine_for(path, wait)
        event.listen(engine, "after_cursor_execute", heard)
        return engine

    return engine_for


def killer(statement: int) -> Callable[[bool], None]:
    """Kill this process with SIGKILL after its n-th statement."""
    count = 0

    def listen(inside: bool) -> None:  # noqa: FBT001
        nonlocal count
        count += 1
        if count == statement:
            say("inside" if inside else "outside")
            os.kill(os.getpid(), signal.SIGKILL)

    return listen


if __name__ == "__main__":
    setattr(opening, "engine_for", watching(killer(int(sys.argv[2]))))  # noqa: B010
    add_all(sys.argv[1], say)
