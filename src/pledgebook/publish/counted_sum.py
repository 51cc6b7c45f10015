"""The sum that counts of a commitment, where it is not the one that its heading shows."""

from __future__ import annotations

from pledgebook.ledger.counting import LeftOut, valued
from pledgebook.ledger.totals_query import ORIGINAL
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.tallies import Counting, Tallies, own_rules


def counted_otherwise(book: Book, entry: Entry) -> str | None:
    """Say which sum counts, ``counted as £2.26bn``; None where it is the one shown.

    Headings and lists show what the entry's first claim says ("£2.2bn"); totals count what is told
    at the furthest stage.
    """
    how = Counting(rules=own_rules(book), currency=ORIGINAL)
    one = book.index(Tallies).of(how).found.counted.get(entry.id)
    if one is None or one.claim is entry.lead or not isinstance(entry.lead, Commitment):
        return None
    shown = valued(entry, entry.lead, entry.lead.stage)
    same = not isinstance(shown, LeftOut) and (
        (shown.low, shown.high, shown.currency) == (one.low, one.high, one.currency)
    )
    low = None if one.low == 0 and one.high is not None else one.low
    return None if same else f"counted as {words.interval_words(low, one.high, one.currency)}"
