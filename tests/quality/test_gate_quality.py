"""Floors of the gate on the claims whose texts are at hand; they only go up."""

from __future__ import annotations

import pytest
from gate_claims import (
    CORPUS,
    SEED,
    corpus_claims,
    held_claims,
    own_claims,
    seed_claims,
    true_claims,
)
from gate_quality import Figures, measure, milliseconds_per_value, rows

#: Floors: name, our own texts, all texts (where ../shared is present).
FLOORS = {
    "true claims not refused": 100.0,
    "value mutations refused": 100.0,
    "role mutations unsupported or refused": 96.0,
    "further mutations unsupported or refused": 75.0,
}
MOST_UNSUPPORTED = 1.0


def shares(figures: Figures) -> dict[str, float]:
    return {name: share for name, _, share in rows(figures)}


def assert_floors(figures: Figures) -> None:
    found = shares(figures)
    low = {name: found[name] for name, floor in FLOORS.items() if found[name] < floor}
    assert not low, figures.faults[:5]
    assert found["true claims marked unsupported"] <= MOST_UNSUPPORTED, figures.faults[:5]


def test_own_texts() -> None:
    figures = measure(list(own_claims()))
    assert_floors(figures)
    changed = figures.by_rule["value", "one_digit_changed"]
    assert changed.total() >= 300
    assert changed["refused"] == changed.total()


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is not beside this checkout")
def test_seed_gold_is_kept() -> None:
    figures = measure(list(seed_claims()))
    assert figures.true["kept"] == figures.true.total()
    assert figures.total("value")["refused"] == figures.total("value").total()


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is not beside this checkout")
def test_all_texts() -> None:
    claims = list(true_claims())
    assert len(claims) >= 1050
    assert len({true.page.source.ref for true in corpus_claims()}) >= 60
    figures = measure(claims)
    assert_floors(figures)
    assert sum(counts.total() for counts in figures.by_rule.values()) >= 30_000


def test_held_texts() -> None:
    """Texts that were written after the gate's rules and scored once before any mending on them.

    First seen, the first ten texts: 39 claims, none refused, 12.8 % unsupported; 44 role mutations,
    86.4 % caught. The twelve after them, whose words for roles are idioms on purpose: 41 claims,
    none refused, 4.9 % unsupported; 1,482 value mutations all refused; 39 role mutations, 46.2 %
    caught. Six in plain news prose after those: 21 claims, none refused, none unsupported; 22 role
    mutations, 86.4 % caught. All since used for mending: the floors are not those of unseen texts.
    """
    figures = measure(list(held_claims()))
    found = shares(figures)
    assert figures.true.total() == 101
    assert found["true claims not refused"] == 100.0
    assert found["value mutations refused"] == 100.0
    assert found["true claims marked unsupported"] == 0.0
    assert found["role mutations unsupported or refused"] >= 95.2


def test_speed() -> None:
    """At most 1 ms a value on 5,000 words; the machine may be busy, so the best of three counts."""
    assert min(milliseconds_per_value()[0] for _ in range(3)) < 1.0
