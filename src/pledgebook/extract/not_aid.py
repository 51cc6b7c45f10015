"""Sums that are no promise: costs, losses, cuts, levels, trade, budgets and prices."""

from __future__ import annotations

import re

from pledgebook.extract.counted_figures import counts_people
from pledgebook.extract.each_of import says_each
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.lessening import lessened
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.named_costs import names_no_cost
from pledgebook.extract.page import Page
from pledgebook.extract.promise_words import after as words_after
from pledgebook.extract.promise_words import before as words_before
from pledgebook.extract.sought_sums import earned, sought
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
#: "raises its aid to €5m from €3m": the sum behind "from" is what it was.
_RAISING = re.compile(
    r"\b(?:rais|lift|increas|doubl|trebl|tripl|quadrupl|boost|expand|bump|top|step|hik|jump|climb|grow|r[io]se|grew)"
    r"\w*\b",
    re.IGNORECASE,
)
_RAISED_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|some|just|only|nearly)\s+)?$", re.IGNORECASE
)
_DRAWN_FROM = re.compile(
    r"\b(?:from|out\s+of)\s+(?:(?:an?|the|its|their|some|about|over|nearly|almost)\s+){0,2}$",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"\bup\s+from\s+(?:\w+\s+)?$", re.IGNORECASE)
_ON_TO = re.compile(r"(?:\s+[\w'’]+){0,6}?\s+to\s+(?:\w+\s+){0,2}", re.IGNORECASE)
_LEVEL = re.compile(r"\bto\s+(?:(?:about|around|some|at\s+least|nearly|over)\s+)?$", re.IGNORECASE)
#: "an increase of $570m from last year": how two levels differ.
_DIFFERENCE = re.compile(r"\b(?:increase|rise|growth|gain)\s+of\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
#: The same behind the sum: "a potential $1bn | increase over its previous pledge".
_INCREASE = re.compile(
    r"\s+(?:increase|rise|jump|uplift|gain|improvement)\s+"
    r"(?:from\s+(?:its|their|the|last|a\s+year|\d|[$€£])|(?:over|on|above|compared|in\s+comparison)\b)",
    re.IGNORECASE,
)
_THAN = re.compile(r"\s+(?:from|over|on|above|compared|in\s+comparison)\b", re.IGNORECASE)
#: "Dutch investment in Ghana was worth €3m": what is held there.
_HELD = re.compile(
    r"\b(?:investments?|holdings?|stakes?)\b[^.;:,]{0,40}\b(?:was|were|is|are|stood\s+at|totall?ed"
    r"|amounted\s+to|reached)\s+(?:worth\s+)?(?:(?:about|some|over|around|nearly|almost)\s+)?$",
    re.IGNORECASE,
)
#: "a trust fund that holds just €67m": what is there is not given anew.
_HOLDS = re.compile(
    r"\b(?:fund|account|pot|kitty|purse|coffers)\s+(?:(?:\w+\s+){0,4}?(?:that|which)\s+)?(?:now\s+|still\s+|already\s+)?"
    r"(?:holds?|held|contains?|has|had)\s+(?:(?:just|only|about|some|over|barely|nearly|around)\s+){0,2}$",
    re.IGNORECASE,
)
#: "its appeal for this year, at $1bn, is 12% funded": what is needed, and how far it is met.
_APPEAL = re.compile(r"\b(?:appeal|response\s+plan)\b[^.;:]{0,60}$", re.IGNORECASE)
_FUNDED = re.compile(r"[^.;:]{0,50}\b(?:funded|met|covered)\b", re.IGNORECASE)
#: What somebody bears for others, right behind the verb, and how far before its sum.
_COST = re.compile(
    r"\b(?:the|its|their|all|half)\s+(?:[\w-]+\s+){0,2}?(?:costs?|bill)\b", re.IGNORECASE
)
_COST_REACH = 90
#: A verb of bearing right before a sum, and "of" behind it.
_BORNE = re.compile(
    r"\b(?:cover|meet|bear|defray|shoulder|foot)(?:s|ed|ing)?\s+"
    r"(?:(?:up|to|about|some|another|around|over|more|than|nearly)\s+){0,3}$",
    re.IGNORECASE,
)
_BORNE_REACH = 40
_OF = re.compile(r"\s+(?:of|in)\s", re.IGNORECASE)
#: What is bought costs so much.
_AT_A_COST = re.compile(
    r"\b(?:at|for)\s+an?\s+(?:total\s+|estimated\s+)?(?:cost|price)\s+of\s+"
    r"(?:(?:about|around|some|up\s+to|over)\s+)?$",
    re.IGNORECASE,
)
#: What somebody pays for at a cost.
_MADE = re.compile(
    r"\b(?:financ\w*|fund\w*|build\w*|built|construct\w*|provid\w*|donat\w*|equip\w*|pa(?:ys?|id)\s+for)\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:bill|costs?)\b", re.IGNORECASE)
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
    if _level_before(page, sentence, span) or _drawn_from(page, sentence, span):
        return False
    if _level_of_other(page.text, syntax, span) or of_trade(page, syntax, sentence, span):
        return False
    # "$2m from Oman and $1m each from Fiji and Togo": the verb above does not matter there
    in_row = row_of_sources(page, sentence, money)
    return not any(
        told(syntax, span) for told in (left_out, pressed, *(() if in_row else (ungiving,)))
    )


def _level_before(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is the level that aid was raised from: "from €3m to €5m", "up from €3m"."""
    text = page.text
    before = words_before(text, sentence, thing)
    if not _RAISED_FROM.search(text, before.start, before.end):
        return False
    if _UP_FROM.search(text, before.start, before.end):
        return True
    later = [m.span for m in page.money.within(Span(thing.end, sentence.end))][:1]
    earlier = [m.span for m in page.money.within(Span(sentence.start, thing.start))][-1:]
    raised = _RAISING.search(text, sentence.start, thing.start) is not None
    on_to = any(_ON_TO.fullmatch(text, thing.end, s.start) for s in later)
    was_to = any(_LEVEL.search(text, sentence.start, s.start) for s in earlier)
    return raised and (on_to or was_to)


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
    near = words_before(text, sentence, thing, _NOT_AID_BEFORE)
    clause = words_before(text, sentence, thing)
    if _OTHER_FIGURE.search(text, clause.start, clause.end):
        return True
    if (
        lessened(text, sentence, thing)
        or sought(text, sentence, thing)
        or earned(text, sentence, thing)
    ):
        return True
    start, end = sentence.start, thing.start
    if any(held.search(text, start, end) for held in (_HELD, _HOLDS)):
        return True
    if _APPEAL.search(text, start, end) and _FUNDED.match(text, thing.end, sentence.end):
        return True
    if _DIFFERENCE.search(text, clause.start, clause.end) and _THAN.match(text, thing.end):
        return True
    if _INCREASE.match(text, thing.end):
        return True
    if (
        _bought_at(text, sentence, thing)
        or _bears_cost(text, sentence, thing)
        or _borne(text, sentence, thing)
    ):
        return False
    costs = any_of("acts", "not_aid").finditer(text, near.start, near.end)
    named = page.actors.touching  # "the loss and damage fund" tells of no loss
    costs = (cost for cost in costs if not named(Span(*cost.span())))
    costs = (cost for cost in costs if not names_no_cost(page, sentence, cost, thing))
    if any(not _paid_with(text, cost, thing) for cost in costs):
        return True
    return _other_than_aid(page, sentence, thing)


def _bears_cost(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is a cost that somebody takes on: "will cover the cost, €52m, of …"."""
    clause = Span(max(sentence.start, thing.start - _COST_REACH), thing.start)
    if _BILL.match(text, thing.end):  # "foots $9m wage bill for Mali"
        last = list(any_of("acts", "bearing").finditer(text, clause.start, clause.end))[-1:]
        return any(not text[verb.end() : thing.start].strip() for verb in last)
    found = list(_COST.finditer(text, clause.start, clause.end))
    verbs = any_of("acts", "bearing")
    return bool(found) and any(
        not text[verb.end() : found[-1].start()].strip()
        for verb in verbs.finditer(text, clause.start, found[-1].start())
    )


def _borne(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether somebody bears a sum of what others owe: "will cover €9m of the wages of …"."""
    before = text[max(sentence.start, thing.start - _BORNE_REACH) : thing.start]
    return _BORNE.search(before) is not None and _OF.match(text, thing.end) is not None


def _bought_at(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what something costs that is bought: "buys a radar at a cost of €9m"."""
    near = words_before(text, sentence, thing)
    bought = any_of("acts", "buying").search(text, sentence.start, thing.start)
    bought = bought or _MADE.search(text, sentence.start, thing.start)
    return bought is not None and _AT_A_COST.search(text, near.start, near.end) is not None


#: Verbs that say what something comes to.
_AMOUNTING = frozenset(
    {"be", "reach", "total", "exceed", "stand", "come", "amount", "rise", "grow", "climb", "hit"}
)
_GROWING = frozenset({"come", "amount", "rise", "grow", "climb", "hit"})
#: What holds money that somebody has paid in.
_KITTIES = frozenset(
    {"fund", "account", "pot", "kitty", "treasury", "trust", "reserve", "endowment"}
)


def _level_of_other(text: str, syntax: Syntax, thing: Span) -> bool:
    """Say whether a sum is what something else than aid amounts to: "trade was $6bn in 2023"."""
    head = syntax.head_of(thing)
    verbs = [] if head is None else syntax.verbs_above(head)[:1]
    for verb in verbs:
        if _in_kitty(syntax, verb):
            return True
        lemma, subject = syntax.tokens[verb].lemma.lower(), syntax.child(verb, "nsubj", "nsubjpass")
        if subject is not None and lemma in _AMOUNTING:
            whole = lemma not in _GROWING
            words = syntax.subtree(subject) if whole else syntax.tokens[subject].span
            return any_of("acts", "not_aid").search(text, words.start, words.end) is not None
    return False


def _in_kitty(syntax: Syntax, verb: int) -> bool:
    """Say whether a fund only has a sum: "a trust fund for the mission holds $84m"."""
    holder = syntax.child(verb, "nsubj")
    holds = syntax.tokens[verb].lemma.lower() in ("hold", "have", "contain")
    auxiliary = syntax.tokens[verb].dep in ("aux", "auxpass")
    return (
        holds
        and not auxiliary
        and holder is not None
        and syntax.tokens[holder].lemma.lower() in _KITTIES
    )


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
        and not _pays_for(text, after, m)
        and not names_no_cost(page, sentence, m, thing)
    ]
    return bool(told) and not any_of("acts", "nouns").search(text, after.start, after.end)


def _pays_for(text: str, after: Span, word: re.Match[str]) -> bool:
    """Say whether what a sum is meant for makes it no cost: "€5m for the salaries of doctors"."""
    meant = word.group().lower() in load("acts")["meant_for"]
    return meant and _MEANT.search(text, after.start, word.start()) is not None


def _paid_with(text: str, word: re.Match[str], thing: Span) -> bool:
    """Say whether what a sum pays for makes it no cost: "funds the salaries of nurses with €5m"."""
    meant = word.group().lower() in load("acts")["meant_for"]
    return meant and _WITH.fullmatch(text, word.end(), thing.start) is not None


#: Between what a sum pays for and the sum.
_WITH = re.compile(r"(?:\s+[\w-]+){0,5}?\s+with\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
#: Words between a sum and what it is meant for.
_MEANT = re.compile(
    r"\b(?:for|to\s+(?:help\s+)?(?:pay|fund|cover))\s+(?:[\w,-]+\s+){0,4}$", re.IGNORECASE
)


def _beyond_all(money: MoneyMention) -> bool:
    ends = (money.amount.low, money.amount.high)
    return any(end is not None and end > _LARGEST for end in ends)


def too_small(money: MoneyMention) -> bool:
    """A sum of a few hundred is a price, a fee or a figure that has lost its magnitude."""
    ends = (money.amount.low, money.amount.high)
    return all(end is None or end < _SMALLEST for end in ends)
