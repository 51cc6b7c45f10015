"""Layouts as pages have them, each with the blocks that must come out, word for word."""

from __future__ import annotations

import pytest

from pledgebook.language.english import English

ENGLISH = English()

NEWS = """Ministers agree on a fund for repairs

Norway will pay 40 million euros into a fund, its government said on Monday.

The points agreed:

  •  keep the power stations running, and repair two of them by winter
  • train 300 engineers
  1. in Oslo
  2. in Warsaw

Nothing else was decided."""

WRAPPED = """On Monday the four governments agreed to pay forty million euros into a
fund for the repair of power stations.  Two of them will pay in May, the
others before the end of the year, as their parliaments have to vote on
it.

-   Norway will pay ten million and will send engineers who are to
    work in the east of the country.
-   Canada will pay twelve million
and train those who repair lines.

It was the third meeting this
year – and the last one before the summer.
"""

TRANSCRIPT = """Press room
2:05 P.M. EST

MS. EXAMPLE:  Good afternoon.  I have one thing to say.

We will pay ten million.

Q    When will it be paid, and
to whom?

MS. EXAMPLE:  (Laughs.)  In May.

Q:  And how?

THE MINISTER (by telephone):  By cheque.

END
"""


def blocks_of(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in ENGLISH.blocks(text)]


def labels_of(text: str) -> list[str | None]:
    return [block.label.of(text) if block.label else None for block in ENGLISH.blocks(text)]


def test_news_with_bullets() -> None:
    assert blocks_of(NEWS) == [
        ("heading", "Ministers agree on a fund for repairs"),
        (
            "paragraph",
            "Norway will pay 40 million euros into a fund, its government said on Monday.",
        ),
        ("paragraph", "The points agreed:"),
        ("bullet", "keep the power stations running, and repair two of them by winter"),
        ("bullet", "train 300 engineers"),
        ("bullet", "in Oslo"),
        ("bullet", "in Warsaw"),
        ("paragraph", "Nothing else was decided."),
    ]
    assert labels_of(NEWS)[5:7] == ["1", "2"]


def test_offsets_count_in_the_text_as_given() -> None:
    spans = [block.span for block in ENGLISH.blocks(NEWS)]
    assert spans[0].start == 0
    assert spans[3].start == NEWS.index("keep the power")
    assert spans[-1].end == len(NEWS)


def test_hard_wrapped_paragraphs_and_bullets_are_held_together() -> None:
    found = [(kind, " ".join(words.split())) for kind, words in blocks_of(WRAPPED)]
    assert [kind for kind, _ in found] == ["paragraph", "bullet", "bullet", "paragraph"]
    assert found[0][1].startswith("On Monday the four")
    assert found[0][1].endswith("to vote on it.")
    assert found[1][1].endswith("in the east of the country.")
    assert found[2][1] == "Canada will pay twelve million and train those who repair lines."
    assert found[3][1] == (
        "It was the third meeting this year – and the last one before the summer."
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_line_breaks_of_every_kind(newline: str) -> None:
    text = NEWS.replace("\n", newline)
    assert blocks_of(text) == blocks_of(NEWS)


def test_no_break_spaces_are_blanks_at_the_edges_and_stay_inside() -> None:
    text = "\xa0\xa0It cost £40\xa0million.\xa0 \n\xa0\nIt was paid in May.\xa0"
    assert blocks_of(text) == [
        ("paragraph", "It cost £40\xa0million."),
        ("paragraph", "It was paid in May."),
    ]


def test_transcript_turns_carry_their_label() -> None:
    found = list(zip(labels_of(TRANSCRIPT), blocks_of(TRANSCRIPT), strict=True))
    assert found[2:] == [
        ("MS. EXAMPLE", ("turn", "Good afternoon.  I have one thing to say.")),
        ("MS. EXAMPLE", ("turn", "We will pay ten million.")),
        ("Q", ("turn", "When will it be paid, and\nto whom?")),
        ("MS. EXAMPLE", ("turn", "(Laughs.)  In May.")),
        ("Q", ("turn", "And how?")),
        ("THE MINISTER", ("turn", "By cheque.")),
        ("THE MINISTER", ("turn", "END")),
    ]


def test_label_of_one_speech_holds_for_all_of_it() -> None:
    text = "PRIME MINISTER EXAMPLE:  Good morning.\n\nWe will pay.\n\nThank you."
    assert labels_of(text) == ["PRIME MINISTER EXAMPLE"] * 3


def test_title_case_labels() -> None:
    text = (
        "Prime Minister Anna Example: We have a plan.\n\n"
        "Question: What is it?\n\n"
        "Prime Minister Anna Example: To pay.\n"
    )
    assert labels_of(text) == [
        "Prime Minister Anna Example",
        "Question",
        "Prime Minister Anna Example",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "FACT SHEET: What the fund will pay for.\n\nIt will pay for repairs.",
        "SUBJECT: The fund and who pays for it.\n\nIt was agreed to pay.",
        "Dear Mr. President:\n\nI write to say that it will be paid.",
        "He said one thing: that it would be paid.\n\nIt was.",
        "Amount: ten million.\n\nWhere: Oslo.\n\nAmount: two million.",
        "Question marks remain. A war: it goes on.\n\nA truce is far.",
        "At 10:30 on Monday: nothing.\n\nQuite so.",
    ],
)
def test_what_is_no_speaker(text: str) -> None:
    assert set(labels_of(text)) == {None}


def test_repeated_names_in_an_interview_are_speakers() -> None:
    text = (
        "Mary Example: Why?\n\nOleh Sample: It was late.\n\nMary Example: And?\n\nOleh Sample: So."
    )
    assert labels_of(text) == ["Mary Example", "Oleh Sample"] * 2


def test_headings_of_markdown() -> None:
    text = (
        "# The fund\n\n## Who pays ##\nNorway pays.\n\n**<u>When it is paid</u>**\n\n"
        "It is paid in May.\n\n**Norway pays ten million in May.**\n\n***More***\n\nNone."
    )
    assert [(b.kind, b.level, b.span.of(text)) for b in ENGLISH.blocks(text)] == [
        ("heading", 1, "The fund"),
        ("heading", 2, "Who pays ##"),
        ("paragraph", 1, "Norway pays."),
        ("heading", 1, "When it is paid"),
        ("paragraph", 1, "It is paid in May."),
        ("paragraph", 1, "Norway pays ten million in May."),
        ("heading", 1, "More"),
        ("paragraph", 1, "None."),
    ]


def test_levels_of_nested_bullets() -> None:
    text = (
        "We agreed:\n\n- one\n    - two\n        - three\n    - four\n- five\n\n"
        "End of it.\n\n  - six"
    )
    found = [(b.level, b.span.of(text)) for b in ENGLISH.blocks(text) if b.kind == "bullet"]
    assert found == [(1, "one"), (2, "two"), (3, "three"), (2, "four"), (1, "five"), (1, "six")]


@pytest.mark.parametrize(
    ("line", "words", "label"),
    [
        ("- ten tanks", "ten tanks", None),
        ("* ten tanks", "ten tanks", None),
        ("• ten tanks", "ten tanks", None),
        ("•ten tanks", "ten tanks", None),
        ("▪\tten tanks", "ten tanks", None),
        ("– Ten tanks", "Ten tanks", None),
        ("\\* ten tanks", "ten tanks", None),
        ("1. ten tanks", "ten tanks", "1"),
        ("12) ten tanks", "ten tanks", "12"),
        ("(a) ten tanks", "ten tanks", "a"),
        ("b) ten tanks", "ten tanks", "b"),
        ("(iv) ten tanks", "ten tanks", "iv"),
        ("\\(b\\) ten tanks", "ten tanks", "b"),
    ],
)
def test_bullet_marks(line: str, words: str, label: str | None) -> None:
    text = f"It was agreed to give the following:\n\n{line}\n\nNothing else."
    block = ENGLISH.blocks(text)[1]
    assert (block.kind, block.span.of(text)) == ("bullet", words)
    assert (block.label.of(text) if block.label else None) == label


@pytest.mark.parametrize(
    "line",
    [
        "2022. It was a long year for them.",
        "-5 degrees were measured in Oslo.",
        "— and then nothing came of it.",
        "1.5 million euros were paid.",
        "*Norway* pays ten million.",
        "J. Example pays ten million.",
    ],
)
def test_what_opens_no_bullet(line: str) -> None:
    text = f"It was agreed to pay.\n\n{line}"
    assert blocks_of(text)[1] == ("paragraph", line)


def test_number_at_the_beginning_of_a_wrapped_line_is_no_bullet() -> None:
    text = (
        "The money that was promised in the spring of last year was paid on March\n"
        "12. It was used for the repair of power stations and of the long lines\n"
        "between them, as the ministers had agreed at their meeting in the autumn."
    )
    assert len(blocks_of(text)) == 1


def test_paragraph_a_line_without_empty_lines() -> None:
    long = "The minister said that the money would be paid in three parts over the next two years."
    text = f"Norway pays into the fund\n{long} {long}\n{long}\nWho else pays\n{long} {long}"
    assert [kind for kind, _ in blocks_of(text)] == [
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_lines_of_a_list_without_marks_stay_apart() -> None:
    text = "Who came:\nNorway\nDenmark\nThe Czech Republic\nSweden"
    assert [words for _, words in blocks_of(text)] == text.split("\n")


def test_sentence_torn_by_a_lost_link_is_held_together() -> None:
    text = "The minister has\nrepeatedly\nsaid that it would be paid, and that the\nsum would rise."
    assert blocks_of(text) == [("paragraph", text)]


def test_table_rows() -> None:
    text = "Who pays what:\n\n| Country | Sum |\n|---|---|\n| Norway | 10 |\n\nThat is all."
    assert blocks_of(text) == [
        ("paragraph", "Who pays what:"),
        ("table_row", "Country | Sum"),
        ("table_row", "Norway | 10"),
        ("paragraph", "That is all."),
    ]


def test_rules_comments_and_tags_alone_are_left_out() -> None:
    text = "It is paid.\n\n<!-- -->\n\n* * *\n\n<div>\n\n-----\n\n\\###\n\nIt is paid twice."
    assert blocks_of(text) == [("paragraph", "It is paid."), ("paragraph", "It is paid twice.")]


def test_tag_over_a_line_break_tears_no_sentence() -> None:
    text = 'See the <a\nhref="https://example.org/a/b/c">list of sums</a> for more.\n\nIt is long.'
    assert [words for _, words in blocks_of(text)] == [text.partition("\n\n")[0], "It is long."]


def test_quoted_lines_are_one_paragraph() -> None:
    text = "He wrote:\n\n> We will pay.\n\nThat was all."
    assert blocks_of(text)[1] == ("paragraph", "We will pay.")


@pytest.mark.parametrize(
    "text", ["Latvia gives 10 million euros", "ten tanks", "10 tanks\n", "\n\nAid to Ukraine"]
)
def test_one_line_alone_is_a_paragraph(text: str) -> None:
    assert blocks_of(text) == [("paragraph", text.strip())]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\xa0\u200b\ufeff", "---", "* * *\n\n<p>"])
def test_nothing_gives_nothing(text: str) -> None:
    assert ENGLISH.blocks(text) == ()
