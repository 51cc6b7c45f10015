"""An earlier day told from columns is the day as it is read and folded anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from decision_books import Clock, add, decide, read, stage_change, sum_change, text
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_books import lasting, query
from promise_builders import Text
from test_decision_properties import Step, played, steps

from pledgebook.folding import fold
from pledgebook.ledger.chain import Head
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.kept import storing
from pledgebook.ledger.kept.facts import NONE, Facts
from pledgebook.ledger.kept.making import facts_of
from pledgebook.ledger.projection import projected_at
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY, KEPT
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.ledger.view import View
from pledgebook.ledger.waterfall import waterfall
from pledgebook.model.codec import claim_to_json

NOR = text("Text one: NOR gives 5 million, SWE gives 8 million.")
SWE = text("Text two: SWE gives 8 million.", day=6)
KEN = text("Text three: KEN gives 3 million.", day=8)
DAYS = [date(2025, 3, 1) + timedelta(days=n) for n in range(16)]


#: Days that phases of components last that are kept: each is, or none is.
KEPT_PHASES = {"phases kept": 1, "folded anew": 10**9}


@pytest.fixture(params=KEPT_PHASES.values(), ids=list(KEPT_PHASES))
def book(book: str, request: pytest.FixtureRequest) -> Iterator[str]:
    with lasting(request.param):
        yield book


def told(facts: Facts) -> list[tuple[Any, ...]]:
    """Everything that columns tell, without the places of their lists."""
    found = []
    for row in range(facts.count):
        whole, things = int(facts.whole[row]), int(facts.things[row])
        claims = [_claim(facts, n) for n in range(facts.start[row], facts.start[row + 1])]
        found.append(
            (
                facts.name(row),
                facts.patterns[facts.pattern[row]],
                None if whole == NONE else facts.name(whole),
                None if things == NONE else facts.gifts.items(things),
                claims,
            )
        )
    return found


def _claim(facts: Facts, row: int) -> tuple[Any, ...]:
    named = ("aid_type", "instrument", "relation", "day", "low", "high", "open", "reprints")
    currency, fault = int(facts.currency[row]), int(facts.fault[row])
    condition, record = int(facts.condition[row]), int(facts.record[row])
    return (
        *(getattr(facts, name)[row] for name in named),
        facts.parties[facts.donors[row]],
        facts.parties[facts.recipients[row]],
        None if currency == NONE else facts.currencies[currency],
        None if fault == NONE else facts.faults[fault],
        facts.told.notes[facts.note[row]],
        None if condition == NONE else facts.told.conditions[condition],
        None if record == NONE else facts.releases[record],
        facts.odd.get(row),
    )


def moments(ledger: Ledger) -> list[datetime]:
    """Every moment at which a row was entered, and one before all."""
    with ledger.engine.connect() as connection:
        rows = [connection.execute(table.select()).all() for table in APPEND_ONLY.values()]
    entered = sorted({datetime.fromisoformat(row.entered_at) for some in rows for row in some})
    return [entered[0] - timedelta(days=1), *entered]


def both(ledger: Ledger, **scope: Any) -> tuple[View, View]:
    """A day told from columns, and the same day told from records."""
    fast, slow = (ledger.view(**scope, fold=fold) for _ in range(2))
    slow.entries()
    return fast, slow


def check(ledger: Ledger, **scope: Any) -> Facts:
    """A day's columns are those of its entries, read and folded anew."""
    fast, slow = both(ledger, **scope)
    found, wanted = fast.facts(), facts_of(slow.entries(), slow.sightings())
    assert found is not None
    assert wanted is not None
    assert told(found) == told(wanted)
    assert found.ids == wanted.ids
    assert list(found.currencies) == sorted(set(found.currencies))
    assert "_seen" not in fast.__dict__
    return found


def check_all(ledger: Ledger, random: Random | None = None) -> None:
    """Every moment and every day; two clocks at once for some of both."""
    ledger.project(fold)
    every = moments(ledger)
    for moment in every:
        check(ledger, as_of=moment)
    for day in DAYS:
        check(ledger, known_by=day)
    if random is not None:
        for _ in range(6):
            check(ledger, as_of=random.choice(every), known_by=random.choice(DAYS))


@contextmanager
def opened(book: str) -> Iterator[tuple[Ledger, Clock]]:
    clock = Clock()
    with Ledger.open(book, create=True, clock=clock) as ledger:
        for one in (NOR, SWE, KEN):
            clock.on(10)
            add(ledger, one)
        clock.on(10)
        yield ledger, clock


def claim_of(ledger: Ledger, source: Text) -> Any:
    return next(c for c in ledger.view(fold=fold).claims() if c.source.id == source.snapshot.id)


@given(done=steps, random=st.randoms(use_true_random=False), days=st.sampled_from([1, 3, 30]))
@settings(max_examples=25, deadline=None)
def test_any_day_of_any_book_is_told_as_from_its_records(
    done: Sequence[Step], random: Random, days: int
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        lasting(days),
        played(Path(folder) / "b.db", done) as ledger,
    ):
        check_all(ledger, random)
        for _ in range(4):
            fast, slow = both(
                ledger, as_of=random.choice(moments(ledger)), known_by=random.choice(DAYS)
            )
            asked = query(random)
            assert totals(fast, asked) == totals(slow, asked)
            asked = replace(asked, currency="USD")
            ways = [waterfall(view, asked, {}) for view in both(ledger, known_by=DAYS[5])]
            assert [s.to_json() for s in ways[0]] == [s.to_json() for s in ways[1]]


def test_what_came_later_is_not_told(book: str) -> None:
    with opened(book) as (ledger, _):
        check_all(ledger)
        counts = [check(ledger, known_by=DAYS[n]).count for n in (0, 2, 5, 7)]
        assert counts == [0, 2, 2, 3]


def test_of_a_component_the_texts_that_are_there_are_read(book: str) -> None:
    """One that no sighting dates is on no day; one seen twice is there from the first."""
    undated = replace(text("Text six: SWE gives 8 million.", url=None), published=None)
    early = replace(KEN, published=DAYS[3], ref="early")
    with opened(book) as (ledger, _):
        add(ledger, undated)
        add(ledger, early)
        ledger.project(fold)
        at = projected_at_now(ledger)
        with ledger.engine.connect() as connection:
            found = storing.read_days(connection, at)
        assert found is not None
        days, _ = found
        every = np.ones(len(days.start) - 1, dtype=np.bool_)
        names = {one.snapshot.id: one for one in (NOR, SWE, KEN, undated)}
        assert set(days.texts_of(every, Scope())) == set(names)
        for day in DAYS:
            there = set(days.texts_of(every, Scope(known_by=day)))
            view = ledger.view(known_by=day, fold=fold)
            assert there == set(view.sightings())
        components = days.texts_of(every, Scope())
        assert components[SWE.snapshot.id] == components[undated.snapshot.id]
        check_all(ledger)


def projected_at_now(ledger: Ledger) -> Head:
    with ledger.engine.connect() as connection:
        found = projected_at(connection)
    assert found is not None
    return found


@pytest.mark.parametrize("action", ["merge", "reject", "accept", "unclear"])
def test_decisions_then_and_now(book: str, action: str) -> None:
    with opened(book) as (ledger, clock):
        one, other = claim_of(ledger, NOR), claim_of(ledger, KEN)
        value = {"with": [other.id]} if action == "merge" else None
        name = decide(ledger, action, one.id, value)
        clock.on(10)
        check_all(ledger)
        undone = decide(ledger, "undo", name)
        clock.on(10)
        check_all(ledger)
        decide(ledger, "undo", undone)
        check_all(ledger)


def test_a_split_then_and_now(book: str) -> None:
    with opened(book) as (ledger, clock):
        joined = next(e for e in ledger.view(fold=fold).entries() if len(e.claims) == 2)
        clock.on(10)
        decide(ledger, "split", joined.id, {"claims": [joined.claims[1].id]})
        check_all(ledger)


def test_a_sum_that_a_person_changed_meets_others_than_before(book: str) -> None:
    """The sum read was that of one promise; the one that a person set is that of another."""
    with opened(book) as (ledger, clock):
        misread = text("Text four: KEN gives 3 million.", day=9)
        add(ledger, misread, misread=True)  # as 4 million
        add(ledger, text("Text five: KEN gives 4 million.", day=10))
        clock.on(10)
        claim = claim_of(ledger, misread)
        name = decide(ledger, "change_value", claim.id, sum_change(claim, 3))
        clock.on(10)
        check_all(ledger)
        decide(ledger, "undo", name)
        check_all(ledger)


def test_a_misreading_that_met_others(book: str) -> None:
    """Read anew, the text tells other sums; as of before, the sums of before met others."""
    with opened(book) as (ledger, clock):
        again = text("Text five: KEN gives 2 million.", day=9)
        add(ledger, again, "1", misread=True)  # as 3 million
        clock.on(10)
        add(ledger, again, "2")
        check_all(ledger)
        assert check(ledger, as_of=moments(ledger)[-2]).count == 3
        assert check(ledger).count == 4


def test_a_text_seen_earlier_than_it_was_first_known(book: str) -> None:
    """Its earlier day, entered later, takes it out of the reach of what it met before."""
    with opened(book) as (ledger, clock):
        late = replace(text("Text six: SWE gives 8 million.", day=9), ref="late", url=None)
        early = replace(late, published=date(2024, 3, 1), ref="early", url="https://b.example/e")
        for version, one in (("1", late), ("1", early)):
            add(ledger, one, version)
            clock.on(10)
        check_all(ledger)
        assert check(ledger, as_of=moments(ledger)[-2]).count < check(ledger).count


def test_a_claim_that_a_person_kept_is_dated_by_an_earlier_day(book: str) -> None:
    """No reading gave it under that day, on which it meets another."""
    with opened(book) as (ledger, clock):
        add(ledger, replace(text("Text six: LVA gives 9 million."), published=date(2024, 3, 5)))
        late = text("Text seven: LVA gives 8 million.", day=9)
        add(ledger, late, misread=True)  # as 9 million
        clock.on(10)
        decide(ledger, "accept", claim_of(ledger, late).id)
        clock.on(10)
        early = replace(late, published=date(2024, 3, 1), ref="early", url="https://b.example/e")
        add(ledger, early, "2")
        check_all(ledger)
        assert check(ledger).count == check(ledger, as_of=moments(ledger)[-2]).count - 1


def test_a_claim_that_a_person_added_meets_others(book: str) -> None:
    with opened(book) as (ledger, clock):
        source = text("Text six: nobody says that LVA gives 9 million.", day=9)
        ledger.add(source.document, [], source.reading([]))
        add(ledger, text("Text seven: LVA gives 9 million.", day=10))
        clock.on(10)
        claim = replace(read(source)[0], reader="person/ana")
        decide(ledger, "add_claim", source.snapshot.id, {"claim": claim_to_json(claim)})
        clock.on(10)
        check_all(ledger)
        assert check(ledger).count == check(ledger, as_of=moments(ledger)[-2]).count


def test_of_two_changes_the_first_is_undone(book: str) -> None:
    """Only with the sum that was read and the stage that a person set does it meet another."""
    with opened(book) as (ledger, clock):
        add(ledger, replace(text("Text six: LVA gives 9 million."), published=date(2024, 3, 5)))
        later = text("Text seven: LVA gives 8 million.", day=10)
        add(ledger, later, misread=True, stage="pledged")  # as 9 million
        clock.on(10)
        claim = claim_of(ledger, later)
        name = decide(ledger, "change_value", claim.id, sum_change(claim, 8))
        clock.on(10)
        decide(ledger, "change_value", claim.id, stage_change(claim, "disbursed"))
        clock.on(10)
        before = ledger.view(fold=fold).entries()
        decide(ledger, "undo", name)
        check_all(ledger)
        assert len(before) == check(ledger).count + 1


def test_a_redacted_claim_is_on_no_day(book: str) -> None:
    with opened(book) as (ledger, _):
        ledger.redact(claim_of(ledger, KEN).id, author="ana", reason="asked for", fold=fold)
        check_all(ledger)


def test_days_of_other_code_are_not_used(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(book) as (ledger, _):
        ledger.project(fold)
        monkeypatch.setattr(storing, "folding_version", lambda: "another")
        assert ledger.view(fold=fold).facts() is not None
        fast, slow = both(ledger, known_by=DAYS[5])
        assert fast.facts() is None
        assert totals(fast, TotalsQuery()) == totals(slow, TotalsQuery())


@pytest.mark.parametrize(
    "changed", ["reconcile/matching.py", "ledger/settled.py", "reconcile/resources/sectors.yaml"]
)
def test_a_change_of_what_folds_makes_the_days_others(
    changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Path.read_bytes

    def edited(path: Path) -> bytes:
        return plain(path) + (b"#" if path.as_posix().endswith(changed) else b"")

    before = storing.folding_version.__wrapped__()
    monkeypatch.setattr(Path, "read_bytes", edited)
    assert storing.folding_version.__wrapped__() != before


def test_days_that_were_changed_are_not_used(book: str) -> None:
    with opened(book) as (ledger, _):
        ledger.project(fold)
        with writing(ledger.engine) as connection:
            chosen = KEPT.update().where(KEPT.c.name == "days.known_last")
            connection.execute(chosen.values(payload=b"\0" * 12))
        assert ledger.view(known_by=DAYS[5], fold=fold).facts() is None
        assert ledger.view(fold=fold).facts() is not None


def test_a_book_that_has_grown_is_read_anew(book: str) -> None:
    with opened(book) as (ledger, _):
        ledger.project(fold)
        add(ledger, text("Text seven: KEN gives 9 million.", day=4))
        fast, slow = both(ledger, known_by=DAYS[5])
        assert fast.facts() is None
        assert totals(fast, TotalsQuery()) == totals(slow, TotalsQuery())
