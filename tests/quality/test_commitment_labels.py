"""The hand-made labels of commitments are well formed, and stand where they say."""

from __future__ import annotations

import hashlib
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from shared_material import CORPUS, ROOT, corpus, rows_of

FOLDER = ROOT / "tests" / "quality" / "commitments"
FILES = sorted(path.name for path in FOLDER.glob("*.jsonl"))

VALUES: dict[str, set[str]] = {
    "aid_type": {"military", "financial", "humanitarian", "reconstruction", "other"},
    "instrument": {
        "grant", "loan", "guarantee", "export_credit", "in_kind", "training", "personnel", "sale",
        "policy", "unspecified",
    },
    "stage": {
        "called_for", "pledged", "committed", "allocated", "disbursed", "delivered", "withdrawn",
    },
    "firmness": {"firm", "intended", "considered", "conditional", "denied"},
    "newness": {"new", "additional", "restated", "unclear"},
}  # fmt: skip
KEYS = {
    "donors", "speaker", "recipients", "amount", "items", "conditions", "funding_source",
    "is_total", "within", "period", *VALUES,
}  # fmt: skip


def labels(name: str, *kinds: str) -> list[dict[str, Any]]:
    return [row for row in rows_of(FOLDER / name) if not kinds or row["kind"] in kinds]


@cache
def documents() -> dict[str, dict[str, Any]]:
    wanted = {row["doc"] for name in FILES for row in labels(name, "document")}
    return {row["id"]: row for row in corpus() if row["id"] in wanted}


def words(row: dict[str, Any], start: int, end: int, where: str = "text") -> str:
    return str(documents()[row["doc"]][where])[start:end]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize("name", FILES)
def test_values_are_those_of_the_record_contract(name: str) -> None:
    for row in labels(name, "commitment"):
        values = row["values"]
        assert set(values) == KEYS, (row["doc"], row["label"])
        for field, allowed in VALUES.items():
            said = [values[field], *row.get("alt", {}).get(field, [])]
            assert set(said) <= allowed, (row["doc"], row["label"], field, said)


@pytest.mark.parametrize("name", FILES)
def test_bounds_open_the_side_that_they_leave_open(name: str) -> None:
    for row in labels(name, "commitment"):
        amount = row["values"]["amount"]
        if amount is None:
            continue
        low, high = amount["low"], amount["high"]
        open_side = {"at_least": (True, False), "up_to": (False, True)}
        assert (low is not None, high is not None) == open_side.get(amount["bound"], (True, True))
        assert all(Decimal(figure) > 0 for figure in (low, high) if figure is not None)


@pytest.mark.parametrize("name", FILES)
def test_labels_are_named_once_and_parts_name_their_whole(name: str) -> None:
    rows = labels(name, "commitment")
    named = Counter((row["doc"], row["label"]) for row in rows)
    assert max(named.values()) == 1
    for row in rows:
        within = row["values"]["within"]
        assert within is None or (within != row["label"] and (row["doc"], within) in named)


def test_enough_documents_have_no_commitment() -> None:
    rows = labels("corpus.jsonl")
    read = {row["doc"] for row in rows if row["kind"] == "document"}
    required = {
        row["doc"] for row in rows if row["kind"] == "commitment" and not row.get("optional")
    }
    assert len(read) >= 40
    assert len(read - required) >= 12


def test_the_held_out_documents_are_in_no_other_file_and_some_have_no_commitment() -> None:
    rows = labels("third.jsonl")
    read = {row["doc"] for row in rows if row["kind"] == "document"}
    other = {row["doc"] for name in FILES if name != "third.jsonl" for row in labels(name)}
    required = {
        row["doc"] for row in rows if row["kind"] == "commitment" and not row.get("optional")
    }
    assert len(read) == 26
    assert not read & other
    assert len(read - required) >= 8


@pytest.mark.skipif(not CORPUS.is_file(), reason="../shared/corpus is not beside this checkout")
@pytest.mark.parametrize("name", FILES)
def test_spans_stand_in_what_was_read(name: str) -> None:
    cuts = {row["doc"]: row["cut"] for row in labels(name, "document")}
    for row in labels(name):
        if row["kind"] == "document":
            assert digest(words(row, 0, row["cut"])) == row["check"], row["doc"]
            continue
        for start, end in (row["sentence"], *row.get("also", [])):
            assert 0 <= start < end <= cuts[row["doc"]]
        if "check" in row:
            assert digest(words(row, *row["sentence"])) == row["check"], (row["doc"], row["label"])
        for span in row.get("evidence", []):
            found = words(row, *span[1:])
            assert found, (row["doc"], row["label"], span)
            assert found == found.strip(), (row["doc"], row["label"], span)


@pytest.mark.skipif(not CORPUS.is_file(), reason="../shared/corpus is not beside this checkout")
@pytest.mark.parametrize("name", FILES)
def test_amounts_show_their_figure(name: str) -> None:
    for row in labels(name, "commitment"):
        amount = row["values"]["amount"]
        spans = [span for span in row["evidence"] if span[0] == "amount"]
        assert (amount is not None) == bool(spans), (row["doc"], row["label"])
        for span in spans:
            figure = Decimal(amount["low"] or amount["high"])
            said = "".join(c for c in words(row, *span[1:]) if c.isdigit())
            bare = format(figure.normalize(), "f").rstrip("0")
            assert not said or said.rstrip("0") == bare, (row["doc"], row["label"])
