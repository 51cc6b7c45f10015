"""Where the clause before a cue begins."""

from __future__ import annotations

import re

from pledgebook.extract.statement_words import Words


def left_edge(words: Words, end: int) -> int:
    """First word of the clause that ends before word ``end``."""
    start = max(words.kinds.rfind(";", 0, end), words.kinds.rfind(":", 0, end)) + 1
    while start < end and words.kinds[start] in "C,-":
        start += 1
    return _past_clock(words, start, end)


#: The hour at which an entry of a running report was posted: "17:35", "17:35 GMT".
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")
_ZONES = frozenset({"gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "am", "pm"})


def _past_clock(words: Words, start: int, end: int) -> int:
    """Step over an hour that opens a unit; it is no part of what is said."""
    if start or start >= end or not _CLOCK.fullmatch(words.low[start]):
        return start
    return start + 1 + (start + 1 < end and words.low[start + 1] in _ZONES)
