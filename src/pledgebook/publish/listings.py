"""Rows of the lists: commitments, statements, proposals and measures, one row per entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pledgebook.model.claims import Claim, Commitment, Measure, Proposal, Statement
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor, Amount
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_path
from pledgebook.publish.counted_sum import counted_otherwise
from pledgebook.publish.fields import WITHHELD
from pledgebook.publish.headlines import said, shortened
from pledgebook.publish.newness import newness_of
from pledgebook.reconcile.stages import reached

#: Characters of a clause in a table's cell.
_CELL_LIMIT = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of a row; ``exact`` is the figure in full, None where the words are it."""

    text: str
    exact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry in a list.

    Attributes:
        link: what leads to the entry; the row's heading.
        cells: values in the order of the table's columns.
        witnesses: "2 texts in 3 places".
        disputed: True where a claim of the entry contradicts another.
    """

    link: Link
    cells: tuple[Cell, ...]
    witnesses: str
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list of entries: caption, names of the columns, rows."""

    caption: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def commitments(book: Book, entries: Iterable[Entry]) -> Table:
    """List what somebody is bound, or said to be bound, to give or do."""
    columns = ("For whom", "Sum", "What", "Stage", "How firm", "New?", "First told")
    rows = [_commitment(book, e, e.lead) for e in entries if isinstance(e.lead, Commitment)]
    return Table(caption="Commitments", head="Who is bound", columns=columns, rows=tuple(rows))


def _commitment(book: Book, entry: Entry, lead: Commitment) -> Row:
    cells = (
        Cell(text=_names(book, lead.recipients, "not said")),
        _sum(book, entry, lead.amount),
        Cell(text=_what(book, lead)),
        Cell(text=words.plain(reached(entry) or lead.stage)),
        Cell(text=words.plain(lead.firmness)),
        Cell(text="running total" if lead.is_total else words.plain(newness_of(entry))),
        Cell(text=_first(entry)),
    )
    return _row(entry, _names(book, lead.donors, "Somebody not named"), cells)


def _sum(book: Book, entry: Entry, amount: Amount | None) -> Cell:
    counted = counted_otherwise(book, entry)
    if amount is None:
        return Cell(text="no sum said", exact=counted)
    exact = words.amount_exact(amount)
    return Cell(
        text=words.amount_words(amount),
        exact="; ".join(part for part in (exact, counted) if part is not None) or None,
    )


def _what(book: Book, lead: Commitment) -> str:
    parts = [f"{words.plain(lead.aid_type)} aid"] if lead.aid_type != "other" else []
    if lead.instrument != "unspecified":
        parts.append(words.plain(lead.instrument))
    if lead.items and _may_quote(book, lead):
        parts.append(words.listed([words.item_words(item) for item in lead.items]))
    return shortened(", ".join(parts) or "kind of aid not said", _CELL_LIMIT)


def statements(book: Book, entries: Iterable[Entry]) -> Table:
    """List what was said, as the sources report it."""
    columns = ("What is said", "Quotation", "First told")
    rows = [_statement(book, e, e.lead) for e in entries if isinstance(e.lead, Statement)]
    return Table(caption="Statements", head="Who speaks", columns=columns, rows=tuple(rows))


def _statement(book: Book, entry: Entry, lead: Statement) -> Row:
    cells = (
        Cell(text=shortened(said(book, lead), _CELL_LIMIT)),
        Cell(text=words.plain(lead.mode)),
        Cell(text=_first(entry)),
    )
    speaker = () if lead.speaker is None else (lead.speaker,)
    return _row(entry, _names(book, speaker, "Somebody not named"), cells)


def proposals(book: Book, entries: Iterable[Entry]) -> Table:
    """List terms, truces, forces and plans put forward, and what is said of their status."""
    columns = ("Said by", "What", "Scope", "Period", "Status", "In the words of the source", "Told")
    rows = [_proposal(book, e, e.lead) for e in entries if isinstance(e.lead, Proposal)]
    return Table(caption="Proposals", head="Who proposes", columns=columns, rows=tuple(rows))


def _proposal(book: Book, entry: Entry, lead: Proposal) -> Row:
    speaker = () if lead.speaker is None else (lead.speaker,)
    cells = (
        Cell(text=_names(book, speaker, "the source")),
        Cell(text=words.plain(lead.proposal_type)),
        Cell(text=words.listed([words.plain(s) for s in lead.scope]) or "not said"),
        Cell(text="not said" if lead.period is None else words.period_words(lead.period)),
        Cell(text=words.plain(lead.status)),
        Cell(text=_clause(book, lead, lead.content)),
        Cell(text=_first(entry)),
    )
    return _row(entry, _names(book, lead.proposers, "Somebody not named"), cells)


def measures(book: Book, entries: Iterable[Entry]) -> Table:
    """List economic pressure: who acts, on whom, by what."""
    columns = ("On whom", "Action", "On what", "Sum", "Stage", "How firm", "First told")
    rows = [_measure(book, e, e.lead) for e in entries if isinstance(e.lead, Measure)]
    return Table(caption="Measures", head="Who acts", columns=columns, rows=tuple(rows))


def _measure(book: Book, entry: Entry, lead: Measure) -> Row:
    amount = lead.amount
    cells = (
        Cell(text=_names(book, lead.targets, "not said")),
        Cell(text=words.plain(lead.action)),
        Cell(text="not said" if lead.object is None else _clause(book, lead, lead.object)),
        Cell(text="no sum said")
        if amount is None
        else Cell(text=words.amount_words(amount), exact=words.amount_exact(amount)),
        Cell(text=words.plain(reached(entry) or lead.stage)),
        Cell(text=words.plain(lead.firmness)),
        Cell(text=_first(entry)),
    )
    return _row(entry, _names(book, lead.actors, "Somebody not named"), cells)


def _row(entry: Entry, head: str, cells: tuple[Cell, ...]) -> Row:
    return Row(
        link=Link(text=head, href=entry_path(entry)),
        cells=cells,
        witnesses=witnessed(entry),
        disputed=is_disputed(entry),
    )


def witnessed(entry: Entry) -> str:
    """Say how many independent texts tell it, and in how many places they were seen."""
    texts = words.counted(entry.witnesses, "text")
    if entry.outlets == entry.witnesses:
        return texts
    return f"{texts} in {words.counted(entry.outlets, 'place')}"


def is_disputed(entry: Entry) -> bool:
    """Say whether a claim of the entry contradicts another."""
    return any(relation.relation == "contradicts" for relation in entry.relations)


def first_told(entry: Entry) -> date | None:
    """Day of the earliest publication that tells it, None where none is dated."""
    days = [c.source.published for c in entry.claims if c.source.published is not None]
    return min(days, default=None)


def _first(entry: Entry) -> str:
    day = first_told(entry)
    return "date not known" if day is None else words.date_words(day)


def _names(book: Book, actors: tuple[Actor, ...], nobody: str) -> str:
    names = dict.fromkeys(book.name(actor) for actor in actors)
    return words.listed(list(names)) or nobody


def _may_quote(book: Book, claim: Claim) -> bool:
    return book.rights(claim.source.id) != "metadata"


def _clause(book: Book, claim: Claim, text: str) -> str:
    return shortened(text, _CELL_LIMIT) if _may_quote(book, claim) else WITHHELD
