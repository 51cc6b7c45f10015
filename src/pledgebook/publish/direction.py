"""Marks of direction in foreign text: what a text opens is closed at its end.

An override or embedding that a title leaves open would turn round the words that a page puts after
it ("exe.gpj 12 March" for "gpj.exe"). The text itself is shown as it is.
"""

from __future__ import annotations

import re

_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_ISOLATES = frozenset("\u2066\u2067\u2068")
_END_OF_EMBEDDING, _END_OF_ISOLATE = "\u202c", "\u2069"

_OPENS = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")


def closed(text: str) -> str:
    """Give a text with every embedding, override and isolate closed that it opens.

    The order is that of the Unicode Bidirectional Algorithm (UAX 9, X1 to X8): an isolate's end
    closes what was opened inside it, and an end without its beginning closes nothing.
    """
    if _OPENS.search(text) is None:
        return text
    waiting: list[str] = []
    for sign in text:
        if sign in _EMBEDDINGS:
            waiting.append(_END_OF_EMBEDDING)
        elif sign in _ISOLATES:
            waiting.append(_END_OF_ISOLATE)
        elif sign == _END_OF_EMBEDDING and waiting[-1:] == [_END_OF_EMBEDDING]:
            waiting.pop()
        elif sign == _END_OF_ISOLATE and _END_OF_ISOLATE in waiting:
            while waiting.pop() != _END_OF_ISOLATE:
                pass
    return text + "".join(reversed(waiting))
