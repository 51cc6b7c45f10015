"""A book frozen into the files of a release: the same book and name give the same bytes."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package import happenings, quality, readme, rows, sums
from pledgebook.exchange.package.descriptor import Written, csv_path, datapackage, parquet_path
from pledgebook.exchange.package.differences import Change, compare, counts
from pledgebook.exchange.package.files import cleaned, csv_file, parquet_file
from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.opened import FORM, MANIFEST, Opened
from pledgebook.exchange.package.pairing import Cells, Contents
from pledgebook.exchange.package.tables import tables
from pledgebook.exchange.package.values import Row, not_carried
from pledgebook.ledger.chain import Head
from pledgebook.ledger.rules import counting_rules, rule_names
from pledgebook.model.plain import to_json

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ROWS: dict[str, Callable[[Held], Iterator[Row]]] = {
    "entries": rows.entries,
    "claims": rows.claims,
    "evidence": rows.evidence,
    "sources": rows.sources,
    "decisions": happenings.decisions,
    "events": happenings.events,
    "totals": sums.sums,
    "counting": sums.counting,
    "problems": happenings.problems,
}
#: Tables that the comparison and the quality figures need again.
_KEPT = ("entries", "claims", "events", "decisions", "sources", "problems")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFrom:
    """The two clocks; both None for the book as it stands.

    Attributes:
        as_of: moment by which rows had been entered.
        known_by: day by which sources had published.
    """

    as_of: datetime | None = None
    known_by: date | None = None

    @property
    def is_present(self) -> bool:
        """Say whether the book is seen as it stands."""
        return self.as_of is None and self.known_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be frozen.

    Attributes:
        name: of the release.
        head: end of the book's chain.
        version: of this program.
        since: the release before, None for the first.
        seen_from: the day from which the book is seen.
    """

    name: str
    head: Head
    version: str
    since: Opened | None = None
    seen_from: SeenFrom = SeenFrom()


def check_name(name: str) -> str:
    """Give a name that can be a folder's everywhere; raises ExchangeError for another."""
    if not _NAME.fullmatch(name) or name.endswith("."):
        raise ExchangeError(
            f"{name[:80]!r} cannot name a release: letters, digits, . _ and - (as 2025-03)"
        )
    return name


def frozen(held: Held, asked: Asked) -> Iterator[tuple[str, bytes]]:
    """Give each file of the release by its name in the folder, the manifest last."""
    made: dict[str, Written] = {}
    kept: dict[str, list[Cells]] = {}

    def noted(path: str, content: bytes, count: int | None = None) -> tuple[str, bytes]:
        made[path] = Written.of(path, content, count)
        return path, content

    for name, table in tables().items():
        found = cleaned(_ROWS[name](held))
        yield noted(csv_path(name), csv_file(table, found), len(found))
        yield noted(parquet_path(name), parquet_file(table, found), len(found))
        if name in _KEPT:
            kept[name] = [dict(zip(table.names, row, strict=True)) for row in found]
    changes = _changes(asked.since, kept)
    yield noted("changes.json", _json(changes_json(asked.since, asked.name, changes)))
    title, created = _title(held, asked.name), asked.head.entered_at or None
    yield noted("datapackage.json", _json(datapackage(asked.name, title, created, made)))
    manifest = _manifest(held, asked, kept, changes, made)
    yield noted("README.md", readme.text(manifest, title).encode("utf-8", "replace"))
    manifest["files"] = {
        path: {"sha256": one.sha256, "bytes": one.size} for path, one in sorted(made.items())
    }
    yield MANIFEST, _json(manifest)


def contents_of(release: Opened) -> Contents:
    """Read what a comparison needs of a release; raises ExchangeError."""
    return Contents(
        **{name: release.rows(name) for name in ("entries", "claims", "events", "decisions")}
    )


def changes_json(since: Opened | None, name: str, changes: Sequence[Change]) -> dict[str, Any]:
    """Write what a release made of the one before it."""
    return {
        "from": None if since is None else since.manifest.name,
        "to": name,
        "counts": counts(changes),
        "changes": [change.to_json() for change in changes],
    }


def _changes(since: Opened | None, kept: Mapping[str, Sequence[Cells]]) -> tuple[Change, ...]:
    if since is None:
        return ()
    names = ("entries", "claims", "events", "decisions")
    return compare(contents_of(since), Contents(**{name: kept[name] for name in names}))


def _title(held: Held, name: str) -> str:
    definition = held.view.definition()
    return f"{'Pledgebook' if definition is None else definition.title}, release {name}"


def _manifest(
    held: Held,
    asked: Asked,
    kept: Mapping[str, Sequence[Cells]],
    changes: Sequence[Change],
    made: Mapping[str, Written],
) -> dict[str, Any]:
    definition = held.view.definition()
    return {
        "form": FORM,
        "name": asked.name,
        "book": None
        if definition is None
        else {"id": definition.id, "title": definition.title, "rules": definition.rules},
        "made_by": f"pledgebook {asked.version}",
        "ledger": {
            "rows": asked.head.seq,
            "head": asked.head.hash,
            "last_entered": asked.head.entered_at or None,
        },
        **_seen_from(asked.seen_from),
        "since": _since(asked.since),
        "changes": counts(changes),
        "tables": {
            name: {"rows": made[csv_path(name)].rows, "title": table.title}
            for name, table in tables().items()
        },
        "counting_rules": [_rules(name) for name in rule_names()],
        "quality": {"book": quality.of_book(kept), "readers": quality.of_readers()},
        "not_read": [
            {name: row[name] for name in ("input", "code", "message")}
            for row in kept["problems"]
            if row["not_read"]
        ],
        "withheld": _withheld(held),
    }


def _seen_from(clocks: SeenFrom) -> dict[str, Any]:
    """Write the clocks, where the book was not frozen as it stands."""
    if clocks.is_present:
        return {}
    return {"seen_from": {"as_of": to_json(clocks.as_of), "known_by": to_json(clocks.known_by)}}


def _since(since: Opened | None) -> dict[str, Any] | None:
    if since is None:
        return None
    told = since.manifest
    return {"name": told.name, "ledger": {"rows": told.rows, "head": told.head}}


def _rules(name: str) -> dict[str, Any]:
    rules = counting_rules(name)
    told = {field.name: getattr(rules, field.name) for field in dataclasses.fields(rules)}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}


def _withheld(held: Held) -> dict[str, Any]:
    """What the release does not hold though the book does, and how much of it."""
    claims = held.view.claims()
    return {
        "texts": "whole texts are in no release; sources.csv names them by digest and address",
        "claims_without_words": sum(held.named_only(claim.source.id) for claim in claims),
        "rows_redacted": len(held.view.redactions()),
        "figures_too_long": [
            {"claim": claim.id, "fields": list(fields)}
            for claim in sorted(claims, key=lambda one: one.id)
            if (fields := not_carried(claim))
        ],
    }


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "backslashreplace")
