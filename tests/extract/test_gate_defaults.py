"""A role is kept unless the words say another one: no list holds all words that carry it."""

from __future__ import annotations

import pytest
from gate_pages import cite, claim, page, state

from pledgebook.extract.gate import judge

STATES = {"Chile": "CHL", "Peru": "PER", "Ghana": "GHA", "Fiji": "FJI", "Kenya": "KEN"}

PARTS = [
    ("Chile threw in its lot with the drone coalition.", "Chile", "joined", None, "kept"),
    ("Chile hopped aboard the drone coalition.", "Chile", "joined", "hopped aboard", "kept"),
    (
        "Two states came aboard the coalition: Chile and Peru.",
        "Peru",
        "joined",
        "came aboard",
        "kept",
    ),
    ("Chile met the drone coalition in Lima.", "Chile", "joined", None, "unsupported"),
    ("Chile came to Lima.", "Chile", "joined", "came", "unsupported"),
    ("Chile was invited to the drone coalition.", "Chile", "joined", None, "unsupported"),
    ("Chile might throw in its lot with us.", "Chile", "joined", None, "unsupported"),
    ("Present: Chile, Peru and Ghana.", "Peru", "joined", None, "unsupported"),
    ("Present: Chile, Peru and Ghana.", "Peru", "host", None, "unsupported"),
    ("Peru was invited but gave Lima a miss.", "Peru", "declined", "gave Lima a miss", "kept"),
    ("Peru found no time for Lima.", "Peru", "declined", None, "kept"),
    ("Peru came to Lima.", "Peru", "declined", None, "unsupported"),
    ("Peru met Chile in Lima.", "Peru", "declined", None, "unsupported"),
    ("Ghana laid on the summit in Accra.", "Ghana", "host", "laid on", "kept"),
    ("Ghana laid on the summit in Accra.", "Ghana", "host", None, "kept"),
    ("Ghana attended the summit in Accra.", "Ghana", "host", None, "unsupported"),
    ("Fiji got a card for the summit.", "Fiji", "invited", "got a card", "kept"),
    ("Fiji attended the summit.", "Fiji", "invited", None, "unsupported"),
]


@pytest.mark.parametrize(("text", "name", "role", "cited", "verdict"), PARTS)
def test_parts(text: str, name: str, role: str, cited: str | None, verdict: str) -> None:
    evidence = [cite(text, "actor", name)]
    if cited is not None:
        evidence.append(cite(text, "role", cited))
    part = claim("participation", evidence, actor=state(STATES[name], name), role=role)
    assert judge(part, page(text)).verdict == verdict


ANSWERS = [
    ("Peru had hoped for a joint fleet, but Chile turned the plan down.", "rejected", "kept"),
    ("Peru had hoped for a joint fleet, but Chile would have none of it.", "rejected", "kept"),
    ("Peru proposed a joint fleet.", "rejected", "unsupported"),
    ("Peru proposed a joint fleet, and Chile agreed.", "rejected", "unsupported"),
    ("Peru proposed a joint fleet, but Chile only agreed to a patrol.", "rejected", "unsupported"),
]


@pytest.mark.parametrize(("text", "status", "verdict"), ANSWERS)
def test_answers(text: str, status: str, verdict: str) -> None:
    evidence = [cite(text, "proposers.0", "Peru"), cite(text, "content", "a joint fleet")]
    proposal = claim(
        "proposal",
        evidence,
        proposers=[state("PER", "Peru")],
        content="a joint fleet",
        status=status,
    )
    assert judge(proposal, page(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "name", "verdict"),
    [
        ("Chile and Peru will each send 50 trucks.", "Chile", "kept"),
        ("Chile, Ghana and Peru will each send 50 trucks.", "Chile", "kept"),
        ("Chile, Ghana, and Peru will each send 50 trucks.", "Ghana", "kept"),
        ("Chile watched and Peru will send 50 trucks.", "Chile", "unsupported"),
    ],
)
def test_joined_givers_are_all_bound(text: str, name: str, verdict: str) -> None:
    evidence = [cite(text, "donors.0", name), cite(text, "items.0.name", "trucks")]
    gift = claim(
        "commitment",
        evidence,
        donors=[state(STATES[name], name)],
        items=[{"name": "trucks"}],
        firmness="firm",
    )
    assert judge(gift, page(text)).verdict == verdict
