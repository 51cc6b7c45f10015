"""Sentences: each line is one paragraph, with ``|`` where a sentence must end."""

from __future__ import annotations

import pytest

from pledgebook.language.english import English

ENGLISH = English()

PARAGRAPHS = [
    "The fund is open.| Norway pays first.| Who is next?| Nobody knows!| It is late.",
    "Mr. Example met Dr. Sample and Gen. Person in St. Albans.| Mrs. Other did not come.",
    "The U.S. will pay.| The U.K. government agreed with the U.N. Security Council.",
    "It goes to the U.S.| The rest stays.",
    "It is paid to the E.U. Commission in two parts.",
    "Talks began at 10 a.m. Monday and ended at 4 p.m.| The next ones are in May.",
    "They meet at No. 10 Downing Street.| The answer was no.| Ten of them came.",
    "It was signed on Jan. 5 and on Sept. 12, 2024.| It holds until 2026.| Then it ends.",
    "It costs £1.6bn, i.e. 2.5 % more than the 1.56 of last year, e.g. for repairs.",
    "John F. Example and J. K. Sample signed for Widget Inc. of Oslo.| Others followed.",
    "Example Corp. and Sample Ltd. of Oslo said nothing to anyone.",
    '"We will pay," she said.| "It is late."| He left.',
    '"Will you pay?" she asked.| "Yes!" he said.| "When?"| Nobody knew.',
    '"Will you pay?" Example asked the minister.| She said no.',
    "“Will you pay?” the Dutch minister asked.| “We will!” Anna Example replied.",
    '"Stop!"| He turned.',
    "He said “we will pay.”| Nobody else did.",
    "He said ‘we will pay.’| Nobody else did.",
    "It was over (so they said).| (Others did not.)| It went on.",
    "He paused… and went on.| He stopped…| Nobody spoke.",
    "He paused ... then went on.| He stopped....| Nobody spoke.",
    "The war did not end.[1]| The talks did.[2]",
    "The fund is open.|Norway pays first.",
    "He said “it is paid.”|Norway did not.",
    "See example.org/News.Html or write to A.Person@example.org for more.",
    "The Yahoo! group met.| What? it said.",
    "He gave 3 tanks, 4 guns, etc. and left.| He gave tanks, etc.| The rest came later.",
    "Prices rose by 2.| Nobody was glad.",
    "A first point: pay.| 2. Repair.| 3. Rest.",
    "**It is paid.**| *It is late.*| The end.",
    "The total is . . . . . . 22,000 for all.",
    "The fund is open .| Norway pays .",
    "They need help now.|  They need it soon.",
    "We asked.\u00a0| They answered.\u00a0\u00a0| It was late.",
    "Lt. Gen. Example, ret., spoke.| Sen. Sample (D-Mo.) listened.| Rep. Other did too.",
    "He was born in Washington, D.C.| He lives there.",
    "政府は支援を送る。|それは五月だ。",
    "Why pay at all?| Because it helps.| So they said!",
    "The bill (H.R. 12) passed 51 to 49.| It is law.",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_ends_of_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    spans = ENGLISH.sentences(text, ENGLISH.blocks(text))
    assert [span.of(text) for span in spans] == [part.strip() for part in marked.split("|")]


def test_hard_breaks_inside_a_paragraph_end_no_sentence() -> None:
    text = (
        "On Monday the four governments agreed to pay forty million euros to Mr.\n"
        "Example, who had asked for the money in the spring. It was the third\n"
        "time that he had asked for it. The rest is late."
    )
    spans = ENGLISH.sentences(text, ENGLISH.blocks(text))
    assert [span.of(text).split()[-1] for span in spans] == ["spring.", "it.", "late."]


def test_no_sentence_crosses_a_bullet() -> None:
    text = "We agreed to:\n\n- pay ten million\n- repair two stations. Then rest\n\nThat is all."
    spans = ENGLISH.sentences(text, ENGLISH.blocks(text))
    assert [span.of(text) for span in spans] == [
        "We agreed to:",
        "pay ten million",
        "repair two stations.",
        "Then rest",
        "That is all.",
    ]


def test_only_the_blocks_that_are_given_are_split() -> None:
    text = "It is paid. Soon.\n\nIt is late. Now."
    blocks = ENGLISH.blocks(text)
    spans = ENGLISH.sentences(text, blocks[1:])
    assert [span.of(text) for span in spans] == ["It is late.", "Now."]
