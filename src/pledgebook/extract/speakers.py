"""Who announces or tells of a commitment: the subject of a verb of telling."""

from __future__ import annotations

from dataclasses import replace

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, mentions_under
from pledgebook.extract.syntax import Syntax


class Speakers:
    """Speakers of one page's sentences, asked for in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._last: Party | None = None

    def of(self, syntax: Syntax) -> Party | None:
        """The person who announces or tells in this sentence; a pronoun stands for the last one."""
        telling = frozenset(load("acts")["telling"])
        for n, token in enumerate(syntax.tokens):
            if token.pos != "VERB" or token.text.lower() not in telling:
                continue
            subject = syntax.subject(n)
            if subject is None:
                continue
            people = [
                m for m in mentions_under(self._page, syntax, subject) if m.actor.type == "person"
            ]
            if people:
                self._last = Party(actor=people[0].actor, span=people[0].span)
                return self._last
            word = syntax.tokens[subject]
            if word.text.lower() in ("he", "she") and self._last is not None:
                return replace(self._last, words=word.span, from_context=True)
        return None
