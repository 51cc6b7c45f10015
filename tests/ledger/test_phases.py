"""A phase of a component that is kept is what its texts fold into, read and folded anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from decision_books import Clock, add, decide, read, text
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_books import lasting
from promise_builders import Text
from row_books import row
from test_kept_days import DAYS, both, check, check_all, claim_of, projected_at_now

from pledgebook.folding import fold
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.kept import earlier, phases, some_texts, storing
from pledgebook.ledger.kept.days import Days
from pledgebook.ledger.kept.making import facts_of
from pledgebook.ledger.kept.phases import Phases
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import KEPT
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.model.claims import Commitment

#: One promise, told three times over two months, and another that is told once.
TOLD = [
    replace(text(f"Paper {n}: NOR gives 5 million."), published=day)
    for n, day in enumerate((date(2025, 3, 3), date(2025, 3, 8), date(2025, 4, 12)))
]
OTHER = text("Paper 9: KEN gives 3 million.", day=5)


@contextmanager
def opened(book: str, *sources: Text) -> Iterator[tuple[Ledger, Clock]]:
    """A book of some texts, entered a minute apart."""
    clock = Clock()
    with Ledger.open(book, create=True, clock=clock) as ledger:
        for one in sources:
            add(ledger, one)
            clock.on(1)
        yield ledger, clock


def kept(ledger: Ledger) -> tuple[Days, Phases]:
    ledger.project(fold)
    with ledger.engine.connect() as connection:
        found = storing.read_days(connection, projected_at_now(ledger))
    assert found is not None
    return found


def texts_of(days: Days, found: Phases) -> list[set[str]]:
    """The texts of each phase."""
    ends = zip(found.start[:-1], found.start[1:], strict=True)
    return [{days.name(int(row)) for row in found.texts[a:b]} for a, b in ends]


def ids(*sources: Text) -> set[str]:
    return {one.snapshot.id for one in sources}


def test_phases_that_last_are_kept_on_either_clock(book: str) -> None:
    """The first lasts five days, the second 35; as they were entered, none lasts."""
    with opened(book, OTHER, *TOLD) as (ledger, _):
        assert texts_of(*kept(ledger)) == [ids(*TOLD[:2])]
        with lasting(5):
            assert sorted(texts_of(*kept(ledger)), key=len) == [ids(TOLD[0]), ids(*TOLD[:2])]
        with lasting(36):
            assert texts_of(*kept(ledger)) == []
    with opened(book, TOLD[2]) as (ledger, _), lasting(30):
        assert texts_of(*kept(ledger)) == [ids(*TOLD[:2])]


def test_what_was_entered_late_has_phases_of_its_own(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "b.db"), create=True, clock=(clock := Clock())) as ledger:
        for one in (TOLD[2], TOLD[0]):
            add(ledger, one)
            clock.on(60 * 24 * 31)
        add(ledger, TOLD[1])
        found = texts_of(*kept(ledger))
        assert sorted(found, key=sorted) == sorted(
            [ids(TOLD[2]), ids(TOLD[2], TOLD[0]), ids(TOLD[0], TOLD[1])], key=sorted
        )
        check_all(ledger)


def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Texts that are read for an earlier day."""
    texts_read: list[str] = []
    plain = some_texts.standing_of

    def noted(connection: Any, scope: Scope, texts: Sequence[str]) -> Any:
        texts_read.extend(texts)
        return plain(connection, scope, texts)

    monkeypatch.setattr(earlier, "standing_of", noted)
    return texts_read


def test_only_what_is_in_no_phase_is_read(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_for(monkeypatch)
    with opened(book, OTHER, *TOLD) as (ledger, _):
        ledger.project(fold)
        check(ledger, known_by=date(2025, 3, 8))
        check(ledger, known_by=date(2025, 4, 11))
        check(ledger, known_by=date(2025, 4, 12))
        assert asked == []
        check(ledger, known_by=date(2025, 3, 7))
        assert set(asked) == ids(TOLD[0])


def test_both_clocks_together_show_the_texts_of_a_phase_or_others(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_for(monkeypatch)
    with opened(book, TOLD[2], TOLD[1], TOLD[0]) as (ledger, clock):
        ledger.project(fold)
        late = clock.now - timedelta(minutes=1)
        check(ledger, known_by=date(2025, 3, 9), as_of=late)
        assert asked == []
        check(ledger, known_by=date(2025, 3, 9), as_of=late - timedelta(minutes=1))
        assert ids(TOLD[1]) <= set(asked)


def test_what_a_decision_names_has_no_phases(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where it was undone; that of another promise leaves these."""
    asked = asked_for(monkeypatch)
    with opened(book, OTHER, *TOLD) as (ledger, clock):
        decide(ledger, "reject", claim_of(ledger, OTHER).id)
        assert len(texts_of(*kept(ledger))) == 1
        name = decide(ledger, "accept", claim_of(ledger, TOLD[2]).id)
        assert texts_of(*kept(ledger)) == []
        clock.on(1)
        decide(ledger, "undo", name)
        assert texts_of(*kept(ledger)) == []
        check_all(ledger)
        check(ledger, known_by=date(2025, 4, 11))
        assert ids(*TOLD[:2]) <= set(asked)


def test_what_was_seen_or_read_again_has_none(book: str) -> None:
    with opened(book, *TOLD) as (ledger, clock), lasting(1):
        assert len(texts_of(*kept(ledger))) == 2
        add(ledger, TOLD[0], "2", misread=True)
        assert texts_of(*kept(ledger)) == []
        check_all(ledger)
    other = [replace(one, words=f"{one.words} So it says.") for one in TOLD]
    with opened(book, *other) as (ledger, clock), lasting(1):
        found = texts_of(*kept(ledger))
        clock.on(1)
        add(ledger, replace(other[0], published=DAYS[7], ref="again"))
        assert found == texts_of(*kept(ledger)) == []
        check_all(ledger)


def test_a_text_seen_at_two_places_at_once_has_phases(book: str) -> None:
    with opened(book) as (ledger, _):
        for one in (*TOLD, replace(TOLD[0], url="https://b.example/", ref="elsewhere")):
            add(ledger, one)
        assert texts_of(*kept(ledger)) == [ids(*TOLD[:2])]
        facts = check(ledger, known_by=date(2025, 3, 20))
        assert sorted(facts.reprints.tolist()) == [0, 1]


def test_promises_that_were_withdrawn_or_corrected_later_stood_before(book: str) -> None:
    site = "https://a.example/news"
    wrong = replace(text("One: SWE gives 8 million.", url=site), published=date(2025, 3, 1))
    right = replace(text("One: SWE gives 9 million.", url=site), published=date(2025, 4, 10))
    with opened(book, *TOLD[:1], wrong, right) as (ledger, _):
        gone = replace(text("Two: NOR gives 5 million."), published=date(2025, 4, 25))
        add(ledger, gone, stage="withdrawn")
        found = texts_of(*kept(ledger))
        assert sorted(found, key=sorted) == sorted([ids(wrong), ids(TOLD[0])], key=sorted)
        check_all(ledger)
        for day in (date(2025, 4, 9), date(2025, 4, 10), date(2025, 4, 24), date(2025, 4, 25)):
            check(ledger, known_by=day)
        fast, slow = both(ledger, known_by=date(2025, 4, 9))
        assert totals(fast, TotalsQuery()) == totals(slow, TotalsQuery())
        assert sum(int(one.low) for one in totals(fast, TotalsQuery()).rows) == 13_000_000


def test_a_part_is_a_part_in_its_phase(book: str) -> None:
    with opened(book, TOLD[2], OTHER) as (ledger, _):
        whole = text("Three: NOR gives 5 million, and of it NOR gives 2 million.", day=4)
        one, other = read(whole)
        assert isinstance(other, Commitment)
        claims = [one, replace(other, within=one.id)]
        ledger.add(whole.document, claims, whole.reading(claims))
        assert ids(whole) in texts_of(*kept(ledger))
        facts = check(ledger, known_by=date(2025, 4, 11))
        assert sorted((facts.whole >= 0).tolist()) == [False, False, True]


def test_a_row_of_a_release_stands_until_the_next_one(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_for(monkeypatch)
    old = [row("7", n, f"NOR gives {n} million.") for n in (1, 2, 3)]
    new = [row("18", n, f"NOR gives {n + 5} million.") for n in (1, 2)]
    with opened(book, *old, *new) as (ledger, _), lasting(5):
        assert sorted(map(sorted, texts_of(*kept(ledger)))) == sorted(
            sorted(ids(one)) for one in old[:2]
        )
        check_all(ledger)
        asked.clear()
        facts = check(ledger, known_by=DAYS[7])
        assert facts.count == 3
        assert asked == []


def link_of(source: Text, url: str) -> Text:
    """The text at an address that it only names."""
    return replace(source, published=None, publisher=None, url=url, ref=url)


def addressed(ledger: Ledger, clock: Clock, *rows: Text) -> None:
    """Add rows that name two addresses each, which have no day."""
    for one in rows:
        add(ledger, one)
        for n in range(2):
            add(ledger, link_of(one, f"https://a.example/{n}"))
    clock.on(1)


def test_rows_that_name_addresses_are_not_read_anew(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the day they were known they have no address; as they were entered, they have."""
    asked = asked_for(monkeypatch)
    old = [row("7", n, f"NOR gives {n} million.") for n in (1, 2, 3)]
    new = [row("18", n, f"NOR gives {n + 5} million.") for n in (1, 2)]
    with opened(book, *TOLD) as (ledger, clock), lasting(5):
        addressed(ledger, clock, *old)
        between = clock.now
        addressed(ledger, clock, *new)
        days, found = kept(ledger)
        assert set(days.undated.tolist()) == {0, 1}
        assert found.dated.sum() > 0
        for day in (DAYS[7], DAYS[10], DAYS[15]):
            assert check(ledger, known_by=day).count > 3
            check(ledger, known_by=day, as_of=between)
        assert asked == []
        with lasting(1):
            check_all(ledger)
            check(ledger, as_of=between)


def test_addresses_without_a_day_join_nothing_by_the_day(book: str) -> None:
    """Two reports at one address are of one promise; by their days they had no address."""
    one = text("One: SWE gives 8 million.", day=3, url=None)
    other = text("Two: SWE gives 9 million.", day=5, url=None)
    with opened(book, one, other) as (ledger, _), lasting(1):
        for told in (one, other):
            add(ledger, link_of(told, "https://a.example/news"))
        check_all(ledger)
        dated = totals(ledger.view(known_by=DAYS[9], fold=fold), TotalsQuery())
        present = totals(ledger.view(fold=fold), TotalsQuery())
        assert sum(int(one.low) for one in dated.rows) == 17_000_000
        assert sum(int(one.low) for one in present.rows) == 8_000_000


def test_of_many_phases_the_longest_are_kept(book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told each day for twelve days, and once more a month later."""
    days = [DAYS[0] + timedelta(days=n) for n in (*range(12), 50)]
    told = [
        replace(text(f"Paper {n}: NOR gives 5 million."), published=day)
        for n, day in enumerate(days)
    ]
    with opened(book, *told) as (ledger, _), lasting(1):
        monkeypatch.setattr(phases, "_TIMES", 12)
        assert len(texts_of(*kept(ledger))) == 12
        monkeypatch.setattr(phases, "_TIMES", 2)
        found = texts_of(*kept(ledger))
        assert ids(*told[:12]) in found
        assert 1 < len(found) < 12
        assert sum(map(len, found)) <= 2 * len(told)
        check_all(ledger)


def test_folding_again_gives_the_same_bytes(book: str) -> None:
    with opened(book, OTHER, *TOLD) as (ledger, _):
        ledger.project(fold)
        before = ledger.kept_sums()
        assert before is not None
        assert any(name.startswith("phases.entries.") for name in before)
        ledger.project(fold)
        assert ledger.kept_sums() == before


def test_what_comes_later_is_folded_before_it_is_told(book: str) -> None:
    with opened(book, *TOLD[:2]) as (ledger, _):
        assert texts_of(*kept(ledger)) == []
        add(ledger, TOLD[2])
        fast, slow = both(ledger, known_by=date(2025, 4, 11))
        assert fast.facts() is None
        assert totals(fast, TotalsQuery()) == totals(slow, TotalsQuery())
        assert texts_of(*kept(ledger)) == [ids(*TOLD[:2])]
        check(ledger, known_by=date(2025, 4, 11))


@pytest.mark.parametrize("name", ["phases.texts", "phases.entries.low", "days.entered"])
def test_phases_that_were_changed_are_not_used(book: str, name: str) -> None:
    with opened(book, *TOLD) as (ledger, _):
        ledger.project(fold)
        day = date(2025, 4, 11)
        assert ledger.view(known_by=day, fold=fold).facts() is not None
        with writing(ledger.engine) as connection:
            chosen = KEPT.update().where(KEPT.c.name == name)
            connection.execute(chosen.values(payload=b"\0" * 8))
        assert ledger.view(known_by=day, fold=fold).facts() is None


def test_a_phase_is_held_where_just_its_texts_are_there() -> None:
    """Two components: of three texts, of which two phases are kept, and of one."""
    nothing = facts_of([], {})
    assert nothing is not None
    whole = Phases(
        texts=np.array([0, 0, 1]),
        start=np.array([0, 1, 3]),
        dated=np.array([0, 0]),
        facts=nothing,
        of=np.array([]),
    )
    known = np.array([date(2025, 3, n).toordinal() for n in (1, 4, 9, 2)])
    days = Days(
        of=np.array([0, 1]), texts=b"", start=np.array([0, 3, 4]), known=known, undated=known * 0,
        entered=np.array([1, 1, 2, 0]),
        moments=np.array([0, 10, 20]) * 60_000_000,
        entered_first=known, entered_last=known, known_first=known, known_last=known,
    )  # fmt: skip
    assert whole.components(days).tolist() == [0, 0]
    for day, wanted in (
        (1, [True, False]),
        (3, [True, False]),
        (4, [False, True]),
        (9, [False] * 2),
    ):
        assert whole.held(days, Scope(known_by=date(2025, 3, day))).tolist() == wanted
    assert whole.held(days, Scope()).tolist() == [False, False]
    before = datetime(1, 1, 1, tzinfo=UTC)
    moment = before + timedelta(minutes=15)
    assert whole.held(days, Scope(as_of=moment)).tolist() == [False, True]
    assert whole.held(days, Scope(as_of=moment, known_by=DAYS[0])).tolist() == [True, False]
    assert whole.held(days, Scope(as_of=before)).tolist() == [False, False]


#: Texts of a few promises, told with others' sums, paid, withdrawn, corrected and undated.
def any_text(random: Random, number: int) -> tuple[Text, dict[str, Any]]:
    donor, figure = random.choice(["NOR", "SWE"]), random.choice([5, 5, 6, 8])
    day = random.choice([*DAYS[:8], *DAYS[:8], None])
    source = replace(text(f"Text {number}: {donor} gives {figure} million."), published=day)
    if random.random() < 0.3:
        source = replace(source, url=f"https://a.example/{donor}")
    stage = random.choice(["pledged", "pledged", "disbursed", "withdrawn"])
    return source, {"stage": stage}


@given(random=st.randoms(use_true_random=False), size=st.integers(2, 9))
@settings(max_examples=40, deadline=None)
def test_any_phase_of_any_book_is_told_as_from_its_records(random: Random, size: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        lasting(random.choice([1, 1, 2])),
        opened(f"{folder}/b.db") as (ledger, clock),
    ):
        for number in range(size):
            source, values = any_text(random, number)
            add(ledger, source, **values)
            if random.random() < 0.3:
                site = f"https://a.example/{random.choice(['NOR', 'SWE', 'link'])}"
                add(ledger, link_of(source, site), **values)
            clock.on(random.choice([0, 1, 30]))
            if random.random() < 0.1:
                decide(ledger, "reject", claim_of(ledger, source).id)
        check_all(ledger, random)
