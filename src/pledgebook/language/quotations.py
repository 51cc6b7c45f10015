"""Words in quotation marks: straight, curly, angular and mixed; single marks as main marks.

Only the outermost quotation is given; one inside another belongs to its content. No quotation
crosses a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.language.lines import BLANKS
from pledgebook.language.protocol import Block, Quotation
from pledgebook.language.vocabulary import words
from pledgebook.model.spans import Span

#: Every mark that may open or close; ``''`` and ``` `` ``` are the typewriter's double marks.
_MARK = re.compile(r"[\"“”„‟″«»‘‚‹›]|``|''|'(?=[^\W_])|(?<![^\W_])’(?=[^\W_])")
_DOUBLE_END = re.compile(r"[\"“”‟″»«]|''")
_SINGLE_END = re.compile(r"(?<=[^\s'‘(\[])['’](?![^\W_])|[‘]")
_OPENING_BEFORE = frozenset("([{—–-/:;,>*_…|=¿¡")
_ELISION = re.compile(r"\d\d?s?\b|[^\W\d_]+'?", re.IGNORECASE)
_DOUBLE_OPEN = {'"', "“", "”", "„", "‟", "«", "»", "``", "''"}
_SINGLE_OPEN = {"‘", "‚", "‹", "›", "'", "’"}


#: How far a second mark is looked for, in code points; longer than the longest printed sentence.
LOOK_AHEAD = 2_000


@dataclass(slots=True, kw_only=True)
class _Scan:
    """One block while it is read.

    Attributes:
        start, end: of the block.
        no_single_end: no single mark closes anything before this; spares a second search.
    """

    start: int
    end: int
    no_single_end: int = 0


def find(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Find quotations block by block, in order and disjoint; linear time."""
    return tuple(found for block in blocks for found in _in_block(text, block.span))


def _in_block(text: str, block: Span) -> Iterator[Quotation]:
    scan = _Scan(start=block.start, end=block.end)
    position = block.start
    while match := _MARK.search(text, position, scan.end):
        found = _read(text, match, scan)
        if found is None:
            position = match.end()
            continue
        yield found
        position = found.outer.end


def _read(text: str, match: re.Match[str], scan: _Scan) -> Quotation | None:
    """Read the quotation that a mark opens; None where it opens none."""
    mark = match.group()
    if not _may_open(text, match, scan):
        return None
    if mark in _SINGLE_OPEN:
        return _single(text, match, scan)
    return _double(text, match, scan)


def _may_open(text: str, match: re.Match[str], scan: _Scan) -> bool:
    """A mark opens before a word, after a blank, a bracket, a dash or the beginning."""
    start, end = match.span()
    if end >= scan.end or text[end] in BLANKS:
        return False
    if start == scan.start or text[start - 1] in BLANKS or text[start - 1] in _OPENING_BEFORE:
        return True
    return match.group() in "“„«" and not text[start - 1].isdigit()


def _double(text: str, match: re.Match[str], scan: _Scan) -> Quotation | None:
    start, inner = match.span()
    depth = 0
    for end in _DOUBLE_END.finditer(text, inner, scan.end):
        if _closes(text, match.group(), end, scan):
            if depth == 0:
                return _quotation(start, inner, end.start(), end.end())
            depth -= 1
        elif end.group() == "“" and match.group() == "“" and _may_open(text, end, scan):
            if not _closed_later(text, end.end(), scan):
                return _cut(text, start, inner, end.start())
            depth += 1
    return _cut(text, start, inner, scan.end)


def _closes(text: str, opener: str, end: re.Match[str], scan: _Scan) -> bool:
    mark = end.group()
    if opener in ("«", "»"):
        return mark == ("»" if opener == "«" else "«")
    if mark in ("«", "»"):
        return False
    if mark == "”":
        return True
    if mark == "“" and opener != "„":
        return _stands_after(text, end, scan)
    if mark in ("“", "″", "‟", "''"):
        return True
    return _stands_after(text, end, scan)


def _stands_after(text: str, end: re.Match[str], scan: _Scan) -> bool:
    """A mark that may be either closes after a word, and before a blank, a stop or the end."""
    start, stop = end.span()
    if text[start - 1] in BLANKS:
        return stop >= scan.end or text[stop] in BLANKS or text[stop] in ".,;:!?)"
    return stop >= scan.end or not text[stop].isalnum() or text[start - 1] not in "([—–"


def _closed_later(text: str, start: int, scan: _Scan) -> bool:
    """Say whether two closing marks follow, one for the inner and one for the outer quotation."""
    limit = min(scan.end, start + LOOK_AHEAD)
    first = text.find("”", start, limit)
    if first < 0:
        return False
    second = text.find("”", first + 1, limit)
    opened = text.find("“", first + 1, limit)
    return second >= 0 and (opened < 0 or second < opened)


def _cut(text: str, start: int, inner: int, end: int) -> Quotation | None:
    """Give a quotation without its closing mark, up to ``end``."""
    while end > inner and text[end - 1] in BLANKS:
        end -= 1
    return _quotation(start, inner, end, end, closed=False)


def _quotation(
    start: int, inner: int, end: int, outer: int, *, closed: bool = True
) -> Quotation | None:
    if end <= inner:
        return None
    return Quotation(outer=Span(start, outer), inner=Span(inner, end), closed=closed)


def _single(text: str, match: re.Match[str], scan: _Scan) -> Quotation | None:
    start, inner = match.span()
    if _is_elision(text, inner):
        return None
    end = (
        _angular_end(text, match, scan) if match.group() in "‹›" else _single_end(text, inner, scan)
    )
    if end is not None:
        return _quotation(start, inner, end, end + 1)
    if start == scan.start and match.group() == "‘":
        return _cut(text, start, inner, scan.end)
    return None


def _angular_end(text: str, match: re.Match[str], scan: _Scan) -> int | None:
    end = text.find("›" if match.group() == "‹" else "‹", match.end(), match.end() + LOOK_AHEAD)
    return end if 0 <= end < scan.end else None


def _is_elision(text: str, inner: int) -> bool:
    """Tell "'90s" and "'em" from the opening of a quotation."""
    match = _ELISION.match(text, inner)
    if match is None:
        return False
    word = match.group().lower().rstrip("'")
    return (word[0].isdigit() and word[-1] == "s") or word in words("quotation", "elisions")


def _single_end(text: str, inner: int, scan: _Scan) -> int | None:
    """Find the closing mark: none inside a word, no possessive if a better one follows."""
    doubtful: int | None = None
    for end in _SINGLE_END.finditer(text, max(inner, scan.no_single_end), scan.end):
        if end.group() == "‘":
            if not _may_open(text, end, scan):
                continue
            scan.no_single_end = end.start()
            return doubtful
        if not _is_possessive(text, end.start(), scan):
            return end.start()
        if doubtful is None:
            doubtful = end.start()
    scan.no_single_end = scan.end
    return doubtful


def _is_possessive(text: str, position: int, scan: _Scan) -> bool:
    """The mark after a plural ("the leaders' summit") stands between an s and a small word."""
    if text[position - 1] not in "sSzZx" or position + 2 >= scan.end:
        return False
    return text[position + 1] == " " and text[position + 2].isalpha()
