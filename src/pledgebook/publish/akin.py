"""Texts that share sentences word for word, as far as the book can tell from its claims.

An exact reprint is a further sighting of one text. A wire story that an outlet cut or headed anew
is another text with the same sentences: the fold counts its claims as told again, and the page of
each text names the others, so that a reader sees that they are hardly independent.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pledgebook.model.spans import Span
from pledgebook.publish.book import Book

#: Fewest sentences with a claim that two texts must share: one or two are a quotation of the same
#: speech, three in a text of news length (ten sentences with claims) are copying.
SHARED = 3
#: Smallest part of the shorter text's sentences with claims that must be shared.
PART = 0.5
#: Letters and digits that a sentence must have to count; shorter ones ("He agreed.") are chance.
LENGTH = 30
#: Texts in which one sentence may stand; a boilerplate line of hundreds of texts tells nothing.
TEXTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Akin:
    """A text that shares sentences: its id, how many, out of how many of the shorter one."""

    source: str
    shared: int
    of: int


class AkinTexts:
    """Knows for each text of a book those that share its sentences."""

    def __init__(self, book: Book) -> None:
        """Gather the sentences that claims rest on, by their letters."""
        self._mine: dict[str, set[str]] = {}
        self._texts: dict[str, list[str]] = {}
        for source_id, source in book.sources.items():
            spans = {claim.sentence for claim in book.claims_of(source_id)}
            self._mine[source_id] = _letters(source.snapshot.text, spans)
            for sentence in self._mine[source_id]:
                self._texts.setdefault(sentence, []).append(source_id)

    def of(self, source_id: str) -> tuple[Akin, ...]:
        """Give the texts akin to one, those that share most first."""
        mine = self._mine.get(source_id, set())
        shared: Counter[str] = Counter()
        for sentence in mine:
            texts = self._texts[sentence]
            if len(texts) <= TEXTS:
                shared.update(other for other in texts if other != source_id)
        found = (self._akin(source_id, other, count) for other, count in shared.items())
        near = [a for a in found if a.shared >= SHARED and a.shared >= PART * a.of]
        return tuple(sorted(near, key=lambda a: (-a.shared, a.source)))

    def _akin(self, source_id: str, other: str, shared: int) -> Akin:
        shorter = min(len(self._mine[source_id]), len(self._mine[other]))
        return Akin(source=other, shared=shared, of=shorter)


def _letters(text: str, spans: set[Span]) -> set[str]:
    """Give sentences as their letters and digits alone, so that blanks and quotes do not count."""
    found = ("".join(filter(str.isalnum, span.of(text))).casefold() for span in spans)
    return {letters for letters in found if len(letters) >= LENGTH}
