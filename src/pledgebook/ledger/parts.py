"""A whole and its parts: one or the other counts, never both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pledgebook.ledger.counting import Counted, LeftOut


def without_doubles(
    counted: Mapping[str, Counted], wholes: Mapping[str, str | None], *, by_donor: bool
) -> tuple[dict[str, Counted], list[LeftOut]]:
    """Leave out each part of a whole that counts.

    Where totals are asked for by donor, a sum of several donors whose parts name them gives way
    to its parts: "Germany 11 of 21" belongs to Germany. ``wholes`` gives the whole of each entry.
    """
    split = _split_wholes(counted, wholes) if by_donor else set()
    left_out = [_parts_counted(name) for name in sorted(split)]
    standing = {name: one for name, one in counted.items() if name not in split}
    parts = {name: whole for name in standing if (whole := _counted_whole(name, standing, wholes))}
    left_out += [_part(name, whole) for name, whole in parts.items()]
    return {name: one for name, one in standing.items() if name not in parts}, left_out


def _split_wholes(counted: Mapping[str, Counted], wholes: Mapping[str, str | None]) -> set[str]:
    split = set()
    for name, part in counted.items():
        for whole in _upwards(name, wholes):
            if whole in counted and _is_finer(part, counted[whole]):
                split.add(whole)
    return split


def _is_finer(part: Counted, whole: Counted) -> bool:
    """Say whether the part names its donors more closely than the whole does."""
    one, other = _donors(part), _donors(whole)
    if not one or any(name.startswith("group:") for name in one):
        return False
    return not other or any(name.startswith("group:") for name in other) or one < other


def _donors(counted: Counted) -> frozenset[str]:
    return frozenset(donor.id for donor in counted.claim.donors if donor.id is not None)


def _counted_whole(
    name: str, standing: Mapping[str, Counted], wholes: Mapping[str, str | None]
) -> str | None:
    return next((whole for whole in _upwards(name, wholes) if whole in standing), None)


def _upwards(name: str, wholes: Mapping[str, str | None]) -> Iterator[str]:
    """The wholes above an entry; stops where sources make a circle of them."""
    seen, whole = {name}, wholes.get(name)
    while whole is not None and whole not in seen:
        yield whole
        seen.add(whole)
        whole = wholes.get(whole)


def _part(name: str, whole: str) -> LeftOut:
    return LeftOut(entry=name, rule="part-of", reason=f"a part of {whole}, which counts whole")


def _parts_counted(name: str) -> LeftOut:
    reason = "a sum of several donors; its parts count under the donors they name"
    return LeftOut(entry=name, rule="parts-counted", reason=reason)
