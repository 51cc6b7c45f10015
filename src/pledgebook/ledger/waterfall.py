"""From all figures that were read to the total that counts, step by step; the steps add up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from pledgebook.ledger.conversion import in_currency
from pledgebook.ledger.counting import Counted, LeftOut, day_of, valued
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.exact import EXACT
from pledgebook.ledger.releases import record_of
from pledgebook.ledger.reprints import places
from pledgebook.ledger.tally import Keys, Tally, keys_of, tally, tally_of_facts
from pledgebook.ledger.totals_query import ORIGINAL, BookView, TotalsQuery
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.plain import decimal_text
from pledgebook.model.snapshots import Sighting
from pledgebook.model.vocabulary import RelationKind

#: Step of a further claim of an entry, by its relation.
_AGAIN: dict[RelationKind, str] = {
    "first": "told-again",
    "same": "told-again",
    "restates": "restated",
    "updates": "other-stage-told",
    "fulfils": "other-stage-told",
    "corrects": "corrected",
    "contradicts": "contradicted",
    "withdraws": "withdrawn",
    "part_of": "told-again",
    "adds_to": "told-again",
}

#: Every figure of every text at every place; the same text elsewhere; what counts.
READ, REPRINT, COUNTED = "read", "reprint", "counted"

#: A record that a newer release of its data set restates or drops.
OLDER = "older-release"

#: What each step means that is no rule of counting.
MEANINGS = {
    READ: "every figure of every text at every place where it was read",
    REPRINT: "the same text read at another place",
    "told-again": "another text tells the same thing",
    "restated": "told again as older money",
    "other-stage-told": "another stage of a promise that counts once",
    "corrected": "another value of the same thing, from a source that corrects or is corrected",
    "contradicted": "another value of the same thing, from a source that says otherwise",
    OLDER: "a newer release of the data set restates it",
    "no-rate": "no rate for its currency and day; the sum is not in this currency's steps",
    COUNTED: "what counts under these rules",
}


class SeenView(BookView, Protocol):
    """A view that knows where texts were seen."""

    def sightings(self) -> Mapping[str, tuple[Sighting, ...]]:
        """Sightings of each text."""


@dataclass(slots=True)
class Step:
    """One step: figures that leave the way to the total, or the first and last of it.

    Attributes:
        name: of the step or rule.
        reason: what it means, in words.
        figures: number of figures.
        low, high: their sum in the currency asked for; high None where one is open upwards.
        unconverted: figures among them that no rate converts, so that no sum of them is given.
        entries: ids of the entries concerned.
    """

    name: str
    reason: str
    figures: int = 0
    low: Decimal = Decimal(0)
    high: Decimal | None = Decimal(0)
    unconverted: int = 0
    entries: Collection[str] = field(default_factory=set)

    def add(self, one: Counted | None, entry: str, times: int = 1) -> None:
        """Add a figure; None for one that no rate converts."""
        assert isinstance(self.entries, set), "figures are added one by one, or all at once"
        self.figures += times
        self.entries.add(entry)
        if one is None:
            self.unconverted += times
            return
        self.add_sum(one.low, one.high, times)

    def add_sum(self, low: Decimal, high: Decimal | None, times: int) -> None:
        """Add an interval some times, exactly."""
        self.low = EXACT.fma(low, times, self.low)
        if self.high is not None:
            self.high = None if high is None else EXACT.fma(high, times, self.high)

    def to_json(self) -> dict[str, Any]:
        """Write the step."""
        return {
            "step": self.name,
            "reason": self.reason,
            "figures": self.figures,
            "low": decimal_text(self.low),
            "high": None if self.high is None else decimal_text(self.high),
            "unconverted": self.unconverted,
            "entries": sorted(self.entries),
        }


def waterfall(view: SeenView, query: TotalsQuery, where: Mapping[str, str]) -> tuple[Step, ...]:
    """Give the steps, ``read`` first and ``counted`` last; the sums between lead from one to other.

    Args:
        view: the book.
        query: as for totals; its currency must be one, and ``by`` is what sums are taken apart by.
        where: keep only entries with these values of ``by``.

    Raises LedgerError for a question that cannot be asked.
    """
    if query.currency == ORIGINAL:
        raise LedgerError("sums of several currencies make no one total: give --currency EUR")
    kept = tally_of_facts(view, query, every_sum=True)
    if kept is not None:
        from pledgebook.ledger.kept.explaining import kept_steps  # noqa: PLC0415 - numpy

        return kept_steps(kept, where)
    found = tally(view, query)
    asked = (one for one in figures(found, view.sightings()) if _asked(one.entry, found, where))
    return steps(asked)


@dataclass(frozen=True, slots=True)
class Figure:
    """Figures of one claim on one step of the way.

    Attributes:
        step: name of the step or rule.
        reason: what it means, in words.
        worth: the sum in the currency asked for; None where no rate converts it.
        times: number of figures.
    """

    step: str
    reason: str
    worth: Counted | None
    times: int


@dataclass(frozen=True, slots=True)
class EntryFigures:
    """A commitment with all its figures; none where no source puts a sum on it."""

    entry: Entry
    figures: tuple[Figure, ...]


def figures(found: Tally, seen: Mapping[str, tuple[Sighting, ...]]) -> Iterator[EntryFigures]:
    """Give the figures of every commitment, in the order of the entries.

    ``found`` must be of one currency; ``seen`` tells where each text was seen.
    """
    why = {out.entry: out for out in found.left_out}
    for entry in found.entries.values():
        if isinstance(entry.lead, Commitment):
            yield EntryFigures(entry, tuple(_figures(entry, found, seen, why)))


def steps(figured: Iterable[EntryFigures]) -> tuple[Step, ...]:
    """Add up the figures of some entries: ``read`` first, then each step, ``counted`` last.

    A rule that gives each entry a reason of its own shows that of the first entry by id.
    """
    found: dict[str, Step] = {}
    for one in sorted(figured, key=lambda one: one.entry.id):
        for figure in one.figures:
            for name, reason in ((READ, MEANINGS[READ]), (figure.step, figure.reason)):
                if name not in found:
                    found[name] = Step(name, reason)
                found[name].add(figure.worth, one.entry.id, figure.times)
    return in_order(found)


def in_order(found: Mapping[str, Step]) -> tuple[Step, ...]:
    """Put steps in order: ``read`` first, ``counted`` last, both there where there is nothing."""
    between = sorted(found.keys() - {READ, COUNTED}, key=_order)
    names = [READ, *between, COUNTED]
    return tuple(found.get(name) or Step(name, MEANINGS[name]) for name in names)


def _order(name: str) -> tuple[int, str]:
    """Steps that fold figures into entries come first, then the rules by name."""
    known = list(MEANINGS)
    return (known.index(name) if name in known else len(known)), name


def _asked(entry: Entry, found: Tally, where: Mapping[str, str]) -> bool:
    if not where:
        return True
    keys = entry_keys(entry, found, tuple(where))
    return all((value or "none") == where[name] for name, value in zip(where, keys, strict=True))


def entry_keys(entry: Entry, found: Tally, by: Iterable[str]) -> Keys:
    """Give the values of the dimensions ``by`` for a commitment, counted or left out."""
    counted, lead = found.counted.get(entry.id), entry.lead
    assert isinstance(lead, Commitment)
    claim, stage = (lead, lead.stage) if counted is None else (counted.named, counted.stage)
    day = day_of(entry, lead) if counted is None else counted.day
    return keys_of(claim, stage, day, by, found.rules.fold_donors)


def _figures(
    entry: Entry,
    found: Tally,
    seen: Mapping[str, tuple[Sighting, ...]],
    left_out: Mapping[str, LeftOut],
) -> Iterator[Figure]:
    """Give each figure of an entry: its step, why, its sum, and how many."""
    claims = [c for c in entry.claims if isinstance(c, Commitment) and c.amount is not None]
    main = _main(entry, claims, found)
    why = left_out.get(entry.id)
    for claim in claims:
        one = _worth(entry, claim, found)
        reprints = places(seen.get(claim.source.id, ())) - 1
        if reprints > 0:
            yield Figure(REPRINT, MEANINGS[REPRINT], one, reprints)
        if claim is main and why is None:
            yield Figure(COUNTED, MEANINGS[COUNTED], found.counted[entry.id], 1)
        elif claim is main and why is not None:
            yield Figure(why.rule, MEANINGS.get(why.rule, why.reason), one, 1)
        else:
            name = _step_of(entry, claim, main, found)
            yield Figure(name, MEANINGS.get(name, ""), one, 1)


def _main(entry: Entry, claims: list[Commitment], found: Tally) -> Commitment | None:
    """The claim whose figure stands for the entry, counted or not."""
    counted = found.counted.get(entry.id)
    if counted is not None and counted.claim in claims:
        return counted.claim
    return next((c for c in claims if c is entry.lead), claims[-1] if claims else None)


def _step_of(entry: Entry, claim: Commitment, main: Commitment | None, found: Tally) -> str:
    """The step of a figure that another one of its entry stands for."""
    if record_of(claim) is not None and not found.releases.standing([claim]):
        return OLDER
    told = (r.relation for r in entry.relations if r.claim == claim.id)
    relation: RelationKind = next(told, "same")
    return step_again(relation, same_stage=main is None or claim.stage == main.stage)


def step_again(relation: RelationKind, *, same_stage: bool) -> str:
    """Name the step of a further figure, by its relation and whether it tells the main stage."""
    return _AGAIN[relation] if same_stage else "other-stage-told"


def _worth(entry: Entry, claim: Commitment, found: Tally) -> Counted | None:
    one = valued(entry, claim, claim.stage)
    if isinstance(one, LeftOut) or found.conversion is None:
        return None
    out = in_currency(one, found.conversion)
    return out if isinstance(out, Counted) else None
