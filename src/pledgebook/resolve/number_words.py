"""Numbers in words: "two and a half billion", "a quarter of a million", "zwei Milliarden"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from pledgebook.resolve.vocabulary_files import load

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


#: "a quarter of one million", "of a single million": the magnitude alone counts.
_OF_ONE = re.compile(r"\bof\W+(?:one|an?)\b(?:\W+single\b)?")


@dataclass(frozen=True, slots=True)
class WordLists:
    """The word lists of ``resources/numbers.yaml`` as numbers.

    Attributes:
        plain: units, tens, collectives.
        fractions: half, quarter, and the parts that are read only before "of" and a scale.
        scales: hundred and up, of every language.
        plurals: vague ones ("hundreds of").
        foreign: number words read only before a scale word.
    """

    plain: dict[str, Decimal]
    fractions: dict[str, Decimal]
    scales: dict[str, int]
    plurals: dict[str, int]
    foreign: dict[str, Decimal]


@cache
def word_lists() -> WordLists:
    """Read the lists once."""
    data = load("numbers")
    small = {**data["units"], **data["tens"], **data["collectives"]}
    return WordLists(
        plain={word: Decimal(value) for word, value in small.items()},
        fractions={
            **{word: Decimal(value) for word, value in data["fractions"].items()},
            **{word: Decimal(1) / value for word, value in data["parts"].items()},
        },
        scales={**data["continental"], **data["abbreviations"], **data["scales"]},
        plurals=dict(data["plurals"]),
        foreign={word: Decimal(value) for word, value in data["foreign_words"].items()},
    )


@lru_cache(maxsize=1024)
def words_value(words: str) -> Decimal | None:
    """Read lowered English number words as one number; None where they are none.

    The grammar is the usual one: small numbers add up, "hundred" multiplies what stands before
    it, a larger scale closes a group, a scale after a scale multiplies ("thousand million"), and
    "and a half" adds half of the last scale.
    """
    if words in ("a", "an"):
        return Decimal(1)
    sum_ = _Sum()
    for word in _WORD.findall(_OF_ONE.sub("of", words)):
        if not sum_.take(word):
            return None
    return sum_.value()


class _Sum:
    """Adds up the words of one number."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.last_scale = Decimal(1)
        self.before = ""
        self.decimals: str | None = None

    def take(self, word: str) -> bool:
        """Take the next word; False where it cannot stand in a number."""
        lists = word_lists()
        if word in ("a", "an", "of", "and"):
            pass
        elif word == "point":
            self.decimals = ""
        elif word in lists.plain:
            return self._plain(word, lists.plain[word])
        elif word in lists.fractions:
            self._fraction(lists.fractions[word])
        elif word in lists.scales:
            self._scale(Decimal(lists.scales[word]))
        else:
            return False
        self.before = word
        return True

    def _plain(self, word: str, value: Decimal) -> bool:
        self.before = word
        group = Decimal(0) if self.group is None else self.group
        if self.decimals is not None:
            self.decimals += str(value)
        elif word in load("numbers")["collectives"]:
            self.group = (group or Decimal(1)) * value
        elif group % _room_for(value):
            return False
        else:
            self.group = group + value
        return True

    def _fraction(self, value: Decimal) -> None:
        if self.group is None and self.total:
            self.total += value * self.last_scale
        elif self.group is not None and self.before not in ("a", "and"):
            self.group *= value
        else:
            self.group = (self.group or Decimal(0)) + value

    def _scale(self, value: Decimal) -> None:
        self._close_decimals()
        if self.group is None and self.total:
            self.total *= value
        elif value == 100:  # noqa: PLR2004
            self.group = (Decimal(1) if self.group is None else self.group) * value
            self.last_scale = value
            return
        else:
            self.total += (Decimal(1) if self.group is None else self.group) * value
        self.group = None
        self.last_scale = value

    def _close_decimals(self) -> None:
        if self.decimals:
            self.group = (self.group or Decimal(0)) + Decimal("0." + self.decimals)
        self.decimals = None

    def value(self) -> Decimal:
        """Give the number."""
        self._close_decimals()
        return self.total + (self.group or Decimal(0))


def _room_for(value: Decimal) -> int:
    """Give what a number must be a multiple of for a small one to follow it ("twenty-five")."""
    return 10 if value < 10 else 100  # noqa: PLR2004


def foreign_value(words: str) -> Decimal | None:
    """Read lowered number words of another language with their scale: "zwei Milliarden"."""
    lists = word_lists()
    parts = _WORD.findall(words)
    for cut in range(len(parts), -1, -1):
        scale, small = " ".join(parts[cut:]), " ".join(parts[:cut])
        if scale_value(scale) > 1 and (not small or small in lists.foreign):
            return lists.foreign.get(small, Decimal(1)) * scale_value(scale)
    return None


def plural_value(words: str) -> int:
    """Multiply vague plurals and scales: "hundreds of millions" gives 100,000,000."""
    lists = word_lists()
    value = 1
    for word in _WORD.findall(words):
        value *= lists.plurals.get(word) or lists.scales.get(word) or 1
    return value


@lru_cache(maxsize=1024)
def scale_value(words: str) -> int:
    """Multiply scale words and abbreviations: "thousand million", "bn", "mil millones"."""
    lists = word_lists()
    whole = " ".join(_WORD.findall(words))
    if whole in lists.scales:
        return lists.scales[whole]
    value = 1
    for word in whole.split():
        value *= lists.scales.get(word) or lists.plurals.get(word) or 1
    return value
