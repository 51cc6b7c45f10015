"""Books of all sorts of claims, made at random, for what is kept beside the entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, get_args

import pytest
from promise_builders import Text

from pledgebook.ledger.counting import Measured
from pledgebook.ledger.kept import phases
from pledgebook.ledger.prices import Price, Prices, plain
from pledgebook.ledger.rates import Rate, Rates
from pledgebook.ledger.rules import rule_names
from pledgebook.ledger.totals import DIMENSIONS, TotalsQuery
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry, Relation, entry_id
from pledgebook.model.snapshots import Sighting
from pledgebook.model.values import Actor, Amount, Condition, Event, Item, Period, Quantity
from pledgebook.model.vocabulary import (
    AidType,
    Bound,
    Firmness,
    Instrument,
    Newness,
    Per,
    RelationKind,
    Stage,
)

DAY = date(2025, 3, 1)
FIGURES = ("5000000", "5000000", "5200000", "12.5", "0.005", "7.33", "100000000000000000000", "3")
CURRENCIES = ("EUR", "USD", "GBP", "UAH", None)
PROBLEMS = ("not-converted-in-source", "stage-unclear", "currency-assumed", "announced-in-period")

#: Rates of three of the currencies, from some day on; none of UAH.
RATES = Rates(
    [
        Rate(currency=code, day=DAY + timedelta(days=day), per_eur=Decimal(per), source="made up")
        for code, per in (("USD", "1.0837"), ("GBP", "0.8421"))
        for day in range(3, 200, 9)
    ]
)


def _quantity(random: Random) -> Quantity | None:
    low = random.choice([Decimal(5), Decimal(5), Decimal(1200), Decimal("2.5"), Decimal(10) ** 21])
    ends = [(low, low), (low, low), (low, None), (None, low), (low, low * 3), (None, None)]
    least, most = random.choice(ends)
    return None if random.random() < 0.1 else Quantity(low=least, high=most)


def items(random: Random) -> tuple[Item, ...]:
    """Give some things, most with a count."""
    some = (("drones", None), ("Drone", None), ("tents", "shelter"), ("rare things", "shelter"))
    chosen = random.sample([*some, ("secrets", None)], random.choice([0, 1, 1, 2, 2, 3]))
    return tuple(
        Item(name=name, category=kind, quantity=_quantity(random)) for name, kind in chosen
    )


def prices(random: Random) -> Prices | None:
    """Give no list of prices, an empty one, or one that prices some things."""
    costs = [
        Price(
            item=name, unit_price=Decimal(cost), currency=currency, basis="list price",
            source="made up", day=DAY + timedelta(days=random.randrange(-20, 60)),
        )
        for name, cost in (("drone", "12.5"), ("tent", "100"), ("shelter", "0.333"))
        for currency in (random.choice(["EUR", "EUR", "USD", "UAH", "KES"]),)
    ]  # fmt: skip
    return random.choice([None, {}, *[{plain(one.item): one for one in costs}] * 4])


#: Releases of two data sets, by their day.
RELEASES = [("aid", "7", 10), ("aid", "18", 40), ("aid", "19", 40), ("arms", "1", 20)]


def terms(random: Random) -> tuple[ReleaseTerms, ...]:
    """Give the terms of some releases: rates of some currencies, and folds."""
    every = [
        ReleaseTerms(
            series=series, release=name, day=DAY + timedelta(days=day),
            rates=tuple(random.sample([("USD", Decimal(n + 1) / 3), ("GBP", Decimal(2))], n % 3)),
            counted_under=(("SWE", "NOR"),) if n % 2 else (),
        )
        for n, (series, name, day) in enumerate(RELEASES)
    ]  # fmt: skip
    return tuple(random.sample(every, random.randrange(len(every) + 1)))


def _some(random: Random, choices: Sequence[Any], likely: float = 0.6) -> Any:
    """The first choice as a rule."""
    return choices[0] if random.random() < likely else random.choice(choices)


def amount(random: Random) -> Amount | None:
    """Give a sum of some sort, or none."""
    if random.random() < 0.15:
        return None
    value = Decimal(random.choice(FIGURES))
    low, high = random.choice(
        [(value, value)] * 5 + [(value, None), (None, value), (value, value * 2), (None, None)]
    )
    per = _some(random, get_args(Per), 0.8)
    bound: Bound = "exact" if low == high and low is not None else "range"
    told = () if random.random() < 0.9 else (Amount(low=value, high=value, currency="USD"),)
    return Amount(
        low=low, high=high, currency=_some(random, CURRENCIES), bound=bound, per=per,
        reported_as=told if low is not None else (),
    )  # fmt: skip


def period(random: Random) -> Period | None:
    """Give a time that has both ends, one or none."""
    if random.random() < 0.5:
        return None
    start = DAY + timedelta(days=random.randrange(40))
    end = start + timedelta(days=random.choice([1, 10, 90, 731]))
    return Period(start=random.choice([start, None]), end=random.choice([end, None]), text="then")


def actors(random: Random) -> tuple[Actor, ...]:
    """Give some states, a group, somebody without an id, or nobody."""
    every = [
        *(Actor(id=code, name=code.title(), type="state") for code in ("GBR", "NOR", "SWE")),
        Actor(id="group:g7", name="G7", type="group"),
        Actor(id=None, name="several states", type="unnamed"),
    ]
    return tuple(random.sample(every, random.choice([0, 1, 1, 1, 1, 2])))


def commitment(random: Random, text: Text, gifts: float = 0.1) -> Commitment:
    """Give a promise of any sort; ``gifts`` is the share of gifts that only lack a sum."""
    found = _promise(random, text)
    if random.random() >= gifts:
        return found
    return replace(
        found, amount=_unsaid(random), stage="pledged", firmness="firm", conditions=(),
        newness="unclear", is_total=False, instrument="in_kind", problems=(),
    )  # fmt: skip


def _unsaid(random: Random) -> Amount | None:
    """No sum, or one without a figure: "millions of dollars"."""
    currency = random.choice([None, None, "USD", "EUR"])
    return None if currency is None else Amount(low=None, high=None, currency=currency)


def _promise(random: Random, text: Text) -> Commitment:
    conditions = [Condition(text=f"if {word}", trigger="other") for word in ("so", "not")]
    return Commitment(
        **text.envelope,
        donors=actors(random),
        recipients=random.choice([(Actor(id="UKR", name="Ukraine", type="state"),), ()]),
        aid_type=_some(random, get_args(AidType)),
        instrument=_some(random, get_args(Instrument)),
        amount=amount(random),
        items=items(random),
        stage=_some(random, ["pledged", *get_args(Stage)], 0.3),
        firmness=_some(random, get_args(Firmness)),
        conditions=tuple(random.sample(conditions, random.choice([0, 0, 1, 2]))),
        newness=_some(random, ["unclear", *get_args(Newness)]),
        is_total=random.random() < 0.1,
        purpose=random.choice([None, "for schools", "for shells"]),
        announced_on=random.choice([None, DAY + timedelta(days=random.randrange(90))]),
        period=period(random),
        problems=tuple(sorted(random.sample(PROBLEMS, random.choice([0, 0, 0, 1, 2])))),
        replaces=random.choice([None] * 9 + [f"commitment:{random.randrange(10**9):064x}"]),
    )  # fmt: skip


def other(random: Random, text: Text) -> Claim:
    """Give a claim that promises nothing."""
    return random.choice(
        [
            text.statement("person:a", random.choice(["we will see", "nothing is decided yet"])),
            text.participation("NOR", "attended", Event(name="a meeting")),
            text.measure("NOR", "ships"),
            text.proposal("NOR", "a truce of a month"),
        ]
    )


def text(random: Random, number: int) -> Text:
    """Give a text of its own, told some day or none."""
    day = DAY + timedelta(days=random.randrange(60))
    return Text(f"Text {number} says so.", published=random.choice([day, day, day, None]))


def as_row(random: Random, claim: Commitment) -> Commitment:
    """Make a claim one that was read from a record of one of the releases."""
    series, release, day = random.choice(RELEASES)
    published = random.choice([DAY + timedelta(days=day)] * 9 + [None])
    record = f"{series}/{release}#{random.randrange(9)}"
    return replace(claim, source=replace(claim.source, published=published, record=record))


def entries(random: Random, count: int, rows: float = 0.0, gifts: float = 0.1) -> list[Entry]:
    """Give entries of any claims, told in any relation, each a part of any other or of none.

    ``rows`` is the share of promises that are rows of data sets in releases, ``gifts`` that of
    gifts in kind.
    """
    found = [_entry(random, number, rows, gifts) for number in range(count)]
    names = [*(entry.id for entry in found), "entry:" + "0" * 64]
    share = random.choice([0.3, 0.3, 0.9])
    return [
        replace(entry, part_of=random.choice(names)) if random.random() < share else entry
        for entry in found
    ]


def _entry(random: Random, number: int, rows: float, gifts: float) -> Entry:
    texts = [text(random, 10 * number + n) for n in range(random.choice([1, 1, 2, 3]))]
    promised = [commitment(random, one, gifts) for one in texts]
    claims: list[Claim] = [as_row(random, c) if random.random() < rows else c for c in promised]
    if random.random() < 0.1:
        claims = [other(random, texts[0])]
    relations = [
        Relation(
            claim=claim.id,
            relation="first" if place == 0 else random.choice(get_args(RelationKind)),
            reason=f"reason {number}; and more",
        )
        for place, claim in enumerate(claims)
    ]
    return Entry(
        id=entry_id(claims[0]), kind=claims[0].kind, lead=random.choice(claims),
        claims=tuple(claims), relations=tuple(relations),
    )  # fmt: skip


def sightings(random: Random, found: Sequence[Entry]) -> dict[str, tuple[Sighting, ...]]:
    """Give up to three places where each text was read."""
    return {
        claim.source.id: tuple(
            Sighting(snapshot=claim.source.id, ref=str(n), published=claim.source.published)
            for n in range(random.choice([1, 1, 2, 3]))
        )
        for entry in found
        for claim in entry.claims
    }


def query(random: Random, **more: Any) -> TotalsQuery:
    """Give any question that can be asked."""
    by = random.sample(DIMENSIONS, random.choice([0, 1, 1, 2, 3, 6]))
    return TotalsQuery(
        by=tuple(by),
        measure=random.choice(get_args(Measured)),
        rules=random.choice([None, *rule_names()]),
        **{
            "currency": random.choice(["original", "EUR", "USD", "UAH", "CHF"]),
            "rates": random.choice([None, RATES]),
            "usual_rates": random.choice([None, RATES]),
            "prices": prices(random),
            **more,
        },
    )


@contextmanager
def lasting(days: int) -> Iterator[None]:
    """Keep phases of components that last as long; between moments a minute counts as a day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phases, "_LASTING", days)
        patch.setattr(phases, "_DAY", 60_000_000)
        yield
