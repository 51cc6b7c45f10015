"""Verbs that words right behind them make ones of giving: "came forward with €5m", "forked out"."""

from __future__ import annotations

from functools import cache

from pledgebook.extract.lexicon import any_of, load, openings
from pledgebook.extract.page import Page
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span

#: The last word of an idiom that promises; the others give.
_PROMISING = frozenset({"with", "for"})


def names_idiom(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence has an idiom of giving."""
    if not page.has_any(sentence, openings("acts", "idioms")):
        return False
    return any_of("acts", "idioms").search(page.text, sentence.start, sentence.end) is not None


def idiom_at(syntax: Syntax, verb: int) -> tuple[str, Span] | None:
    """Give the class of act and the words of the idiom that a verb opens, or None."""
    token = syntax.tokens[verb]
    for phrase in _idioms().get(token.text.lower(), ()):
        words = syntax.tokens[verb : verb + len(phrase)]
        if tuple(word.text.lower() for word in words) == phrase:
            act_class = "pledge" if phrase[-1] in _PROMISING else "give"
            return act_class, Span(token.span.start, words[-1].span.end)
    return None


@cache
def _idioms() -> dict[str, list[tuple[str, ...]]]:
    """Map the first word of each phrase of giving to the phrases, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(load("acts")["idioms"], key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found
