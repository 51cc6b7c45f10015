"""The text of a page from the tree that the extractor leaves: paragraphs apart, lists as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: Elements that stand in a line of their own.
_BLOCKS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "div", "code", "ab"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Line:
    """One line of the page: its mark, its words, and whether an empty line stands before it."""

    mark: str
    words: str
    apart: bool


def text_of(body: Any) -> str:
    """Write the tree as text: an empty line between paragraphs, ``- `` and ``1. `` before items.

    Headings keep no mark: they stand apart, and the language room sees that. Blanks run
    together as a browser shows them; no-break spaces stay.
    """
    written: list[str] = []
    for line in _lines(body, mark="", depth=0):
        if written and line.apart:
            written.append("")
        written.append(line.mark + line.words)
    return "\n".join(written)


def _lines(element: Any, *, mark: str, depth: int) -> Iterator[_Line]:
    """Give the lines of an element; ``mark`` stands before its first one."""
    if element.tag == "list":
        yield from _items(element, depth)
        return
    if element.tag == "table":
        yield from _rows(element)
        return
    apart, pieces = element.tag != "item", [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS or child.tag == "lb":
            yield from _flush(pieces, mark, apart=apart)
            if _words(pieces):
                mark, apart = "", True
            pieces = [child.tail or ""]
            if child.tag == "lb":
                apart = False
            else:
                inner = list(_lines(child, mark=mark, depth=depth + (element.tag == "item")))
                if inner and mark:
                    inner[0].apart, mark = False, ""
                yield from inner
                apart = True
        else:
            pieces += [
                "".join(child.itertext()) if isinstance(child.tag, str) else "",
                child.tail or "",
            ]
    yield from _flush(pieces, mark, apart=apart)


def _flush(pieces: list[str], mark: str, *, apart: bool) -> Iterator[_Line]:
    words = _words(pieces)
    if words:
        yield _Line(mark=mark, words=words, apart=apart)


def _words(pieces: list[str]) -> str:
    return _BLANKS.sub(" ", "".join(pieces)).strip(" ")


def _items(element: Any, depth: int) -> Iterator[_Line]:
    ordered, first = (element.get("rend") or "").startswith("ol"), True
    for number, item in enumerate(element, start=1):
        mark = "  " * depth + (f"{number}. " if ordered else "- ")
        for line in _lines(item, mark=mark, depth=depth):
            line.apart = first and depth == 0
            first = False
            yield line


def _rows(element: Any) -> Iterator[_Line]:
    for number, row in enumerate(element.iter("row")):
        cells = [_words(list(cell.itertext())) for cell in row.iter("cell")]
        if any(cells):
            yield _Line(mark="", words=f"| {' | '.join(cells)} |", apart=number == 0)
