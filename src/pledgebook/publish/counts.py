"""Counts of those who took part: which of them are one count, told more than once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry

_WORD = re.compile(r"[^\W\d_]+")

_Pair = tuple[Entry, Participation]


def is_count(claim: Participation) -> bool:
    """Say whether a claim only counts or describes who took part."""
    return claim.actor.type == "unnamed"


def one_count(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    """Put those together that give one count of one meeting, in the order of the first of each.

    "18 leaders" and "Eighteen European leaders" of one role are one count; the same number of
    something else ("18 ministers"), or a description without a number, is another.
    """
    found: list[list[_Pair]] = []
    of_number: dict[Hashable, list[list[_Pair]]] = {}
    for pair in pairs:
        like = of_number.setdefault(_counted(pair[1]), [])
        home = next((some for some in like if _same(some[0][1], pair[1])), None)
        if home is None:
            found.append([pair])
            like.append(found[-1])
        else:
            home.append(pair)
    return found


def _same(one: Participation, other: Participation) -> bool:
    a, b = _whom(one), _whom(other)
    return one.actor.count is not None and bool(a and b) and (a <= b or b <= a)


def _counted(claim: Participation) -> Hashable:
    return claim.role, claim.actor.count, claim.representing


def _whom(claim: Participation) -> frozenset[str]:
    """Words of a count without its number: "European leaders" of "Eighteen European leaders".

    None where the words of the number are not at hand, as where they may not be shown.
    """
    number = {e.quote.casefold() for e in claim.evidence if e.field == "actor.count"}
    if not number:
        return frozenset()
    words = set(_WORD.findall(claim.actor.name.casefold()))
    return frozenset(words - {word for told in number for word in _WORD.findall(told)})
