"""Marks of direction in a text never turn round the words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.publish.direction import closed

RLO, LRE, PDF, RLI, FSI, PDI = "\u202e", "\u202a", "\u202c", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("plain words", ""),
        (f"{RLO}gpj.exe", PDF),
        (f"{RLO}gpj{PDF}.exe", ""),
        (f"{RLI}a{LRE}b", PDF + PDI),
        (f"{RLI}a{LRE}b{PDI}c", ""),
        (f"{RLI}a{PDF}b", PDI),
        (f"{RLO}a{PDI}b", PDF),
        (f"{PDF}{PDI}{FSI}", PDI),
    ],
)
def test_what_a_text_opens_is_closed(text: str, ends: str) -> None:
    assert closed(text) == text + ends


@given(st.text(alphabet=f"ab{RLO}{LRE}{PDF}{RLI}{FSI}{PDI}"))
def test_a_closed_text_is_the_text_and_stays_closed(text: str) -> None:
    done = closed(text)
    assert done.startswith(text)
    assert set(done[len(text) :]) <= {PDF, PDI}
    assert closed(done) == done
