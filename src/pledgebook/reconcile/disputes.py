"""One announcement whose sum two sources tell differently: side by side, not two promises."""

from __future__ import annotations

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.announced import TRANCHE, gap, same_announcement
from pledgebook.reconcile.items import counted, same_items
from pledgebook.reconcile.matching import Level
from pledgebook.reconcile.money import BEYOND, SameSum, figure, words
from pledgebook.reconcile.money import gap as figures_apart


def disputed_sum(one: Commitment, other: Commitment) -> SameSum | None:
    """Say how two different sums can be told of one announcement; None where they are two.

    The same count of the same things, told in the same days; or one announcement, dated alike by
    both, of things of one name, or of sums that lie less than a fifth apart.
    """
    a, b = one.amount, other.amount
    if a is None or b is None or one.aid_type != other.aid_type or a.per != b.per:
        return None
    if not actor_ids(one.donors) or actor_ids(one.donors) != actor_ids(other.donors):
        return None
    shared = _shared_things(one, other)
    if shared is None and not _close(one, other, a, b):
        return None
    told = "" if shared is None else f" for the same things ({shared})"
    reason = f"{words(b)} here and {words(a)} there{told}"
    return SameSum(level=Level.CONTRADICTS, reason=reason)


def _shared_things(one: Commitment, other: Commitment) -> str | None:
    if not one.items or not other.items:
        return None
    things = same_items(one.items, other.items)
    if things is None or things.level is not Level.AGREES:
        return None
    days = gap(one, other)
    alike = counted(one.items, other.items) and days is not None and days <= TRANCHE
    return one.items[0].name if alike or same_announcement(one, other) else None


def _close(one: Commitment, other: Commitment, a: Amount, b: Amount) -> bool:
    x, y = figure(a), figure(b)
    if x is None or y is None or a.currency is None or a.currency != b.currency:
        return False
    if not same_announcement(one, other) or (one.items and other.items):
        return False
    return figures_apart(x, y) <= BEYOND
