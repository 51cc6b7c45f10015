"""Teams and counted people who set out in a story about giving, and ships that come with goods.

All sentences are our own; the page is about Moldova (story_lines.py).
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story, told_there


def sent(sentence: str, donor: str, items: str, stage: str = "pledged") -> ParameterSet:
    """A line of the story by which one giver gives one thing."""
    return in_story(sentence, Want(donors=donor, recipients="MDA", items=items, stage=stage))


SENT = [
    # a team by its number
    sent("Spain is sending a 40-strong medical team.", "ESP", "40 medical team"),
    sent("Poland is flying in a 25-member rescue team on Sunday.", "POL", "25 rescue team"),
    sent("Greece dispatched a 16-person demining squad.", "GRC", "16 demining squad", "delivered"),
    sent("The Czech government will send a 60-strong engineering company.", "CZE",
         "60 engineering company"),
    sent("A 20-member Swedish medical team arrived on Monday.", "SWE", "20 Swedish medical team",
         "delivered"),
    sent("A Dutch surgical team of 18 landed in Chisinau on Tuesday.", "NLD", "18 team",
         "delivered"),
    sent("Denmark is sending a contingent of 300.", "DNK", "300 contingent"),
    sent("Ireland is to deploy a company of 120 to train recruits.", "IRL", "120 company"),
    # counted people who set out
    sent("A company of 90 Danish military police is on its way.", "DNK",
         "90 Danish military police"),
    sent("Thirty sappers of the Croatian army are packed and will leave tomorrow.", "HRV",
         "30 sappers"),
    sent("80 Portuguese marines are off to Balti to teach recruits.", "PRT",
         "80 Portuguese marines"),
    sent("Fifty Irish engineers are bound for Chisinau.", "IRL", "50 Irish engineers"),
    sent("Twelve Belgian doctors will travel to Balti next week.", "BEL", "12 Belgian doctors"),
    sent("Estonia, which has few of them, put forward a platoon of 30 deminers.", "EST",
         "30 deminers"),
    sent("Thirty British surgeons have volunteered to work in Balti.", "GBR",
         "30 British surgeons"),
    # counted behind their name
    sent("The Czechs will send pick-up trucks with winches, 150 of them.", "CZE", "150 trucks"),
    sent("Italy is giving stoves, 400 in total.", "ITA", "400 stoves"),
    sent("Trucks of the Saudi relief centre, 30 in all, reached Balti with flour.", "SAU",
         "30 Trucks", "delivered"),
    # who help there
    sent("Poland has a dozen doctors in Chisinau.", "POL", "12 doctors", "delivered"),
    sent("Spain has 70 trainers in Balti.", "ESP", "70 trainers", "delivered"),
    # without a count
    sent("Hungary's carpenters are coming.", "HUN", "carpenters"),
    sent("Slovenia's electricians are on their way.", "SVN", "electricians"),
    # goods without a count that are promised
    sent("The Swedes promised boats.", "SWE", "boats"),
    sent("Portugal offered generators, its minister said.", "PRT", "generators"),
    # goods that a ship, a plane or a convoy brings
    sent("Spain's third aid ship arrived in Giurgiulesti on Monday with 900 tonnes of flour.",
         "ESP", "900 flour", "delivered"),
    sent("A Greek aid convoy reached Chisinau with 14 tonnes of medicine.", "GRC", "14 medicine",
         "delivered"),
    sent("A relief flight from Italy landed in Balti with 600 tents.", "ITA", "600 tents",
         "delivered"),
    # what is weighed
    in_story("Ankara is weighing two frigates.",
             Want(donors="TUR", recipients="MDA", items="2 frigates", firmness="considered")),
    in_story("Lisbon mulls four helicopters.",
             Want(donors="PRT", recipients="MDA", items="4 helicopters", firmness="considered")),
    # two verbs, each with its own object
    sent("Jordan will keep its clinic in Balti open and staff it with 60 more doctors.", "JOR",
         "60 doctors"),
    # more of them
    in_story("Italy has 70 trainers at a camp in Balti and plans to send 30 more.",
             Want(donors="ITA", items="70 trainers"),
             Want(donors="ITA", items="30 trainers", firmness="intended")),
]  # fmt: skip


@pytest.mark.parametrize("row", SENT)
def test_they_are_given(row: Line) -> None:
    check_in_story(row)


NOT_SENT = [
    "Spain is sending its 23-strong football team to Chisinau.",
    "A 12-member Danish parliamentary group visited Chisinau.",
    "A 14-member gang from Spain was arrested.",
    "A 30-member delegation from Poland arrived in Chisinau.",
    "Some 3,000 Russian soldiers are on their way to the border.",
    "80 Portuguese marines are off to Mali.",
    "Sixty Spanish engineers will leave the company in May.",
    "Romania asked for a 40-member rescue team.",
    "Hungary will fly home its 40-member medical team.",
    "The 90 Danish police officers are ready to strike over pay.",
    "Twenty French engineers were killed on their way to Balti.",
    "Spain has 70 doctors in Madrid.",
    "The army has a brigade of 4,000 near Balti.",
    "Norway lost a battalion of 300.",
    "Denmark asked for a contingent of 300.",
    "Ankara is weighing two bids.",
    "Spain is weighing the purchase of two frigates.",
    "Spain formed a team of 11 for the cup.",
    "Hungary's voters are coming.",
    "Spain promised a fight.",
    "Poland promised its voters buses.",
    "Thirty Spanish doctors have volunteered for early retirement.",
    "Twelve Greek doctors travelled to a congress in Vienna.",
    "Ten Spanish firefighters were fined in Madrid.",
    "Spain lost trucks in the flood, 30 in all.",
    "The minister met soldiers, 30 of them.",
    "About 40 Danish police officers joined the strike.",
    "Italy seized 30 boats and moved 12 trucks.",
    "Moldova promised trucks to the farmers.",
    "An Irish freighter docked at Giurgiulesti with 2,000 tonnes of steel.",
    "A Turkish ship docked at Odesa with 40 tonnes of cocaine.",
]


@pytest.mark.parametrize("sentence", NOT_SENT)
def test_nobody_is_given(sentence: str) -> None:
    assert not told_there(sentence)
