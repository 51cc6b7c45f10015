"""The rows of a release that count: totals under every rule, and what each rule leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import get_args

from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.values import SCALE, WHOLE, Row
from pledgebook.ledger.counting import Measured
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.rules import rule_names
from pledgebook.ledger.totals import ORIGINAL, TotalsQuery, totals
from pledgebook.model.claims import Commitment

#: What the sums are broken down by. By donor, a joint sum gives way to the parts that name theirs,
#: so that a total over all donors may count the whole where these rows count its parts.
BY = ("donor", "recipient", "aid_type", "instrument")
CONVERTED = "EUR"
_DIGITS = Context(prec=SCALE + WHOLE, rounding=ROUND_HALF_EVEN)


def sums(held: Held) -> Iterator[Row]:
    """Rows of ``totals``."""
    rates = EcbRates()
    for rules in rule_names():
        for measure in get_args(Measured):
            for currency in (ORIGINAL, CONVERTED):
                query = TotalsQuery(
                    by=BY, measure=measure, currency=currency, rules=rules, usual_rates=rates
                )
                yield from _rows(held, query)


def _rows(held: Held, query: TotalsQuery) -> Iterator[Row]:
    for row in totals(held.view, query).rows:
        yield (
            query.rules,
            query.measure,
            query.currency != ORIGINAL,
            *(value for _, value in row.keys),
            row.currency,
            _rounded(row.low),
            None if row.high is None else _rounded(row.high),
            len(row.entries),
            len(row.left_out),
        )


def _rounded(figure: Decimal) -> Decimal:
    """A converted sum has more digits than mean anything: the ones that fit are kept."""
    return figure.quantize(Decimal(1).scaleb(-SCALE), context=_DIGITS).normalize()


def counting(held: Held) -> Iterator[Row]:
    """Rows of ``counting``: every commitment under every rule."""
    promised = sorted(
        (entry for entry in held.entries if isinstance(entry.lead, Commitment)),
        key=lambda entry: entry.id,
    )
    for rules in rule_names():
        query = TotalsQuery(by=BY, rules=rules, usual_rates=EcbRates())
        left = {out.entry: out for out in totals(held.view, query).left_out} if promised else {}
        for entry in promised:
            out = left.get(entry.id)
            hidden = held.named_only(entry.lead.source.id)
            yield (
                rules,
                entry.id,
                out is None,
                None if out is None else out.rule,
                None if out is None or hidden else out.reason,
            )
