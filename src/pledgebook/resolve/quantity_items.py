"""Which kind of thing a noun phrase names (``resources/items.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pledgebook.resolve.vocabulary_files import load

_LONGEST_PHRASE = 4
#: Answers kept for so many words: a text uses the same few thousand again and again.
_KEPT = 8192
_SHORTEST_PLURAL = 4
#: Endings of English words that look like plurals and are none.
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|(?:ist|lit|om|on|et|ys|mat|eth|gist)ics)$")


def category_of(words: Sequence[str]) -> str | None:
    """Give the category of a noun phrase (lowered words), None where nothing of it is listed.

    A phrase of several words decides before a single word, the last word before earlier ones, and
    generic words ("vehicle", "system") only where nothing else is known.
    """
    singles = [singular(word) for word in words]
    for length in range(min(_LONGEST_PHRASE, len(singles)), 0, -1):
        for start in range(len(singles) - length, -1, -1):
            phrase = " ".join(singles[start : start + length])
            if phrase in _categories() and phrase not in _generic():
                return _categories()[phrase]
    return next((_categories()[w] for w in reversed(singles) if w in _categories()), None)


@lru_cache(maxsize=_KEPT)
def is_listed(word: str) -> bool:
    """Say whether a lowered word, in either number, names a listed thing."""
    return singular(word) in _categories()


def is_single(words: Sequence[str]) -> bool:
    """Say whether the phrase is a large system that texts give one of: "a field hospital"."""
    return len(words) > 1 and (words[-1] in _singles() or " ".join(words[-2:]) in _singles())


def is_uncounted(word: str) -> bool:
    """Say whether a lowered noun has no plural of its own: "personnel", "aircraft"."""
    return word in _uncounted()


@lru_cache(maxsize=_KEPT)
def singular(word: str) -> str:
    """Give the singular of a lowered English noun; a word that is none stays as it is."""
    plurals = load("items")["plurals"]
    if word in plurals:
        return str(plurals[word])
    if word in _categories() or word in _uncounted() or not looks_plural(word):
        return word
    for ending, other in (
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("sses", "ss"),
    ):
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word[:-1]


@lru_cache(maxsize=_KEPT)
def looks_plural(word: str) -> bool:
    """Say whether a lowered word has the form of a plural noun."""
    if word in load("items")["plurals"] or word in _uncounted():
        return True
    return (
        len(word) >= _SHORTEST_PLURAL
        and word[-1] == "s"
        and word[-2].isalnum()
        and _NO_PLURAL.search(word) is None
    )


@cache
def _categories() -> dict[str, str]:
    lists = load("items")["categories"]
    table: dict[str, str] = {}
    for category, words in lists.items():
        for word in words:
            table.setdefault(word, category)
    return table


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("items")["generic"])


@cache
def _singles() -> frozenset[str]:
    return frozenset(load("items")["single"])


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(load("items")["uncounted"])
