"""What a newspaper tells in its sentences to be refused is denied, and nothing else is.

All sentences are our own. Who refuses and what is asked for on every line; the page is about
Moldova, so that a line that names nobody who would get it means Moldova.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story, told_there


def refused(sentence: str, donor: str, items: str, not_yet: str | None = None) -> ParameterSet:
    """A line of the story by which one giver refuses one thing."""
    return in_story(sentence, Want(donors=donor, firmness="denied", items=items), not_yet=not_yet)


REFUSED = [
    # a verb of giving behind words of refusing
    refused("Spain will not part with its Patriot launchers.", "ESP", "Patriot launchers"),
    refused("Berlin won't send tanks, a spokesman said.", "DEU", "tanks"),
    refused("The Greek government has refused to hand over its jets.", "GRC", "jets"),
    refused("Austria is not planning to send soldiers.", "AUT", "soldiers"),
    refused("Hungary would never supply ammunition, its minister said.", "HUN", "ammunition"),
    refused("Malta has no plans to send troops, its foreign minister said.", "MLT", "troops"),
    refused("Ireland declined to lend its helicopters.", "IRL", "helicopters"),
    refused("Italy again ruled out sending howitzers.", "ITA", "howitzers"),
    # a noun of giving
    refused("The Greek prime minister ruled out the transfer of S-300 systems.", "GRC",
            "S-300 systems"),
    refused("Switzerland rejected the re-export of 9,000 shells.", "CHE", "9000 shells"),
    refused("Poland opposes the deployment of peacekeepers.", "POL", "peacekeepers"),
    # what is refused follows by itself
    refused("Berlin said no to cruise missiles.", "DEU", "cruise missiles"),
    refused("Bulgaria has turned down a request for its old MiG-29 jets.", "BGR", "MiG-29 jets"),
    refused("Tashkent, on the other hand, turned down Chisinau's request for helicopters.", "UZB",
            "helicopters"),
    refused("Lisbon rejected the idea of tanks.", "PRT", "tanks"),
    refused("Athens would not let go of its reserve transformer.", "GRC", "transformer"),
    refused('"There will be no howitzers from Spain," its minister said.', "ESP", "howitzers"),
    refused("There will be no Danish soldiers in Moldova.", "DNK", "soldiers"),
    # none of it goes
    refused('"Not one soldier goes there," the Croatian minister said.', "HRV", "soldier"),
    refused('Asked about troops, the Polish premier said: "No soldier will stand there."', "POL",
            "soldier"),
    # the words stand behind
    refused("French jets were off the table, a diplomat said.", "FRA", "jets"),
    refused("American helicopters would not be made available.", "USA", "helicopters"),
    refused("Estonia said its tanks would not be sent.", "EST", "tanks"),
    refused("Romania's air-defence systems are staying at home, its president said.", "ROU",
            "air-defence systems"),
    refused("Belgium was not sending tanks, its minister said.", "BEL", "tanks"),
    refused("Denmark brushed aside the idea of tanks.", "DNK", "tanks"),
    refused("Nor will Dutch soldiers be sent.", "NLD", "soldiers"),
    # neither of two
    in_story("Hungary said it would provide neither weapons nor soldiers.",
         Want(donors="HUN", firmness="denied")),
    # what is given beside it stays
    in_story("The Irish government will not supply tanks but is donating 22 vehicles.",
         Want(donors="IRL", firmness="denied", items="tanks"),
         Want(donors="IRL", firmness="firm", items="22 vehicles")),
]  # fmt: skip


@pytest.mark.parametrize("row", REFUSED)
def test_it_is_told_as_refused(row: Line) -> None:
    check_in_story(row)


#: Words of refusing by which no goods are refused.
NOT_REFUSED = [
    "Spain did not say whether it would send tanks.",
    "Berlin would not rule out sending tanks.",
    "Italy will not stop sending howitzers.",
    "Norway will not hesitate to supply jets.",
    "Greece refused to comment on its jets.",
    "Denmark has made no decision on tanks.",
    "Sweden denied a report that its tanks were old.",
    "No soldiers were hurt in the Danish barracks.",
    "The Finnish minister turned down an invitation.",
    "Portugal's tanks are not new.",
    "Poland said no to a pay rise for teachers.",
    "There will be no elections in Croatia this year.",
    "Austria rejected criticism of its soldiers.",
    "Malta's minister did not attend.",
    "Ireland won the match against Italy, no question.",
]


@pytest.mark.parametrize("sentence", NOT_REFUSED)
def test_nothing_is_refused(sentence: str) -> None:
    assert not [claim for claim in told_there(sentence) if claim.firmness == "denied"]
