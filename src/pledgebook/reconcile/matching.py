"""What it means that two claims speak of the same thing, told per kind of claim."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import IntEnum
from typing import Any, Protocol

from pledgebook.model.claims import Claim
from pledgebook.model.vocabulary import RelationKind

#: Days between two publications within which news of one announcement runs. Calibrated on the
#: founding case: a sum announced at a summit is still told as news six weeks later, and the
#: next meeting of donors is seldom sooner.
WINDOW = 45

#: Days within which an older promise may be told again, or followed to a later stage.
LONG_WINDOW = 730


class Level(IntEnum):
    """How well two claims agree; clusters are joined at the best level first."""

    AGREES = 0
    NEAR = 1
    CONTRADICTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two claims speak of the same thing.

    Attributes:
        level: how well they agree.
        same: what agrees, as clauses ("same donor and amount").
        differs: what contradicts, as clauses ("called loan here and export credit there").
        relation: what the later claim is to the earlier one.
        alike: how alike the rest is, where a claim fits two things; more is likelier.
    """

    level: Level
    same: tuple[str, ...]
    differs: tuple[str, ...] = ()
    relation: RelationKind = "same"
    alike: float = 0.0

    @property
    def reason(self) -> str:
        """One plain clause."""
        return "; ".join((*self.differs, *self.same))


class Matcher(Protocol):
    """Says for one kind which claims to compare, and whether two are the same thing.

    Attributes:
        reach: days between two publications beyond which nothing matches; None for any.
    """

    reach: int | None

    def keys(self, claim: Any) -> Iterable[Hashable]:
        """Blocks under which a claim is listed."""

    def sought(self, claim: Any) -> Iterable[Hashable]:
        """Blocks in which a claim looks for others."""

    def needed(self, claim: Any) -> int:
        """How many of the blocks that it looks in a match must share with it, at the least."""

    def signature(self, claim: Any) -> Hashable:
        """All that matching looks at, but for the text it stands in; alike for like claims."""

    def unresolved(self, claim: Any) -> bool:
        """Say whether the one who acts is not named; such a claim joins only a single fit."""

    def match(self, earlier: Any, later: Any) -> Match | None:
        """Compare two claims of the kind; None where they are two things."""


_ENVELOPE = frozenset(field.name for field in fields(Claim))


def own_values(claim: Claim) -> Hashable:
    """All values of a claim and the day of its source: a signature of any kind, if a narrow one."""
    named = (field.name for field in fields(claim) if field.name not in _ENVELOPE)
    return claim.source.published, *(getattr(claim, name) for name in named)


def day(claim: Claim) -> date | None:
    """Publication day of a claim's source."""
    return claim.source.published


def days_apart(one: Claim, other: Claim) -> int | None:
    """Days between two publications; None where one is not known."""
    a, b = day(one), day(other)
    return None if a is None or b is None else abs((a - b).days)


def within_days(one: Claim, other: Claim, limit: int) -> bool:
    """Say whether two publications lie within ``limit`` days; an unknown day is no obstacle."""
    days = days_apart(one, other)
    return days is None or days <= limit


def apart(one: Claim, other: Claim) -> str:
    """Write how far two publications lie apart."""
    days = days_apart(one, other)
    if days is None:
        return "publication day not known"
    return {0: "same day", 1: "one day apart"}.get(days, f"{days} days apart")


def named(earlier: Claim, later: Claim) -> str:
    """Say who "here" and "there" are in the reason of a later claim."""
    here, there = (c.source.publisher or c.source.ref or "a source" for c in (later, earlier))
    if here == there:
        here, there = (
            f"{who} of {day(c) or 'no day'}" for who, c in ((here, later), (there, earlier))
        )
    return f"here: {here}, there: {there}"


def agree_or_open(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of ids are equal, or one says nothing."""
    return not one or not other or one == other
