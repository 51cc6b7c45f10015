"""One card for each entry on which sources differ: every value, and the texts that tell it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from publish_book import (
    DISPUTED,
    LOAN,
    LOAN_TOLD_OTHERWISE,
    FakeView,
    entry_of,
    narvik,
    source_of,
)

from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.disputes import Disputed, Disputes, contradictions, dispute


def three_tellings() -> FakeView:
    """The loan told by three texts: two say one sum, one another."""
    amount = LOAN_TOLD_OTHERWISE.amount
    assert amount is not None
    again = replace(
        LOAN_TOLD_OTHERWISE,
        source=source_of("Norway's loan to Latvia is worth €460m.", "A third text", day=9),
        amount=replace(amount, high=Decimal(460000000)),
        sentence=LOAN_TOLD_OTHERWISE.sentence,
        evidence=(),
    )
    entry = entry_of(LOAN, LOAN_TOLD_OTHERWISE, again, relation="contradicts")
    view = narvik()
    others = tuple(e for e in view.the_entries if e.id != DISPUTED.id)
    return replace(view, the_entries=(entry, *others), the_claims=(*view.the_claims, again))


def test_the_values_stand_with_the_texts_that_tell_them() -> None:
    book = Book(narvik())
    (found,) = book.index(Disputed).every
    shown = dispute(book, found)
    amount = next(v for v in shown.values if v.label == "amount")
    told = {t.text: [s.title for s in t.sources] for t in amount.tellings}
    assert told == {"€450m": ["Harbour talks end"], "€460m": ["Loan worth more than told"]}
    assert shown.further == 0


def test_pairs_of_one_entry_are_one_card_and_the_value_most_told_comes_first() -> None:
    book = Book(three_tellings())
    (found,) = book.index(Disputed).every
    shown = dispute(book, found)
    amount = next(v for v in shown.values if v.label == "amount")
    assert [(t.text, len(t.sources)) for t in amount.tellings] == [("€460m", 2), ("€450m", 1)]
    assert shown.further == 1


def test_the_page_holds_one_card_for_each_entry() -> None:
    page = contradictions(Book(three_tellings()), Asked())
    assert page is not None
    assert isinstance(page.payload, Disputes)
    assert [d.entry.href for d in page.payload.disputes] == [
        f"entries/{three_tellings().the_entries[0].id.removeprefix('entry:')[:16]}.html"
    ]


def test_an_entry_without_contradiction_has_no_card() -> None:
    view = narvik()
    book = Book(replace(view, the_entries=view.the_entries[1:]))
    assert book.index(Disputed).every == ()
