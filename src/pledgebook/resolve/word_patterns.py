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


#: So many letters tell most words of a text from those of a list.
_BEGINNING = 4


def beginnings(words: Iterable[str]) -> str:
    """Give a pattern of the first four letters of any of ``words``: it turns most others away.

    A word of fewer letters gives what it has; a blank stands for any blank or hyphen. Of a word
    that starts with another letter than a to z, the first letter serves alone: a search tries one
    branch after another, and few sources are printed in other letters.
    """
    words = list(words)
    latin = _beginning({word for word in words if word[0].isascii()}, _BEGINNING)
    others = sorted({word[0] for word in words if not word[0].isascii()})
    return f"(?:{latin}|{_letter_class(others)})" if others else latin


def _beginning(words: set[str], letters: int) -> str:
    """Give the pattern of so many first letters; letters with the same rest stand together."""
    if not letters or "" in words:
        return ""
    rests: dict[str, list[str]] = {}
    for first in sorted({word[0] for word in words}):
        rest = _beginning({word[1:] for word in words if word[0] == first}, letters - 1)
        rests.setdefault(rest, []).append(first)
    parts = [_letter_class(firsts) + rest for rest, firsts in rests.items()]
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"


def _letter_class(letters: list[str]) -> str:
    inside = "".join(re.escape(letter) for letter in sorted(letters, reverse=True) if letter != " ")
    blanks = r"\s\u2010\u2011-" if " " in letters else ""
    return f"[{inside}{blanks}]" if blanks or len(inside) > 1 else inside


def lowered(text: str) -> str:
    """Give ``text`` in lower case with every offset kept.

    A few capitals become two code points (``İ``); they stay as they are.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
