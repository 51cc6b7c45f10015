"""A text cut into sentences, to say which of them carry no claim.

This is no reader: it decides nothing about claims. It counts what stands between the claims that
readers gave, by the signs of punctuation that every script of theirs has.
"""

from __future__ import annotations

import re

from pledgebook.model.spans import Span

#: A stop with the quotation marks or brackets that close after it, then a blank; or a line break.
_STOP = re.compile(r"[.!?…]+[\"'\u201d\u2019\u00bb)\]]*(?=\s)|[\r\n]+")
#: Words before a full stop that ends no sentence: initials, and titles of persons and places.
_SHORT = re.compile(r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Rep|Gov|St|No|vs))\.$")
#: Longest piece looked at before a stop; titles are shorter.
_BEFORE = 8


def sentences(text: str) -> tuple[Span, ...]:
    """Give the sentences of a text in order, blanks around them left out; none is empty."""
    out: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            _keep(out, text, start, stop.end())
            start = stop.end()
    _keep(out, text, start, len(text))
    return tuple(out)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """A break always ends a sentence; a stop not after an initial and not before small letters."""
    if stop[0][0] in "\r\n":
        return True
    following = text[stop.end() : stop.end() + 2].lstrip()
    before = text[max(0, stop.end() - _BEFORE) : stop.end()]
    return not following[:1].islower() and _SHORT.search(before) is None


def _keep(out: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    words = piece.strip()
    if words:
        first = start + piece.index(words[0])
        out.append(Span(first, first + len(words)))
