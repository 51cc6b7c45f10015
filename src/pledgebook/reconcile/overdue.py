"""Overdue: the time a promise was given for is over, and no source in the book tells its delivery.

Derived for the day on which somebody looks, never written: what is overdue today was not overdue
last year, and a delivery told tomorrow ends it. It says what the book holds, not what happened.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.values import Period
from pledgebook.reconcile.money import figure
from pledgebook.reconcile.stages import PART_ONLY

#: Stages at which somebody is bound and nothing has been handed over.
_OPEN = frozenset({"pledged", "committed", "allocated"})

#: Stages at which a promise is kept.
_KEPT = frozenset({"disbursed", "delivered"})

#: Marks a period that tells when something was announced, not until when it runs.
_ANNOUNCED = "announced-in-period"

#: Days of one instalment of a sum per year, month …: a delivery told within the last of them, or
#: later, is of the last instalment.
_INSTALMENT = {"year": 366, "month": 31, "week": 7, "day": 1}

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A promise whose time is over.

    Attributes:
        since: first day on which it was overdue (the day after its time).
        claim: id of the claim that tells the time.
        words: the time in the words of that claim's source.
        reason: one plain clause ("its time ended on 2025-06-30; no source tells a delivery").
    """

    since: date
    claim: str
    words: str
    reason: str


def day_looked_at(as_of: datetime | None, known_by: date | None, today: date) -> date:
    """Give the day on which a view stands: the earlier of its two clocks, else today."""
    clocks = [known_by, None if as_of is None else as_of.date()]
    return min((day for day in clocks if day is not None), default=today)


def overdue(entry: Entry, on: date, parts: Sequence[Entry] = ()) -> Overdue | None:
    """Say whether a promise is overdue on a day; None where it is not.

    It is, where the latest end of time that its sources give lies before that day, and no claim of
    it tells a delivery. Not overdue: an open-ended promise; a call, a mere consideration or a
    running total; what was denied or withdrawn last; a time that was over when it was first told
    (it tells of the past); a whole whose ``parts`` (entries) are all delivered, or whose
    delivered parts make up its sum.
    """
    claims = [claim for claim in entry.claims if isinstance(claim, Commitment)]
    if not claims or not _is_promised(entry, claims):
        return None
    found = _deadline(claims)
    if found is None or found[0] > on:
        return None
    end, claim, words = found
    if _is_delivered(claims, end) or _parts_deliver(entry, parts, end):
        return None
    reason = "; ".join(_clauses(claims, claim, end, parts))
    return Overdue(since=end, claim=claim.id, words=words, reason=reason)


def _is_promised(entry: Entry, claims: Sequence[Commitment]) -> bool:
    lead = entry.lead
    if not isinstance(lead, Commitment) or lead.is_total or lead.firmness == "considered":
        return False
    if not any(claim.stage in _OPEN for claim in claims) or _is_off(lead):
        return False
    last = max(_told(claim) or date.min for claim in claims)
    return not any(_is_off(c) for c in claims if (_told(c) or date.min) == last)


def _is_off(claim: Commitment) -> bool:
    return claim.firmness == "denied" or claim.stage == "withdrawn"


def _told(claim: Commitment) -> date | None:
    """Day on which a claim's source told it: of its publication, else of the announcement."""
    return claim.source.published or claim.announced_on


def _deadline(claims: Sequence[Commitment]) -> tuple[date, Commitment, str] | None:
    """Give the latest end that any source gives and that lay ahead when it was first told."""
    days = [c.announced_on or c.source.published for c in claims]
    first = min((day for day in days if day is not None), default=None)
    found = [
        (end, claim, claim.period.text)
        for claim in claims
        if claim.period is not None
        and not _is_off(claim)
        and _ANNOUNCED not in claim.problems
        and (end := _end(claim.period)) is not None
        and (first is None or end > first)
    ]
    # max() keeps the first of equals: the earliest claim that gives that end.
    return max(found, key=lambda one: one[0], default=None)


def _end(period: Period) -> date | None:
    """First day after a period, from its start and length where it is not given."""
    if period.end is not None or period.start is None or period.duration is None:
        return period.end
    match = _DURATION.fullmatch(period.duration)
    if match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(n or 0) for n in match.groups())
    return _after(period.start, 12 * years + months, 7 * weeks + days)


def _after(start: date, months: int, days: int) -> date | None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        day = min(start.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def _is_delivered(claims: Sequence[Commitment], end: date) -> bool:
    per_time = any(c.amount is not None and c.amount.per != "total" for c in claims)
    kept = [c for c in claims if _tells_delivery(c) and PART_ONLY not in c.problems]
    return any(not per_time or _is_last_instalment(c, end) for c in kept)


def _tells_delivery(claim: Commitment) -> bool:
    return claim.stage in _KEPT and claim.firmness != "denied"


def _is_last_instalment(claim: Commitment, end: date) -> bool:
    """Of a sum per year, a delivery told before the last year is of an earlier instalment."""
    told = _told(claim)
    if told is None or claim.amount is None or claim.amount.per == "total":
        return True
    return told >= end - timedelta(days=_INSTALMENT[claim.amount.per])


def _parts_deliver(entry: Entry, parts: Sequence[Entry], end: date) -> bool:
    delivered = _delivered_parts(parts, end)
    if not delivered:
        return False
    return len(delivered) == len(parts) or _makes_up(entry, delivered)


def _delivered_parts(parts: Sequence[Entry], end: date) -> list[Entry]:
    found = ((part, [c for c in part.claims if isinstance(c, Commitment)]) for part in parts)
    return [part for part, claims in found if _is_delivered(claims, end)]


def _makes_up(entry: Entry, delivered: Sequence[Entry]) -> bool:
    """Say whether delivered parts make up the sum of the whole, all in its currency."""
    whole = getattr(entry.lead, "amount", None)
    wanted = None if whole is None else figure(whole)
    if whole is None or wanted is None:
        return False
    sums = [getattr(part.lead, "amount", None) for part in delivered]
    own = [figure(s) for s in sums if s is not None and s.currency == whole.currency]
    return sum((n for n in own if n is not None), Decimal(0)) >= wanted


def _clauses(
    claims: Sequence[Commitment], claim: Commitment, end: date, parts: Sequence[Entry]
) -> list[str]:
    per = next((c.amount.per for c in claims if c.amount and c.amount.per != "total"), None)
    kept = any(_tells_delivery(c) for c in claims)
    told = "no source tells a delivery"
    if kept:
        told = f"{told} of the last {per}" if per else "only a part is told as delivered"
    out = [f"its time ended on {end - timedelta(days=1)}", told]
    if parts:
        out.append(f"{len(_delivered_parts(parts, end))} of {len(parts)} parts delivered")
    if claim.conditions or claim.firmness == "conditional":
        out.append("it hangs on a condition")
    return out
