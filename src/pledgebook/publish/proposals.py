"""Proposals and truces: scope, period, who proposes, who denies, and what is said of the status."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pledgebook.model.claims import Proposal
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import Link
from pledgebook.publish.doings import actor_link, actor_links
from pledgebook.publish.faceted import Facet, FacetedList
from pledgebook.publish.headlines import headline, shortened
from pledgebook.publish.listings import is_disputed
from pledgebook.publish.pressure import say_code
from pledgebook.publish.statements import UNNAMED, say_actor
from pledgebook.publish.told import Told, told

#: What a truce can cover, in the order of the record contract.
SCOPES = ("air", "sea", "land", "energy_infrastructure")
#: Statuses by which somebody stands against a proposal.
AGAINST = ("denied", "rejected")
#: Characters of a proposal's words in a row.
_CONTENT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """What one source says of the status.

    Attributes:
        status: in words; ``against`` where it denies or rejects.
        speaker: who says so; None where the source says it itself.
    """

    status: str
    against: bool
    speaker: Link | None
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """One proposal in the list; ``statuses`` holds one row per status that is told of it."""

    link: Link
    type: str
    proposers: tuple[Link, ...]
    addressees: tuple[Link, ...]
    scope: tuple[str, ...]
    period: str | None
    content: str
    statuses: tuple[StatusRow, ...]
    told: Told
    disputed: bool


def tellings(entry: Entry) -> list[Proposal]:
    """Claims of a proposal, earliest publication first, those without a day last."""
    found = [claim for claim in entry.claims if isinstance(claim, Proposal)]
    return sorted(found, key=lambda claim: claim.source.published or date.max)


def proposal_path(entry: Entry) -> str:
    """Path of a proposal's page."""
    return f"proposals/{slug(entry.id)}.html"


def proposal_row(book: Book, entry: Entry) -> ProposalRow:
    """Make the row of a proposal."""
    lead = entry.lead
    assert isinstance(lead, Proposal)
    return ProposalRow(
        link=Link(text=headline(book, lead), href=proposal_path(entry)),
        type=words.plain(lead.proposal_type),
        proposers=actor_links(book, lead.proposers),
        addressees=actor_links(book, lead.addressees),
        scope=tuple(words.plain(scope) for scope in lead.scope),
        period=None if lead.period is None else words.period_words(lead.period),
        content=shortened(lead.content, _CONTENT),
        statuses=tuple(_first_of_each(book, entry)),
        told=told(book, lead, entry),
        disputed=is_disputed(entry),
    )


def _first_of_each(book: Book, entry: Entry) -> Iterator[StatusRow]:
    """Give the first telling of each status, in the order of their days."""
    seen = set()
    for claim in tellings(entry):
        if claim.status not in seen:
            seen.add(claim.status)
            yield status_row(book, claim)


def status_row(book: Book, claim: Proposal) -> StatusRow:
    """Say what one source tells of the status."""
    return StatusRow(
        status=words.plain(claim.status),
        against=claim.status in AGAINST,
        speaker=None if claim.speaker is None else actor_link(book, claim.speaker),
        told=told(book, claim),
    )


def _types(entry: Entry) -> Iterator[str]:
    yield from (c.proposal_type for c in entry.claims if isinstance(c, Proposal))


def _statuses(entry: Entry) -> Iterator[str]:
    yield from (c.status for c in entry.claims if isinstance(c, Proposal))


def _scopes(entry: Entry) -> Iterator[str]:
    for claim in entry.claims:
        if isinstance(claim, Proposal):
            yield from (scope if scope in SCOPES else "other" for scope in claim.scope)


def _proposers(entry: Entry) -> Iterator[str]:
    for claim in entry.claims:
        if isinstance(claim, Proposal):
            yield from (UNNAMED if actor.id is None else actor.id for actor in claim.proposers)


PROPOSALS = FacetedList(
    base="proposals",
    kind="proposal",
    title="Proposals and truces",
    lead=(
        "Terms, truces, forces and plans put forward: who proposes them, what they cover, and "
        "who says that they were agreed, rejected or never made."
    ),
    empty="The program found no proposal in the texts that were read.",
    template="proposals.html",
    facets=(
        Facet(key="type", label="What", anything="anything", of=_types, say=say_code, files=True),
        Facet(key="status", label="Status", anything="any", of=_statuses, say=say_code, files=True),
        Facet(key="scope", label="Scope", anything="any", of=_scopes, say=say_code, files=True),
        Facet(
            key="proposer", label="Who proposes", anything="anybody", of=_proposers, say=say_actor
        ),
    ),
    row=proposal_row,
)
