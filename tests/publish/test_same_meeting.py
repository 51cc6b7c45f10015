"""Tellings stand under one heading only where the book gives a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from publish_book import GUEST, HOST, LVA, FakeView, H, W, entry_of

from pledgebook.model.claims import Participation
from pledgebook.model.values import Actor, Event
from pledgebook.publish.book import Book
from pledgebook.publish.gatherings import gathered
from pledgebook.publish.meetings import meetings


def told(event: Event, source: str = "H", name: str = "Latvia", day: int = 5) -> Participation:
    where = replace(H if source == "H" else W, published=date(2025, 5, day))
    where = replace(where, id=f"sha256:{source}")
    return replace(GUEST, source=where, event=event, actor=replace(LVA, name=name))


DATED = Event(name="talks in Narvik", place="Narvik", date=date(2025, 5, 4))
VAGUE = Event(name="the talks")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (told(DATED), told(VAGUE), True),
        (told(DATED), told(VAGUE, "W"), False),
        (told(DATED), told(replace(DATED, name="the meeting"), "W"), True),
        (told(DATED), told(replace(DATED, date=date(2025, 6, 9)), "W"), False),
        (told(DATED), told(Event(name="talks in Narvik"), "W", day=9), True),
        (told(DATED), told(Event(name="Talks in Narvik"), "W", day=30), False),
        (told(DATED), told(Event(name="talks in Narvik", place="Oslo"), "W"), False),
        (told(VAGUE), told(VAGUE, "W"), False),
        (told(Event(name=None)), told(Event(name=None), "W"), False),
    ],
)
def test_two_tellings(one: Participation, other: Participation, together: bool) -> None:  # noqa: FBT001
    assert len(gathered([entry_of(one), entry_of(replace(other, role="host"))])) == 2 - together


def test_a_text_about_two_meetings_keeps_the_vague_one_apart() -> None:
    oslo = Event(name="talks in Oslo", place="Oslo", date=date(2025, 6, 1))
    entries = [entry_of(told(event)) for event in (DATED, oslo, VAGUE)]
    assert gathered(entries) == [[entry] for entry in entries]


def test_what_the_fold_joined_joins_the_texts_too() -> None:
    joined = entry_of(told(VAGUE, "W"), told(DATED))
    other = entry_of(told(Event(name="the room"), "W", name="Estonia"))
    assert gathered([other, joined]) == [[other, joined]]


def test_a_name_told_by_two_entries_is_one_seat_with_two_links() -> None:
    entries = (entry_of(HOST), entry_of(GUEST), entry_of(replace(GUEST, reader="other@1")))
    again = replace(entries[2], id="entry:" + "a" * 64)
    (meeting,) = meetings(Book(FakeView(the_entries=(*entries[:2], again)))).meetings
    (seat,) = meeting.by_role[1].seats
    assert (seat.link.text, len(seat.also)) == ("Latvia", 1)


def test_whom_a_person_stands_for_is_said() -> None:
    person = Actor(id="person:ola", name="Ola Nordmann", type="person")
    entry = entry_of(replace(HOST, actor=person, representing="NOR"))
    (meeting,) = meetings(Book(FakeView(the_entries=(entry,)))).meetings
    assert meeting.by_role[0].seats[0].stands_for == "Norway"
