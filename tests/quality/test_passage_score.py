"""The scorer of the passages on seats and measures, and the form of its files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "bench"))

from passage_score import KINDS, NAMING, Label, Passage, passages, tally


@pytest.mark.parametrize("name", KINDS)
def test_each_half_has_passages_with_and_without_claims(name: str) -> None:
    for half in "AB":
        read = [one for one in passages(name) if one.half == half]
        assert any(one.labels for one in read)
        assert any(not one.labels for one in read)


@pytest.mark.parametrize(("name", "fields"), [("seats", NAMING), ("measures", 5)])
def test_each_label_has_all_its_fields(name: str, fields: int) -> None:
    labels = [label for one in passages(name) for label in one.labels]
    assert {len(label.fields) for label in labels} == {fields}


def test_a_label_takes_each_of_its_values_and_no_other() -> None:
    label = Label.of("GBR+FRA : sanction/other : - : * : firm?", " : ")
    assert label.optional
    assert label.agrees(["FRA+GBR", "other", "-", "pledged", "firm"], 5)
    assert not label.agrees(["FRA", "other", "-", "pledged", "firm"], 5)
    assert not label.agrees(["FRA+GBR", "other", "RUS", "pledged", "firm"], 5)
    assert label.agrees(["FRA+GBR", "other", "RUS", "pledged", "firm"], NAMING)


def test_what_is_found_missed_and_false() -> None:
    text = "Norway and Japan attended the summit in Oslo. Chile stayed away from the summit."
    labels = (Label.of("NOR attended", " "), Label.of("CHL attended", " "))
    found = tally("participation", [Passage(name="seats-x", half="A", text=text, labels=labels)])
    assert found.found == 1
    assert [label.fields[0] for _, label in found.missed] == [{"CHL"}]
    assert sorted(told for _, told in found.false) == ["CHL : declined", "JPN : attended"]
