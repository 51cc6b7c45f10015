"""Debts that a creditor lets go: "cancelled $4bn of Somalia's debt", "forgave all that is owed".

The sum is then a gift, and what is cancelled is taken back from nobody.
"""

from __future__ import annotations

import re

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.gate_debts import lets_go, tells_letting_go
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Around whoever owes a debt: "Somalia's external debt", "Somali debt", "owed by Chad".
_OWN_DEBT = re.compile(
    r"(?:['’]s?\s+(?:[\w-]+\s+){0,3}?|\s+(?:(?:external|foreign|public|state|government|sovereign|"
    r"bilateral|official|old|bad|loan)\s+){0,2})(?:debts?|arrears)\b",
    re.IGNORECASE,
)
_OWED_BY = re.compile(
    r"\b(?:owed\s+by|(?:debts?|arrears|claims)\s+(?:of|on|against|for)|\w+\s+million\s+(?:for|to)"
    r"|\w+\s+billion\s+(?:for|to))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def as_gift(page: Page, syntax: Syntax, sentence: Span, chain: list[Act], thing: Span) -> list[Act]:
    """Give the chain above a sum with its verb of letting go as a decision to give."""
    if not lets_go(page.text, sentence, thing):
        return chain
    head = syntax.head_of(thing)
    verbs = [] if head is None else syntax.verbs_above(head)
    found = [v for v in verbs if tells_letting_go(syntax.tokens[v].text)][:1]
    if not found:
        return chain
    others = [act for act in chain if act.token != found[0]]
    return [Act(token=found[0], act_class="commit", span=syntax.tokens[found[0]].span), *others]


def debtors(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give those who owe a sum that is let go: they get it."""
    if not lets_go(page.text, sentence, thing):
        return []
    return [
        m
        for m in page.actors.within(sentence)
        if _OWN_DEBT.match(page.text, m.span.end)
        or _OWED_BY.search(page.text, sentence.start, m.span.start)
        if not _of_another(page, m.span, thing)
    ]


def _of_another(page: Page, name: Span, thing: Span) -> bool:
    """Say whether a debtor owes another sum: the one right before its name, else the next."""
    sums = [money.span for money in page.money.within(page.sentence_of(thing))]
    before = [span for span in sums if span.end <= name.start]
    own = before[-1:] or [span for span in sums if span.start >= name.end][:1]
    return own != [thing]
