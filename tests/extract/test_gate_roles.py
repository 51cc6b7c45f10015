"""Roles, negation, firmness, conditions: the words are there, but do they bear the claim?"""

from __future__ import annotations

from typing import Any

import pytest
from gate_pages import cite, claim, page, state

from pledgebook.extract.gate import judge

GIFTS = [
    ("Portugal gave Fiji six boats.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Portugal will send six boats to Fiji.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Six boats for Fiji were promised by Portugal.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Fiji will receive six boats from Portugal.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Fiji was promised six boats by Portugal.", "Portugal", "PRT", "Fiji", "FJI"),
    ("To help Fiji, Portugal announced six boats.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Portugal, the minister said, would equip Fiji with boats.", "Portugal", "PRT", "Fiji", "FJI"),
    ("Portuguese boats will strengthen Fiji's coast guard.", "Portuguese", "PRT", "Fiji", "FJI"),
]


@pytest.mark.parametrize(("text", "giver", "giver_id", "taker", "taker_id"), GIFTS)
def test_donor_and_recipient_cannot_change_places(
    text: str, giver: str, giver_id: str, taker: str, taker_id: str
) -> None:
    def gift(donor: str, recipient: str) -> dict[str, Any]:
        ids = {giver: giver_id, taker: taker_id}
        return claim(
            "commitment",
            [
                cite(text, "donors.0", donor),
                cite(text, "recipients.0", recipient),
                cite(text, "items.0.name", "boats"),
            ],
            donors=[state(ids[donor], donor)],
            recipients=[state(ids[recipient], recipient)],
            items=[{"name": "boats"}],
        )

    assert judge(gift(giver, taker), page(text)).verdict == "kept"
    assert judge(gift(taker, giver), page(text)).verdict == "unsupported"


@pytest.mark.parametrize(
    ("text", "firmness", "verdict"),
    [
        ("Chile will send 30 trucks.", "firm", "kept"),
        ("Chile has sent not only 30 trucks but fuel.", "firm", "kept"),
        ("Chile, which has never sent troops, gave 30 trucks.", "firm", "kept"),
        ("Chile did not send troops but pledged 30 trucks.", "firm", "kept"),
        ("The war could last, officials said, and Chile pledged 30 trucks.", "firm", "kept"),
        ("Chile will send 30 trucks, which could arrive in May.", "firm", "kept"),
        ("Chile will send 30 trucks so that Peru could rest its own.", "firm", "kept"),
        ("In May 2025 Chile promised 30 trucks.", "firm", "kept"),
        ("Chile could send 30 trucks.", "firm", "unsupported"),
        ("Chile's request to Congress for 30 trucks is out.", "firm", "unsupported"),
        ("Chile announced 30 trucks after a vote of Congress.", "firm", "kept"),
        ("Chile could send 30 trucks.", "considered", "kept"),
        ("Chile may yet send 30 trucks.", "firm", "unsupported"),
        ("Chile might give 30 trucks.", "firm", "unsupported"),
        ("Chile is considering whether to give 30 trucks.", "firm", "unsupported"),
        ("Chile is weighing a gift of 30 trucks.", "firm", "unsupported"),
        ("The gift of 30 trucks is being discussed.", "firm", "unsupported"),
        ("The 30 trucks could be sent by Chile.", "firm", "unsupported"),
        ("Chile has not sent 30 trucks.", "firm", "unsupported"),
        ("Chile hasn’t promised 30 trucks.", "intended", "unsupported"),
        ("Chile refused to send 30 trucks.", "firm", "unsupported"),
        ("Chile denied that it would send 30 trucks.", "firm", "unsupported"),
        ("Chile denied that it would send 30 trucks.", "denied", "kept"),
        ("Chile ruled out sending 30 trucks.", "firm", "unsupported"),
        ("Chile will never sell 30 trucks.", "firm", "unsupported"),
        ("The 30 trucks were not delivered.", "firm", "unsupported"),
        ("Chile will send 30 trucks.", "denied", "unsupported"),
    ],
)
def test_firmness(text: str, firmness: str, verdict: str) -> None:
    proposed = claim(
        "commitment",
        [cite(text, "items.0.name", "trucks")],
        items=[{"name": "trucks"}],
        firmness=firmness,
    )
    assert judge(proposed, page(text)).verdict == verdict


@pytest.mark.parametrize(
    "condition",
    [
        "if parliament agrees",
        "unless the talks fail",
        "provided that Peru pays for fuel",
        "subject to a vote",
        "in the event of a peace deal",
        "once a truce holds",
        "as long as the road stays open",
        "on condition that Peru reforms its police",
        "only after a ceasefire",
        "pending a vote in congress",
    ],
)
def test_a_condition_may_not_be_lost(condition: str) -> None:
    text = f"Chile will send 30 trucks {condition}."
    trucks = cite(text, "items.0.name", "trucks")
    values = {"items": [{"name": "trucks"}]}
    lost = claim("commitment", [trucks], **values, firmness="firm", conditions=[])
    assert judge(lost, page(text)).verdict == "unsupported"
    told = [trucks, cite(text, "conditions.0.text", condition)]
    kept = claim(
        "commitment",
        told,
        **values,
        firmness="conditional",
        conditions=[{"text": condition, "trigger": "other"}],
    )
    assert judge(kept, page(text)).verdict == "kept"


@pytest.mark.parametrize(
    "innocent",
    [
        "Nobody knows if it rains, but Chile will send 30 trucks.",
        "Chile will send 30 trucks, and Peru will follow if asked.",
        "Chile will help for as long as it takes and send 30 trucks.",
        "Asked if it was enough, the envoy said Chile would send 30 trucks.",
    ],
)
def test_words_that_make_no_condition(innocent: str) -> None:
    trucks = cite(innocent, "items.0.name", "trucks")
    proposed = claim("commitment", [trucks], items=[{"name": "trucks"}], conditions=[])
    assert judge({**proposed, "firmness": "firm"}, page(innocent)).verdict == "kept"


@pytest.mark.parametrize(
    ("text", "stage", "verdict"),
    [
        ("Chile has delivered 30 trucks.", "delivered", "kept"),
        ("Chile will deliver 30 trucks.", "delivered", "unsupported"),
        ("Chile will deliver 30 trucks.", "pledged", "kept"),
        ("Chile should give 30 trucks.", "called_for", "kept"),
        ("Chile has 30 trucks.", "called_for", "unsupported"),
        ("Chile cancelled its gift of 30 trucks.", "withdrawn", "kept"),
        ("Chile will give 30 trucks.", "withdrawn", "unsupported"),
    ],
)
def test_stages(text: str, stage: str, verdict: str) -> None:
    proposed = claim(
        "commitment",
        [cite(text, "items.0.name", "trucks")],
        items=[{"name": "trucks"}],
        stage=stage,
    )
    assert judge(proposed, page(text)).verdict == verdict


MEETING = (
    "Qatar hosted the talks. Oman and Jordan attended. Kuwait did not attend, while Iraq was "
    "invited. Egypt joined the coalition, but Libya has not decided whether to join it."
)


@pytest.mark.parametrize(
    ("name", "code", "role", "verdict"),
    [
        ("Qatar", "QAT", "host", "kept"),
        ("Oman", "OMN", "attended", "kept"),
        ("Jordan", "JOR", "attended", "kept"),
        ("Jordan", "JOR", "joined", "unsupported"),
        ("Jordan", "JOR", "host", "unsupported"),
        ("Kuwait", "KWT", "attended", "unsupported"),
        ("Kuwait", "KWT", "declined", "kept"),
        ("Iraq", "IRQ", "invited", "kept"),
        ("Iraq", "IRQ", "attended", "unsupported"),
        ("Egypt", "EGY", "joined", "kept"),
        ("Libya", "LBY", "joined", "unsupported"),
        ("Libya", "LBY", "undecided", "kept"),
    ],
)
def test_roles_in_a_meeting(name: str, code: str, role: str, verdict: str) -> None:
    proposed = claim(
        "participation", [cite(MEETING, "actor", name)], actor=state(code, name), role=role
    )
    assert judge(proposed, page(MEETING)).verdict == verdict


SAID = (
    "Minister Ana Belo said that Chile would pay, while envoy Tom Reyes said nothing was agreed. "
    "“Winter is near,” Reyes added."
)


@pytest.mark.parametrize(
    ("speaker", "cue", "nth", "content", "verdict"),
    [
        ("Ana Belo", "said", 0, "that Chile would pay", "kept"),
        ("Tom Reyes", "said", 1, "nothing was agreed", "kept"),
        ("Reyes", "added", 0, "Winter is near", "kept"),
        ("Chile", "said", 0, "that Chile would pay", "unsupported"),
    ],
)
def test_who_speaks(speaker: str, cue: str, nth: int, content: str, verdict: str) -> None:
    names = {"Ana Belo": "person:ana-belo", "Chile": "CHL"}
    who = {"id": names.get(speaker, "person:tom-reyes"), "name": speaker, "type": "person"}
    evidence = [
        cite(SAID, "speaker", speaker, 1 if speaker == "Reyes" else 0),
        cite(SAID, "cue", cue, nth),
        cite(SAID, "content", content),
    ]
    proposed = claim("statement", evidence, speaker=who, cue=cue, content=content)
    assert judge(proposed, page(SAID)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "content", "verdict"),
    [
        ("Belo said Chile would not pay.", "Chile would not pay", "kept"),
        ("Belo said Chile would not pay the rest.", "pay the rest", "unsupported"),
        ("Belo said Chile could pay the rest.", "pay the rest", "unsupported"),
        ("Belo said Chile would pay if asked twice.", "Chile would pay", "unsupported"),
        ("Belo said Chile would pay if asked twice.", "Chile would pay if asked twice", "kept"),
        ("Belo said he would not “bow to threats”.", "bow to threats", "kept"),
    ],
)
def test_a_content_keeps_its_negation_and_its_condition(
    text: str, content: str, verdict: str
) -> None:
    proposed = claim("statement", [cite(text, "content", content)], content=content)
    assert judge(proposed, page(text)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [
        ("Both sides agreed to a truce.", "agreed", "kept"),
        ("No truce was agreed.", "agreed", "unsupported"),
        ("No truce was agreed.", "denied", "kept"),
        ("Moscow rejected a truce.", "agreed", "unsupported"),
        ("Moscow rejected a truce.", "rejected", "kept"),
        ("Cairo offered a truce.", "rejected", "unsupported"),
    ],
)
def test_status(text: str, status: str, verdict: str) -> None:
    proposed = claim("proposal", [cite(text, "content", "truce")], content="truce", status=status)
    assert judge(proposed, page(text)).verdict == verdict


def test_two_subjects_of_one_verb_are_no_two_sides() -> None:
    text = "The government of Chile and the government of Peru signed a loan of $2 million."
    evidence = [cite(text, "donors.0", "Chile"), cite(text, "recipients.0", "Peru")]
    proposed = claim(
        "commitment",
        evidence,
        donors=[state("CHL", "Chile")],
        recipients=[state("PER", "Peru")],
    )
    assert judge(proposed, page(text)).verdict == "kept"


TURNS = "MS. ALVES: We will pay.\n\nMR. ODA: It is not enough.\n\nMS. ALVES: It never is."


@pytest.mark.parametrize(
    ("label", "content", "verdict"),
    [
        ("MS. ALVES", "We will pay", "kept"),
        ("MR. ODA", "It is not enough", "kept"),
        ("MR. ODA", "We will pay", "unsupported"),
        ("MS. ALVES", "It is not enough", "unsupported"),
        ("MS. ALVES", "It never is", "kept"),
    ],
)
def test_whose_turn_it_is(label: str, content: str, verdict: str) -> None:
    who = {"id": None, "name": label, "type": "person"}
    evidence = [cite(TURNS, "speaker", label), cite(TURNS, "content", content)]
    proposed = claim("statement", evidence, speaker=who, content=content)
    assert judge(proposed, page(TURNS)).verdict == verdict


@pytest.mark.parametrize(
    "filler", ["only reportedly ", "could not ", "(", "Chile and ", "to the ", "if ", "“"]
)
def test_a_stage_beyond_the_words_is_seen_among_repeated_words(filler: str) -> None:
    text = f"Chile {filler * 2000} will send Peru 30 trucks {filler * 2000}."
    evidence = [
        cite(text, "donors.0", "Chile"),
        cite(text, "recipients.0", "Peru"),
        cite(text, "items.0.name", "trucks"),
    ]
    proposed = claim(
        "commitment",
        evidence,
        donors=[state("CHL", "Chile")],
        recipients=[state("PER", "Peru")],
        items=[{"name": "trucks"}],
        firmness="firm",
        conditions=[],
        stage="delivered",
    )
    assert judge(proposed, page(text)).verdict != "kept"


@pytest.mark.parametrize(
    ("text", "cited", "verdict"),
    [
        ("Fiji accepted a truce.", "accepted", "kept"),
        ("Fiji decided to accept a truce.", "accept", "kept"),
        ("Fiji must accept a truce, Peru said.", "accept", "unsupported"),
        ("Fiji was urged to accept a truce.", "accept", "unsupported"),
        ("Fiji is expected to accept a truce.", "accept", "unsupported"),
        ("Fiji has to accept a truce.", "accept", "unsupported"),
        ("Fiji has yet to accept a truce.", "accept", "unsupported"),
        ("Fiji should sign a truce.", "sign", "unsupported"),
        ("Fiji refused to accept a truce.", "accept", "unsupported"),
    ],
)
def test_words_cited_for_an_agreement_are_read_with_what_stands_before_them(
    text: str, cited: str, verdict: str
) -> None:
    evidence = [cite(text, "content", "truce"), cite(text, "status", cited)]
    proposed = claim("proposal", evidence, content="truce", status="agreed")
    assert judge(proposed, page(text)).verdict == verdict
