"""A stretch of text as kinds of word: what rules look at instead of a parse.

A unit is a sentence, or several that one pair of quotation marks holds together. Words in quotation
marks count as one word of kind ``Q``. Kinds: see ``cues.KIND_CODES``; besides, ``N`` a capitalised
word, ``n`` any other word, ``v`` a verb in -ed, ``g`` a word in -ing, ``0`` a number, ``'`` the
sign of the possessive, and punctuation as itself (``-`` any dash, ``(`` and ``)`` any bracket).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.extract.cues import kinds, words
from pledgebook.language.protocol import Quotation
from pledgebook.model.spans import Span

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_](?:\w|[.&/-](?=\w)|['’](?!s\b)(?=[^\W\d_]))*)"
    r"|(?P<number>[$€£¥]?\d(?:\w|[.,:/-](?=\w))*%?)"
    r"|(?P<mark>['’]s\b|[,;:?!()\[\]]|--+|[-–—―]+)"
)
_MARKS = {"[": "(", "]": "(", ")": "(", "?": "!"}
_ADVERB = re.compile(r"[a-z]{3,}ly")
#: Shortest words that can be a verb in -ed or -ing ("asked", not "need", "king").
SHORTEST_VERB = 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one unit.

    Attributes:
        span: the unit.
        low: each word in lower case; of a quotation its first mark.
        spans: start and end of each word in the text.
        kinds: one character a word.
        quotations: the quotation that stands at each word of kind ``Q``.
    """

    span: Span
    low: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    kinds: str
    quotations: dict[int, Quotation]

    @property
    def capitals(self) -> bool:
        """True where most words are capitalised, as in the headings of some papers."""
        return self.kinds.count("N") * 2 > len(self.kinds)

    def range(self, first: int, last: int) -> Span:
        """Give the stretch of text from word ``first`` to before word ``last``."""
        return Span(self.spans[first][0], self.spans[last - 1][1])

    def at(self, offset: int) -> int:
        """Give the number of the word that starts at ``offset``."""
        return bisect_left(self.spans, (offset, 0))


def words_of(text: str, unit: Span, quotations: Sequence[Quotation]) -> Words:
    """Split a unit into words; linear in its length."""
    low: list[str] = []
    spans: list[tuple[int, int]] = []
    kind: list[str] = []
    quoted: dict[int, Quotation] = {}
    at = unit.start
    for quotation in quotations:
        _add_words(text, at, max(at, quotation.outer.start), low, spans, kind)
        quoted[len(low)] = quotation
        low.append(text[quotation.outer.start])
        spans.append((quotation.outer.start, quotation.outer.end))
        kind.append("Q")
        at = quotation.outer.end
    _add_words(text, at, unit.end, low, spans, kind)
    return Words(
        span=unit, low=tuple(low), spans=tuple(spans), kinds="".join(kind), quotations=quoted
    )


def _add_words(
    text: str,
    start: int,
    end: int,
    low: list[str],
    spans: list[tuple[int, int]],
    kind: list[str],
) -> None:
    if start >= end:
        return
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        lower = word.lower()
        low.append(lower)
        spans.append(match.span())
        group = match.lastgroup
        if group == "word":
            kind.append(_word_kind(word, lower, kind))
        elif group == "number":
            kind.append("0")
        elif lower[0] in "'’":
            kind.append("A" if kind and kind[-1] in "PT" else "'")
        else:
            kind.append(_MARKS.get(lower, "-" if lower[0] in "-–—―" else lower))


def _word_kind(word: str, lower: str, before: list[str]) -> str:
    code = kinds().get(lower)
    if code is not None and (code != "v" or word[0].islower()):
        return code
    if "'" in lower or "’" in lower:
        return _contraction(lower)
    small = word[0].islower() or not before
    if small and len(lower) >= SHORTEST_VERB and lower.endswith("ing"):
        return "g"
    if small and _past(lower) and (not before or before[-1] not in "D'"):
        return "v"
    if word[0].isupper():
        return "N"
    if _ADVERB.fullmatch(lower) and lower not in words("not_adverbs"):
        return "V"
    return "n"


def _past(lower: str) -> bool:
    return len(lower) >= SHORTEST_VERB and lower.endswith("ed") and "-" not in lower


def _contraction(lower: str) -> str:
    plain = lower.replace("’", "'")
    if plain.endswith("n't"):
        return "A"
    head, _, tail = plain.partition("'")
    return "P" if tail in {"re", "ve", "ll", "d", "m"} and kinds().get(head) == "P" else "n"


def units_of(
    sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, list[Quotation]]]:
    """Join sentences that a pair of quotation marks holds together; give each with its quotations.

    Quotations inside quotations are left out: their words belong to the outer one.
    """
    pending: list[Quotation] = []
    at = 0
    start: int | None = None
    for sentence in sentences:
        start = sentence.start if start is None else start
        while at < len(quotations) and quotations[at].outer.start < sentence.end:
            if not pending or quotations[at].outer.start >= pending[-1].outer.end:
                pending.append(quotations[at])
            at += 1
        if pending and pending[-1].outer.end > sentence.end:
            continue
        yield Span(start, sentence.end), pending
        pending, start = [], None
    if start is not None:
        yield Span(start, max(sentences[-1].end, pending[-1].outer.end if pending else 0)), pending
