"""A role is kept unless the words say another one: no list holds all words that carry it."""

from __future__ import annotations

import pytest
from gate_pages import cite, claim, money, page, state

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


PARTS += [
    ("Peru begged off.", "Peru", "attended", None, "unsupported"),
    ("Peru has yet to reply.", "Peru", "joined", None, "unsupported"),
    ("Peru has yet to reply.", "Peru", "undecided", None, "kept"),
    (
        "Fiji and Peru gathered in Suva at the invitation of Fiji.",
        "Peru",
        "host",
        None,
        "unsupported",
    ),
    ("Chile and Peru gathered at the invitation of Fiji.", "Fiji", "host", None, "kept"),
    ("Peru signed on.", "Peru", "declined", None, "unsupported"),
    ("Fiji joined the fund; Peru attended.", "Peru", "joined", None, "unsupported"),
    ("Fiji joined the fund; Peru did likewise.", "Peru", "joined", None, "kept"),
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


SUMS = [
    ("So far: Chile €5m, Peru €3m, Fiji €1m.", "Chile", "€5m", "5000000", "kept"),
    ("So far: Chile €5m, Peru €3m, Fiji €1m.", "Peru", "€5m", "5000000", "unsupported"),
    ("So far: Chile €5m, Peru €3m, Fiji €1m.", "Chile", "€3m", "3000000", "unsupported"),
    ("At the table: Chile, €5m; Peru, €3m.", "Peru", "€5m", "5000000", "unsupported"),
    ("At the table: Chile, €5m; Peru, €3m.", "Peru", "€3m", "3000000", "kept"),
    ("Chile doubled its gift to €5m, Peru promised €3m.", "Chile", "€3m", "3000000", "unsupported"),
    ("Chile doubled its gift to €5m, Peru promised €3m.", "Peru", "€3m", "3000000", "kept"),
]


@pytest.mark.parametrize(("text", "name", "words", "figure", "verdict"), SUMS)
def test_each_sum_has_its_owner(
    text: str, name: str, words: str, figure: str, verdict: str
) -> None:
    evidence = [cite(text, "donors.0", name), cite(text, "amount", words)]
    gift = claim(
        "commitment",
        evidence,
        donors=[state(STATES[name], name)],
        amount=money(figure, "EUR"),
    )
    assert judge(gift, page(text)).verdict == verdict


STAGES = [
    ("Chile will deliver 50 trucks, paid for with a loan.", "delivered", None, "unsupported"),
    ("Chile delivered 50 trucks and will deliver fuel.", "delivered", None, "kept"),
    ("Chile sped up its work to deliver food, and gave 50 trucks.", "delivered", None, "kept"),
    ("Chile pulled the rug from under its 50 trucks.", "withdrawn", "pulled the rug", "kept"),
    ("Chile promised 50 trucks.", "withdrawn", "promised", "unsupported"),
    ("Chile promised 50 trucks.", "withdrawn", None, "unsupported"),
    ("Chile suspended its deliveries of 50 trucks.", "pledged", None, "unsupported"),
]


@pytest.mark.parametrize(("text", "stage", "cited", "verdict"), STAGES)
def test_stages(text: str, stage: str, cited: str | None, verdict: str) -> None:
    evidence = [cite(text, "donors.0", "Chile"), cite(text, "items.0.name", "trucks")]
    if cited is not None:
        evidence.append(cite(text, "stage", cited))
    gift = claim(
        "commitment",
        evidence,
        donors=[state("CHL", "Chile")],
        items=[{"name": "trucks"}],
        stage=stage,
    )
    assert judge(gift, page(text)).verdict == verdict


def test_condition_behind_a_sum() -> None:
    text = "Chile would add €5m should the reform bill pass."
    evidence = [cite(text, "donors.0", "Chile"), cite(text, "amount", "€5m")]
    gift = claim(
        "commitment",
        evidence,
        donors=[state("CHL", "Chile")],
        amount=money("5000000", "EUR"),
        conditions=[],
    )
    assert judge(gift, page(text)).verdict == "unsupported"


@pytest.mark.parametrize(
    ("name", "who", "verdict"), [("Ana Soto", "person", "kept"), ("Peru", "PER", "unsupported")]
)
def test_speaker_behind_the_state_that_has_her(name: str, who: str, verdict: str) -> None:
    text = '"It will do," said Chile\'s Ana Soto, and Peru was glad.'
    speaker = (
        {"id": "person:ana-soto", "name": name, "type": "person"}
        if who == "person"
        else state(who, name)
    )
    evidence = [
        cite(text, "speaker", name),
        cite(text, "cue", "said"),
        cite(text, "content", "It will do"),
    ]
    said = claim("statement", evidence, speaker=speaker, content="It will do", cue="said")
    assert judge(said, page(text)).verdict == verdict
