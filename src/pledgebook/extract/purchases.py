"""Purchases that a state makes for itself: trade, and no gift to anybody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.extract.receivers import by_preposition
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_ADJECTIVES = ("adjective", "demonym")
#: "from Sweden": who sells.
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def own_purchase(page: Page, draft: Draft, receiver: str | None) -> bool:
    """Say whether a draft tells what somebody buys for itself: "Kyiv could buy 100 jets".

    So it is where the nearest act is one of buying, and who buys is whom the page is about giving
    to, or somebody sells and nobody is named who gets.
    """
    if draft.money is not None and not draft.recipients and _contract(page, draft):
        return True
    if not draft.recipients and _priced(page, draft):
        return True
    if not draft.acts or draft.acts[0] not in load("acts")["buying"]:
        return False
    if not draft.recipients and any(_bought_by(page, thing.name) for thing in draft.things):
        return True
    donors = {p.actor.id for p in draft.donors}
    for_others = {p.actor.id for p in draft.recipients} - donors
    if donors == {receiver}:
        return True
    mentions = by_preposition(page, draft.sentence, _FROM) or _makers(page, draft)
    sellers = {mention.actor.id for mention in mentions} - donors
    for_others -= sellers
    return bool(sellers) and not for_others


#: Behind things, who buys them: "12 boats ordered by Fiji".
_BOUGHT_BY = re.compile(
    r"\s+(?:(?:that|which)\s+(?:was|were|are|had\s+been|have\s+been)\s+)?"
    r"(?:bought|ordered|purchased|procured|acquired)\s+(?:[a-z]+ly\s+)?by\b",
    re.IGNORECASE,
)


def _bought_by(page: Page, name: Span) -> bool:
    """Say whether the words behind a thing tell who bought it."""
    return _BOUGHT_BY.match(page.text, name.end) is not None


#: Right behind the sum of a purchase: "signed a €20m contract".
_CONTRACT = re.compile(r"\s+(?:[\w-]+\s+){0,2}?contracts?\b", re.IGNORECASE)


def _contract(page: Page, draft: Draft) -> bool:
    """Say whether a sum is the price of a contract, where nobody is named who gets anything."""
    assert draft.money is not None
    return _CONTRACT.match(page.text, draft.money.span.end) is not None


#: What a purchase costs, behind what is bought: "buys 54 tanks in €1bn Turkish deal".
_PRICE = re.compile(
    r"\bin\s+(?:an?\s+)?(?:[\w.,$€£¥-]+\s+){1,3}?(?:[\w-]+\s+){0,2}?(?:deals?|purchases?|orders?|contracts?)\b",
    re.IGNORECASE,
)


def _priced(page: Page, draft: Draft) -> bool:
    """Say whether a sentence tells a purchase and its price, and the draft is either of them."""
    span = draft.sentence
    price = _PRICE.search(page.text, span.start, span.end)
    if price is None or not page.money.within(Span(*price.span())):
        return False
    return any_of("acts", "buying").search(page.text, span.start, price.start()) is not None


def _makers(page: Page, draft: Draft) -> list[ActorMention]:
    """Adjectives right before what is bought, or in its name: "American systems"."""
    names = (Span(max(0, thing.name.start - 2), thing.name.end) for thing in draft.things)
    return [m for name in names for m in page.actors.touching(name) if m.naming in _ADJECTIVES]


def buys(page: Page, chain: Sequence[Act]) -> bool:
    """Say whether the nearest act is one of buying: who sells what is bought gives nothing."""
    return bool(chain) and page.words(chain[0].span).lower() in load("acts")["buying"]


#: Right before who sells or makes what is bought: "drones bought from", "shells made in".
_SOLD_BY = re.compile(
    r"\b(?:bought|purchased|ordered|procured|acquired|sourced|imported|obtained|leased|made|produced"
    r"|built|manufactured)\s+(?:[a-z]+ly\s+)?(?:from|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: No phrase of these is longer, in code points.
_SOLD_REACH = 40


def sells(page: Page, mention: ActorMention) -> bool:
    """Say whether the words before a name make it the seller of what somebody else gives."""
    start = max(0, mention.span.start - _SOLD_REACH)
    return _SOLD_BY.search(page.text, start, mention.span.start) is not None


def made_by(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span, mention: ActorMention
) -> bool:
    """Say whether an adjective tells where what is bought is made: "buy American systems"."""
    if not buys(page, chain) or mention.naming not in _ADJECTIVES:
        return False
    head, of = syntax.head_of(thing), syntax.head_of(mention.span)
    return head is not None and of is not None and syntax.below(of, head)


def names_make(syntax: Syntax, mention: ActorMention) -> bool:
    """Say whether an adjective tells where goods are made: "a batch of American weapons".

    Before a noun of aid ("American support") it tells who gives.
    """
    at = syntax.head_of(mention.span)
    if at is None or mention.naming not in _ADJECTIVES:
        return False
    noun = syntax.tokens[syntax.tokens[at].head].text.lower()
    return noun in load("acts")["made_goods"]
