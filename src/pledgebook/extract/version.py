"""Which reader made a reading: the program's version and a digest of the reader's own files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from pledgebook import __version__

#: Rooms whose rules and word lists decide what is read from a text.
_ROOMS = ("extract", "language", "model", "resolve")

#: Hexadecimal digits of the digest: 48 bits tell any two versions of one program apart.
_DIGITS = 12


@cache
def reader_version() -> str:
    """Give the version of the built-in readers; it changes with any rule or word list.

    A reading made by another version is made anew by ``pledgebook reread``.
    """
    package, found = Path(__file__).parents[1], hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                found.update(f"{path.relative_to(package).as_posix()}\n".encode())
                found.update(path.read_bytes())
    return f"{__version__}+{found.hexdigest()[:_DIGITS]}"
