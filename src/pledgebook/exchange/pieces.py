"""Cells that hold several values, and the escapes by which any value can be written and read back.

In a file that ``export table`` wrote, an apostrophe before ``=``, ``+``, ``-``, ``@`` or a control
keeps a spreadsheet from running a cell as a formula, and a backslash before the separator or a
backslash says that it is no separator.
"""

from __future__ import annotations

import re

#: What opens a formula in some spreadsheet: also the full-width signs, a tab and a line break.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - these signs are meant
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def harmless(words: str) -> str:
    """Write a cell so that no spreadsheet runs it; plain numbers stay as they are."""
    return f"'{words}" if _FORMULA.match(words) and not _NUMBER.fullmatch(words) else words


def plain(words: str) -> str:
    """Take the apostrophe of ``harmless`` off again."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words


def join(parts: list[str], separator: str) -> str:
    """Write several values into one cell."""
    escaped = (re.sub(rf"([\\{re.escape(separator)}])", r"\\\1", part) for part in parts)
    return f"{separator} ".join(escaped)


def split(words: str, separator: str | None, *, escaped: bool) -> list[tuple[int, str]]:
    """Cut a cell into its pieces: where each begins and its words, stripped, escapes kept.

    Without a separator the whole cell is one piece; an empty piece is kept in its place.
    """
    if separator is None:
        return [(0, words)]
    mark = re.escape(separator)
    pattern = rf"\\.|{mark}" if escaped else mark
    cuts = [m.span() for m in re.finditer(pattern, words, re.DOTALL) if m[0] == separator]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(words)]
    return [_stripped(words, start, end) for start, end in zip(starts, ends, strict=True)]


def _stripped(words: str, start: int, end: int) -> tuple[int, str]:
    piece = words[start:end]
    return start + len(piece) - len(piece.lstrip()), piece.strip()


def unescaped(piece: str) -> str:
    """Take the backslashes of ``join`` out of one piece."""
    return re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL)
