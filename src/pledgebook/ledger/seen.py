"""What a view holds, and how the present one finds the entries that belong to its claims."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from pledgebook.ledger.projection import folded, projected, projected_at
from pledgebook.ledger.standing import Scope, Standing, standing
from pledgebook.ledger.tables import APPEND_ONLY, DEFINITIONS, RUNS
from pledgebook.ledger.witnessing import Fold
from pledgebook.model.entries import Entry


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One state of the book.

    Attributes:
        standing: texts, readings, claims and decisions.
        entries: the entries folded from them; None where they were never folded.
        behind: rows entered since the entries were folded, which this state leaves out.
    """

    standing: Standing
    entries: tuple[Entry, ...] | None
    behind: int = 0


def present(connection: Connection) -> Seen:
    """Read the book as it stood when its entries were last folded.

    While a source is being added, readers see the state before it, whole. A book whose entries
    were never folded shows its sources and claims.
    """
    at = projected_at(connection)
    if at is None:
        return Seen(standing=standing(connection, Scope()), entries=None)
    state = standing(connection, Scope(until=at.seq))
    entries = projected(connection, {claim.id: claim for claim in state.claims})
    return Seen(standing=state, entries=entries, behind=rows_after(connection, at.seq))


def present_folded(connection: Connection, fold: Fold) -> Seen:
    """Read the book as it stands now; fold in memory where the entries lie behind."""
    at = projected_at(connection)
    if at is not None and rows_after(connection, at.seq) == 0:
        return present(connection)
    state = standing(connection, Scope())
    return Seen(standing=state, entries=folded(state, fold))


def rows_after(connection: Connection, seq: int) -> int:
    """Count the rows after a place in the chain that entries depend on."""
    tables = [t for t in APPEND_ONLY.values() if t not in (RUNS, DEFINITIONS)]
    counts = [select(func.count()).select_from(t).where(t.c.seq > seq) for t in tables]
    return sum(connection.execute(query).scalar_one() for query in counts)
