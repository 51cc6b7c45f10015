"""A small disk of one's own: a file system in memory that can be filled and freed again.

Mounting one is root's to do; where it is not allowed, ``refusal`` says why.
"""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from promise_builders import Text

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger

#: Bytes of a server's fresh data, with one database and room for its log, in megabytes.
MEGABYTES = 160
#: Kilobytes that a filled disk has left: some sources of ``large_text`` still fit.
LEFT = 3_000
#: Sources of ``large_text`` that no filled disk takes.
TOO_MANY = 60


@dataclass(frozen=True)
class SmallDisk:
    """A mounted disk."""

    folder: Path

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def fill(self, left: int = LEFT) -> None:
        """Take all of its room but ``left`` kilobytes."""
        room = os.statvfs(self.folder)
        size = room.f_bavail * room.f_frsize - left * 1024
        with self._ballast.open("wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, size)

    def free(self) -> None:
        """Give the room back."""
        self._ballast.unlink(missing_ok=True)


def _mount(folder: str) -> str:
    """Mount a small disk; gives what stands in the way, empty where nothing does."""
    options = f"size={MEGABYTES}m,mode=755"
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else done.stderr.strip() or "mount refuses"


def refusal() -> str:
    """Say why no disk can be mounted here; empty where one can."""
    folder = tempfile.mkdtemp(prefix="pledgebook-disk-")
    try:
        if (said := _mount(folder)) == "":
            subprocess.run(["umount", folder], check=True)
        return said
    finally:
        Path(folder).rmdir()


@contextmanager
def small_disk() -> Iterator[SmallDisk]:
    """Mount a disk of ``MEGABYTES`` for as long as the block runs."""
    folder = tempfile.mkdtemp(prefix="pledgebook-disk-")
    said = _mount(folder)
    assert said == "", said
    try:
        yield SmallDisk(Path(folder))
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        Path(folder).rmdir()


def large_text(n: int) -> Text:
    """A text of some 200 kilobytes that no database packs to much less."""
    rng = random.Random(n)  # noqa: S311 - no secret
    words = " ".join(f"{rng.getrandbits(64):x}" for _ in range(12_000))
    return Text(f"Source {n} says: {words}", ref=f"{n}.txt")


@dataclass
class Filled:
    """What a book did while its disk filled up and after room was made.

    Attributes:
        acknowledged: ids of the texts that the book took.
        refused: what it said to the first that it did not take.
        wrong: what was then amiss.
    """

    acknowledged: list[str] = field(default_factory=list)
    refused: str = ""
    wrong: list[str] = field(default_factory=list)


def filled(book: str, disk: SmallDisk) -> Filled:
    """Fill the disk under a book with its sources, then make room and go on."""
    out = Filled()
    with Ledger.open(book, create=True) as ledger:
        _new_log(ledger)
        disk.fill()
        for n in range(TOO_MANY):
            text = large_text(n)
            try:
                ledger.add(text.document, [], text.reading([]))
            except LedgerError as error:
                out.refused = str(error)
                break
            out.acknowledged.append(text.snapshot.id)
        out.wrong += _amiss(ledger, out.acknowledged)
        disk.free()
        ledger.add(text.document, [], text.reading([]))
        out.wrong += _amiss(ledger, [*out.acknowledged, text.snapshot.id])
    return out


def _new_log(ledger: Ledger) -> None:
    """Let the server begin a piece of its log, which it lays down whole, while there is room.

    Without room for its log it stops, as any server does, and starts again when there is some.
    """
    with ledger.engine.connect() as connection:
        connection.exec_driver_sql("SELECT pg_switch_wal()")
        connection.exec_driver_sql("CREATE TEMPORARY TABLE begun (n integer)")
        connection.commit()


def _amiss(ledger: Ledger, due: list[str]) -> list[str]:
    """What is wrong with a book that should hold these texts and nothing else."""
    found = ledger.verify()
    wrong = [] if found.fault is None else [f"row {found.fault.seq} {found.fault.reason}"]
    if found.rows != 3 * len(due):
        wrong.append(f"{found.rows} rows for {len(due)} sources")
    have = {source.snapshot.id for source in ledger.view().sources()}
    wrong += [f"lost: {name}" for name in sorted(set(due) - have)]
    wrong += [f"from nowhere: {name}" for name in sorted(have - set(due))]
    hits = {hit.id for n in range(TOO_MANY) for hit in ledger.search(f'"Source {n} says"')}
    wrong += [f"found or not found wrongly: {name}" for name in sorted(hits ^ set(due))]
    return wrong
