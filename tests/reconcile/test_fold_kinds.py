"""Statements, participations, proposals, plan points and measures: one thing or two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from promise_builders import Text

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.values import Event, Period
from pledgebook.reconcile.fold import fold

ONE = Text("The first source of the two.")
OTHER = Text("The second source of the two.", published=date(2025, 3, 5))


def together(*claims: Claim) -> Entry | None:
    entries = fold(claims, ())
    return entries[0] if len(entries) == 1 else None


SAID = "that the work on the bridge would go on until it is done"

STATEMENTS = [
    ("person:a", SAID, "person:a", SAID.upper() + ".", True),
    ("person:a", SAID, "person:a", "the work on the bridge would go on", True),
    ("person:a", SAID, "person:b", SAID, False),
    ("person:a", SAID, "person:a", "that nobody knew when the road would open", False),
    ("person:a", "we will", "person:a", "we will not", False),
]


@pytest.mark.parametrize(("who", "what", "other", "words", "one"), STATEMENTS)
def test_statements(who: str, what: str, other: str, words: str, one: bool) -> None:  # noqa: FBT001
    found = together(ONE.statement(who, what), OTHER.statement(other, words))
    assert (found is not None) is one


SUMMIT = Event(name="harbour summit", place="Oslo", date=date(2025, 3, 2))

EVENTS = [
    ("its name without a day", Event(name="summit at the harbour"), True),
    ("the day alone", Event(name=None, date=date(2025, 3, 2)), True),
    ("another place", Event(name="harbour summit", place="Lima"), False),
    ("another day", Event(name="harbour summit", date=date(2025, 3, 9)), False),
    ("another name", Event(name="budget council", date=date(2025, 3, 2)), False),
    ("nothing to go by", Event(name=None), False),
]


@pytest.mark.parametrize(("event", "one"), [e[1:] for e in EVENTS], ids=[e[0] for e in EVENTS])
def test_meetings(event: Event, one: bool) -> None:  # noqa: FBT001
    found = together(
        ONE.participation("NOR", "attended", SUMMIT), OTHER.participation("NOR", "attended", event)
    )
    assert (found is not None) is one


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("attended", "attended", "same"),
        ("host", "attended", "same"),
        ("invited", "attended", "updates"),
        ("attended", "joined", "contradicts"),
        ("attended", "declined", "contradicts"),
    ],
)
def test_roles(before: str, after: str, relation: str) -> None:
    found = together(
        ONE.participation("NOR", before, SUMMIT), OTHER.participation("NOR", after, SUMMIT)
    )
    assert found is not None
    assert found.relations[1].relation == relation


def test_another_actor_is_another_seat() -> None:
    seats = [ONE.participation(who, "attended", SUMMIT) for who in ("NOR", "SWE")]
    assert together(*seats) is None


MONTH = Period(duration="P1M", text="one month")
TRUCE: dict[str, Any] = {"scope": ("air", "sea"), "period": MONTH}


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("proposed", "proposed", "same"),
        ("proposed", "agreed", "updates"),
        ("proposed", "denied", "contradicts"),
        ("rejected", "agreed", "contradicts"),
    ],
)
def test_a_truce_on_its_way(before: str, after: str, relation: str) -> None:
    found = together(
        ONE.proposal("FRA GBR", "a pause of one month", status=before, **TRUCE),
        OTHER.proposal("GBR", "no such pause", status=after, **TRUCE),
    )
    assert found is not None
    assert found.relations[1].relation == relation


@pytest.mark.parametrize(
    "changes",
    [
        {"scope": ("land",)},
        {"period": Period(duration="P1Y", text="a year")},
        {"proposal_type": "talks"},
    ],
)
def test_another_truce(changes: dict[str, Any]) -> None:
    first = ONE.proposal("FRA", "a pause of one month", **TRUCE)
    assert together(first, OTHER.proposal("FRA", "a pause", **{**TRUCE, **changes})) is None


def test_terms_meet_by_their_words() -> None:
    terms: dict[str, Any] = {"proposal_type": "peace_terms"}
    first = ONE.proposal("FRA", "monitors along the whole line of contact", **terms)
    alike = OTHER.proposal("FRA", "that monitors stand along the line of contact", **terms)
    other = OTHER.proposal("FRA", "an exchange of all prisoners", **terms)
    assert together(first, alike) is not None
    assert together(first, other) is None


def test_plan_points_meet_by_words_or_by_number_and_goal() -> None:
    first = ONE.plan_point("help keeps flowing to the army", ordinal=1, goals=("military_aid",))
    words = OTHER.plan_point("that help keeps flowing to the army")
    number = OTHER.plan_point("weapons and help go on", ordinal=1, goals=("military_aid",))
    other = OTHER.plan_point("a seat at all talks", ordinal=2, goals=("seat_at_talks",))
    assert together(first, words) is not None
    assert together(first, number) is not None
    assert together(first, other) is None


def test_measures_meet_by_actor_action_and_object() -> None:
    first = ONE.measure("GBR", "tankers of the shadow fleet", action="sanction")
    later = OTHER.measure("GBR", "the shadow fleet", action="sanction", stage="in_force")
    found = together(first, later)
    assert found is not None
    assert found.relations[1].relation == "updates"
    for actors, what, action in (
        ("NOR", "the shadow fleet", "sanction"),
        ("GBR", "the shadow fleet", "tariff"),
        ("GBR", "two banks", "sanction"),
    ):
        assert together(first, OTHER.measure(actors, what, action=action)) is None


def test_a_house_and_its_city_are_one_place_on_one_day() -> None:
    house = Event(name="harbour summit", place="Old Custom House", date=date(2025, 3, 2))
    assert together(
        ONE.participation("NOR", "attended", SUMMIT), OTHER.participation("NOR", "attended", house)
    )


def test_the_same_number_and_goal_are_one_point_in_any_words() -> None:
    first = ONE.plan_point("keep sending guns", ordinal=1, goals=("military_aid",))
    other = OTHER.plan_point("support goes on as before", ordinal=1, goals=("military_aid",))
    assert together(first, other)
    assert together(first, OTHER.plan_point("support goes on", goals=("military_aid",))) is None
