"""The scorer of values counts exact spans, and every field of a value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import value_scores
from value_scores import Tally, tallies

TEXT = "Oslo gave £1.6bn on Sunday and £2bn later."
SUM = {"start": 10, "end": 16, "low": "1600000000", "currency": "GBP"}
OTHER = {"start": 31, "end": 35, "low": "2000000000", "currency": "GBP"}


def tally(found: list[dict[str, object]]) -> Tally:
    made = Tally()
    made.add(TEXT, [SUM, OTHER], found)
    return made


def test_what_is_read_as_labelled_scores_full() -> None:
    made = tally([{**SUM, "bound": "exact"}, {**OTHER, "bound": "exact"}])
    assert made.figures() == {"labels": 2, "span F1": 100.0, "value right": 100.0}
    assert made.faults == []


def test_a_field_that_differs_makes_a_value_wrong() -> None:
    made = tally([SUM, {**OTHER, "currency": "EUR"}])
    assert made.figures() == {"labels": 2, "span F1": 100.0, "value right": 50.0}
    assert len(made.faults) == 1


def test_a_span_that_differs_is_no_span() -> None:
    made = tally([{**SUM, "start": 11}, OTHER])
    assert made.figures() == {"labels": 2, "span F1": 50.0, "value right": 100.0}


def test_what_is_missed_or_read_beside_the_labels_lowers_the_spans() -> None:
    made = tally([SUM, {"start": 0, "end": 4, "low": "1", "currency": None}])
    assert made.figures() == {"labels": 2, "span F1": 50.0, "value right": 100.0}
    assert len(made.faults) == 2


def test_a_table_is_read_from_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label = {"quote": "£2bn", "nth": 1, "low": "2000000000", "currency": "GBP", "per": "total"}
    line = {"text": "Not £2bn, but £2bn.", "published": "2025-03-03", "expect": [label]}
    (tmp_path / "money.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    monkeypatch.setattr(value_scores, "TABLES", tmp_path)
    assert tallies("corpus") == {}
    made = tallies("own")["money"]
    assert (made.labels, made.read, made.same, made.right) == (1, 2, 1, 1)
