"""People who serve and things that are ready in a story about giving; all our own.

The page is about Moldova (story_lines.py), so that a line that names nobody who gets means Moldova.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, kept
from story_lines import check_in_story, in_story, told_there

PEOPLE = [
    in_story("Kenya will leave 400 officers in place through the summer.",
             Want(donors="KEN", recipients="MDA", items="400 officers")),
    in_story("Spain would leave 650 troops in the south.",
             Want(donors="ESP", items="650 troops", firmness="intended")),
    in_story("Nairobi has put 730 police officers on the ground since the mission began.",
             Want(donors="KEN", items="730 police officers")),
    in_story("Two Indian teams with 94 personnel have been working in Balti since Wednesday.",
             Want(donors="IND", items="94 personnel", stage="delivered")),
    in_story("Sixty-two British firefighters and four sniffer dogs touched down in Chisinau.",
             Want(donors="GBR", stage="delivered")),
    in_story("120 French trainers were already at work.",
             Want(donors="FRA", items="120 French trainers", stage="delivered")),
]  # fmt: skip

THERE = [
    in_story("Cuba has 42 doctors on the ground in Chisinau.",
             Want(donors="CUB", items="42 doctors", stage="delivered")),
    in_story("Russia has two field hospitals running near Balti.",
             Want(donors="RUS", items="2 field hospitals", stage="delivered")),
    in_story("Prague has fifteen container generators ready.",
             Want(donors="CZE", items="15 container generators", stage="pledged")),
    in_story("Colombia has 18 armored trucks it no longer needs.",
             Want(donors="COL", items="18 armored trucks", stage="pledged")),
]  # fmt: skip

#: Words of a bill or of reserves beside goods that are given.
BESIDE = [
    in_story("Iceland is to foot the bill for a mobile field hospital.",
             Want(donors="ISL", items="1 mobile field hospital")),
    in_story("Some 4,000 tonnes of heating oil have crossed the Prut, all of it from Romanian "
             "strategic reserves.", Want(donors="ROU", stage="delivered")),
]  # fmt: skip


#: What is only weighed, and counts that take up what was told before.
WEIGHED = [
    in_story("London was weighing a contribution of up to 5,000 soldiers, a British official said.",
             Want(donors="GBR", items="5000 soldiers", firmness="considered")),
    in_story("Canada is considering an offer of 12 helicopters.",
             Want(donors="CAN", items="12 helicopters", firmness="considered")),
    in_story("Denmark has sent six radars, and four more are now on their way, its minister said.",
             Want(donors="DNK", items="6 radars", stage="delivered"),
             Want(donors="DNK", items="4 radars", stage="pledged")),
    in_story("Denmark gave 500 missiles this year. Another 500 will follow in spring, it said.",
             Want(donors="DNK", items="500 missiles", stage="delivered"),
             Want(donors="DNK", items="500 missiles", stage="pledged")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*PEOPLE, *THERE, *BESIDE, *WEIGHED])
def test_they_are_given(row: Line) -> None:
    check_in_story(row)


#: What one has at home, who only is somewhere, and what befalls people.
NOT_GIVEN = [
    "Poland has 300 tanks in its army.",
    "Greece keeps 40 officers at its border.",
    "Some 1,500 Russian soldiers remain in the east of the country.",
    "Three Dutch soldiers were killed near Balti.",
    "Some 3,000 policemen guarded the meeting in Oslo.",
    "Spain's 650 troops came under fire.",
    "Latvia put 30 soldiers in jail.",
    "Ireland had 20 officers working on the case.",
    "400 Moldovan officers joined the parade.",
    "About 500 Danish staff joined the strike.",
    "The UN believes 210,000 need shelter and puts the bill at $95m.",
    "Nilufar, a teacher, was sleeping with her three children in a school bus.",
    "Norway has no ambulances ready.",
    "Poland is studying the loss of 40 trucks.",
    "Ten of the soldiers were killed.",
    "The town lost 40 ambulances in the floods.",
]


@pytest.mark.parametrize("sentence", NOT_GIVEN)
def test_they_are_not_given(sentence: str) -> None:
    given = [claim for claim in told_there(sentence) if claim.items and claim.firmness != "denied"]
    assert not given


#: A sentence that opens the story, before anybody is told to give.
LEAD = "Help for Fiji\n\nSome 300 tents had piled up in Suva by Friday.\n\n"


def _givers(rest: str) -> list[list[str | None]]:
    claims = kept(Line(text=LEAD + rest, wants=()))
    return [[actor.id for actor in c.donors] for c in claims if c.sentence.start < len(LEAD)]


def test_what_nobody_is_told_to_give_is_the_storys_only_givers() -> None:
    one = "Canada pledged Fiji $5m on Monday. Canada will send Fiji 12 ambulances and 40 boats."
    assert _givers(one) == [["CAN"]]


def test_where_several_give_nobody_is_taken_for_the_giver() -> None:
    several = "Canada pledged Fiji $5m on Monday. Japan will send Fiji 12 ambulances."
    assert _givers(several) == []
