"""Layout: paragraphs, headings, bullets, turns of a transcript and rows of a table.

Every character that is no blank stands in exactly one block, except what is layout itself: bullet,
heading and quotation marks at the beginning of a line (``-``, ``•``, ``1.``, ``##``, ``>``),
speaker labels, the outer bars of a table row, tags and emphasis marks that enclose a block, and
lines made of rules, comments or tags alone. A speaker's turn goes on over the paragraphs that
follow: each of them is a ``turn`` with the label that opened it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pledgebook.language.labels import Label, confirmed, find_label
from pledgebook.language.lines import (
    BLANKS,
    Line,
    ends_sentence,
    goes_on_small,
    is_full,
    is_torn,
    is_torn_apart,
    lines,
    wrap_width,
)
from pledgebook.language.protocol import Block, BlockKind
from pledgebook.model.spans import Span

#: Longest heading without a mark of its own, in characters and in words.
LONGEST_HEADING = 120
MOST_HEADING_WORDS = 20
#: Where paragraphs are lines without empty lines between, a heading is at most this long; its
#: neighbours have at least so many characters, and are at least this much longer.
LINE_HEADING = 90
LEAST_NEIGHBOUR = 60
NEIGHBOUR_RATIO = 1.5

_FINAL = re.compile(r"[.!?:;,…–—-][\"'”’»)\]*_]*$")
_OPEN_TAGS = re.compile(r"(?:</?[A-Za-z][^<>]{0,300}>\s*)+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_BOLD = re.compile(r"\*{2,4}(?=[^\s*])(?:[^*]|\*(?!\*))+\*{2,4}|__(?=[^\s_])[^_]+__")
_EMPHASIS = re.compile(r"([*_]{1,4})(?=[^\s*_])[^*_]+\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Lines that belong together: the first and last of them and where the words stand."""

    first: Line
    last: Line
    start: int
    end: int
    alone: bool = True
    label: Label | None = None
    bold: bool = False


def split(text: str) -> tuple[Block, ...]:
    """Split a text into blocks, in order and disjoint; linear in the length of the text."""
    found = lines(text)
    if not found:
        return ()
    width = wrap_width(text, found)
    pieces = [_trim(text, piece) for piece in _pieces(text, found, width)]
    pieces = [piece for piece in pieces if piece.start < piece.end]
    return tuple(_blocks(text, _with_labels(text, pieces)))


def _pieces(text: str, found: Sequence[Line], width: int | None) -> Iterator[_Piece]:
    first = last = found[0]
    for line in found[1:]:
        if _joins(text, first, last, line, width):
            last = line
            continue
        yield _piece(first, last, line)
        first = last = line
    yield _piece(first, last, None)


def _piece(first: Line, last: Line, after: Line | None) -> _Piece:
    alone = first.apart and (after is None or after.apart)
    return _Piece(first=first, last=last, start=first.words, end=last.end, alone=alone)


def _joins(text: str, first: Line, last: Line, line: Line, width: int | None) -> bool:
    """Say whether ``line`` goes on with the piece that runs from ``first`` to ``last``."""
    if line.apart:
        joins = first.mark == line.mark == "" and is_torn_apart(text, last, line)
    elif first.mark in ("heading", "table_row") or not _unmarked(text, first, last, line):
        joins = False
    else:
        joins = line.torn or _goes_on(text, first, last, line, width)
    if not joins:
        _drop_false_mark(text, first, last, line)
    return joins


def _goes_on(text: str, first: Line, last: Line, line: Line, width: int | None) -> bool:
    """Say whether a line without a mark goes on with the one directly before it."""
    if last.broken and ends_sentence(text, last):
        return False
    if first.mark in ("bullet", "number", "dash") and line.indent > first.indent + 1:
        return _unlabelled(text, line)
    if (width is not None and _wrapped(text, last, line, width)) or is_torn(text, last, line):
        return _unlabelled(text, line)
    return False


def _wrapped(text: str, last: Line, line: Line, width: int) -> bool:
    if is_full(text, last, line, width):
        return True
    small = goes_on_small(text, line) and not ends_sentence(text, last)
    return small and last.width * 5 > width * 3


def _unlabelled(text: str, line: Line) -> bool:
    label = find_label(text, line.words, line.end)
    return label is None or not label.capitals


def _unmarked(text: str, first: Line, last: Line, line: Line) -> bool:
    """Say whether a line that follows another directly has no mark of its own."""
    if line.mark == "":
        return True
    if line.mark == "quoted":
        return first.mark == "quoted"
    if line.mark == "dash":
        return not _dash_bullet(text, first, last, line)
    if line.mark == "number":
        return first.mark == "" and not _opens_list(text, last, line)
    return False


def _opens_list(text: str, last: Line, line: Line) -> bool:
    """Tell the first number of a list from a figure that was wrapped to the next line."""
    if last.broken or ends_sentence(text, last) or line.label is None:
        return True
    return text[slice(*line.label)] in ("1", "a", "i", "A")


def _dash_bullet(text: str, first: Line, last: Line, line: Line) -> bool:
    """A dash opens a bullet before a capital, after another one or after a colon."""
    if goes_on_small(text, line):
        return False
    return line.apart or first.mark == "dash" or text[last.end - 1] == ":"


def _drop_false_mark(text: str, first: Line, last: Line, line: Line) -> None:
    """Give a dash that opens no bullet back to the words."""
    if line.mark == "dash" and not _dash_bullet(text, first, last, line):
        line.mark, line.words = "", line.start


def _trim(text: str, piece: _Piece) -> _Piece:
    """Take off tags and emphasis that enclose the whole piece, and outer blanks."""
    start, end, bold = piece.start, piece.end, False
    while start < end:
        before = (start, end)
        start, end = _trim_tags(text, start, end)
        if text[start : start + 1] in ("*", "_") and text[end - 1] in "*_":
            enclosed = _BOLD.fullmatch(text, start, end) or _EMPHASIS.fullmatch(text, start, end)
            if enclosed:
                bold = bold or end - start > 4 and text[start + 1] in "*_"  # noqa: PLR2004, RUF021
                while start < end and text[start] in "*_":
                    start += 1
                while start < end and text[end - 1] in "*_":
                    end -= 1
        start, end = _trim_blanks(text, start, end)
        if (start, end) == before:
            break
    if piece.first.mark == "table_row" and text[end - 1 : end] == "|":
        start, end = _trim_blanks(text, start, end - 1)
    return replace(piece, start=start, end=end, bold=bold)


def _trim_tags(text: str, start: int, end: int) -> tuple[int, int]:
    if text[start : start + 1] == "<" and (match := _OPEN_TAGS.match(text, start, end)):
        start = match.end()
    while start < end and text[end - 1] == ">":
        opened = text.rfind("<", max(start, end - 304), end)
        if opened < 0 or _TAG.fullmatch(text, opened, end) is None:
            break
        start, end = _trim_blanks(text, start, opened)
    return start, end


def _trim_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in BLANKS:
        start += 1
    while start < end and text[end - 1] in BLANKS:
        end -= 1
    return start, end


def _with_labels(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    labels = [
        find_label(text, piece.start, piece.end) if piece.first.mark in ("", "quoted") else None
        for piece in pieces
    ]
    sure = confirmed(text, labels)
    return [
        replace(piece, label=label) if label in sure else piece
        for piece, label in zip(pieces, labels, strict=True)
    ]


def _blocks(text: str, pieces: Sequence[_Piece]) -> Iterator[Block]:
    labels = [piece.label for piece in pieces if piece.label is not None]
    carry = len(labels) > 2 or any(label.capitals for label in labels)  # noqa: PLR2004
    indents: list[int] = []
    speaker: Span | None = None
    for number, piece in enumerate(pieces):
        kind = _kind(text, pieces, number, spoken=speaker is not None and carry)
        level = _level(piece, kind, indents)
        if piece.label is not None:
            speaker = piece.label.span
            start, end = _trim_blanks(text, piece.label.end, piece.end)
            if start < end:
                yield Block(span=Span(start, end), kind="turn", label=speaker)
            continue
        if kind == "heading":
            speaker = None
        label = None if piece.first.label is None else Span(*piece.first.label)
        if kind == "paragraph" and speaker is not None and carry:
            kind, label = "turn", speaker
        yield Block(span=Span(piece.start, piece.end), kind=kind, label=label, level=level)


def _level(piece: _Piece, kind: BlockKind, indents: list[int]) -> int:
    """Give the depth of a heading or bullet; ``indents`` are those of the bullets around it."""
    if kind == "heading":
        indents.clear()
        return piece.first.level
    if kind != "bullet":
        if piece.first.indent == 0:
            indents.clear()
        return 1
    while indents and indents[-1] > piece.first.indent:
        indents.pop()
    if not indents or indents[-1] < piece.first.indent:
        indents.append(piece.first.indent)
    return len(indents)


def _kind(text: str, pieces: Sequence[_Piece], number: int, *, spoken: bool) -> BlockKind:
    """Name the kind of a piece; in what somebody speaks only a piece in capitals is a heading."""
    piece = pieces[number]
    if piece.first.mark in ("bullet", "number", "dash"):
        return "bullet"
    if piece.first.mark == "table_row":
        return "table_row"
    if piece.first.mark == "heading":
        return "heading"
    shouted = not spoken or piece.bold or text[piece.start : piece.end].isupper()
    return "heading" if shouted and _is_heading(text, pieces, number) else "paragraph"


def _is_heading(text: str, pieces: Sequence[_Piece], number: int) -> bool:
    """A short piece without final mark, set apart, in bold or among longer ones, with a body."""
    piece = pieces[number]
    size = piece.end - piece.start
    if size > LONGEST_HEADING or text.count(" ", piece.start, piece.end) >= MOST_HEADING_WORDS:
        return False
    if number + 1 == len(pieces) or piece.label is not None:
        return False
    if piece.bold:
        return text[piece.end - 1] not in ".,;" and piece.first.apart
    if text[pieces[number + 1].start].islower() and pieces[number + 1].first.mark == "":
        return False
    if text[piece.start].islower() or _FINAL.search(
        text, max(piece.start, piece.end - 8), piece.end
    ):
        return False
    return piece.alone or _among_longer(pieces, number)


def _among_longer(pieces: Sequence[_Piece], number: int) -> bool:
    piece, after = pieces[number], pieces[number + 1]
    size = piece.end - piece.start
    least = max(LEAST_NEIGHBOUR, size * NEIGHBOUR_RATIO)
    if size > LINE_HEADING or after.end - after.start < least:
        return False
    if number == 0:
        return True
    before = pieces[number - 1]
    return piece.first.apart or before.end - before.start >= least
