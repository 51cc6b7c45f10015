"""Which entry of one release is which of another: they share claims, whatever their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pledgebook.exchange.package.values import Cell

Cells = Mapping[str, Cell]


class Contents:
    """The tables of one release that a comparison needs."""

    def __init__(
        self,
        *,
        entries: Sequence[Cells],
        claims: Sequence[Cells],
        events: Sequence[Cells],
        decisions: Sequence[Cells],
    ) -> None:
        """Take rows by column, in the order of their files."""
        self.entries = {str(row["entry"]): row for row in entries}
        self.events = events
        self.decisions = decisions
        self._claims = claims

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The id that its reader gave each claim, by its id of today."""
        return {str(row["claim"]): str(row["known_as"]) for row in self._claims}

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """Entry of each claim, by the id that its reader gave it."""
        return {
            str(row["known_as"]): str(row["entry"])
            for row in self._claims
            if row["entry"] is not None
        }

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Claims of each entry, likewise."""
        found: dict[str, list[str]] = {}
        for claim, entry in self.homes.items():
            found.setdefault(entry, []).append(claim)
        return {entry: tuple(sorted(claims)) for entry, claims in found.items()}

    def claims_of(self, event: Cells) -> frozenset[str]:
        """Claims that an event is about, by the ids that their readers gave them."""
        names = str(event["claims"] or "").split("; ")
        return frozenset(self.known.get(name, name) for name in names if name)

    @cached_property
    def followers(self) -> Mapping[str, str]:
        """The claim read today from the words of one that an earlier reading gave."""
        return {
            name: self.known.get(str(event["successor"]), str(event["successor"]))
            for event in self.events
            if event["successor"] is not None
            for name in self.claims_of(event)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One entry in both releases, or in one of them with the reason, where it is known."""

    before: Cells | None
    after: Cells | None
    reason: str = ""


def pairs(older: Contents, newer: Contents) -> Iterator[Pair]:
    """Give every entry of both releases once."""
    wanted: dict[str, list[str]] = {}
    for name in older.entries:
        partner = _partner(name, older, newer)
        if partner is None:
            yield Pair(before=older.entries[name], after=None)
        else:
            wanted.setdefault(partner, []).append(name)
    for name, row in newer.entries.items():
        rivals = sorted(wanted.get(name, ()), key=lambda one: (one != name, one))
        if not rivals:
            yield Pair(before=None, after=row, reason=_split_off(name, older, newer))
            continue
        yield Pair(before=older.entries[rivals[0]], after=row)
        for merged in rivals[1:]:
            yield Pair(
                before=older.entries[merged], after=None, reason=f"told as one with {name} now"
            )


def _partner(name: str, older: Contents, newer: Contents) -> str | None:
    """The entry that holds most claims of an older one; of equals the one with its id."""
    claims = older.members.get(name, ())
    held = Counter(
        home
        for claim in claims
        if (home := newer.homes.get(claim) or newer.homes.get(newer.followers.get(claim, "")))
        is not None
    )
    if not held:
        return name if not claims and name in newer.entries else None
    return min(held, key=lambda one: (-held[one], one != name, one))


def _split_off(name: str, older: Contents, newer: Contents) -> str:
    homes = {older.homes[c] for c in newer.members.get(name, ()) if c in older.homes}
    return f"told apart from {', '.join(sorted(homes))} now" if homes else ""
