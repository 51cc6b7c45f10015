"""The currency of a sum that names none: that of the sum told last before it in its paragraph.

"Madrid gives €75 million. Lisbon will pay 10 million": where both could be told apart by a currency
in between, none is taken. The sum that the currency is taken from is its evidence.
"""

from __future__ import annotations

import re

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


#: Dollars of their own that the press of these states prints without a letter before the sign.
_DOLLARS = {"AUS": "AUD", "NZL": "NZD", "CAN": "CAD", "SGP": "SGD"}
#: A page that prints these for American dollars means other ones by a bare sign.
_AMERICAN = re.compile(r"\bUS\$|\bUSD\b|\bU\.S\. dollars\b")


#: Right behind a sum in dollars of the giver, where no noun follows.
_OF_THEIRS = re.compile(
    r"\s+(?:Australian|Canadian|New\s+Zealand|Singapore)(?=\s*[.,;:)]|\s+(?:to|for|in|over|from|on|as|and|towards?|this|next)\b|\s*$)"
)


def own_dollars(page: Page, money: MoneyMention, giver: str | None) -> str | None:
    """Give the currency of a bare "$" of a giver with dollars of its own, None for any other sum.

    So it is on a page that writes "US$" for American ones, and none of an American office.
    """
    code = _DOLLARS.get(giver or "")
    if code is None or not page.words(money.span).startswith("$"):
        return None
    ahead = page.text[max(0, money.span.start - 3) : money.span.start]
    bare = not ahead[-1:].isalpha() and money.amount.currency == "USD"
    if bare and _OF_THEIRS.match(page.text, money.span.end):  # "gives $16.9 million Australian for"
        return code
    if "USA" in page.offices:
        return None
    return code if bare and _AMERICAN.search(page.text) is not None else None
