"""To whom and on which day something was said: words between, before or behind cue and content."""

from __future__ import annotations

from pledgebook.extract.page import Page
from pledgebook.extract.statement_clauses import hearer
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_words import Words
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import DateMention

#: How many words behind a cue that closes a sentence may tell the hearer or the day.
NEAR = 12
#: How many words may open a sentence before its subject.
MAX_OPENING = 8
_CHANNELS = frozenset({"interview", "interviews", "conversation"})


def via(words: Words, found: Found) -> Span | None:
    """Words of the outlet or person it was told to ("told the BBC", "an interview with X")."""
    first, last = _around(words, found)
    told = hearer(words, found.cue[1]) if found.recipient else None
    if told is not None and told[1] <= last:
        return words.range(*told)
    opening = found.subject.first if _opening(words, found) is not None else 0
    return _channel(words, first, last) or _channel(words, 0, opening)


def _channel(words: Words, first: int, last: int) -> Span | None:
    """Read "in an interview with X" between two words."""
    for n in range(first, last - 1):
        if words.low[n] in _CHANNELS and words.low[n + 1] in ("with", "to", "on"):
            end = n + 2
            while end < last and words.kinds[end] in "DNn'Q":
                end += 1
            return words.range(n + 2, end) if end > n + 2 else None
    return None


def _around(words: Words, found: Found) -> tuple[int, int]:
    """Words behind the cue that are no content."""
    first = found.cue[1]
    behind = [piece[0] for piece in found.content if piece[0] >= first]
    return first, min([*behind, len(words.kinds), first + NEAR])


def said_on(page: Page, words: Words, found: Found) -> DateMention | None:
    """The day named beside the cue, or in the words that open the sentence."""
    first, last = _around(words, found)
    places = []
    if last > first:
        places.append(words.range(first, last))
    opening = _opening(words, found)
    if opening is not None:
        places.append(opening)
    for place in places:
        for mention in page.dates.within(place):
            if mention.kind == "day" and mention.start is not None:
                return mention
    return None


def _opening(words: Words, found: Found) -> Span | None:
    """Read "On Sunday, X said": a phrase before the subject that opens the sentence."""
    subject = found.subject
    if (
        subject.first == 0
        or subject.first > MAX_OPENING
        or (found.content and found.content[0][0] == 0)
    ):
        return None
    return words.range(0, subject.first) if words.kinds[0] in "RNV" else None
