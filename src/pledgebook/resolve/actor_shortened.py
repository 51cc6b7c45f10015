"""Short names that a text gives a meaning of its own: "the Islamic Development Bank (IDB)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pledgebook.resolve.actor_scan import Hit

#: Between a name and its short name in brackets; words such as "Group" may stand before these.
_BRACKET = re.compile(r"(?:\s+Group)?\s+\(\s*(?:the\s+)?[\"'“‘]?")
_CLOSED = re.compile(r"[\"'”’]?\s*\)")
_LETTER = re.compile(r"\b[^\W\d_]")


def defined_short_names(text: str, hits: Iterable[Hit]) -> dict[str, str]:
    """Give the actor ids of short names in brackets right behind the name that they shorten.

    Only names in capitals whose letters are the initials of the name before them, and only where
    they would stand for somebody else.
    """
    found: dict[str, str] = {}
    for name, short in pairwise(hits):
        words = text[short.start : short.end]
        if not words.isupper() or name.entry.id is None or name.entry.id == short.entry.id:
            continue
        if _BRACKET.fullmatch(text, name.end, short.start) is None:
            continue
        if _CLOSED.match(text, short.end) and _initials(text[name.start : name.end]) == words:
            found[words] = name.entry.id
    return found


def _initials(name: str) -> str:
    """Give the first letters of the words of a name that have a capital."""
    return "".join(letter for letter in _LETTER.findall(name) if letter.isupper())
