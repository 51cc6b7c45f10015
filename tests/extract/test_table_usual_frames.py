"""The usual ways in which news and offices tell of a sum, in a grid of givers, takers and sums.

All sentences are our own. ``{D}`` gives, ``{T}`` gets and ``{S}`` is the sum.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, kept, said
from reading import ids

FRAMES = """
{D} has supported {T} with {S}.
{D} supported {T} with {S} last year.
{D} will support {T} with {S}.
{D} has helped {T} with {S}.
{D} has backed {T} with {S}.
{D} has provided {T} with {S}.
{D} has provided {S} in aid to {T} since 2022.
{D} has promised {T} {S}.
{D} has offered {S} to {T}.
{D} has set aside {S} for {T}.
{D} has put {S} on the table for {T}.
{D} has come up with {S} for {T}.
{D} has made {S} available to {T}.
{D} has paid out the first {S} to {T}.
{D} has unlocked {S} for {T}.
{D} has released {S} for {T}.
{D} has cleared {S} for {T}.
{D} has signed off on {S} for {T}.
{D} has signed an agreement with {T} on a {S} loan.
{D} has increased its aid to {T} by {S}.
{D} has committed {S} to {T}'s reconstruction.
{D} has extended {T} a {S} loan.
{D} has awarded {T} {S}.
{D} has written off {S} of {T}'s debt.
{D} has thrown in {S} for {T}.
{D} has splashed out {S} on {T}.
{D} has spent {S} on aid to {T}.
{D} said it would give {T} {S}.
{D}'s contribution to {T} is {S}.
{D}'s {S} loan to {T} was signed on Monday.
{T} will get {S} from {D}.
{T} has been promised {S} by {D}.
{T} has secured {S} from {D}.
{T} has borrowed {S} from {D}.
{T} thanked {D} for {S}.
{S} will go to {T}, {D} said.
{S} has been paid to {T} by {D}.
{S} from {D} will go to {T}.
A {S} loan from {D} to {T} has been signed.
{D}, which has given {T} {S}, was absent.
{D} will give {T} up to {S}.
{D} will double its aid to {T} to {S}.
{D} will fund schools in {T} with {S}.
{D} will cover {S} of {T}'s gas bill.
""".strip().splitlines()
#: Givers, takers and sums, each with what a claim says of it.
CAST = [
    (("Norway", "NOR"), ("Moldova", "MDA"), ("€41 million", "41000000")),
    (("the World Bank", "org:world-bank"), ("Sudan", "SDN"), ("$9m", "9000000")),
    (("Japan", "JPN"), ("Lebanon", "LBN"), ("¥3 billion", "3000000000")),
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("cast", CAST, ids=lambda cast: cast[0][1])
def test_the_sum_is_read(
    frame: str, cast: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
) -> None:
    giver, taker, amount = cast
    text = frame.format(D=giver[0], T=taker[0], S=amount[0])
    claims = kept(Line(text=text[0].upper() + text[1:], wants=()))
    assert any(
        ids(claim.donors) == giver[1]
        and taker[1] in ids(claim.recipients)
        and claim.amount is not None
        and str(claim.amount.high) == amount[1]
        for claim in claims
    ), [said(claim) for claim in claims]


GOODS = """
{D} has supplied {T} with {S}.
{D} has equipped {T} with {S}.
{D} has armed {T} with {S}.
{D} has sent {S} to {T}.
{D} has handed {T} {S}.
{D} has gifted {T} {S}.
{D} has transferred {S} to {T}.
{D} has agreed to send {T} {S}.
{D} has despatched {S} to {T}.
{D} has trucked {S} to {T}.
{D} has rushed {S} to {T}.
{D} has bought {S} for {T}.
{D} has found {S} for {T}.
{D} has delivered the first of {S} promised to {T}.
{D} will be delivering {S} to {T}.
{D} will pass {S} on to {T}.
{D} is preparing {S} for {T}.
{D} is weighing the transfer of {S} to {T}.
{D} is considering sending {T} {S}.
{D} said {S} would go to {T}.
{D}'s package for {T} includes {S}.
{T} has received {S} from {D}.
{T} has been promised {S} by {D}.
{S} will go to {T}, {D} said.
{S} given by {D} reached {T} on Monday.
{S} were handed over to {T} by {D}.
A shipment of {S} from {D} arrived in {T}.
{D} will send {T} {S}, including spare parts.
{D} will give {T} €9m and {S}.
""".strip().splitlines()
THINGS = [
    (("Norway", "NOR"), ("Moldova", "MDA"), "40 generators"),
    (("Japan", "JPN"), ("Lebanon", "LBN"), "900 tents"),
    (("Spain", "ESP"), ("Ukraine", "UKR"), "12 howitzers"),
]


@pytest.mark.parametrize("frame", GOODS)
@pytest.mark.parametrize("cast", THINGS, ids=lambda cast: cast[0][1])
def test_goods_are_read(frame: str, cast: tuple[tuple[str, str], tuple[str, str], str]) -> None:
    giver, taker, things = cast
    text = frame.format(D=giver[0], T=taker[0], S=things)
    claims = kept(Line(text=text, wants=()))
    count, name = things.split()
    assert any(
        ids(claim.donors) == giver[1]
        and taker[1] in ids(claim.recipients)
        and any(
            i.name == name and str(getattr(i.quantity, "low", "")) == count for i in claim.items
        )
        for claim in claims
    ), [said(claim) for claim in claims]


#: The same verbs, where nobody gives anything.
NOTHING = [
    "Moldova hopes to secure €41 million from Norway.",
    "Norway and Moldova discussed the delivery of 40 howitzers.",
    "40 buses will go to Moldova.",
    "Norway rushed 40 pumps to the coast.",
    "Spain has armed itself.",
    "Japan said 40 voters would go to court.",
    "Norway has cleared 9 million tonnes of snow.",
    "Japan has a debt of €9m with Lebanon.",
    "Sudan has borrowed time.",
    "Norway has unlocked the door for Moldova.",
    "Moldova backed Norway's plan.",
    "Japan was helped by Lebanon's win.",
    "Norway-backed Moldova lost 9 million voters.",
    "The World Bank gave up to Sudan.",
    "Norway has splashed out €9m on a new stadium.",
    "Norway said it would go to Moldova.",
    "Moldova secured a win over Norway.",
    "Norway signed an agreement with Moldova on fish worth €9m.",
    "Norway has shouldered the blame.",
    "Japan's gas bill rose to ¥3 billion.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_given(text: str) -> None:
    claims = kept(Line(text=text, wants=()))
    assert not claims, [said(claim) for claim in claims]
