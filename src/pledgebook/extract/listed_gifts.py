"""Points of a list that say who gives which things: "Allies announced: - Norway: 1,000 drones"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.extract.breakdowns import divides
from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import uncounted_goods
from pledgebook.extract.introductions import POINTS, heading_of, introduction_of
from pledgebook.extract.openings import name_opening
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.state_lines import gift_words, line_giver
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Behind the giver that opens a point.
_MARK = re.compile(
    r"(?:\s+and\s+its\s+(?:\w+\s+)?(?:member\s+states|members|partners))?"
    r"\s*(?:\*\*|__)?\s*(?:(?::|[-–—]\s|\|)\s*(?:\*\*|__)?|(?=[A-Z]{0,3}[$€£¥]\s?\d))"
)
#: Words of the introduction that make its points gifts; a demand or a cut makes them none.
_GIVING = re.compile(
    r"\b(?:announc|pledg|donor|promis|commit|contribut|donat|offer|provid|deliver|suppl|giv|gave|sen[dt]|hand)\w*",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:ask|urg|call|request|need|want|demand|cut|cancel|withdr|refus|reject|lost|los[et]|sold|sell|order"
    r"|destroy|captur|seiz|not|no|never|could|might|may|should)\w*\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGift:
    """What a point of a list gives.

    Attributes:
        giver: who opens the point.
        words: the words of giving in the introduction.
        things: what stands behind the giver.
    """

    giver: ActorMention
    words: Span
    things: list[Thing]


def names_listed_gift(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence is a point that a giver opens, or divides up a sum."""
    if page.money.within(sentence) and divides(page, sentence):
        return True
    return point_giver(page, sentence) is not None


def point_giver(page: Page, sentence: Span) -> ActorMention | None:
    """Give who opens a point of a list of gifts; None for every other sentence."""
    giver = _giver(page, sentence)
    return None if giver is None or _introduction(page, sentence) is None else giver


def listed_gifts(page: Page, syntax: Syntax, sentence: Span) -> Iterator[ListedGift]:
    """Give what a point without a sum and without a verb gives, at most once."""
    giver, words = _giver(page, sentence), _introduction(page, sentence)
    if giver is None or words is None or page.money.within(sentence):
        return
    if any(
        token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP") and token.dep != "relcl"
        for token in syntax.tokens
    ):
        return
    things = things_in(page, sentence) or uncounted_goods(page, syntax, sentence)
    things = [thing for thing in things if thing.name.start >= giver.span.end]
    if things:
        yield ListedGift(giver=giver, words=words, things=things)


def _giver(page: Page, sentence: Span) -> ActorMention | None:
    """Give the actor that opens a point before its mark."""
    block = page.block_of(sentence)
    if block is None or block.kind not in POINTS:
        return line_giver(page, sentence)
    first = name_opening(page, Span(block.span.start, sentence.end), _MARK)
    if first is None or bound_actor(first) is None:
        return None
    return first if sentence.holds(first.span) else None


def _introduction(page: Page, sentence: Span) -> Span | None:
    """Give the words of giving in the sentence that opens the list of a point, or None."""
    block = page.block_of(sentence)
    if block is not None and block.kind not in POINTS:
        return gift_words(page, block)
    if divides(page, sentence):
        return None
    opened = introduction_of(page, sentence) or _header(page, sentence) or _titled(page, sentence)
    if opened is not None and _OTHERWISE.search(page.text, opened.start, opened.end):
        return None
    for words in (opened, headline_of_list(page, sentence)):
        if words is None or _OTHERWISE.search(page.text, words.start, words.end):
            continue
        if (found := _GIVING.search(page.text, words.start, words.end)) is not None:
            return Span(*found.span())
    return _told_in_list(page, sentence, opened)


#: What opens a list without saying of what it is.
_OPEN = re.compile(
    r"\b(?:what\s+we\s+know|so\s+far|at\s+a\s+glance|in\s+(?:brief|numbers|figures|short|full)|the\s+(?:figures|numbers|list)"
    r"|here(?:['’]s|\s+is|\s+are)|who\s+(?:is\s+)?(?:gives|giving|pays|paying)|key\s+(?:points|figures))\b",
    re.IGNORECASE,
)
#: So many points of such a list have a giver and its sum.
_SUMS = 2
#: What points tell of that are no gifts.
_NO_GIFT = re.compile(
    r"\b(?:damage|loss|losses|exports?|imports?|trade|debt|deficit|fine[sd]?|tariffs?|dead|killed|injured|budget"
    r"|economy|gdp|sales|profits?|revenue|shares)\b",
    re.IGNORECASE,
)


def _told_in_list(page: Page, sentence: Span, opened: Span | None) -> Span | None:
    """Give words of giving in a list that opens without any: "Here is what we know:".

    Another point of it tells a gift with its verb, two at least have a giver and its sum, and
    none tells of anything else.
    """
    block = page.block_of(sentence)
    if opened is None or block is None or not _OPEN.search(page.text, opened.start, opened.end):
        return None
    points = [other.span for other in _list_of(page, block)]
    whole = Span(points[0].start, points[-1].end)
    if _NO_GIFT.search(page.text, whole.start, whole.end) or _OTHERWISE.search(page.words(opened)):
        return None
    with_sum = [
        span for span in points if page.money.within(span) and name_opening(page, span, _MARK)
    ]
    told = _GIVES.search(page.text, whole.start, whole.end)
    return Span(*told.span("verb")) if told and len(with_sum) >= _SUMS else None


#: A point with its verb: "Sweden has put in 16bn".
_GIVES = re.compile(
    r"\b(?:will|would|has|have|is|are|to)\s+(?P<verb>give|given|giving|send|sent|sending|put\s+in|pledged?|promised?"
    r"|provide|provided|providing|donate|donated|contribute|contributed|contributing|offer(?:ed|ing)?|hand\s+over|deliver)\b"
)


def _list_of(page: Page, block: Block) -> list[Block]:
    """Give the points of the list that one stands in, in order."""
    at = page.blocks.position(block.span)
    items = page.blocks.items
    first, last = at, at
    while first and items[first - 1].kind == block.kind:
        first -= 1
    while last + 1 < len(items) and items[last + 1].kind == block.kind:
        last += 1
    return list(items[first : last + 1])


def headline_of_list(page: Page, sentence: Span) -> Span | None:
    """Give the heading of a list, above the words that open it: "What has been pledged so far?".

    A line of few words is one.
    """
    block = page.block_of(sentence)
    if block is None or block.kind not in POINTS:
        return None
    opening = True
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind in POINTS:
            continue
        words = page.words(earlier.span)
        if opening and words.rstrip().endswith(":"):
            opening = False
            continue
        line = earlier.kind == "paragraph" and len(words.split()) <= _HEADING_WORDS
        return earlier.span if line or earlier.kind == "heading" else None
    return None


#: A line of more words is no heading.
_HEADING_WORDS = 12


def lists_other_than_gifts(page: Page, sentence: Span) -> bool:
    """Say whether the words that open the list of a point tell of no gifts, or ask for some."""
    opened = introduction_of(page, sentence) or headline_of_list(page, sentence)
    if opened is None:
        return False
    asks = _OTHERWISE.search(page.text, opened.start, opened.end) is not None
    return asks or (introduction_of(page, sentence) is not None and not _told_given(page, sentence))


def _told_given(page: Page, sentence: Span) -> bool:
    return _introduction(page, sentence) is not None


def _header(page: Page, sentence: Span) -> Span | None:
    """Give the first row of the table that a row stands in, where it names givers: "Donor"."""
    block = page.block_of(sentence)
    if block is None or block.kind != "table_row":
        return None
    first = block
    for earlier in reversed(page.blocks.items[: page.blocks.position(block.span)]):
        if earlier.kind != "table_row":
            break
        first = earlier
    named = _COLUMN.search(page.text, first.span.start, first.span.end)
    return first.span if first != block and named is not None else None


def _titled(page: Page, sentence: Span) -> Span | None:
    """Give the heading of a point's list, where it calls the points gifts: "Pledges made today"."""
    heading = heading_of(page, sentence)
    named = heading is not None and _GIFTS.search(page.text, heading.start, heading.end)
    return heading if named else None


#: What the points below a heading are called, each with its giver.
_GIFTS = re.compile(
    r"\b(?:pledges|announcements|contributions|commitments|donations|donors|contributors)\b",
    re.IGNORECASE,
)
#: What a column of givers is called.
_COLUMN = re.compile(
    r"\b(?:donors?|contributors?|pledges?|pledged|contributions?|giver)\b", re.IGNORECASE
)
