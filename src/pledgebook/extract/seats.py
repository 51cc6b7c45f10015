"""Seats at meetings before they are claims: one for each state, meeting and kind of role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pledgebook.extract.events import Meeting
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Role
from pledgebook.resolve.mentions import ActorMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One actor in one role at one meeting, with the words of each."""

    mention: ActorMention
    role: Role
    role_words: Span | None
    meeting: Meeting
    sentence: Span
    event_here: bool = True
    joins: bool = False
    told_again: tuple[Span, ...] = ()


def one_each(page: Page, seats: list[Seat]) -> list[Seat]:
    """One seat per state, meeting and kind of role; the person is kept where one is named."""
    kept: dict[tuple[str, str, bool], Seat] = {}
    for seat in seats:
        actor = seat.mention.actor
        who = actor.affiliation or actor.id or f"{actor.name} {actor.count}"
        key = (who, seat.meeting.noun, seat.joins)
        old = kept.get(key)
        if old is not None and _in_place_of(seat, old):
            key = (f"{actor.id} {seat.role}", seat.meeting.noun, seat.joins)
            old = kept.get(key)
        if old is None:
            kept[key] = seat
        elif _outranks(page, seat, old):
            kept[key] = replace(seat, told_again=(*seat.told_again, *_again(seat, old)))
        else:
            kept[key] = replace(old, told_again=(*old.told_again, *_again(old, seat)))
    one = [seat for seat in kept.values() if not _named_otherwise(seat, kept.values())]
    return sorted(one, key=lambda s: (s.sentence, s.mention.span))


def _named_otherwise(seat: Seat, seats: Iterable[Seat]) -> bool:
    """Say whether a meeting that only a verb tells has a name in another seat of the sentence.

    "sat down in Riga for the first round of talks" is one seat, not two.
    """
    return _by_verb(seat) and any(
        other.sentence == seat.sentence
        and other.mention.actor == seat.mention.actor
        and other.role == seat.role
        and not _by_verb(other)
        for other in seats
    )


def _by_verb(seat: Seat) -> bool:
    return seat.role_words is not None and seat.role_words.overlaps(seat.meeting.name)


def _in_place_of(seat: Seat, old: Seat) -> bool:
    """Say whether one of two of a state stays away and another one comes."""
    away = {seat.role, old.role} & {"declined"} and seat.role != old.role
    other = seat.mention.actor.id != old.mention.actor.id
    return bool(away) and other and "person" in (seat.mention.actor.type, old.mention.actor.type)


def _again(kept: Seat, other: Seat) -> tuple[Span, ...]:
    """Other places of one seat that name the same actor; a state's name is none of a person's."""
    same = other.mention.actor.id == kept.mention.actor.id
    return (other.mention.span, *other.told_again) if same else ()


def _outranks(page: Page, new: Seat, old: Seat) -> bool:
    """A host outranks a guest, a whole sentence a standfirst, a person the state."""
    if (new.role == "host") != (old.role == "host"):
        return new.role == "host"
    if new.mention.actor == old.mention.actor and _whole(page, new) != _whole(page, old):
        return _whole(page, new)
    return (
        new.mention.actor.type == "person"
        and old.mention.actor.type != "person"
        and (new.role == old.role)
    )


def _whole(page: Page, seat: Seat) -> bool:
    """Say whether a seat's sentence ends as sentences do; headings and captions often do not."""
    return page.words(seat.sentence).rstrip('"”’)').endswith((".", "!", ":"))
