"""The list of commitments: filters that combine, counts, orders, pages, and the sum of it all."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_book import (
    CITED,
    ENGINEERS,
    FIN,
    LOAN,
    LVA,
    NOR,
    C,
    FakeView,
    entry_of,
    fake_source,
    narvik,
)

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Actor, Amount
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.commitment_index import FACETS, SORTS, CommitmentIndex
from pledgebook.publish.commitment_list import BASE, CommitmentList, commitments, csv_file
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import find
from pledgebook.publish.render import html


def gift(number: int, **changes: object) -> Commitment:
    """One commitment of many, without evidence; ``number`` keeps them apart."""
    amount = Amount(low=Decimal(number), high=Decimal(number), currency="EUR")
    fields = {"amount": amount, "evidence": (), "problems": (), **changes}
    return replace(LOAN, **fields)  # type: ignore[arg-type]


DONORS = ((NOR,), (LVA,), (NOR, FIN), ())
GIFTS = tuple(
    gift(
        n + 1,
        donors=DONORS[n % 4],
        stage=("pledged", "committed")[n % 2],
        aid_type=("military", "financial", "humanitarian")[n % 3],
        announced_on=None if n % 10 == 9 else date(2025, 5, 1 + n % 9),
        is_total=n % 7 == 6,
    )
    for n in range(120)
)


def book_of(*claims: Commitment) -> FakeView:
    entries = tuple(entry_of(claim) for claim in claims)
    return replace(narvik(), the_entries=entries, the_claims=claims)


BOOK = Book(book_of(*GIFTS))


def asked(*query: tuple[str, str], served: bool = True) -> Asked:
    return Asked(query=query, served=served)


def listed(*query: tuple[str, str], book: Book = BOOK) -> CommitmentList:
    page = commitments(book, asked(*query))
    assert page is not None
    assert isinstance(page.payload, CommitmentList)
    return page.payload


def plainly(*query: tuple[str, str]) -> list[Commitment]:
    """The same choice by going through all gifts."""
    kept = []
    for claim in GIFTS:
        day = claim.announced_on or date(2025, 5, 5)
        values: dict[str, list[str | None]] = {
            "donor": [a.id for a in claim.donors] or ["none"],
            "stage": [claim.stage],
            "aid_type": [claim.aid_type],
            "newness": ["running_total" if claim.is_total else claim.newness],
        }
        wanted: dict[str, set[str | None]] = {}
        for key, value in query:
            wanted.setdefault(key, set()).add(value)
        low, high = dict(query).get("from", "0000"), dict(query).get("until", "9999")
        chosen = {key: some for key, some in wanted.items() if key not in ("from", "until")}
        fits = all(some & set(values[key]) for key, some in chosen.items())
        if fits and low <= day.isoformat() <= high:
            kept.append(claim)
    return kept


CHOICES = st.lists(
    st.sampled_from(
        [
            ("donor", "NOR"),
            ("donor", "LVA"),
            ("donor", "none"),
            ("stage", "pledged"),
            ("stage", "committed"),
            ("aid_type", "military"),
            ("aid_type", "financial"),
            ("newness", "running_total"),
            ("newness", "additional"),
        ]
    ),
    unique=True,
    max_size=5,
)


@given(CHOICES, st.sampled_from([(), (("from", "2025-05-03"),), (("until", "2025-05-04"),)]))
def test_filters_combine_as_any_of_each_and_all_of_them(
    chosen: list[tuple[str, str]], dates: tuple[tuple[str, str], ...]
) -> None:
    query = (*chosen, *dates)
    payload, expected = listed(*query), plainly(*query)
    assert payload.paging.total == len(expected)
    assert payload.of == 120
    assert payload.form is not None
    for shown in payload.form.filters:
        rest = [pair for pair in query if pair[0] != shown.key]
        for choice in shown.choices:
            if shown.key in ("donor", "stage", "aid_type", "newness"):
                alone = plainly(*rest, (shown.key, choice.value))
                assert choice.count == len(alone), (shown.key, choice.value)
            assert choice.chosen == ((shown.key, choice.value) in chosen)


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_every_order_shows_every_row_once_and_what_has_no_value_last(sort: str) -> None:
    index = BOOK.index(CommitmentIndex)
    name = sort.removeprefix("-")
    order = index.in_order(index.every, name, backwards=sort[0] == "-")
    assert sorted(order) == list(range(120))
    if name == "amount":
        sums = [index.leads[place].amount for place in order]
        figures = [amount.low for amount in sums if amount is not None and amount.low is not None]
        assert figures == sorted(figures, reverse=sort[0] == "-")
    if name == "donor":
        assert all(not index.leads[place].donors for place in order[-30:])


def test_a_list_is_newest_first_where_nothing_is_asked() -> None:
    days = [row.cells[-1].text for row in listed().rows]
    assert days[0] == "9 May 2025"
    assert len(days) == 50


def test_sums_in_several_currencies_are_put_in_order_by_their_worth_in_euros() -> None:
    kroner = Amount(low=Decimal(900), high=Decimal(900), currency="NOK")
    pounds = Amount(low=Decimal(800), high=Decimal(800), currency="GBP")
    strange = Amount(low=Decimal(1), high=Decimal(1), currency="XXX")
    claims = (
        gift(850),
        *(gift(1, amount=amount) for amount in (kroner, pounds, strange)),
        gift(2, amount=None),
    )
    shown = listed(("sort", "-amount"), book=Book(book_of(*claims))).rows
    sums = [row.cells[1].text for row in shown]
    assert sums[:3] == ["£800", "€850", "NOK\N{NO-BREAK SPACE}900"]
    assert set(sums[3:]) == {"XXX\N{NO-BREAK SPACE}1", "no sum said"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        (("stage", "promised"), "stage"),
        (("donor", "XXX"), "donor"),
        (("from", "May"), "from"),
        (("sort", "size"), "sort"),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_says_which_part(
    query: tuple[str, str], named: str
) -> None:
    with pytest.raises(BadQueryError) as error:
        listed(query)
    assert error.value.parameter == named


def test_days_that_lie_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BadQueryError, match="lies before"):
        listed(("from", "2025-05-04"), ("until", "2025-05-03"))


def test_the_sum_is_of_all_pages_and_names_its_rules_and_what_it_leaves_out() -> None:
    payload = listed(("donor", "LVA"))
    counted = [c for c in plainly(("donor", "LVA")) if not c.is_total]
    total = sum(c.amount.low or 0 for c in counted if c.amount is not None)
    assert payload.sum.total is not None
    assert payload.sum.total.exact == f"EUR\N{NO-BREAK SPACE}{total:,}"
    assert (payload.sum.counted, payload.sum.left_out) == (len(counted), 30 - len(counted))
    assert payload.sum.rules == "default"
    assert payload.sum.why == "commitments/why.html?donor=LVA"
    assert find(BOOK, "commitments/why.html", asked(("donor", "LVA"))) is not None


def test_a_sum_with_an_open_side_stays_open() -> None:
    open_amount = Amount(low=Decimal(5), high=None, currency="EUR", bound="at_least")
    payload = listed(book=Book(book_of(gift(3), gift(1, amount=open_amount))))
    assert payload.sum.total is not None
    assert payload.sum.total.text == "at least €8"


def test_chosen_values_can_be_taken_back_one_by_one() -> None:
    query = (("donor", "NOR"), ("donor", "LVA"), ("from", "2025-05-02"), ("sort", "donor"))
    chips = {chip.text: chip.without for chip in listed(*query).chips}
    assert chips == {
        "Donor: Norway": "commitments.html?donor=LVA&from=2025-05-02&sort=donor",
        "Donor: Latvia": "commitments.html?donor=NOR&from=2025-05-02&sort=donor",
        "From 2 May 2025": "commitments.html?donor=NOR&donor=LVA&sort=donor",
    }


def test_pages_keep_what_was_chosen() -> None:
    paging = listed(("stage", "pledged"), ("sort", "amount")).paging
    assert paging.after == "commitments/2.html?stage=pledged&sort=amount"
    second = find(BOOK, "commitments/2.html", asked(("stage", "pledged"), ("sort", "amount")))
    assert isinstance(second, Page)
    assert find(BOOK, "commitments/3.html", asked(("stage", "pledged"))) is None


def test_a_heading_sorts_by_its_column_and_then_the_other_way() -> None:
    def heading(*query: tuple[str, str]) -> tuple[str | None, str | None]:
        head = next(h for h in listed(*query).heads if h.text == "Sum")
        return head.sorted, head.href

    assert heading() == (None, "commitments.html?sort=-amount")
    assert heading(("sort", "-amount")) == ("descending", "commitments.html?sort=amount")
    assert heading(("sort", "amount")) == ("ascending", "commitments.html?sort=-amount")


def test_the_export_has_no_form_and_every_donor_has_a_list() -> None:
    page = find(BOOK, "commitments.html", Asked())
    assert isinstance(page, Page)
    payload = page.payload
    assert isinstance(payload, CommitmentList)
    assert payload.form is None
    assert all(head.href is None for head in payload.heads)
    assert {s.href for s in payload.donors} >= {
        "commitments/donor/NOR.html",
        "commitments/donor/none.html",
    }
    for scope in (*payload.donors, *payload.aid_types):
        one = find(BOOK, scope.href or "", Asked())
        assert isinstance(one, Page)
        assert isinstance(one.payload, CommitmentList)
        assert one.payload.paging.total == scope.count


@pytest.mark.parametrize(
    "name",
    [
        "donor",
        "donor/",
        "donor/XXX",
        "donor/NOR/",
        "donor/NOR/1",
        "donor/NOR/99",
        "donor/NOR.csv/2",
        "donor/NOR/why/nothing",
        "why/",
        "whyever",
        "stage/pledged",
        ".csv",
    ],
)
def test_there_is_nothing_under_other_names(name: str) -> None:
    assert find(BOOK, f"{BASE}/{name}.html", Asked()) is None


def rows_of(file: object) -> list[dict[str, str]]:
    assert isinstance(file, File)
    text = file.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_files_hold_exactly_the_list_in_its_order() -> None:
    query = (("donor", "NOR"), ("aid_type", "military"), ("sort", "-amount"))
    rows = rows_of(find(BOOK, "data/commitments.csv", asked(*query)))
    other = find(BOOK, "data/commitments.json", asked(*query))
    assert isinstance(other, File)
    data = json.loads(other.content)
    shown = [row.link.href for row in listed(*query).rows]
    assert [row["page"] for row in rows] == shown
    assert [row["page"] for row in data["rows"]] == shown
    assert (data["count"], data["of"]) == (len(shown), 120)
    assert data["query"] == [list(pair) for pair in query]
    one = next(row for row in rows if row["is_total"] == "no")
    assert (one["counted"], one["rules"]) == ("yes", "default")
    assert one["counted_eur_low"] == one["amount_low"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1x", "@A1", "\t=1", "\r=1", "＝1"])
def test_no_cell_begins_a_formula(words: str) -> None:
    actor = Actor(id=None, name=words, type="unnamed")
    rows = rows_of(csv_file(Book(book_of(gift(1, donors=(actor,)))), Asked()))
    assert rows[0]["donor_names"] == f"'{words}"


def test_words_of_a_source_that_may_be_named_only_are_in_no_file() -> None:
    view = replace(book_of(ENGINEERS), the_sources=(fake_source(C, CITED, "metadata"),))
    for name in ("data/commitments.csv", "data/commitments.json"):
        file = find(Book(view), name, Asked())
        assert isinstance(file, File)
        assert b"peace deal is signed" not in file.content


def test_an_empty_list_says_whether_anything_was_there_to_find() -> None:
    nothing = find(Book(book_of()), "commitments.html", Asked())
    assert isinstance(nothing, Page)
    assert "found no commitment in the texts" in html(Book(book_of()), nothing).decode("utf-8")
    query = (("donor", "LVA"), ("newness", "restated"))
    none = commitments(BOOK, asked(*query))
    assert none is not None
    assert "fits all that was chosen" in html(BOOK, none, asked(*query)).decode("utf-8")


def test_every_facet_has_words_for_each_of_its_values() -> None:
    payload = listed()
    assert payload.form is not None
    assert [f.label for f in payload.form.filters] == [facet.label for facet in FACETS]
    for shown in payload.form.filters:
        assert all(choice.text and "_" not in choice.text for choice in shown.choices)
