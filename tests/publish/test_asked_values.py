"""Values in addresses: what a page may ask for, and what is refused with the parameter's name."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.publish.asked import Asked, BadQueryError


def asked(*query: tuple[str, str]) -> Asked:
    return Asked(query=query, served=True)


def test_values_are_given_in_order_and_empty_ones_count_as_not_given() -> None:
    found = asked(("donor", "NOR"), ("donor", ""), ("page", " "), ("donor", "SWE"))
    assert found.all("donor") == ("NOR", "SWE")
    assert found.one("page") is None
    assert found.choices("donor", {"NOR", "SWE"}) == ("NOR", "SWE")
    assert found.choice("sort", {"date", "sum"}, "date") == "date"


def test_days_and_numbers_are_read() -> None:
    found = asked(("since", "2025-03-06"), ("n", "12"))
    assert found.day("since") == date(2025, 3, 6)
    assert found.day("until") is None
    assert found.number("n") == 12


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ((("x", "a"), ("x", "b")), "x: may stand once"),
        ((("x", "March"),), "x: “March” is no day"),
        ((("x", "q" * 100),), "x: “" + "q" * 60 + "…” is no day"),
    ],
)
def test_a_day_that_is_none_is_refused(query: tuple[tuple[str, str], ...], words: str) -> None:
    with pytest.raises(BadQueryError, match="^" + words):
        asked(*query).day("x")


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "٣", "9" * 4000, "two"])
def test_a_number_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(BadQueryError, match=r"^n: "):
        asked(("n", value)).number("n")


def test_a_choice_that_is_none_is_refused_with_what_may_stand() -> None:
    with pytest.raises(BadQueryError, match=r"^sort: “size” is not one of date, sum"):
        asked(("sort", "size")).choice("sort", {"sum", "date"}, "date")
    with pytest.raises(BadQueryError, match=r"^donor: “XXX” is not known here"):
        asked(("donor", "XXX")).choices("donor", {"NOR"})


def test_a_link_keeps_the_query_and_changes_what_it_is_told_to() -> None:
    found = asked(("donor", "NOR"), ("sort", "sum"), ("empty", ""))
    assert found.suffix() == "?donor=NOR&sort=sum"
    assert found.suffix(sort="date") == "?donor=NOR&sort=date"
    assert found.suffix(leave=("donor", "sort")) == ""


@given(st.lists(st.tuples(st.text(min_size=1), st.text().filter(str.strip))))
def test_a_written_query_is_read_back(query: list[tuple[str, str]]) -> None:
    kept = [(k, v) for k, v in query if k.isprintable() and v.isprintable()]
    suffix = Asked(query=tuple(kept)).suffix()
    assert parse_qsl(suffix.removeprefix("?"), keep_blank_values=True) == kept
