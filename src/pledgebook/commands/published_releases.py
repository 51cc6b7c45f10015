"""A book's read view with the releases that are published beside it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from pledgebook.commands.release_folder import siblings
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.opened import MANIFEST, Opened
from pledgebook.ledger.chain import Head
from pledgebook.ledger.store import Ledger
from pledgebook.publish.releases import Release


class Releases:
    """The releases of a book in a folder; one that is made while a server runs is there at once.

    What is a release of another book, or none that this program reads, is passed over.
    """

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        """Take a folder; raises ExchangeError where there is none."""
        if not folder.is_dir():
            raise ExchangeError(f"{folder}: there is no such folder; name one that holds releases")
        self._ledger, self._folder = ledger, folder
        self._held: dict[tuple[int, str], bool] = {}

    def __call__(self) -> list[Release]:
        """Give the releases as they stand in the folder now."""
        found = (self._release(one) for one in siblings(self._folder) if self._is_own(one))
        return [release for release in found if release is not None]

    def _is_own(self, one: Opened) -> bool:
        """Whether the state that was frozen is one of this book."""
        key = one.manifest.rows, one.manifest.head
        if key not in self._held:
            self._held[key] = self._ledger.holds(Head(seq=key[0], hash=key[1]))
        return self._held[key]

    def _release(self, one: Opened) -> Release | None:
        folder = Path(one.folder)
        # An address has the folder's name, and a release answers to its own.
        if folder.name != one.manifest.name:
            return None

        def read(name: str) -> bytes:
            return (folder / name).read_bytes()

        digest = sha256(read(MANIFEST)).hexdigest()
        return Release(manifest=one.manifest, digest=digest, read=read)


class ViewWithReleases:
    """A read view that also knows the releases of its book; all else is the view's."""

    def __init__(self, view: object, published: Callable[[], list[Release]]) -> None:
        """Wrap a view."""
        self._view = view
        self.published = published

    def __getattr__(self, name: str) -> Any:
        """Give what the view has."""
        return getattr(self._view, name)
