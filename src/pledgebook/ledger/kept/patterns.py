"""What the counting rules look at of an entry, without its sums, parties and days.

A book of 200,000 claims has some hundreds of such patterns. A stand-in made of a pattern is judged
by the rules themselves (``counting.telling``), once for all entries of the pattern, so that no
second copy of the rules exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pledgebook.ledger.rules import counting_rules, rule_names
from pledgebook.model.claims import Claim, Commitment, Source, Statement
from pledgebook.model.entries import Entry
from pledgebook.model.spans import Span
from pledgebook.model.values import Amount, Condition
from pledgebook.model.vocabulary import Firmness, Instrument, Kind, Stage

__all__ = ["CONDITION", "ClaimPattern", "Pattern", "looked_at", "pattern_of", "stand_in"]

#: Stands for the words of an entry's own condition in a reason.
CONDITION = "\x00condition\x00"

#: Whether a claim has a sum: none, one without a figure ("hundreds of"), or a figure.
NO_SUM, NO_FIGURE, FIGURE = range(3)


class ClaimPattern(NamedTuple):
    """What is looked at of one commitment. Of all but the lead, some values are never looked at.

    Attributes:
        last: published on the last day of its entry; told apart only where one is withdrawn.
        problems: those that any counting rules leave out.
        total: a level or running total.
        decided: a person gave it a value.
    """

    stage: Stage
    firmness: Firmness
    restated: bool
    figure: int
    last: bool
    problems: tuple[str, ...]
    decided: bool
    conditional: bool = False
    instrument: Instrument = "unspecified"
    total: bool = False


class Pattern(NamedTuple):
    """What is looked at of an entry: its kind, the place of its lead, its commitments in order."""

    kind: Kind
    lead: int
    claims: tuple[ClaimPattern, ...]


@cache
def looked_at() -> tuple[frozenset[str], frozenset[str]]:
    """Instruments and problems that any of the counting rules names."""
    every = [counting_rules(name) for name in rule_names()]
    return (
        frozenset(name for rules in every for name in rules.instruments_left_out),
        frozenset(code for rules in every for code in rules.problems_left_out),
    )


def pattern_of(entry: Entry) -> Pattern:
    """Give the pattern of an entry; raises ValueError for one whose lead is none of its claims."""
    if not isinstance(entry.lead, Commitment):
        return Pattern(entry.kind, 0, ())
    claims = [claim for claim in entry.claims if isinstance(claim, Commitment)]
    lead = claims.index(entry.lead)
    lasts = _lasts(claims)
    told = tuple(
        _claim_pattern(claim, last=last) for claim, last in zip(claims, lasts, strict=True)
    )
    leading = _leading(claims[lead], told[lead])
    return Pattern(entry.kind, lead, (*told[:lead], leading, *told[lead + 1 :]))


def _lasts(claims: Sequence[Commitment]) -> list[bool]:
    if all(claim.stage != "withdrawn" for claim in claims):
        return [False] * len(claims)
    days = [claim.source.published or date.min for claim in claims]
    return [day == max(days) for day in days]


def _claim_pattern(claim: Commitment, *, last: bool) -> ClaimPattern:
    _, problems = looked_at()
    return ClaimPattern(
        stage=claim.stage,
        firmness="denied" if claim.firmness == "denied" else "firm",
        restated=claim.newness == "restated",
        figure=_figure(claim.amount),
        last=last,
        problems=tuple(code for code in claim.problems if code in problems),
        decided=claim.replaces is not None,
    )


def _leading(claim: Commitment, told: ClaimPattern) -> ClaimPattern:
    """Add what is looked at of a lead alone."""
    instruments, _ = looked_at()
    return told._replace(
        firmness=claim.firmness,
        conditional=bool(claim.conditions),
        instrument=claim.instrument if claim.instrument in instruments else "unspecified",
        total=claim.is_total,
    )


def _figure(amount: Amount | None) -> int:
    if amount is None:
        return NO_SUM
    return NO_FIGURE if amount.low is None and amount.high is None else FIGURE


#: No pattern has words of its own.
_NOTHING = Span(0, 0)
_ONE = Decimal(1)
_SUMS = (
    None,
    Amount(low=None, high=None, currency=None),
    Amount(low=_ONE, high=_ONE, currency=None),
)
_CONDITIONS = (Condition(text=CONDITION, trigger="other"),)
_DAYS = (date.min, date.min + timedelta(days=1))


def stand_in(pattern: Pattern) -> Entry:
    """Make an entry that the counting rules judge as any of the pattern's."""
    claims: list[Claim] = [_claim(place, told) for place, told in enumerate(pattern.claims)]
    if not claims:
        source = Source(id="")
        claims = [Statement(source=source, evidence=(), sentence=_NOTHING, reader="", content="")]
    return Entry(
        id="",
        kind=pattern.kind,
        lead=claims[pattern.lead],
        claims=tuple(claims),
        relations=(),
    )


@lru_cache(maxsize=65_536)
def _claim(place: int, told: ClaimPattern) -> Commitment:
    return Commitment(
        source=Source(id=str(place), published=_DAYS[told.last]),  # no two alike
        evidence=(),
        sentence=_NOTHING,
        reader="",
        problems=told.problems,
        replaces="" if told.decided else None,
        stage=told.stage,
        firmness=told.firmness,
        newness="restated" if told.restated else "unclear",
        amount=_SUMS[told.figure],
        conditions=_CONDITIONS if told.conditional else (),
        instrument=told.instrument,
        is_total=told.total,
    )
