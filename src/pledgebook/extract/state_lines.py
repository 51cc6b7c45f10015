"""Lines of a newspaper that each open with who gives: "Germany: two field kitchens, and tents".

They are paragraphs of their own and no marked points of a list; the headline or the words above
them tell that they are gifts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pledgebook.extract.openings import name_opening
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.story_pages import is_story
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Behind who opens a line.
_MARK = re.compile(r"\s*(?::|\s[-–—])\s+(?=\S)")
_AHEAD = re.compile(r":|\s[–-]\s")
#: How long the name is that opens a line, with its mark, in code points.
_LONGEST = 60
#: So many lines of a page open with somebody and tell of something counted.
_LEAST = 2
#: Words above the lines by which they are gifts, and those by which they are not.
_GIFTS = re.compile(
    r"\b(?:pledge[sd]?|donat(?:ed|ions?)|donors?|promised?|promises|offer(?:ed|s)?|contribut(?:ed|ions?|ors?)"
    r"|who\s+(?:gives?|gave|brought|brings|pays|sends?|sent|is\s+(?:giving|sending))"
    r"|(?:announced|new|aid|support)\s+packages?|announcements)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:sold|sales?|exports?|imports?|orders?|ordered|bought|losses|lost|destroyed|captured|seized"
    r"|refugees|casualties|killed|wounded|injured|prisoners|hostages|sanctions|tariffs?|results|medals?|scores?|budgets?|wanted|needs?|asked)\b",
    re.IGNORECASE,
)


def line_giver(page: Page, sentence: Span) -> ActorMention | None:
    """Give who opens the line of a newspaper in which a sentence stands first; None for others."""
    limit = min(sentence.end, sentence.start + _LONGEST)
    if _AHEAD.search(page.text, sentence.start, limit) is None or not is_story(page):
        return None
    block = page.block_of(sentence)
    if block is None or block.span.end <= sentence.start:
        return None
    first = _opener(page, block)
    if first is None or not sentence.holds(first.span) or gift_words(page, block) is None:
        return None
    return first


def gift_words(page: Page, block: Block) -> Span | None:
    """Give the words above the lines of a page by which these are gifts; None where they are none.

    Several of them tell of a sum or of something counted.
    """
    lines = _lines(page)
    valued = [b for b in lines if page.money.within(b.span) or page.quantities.within(b.span)]
    if block not in lines or len(valued) < _LEAST:
        return None
    head = page.sentences.items[0]
    here = page.blocks.position(lines[0].span)
    above = page.blocks.items[max(0, here - 2) : here]
    places = [head, *(b.span for b in above)]
    if any(_OTHERWISE.search(page.text, place.start, place.end) for place in places):
        return None
    for place in places:
        if (found := _GIFTS.search(page.text, place.start, place.end)) is not None:
            return Span(*found.span())
    return None


@lru_cache(maxsize=2)
def _lines(page: Page) -> tuple[Block, ...]:
    """Give the paragraphs of a page that open with who gives; asked for line by line."""
    return tuple(b for b in page.blocks.items if _opener(page, b) is not None)


def _opener(page: Page, block: Block) -> ActorMention | None:
    """Give the state or body that opens a paragraph before a colon."""
    if block.kind != "paragraph":
        return None
    first = name_opening(page, block.span, _MARK)
    if first is None or first.actor.type == "person" or bound_actor(first) is None:
        return None
    return first
