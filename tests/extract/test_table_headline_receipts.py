"""Headlines from the side of who gets, or by whose a gift is; biddings, pressure, money turned."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line
from reading import ids

from pledgebook.resolve.actors import find_actors

GOT = [
    line(
        "Benin handed €40m by EU",
        Want(donors="org:eu", recipients="BEN", sum="40m EUR", stage="disbursed"),
    ),
    line(
        "Gambia clinches $90m IMF deal",
        Want(donors="org:imf", recipients="GMB", sum="90m USD", stage="committed"),
    ),
    line(
        "Nepal receives $45m US grant",
        Want(donors="USA", recipients="NPL", sum="45m USD", stage="disbursed"),
    ),
    line("Malian army given €9m by Norway", Want(donors="NOR", recipients="MLI", sum="9m EUR")),
    line(
        "Kyiv gets another €2bn from Brussels",
        Want(donors="org:eu", recipients="UKR", sum="2bn EUR", stage="pledged"),
    ),
    line(
        "Togo to get €30m from Germany",
        Want(donors="DEU", recipients="TGO", sum="30m EUR", stage="pledged"),
    ),
    line(
        "Laos secures $70m World Bank loan for roads",
        Want(donors="org:world-bank", recipients="LAO", sum="70m USD", stage="committed"),
    ),
]

OWNED = [
    line("Macron's €300m rescue package for Togo", Want(donors="FRA", recipients="TGO")),
    line("Oslo's NOK 40m lifeline to Malawi", Want(donors="NOR", recipients="MWI")),
    line("Thailand presents Laos with 900 tonnes of rice", Want(donors="THA", recipients="LAO")),
    line("Estonia hands Ukraine 20 trucks", Want(donors="EST", recipients="UKR")),
    line("Spain to hand Kyiv nine jets", Want(donors="ESP", recipients="UKR")),
    line("£9m in new UK aid for Mali, Niger", Want(donors="GBR", recipients="MLI+NER")),
    line(
        "Foreign Minister Wong announces A$7m for cyclone-hit Fiji",
        Want(donors="AUS", recipients="FJI", sum="7m AUD"),
    ),
    line("Tánaiste announces €4m for Malawi", Want(donors="IRL", recipients="MWI", sum="4m EUR")),
    line("US OKs $25M for Chad food crisis", Want(donors="USA", recipients="TCD", sum="25m USD")),
    line(
        "IDB greenlights $80m for Peru",
        Want(donors="org:iadb", recipients="PER", sum="80m USD", stage="committed"),
    ),
    line(
        "OPEC Fund signs $15m loan with Benin",
        Want(donors="org:opec-fund", recipients="BEN", sum="15m USD", stage="committed"),
    ),
]

NONE = [
    "Turkey wins $3bn Polish drone contract",
    "Greece lands €60m Chinese ferry order",
    "Russia gets $5bn from oil",
    "Ghana secures $50m from cocoa sales",
    "Norway's €5m debt to Chad",
    "Serbia's $200m exports to Peru",
    "UN chief: give Malawi $300m for its farmers",
    "Oxfam: send Sudan 40 ambulances",
    "EU redirects €60m once meant for Mali",
    "Qatar pulls $20m from Somali police pay",
    "$700m left hanging as India slows Nepal dam loan",
    "Aid shock: $3bn gone, clinics shut",
    "Norway forest aid to Peru held up: 90m kroner held back",
]


@pytest.mark.parametrize("row", GOT + OWNED)
def test_who_gives_and_gets(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_given(text: str) -> None:
    assert not [c for c in kept(Line(text=text, wants=())) if c.stage != "called_for"]


@pytest.mark.parametrize(
    "text",
    ["Pressure grows on Norway to add €50m for Chad", "Pressure on Norway to give Chad €5m"],
)
def test_pressure_promises_nothing(text: str) -> None:
    assert {c.stage for c in kept(Line(text=text, wants=()))} <= {"called_for"}


def test_a_denial_of_what_another_would_send() -> None:
    (claim,) = kept(Line(text="Merz denies Germany will send Tomahawks to Moldova", wants=()))
    assert (ids(claim.donors), claim.firmness) == ("DEU", "denied")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("£5m in aid from London for Chad", ["GBR", "TCD"]),
        ("The thief took £5m from London banks", []),
        ("Laos food crisis deepens", ["LAO"]),
        ("Thai food is good", []),
    ],
)
def test_seats_and_states_beside_sums(text: str, named: list[str]) -> None:
    assert [mention.actor.id for mention in find_actors(text)] == named


def test_a_count_whose_noun_stands_in_the_next_line_has_no_frame() -> None:
    text = "15.20 Norway's 9th package\nNorway's latest package for Mali, its 9th, is worth €3m."
    assert [ids(claim.donors) for claim in kept(Line(text=text, wants=()))] == ["NOR"]
