"""What people decided about which claims belong together: it outranks the comparison.

Here are ``reject``, ``merge`` and ``split``; the other actions do not touch the folding.
Targets are ids of claims or of entries; an entry is known by its earliest claim.

- ``reject``: the claim, or each claim of the entry, is left out of the book's entries.
- ``merge``: target with ``value["with"]`` (a list of ids) becomes one entry.
- ``split``: ``value["claims"]`` (a list of claim ids) leave the target entry for one of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pledgebook.model.claims import Claim
from pledgebook.model.ids import canonical_json, digest
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.clusters import Cluster, order


def entry_id(claim: Claim) -> str:
    """Id of the entry whose earliest claim is ``claim``."""
    return "entry:" + digest([claim.id])


def applied(clusters: Sequence[Cluster], decisions: Iterable[Decision]) -> list[Cluster]:
    """Apply decisions, oldest first, to the clusters of one kind."""
    out = [list(cluster) for cluster in clusters]
    for decision in sorted(decisions, key=_age):
        change = _CHANGES.get(decision.action)
        if change is not None:
            out = [cluster for cluster in change(out, decision) if cluster]
    return sorted((sorted(c, key=order) for c in out), key=lambda c: order(c[0]))


def merge_reasons(decisions: Iterable[Decision], claims: Iterable[Claim]) -> dict[str, str]:
    """Reason of the newest merge that names each claim, or the entry it opens."""
    named = {
        name: decision.reason
        for decision in sorted(decisions, key=_age)
        if decision.action == "merge"
        for name in _names(decision, "with")
    }
    found = {c.id: named.get(c.id) or named.get(entry_id(c)) for c in claims}
    return {claim: reason for claim, reason in found.items() if reason is not None}


def _age(decision: Decision) -> tuple[str, str]:
    value = canonical_json([decision.author, decision.target, decision.reason, decision.value])
    return decision.at.isoformat(), value


def _names(decision: Decision, key: str) -> set[str]:
    return {decision.target, *_listed(decision, key)}


def _listed(decision: Decision, key: str) -> list[str]:
    given: Any = (decision.value or {}).get(key, ())
    return [name for name in given if isinstance(name, str)]


def _holds(cluster: Cluster, names: set[str]) -> bool:
    return any(claim.id in names or entry_id(claim) in names for claim in cluster)


def _reject(clusters: list[Cluster], decision: Decision) -> list[Cluster]:
    out = [[c for c in cluster if c.id != decision.target] for cluster in clusters]
    return [c for c in out if not c or entry_id(min(c, key=order)) != decision.target]


def _merge(clusters: list[Cluster], decision: Decision) -> list[Cluster]:
    names = _names(decision, "with")
    chosen = [c for c in clusters if _holds(c, names)]
    rest = [c for c in clusters if not _holds(c, names)]
    return [*rest, [claim for cluster in chosen for claim in cluster]]


def _split(clusters: list[Cluster], decision: Decision) -> list[Cluster]:
    leaving = set(_listed(decision, "claims"))
    out: list[Cluster] = []
    for cluster in clusters:
        if _holds(cluster, {decision.target}):
            out.append([c for c in cluster if c.id in leaving])
            out.append([c for c in cluster if c.id not in leaving])
        else:
            out.append(cluster)
    return out


_CHANGES = {"reject": _reject, "merge": _merge, "split": _split}
