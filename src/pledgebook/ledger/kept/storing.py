"""Columns in the book: written with the entries, read only where they are of those very entries."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from sqlalchemy import Connection, select

from pledgebook.ledger.chain import Head
from pledgebook.ledger.dialects import read_bytes
from pledgebook.ledger.kept.codes import Codes
from pledgebook.ledger.kept.days import Days
from pledgebook.ledger.kept.facts import DIGEST, Facts, Words
from pledgebook.ledger.kept.gifts import COLUMNS, Gifts
from pledgebook.ledger.kept.judging import judged_by_all
from pledgebook.ledger.kept.packing import packed, unpacked
from pledgebook.ledger.kept.patterns import ClaimPattern, Pattern
from pledgebook.ledger.kept.phases import Phases
from pledgebook.ledger.releases import Releases
from pledgebook.ledger.tables import KEPT

#: Columns of numbers, a number for each entry or for each claim.
_OF_ENTRIES = ("pattern", "whole", "things")
_OF_CLAIMS = (
    "donors", "recipients", "aid_type", "instrument", "relation", "day", "low", "high", "open",
    "currency", "fault", "note", "condition", "record", "reprints",
)  # fmt: skip

#: Columns that tell on which days the entries are there, each with its type in the book.
_OF_DAYS = {
    "of": "<i4", "start": "<i4", "entered_first": "<i8", "entered_last": "<i8",
    "known": "<i4", "undated": "|i1", "known_first": "<i4", "known_last": "<i4", "moments": "<i8",
}  # fmt: skip

#: Columns of the phases that are kept, beside those of their entries.
_OF_PHASES = {"texts": "<i4", "start": "<i4", "dated": "|i1", "of": "<i4"}

#: Files that say what the columns hold, with the counting rules: where one of them changes, columns
#: of before are not used. Codes of the vocabulary are kept by their places in it.
_MADE_BY = (
    "ledger/kept/facts.py",
    "ledger/kept/gifts.py",
    "ledger/kept/judging.py",
    "ledger/kept/making.py",
    "ledger/kept/packing.py",
    "ledger/kept/patterns.py",
    "ledger/counting.py",
    "ledger/releases.py",
    "ledger/reprints.py",
    "ledger/rules.py",
    "model/datasets.py",
    "model/vocabulary.py",
)

#: Rooms that say what claims fold into: the present entries are those of another day only where
#: today's code would have folded both.
_FOLDED_BY = ("model", "reconcile", "ledger")

#: How names of rows begin that hold verdicts on patterns.
_JUDGED = "judged/"

#: How names of rows begin that hold columns of phases, and of the entries of phases.
_PHASES, _PHASE_ENTRIES = "phases.", "phases.entries."

#: Names of the rows that say whose the columns are.
_ENTRIES, _DAYS = "about", "about days"


@cache
def version() -> str:
    """Digest of the code that makes the columns."""
    package = Path(__file__).parents[2]
    rules = sorted((package / "ledger" / "resources" / "rules").glob("*.yaml"))
    return _digest([*(package / name for name in _MADE_BY), *rules])


@cache
def folding_version() -> str:
    """Digest of the code that folds claims into entries and says on which days they are there."""
    package = Path(__file__).parents[2]
    files = (path for room in _FOLDED_BY for path in sorted((package / room).rglob("*.*")))
    return _digest(path for path in files if path.suffix in (".py", ".yaml"))


def _digest(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in files:
        found.update(path.read_bytes())
    return found.hexdigest()


def write(connection: Connection, facts: Facts, at: Head) -> None:
    """Keep the columns of the entries that were folded up to ``at``."""
    _write(connection, _ENTRIES, version(), at, {**dict(_columns(facts)), **dict(_judged(facts))})


def write_days(connection: Connection, days: Days, phases: Phases, at: Head) -> None:
    """Keep on which days those entries are there, and what was there in their place."""
    columns = {
        "days.texts": days.texts,
        "days.entered": packed(days.entered),
        **_of_kinds("days.", _OF_DAYS, days),
        **_of_kinds(_PHASES, _OF_PHASES, phases),
        **{f"{_PHASE_ENTRIES}{name}": raw for name, raw in _columns(phases.facts)},
    }
    _write(connection, _DAYS, folding_version(), at, columns)


def _of_kinds(prefix: str, kinds: Mapping[str, str], of: object) -> dict[str, bytes]:
    return {prefix + name: getattr(of, name).astype(kind).tobytes() for name, kind in kinds.items()}


def _read_kinds(
    prefix: str, kinds: Mapping[str, str], columns: Mapping[str, bytes]
) -> dict[str, Any]:
    return {
        name: np.frombuffer(columns[prefix + name], dtype=kind).astype(np.int64)
        for name, kind in kinds.items()
    }


def _write(
    connection: Connection, name: str, made_by: str, at: Head, columns: Mapping[str, bytes]
) -> None:
    about = {
        "version": made_by,
        "seq": at.seq,
        "hash": at.hash,
        "sums": {name: zlib.crc32(raw) for name, raw in columns.items()},
    }
    rows = {name: orjson.dumps(about), **columns}
    connection.execute(KEPT.insert(), [{"name": n, "payload": raw} for n, raw in rows.items()])


def _columns(facts: Facts) -> Iterator[tuple[str, bytes]]:
    yield "ids", facts.ids
    for name in ("start", *_OF_ENTRIES, *_OF_CLAIMS):
        yield name, packed(getattr(facts, name))
    yield "notes", facts.told.raw_notes
    yield "conditions", facts.told.raw_conditions
    yield "gifts.words", facts.gifts.words
    yield from _of_kinds("gifts.", dict.fromkeys(COLUMNS, "<i4"), facts.gifts).items()
    lists = {
        **_written(facts.patterns),
        "parties": facts.parties,
        "currencies": facts.currencies,
        "faults": facts.faults,
        "releases": facts.releases,
        "terms": facts.terms,
        "odd": [[row, *map(_text, figures)] for row, figures in facts.odd.items()],
    }
    yield "lists", json.dumps(lists).encode("ascii")


def _judged(facts: Facts) -> Iterator[tuple[str, bytes]]:
    for (rules, measure), raw in judged_by_all(facts.patterns, Releases(facts.newest)):
        yield f"{_JUDGED}{rules}/{measure}", raw


def _text(figure: Decimal | None) -> str | None:
    return None if figure is None else str(figure)


def sums(connection: Connection, at: Head) -> dict[str, int] | None:
    """Give the checksum of each column of the entries that were folded up to ``at``.

    None where there are no columns of these entries that today's code has made.
    """
    found = _sums(connection, _ENTRIES, version(), at)
    return None if found is None else found | (days_sums(connection, at) or {})


def days_sums(connection: Connection, at: Head) -> dict[str, int] | None:
    """Give the checksum of each column that tells on which days they are there."""
    return _sums(connection, _DAYS, folding_version(), at)


def _sums(connection: Connection, name: str, made_by: str, at: Head) -> dict[str, int] | None:
    raw = connection.execute(select(KEPT.c.payload).where(KEPT.c.name == name)).scalar()
    about = {} if raw is None else orjson.loads(raw)
    if tuple(about.get(key) for key in ("version", "seq", "hash")) != (made_by, at.seq, at.hash):
        return None
    found: dict[str, int] = about["sums"]
    return found


def read(connection: Connection, at: Head) -> Facts | None:
    """Give the columns of the entries that were folded up to ``at``; None where there are none."""
    columns = _read(connection, _sums(connection, _ENTRIES, version(), at))
    return None if columns is None else _facts(columns)


def read_days(connection: Connection, at: Head) -> tuple[Days, Phases] | None:
    """Say on which days those entries are there, and what was before; None where it is not kept."""
    columns = _read(connection, days_sums(connection, at))
    if columns is None:
        return None
    texts = columns["days.texts"]
    entered = unpacked(columns["days.entered"], len(texts) // DIGEST)
    days = Days(texts=texts, entered=entered, **_read_kinds("days.", _OF_DAYS, columns))
    of_entries = {
        name.removeprefix(_PHASE_ENTRIES): raw
        for name, raw in columns.items()
        if name.startswith(_PHASE_ENTRIES)
    }
    numbers = _read_kinds(_PHASES, _OF_PHASES, columns)
    return days, Phases(facts=_facts(of_entries), **numbers)


def _read(connection: Connection, wanted: Mapping[str, int] | None) -> dict[str, bytes] | None:
    """Give columns by name; None where one is not as it was kept."""
    if wanted is None:
        return None
    columns = read_bytes(connection, KEPT, sorted(wanted))
    sound = {name: zlib.crc32(raw) for name, raw in columns.items()} == wanted
    return columns if sound else None


def _facts(columns: Mapping[str, bytes]) -> Facts:
    lists: dict[str, Any] = json.loads(columns["lists"])
    return Facts(
        ids=columns["ids"],
        **_numbers(columns),
        patterns=_patterns(lists),
        parties=[tuple((name, words) for name, words in one) for one in lists["parties"]],
        currencies=lists["currencies"],
        faults=[(rule, reason) for rule, reason in lists["faults"]],
        odd={
            row: (Decimal(low), None if high is None else Decimal(high))
            for row, low, high in lists["odd"]
        },
        releases=[(series, (day, name)) for series, (day, name) in lists["releases"]],
        terms=lists["terms"],
        told=Words(columns["notes"], columns["conditions"]),
        gifts=_gifts(columns),
        judged={_question(name): raw for name, raw in columns.items() if name.startswith(_JUDGED)},
    )


def _numbers(columns: Mapping[str, bytes]) -> dict[str, Any]:
    count = len(columns["ids"]) // DIGEST
    start = unpacked(columns["start"], count + 1)
    of_entries = {name: unpacked(columns[name], count) for name in _OF_ENTRIES}
    of_claims = {name: unpacked(columns[name], int(start[-1])) for name in _OF_CLAIMS}
    is_open = of_claims["open"].astype(np.bool_)
    return {"start": start, **of_entries, **of_claims, "open": is_open}


def _gifts(columns: Mapping[str, bytes]) -> Gifts:
    numbers = _read_kinds("gifts.", dict.fromkeys(COLUMNS, "<i4"), columns)
    return Gifts(**numbers, words=columns["gifts.words"])


def _question(name: str) -> tuple[str, str]:
    rules, _, measure = name.removeprefix(_JUDGED).rpartition("/")
    return rules, measure


def _written(patterns: Sequence[Pattern]) -> dict[str, Any]:
    """Write patterns, each claim's once."""
    told = Codes[ClaimPattern]()
    codes = [(one.kind, one.lead, [told.of(claim) for claim in one.claims]) for one in patterns]
    return {"told": told.values, "patterns": codes}


def _patterns(lists: Mapping[str, Any]) -> list[Pattern]:
    """Read patterns back from the lists that JSON makes of them."""
    every = (ClaimPattern(*one) for one in lists["told"])
    told = [one._replace(problems=tuple(one.problems), release=_pair(one.release)) for one in every]
    return [
        Pattern(kind, lead, tuple(told[code] for code in codes))
        for kind, lead, codes in lists["patterns"]
    ]


def _pair(given: Sequence[str] | None) -> tuple[str, str] | None:
    return None if given is None else (given[0], given[1])
