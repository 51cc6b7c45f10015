"""Dimensions of totals: their words, and the addresses of the ways to a total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pledgebook.ledger.counting import WAY
from pledgebook.ledger.totals_query import DIMENSIONS
from pledgebook.publish import words
from pledgebook.publish.addresses import address_name
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.counting_choice import Select, select
from pledgebook.publish.paging import page_path
from pledgebook.publish.tallies import NONE

BASE = "totals"
TAB = page_path(BASE, 1)

#: Parameters that name the dimensions.
BY, AND = "by", "and"

#: Dimensions in words, as a column's heading.
LABELS = {
    "donor": "Donor",
    "recipient": "Recipient",
    "aid_type": "Type of aid",
    "instrument": "Instrument",
    "stage": "Stage",
    "month": "Month",
}

#: What stands for a dimension of which no source names a value.
_NOBODY = {
    "donor": "Somebody not named",
    "recipient": "Recipient not named",
    "month": "Month not known",
}


def why_of(keys: Sequence[tuple[str, str | None]], kept: Asked) -> str | None:
    """Address of the way to a row's total; rows of two dimensions are chosen by a query.

    ``kept`` is what the address keeps of the query: how the total is made.
    """
    if len(keys) == 1:
        name, value = keys[0]
        return f"{BASE}/why/{name}/{address_name(value or NONE)}.html{kept.suffix()}"
    given = {name: value or NONE for name, value in keys}
    return f"{BASE}/why.html{kept.suffix(**given)}" if kept.served else None


def key_words(book: Book, dimension: str, value: str | None) -> str:
    """Write a value of a dimension in words."""
    if value is None or value == NONE:
        return _NOBODY.get(dimension, "not said")
    if dimension in ("donor", "recipient"):
        return words.listed([book.name_of(part) for part in value.split("+")])
    if dimension == "month":
        return f"{date.fromisoformat(f'{value}-01'):%B %Y}"
    return words.plain(value)


def key_order(book: Book, dimension: str, value: str | None) -> tuple[bool, int, str]:
    """Sort key of a value: stages on their way, months by time, others by words; none last."""
    step = WAY.index(value) if dimension == "stage" and value in WAY else 0
    by_code = dimension == "month" and value is not None
    text = value if by_code else key_words(book, dimension, value).casefold()
    return value is None or value == NONE, step, text or ""


def by_select(name: str, label: str, chosen: str) -> Select:
    """Make the field of a form that chooses a dimension."""
    return select(name, label, DIMENSIONS, chosen, lambda value: LABELS[value].lower())
