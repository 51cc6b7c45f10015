"""What people decided about which claims belong together: it outranks the comparison.

Values that people changed or added arrive in the claims themselves; here are the decisions that
touch the folding. Names are ids of claims (as their reader gave them) or of entries; an entry is
known by its earliest claim.

- ``reject``: the claim, or each claim of the entry, is left out of the book's entries.
- ``accept``: the claim, or the claim that led the entry (``value["lead"]``), leads its entry.
- ``unclear``: the claim leads only where no other can.
- ``merge``: target with ``value["with"]`` (a list of ids) becomes one entry.
- ``split``: ``value["claims"]`` (a list of claim ids) leave the target entry for one of their own.

Of several verdicts (accept, reject, unclear) on one claim the newest holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pledgebook.model.claims import Claim
from pledgebook.model.entries import entry_id
from pledgebook.model.ids import canonical_json
from pledgebook.model.snapshots import Decision
from pledgebook.reconcile.clusters import Cluster, order

Verdict = Literal["accept", "reject", "unclear"]

_VERDICTS = ("accept", "reject", "unclear")


def applied(clusters: Sequence[Cluster], decisions: Iterable[Decision]) -> list[Cluster]:
    """Apply merges and splits, oldest first, then rejections, to the clusters of one kind."""
    out = [list(cluster) for cluster in clusters]
    ordered = sorted(decisions, key=_age)
    for decision in ordered:
        change = _CHANGES.get(decision.action)
        if change is not None:
            out = [cluster for cluster in change(out, decision) if cluster]
    kept = [_not_rejected(cluster, ordered) for cluster in out]
    return sorted((sorted(c, key=order) for c in kept if c), key=lambda c: order(c[0]))


def verdicts(cluster: Cluster, decisions: Iterable[Decision]) -> dict[str, Verdict]:
    """The newest verdict on each claim of a cluster that has one, by the id it is known by."""
    out: dict[str, Verdict] = {}
    for decision in sorted(decisions, key=_age):
        if decision.action in _VERDICTS:
            verdict: Any = decision.action
            out.update((c.known_as, verdict) for c in cluster if _judges(decision, c, cluster))
    return out


def _judges(decision: Decision, claim: Claim, cluster: Cluster) -> bool:
    """Say whether a verdict is about a claim, by its id or that of the entry it was given on."""
    value = decision.value or {}
    if _is_named(claim, {decision.target}):
        return True
    if decision.action != "reject":
        return value.get("lead") in (claim.id, claim.known_as)
    if "claims" in value:
        return _is_named(claim, set(_listed(decision, "claims")))
    return any(entry_id(other) == decision.target for other in cluster)


def merge_reasons(decisions: Iterable[Decision], claims: Iterable[Claim]) -> dict[str, str]:
    """Reason of the newest merge that names each claim, or the entry it opens."""
    merges = {
        name: decision.reason
        for decision in sorted(decisions, key=_age)
        if decision.action == "merge"
        for name in _names(decision, "with")
    }
    every = [(c.id, [c.id, c.known_as, entry_id(c)]) for c in claims] if merges else []
    found = {name: next((merges[i] for i in ids if i in merges), None) for name, ids in every}
    return {claim: reason for claim, reason in found.items() if reason is not None}


def _age(decision: Decision) -> tuple[str, str]:
    value = canonical_json([decision.author, decision.target, decision.reason, decision.value])
    return decision.at.isoformat(), value


def _names(decision: Decision, key: str) -> set[str]:
    return {decision.target, *_listed(decision, key)}


def _listed(decision: Decision, key: str) -> list[str]:
    given: Any = (decision.value or {}).get(key, ())
    return [name for name in given if isinstance(name, str)]


def _is_named(claim: Claim, names: set[str]) -> bool:
    return claim.id in names or claim.known_as in names


def _holds(cluster: Cluster, names: set[str]) -> bool:
    return any(_is_named(claim, names) or entry_id(claim) in names for claim in cluster)


def _not_rejected(cluster: Cluster, decisions: Sequence[Decision]) -> Cluster:
    if not any(decision.action == "reject" for decision in decisions):
        return cluster
    said = verdicts(cluster, decisions)
    return [claim for claim in cluster if said.get(claim.known_as) != "reject"]


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
            out.append([c for c in cluster if _is_named(c, leaving)])
            out.append([c for c in cluster if not _is_named(c, leaving)])
        else:
            out.append(cluster)
    return out


_CHANGES = {"merge": _merge, "split": _split}
