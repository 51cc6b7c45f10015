"""Seat at talks: every meeting about terms, and whether the parties concerned took part.

The parties are the recipients of the book's definition. A meeting is about terms where its name
says so (``talk_words``), or where a text tells a proposal of terms, talks or a truce together with
it: in the same sentence, in the one before or after, or in a sentence that names the meeting. The
page says which. What no source says stays "not said".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Claim, Participation, Proposal, Statement
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Role
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link, entry_path
from pledgebook.publish.meetings import Gathered, Pair, events_of, meeting_name, meeting_path
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, page_path, paged
from pledgebook.publish.talk_words import names_talks

#: Proposals that speak of terms.
_TERMS = ("talks", "peace_terms", "truce")

#: Roles in the order in which they answer the question.
_SEATS: dict[Role, str] = {
    "host": "took part (host)",
    "attended": "took part",
    "joined": "took part (joined)",
    "invited": "was invited",
    "declined": "declined",
    "undecided": "undecided",
}

#: Those of them that took part.
_TOOK_PART = frozenset({"host", "attended", "joined"})

#: Entries shown behind one answer; proposals and statements on a page.
SHOWN, SAID = 5, 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """One party at one meeting: what the sources say, each answer opening to its words."""

    party: str
    answer: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksRow:
    """A meeting about terms: why it is listed, the proposal that says so, and its chairs."""

    meeting: Link
    why: str
    proposal: Link | None
    chairs: tuple[Chair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A proposal or statement about talks, and which parties it names."""

    link: Link
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Meetings about terms, newest first; ``parties`` are those concerned.

    Attributes:
        rows, total: those shown, and how many there are.
        answers: how many meetings have which answer for each party.
        looked_at: number of meetings in the book.
    """

    parties: tuple[str, ...]
    rows: tuple[TalksRow, ...]
    total: int
    answers: tuple[str, ...]
    looked_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TalksPage:
    """All meetings about terms, and what is proposed and said of talks."""

    talks: Talks
    proposals: tuple[Said, ...]
    statements: tuple[Said, ...]
    paging: Paging


_Found = tuple[list[Pair], str, Entry | None]


class TalksIndex:
    """The meetings of a book that are about terms, newest first, each with the reason.

    ``seats`` are the entries that tell of a party concerned at one of them; ``empty_chairs`` says
    whether there is one at which nobody says that a party concerned took part.
    """

    def __init__(self, book: Book) -> None:
        """Look at every meeting once."""
        groups = book.index(Gathered).groups
        self.looked_at = len(groups)
        self.proposals = [e for e in book.of_kind("proposal") if _is_terms(e)]
        told: dict[str, list[tuple[Claim, Entry]]] = {}
        for entry in self.proposals:
            for claim in entry.claims:
                told.setdefault(claim.source.id, []).append((claim, entry))
        found = (_about_terms(book, group, told) for group in groups)
        self.talks: list[_Found] = [one for one in found if one is not None][::-1]
        self.statements = [e for e in book.of_kind("statement") if _speaks_of_talks(e)]
        self.answers = _counted(book, self.talks)
        told_seats = [_roles(g, party) for g, _, _ in self.talks for party in _parties(book)]
        self.seats = [entry for roles in told_seats for some in roles.values() for entry in some]
        self.empty_chairs = not all(_TOOK_PART & roles.keys() for roles in told_seats)


def _is_terms(entry: Entry) -> bool:
    return isinstance(entry.lead, Proposal) and entry.lead.proposal_type in _TERMS


def _about_terms(
    book: Book, group: list[Pair], told: dict[str, list[tuple[Claim, Entry]]]
) -> _Found | None:
    if any(event.name and names_talks(event.name) for event in events_of(group)):
        return group, "its name says so", None
    for entry, _ in group:
        for claim in entry.claims:
            for terms, proposal in told.get(claim.source.id, ()):
                if _together(book, claim, terms):
                    return group, "told together with terms", proposal
    return None


def _together(book: Book, meeting: Claim, terms: Claim) -> bool:
    """Say whether one text tells both in the same sentence or the next, or names the meeting."""
    one, other = sorted((meeting.sentence, terms.sentence))
    if one.overlaps(other):
        return True
    source = book.sources.get(terms.source.id)
    if source is None or book.rights(terms.source.id) == "metadata":
        return False
    text = source.snapshot.text
    name = meeting.event.name if isinstance(meeting, Participation) else None
    named = name is not None and name.casefold() in terms.sentence.of(text).casefold()
    return named or not text[one.end : other.start].strip()


def _speaks_of_talks(entry: Entry) -> bool:
    return isinstance(entry.lead, Statement) and names_talks(entry.lead.content)


def _parties(book: Book) -> tuple[str, ...]:
    return () if book.definition is None else book.definition.recipients


def _counted(book: Book, found: Iterable[_Found]) -> tuple[str, ...]:
    every = [group for group, _, _ in found]
    out = []
    for party in _parties(book):
        told = [_roles(group, party) for group in every]
        seated = sum(bool(_TOOK_PART & one.keys()) for one in told)
        silent = sum(not one for one in told)
        out.append(
            f"{book.name_of(party)}: took part in {seated} of {len(every)}, not said of {silent}"
        )
    return tuple(out)


def _roles(group: list[Pair], party: str) -> dict[Role, list[Entry]]:
    found: dict[Role, list[Entry]] = {}
    for entry, lead in group:
        if party in _stands_for(lead):
            found.setdefault(lead.role, []).append(entry)
    return found


def _stands_for(claim: Participation) -> Iterator[str | None]:
    yield from (claim.actor.id, claim.representing, claim.actor.affiliation)


def talks(book: Book, shown: int) -> Talks:
    """Give the newest meetings about terms."""
    return _talks(book, book.index(TalksIndex).talks[:shown])


def _talks(book: Book, found: Iterable[_Found]) -> Talks:
    index = book.index(TalksIndex)
    return Talks(
        parties=tuple(map(book.name_of, _parties(book))),
        rows=tuple(_row(book, one) for one in found),
        total=len(index.talks),
        answers=index.answers,
        looked_at=index.looked_at,
    )


def _row(book: Book, found: _Found) -> TalksRow:
    group, why, proposal = found
    return TalksRow(
        meeting=Link(text=meeting_name(book, group), href=meeting_path(group)),
        why=why,
        proposal=None if proposal is None else entry_link(book, proposal),
        chairs=tuple(chair for party in _parties(book) for chair in _chairs(book, group, party)),
    )


def _chairs(book: Book, group: list[Pair], party: str) -> Iterator[Chair]:
    roles, name = _roles(group, party), book.name_of(party)
    if not roles:
        yield Chair(party=name, answer="not said", entries=())
    for role, answer in _SEATS.items():
        entries = roles.get(role, [])[:SHOWN]
        if entries:
            links = tuple(Link(text=_who(book, e), href=entry_path(e)) for e in entries)
            yield Chair(party=name, answer=answer, entries=links)


def _who(book: Book, entry: Entry) -> str:
    lead = entry.lead
    return book.name(lead.actor) if isinstance(lead, Participation) else entry.id


def talks_page(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """All meetings about terms; the first page also has proposals and statements on talks."""
    index = book.index(TalksIndex)
    found = paged(index.talks, number, "plan/talks", asked)
    if found is None:
        return None
    first = number == 1
    payload = TalksPage(
        talks=_talks(book, found[0]),
        proposals=tuple(_said(book, e) for e in index.proposals[:SAID]) if first else (),
        statements=tuple(_said(book, e) for e in index.statements[:SAID]) if first else (),
        paging=found[1],
    )
    path = page_path("plan/talks", number)
    title = "Seat at talks"
    return Page(path=path, template="talks.html", title=title, payload=payload, tab="plan.html")


def _said(book: Book, entry: Entry) -> Said:
    named = [book.name_of(party) for party in _parties(book) if _names(book, entry, party)]
    text = f"names {words.listed(named)}" if named else "names none of the parties concerned"
    return Said(link=entry_link(book, entry), names=text)


def _names(book: Book, entry: Entry, party: str) -> bool:
    lead = entry.lead
    if isinstance(lead, Proposal):
        actors = (*lead.proposers, *lead.addressees)
        if any(party in (actor.id, actor.affiliation) for actor in actors):
            return True
    content = getattr(lead, "content", "")
    speaker = getattr(lead, "speaker", None)
    spoken = speaker is not None and party in (speaker.id, speaker.affiliation)
    return spoken or book.name_of(party).casefold() in content.casefold()
