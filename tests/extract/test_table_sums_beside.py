"""Sums beside a gift that nobody gives, and who speaks for an office; all are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

NORWAY = "Ministry of Foreign Affairs of Norway"
US = "U.S. Department of State"

BESIDE = [
    line("Norway will put €4 million in a new €20 million climate fund for Honduras.",
         Want(donors="NOR", recipients="HND", sum="4m EUR")),
    line("Norway gives €6 million to a partnership to mobilize at least €200 million for forests "
         "in Colombia.", Want(donors="NOR", recipients="COL", sum="6m EUR")),
    line("Norway gave Chad €3 million towards the €200 million goal.",
         Want(donors="NOR", recipients="TCD", sum="3m EUR")),
    line("Norway gave Chad €3 million, which will help unlock more than €50 million.",
         Want(donors="NOR", recipients="TCD", sum="3m EUR")),
    line("Norway will give Chad €8 million. Of that €8 million, €5 million will go to schools.",
         Want(donors="NOR", recipients="TCD", sum="8m EUR"),
         Want(donors="NOR", sum="5m EUR")),
]  # fmt: skip

#: What is unlocked, or put into a fund, is a gift where nothing is to follow from it.
GIVEN = [
    line("Norway unlocks €12m for Chad", Want(donors="NOR", recipients="TCD", sum="12m EUR")),
    line("Norway gave €5 million to a trust fund for Chad.",
         Want(donors="NOR", recipients="TCD", sum="5m EUR")),
    line("Norway has granted Chad €50 million. Of this, 28 million is for gas.",
         Want(sum="50m EUR"), Want(donors="NOR", sum="28m EUR")),
]  # fmt: skip

NOTHING = [
    line("More than 300 million people need aid; hundreds of millions are hungry.", publisher=US),
    line("The firm has attracted $9 million for works in Ghana.", publisher=US),
    line("Norway will buy $8 billion of U.S. energy and crops.", publisher=US),
    line("Norway will make large purchases of U.S. gas, worth $7 billion a year.", publisher=US),
]  # fmt: skip

#: Who gives: the one right behind a gift's noun, whoever speaks with partners, an own official.
GIVERS = [
    line("The ministers pledged to work together, and they act on hunger, including through a "
         "$25 million contribution by Norway to the Pandemic Fund.",
         Want(donors="NOR", recipients="org:pandemic-fund", sum="25m USD")),
    line("We and our partners - Iceland and Denmark - made a commitment of €8 million to help "
         "Chad.",
         Want(donors="NOR+ISL+DNK", recipients="TCD", sum="8m EUR"), publisher=NORWAY),
    line("Deputy Secretary Halverson announced another $53 million in humanitarian aid for Chad.",
         Want(donors="USA", recipients="TCD", sum="53m USD"), publisher=US),
    line("Denmark and Iceland promised Chad €9 million. The Icelandic portion of that was €4 "
         "million.",
         Want(donors="DNK+ISL", recipients="TCD", sum="9m EUR"),
         Want(donors="ISL", recipients="TCD", sum="4m EUR")),
    line("The Swedish International Development Cooperation Agency (Sida) and "
         "Denmark will give Chad €5 million each for roads.",
         Want(donors="SWE", recipients="TCD", sum="5m EUR"),
         Want(donors="DNK", recipients="TCD", sum="5m EUR")),
]  # fmt: skip

#: An official of another state, or on a page about a meeting, speaks for nobody named here.
OTHERS = [
    line("Deputy Secretary Halverson announced another $53 million in humanitarian aid for Chad.",
         Want(donors="", recipients="TCD", sum="53m USD"),
         publisher=US, title="Readout of the Secretary's meeting with the ministers of the "
                             "Sahel"),
    line("President Halverson announced another $53 million in humanitarian aid for Chad.",
         Want(donors="", recipients="TCD", sum="53m USD"), publisher=US),
]  # fmt: skip

#: Equal sums of points that tell gifts of their own, and one told again in a point.
POINTS = [
    line("- Wells: Norway will provide $1 million to drill wells in Chad.\n\n<!-- -->\n\n"
         "- Press: Norway plans to provide $1 million for projects that train reporters in "
         "Chad.\n",
         Want(donors="NOR", recipients="TCD", sum="1m USD"),
         Want(donors="NOR", recipients="TCD", sum="1m USD"), publisher=NORWAY),
    line("- Rivers: Norway is giving Chad $500,000 in equipment for river guards.\n\n"
         "- Youth: Norway is giving Chad $500,000 to the Young Scholars, who learn to code.\n",
         Want(donors="NOR", recipients="TCD", sum="500k USD"),
         Want(donors="NOR", recipients="TCD", sum="500k USD"), publisher=NORWAY),
    line("Norway will give Chad $1 million for wells.\n\n"
         "- Wells: Norway will provide the $1 million to drill wells in Chad.\n",
         Want(donors="NOR", recipients="TCD", sum="1m USD"), publisher=NORWAY),
]  # fmt: skip


@pytest.mark.parametrize("row", BESIDE + GIVEN + GIVERS + OTHERS + POINTS)
def test_what_is_given(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_nothing_is_given(row: Line) -> None:
    check_never(row)
