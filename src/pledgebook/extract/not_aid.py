"""Sums that are no promise: costs, losses, cuts, levels, trade, budgets and prices."""

from __future__ import annotations

import re

from pledgebook.extract.borne_costs import paid_with, pays_for, takes_on
from pledgebook.extract.counted_figures import counts_people
from pledgebook.extract.each_of import says_each
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.lessening import lessened
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.named_costs import names_no_cost
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import after as words_after
from pledgebook.extract.promise_words import before as words_before
from pledgebook.extract.sought_sums import earned, sought
from pledgebook.extract.sum_levels import difference, held, level_before, level_of_other
from pledgebook.extract.sums_beside import beside_gift
from pledgebook.extract.sums_from import row_of_sources
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.trade_sums import invested, of_trade, taken
from pledgebook.extract.ungiven import left_out, pressed, ungiving
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: How far around a sum the words stand that make it a cost, or say its purpose or period.
_NOT_AID_BEFORE = 30
_NOT_AID_AFTER = 40
#: What is saved: "the decision to cut the aid budget to 0.3 per cent, worth about £6bn".
_CUT_WORTH = re.compile(
    r"\b(?:cut(?:s|ting)?|slash(?:|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)|trim(?:s|med|ming)?)\s+(?:in\s+|to\s+|of\s+)?"
    r"(?:[\w'’-]+\s+){0,4}?(?:budgets?|aid|spending|funding|assistance|help|support)\b[^;]{0,100}?,?\s+worth\s+"
    r"(?:(?:about|some|around|over|nearly|up\s+to|more\s+than|almost)\s+)?$",
    re.IGNORECASE,
)
#: Behind a sum that a state pays its own firms.
_STATE_AID = re.compile(r"(?:\s+(?:in|of|worth\s+of))?(?:\s+[A-Z]\w+)?\s+state\s+aid\b")
#: Another figure for a thing already told ("the loan is also given as …"), no promise of its own.
_OTHER_FIGURE = re.compile(
    r"\b(?:given|puts?|reported|stated|quoted)\s+(?:as|at)\s+(?:\w+\s+)?$"
    r"|\bround(?:s|ed|ing)?\b[^.;:]{0,40}\bto\s+$",
    re.IGNORECASE,
)
_DRAWN_FROM = re.compile(
    r"\b(?:from|out\s+of)\s+(?:(?:an?|the|its|their|some|about|over|nearly|almost)\s+){0,2}$",
    re.IGNORECASE,
)
#: "its appeal for this year, at $1bn, is 12% funded": what is needed, and how far it is met.
_APPEAL = re.compile(r"\b(?:appeal|response\s+plan)\b[^.;:]{0,60}$", re.IGNORECASE)
_FUNDED = re.compile(r"[^.;:]{0,50}\b(?:funded|met|covered)\b", re.IGNORECASE)
#: "€35 each", "$2,000 per vest": a price, whatever it buys.
_PRICE = re.compile(
    r"\s+(?:each\b(?!\s+(?:and\s+every\s+)?(?:year|month|week|quarter|day)\b)|apiece\b|(?:a|per)\s+(?:piece|unit|item|head)\b|(?:on|for)\s+each\b)",
    re.IGNORECASE,
)
#: What money is reckoned in, no price of anything: "SEK 7bn in current prices".
_PRICE_BASIS = re.compile(
    r"\b(?:in|at)\s+(?:current|constant|fixed|market|today['’]s|(?:19|20)\d\d)\s+prices\b",
    re.IGNORECASE,
)
#: "€500 million, or 1.4 per cent of GDP": how much that is.
_SHARE_OF_GDP = re.compile(
    r"\d[\d.,]*\s*(?:%|per\s?cent|percent)\s+of\s+(?:its\s+|the\s+(?:\w+['’]s\s+)?|\w+['’]s\s+)?GDP\b"
    r"|\bshare\s+of\s+(?:\w+\s+)?GDP\b",
    re.IGNORECASE,
)
#: What follows tells what the money does or comes from, when or why, not what it is: "to cover
#: losses from …", "after the reform of the debt brake".
_SERVES = re.compile(
    r"\bto\s+(?:help\s+)?(?:\w+\s+)?(?:cover|offset|cut|lower|reduce|ease|meet|soften|compensate)\b"
    r"|\b(?:after|following|amid|because|despite)\b"
    r"|\b(?:from|out\s+of)\s+(?:[\w-]+\s+){0,3}?(?:savings|budget|fund)\b|\bso\s+that\b"
    r"|\btowards?\b|\b(?:financed|funded)\s+(?:by|from|out\s+of)\b",
    re.IGNORECASE,
)
#: Nor more than all money that there is: "billions and billions and billions".
_LARGEST = 10**15
#: No state or organisation promises another less, in units of any currency.
_SMALLEST = 1000


def is_aid(page: Page, syntax: Syntax, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sum can be a promise: not a cost, a loss, trade, a budget or a price."""
    if too_small(money) or _beyond_all(money) or _is_price(page, sentence, money.span):
        return False
    if counts_people(page, sentence, money) or _own_spending(page, sentence, money):
        return False
    if lets_go(page.text, sentence, money.span):
        return True
    if _is_told_otherwise(page, sentence, money.span):
        return False
    if _CUT_WORTH.search(page.text, sentence.start, money.span.start) or (
        beside_gift(page, sentence, money.span)
    ):
        return False
    span = money.span
    business = invested(page, sentence, span) or taken(page, sentence, span)
    if business or _STATE_AID.match(page.text, span.end):
        return False
    if level_before(page, sentence, span) or _drawn_from(page, sentence, span):
        return False
    if level_of_other(page.text, syntax, span) or of_trade(page, syntax, sentence, span):
        return False
    # "$2m from Oman and $1m each from Fiji and Togo": the verb above does not matter there
    in_row = row_of_sources(page, sentence, money)
    return not any(
        told(syntax, span) for told in (left_out, pressed, *(() if in_row else (ungiving,)))
    )


#: What somebody spends on its own account: "which will itself invest €9m".
_ITSELF = re.compile(
    r"\b(?:itself|themselves)\s+(?:invest|spend|bear|pay)\w*\s+(?:(?:about|some|over|another|up|to)\s+){0,3}$",
    re.IGNORECASE,
)


def _own_spending(page: Page, sentence: Span, money: MoneyMention) -> bool:
    """Say whether somebody only spends a sum itself."""
    return _ITSELF.search(page.text, sentence.start, money.span.start) is not None


def _drawn_from(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what the one before it comes out of: "gave €5m from a €90m fund"."""
    before = words_before(page.text, sentence, thing)
    drawn = _DRAWN_FROM.search(page.text, before.start, before.end) is not None
    return drawn and bool(page.money.within(before))


def _is_price(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what one piece costs; what each of several gives is none."""
    priced = _PRICE.match(page.text, thing.end) is not None
    return priced and not says_each(page, sentence, thing)


def _is_told_otherwise(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether the words beside a sum make it something else than what is given."""
    text = page.text
    if _figure_told_again(text, sentence, thing) or lessened(text, sentence, thing):
        return True
    if sought(text, sentence, thing) or earned(text, sentence, thing):
        return True
    if held(text, sentence, thing) or difference(text, sentence, thing):
        return True
    if _funded_so_far(text, sentence, thing):
        return True
    if takes_on(text, sentence, thing):
        return False
    return _cost_before(page, sentence, thing) or _other_than_aid(page, sentence, thing)


def _figure_told_again(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is another figure for what was told: "the loan is also given as …"."""
    clause = words_before(text, sentence, thing)
    return _OTHER_FIGURE.search(text, clause.start, clause.end) is not None


def _funded_so_far(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what an appeal needs, of which a share is met."""
    appeal = _APPEAL.search(text, sentence.start, thing.start) is not None
    return appeal and _FUNDED.match(text, thing.end, sentence.end) is not None


def _cost_before(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether words right before a sum make it a cost, a loss or the like."""
    near = words_before(page.text, sentence, thing, _NOT_AID_BEFORE)
    costs = any_of("acts", "not_aid").finditer(page.text, near.start, near.end)
    named = page.actors.touching  # "the loss and damage fund" tells of no loss
    costs = (cost for cost in costs if not named(Span(*cost.span())))
    costs = (cost for cost in costs if not names_no_cost(page, sentence, cost, thing))
    return any(not paid_with(page.text, cost, thing) for cost in costs)


#: What pays for a sum is not what it is: "a loan backed by revenue from frozen assets".
_BACKED = re.compile(
    r"\b(?:backed|secured|underpinned|repaid)\s+(?:by|with|from|out\s+of)\b", re.IGNORECASE
)


def _other_than_aid(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether the words after a sum make it a cost, a price or the like, and name no aid."""
    text = page.text
    after = words_after(text, sentence, thing, _NOT_AID_AFTER)
    serves = _SERVES.search(text, after.start, after.end)
    after = after if serves is None else Span(after.start, serves.start())
    backed = _BACKED.search(text, after.start, after.end)
    after = after if backed is None else Span(after.start, backed.start())
    bases = [
        m.span()
        for pattern in (_PRICE_BASIS, _SHARE_OF_GDP)
        for m in pattern.finditer(text, after.start, after.end)
    ]
    told = [
        m
        for m in any_of("acts", "not_aid").finditer(text, after.start, after.end)
        if not any(start <= m.start() < end for start, end in bases)
        and not pays_for(text, after, m)
        and not names_no_cost(page, sentence, m, thing)
    ]
    return bool(told) and not any_of("acts", "nouns").search(text, after.start, after.end)


def _beyond_all(money: MoneyMention) -> bool:
    ends = (money.amount.low, money.amount.high)
    return any(end is not None and end > _LARGEST for end in ends)


def too_small(money: MoneyMention) -> bool:
    """A sum of a few hundred is a price, a fee or a figure that has lost its magnitude."""
    ends = (money.amount.low, money.amount.high)
    return all(end is None or end < _SMALLEST for end in ends)
