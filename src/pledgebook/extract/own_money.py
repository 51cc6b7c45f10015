"""Bare crowns and pesos are those of the giver: "Norway paid 280 million kroner"."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgebook.extract.drafts import Draft
from pledgebook.extract.gate_currency import currency_before, own_dollars
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page

_WORD = re.compile(r"[^\W\d]+")


def name_own_currency(page: Page, draft: Draft) -> None:
    """Fill the currency that a sum leaves open with that of its only giver, as assumed.

    A bare figure has that of the sum before it in its paragraph.
    """
    money = draft.money
    if money is None:
        return
    giver = draft.donors[0].actor.id if len(draft.donors) == 1 else None
    if (code := own_dollars(page, money, giver)) is not None:
        draft.money = replace(money, amount=replace(money.amount, currency=code))
        draft.problems.add("currency-assumed")
        return
    if money.amount.currency is not None:
        return
    if (before := currency_before(page, money)) is not None:
        amount = replace(money.amount, currency=before.amount.currency)
        draft.money = replace(money, amount=amount, carried_from=before.span)
        draft.problems -= {"currency-missing"}
        draft.problems.add("currency-carried")
        return
    if len(draft.donors) != 1:
        return
    words = {word.lower() for word in _WORD.findall(page.words(money.span))}
    for code, own in load("gate")["own_currencies"].items():
        if own["state"] == draft.donors[0].actor.id and words & set(own["words"]):
            draft.money = replace(money, amount=replace(money.amount, currency=code))
            draft.problems.discard("currency-missing")
            draft.problems.add("currency-assumed")
