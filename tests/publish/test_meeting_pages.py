"""Meetings: each fact opens to its words, and of those counted it is said how many are named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from publish_book import (
    COUNT,
    GUEST,
    HOST,
    LVA,
    NOR,
    FakeView,
    W,
    cut,
    entry_of,
    fake_source,
    narvik,
    source_of,
)
from publish_html import Reading

from pledgebook.model.claims import Claim, Participation
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.model.vocabulary import Role
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.meeting_page import FACTS, MeetingPage
from pledgebook.publish.meetings import Gathered, Meetings, meeting, meeting_path, named_of_counted
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find, find_page
from pledgebook.publish.render import html
from pledgebook.publish.words import actor_words


def book_of(*claims: Claim) -> Book:
    return Book(replace(narvik(), the_claims=claims, the_entries=tuple(map(entry_of, claims))))


def pages(book: Book) -> list[tuple[MeetingPage, Reading]]:
    (group,) = book.index(Gathered).groups
    found = []
    for number in range(1, 9):
        path = meeting_path(group)
        path = path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"
        page = find(book, path, Asked())
        if page is not None:
            assert isinstance(page, Page)
            assert isinstance(page.payload, MeetingPage)
            found.append((page.payload, Reading(html(book, page).decode())))
    return found


def test_a_meeting_has_a_page_with_every_role_and_its_words() -> None:
    ((payload, reading),) = pages(book_of(HOST, GUEST, COUNT))
    assert (payload.day, payload.places, payload.texts) == ("4 May 2025", ("Narvik",), "2 texts")
    assert [(g.role, [f.actor.text for f in g.facts]) for g in payload.groups] == [
        ("Host", ["Norway"]),
        ("Attended", ["Latvia", "Twelve states (12)"]),
    ]
    text = reading.plain()
    assert "Norway hosted the talks, and Latvia attended them." in text
    assert "Attending a meeting is not joining a coalition." in text
    assert reading.count("details") == 3


def test_the_list_leads_to_the_page() -> None:
    book = book_of(HOST, GUEST)
    page = find_page(book, "meetings.html")
    assert page is not None
    assert isinstance(page.payload, Meetings)
    (meeting,) = page.payload.meetings
    assert find_page(book, meeting.href) is not None


BERG = Actor(id="person:berg", name="Berg", type="person")
FOR_LATVIA = replace(GUEST, actor=BERG, representing="LVA")


@pytest.mark.parametrize(
    ("named", "count", "said"),
    [
        (
            (HOST, GUEST),
            12,
            "12 counted, 1 named as attended, 1 as host; at least 10 not named.",
        ),
        ((GUEST, FOR_LATVIA), 12, "12 counted, 1 named as attended; at least 11 not named."),
        ((GUEST,), 1, "1 counted, 1 named as attended."),
        ((HOST, GUEST), 1, "1 counted, 1 named as attended, 1 as host."),
        (
            (GUEST, replace(GUEST, actor=NOR)),
            1,
            "1 counted, 2 named as attended; more are named than counted.",
        ),
        ((), 12, "12 counted, 0 named as attended; at least 12 not named."),
        (
            (replace(GUEST, role="invited"),),
            2,
            "2 counted, 0 named as attended; at least 2 not named.",
        ),
        ((GUEST,), None, None),
    ],
)
def test_how_many_of_those_counted_are_named(
    named: tuple[Participation, ...], count: int | None, said: str | None
) -> None:
    counted = replace(COUNT, actor=replace(COUNT.actor, count=count))
    assert named_of_counted([(entry_of(claim), claim) for claim in named], counted) == said


def test_a_party_told_by_two_entries_is_one_fact_with_both_words() -> None:
    again = replace(GUEST, source=W, sentence=COUNT.sentence, evidence=())
    ((payload, _),) = pages(book_of(HOST, GUEST, again))
    fact = payload.groups[1].facts[0]
    assert (fact.actor.text, len(fact.tellings), len(fact.records)) == ("Latvia", 2, 2)


def test_a_book_without_meetings_says_what_was_not_read() -> None:
    book = book_of()
    page = find_page(book, "meetings.html")
    assert page is not None
    text = Reading(html(book, page).decode()).plain()
    assert "The program found no meeting in the texts that were read. 1 source was not read" in text


def test_a_great_meeting_is_paged_and_every_fact_stands_once() -> None:
    many = (replace(LVA, id=None, name=f"Guest {n}") for n in range(70))
    guests = [replace(GUEST, actor=actor, evidence=()) for actor in many]
    found = pages(book_of(*guests))
    assert [page.paging.pages for page, _ in found] == [3, 3, 3]
    names = [f.actor.text for page, _ in found for g in page.groups for f in g.facts]
    assert len(names) == len(set(names)) == 70
    assert len([f for g in found[0][0].groups for f in g.facts]) == FACTS
    assert found[0][0].overview is not None
    assert found[1][0].overview is None


def test_a_meeting_of_a_source_that_may_be_named_only_shows_no_words() -> None:
    view: FakeView = narvik("metadata")
    book = Book(replace(view, the_claims=(HOST,), the_entries=(entry_of(HOST),)))
    ((payload, reading),) = pages(book)
    assert payload.places == ()
    assert payload.day == "4 May 2025"
    assert "hosted the talks" not in reading.plain()
    assert "Words not shown" in reading.plain()


def counted(name: str, quote: str, count: int | None, role: Role = "attended") -> Participation:
    """A count as a text of its own tells it."""
    text = f"{name} came."
    return replace(
        COUNT,
        source=source_of(text, name),
        sentence=Span(0, len(text)),
        actor=replace(COUNT.actor, name=name, count=count),
        role=role,
        evidence=(cut(text, "actor", name), *((cut(text, "actor.count", quote),) if quote else ())),
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("18 leaders", "18", 18), ("Eighteen leaders", "Eighteen", 18), True),
        (("18 leaders", "18", 18), ("Eighteen European leaders", "Eighteen", 18), True),
        (("18 leaders", "18", 18), ("19 leaders", "19", 19), False),
        (("18 leaders", "18", 18), ("18 ministers", "18", 18), False),
        (("18 leaders", "18", 18), ("18 leaders", "18", 18, "invited"), False),
        (("Several leaders", "", None), ("Several leaders again", "", None), False),
    ],
)
def test_a_count_that_is_told_twice_is_one(
    one: tuple[Any, ...], other: tuple[Any, ...], *, same: bool
) -> None:
    claims = counted(*one), counted(*other)
    entries = tuple(map(entry_of, claims))
    view = replace(narvik(), the_entries=entries, the_claims=claims)
    texts = tuple(fake_source(c.source, f"{c.actor.name} came.") for c in claims)
    book = Book(replace(view, the_sources=texts))
    (group,) = book.index(Gathered).groups
    shown = meeting(book, group)
    assert len(shown.counted) == (1 if same else 2)
    page = find_page(book, meeting_path(group))
    assert page is not None
    assert isinstance(page.payload, MeetingPage)
    facts = [fact for some in page.payload.groups for fact in some.facts]
    assert [len(fact.tellings) for fact in facts] == ([2] if same else [1, 1])
    if same:
        first = facts[0]
        assert [link.href for link in first.records] == [
            f"entries/{entry.id.removeprefix('entry:')[:16]}.html" for entry in entries
        ]
        assert [link.text for link in shown.counted[0].also] == [actor_words(claims[1].actor)]
        assert "told again in entry 2" in Reading(html(book, page).decode()).plain()
    hidden = Book(view)  # texts that are not in the book may not be quoted
    (group,) = hidden.index(Gathered).groups
    assert len(meeting(hidden, group).counted) == 2
