"""What the counting rules look at of an entry, without its sums, parties and days.

A book of 200,000 claims has some hundreds of such patterns. A stand-in made of a pattern is judged
by the rules themselves (``counting.telling``), once for all entries of the pattern, so that no
second copy of the rules exists.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pledgebook.ledger.releases import record_of
from pledgebook.ledger.rules import counting_rules, rule_names
from pledgebook.model.claims import Claim, Commitment, Source, Statement
from pledgebook.model.datasets import DatasetRecord
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
    """What is looked at of one commitment; of one that cannot lead, some values never are.

    Attributes:
        day: of a record of a data set, the day of its publication by number, 0 for none. Where a
            claim of the entry is withdrawn, that of all; without records only whether it is the
            last of the entry (2) or not (1).
        release: series and name of the release that it is a record of.
        problems: those that any counting rules leave out.
        total: a level or running total.
        decided: a person gave it a value.
    """

    stage: Stage
    firmness: Firmness
    restated: bool
    figure: int
    day: int
    release: tuple[str, str] | None
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
    may_lead = leaders(claims, lead)
    told = (_claim_pattern(*one) for one in zip(claims, _days(claims), strict=True))
    each = zip(claims, told, may_lead, strict=True)
    return Pattern(
        entry.kind, lead, tuple(_leading(c, one) if leads else one for c, one, leads in each)
    )


def leaders(claims: Sequence[Commitment], lead: int) -> list[bool]:
    """Say which claims may lead: another than the lead where that is a record, and is dropped."""
    records = any(record_of(claim) is not None for claim in claims)
    return [records or place == lead for place in range(len(claims))]


def _days(claims: Sequence[Commitment]) -> list[int]:
    withdrawn = any(claim.stage == "withdrawn" for claim in claims)
    days = [claim.source.published for claim in claims]
    records = [record_of(claim) is not None for claim in claims]
    if any(records):
        every = zip(days, records, strict=True)
        return [day.toordinal() if day and (withdrawn or own) else 0 for day, own in every]
    last = max((day or date.min for day in days), default=date.min)
    return [1 + ((day or date.min) == last) if withdrawn else 0 for day in days]


def _claim_pattern(claim: Commitment, day: int) -> ClaimPattern:
    _, problems = looked_at()
    record = record_of(claim)
    return ClaimPattern(
        stage=claim.stage,
        firmness="denied" if claim.firmness == "denied" else "firm",
        restated=claim.newness == "restated",
        figure=_figure(claim.amount),
        day=day,
        release=None if record is None else (record.series, record.release),
        problems=tuple(code for code in claim.problems if code in problems),
        decided=claim.replaces is not None,
    )


def _leading(claim: Commitment, told: ClaimPattern) -> ClaimPattern:
    """Add what is looked at of a claim that leads."""
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
        source=Source(
            id=str(place),  # no two alike
            published=date.fromordinal(told.day) if told.day else None,
            record=None if told.release is None else str(_record(*told.release)),
        ),
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


def _record(series: str, release: str) -> DatasetRecord:
    return DatasetRecord(series=series, release=release, id="any")
