"""The currency of a sum that names none: that of the sum told last before it in its paragraph.

"Madrid gives €75 million. Lisbon will pay 10 million": where both could be told apart by a currency
in between, none is taken. The sum that the currency is taken from is its evidence.
"""

from __future__ import annotations

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: The sum that a currency is taken from stands no further before, in code points.
_REACH = 400
#: Words of a currency that leaves open whose it is: its sum keeps that open.
_OPEN = frozenset(
    {"crown", "crowns", "krone", "kroner", "krona", "kronor", "peso", "pesos", "rupee", "rupees"}
    | {"pound", "pounds", "dinar", "dinars", "franc", "francs", "dollar", "dollars"}
)


def currency_before(page: Page, money: MoneyMention) -> MoneyMention | None:
    """Give the sum whose currency a sum without one has, None where no sum before it tells."""
    if money.amount.currency is not None or _names_a_unit(page, money.span):
        return None
    paragraph = page.paragraph_of(page.sentence_of(money.span))
    start = max(paragraph.start, money.span.start - _REACH)
    before = [m for m in page.money.within(Span(start, money.span.start)) if m.amount.currency]
    return before[-1] if len({m.amount.currency for m in before}) == 1 else None


def _names_a_unit(page: Page, span: Span) -> bool:
    return bool(_OPEN & set(page.words(span).lower().split()))
