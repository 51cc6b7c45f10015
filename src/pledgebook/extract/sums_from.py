"""Sums told by where they come from, without a verb of giving: "there was also $5m from Norway"."""

from __future__ import annotations

import re

from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.lenders_access import names_access
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention, MoneyMention

#: From behind a sum to whom it comes from: "in grants from", ", comes from".
_FROM = re.compile(
    r"(?:\s+(?:in|worth\s+of)\s+(?:[\w-]+\s+){0,2}(?:grants?|loans?|aid|cash|help|support|funds|credits?|assistance"
    r"|guarantees|donations?))?,?(?:\s+(?:is|are|was|were|will\s+be|comes?|came|will\s+come|coming))?"
    r"(?:\s+each)?\s+from\s+(?:the\s+)?",
    re.IGNORECASE,
)
#: What comes from somebody in these sentences is bought, won or lost.
_TRADE = re.compile(
    r"\b(?:import|export|buy|bought|purchas|sell|sold|sales?|profit|revenue|order|earn|tax|tariff|invest"
    r"|fraud|stol|steal|seiz|win|won|court|lawsuit|damages|compensat|fine|debt|remittanc|touris|contract"
    r"|reduc|rais(?:e|ing)\s+from|fell|rose|grew|drop|down|up\s+from|ranging|increas|differ)\w*",
    re.IGNORECASE,
)


def names_sum_from(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence tells of a sum that comes from somebody, and of no trade."""
    if names_access(page, sentence):
        return True
    if page.has_any(sentence, _GIVERS) and _LEADS.search(page.text, sentence.start, sentence.end):
        return bool(page.actors.within(sentence))
    if page.has_any(sentence, _GIVERS) and _in_brackets(page, sentence):
        return True
    if not page.has_any(sentence, _WORDS):
        return False
    found = any(giver_behind(page, sentence, money) for money in page.money.within(sentence))
    if not found or _TRADE.search(page.text, sentence.start, sentence.end):
        return False
    start = max(0, sentence.start - _AROUND)
    opened = introduction_of(page, sentence)  # a list tells of aid where it opens
    near = [Span(start, sentence.end), *([] if opened is None else [opened])]
    return any(any_of("acts", "aid_words").search(page.text, s.start, s.end) for s in near)


#: What whoever gives most is called, with a sum behind it: "the biggest donor to Chad, with €9m".
_GIVERS = frozenset({"donor", "donors", "contributor", "contributors", "backer", "backers"})
_LEADS = re.compile(
    r"\b(?:largest|biggest|main|top|leading|principal)\s+(?:[\w-]+\s+){0,2}(?:donors?|contributors?|backers?)\b"
    r"[^.;:]{0,80}?,?\s+with\s+(?:[a-z]+\s+){0,3}[A-Z]{0,3}[$€£¥\d]",
)
#: The word that every such sentence has.
_WORDS = frozenset({"from"})
#: So far before such a sentence aid is told of, in code points: a paragraph of news or two.
_AROUND = 400


#: Between a giver and its sum in a row of them: "Norway ($34m), Ireland (€12m)".
_OPENS = re.compile(r"\s\((?:with\s+)?(?:[a-z]+\s+){0,2}")
_PAIR = 2


def _in_brackets(page: Page, sentence: Span) -> bool:
    """Say whether several givers stand in a row, each with its sum in brackets."""
    sums = {money.span.start for money in page.money.within(sentence)}
    opened = (_OPENS.match(page.text, m.span.end) for m in page.actors.within(sentence))
    return sum(found is not None and found.end() in sums for found in opened) >= _PAIR


def row_of_sources(page: Page, sentence: Span, money: MoneyMention) -> bool:
    """Say whether a sum stands in a row of sums, each with whom it comes from behind it."""
    if giver_behind(page, sentence, money) is None:
        return False
    sums = page.money.within(sentence)
    return sum(giver_behind(page, sentence, one) is not None for one in sums) >= _PAIR


def giver_behind(page: Page, sentence: Span, money: MoneyMention) -> ActorMention | None:
    """Give the state or organisation that a sum comes from by the words right behind it."""
    for mention in page.actors.within(Span(money.span.end, sentence.end))[:1]:
        plain = mention.actor.type in ("state", "organisation") and mention.naming == "name"
        if plain and _FROM.fullmatch(page.text, money.span.end, mention.span.start):
            return mention
    return None
