"""The same sum told again: one commitment, whose later tellings are further evidence."""

from __future__ import annotations

from decimal import Decimal

from pledgebook.extract.drafts import Draft
from pledgebook.extract.parties import party_ids
from pledgebook.resolve.mentions import MoneyMention

#: Bodies by which texts tell one and the same sum of the European Union.
_OF_THE_UNION = frozenset({"org:eu", "org:european-commission", "org:european-council"})


def fold_repeats(drafts: list[Draft]) -> list[Draft]:
    """One claim per thing: the same sum of the same donor told again is further evidence."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same_sum(k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        assert draft.money is not None
        assert twin.money is not None
        if draft.money.amount.currency == twin.money.amount.currency:
            twin.repeats.append(draft.money)
        twin.things = twin.things or draft.things
        twin.recorded = twin.recorded or draft.recorded
        _fill_parties(twin, draft)
        if twin.parent is None and draft.parent is not twin:
            twin.parent = draft.parent
    return kept


def _fill_parties(twin: Draft, draft: Draft) -> None:
    """Parties that the first telling lacks are taken from the later one."""
    if not twin.donors and draft.donors:
        twin.donors = draft.donors
        twin.problems.discard("donor-unresolved")
        twin.problems |= draft.problems & {"donor-from-context"}
    if not twin.recipients and draft.recipients:
        given = party_ids(twin.donors)
        twin.recipients = [p for p in draft.recipients if p.actor.id not in given]
        twin.problems |= draft.problems & {"recipient-from-context"}


def _same_sum(first: Draft, second: Draft) -> bool:
    if first.money is None or second.money is None:
        return False
    one, other = first.money.amount, second.money.amount
    if _figure(first.money) != _figure(second.money):
        return False
    if one.currency != other.currency and other.currency is not None:
        return False
    if _further(first, second) or _other_recipient(first, second):
        return False
    givers, others = party_ids(first.donors), party_ids(second.donors)
    return givers == others or not givers or not others or givers | others <= _OF_THE_UNION


def _figure(money: MoneyMention) -> Decimal | None:
    """Give the figure of a sum, the upper one where there is no lower ("up to €3m")."""
    amount = money.amount
    return amount.high if amount.low is None else amount.low


def _further(first: Draft, second: Draft) -> bool:
    """One sum is new beside the other: "another €40m … on top of the €40m of October"."""
    return {first.newness[0], second.newness[0]} == {"additional", "restated"}


def _other_recipient(first: Draft, second: Draft) -> bool:
    """Both sentences name who gets it, and not the same."""
    told = "recipient-from-context" not in first.problems | second.problems
    one, other = party_ids(first.recipients), party_ids(second.recipients)
    return told and bool(one) and bool(other) and not one & other
