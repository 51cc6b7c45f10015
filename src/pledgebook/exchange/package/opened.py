"""A release read back from its folder; no book is needed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.descriptor import Written, csv_path
from pledgebook.exchange.package.files import rows_of_csv
from pledgebook.exchange.package.tables import tables
from pledgebook.exchange.package.values import Cell

MANIFEST = "manifest.json"
#: Form of the manifest; a change that older programs cannot read counts it up.
FORM = 1
_PATH = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)?")
_DIGEST = re.compile(r"[0-9a-f]{64}")

#: Gives the bytes of a file of the release by its name in the folder; raises OSError.
Reader = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What ``manifest.json`` says.

    Attributes:
        name: of the release.
        rows, head: the book's chain as it stood: number of rows, and the hash of the last.
        files: every other file of the folder, by name.
        tables: number of rows of each table.
        data: all of it, as JSON.
    """

    name: str
    rows: int
    head: str
    files: Mapping[str, Written]
    tables: Mapping[str, int]
    data: Mapping[str, Any]


def manifest_of(content: bytes, where: str) -> Manifest:
    """Read a manifest; raises ExchangeError naming what does not fit."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise ExchangeError(f"{where}: is no JSON") from None
    form = data.get("form") if isinstance(data, dict) else None
    if form != FORM:
        raise ExchangeError(f"{where}: form {form!r} is not {FORM}, the one this program reads")
    try:
        return Manifest(
            name=_is(str, data["name"]),
            rows=_count(data["ledger"]["rows"]),
            head=_is(str, data["ledger"]["head"]),
            files={path: _file(path, told) for path, told in data["files"].items()},
            tables={name: _count(told["rows"]) for name, told in data["tables"].items()},
            data=data,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExchangeError(f"{where}: is no manifest of a release ({error})") from None


def _is(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of type {kind.__name__}")
    return value


def _count(value: Any) -> int:
    """A number that a database can be asked for."""
    if not 0 <= _is(int, value) < 2**63:
        raise ValueError(f"{value} is no number of rows or bytes")
    return int(value)


def _file(path: str, told: Mapping[str, Any]) -> Written:
    if not _PATH.fullmatch(path):
        raise ValueError(f"{path!r} is no file of a release")
    if not _DIGEST.fullmatch(told["sha256"]):
        raise ValueError(f"{path}: {told['sha256']!r} is no digest")
    return Written(path=path, sha256=told["sha256"], size=_count(told["bytes"]))


class Opened:
    """A release whose tables are read on demand, from its CSV files."""

    def __init__(self, folder: str, read: Reader) -> None:
        """Read the manifest; raises ExchangeError where the folder holds no release."""
        self.folder = folder
        self._read = read
        try:
            content = read(MANIFEST)
        except OSError as error:
            reason = f"its {MANIFEST} cannot be read: {error.strerror}"
            raise ExchangeError(f"{folder}: is no release; {reason}") from None
        self.manifest = manifest_of(content, f"{folder}/{MANIFEST}")

    def rows(self, table: str) -> list[dict[str, Cell]]:
        """Give the rows of a table by column; raises ExchangeError for a file that is broken.

        A file that is not the one of the manifest is refused: what is compared must be what was
        released.
        """
        path = csv_path(table)
        where = f"{self.folder}/{path}"
        try:
            content = self._read(path)
        except OSError as error:
            raise ExchangeError(f"{where}: cannot be read: {error.strerror}") from None
        expected = self.manifest.files.get(path)
        if expected is None or Written.of(path, content).sha256 != expected.sha256:
            raise ExchangeError(f"{where}: is not the file of the release; `verify` says more")
        about = tables()[table]
        return [
            dict(zip(about.names, row, strict=True)) for row in rows_of_csv(about, content, where)
        ]
