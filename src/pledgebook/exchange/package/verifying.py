"""Whether a release is as it was made: the first file, row and column that is not."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.descriptor import Written, csv_path, parquet_path
from pledgebook.exchange.package.files import printed, rows_of_csv, rows_of_parquet
from pledgebook.exchange.package.opened import MANIFEST, Manifest, Reader
from pledgebook.exchange.package.tables import Table, tables
from pledgebook.exchange.package.values import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The first thing that is wrong: the file, and what about it, with row and column if known."""

    file: str
    reason: str


def first_fault(manifest: Manifest, there: Collection[str], read: Reader) -> Fault | None:
    """Check every file against the manifest, and the tables against each other.

    Args:
        manifest: of the release.
        there: names of all files in its folder.
        read: gives the bytes of one.
    """
    for path, expected in sorted(manifest.files.items()):
        if path not in there:
            return Fault(file=path, reason="is missing")
        if Written.of(path, _bytes(read, path)).sha256 != expected.sha256:
            return Fault(file=path, reason=f"was changed{_where(path, there, read)}")
    strange = sorted(set(there) - set(manifest.files) - {MANIFEST})
    if strange:
        return Fault(file=strange[0], reason="is no file of this release")
    return _first_of_tables(manifest, read) or _described(manifest, read)


def _bytes(read: Reader, path: str) -> bytes:
    try:
        return read(path)
    except OSError as error:
        raise ExchangeError(f"{path}: cannot be read: {error.strerror}") from None


def _where(path: str, there: Collection[str], read: Reader) -> str:
    """Name the row of a changed table, by what its other file says; nothing where both agree."""
    for name, table in tables().items():
        pair = csv_path(name), parquet_path(name)
        if path in pair and set(pair) <= set(there):
            fault = _pair(table, read)
            return "" if fault is None else f": {fault}"
    return ""


def _first_of_tables(manifest: Manifest, read: Reader) -> Fault | None:
    """A manifest may have been written anew: its tables must still hold together."""
    for name, table in tables().items():
        path = csv_path(name)
        if path not in manifest.files or parquet_path(name) not in manifest.files:
            return Fault(file=MANIFEST, reason=f"does not name both files of the table {name}")
        reason = _pair(table, read)
        if reason is not None:
            return Fault(file=path, reason=f"differs from {parquet_path(name)}: {reason}")
        count = len(rows_of_csv(table, _bytes(read, path), path))
        if count != manifest.tables.get(name):
            told = manifest.tables.get(name)
            return Fault(file=path, reason=f"has {count} rows, and {MANIFEST} says {told}")
    return None


def _pair(table: Table, read: Reader) -> str | None:
    """Say where the two files of a table differ; None where they hold the same rows."""
    pair = csv_path(table.name), parquet_path(table.name)
    try:
        left = rows_of_csv(table, _bytes(read, pair[0]), pair[0])
        right = rows_of_parquet(table, _bytes(read, pair[1]), pair[1])
    except ExchangeError as error:
        return str(error)
    for number, (one, other) in enumerate(zip(left, right, strict=False), 1):
        if one != other:
            return _differ(table, number, one, other)
    if len(left) != len(right):
        return f"{len(left)} rows in {pair[0]}, {len(right)} in {pair[1]}"
    return None


def _differ(table: Table, number: int, one: Row, other: Row) -> str:
    names = [n for n, a, b in zip(table.names, one, other, strict=True) if a != b]
    at = table.names.index(names[0])
    return (
        f"row {number} ({_key(table, other)}): {names[0]} is "
        f"{printed(one[at])[:80]!r} as CSV and {printed(other[at])[:80]!r} as Parquet"
    )


def _key(table: Table, row: Row) -> str:
    cells = dict(zip(table.names, row, strict=True))
    return ", ".join(printed(cells[name]) or "-" for name in table.key)


def _described(manifest: Manifest, read: Reader) -> Fault | None:
    """The description must be of the same files as the manifest."""
    path = "datapackage.json"
    if path not in manifest.files:
        return Fault(file=MANIFEST, reason=f"does not name {path}")
    try:
        told: Sequence[dict[str, str]] = json.loads(_bytes(read, path))["resources"]
        digests = {one["path"]: one["hash"] for one in told}
    except (ValueError, KeyError, TypeError, RecursionError):
        return Fault(file=path, reason="is no description of a data package")
    for name, digest in sorted(digests.items()):
        file = manifest.files.get(name)
        if file is None or digest != f"sha256:{file.sha256}":
            return Fault(file=path, reason=f"gives another digest of {name} than {MANIFEST}")
    return None
