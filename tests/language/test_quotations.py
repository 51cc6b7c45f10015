"""Words in quotation marks: what is found, and what must not be taken for a quotation."""

from __future__ import annotations

import pytest

from pledgebook.language.english import English

ENGLISH = English()


def found(text: str) -> list[tuple[str, bool]]:
    quotations = ENGLISH.quotations(text, ENGLISH.blocks(text))
    for quotation in quotations:
        assert quotation.outer.holds(quotation.inner)
    return [(quotation.inner.of(text), quotation.closed) for quotation in quotations]


CLOSED = [
    ('She said "we will pay" and left.', ["we will pay"]),
    ("She said “we will pay” and left.", ["we will pay"]),
    ('She said “we will pay" and left.', ["we will pay"]),
    ('She said "we will pay” and left.', ["we will pay"]),
    ("She said ”we will pay” and left.", ["we will pay"]),
    ("She said “we will pay“ and left.", ["we will pay"]),
    ("Sie sagte „wir zahlen“ und ging.", ["wir zahlen"]),
    ("Ona skazała „płacimy” i wyszła.", ["płacimy"]),
    ("Elle a dit «nous payons» hier.", ["nous payons"]),
    ("Sie sagte »wir zahlen« und ging.", ["wir zahlen"]),
    ("She said ``we will pay'' and left.", ["we will pay"]),
    ("She said ''we will pay'' and left.", ["we will pay"]),
    ("She said ‘we will pay’ and left.", ["we will pay"]),
    ("She said 'we will pay' and left.", ["we will pay"]),
    ('"We will," he said, "pay."', ["We will,", "pay."]),
    ("“We’ll pay,” he said. “It’s late.”", ["We’ll pay,", "It’s late."]),
    ("‘We’ll pay,’ he said, ‘in May.’", ["We’ll pay,", "in May."]),
    ("'We'll pay,' he said, 'in May.'", ["We'll pay,", "in May."]),
    ("The ‘coalition of the willing’, as he said.", ["coalition of the willing"]),
    ("The leaders' summit was 'very good', they said.", ["very good"]),
    ("The leaders’ summit was ‘very good’, they said.", ["very good"]),
    ("‘The leaders’ summit is over,’ he said.", ["The leaders’ summit is over,"]),
    ("'The leaders' summit is over,' he said.", ["The leaders' summit is over,"]),
    ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
    ("‘He said “no” to us,’ she said.", ["He said “no” to us,"]),
    ("“It was “late” again,” she said.", ["It was “late” again,"]),
    ('The plan ("to pay") is new.', ["to pay"]),
    ('It is new—"to pay"—and good.', ["to pay"]),
    ('The so-called "plan".', ["plan"]),
    ('He said:"We will pay."', ["We will pay."]),
    ("He said:“We will pay.”Nobody spoke.", ["We will pay."]),
    ('A ceasefire "in the air, at sea"; no more.', ["in the air, at sea"]),
    ("“1,000 tanks” were named.", ["1,000 tanks"]),
    ("Read “More” and “Less”.", ["More", "Less"]),
]


@pytest.mark.parametrize(("text", "inner"), CLOSED)
def test_closed_quotations(text: str, inner: list[str]) -> None:
    assert found(text) == [(words, True) for words in inner]


NONE = [
    "The leaders' summit and the ministers' talks went on.",
    "It’s Norway’s and the leaders’ plan, isn’t it?",
    "It's Norway's and the leaders' plan, isn't it?",
    "In the '90s and the ’80s nobody paid.",
    "They told 'em to pay 'cause it was late.",
    "The gun has a 5\" barrel and a 12' mount.",
    "He closed it” without opening.",
    "Rock 'n' roll was played.",
    "It cost 5' to the metre.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quotation(text: str) -> None:
    assert found(text) == []


def test_paragraphs_that_open_and_do_not_close() -> None:
    text = (
        "She spoke at length: “We will pay in May.\n\n"
        "“We will pay again in June.\n\n“Then we rest,” she said.\n\nNobody spoke."
    )
    assert found(text) == [
        ("We will pay in May.", False),
        ("We will pay again in June.", False),
        ("Then we rest,", True),
    ]


def test_missing_mark_never_swallows_the_next_paragraph() -> None:
    text = 'He said "we will pay and left.\n\nShe said "no".\n\nThat was all.'
    assert found(text) == [("we will pay and left.", False), ("no", True)]


def test_missing_mark_ends_before_the_next_opening() -> None:
    text = "He said “we will pay and left. She said “no” and stayed. They said “so” then."
    assert found(text)[1:] == [("no", True), ("so", True)]
    assert found(text)[0] == ("we will pay and left. She said", False)


def test_spans_count_in_the_text_and_hold_the_marks() -> None:
    text = '  He said\xa0“we will pay".\r\n'
    (quotation,) = ENGLISH.quotations(text, ENGLISH.blocks(text))
    assert quotation.outer.of(text) == '“we will pay"'
    assert quotation.inner.of(text) == "we will pay"


def test_hard_wrapped_quotation_is_one() -> None:
    text = (
        "On Monday the minister said that it was late, and that “all the money that\n"
        "was promised in the spring will be paid before the summer,” but she did\n"
        "not say by whom it would be paid."
    )
    assert [words.split()[-1] for words, closed in found(text) if closed] == ["summer,"]
