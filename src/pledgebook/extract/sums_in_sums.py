"""Sums of one sentence that are parts of another: "€6bn of the €18bn", "of the €9m, €3m …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract import ages
from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.partly import part_of_sum
from pledgebook.extract.wholes_and_parts import smaller
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention


def take_part(page: Page, whole: Draft, before: Draft | None) -> None:
    """Make the sum before a part where this one is its whole: "€6bn of the €18bn was paid".

    What is told of the part is not told of the whole, which was promised before.
    """
    if before is None or before.money is None or whole.money is None:
        return
    words = part_of_sum(page.text, before.money.span, whole.money.span)
    if words is None:
        return
    if before.parent is None and smaller(before.money, whole):
        before.parent = whole
    whole.parent, whole.newness = None, ("restated", words)
    if whole.stage[0] in ("disbursed", "delivered"):
        whole.stage = ("pledged", None)
    whole.problems.discard("part-only")


#: Between a sum and a part of it: "€84 million, of which".
_OF_WHICH = re.compile(
    r"[^.;:]{0,40}?,\s+(?:some\s+|about\s+)?of\s+which\s+(?:[a-z]+\s+){0,4}", re.IGNORECASE
)


def take_givers(page: Page, part: Draft, before: Draft | None) -> None:
    """Make those who give a sum the givers of a part named right behind it: "€9m, of which €4m"."""
    if before is None or before.money is None or part.money is None or not before.donors:
        return
    between = Span(before.money.span.end, max(before.money.span.end, part.money.span.start))
    if _OF_WHICH.fullmatch(page.words(between)) and not page.actors.within(between):
        part.donors = list(before.donors)


def whole_before(page: Page, sentence: Span, previous: Draft | None) -> Span | None:
    """Find the words that open a sentence with the whole of its sums: "Of the €9m it gave, …"."""
    if previous is None or previous.money is None or previous.sentence != sentence:
        return None
    words = Span(sentence.start, previous.money.span.start)
    opens = page.words(words)[:3].lower() == "of "
    return ages.part_of(page.text, words) if opens else None


def after_colon(
    page: Page, sums: Sequence[MoneyMention], previous: Draft | None, money: MoneyMention
) -> bool:
    """Say whether a sum is listed behind the sum of the same sentence that a colon opens up."""
    if previous is None or previous.money is None or previous.money not in sums:
        return False
    return re.search(r":\s", page.text[previous.money.span.end : money.span.start]) is not None


#: What a sentence opens with that no aid is, and right before a part of a sum.
_TRADE_OPENS = re.compile(
    r"\W*(?:[\w'’-]+\s+){0,4}?(?:exports?|imports?|sales|losses|turnover|revenues?|profits?|trade)\b",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\b(?:including|of\s+which)\s+(?:(?:about|some|nearly|almost|over|up\s+to|more\s+than|at\s+least)\s+)?$",
    re.IGNORECASE,
)


def part_of_trade(
    page: Page, sentence: Span, money: MoneyMention, sums: Sequence[MoneyMention]
) -> bool:
    """Say whether a sum is a part of one of trade or loss: "exports of €9m, including €2m from"."""
    if _PART_BEHIND.search(page.text, sentence.start, money.span.start) is None:
        return False
    if _TRADE_OPENS.match(page.text, sentence.start, money.span.start) is None:
        return False
    before = [m for m in page.money.within(sentence) if m.span.end <= money.span.start]
    return bool(before) and before[-1] not in sums
