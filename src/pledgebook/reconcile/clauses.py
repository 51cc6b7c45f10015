"""A sentence as words, for rules that walk from one word to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import yaml

#: Marks of punctuation, as words; the last two are dashes.
MARKS = frozenset(".,;:!?…()\u2013\u2014")

_WORD = re.compile(rf"[\w§][\w'-]*|[{re.escape(''.join(sorted(MARKS)))}]")

_OF_A_NAME = re.compile(r"(?:'s|[a-z](?:an|ish|ese|nch|tch))$")

#: Stands for the speaker where the words that oppose are those that mark the saying ("rejected").
SPEAKER = "§"


@dataclass(frozen=True)
class Clause:
    """One sentence of what somebody said.

    Attributes:
        text: the sentence, without quotation marks.
        quoted: True where it is the speaker's own wording, in which "he" is somebody else.
        own: names of the speaker and of whom the speaker acts for, in lower case.
    """

    text: str
    quoted: bool
    own: frozenset[str]

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [found.span() for found in _WORD.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """Words and marks, in lower case."""
        return [self.text[start:end].casefold() for start, end in self._places]

    def is_name(self, place: int) -> bool:
        """Say whether a word is written as a name, or is a number.

        The first word of a sentence has a capital letter in any case; it is a name where it has
        more of them, a genitive, or the form of an adjective of a country.
        """
        start, end = self._places[place]
        word = self.text[start:end]
        if place == 0 or self.words[place - 1] in MARKS:
            return word[:1].isupper() and (word.isupper() or _OF_A_NAME.search(word) is not None)
        return word[0].isupper() or word[0].isdigit()

    def range_of(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """Give the words that a range covers, half-open; None where it cuts one in two."""
        inside = [n for n, at in enumerate(self._places) if span[0] <= at[0] < span[1]]
        whole = bool(inside) and self._places[inside[0]][0] == span[0]
        return (inside[0], inside[-1] + 1) if whole else None

    def cut(self, first: int, end: int) -> str:
        """Give the text of some words."""
        return self.text[self._places[first][0] : self._places[end - 1][1]].replace(SPEAKER, "")


@cache
def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """Give the lists of ``resources/opposition.yaml``."""
    path = files("pledgebook.reconcile") / "resources" / "opposition.yaml"
    data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return {name: tuple(map(str, some)) for name, some in data.items()}


@cache
def listed(*names: str) -> frozenset[str]:
    """Give the words of some lists together."""
    return frozenset(word for name in names for word in vocabulary()[name])


@cache
def one_of(*names: str) -> str:
    """Give a pattern for any of the words of some lists, the longest first."""
    return "|".join(map(re.escape, sorted(listed(*names), key=len, reverse=True)))
