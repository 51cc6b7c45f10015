"""What a release made of the one before: corrections, changes and withdrawals are told apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from decision_books import Clock, add, decide, read, stage_change, sum_change, text
from release_books import differences, files, released

from pledgebook.exchange.package.differences import KINDS, Change
from pledgebook.exchange.package.opened import Opened
from pledgebook.ledger.store import Ledger

ONE = replace(text("NOR gives 5 million."), url="https://a.example/1")
MILLION = Decimal(1_000_000)


class Pair:
    """A book, released before and after something happens to it."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self.ledger = ledger
        self._folder = folder
        self._before: Opened | None = None

    def release(self) -> None:
        self._before = released(self.ledger, self._folder / "r1")

    def changes(self) -> tuple[Change, ...]:
        assert self._before is not None
        return differences(self._before, released(self.ledger, self._folder / "r2"))


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with Ledger.open(str(tmp_path / "book.db"), create=True, clock=Clock()) as ledger:
        yield Pair(ledger, tmp_path)


def only(pair: Pair) -> Change:
    (change,) = pair.changes()
    return change


def test_nothing_happened(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    assert pair.changes() == ()


@pytest.mark.parametrize(
    ("stage", "kind", "furthest"),
    [("committed", "changed", "committed"), ("delivered", "changed", "delivered")],
)
def test_another_stage_is_a_change_in_the_world(
    pair: Pair, stage: str, kind: str, furthest: str
) -> None:
    add(pair.ledger, ONE)
    pair.release()
    add(pair.ledger, text("And NOR gives 5 million now.", day=5), stage=stage)
    change = only(pair)
    assert change.kind == kind
    assert ("furthest_stage", "pledged", furthest) in change.fields
    assert [event.kind for event in change.events] == ["change"]


def test_a_withdrawal(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    add(pair.ledger, text("And NOR gives 5 million no more.", day=5), stage="withdrawn")
    change = only(pair)
    assert change.kind == "withdrawn"
    assert ("standing", "stands", "withdrawn") in change.fields


def test_told_by_another_text_is_no_difference(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    add(pair.ledger, text("And NOR gives 5 million now.", day=5))
    assert pair.changes() == ()


def test_a_source_that_corrects_itself(pair: Pair) -> None:
    add(pair.ledger, ONE, instrument="loan")
    pair.release()
    later = replace(text("Corrected: NOR gives 5 million to it.", day=4), url=ONE.url)
    add(pair.ledger, later, instrument="grant")
    change = only(pair)
    assert change.kind == "corrected"
    assert [event.kind for event in change.events] == ["correction"]


def test_a_person_corrects_a_value_and_takes_it_back(pair: Pair, tmp_path: Path) -> None:
    (claim,) = add(pair.ledger, ONE, misread=True)
    pair.release()
    decision = decide(pair.ledger, "change_value", claim.id, sum_change(claim, 5))
    change = only(pair)
    assert change.kind == "corrected"
    assert ("amount_low", 6 * MILLION, 5 * MILLION) in change.fields
    assert (change.events[0].by, change.events[0].reason) == ("ana", "seen by hand")
    r2 = released(pair.ledger, tmp_path / "r2b")
    decide(pair.ledger, "undo", decision)
    (back,) = differences(r2, released(pair.ledger, tmp_path / "r3"))
    assert (back.kind, back.fields[0]) == ("corrected", ("amount_low", 5 * MILLION, 6 * MILLION))
    first = released(pair.ledger, tmp_path / "r4")
    assert differences(first, first) == ()


@pytest.mark.parametrize(("stage", "kind"), [("committed", "changed"), ("withdrawn", "withdrawn")])
def test_a_person_moves_the_stage(pair: Pair, stage: str, kind: str) -> None:
    (claim,) = add(pair.ledger, ONE)
    pair.release()
    decide(pair.ledger, "change_stage", claim.id, stage_change(claim, stage))
    change = only(pair)
    assert change.kind == kind
    assert ("stage", "pledged", stage) in change.fields


def test_a_correction_and_a_change_are_both_told(pair: Pair) -> None:
    (claim,) = add(pair.ledger, ONE, misread=True)
    pair.release()
    decide(pair.ledger, "change_value", claim.id, sum_change(claim, 5))
    decide(pair.ledger, "change_stage", claim.id, stage_change(claim, "committed"))
    change = only(pair)
    assert (change.kind, change.also) == ("corrected", ("changed",))


def test_a_rejected_thing_is_gone_and_says_who_and_why(pair: Pair) -> None:
    (claim,) = add(pair.ledger, ONE)
    pair.release()
    decide(pair.ledger, "reject", claim.id)
    change = only(pair)
    assert (change.kind, change.reason) == ("gone", "ana, reject: seen by hand")
    assert ("amount_low", 5 * MILLION, None) in change.fields


def test_read_again_and_otherwise_is_a_correction(pair: Pair) -> None:
    add(pair.ledger, ONE, misread=True)
    pair.release()
    add(pair.ledger, ONE, "2")
    change = only(pair)
    assert change.kind == "corrected"
    assert change.before != change.entry
    assert ("amount_low", 6 * MILLION, 5 * MILLION) in change.fields
    assert [event.kind for event in change.events] == ["dropped"]


def test_no_longer_read_is_gone(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    pair.ledger.add(ONE.document, [], ONE.reading([], "2"))
    change = only(pair)
    assert change.kind == "gone"
    assert "no longer gives it" in change.reason


def test_new_things(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    add(pair.ledger, text("SWE gives 9 million.", day=5))
    change = only(pair)
    assert (change.kind, change.before, change.values["donors_id"]) == ("new", None, "SWE")


def test_an_earlier_source_opens_the_entry_anew(pair: Pair) -> None:
    add(pair.ledger, ONE)
    pair.release()
    add(pair.ledger, text("Before, NOR gives 5 million.", day=1), purpose="boats")
    changes = pair.changes()
    assert [change.kind for change in changes] == ["retold"]
    assert changes[0].before != changes[0].entry
    assert ("purpose", None, "boats") in changes[0].fields


def test_joined_and_parted_by_a_person(pair: Pair, tmp_path: Path) -> None:
    source = text("NOR gives 5 million. And NOR gives 9 million.")
    five, nine = add(pair.ledger, source)
    one = released(pair.ledger, tmp_path / "one")
    merge = decide(pair.ledger, "merge", five.id, {"with": [nine.id]})
    two = released(pair.ledger, tmp_path / "two")
    (gone,) = [c for c in differences(one, two) if c.kind == "gone"]
    assert gone.reason.startswith("told as one with entry:")
    decide(pair.ledger, "undo", merge)
    (new,) = [c for c in differences(two, released(pair.ledger, tmp_path / "x")) if c.kind == "new"]
    assert new.reason.startswith("told apart from entry:")


def test_a_contradiction(pair: Pair) -> None:
    add(pair.ledger, ONE, instrument="loan")
    pair.release()
    other = replace(text("NOR gives 5 million, we hear.", day=4), publisher="Other Paper")
    add(pair.ledger, other, instrument="grant")
    assert only(pair).kind == "contradicted"


def test_the_order_of_arrival_does_not_matter_to_the_comparison(tmp_path: Path) -> None:
    texts = [ONE, text("SWE gives 9 million.", day=5), text("DNK gives 2 million.", day=6)]
    made = []
    for name, order in (("a", texts), ("b", texts[::-1])):
        with Ledger.open(str(tmp_path / f"{name}.db"), create=True, clock=Clock()) as ledger:
            for one in order:
                add(ledger, one)
            made.append(released(ledger, tmp_path / name))
    assert differences(*made) == ()


def test_records_that_a_newer_release_of_a_data_set_drops_are_gone(pair: Pair) -> None:
    def row(words: str, release: str, day: date) -> None:
        source = replace(text(words), published=day)
        made = read(source)
        record = f"list/{release}#{words[:3]}"
        document = replace(source.document, sighting=replace(source.sighting, record=record))
        claims = [replace(c, source=replace(c.source, record=record)) for c in made]
        pair.ledger.add(document, claims, source.reading(claims))

    row("NOR gives 5 million.", "1", date(2025, 1, 1))
    row("DNK gives 2 million.", "1", date(2025, 1, 1))
    pair.release()
    row("NOR gives 5 million .", "2", date(2025, 2, 1))
    change = only(pair)
    assert (change.kind, change.values["donors_id"]) == ("gone", "DNK")
    assert change.reason == "the newest release of its data set no longer has it"


def test_what_the_release_holds_is_what_the_comparison_says(pair: Pair, tmp_path: Path) -> None:
    add(pair.ledger, ONE)
    before = released(pair.ledger, tmp_path / "r1")
    add(pair.ledger, text("SWE gives 9 million.", day=5))
    told = json.loads(files(pair.ledger, "r2", before)["changes.json"])
    after = released(pair.ledger, tmp_path / "r2", before)
    assert told["changes"] == [change.to_json() for change in differences(before, after)]
    assert (told["from"], told["to"]) == ("r1", "r2")
    assert after.manifest.data["changes"] == told["counts"]
    assert list(told["counts"]) == list(KINDS)
    assert after.manifest.data["since"]["name"] == "r1"
