"""Counted things of one act that come from several: "ten guns from Oslo and 20 vans from Riga"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.acts import Act
from pledgebook.extract.drafts import Thing
from pledgebook.extract.page import Page
from pledgebook.extract.phrase_parties import from_behind
from pledgebook.extract.purchases import buys
from pledgebook.model.spans import Span

Acted = tuple[list[Act], list[Thing]]


def by_source(page: Page, sentence: Span, acted: Iterable[Acted]) -> Iterator[Acted]:
    """Part the things of each act by who is named right behind them.

    A thing without a source of its own comes from that of the next: "guns and vans from Oslo".
    Who sells what is bought gives nothing.
    """
    for chain, things in acted:
        for group in [things] if buys(page, chain) else _parted(page, sentence, things):
            yield chain, group


def _parted(page: Page, sentence: Span, things: Sequence[Thing]) -> list[list[Thing]]:
    groups: list[list[Thing]] = []
    last: str | None = None
    for thing in reversed(things):
        own = _source(page, Span(thing.name.end, sentence.end), thing)
        if groups and own in (None, last):
            groups[-1].insert(0, thing)
        else:
            groups.append([thing])
        last = own or last
    return groups[::-1]


def _source(page: Page, behind: Span, thing: Thing) -> str | None:
    named = page.actors.within(behind)[:1]
    return next((m.actor.id for m in named if from_behind(page, thing.name, m)), None)


def nearest_source(page: Page, things: Sequence[Thing]) -> Span:
    """Give the name of the thing right before a source, else that of the first thing."""
    sentence = page.sentence_of(things[0].name)
    sourced = (t for t in things if _source(page, Span(t.name.end, sentence.end), t))
    return next(sourced, things[0]).name
