"""Claims into entries: a pure function of the sets of claims, sightings and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.entries import Entry, entry_id
from pledgebook.model.snapshots import Decision, Sighting
from pledgebook.model.vocabulary import Kind
from pledgebook.reconcile.clusters import Cluster, clusters, order
from pledgebook.reconcile.decisions import applied, merge_reasons, verdicts
from pledgebook.reconcile.kinds import matchers_of
from pledgebook.reconcile.leads import lead
from pledgebook.reconcile.matching import Matcher
from pledgebook.reconcile.relations import Surroundings, relations
from pledgebook.reconcile.releases import newest


def fold(
    claims: Iterable[Claim],
    sightings: Iterable[Sighting],
    decisions: Iterable[Decision] = (),
    components: Mapping[str, int] | None = None,
) -> tuple[Entry, ...]:
    """Fold claims into entries, in order of their earliest publication, then id.

    The result does not depend on the order of any argument. ``decisions`` are those in force
    (none that was undone or replaced); see ``reconcile.decisions`` for what they do. ``components``
    are those of the texts where they are known (``reconcile.components``): it is only faster.
    """
    unique = {claim.id: claim for claim in claims}
    decided, seen = list(decisions), list(sightings)
    around = _surroundings(unique, seen, decided)
    matchers = matchers_of(unique.values(), seen)
    groups = [
        (kind, entry_id(cluster[0]), cluster)
        for kind, matcher in matchers.items()
        for cluster in _clusters(kind, unique.values(), matcher, decided, components or {})
    ]
    homes = {
        name: home
        for _, home, cluster in groups
        for claim in cluster
        for name in (claim.id, claim.known_as)
    }
    entries = [
        _entry(kind, name, cluster, matchers[kind], around, homes) for kind, name, cluster in groups
    ]
    return tuple(sorted(entries, key=lambda entry: (order(entry.claims[0]), entry.id)))


def _clusters(
    kind: Kind,
    claims: Iterable[Claim],
    matcher: Matcher,
    decisions: Sequence[Decision],
    components: Mapping[str, int],
) -> list[Cluster]:
    found = clusters([claim for claim in claims if claim.kind == kind], matcher, components)
    return applied(found, decisions)


def _surroundings(
    claims: Mapping[str, Claim], sightings: Iterable[Sighting], decisions: Sequence[Decision]
) -> Surroundings:
    by_source: dict[str, list[Commitment]] = {}
    for claim in sorted(claims.values(), key=order):
        if isinstance(claim, Commitment):
            by_source.setdefault(claim.source.id, []).append(claim)
    seen: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        seen.setdefault(sighting.snapshot, []).append(sighting)
    merged = merge_reasons(decisions, claims.values())
    return Surroundings(
        claims={**claims, **{c.known_as: c for c in claims.values()}},
        by_source=by_source,
        sightings=seen,
        merged=merged,
        judged=[d for d in decisions if d.action in ("accept", "unclear")],
    )


def _entry(
    kind: Kind,
    name: str,
    cluster: Cluster,
    matcher: Matcher,
    around: Surroundings,
    homes: Mapping[str, str],
) -> Entry:
    texts = {claim.source.id for claim in cluster}
    return Entry(
        id=name,
        kind=kind,
        lead=lead(newest(cluster), around.sightings, verdicts(cluster, around.judged)),
        claims=tuple(cluster),
        relations=relations(cluster, matcher, around),
        part_of=_whole(name, cluster, homes),
        witnesses=len(texts),
        outlets=_outlets(texts, around.sightings),
    )


def _whole(name: str, cluster: Cluster, homes: Mapping[str, str]) -> str | None:
    """Entry that any of the claims says it is a part of; never the entry itself."""
    for claim in cluster:
        within = claim.within if isinstance(claim, Commitment) else None
        home = None if within is None else homes.get(within)
        if home is not None and home != name:
            return home
    return None


def _outlets(texts: set[str], sightings: Mapping[str, Sequence[Sighting]]) -> int:
    """Places where the texts were seen: publisher with address, or with the caller's id."""
    places = {
        (s.publisher, s.url if s.url is not None else s.ref)
        for text in texts
        for s in sightings.get(text, ())
    }
    return max(len(places), 1)
