"""How alike two stretches of words are, whatever their case, punctuation and inflection."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"\w+(?:[.,]\d+)*")

#: Words in a row that make a shingle: short enough for a quotation of six words, long enough that
#: a shared one is rarely chance.
SHINGLE = 3


@cache
def _empty() -> frozenset[str]:
    path = files("pledgebook.reconcile") / "resources" / "empty_words.yaml"
    return frozenset(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["words"])


@lru_cache(maxsize=65_536)
def tokens(text: str) -> tuple[str, ...]:
    """Words in lower case, in order."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Words that carry content, without a plural s."""
    return frozenset(_stem(word) for word in tokens(text) if word not in _empty())


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004


@lru_cache(maxsize=65_536)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of three words; the whole text where it is shorter."""
    words = tokens(text)
    if len(words) <= SHINGLE:
        return frozenset({words})
    return frozenset(words[n : n + SHINGLE] for n in range(len(words) - SHINGLE + 1))


def overlap(one: frozenset[object], other: frozenset[object]) -> float:
    """Share of the smaller set that the larger has too; 0 where one is empty."""
    small = min(len(one), len(other))
    return len(one & other) / small if small else 0.0


def likeness(one: str, other: str) -> float:
    """Shared content words of all content words (Jaccard), 0..1."""
    a, b = content_words(one), content_words(other)
    return len(a & b) / len(a | b) if a or b else 0.0
