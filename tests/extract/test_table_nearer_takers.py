"""Who gets what a paragraph or a section tells of, on a page about giving to Moldova.

All sentences are our own, in the story of story_lines.py. The last claim of each row is asked.
"""

from __future__ import annotations

import pytest
from commitment_lines import said
from reading import ids
from story_lines import told_there

#: What the story goes on with, and who gets what its last sentence tells of.
ELSEWHERE = [
    # whoever an earlier sentence of the paragraph gives to
    ("Armenia did well too. Japan pledged Armenia €9m. Spain promised €3m.", "ARM"),
    ("Poland gave €8m to Lebanon last week. Greece added €3m.", "LBN"),
    ("Italy will send 20 tents to Albania. Austria will send 40 blankets.", "ALB"),
    ("Ireland pledged €4m for Jordan. Portugal has pledged €1m.", "JOR"),
    ("Kenya will provide Somalia with 600 soldiers. Uganda has promised 1,091 soldiers.", "SOM"),
    ("Sudan got €5m from Spain. Finland pledged €2m.", "SDN"),
    ("Somalia will receive €6m from Italy. Croatia promised €1m.", "SOM"),
    ("Sweden gave Gaza €5m. Denmark sent 20 ambulances.", "PSE"),
    ("Spain gave Haiti 20 trucks. They came late. Chile gave 15 trucks.", "HTI"),
    ("Spain pledged €5m for Chad and €2m for Niger. Belgium pledged €1m.", "NER"),
    # the place that it opens with
    ("In Lebanon, by contrast, little came. Spain promised €3m.", "LBN"),
    ("For Sudan, the sums were smaller. Portugal pledged €3m.", "SDN"),
    ("In Haiti things are worse. Chile pledged €2m.", "HTI"),
    ("On Syria, the room was quiet. Austria has promised €9m.", "SYR"),
    ("In Yemen, nothing has changed. Kuwait pledged €30m.", "YEM"),
    ("Across Somalia wells are dry. Turkey sent 40 pumps.", "SOM"),
    ("Inside Sudan, clinics closed. Norway pledged €7m.", "SDN"),
    # a section of its own: its heading, or what it tells of
    ("## Lebanon\n\nThe mood was better. Spain pledged €3m.", "LBN"),
    ("## The case of Armenia\n\nThis went faster. Austria pledged €3m.", "ARM"),
    ("## Words for Sudan\n\nCroatia promised €2m.", "SDN"),
    ("## Elsewhere\n\nPoland gave Lebanon €8m.\n\nGreece added €3m.", "LBN"),
    ("## Also told\n\nIreland pledged €4m for Jordan.\n\nPortugal has pledged €1m.", "JOR"),
    ("## In brief\n\nItaly will send 20 tents to Albania. Austria will send 40 blankets.", "ALB"),
    ("## Georgia\n\nPoland pledged €8m.\n\nGreece pledged €3m.", "GEO"),
    ("## Further south\n\nSudan got €5m from Spain.\n\nFinland pledged €2m.", "SDN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taker"), ELSEWHERE)
def test_what_goes_elsewhere(text: str, taker: str) -> None:
    claims = told_there(text)
    assert claims, "nothing was read"
    assert ids(claims[-1].recipients) == taker, said(claims[-1])


#: What goes to the page's own for all that is told around it.
OWN = [
    "Spain promised €3m.",
    "Poland was late. Greece added €3m.",
    # the paragraph names it
    "Armenia did well too, and Moldova better. Spain promised €3m.",
    "In Lebanon, as in Moldova, little came. Spain promised €3m.",
    "Chisinau thanked them. Japan pledged Armenia €9m. Spain promised €3m.",
    # another paragraph
    "Poland gave €8m to Lebanon last week.\n\nGreece added €3m.",
    "In Lebanon, by contrast, little came.\n\nSpain promised €3m.",
    # a giver's own seat or state
    "In Germany, the talks went on. Spain promised €3m.",
    "In Paris, the talks went on. France pledged €9m.",
    "For Japan, this was new. Japan pledged €9m.",
    # one who takes nothing
    "Russia was angry. Spain promised €3m.",
    "Lebanon was not there. Spain promised €3m.",
    "Spain bought 20 tents in Albania. Austria promised €3m.",
    # a section that names the page's own
    "## Lebanon and Moldova\n\nSpain pledged €3m.",
    "## What came\n\nMoldova said so. Spain pledged €3m.",
    "## A small sum\n\nCroatia promised €2m.",
    "Armenia's minister came to listen. Croatia promised €2m.",
    # a dateline is no heading of a section
    "## BEIRUT, Lebanon | Wire Report\n\nSpain pledged €3m.",
    "## YEREVAN, Armenia (Wire)\n\nSpain pledged €3m.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_goes_to_the_pages_own(text: str) -> None:
    claims = told_there(text)
    assert claims, "nothing was read"
    assert ids(claims[-1].recipients) == "MDA", said(claims[-1])


def test_a_name_carried_from_an_earlier_sentence() -> None:
    """Things named before are told by their count, of which the words stand in this sentence."""
    told = (
        "The European Union has promised Moldova a million rounds of ammunition. Lithuania said it "
        "would add a million, of another make; 410,000 of those have actually landed."
    )
    assert told_there(told)
