"""Givers by where a sentence stands: whose words are quoted, whose line it is, what came before.

A quotation's "we" is whoever says it: the one told beside the quotation, or the heading above it.
A line that opens with a name and a colon tells of that one. "It" at the head of a sentence is who
opens the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from pledgebook.extract.interviews import interviewed
from pledgebook.extract.lexicon import load
from pledgebook.extract.openings import name_opening, opens_sentence
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.spoken_of import opening_of, spoken_of
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_SPEAKERS_OWN = frozenset({"we", "i", "our", "us"})
#: Behind the name at the head of a line that tells of it: "SWEDEN:", or a dash.
_LABEL_END = re.compile(r"\s*(?::|\s[\u2013\u2014-])\s")
#: Longest way between a quotation and the name of who says it, in code points.
_REACH = 30
#: Lists with fewer such lines may tell of anything: "Sudan: famine spreads".
_LINES = 3


def standing_giver(page: Page, words: Span | None, sentence: Span) -> Party | None:
    """Give the one whom a sentence's place makes its giver, None where it makes nobody so.

    ``words`` are the local words of its subject.
    """
    said = None if words is None else page.words(words).lower()
    if words is not None and said in _SPEAKERS_OWN:
        return _party(_voice(page, words), words, placed=_in_quotation(page, words))
    if words is not None and said == "it":
        return _party(_gone_on_with(page, words), words)
    return None if said in ("he", "she", "they") else _party(label_of(page, sentence), None)


def _in_quotation(page: Page, words: Span) -> bool:
    """Say whether words are quoted; who speaks in a turn may tell of what is done at home."""
    return page.quotations.at(words.start) is not None


def _party(
    mention: ActorMention | None, words: Span | None, *, placed: bool = True
) -> Party | None:
    actor = None if mention is None else bound_actor(mention)
    if mention is None or actor is None:
        return None
    return Party(actor=actor, span=mention.span, words=words, from_context=True, placed=placed)


#: Right before a "we" that stands for others, too.
_TOGETHER = re.compile(r"\b(?:together|jointly|as\s+allies|as\s+partners),?\s+$", re.IGNORECASE)


def _voice(page: Page, words: Span) -> ActorMention | None:
    """Give who says the quotation that words stand in."""
    quotation, block = page.quotations.at(words.start), page.block_of(words)
    if block is not None and quotation is None and block.kind == "turn":
        together = _TOGETHER.search(page.text, block.span.start, words.start) is not None
        return None if together else interviewed(page, block)
    if quotation is None or block is None:
        return None
    quoted = quotation.outer
    return (
        _told_behind(page, quoted, block)
        or _told_before(page, quoted, block)
        or _heading_above(page, quoted, block)
    )


@cache
def _telling() -> str:
    return "|".join(sorted(load("acts")["telling"], key=len, reverse=True))


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_telling()})\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:also\s+|later\s+|then\s+)?(?:{_telling()})\b", re.IGNORECASE)


def _told_behind(page: Page, quoted: Span, block: Block) -> ActorMention | None:
    """Give who is told right behind a quotation: "…," said Berg", "…," Berg said"."""
    for mention in page.actors.within(Span(quoted.end, block.span.end))[:1]:
        start = _start(mention)
        if _said().fullmatch(page.text, quoted.end, start):
            return mention
        after = _says().match(page.text, mention.span.end)
        if not page.text[quoted.end : start].strip(' ,"”') and after is not None:
            return mention
    return None


def _told_before(page: Page, quoted: Span, block: Block) -> ActorMention | None:
    """Give the last person told of before a quotation in its paragraph, else who opens it."""
    before = [
        m
        for m in page.actors.within(Span(block.span.start, quoted.start))
        if not page.quoted(m.span.start) and bound_actor(m) is not None
    ]
    people = [m for m in before if m.actor.type == "person" or m.naming == "office"]
    opening = [m for m in before if opens_sentence(page, page.sentence_of(m.span), m.span.start)]
    return next(reversed(people or opening), None)


def _heading_above(page: Page, quoted: Span, block: Block) -> ActorMention | None:
    """Give the only one whom the heading right above a quotation names: "ANNA BERG, NORWAY"."""
    if page.text[block.span.start : quoted.start].strip():
        return None
    place = page.blocks.position(block.span)
    above = page.blocks.items[place - 1] if place else None
    if above is None or not (above.kind == "heading" or page.words(above.span).isupper()):
        return None
    named = [m for m in page.actors.within(above.span) if bound_actor(m) is not None]
    ids = {actor.id for m in named if (actor := bound_actor(m)) is not None}
    return named[0] if len(ids) == 1 else None


def _start(mention: ActorMention) -> int:
    office = mention.office_span
    return mention.span.start if office is None else min(office.start, mention.span.start)


def _gone_on_with(page: Page, words: Span) -> ActorMention | None:
    """Give who opens the sentence before the one that opens with "it", in the same paragraph."""
    sentence = page.sentence_of(words)
    ahead = Span(sentence.start, words.start)
    if len(ahead) > _REACH or page.actors.within(ahead):
        return None
    place = page.sentences.position(sentence)
    before = page.sentences.items[place - 1] if place else None
    if before is None or not _next_to(page, before, words):
        return None
    return spoken_of(page, words) or opening_of(page, before) or _only_one(page, before)


def _next_to(page: Page, before: Span, words: Span) -> bool:
    """Say whether a sentence goes on with the one before it, in news also in the next paragraph."""
    above, own = page.block_of(before), page.block_of(words)
    if above == own:
        return True
    plain = above is not None and own is not None and above.kind == own.kind == "paragraph"
    return plain and not page.from_office


def _only_one(page: Page, sentence: Span) -> ActorMention | None:
    """Give the only state or organisation that a sentence tells of, by whatever names."""
    named = [m for m in page.actors.within(sentence) if bound_actor(m) is not None]
    ids = {actor.id for m in named if (actor := bound_actor(m)) is not None}
    return named[0] if len(ids) == 1 and None not in ids else None


def label_of(page: Page, sentence: Span) -> ActorMention | None:
    """Give the name and colon that the line of a sentence opens with, in a list of such lines."""
    block = page.block_of(sentence)
    if block is None:
        return None
    label = labelled(page, block)
    if label is None:
        return None
    place = page.blocks.position(block.span)
    near = page.blocks.items[max(0, place - _LINES) : place + _LINES + 1]
    return label if sum(labelled(page, other) is not None for other in near) >= _LINES else None


def labelled(page: Page, block: Block) -> ActorMention | None:
    """Give the name that a block opens with, before a colon or a dash."""
    first = name_opening(page, block.span, _LABEL_END)
    return first if first and first.actor.type in ("state", "organisation") else None


def stands_aside(party: Party, taken: AbstractSet[str | None], recipient: str | None) -> bool:
    """Say whether a giver by place is on the other side: it gets what is given."""
    return party.actor.id is None or party.actor.id in taken or party.actor.id == recipient
