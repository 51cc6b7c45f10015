"""People who are or were trained, by a count, and counts of people who were not."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

UK, CAN, US = "UK Ministry of Defence", "Global Affairs Canada", "White House"

TRAINED = [
    line("Canada has trained more than 8,000 members of the security forces of Ukraine.",
         Want(donors="CAN", recipients="UKR", instrument="training")),
    line("Since 2016, the Canadian Armed Forces have trained 900 members of the army of Lebanon.",
         Want(donors="CAN", recipients="LBN"), publisher=CAN),
    line("Japan trained 450 women from Kenya in fisheries.",
         Want(donors="JPN", recipients="KEN", items="450 women")),
    line("Norway will train 120 investigators from Moldova and Armenia.",
         Want(donors="NOR", recipients="MDA+ARM", stage="pledged")),
    line("90 inspectors from Ghana and Togo were trained in food safety.",
         Want(donors="USA", recipients="GHA+TGO"), publisher=US),
    line("The agency NIH has trained over 3,000 researchers in more than 40 countries.",
         Want(donors="USA", items="3000 researchers")),
    line("Spain has trained 2,000 health workers in West Africa.",
         Want(donors="ESP")),
    line("Germany will train 70 rangers from Namibia.",
         Want(donors="DEU", recipients="NAM", items="70 rangers")),
    line("The United States trained 30 midwives from Haiti last year.",
         Want(donors="USA", recipients="HTI")),
    line("Sweden has trained 640 members of Moldova's police.",
         Want(donors="SWE", recipients="MDA")),
    line("Over 200 civilians from Iraq were trained by Italy in demining.",
         Want(donors="ITA", recipients="IRQ", stage="delivered")),
    line("Australia plans to train 55 prosecutors and 80 community leaders from Fiji.",
         Want(donors="AUS", recipients="FJI")),
    line("More than 500 soldiers from Mali were trained in Norway.",
         Want(donors="NOR", recipients="MLI", items="500 soldiers")),
    line("The Army has trained 310 police officers from Georgia.",
         Want(donors="GBR", recipients="GEO"), publisher=UK),
    line("Norway trained 120 pilots of the Polish air force.",
         Want(donors="NOR", recipients="POL")),
    line("Our experts trained 310 volunteers from Georgia in first aid.",
         Want(donors="GBR", recipients="GEO"), publisher=UK),
]  # fmt: skip

NOT_TRAINED = [
    line("More than 9,000 soldiers have been trained at Aldershot since 1950.", publisher=UK),
    line("Canada has trained 900 members of its own police."),
    line("The university has trained 3,000 researchers."),
    line("Japan hopes to train 450 women from Kenya."),
    line("Norway has not trained 120 investigators from Moldova."),
    line("Moldova trained 120 of its own investigators."),
    line("Kenya had 450 women in training at home."),
    line("The gang trained 40 members in Mexico."),
    line("Spain trained with 2,000 soldiers in Seville.",
         not_yet="who trains with soldiers is read as who trains them"),
    line("He trained for 12 years in Germany with members of the national team."),
    line("The train carried 900 members of the party to Berlin."),
    line("Germany lost 70 rangers in the fire."),
]  # fmt: skip


@pytest.mark.parametrize("row", TRAINED)
def test_who_trains_people_of_others_gives(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_TRAINED)
def test_own_people_hopes_and_other_counts_are_no_gift(row: Line) -> None:
    check_never(row)
