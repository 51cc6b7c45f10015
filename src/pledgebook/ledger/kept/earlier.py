"""Columns as of an earlier day: those of the present book, with what the day had otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from pledgebook.ledger.chain import Head
from pledgebook.ledger.kept import storing
from pledgebook.ledger.kept.facts import Facts
from pledgebook.ledger.kept.making import facts_of
from pledgebook.ledger.kept.merging import merged, with_its_own_patterns
from pledgebook.ledger.lookups import AT_ONCE
from pledgebook.ledger.settled import Readings
from pledgebook.ledger.standing import Scope, Standing, standing
from pledgebook.ledger.witnessing import Fold, folded_apart

_Value = TypeVar("_Value")


def facts_at(connection: Connection, scope: Scope, at: Head, fold: Fold) -> Facts | None:
    """Give the columns of the entries that a day in the past has; None where records are needed.

    Only the texts of components that are there in part, in no phase that is kept, are read and
    folded.
    """
    found, kept = storing.read_days(connection, at), storing.read(connection, at)
    if found is None or kept is None:
        return None
    days, phases = found
    whole, held = days.whole(scope), phases.held(days, scope)
    partly = days.there(scope) & ~whole
    partly[phases.components(days)[held]] = False
    made = _made(connection, scope, days.texts_of(partly, scope), fold)
    if made is None:
        return None
    instead = with_its_own_patterns(merged(phases.facts, held[phases.of], made))
    return merged(kept, whole[days.of], instead)


def _made(
    connection: Connection, scope: Scope, texts: Mapping[str, int], fold: Fold
) -> Facts | None:
    """Fold some texts anew; ``texts`` have each its component."""
    state = _standing(connection, scope, list(texts))
    entries = folded_apart(fold, state.claims, state.all_sightings, state.decisions, texts)
    return facts_of(entries, state.sightings)


def _standing(connection: Connection, scope: Scope, texts: Sequence[str]) -> Standing:
    """Read what stands of some texts, a part of them at a time."""
    parts = [
        standing(connection, replace(scope, sources=frozenset(texts[n : n + AT_ONCE])), texts=False)
        for n in range(0, len(texts), AT_ONCE)
    ] or [standing(connection, replace(scope, sources=frozenset()), texts=False)]
    return Standing(
        snapshots={},
        sightings=_all(part.sightings for part in parts),
        readings=_all(part.readings for part in parts),
        read=Readings(
            latest=_all(part.read.latest for part in parts),
            earlier=_all(part.read.earlier for part in parts),
            known=_all(part.read.known for part in parts),
        ),
        decided=parts[0].decided,
    )


def _all(parts: Iterable[Mapping[str, _Value]]) -> dict[str, _Value]:
    return {name: value for part in parts for name, value in part.items()}
