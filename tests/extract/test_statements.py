"""Who said what: sentence tables for each rule, in our own words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import claims, page

from pledgebook.extract.statements import CONFIDENCE, FORCE, StatementReader
from pledgebook.model.claims import Statement

READER = StatementReader()


def statements(text: str) -> list[Statement]:
    return [claim for claim in claims(READER, text) if isinstance(claim, Statement)]


def only(text: str) -> Statement:
    found = statements(text)
    assert len(found) == 1, [(c.reader, c.cue, c.content) for c in found]
    return found[0]


# text, name of the speaker, cue, content
INDIRECT = [
    ("Britain will pay more, David Lammy said on Tuesday as he opened a meeting.", "David Lammy",
     "said", "Britain will pay more"),
    ("Norway will stay away, Hanno Pevkur told reporters before the vote was held.", "Hanno Pevkur",
     "told", "Norway will stay away"),
    ("Hanno Pevkur said on Tuesday after the talks ended that Tallinn would pay.", "Hanno Pevkur",
     "said", "that Tallinn would pay"),
    ("Hanno Pevkur said that the shells were on the road.", "Hanno Pevkur", "said",
     "that the shells were on the road"),
    ("Hanno Pevkur said the shells were on the road.", "Hanno Pevkur", "said",
     "the shells were on the road"),
    ("Hanno Pevkur said on Tuesday that the shells were on the road.", "Hanno Pevkur", "said",
     "that the shells were on the road"),
    ("Hanno Pevkur has repeatedly said the shells would come.", "Hanno Pevkur", "said",
     "the shells would come"),
    ("Hanno Pevkur told reporters in Tallinn on Tuesday that more would follow.", "Hanno Pevkur",
     "told", "that more would follow"),
    ("Hanno Pevkur told reporters he would not resign.", "Hanno Pevkur", "told",
     "he would not resign"),
    ("Hanno Pevkur promised to send more howitzers.", "Hanno Pevkur", "promised",
     "to send more howitzers"),
    ("Hanno Pevkur urged allies to open their stores.", "Hanno Pevkur", "urged",
     "allies to open their stores"),
    ("Hanno Pevkur asked whether the money was new.", "Hanno Pevkur", "asked",
     "whether the money was new"),
    ("Hanno Pevkur accused Moscow of playing for time, a charge it has heard before.",
     "Hanno Pevkur", "accused", "Moscow of playing for time"),
    ("Hanno Pevkur described the offer as a trap.", "Hanno Pevkur", "described",
     "the offer as a trap"),
    ("Hanno Pevkur called for a longer truce.", "Hanno Pevkur", "called for", "a longer truce"),
    ("Hanno Pevkur pointed out that winter was near.", "Hanno Pevkur", "pointed out",
     "that winter was near"),
    ("Hanno Pevkur, the defence minister of Estonia, said the stores were full.", "Hanno Pevkur",
     "said", "the stores were full"),
    ("Estonia will send more howitzers, Hanno Pevkur said.", "Hanno Pevkur", "said",
     "Estonia will send more howitzers"),
    ("**17:35** Estonia will send more howitzers, Hanno Pevkur says.", "Hanno Pevkur", "says",
     "Estonia will send more howitzers"),
    ("09:05 GMT Estonia will send more howitzers, Hanno Pevkur says.", "Hanno Pevkur", "says",
     "Estonia will send more howitzers"),
    ("Estonia will send more howitzers, said Hanno Pevkur, who leads the ministry.",
     "Hanno Pevkur", "said", "Estonia will send more howitzers"),
    ("But Estonia will send more howitzers, Hanno Pevkur told Reuters on Friday.", "Hanno Pevkur",
     "told", "Estonia will send more howitzers"),
    ("According to Hanno Pevkur, the first trains left in the night.", "Hanno Pevkur",
     "According to", "the first trains left in the night"),
    ("The first trains left in the night, according to Hanno Pevkur.", "Hanno Pevkur",
     "according to", "The first trains left in the night"),
    ("As Hanno Pevkur noted, bridges take years to rebuild.", "Hanno Pevkur", "noted",
     "bridges take years to rebuild"),
    ("Hanno Pevkur's warning that stocks were low came too late.", "Hanno Pevkur", "warning",
     "that stocks were low"),
    ("While Hanno Pevkur said the sum was new, the ministry published nothing.", "Hanno Pevkur",
     "said", "the sum was new"),
    ("Two diplomats who took part in the talks said that no date had been set.", "Two diplomats",
     "said", "that no date had been set"),
    ("Some said the plan was dead.", "Some", "said", "the plan was dead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "cue", "content"), INDIRECT)
def test_indirect(text: str, name: str, cue: str, content: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.cue, found.content, found.mode) == (
        name, cue, content, "indirect",
    )  # fmt: skip


QUOTED = [
    ('"We will not wait," Hanno Pevkur said.', "Hanno Pevkur", "We will not wait,", "direct"),
    ('"We will not wait," said Hanno Pevkur.', "Hanno Pevkur", "We will not wait,", "direct"),
    ("“We will not wait,” Hanno Pevkur said.", "Hanno Pevkur", "We will not wait,", "direct"),
    ('"We will not wait. We cannot," Hanno Pevkur said on Monday.', "Hanno Pevkur",
     "We will not wait. We cannot,", "direct"),
    ('Hanno Pevkur said: "We will not wait."', "Hanno Pevkur", "We will not wait.", "direct"),
    ('Hanno Pevkur told Reuters: "We will not wait."', "Hanno Pevkur", "We will not wait.",
     "direct"),
    ('Hanno Pevkur was blunt as he opened the talks: "We will not wait."', "Hanno Pevkur",
     "We will not wait.", "direct"),
    ('Hanno Pevkur said the pause was "a gift to nobody".', "Hanno Pevkur",
     'the pause was "a gift to nobody"', "mixed"),
    ('Hanno Pevkur called the pause "a gift to nobody".', "Hanno Pevkur",
     'the pause "a gift to nobody', "mixed"),
    ('The pause, Hanno Pevkur said, would be "a gift to nobody".', "Hanno Pevkur",
     'The pause … would be "a gift to nobody"', "mixed"),
    ('"Nothing is decided," said a spokesman for the ministry, who asked not to be named.',
     "a spokesman", "Nothing is decided,", "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "content", "mode"), QUOTED)
def test_quoted(text: str, name: str, content: str, mode: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert found.speaker.name == name
    assert found.mode == mode
    assert found.content.rstrip('"') == content.rstrip('"')


def test_a_split_quotation_is_one_claim_with_pieces() -> None:
    found = only('"We will not wait," Hanno Pevkur said. "The shells are on the road."')
    assert [(e.field, e.quote) for e in found.evidence if e.field.startswith("content")] == [
        ("content.0", "We will not wait,"),
        ("content.1", "The shells are on the road."),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    found = only('"We will not wait," Hanno Pevkur said.\n\n"The shells are on the road."')
    assert found.content == "We will not wait, … The shells are on the road."


def test_a_cue_may_wait_for_the_next_paragraph() -> None:
    found = only('Hanno Pevkur continued:\n\n"Europe stands on its own feet."')
    assert (found.cue, found.content, found.mode) == (
        "continued", "Europe stands on its own feet.", "direct",
    )  # fmt: skip


def test_a_quotation_may_be_signed_below() -> None:
    found = only('"We stand together."\n\n– Kaja Kallas')
    assert found.speaker is not None
    assert (found.speaker.name, found.cue, found.mode) == ("Kaja Kallas", None, "direct")


SILENT = [
    'The "coalition of the willing" met twice.',
    "He did not say when the money would come.",
    "Hanno Pevkur never said that the sum was new.",
    "It is said that the sum was new.",
    "The claims that reached the court were old.",
    "The plan to rebuild the bridge has four points.",
    "Hanno Pevkur hosts the summit to discuss the truce.",
    "Hanno Pevkur has announced a four-point plan.",
    "The state of the roads is poor.",
    "Asked if the truce would hold, the crowd fell silent.",
    "The group, which seeks to involve other states, met in Paris.",
    "The report arrived on Monday, and the plans are ready.",
    "",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement(text: str) -> None:
    assert [(c.cue, c.content) for c in statements(text)] == []


def test_what_one_says_within_another_statement_is_left_to_the_outer_one() -> None:
    found = only("Hanno Pevkur said that Paris had told Berlin that the date was open.")
    assert found.cue == "said"


def test_two_cues_of_one_sentence_are_two_statements() -> None:
    found = statements(
        '"Europe must act," Kaja Kallas said, before adding that the deal would need Washington.'
    )
    assert [(c.cue, c.content) for c in found] == [
        ("said", "Europe must act,"),
        ("adding", "that the deal would need Washington"),
    ]
    assert {c.speaker.id for c in found if c.speaker} == {"person:kaja-kallas"}


def test_contrasted_statements_end_where_the_other_begins() -> None:
    found = statements(
        '"It is late," Hanno Pevkur said while Kaja Kallas said Tallinn felt "strong support".'
    )
    assert [c.content for c in found] == ["It is late,", 'Tallinn felt "strong support"']


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"We will not wait," Hanno Pevkur told the BBC.', "the BBC"),
        ("Hanno Pevkur told reporters that more would follow.", "reporters"),
        ("Hanno Pevkur said in an interview with Le Monde that more would follow.", "Le Monde"),
        ("In an interview with Le Monde, Hanno Pevkur said that more would follow.", "Le Monde"),
        ("Hanno Pevkur said that more would follow.", None),
    ],
)
def test_via(text: str, via: str | None) -> None:
    assert only(text).via == via


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hanno Pevkur said on Sunday that more would follow.", date(2025, 3, 2)),
        ("On Sunday, Hanno Pevkur said that more would follow.", date(2025, 3, 2)),
        ('"More will follow," Hanno Pevkur said on Sunday.', date(2025, 3, 2)),
        ("Hanno Pevkur said that more would follow on Sunday.", None),
        ("Hanno Pevkur said that more would follow.", None),
    ],
)
def test_said_on(text: str, day: date | None) -> None:
    assert only(text).said_on == day


TRANSCRIPT = """MS. OLSEN:  Good morning.  We begin with the convoy.

Q   Will the minister resign?

MS. OLSEN:  No.  He will not.

It is a matter for the cabinet.

MINISTER BERG:  (Laughs.)
"""


def test_each_turn_that_answers_is_one_statement() -> None:
    found = statements(TRANSCRIPT)
    assert [c.content for c in found] == [
        "Good morning.  We begin with the convoy.",
        "No.  He will not. … It is a matter for the cabinet.",
    ]
    assert {(c.speaker.name, c.mode, c.cue) for c in found if c.speaker} == {
        ("Olsen", "direct", None)
    }


def test_blocks_from_ministers() -> None:
    found = statements(
        "From Minister Anna Berg:\n\n“We will help. Nobody is left alone.”\n\n"
        "From Minister Olaf Lind:\n\nWe agreed the budget.\n"
    )
    assert [(c.speaker and c.speaker.name, c.content, c.mode) for c in found] == [
        ("Anna Berg", "We will help. Nobody is left alone.", "direct"),
        ("Olaf Lind", "We agreed the budget.", "direct"),
    ]


def test_a_heading_with_a_name_and_a_colon() -> None:
    found = statements("Hanno Pevkur: no pause without a price\n\nThe talks went on.\n")
    assert [(c.content, c.cue) for c in found] == [("no pause without a price", None)]


def test_beliefs_and_wishes_weigh_less_than_speech() -> None:
    said = only("Hanno Pevkur said that the sum was new.").confidence
    thought = only("Hanno Pevkur believes that the sum was new.").confidence
    wanted = only("Hanno Pevkur wants to end the pause.").confidence
    assert said > thought > wanted


def test_every_rule_and_force_has_a_confidence() -> None:
    assert all(0 < value <= 1 for value in (*CONFIDENCE.values(), *FORCE.values()))


def test_evidence_is_given_for_each_value() -> None:
    found = only("On Sunday, Hanno Pevkur told the BBC that more would follow.")
    assert [(e.field, e.quote) for e in found.evidence] == [
        ("speaker", "Hanno Pevkur"),
        ("cue", "told"),
        ("content", "that more would follow"),
        ("via", "the BBC"),
        ("said_on", "Sunday"),
    ]


WORDS = st.sampled_from(
    ['"', "“", "”", "said", "he", "Pevkur", "that", ",", ".", ":", "told", "according", "to",
     "who", "the", "and", "\n\n", "-", "(", ")", "as", "adding", "was", "claim", "From", "’s"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_run_of_words_is_read_without_fault(parts: list[str]) -> None:
    text = " ".join(parts)
    for claim in READER.read(page(text)):
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


#: What opens a quotation, a label or a line of its own; two backticks are a typewriter's mark.
MARKS = (*"\"“”'‘’«»:;\n\r", "``")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40).filter(lambda s: not any(mark in s for mark in MARKS)))
def test_words_around_a_quotation_do_not_move_it(before: str) -> None:
    text = f'The talks went on.\n\n"We will not wait," Hanno Pevkur said.\n\n{before}'
    quotes = [e.quote for c in READER.read(page(text)) for e in c.evidence if e.field == "content"]
    assert "We will not wait," in quotes
