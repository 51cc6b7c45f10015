"""What one entry is worth to a total: counted at one stage with one sum, or left out by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from pledgebook.ledger.releases import Releases
from pledgebook.ledger.rules import CountingRules
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.model.problems import CLAIM_PROBLEMS
from pledgebook.model.values import Amount, Period
from pledgebook.model.vocabulary import Stage

_ONE_DAY = timedelta(days=1)

Measured = Literal["any", "pledge", "commitment", "allocation", "disbursement", "delivery"]

#: Stage that each measure asks for.
STAGE_OF: dict[Measured, Stage] = {
    "pledge": "pledged",
    "commitment": "committed",
    "allocation": "allocated",
    "disbursement": "disbursed",
    "delivery": "delivered",
}

#: Stages of a promise on its way, in order.
WAY: tuple[Stage, ...] = ("pledged", "committed", "allocated", "disbursed", "delivered")


#: Rule by which an entry is left out that no source puts a sum on.
NO_AMOUNT = "no-amount"


class LeftOut(NamedTuple):
    """An entry that a total does not count: the name of the rule, and the reason in words."""

    entry: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An entry that a total may count.

    Attributes:
        entry: the entry.
        claim: the claim whose sum is counted.
        named: the claim whose parties and kinds stand for the entry, as ``named_by`` makes it.
        stage: the stage it is counted at.
        low, high: the sum in ``currency``; high None where open, low 0 for "up to".
        currency: ISO 4217 code.
        day: announcement date, or the first publication; None where neither is known.
        notes: what a reader of the total should know about it.
    """

    entry: Entry
    claim: Commitment
    stage: Stage
    low: Decimal
    high: Decimal | None
    currency: str
    day: date | None
    named: Commitment
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """The claim of an entry whose sum is to count, the stage that it counts at, and the lead."""

    claim: Commitment
    stage: Stage
    lead: Commitment


def judged(
    entry: Entry, measure: Measured, rules: CountingRules, releases: Releases | None = None
) -> Counted | LeftOut:
    """Judge one entry by itself; parts and wholes are weighed against each other afterwards.

    Of a data set that comes in ``releases`` only the newest release counts.
    """
    found = telling(entry, measure, rules, releases)
    if isinstance(found, LeftOut):
        return found
    return valued(entry, found.claim, found.stage, named_by(found.lead, found.claim))


def telling(
    entry: Entry, measure: Measured, rules: CountingRules, releases: Releases | None = None
) -> Telling | LeftOut:
    """Say which claim of an entry counts, at which stage, or by which rule none does.

    What it looks at is what ``kept.patterns`` keeps of an entry, and nothing else: a look at
    another field needs a place there.
    """
    if not isinstance(entry.lead, Commitment):
        reason = f"a {entry.kind.replace('_', ' ')} promises no money"
        return LeftOut(entry=entry.id, rule="not-a-commitment", reason=reason)
    claims = standing(entry, releases)
    if releases is not None and not claims:
        reason = f"release {releases.newest_of(entry.claims)} of its data set no longer has it"
        return LeftOut(entry=entry.id, rule="gone-from-release", reason=reason)
    lead = leading(entry, claims)
    fault = _not_promised(lead, claims) or _not_counted(lead, claims, rules)
    if fault is not None:
        return LeftOut(entry=entry.id, rule=fault[0], reason=fault[1])
    stage = _stage(claims, measure, rules)
    if not isinstance(stage, str):
        return LeftOut(entry=entry.id, rule=stage[0], reason=stage[1])
    told = _telling(lead, claims, stage)
    for code in rules.problems_left_out:
        if code in told.problems:
            return LeftOut(entry=entry.id, rule=code, reason=CLAIM_PROBLEMS[code])
    return Telling(told, stage, lead)


def standing(entry: Entry, releases: Releases | None) -> list[Commitment]:
    """Give the commitments of an entry that no newer release restates or drops."""
    claims = entry.claims if releases is None else releases.standing(entry.claims)
    return [claim for claim in claims if isinstance(claim, Commitment)]


def leading(entry: Entry, claims: Sequence[Commitment]) -> Commitment:
    """Give the one of an entry's standing claims that leads it, at least one."""
    lead = entry.lead
    return lead if isinstance(lead, Commitment) and lead in claims else claims[-1]


def named_by(lead: Commitment, claim: Commitment) -> Commitment:
    """Give the claim by whose parties and kinds an entry is put in a row: the lead's.

    So a list and a total have it under the same names. What the lead does not say is that of the
    claim that counts.
    """
    if claim is lead:
        return lead
    return replace(
        lead,
        donors=lead.donors or claim.donors,
        recipients=lead.recipients or claim.recipients,
        aid_type=claim.aid_type if lead.aid_type == "other" else lead.aid_type,
        instrument=claim.instrument if lead.instrument == "unspecified" else lead.instrument,
    )


_Fault = tuple[str, str]


def _not_promised(lead: Commitment, claims: list[Commitment]) -> _Fault | None:
    if lead.firmness == "denied":
        return "denied", "every source that tells it denies it"
    if _withdrawn(claims) or (lead.replaces is not None and lead.stage == "withdrawn"):
        return "withdrawn", "the last source to tell it, or a decision, says that it was withdrawn"
    if all(claim.stage == "called_for" for claim in claims):
        return "called-for", "asked of the donor, not promised"
    if lead.is_total:
        return "running-total", "a level or running total, which holds older sums"
    return None


def _withdrawn(claims: list[Commitment]) -> bool:
    days = [(claim.source.published or date.min, claim.stage) for claim in claims]
    last = max(day for day, _ in days)
    return any(stage == "withdrawn" for day, stage in days if day == last)


def _not_counted(lead: Commitment, claims: list[Commitment], rules: CountingRules) -> _Fault | None:
    if lead.firmness not in rules.firmness:
        return _FIRMNESS.get(lead.firmness, "not-firm"), f"its promise is {lead.firmness}"
    if lead.conditions and not rules.with_conditions:
        return "conditional", f"it hangs on a condition: {lead.conditions[0].text}"
    if lead.instrument in rules.instruments_left_out:
        return "instrument", f"{lead.instrument.replace('_', ' ')} does not count"
    if not rules.restated_only and all(claim.newness == "restated" for claim in claims):
        return "restated", "every source tells it as older money"
    return None


_FIRMNESS = {"conditional": "conditional", "considered": "not-firm", "intended": "not-firm"}


def _stage(claims: Iterable[Commitment], measure: Measured, rules: CountingRules) -> Stage | _Fault:
    found = [claim.stage for claim in claims if claim.stage in WAY]
    counted = [stage for stage in found if stage in rules.stages]
    if not counted:
        return "stage-not-counted", f"{found[-1] if found else 'its stage'} is shown, not totalled"
    if measure == "any":
        return max(counted, key=WAY.index)
    wanted = STAGE_OF[measure]
    if wanted in counted:
        return wanted
    if wanted in rules.stages and rules.later_stages_imply_earlier and _passed(counted, wanted):
        return wanted
    return "other-stage", f"no source says that it was {wanted}"


def _passed(stages: list[Stage], wanted: Stage) -> bool:
    return any(WAY.index(stage) > WAY.index(wanted) for stage in stages)


def _telling(lead: Commitment, claims: list[Commitment], stage: Stage) -> Commitment:
    """The claim whose sum counts: the lead, unless only another tells the sum at this stage.

    A lead whose values a person decided counts at any stage.
    """
    decided = lead.replaces is not None
    if lead.amount is not None and (decided or lead.stage == stage):
        return lead
    told = [c for c in claims if c.stage == stage and _figure(c.amount) and c.firmness != "denied"]
    if told:
        return told[-1]
    return lead if lead.amount is not None else _any_with_sum(lead, claims)


def _any_with_sum(lead: Commitment, claims: list[Commitment]) -> Commitment:
    told = [c for c in claims if _figure(c.amount) and c.firmness != "denied"]
    return told[-1] if told else lead


def _figure(amount: Amount | None) -> bool:
    return amount is not None and not (amount.low is None and amount.high is None)


def valued(
    entry: Entry, claim: Commitment, stage: Stage, named: Commitment | None = None
) -> Counted | LeftOut:
    """Give what a claim's sum is worth at a stage, over the time that it is told for.

    ``named`` is the claim whose parties and kinds stand for the entry, by default the same.
    """
    amount = claim.amount
    if amount is None or not _figure(amount):
        reason = "no source puts a sum of money on it"
        return LeftOut(entry=entry.id, rule=NO_AMOUNT, reason=reason)
    if amount.currency is None:
        reason = "no source prints the currency of its sum"
        return LeftOut(entry=entry.id, rule="no-currency", reason=reason)
    factor, notes = _times(amount, claim.period)
    return Counted(
        entry=entry,
        claim=claim,
        stage=stage,
        low=Decimal(0) if amount.low is None else amount.low * factor,
        high=None if amount.high is None else amount.high * factor,
        currency=amount.currency,
        day=day_of(entry, claim),
        named=claim if named is None else named,
        notes=(*notes, *_contradictions(entry)),
    )


def _times(amount: Amount, period: Period | None) -> tuple[Decimal, tuple[str, ...]]:
    """How often a sum per year (month …) counts: over its period where both ends are known."""
    if amount.per == "total":
        return Decimal(1), ()
    if period is None or period.start is None or period.end is None:
        return Decimal(1), (f"open-ended: one {amount.per} of a sum per {amount.per} counts",)
    times = _length(amount.per, period.start, period.end)
    return times, (f"per {amount.per}, times {times.normalize():f}",)


def _length(per: str, start: date, end: date) -> Decimal:
    """Number of years, months, weeks or days between two dates; years and months by calendar."""
    days = Decimal((end - start).days)
    if per in ("week", "day"):
        return days / 7 if per == "week" else days
    whole = Decimal((end.year - start.year) * 12 + end.month - start.month)
    months = whole + Decimal(end.day - start.day) / 30
    return (months / 12 if per == "year" else months).quantize(Decimal("0.01"))


def day_of(entry: Entry, claim: Commitment) -> date | None:
    """Give the day of the announcement, else of the first publication; None for neither.

    Of a stretch of time within which it was announced, the last day that is known of it.
    """
    if claim.announced_on is not None:
        return claim.announced_on
    if claim.period is not None and "announced-in-period" in claim.problems:
        return claim.period.start if claim.period.end is None else claim.period.end - _ONE_DAY
    days = [c.source.published for c in entry.claims if c.source.published is not None]
    return min(days, default=None)


def _contradictions(entry: Entry) -> tuple[str, ...]:
    """One note, whatever the number of voices: the first clause of the first contradiction."""
    reasons = [r.reason.partition(";")[0] for r in entry.relations if r.relation == "contradicts"]
    return (f"sources contradict each other: {reasons[0]}",) if reasons else ()
