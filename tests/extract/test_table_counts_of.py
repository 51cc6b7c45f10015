"""Counts told by reference: "all 13 of its MiG-29s", "730 of them", "…, Poland 14 of its own".

All sentences are our own and were written after the rules.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, kept, line

UKRAINE = " Ukraine asked for more. More help for Ukraine is on its way."

LINES = [
    line("Slovakia handed over all 13 of its MiG-29s to Ukraine two years ago.",
         Want(donors="SVK", recipients="UKR", items="13 MiG-29s", stage="delivered")),
    line("Slovakia handed over all 13 of its MiG-29s to Ukraine, Poland 14 of its own.",
         Want(donors="SVK", items="13 MiG-29s"), Want(donors="POL", items="14 MiG-29s")),
    line("Greece agreed to give Ukraine four of its S-300 launchers.",
         Want(donors="GRC", items="4 S-300 launchers", stage="committed")),
    line("Norway will send Moldova six of its ambulances.",
         Want(donors="NOR", items="6 ambulances")),
    line("Denmark donated 19 of its F-16s to Ukraine.", Want(donors="DNK", items="19 F-16s")),
    line("Finland pledged to hand over three of its own Leopard tanks to Ukraine.",
         Want(donors="FIN", items="3 Leopard tanks")),
    line("Chile sent Haiti two of their helicopters.", Want(donors="CHL", items="2 helicopters")),
    line("Germany is giving Ukraine five of its Patriot launchers.",
         Want(donors="DEU", items="5 Patriot launchers")),
    # a part of what the sentence before tells of
    line("Norway pledged 60 trucks to Moldova. It has delivered 40 of them.",
         Want(donors="NOR", items="60 trucks"),
         Want(donors="NOR", items="40 trucks", stage="delivered")),
    line("Chile promised Haiti 20 ambulances. It sent 12 of them last week.",
         Want(donors="CHL", items="12 ambulances", stage="delivered")),
    line("Kenya promised Haiti 1,000 police officers. It has deployed 730 of them.",
         Want(donors="KEN", items="730 police officers")),
    line("Norway announced 80 tents for Mali. Oslo handed over 50 of these on Monday.",
         Want(donors="NOR", items="50 tents")),
    # who stands right before a later count
    line("Guatemala sent 150 military police to Haiti, El Salvador 78 trucks.",
         Want(donors="GTM", items="150 military police"), Want(donors="SLV", items="78 trucks")),
    line("Kenya sent 20 trucks to Haiti, Benin 30 tents and Togo 12 generators.",
         Want(donors="KEN"), Want(donors="BEN", recipients="HTI", items="30 tents"),
         Want(donors="TGO", recipients="HTI", items="12 generators")),
    line("Spain delivered 40 pumps to Moldova and Portugal 25 generators.",
         Want(donors="ESP", items="40 pumps"), Want(donors="PRT", items="25 generators")),
    line("Norway donated 30 boats to Fiji, while Sweden 12 drones.",
         Want(donors="SWE", items="12 drones")),
    line("Japan sent 500 tents to Sudan, Qatar another 300 blankets.",
         Want(donors="JPN", items="500 tents"), Want(donors="QAT", items="300 blankets")),
    line("Norway sent 20 howitzers to Ukraine, Denmark 30 drones, Sweden 12 radars.",
         Want(donors="NOR"), Want(donors="DNK", items="30 drones"),
         Want(donors="SWE", items="12 radars")),
    line("Germany has sent Ukraine 18 Leopard tanks, Portugal three and Sweden ten." + UKRAINE,
         Want(donors="DEU", items="18 Leopard tanks"), Want(donors="PRT", items="3 Leopard tanks"),
         Want(donors="SWE", items="10 Leopard tanks")),
    line("Germany gave Ukraine 12 howitzers, Norway 8 radars." + UKRAINE,
         Want(donors="DEU"), Want(donors="NOR", recipients="UKR", items="8 radars")),
    line("Poland supplied 200 tanks to Ukraine, Czechia 40 more.",
         Want(donors="POL", items="200 tanks"), Want(donors="CZE", items="40 tanks")),
    line("Spain sent six launchers to Ukraine, Greece two.",
         Want(donors="ESP", items="6 launchers"), Want(donors="GRC", items="2 launchers")),
    # the one before the first count gets, and so does the next
    line("Kenya gave Haiti 20 trucks and Togo 12 generators.",
         Want(donors="KEN", recipients="HTI", items="20 trucks"),
         Want(donors="KEN", recipients="TGO", items="12 generators")),
    line("Norway sent Mali 30 tents, Chad 40 pumps.",
         Want(donors="NOR", recipients="MLI", items="30 tents"),
         Want(donors="NOR", recipients="TCD", items="40 pumps")),
    line("Norway gave Malawi 30 buses and Kenya 12 ambulances.",
         Want(donors="NOR", recipients="KEN", items="12 ambulances")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_counts_by_reference(row: Line) -> None:
    check_among(row)


NOTHING = [
    "Slovakia lost 13 of its MiG-29s over Ukraine.",
    "Two of its ministers will travel to Ukraine.",
    "Greece has sold 14 of its jets, Spain 20.",
    "Ukraine lost 14 tanks, Russia 20 of its own.",
    "Kenya has 1,000 police officers. It lost 730 of them in Haiti.",
    "Sweden keeps 14 of its jets at home and Norway 12.",
    "Chile beat Peru by 13 of its goals.",
    "Three of its tankers sailed from Russia.",
    "Russia seized 40 trucks in Ukraine. It burned 12 of them.",
    "Norway has 60 trucks. It needs 40 of them for its own army.",
    "Five of their soldiers died in Mali, Chad three.",
    "Russia launched 40 drones at Ukraine, Iran 20 of its own.",
    "Norway refused. Sweden could spare none of its tanks for Ukraine.",
    "Spain imported 40 buses from Norway and Portugal 12.",
    "Germany had 18 tanks at the show, Portugal three.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_counts_that_nobody_gives(text: str) -> None:
    found = [c for c in kept(Line(text=text, wants=())) if c.firmness != "denied"]
    assert found == []
