"""What stands of some texts, read from a book a part of them at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from pledgebook.ledger.lookups import AT_ONCE
from pledgebook.ledger.settled import Readings
from pledgebook.ledger.standing import Scope, Standing, standing

_Value = TypeVar("_Value")


def standing_of(connection: Connection, scope: Scope, texts: Sequence[str]) -> Standing:
    """Read what stands of some texts in a scope; without their words."""
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
