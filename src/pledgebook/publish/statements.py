"""Statements: who said what, told by which source, narrowed by speaker, directness and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.claims import Statement
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.doings import actor_link
from pledgebook.publish.faceted import Facet, FacetedList
from pledgebook.publish.headlines import said, shortened
from pledgebook.publish.listings import is_disputed
from pledgebook.publish.told import Told, told

#: Characters of what was said in a row; the whole clause stands on the entry's page.
CONTENT = 400

#: What each directness means for a reader.
_MODES = {
    "direct": "quoted word for word",
    "mixed": "told, with quoted words in it",
    "indirect": "told in the source's words",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement.

    Attributes:
        speaker: who spoke; leads to the actor's page where there is one.
        content: what is said; leads to the entry.
        mode, mode_words: how directly the source gives it.
        said_on: day it was said, None where the source does not tell.
        via: to whom it was told, as printed.
    """

    speaker: Link
    content: Link
    mode: str
    mode_words: str
    said_on: str | None
    via: str | None
    told: Told
    disputed: bool


def statement_row(book: Book, entry: Entry) -> StatementRow:
    """Make the row of a statement."""
    lead = entry.lead
    assert isinstance(lead, Statement)
    nobody = Link(text="Somebody not named", href=None)
    return StatementRow(
        speaker=nobody if lead.speaker is None else actor_link(book, lead.speaker),
        content=Link(text=shortened(said(book, lead), CONTENT), href=entry_path(entry)),
        mode=lead.mode,
        mode_words=_MODES[lead.mode],
        said_on=None if lead.said_on is None else words.date_words(lead.said_on),
        via=lead.via,
        told=told(book, lead, entry),
        disputed=is_disputed(entry),
    )


#: How a list names those who have no id.
UNNAMED = "unnamed"


def _speakers(entry: Entry) -> Iterator[str]:
    for claim in entry.claims:
        if isinstance(claim, Statement):
            yield UNNAMED if claim.speaker is None or claim.speaker.id is None else claim.speaker.id


def _modes(entry: Entry) -> Iterator[str]:
    yield from (claim.mode for claim in entry.claims if isinstance(claim, Statement))


def say_actor(book: Book, actor_id: str) -> str:
    """Name a value of a facet that holds actors."""
    return "somebody not named" if actor_id == UNNAMED else book.name_of(actor_id)


STATEMENTS = FacetedList(
    base="statements",
    kind="statement",
    title="Statements",
    lead=(
        "Who said what, as the sources report it. Each row names the source that says so; the "
        "book does not judge whether what was said is true."
    ),
    empty="The program found no statement in the texts that were read.",
    template="statements.html",
    facets=(
        Facet(key="speaker", label="Who speaks", anything="anybody", of=_speakers, say=say_actor),
        Facet(
            key="mode",
            label="Directness",
            anything="any",
            of=_modes,
            say=lambda _book, mode: _MODES.get(mode, mode),
            files=True,
        ),
    ),
    row=statement_row,
)
