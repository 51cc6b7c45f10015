"""Who tells of a gift, who makes it, points of bare sums, what meetings end with; own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

TOLD = [
    line("The EU pledged Gaza 45 million euros, while Peru, which has played a growing role in "
         "recent years, said it was donating $20 million.",
         Want(donors="org:eu", sum="45m EUR"),
         Want(donors="PER", recipients="PSE", sum="20m USD")),
    line("Fiji will give Chad $3 million, as Oman said it would add $2 million.",
         Want(donors="FJI", sum="3m USD"), Want(donors="OMN", recipients="TCD", sum="2m USD")),
    line("Envoys pledged about $5.4 billion for Gaza in Doha, Fiji's foreign minister said.",
         Want(recipients="PSE", sum="5.4bn USD")),
    line("Fiji's minister said $90 million so far has been pledged for Chad.",
         Want(donors="", recipients="TCD", sum="90m USD")),
    line("A donor conference ended with pledges of $90 million for Chad.",
         Want(donors="", recipients="TCD", sum="90m USD")),
    line("Donors help Gaza. The total, which includes $12m from the US and $2m each from Kuwait "
         "and Oman, exceeded the $4m needed.",
         Want(donors="USA", sum="12m USD"), Want(donors="KWT", sum="2m USD"),
         Want(donors="OMN", sum="2m USD")),
]  # fmt: skip

IN_POINTS = [
    line("Money was pledged for Gaza.\n\nThe breakdown of donations is as follows:\n\n"
         "- Qatar $1 billion.\n- EU $568 million.\n- Oman $212 million.",
         Want(donors="QAT", sum="1bn USD"), Want(donors="org:eu", sum="568m USD"),
         Want(donors="OMN", sum="212m USD")),
    line("Here is what aid has been promised to Haiti:\n\n- $1 million each from India, Peru and "
         "Fiji.\n- $10 million from Oman and $4 million from the European Union.",
         Want(donors="IND", sum="1m USD"), Want(donors="PER", sum="1m USD"),
         Want(donors="FJI", sum="1m USD"), Want(donors="OMN", sum="10m USD"),
         Want(donors="org:eu", sum="4m USD")),
    line("The world is mobilising to help out Haiti after the earthquake.\n\n"
         "Canada has pledged $4.8 million.",
         Want(donors="CAN", recipients="HTI", sum="4.8m USD")),
    line("Oman gifted 20 vehicles to the Royal Solomon Islands Police Force.",
         Want(donors="OMN", recipients="SLB", items="20 vehicles")),
]  # fmt: skip

NOBODYS = [
    line("A donor conference ended with pledges of $90 million for Chad, far beyond the $40 "
         "million initially sought by its president.", Want(sum="40m USD")),
    line("The storm ended with losses of $90 million for Chad.", Want(sum="90m USD")),
    line("The exports of Chad were as follows:\n\n- Oman $1 billion.\n- Fiji $568 million.",
         Want(sum="1bn USD")),
    line("Envoys pledged about $5.4 billion for Gaza in Doha, Fiji's foreign minister said.",
         Want(donors="FJI")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*TOLD, *IN_POINTS])
def test_who_gives_is_told_apart(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOBODYS)
def test_nobody_gives_it(row: Line) -> None:
    check_never(row)


#: Two sides of a pact, dollars of the giver, names with words of loss.
SIDES = [
    line("Ten years, €1bn a year: Madrid signs security pact with Chisinau",
         Want(donors="ESP", recipients="MDA", sum="1bn EUR")),
    line("Spain signs security pact with Moldova: €1bn a year for ten years",
         Want(donors="ESP", recipients="MDA", sum="1bn EUR")),
    line("Canberra gives Fiji $16.9 million Australian for roads",
         Want(donors="AUS", recipients="FJI", sum="16.9m AUD")),
    line("Loss and damage fund gets $100m each from Germany and Japan",
         Want(donors="DEU", recipients="org:loss-and-damage-fund", sum="100m USD"),
         Want(donors="JPN", recipients="org:loss-and-damage-fund", sum="100m USD")),
    line("A UN Climate Summit raised $90 million for Chad.",
         Want(donors="", recipients="TCD", sum="90m USD")),
]  # fmt: skip


@pytest.mark.parametrize("row", SIDES)
def test_sides_of_a_pact_and_names(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize(
    "row",
    [
        line("Canberra gives Fiji $16.9 million Australian ships cost", Want(sum="16.9m AUD")),
        line("Fiji put its loss at $100m, Germany said.", Want(sum="100m USD")),
        line(
            "Oman gave Chad $2 million. The World Bank puts the losses that Chad had from the "
            "floods of last year at $400 million.",
            Want(sum="400m USD"),
        ),
    ],
)
def test_no_other_side_and_no_name(row: Line) -> None:
    check_never(row)
