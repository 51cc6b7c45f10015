"""Columns of some entries of one state of a book, put together with those of another."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.codes import Codes, numbered, ragged
from pledgebook.ledger.kept.facts import DIGEST, NONE, Facts, Ints, Words

_Value = TypeVar("_Value", bound=Hashable)

#: Columns of entries and of claims that hold values, or places in lists that all books share.
_OF_ENTRIES = ("pattern", "things")
_OF_CLAIMS = (
    "donors", "recipients", "aid_type", "instrument", "relation", "day", "low", "high", "open",
    "currency", "fault", "note", "condition", "record", "reprints",
)  # fmt: skip


def merged(kept: Facts, stay: NDArray[np.bool_], made: Facts) -> Facts:
    """Put the entries of ``kept`` that stay together with those that were made, by id.

    No entry is in both, and none that stays is a part of one that does not.
    """
    lists = _Lists.of(kept, made)
    one, other = np.flatnonzero(stay), np.arange(made.count)
    order = _order(kept, one, made)
    old, new = _claims(kept, one), _claims(made, other)
    start, claims = _rearranged(kept, one, made, order, len(old))
    columns: dict[str, Any] = {}
    for names, rows, more, at in (
        (_OF_ENTRIES, one, other, order),
        (_OF_CLAIMS, old, new, claims),
    ):
        for name in names:
            own, theirs = getattr(kept, name)[rows], lists.coded(name, getattr(made, name)[more])
            columns[name] = np.concatenate([lists.recoded(name, own), theirs])[at]
    found = Facts(
        ids=_ids(kept, one, made, order),
        start=start,
        whole=_wholes(kept, one, made, order),
        odd=_odd(kept, old, made, claims),
        patterns=lists.values["pattern"],
        parties=lists.values["donors"],
        currencies=lists.values["currency"],
        faults=lists.values["fault"],
        releases=lists.values["record"],
        terms=kept.terms,
        told=Words(
            _both(kept.told.raw_notes, made.told.raw_notes),
            _both(kept.told.raw_conditions, made.told.raw_conditions),
        ),
        gifts=kept.gifts.followed(made.gifts),
        **columns,
    )
    if found.newest == kept.newest:
        return replace(found, judged=kept.judged)
    return with_its_own_patterns(found)


def with_its_own_patterns(facts: Facts) -> Facts:
    """Leave out the patterns that no entry has: those of what is not there on the day."""
    used, pattern = numbered(facts.pattern, len(facts.patterns))
    return replace(facts, patterns=[facts.patterns[n] for n in used.tolist()], pattern=pattern)


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    """The lists of both, joined, and how places in them change.

    Attributes:
        values: joined lists, by column.
        places: of each place in a list of those made, its place in the joined list.
        own: the same of a list that stays, where its places change too.
    """

    values: Mapping[str, Sequence[Any]]
    places: Mapping[str, Ints]
    own: Mapping[str, Ints]

    @classmethod
    def of(cls, kept: Facts, made: Facts) -> _Lists:
        values: dict[str, Sequence[Any]] = {}
        places: dict[str, Ints] = {}
        named = (
            ("pattern", kept.patterns, made.patterns),
            ("donors", kept.parties, made.parties),
            ("fault", kept.faults, made.faults),
            ("record", kept.releases, made.releases),
        )
        for name, one, other in named:
            values[name], places[name] = _joined(one, other)
        places["recipients"] = places["donors"]
        codes = sorted({*kept.currencies, *made.currencies})
        values["currency"] = codes
        places["currency"] = _places(made.currencies, codes)
        places["condition"] = _behind(kept.condition, made.condition, NONE)
        places["things"] = np.arange(len(made.gifts.start)) + len(kept.gifts.start) - 1
        places["note"] = _behind(kept.note, made.note, 0)
        return cls(values, places, {"currency": _places(kept.currencies, codes)})

    def coded(self, name: str, column: Ints) -> Ints:
        """Places of a column that was made, in the joined list."""
        return _moved(column, self.places.get(name))

    def recoded(self, name: str, column: Ints) -> Ints:
        """Places of a column that stays."""
        return _moved(column, self.own.get(name))


def _joined(one: Sequence[_Value], other: Sequence[_Value]) -> tuple[list[_Value], Ints]:
    codes = Codes[_Value](*one)
    places = [codes.of(value) for value in other]
    return codes.values, np.array(places, dtype=np.int64)


def _places(values: Sequence[str], among: Sequence[str]) -> Ints:
    return np.array([among.index(value) for value in values], dtype=np.int64)


def _behind(one: Ints, other: Ints, nothing: int) -> Ints:
    """Places of a list that is put behind another; those that stand for nothing stay."""
    length = int(one.max(initial=nothing)) + 1
    most = int(other.max(initial=nothing)) + 1
    found = np.arange(most, dtype=np.int64) + length
    if nothing != NONE and most:
        found[nothing] = nothing
    return found


def _moved(column: Ints, places: Ints | None) -> Ints:
    if places is None or not len(places):
        return column
    return np.where(column == NONE, NONE, places[column])


def _both(one: bytes, other: bytes) -> bytes:
    """Join two lists as they are kept, JSON, unread."""
    lists = [raw.strip()[1:-1] for raw in (one, other)]
    return b"[" + b", ".join(raw for raw in lists if raw) + b"]"


def _claims(facts: Facts, entries: Ints) -> Ints:
    """Rows of the claims of some entries."""
    return ragged(facts.start[entries], np.diff(facts.start)[entries])


def _digests(facts: Facts) -> NDArray[np.bytes_]:
    return np.frombuffer(facts.ids, dtype=f"S{DIGEST}")


def _order(kept: Facts, one: Ints, made: Facts) -> Ints:
    """Rows of both, the made ones behind those that stay, in the order of their ids."""
    where = np.searchsorted(_digests(kept)[one], _digests(made))
    return np.insert(np.arange(len(one)), where, np.arange(made.count) + len(one))


def _rearranged(kept: Facts, one: Ints, made: Facts, order: Ints, claims: int) -> tuple[Ints, Ints]:
    """Where the claims of each entry begin, and rows of both's claims in their new order."""
    sizes = np.concatenate([np.diff(kept.start)[one], np.diff(made.start)])
    first = np.concatenate(
        [np.cumsum(sizes[: len(one)]) - sizes[: len(one)], made.start[:-1] + claims]
    )
    start = np.concatenate([[0], np.cumsum(sizes[order])])
    rows = np.repeat(first[order] - start[:-1], sizes[order]) + np.arange(int(start[-1]))
    return start, rows


def _ids(kept: Facts, one: Ints, made: Facts, order: Ints) -> bytes:
    found = [np.frombuffer(facts.ids, dtype=np.uint8).reshape(-1, DIGEST) for facts in (kept, made)]
    return np.concatenate([found[0][one], found[1]])[order].tobytes()


def _wholes(kept: Facts, one: Ints, made: Facts, order: Ints) -> Ints:
    """Rows of the wholes of parts, in the new order."""
    new = np.empty(len(order), dtype=np.int64)
    new[order] = np.arange(len(order))
    places = np.full(kept.count, NONE, dtype=np.int64)
    places[one] = new[: len(one)]
    found = [_moved(kept.whole[one], places), _moved(made.whole, new[len(one) :])]
    return np.concatenate(found)[order]


def _odd(kept: Facts, old: Ints, made: Facts, claims: Ints) -> dict[int, Any]:
    """Sums that do not fit, by the new rows of their claims."""
    if not kept.odd and not made.odd:
        return {}
    row = np.empty(len(claims), dtype=np.int64)
    row[claims] = np.arange(len(claims))
    places = {int(place): n for n, place in enumerate(old.tolist())}
    found = {int(row[places[n]]): sums for n, sums in kept.odd.items() if n in places}
    return found | {int(row[len(old) + n]): sums for n, sums in made.odd.items()}
