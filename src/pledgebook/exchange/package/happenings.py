"""The rows of a release that tell what happened: decisions, events, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.values import Row, as_json, joined, place
from pledgebook.ledger.events import Event
from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS

#: Events about texts alone: the table of sources has them.
_OF_TEXTS = ("source", "sighting", "reading")


def decisions(held: Held) -> Iterator[Row]:
    """Rows of ``decisions``, oldest first."""
    holding = {item.id for item in held.view.in_force()}
    for item in held.view.decisions():
        one = item.decision
        told = one.value is not None and held.may_tell(one)
        yield (
            item.id,
            _moment(one.at),
            one.author,
            one.action,
            one.target,
            one.reason,
            as_json(one.value) if told else None,
            one.supersedes,
            item.id in holding,
        )


def events(held: Held) -> Iterator[Row]:
    """Rows of ``events``, by the moment they were entered."""
    after = {one.claim.id: one.successor for one in held.view.former()}
    told = (event for event in held.view.events() if event.kind not in _OF_TEXTS)
    for number, event in enumerate(told, 1):
        yield number, *_event(held, event, after)


def _event(held: Held, event: Event, after: Mapping[str, str | None]) -> Row:
    # The reason behind the colon may quote the source.
    words = event.words.partition(": ")[0] if held.named_only(event.source) else event.words
    return (
        event.kind,
        _moment(event.entered),
        event.on,
        words,
        event.entry,
        event.source,
        joined(sorted(event.claims)),
        None if event.decision is None else event.decision.id,
        event.taken_back,
        None if event.former is None else after.get(event.former.id),
    )


def problems(held: Held) -> Iterator[Row]:
    """Rows of ``problems``: of a source that may be named only, what its code means."""
    meanings = {**CLAIM_PROBLEMS, **RUN_PROBLEMS}
    hidden = {
        name
        for source, seen in held.view.sightings().items()
        if held.named_only(source)
        for sighting in seen
        for name in (sighting.ref, sighting.url)
    }
    for number, one in enumerate(held.view.problems(), 1):
        told = one.where not in hidden
        yield (
            number,
            one.code,
            one.fatal,
            place(one.where) or None,
            one.message if told else meanings.get(one.code, one.code),
            None if one.span is None else one.span.start,
            None if one.span is None else one.span.end,
        )


def _moment(at: datetime) -> datetime:
    """A moment in UTC without its zone, as both files hold it."""
    return at.astimezone(UTC).replace(tzinfo=None)
