"""Names that stand before their count: "Helmets: 5,000", "ambulances (4)"."""

from __future__ import annotations

import re

from pledgebook.resolve.quantity_items import category_of, is_listed, looks_plural
from pledgebook.resolve.quantity_names import Named
from pledgebook.resolve.vocabulary_files import load

_WINDOW = 90
_SEPARATOR = re.compile(
    r"(?P<name>[^\W_][^\n:;,()|.–—]*?)[ \t\u00a0*_]*"
    r"(?:[:|][ \t\u00a0*_|]*|[ \t\u00a0][-–—][ \t\u00a0]|\((?:x[ \t]?)?"
    r"|[ \t\u00a0][x×][ \t]?)$"
)
_ENDS = re.compile(
    r"[ \t\u00a0*_]*(?:(?:pcs?|pieces|units|items|sets|pairs|kits)\b\.?)?[ \t]*"
    r"(?:$|[\n,;.|)]|and\b)"
)
_WORDS = re.compile(r"[^\W_](?:[^\W_]|[’'./&-](?=[^\W_]))*")


def name_before(text: str, start: int, end: int) -> Named | None:
    """Find the name that a figure between ``start`` and ``end`` is set behind, as in lists."""
    if _ENDS.match(text, end) is None:
        return None
    begin = max(0, start - _WINDOW)
    line = text.rfind("\n", begin, start) + 1
    match = _SEPARATOR.search(text, max(begin, line), start)
    if match is None:
        return None
    words = list(_WORDS.finditer(text, *match.span("name")))
    stop = load("items")["stop"]
    kept: list[re.Match[str]] = []
    for word in reversed(words[-8:]):
        if word[0].lower() in stop or word[0].isdigit():
            break
        kept.insert(0, word)
    if not kept or not (is_listed(kept[-1][0].lower()) or looks_plural(kept[-1][0].lower())):
        return None
    lows = [word[0].lower() for word in kept]
    category = category_of(lows)
    return None if category is None else Named(kept[0].start(), kept[-1].end(), category)
