"""Records of a data set: each is one thing in every release, and never another's, in any order."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount

from pledgebook.model.claims import Claim
from pledgebook.model.datasets import DatasetRecord
from pledgebook.reconcile.fold import fold

RELEASES = {"7": date(2022, 10, 3), "18": date(2024, 6, 30)}


def record(id_: str, release: str, low: str = "5000000", **more: Any) -> Claim:
    claim = Text(f"Row {id_} of {release}.", published=RELEASES[release]).commitment(
        amount=amount(low, "EUR"), **more
    )
    name = str(DatasetRecord(series="tracker", release=release, id=id_))
    return dataclasses.replace(claim, source=dataclasses.replace(claim.source, record=name))


def told(claims: list[Claim]) -> dict[frozenset[str], list[str]]:
    """Relations after the first, by the records of each entry."""
    return {
        frozenset(str(claim.source.record) for claim in entry.claims): [
            relation.relation for relation in entry.relations[1:]
        ]
        for entry in fold(claims, ())
    }


def test_rows_of_one_release_are_never_one_thing() -> None:
    assert len(fold([record(f"A{n}", "7") for n in range(5)], ())) == 5


def test_a_record_is_one_thing_however_much_it_changed() -> None:
    claims = [record("A1", "7"), record("A1", "18", "90000000")]
    (relations,) = told(claims).values()
    assert relations == ["corrects"]


def test_another_day_of_announcement_is_a_change_in_the_world() -> None:
    claims = [
        record("A1", "7", announced_on=date(2022, 5, 1)),
        record("A1", "18", "90000000", announced_on=date(2023, 5, 1)),
    ]
    (relations,) = told(claims).values()
    assert relations == ["updates"]


def test_the_newest_release_leads() -> None:
    (entry,) = fold([record("A1", "7"), record("A1", "18", "90000000")], ())
    assert entry.lead.source.published == RELEASES["18"]


def test_a_row_may_be_what_the_news_tells() -> None:
    news = Text("Britain will give it.", published=date(2022, 9, 20)).commitment(
        amount=amount("5000000", "EUR")
    )
    assert len(fold([record("A1", "7"), news], ())) == 1
    assert len(fold([record("A1", "7"), record("A2", "7"), news], ())) == 2


RECORDS = st.builds(
    record,
    st.sampled_from(["A1", "A2", "A3"]),
    st.sampled_from(["7", "18"]),
    st.sampled_from(["5000000", "5100000", "90000000"]),
    stage=st.sampled_from(["committed", "allocated"]),
)


@given(st.lists(RECORDS, max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_rows_come_is_nothing(claims: list[Claim], chance: Any) -> None:
    before = fold(claims, ())
    mixed = list(claims)
    chance.shuffle(mixed)
    assert fold(mixed, ()) == before
    for entry in before:
        ids = {str(claim.source.record).partition("#")[2] for claim in entry.claims}
        assert len(ids) == 1
        assert "adds_to" not in {relation.relation for relation in entry.relations}
