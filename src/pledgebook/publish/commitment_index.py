"""Commitments as lists look them up: who has which value as sets of bits, and orders to sort by.

Position ``i`` is the ``i``-th commitment, newest first. A set of commitments is a whole number
whose bit ``i`` says whether it holds the ``i``-th: filters are an "and", and counts cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any, cast, get_args

from pledgebook.ledger.conversion import in_currency
from pledgebook.ledger.counting import WAY, LeftOut, day_of, valued
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import AidType, Firmness, Grade, Instrument, Newness, Stage
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.newness import newness_of
from pledgebook.publish.tallies import NONE, Counting, Tallies, own_rules, sightings_of
from pledgebook.reconcile.stages import reached

_GRADES: tuple[Grade, ...] = get_args(Grade)

#: Value of ``newness`` for running totals, which are neither new nor old money.
RUNNING_TOTAL = "running_total"

#: Stages from the first word to the last act; what is asked for stands before, what ended after.
_STAGES: tuple[Stage, ...] = ("called_for", *WAY, "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something by which commitments are chosen: its parameter in an address and its name.

    ``order`` is the closed list of its values; None for actors, of whom the most frequent stand
    first.
    """

    key: str
    label: str
    order: tuple[str, ...] | None = None


#: What lists of commitments can be filtered by, in the order of the form.
FACETS = (
    Facet(key="donor", label="Donor"),
    Facet(key="recipient", label="Recipient"),
    Facet(key="aid_type", label="Type of aid", order=get_args(AidType)),
    Facet(key="instrument", label="Instrument", order=get_args(Instrument)),
    Facet(key="stage", label="Stage", order=_STAGES),
    Facet(key="firmness", label="How firm", order=get_args(Firmness)),
    Facet(key="newness", label="New money?", order=(*get_args(Newness), RUNNING_TOTAL)),
    Facet(key="grade", label="Best source", order=(*_GRADES, NONE)),
)

#: What lists can be sorted by: name in an address, and whether the largest stands first.
SORTS = {
    "day": True,
    "donor": False,
    "recipient": False,
    "amount": True,
    "aid_type": False,
    "stage": True,
    "firmness": False,
    "newness": False,
    "texts": True,
}

_Place = Callable[[int], object]


class CommitmentIndex:
    """All commitments of a book, newest first, with what their lists look up.

    Attributes:
        entries, leads, days, stages: by position; the stage is that which the entry has reached.
        sets: per facet and value the set of commitments that have it.
        positions: by entry id.
    """

    def __init__(self, book: Book) -> None:
        """Look through the commitments once."""
        self._book = book
        found = [(e, e.lead) for e in book.of_kind("commitment") if isinstance(e.lead, Commitment)]
        dated = [(day_of(entry, lead), entry, lead) for entry, lead in found]
        # Sorting keeps the order of the book among commitments of one day.
        dated.sort(key=lambda one: one[0] or date.min, reverse=True)
        self.days = [day for day, _, _ in dated]
        self.entries: list[Entry] = [entry for _, entry, _ in dated]
        self.leads: list[Commitment] = [lead for _, _, lead in dated]
        self.stages = [stage_reached(entry) for entry in self.entries]
        self.positions = {entry.id: place for place, entry in enumerate(self.entries)}
        self.every = (1 << len(dated)) - 1
        self.sets = {facet.key: self._sets(facet.key) for facet in FACETS}
        self._every_id = tuple(entry.id for entry in self.entries)
        self._orders: dict[str, list[int]] = {}

    def _sets(self, key: str) -> dict[str, int]:
        values = _VALUES[key]
        places: dict[str, list[int]] = {}
        for place, (entry, lead) in enumerate(zip(self.entries, self.leads, strict=True)):
            for value in values(self._book, entry, lead):
                places.setdefault(value, []).append(place)
        return {value: self.set_of(where) for value, where in places.items()}

    def set_of(self, places: Iterable[int]) -> int:
        """Make a set of positions."""
        size = len(self.entries)
        digits = bytearray(b"0" * max(1, size))
        for place in places:
            digits[size - 1 - place] = 49  # "1"
        return int(digits, 2)

    def dated(self, since: date | None, until: date | None) -> int:
        """Give the commitments of the days from ``since`` to ``until``, both included."""
        if since is None and until is None:
            return self.every
        low, high = since or date.min, until or date.max
        return self.set_of(n for n, d in enumerate(self.days) if d is not None and low <= d <= high)

    def ids(self, chosen: int) -> tuple[str, ...]:
        """Give the ids of a set, newest first."""
        if chosen == self.every:
            return self._every_id
        return tuple(
            self.entries[place].id for place in self.in_order(chosen, "day", backwards=True)
        )

    def in_order(self, chosen: int, sort: str, *, backwards: bool) -> list[int]:
        """Give the positions of a set, sorted; what has no value stands last either way."""
        if not self.entries:
            return []
        held = format(chosen, f"0{len(self.entries)}b")[::-1]
        return [place for place in self._order(sort, backwards=backwards) if held[place] == "1"]

    def _order(self, sort: str, *, backwards: bool) -> Sequence[int]:
        name = f"{sort}-" if backwards else sort
        if name not in self._orders:
            value = self._value(sort)
            valued_places = [(value(place), place) for place in range(len(self.entries))]
            known: list[tuple[Any, int]] = [pair for pair in valued_places if pair[0] is not None]
            known.sort(key=itemgetter(0), reverse=backwards)
            unknown = [place for found, place in valued_places if found is None]
            self._orders[name] = [place for _, place in known] + unknown
        return self._orders[name]

    def _value(self, sort: str) -> _Place:
        leads, entries, book = self.leads, self.entries, self._book
        found: dict[str, _Place] = {
            "day": lambda n: self.days[n],
            "donor": lambda n: _names(book, leads[n].donors),
            "recipient": lambda n: _names(book, leads[n].recipients),
            "amount": self._euros,
            "aid_type": lambda n: words.plain(leads[n].aid_type),
            "stage": lambda n: _STAGES.index(self.stages[n]),
            "firmness": lambda n: get_args(Firmness).index(leads[n].firmness),
            "newness": lambda n: _newness(entries[n], leads[n]),
            "texts": lambda n: (entries[n].witnesses, entries[n].outlets),
        }
        return found[sort]

    def _euros(self, place: int) -> Decimal | None:
        """The sum in euros, by which sums of several currencies are compared; None without rate."""
        entry, lead = self.entries[place], self.leads[place]
        how = self._book.index(Tallies).of(Counting(rules=own_rules(self._book))).found.conversion
        worth = valued(entry, lead, lead.stage)
        if isinstance(worth, LeftOut) or how is None:
            return None
        found = in_currency(worth, how)
        if isinstance(found, LeftOut):
            return None
        return found.high if found.low == 0 and found.high is not None else found.low


def _names(book: Book, actors: tuple[Actor, ...]) -> str | None:
    return words.listed([book.name(actor) for actor in actors]).casefold() or None


def stage_reached(entry: Entry) -> Stage:
    """Give the stage that a commitment has reached by the latest told."""
    return cast("Stage", reached(entry))


def actor_keys(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Give the ids by which actors are chosen; ``none`` where nobody can be identified."""
    return tuple(dict.fromkeys(a.id for a in actors if a.id is not None)) or (NONE,)


def _newness(entry: Entry, lead: Commitment) -> str:
    return RUNNING_TOTAL if lead.is_total else newness_of(entry)


def best_grade(book: Book, entry: Entry) -> str:
    """Name the best grade among the places where texts that tell it were seen."""
    ids = {claim.source.id for claim in entry.claims}
    found = {sighting.grade for name in ids for sighting in sightings_of(book, name)}
    return next((grade for grade in _GRADES if grade in found), NONE)


_Values = Callable[[Book, Entry, Commitment], tuple[str, ...]]

_VALUES: dict[str, _Values] = {
    "donor": lambda _book, _entry, lead: actor_keys(lead.donors),
    "recipient": lambda _book, _entry, lead: actor_keys(lead.recipients),
    "aid_type": lambda _book, _entry, lead: (lead.aid_type,),
    "instrument": lambda _book, _entry, lead: (lead.instrument,),
    "stage": lambda _book, entry, _lead: (stage_reached(entry),),
    "firmness": lambda _book, _entry, lead: (lead.firmness,),
    "newness": lambda _book, entry, lead: (_newness(entry, lead),),
    "grade": lambda book, entry, _lead: (best_grade(book, entry),),
}


def value_words(book: Book, key: str, value: str) -> str:
    """Write a value of a facet in words."""
    if key in ("donor", "recipient"):
        return "not identified" if value == NONE else book.name_of(value)
    return "not known" if value == NONE else words.plain(value)
