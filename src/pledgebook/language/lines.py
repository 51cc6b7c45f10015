"""The lines of a text: where they stand, how they are marked, and how wide the text is wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pledgebook.language.vocabulary import words

#: What is trimmed around a line: all blanks, and the characters that show nothing.
BLANKS = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200e\u200f\u2060\ufeff"
)

#: A line wider than this is not hard-wrapped (usual widths are 60 to 100 columns).
WIDEST_WRAP = 120
#: A text narrower than this is a list or a poem, not hard-wrapped prose.
NARROWEST_WRAP = 40

#: Lines of fewer words than this stand for a piece of a sentence.
SCRAP_WORDS = 3

_LAST_WORD = re.compile(r"(?<![^\W_])[a-z]+$")
_FIRST_WORD = re.compile(r"[a-z]+(?![^\W_])")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+|(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])")
_GLYPHS = "•‣⁃▪▫◦●○■□▶►➢➤➔✓✔✅❖·∙"
_BULLET = re.compile(
    rf"(?:\\?[-*+]|[{_GLYPHS}]|–|—|o(?=\t| {{2}}))(?:[ \t\xa0\u2002\u2003]+|(?<=[{_GLYPHS}])(?=\S))"
)
_NUMBER = re.compile(
    r"(?:\\?\((?P<round>\d{1,2}|[a-z]|[ivx]{1,5})\\?\)|(?P<bare>\d{1,2}|[a-z]|[ivx]{1,5})\\?[.)]"
    r"|(?P<capital>[A-Z])\))[ \t\xa0]+(?=\S)"
)
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t\xa0]+(?=\S)")
_TAG = r"</?[A-Za-z][^<>]{0,300}>"
_LEFT_OUT = re.compile(
    rf"(?:(?:\\?[-*_=~#•.·—–+]\s?){{3,}}|<!--.*?-->|(?:{_TAG}\s*)+|:{{3,}}.*|\|[-\s|:+]*\|?|```\w*"
    r"|\\+|[*_]{1,6}|>)"
)
_CELL = re.compile(r"(?:<tr\b[^<>]{0,300}>\s*)?<t[dh]\b")
_LEADING_TAGS = re.compile(rf"(?:{_TAG}\s*)+")
#: An address or a tag: a line with one may be wider than the text is wrapped.
_LONG_WORD = re.compile(r"\S{30}")
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{12,1200}+>")
_INK = re.compile(r"[^\n\r]")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")

Mark = Literal["", "bullet", "number", "dash", "heading", "table_row", "quoted"]


@dataclass(slots=True)
class Line:
    """One line that holds words.

    Attributes:
        start, end: the words with their marks, without outer blanks.
        words: where the words begin, after the mark.
        indent: columns before ``start`` (a tab counts four).
        width: columns from the beginning of the line to ``end``.
        apart: whether nothing or an empty line stands before it.
        mark: kind of mark at its beginning.
        label: start and end of the number of a bullet.
        level: depth of a heading.
        broken: whether two blanks end it (a line break in Markdown).
        torn: whether the line break before it lies inside a tag.
    """

    start: int
    end: int
    words: int
    indent: int
    width: int
    apart: bool
    mark: Mark = ""
    label: tuple[int, int] | None = None
    level: int = 1
    broken: bool = False
    torn: bool = False


def lines(text: str) -> list[Line]:
    """Find the lines that hold words; rules, comments and lines of tags alone are left out."""
    found: list[Line] = []
    apart, empty = True, True
    shown = _without_torn_tags(text)
    for match in _LINE.finditer(shown):
        raw = match.group()
        if raw[0] in "\n\r\x0b\x0c\x85\u2028\u2029":
            apart, empty = apart or empty, True
            continue
        body = raw.strip(BLANKS)
        if not body:
            continue
        empty = False
        if (body[0] in "-*_=~#•.·—–+<:|`\\>") and _LEFT_OUT.fullmatch(body):
            apart = apart or body[0] != ">"
            continue
        line = _line(match.start(), raw, body, apart=apart)
        line.torn = shown is not text and text[match.start() : line.start].strip() != ""
        found.append(line)
        apart = False
    return found


def _without_torn_tags(text: str) -> str:
    """Blank out tags that run over a line break; every offset stays."""
    return _LONG_TAG.sub(_blank, text) if "<" in text else text


def _blank(match: re.Match[str]) -> str:
    tag = match.group()
    return _INK.sub(" ", tag) if "\n" in tag or "\r" in tag else tag


def _line(base: int, raw: str, body: str, *, apart: bool) -> Line:
    before = len(raw) - len(raw.lstrip(BLANKS))
    start = base + before
    end = start + len(body)
    line = Line(
        start=start,
        end=end,
        words=start,
        indent=before + 3 * raw.count("\t", 0, before),
        width=before + len(body),
        apart=apart,
        broken=raw.endswith("  "),
    )
    first = body[0]
    if not first.isalpha() or body[1:2] in ".)\\" or first in "ivxo":
        _read_mark(line, body)
    return line


def _read_mark(line: Line, body: str) -> None:
    if body[0] == "|" and "|" in body[1:]:
        line.mark, line.words = "table_row", line.start + 1
    elif body[0] == "<":
        _read_tags(line, body)
    elif body[0] == ">":
        line.mark, line.words = "quoted", line.start + len(body) - len(body[1:].lstrip(BLANKS))
    elif match := _HEADING.match(body):
        line.mark, line.words = "heading", line.start + match.end()
        line.level = len(match["marks"])
    elif match := _NUMBER.match(body):
        line.mark, line.words = "number", line.start + match.end()
        start, end = match.span(match.lastgroup or 0)
        line.label = (line.start + start, line.start + end)
    elif match := _BULLET.match(body):
        line.mark = "dash" if body[0] in "–—" else "bullet"
        line.words = line.start + match.end()
    if line.words >= line.end:
        line.mark, line.words = "", line.start


def _read_tags(line: Line, body: str) -> None:
    if _CELL.match(body):
        line.mark = "table_row"
    if match := _LEADING_TAGS.match(body):
        line.words = line.start + match.end()


def ends_sentence(text: str, line: Line) -> bool:
    """Say whether the line ends with a mark that ends a sentence or opens a list."""
    return _TERMINAL.search(text, max(line.start, line.end - 8), line.end) is not None


def goes_on_small(text: str, line: Line) -> bool:
    """Say whether the line begins in lower case, as the middle of a sentence does."""
    return text[line.words].islower()


def is_torn(text: str, last: Line, line: Line) -> bool:
    """Say whether a line break stands inside a sentence, as around a lost link.

    The next line goes on in lower case, and one of the two is a scrap of three words or fewer, the
    first ends with a word that cannot end a sentence, or the next begins with one that goes on.
    """
    if not goes_on_small(text, line) or ends_sentence(text, last):
        return False
    if min(_spaces(text, last), _spaces(text, line)) < SCRAP_WORDS:
        return True
    if _ends_with(text, last, "open_words"):
        return True
    after = _FIRST_WORD.match(text, line.words, line.end)
    return after is not None and after.group() in words("layout", "continuing_words")


def is_torn_apart(text: str, last: Line, line: Line) -> bool:
    """Say whether even the empty line before ``line`` stands inside a sentence."""
    return goes_on_small(text, line) and _ends_with(text, last, "binding_words")


def _ends_with(text: str, line: Line, kind: str) -> bool:
    match = _LAST_WORD.search(text, max(line.words, line.end - 12), line.end)
    return match is not None and match.group() in words("layout", kind)


def _spaces(text: str, line: Line) -> int:
    return text.count(" ", line.words, line.end)


def wrap_width(text: str, found: Sequence[Line]) -> int | None:
    """Tell at how many columns the text is hard-wrapped; None where each paragraph is one line.

    A text is wrapped where most of it stands in lines of at most ``WIDEST_WRAP`` columns and at
    least one line break in five falls inside a sentence (it goes on in lower case). On the
    development corpus of wrapped official texts that share is 0.4 to 0.9, in lists below 0.1.
    """
    total = sum(line.width for line in found)
    wide = sum(line.width for line in found if _is_wide(text, line))
    if wide * 5 > total:
        return None
    inner = [
        (one.width, goes_on_small(text, two) and not ends_sentence(text, one))
        for one, two in pairwise(found)
        if not two.apart
        and two.mark == ""
        and one.width <= WIDEST_WRAP
        and _LONG_WORD.search(text, one.start, one.end) is None
    ]
    if not inner or sum(small for _, small in inner) * 5 < len(inner):
        return None
    widths = sorted(width for width, _ in inner)
    width = widths[len(widths) * 95 // 100]
    return width if width >= NARROWEST_WRAP else None


def _is_wide(text: str, line: Line) -> bool:
    """Tell prose on one long line from a short line with a long address in it."""
    return line.width > WIDEST_WRAP and text.count(" ", line.start, line.end) * 12 > line.width


def is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """Say whether the first word of the next line would not have fitted on this one."""
    stop = text.find(" ", after.start, after.end)
    word = (after.end if stop < 0 else stop) - after.start
    return line.width + 1 + word > width
