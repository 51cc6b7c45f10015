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
from pledgebook.model.datasets import TERMS_MADE_BY, ReleaseTerms
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount, Condition, Item, Period, Quantity

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


def fill(ledger_of: Any, claims: int, *, rich: bool = False) -> None:
    """Put claims into a new book, a month a transaction; ``ledger_of`` opens it with a clock.

    A ``rich`` one has a gift in kind for one in six promises, and two releases of a data set.
    """
    told = groupby(tellings(claims, rich=rich), key=lambda one: one[0].timetuple()[:2])
    for (year, month), group in told:
        after = datetime.combine(date(year + month // 12, month % 12 + 1, 1), time(), UTC)
        with ledger_of(lambda after=after: after) as ledger:
            ledger.add_all([_source(*one) for one in group])
            for release, day in RELEASES.items():
                if rich and (day.year, day.month) == (year, month):
                    ledger.add_all([_terms(release, day), *_rows(release, day)])


def opened(book: str) -> Any:
    """Give what opens a book with a clock."""
    return lambda clock: Ledger.open(book, create=True, clock=clock)


Telling = tuple[date, str, dict[str, Any]]


def tellings(claims: int, seed: int = 6, *, rich: bool = False) -> list[Telling]:
    """Make tellings, by day; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    promises = int(claims / _TOLD)
    span = (LAST - FIRST).days
    found: list[Telling] = []
    number = 0
    while len(found) < claims:
        day = FIRST + timedelta(days=number * span // promises % span)
        told = _promise(number, day, rng)
        found.extend(map(_in_kind, told) if rich and number % 6 == 0 else told)
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


def _in_kind(told: Telling) -> Telling:
    """Make a telling one of things instead of a sum."""
    day, name, values = told
    if "content" in values:
        return told
    figure = int(values["figure"]) // 100_000
    thing = Item(
        name=f"{THINGS[figure % len(THINGS)]} type {figure % 90}",
        quantity=Quantity(low=Decimal(figure % 400 + 1), high=Decimal(figure % 400 + 1)),
    )
    return day, name, {**values, "items": (thing,), "sum": False, "instrument": "in_kind"}


def price_list() -> str:
    """Write prices of five in six of the things, as CSV."""
    lines = ["item,unit_price,currency,basis,source,date"]
    for n in range(90 * len(THINGS)):
        name = f"{THINGS[n % len(THINGS)]} type {n % 90}"
        if n % 6:
            lines.append(
                f"{name},{n + 1}.5,{CURRENCIES[n % 7]},list price,made up,2024-0{n % 9 + 1}-01"
            )
    return "\n".join(lines) + "\n"


#: Releases of a data set of the tracker's size, and the days on which they come out.
RELEASES = {"1": date(2019, 3, 1), "2": date(2023, 3, 1)}
_ROWS = 3_737


def _terms(release: str, day: date) -> Made:
    rates = tuple(
        (code, Decimal(n + 2) / 2) for n, code in enumerate(sorted({*CURRENCIES} - {"EUR"}))
    )
    terms = ReleaseTerms(
        series="bench", release=release, day=day, rates=rates, counted_under=(("SWE", "NOR"),)
    )
    snapshot = Snapshot.of(terms.text(), TERMS_MADE_BY)
    reading = Reading(snapshot=snapshot.id, reader="bench", version="1", claims=(), problems=())
    seen = Sighting(snapshot=snapshot.id, ref=f"terms {release}", published=day)
    return Document(snapshot=snapshot, sighting=seen), [], reading


def _rows(release: str, day: date) -> Iterator[Made]:
    """Rows of a release; one in fifty changes from one to the next, and one in fifty goes."""
    for number in range(_ROWS):
        rng = random.Random(number)  # noqa: S311 - no secret
        values = {**_values(rng), "figure": Decimal(rng.randint(1, 9999)) * 100_000}
        if release != "1":
            values["figure"] += 100_000 * (number % 50 == 1)
        if release == "1" or number % 50:
            record = f"bench/{release}#row {number}"
            yield _source(day, f"{release}.{number}", values, record=record)


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


def _source(day: date, name: str, values: dict[str, Any], **more: Any) -> Made:
    text = f"Text {name} of {day}."
    snapshot = Snapshot.of(text, "plain")
    seen: dict[str, Any] = {
        "ref": name,
        "publisher": f"Outlet {len(text) % 9}",
        "published": day,
        **more,
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
    figure, part, has_sum = given.pop("figure"), given.pop("part"), given.pop("sum", True)
    form = {name: given.pop(name) for name in ("currency", "bound", "per")}
    stated = _amount(figure, **form) if has_sum else None
    whole = Commitment(**envelope, amount=stated, **given)
    yield whole
    if part and has_sum:
        given["purpose"] = f"{given['purpose']}, the first part"
        small = _amount((figure / 3).quantize(Decimal(1000)), **form)
        yield Commitment(**envelope, amount=small, within=whole.id, **given)


def _amount(figure: Decimal, currency: str, bound: Any, per: Any) -> Amount:
    high = None if bound == "at_least" else figure
    return Amount(low=figure, high=high, currency=currency, bound=bound, per=per)


def _state(code: str) -> Actor:
    return Actor(id=code, name=code, type="state")
