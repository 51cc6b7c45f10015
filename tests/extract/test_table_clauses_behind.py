"""Clauses right behind a sum that tell who gave it, and people whom "we" take in; all our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

US = "U.S. Department of State"

BEHIND = [
    line("We welcome the $5 million grant Norway announced for Moldova.",
         Want(donors="NOR", recipients="MDA", sum="5m USD"), publisher=US),
    line("I applaud the recent $4 billion commitment the EU made to support Ukraine.",
         Want(donors="org:eu", recipients="UKR", sum="4bn USD"), publisher=US),
    line("Ministers praised the €9 million in aid that Denmark has pledged for Chad.",
         Want(donors="DNK", recipients="TCD", sum="9m EUR"), publisher=US),
    line("The G7 will help Ukraine with its budget, including a $7 billion commitment from Japan.",
         Want(donors="JPN", recipients="UKR", sum="7bn USD"), publisher=US),
]  # fmt: skip

#: Who stands behind a sum there gets it, or has something else for an object.
OTHERS = [
    line("Norway announced a $5 million grant to Moldova, which Denmark supported.",
         Want(donors="NOR", recipients="MDA", sum="5m USD")),
    line("Norway gave a €5 million loan Moldova needed for roads.",
         Want(donors="NOR", sum="5m EUR")),
    line("Moldova received €5 million in aid from Norway.",
         Want(donors="NOR", recipients="MDA", sum="5m EUR")),
]  # fmt: skip

TAKEN_IN = [
    line("We will resettle 10,000 refugees from Syria.",
         Want(donors="USA", items="10000 refugees"), publisher=US),
    line("Canada will resettle 10,000 refugees from Syria.",
         Want(donors="CAN", items="10000 refugees")),
]  # fmt: skip

#: An agency for aid abroad whose name an aside parts from its verb.
ASIDES = [
    line("Since 2022, USAID, through the Elections Fund, has provided $48 million for support in "
         "28 countries.", Want(donors="USA", sum="48m USD"), publisher=US),
]  # fmt: skip


#: How something is not done.
NOT_SO = [
    line("Norway will help Chad, not by sending soldiers to fight but by paying teachers."),
    line("Denmark wants to help Ukraine not by sending troops but in other ways."),
]


@pytest.mark.parametrize("row", NOT_SO)
def test_nothing_is_sent(row: Line) -> None:
    check_never(row)


@pytest.mark.parametrize("row", BEHIND + OTHERS + TAKEN_IN + ASIDES)
def test_who_gives(row: Line) -> None:
    check_says(row)
