"""A decision before it is entered: short names made full, what it needs looked up, the gate asked.

The book keeps with each decision what it was decided on: the claims of the entry at that moment,
the value that stood before. That is how a later reading that differs is noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from pledgebook.ledger.decided import CHANGES, added_claim, changed, fallen, named
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.statuses import completed_status
from pledgebook.ledger.view import SourceRecord, View
from pledgebook.model.claims import Claim
from pledgebook.model.codec import RecordError, claim_from_json, claim_to_json
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Decision, Document, Sighting
from pledgebook.model.vocabulary import DecisionAction

#: Judges a claim, as JSON, against the text it cites: no reasons where its words carry it.
Gate = Callable[[Mapping[str, Any], Document], Sequence[str]]

#: Decisions that bring a value into the book, which the gate has to pass.
GATED = CHANGES | {"add_claim"}


def completed(decision: Decision, view: View) -> Decision:
    """Give the decision with full ids and with what it was decided on.

    Raises LedgerError for a name that fits nothing or several things, a field the claim does not
    have, entries that cannot be merged or split so, or a decision that no longer holds.
    """
    if not decision.author.strip() or not decision.reason.strip():
        raise LedgerError("a decision needs who decides and a reason")
    if decision.action not in get_args(DecisionAction):
        raise LedgerError(f"{decision.action!r} is none of {', '.join(get_args(DecisionAction))}")
    try:
        return _COMPLETE[decision.action](decision, view)
    except RecordError as error:
        raise LedgerError(str(error)) from error


def pass_gate(decision: Decision, view: View, gate: Gate | None) -> None:
    """Raise LedgerError with the gate's reasons where words do not carry what is to enter.

    For a changed value only the reasons count that the claim did not give before.
    """
    if decision.action not in GATED:
        return
    if gate is None:
        raise LedgerError(f"{decision.action} brings in a value and needs the gate")
    added = added_claim(decision)
    if added is not None:
        claim, before = added, None
    else:
        before = view.claim(decision.target)
        claim = _changed(before, decision)
    document = _document(view.source(claim.source.id), claim)
    reasons = list(gate(claim_to_json(claim), document))
    if reasons and before is not None:
        old = set(gate(claim_to_json(before), document))
        reasons = [reason for reason in reasons if reason not in old]
    if reasons:
        raise LedgerError(f"refused, nothing was written: {'; '.join(reasons)}")


def _changed(claim: Claim, decision: Decision) -> Claim:
    try:
        return changed(claim, decision)
    except ValueError as error:
        raise LedgerError(f"refused, nothing was written: {error}") from error


def _document(source: SourceRecord, claim: Claim) -> Document:
    """The text at the place where the claim says that it was seen."""
    return Document(
        snapshot=source.snapshot,
        sighting=next(
            (s for s in source.sightings if _is_place(s, claim)),
            source.sightings[0],
        ),
    )


def _is_place(sighting: Sighting, claim: Claim) -> bool:
    named_ = claim.source
    return (sighting.ref, sighting.url, sighting.published) == (
        named_.ref,
        named_.url,
        named_.published,
    )


def _verdict(decision: Decision, view: View) -> Decision:
    found = view.find(decision.target)
    value: dict[str, Any] = {}
    if isinstance(found, Entry):
        members = [claim.known_as for claim in found.claims]
        value = {"claims": members, "lead": found.lead.known_as}
        target = found.id
    else:
        _not_hidden(found, view)
        target, value = found.known_as, {"beside": _beside(found, view)}
    about = replace(decision, target=target, value=value or None)
    knowing = _knowing(about, view)
    return replace(about, value={**value, "knowing": knowing}) if knowing else about


def _not_hidden(claim: Claim, view: View) -> None:
    for lapsed in view.lapsed():
        if lapsed.held and lapsed.successor is not None and lapsed.successor.id == claim.id:
            raise LedgerError(
                f"{claim.id[:24]} is a newer reading that stands behind a decision about "
                f"{lapsed.claim.id[:24]}; undo that decision to let the newer reading stand"
            )


def _beside(claim: Claim, view: View) -> list[str]:
    """The claims of the entry at this moment; one that comes later and differs is noticed."""
    home = next((entry for entry in view.entries() if claim in entry.claims), None)
    return [] if home is None else [other.known_as for other in home.claims]


def _knowing(decision: Decision, view: View) -> list[str]:
    """What the newer reading gives instead, as the person saw it; closes the review."""
    names = named(decision)
    return sorted(
        one.claim.id if one.successor is None else one.successor.id
        for one in view.lapsed()
        if one.claim.id in names
    )


def _change(decision: Decision, view: View) -> Decision:
    found = view.find(decision.target)
    claim = found.lead if isinstance(found, Entry) else found
    _not_hidden(claim, view)
    value = dict(decision.value or {})
    if decision.action == "change_stage":
        value = {"field": "stage", "value": value.pop("stage", value.get("value")), **value}
    if not isinstance(value.get("field"), str) or "value" not in value:
        raise LedgerError("a change needs the field and its new value")
    value["was"] = value_at(claim, value["field"])
    value.setdefault("evidence", [])
    if not value["evidence"] and value["value"] not in (None, []):
        raise LedgerError(
            f"refused, nothing was written: {value['field']} needs the words that carry it; "
            "give them with --quote"
        )
    value["beside"] = _beside(claim, view)
    about = replace(decision, target=claim.known_as, value=value)
    after = _changed(claim, about)
    if after.values() == claim.values():
        raise LedgerError(f"{value['field']} is that already; nothing was written")
    knowing = _knowing(about, view)
    return replace(about, value={**value, "knowing": knowing}) if knowing else about


def value_at(claim: Claim, field: str) -> Any:
    """Value of a field by its dotted path, as JSON; raises RecordError for an unknown one."""
    value: Any = claim.values()
    for step in field.split("."):
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError, TypeError):
            fields = ", ".join(claim.values())
            raise RecordError(f"a {claim.kind} has no {field!r}; it has {fields}") from None
    return value


def _add(decision: Decision, view: View) -> Decision:
    source = view.source(decision.target)
    claim = claim_from_json((decision.value or {}).get("claim", {}))
    if claim.source.id != source.snapshot.id:
        raise LedgerError(f"the claim cites {claim.source.id[:24]}, not {source.snapshot.id[:24]}")
    if any(claim.id == other.id for other in source.claims):
        raise LedgerError("the book has this very claim already; accept it instead")
    value = {"claim": claim_to_json(claim), "claims": sorted(view.given(source.snapshot.id))}
    return replace(decision, target=source.snapshot.id, value=value)


def _complete_source(decision: Decision, view: View) -> Decision:
    source = view.source(decision.target)
    value = {"claims": sorted(view.given(source.snapshot.id))}
    return replace(decision, target=source.snapshot.id, value=value)


def _entry(name: str, view: View) -> Entry:
    found = view.find(name)
    if isinstance(found, Entry):
        return found
    home = next((e for e in view.entries() if found in e.claims), None)
    if home is None:
        raise LedgerError(f"{found.id[:24]} stands in no entry (it was rejected)")
    return home


def _merge(decision: Decision, view: View) -> Decision:
    names = [decision.target, *(decision.value or {}).get("with", ())]
    entries = list({e.id: e for e in (_entry(name, view) for name in names)}.values())
    if len(entries) == 1:
        raise LedgerError("a merge needs two entries; these are one already")
    kinds = sorted({e.kind for e in entries})
    if len(kinds) > 1:
        raise LedgerError(f"a {kinds[0]} and a {kinds[1]} cannot be merged; kinds stay apart")
    first, *rest = [entry.claims[0].known_as for entry in entries]
    beside = [claim.known_as for entry in entries for claim in entry.claims]
    return replace(decision, target=first, value={"with": rest, "beside": beside})


def _split(decision: Decision, view: View) -> Decision:
    entry = _entry(decision.target, view)
    named_ = [view.claim(name) for name in (decision.value or {}).get("claims", ())]
    outside = [claim.id for claim in named_ if claim not in entry.claims]
    if outside:
        raise LedgerError(f"{outside[0][:24]} is no claim of {entry.id[:16]}")
    staying = [claim for claim in entry.claims if claim not in named_]
    if not named_ or not staying:
        raise LedgerError("a split needs a claim that leaves and one that stays")
    leaving = sorted({claim.known_as for claim in named_})
    return replace(decision, target=staying[0].known_as, value={"claims": leaving})


def _undo(decision: Decision, view: View) -> Decision:
    item = view.decision(decision.target)
    gone = fallen(view.decisions())
    if item.id in gone:
        raise LedgerError(f"{item.id[:18]} no longer holds: {gone[item.id][:18]} took it back")
    return replace(decision, target=item.id, value=None)


_COMPLETE: dict[DecisionAction, Callable[[Decision, View], Decision]] = {
    "accept": _verdict,
    "reject": _verdict,
    "unclear": _verdict,
    "change_value": _change,
    "change_stage": _change,
    "set_status": completed_status,
    "add_claim": _add,
    "read_completely": _complete_source,
    "merge": _merge,
    "split": _split,
    "undo": _undo,
}
