"""Proposals that a clause tells in news pages; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import ids, page

from pledgebook.extract.proposals import ProposalReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Proposal

#: A text, and each proposal as "type status proposers addressees: content".
PUT: list[tuple[str, list[str]]] = [
    ("Kenya proposed that both sides open the road.",
     ["other proposed KEN : both sides open the road"]),
    ("Chile put forward a charter for fishing fleets.",
     ["other proposed CHL : a charter for fishing fleets"]),
    ("Addis Ababa insists that Eritrea give up the port.",
     ["peace_terms called_for ETH ERI: Eritrea give up the port"]),
    ("Oman offered to host new negotiations.",
     ["talks proposed OMN : host new negotiations"]),
    ("The Kenyan plan envisages a truce of six weeks and an exchange of prisoners.",
     ["peace_terms proposed KEN : a truce of six weeks and an exchange of prisoners"]),
    ("Kenya proposed an unconditional ceasefire by 20 April and said that Sudan should act.",
     ["truce proposed KEN : unconditional ceasefire by 20 April"]),
    ("Kenya proposed a truce of one month and warned Chad.",
     ["truce proposed KEN : truce of one month"]),
    ("Norway proposed 5 million euros in aid for Mali.", []),
    ("Norway proposed no levy. He proposed to her in Rome.", []),
    ("Norway put the ministers up in a hotel.", []),
    ("Moscow insists that Ukraine is to blame.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PUT, ids=[text[:50] for text, _ in PUT])
def test_proposals(text: str, told: list[str]) -> None:
    whole = page(text)
    kept, _ = pass_gate(whole, ProposalReader().read(whole))
    found = [c for c in kept if isinstance(c, Proposal)]
    assert [
        f"{c.proposal_type} {c.status} {ids(c.proposers)} {ids(c.addressees)}: {c.content}"
        for c in found
    ] == told
