"""One announcement whose sum two sources tell differently: side by side, not two promises."""

from __future__ import annotations

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Amount
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.announced import (
    TRANCHE,
    announced_day,
    gap,
    same_announcement,
)
from pledgebook.reconcile.items import counted, same_items
from pledgebook.reconcile.matching import WINDOW, Level
from pledgebook.reconcile.money import BEYOND, SameSum, figure, words
from pledgebook.reconcile.money import gap as figures_apart
from pledgebook.reconcile.releases import record_of
from pledgebook.reconcile.words import likeness

#: Likeness of two purposes below which they are two.
PURPOSE = 0.34


def disputed_sum(one: Commitment, other: Commitment) -> SameSum | None:
    """Say how two different sums can be told of one announcement; None where they are two.

    The same count of the same things, told in the same days; or one announcement, dated alike by
    both, of things of one name, or of sums that lie less than a fifth apart.
    """
    a, b = one.amount, other.amount
    if a is None or b is None or not _comparable(one, other):
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


def changed_sum(one: Commitment, other: Commitment) -> SameSum | None:
    """Say how two sums told at one address can be one promise, however far they lie apart.

    Either two texts of a page that was edited, or rows of two data sets that name the same source
    for an announcement of the same day. Things or purposes that both tell are alike, the stage and
    the instrument are the same; where two promises fit so, neither is joined (``clusters``).
    """
    a, b = one.amount, other.amount
    if a is None or b is None or a.currency != b.currency or not _comparable(one, other):
        return None
    if one.stage != other.stage or not instruments_agree(one, other) or not (a.high and b.high):
        return None
    if not _told_at_once(one, other) or not _alike_in_kind(one, other):
        return None
    reason = f"{words(b)} here and {words(a)} there, from the same address"
    return SameSum(level=Level.CONTRADICTS, reason=reason)


def instruments_agree(one: Commitment, other: Commitment) -> bool:
    """Say whether both name one instrument, or one leaves it open."""
    return len({one.instrument, other.instrument} - {"unspecified"}) <= 1


def _comparable(one: Commitment, other: Commitment) -> bool:
    assert one.amount is not None
    assert other.amount is not None
    donors = actor_ids(one.donors)
    return (
        bool(donors)
        and donors == actor_ids(other.donors)
        and one.aid_type == other.aid_type
        and one.amount.per == other.amount.per
    )


def _told_at_once(one: Commitment, other: Commitment) -> bool:
    rows = [record_of(claim) is not None for claim in (one, other)]
    if any(rows):
        return all(rows) and same_announcement(one, other)
    days = gap(one, other)
    dated = None not in (announced_day(one), announced_day(other))
    return days is not None and days <= WINDOW and (not dated or same_announcement(one, other))


def _alike_in_kind(one: Commitment, other: Commitment) -> bool:
    if bool(one.items) != bool(other.items):
        return False
    if one.items and same_items(one.items, other.items) is None:
        return False
    return purposes_agree(one, other)


def purposes_agree(one: Commitment, other: Commitment) -> bool:
    """Say whether nothing that both are for, in words, tells them apart."""
    if one.purpose is None or other.purpose is None:
        return True
    return likeness(one.purpose, other.purpose) >= PURPOSE
