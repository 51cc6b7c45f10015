"""Givers told by an instrument, a seat or an adjective alone; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import READER, Line, Want, check_never, check_says, line
from reading import page

from pledgebook.extract.gate import judge
from pledgebook.model.codec import claim_to_json

GIVERS = [
    line("A presidential drawdown of up to $40 million was announced.",
         Want(sum="40m USD", donors="USA")),
    line("An additional $7 million for Moldova comes from a Presidential Drawdown.",
         Want(sum="7m USD", donors="USA", recipients="MDA")),
    line("$90 million for Moldova under the Foreign Military Financing program.",
         Want(sum="90m USD", donors="USA")),
    line("The third tranche of the macro-financial assistance for Moldova, €30 million, was paid.",
         Want(sum="30m EUR", donors="org:eu")),
    line("On Monday, Paris gave Moldova €5 million.", Want(sum="5m EUR", donors="FRA")),
    line("In March, Berlin promised Moldova €6 million.", Want(sum="6m EUR", donors="DEU")),
    line("Under the Ukraine Security Assistance Initiative, Washington committed $21 million to "
         "Moldova.", Want(sum="21m USD", donors="USA")),
    line("Under the Moldova Energy Initiative, Rome will pay €8 million.",
         Want(sum="8m EUR", donors="ITA")),
    line("The Lithuanian State Defence Council approved aid of €41 million.",
         Want(sum="41m EUR", donors="LTU", recipients="")),
    line("The Korean government decided on humanitarian aid of $9 million for Chad.",
         Want(sum="9m USD", donors="KOR", recipients="TCD")),
    line("The Commission will give Moldova EUR 12 million.",
         Want(sum="12m EUR", donors="org:european-commission")),
]  # fmt: skip


@pytest.mark.parametrize("row", GIVERS)
def test_who_gives(row: Line) -> None:
    check_says(row)


OTHERS = [
    line("Norway gave Moldova $5 million, as in a presidential drawdown.", Want(donors="USA")),
    line("In Seattle, Washington, a firm gave Moldova $5 million.", Want(donors="USA")),
    line("Norway will give the Ukrainian defence forces €5 million.", Want(donors="UKR")),
    line("A ministry bought radars worth €15 million for the defence of Moldova.",
         Want(donors="MDA")),
    line("The Korean authorities want $5 million in aid.", Want(donors="KOR")),
]  # fmt: skip


@pytest.mark.parametrize("row", OTHERS)
def test_who_does_not_give(row: Line) -> None:
    check_never(row)


def test_the_gate_takes_an_instrument_for_its_owner_alone() -> None:
    whole = page("A presidential drawdown of up to $40 million was announced.")
    claim = claim_to_json(next(iter(READER.read(whole))))
    assert judge(claim, whole).kept
    donor = {**claim["donors"][0], "id": "GBR", "name": "United Kingdom"}
    assert not judge({**claim, "donors": [donor]}, whole).kept
