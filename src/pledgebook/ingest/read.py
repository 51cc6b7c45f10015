"""Inputs to documents: files, folders, and standard input."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from pledgebook.ingest import lines
from pledgebook.ingest.encoding import NotText, decode
from pledgebook.ingest.pages import looks_like_page, page
from pledgebook.ingest.sources import Raw
from pledgebook.ingest.text_files import markdown, plain
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

#: Largest text file and largest page that is read, in bytes.
LARGEST_TEXT = 64 * 1024 * 1024
LARGEST_PAGE = 16 * 1024 * 1024
#: What stands for standard input.
STDIN = "-"

_Reader = Callable[[Raw, date | None], Document | Problem]
_READERS: dict[str, tuple[_Reader, int]] = {
    ".txt": (plain, LARGEST_TEXT),
    ".md": (markdown, LARGEST_TEXT),
    ".html": (page, LARGEST_PAGE),
    ".htm": (page, LARGEST_PAGE),
}
_LINES = ".jsonl"
#: Suffixes of files that are read.
SUFFIXES = (*_READERS, _LINES)


def documents(
    inputs: Sequence[str],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Problem]:
    """Read inputs in the order given; folders in the order of their paths.

    A Problem in place of a document is an input that was not read; ``fatal`` tells an error from
    a file that a folder holds besides. ``published`` holds for sources that carry no date.
    """
    for given in inputs:
        if given == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer, published)
        elif os.path.isdir(given):  # noqa: PTH112  -- false, not an error, for an impossible path
            yield from _folder(given, published)
        else:
            yield from _file(given, published)


def _folder(folder: str, published: date | None) -> Iterator[Document | Problem]:
    """Read the files below a folder; hidden ones are passed over."""
    failed: list[OSError] = []
    paths: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [os.path.join(parent, name) for name in names if not name.startswith(".")]  # noqa: PTH118
    for error in failed:
        yield _not_opened(str(error.filename), error)
    if not paths and not failed:
        yield Problem(code="empty", message="there is no file in it", where=folder, fatal=True)
    for path in sorted(paths):
        yield from _file(path, published, among_others=True)


def _file(
    path: str, published: date | None, *, among_others: bool = False
) -> Iterator[Document | Problem]:
    suffix = Path(path).suffix.lower()
    try:
        if suffix == _LINES:
            with open(path, "rb") as stream:  # noqa: PTH123  -- as the user wrote it
                yield from lines.documents(stream, path, published)
        elif suffix in _READERS:
            yield _whole_file(path, published)
        else:
            os.stat(path)  # noqa: PTH116
            yield _unknown(path, fatal=not among_others)
    except (OSError, ValueError) as error:
        yield _not_opened(path, error)


def _whole_file(path: str, published: date | None) -> Document | Problem:
    reader, largest = _READERS[Path(path).suffix.lower()]
    with open(path, "rb") as stream:  # noqa: PTH123
        size = os.fstat(stream.fileno()).st_size
        data = stream.read(largest + 1) if size <= largest else b""
    if max(size, len(data)) > largest:
        return _too_large(path, largest)
    return reader(Raw(ref=path, where=path, data=data), published)


def _standard_input(stream: BinaryIO, published: date | None) -> Iterator[Document | Problem]:
    """Read what is piped in: JSON lines, a page or plain text, told by how it begins."""
    head = _first_lines(stream)
    if head and lines.is_source(head[-1]):
        rest = cast("BinaryIO", _Chained(head, stream))
        yield from lines.documents(rest, STDIN, published)
        return
    data = b"".join(head) + stream.read(max(0, LARGEST_TEXT + 1 - sum(map(len, head))))
    if len(data) > LARGEST_TEXT:
        yield _too_large(STDIN, LARGEST_TEXT)
        return
    raw = Raw(ref=STDIN, where="standard input", data=data)
    yield (page if _is_page(data) else plain)(raw, published)


def _first_lines(stream: BinaryIO) -> list[bytes]:
    """Read up to the first line that is not blank."""
    head: list[bytes] = []
    while line := stream.readline(LARGEST_TEXT + 1):
        head.append(line)
        if line.strip() or len(line) > LARGEST_TEXT:
            break
    return head


def _is_page(data: bytes) -> bool:
    try:
        return looks_like_page(decode(data[:4096]).text)
    except NotText:
        return False


class _Chained:
    """Lines that were read already, then the rest of a stream."""

    def __init__(self, head: Sequence[bytes], stream: BinaryIO) -> None:
        self._head, self._stream = chain(head), stream

    def readline(self, limit: int = -1) -> bytes:
        line = next(self._head, None)
        return self._stream.readline(limit) if line is None else line


def _unknown(path: str, *, fatal: bool) -> Problem:
    message = f"no reader for this kind of file; read are {', '.join(SUFFIXES)}"
    return Problem(code="format-unknown", message=message, where=path, fatal=fatal)


def _too_large(path: str, largest: int) -> Problem:
    message = f"larger than {largest // 2**20} MiB; cut it into several files"
    return Problem(code="too-large", message=message, where=path, fatal=True)


def _not_opened(path: str, error: OSError | ValueError) -> Problem:
    """Tell a file that is not there from one that is and cannot be opened."""
    if isinstance(error, OSError) and _exists(path):
        reason = error.strerror or str(error)
        if error.errno == errno.ENOENT:
            reason = "it links to a file that is not there"
        message = f"it could not be opened: {reason}"
        return Problem(code="unreadable", message=message, where=path, fatal=True)
    return Problem(code="not-found", message="there is no such file", where=path, fatal=True)


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
