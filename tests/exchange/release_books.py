"""Releases made of small books in memory, for the tests of releases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pledgebook.commands.release_folder import names, opened, write
from pledgebook.exchange.package.differences import Change, compare
from pledgebook.exchange.package.freezing import Asked, contents_of, frozen
from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.opened import Opened
from pledgebook.exchange.package.verifying import Fault, first_fault
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold


def files(ledger: Ledger, name: str, since: Opened | None = None) -> dict[str, bytes]:
    asked = Asked(name=name, head=ledger.head(), version="0", since=since)
    return dict(frozen(Held(ledger.view(fold=fold)), asked))


def released(ledger: Ledger, folder: Path, since: Opened | None = None) -> Opened:
    write(folder, files(ledger, folder.name, since).items())
    return opened(str(folder))


def fault(folder: Path) -> Fault | None:
    made = opened(str(folder))
    return first_fault(made.manifest, names(folder), lambda name: (folder / name).read_bytes())


def differences(older: Opened, newer: Opened) -> tuple[Change, ...]:
    return compare(contents_of(older), contents_of(newer))


def cells(release: Opened, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in columns) for row in release.rows(table)]
