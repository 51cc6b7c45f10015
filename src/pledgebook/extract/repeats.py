"""The same sum told again: one commitment, whose later tellings are further evidence."""

from __future__ import annotations

import re
from decimal import Decimal

from pledgebook.extract.drafts import Draft
from pledgebook.extract.headlines import has_headline_form
from pledgebook.extract.introductions import introduction_of
from pledgebook.extract.page import Page
from pledgebook.extract.parties import party_ids
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention

#: Bodies by which texts tell one and the same sum of the European Union.
_OF_THE_UNION = frozenset({"org:eu", "org:european-commission", "org:european-council"})


def fold_repeats(page: Page, drafts: list[Draft]) -> list[Draft]:
    """One claim per thing: the same sum of the same donor told again is further evidence."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same_sum(page, k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        assert draft.money is not None
        assert twin.money is not None
        if draft.money.amount.currency == twin.money.amount.currency:
            twin.repeats.append(draft.money)
        twin.things = twin.things or draft.things
        twin.recorded = twin.recorded or draft.recorded
        _fill_parties(twin, draft)
        if twin.parent is None and draft.parent is not twin:
            twin.parent = draft.parent
    return kept


def _fill_parties(twin: Draft, draft: Draft) -> None:
    """Parties that the first telling lacks are taken from the later one."""
    if not twin.donors and draft.donors:
        twin.donors = draft.donors
        twin.problems.discard("donor-unresolved")
        twin.problems |= draft.problems & {"donor-from-context"}
    if not twin.recipients and draft.recipients:
        given = party_ids(twin.donors)
        twin.recipients = [p for p in draft.recipients if p.actor.id not in given]
        twin.problems |= draft.problems & {"recipient-from-context"}


def _same_sum(page: Page, first: Draft, second: Draft) -> bool:
    if first.money is None or second.money is None:
        return False
    one, other = first.money.amount, second.money.amount
    if _figure(first.money) != _figure(second.money):
        return False
    if one.currency != other.currency and other.currency is not None:
        return False
    if _further(first, second) or _other_recipient(first, second) or _beside(page, first, second):
        return False
    givers, others = party_ids(first.donors), party_ids(second.donors)
    return givers == others or not givers or not others or givers | others <= _OF_THE_UNION


def _figure(money: MoneyMention) -> Decimal | None:
    """Give the figure of a sum, the upper one where there is no lower ("up to €3m")."""
    amount = money.amount
    return amount.high if amount.low is None else amount.low


def _further(first: Draft, second: Draft) -> bool:
    """One sum is new beside the other: "another €40m … on top of the €40m of October"."""
    return {first.newness[0], second.newness[0]} == {"additional", "restated"}


#: Before a sum: it was told of before.
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|her|said|same)\s+(?:\w+\s+)?$", re.IGNORECASE
)
#: Before a sum: it is another one.
_ANOTHER = re.compile(
    r"\b(?:another|(?:an?\s+)?(?:further|additional|extra)|a\s+(?:second|third|fourth)|as\s+much\s+again)\s+$",
    re.IGNORECASE,
)
#: Words of a sentence that tell of something besides.
_BESIDES = re.compile(
    r"\b(?:also|as\s+well|too|separately|in\s+addition|meanwhile|besides|moreover)\b", re.IGNORECASE
)
_PURPOSE = re.compile(r"(?:[\s,]+[\w-]+){0,3}?[\s,]+(?:for|to|towards|on)\s+(?P<what>[^.;:]{1,60})")
#: Between two tellings of one sum in one sentence: the sum in other words, or what it consists of.
_TOLD_ANEW = re.compile(r"[(:—–…]|--|\s-\s")
_JOINED = re.compile(r"\b(?:and|plus)\b|[;,]", re.IGNORECASE)
#: A word of some length that is no name.
_CONTENT = re.compile(r"\b[a-z]{4,}")


def _beside(page: Page, first: Draft, second: Draft) -> bool:
    """Say whether an equal sum stands beside one as another: "€5m for roads and €5m for clinics".

    Two sums of one sentence and of two points of one list are two. The next sentence may tell a sum
    again; it tells another one where it says so, or where it tells what else the sum is for.
    """
    places = sorted((d.money.span, d.sentence) for d in (first, second) if d.money is not None)
    (one, above), (other, below) = places
    before = page.text[below.start : other.start]
    if _DEFINITE.search(before):
        return False
    if above == below:
        return _JOINED.search(page.text, one.end, other.start) is not None and not (
            _TOLD_ANEW.search(page.text, one.end, other.start)
        )
    opening = introduction_of(page, above)
    if opening is not None and opening == introduction_of(page, below):
        return page.block_of(above) != page.block_of(below)
    if has_headline_form(page, above):
        return False
    if _own_points(page, above, below):
        behind, others = (_words_behind(page, span) for span in (one, other))
        return len(behind & others) <= (min(len(behind), len(others)) >= _SAID)
    if page.sentences.position(below) - page.sentences.position(above) != 1:
        return False
    return _ANOTHER.search(before) is not None or _for_something_else(page, one, other, below)


#: Words that say nothing of what a sum is for.
_EMPTY = frozenset({"which", "that", "with", "this", "will", "through", "from", "over", "million"})
#: With so many words behind each of two sums, one may be the same.
_SAID = 4
_WINDOW = 100


def _words_behind(page: Page, money: Span) -> frozenset[str]:
    end = min(page.sentence_of(money).end, money.end + _WINDOW)
    return frozenset(_CONTENT.findall(page.text, money.end, end)) - _EMPTY


def _own_points(page: Page, above: Span, below: Span) -> bool:
    """Say whether two sums stand in two points, each of which tells a gift of its own."""
    blocks = [page.block_of(sentence) for sentence in (above, below)]
    points = all(block is not None and block.kind == "bullet" for block in blocks)
    return points and blocks[0] != blocks[1]


def _for_something_else(page: Page, one: Span, other: Span, sentence: Span) -> bool:
    """Say whether a sentence tells of a sum besides, for something else than the one before."""
    aims = [_aims(page, span) for span in (one, other)]
    besides = _BESIDES.search(page.text, sentence.start, sentence.end) is not None
    return besides and all(aims) and aims[0].isdisjoint(aims[1])


def _aims(page: Page, money: Span) -> frozenset[str]:
    """Words for what a sum is for, as far as they stand right behind it."""
    found = _PURPOSE.match(page.text, money.end, page.sentence_of(money).end)
    return frozenset() if found is None else frozenset(_CONTENT.findall(found["what"]))


def _other_recipient(first: Draft, second: Draft) -> bool:
    """Both sentences name who gets it, and not the same."""
    told = "recipient-from-context" not in first.problems | second.problems
    one, other = party_ids(first.recipients), party_ids(second.recipients)
    return told and bool(one) and bool(other) and not one & other
