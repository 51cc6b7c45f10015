"""Facilities that somebody opens or runs for others; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

OPENED = [
    line("Germany will open a repair hub for Moldovan buses in Iasi.",
         Want(donors="DEU", recipients="MDA", stage="pledged", instrument="in_kind",
              items="repair hub")),
    line("Japan is setting up a training centre for Kenyan mechanics.",
         Want(donors="JPN", recipients="KEN", stage="pledged")),
    line("Norway plans to build a school for Syrian children in the valley.",
         Want(donors="NOR", recipients="SYR", firmness="intended")),
    line("Jordan will run a field hospital in Gaza.",
         Want(donors="JOR", recipients="PSE", items="field hospital")),
    line("Sweden has agreed to establish a rehabilitation centre for wounded Ukrainians.",
         Want(donors="SWE", recipients="UKR", stage="committed")),
    line("The Czech government is opening two clinics in Chad.",
         Want(donors="CZE", recipients="TCD")),
    line("Italy will host a training camp for Libyan coastguards.",
         Want(donors="ITA", recipients="LBY")),
    line("Canada said it would set up a workshop to train Haitian welders.",
         Want(donors="CAN", recipients="HTI")),
    line("The EU is establishing a logistics hub for Armenia's ambulances.",
         Want(donors="org:eu", recipients="ARM")),
    line("Spain promised to build a maternity ward in Niger.",
         Want(donors="ESP", recipients="NER")),
    line("Estonia and Latvia will open a shelter for Ukrainian orphans.",
         Want(donors="EST+LVA", recipients="UKR")),
    line("Turkey intends to install a laboratory to help Somalia test its water.",
         Want(donors="TUR", recipients="SOM", firmness="intended")),
    line("Austria pledged to rebuild a school in Lebanon.",
         Want(donors="AUT", recipients="LBN")),
    line("Denmark will create a depot of spare parts for the Moldovan rail company.",
         Want(donors="DNK", recipients="MDA")),
    line("Portugal announced that it will set up a hotline for Timorese students.",
         Want(donors="PRT", recipients="TLS")),
    line("The Dutch government will launch a demining academy for Iraq.",
         Want(donors="NLD", recipients="IRQ")),
]  # fmt: skip

NOTHING = [
    line("China will open a naval base in Djibouti."),
    line("France will open an embassy in Guyana."),
    line("Germany will open a repair hub for its own buses in Iasi."),
    line("Turkey is building a school in Ankara."),
    line("Toyota will build a showroom for Kenyan customers."),
    line("Norway will not open a repair hub for Moldovan buses."),
    line("If Norway opens a school for Syrian children, others will follow."),
    line("Germany opened a clinic in Chad in 1998."),
    line("The hospital in Gaza that Jordan runs was full."),
    line("Russia is building a camp for deported Ukrainians."),
    line("Kenya wants Japan to build a school."),
    line("Japan closed a training centre for Kenyan mechanics."),
    line("Sweden opened the door for talks with Armenia at a school."),
    line("Israel will build a holding centre for Sudanese migrants."),
    line("Australia runs a detention centre for Sri Lankan migrants."),
    line("The United States set up a hotline for complaints about China."),
]  # fmt: skip


@pytest.mark.parametrize("row", OPENED)
def test_a_facility_for_others_is_a_gift(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_a_facility_for_oneself_or_against_others_is_none(row: Line) -> None:
    check_never(row)
