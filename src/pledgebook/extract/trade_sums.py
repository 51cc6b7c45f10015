"""Sums of trade and cost that news tells beside aid: what is bought, what contracts are worth.

"Beijing bought $3bn of goods from the islands", "India sells: the contracts are worth $2bn", "put
the cost of the package to every taxpayer at 1,500 crowns": none of these is given.
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

_BOUND = r"(?:(?:about|around|some|roughly|nearly|almost|over|more\s+than|up\s+to|at)\s+){0,3}"
_RECKONED = frozenset(
    {"cost", "costs", "damage", "damages", "loss", "losses", "bill", "price", "toll", "need",
     "needs", "shortfall", "gap"}
)  # fmt: skip
#: "put the cost of the package to every taxpayer at", "estimates the damage at".
_RECKONED_AT = re.compile(
    r"\b(?:puts?|putting|estimat\w+|reckon\w+|assess\w*|calculat\w+)\s+"
    r"(?:the\s+|its\s+|their\s+|total\s+|overall\s+|average\s+){0,3}"
    rf"(?:{'|'.join(sorted(_RECKONED))})\b[^.;:]{{0,60}}?\s+at\s+{_BOUND}$",
    re.IGNORECASE,
)
_TRADING = frozenset(
    {"buy", "buys", "bought", "buying", "import", "imports", "imported", "importing", "export",
     "exports", "exported", "exporting", "sell", "sells", "sold", "selling", "purchase",
     "purchases", "purchased", "purchasing", "trade", "trades", "traded", "trading"}
)  # fmt: skip
#: Verbs of trade right before a sum.
_BOUGHT = re.compile(
    rf"\b(?:{'|'.join(sorted(_TRADING))})\s+(?:[\w-]+\s+)?{_BOUND}$", re.IGNORECASE
)
#: What is bought, up to what it comes to: "purchases of Norwegian gas worth | €9m".
_PURCHASES = re.compile(
    rf"\b(?:purchases|imports)\s+of\s+[^.;:$€£]{{1,80}}?\b(?:totall?ing|worth|amounting\s+to)\s+{_BOUND}$",
    re.IGNORECASE,
)
#: What somebody puts money into that is their own: "put €5bn into its army".
_INTO_ITS_OWN = re.compile(r"\s+into\s+(?:its|their|his|her|our)\b", re.IGNORECASE)
_THEFT = frozenset(
    {"stole", "steal", "steals", "stealing", "loot", "loots", "looted", "looting", "robbed",
     "pilfered", "embezzled", "thieves", "burglars", "looters"}
)  # fmt: skip
#: Who takes things away without leave, or how.
_STOLEN = re.compile(
    rf"\b(?:{'|'.join(sorted(_THEFT))}|(?:made|makes?|making)\s+off\s+with)\b[^.;:]{{0,60}}$",
    re.IGNORECASE,
)
_THEFT_SIGNS = _THEFT | {"off"}
#: Nouns (in the singular) of business; what they are worth is paid for something.
_BUSINESS = frozenset(
    {"contract", "order", "sale", "export", "import", "purchase", "business", "takeover", "bond"}
)
_COMES_TO = frozenset({"be", "total", "amount", "reach", "exceed"})


#: "companies have concluded orders worth $52bn".
_ORDERS = re.compile(
    r"\b(?:companies|firms|businesses|industry)\b[^.;:]{0,60}\b(?:orders|contracts|deals)\s+(?:worth|totall?ing|of|for)\s+"
    r"(?:(?:about|some|over|more|than|nearly|almost|around|up|to)\s+){0,3}$",
    re.IGNORECASE,
)


def of_trade(page: Page, syntax: Syntax, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is what is bought or sold, what business is worth, or a reckoned cost."""
    ahead = Span(sentence.start, thing.start)
    if page.has_any(sentence, _RECKONED) and _RECKONED_AT.search(page.text, ahead.start, ahead.end):
        return True
    if page.has_any(sentence, _TRADING):
        if _BOUGHT.search(page.text, ahead.start, ahead.end):
            return _of_wares().match(page.text, thing.end) is not None
        if _PURCHASES.search(page.text, ahead.start, ahead.end):
            return _FOR_SOMEBODY.match(page.text, thing.end) is None
    if page.has_any(sentence, _THEFT_SIGNS) and _STOLEN.search(page.text, ahead.start, ahead.end):
        return True
    if _ORDERS.search(page.text, ahead.start, ahead.end) or _INTO_ITS_OWN.match(
        page.text, thing.end
    ):
        return True
    return _deal_for_arms().match(page.text, thing.end) is not None or _worth_of_business(
        syntax, thing
    )


@cache
def _of_wares() -> re.Pattern[str]:
    """What is traded behind a sum: "of goods", "worth of Russian gas", and nothing "for" others."""
    other = ("goods", "products", "wares", "merchandise", "ore", "energy", "lng", "crops")
    wares = sorted({*load("acts")["earnings"], *other})
    either = "|".join(re.escape(ware) for ware in wares)
    return re.compile(
        rf"\s+(?:(?:worth\s+)?of|in|worth)\s+(?:[\w.-]+\s+){{0,2}}?(?:{either})\b"
        r"(?![^.;:]{0,60}?\bfor\s+(?:the\s+)?[A-Z])",
        re.IGNORECASE,
    )


#: A sale, up to what is sold: "deal with India for".
_DEAL_FOR = r"\b(?:deal|contract|agreement|order|pact)\s+with\s+[^.;:]{1,40}?\s+for\s+"
_DEAL = re.compile(rf"{_DEAL_FOR}(?:[\w-]+\s+(?:and\s+)?){{0,4}}$")
_FOR_SOMEBODY = re.compile(r"[^.;:]{0,60}?\b(?:for|to)\s+(?:the\s+)?[A-Z]")


def arms_of_deal(page: Page, thing: Span) -> bool:
    """Say whether counted arms are what two sides close a deal for, and for nobody else."""
    sold = _DEAL.search(page.text, page.sentence_of(thing).start, thing.start) is not None
    return sold and _FOR_SOMEBODY.match(page.text, thing.end) is None


@cache
def _deal_for_arms() -> re.Pattern[str]:
    """What makes a sum before it the worth of a sale: "€7bn deal with India for 26 jets"."""
    goods = "|".join(re.escape(word) for word in load("acts")["made_goods"])
    return re.compile(
        rf"\s+(?:\w+\s+)?{_DEAL_FOR}(?:[\w-]+\s+){{0,4}}?(?:{goods})\b(?!{_FOR_SOMEBODY.pattern})"
    )


def _worth_of_business(syntax: Syntax, thing: Span) -> bool:
    """Say whether a sum is what contracts or orders come to: "the contracts are worth $2bn"."""
    head = syntax.head_of(thing)
    for verb in [] if head is None else syntax.verbs_above(head)[:1]:
        subject = syntax.child(verb, "nsubj")
        if subject is None or syntax.tokens[verb].lemma.lower() not in _COMES_TO:
            return False
        return syntax.tokens[subject].lemma.lower() in _BUSINESS
    return False


#: What a state or its funds buy into, and give nobody.
_VENTURES = re.compile(
    r"\s+(?:to\s+build\s+|in(?:to)?\s+)(?:an?|the|two|three|several)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:resorts?|hotels?|mines?|refiner(?:y|ies)|stakes?|brewer(?:y|ies)|smelters?|casinos?|malls?|data\s+cent(?:re|er)s?)\b"
)
_INVESTS = re.compile(r"\binvest(?:s|ed|ing)?\s+(?:(?:up\s+to|about|some|over|another)\s+)?$")


#: What is taken, or made dearer, and what it is worth.
_TAKEN = re.compile(
    r"\b(?:seiz|confiscat|impound)(?:e|es|ed|ing)?\s+(?:[\w,-]+\s+){0,4}$"
    r"|\btariffs?\b[^.;:]{0,120}\bworth\s+(?:(?:about|some|over|approximately|nearly)\s+)?$",
    re.IGNORECASE,
)


#: What private investors are to put in beside, or on their own account.
_PRIVATE = re.compile(
    r"\s+(?:in|of)\s+(?:new\s+|additional\s+)?private(?:[\s-]sector)?\s+(?:investments?|capital|financing)\b",
    re.IGNORECASE,
)
_DRAWS_IN = re.compile(
    r"\b(?:unlock|catalyz|catalys|attract|leverag|spur|generat|crowd)(?:e|es|s|ed|ing)?\s+(?:in\s+)?"
    r"(?:(?:up\s+to|over|more\s+than|about|some|at\s+least|an\s+additional)\s+)?$",
    re.IGNORECASE,
)


#: What a debtor pays back: "repaid a Danish loan of €9m"; not what repays a loan.
_PAID_BACK = re.compile(
    r"(?<!\bto )\b(?:repaid|repays|repaying|paid\s+back|pays\s+back|paying\s+back)\s+"
    r"(?!by\b|from\b|with\b)(?:[\w’'-]+\s+){0,6}?$",
    re.IGNORECASE,
)


def taken(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is of what is seized, taxed or paid back, or drawn in from investors."""
    if _PAID_BACK.search(page.text, sentence.start, thing.start):
        return True
    if _PRIVATE.match(page.text, thing.end, sentence.end) and _DRAWS_IN.search(
        page.text, sentence.start, thing.start
    ):
        return True
    return _TAKEN.search(page.text, sentence.start, thing.start) is not None


def invested(page: Page, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is put into a business: "is investing $35 billion in a resort"."""
    before = _INVESTS.search(page.text, sentence.start, thing.start)
    return before is not None and _VENTURES.match(page.text, thing.end) is not None
