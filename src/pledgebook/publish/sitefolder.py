"""The folder of a static export: what was written there before, so that little is written again.

The list of files lies beside them (``.pledgebook-files``, a line per file as ``sha256sum`` writes
them). It grows as files are written, so that a run that is stopped leaves no file unlisted.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

#: Name of the list in the root of the site.
LIST = ".pledgebook-files"

_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


class SiteFolder:
    """A folder that a site is written into, file by file; used as a context manager."""

    def __init__(self, folder: Path) -> None:
        """Open a folder (made if missing) with the list of an earlier export, if there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._before = _listed(folder / LIST)
        self._now: dict[str, str] = {}
        self._list = (folder / LIST).open("a", encoding="utf-8")
        self.written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._list.close()

    def put(self, path: str, content: bytes) -> Path:
        """Write a file, unless it holds these bytes already; gives where it lies."""
        target = self._folder / path
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._before.get(path, ()):
            self._list.write(_line(digest, path))
            self._list.flush()
        self._now[path] = digest
        if not _holds(target, content):
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
            self.written += 1
        return target

    def finish(self) -> tuple[Path, ...]:
        """Remove the files of earlier exports that were not written again; gives which.

        One that was changed by somebody since it was written stays, and is listed no more.
        """
        self._list.close()
        removed = []
        for path, digests in self._before.items():
            target = self._folder / path
            if path not in self._now and _digest_of(target) in digests:
                target.unlink()
                removed.append(target)
        for target in removed:
            self._drop_empty(target.parent)
        lines = "".join(_line(digest, path) for path, digest in sorted(self._now.items()))
        if not _holds(self._folder / LIST, lines.encode()):
            _replace(self._folder / LIST, lines.encode())
        return tuple(removed)

    def _drop_empty(self, folder: Path) -> None:
        while folder != self._folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _line(digest: str, path: str) -> str:
    return f"{digest}  {path}\n"


def _listed(file: Path) -> dict[str, set[str]]:
    """Read a list: what each file held; a run that was stopped may have left it one of two.

    Lines that lead out of the folder, or are none, count as not there.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}
    listed: dict[str, set[str]] = {}
    for found in map(_LINE.fullmatch, lines):
        if found is not None and _is_inside(found[2]):
            listed.setdefault(found[2], set()).add(found[1])
    return listed


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and "\\" not in path


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _digest_of(target: Path) -> str | None:
    try:
        return hashlib.sha256(target.read_bytes()).hexdigest()
    except OSError:
        return None


def _replace(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
