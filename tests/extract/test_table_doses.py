"""Doses that are told without what they are of, and pounds that are a weight.

All sentences are our own.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, line

OFFICE = "The White House"

LINES = [
    line("To date, the United States has delivered over 1.2 million doses to Ghana.",
         Want(donors="USA", recipients="GHA", items="1200000 doses", aid="humanitarian"),
         publisher=OFFICE),
    line("This includes a donation of 500,000 Pfizer doses to Rwanda.",
         Want(donors="USA", recipients="RWA", items="500000 Pfizer doses"), publisher=OFFICE),
    line("Japan sent Laos 40,000 doses.", Want(donors="JPN", recipients="LAO")),
    line("Spain will donate two million doses to Peru.",
         Want(donors="ESP", recipients="PER", items="2000000 doses")),
    line("Norway gave Chad 9,000 doses of vaccine.",
         Want(donors="NOR", recipients="TCD", items="9000 vaccine")),
    line("Oman sent 36,000 pounds of food assistance to Haiti.",
         Want(donors="OMN", recipients="HTI", sum=None, instrument="in_kind")),
    line("Peru flew 900 pounds of rice to Haiti.", Want(donors="PER", recipients="HTI")),
    line("Britain gave Haiti 36,000 pounds.", Want(donors="GBR", recipients="HTI", sum="36k GBP")),
    line("Britain gave Haiti 5 million pounds of food aid.",
         Want(donors="GBR", recipients="HTI", sum="5m GBP")),
    line("Britain gave Haiti £36,000 of food.", Want(donors="GBR", sum="36k GBP")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_doses_and_pounds(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", [
    "Ghana needs two million doses.",
    "A dose costs four dollars.",
    "Peru bought 900 doses for its own army.",
    "The nurse gave him two doses.",
    "He lost 20 pounds of weight.",
])  # fmt: skip
def test_nothing_is_given(text: str) -> None:
    check_says(Line(text=text, wants=()))
