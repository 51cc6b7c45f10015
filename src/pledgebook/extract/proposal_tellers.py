"""Who tells a proposal: the subject of a verb of telling, a person before a government."""

from __future__ import annotations

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.proposal_sides import Side, sides_of
from pledgebook.extract.syntax import Syntax

#: Subjects that stand for whoever tells the sentence: "Oslo said it would propose a truce".
_OWN = frozenset({"it", "they", "we", "i", "he", "she"})


def teller(page: Page, syntax: Syntax) -> Side | None:
    """Who is said to say the sentence; None where nobody is, or nobody who is known."""
    telling = frozenset(load("acts")["telling"])
    for n, token in enumerate(syntax.tokens):
        if token.pos != "VERB" or token.text.lower() not in telling:
            continue
        found = sides_of(page, syntax, syntax.subject(n))
        if found:
            return next((side for side in found if side.person is not None), found[0])
    return None


def acting(page: Page, syntax: Syntax, token: int | None, speaker: Side | None) -> list[Side]:
    """Whom a subject names; a pronoun stands for the one who tells the sentence, if any."""
    if token is None:
        return []
    if speaker is not None and syntax.tokens[token].text.lower() in _OWN:
        return [speaker]
    return sides_of(page, syntax, token)
