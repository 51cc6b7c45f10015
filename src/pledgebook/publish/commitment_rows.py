"""Rows of the list of commitments, on pages and in files, and the headings of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.ledger.counting import day_of
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.commitment_index import SORTS
from pledgebook.publish.listings import Cell, Row, commitments


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and the order that it gives (``commitment_index.SORTS``)."""

    text: str
    sort: str
    upwards: str
    downwards: str

    def orders(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Give both orders: value in an address, and words; what most want first stands first."""
        both = ((f"-{self.sort}", self.downwards), (self.sort, self.upwards))
        return both if SORTS[self.sort] else (both[1], both[0])


#: Columns in order; the first is the row's heading.
COLUMNS = (
    Column("Who is bound", "donor", "donor, A to Z", "donor, Z to A"),
    Column("For whom", "recipient", "recipient, A to Z", "recipient, Z to A"),
    Column("Sum", "amount", "sum in euros, smallest first", "sum in euros, largest first"),
    Column("What", "aid_type", "type of aid, A to Z", "type of aid, Z to A"),
    Column("Stage", "stage", "earliest stage first", "furthest stage first"),
    Column("How firm", "firmness", "firmest first", "least firm first"),
    Column("New?", "newness", "new money, A to Z", "new money, Z to A"),
    Column("Day", "day", "oldest first", "newest first"),
    Column("Told by", "texts", "fewest texts first", "most texts first"),
)


def rows(book: Book, entries: Sequence[Entry]) -> tuple[Row, ...]:
    """Make the rows of one page."""
    table = commitments(book, entries)
    return tuple(
        Row(
            link=row.link,
            cells=(*row.cells[:-1], _day(entry)),
            witnesses=row.witnesses,
            disputed=row.disputed,
        )
        for row, entry in zip(table.rows, entries, strict=True)
    )


def _day(entry: Entry) -> Cell:
    assert isinstance(entry.lead, Commitment)
    day = day_of(entry, entry.lead)
    if day is None:
        return Cell(text="day not known")
    announced = entry.lead.announced_on is not None
    return Cell(text=words.date_words(day), exact="announced" if announced else "first told")
