"""What a reader chooses of a total: counting rules, what is measured, and the currency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast, get_args

from pledgebook.ledger.counting import Measured
from pledgebook.ledger.rules import CountingRules, counting_rules, rule_names
from pledgebook.ledger.totals_query import ORIGINAL
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.commitment_index import CommitmentIndex
from pledgebook.publish.shown_sum import CURRENCY
from pledgebook.publish.tallies import Counting, own_rules

RULES, MEASURE, MONEY = "rules", "measure", "currency"

#: Parameters that say how a total is made, not of what.
PARAMETERS = (RULES, MEASURE, MONEY)

#: What each measure counts, in words.
MEASURES: dict[Measured, str] = {
    "any": "each promise once, at its furthest stage",
    "pledge": "what was pledged",
    "commitment": "what was committed",
    "allocation": "what was allocated",
    "disbursement": "what was disbursed",
    "delivery": "what was delivered",
}

#: Currencies that every book offers besides those its sources print.
_USUAL = ("EUR", "GBP", "USD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that a form offers."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """A field of a form that takes one value."""

    name: str
    label: str
    options: tuple[Option, ...]


class Currencies:
    """Currencies that a book's totals can be asked for in."""

    def __init__(self, book: Book) -> None:
        """Look through the sums of the commitments once."""
        amounts = (lead.amount for lead in book.index(CommitmentIndex).leads)
        printed = {a.currency for a in amounts if a is not None and a.currency is not None}
        self.codes = (*_USUAL, *sorted(printed - set(_USUAL)))


def counting_of(book: Book, asked: Asked, *, by_donor: bool, printed: bool = False) -> Counting:
    """Read the choice from an address; raises BadQueryError.

    ``printed`` says whether sums may stay in the currencies in which they were printed.
    """
    codes = book.index(Currencies).codes
    measure = asked.choice(MEASURE, get_args(Measured), "any")
    return Counting(
        rules=asked.choice(RULES, rule_names(), own_rules(book)),
        measure=cast("Measured", measure),
        currency=asked.choice(MONEY, (*codes, ORIGINAL) if printed else codes, CURRENCY),
        by_donor=by_donor,
    )


def selects(book: Book, how: Counting, *, printed: bool = False) -> tuple[Select, ...]:
    """Give the fields by which a form offers the choice."""
    codes = book.index(Currencies).codes
    currencies = (*codes, ORIGINAL) if printed else codes
    return (
        select(RULES, "Counting rules", rule_names(), how.rules, _rules_words),
        select(MEASURE, "What is counted", get_args(Measured), how.measure, _measure_words),
        select(MONEY, "Currency", currencies, how.currency, _currency_words),
    )


def select(
    name: str, label: str, values: tuple[str, ...], chosen: str, say: Callable[[str], str]
) -> Select:
    """Make a field of a form."""
    options = tuple(Option(value=v, text=say(v), chosen=v == chosen) for v in values)
    return Select(name=name, label=label, options=options)


def all_rules() -> tuple[CountingRules, ...]:
    """Give the counting rules that come with the program, in order of their names."""
    return tuple(counting_rules(name) for name in rule_names())


def _rules_words(name: str) -> str:
    return counting_rules(name).title


def _measure_words(name: str) -> str:
    return MEASURES[cast("Measured", name)]


def _currency_words(code: str) -> str:
    return "as printed, each currency apart" if code == ORIGINAL else code
