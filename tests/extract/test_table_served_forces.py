"""Forces that get something, or whose pay it is, are not given. All sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, said

LINES = [
    line("Qatar will pay Lebanese soldiers $60m over six months.",
         Want(donors="QAT", recipients="LBN", sum="60m USD", items="")),
    line("Italy will transfer 30 Lince vehicles to the Lebanese troops in the south.",
         Want(donors="ITA", recipients="LBN", items="30 Lince vehicles")),
    line("Spain will send helmets to Ukrainian soldiers at the front.",
         Want(donors="ESP", recipients="UKR", items="helmets")),
    line("Italy will send 30 trucks to wounded soldiers.", Want(donors="ITA", items="30 trucks")),
    line("Japan pledged €4m for the training of soldiers in Mali.",
         Want(donors="JPN", recipients="MLI", sum="4m EUR", items="")),
    line("Germany will give €9m to families of soldiers in Armenia.",
         Want(donors="DEU", sum="9m EUR", items="")),
    line("France gave Chadian soldiers 40 tents.", Want(donors="FRA", items="40 tents")),
    line("Norway promised €3m for Moldovan soldiers' allowances.",
         Want(donors="NOR", sum="3m EUR", items="")),
    line("Canada will pay the salaries of 900 police officers in Haiti with C$12m.",
         Want(donors="CAN", sum="12m CAD", items="")),
    line("Poland will send 14 engines to the F-16s' base in Ukraine.", Want(donors="POL")),
    # who is sent is given, to whomever
    line("Sweden will send troops to Ukraine.",
         Want(donors="SWE", recipients="UKR", items="troops")),
    line("Germany will send soldiers to Lithuania.",
         Want(donors="DEU", recipients="LTU", items="soldiers")),
    line("Sweden will send 900 soldiers to Lithuanian bases.",
         Want(donors="SWE", items="900 soldiers")),
    line("France said no to troops in Ukraine.",
         Want(donors="FRA", firmness="denied", items="troops")),
    line("Britain is ready to deploy troops to Ukraine.", Want(donors="GBR", items="troops")),
    line("Kenya will give soldiers to the force in Haiti.", Want(donors="KEN", items="soldiers")),
    line("Poland has ruled out sending Polish troops to Ukraine.",
         Want(donors="POL", firmness="denied", items="troops")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_what_is_given(row: Line) -> None:
    check_says(row)


NO_FORCES = [
    "Meals that the World Food Programme hands out to families of soldiers are paid by Norway.",
    "The mission is short of money and soldiers' allowances have not been paid for 11 months.",
    "Norway will pay the wages of 900 police officers in Haiti.",
    "Canada will equip Lebanese soldiers with radios.",
    "Sweden gave its troops another chance.",
]


@pytest.mark.parametrize("text", NO_FORCES)
def test_no_forces_are_given(text: str) -> None:
    names = [item.name for claim in kept(Line(text=text, wants=())) for item in claim.items]
    assert not {"soldiers", "troops", "police officers"} & set(names), [
        said(c) for c in kept(Line(text=text, wants=()))
    ]
