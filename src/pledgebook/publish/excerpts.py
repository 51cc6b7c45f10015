"""How much of a text may be shown around a claim, by the rights of its sighting."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pledgebook.model.rights import rights_of
from pledgebook.model.spans import Span

__all__ = ["NEIGHBOUR_LIMIT", "merged", "rights_of", "sentence_at", "with_neighbours"]

#: A place where a sentence may end: a stop, closing quotes or brackets, then a blank; or a break.
_END = re.compile(r"[.!?…][\"'\u201d\u2019\u00bb)\]]*(?=\s)|\n")
_BLANK = re.compile(r"\s*")
#: Longest neighbour shown beside a claim's sentence. A sentence of news prose has about 25 words
#: (150 characters); a "sentence" of twice that is a table or a list without stops, and is cut.
NEIGHBOUR_LIMIT = 300


def with_neighbours(text: str, span: Span) -> Span:
    """Widen a sentence by one sentence on each side, at most ``NEIGHBOUR_LIMIT`` characters."""
    return Span(_before(text, span.start), _after(text, span.end))


def _before(text: str, start: int) -> int:
    floor = max(0, start - NEIGHBOUR_LIMIT)
    content = len(text[floor:start].rstrip()) + floor
    if content == floor:
        return start
    ends = [m.end() for m in _END.finditer(text, floor, content)]
    first = max((e for e in ends if e < content), default=floor)
    blank = _BLANK.match(text, first)
    return min(start, blank.end() if blank else first)


def _after(text: str, end: int) -> int:
    ceiling = min(len(text), end + NEIGHBOUR_LIMIT)
    blank = _BLANK.match(text, end, ceiling)
    first = blank.end() if blank else end
    if first >= ceiling:
        return end
    stop = _END.search(text, first, ceiling)
    return len(text[: stop.end() if stop else ceiling].rstrip())


def sentence_at(text: str, span: Span) -> Span:
    """Widen a few words to the sentence that holds them."""
    floor = max(0, span.start - NEIGHBOUR_LIMIT)
    ends = [m.end() for m in _END.finditer(text, floor, span.start)]
    start = ends[-1] if ends else floor
    blank = _BLANK.match(text, start, span.start)
    stop = _END.search(text, max(span.start, span.end - 1), min(len(text), _limit(span)))
    end = stop.end() if stop else min(len(text), _limit(span))
    return Span(blank.end() if blank else start, max(span.end, len(text[:end].rstrip())))


def _limit(span: Span) -> int:
    return span.end + NEIGHBOUR_LIMIT


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join ranges that overlap or touch (blanks between are the caller's matter), in order."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
