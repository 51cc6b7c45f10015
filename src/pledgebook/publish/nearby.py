"""What stands around an entry: who it names, its meeting, what else the same sentence tells."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.spans import Span
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.doings import actor_links
from pledgebook.publish.meetings import Gathered, meeting_path
from pledgebook.publish.names import actors_of
from pledgebook.publish.proposals import proposal_path

#: Other entries of the same sentence that a page lists.
LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Links around an entry.

    Attributes:
        actors: everybody that its claims name.
        own: a page that shows more of it: the meeting, or the proposal's own page; None for none.
        same_words: other entries that the same sentence tells; ``more`` counts those not listed.
    """

    actors: tuple[Link, ...]
    own: Link | None
    same_words: tuple[Link, ...]
    more: int


class MeetingOf:
    """Meetings by the participations that belong to them."""

    def __init__(self, book: Book) -> None:
        """Look through all meetings once."""
        groups = book.index(Gathered).groups
        self.paths = {entry.id: meeting_path(group) for group in groups for entry, _ in group}


def nearby(book: Book, entry: Entry) -> Nearby:
    """Find what stands around an entry."""
    actors = tuple(actor for claim in entry.claims for actor in actors_of(claim))
    others = _same_words(book, entry)
    return Nearby(
        actors=actor_links(book, actors),
        own=_own(book, entry),
        same_words=tuple(entry_link(book, other) for other in others[:LISTED]),
        more=max(0, len(others) - LISTED),
    )


def _own(book: Book, entry: Entry) -> Link | None:
    if entry.kind == "participation":
        path = book.index(MeetingOf).paths.get(entry.id)
        return None if path is None else Link(text="Everybody at this meeting", href=path)
    if entry.kind == "proposal":
        return Link(text="Scope, who proposes and who denies it", href=proposal_path(entry))
    return None


def _same_words(book: Book, entry: Entry) -> list[Entry]:
    """Entries whose claims rest on the sentence that carries the leading claim."""
    lead = entry.lead
    found = {
        home.id: home
        for claim in book.claims_of(lead.source.id)
        if _overlap(claim.sentence, lead.sentence)
        and (home := book.entry_of(claim.id)) is not None
        and home.id != entry.id
    }
    return list(found.values())


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
