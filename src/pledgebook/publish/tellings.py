"""An entry over time: who told it when, at which stage or with which sum, and where to read it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, relation_of, slug
from pledgebook.publish.cards import CARDS, SourceLine, anchor, source_line
from pledgebook.publish.paging import Paging, page_path, paged

#: Rows of one page of "who told it, and when": at some 900 bytes a row, 45 kB.
TELLINGS = 50

#: Last part of the address of all tellings of an entry.
TOLD = "told"

#: What each telling says of a kind of entry, as a column's heading.
TOLD_AS: dict[Kind, str] = {
    "commitment": "Stage",
    "statement": "Quotation",
    "participation": "Role",
    "proposal": "Status",
    "plan_point": "Told as",
    "measure": "Stage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One source's telling of an entry.

    Attributes:
        day, iso: day of publication in words and in ISO form, None where it is not known.
        stage: stage, status, role or mode as this source tells it.
        sum, exact: the sum that it puts on it, None for none.
        relation: how it relates to the entry; ``reason`` why.
        anchor: fragment of the claim; ``page`` the address of the page that shows it in full.
        as_of: address of the entry as known by that day, relative to the whole site.
    """

    day: str
    iso: str | None
    source: SourceLine
    stage: str
    sum: str | None
    exact: str | None
    relation: str
    reason: str
    anchor: str
    page: str
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage, the day on which a source first told it, and how many claims tell it."""

    day: str
    text: str
    claims: int


def tellings(
    book: Book, entry: Entry, asked: Asked, number: int
) -> tuple[tuple[Telling, ...], Paging] | None:
    """Give one page of the tellings of an entry, earliest publication first, undated ones last.

    None where there is no such page.
    """
    found = paged(_in_order(entry), number, told_base(entry), asked, TELLINGS)
    if found is None:
        return None
    return tuple(_telling(book, entry, claim, place) for place, claim in found[0]), found[1]


def told_base(entry: Entry) -> str:
    """Address of the pages of all tellings of an entry, without ending."""
    return f"entries/{slug(entry.id)}/{TOLD}"


def _in_order(entry: Entry) -> list[tuple[int, Claim]]:
    """Claims with their places in the entry, earliest publication first, undated ones last."""
    return sorted(enumerate(entry.claims), key=lambda placed: (_day(placed[1]), placed[0]))


def _day(claim: Claim) -> date:
    return claim.source.published or date.max


def _telling(book: Book, entry: Entry, claim: Claim, place: int) -> Telling:
    relation = relation_of(entry, claim.id)
    amount = claim.amount if isinstance(claim, Commitment | Measure) else None
    day = claim.source.published
    return Telling(
        day=_day_words(day),
        iso=None if day is None else day.isoformat(),
        source=source_line(book, claim),
        stage=stage_words(claim),
        sum=None if amount is None else words.amount_words(amount),
        exact=None if amount is None else words.amount_exact(amount),
        relation="" if relation is None else words.plain(relation.relation),
        reason="" if relation is None else relation.reason,
        anchor=anchor(claim.id),
        page=page_path(f"entries/{slug(entry.id)}", place // CARDS + 1),
        as_of=None if day is None else as_of(entry, day),
    )


def _day_words(day: date | None) -> str:
    return "day not known" if day is None else words.date_words(day)


def as_of(entry: Entry, day: date) -> str:
    """Address of an entry as known by a day, relative to the root of the whole site."""
    return f"on/{day.isoformat()}/entries/{slug(entry.id)}.html"


def stage_words(claim: Claim) -> str:
    """Say how far a source tells that it is: stage and firmness, status, role or mode."""
    match claim:
        case Commitment() | Measure():
            firm = "" if claim.firmness == "firm" else f", {words.plain(claim.firmness)}"
            return f"{words.plain(claim.stage)}{firm}"
        case Proposal():
            return words.plain(claim.status)
        case Participation():
            return words.plain(claim.role)
        case Statement():
            return (
                f"{words.plain(claim.mode)} quotation" if claim.mode != "indirect" else "reported"
            )
        case PlanPoint():
            return "listed"
    raise TypeError(type(claim).__name__)


def stages(entry: Entry) -> tuple[Stage, ...]:
    """Give the stages in the order in which they were first told."""
    told = [(stage_words(claim), claim.source.published) for _, claim in _in_order(entry)]
    counts = Counter(stage for stage, _ in told)
    first: dict[str, str] = {}
    for stage, day in told:
        first.setdefault(stage, _day_words(day))
    return tuple(Stage(day=day, text=text, claims=counts[text]) for text, day in first.items())
