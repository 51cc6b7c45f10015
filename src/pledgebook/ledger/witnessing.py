"""Folding that counts witnesses: texts which repeat another are outlets more, no witnesses more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Decision, Sighting

#: Folds claims into entries: ``reconcile.fold.fold``, handed in by the caller.
Fold = Callable[[Sequence[Claim], Sequence[Sighting], Sequence[Decision]], tuple[Entry, ...]]

#: Counts the independent texts among ids, from their words: ``ingest.duplicates.witnesses``.
Count = Callable[[Iterable[str], Mapping[str, str]], int]

#: Tells which texts can have to do with each other: ``reconcile.components.components``.
Components = Callable[
    [Sequence[Claim], Sequence[Sighting], Iterable[Collection[str]]], Mapping[str, int]
]

#: Folds as ``Fold`` does, told the component of each text; claims of two are never compared.
FoldApart = Callable[
    [Sequence[Claim], Sequence[Sighting], Sequence[Decision], Mapping[str, int]],
    tuple[Entry, ...],
]


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A fold that also knows how to tell independent texts from repeated ones.

    Attributes:
        fold: folds claims into entries; each text is a witness to it.
        count: counts the independent texts.
        components: tells which texts fold without regard to the others; None where nobody can.
        apart: folds texts of which that is told; None where nobody can.
    """

    fold: Fold
    count: Count
    components: Components | None = None
    apart: FoldApart | None = None

    def __call__(
        self,
        claims: Sequence[Claim],
        sightings: Sequence[Sighting],
        decisions: Sequence[Decision] = (),
    ) -> tuple[Entry, ...]:
        """Fold, without the texts at hand: each is a witness."""
        return self.fold(claims, sightings, decisions)


def folded_apart(
    fold: Fold,
    claims: Sequence[Claim],
    sightings: Sequence[Sighting],
    decisions: Sequence[Decision],
    components: Mapping[str, int],
) -> tuple[Entry, ...]:
    """Fold texts whose components are told, faster where the fold knows how to."""
    if isinstance(fold, Witnessed) and fold.apart is not None:
        return fold.apart(claims, sightings, decisions, components)
    return fold(claims, sightings, decisions)


def witnessed(entries: Iterable[Entry], fold: Fold, texts: Mapping[str, str]) -> tuple[Entry, ...]:
    """Give the entries with their independent texts counted, where the fold knows how to.

    Only texts that stand in one entry are compared, so most are never looked at.
    """
    if not isinstance(fold, Witnessed):
        return tuple(entries)
    return tuple(_counted(entry, fold.count, texts) for entry in entries)


def _counted(entry: Entry, count: Count, texts: Mapping[str, str]) -> Entry:
    if entry.witnesses == 1:
        return entry
    found = count({claim.source.id for claim in entry.claims}, texts)
    return entry if found == entry.witnesses else replace(entry, witnesses=found)
