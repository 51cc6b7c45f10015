"""Points of a list that say who gives which things; all texts are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

INTRO = "Help for Moldova\n\nAt the meeting in Oslo allies announced for Moldova:\n\n"

LISTED = [
    line(INTRO + "- France: SCALP missiles\n- Norway: 1,000 Black Hornet drones",
         Want(donors="FRA", recipients="MDA", stage="pledged"),
         Want(donors="NOR", recipients="MDA", stage="pledged")),
    line(INTRO + "- Germany: €700 million package with 40 Marder vehicles\n- Norway: 12 ambulances",
         Want(donors="DEU", sum="700m EUR"), Want(donors="NOR", recipients="MDA")),
    line(INTRO + "* **Italy** – 30 generators and tents\n* **Spain** – 14 trucks",
         Want(donors="ITA"), Want(donors="ESP")),
    line("Members of the group have so far delivered to Yemen:\n\n- the Netherlands: 6 field "
         "hospitals\n- Oman: 40 tonnes of medicines",
         Want(donors="NLD", recipients="YEM"), Want(donors="OMN", recipients="YEM")),
]  # fmt: skip

NOT_LISTED = [
    line("The army said that it had destroyed:\n\n- Russia: 12 tanks\n- Belarus: 4 trucks"),
    line("Kyiv asked its allies to send:\n\n- Germany: 12 tanks\n- France: 4 radars"),
    line("Germany will not send:\n\n- Ukraine: Taurus missiles"),
    line("Exports of the year:\n\n- Germany: 12 tanks\n- France: 4 radars"),
    line("Medals won by teams that gave their best:\n\n- Norway: 12\n- Sweden: 4"),
    line("The fleets that took part were:\n\n- Norway: 12 ships\n- Sweden: 4 ships"),
    line("Allies announced:\n\nNorway: a country in the north. It has 12 ships."),
    line(INTRO + "- Norway: its minister lost 12 ambulances"),
]  # fmt: skip


@pytest.mark.parametrize("row", LISTED)
def test_each_point_has_its_giver(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_LISTED)
def test_other_lists_give_nothing(row: Line) -> None:
    check_never(row)
