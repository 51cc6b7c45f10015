"""A release as a folder: written whole or not at all, and read back."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.opened import MANIFEST, Opened


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files beside their place, then put the whole folder there.

    Whatever stops it, nothing of the release is left, nor a folder made only to hold it.
    Raises ExchangeError where something stands there already.
    """
    made = _missing(folder.parent)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        check_free(folder)
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    except BaseException:
        _take_away(made)
        raise
    try:
        for name, content in files:
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        part.chmod(0o777 & ~_mask())
        check_free(folder)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        _take_away(made)
        raise


def check_free(folder: Path) -> None:
    """Raise ExchangeError where a name is taken: a release is never written over."""
    if folder.exists() or folder.is_symlink():
        raise ExchangeError(f"{folder}: is there already; a release is never changed, name another")


def _missing(folder: Path) -> list[Path]:
    return [one for one in (folder, *folder.parents) if not one.exists()]


def _take_away(made: Iterable[Path]) -> None:
    for folder in made:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def opened(folder: str) -> Opened:
    """Open a release by its folder; raises ExchangeError."""
    path = Path(folder)
    if not path.is_dir():
        raise ExchangeError(f"{folder}: there is no such folder; name that of a release")
    return Opened(folder, lambda name: (path / name).read_bytes())


def names(folder: Path) -> list[str]:
    """Names of all files of a folder, below it too, by ``/``."""
    every = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return sorted(path.relative_to(folder).as_posix() for path in every)


def siblings(out: Path) -> list[Opened]:
    """Releases in a folder; what is none, or is of another form, is passed over."""
    found = []
    for path in sorted(out.iterdir()) if out.is_dir() else ():
        if not path.name.startswith(".") and (path / MANIFEST).is_file():
            try:
                found.append(opened(str(path)))
            except ExchangeError:
                continue
    return found
