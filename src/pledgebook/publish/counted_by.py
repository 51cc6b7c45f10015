"""Which counting rules count an entry, with which sum, and which leave it out, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgebook.ledger.totals_query import ORIGINAL
from pledgebook.model.claims import Commitment
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.counting_choice import all_rules
from pledgebook.publish.shown_sum import CURRENCY, Interval, interval
from pledgebook.publish.step_words import step_title
from pledgebook.publish.tallies import Counting, Tallies, own_rules

_ENTRY = re.compile(r"entry:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleVerdict:
    """What one set of counting rules makes of an entry.

    Attributes:
        stage, printed, sum: the stage that counts, the sum as printed and in euros; None where
            it is left out (``sum`` also where only a rate is missing).
        notes: what to know of the sum: the rate taken, one year of an open-ended sum.
        left_out: name of the rule that leaves it out, in words; ``because`` why.
    """

    rules: str
    title: str
    description: str
    own: bool
    counts: bool
    stage: str | None
    printed: Interval | None
    sum: Interval | None
    notes: tuple[str, ...]
    left_out: str | None
    because: str | None


def verdicts(book: Book, entry: Entry) -> tuple[RuleVerdict, ...]:
    """Ask every set of rules that comes with the program; empty for what is no commitment."""
    if not isinstance(entry.lead, Commitment):
        return ()
    return tuple(_verdict(book, entry, rules.name) for rules in all_rules())


def _verdict(book: Book, entry: Entry, name: str) -> RuleVerdict:
    tallies = book.index(Tallies)
    euro = tallies.of(Counting(name, currency=CURRENCY))
    rules, counted = euro.found.rules, euro.found.counted.get(entry.id)
    out = euro.left_out.get(entry.id)
    if out is not None and out.rule == "no-rate":
        # It counts with its own currency; only the sum in euros is missing.
        counted = tallies.of(Counting(name, currency=ORIGINAL)).found.counted.get(entry.id)
    return RuleVerdict(
        rules=name,
        title=rules.title,
        description=rules.description,
        own=name == own_rules(book),
        counts=counted is not None,
        stage=None if counted is None else words.plain(counted.stage),
        printed=None if counted is None else _printed(counted.claim),
        sum=None
        if counted is None or counted.currency != CURRENCY
        else interval(counted.low, counted.high, CURRENCY),
        notes=() if counted is None else counted.notes,
        left_out=None if out is None else step_title(out.rule),
        because=None if out is None else _ENTRY.sub("another entry", out.reason),
    )


def _printed(claim: Commitment) -> Interval | None:
    if claim.amount is None:
        return None
    return Interval(text=words.amount_words(claim.amount), exact=words.amount_exact(claim.amount))
