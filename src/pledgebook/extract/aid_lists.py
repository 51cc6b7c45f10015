"""A list of aid that a state or an office made public, of which a short note records something.

"In April the Netherlands made a page listing all the equipment given to Moldova. We report here
what no earlier note has." The kind of aid of the list is what such a note stands for.
"""

from __future__ import annotations

import re

from pledgebook.extract.drafts import Thing
from pledgebook.extract.goods import goods_in
from pledgebook.extract.only_giver import NOTE_SENTENCES
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

_GIVEN = (
    r"(?:com+it+ed|provided|sent|send|donated|delivered|given|supplied|pledged|transferred|promised"
    r"|handed\s+over)"
)
_KINDS = (
    r"(?:equipment|materiel|aid|assistance|weapons|weaponry|arms|goods|items|donations|vehicles|supplies"
    r"|ammunition)"
)
#: A list, a page or a statement, and the kind of aid that it is of.
_LIST = re.compile(
    r"\b(?:(?:web)?(?:page|site)|list|overview|document|inventory|catalogue|table|statement)\b[^.;:!?]{0,40}?"
    r"\b(?:of|listing|specifying|showing|naming|detailing|with|on)\s+"
    rf"(?:(?:all|every|the|any|each)\s+(?:the\s+)?)?(?P<kind>(?:[\w-]+\s+){{0,2}}?{_KINDS})\s+"
    rf"(?:(?:that|which|it|they|was|were|has|have|had|been|is|are)\s+)*(?:{_GIVEN}\b|to\s+(?:the\s+)?(?=[A-Z]))",
    re.IGNORECASE,
)
#: By what the note says that it stands for something of the list.
_TAKEN = re.compile(
    r"\b(?:we|then)\s+(?:(?:here|therefore|thus|hence|only|now|also|just)\s+)*"
    r"(?:report|record|register|list|enter|include|count|code|attribute)\s+(?:here\s+|only\s+)?"
    r"(?:everything|all|what|those|these|them|the\s+(?:rest|remaining|remainder|others?|items|donations|pledges|new)"
    r"|new|newly|further|additional|any)\b"
    r"|\b(?:this|the)\s+(?:list|page|overview|document|table|statement)\s+(?:also\s+|further\s+)?"
    r"(?:includes|contains|names|mentions|has)\s+(?=\d)",
    re.IGNORECASE,
)
#: A delivery that a source tells of, in a note on what it tells: "the page indicates the delivery".
_TELLS = re.compile(
    r"\b(?:announc|indicat|confirm|report|reveal|mention|stat|list|show)\w*\s+(?:the|a)\s+(?:[\w-]+\s+)?"
    r"(?:deliver(?:y|ies)|donation|transfer|provision|dispatch|shipment|supply|handover|gift)\s+of\s+",
    re.IGNORECASE,
)
#: The sources of a note: "Source of Aid 1", "sources 2 and 3".
_SOURCES = re.compile(r"\bsources?\s+(?:of\s+aid\s+)?\d\b", re.IGNORECASE)
#: How far behind those words the first of the goods may stand.
_AT_ONCE = 30
#: Up to which sentence such a list opens a note.
_OPENING = 2


def names_list(page: Page, sentence: Span) -> bool:
    """Say whether a sentence at the top of a short note names a list that the note draws on."""
    opens = sentence in page.sentences.items[:_OPENING]
    return opens and len(page.sentences) <= NOTE_SENTENCES and bool(listed_aid(page, sentence))


def listed_aid(page: Page, sentence: Span) -> list[Thing]:
    """Give the kind of aid of the list that a sentence names, where the note draws on it."""
    found = _LIST.search(page.text, sentence.start, sentence.end)
    if found is None or _TAKEN.search(page.text, found.end()) is None:
        return []
    name = Span(*found.span("kind"))
    return [Thing.named(page, name)]


def told_delivery(page: Page, sentence: Span, syntax: Syntax) -> list[Thing]:
    """Give the goods of which a source tells the delivery, where the note names its sources."""
    tells = _TELLS.search(page.text, sentence.start, sentence.end)
    if tells is None or page.money.within(sentence) or not _SOURCES.search(page.text):
        return []
    near = Span(tells.end(), min(sentence.end, tells.end() + _AT_ONCE))
    goods = sorted(goods_in(page, syntax, sentence), key=lambda thing: thing.name)
    return [thing for thing in goods if near.start <= thing.name.start < near.end][:1]
