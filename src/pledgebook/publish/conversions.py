"""Sums in other currencies: as a source converts them, and as this site does, with the rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pledgebook.ledger.conversion import Conversion, in_currency
from pledgebook.ledger.counting import Counted, LeftOut, day_of, valued
from pledgebook.ledger.ecb import EcbRates
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Amount
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.cards import SourceLine, anchor, source_line
from pledgebook.publish.shown_sum import interval

#: Currencies that a sum is shown in beside its own.
TARGETS = ("EUR", "USD")

#: Decimals of the rate that a source's own conversion comes to.
_RATE = Decimal("0.0001")


#: Rows that a page shows; an entry has rarely more than a handful of sums in as many currencies.
CONVERSIONS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """One sum in another currency.

    Attributes:
        sum: as printed; ``exact`` in full.
        text, exact_text: in the other currency; None where there is no rate.
        by_source: True where the source itself converts it.
        how: the rate, its day and whose it is; or why there is none.
        source: who tells the sum; ``more`` counts further texts that convert it so.
        anchor: fragment of the claim.
    """

    sum: str
    exact: str
    text: str | None
    exact_text: str | None
    by_source: bool
    how: str
    source: SourceLine
    anchor: str
    more: int = 0


def conversions(book: Book, entry: Entry) -> tuple[Converted, ...]:
    """Give the conversions of every sum of a commitment, the sources' own first; each sum once.

    At most ``CONVERSIONS``: each distinct sum and the first text that converts it.
    """
    claims = [c for c in entry.claims if isinstance(c, Commitment) and c.amount is not None]
    found: dict[tuple[object, ...], Converted] = {}
    for claim in claims:
        for one in _reported(book, claim):
            key = (one.sum, one.text, one.how)
            known = found.get(key)
            found[key] = one if known is None else replace(known, more=known.more + 1)
    for claim in claims:
        for one in _computed(book, entry, claim):
            found.setdefault((one.sum, one.text, one.how), one)
    return tuple(found.values())[:CONVERSIONS]


def _reported(book: Book, claim: Commitment) -> Iterator[Converted]:
    amount = claim.amount
    assert amount is not None
    for other in amount.reported_as:
        yield _converted(
            book,
            claim,
            text=words.amount_words(other),
            exact=words.amount_exact(other),
            by_source=True,
            how=_implied(amount, other),
        )


def _implied(amount: Amount, other: Amount) -> str:
    """The rate that a source's conversion comes to, where both are single figures."""
    plain = [a.low for a in (amount, other) if a.low is not None and a.low == a.high and a.low > 0]
    codes = amount.currency, other.currency
    if len(plain) != len(codes) or None in codes:
        return "the source gives both"
    rate = (plain[1] / plain[0]).quantize(_RATE)
    return f"the source gives both: {rate} {codes[1]} for 1 {codes[0]}"


def _computed(book: Book, entry: Entry, claim: Commitment) -> Iterator[Converted]:
    worth = valued(entry, claim, claim.stage)
    if isinstance(worth, LeftOut) or claim.amount is None or claim.amount.currency is None:
        return
    # The printed sum is converted as it is; what a year of it comes to is a matter of totals.
    low = claim.amount.low
    plain = replace(
        worth, low=low or Decimal(0), high=claim.amount.high, day=day_of(entry, claim), notes=()
    )
    for target in TARGETS:
        if target != claim.amount.currency:
            yield _in(book, claim, plain, target)


def _in(book: Book, claim: Commitment, worth: Counted, target: str) -> Converted:
    found = in_currency(worth, Conversion(target=target, rates=EcbRates()))
    if isinstance(found, LeftOut):
        return _converted(book, claim, text=None, exact=None, by_source=False, how=found.reason)
    shown = interval(found.low, found.high, target)
    how = "; ".join(found.notes)
    return _converted(book, claim, text=shown.text, exact=shown.exact, by_source=False, how=how)


def _converted(
    book: Book,
    claim: Commitment,
    *,
    text: str | None,
    exact: str | None,
    by_source: bool,
    how: str,
) -> Converted:
    assert claim.amount is not None
    return Converted(
        sum=words.amount_words(claim.amount),
        exact=words.amount_exact(claim.amount),
        text=text,
        exact_text=exact,
        by_source=by_source,
        how=how,
        source=source_line(book, claim),
        anchor=anchor(claim.id),
    )
