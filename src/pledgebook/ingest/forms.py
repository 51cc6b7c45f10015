"""Forms: texts alike in most words because both fill in one form, each with its own facts.

A yearly notice, a contract award, an agreement with the next donor: words shared with another text
are no sign that it repeats it. A reprint that was edited differs here and there in any words; of
two forms the places that differ are those where facts stand, with shared words on both sides. So
the places are laid side by side, and it is looked at whether one tells other numbers and names than
the other. What goes before and after the shared words (headline, place and day, footer) is no sign.

Words alone do not tell a form from a reprint where one fact differs: it may have been corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

#: Words of a run that must be shared for its words to count as shared: fewer than where texts are
#: compared (``duplicates.RUN``), since a form may have few words between two blanks.
_RUN = 4

#: Shared words on each side of a place that two texts must have alike to be laid side by side.
_FRAME = 2

#: Words of a place above which it is a passage of its own and no blank of a form; the longest lists
#: of names in forms of a corpus looked at have 60.
_LONGEST = 80

#: Share of the places that differ which must tell other facts: half of the light edits seen have
#: none, the most 0.34; of forms half have 0.7 or more. This and the next two were set on the pairs
#: ``fit`` of tests/quality/witnesses.
_OTHER = 0.4

#: Share of a text's numbers and names that the other must lack: a report brought up to date changes
#: two or three of many.
_LACKING = 0.1

#: Places with other facts: one alone may be a correction.
_PLACES = 2

#: Places with other names that are enough without other numbers: two may be other words for one
#: thing ("Lisbon", "the Portuguese capital") unless much else is lacking.
_NAMES = 3

#: Share of a text's numbers and names that the other must lack where names alone differ, in two
#: places; of the repetitions looked at the most is 0.21.
_MUCH = 0.25

#: From which likeness of letters two names are one name spelled in two ways (Kiev, Kyiv; Tunis,
#: Tunisian).
_SPELLED_ALIKE = 0.6

#: Share of words at which a capital begins (a list of names counts once) above which a capital is
#: no sign of a name. German, which writes nouns so, has a third; English documents have a tenth, 98
#: of 100 of those looked at less than 0.26.
_NOUNS = 0.25

_YEARS = re.compile(r"(?:19|20)\d\d")

#: A number with its groups and decimals, a word, or the end of a sentence.
_TOKEN = re.compile(
    r"\d{1,3}(?:[.,’'\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+|[.!?]"
)
_ENDS = frozenset(".!?")

_Facts = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A text as forms are compared.

    Attributes:
        words: words without case, numbers as their digits alone.
        facts: for each word, whether it is a number or a name.
    """

    words: tuple[str, ...]
    facts: tuple[bool, ...]

    def told(self, start: int, end: int) -> _Facts:
        """Give the facts of a stretch of words."""
        return frozenset(self.words[n] for n in range(start, end) if self.facts[n])


@dataclass(frozen=True, slots=True)
class Place:
    """A place that two texts have in common, with other facts in it.

    Attributes:
        here: numbers and names that stand there in the one text and not in the other.
        there: those that stand in the other and not in the one; neither is empty.
    """

    here: _Facts
    there: _Facts

    @property
    def numbers(self) -> bool:
        """Say whether both have a number."""
        return all(any(fact[0].isdigit() for fact in side) for side in (self.here, self.there))

    @property
    def names(self) -> bool:
        """Say whether both have a name."""
        return all(any(not fact[0].isdigit() for fact in side) for side in (self.here, self.there))

    def __str__(self) -> str:
        """Print as "2023 here, 2024 there"."""
        return f"{' '.join(sorted(self.here))} here, {' '.join(sorted(self.there))} there"


def other_facts(one: str, other: str) -> str | None:
    """Say why two texts of like words are forms filled in with other facts; None: no sign of it.

    The longer text may hold the shorter one among others; it is the shorter that is judged.
    """
    a, b = sorted((_told(one), _told(other)), key=lambda told: (len(told.words), told.words))
    mine, theirs = _gaps(a, b), _gaps(b, a)
    places = list(_places(a, mine, b, theirs))
    return _another_year(a, b, places) or _filled_in(a, b, places, len(mine))


def _another_year(a: _Told, b: _Told, places: list[Place]) -> str | None:
    """Where one has a date in a later year than any in the other: next year's notice."""
    latest = [max(_dated_years(told), default="") for told in (a, b)]
    if latest[0] == latest[1]:
        return None
    for place in places:
        years = [frozenset(filter(_YEARS.fullmatch, side)) for side in (place.here, place.there)]
        if all(years) and (latest[0] in years[0] or latest[1] in years[1]):
            return f"of another year: {place}"
    return None


def _dated_years(told: _Told) -> Iterator[str]:
    """Years of a date: with a day or the name of a month beside them."""
    beside = (False, *told.facts, False)
    for n, word in enumerate(told.words):
        if _YEARS.fullmatch(word) and (beside[n] or beside[n + 2]):
            yield word


def _filled_in(a: _Told, b: _Told, places: list[Place], gaps: int) -> str | None:
    """Where most places that differ have other facts, and much of what is told is not in both.

    Numbers alone are brought up to date in a story that stays the same; a form names another place,
    month or person as well.
    """
    distinct, lacking = list(dict.fromkeys(places)), _lacking(a, b)
    if len(distinct) < _PLACES or len(places) < _OTHER * gaps or lacking < _LACKING:
        return None
    if not any(place.names for place in distinct):
        return None
    if len(distinct) < _NAMES and lacking < _MUCH and not any(p.numbers for p in distinct):
        return None
    shown = "; ".join(map(str, distinct[:_NAMES]))
    return f"other facts in {len(places)} of {gaps} places that differ: {shown}"


def _lacking(a: _Told, b: _Told) -> float:
    """Share of a text's numbers and names that stand nowhere in another."""
    facts, there = a.told(0, len(a.words)), frozenset(b.words)
    return len(facts - there) / len(facts) if facts else 0.0


def _places(
    a: _Told, mine: list[tuple[int, int]], b: _Told, theirs: list[tuple[int, int]]
) -> Iterator[Place]:
    """Lay side by side what stands between the same words, and give where the facts differ."""
    framed: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for start, end in theirs:
        if end - start <= _LONGEST:
            framed.setdefault(_frame(b, start, end), []).append((start, end))
    for start, end in mine:
        if end - start <= _LONGEST:
            beside = framed.get(_frame(a, start, end), ())
            found = (_differing(a.told(start, end), b.told(*gap)) for gap in beside)
            yield from [place for place in found if place is not None][:1]


def _frame(told: _Told, start: int, end: int) -> tuple[str, ...]:
    return told.words[start - _FRAME : start] + told.words[end : end + _FRAME]


def _differing(one: _Facts, other: _Facts) -> Place | None:
    """Give the facts that differ; None where one side has none, or the same spelled otherwise."""
    here = _not_spelled(one - other, other - one)
    there = _not_spelled(other - one, one - other)
    return Place(here, there) if here and there else None


def _not_spelled(names: _Facts, others: _Facts) -> _Facts:
    return frozenset(name for name in names if not any(_spelled_alike(name, o) for o in others))


def _spelled_alike(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit():
        return False
    a, b = sorted((one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SPELLED_ALIKE


def _gaps(told: _Told, other: _Told) -> list[tuple[int, int]]:
    """Stretches of words that the other has not, between words that both have."""
    shared = _shared(told.words, frozenset(_runs(other.words)))
    edges = [n for n, both in enumerate(shared) if both]
    return [(left + 1, right) for left, right in pairwise(edges) if right > left + 1]


def _shared(words: tuple[str, ...], runs: frozenset[tuple[str, ...]]) -> bytearray:
    """Mark the words that stand in a run which the other text has."""
    shared = bytearray(len(words))
    for n, run in enumerate(_runs(words)):
        if run in runs:
            shared[n : n + _RUN] = b"\x01" * _RUN
    return shared


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


@lru_cache(maxsize=256)
def _told(text: str) -> _Told:
    """Read words and facts; a capital at the start of a sentence makes a name only with another."""
    words: list[str] = []
    signs: list[str] = []
    first = True
    for match in _TOKEN.finditer(text):
        told = match[0]
        if told in _ENDS:
            first = True
            continue
        words.append(_digits(told) if told[0].isdigit() else told.casefold())
        signs.append(_sign(told, first=first))
        first = False
    names = _names(words, signs)
    facts = (
        sign == "number" or (sign != "" and word in names)
        for word, sign in zip(words, signs, strict=True)
    )
    return _Told(tuple(words), tuple(facts))


def _names(words: list[str], signs: list[str]) -> frozenset[str]:
    """Words with a capital within a sentence; none where that is how nouns are written."""
    begun = sum(sign == "name" and before != sign for before, sign in pairwise(["", *signs]))
    if begun > _NOUNS * len(signs):
        return frozenset()
    return frozenset(word for word, sign in zip(words, signs, strict=True) if sign == "name")


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _sign(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "number"
    if not word[0].isupper():
        return ""
    return "first" if first else "name"
