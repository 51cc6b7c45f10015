"""Terms, talks, forces and answers as news tells them; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import page

from pledgebook.extract.proposals import ProposalReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Proposal

#: A text, and each proposal as "type status proposers > addressees: content".
PUT: list[tuple[str, list[str]]] = [
    ("Kenya offered to host talks between Chad and Sudan.",
     ["talks proposed KEN > TCD+SDN: talks between Chad and Sudan"]),
    ("Kenya and Chad agreed to resume talks in Lagos.",
     ["talks agreed KEN+TCD > : resume talks in Lagos"]),
    ("Kenya invited Chad to talks on fishing.", ["talks proposed KEN > TCD: talks on fishing"]),
    ("Kenya turned down the offer of talks.", ["talks rejected KEN > : talks"]),
    ("Kenya ruled out talks with the rebels.", ["talks rejected KEN > : talks with the rebels"]),
    ("Kenya called on both sides to return to the negotiating table.",
     ["talks called_for KEN > both sides: to return to the negotiating table"]),
    ("Kenya urged Chad to lay down its arms and hold its fire.",
     ["truce called_for KEN > TCD: to lay down its arms and hold its fire"]),
    ("Kenya urged Chad to resume talks with the rebels.",
     ["talks called_for KEN > TCD: talks with the rebels"]),
    ("Kenya rejected foreign troops on its soil as a provocation.",
     ["force rejected KEN > : foreign troops on its soil"]),
    ("Kenya proposed sending observers to the border.",
     ["force proposed KEN > : sending observers to the border"]),
    ("Kenya floated the idea of a monitoring mission.",
     ["force proposed KEN > : monitoring mission"]),
    ("Kenya rejected the settlement that Chad had drawn up.",
     ["peace_terms rejected KEN > : settlement"]),
    ("Under the draft that Togo circulated on Monday, Mali would cede two forts.",
     ["peace_terms proposed TGO > : Mali would cede two forts"]),
    ("The Qatari proposal would have Mali's army leave the border villages.",
     ["peace_terms proposed QAT > : Mali's army leave the border villages"]),
    ("Togo's plan has three parts: a ceasefire, a border police and a vote.",
     ["peace_terms proposed TGO > : a ceasefire, a border police and a vote"]),
    ("Togo's terms are known: a full withdrawal and a hotline.",
     ["peace_terms proposed TGO > : a full withdrawal and a hotline"]),
    ("Mali's text provides for a buffer zone.",
     ["peace_terms proposed MLI > : a buffer zone"]),
    ("The Togolese draft is said to contain a ceasefire and an amnesty.",
     ["peace_terms proposed TGO > : a ceasefire and an amnesty"]),
    ("Togo insisted on Mali's withdrawal from the fort.",
     ["peace_terms called_for TGO > MLI: Mali's withdrawal from the fort"]),
    ("Togo demanded the release of all prisoners.",
     ["peace_terms called_for TGO > : the release of all prisoners"]),
    ("Kenya suggested that Chad open the bridge.",
     ["other proposed KEN > : Chad open the bridge"]),
    ("Kenya proposed a levy on flights, which could raise 9 million euros a year.",
     ["other proposed KEN > : a levy on flights, which could raise 9 million euros a year"]),
    ("Kenya proposed a truce that Chad rejected.",
     ["truce proposed KEN > : truce", "truce rejected TCD > : truce"]),
    ("Kenya proposed a truce, but Chad refused.",
     ["truce proposed KEN > : truce", "truce rejected TCD > : truce"]),
    ("Kenya proposed a truce and Chad has accepted.",
     ["truce proposed KEN > : truce", "truce agreed TCD > : truce"]),
    ("The two sides reached a ceasefire.", ["truce agreed two sides > : ceasefire"]),
]  # fmt: skip

#: Texts that put nothing forward, though words of terms stand in them.
NOTHING = [
    "Talks about sending instructors to Mali went on in Rome.",
    "Kenya's president and his guest held talks about prisoners.",
    "The minister presented the report in talks with Chad.",
    "Chad and Kenya agreed in talks to build a bridge.",
    "Kenya agreed with Chad on Monday that talks should go on.",
    "Kenya called for a boycott of the talks.",
    "Kenya asked for a list of observers.",
    "Observers called the vote fair.",
    "Kenya's company proposed a settlement of $30 million.",
    "Ida Lund, a baker, reached a settlement with the bank.",
    "Kenya's minister, Ida Lund, said any agreement had to cover methane.",
    "Kenya proposed a loan of 9 million euros, which Chad would repay.",
    "The mayor wants residents to leave the town.",
    "Norway wants Britain to return the ship.",
    "The parents demanded the return of their dog.",
    "Kenya demanded the release of the report.",
    "The company's plan foresees 300 new jobs.",
    "Ford's plan would have workers leave at noon.",
    "Under the plan, schools would close at noon.",
    "The terms of the loan are known: six per cent and ten years.",
    "Kenya suggested that the bridge was unsafe.",
    "Kenya suggested that it would leave the union.",
    "Kenya suggests that its people want bread.",
    "Kenya suggested that Chad may open the bridge.",
    "Kenya told its staff to stop.",
    "Kenya ruled out a rise in pay. It turned down the heating.",
    "Kenya invited Chad to a feast.",
    "Kenya asked Chad to explain the ceasefire.",
    "The two sides failed to reach a ceasefire.",
    "Kenya offered to send 200 peacekeepers.",
    "Rwanda handed over 14 prisoners and a lorry.",
    "Kenya and Chad have yet to agree to talks.",
    "Kenya did not rule out talks.",
]


def _told(text: str) -> list[str]:
    whole = page(text)
    kept, _ = pass_gate(whole, ProposalReader().read(whole))
    found = [c for c in kept if isinstance(c, Proposal)]

    def side(actors: tuple[object, ...]) -> str:
        return "+".join(str(getattr(a, "id", None) or getattr(a, "name", "")) for a in actors)

    return [
        f"{c.proposal_type} {c.status} {side(c.proposers)} > {side(c.addressees)}: {c.content}"
        for c in found
    ]


@pytest.mark.parametrize(("text", "told"), PUT, ids=[text[:60] for text, _ in PUT])
def test_terms(text: str, told: list[str]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_put_forward(text: str) -> None:
    assert _told(text) == []
