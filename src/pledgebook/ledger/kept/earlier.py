"""Columns as of an earlier day: those of the present book, with what the day had otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from pledgebook.ledger.chain import Head
from pledgebook.ledger.kept import storing
from pledgebook.ledger.kept.facts import Facts
from pledgebook.ledger.kept.making import facts_of
from pledgebook.ledger.kept.merging import merged, with_its_own_patterns
from pledgebook.ledger.kept.some_texts import standing_of
from pledgebook.ledger.standing import Scope
from pledgebook.ledger.witnessing import Fold, folded_apart


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
    state = standing_of(connection, scope, list(texts))
    entries = folded_apart(fold, state.claims, state.all_sightings, state.decisions, texts)
    return facts_of(entries, state.sightings)
