"""What counts in a book under each set of counting rules, judged once and kept for its pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Protocol, runtime_checkable

from pledgebook.ledger.counting import Counted, LeftOut, Measured
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.tally import Tally, taken_apart, tally
from pledgebook.ledger.totals import TotalsRow, rows
from pledgebook.ledger.totals_query import DIMENSIONS, ORIGINAL, HoldsReleases, TotalsQuery
from pledgebook.ledger.waterfall import EntryFigures, Step, entry_keys, figures, steps
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import Kind
from pledgebook.publish.book import Book

#: Tallies kept per book: five sets of rules in euros and the book's own as printed, each taken
#: apart by donor or not, which every page asks for in turn, and four that readers choose. One of
#: 50,000 commitments holds some 30 MB (2026-11-26).
KEPT = 16

#: Ways to a total kept per tally: a reader opens the steps of one way one after the other.
WAYS_KEPT = 8

#: Sums kept per tally: a list has one for all its pages.
SUMS_KEPT = 16

#: What stands for a dimension of which no source names a value, in addresses and choices.
NONE = "none"


@dataclass(frozen=True, slots=True)
class Counting:
    """How a total is made: the rules' name, what is measured, and in which currency.

    ``by_donor`` says whether sums are taken apart by donor: then a sum of several donors gives way
    to its parts that name them.
    """

    rules: str
    measure: Measured = "any"
    currency: str = "EUR"
    by_donor: bool = True

    def query(self, by: tuple[str, ...]) -> TotalsQuery:
        """Write it as a question to the ledger."""
        return TotalsQuery(
            by=by,
            measure=self.measure,
            currency=self.currency,
            rules=self.rules,
            usual_rates=EcbRates(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """What counts among some commitments, in one currency; ``high`` None where it is open."""

    counted: int
    low: Decimal
    high: Decimal | None


class Way:
    """The steps from all figures of some commitments to their total.

    Attributes:
        steps: by name, in order.
        without_sum: commitments among them on which no source puts a sum.
    """

    def __init__(self, figured: Sequence[EntryFigures]) -> None:
        """Add up the steps."""
        self.steps: dict[str, Step] = {step.name: step for step in steps(figured)}
        self.without_sum = sum(not one.figures for one in figured)
        self._figured = {one.entry.id: one for one in figured}
        self._entries: dict[str, list[Step]] = {}

    def entries(self, name: str) -> Sequence[Step]:
        """Give what each entry has on a step, largest sums first; ``entries`` holds its id."""
        if name not in self._entries:
            step = self.steps[name]
            found = [self._of(entry, step) for entry in step.entries]
            self._entries[name] = sorted(found, key=lambda one: (-one.low, min(one.entries)))
        return self._entries[name]

    def _of(self, entry: str, step: Step) -> Step:
        found = Step(step.name, step.reason)
        for figure in self._figured[entry].figures:
            if step.name in ("read", figure.step):
                found.add(figure.worth, entry, figure.times)
        return found


class Tallied:
    """One tally of a book, and what pages look up in it; each part is made when it is asked for."""

    def __init__(self, book: Book, how: Counting, found: Tally) -> None:
        """Take what was judged."""
        self._book = book
        self._how = how
        self.currency = how.currency
        self.found = found
        self._rows: dict[tuple[str, ...], tuple[TotalsRow, ...]] = {}
        self._sums: OrderedDict[tuple[str, ...], Mapping[str, Summed]] = OrderedDict()
        self._ways: OrderedDict[tuple[str, ...], Way] = OrderedDict()
        self._members: dict[str, dict[str, list[str]]] = {}

    @cached_property
    def left_out(self) -> Mapping[str, LeftOut]:
        """What does not count, by entry."""
        return {out.entry: out for out in self.found.left_out}

    @cached_property
    def figures(self) -> Mapping[str, EntryFigures]:
        """Figures of every commitment, by entry, each with its step on the way to the total."""
        if self._how.currency == ORIGINAL:
            message = "figures of several currencies have no common way to a total"
            raise ValueError(message)
        seen = {name: tuple(source.sightings) for name, source in self._book.sources.items()}
        return {one.entry.id: one for one in figures(self.found, seen)}

    def rows(self, by: tuple[str, ...]) -> tuple[TotalsRow, ...]:
        """Totals by some dimensions."""
        if by not in self._rows:
            self._rows[by] = rows(self.found, self._how.query(by))
        return self._rows[by]

    def sums(self, entries: tuple[str, ...]) -> Mapping[str, Summed]:
        """Add up what counts of some commitments, by currency; none where nothing counts."""
        if entries not in self._sums:
            counted = self.found.counted
            self._sums[entries] = sums_of([counted[name] for name in entries if name in counted])
            if len(self._sums) > SUMS_KEPT:
                self._sums.popitem(last=False)
        self._sums.move_to_end(entries)
        return self._sums[entries]

    def way(self, entries: tuple[str, ...]) -> Way:
        """Give the way from all figures of some commitments to their total."""
        if entries not in self._ways:
            self._ways[entries] = Way([self.figures[name] for name in entries])
            if len(self._ways) > WAYS_KEPT:
                self._ways.popitem(last=False)
        self._ways.move_to_end(entries)
        return self._ways[entries]

    def members(self, dimension: str) -> Mapping[str, list[str]]:
        """Commitments by their value of a dimension (``DIMENSIONS``), counted or left out."""
        if dimension not in DIMENSIONS:
            raise ValueError(dimension)
        if dimension not in self._members:
            members: dict[str, list[str]] = {}
            for entry in self._book.of_kind("commitment"):
                if isinstance(entry.lead, Commitment):
                    value = entry_keys(entry, self.found, (dimension,))[0]
                    members.setdefault(value or NONE, []).append(entry.id)
            self._members[dimension] = members
        return self._members[dimension]


def sums_of(counted: Sequence[Counted]) -> dict[str, Summed]:
    """Add up what counts, by currency in the order of their codes."""
    groups: dict[str, list[Counted]] = {}
    for one in counted:
        groups.setdefault(one.currency, []).append(one)
    return {code: _summed(groups[code]) for code in sorted(groups)}


def _summed(counted: Sequence[Counted]) -> Summed:
    highs = [one.high for one in counted]
    known = [high for high in highs if high is not None]
    return Summed(
        counted=len(counted),
        low=sum((one.low for one in counted), Decimal(0)),
        high=sum(known, Decimal(0)) if len(known) == len(highs) else None,
    )


class Tallies:
    """Tallies of one book, the least recently used dropped first."""

    def __init__(self, book: Book) -> None:
        """Nothing is judged before it is asked for."""
        self._book = book
        self._kept: OrderedDict[Counting, Tallied] = OrderedDict()

    def of(self, how: Counting) -> Tallied:
        """Give a tally; raises LedgerError for rules or a measure that there are not."""
        if not self._book.parts:
            # Without parts, sums are the same whether or not they are taken apart by donor.
            how = replace(how, by_donor=True)
        if how not in self._kept:
            self._kept[how] = Tallied(self._book, how, self._judged(how))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(how)
        return self._kept[how]

    def _judged(self, how: Counting) -> Tally:
        """Judge every entry of the book, unless that was done for the other ``by_donor``."""
        other = self._kept.get(replace(how, by_donor=not how.by_donor))
        if other is not None:
            return taken_apart(other.found, by_donor=how.by_donor)
        return tally(_Seen(self._book), how.query(("donor",) if how.by_donor else ()))


def own_rules(book: Book) -> str:
    """Name of the counting rules that a book uses."""
    return "default" if book.definition is None else book.definition.rules


@runtime_checkable
class _HoldsTerms(Protocol):
    def releases(self) -> tuple[ReleaseTerms, ...]: ...


class _Seen(HoldsReleases):
    """The part of a view that totals need, over what the pages of a book may show."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def definition(self) -> BookDefinition | None:
        return self._book.definition

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        return self._book.entries if kind is None else self._book.of_kind(kind)

    def releases(self) -> tuple[ReleaseTerms, ...]:
        view: object = self._book.view
        return view.releases() if isinstance(view, _HoldsTerms) else ()


def sightings_of(book: Book, source_id: str) -> tuple[Sighting, ...]:
    """Give where a text was seen; empty for one that is not in the book."""
    source = book.sources.get(source_id)
    return () if source is None else tuple(source.sightings)
