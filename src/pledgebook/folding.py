"""How a book is folded: by reconcile's rules, with texts that repeat another counted once.

The rules are loaded where something is folded: most questions are answered without.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from pledgebook.ledger.witnessing import Witnessed
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Decision, Sighting


def _fold(
    claims: Sequence[Claim], sightings: Sequence[Sighting], decisions: Sequence[Decision] = ()
) -> tuple[Entry, ...]:
    from pledgebook.reconcile import fold as reconciling  # noqa: PLC0415 - seldom asked for

    return reconciling.fold(claims, sightings, decisions)


def _fold_apart(
    claims: Sequence[Claim],
    sightings: Sequence[Sighting],
    decisions: Sequence[Decision],
    components: Mapping[str, int],
) -> tuple[Entry, ...]:
    from pledgebook.reconcile import fold as reconciling  # noqa: PLC0415 - seldom asked for

    return reconciling.fold(claims, sightings, decisions, components)


def _witnesses(ids: Iterable[str], texts: Mapping[str, str]) -> int:
    from pledgebook.ingest.duplicates import witnesses  # noqa: PLC0415 - seldom asked for

    return witnesses(ids, texts)


def _components(
    claims: Sequence[Claim], sightings: Sequence[Sighting], joined: Iterable[Collection[str]] = ()
) -> Mapping[str, int]:
    from pledgebook.reconcile.components import components  # noqa: PLC0415 - seldom asked for

    return components(claims, sightings, joined)


#: What commands hand to the ledger wherever it folds.
fold = Witnessed(_fold, _witnesses, _components, _fold_apart)
