"""A book of promises for the pictures: open bounds, stages, several donors, sums not said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from publish_book import (
    CITED,
    DEFINITION,
    FREEZE,
    GUEST,
    HARBOUR,
    HOST,
    LOAN,
    LVA,
    NOR,
    SILENT,
    TRUCE,
    WIRE,
    C,
    FakeView,
    H,
    S,
    W,
    entry_of,
    fake_source,
)

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor, Amount
from pledgebook.model.vocabulary import Bound, Newness, Stage

SWE = Actor(id="SWE", name="Sweden", type="state")
ISL = Actor(id="ISL", name="Iceland", type="state")
UKR = Actor(id="UKR", name="Ukraine", type="state")


def amount(low: str | None, high: str | None, currency: str = "EUR") -> Amount:
    bound: Bound = "exact" if low == high else "at_least" if high is None else "range"
    return Amount(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        currency=currency,
        bound="up_to" if low is None else bound,
    )


def promise(
    donor: Actor,
    money: Amount | None,
    stage: Stage = "pledged",
    day: int = 5,
    recipient: Actor | None = LVA,
    newness: Newness = "new",
) -> Commitment:
    return replace(
        LOAN,
        donors=(donor,),
        recipients=() if recipient is None else (recipient,),
        amount=money,
        stage=stage,
        newness=newness,
        items=(),
        problems=(),
        announced_on=date(2025, 5, day),
    )


PROMISES: tuple[Commitment, ...] = (
    promise(NOR, amount("450000000", "450000000")),
    promise(NOR, amount("50000000", None), "allocated", 6),
    promise(SWE, amount("100000000", "160000000"), "delivered", 6, UKR),
    promise(SWE, amount(None, "40000000"), "pledged", 7, UKR, "unclear"),
    promise(ISL, None),
    promise(NOR, amount("30000000", "30000000"), "pledged", 7, newness="restated"),
)


def view_of(claims: Iterable[Claim]) -> FakeView:
    """Give a book with an entry for each claim."""
    kept = tuple(claims)
    entries: tuple[Entry, ...] = tuple(entry_of(claim) for claim in kept)
    return FakeView(
        the_definition=DEFINITION,
        the_entries=entries,
        the_claims=kept,
        the_sources=(
            fake_source(H, HARBOUR),
            fake_source(W, WIRE),
            fake_source(C, CITED, "metadata"),
            fake_source(S, SILENT),
        ),
        the_moment=datetime(2025, 5, 9, 8, 30, tzinfo=UTC),
    )


def promises() -> FakeView:
    return view_of((*PROMISES, HOST, GUEST, TRUCE, FREEZE))
