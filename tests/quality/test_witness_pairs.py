"""Labels of witnesses are well formed, in two halves that share nothing."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from shared_material import CORPUS, rows_of
from witness_pairs import FOLDER, Half, Label, Pair, of_corpus, own, pairs
from witness_score import score


def test_own_pairs_are_labelled_in_both_halves() -> None:
    given = list(own())
    counted = Counter((pair.half, pair.label) for pair in given)
    assert {label for _, label in counted} == {"repeat", "apart"}
    assert all(
        counted[half, label] >= 15 for half in get_args(Half) for label in ("repeat", "apart")
    )
    assert all(pair.one != pair.other for pair in given)
    assert all("{" not in pair.one + pair.other for pair in given)


def test_no_own_text_stands_in_both_halves() -> None:
    told: dict[str, set[str]] = {}
    for pair in own():
        told.setdefault(pair.half, set()).update({pair.one, pair.other})
    assert told["fit"].isdisjoint(told["held"])


def test_pairs_of_the_corpus_are_ids_and_labels_alone() -> None:
    rows = rows_of(FOLDER / "corpus.jsonl")
    assert all(set(row) == {"one", "other", "label", "kind", "half"} for row in rows)
    assert all(row["one"] < row["other"] and row["label"] in get_args(Label) for row in rows)
    assert len({(row["one"], row["other"]) for row in rows}) == len(rows) >= 80


def test_pairs_of_the_corpus_are_found_there() -> None:
    if not CORPUS.is_file():
        pytest.skip(f"{CORPUS} is not there")
    given = list(of_corpus())
    assert all(pair.one and pair.other for pair in given)
    assert sum(pair.label == "unclear" for pair in given) == len(given) - sum(
        pair.origin == "corpus" for pair in pairs()
    )


def test_a_score_counts_both_faults() -> None:
    def pair(label: Label, one: str) -> Pair:
        return Pair(
            names=("a", "b"), one=one, other="x", label=label, kind="", half="fit", origin="own"
        )

    given = [pair("repeat", "x"), pair("repeat", "y"), pair("apart", "x"), pair("apart", "y")]
    found = score([*given, pair("apart", "z")], lambda one, other: one == other)
    assert (found.found, found.missed, found.false, found.apart) == (1, 1, 1, 2)
    assert (found.precision, found.recall, round(found.kept, 2)) == (0.5, 0.5, 0.67)
