"""A book of many promises, told, told again, paid, in parts, per year, on conditions: made up.

Promises are spread over ten years, some thirty a day. Each
telling is a text of its own, published on its day and entered the day after, a month at a time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Any

from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim, Commitment, Source, Statement
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount, Condition, Period

FIRST, LAST = date(2015, 1, 5), date(2025, 6, 30)
DONORS = ("NOR", "SWE", "LVA", "PRT", "CHL", "JPN", "KEN", "CAN", "FRA", "PER")
RECIPIENTS = ("MDA", "HTI", "SDN", "PAK")
THINGS = ("seed", "boats", "pumps", "tents", "turbines", "vaccines", "rails", "bridges")
CURRENCIES = ("EUR", "EUR", "USD", "USD", "GBP", "NOK", "SEK", "JPY", "UAH")
AID = ("financial", "financial", "humanitarian", "reconstruction", "military", "other")
INSTRUMENTS = ("unspecified", "grant", "grant", "loan", "guarantee", "in_kind", "sale")
STAGES = ("pledged", "pledged", "committed", "allocated", "disbursed")
FIRMNESS = ("firm", "firm", "firm", "intended", "considered", "conditional")
#: Claims that a promise makes on average.
_TOLD = 2.0

_YEARS = Period(start=date(2020, 1, 1), end=date(2023, 1, 1), text="for three years")

Made = tuple[Document, list[Claim], Reading]


def fill(ledger_of: Any, claims: int) -> None:
    """Put claims into a new book, a month a transaction; ``ledger_of`` opens it with a clock."""
    for (year, month), group in groupby(tellings(claims), key=lambda one: one[0].timetuple()[:2]):
        after = datetime.combine(date(year + month // 12, month % 12 + 1, 1), time(), UTC)
        with ledger_of(lambda after=after: after) as ledger:
            ledger.add_all([_source(*one) for one in group])


def opened(book: str) -> Any:
    """Give what opens a book with a clock."""
    return lambda clock: Ledger.open(book, create=True, clock=clock)


Telling = tuple[date, str, dict[str, Any]]


def tellings(claims: int, seed: int = 6) -> list[Telling]:
    """Make tellings, by day; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    promises = int(claims / _TOLD)
    span = (LAST - FIRST).days
    found: list[Telling] = []
    number = 0
    while len(found) < claims:
        day = FIRST + timedelta(days=number * span // promises % span)
        found.extend(_promise(number, day, rng))
        number += 1
    return sorted(found[:claims], key=lambda one: one[:2])


def _promise(number: int, day: date, rng: random.Random) -> Iterator[Telling]:
    figure = Decimal(rng.randint(1, 9999)) * 100_000
    values = _values(rng)
    for telling in range(1 if rng.random() < 0.6 else rng.randint(2, 6)):
        told = figure if rng.random() < 0.8 else Decimal(f"{figure:.2g}")
        yield day + timedelta(days=telling), f"{number}.{telling}", {**values, "figure": told}
    if rng.random() < 1 / 7:
        paid = {**values, "figure": figure, "stage": "disbursed", "period": None, "per": "total"}
        yield day + timedelta(days=rng.randint(50, 400)), f"{number}.paid", paid
    if rng.random() < 1 / 10:
        yield day, f"{number}.said", {"content": f"we will give {figure} for as long as needed"}


def _values(rng: random.Random) -> dict[str, Any]:
    per = "year" if rng.random() < 1 / 30 else "total"
    return {
        "donors": tuple(map(_state, rng.sample(DONORS, 1 if rng.random() < 0.9 else 2))),
        "recipients": (_state(rng.choice(RECIPIENTS)),),
        "purpose": f"for {rng.choice(THINGS)} under programme {rng.randint(1, 400)}",
        "currency": rng.choice(CURRENCIES),
        "bound": "exact" if rng.random() < 0.9 else "at_least",
        "per": per,
        "period": _YEARS if per == "year" else None,
        "aid_type": rng.choice(AID),
        "instrument": rng.choice(INSTRUMENTS),
        "stage": rng.choice(STAGES),
        "firmness": rng.choice(FIRMNESS),
        "newness": "restated" if rng.random() < 0.1 else "unclear",
        "is_total": rng.random() < 0.03,
        "conditions": _conditions(rng),
        "part": rng.random() < 0.1,
    }  # fmt: skip


def _conditions(rng: random.Random) -> tuple[Condition, ...]:
    if rng.random() < 0.9:
        return ()
    return (Condition(text=f"if programme {rng.randint(1, 400)} is approved", trigger="other"),)


def _source(day: date, name: str, values: dict[str, Any]) -> Made:
    text = f"Text {name} of {day}."
    snapshot = Snapshot.of(text, "plain")
    seen: dict[str, Any] = {
        "ref": name,
        "publisher": f"Outlet {len(text) % 9}",
        "published": day,
    }
    envelope = {
        "source": Source(id=snapshot.id, **seen),
        "evidence": (Evidence.cut("content", text, Span(0, 4)),),
        "sentence": Span(0, len(text)),
        "reader": "bench@1",
    }
    claims = list(_claims(envelope, values))
    names = tuple(claim.id for claim in claims)
    reading = Reading(snapshot=snapshot.id, reader="bench", version="1", claims=names, problems=())
    document = Document(snapshot=snapshot, sighting=Sighting(snapshot=snapshot.id, **seen))
    return document, claims, reading


def _claims(envelope: dict[str, Any], values: dict[str, Any]) -> Iterator[Claim]:
    if "content" in values:
        speaker = Actor(id="person:a", name="A", type="person")
        yield Statement(**envelope, speaker=speaker, content=values["content"])
        return
    given = dict(values)
    figure, part = given.pop("figure"), given.pop("part")
    form = {name: given.pop(name) for name in ("currency", "bound", "per")}
    whole = Commitment(**envelope, amount=_amount(figure, **form), **given)
    yield whole
    if part:
        given["purpose"] = f"{given['purpose']}, the first part"
        small = _amount((figure / 3).quantize(Decimal(1000)), **form)
        yield Commitment(**envelope, amount=small, within=whole.id, **given)


def _amount(figure: Decimal, currency: str, bound: Any, per: Any) -> Amount:
    high = None if bound == "at_least" else figure
    return Amount(low=figure, high=high, currency=currency, bound=bound, per=per)


def _state(code: str) -> Actor:
    return Actor(id=code, name=code, type="state")
