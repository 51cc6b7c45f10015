"""Who gives what a sentence of a newspaper tells of nobody: its paragraph's giver, the page's own.

All sentences are our own, in the story of story_lines.py; Latvia gave last before each. The last
claim of each row is asked.
"""

from __future__ import annotations

import pytest
from commitment_lines import said
from reading import ids
from story_lines import told_there

#: What the story goes on with, and who gives what its last sentence tells of.
PARAGRAPH = [
    ("For France, it was more. A minister confirmed that 12 guns would be delivered.", "FRA"),
    ("The Swedish offer was called small. 40 trucks have been delivered since.", "SWE"),
    ("In Japan, nobody was against it. 20 generators will be sent in June.", "JPN"),
    ("The Danish plan passed by a vote. €9m will be paid in May.", "DNK"),
    ("Spain had been silent. 30 tents were delivered on Monday.", "ESP"),
    ("Italy went last. A loan of €40m will follow.", "ITA"),
    ("The World Food Programme came too. 90 tonnes of flour have been delivered.", "org:wfp"),
    ("The EBRD was there as well. €70m will be paid out in spring.", "org:ebrd"),
    ("Portugal waited a day. Then it was decided that €3m would be given.", "PRT"),
    ("The Greek prime minister came late. 14 buses will be delivered.", "GRC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "giver"), PARAGRAPH)
def test_the_giver_of_the_paragraph(text: str, giver: str) -> None:
    claims = told_there(text)
    assert claims, "nothing was read"
    assert ids(claims[-1].donors) == giver, said(claims[-1])
    assert "donor-from-context" in claims[-1].problems


#: Where the paragraph names none that may give, several, or the giver itself.
NOT_IN_PARAGRAPH = [
    ("Moldova is poor. Greece said that €3m would be paid.", "GRC"),
    ("Spain was silent. Estonia has given 40 trucks.", "EST"),
    ("Finland, like Spain, will give €9m. It will be paid in May; 30 tents follow.", "FIN"),
    ("Austria gave €4m. A further €2m will be paid in June.", "AUT"),
    ("Russia was angry. Norway will give €9m.", "NOR"),
    ("Sweden pledged €8m. In May, €5m of that will be paid.", "SWE"),
    ("After Moldova's appeal to Hungary, Croatia gave 20 tents.", "HRV"),
    ("Italy's envoy spoke of Albania. He said that Rome would give €4m.", "ITA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "giver"), NOT_IN_PARAGRAPH)
def test_the_giver_of_the_sentence(text: str, giver: str) -> None:
    claims = told_there(text)
    assert claims, "nothing was read"
    assert ids(claims[-1].donors) == giver, said(claims[-1])


#: A page on what one state gives.
MAIN = (
    "Aid for Moldova\n\nDenmark will give Moldova €5m. Denmark sent Moldova 12 ambulances in May."
    "\n\nMore is to come. A spokesman was pleased.\n\n"
)
#: What it goes on with in a paragraph of its own, and who gives it.
BY_THE_PAGE = [
    ("All 19 buses went to Moldova in 2023.", "DNK"),
    ("A further €9m will be spent on clinics in Moldova.", "DNK"),
    ("Some 40 generators have been delivered to Moldova since.", "DNK"),
    ("In May, €3m was paid out to Moldova.", "DNK"),
    ("Moldova will also be given 20 trucks.", "DNK"),
    ("Sweden has given Moldova 14 buses.", "SWE"),
    ("The World Bank will lend Moldova €40m.", "org:world-bank"),
    ("Moldova will get €7m from Norway.", "NOR"),
]


@pytest.mark.parametrize(("text", "giver"), BY_THE_PAGE)
def test_the_giver_of_the_page(text: str, giver: str) -> None:
    claims = told_there(text, MAIN)
    assert claims, "nothing was read"
    assert ids(claims[-1].donors) == giver, said(claims[-1])


def test_an_office_of_a_heading_is_no_evidence() -> None:
    """Who gives is shown by words of a gift, not by an office that the heading names aside."""
    page = (
        "Government approves €12m for Lebanon as Tánaiste visits troops\n\nIreland will give "
        "Lebanon €12m, the Government said.\n\nIreland gave Lebanon 14 trucks in May."
    )
    claims = told_there(" Some €2m of it will go to schools in Lebanon.", page)
    assert [ids(claim.donors) for claim in claims] == ["IRL"]


def test_a_surname_stands_for_the_pages_giver() -> None:
    text = "The visit went on. Han also promised 20 used fire trucks."
    claims = told_there(text, MAIN)
    assert [ids(claim.donors) for claim in claims] == ["DNK"], [said(c) for c in claims]
