"""Words by which a page means the office that publishes it: "the Bank", "he" of its own premier."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: Last words of the names of bodies that call themselves by them.
_BODIES = frozenset(
    {"bank", "fund", "centre", "center", "agency", "council", "commission", "foundation", "board",
     "corporation", "facility", "programme", "federation", "ministry", "department", "office"}
)  # fmt: skip
#: Styles of those who rule: "His Highness ordered …".
_STYLES = frozenset({"highness", "majesty"})
_ARTICLE = re.compile(r"\bthe\s+(?:executive\s+)?$", re.IGNORECASE)
#: An office of state without a name or a state, at the head of a sentence.
_HEAD = re.compile(
    r"\W*(?:today,?\s+|yesterday,?\s+)?(?:the\s+)?(?:deputy\s+)?(?:prime\s+minister|president|(?:\w+\s+)?minister|secretary"
    r"(?:\s+of\s+state)?|chancellor|ambassador|taoiseach|tánaiste)"
    r"(?:\s+(?:of|for)\s+(?!the\s+(?:republic|kingdom))[\w\s]{3,40}?)?"
    r"\s+(?:also\s+|today\s+|then\s+)?(?:spoke|met|said|stressed|underlined|confirmed|announced|noted|thanked|told"
    r"|emphasi[sz]ed|recalled|reaffirmed|reiterated|expressed|added|welcomed|visited|assured|informed|highlighted)\b",
    re.IGNORECASE,
)
#: Sentences back in which the office of "he" may stand.
_BACK = 2


def calls_itself(page: Page, words: Span) -> bool:
    """Say whether "the Bank" is the body that publishes, whose name has that word."""
    said = page.words(words).lower()
    if said in _STYLES:
        return page.from_office
    name = {word.lower() for word in re.findall(r"[^\W\d_]+", page.source.publisher or "")}
    if said == "board":  # of a bank or fund: it decides for it
        name = {"board"} if name & {"bank", "fund"} else set()
    if said not in _BODIES or said not in name or not page.words(words)[:1].isupper():
        return False
    return _ARTICLE.search(page.text, max(0, words.start - 20), words.start) is not None


def heads_office(page: Page, words: Span) -> bool:
    """Say whether "he" or "she" is the nameless head told of right before, on his office's page."""
    if page.words(words).lower() not in ("he", "she") or not page.from_office:
        return False
    place = page.sentences.position(page.sentence_of(words))
    here = page.sentences.items[place]
    if page.actors.within(Span(here.start, words.start)):
        return False
    for before in reversed(page.sentences.items[max(0, place - _BACK) : place]):
        if page.block_of(before) != page.block_of(here):
            return False
        head = _HEAD.match(page.text, before.start, before.end)
        if head is not None:
            return not page.actors.within(Span(before.start, head.end()))
    return False
