"""Whether two tellings of one sum, or of the same things, lie near enough in time to be one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

from pledgebook.model.claims import Commitment
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.announced import gap, told_day
from pledgebook.reconcile.disputes import instruments_agree, purposes_agree
from pledgebook.reconcile.items import item_names, same_count
from pledgebook.reconcile.matching import LONG_WINDOW, WINDOW, Level
from pledgebook.reconcile.money import ROUNDING, SameSum, figure
from pledgebook.reconcile.money import gap as figures_apart
from pledgebook.reconcile.releases import record_of
from pledgebook.reconcile.stages import is_later, moved

#: Days within which an older promise may be told again, or followed to a later stage, by a figure
#: that only rounds or bounds the one before: under a year by the window of news and more, so that
#: the like sum of the next year is not yet told.
ROUNDED_WINDOW = 300

#: Blocks of time of figures that are followed so far.
_FOLLOWED = "followed"


def near_in_time(earlier: Commitment, later: Commitment, thing: SameSum) -> bool:
    """Say whether the later one may still speak of the thing that the earlier one tells."""
    days = gap(earlier, later)
    if days is None or days <= WINDOW:
        return True
    if not instruments_agree(earlier, later):
        return False
    if days <= ROUNDED_WINDOW and _follows(later) and _rounded(earlier, later, thing):
        return later.newness == "restated" or moved(earlier.stage, later.stage) is not None
    return days <= LONG_WINDOW and _again(earlier, later) and _exact(earlier, later, thing)


def _again(earlier: Commitment, later: Commitment) -> bool:
    return (
        later.newness == "restated"
        or moved(earlier.stage, later.stage) is not None
        or (earlier.firmness == "denied") != (later.firmness == "denied")
    )


def _exact(earlier: Commitment, later: Commitment, thing: SameSum) -> bool:
    if thing.level is not Level.AGREES:
        return False
    if earlier.amount is not None and later.amount is not None:
        return True
    names = item_names(earlier.items) & item_names(later.items)
    return bool(names) or same_count(earlier.items, later.items)


def _follows(later: Commitment) -> bool:
    """Say whether a claim by itself goes back to an older one: told as older, paid, taken back."""
    beyond = later.stage == "withdrawn" or is_later("pledged", later.stage)
    return later.newness == "restated" or beyond


def _rounded(one: Commitment, other: Commitment, thing: SameSum) -> bool:
    """Say whether both tell one sum, of named parties, but for the digits or a bound."""
    a, b = one.amount, other.amount
    if thing.level is not Level.NEAR or a is None or b is None or a.per != b.per:
        return False
    x, y = figure(a), figure(b)
    if x is None or y is None or a.currency is None or a.currency != b.currency:
        return False
    if not purposes_agree(one, other):
        return False
    sides = (one.donors, one.recipients, other.donors, other.recipients)
    return all(actor_ids(side) for side in sides) and figures_apart(x, y) <= ROUNDING


def followed(claim: Commitment) -> tuple[Hashable, ...]:
    """Blocks of time under which a sum is listed for what is told of it months later."""
    return tuple((_FOLLOWED, block) for block in _stretches(claim))


def following(claim: Commitment) -> tuple[Hashable, ...]:
    """Blocks of time in which a claim looks for what it may follow; none where it follows none."""
    if not _follows(claim):
        return ()
    near = {block + n for block in _stretches(claim) for n in (-1, 0, 1)}
    return tuple((_FOLLOWED, block) for block in sorted(near))


def _stretches(claim: Commitment) -> Iterator[int]:
    days: set[date | None] = {told_day(claim)}
    if record_of(claim) is None:
        days.add(claim.source.published)
    return (day.toordinal() // ROUNDED_WINDOW for day in days if day is not None)
