"""Who announces or tells of a commitment: the subject of a verb of telling."""

from __future__ import annotations

from dataclasses import replace

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span


class Speakers:
    """Speakers of one page's sentences, asked for in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._last: Party | None = None

    def of(self, syntax: Syntax, *, calls: bool = False) -> Party | None:
        """The person who announces or tells in this sentence; a pronoun stands for the last one.

        ``calls``: who asks for something tells of it, too ("Berg urged Oslo to give …").
        """
        for n, token in enumerate(syntax.tokens):
            if token.pos != "VERB" or not _tells(token.text.lower(), calls=calls):
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
            stranger = self._stranger(syntax, subject)
            if stranger is not None:
                self._last = stranger
                return stranger
            word = syntax.tokens[subject]
            if word.text.lower() in ("he", "she"):
                return self._meant(word.span)
        return None

    def _stranger(self, syntax: Syntax, subject: int) -> Party | None:
        """A person with a full name whom reference data and offices do not tell of."""
        named = subject if syntax.tokens[subject].pos == "PROPN" else syntax.child(subject, "appos")
        if named is None or syntax.tokens[named].pos != "PROPN":
            return None
        found = speaker_at(self._page, syntax.named(named))
        full = found.actor.type == "person" and " " in found.actor.name
        return Party(actor=found.actor, span=found.antecedent or found.local) if full else None

    def _meant(self, pronoun: Span) -> Party | None:
        """The person whom "he" or "she" stands for: the one named right before, else the last."""
        found = speaker_at(self._page, pronoun)
        if found.actor.type == "person" and found.antecedent is not None and found.place == "text":
            party = Party(actor=found.actor, span=found.antecedent)
            return replace(party, words=pronoun, from_context=True)
        if self._last is None:
            return None
        return replace(self._last, words=pronoun, from_context=True)


def _tells(verb: str, *, calls: bool) -> bool:
    asks = calls and verb_classes("acts").get(verb) == "call"
    return asks or verb in load("acts")["telling"]
