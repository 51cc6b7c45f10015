"""Which participations belong to one meeting, as far as the book itself says so.

Sources name one meeting in many ways ("the summit", "the talks"). Two tellings are put under one
heading only where the book gives a reason; each reason is a function here. Everything else stays
apart, since a heading too many misleads less than two meetings shown as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry
from pledgebook.model.values import Event

#: Days within which two sources that give a meeting the same name mean the same one; the news of
#: a meeting runs for about two weeks, and meetings of one name are seldom closer.
SAME_NAME_DAYS = 14

#: Words that make no name: "the summit" can be any summit.
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their"})

_Told = tuple[int, Participation]


def gathered(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Put entries about one meeting together; groups and entries keep their order."""
    every = list(entries)
    told = [(n, c) for n, e in enumerate(every) for c in e.claims if isinstance(c, Participation)]
    heads = list(range(len(every)))
    for reason in REASONS:
        for one, other in reason(told):
            heads[_head(heads, other)] = _head(heads, one)
    groups: dict[int, list[Entry]] = {}
    for number, entry in enumerate(every):
        groups.setdefault(_head(heads, number), []).append(entry)
    return list(groups.values())


def _head(heads: list[int], number: int) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number


def _same_day_and_place(told: list[_Told]) -> Iterator[tuple[int, int]]:
    """One day and one place."""
    yield from _linked(told, lambda c: _day_and_place(c.event))


def _day_and_place(event: Event) -> tuple[object, ...] | None:
    return None if event.date is None else (event.date, (event.place or "").casefold())


def _same_words_in_one_text(told: list[_Told]) -> Iterator[tuple[int, int]]:
    """One text, one way of naming it."""
    yield from _linked(told, lambda c: (c.source.id, c.event.name, c.event.place, c.event.date))


def _only_meeting_of_its_text(told: list[_Told]) -> Iterator[tuple[int, int]]:
    """A text that dates or places at most one meeting speaks of that one throughout."""
    texts: dict[str, list[_Told]] = {}
    for one in told:
        texts.setdefault(one[1].source.id, []).append(one)
    for tellings in texts.values():
        placed = {(c.event.date, c.event.place) for _, c in tellings if _is_placed(c.event)}
        if len(placed) <= 1:
            yield from pairwise(number for number, _ in tellings)


def _is_placed(event: Event) -> bool:
    return event.date is not None or event.place is not None


def _same_name_in_the_news(told: list[_Told]) -> Iterator[tuple[int, int]]:
    """The same proper name within two weeks, and neither day nor place against it."""
    named: dict[str, list[_Told]] = {}
    for telling in told:
        if _is_name(telling[1].event.name):
            named.setdefault((telling[1].event.name or "").casefold(), []).append(telling)
    for tellings in named.values():
        dated = [t for t in tellings if t[1].source.published is not None]
        dated.sort(key=lambda t: str(t[1].source.published))
        for (number, claim), (following, later) in pairwise(dated):
            if _near(claim, later) and _agree(claim.event, later.event):
                yield number, following


def _is_name(name: str | None) -> bool:
    words = () if name is None else name.casefold().split()
    return len([word for word in words if word not in _ARTICLES]) > 1


def _near(one: Participation, other: Participation) -> bool:
    first, second = one.source.published, other.source.published
    if first is None or second is None:
        return False
    return abs(second - first) <= timedelta(days=SAME_NAME_DAYS)


def _agree(one: Event, other: Event) -> bool:
    return _open_or_equal(one.date, other.date) and _open_or_equal(one.place, other.place)


def _open_or_equal(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _linked(
    told: list[_Told], key: Callable[[Participation], tuple[object, ...] | None]
) -> Iterator[tuple[int, int]]:
    """Link each telling to the first one with the same key."""
    first: dict[tuple[object, ...], int] = {}
    for number, claim in told:
        found = key(claim)
        if found is not None:
            yield first.setdefault(found, number), number


#: Reasons to put two tellings under one heading. That a fold put two claims into one entry is a
#: reason too, and holds before all of these.
REASONS: tuple[Callable[[list[_Told]], Iterator[tuple[int, int]]], ...] = (
    _same_day_and_place,
    _same_words_in_one_text,
    _only_meeting_of_its_text,
    _same_name_in_the_news,
)
