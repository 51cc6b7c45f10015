"""The terms of data sets' releases, as the book holds them: each is a text of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from pledgebook.ledger.standing import Scope, standing
from pledgebook.model.datasets import TERMS_MADE_BY, ReleaseTerms
from pledgebook.model.snapshots import Snapshot


def terms_among(texts: Iterable[Snapshot]) -> tuple[ReleaseTerms, ...]:
    """Give the terms among some texts, by series and day."""
    found = [ReleaseTerms.of_text(one.text) for one in texts if one.made_by == TERMS_MADE_BY]
    return tuple(sorted(found, key=lambda one: (one.series, one.day, one.release)))


def terms_read(
    connection: Connection, scope: Scope, names: Iterable[str]
) -> tuple[ReleaseTerms, ...]:
    """Read the terms that stand in some texts, as far as these lie in scope."""
    some = replace(scope, sources=frozenset(names))
    return terms_among(standing(connection, some).snapshots.values())
