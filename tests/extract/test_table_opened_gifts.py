"""Points whose introduction says who gives them to whom."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line

GIVEN = [
    line("Denmark will give Moldova:\n\n- €7m for buses\n- €1m for radios",
         Want(donors="DNK", recipients="MDA", sum="7m EUR"),
         Want(donors="DNK", recipients="MDA", sum="1m EUR")),
    line("Denmark announced the following support to Moldova:\n\n- €7m for buses\n- 40 radios",
         Want(donors="DNK", recipients="MDA", sum="7m EUR"), Want(items="40 radios")),
    line("Canada has given Ukraine:\n\n- 40 buses\n- 12 radars",
         Want(donors="CAN", recipients="UKR", items="40 buses", stage="delivered"),
         Want(donors="CAN", recipients="UKR", items="12 radars", stage="delivered")),
    line("Japan has decided to provide Haiti with the following:\n\n"
         "1. a grant of 300 million yen for schools\n2. 12 ambulances",
         Want(donors="JPN", recipients="HTI", sum="300m JPY", stage="committed"),
         Want(donors="JPN", recipients="HTI", items="12 ambulances")),
    line("Norway will give Peru:\n\n- 40 buses;\n- €2m for clinics; and\n- 300 tents.",
         Want(donors="NOR", recipients="PER", items="40 buses"),
         Want(donors="NOR", recipients="PER", sum="2m EUR"),
         Want(donors="NOR", recipients="PER", items="300 tents")),
    line("Sweden is sending Chad:\n\n* 20 tonnes of rice\n* 9 water pumps",
         Want(donors="SWE", recipients="TCD"), Want(donors="SWE", recipients="TCD")),
    line("Spain and Portugal will provide Mali with:\n\n- €9m for wells",
         Want(donors="ESP+PRT", recipients="MLI", sum="9m EUR")),
    line("Estonia has delivered to Moldova:\n\n- 14 trucks",
         Want(donors="EST", recipients="MDA", items="14 trucks", stage="delivered")),
]  # fmt: skip

#: Introductions by which nothing is given, or something else, or nobody gets it.
NOT_GIVEN = [
    "Denmark gave Moldova the following reasons:\n\n- €7m was missing\n- €1m was late",
    "Canada asked Ukraine to give back:\n\n- 40 buses\n- 12 radars",
    "Japan imposed on Haiti the following fines:\n\n- 300 million yen\n- 2 million yen",
    "Norway sold Peru:\n\n- 40 buses\n- 300 tents",
    "Sweden will not give Chad:\n\n- 20 tonnes of rice",
    "Spain announced sanctions against Mali:\n\n- €9m of assets frozen",
    "If Estonia gives Moldova:\n\n- 14 trucks",
    "Kenya received from Japan:\n\n- many letters\n- 300 visitors",
    "Togo exports to Benin:\n\n- €7m of cotton\n- €1m of rice",
]


@pytest.mark.parametrize("row", GIVEN)
def test_points_are_given(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_points_are_not_given(text: str) -> None:
    found = kept(Line(text=text, wants=()))
    assert [c for c in found if c.firmness != "denied" and c.stage != "withdrawn"] == []
