"""When two commitments are one promise: same donor, recipient and sum (or thing), near in time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import product

from pledgebook.model.claims import Commitment
from pledgebook.model.values import Actor, Amount
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.actors import actor_ids
from pledgebook.reconcile.addresses import Addresses, address_blocks
from pledgebook.reconcile.announced import announced_day, is_tranche, told_day
from pledgebook.reconcile.blocking import weeks, weeks_around
from pledgebook.reconcile.conversions import Conversions
from pledgebook.reconcile.disputes import (
    PURPOSE,
    changed_sum,
    disputed_sum,
    instruments_agree,
    purposes_agree,
)
from pledgebook.reconcile.items import counted, counts, item_names, item_words, same_items
from pledgebook.reconcile.matching import (
    Level,
    Match,
    agree_or_open,
    apart,
    days_apart,
    named,
)
from pledgebook.reconcile.money import SameSum, bands, figure, same_amount
from pledgebook.reconcile.nearness import followed, following, near_in_time
from pledgebook.reconcile.programmes import two_programmes
from pledgebook.reconcile.releases import listed, looked_for, record_match, same_series
from pledgebook.reconcile.stages import PART_ONLY, moved
from pledgebook.reconcile.words import content_words, likeness
from pledgebook.reconcile.yearly import same_whole, whole

#: Aid types that say little against another: loans for arms are told as financial and military.
_BROAD = frozenset({"other", "financial"})

#: Block of a claim whose donor, or currency, is not named.
_ANY = "*"

#: Block of what was announced on one day.
_ANNOUNCED = "announced"

#: Values that are compared as they stand.
_COMPARED = (
    "aid_type",
    "amount",
    "announced_on",
    "firmness",
    "instrument",
    "is_total",
    "items",
    "newness",
    "period",
    "purpose",
    "stage",
)


class Commitments:
    """Compares commitments, with the conversions and data sets that are known of them."""

    reach: int | None = None

    def __init__(
        self,
        conversions: Conversions | None = None,
        series: tuple[str, ...] = (),
        addresses: Addresses | None = None,
    ) -> None:
        """Take what is known of conversions (None: a claim's own alone), data sets, addresses."""
        self.conversions = conversions or Conversions()
        self.series = series
        self.addresses = addresses or {}

    def keys(self, claim: Commitment) -> Iterable[Hashable]:
        """The blocks of its values, and of the record of a data set that it is."""
        return listed(claim, self._keys(claim))

    def sought(self, claim: Commitment) -> Iterable[Hashable]:
        """The same blocks, with the neighbouring bands and weeks."""
        return looked_for(claim, self._sought(claim), self.series)

    def needed(self, claim: Commitment) -> int:
        """One shared block is enough."""
        del claim
        return 1

    def _keys(self, claim: Commitment) -> Iterator[Hashable]:
        """Per donor, and for claims without one: what is exact at any time, the rest by weeks."""
        times = _weeks(claim)
        yield from address_blocks(claim, self.addresses, times)
        for donor in (*sorted(actor_ids(claim.donors)), _ANY):
            for amount in self._sums(claim):
                for currency in (amount.currency, _ANY):
                    yield donor, currency, figure(amount)
                    yield from product([donor], [currency], bands(amount), times)
                    yield from product([donor], [currency], bands(amount), followed(claim))
            yield from product([donor], sorted(item_names(claim.items), key=sorted))
            yield from product([donor], sorted(counts(claim.items)))
            yield from product([donor], _told_words(claim), times)
            yield from product([donor], [_ANNOUNCED], _announced(claim))

    def _sought(self, claim: Commitment) -> Iterator[Hashable]:
        times = _weeks_around(claim)
        yield from address_blocks(claim, self.addresses, times)
        for donor in sorted(actor_ids(claim.donors)) or [_ANY]:
            for amount in self._sums(claim):
                near = range(bands(amount).start - 1, bands(amount).stop + 1)
                for currency in [_ANY] if amount.currency is None else [amount.currency, None]:
                    yield donor, currency, figure(amount)
                    yield from product([donor], [currency], near, times)
                    yield from product([donor], [currency], near, following(claim))
            yield from product([donor], sorted(item_names(claim.items), key=sorted))
            yield from product([donor], sorted(counts(claim.items)))
            yield from product([donor], _told_words(claim), times)
            yield from product([donor], [_ANNOUNCED], _announced(claim))

    def _sums(self, claim: Commitment) -> list[Amount]:
        """The printed sum, what it comes to in other currencies, and over its time."""
        if claim.amount is None:
            return []
        known = (*self.conversions.told(claim), *self.conversions.rounded(claim))
        every = (claim.amount, *known, whole(claim))
        return [a for a in every if a is not None and figure(a) is not None]

    def signature(self, claim: Commitment) -> Hashable:
        """Values, days and addresses; a row of a data set stands for itself."""
        if claim.source.record is not None:
            return claim.id
        return (
            *(getattr(claim, name) for name in _COMPARED),
            claim.source.published,
            actor_ids(claim.donors),
            actor_ids(claim.recipients),
            "announced-in-period" in claim.problems,
            PART_ONLY in claim.problems,
            self.addresses.get(claim.source.id),
        )

    def unresolved(self, claim: Commitment) -> bool:
        """Say whether no donor is identified."""
        return not actor_ids(claim.donors)

    def match(self, earlier: Commitment, later: Commitment) -> Match | None:
        """Compare two commitments; reasons name what agrees and what does not."""
        if same_series(earlier, later):
            return record_match(earlier, later)
        if not _parties_agree(earlier, later) or _kept_apart(earlier, later):
            return None
        thing = self._same_thing(earlier, later)
        if thing is None or not near_in_time(earlier, later, thing):
            return None
        return _judged(earlier, later, thing, self._alike(earlier, later))

    def _share_address(self, one: Commitment, other: Commitment) -> bool:
        at = self.addresses.get(one.source.id)
        return at is not None and not at.isdisjoint(self.addresses.get(other.source.id, ()))

    def _alike(self, one: Commitment, other: Commitment) -> float:
        """How alike the rest is, where a sum fits two promises: purpose, type, address, stage."""
        words = 0.0
        if one.purpose is not None and other.purpose is not None:
            words = likeness(one.purpose, other.purpose)
        same = (one.aid_type == other.aid_type, self._share_address(one, other))
        return words + 0.5 * sum(same) + (0.25 if one.stage == other.stage else 0.0)

    def _same_thing(self, one: Commitment, other: Commitment) -> SameSum | None:
        """The sum where both have one, else the things, else the purpose in words."""
        if one.amount is not None and other.amount is not None:
            return (
                self._same_money(one, other)
                or disputed_sum(one, other)
                or (changed_sum(one, other) if self._share_address(one, other) else None)
            )
        if _same_force(one, other):
            return SameSum(level=Level.NEAR, reason="personnel in both, told in other words")
        if one.items and other.items:
            return _same_things(one, other)
        if one.amount is not None or other.amount is not None:
            return None
        return _same_purpose(one, other)

    def _same_money(self, one: Commitment, other: Commitment) -> SameSum | None:
        money = self._same_sum(one, other)
        if money is None or not (one.items and other.items):
            return money
        things = same_items(one.items, other.items)
        if things is None:
            return None
        if things.level is Level.AGREES:
            return money
        level = max(money.level, things.level)
        return SameSum(level=level, reason=f"{money.reason}; {things.reason}")

    def _same_sum(self, one: Commitment, other: Commitment) -> SameSum | None:
        assert one.amount is not None
        assert other.amount is not None
        same = same_amount(one.amount, other.amount) or self.conversions.same(one, other)
        return same_whole(one, other) if same is None else same


def _weeks(claim: Commitment) -> tuple[Hashable, ...]:
    return weeks(told_day(claim), claim.source.published)


def _weeks_around(claim: Commitment) -> tuple[Hashable, ...]:
    return weeks_around(told_day(claim), claim.source.published)


def _announced(claim: Commitment) -> list[date]:
    day = announced_day(claim)
    return [] if day is None else [day]


def _told_words(claim: Commitment) -> list[str]:
    """Words of what is given; those of the purpose too where no sum is named."""
    words = item_words(claim.items)
    if claim.amount is None and claim.purpose is not None:
        words |= content_words(claim.purpose)
    if claim.amount is None and claim.instrument == "personnel":
        words |= {"personnel"}
    return sorted(words)


def _parties_agree(one: Commitment, other: Commitment) -> bool:
    return _agree(one.donors, other.donors) and _agree(one.recipients, other.recipients)


def _agree(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    return one == other or agree_or_open(actor_ids(one), actor_ids(other))


def _kept_apart(one: Commitment, other: Commitment) -> bool:
    """Whatever the figures: a level is no sum, and one text tells one thing once."""
    return (
        one.is_total != other.is_total
        or _aid_types_clash(one, other)
        or is_tranche(one, other)
        or two_programmes(one, other)
        or (one.source.id == other.source.id and not _told_twice(one, other))
    )


def _aid_types_clash(one: Commitment, other: Commitment) -> bool:
    types = {one.aid_type, other.aid_type}
    return len(types) > 1 and not types & _BROAD


def _told_twice(one: Commitment, other: Commitment) -> bool:
    """Two claims of one text that nothing tells apart: one thing, read twice.

    A text that calls one of two equal sums additional tells of two.
    """
    amounts = one.amount is not None and one.amount == other.amount
    return (
        amounts
        and (one.newness == "additional") == (other.newness == "additional")
        and one.aid_type == other.aid_type
        and one.within == other.within
        and instruments_agree(one, other)
        and (not one.items or not other.items or same_items(one.items, other.items) is not None)
        and purposes_agree(one, other)
    )


def _same_force(one: Commitment, other: Commitment) -> bool:
    """A force is told in many words ("soldiers", "boots on the ground"), seldom with a number."""
    if {one.instrument, other.instrument} != {"personnel"}:
        return False
    if one.amount is not None or other.amount is not None:
        return False
    kinds = [{i.category for i in claim.items} - {None} for claim in (one, other)]
    return not counted(one.items, other.items) and (
        not kinds[0] or not kinds[1] or bool(kinds[0] & kinds[1])
    )


def _same_things(one: Commitment, other: Commitment) -> SameSum | None:
    things = same_items(one.items, other.items)
    if things is None or things.level is Level.CONTRADICTS:
        return None
    if (one.amount is None) == (other.amount is None):
        return things
    # A sum in one source alone: only a counted thing shows that it is the same promise.
    if not counted(one.items, other.items):
        return None
    return SameSum(level=Level.NEAR, reason=things.reason)


def _same_purpose(one: Commitment, other: Commitment) -> SameSum | None:
    if one.purpose is None or other.purpose is None or not instruments_agree(one, other):
        return None
    if likeness(one.purpose, other.purpose) < PURPOSE:
        return None
    return SameSum(level=Level.NEAR, reason="same purpose in words")


def _judged(earlier: Commitment, later: Commitment, thing: SameSum, alike: float) -> Match:
    differs = [*_instrument_clash(earlier, later), *_denial(earlier, later)]
    if thing.level is Level.CONTRADICTS:
        differs.append(thing.reason)
    if differs:
        differs.append(named(earlier, later))
    level = Level.CONTRADICTS if differs else thing.level
    relation, clause = _relation(earlier, later, differs)
    told = () if thing.level is Level.CONTRADICTS else (thing.reason,)
    same = (*clause, *_agreeing(earlier, later), *told, apart(earlier, later))
    return Match(
        level=level,
        same=same,
        differs=tuple(differs),
        relation=relation,
        alike=alike,
    )


def _instrument_clash(earlier: Commitment, later: Commitment) -> list[str]:
    if instruments_agree(earlier, later):
        return []
    here, there = (c.instrument.replace("_", " ") for c in (later, earlier))
    return [f"called {here} here and {there} there"]


def _denial(earlier: Commitment, later: Commitment) -> list[str]:
    if (earlier.firmness == "denied") == (later.firmness == "denied"):
        return []
    return ["denied here" if later.firmness == "denied" else "denied there"]


def _agreeing(one: Commitment, other: Commitment) -> list[str]:
    donors = actor_ids(one.donors) & actor_ids(other.donors)
    recipients = actor_ids(one.recipients) & actor_ids(other.recipients)
    return [
        "same donor" if donors else "donor not named in one",
        *(["same recipient"] if recipients else []),
    ]


def _relation(
    earlier: Commitment, later: Commitment, differs: list[str]
) -> tuple[RelationKind, tuple[str, ...]]:
    step = moved(earlier.stage, later.stage)
    if step is not None and step[0] == "withdraws":
        return "withdraws", (step[1],)
    if differs:
        return "contradicts", ()
    if step is not None and step[0] == "fulfils" and PART_ONLY in later.problems:
        return "updates", (f"{step[1]}, but only a part of it",)
    if step is not None:
        return step[0], (step[1],)
    if later.newness == "restated" and days_apart(earlier, later) != 0:
        return "restates", ("told again as older",)
    return "same", ()
