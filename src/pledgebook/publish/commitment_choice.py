"""Which commitments a list shows: the filters of its address, and what each of them would show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.commitment_index import (
    FACETS,
    SORTS,
    CommitmentIndex,
    Facet,
    value_words,
)

#: Values of one filter that the form offers, most frequent first; any other can stand in the
#: address.
OFFERED = 60

#: Parameters for the first and last day, and for the order of the rows.
SINCE, UNTIL, SORT = "from", "until", "sort"

#: Order of a list of which nothing else is asked.
NEWEST: Final = "-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that can be chosen, with how many commitments it would show."""

    value: str
    text: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter of the form; ``more`` counts values that it does not offer."""

    key: str
    label: str
    choices: tuple[Choice, ...]
    chosen: int
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was asked of the list.

    Attributes:
        values: chosen values by facet.
        since, until: first and last day, None for open.
        sort: name of the order, with ``-`` before it where the largest stands first.
    """

    values: dict[str, tuple[str, ...]]
    since: date | None
    until: date | None
    sort: str

    @classmethod
    def of(cls, book: Book, asked: Asked) -> Chosen:
        """Read it from an address; raises BadQueryError naming what does not fit."""
        index = book.index(CommitmentIndex)
        sorts = {*SORTS, *(f"-{name}" for name in SORTS)}
        since, until = asked.day(SINCE), asked.day(UNTIL)
        if since is not None and until is not None and since > until:
            raise BadQueryError(UNTIL, f"{until} lies before {since}")
        return cls(
            values={f.key: asked.choices(f.key, _allowed(index, f)) for f in FACETS},
            since=since,
            until=until,
            sort=asked.choice(SORT, sorts, NEWEST),
        )


def _allowed(index: CommitmentIndex, facet: Facet) -> set[str]:
    return {*index.sets[facet.key], *(facet.order or ())}


class Selection:
    """Which commitments a list shows; the counts of its filters are made from the same sets."""

    def __init__(self, book: Book, chosen: Chosen) -> None:
        """Nothing is counted before it is asked for."""
        self.book, self.chosen = book, chosen
        self.index = book.index(CommitmentIndex)
        self._dated = self.index.dated(chosen.since, chosen.until)
        self._masks = {facet.key: self._mask(facet.key) for facet in FACETS}

    def _mask(self, key: str) -> int:
        """All that one filter lets through: any of the values chosen."""
        values = self.chosen.values[key]
        mask = 0 if values else self.index.every
        for value in values:
            mask |= self.index.sets[key].get(value, 0)
        return mask

    def without(self, key: str | None) -> int:
        """All that every other filter lets through."""
        mask = self._dated
        for name, one in self._masks.items():
            mask = mask if name == key else mask & one
        return mask

    @cached_property
    def mask(self) -> int:
        """All that every filter lets through."""
        return self.without(None)

    @property
    def by_donor(self) -> bool:
        """Whether sums are taken apart by donor: where donors are chosen."""
        return bool(self.chosen.values["donor"])

    @cached_property
    def positions(self) -> Sequence[int]:
        """Positions in the index, in the order asked for."""
        sort = self.chosen.sort
        return self.index.in_order(self.mask, sort.removeprefix("-"), backwards=sort[0] == "-")

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of what is shown, in whatever order."""
        return self.index.ids(self.mask)

    def filters(self) -> tuple[Filter, ...]:
        """Every filter with how many commitments each of its values would show."""
        return tuple(self._filter(facet) for facet in FACETS)

    def _filter(self, facet: Facet) -> Filter:
        chosen, rest = self.chosen.values[facet.key], self.without(facet.key)
        sets = self.index.sets[facet.key]
        counts = {value: (sets[value] & rest).bit_count() for value in sets}
        counts = {v: n for v, n in counts.items() if n or v in chosen} | {
            value: counts.get(value, 0) for value in chosen
        }
        order = facet.order or sorted(counts, key=lambda v: (v not in chosen, -counts[v], v))
        shown = [value for value in order if value in counts]
        choices = tuple(
            Choice(
                value=value,
                text=value_words(self.book, facet.key, value),
                count=counts[value],
                chosen=value in chosen,
            )
            for value in shown[:OFFERED]
        )
        more = max(0, len(shown) - OFFERED)
        return Filter(
            key=facet.key, label=facet.label, choices=choices, chosen=len(chosen), more=more
        )
