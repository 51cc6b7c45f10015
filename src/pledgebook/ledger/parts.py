"""A whole and its parts: one or the other counts, never both."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from pledgebook.ledger.counting import Counted, LeftOut
from pledgebook.model.claims import Commitment

_Name = TypeVar("_Name", bound=Hashable)


def without_doubles(
    counted: Mapping[str, Counted], wholes: Mapping[str, str | None], *, by_donor: bool
) -> tuple[dict[str, Counted], list[LeftOut]]:
    """Leave out each part of a whole that counts, and each whole that gives way to its parts.

    ``wholes`` gives the whole of each entry; ``doubles`` says which.
    """
    named = {n: donors_of(one.named) for n, one in counted.items()}
    found = doubles(named, wholes, by_donor=by_donor)
    left_out = [parts_counted(name) for name in sorted(found.split)]
    left_out += [part(name, whole) for name, whole in found.parts.items()]
    gone = found.split | found.parts.keys()
    return {name: one for name, one in counted.items() if name not in gone}, left_out


@dataclass(frozen=True, slots=True)
class Doubles(Generic[_Name]):
    """What would count twice.

    Attributes:
        split: wholes that give way to their parts.
        parts: parts that give way, each with the whole that counts.
    """

    split: set[_Name]
    parts: dict[_Name, _Name]


def doubles(
    counted: Mapping[_Name, frozenset[str]],
    wholes: Mapping[_Name, _Name | None],
    *,
    by_donor: bool,
) -> Doubles[_Name]:
    """Say which of the entries that count would do so twice.

    ``counted`` has the donors of each. Where totals are asked for by donor, a sum of several
    donors whose parts name them gives way to its parts: "Germany 11 of 21" belongs to Germany.
    Entries that are no part and have none need not be given.
    """
    split = _split_wholes(counted, wholes) if by_donor else set()
    standing = counted.keys() - split
    every = ((n, _counted_whole(n, standing, wholes)) for n in counted if n in standing)
    return Doubles(split, {name: whole for name, whole in every if whole is not None})


def _split_wholes(
    counted: Mapping[_Name, frozenset[str]], wholes: Mapping[_Name, _Name | None]
) -> set[_Name]:
    return {
        whole
        for name, donors in counted.items()
        for whole in _upwards(name, wholes)
        if whole in counted and is_finer(donors, counted[whole])
    }


def is_finer(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether a part names its donors more closely than the whole does."""
    if not one or any(name.startswith("group:") for name in one):
        return False
    return not other or any(name.startswith("group:") for name in other) or one < other


def donors_of(claim: Commitment) -> frozenset[str]:
    """Ids of the donors that a claim names."""
    return frozenset(donor.id for donor in claim.donors if donor.id is not None)


def _counted_whole(
    name: _Name, standing: AbstractSet[_Name], wholes: Mapping[_Name, _Name | None]
) -> _Name | None:
    return next((whole for whole in _upwards(name, wholes) if whole in standing), None)


def _upwards(name: _Name, wholes: Mapping[_Name, _Name | None]) -> Iterator[_Name]:
    """The wholes above an entry; stops where sources make a circle of them."""
    seen, whole = {name}, wholes.get(name)
    while whole is not None and whole not in seen:
        yield whole
        seen.add(whole)
        whole = wholes.get(whole)


def part(name: str, whole: str) -> LeftOut:
    """A part that gives way to its whole."""
    return LeftOut(entry=name, rule="part-of", reason=f"a part of {whole}, which counts whole")


def parts_counted(name: str) -> LeftOut:
    """A whole that gives way to its parts."""
    reason = "a sum of several donors; its parts count under the donors they name"
    return LeftOut(entry=name, rule="parts-counted", reason=reason)
