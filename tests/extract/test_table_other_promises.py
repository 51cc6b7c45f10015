"""Packages prepared, repairs, money without a sum, unknown gifts; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line

PROMISES = [
    line("The Czech Republic has prepared a new military package for Moldova.",
         Want(donors="CZE", recipients="MDA", aid="military")),
    line("Norway is preparing a package of 12 trucks for Moldova.",
         Want(donors="NOR", recipients="MDA", instrument="in_kind")),
    line("Denmark has prepared DKK 175 million for the purchase of tents for Moldova.",
         Want(donors="DNK", recipients="MDA", sum="175m DKK")),
    line("Norway will help Moldova repair its tanks.",
         Want(donors="NOR", recipients="MDA", aid="military")),
    line("Norway will repair Moldovan military equipment.",
         Want(donors="NOR", recipients="MDA", aid="military")),
    line("Greece is ready to rebuild a hospital in Moldova.",
         Want(donors="GRC", recipients="MDA", aid="reconstruction", firmness="intended")),
    line("Estonia rebuilds bridges in Moldova with €15 million.",
         Want(donors="EST", recipients="MDA", sum="15m EUR", aid="reconstruction")),
    line("Canada is providing funding to Moldova for schools.",
         Want(donors="CAN", recipients="MDA", aid="humanitarian")),
    line("Italy announced a loan to Moldova.",
         Want(donors="ITA", recipients="MDA", aid="financial", instrument="loan")),
    line("France committed to a guarantee for Moldova.",
         Want(donors="FRA", recipients="MDA", aid="financial", instrument="guarantee")),
    line("The Norwegian Navy handed over radiolocation sets to the Moldovan Navy.",
         Want(donors="NOR", recipients="MDA", aid="military", stage="delivered")),
    line("Sweden donated sonar buoys to Moldova.",
         Want(donors="SWE", recipients="MDA", stage="delivered")),
    line("Japan announced the dispatch of masks and clothing against chemical weapons.",
         Want(donors="JPN")),
]  # fmt: skip


@pytest.mark.parametrize("row", PROMISES)
def test_a_promise_is_read(row: Line) -> None:
    check_says(row)


NONE = [
    "Norway prepared a report on aid to Moldova.",
    "Norway prepared its tanks for a parade in Moldova.",
    "Moldova will rebuild its tanks with Norway.",
    "Norway repaired its relations with Moldova.",
    "Norway will rebuild trust in Moldova.",
    "Norway has cables to restore the grid of Moldova.",
    "Norwegian machines are used by Moldova to rebuild its army's tanks.",
    "We can rebuild the grid of Moldova, Norway said.",
    "Norway has provided funding to Moldova.",
    "Norway needs to pass funding for Moldova.",
    "Norway and Moldova discussed a loan.",
    "Moldova asked Norway for a loan.",
    "Norway reviewed the bodies to which it provides any type of funding, such as the UN.",
    "Norway handed over suspects to Moldova.",
    "Norway handed over two suspects to Moldova.",
    "Norway handed over the presidency of the council to Moldova.",
    "Norway handed Moldova a letter.",
    "Norwegian voters handed victory to a friend of Moldova.",
    "Norwegian troops used masks against Moldova.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_promise_is_none(text: str) -> None:
    assert not kept(Line(text=text, wants=()))


def test_what_is_learnt_is_not_given() -> None:
    text = "Norway will train Moldovan soldiers to use howitzers provided by Sweden."
    found = kept(Line(text=text, wants=()))
    assert [c.instrument for c in found] == ["training"]
    assert [c.donors[0].id for c in found] == ["NOR"]
