"""What stands above "accept", "sign" and "propose" makes of them; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import page

from pledgebook.extract.lexicon import forms_of, load
from pledgebook.extract.proposals import ProposalReader
from pledgebook.extract.read import pass_gate
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.term_frames import frame_of
from pledgebook.model.claims import Proposal

#: A sentence with "accept" or "sign", and its frame: kind, words, by whom, of whom.
FRAMES: list[tuple[str, str]] = [
    ("Peru accepted the truce.", "done"),
    ("Peru said it had accepted the truce.", "done"),
    ("Peru agreed to sign the truce.", "done"),
    ("Peru met Chile and accepted the truce.", "done"),
    ("After accepting the truce, Peru went home.", "done"),
    ("The truce that Peru accepted in May has held.", "done"),
    ("The truce, accepted by Peru in May, has held.", "done"),
    ("Peru must accept the truce, Ida Lund said.", "asked must of Peru"),
    ("Lund said Peru should accept the truce.", "asked should of Peru"),
    ("Peru ought to accept the truce.", "asked ought of Peru"),
    ("Peru has to accept the truce.", "asked has of Peru"),
    ("Peru's army needs to accept the truce.", "asked needs of army"),
    ("Peru will have to accept the truce.", "asked have of Peru"),
    ("Peru was urged by Chile on Friday to accept a truce.", "asked urged by Chile of Peru"),
    ("Egypt called on Ethiopia to accept a truce.", "asked called by Egypt of Ethiopia"),
    ("Chile appealed to both sides to accept a truce.", "asked appealed by Chile of sides"),
    ("Peru demanded that Chile accept the truce.", "asked demanded by Peru of Chile"),
    ("Peru wants Chile to accept the truce.", "asked wants by Peru of Chile"),
    ("Lund suggested that Peru accept the truce.", "asked suggested by Lund of Peru"),
    ("Peru urged Chile to stop and to accept the truce.", "asked urged by Peru of Chile"),
    ("Peru refuses to accept the truce.", "refused refuses by Peru"),
    ("Peru will not accept the truce.", "refused accept by Peru"),
    ("Peru cannot accept the truce.", "refused accept by Peru"),
    ("Peru denied that it had accepted a truce.", "denied denied by Peru"),
    ("Peru denied having accepted a truce.", "denied denied by Peru"),
    ("Peru will accept the truce.", "coming"),
    ("Peru said it would accept a truce if Chile left.", "coming"),
    ("Peru is expected to accept the truce next week.", "open"),
    ("Chad has yet to accept the truce that the US put to both.", "open"),
    ("Israel is reported to be willing to accept a truce.", "open"),
    ("Oman stopped short of accepting a truce.", "open"),
    ("Should Peru accept the truce, all will go.", "open"),
    ("If Peru accepts the truce, we go.", "open"),
    ("Once Peru accepts the truce, we go.", "open"),
    ("Nobody knows whether Peru has accepted the truce.", "open"),
    ("Nothing shows that Peru has accepted the truce.", "open"),
    ("No one said Peru had accepted the truce.", "open"),
    ("He did not say that Peru must accept the truce.", "open"),
    ("Lund doubts that Peru accepted the truce.", "open"),
    ("Peru hopes that Chile accepts the truce.", "open"),
    ("Peru must not accept the truce.", "open"),
    ("Peru would have to accept the truce.", "open"),
    ("Peru may have accepted the truce.", "open"),
    ("Peru might accept the truce.", "open"),
    ("Peru is ready to accept the truce.", "open"),
    ("Peru is under pressure to accept a truce.", "open"),
    ("There were calls for Peru to accept the truce.", "open"),
    ("It is time for Peru to accept the truce.", "open"),
    ("Peru gave Chile a week to accept the truce.", "open"),
    ("Peru wants to accept the truce.", "coming"),
    ("Peru does not want to accept the truce.", "open"),
    ("Peru failed to accept the truce.", "open"),
    ("Peru is about to sign the truce.", "open"),
    ("Peru is to sign the truce.", "open"),
    ("Peru did not urge Chile to accept the truce.", "open"),
    ("Peru may urge Chile to accept the truce.", "open"),
    ("Peru did not refuse to accept the truce.", "open"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), FRAMES, ids=[text for text, _ in FRAMES])
def test_frames(text: str, told: str) -> None:
    whole = page(text)
    (sentence,) = whole.sentences
    syntax = Syntax(whole.parse(sentence))
    verb = next(n for n, t in enumerate(syntax.tokens) if t.lemma.lower() in ("accept", "sign"))
    frame = frame_of(syntax, verb)
    shown: str = frame.kind
    for name, token in (("", frame.words), ("by ", frame.by), ("of ", frame.of)):
        if token is not None:
            shown += f" {name}{syntax.tokens[token].text}"
    assert shown == told


#: A text, and each proposal as "type status proposers > addressees".
PUT: list[tuple[str, list[str]]] = [
    ("Chad must accept the ceasefire, Kenya's minister, Ida Lund, said.",
     ["truce called_for KEN > TCD"]),
    ("Chad has to accept the truce, Kenya said.", ["truce called_for KEN > TCD"]),
    ("Kenya urged Chad to accept the truce.", ["truce called_for KEN > TCD"]),
    ("Chad was urged by Kenya to sign a ceasefire.", ["truce called_for KEN > TCD"]),
    ("Kenya called on the rebels to accept a ceasefire.", ["truce called_for KEN > rebels"]),
    ("Chad refused to accept the truce.", ["truce rejected TCD > "]),
    ("Chad will not accept the truce.", ["truce rejected TCD > "]),
    ("Chad has not accepted the truce.", ["truce denied TCD > "]),
    ("Chad denied that it had proposed a truce.", ["truce denied TCD > "]),
    ("Chad accepted the truce.", ["truce agreed TCD > "]),
    ("Kenya's army accepted the truce.", ["truce agreed KEN > "]),
    ("Kenya said that Ghana and Togo seek to propose a truce.", ["truce proposed GHA+TGO > "]),
    ("Chad plans to accept a truce.", []),
    ("Kenya offered Chad a truce.", ["truce proposed KEN > TCD"]),
    ("Kenya proposed a truce to Chad.", ["truce proposed KEN > TCD"]),
    ("Kenya's president, Ida Lund, came. She proposed a truce.", ["truce proposed KEN > "]),
    ("Ghana and Togo sent envoys. They proposed a truce.", ["truce proposed GHA+TGO > "]),
    ("Ghana sent an envoy. It proposed a truce.", ["truce proposed GHA > "]),
    ("Ghana sent envoys and Togo food. They proposed a truce.", ["truce proposed  > "]),
    ("Chad must accept the truce.", []),
    ("Kenya's neighbours accepted the truce.", ["truce agreed Kenya's neighbours > "]),
    ("Chad must propose a truce, Kenya said.", []),
    ("Kenya urged Chad to propose a truce.", []),
    ("Chad refused to propose a truce.", []),
    ("Chad did not propose a truce.", []),
    ("Chad did not reject the truce.", []),
    ("Chad said it must accept the truce.", []),
    ("Chad would accept a truce if Kenya left.", []),
    ("The storm ended the truce. The paper rejected the ceasefire.", []),
    ("If Chad proposes a truce, Kenya will look at it.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PUT, ids=[text[:60] for text, _ in PUT])
def test_who_puts_it_to_whom(text: str, told: list[str]) -> None:
    whole = page(text)
    kept, _ = pass_gate(whole, ProposalReader().read(whole))
    found = [c for c in kept if isinstance(c, Proposal)]

    def side(actors: tuple[object, ...]) -> str:
        return "+".join(str(getattr(a, "id", None) or getattr(a, "name", "")) for a in actors)

    assert [
        f"{c.proposal_type} {c.status} {side(c.proposers)} > {side(c.addressees)}" for c in found
    ] == told


def test_a_class_and_a_frame_give_a_status() -> None:
    frames = {"done", "not_done", "coming", "asked", "refused", "denied", "open"}
    assert set(load("proposals")["status_in"]) == frames
    classes = set(load("proposals")["verbs"])
    for row in load("proposals")["status_in"].values():
        assert set(row) <= classes
    assert forms_of("proposals", "puts_forward")
