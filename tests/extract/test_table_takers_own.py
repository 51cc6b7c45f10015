"""What is spent on one's own account, paid by whom a page is about giving to, or sold, is no gift.

All sentences are our own, in the story of story_lines.py on giving to Moldova.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, said
from story_lines import check_in_story, in_story, told_there

NO_GIFTS = [
    # what the one that gets pays or spends itself
    "Moldova spends roughly €170m a day on pensions.",
    "Moldova paid €250m for the radars.",
    "Chisinau has spent €9m on roads.",
    "Moldova would have to pay €60m.",
    "Moldova signed a contract for 40 buses.",
    "Chisinau is spending €3m on a bridge.",
    # what others spend on their own account
    "Norway is already spending €2.3bn on its own jets.",
    "Sweden spends €9bn a year on pensions.",
    "Japan spent €60m on an inquiry.",
    "The Danish army is spending €40m on tents.",
    # sales
    "The 36 howitzers that Paris agreed to supply are a sale.",
    "Poland's 14 buses, worth €9m, are a commercial sale.",
    "Finland sold 40 trucks for €2m.",
    "The wheat, at €210 a tonne, cost Austria €3m.",
    "Greece defaulted on €30bn in 2012.",
    "It runs the clinic on €9m a year from private gifts.",
    "It operates two small clinics on about €9m a year.",
    "Germany might sell Latvia a further 200 missiles, worth about €500m.",
]


@pytest.mark.parametrize("sentence", NO_GIFTS)
def test_no_gift(sentence: str) -> None:
    assert told_there(sentence) == [], [said(claim) for claim in told_there(sentence)]


GIFTS = [
    in_story("Norway will spend €9m on clinics.", Want(donors="NOR", sum="9m EUR")),
    in_story("Poland has so far spent €46m on aid to Moldova.", Want(donors="POL", sum="46m EUR")),
    in_story("Sweden spent €4m on helping Moldova.", Want(donors="SWE", sum="4m EUR")),
    in_story("Canada, which spent €2bn on Moldova's schools this year, came late.",
             Want(donors="CAN", sum="2bn EUR")),
    in_story("Moldova will get €9m from Spain.", Want(donors="ESP", sum="9m EUR")),
    in_story("Moldova was promised €9m by Spain.", Want(donors="ESP", sum="9m EUR")),
    in_story("Japan plans to spend €8m on wells.", Want(donors="JPN", sum="8m EUR")),
    in_story("Austria paid €3m.", Want(donors="AUT", sum="3m EUR")),
    in_story("€7m will be spent by Finland on schools.", Want(donors="FIN", sum="7m EUR")),
    in_story("Greece will buy 40 buses for Moldova.", Want(donors="GRC", items="40 buses")),
    in_story("Spain has pledged to buy 14 pumps.", Want(donors="ESP", items="14 pumps")),
]  # fmt: skip


@pytest.mark.parametrize("row", GIFTS)
def test_a_gift_still(row: Line) -> None:
    check_in_story(row)
