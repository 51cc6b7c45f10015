"""Cheap looks at a sentence's words never miss what the pattern behind them finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.extract.lexicon import any_of, openings, phrases_of
from pledgebook.extract.page import Page
from pledgebook.language.english import English
from pledgebook.model.snapshots import Document, Sighting, Snapshot
from pledgebook.model.spans import Span

LISTS = (
    ("acts", "goods"),
    ("acts", "money"),
    ("acts", "handing_verbs"),
    ("acts", "bestowing"),
    ("acts", "helping_trades"),
    ("acts", "crews"),
    ("acts", "taking_in"),
    ("acts", "setting_up"),
    ("force_terms", "terms"),
    ("force_terms", "terms", "personnel"),
)
BETWEEN = st.sampled_from([" ", "\n", ", ", "-", "’s ", " (", "“", "the ", "x", "_", "1 "])
PHRASES = st.sampled_from(sorted({p for name, *keys in LISTS for p in phrases_of(name, *keys)}))


def page_of(text: str) -> Page:
    snapshot = Snapshot.of(text, "plain")
    sighting = Sighting(snapshot=snapshot.id, ref="test", lang="en")
    return Page(Document(snapshot=snapshot, sighting=sighting), English())


@given(st.lists(st.tuples(PHRASES, BETWEEN, st.booleans()), min_size=1, max_size=8))
def test_nothing_found_is_missed(pieces: list[tuple[str, str, bool]]) -> None:
    text = "".join((words.upper() if loud else words) + after for words, after, loud in pieces)
    page = page_of(text)
    whole = Span(0, len(page.text))
    for keys in LISTS:
        if any_of(*keys).search(page.text):
            assert page.has_any(whole, openings(*keys)), keys


@pytest.mark.parametrize("keys", LISTS)
def test_a_list_has_openings_and_a_text_without_them_none(keys: tuple[str, ...]) -> None:
    page = page_of("Nothing of the sort stands here.")
    assert openings(*keys)
    assert not page.has_any(Span(0, len(page.text)), openings(*keys))


def test_words_end_at_hyphens_and_apostrophes() -> None:
    page = page_of("Anti-tank arms: the army’s own, O'Neill said.")
    whole = Span(0, len(page.text))
    for word in ("anti", "tank", "army", "neill"):
        assert page.has_any(whole, frozenset({word})), word
    assert not page.has_any(whole, frozenset({"anti-tank"}))
