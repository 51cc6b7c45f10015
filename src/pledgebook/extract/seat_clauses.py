"""The clause around words that tell a seat: where it begins, and whether it denies or doubts."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: How far a meeting may stand from the verb or list that speaks of it, in code points.
REACH = 60
_NEGATION = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|nobody|none|without|refused|declined|denied|whether"
    r"|which countries|(?<!, )who)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]|\bwhile\b|\bbut\b")
#: What is told of somebody between commas.
_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,.;:]{1,80},")
#: "it was Ida Lund who came" denies nothing.
_CLEFT = re.compile(r"\bit\s+(?:was|is)\s[^.;:]{1,60}?\swho\b", re.IGNORECASE)
#: Opens a clause of its own behind a name.
_OF_ITS_OWN = re.compile(r".*,\s+(?:which|who|whose|where)\s", re.DOTALL)
#: Right before words of taking part: what is not, not yet, or only supposed.
_UNREAL = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|if|whether|would|could|should|may|might|will|shall|must|to|deny|denied|denies"
    r"|had|unless|until)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def denied(page: Page, sentence: Span, offset: int) -> bool:
    """Say whether a word of denial stands before ``offset`` in its clause, outside asides."""
    start = clause_start(page, sentence, offset)
    before = page.text[max(start, offset - REACH) : offset]
    plain = _OF_ITS_OWN.sub("", _CLEFT.sub("", _ASIDE.sub(",", before)))
    return _NEGATION.search(plain) is not None


def clause_start(page: Page, sentence: Span, offset: int) -> int:
    """Give where the clause of an offset begins."""
    cuts = [m.end() for m in _CLAUSE.finditer(page.text, sentence.start, offset)]
    return cuts[-1] if cuts else sentence.start


def told_as_done(page: Page, sentence: Span, offset: int) -> bool:
    """Say whether the words at ``offset`` stand outside quotation, denial and supposition."""
    before = page.text[max(sentence.start, offset - 40) : offset]
    return _UNREAL.search(before) is None and not page.quoted(offset)
