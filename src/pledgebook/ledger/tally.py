"""What each entry of a view is worth to a total: counted, or left out by a named rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pledgebook.ledger.conversion import Conversion, converted
from pledgebook.ledger.counting import Counted, LeftOut, judged
from pledgebook.ledger.estimates import InKind, counted_estimates, estimated
from pledgebook.ledger.parts import without_doubles
from pledgebook.ledger.releases import Releases
from pledgebook.ledger.rules import CountingRules, counting_rules
from pledgebook.ledger.totals_query import (
    ORIGINAL,
    BookView,
    HoldsFacts,
    HoldsReleases,
    TotalsQuery,
    check,
)
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import ReleaseTerms
from pledgebook.model.entries import Entry
from pledgebook.model.values import Actor

if TYPE_CHECKING:
    from pledgebook.ledger.kept.facts import Facts
    from pledgebook.ledger.kept.tallying import KeptTally

#: Values of the dimensions asked for, None where no source names one.
Keys = tuple[str | None, ...]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Every entry of a view, judged once.

    Attributes:
        entries: all entries by id.
        counted: what counts, by entry.
        left_out: what does not, and why, by rule and entry; an entry is in one of the two.
        single: what would count, by entry, if no entry were a part of another.
        estimates: what gifts in kind without a sum may be worth, by entry; beside the sums.
        releases: the newest releases of data sets.
        conversion: how sums were converted; None where they stay as printed.
        rules: the rules applied, with the folds of releases in them.
    """

    entries: Mapping[str, Entry]
    counted: Mapping[str, Counted]
    left_out: tuple[LeftOut, ...]
    single: Mapping[str, Counted]
    estimates: Mapping[str, InKind]
    releases: Releases
    conversion: Conversion | None
    rules: CountingRules


def tally(view: BookView, query: TotalsQuery) -> Tally:
    """Judge the entries of a view; raises LedgerError for a question that cannot be asked."""
    rules = counting_rules(_rules_name(view, query))
    check(query)
    entries = {entry.id: entry for entry in view.entries()}
    releases = Releases.among(entries.values(), _terms(view, rules))
    conversion = None
    counted, left_out = _judged(entries.values(), query, rules, releases)
    estimates = estimated(left_out, entries, query.prices, rules)
    if query.currency != ORIGINAL:
        conversion = _conversion(query, rules, releases)
        estimates = {k: e for k, one in estimates.items() if (e := one.converted(conversion))}
        counted, without_rate = converted(counted, conversion)
        left_out += without_rate
    if rules.estimates == "counted":
        counted, left_out = counted_estimates(counted, left_out, estimates)
        estimates = {}
    found = Tally(
        entries=entries,
        counted={},
        left_out=tuple(left_out),
        single=counted,
        estimates=estimates,
        releases=releases,
        conversion=conversion,
        rules=replace(rules, fold_donors={**releases.folds, **rules.fold_donors}),
    )
    return taken_apart(found, by_donor="donor" in query.by)


def taken_apart(found: Tally, *, by_donor: bool) -> Tally:
    """Give a tally with its sums taken apart by donor or not; nothing is judged again.

    By donor, a sum of several donors gives way to its parts that name them.
    """
    wholes = {entry.id: entry.part_of for entry in found.entries.values()}
    counted, doubled = without_doubles(found.single, wholes, by_donor=by_donor)
    left_out = [out for out in found.left_out if out.entry not in found.single]
    return replace(
        found,
        counted=counted,
        left_out=tuple(sorted((*left_out, *doubled), key=lambda out: (out.rule, out.entry))),
    )


def tally_of_facts(
    view: BookView, query: TotalsQuery, *, every_sum: bool = False
) -> KeptTally | None:
    """Judge what a view keeps as columns; None where it keeps none that answer the question.

    With ``every_sum`` the sums of all claims are converted, not only those that count. Estimates
    that count are told from records. Raises LedgerError for a question that cannot be asked.
    """
    rules = counting_rules(_rules_name(view, query))
    check(query)
    counted = query.prices is not None and rules.estimates == "counted"
    facts = None if counted else _facts(view)
    if facts is None:
        return None
    from pledgebook.ledger.kept.judging import Ask  # noqa: PLC0415 - numpy
    from pledgebook.ledger.kept.tallying import kept_tally  # noqa: PLC0415

    releases = Releases(facts.newest, _terms(view, rules) if facts.newest else ())
    how = None if query.currency == ORIGINAL else _conversion(query, rules, releases)
    ask = Ask(query.measure, rules, releases)
    return kept_tally(facts, query, ask, how, every_sum=every_sum)


def _facts(view: BookView) -> Facts | None:
    """Columns that a view holds itself.

    A view that only passes on what it does not know shows other records than those in the columns.
    """
    return view.facts() if isinstance(view, HoldsFacts) and hasattr(type(view), "facts") else None


def keys_of(
    claim: Commitment, stage: str, day: date | None, by: Iterable[str], folds: Mapping[str, str]
) -> Keys:
    """Give the values of the dimensions ``by`` for a claim counted at a stage and day."""
    values = {
        "donor": _joint(claim.donors, folds),
        "recipient": _joint(claim.recipients, {}),
        "aid_type": claim.aid_type,
        "instrument": claim.instrument,
        "stage": stage,
        "month": None if day is None else f"{day:%Y-%m}",
    }
    return tuple(values[name] for name in by)


def _joint(actors: Iterable[Actor], folds: Mapping[str, str]) -> str | None:
    """Several donors of one sum are one key, ``GBR+NOR``: never split, never counted twice."""
    names = {actor.name if actor.id is None else folds.get(actor.id, actor.id) for actor in actors}
    return "+".join(sorted(names)) or None


def _terms(view: BookView, rules: CountingRules) -> tuple[ReleaseTerms, ...]:
    """The terms of releases that the book holds, where the rules apply them."""
    if not rules.own_release or not isinstance(view, HoldsReleases):
        return ()
    return view.releases()


def _conversion(query: TotalsQuery, rules: CountingRules, releases: Releases) -> Conversion:
    """Rates that were asked for go before a release's own, those before the usual ones."""
    own = releases if rules.own_release and query.rates is None else None
    rates = query.usual_rates if query.rates is None else query.rates
    return Conversion(target=query.currency, rates=rates, releases=own)


def _rules_name(view: BookView, query: TotalsQuery) -> str:
    if query.rules is not None:
        return query.rules
    definition = view.definition()
    return "default" if definition is None else definition.rules


def _judged(
    entries: Iterable[Entry], query: TotalsQuery, rules: CountingRules, releases: Releases
) -> tuple[dict[str, Counted], list[LeftOut]]:
    counted: dict[str, Counted] = {}
    left_out: list[LeftOut] = []
    for entry in entries:
        found = judged(entry, query.measure, rules, releases)
        if isinstance(found, Counted):
            counted[entry.id] = found
        else:
            left_out.append(found)
    return counted, left_out
