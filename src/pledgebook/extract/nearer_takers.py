"""Who gets what a newspaper's sentence tells of where its paragraph tells of another than its page.

A page about giving to one state also tells of what goes elsewhere: "Kenya will provide 1,410
soldiers to the mission in Somalia. Egypt has promised 1,091." Looked for in this order: the one
whom the page is about, where the paragraph names it; whoever an earlier sentence of the paragraph
gives to; the place that the paragraph opens with; and, in a section of its own that does not name
the page's one, whom its heading names, then whoever an earlier sentence of it gives to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.receivers import stands_to_receive
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: So many sentences back a section may have told who gets.
_BACK = 12
#: A line that tells where and by whom a page was written: "RECIFE, Brazil | Climate Wire".
_DATELINE = re.compile(
    r"[^\n]*\s[|·]\s|\W*[A-Z]{3,}[A-Z ]*,?\s+(?:[A-Z][\w.]*\s*){1,3}(?:[|(,–—-]|$)"
)
#: The place that a paragraph opens with: "In Somalia, by contrast", "For Sudan, …".
_PLACE = re.compile(r"\W*(?:In|For|On|Across|Inside)\s+(?:the\s+)?$")


def nearer_taker(page: Page, sentence: Span, taker: str | None) -> ActorMention | None:
    """Give the one whom the words around a sentence tell of getting, if not the page's ``taker``.

    None where the page's own stands: also where the words around tell of nobody.
    """
    block = page.block_of(sentence)
    if page.from_office or block is None:
        return None
    before = [s for s in page.sentences.within(block.span) if s.start <= sentence.start]
    if _named(page, before, taker):
        return None
    told = _last_taker(page, before[:-1], taker) or _place(page, block.span, taker)
    return told or _of_section(page, sentence, taker)


def _of_section(page: Page, sentence: Span, taker: str | None) -> ActorMention | None:
    """Give whom a section with a heading of its own tells of, where it never names ``taker``."""
    head = _heading(page, sentence)
    if head is None:
        return None
    section = [head, *page.sentences.within(Span(head.end, sentence.end))]
    if _named(page, section, taker):
        return None
    named = [m for m in page.actors.within(head) if _may_get(page, m, taker)]
    if len({m.actor.id for m in named}) == 1:
        return named[0]
    return _last_taker(page, section[1:-1][-_BACK:], taker)


def _heading(page: Page, sentence: Span) -> Span | None:
    """Give the heading of the section that a sentence stands in; None in the page's first."""
    here = page.blocks.position(sentence)
    heads = [b.span for b in page.blocks.items[1:here] if b.kind == "heading"]
    heads = [head for head in heads if _DATELINE.match(page.text, head.start, head.end) is None]
    return heads[-1] if heads else None


def _named(page: Page, sentences: Iterable[Span], actor: str | None) -> bool:
    """Say whether a sentence names an actor, one of its people or its seat."""
    return any(
        actor in (m.actor.id, m.actor.affiliation)
        for sentence in sentences
        for m in page.actors.within(sentence)
    )


def _last_taker(page: Page, sentences: Sequence[Span], taker: str | None) -> ActorMention | None:
    """Give the last one whom some sentences tell of getting something."""
    for sentence in reversed(sentences):
        if not (page.money.within(sentence) or things_in(page, sentence)):
            continue
        told = [m for m in page.actors.within(sentence) if _may_get(page, m, taker)]
        told = [m for m in told if stands_to_receive(page, m)]
        if told:
            return told[-1]
    return None


def _place(page: Page, block: Span, taker: str | None) -> ActorMention | None:
    """Give the place that a paragraph opens with, where no giver sits there."""
    first = next(iter(page.actors.within(block)), None)
    if first is None or not _may_get(page, first, taker):
        return None
    opens = _PLACE.fullmatch(page.text, block.start, first.span.start) is not None
    return first if opens else None


def _may_get(page: Page, mention: ActorMention, taker: str | None) -> bool:
    """Say whether another than the page's own may get what a paragraph tells of.

    A state that gives to others seldom does; a body does so where the page names it twice.
    """
    actor = mention.actor
    if actor.id is None or actor.id == taker or actor.type == "person":
        return False
    if actor.type == "state":
        return actor.id not in load("acts")["giving_states"]
    return sum(m.actor.id == actor.id for m in page.actors) > 1
