"""One proposal: scope, period, who proposes and denies; status over time, source by source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pledgebook.model.claims import Proposal
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, Unclear, anchor, card_path, entry_path, unclear
from pledgebook.publish.doings import actor_link, actor_links
from pledgebook.publish.headlines import headline
from pledgebook.publish.listings import is_disputed, witnessed
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.passages import Passage, passages
from pledgebook.publish.proposals import (
    AGAINST,
    PROPOSALS,
    SCOPES,
    StatusRow,
    proposal_path,
    status_row,
    tellings,
)
from pledgebook.publish.told import Told, told

#: Tellings shown with their words; a proposal of the news of one month has some dozen.
TELLINGS = 25
#: Days around a proposal within which a denial that names no scope may mean it: the news of one
#: proposal runs for some weeks.
NEARBY = timedelta(days=30)
#: Such denials shown.
BESIDE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """One thing that a truce can cover, and the sources that name it; none means: not said."""

    scope: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who proposes, and the sources that say so."""

    actor: Link
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one source says of the proposal, with its words.

    Attributes:
        anchor: fragment of the claim on this page; ``record`` leads to it on the entry's page.
        speaker: who says so; None where the source says it itself.
        relation: how it relates to what was told before, and why.
    """

    anchor: str
    record: str
    status: str
    against: bool
    speaker: Link | None
    proposers: tuple[Link, ...]
    scope: tuple[str, ...]
    period: str | None
    relation: str | None
    told: Told
    passages: tuple[Passage, ...]
    withheld: bool
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Another entry that denies or rejects something of the same kind at the time."""

    link: Link
    status: str
    speaker: Link | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage:
    """A proposal.

    Attributes:
        scopes: what it covers by the sources, for a truce also what nobody names; empty where
            no source tells of any scope.
        denials: who denies or rejects it, and by which source.
        tellings: all, earliest first; ``unlisted`` more are not shown here.
        nearby: denials of the same kind of thing that may mean this one.
    """

    id: str
    type: str
    witnesses: str
    disputed: bool
    record: str
    proposers: tuple[Party, ...]
    addressees: tuple[Link, ...]
    scopes: tuple[ScopeRow, ...]
    periods: tuple[str, ...]
    denials: tuple[StatusRow, ...]
    tellings: tuple[Telling, ...]
    unlisted: int
    nearby: tuple[Nearby, ...]


def proposal_page(book: Book, entry: Entry) -> ProposalPage:
    """Make the payload of one proposal."""
    lead, claims = entry.lead, tellings(entry)
    assert isinstance(lead, Proposal)
    shown = tuple(_telling(book, entry, claim) for claim in claims[:TELLINGS])
    periods = (words.period_words(c.period) for c in claims if c.period is not None)
    return ProposalPage(
        id=entry.id,
        type=words.plain(lead.proposal_type),
        witnesses=witnessed(entry),
        disputed=is_disputed(entry),
        record=entry_path(entry),
        proposers=tuple(_parties(book, claims)),
        addressees=actor_links(book, tuple(a for c in claims for a in c.addressees)),
        scopes=tuple(_scope_rows(book, claims)),
        periods=tuple(dict.fromkeys(periods)),
        denials=tuple(status_row(book, c) for c in claims if c.status in AGAINST)[:TELLINGS],
        tellings=shown,
        unlisted=max(0, len(claims) - TELLINGS),
        nearby=tuple(_nearby(book, entry, claims)),
    )


def _parties(book: Book, claims: Iterable[Proposal]) -> Iterator[Party]:
    found: dict[str, tuple[Actor, list[Proposal]]] = {}
    for claim in claims:
        for actor in claim.proposers:
            found.setdefault(actor.id or actor.name, (actor, []))[1].append(claim)
    for actor, ours in found.values():
        yield Party(actor=actor_link(book, actor), told=_each_source(book, ours))


def _each_source(book: Book, claims: Iterable[Proposal]) -> tuple[Told, ...]:
    """Name each source once, at most as many as a page shows tellings."""
    first = {claim.source.id: claim for claim in reversed(list(claims))}
    ours = sorted(first.values(), key=lambda claim: claim.source.published or date.max)
    return tuple(told(book, claim) for claim in ours[:TELLINGS])


def _scope_rows(book: Book, claims: list[Proposal]) -> Iterator[ScopeRow]:
    truce = any(claim.proposal_type == "truce" for claim in claims)
    named = [scope for claim in claims for scope in claim.scope]
    beside = SCOPES if truce and named else ()
    for scope in dict.fromkeys((*beside, *named)):
        ours = [claim for claim in claims if scope in claim.scope]
        yield ScopeRow(scope=words.plain(scope), told=_each_source(book, ours))


def _telling(book: Book, entry: Entry, claim: Proposal) -> Telling:
    status = status_row(book, claim)
    relation = next((r for r in entry.relations if r.claim == claim.id), None)
    said = None if relation is None else f"{words.plain(relation.relation)}: {relation.reason}"
    return Telling(
        anchor=anchor(claim.id),
        record=card_path(entry, claim.id),
        status=status.status,
        against=status.against,
        speaker=status.speaker,
        proposers=actor_links(book, claim.proposers),
        scope=tuple(words.plain(scope) for scope in claim.scope),
        period=None if claim.period is None else words.period_words(claim.period),
        relation=said,
        told=status.told,
        passages=passages(book, claim),
        withheld=book.rights(claim.source.id) == "metadata",
        unclear=unclear(claim),
    )


class Denials:
    """Entries by which somebody denies or rejects a proposal, by type of proposal."""

    def __init__(self, book: Book) -> None:
        """Look through the proposals once."""
        self.by_type: dict[str, list[tuple[Entry, Proposal]]] = {}
        for entry in book.of_kind("proposal"):
            for claim in tellings(entry):
                if claim.status in AGAINST:
                    self.by_type.setdefault(claim.proposal_type, []).append((entry, claim))
                    break


def _nearby(book: Book, entry: Entry, claims: list[Proposal]) -> Iterator[Nearby]:
    """Give denials of the same kind within ``NEARBY`` whose scope does not stand against ours."""
    lead = claims[0]
    days = [c.source.published for c in claims if c.source.published is not None]
    scope = {s for claim in claims for s in claim.scope}
    found = 0
    for other, claim in book.index(Denials).by_type.get(lead.proposal_type, ()):
        open_scope = not claim.scope or not scope or scope & set(claim.scope)
        if other.id != entry.id and open_scope and _near(claim, days) and found < BESIDE:
            found += 1
            row = status_row(book, claim)
            link = Link(text=headline(book, claim), href=proposal_path(other))
            yield Nearby(link=link, status=row.status, speaker=row.speaker, told=row.told)


def _near(claim: Proposal, days: list[date]) -> bool:
    day = claim.source.published
    return day is not None and any(abs(day - other) <= NEARBY for other in days)


def _make(book: Book, asked: Asked, name: str) -> Made:
    entry = book.entry_at(name)
    if entry is None or entry.kind != "proposal":
        return PROPOSALS.make(book, asked, name)
    return Page(
        path=proposal_path(entry),
        template="proposal.html",
        title=headline(book, entry.lead),
        payload=proposal_page(book, entry),
        tab="proposals.html",
    )


def _names(book: Book) -> Iterator[str]:
    yield from PROPOSALS.names(book)
    paths = (proposal_path(entry) for entry in book.of_kind("proposal"))
    yield from (path.removeprefix("proposals/").removesuffix(".html") for path in paths)


FOLDER = Folder(make=_make, names=_names)
