"""Refusals that answer a question or a request, of people, and in more forms; all our own.

The page is about Moldova (story_lines.py), so that a line that names nobody who would get a thing
means Moldova.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story, told_there


def refused(sentence: str, donor: str, items: str) -> ParameterSet:
    """A line of the story by which one giver refuses one thing."""
    return in_story(sentence, Want(donors=donor, firmness="denied", items=items))


ANSWERS = [
    refused('Asked whether Norway would send jets, its premier said: "No."', "NOR", "jets"),
    refused("Asked if Danish tanks could be next, Defence Minister Helle Brandt of Denmark shook "
            "her head.", "DNK", "tanks"),
    refused("Asked whether Bulgaria would part with any of its minehunters, the country's delegate "
            'was brief. "We have three and we need three," he said. "So the answer is no."', "BGR",
            "minehunters"),
    refused('"If somebody asks whether Romanian soldiers will be stationed in Moldova, the answer '
            'is no," the Romanian premier added.', "ROU", "soldiers"),
    refused("Asked by the paper whether attack helicopters would be part of the deployment, an "
            "Indian official said the answer was in the negative.", "IND", "helicopters"),
    refused("Asked if Spain would send tanks, its minister said Madrid had no plans to.", "ESP",
            "tanks"),
    refused("Belgium's answer on the jets was a polite no.", "BEL", "jets"),
]  # fmt: skip

PEOPLE = [
    refused("Kenya will not send any more officers to Moldova.", "KEN", "officers"),
    refused("A British official said London would not send crews to man the batteries.", "GBR",
            "crews"),
    refused("No British crews would man the launchers, London said.", "GBR", "crews"),
    refused('"We are not sending combat troops," the Danish defence minister said. "Not one."',
            "DNK", "troops"),
    refused("There is no question of Italian troops going there, Rome said.", "ITA", "troops"),
    refused("Turkey made it clear that its soldiers would stay out of Moldova.", "TUR", "soldiers"),
    refused("Poland will under no circumstances send troops, its premier said.", "POL", "troops"),
    refused('"No boots," the Finnish ambassador said.', "FIN", "boots"),
]  # fmt: skip

MORE_FORMS = [
    refused("Spain would not, however, be sending the field hospital that Chisinau had asked for.",
            "ESP", "hospital"),
    refused('"Kenya has not given and will not give arms to any side," he said.', "KEN", "arms"),
    refused("The French attache denied that a transfer of second-hand Mirage jets was under "
            "discussion.", "FRA", "Mirage jets"),
    refused("Bulgaria denied that it would send its jets.", "BGR", "jets"),
    refused("Romania won't be gifting any power.", "ROU", "power"),
    refused("Slovakia will not send Moldova any more emergency electricity.", "SVK", "electricity"),
    refused("Chile stood by its refusal to hand over its Leopard tanks.", "CHL", "Leopard tanks"),
    refused("No Spanish tanks, Madrid made clear.", "ESP", "tanks"),
]  # fmt: skip


#: Where no verb of giving stands by them, and where something else tells when.
ASIDE = [
    refused("Neither will American troops set foot in Moldova, Washington's envoy said.", "USA",
            "troops"),
    refused("Romanian F-16s would not patrol Moldovan airspace, Bucharest said.", "ROU", "F-16s"),
    refused("Turkish Defence Ministry sources dismissed posts claiming that army engineers would "
            "be deployed.", "TUR", "engineers"),
    refused("Kenya will not send any more officers to Moldova once the current contingent returns "
            "home in March.", "KEN", "officers"),
    refused("Asked whether Warsaw would put troops on the Dniester if Transnistria boils over, "
            'the Polish premier said: "No."', "POL", "troops"),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ANSWERS, *PEOPLE, *MORE_FORMS, *ASIDE])
def test_it_is_told_as_refused(row: Line) -> None:
    check_in_story(row)


#: Questions without such an answer, what comes later, and words of refusing by which nothing is.
NOT_REFUSED = [
    'Asked whether Norway would send jets, its premier said: "No decision has been taken."',
    "Asked whether Norway would send jets, its premier said it was too early to say.",
    "Asked whether the ambulances had arrived, the Latvian minister said no.",
    'Asked whether Latvia would stop sending ambulances, its premier said: "No."',
    "Asked if Italy could send more radars, its envoy said no one had asked.",
    "The Swiss minister would not be drawn on whether jets would follow.",
    "Portugal would not say how many trucks it would send.",
    "Spain will not send the 12 ambulances before March.",
    "Poland is not only sending ambulances but also doctors.",
    "Italy will not wait for others to send its trucks.",
    "Turkey will not charge for the power it sends.",
    "Georgia did not rule out sending police officers.",
    "The police will not let any more officers leave the city.",
    "The envoy said the number of tanks was no secret.",
    "Ireland rejected claims that its trucks would be used for war.",
    "Denmark denied a report that its tanks were out of order.",
    "Neither will tanks solve it, Norway said.",
    "The jets were no longer needed, Oslo said.",
    "The tanks were rejected by Moldova as too old.",
    "Norway's answer to floods was no surprise: pumps.",
    "Spain's refusal to comment on the tanks was noted.",
]


@pytest.mark.parametrize("sentence", NOT_REFUSED)
def test_nothing_is_refused(sentence: str) -> None:
    assert not [claim for claim in told_there(sentence) if claim.firmness == "denied"]


def test_anonymity_is_no_condition() -> None:
    (claim,) = told_there(
        "A Canadian official, speaking on condition of anonymity, said Ottawa would send 40 trucks."
    )
    assert (claim.firmness, claim.conditions) == ("firm", ())
