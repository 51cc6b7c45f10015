"""What texts of a component fold into does not hang on the other texts, whichever of them stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount, item

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry, entry_id
from pledgebook.model.snapshots import Decision, Sighting
from pledgebook.model.values import Event
from pledgebook.reconcile.candidates import _Index
from pledgebook.reconcile.components import components
from pledgebook.reconcile.fold import fold

FIRST = date(2025, 3, 3)
NOON = datetime(2025, 5, 1, 12, tzinfo=UTC)
PAGES = (None, None, "https://ministry.example/aid", "https://harbour.example/1")

#: Sums in three currencies; some sources print what they come to, not always alike.
SUMS = (
    amount("35e6", "GBP"),
    amount("35e6", "GBP", reported_as=(amount("44e6", "USD"),)),
    amount("35e6", "GBP", reported_as=(amount("45e6", "USD", "at_least"), amount("41e6", "EUR"))),
    amount("35.4e6", "GBP"),
    amount("44e6", "USD"),
    amount("45e6", "USD"),
    amount("41e6", "EUR"),
    amount("44e6", None),
    amount("90e6", "EUR"),
    None,
)


def numbered(number: int) -> Text:
    days = (0, 0, 1, 2, 30, 50, 300)[number % 7]
    return Text(
        f"Source {number}.",
        published=None if number == 9 else FIRST + timedelta(days=days),
        url=PAGES[number % 4],
    )


TEXTS = [numbered(number) for number in range(14)]


def promise(random: Random, before: Sequence[Claim]) -> Claim:
    wholes = [claim.id for claim in before if claim.kind == "commitment"]
    claim = random.choice(TEXTS).commitment(
        random.choice(["GBR", "GBR", "GBR", "NOR", "GBR NOR", ""]),
        amount=random.choice(SUMS),
        items=random.choice([(), (), (), (item("ambulances", 17),)]),
        purpose=random.choice([None, None, "for the grid", "for the power grid", "for mines"]),
        newness=random.choice(["unclear", "unclear", "additional", "restated"]),
        instrument=random.choice(["unspecified", "unspecified", "loan", "grant"]),
        stage=random.choice(["pledged", "pledged", "disbursed", "withdrawn"]),
        firmness=random.choice(["firm", "firm", "denied"]),
        announced_on=random.choice([None, None, FIRST]),
        within=random.choice(wholes) if wholes and random.random() < 0.1 else None,
    )
    record = random.choice([None] * 12 + [f"{name}#{n}" for name in RELEASES for n in (1, 2)])
    if record is None:
        return claim
    day = FIRST + timedelta(days=30 * RELEASES.index(record.partition("#")[0]))
    return row_of(claim, record, day)


RELEASES = ("tracker/7", "tracker/18", "arms/1")
SAID = ("we will stand by it", "we will stand by it as long as needed", "we will stand")
POINTS = ("a fund for ports", "a fund for all ports", "elections")


def other(random: Random) -> Claim:
    said, event = random.choice(TEXTS), Event(name=random.choice(["Summit", "London summit", None]))
    who = random.choice(["NOR", ""])
    return random.choice(
        [
            said.statement("person:a", random.choice(SAID)),
            said.participation("NOR", random.choice(["attended", "declined"]), event),
            said.measure(who, random.choice(["old oil tankers", "tankers"])),
            said.proposal(who, random.choice(["a truce", "a truce of days"])),
            said.plan_point(random.choice(POINTS)),
        ]
    )


def decision(random: Random, claims: Sequence[Claim], number: int) -> Decision:
    one, two = random.choice(claims), random.choice(claims)
    target = random.choice([one.id, entry_id(one)])
    action, value = random.choice(
        [
            ("merge", {"with": [random.choice([two.id, entry_id(two)])]}),
            ("merge", {"with": [two.id]}),
            ("split", {"claims": [two.id]}),
            ("reject", None),
            ("accept", {"lead": one.id}),
            ("unclear", None),
        ]
    )
    more: Any = {"action": action, "value": value}
    at = NOON + timedelta(minutes=number)
    return Decision(author="ana", at=at, target=target, reason=f"reason {number}", **more)


def named(decisions: Iterable[Decision], claims: Iterable[Claim]) -> list[set[str]]:
    """Texts of the claims that each decision names."""
    homes = {name: c.source.id for c in claims for name in (c.id, entry_id(c))}
    lists = [
        (d.target, *(d.value or {}).get("with", ()), *(d.value or {}).get("claims", ()))
        for d in decisions
    ]
    return [{homes[name] for name in names} for names in lists]


def by_id(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.id)


def folded_apart(
    claims: Collection[Claim],
    sightings: Collection[Sighting],
    decisions: Sequence[Decision],
    numbers: dict[str, int],
) -> list[Entry]:
    """Fold some components at a time: here the even ones, the odd ones by themselves."""
    parts: dict[int, set[str]] = {}
    for name, number in numbers.items():
        parts.setdefault(0 if number % 2 == 0 else number, set()).add(name)
    return [
        entry
        for names in parts.values()
        for entry in fold(
            [c for c in claims if c.source.id in names],
            [s for s in sightings if s.snapshot in names],
            decisions,
        )
    ]


@settings(max_examples=400, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 16))
def test_components_fold_without_regard_to_each_other(random: Random, count: int) -> None:
    claims: list[Claim] = []
    for _ in range(count):
        claims.append(promise(random, claims) if random.random() < 0.75 else other(random))
    claims = list({claim.id: claim for claim in claims}.values())
    sightings = [text.sighting for text in TEXTS]
    decisions = [decision(random, claims, n) for n in range(random.choice([0, 0, 1, 2]))]
    numbers = components(claims, sightings, named(decisions, claims))
    for _ in range(6):
        names = sorted({claim.source.id for claim in claims})
        standing = set(random.sample(names, random.randint(0, len(names))))
        there = [c for c in claims if c.source.id in standing and random.random() < 0.9]
        seen = [s for s in sightings if s.snapshot in standing]
        decided = [one for one in decisions if random.random() < 0.7]
        apart = folded_apart(there, seen, decided, dict(numbers))
        found = fold(there, seen, decided)
        assert by_id(apart) == by_id(found)
        assert fold(there, seen, decided, numbers) == found


def looked_for(components_: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> int:
    """How many claims are looked for among others that may be the same promise."""
    claims = [Text(f"Source {n}.").commitment(amount=amount("40e6")) for n in (1, 2, 3)]
    found: list[int] = []
    near = _Index.near

    def counted(index: _Index, place: int) -> list[int]:
        found.append(place)
        return near(index, place)

    numbers = {claim.source.id: components_[str(n)] for n, claim in enumerate(claims, start=1)}
    with monkeypatch.context() as patch:
        patch.setattr(_Index, "near", counted)
        fold([replace(c, purpose=f"for {n}") for n, c in enumerate(claims)], [], [], numbers)
    return len(found)


@pytest.mark.parametrize(
    ("numbers", "most"),
    [((1, 1, 1), 3), ((1, 1, 2), 2), ((1, 2, 2), 2), ((1, 2, 3), 0), ((4, 2, 4), 2)],
)
def test_nothing_is_looked_for_outside_of_its_component(
    numbers: Sequence[int], most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {str(n): number for n, number in enumerate(numbers, start=1)}
    assert looked_for(told, monkeypatch) == most


def together(*claims: Claim, seen: Sequence[Sighting] = ()) -> bool:
    """Say whether the texts of the first two claims are of one component."""
    numbers = components(claims, seen)
    return numbers[claims[0].source.id] == numbers[claims[1].source.id]


def test_what_does_not_match_is_apart() -> None:
    one = Text("Source 1.").commitment(amount=amount("40e6"))
    again = Text("Source 2.").commitment(amount=amount("40e6"))
    another = Text("Source 3.").commitment(amount=amount("90e6"))
    numbers = components([one, again, another], [])
    assert numbers[one.source.id] == numbers[again.source.id]
    assert numbers[one.source.id] != numbers[another.source.id]
    joined = components([one, again, another], [], [{one.source.id, another.source.id, "sha256:0"}])
    assert len(set(joined.values())) == 1


def promised(number: int, sum_: Any, days: int = 0, **values: Any) -> Claim:
    day = FIRST + timedelta(days=days)
    return Text(f"Source {number}.", published=day).commitment(amount=sum_, **values)


def test_a_conversion_joins_all_texts_of_its_sum() -> None:
    """Far apart in time, so that the two do not match: the one is read by what the other prints."""
    one = promised(1, amount("35e6", "GBP"))
    told = amount("35e6", "GBP", reported_as=(amount("44e6", "USD"),))
    assert together(one, promised(2, told, 800))
    assert not together(one, promised(2, amount("35e6", "GBP"), 800))


def test_of_several_conversions_the_best_counts() -> None:
    """What a source prints inexactly may not stand on a day on which the exact one does."""
    exact, near = (
        amount("35e6", "GBP", reported_as=(amount(f, "USD"),)) for f in ("44e6", "43.5e6")
    )
    one = promised(1, amount("35e6", "GBP"))
    later = promised(2, amount("44e6", "USD"), 100, newness="restated")
    level = promised(3, exact, is_total=True)
    inexact = promised(4, near)
    for claims, found in (([one, later, level], True), ([one, later, level, inexact], False)):
        assert any({one, later} <= set(entry.claims) for entry in fold(claims, ())) is found
    assert together(one, later, level, inexact)


def test_an_edited_page_joins_its_texts() -> None:
    one, two = (
        Text(f"Source {n}.", url=PAGES[2]).commitment(amount=amount(f"{n}0e6")) for n in (1, 9)
    )
    seen = [
        Sighting(snapshot=claim.source.id, ref="r", url=PAGES[2], published=FIRST)
        for claim in (one, two)
    ]
    assert together(one, two, seen=seen)
    assert not together(one, two)


def test_a_part_names_its_whole_by_either_of_its_ids() -> None:
    read = promised(1, amount("90e6"))
    whole = promised(1, amount("80e6"), replaces=read.id)
    for name in (read.id, whole.id):
        assert together(promised(2, amount("5e6"), 800, within=name), whole)


def row_of(claim: Claim, record: str, day: date = FIRST) -> Claim:
    return replace(claim, source=replace(claim.source, record=record, published=day))


def test_rows_of_one_record_are_together_and_those_of_two_are_not() -> None:
    one, other = (Text(f"Row {n}.").commitment(amount=amount("40e6")) for n in (1, 2))
    for record, found in (("tracker/18#row 1", True), ("tracker/7#row 2", False)):
        assert together(row_of(one, "tracker/7#row 1"), row_of(other, record)) is found


def test_a_row_is_together_with_news_of_it_and_with_rows_of_another_data_set() -> None:
    one, other = (Text(f"Row {n}.").commitment(amount=amount("40e6")) for n in (1, 2))
    assert together(row_of(one, "tracker/7#row 1"), other)
    assert together(row_of(one, "tracker/7#row 1"), row_of(other, "arms/1#5"))


def test_a_row_that_two_releases_have_in_the_same_words_is_a_record_of_both() -> None:
    """It was read at both; news of the day of the one is together with it, and of the other."""
    same = Text("Row 1.").commitment(amount=amount("40e6"))
    rows = row_of(same, "tracker/7#row 1"), row_of(same, "tracker/18#row 9")
    for record in ("tracker/1#row 1", "tracker/1#row 9"):
        other = row_of(Text("Row 2.").commitment(amount=amount("5e6")), record)
        numbers = components([*rows, other], [])
        assert len(set(numbers.values())) == 1
