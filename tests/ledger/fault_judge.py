"""Strikes a verb with a fault and judges the book that it leaves."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fault_verbs import VERBS, Heard, heard_of

from pledgebook.ledger.dialects import reading
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.standing import Scope, payloads
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import READINGS
from pledgebook.reconcile.fold import fold

SCRIPT = Path(__file__).parent / "fault_verbs.py"


@dataclass(frozen=True)
class Struck:
    """What a fault left: where it fell, what had been acknowledged.

    Attributes:
        inside: whether a write transaction was open; None where that is not known.
        copied: whether rows had just gone by COPY.
    """

    inside: bool | None
    acknowledged: tuple[str, ...]
    copied: bool = False


def kill_at_statement(verb: str, book: str, statement: int) -> Struck:
    """Kill -9 right after a statement of the verb."""
    command = [sys.executable, str(SCRIPT), verb, book, str(statement)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == "", done.stderr
    lines = done.stdout.splitlines()
    inside = "inside" in lines if {"inside", "outside"} & set(lines) else None
    return Struck(inside=inside, acknowledged=_acknowledged(lines), copied="copied" in lines)


def kill_at_time(verb: str, book: str, rng: random.Random) -> Struck:
    """Kill -9 at a random moment of the verb's work; where that was is not known."""
    command = [sys.executable, str(SCRIPT), verb, book, "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        time.sleep(rng.uniform(0, 0.25))
        running.kill()
        lines = [first.strip(), *running.stdout.read().splitlines()]
    return Struck(inside=None, acknowledged=_acknowledged(lines))


def _acknowledged(lines: list[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if " " in line)


def lost(book: str, struck: Struck) -> list[str]:
    """What is wrong with the book: something acknowledged gone, something half-written there."""
    try:
        ledger = Ledger.open(book)
    except LedgerError as error:
        none = "holds no book" in str(error) or "there is no book" in str(error)
        return [str(error)] if struck.acknowledged or not none else []
    with ledger:
        found = ledger.verify()
        wrong = [] if found.fault is None else [f"row {found.fault.seq} {found.fault.reason}"]
        have = _held(ledger)
        wrong += [f"lost: {line}" for line in struck.acknowledged if line not in have]
        return wrong + list(_half_written(ledger))


def _held(ledger: Ledger) -> set[str]:
    view = ledger.view(fold=fold)
    have = {f"snapshots {s.snapshot.id}" for s in view.sources()}
    have |= {f"decisions {d.id}" for d in view.decisions()}
    with reading(ledger.engine) as connection:
        every = list(payloads(connection, READINGS, Scope()))
    return have | {f"readings {p['snapshot']} {p['version']}" for p in every}


def _half_written(ledger: Ledger) -> Iterator[str]:
    for source in ledger.view(fold=fold).sources():
        if source.reading is None:
            yield f"no reading of {source.snapshot.id}"
        elif len(source.claims) != len(source.reading.claims):
            yield f"claims missing of {source.snapshot.id}"
        hits = ledger.search(f'"{" ".join(source.snapshot.text.split()[:2])}"', "source")
        if source.snapshot.id not in {hit.id for hit in hits}:
            yield f"not searchable: {source.snapshot.id}"


def finished(verb: str, book: str) -> list[str]:
    """Run the verb again after a fault; give what is then still missing."""
    VERBS[verb].run(book, lambda _: None)
    with Ledger.open(book) as ledger:
        found = ledger.verify()
        view = ledger.view(fold=fold)
        wrong = [] if found.fault is None else [f"row {found.fault.seq} {found.fault.reason}"]
        have, due = {s.snapshot.id for s in view.sources()}, VERBS[verb].snapshots()
        wrong += [f"not finished: no {name}" for name in sorted(due - have)]
        wrong += [f"from nowhere: {name}" for name in sorted(have - due)]
        return wrong


def statements(verb: str, book: str) -> list[Heard]:
    """Points of a verb that nothing disturbs: after each statement, and after rows by COPY."""
    VERBS[verb].prepare(book)
    return heard_of(VERBS[verb], book)
