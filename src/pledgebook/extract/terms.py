"""The terms of a sum: purpose, source, period, age; or that it is no aid at all."""

from __future__ import annotations

import re
from datetime import timedelta

from pledgebook.extract import promise_words as says
from pledgebook.extract.acts import left_out, ungiving
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import DateMention, MoneyMention

#: How far around a sum the words stand that make it a cost, or say its purpose or period.
_NOT_AID_BEFORE = 30
_NOT_AID_AFTER = 40
_PURPOSE_AFTER = 60
_PERIOD_AFTER = 120
#: Another figure for a thing already told ("the loan is also given as …"), no promise of its own.
_OTHER_FIGURE = re.compile(
    r"\b(?:given|put|reported|stated|quoted)\s+(?:as|at)\s+(?:\w+\s+)?$"
    r"|\bround(?:s|ed|ing)?\b[^.;:]{0,40}\bto\s+$",
    re.IGNORECASE,
)
#: "cuts of €1.2bn", "a $4bn shortfall": what is taken away or lacking.
_CUT_OF = re.compile(
    r"\b(?:cuts?|cutbacks?|reductions?|decreases?|shortfalls?|gaps?|rescissions?|drops?|declines?|freeze)\s+"
    r"(?:of|worth|totall?ing|amounting\s+to)\s+(?:(?:about|around|some|up|to|over|more|than|nearly|almost)\s+){0,3}$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s+(?:(?:aid|budget|funding|overall|annual|spending|assistance|programme|program)\s+){0,2}"
    r"(?:cuts?|cutbacks?|reductions?|decreases?|shortfalls?|gaps?|rescissions?|freeze)\b(?!-)",
    re.IGNORECASE,
)
#: "an increase of $570m from last year": how two levels differ.
_DIFFERENCE = re.compile(r"\b(?:increase|rise|growth|gain)\s+of\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_THAN = re.compile(r"\s+(?:from|over|on|above|compared|in\s+comparison)\b", re.IGNORECASE)
#: "€35 each", "$2,000 per vest": a price, whatever it buys.
_PRICE = re.compile(
    r"\s+(?:each\b|apiece\b|(?:a|per)\s+(?:piece|unit|item|head)\b|(?:on|for)\s+each\b)",
    re.IGNORECASE,
)
#: What money is reckoned in, no price of anything: "SEK 7bn in current prices".
_PRICE_BASIS = re.compile(
    r"\b(?:in|at)\s+(?:current|constant|fixed|market|today['’]s|(?:19|20)\d\d)\s+prices\b",
    re.IGNORECASE,
)
#: No state or organisation promises another less, in units of any currency.
_SMALLEST = 1000
#: How long before a text its promises must be dated to be recalled, not announced, by it: reports
#: of the same announcement come within weeks.
_RECALLED = timedelta(days=45)
_DATED = re.compile(
    r"\b(?:in|on|of|from|back in|dated)\s+(?:early\s+|mid-|late\s+)?\(?$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|previous)\s+year\b", re.IGNORECASE)
_POINT_IN_TIME = re.compile(r"\s+(?:before|after|ago|later|earlier)\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\bto\s+[a-z]+[^.;:!?()\"“”]{3,140}|\bfor\s+the\s+[^.;:!?()\"“”,]{3,100}")
_FUNDED = re.compile(
    r"\b(?:backed|financed|funded|paid for|secured|underpinned|covered|generated)\s+"
    r"(?:by|from|with|out of|through)"
    r"\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})|\busing\s+(?:the\s+)?([^.;:!?()\"“”,]{3,120})",
    re.IGNORECASE,
)


def is_aid(page: Page, syntax: Syntax, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sum can be a promise: not a cost, a loss, trade, a budget or a price."""
    if _too_small(money):
        return False
    words = any_of("acts", "not_aid")
    before = says.before(page.text, sentence, money.span, _NOT_AID_BEFORE)
    earlier = says.before(page.text, sentence, money.span)
    if _OTHER_FIGURE.search(page.text, earlier.start, earlier.end):
        return False
    after = says.after(page.text, sentence, money.span, _NOT_AID_AFTER)
    if _PRICE.match(page.text, money.span.end):
        return False
    if _CUT_OF.search(page.text, earlier.start, earlier.end):
        return False
    if _CUT.match(page.text, money.span.end):
        return False
    if _DIFFERENCE.search(page.text, earlier.start, earlier.end) and _THAN.match(
        page.text, money.span.end
    ):
        return False
    if words.search(page.text, before.start, before.end):
        return False
    if _other_than_aid(page.text, after):
        return False
    if _level_of_other(page.text, syntax, money.span):
        return False
    return not ungiving(syntax, money.span) and not left_out(syntax, money.span)


def _level_of_other(text: str, syntax: Syntax, thing: Span) -> bool:
    """Say whether a sum is what something else than aid amounts to: "trade was $6bn in 2023"."""
    head = syntax.head_of(thing)
    verbs = [] if head is None else syntax.verbs_above(head)[:1]
    for verb in verbs:
        if syntax.tokens[verb].lemma.lower() not in ("be", "reach", "total", "exceed", "stand"):
            continue
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if subject is not None:
            words = syntax.subtree(subject)
            return any_of("acts", "not_aid").search(text, words.start, words.end) is not None
    return False


def _other_than_aid(text: str, after: Span) -> bool:
    """Say whether the words after a sum make it a cost, a price or the like, and name no aid."""
    bases = [m.span() for m in _PRICE_BASIS.finditer(text, after.start, after.end)]
    told = [
        m
        for m in any_of("acts", "not_aid").finditer(text, after.start, after.end)
        if not any(start <= m.start() < end for start, end in bases)
    ]
    return bool(told) and not any_of("acts", "nouns").search(text, after.start, after.end)


def _too_small(money: MoneyMention) -> bool:
    """A sum of a few hundred is a price, a fee or a figure that has lost its magnitude."""
    ends = (money.amount.low, money.amount.high)
    return all(end is None or end < _SMALLEST for end in ends)


def funding_source(page: Page, span: Span) -> tuple[Span, str | None] | None:
    """Find where the money comes from ("backed by profits from frozen assets"), and its kind."""
    found = _FUNDED.search(page.text, span.start, span.end)
    if found is None:
        return None
    words = Span(*found.span(1 if found.group(1) else 2))
    frozen = says.find(page.text, words, "promise_words", "funding", "frozen")
    profits = says.find(page.text, words, "promise_words", "funding", "profits")
    if frozen is not None:
        return words, "frozen_asset_profits" if profits is not None else "frozen_assets"
    return None if found.group(2) else (words, None)


def purpose(page: Page, span: Span) -> Span | None:
    """Find what a sum is for, in the words after it."""
    found = _PURPOSE.search(page.text, span.start, span.end)
    if found is None or found.start() - span.start > _PURPOSE_AFTER:
        return None
    words = found.group()
    if page.text[found.end() : found.end() + 1].isalnum():  # the longest stretch ends inside a word
        words = words.rsplit(None, 1)[0]
    cut = re.search(r"\s+(?:backed|financed|funded|which|who|while|, )\b", words)
    end = found.start() + (cut.start() if cut else len(words.rstrip(" ,")))
    return Span(found.start(), end)


def period(page: Page, sentence: Span, thing: Span) -> DateMention | None:
    """Find the stretch of time that a sum runs over, named soon after it."""
    for mention in page.dates.within(Span(thing.end, sentence.end)):
        long = mention.kind in ("period", "duration")
        if _POINT_IN_TIME.match(page.text, mention.span.end) or not long:
            continue
        if mention.span.start - thing.end < _PERIOD_AFTER:
            return mention
    return None


def told_before(page: Page, sentence: Span, thing: Span) -> Span | None:
    """Find the date that makes a promise an older one: long before the text was published.

    "In May 2023 the government announced …" in a text of November recalls it. A stretch of time
    that still runs, a date without its year or one after the sum says nothing of when the promise
    was made.
    """
    if page.published is None:
        return None
    limit = page.published - _RECALLED
    for mention in page.dates.within(Span(sentence.start, thing.start)):
        past = mention.end is not None and mention.end <= limit and mention.start is not None
        if (
            past
            and _YEAR.search(page.words(mention.span))
            and _DATED.search(page.text[sentence.start : mention.span.start])
        ):
            return mention.span
    return None
