"""Goods without a count that a leader announces as "I", and what else a leader announces."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

US = "White House"

GIVEN = [
    line("Today, I am announcing a new security assistance package for Moldova.",
         Want(donors="USA", recipients="MDA", stage="pledged"), publisher=US),
    line("Two days ago, I announced a generous donation of medical equipment to Armenia.",
         Want(donors="USA", recipients="ARM"), publisher=US),
    line("I’m proud to announce a new security systems package for Ukraine.",
         Want(donors="USA", recipients="UKR", items="security systems package"), publisher=US),
    line("I will announce another delivery of critical equipment, including ammunition, to "
         "help protect the Polish people.", Want(donors="USA", recipients="POL"), publisher=US),
    line("I have authorized another shipment of ammunition to Ukraine.",
         Want(donors="USA", recipients="UKR"), publisher=US),
    line("This morning, I approved a package of military aid for the Jordanian army.",
         Want(donors="USA", recipients="JOR"), publisher=US),
    line("I am announcing a package of security assistance that will provide radars "
         "to Ukraine.",
         Want(donors="USA", recipients="UKR", items="package of security assistance; radars"),
         publisher=US),
    line("Last year, I committed to work with our Congress and provide $11 billion annually to "
         "help poor countries adapt.", Want(donors="USA", sum="11bn USD"), publisher=US),
]  # fmt: skip

NOT_GIVEN = [
    line("I announced new sanctions on Russian weapons makers.", publisher=US),
    line("I announced an export ban on drones for Iran.", publisher=US),
    line("I am announcing new tariffs on steel from Canada.", publisher=US),
    line("I have authorized strikes on missiles in Yemen.", publisher=US),
    line("I announced my trip to Ukraine.", publisher=US),
    line("I never announced a donation of equipment to Armenia.", publisher=US),
    line("I saw a donation of medical equipment to Armenia.", publisher=US),
    line("I announced a new security assistance package for Moldova.", publisher="The Star"),
    line("I committed to give $11 million to our schools.", publisher=US),
    line("The bill invests in arms that the United States can send Ukraine.", publisher=US),
    line("Procurement of 80 U.S. aircraft by Thailand, totaling $18.8 billion.", publisher=US),
    line("We can do all that without having to deploy American troops to Ukraine.", publisher=US),
    line("Poland helps without sending tanks to Ukraine.", publisher=US),
    line("The leaders committed to prioritize efforts to repair Ukraine’s power lines.",
         publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", GIVEN)
def test_a_leader_gives_for_the_state(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_GIVEN)
def test_other_announcements_give_nothing(row: Line) -> None:
    check_never(row)


BESIDE = [
    line("We provided $55 million in assistance and donated 2.2 million doses of COVID vaccines "
         "to Ukraine.", Want(sum="55m USD", items=""), Want(items="2200000 COVID vaccines"),
         publisher=US),
    line("The United States has signed agreements with the Governments of Gambia, Lesotho, and "
         "Malawi totaling $675 million.", Want(donors="USA", sum="675m USD"), publisher=US,
         title="Partnership with Africa"),
]  # fmt: skip


@pytest.mark.parametrize("row", BESIDE)
def test_each_act_has_its_own_sides(row: Line) -> None:
    check_says(row)
