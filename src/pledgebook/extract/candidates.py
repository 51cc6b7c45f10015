"""Which sentences may hold a commitment: a cheap filter by mentions and words, no parser."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.act_idioms import names_idiom
from pledgebook.extract.facilities import names_facility
from pledgebook.extract.founding import names_founding
from pledgebook.extract.gate_debts import lets_go
from pledgebook.extract.goods_words import names_goods
from pledgebook.extract.handed import names_bestowed
from pledgebook.extract.headline_frames import names_frame
from pledgebook.extract.headline_goods import names_framed_goods
from pledgebook.extract.headline_refusals import names_refusal
from pledgebook.extract.lexicon import any_of, forms_of, particled_verbs, verb_classes
from pledgebook.extract.listed_gifts import names_listed_gift
from pledgebook.extract.moving import names_journey
from pledgebook.extract.opened_gifts import names_opened_gift, opened_gift
from pledgebook.extract.package_paragraphs import answers_how_much
from pledgebook.extract.page import Page
from pledgebook.extract.policies import names_policy
from pledgebook.extract.recording import records
from pledgebook.extract.refusals import names_prose_refusal
from pledgebook.extract.services import names_service
from pledgebook.extract.share_words import names_share
from pledgebook.extract.sized_teams import names_sized_team
from pledgebook.extract.story import may_tell_of_gift
from pledgebook.extract.sums_from import names_sum_from
from pledgebook.extract.taken_in import names_taken_in
from pledgebook.extract.teams import names_team
from pledgebook.extract.thanked import names_thanks
from pledgebook.extract.things import things_in
from pledgebook.extract.troops import names_troops
from pledgebook.model.spans import Span


@cache
def _trigger() -> re.Pattern[str]:
    """Any verb of giving or noun of aid: a sentence without one holds no commitment."""
    more = (forms_of("acts", key) for key in ("finding", "clearing", "getting_from", "moving"))
    words = sorted(set(verb_classes("acts")).union(*more), key=len, reverse=True)
    single = "|".join(map(re.escape, words))
    parted = "|".join(rf"{form}\s+{particle}" for form, particle in particled_verbs())
    return re.compile(rf"(?<![\w-])(?:{single}|{parted})(?![\w-])", re.IGNORECASE)


#: What a sentence may tell of without a sum and without goods.
_UNDERTAKINGS = (
    names_listed_gift, names_troops, names_policy, names_team, names_taken_in, names_founding,
    names_facility, names_share, names_framed_goods, names_opened_gift,
)  # fmt: skip
#: How many sentences after a candidate a sum or a thing may still belong to what it promises.
CONTEXT = 6


def candidates(page: Page) -> list[Span]:
    """Sentences that may hold a commitment or go on with one: "They come with 40 trailers."."""
    found: list[Span] = []
    block, left = None, 0
    for sentence in page.sentences:
        if candidate(page, sentence):
            found.append(sentence)
            block, left = page.block_of(sentence), CONTEXT
        elif left and page.block_of(sentence) == block:
            left -= 1
            if holds_value(page, sentence):
                found.append(sentence)
    return found


def holds_value(page: Page, sentence: Span) -> bool:
    """Say whether a sentence has a sum or a thing, and asks nothing."""
    held = bool(page.money.within(sentence)) or bool(things_in(page, sentence))
    return held and not page.asks(sentence)


def candidate(page: Page, sentence: Span) -> bool:
    """Say whether a sentence may hold a commitment: cheap, by its mentions and trigger words."""
    if page.asks(sentence):
        return names_prose_refusal(page, sentence)  # "Will Oslo send jets? No."
    if names_refusal(page, sentence) and page.actors.within(sentence):
        return True
    if names_prose_refusal(page, sentence):
        return True
    if page.money.within(sentence):
        return _names_sum(page, sentence) or names_frame(page, sentence)
    if names_sized_team(page, sentence) or any(n(page, sentence) for n in _UNDERTAKINGS):
        return True
    named = any(names(page, sentence) for names in (names_goods, names_service, names_bestowed))
    given = bool(things_in(page, sentence)) or _hands_counts(page, sentence)
    return (given or named) and bool(
        _trigger().search(page.text, sentence.start, sentence.end)
        or any_of("acts", "gift_nouns").search(page.text, sentence.start, sentence.end)
        or names_thanks(page, sentence)
        or names_frame(page, sentence)
        or (given and names_journey(page, sentence))
        or (given and may_tell_of_gift(page, sentence))
        or (given and _AIDED_WITH.search(page.text, sentence.start, sentence.end))
    )


#: Verbs of helping that are no triggers, and what they help with: "will aid Chad with 20 trucks".
_AIDED_WITH = re.compile(
    r"\b(?:to|will|would)\s+(?:aid|bolster|reinforce)\s+[^.;:]{1,60}?\bwith\s+(?:[a-z]+\s+){0,3}\d"
)


def _names_sum(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether the sum of a sentence may be one that is given."""
    listed = listed_sum(page, sentence) is not None or names_listed_gift(page, sentence)
    if listed or records(page, sentence) or answers_how_much(page, sentence):
        return True
    start, end = sentence.start, sentence.end
    return opens_with_sum(page, sentence) or bool(
        _trigger().search(page.text, start, end)
        or any_of("acts", "nouns").search(page.text, start, end)
        or any_of("acts", "transfer_verbs").search(page.text, start, end)
        or names_thanks(page, sentence)
        or any_of("promise_words", "aid_type", "humanitarian").search(page.text, start, end)
        or names_idiom(page, sentence)
        or any(lets_go(page.text, sentence, m.span) for m in page.money.within(sentence))
        or names_sum_from(page, sentence)
        or _SHARE.search(page.text, start, end) is not None
        or opened_gift(page, sentence) is not None
    )


#: Whose share a sum is of what was told before: "the Norwegian portion of that was €9m".
_SHARE = re.compile(
    r"\b(?:share|portion)\s+(?:of\s+(?:that|this|it)\s+)?(?:is|was|will\s+be|comes\s+to|came\s+to)\b",
    re.IGNORECASE,
)
#: What follows the sum that opens a line of a budget or fact sheet, also where it is a link.
_MEANT_FOR = re.compile(
    r"(?:\]\([^\s)]*\))?\s+(?:for|to|through|via|towards?)\s+(?!\d)", re.IGNORECASE
)
#: Less is a price more often than a line of aid.
_SMALLEST_LINE = 100_000
#: Before such a sum stand a bullet and words of bound, no more.
_LINE_START = re.compile(
    r"\W*(?:(?:up|to|about|over|more|than|nearly|some|at|least|an|additional)\s+)*"
)


def opens_with_sum(page: Page, sentence: Span) -> bool:
    """Say whether a line opens with a sum and what it is for: "$5 million to clear mines in …"."""
    first = page.money.within(sentence)[0]
    before = page.text[sentence.start : first.span.start]
    least = first.amount.low if first.amount.low is not None else first.amount.high
    return (
        least is not None
        and least >= _SMALLEST_LINE
        and _LINE_START.fullmatch(before.lower()) is not None
        and _MEANT_FOR.match(page.text, first.span.end) is not None
        and bool(page.actors.within(sentence))
    )


def _hands_counts(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence has a count, an actor and a verb of handing over."""
    counted = any(m.name_span is not None for m in page.quantities.within(sentence))
    verbs = any_of("acts", "handing_verbs")
    return (
        counted
        and bool(page.actors.within(sentence))
        and verbs.search(page.text, sentence.start, sentence.end) is not None
    )


def listed_sum(page: Page, sentence: Span) -> Span | None:
    """Give the paragraph that introduces a bullet or row with an actor and a sum, or None.

    "Members pledged €21bn: - Germany: €11bn": a row needs no verb, its introduction has one.
    """
    block = page.block_of(sentence)
    if block is None or block.kind not in ("bullet", "table_row"):
        return None
    if not page.actors.within(sentence):
        return None
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind in ("paragraph", "turn"):
            held = page.money.within(earlier.span)
            return earlier.span if held and _trigger().search(page.words(earlier.span)) else None
    return None


def trigger_in(page: Page, sentence: Span) -> Span | None:
    """Give the first verb of giving or noun of aid in a sentence."""
    found = _trigger().search(page.text, sentence.start, sentence.end) or any_of(
        "acts", "nouns"
    ).search(page.text, sentence.start, sentence.end)
    return Span(*found.span()) if found else None
