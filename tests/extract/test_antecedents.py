"""Whom pronouns and offices stand for."""

from __future__ import annotations

import pytest
from reading import page

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.page import Page
from pledgebook.extract.resolved_actors import ResolvedActor
from pledgebook.extract.statement_labels import label_at
from pledgebook.model.spans import Span


def resolve(text: str, words: str, title: str | None = None) -> tuple[Page, ResolvedActor]:
    """Resolve the last place of ``words`` in ``text``."""
    read = page(text, title=title)
    start = text.rindex(words)
    return read, speaker_at(read, Span(start, start + len(words)))


MEETING = "French President Emmanuel Macron met Polish Prime Minister Donald Tusk."
CASES = [
    ("Hanno Pevkur spoke first. Then he said no.", "he", "person:hanno-pevkur"),
    ("Hanno Pevkur met Kaja Kallas. He said no.", "He", "person:hanno-pevkur"),
    ("Hanno Pevkur spoke.\n\nThe hall was full.\n\nHe said no.", "He", "person:hanno-pevkur"),
    ("Hanno Pevkur spoke. Under Kaja Kallas much changed, he said.", "he", "person:hanno-pevkur"),
    ("Hanno Pevkur, who leads the ministry, said no.", "who", "person:hanno-pevkur"),
    ("Norwegian Prime Minister Jonas Gahr Støre spoke. The prime minister said no.",
     "The prime minister", "person:jonas-gahr-store"),
    (f"{MEETING} The president said no.", "The president", "person:emmanuel-macron"),
    (f"{MEETING} The prime minister said no.", "The prime minister", "person:donald-tusk"),
    ("The minister Oskar Nurmela spoke. Nurmela said no.", "Nurmela", "person:oskar-nurmela"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "actor"), CASES)
def test_who_is_meant(text: str, words: str, actor: str) -> None:
    assert resolve(text, words)[1].actor.id == actor


def test_the_antecedent_is_a_second_place() -> None:
    text = "Hanno Pevkur spoke first. Then he said no."
    read, found = resolve(text, "he")
    assert found.antecedent is not None
    assert read.words(found.local) == "he"
    assert read.words(found.antecedent) == "Hanno Pevkur"
    assert found.problem == "speaker-from-context"


def test_names_in_quotation_marks_are_no_antecedents() -> None:
    text = 'Hanno Pevkur spoke. "Kaja Kallas knows it." He said no.'
    assert resolve(text, "He")[1].actor.id == "person:hanno-pevkur"


def test_the_last_speaker_comes_before_names_that_do_not_speak() -> None:
    text = "Hanno Pevkur spoke to Kaja Kallas. He said no. "
    read = page(text)
    start = text.index("He")
    speaker = speaker_at(read, Span(0, len("Hanno Pevkur")))
    found = speaker_at(read, Span(start, start + 2), [speaker])
    assert found.actor.id == "person:hanno-pevkur"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Two diplomats who asked not to be named said no.", "Two diplomats", "Two diplomats"),
        ("a spokesman for the ministry said no.", "a spokesman for the ministry", "a spokesman"),
        ("officials in Tallinn said no.", "officials in Tallinn", "officials"),
    ],
)
def test_unnamed_speakers_keep_the_bare_noun_phrase(text: str, words: str, name: str) -> None:
    found = resolve(text, words)[1]
    assert (found.actor.id, found.actor.type, found.actor.name) == (None, "unnamed", name)


@pytest.mark.parametrize("words", ["he", "they", "it"])
def test_nobody_before(words: str) -> None:
    found = resolve(f"Then {words} said no.", words)[1]
    assert (found.actor.id, found.problem) == (None, "speaker-unresolved")


@pytest.mark.parametrize(
    ("text", "title", "label", "actor"),
    [
        ("MS. OLSEN:  Yes.", None, "MS. OLSEN", "person:olsen"),
        ("MS. OLSEN:  Yes.\n\nThanks to Press Secretary Karin Olsen.", None, "MS. OLSEN", None),
        ("THE PRESIDENT:  Yes.", "Remarks by President Emmanuel Macron", "THE PRESIDENT",
         "person:emmanuel-macron"),
        ("THE PRESIDENT:  Yes.", None, "THE PRESIDENT", "nobody"),
    ],
)  # fmt: skip
def test_labels_of_turns(text: str, title: str | None, label: str, actor: str | None) -> None:
    found = label_at(page(text, title=title), Span(0, len(label))).actor
    if actor == "nobody":
        assert (found.id, found.type) == (None, "unnamed")
    else:
        assert found.id == (actor or "person:karin-olsen")


def test_a_name_known_from_the_title_cites_the_title() -> None:
    found = label_at(
        page("THE PRESIDENT:  Yes.", title="Remarks by President Emmanuel Macron"), Span(0, 13)
    )
    assert found.place == "title"
    assert found.antecedent is not None
