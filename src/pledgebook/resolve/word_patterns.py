"""Regular expressions made from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: Blanks between two words of one expression: spaces of any width, and at most one line break (with
#: the blanks or quotation mark of the next line), so that hard-wrapped lines read through and
#: paragraphs do not.
BLANK = "[ \t\u00a0\u2007\u2009\u202f]*(?:\r?\n[ \t>]*)?"
#: The same with at least one blank, a hyphen counting as one ("half-billion").
GAP = "(?:[ \t\u00a0\u2007\u2009\u202f]+(?:\r?\n[ \t>]*)?|\r?\n[ \t>]*|[-‐‑])"

#: One character that is no part of a word, no apostrophe and no hyphen, as plain ranges: a search
#: for a class that names ``\\w`` takes twice the time.
SEPARATOR = (
    r"[\x00-\x26\x28-\x2c\x2e\x2f:-@\[-\^`{-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf×÷"
    r"\u2000-\u2018\u201a-\u206f\u20a0-\u20cf\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u3020\uff00-\uff0f]"
)


def alternatives(words: Iterable[str]) -> str:
    """Give one pattern that matches any of ``words``, the longest first, sharing their beginnings.

    A blank in a word matches any ``GAP``. Sharing keeps the time per place independent of the
    number of words.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(node: dict[str, Any]) -> str:
    branches = [_letter(char) + _pattern(rest) for char, rest in node.items() if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{body})?" if "" in node else body


def _letter(char: str) -> str:
    return GAP if char == " " else re.escape(char)


def first_letters(words: Iterable[str], at: int) -> str:
    """Give the letters that any of ``words`` has at a place, as the inside of a character class."""
    return "".join(sorted({re.escape(word[at]) for word in words if len(word) > at}))


def lowered(text: str) -> str:
    """Give ``text`` in lower case with every offset kept.

    A few capitals become two code points (``İ``); they stay as they are.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
