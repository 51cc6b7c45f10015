"""Donors that do not add up to all: said with figures where it is so, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from publish_book import FIN, LOAN, LVA, NOR, entry_of, narvik

from pledgebook.ledger.rules import rule_names
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor, Amount
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.charts.sums import Sums
from pledgebook.publish.commitment_list import CommitmentList
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find
from pledgebook.publish.tallies import Counting, Tallies
from pledgebook.publish.totals_page import TotalsPage


def loan(figure: str, *donors: Actor, currency: str = "EUR") -> Commitment:
    amount = Amount(low=Decimal(figure), high=Decimal(figure), currency=currency)
    return replace(LOAN, donors=donors, amount=amount, evidence=(), problems=())


def book_of(*entries: Entry) -> Book:
    return Book(replace(narvik(), the_entries=entries))


WHOLE = entry_of(loan("21", FIN, NOR))
NORWAY = entry_of(loan("11", NOR), part_of=WHOLE.id)
FINLAND = entry_of(loan("10", FIN), part_of=WHOLE.id)
OTHER = entry_of(loan("5", LVA))
APART = book_of(WHOLE, NORWAY, OTHER)
EVEN = book_of(WHOLE, NORWAY, FINLAND, OTHER)
PLAIN = book_of(WHOLE, OTHER)
#: A part told by the same donors gives way to its whole either way.
SAME = book_of(WHOLE, entry_of(loan("11", FIN, NOR), part_of=WHOLE.id), OTHER)


def payload(path: str, book: Book) -> object:
    where, _, query = path.partition("?")
    made = find(book, where, Asked(query=tuple(parse_qsl(query)), served=True))
    assert isinstance(made, Page), path
    return made.payload


def said(path: str, book: Book) -> list[str]:
    found = payload(path, book)
    assert isinstance(found, TotalsPage | CommitmentList)
    return [one.text for one in found.apart]


@pytest.mark.parametrize("path", ["totals.html", "totals.html?by=recipient&and=donor"])
def test_totals_by_donor_say_by_how_much_they_part_from_all(path: str) -> None:
    assert said(path, APART) == [
        (
            "Donors do not add up to the total of all commitments: 1 promise of several donors "
            "counts whole there (€21), and here gives way to 1 part that sources give single "
            "donors (€11)."
        )
    ]


@pytest.mark.parametrize("by", ["recipient", "aid_type", "instrument", "stage", "month"])
def test_other_totals_add_up_and_say_nothing(by: str) -> None:
    assert said(f"totals.html?by={by}", APART) == []


@pytest.mark.parametrize("book", [EVEN, PLAIN, SAME])
@pytest.mark.parametrize(
    "path", ["totals.html", "commitments.html", "commitments.html?donor=LVA", "totals/month.html"]
)
def test_nothing_is_said_where_donors_and_all_come_to_the_same(path: str, book: Book) -> None:
    assert said(path, book) == []


def test_what_is_said_is_the_difference_of_the_two_totals() -> None:
    tallies = APART.index(Tallies)
    ids = tuple(entry.id for entry in APART.entries)
    apart, together = (
        tallies.of(Counting("default", by_donor=by_donor)).sums(ids)["EUR"].low
        for by_donor in (True, False)
    )
    assert (together, apart) == (Decimal(26), Decimal(16))
    found = payload("totals.html", APART)
    assert isinstance(found, TotalsPage)
    (one,) = found.apart
    assert one.whole is not None
    assert one.part is not None
    assert (one.whole.exact, one.part.exact) == (
        "EUR\N{NO-BREAK SPACE}21",
        "EUR\N{NO-BREAK SPACE}11",
    )
    assert (one.wholes, one.parts) == (1, 1)


def test_a_list_says_how_the_lists_of_single_donors_part_from_it() -> None:
    assert said("commitments.html", APART) == [
        (
            "1 promise of several donors counts whole here (€21); in the lists of single donors 1 "
            "part that sources give single donors counts instead (€11), so those do not add "
            "up to this sum."
        )
    ]
    assert said("commitments.html?donor=NOR", APART) == [
        (
            "1 promise of several donors (€21) does not count here: 1 part that sources give "
            "single donors counts instead (€11)."
        )
    ]


def test_the_list_of_a_donor_without_a_part_of_its_own_says_what_it_leaves() -> None:
    assert said("commitments.html?donor=FIN", APART) == [
        (
            "1 promise of several donors (€21) does not count here: no parts that sources give "
            "single donors count instead (nothing)."
        )
    ]


def test_pictures_say_it_under_each_picture_of_sums() -> None:
    assert APART.index(Sums).notes() == (
        (
            "The picture counts 1 part that sources give single donors (€11); the total of all "
            "commitments counts 1 promise of several donors whole instead (€21)."
        ),
    )
    assert EVEN.index(Sums).notes() == ()


def test_currencies_as_printed_are_compared_one_by_one() -> None:
    whole = entry_of(loan("70", FIN, NOR, currency="NOK"))
    part = entry_of(loan("30", NOR, currency="NOK"), part_of=whole.id)
    book = book_of(WHOLE, NORWAY, FINLAND, whole, part)
    (text,) = said("totals.html?currency=original", book)
    assert "(NOK\N{NO-BREAK SPACE}70)" in text
    assert "(NOK\N{NO-BREAK SPACE}30)" in text


@pytest.mark.parametrize("rules", rule_names())
@pytest.mark.parametrize("first", [True, False])
def test_a_tally_taken_from_the_other_is_the_one_judged_anew(rules: str, *, first: bool) -> None:
    tallies = APART.index(Tallies)
    tallies.of(Counting(rules, by_donor=first))
    taken = tallies.of(Counting(rules, by_donor=not first)).found
    anew = book_of(WHOLE, NORWAY, OTHER).index(Tallies).of(Counting(rules, by_donor=not first))
    assert taken.counted == anew.found.counted
    assert taken.left_out == anew.found.left_out
