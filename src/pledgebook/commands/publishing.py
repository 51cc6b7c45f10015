"""``publish`` and ``serve``: the same pages as files and as a server."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import cast

from rich.markup import escape

from pledgebook.commands.progress import watched
from pledgebook.commands.published_releases import Releases, ViewWithReleases
from pledgebook.commands.terminal import messages
from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger
from pledgebook.publish.book import ViewLike
from pledgebook.publish.site import export


class LedgerLibrary:
    """A ledger as pages see it: as the two clocks of the command show it, and from any day."""

    def __init__(
        self,
        ledger: Ledger,
        as_of: datetime | None,
        known_by: date | None,
        releases: str | None = None,
    ) -> None:
        """Take an open ledger, and the folder of the releases that are published beside it.

        No day of an address lies behind ``known_by``.
        """
        self._ledger = ledger
        self._as_of, self._known_by = as_of, known_by
        self._releases = None if releases is None else Releases(ledger, Path(releases))

    def head(self) -> Hashable:
        """Give the end of the chain."""
        return self._ledger.head()

    def view(self, day: date | None) -> ViewLike:
        """View the book, seen from a day where one is given."""
        days = [d for d in (self._known_by, day) if d is not None]
        view = self._ledger.view(self._as_of, min(days, default=None), fold=fold)
        if self._releases is None:
            return view
        return cast("ViewLike", ViewWithReleases(view, self._releases))


def publish(
    folder: str,
    book: str,
    as_of: datetime | None = None,
    known_by: date | None = None,
    releases: str | None = None,
) -> int:
    """Write the site of a book, as the two clocks show it, into ``folder``."""

    def counted(files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[str, bytes]]:
        return watched(files, "files of the site")

    with Ledger.open(book) as ledger:
        library = LedgerLibrary(ledger, as_of, known_by, releases)
        made = export(library.view(None), Path(folder), library.view, counted)
    messages().print(
        f"{len(made.files)} files: {made.written} written, "
        f"{len(made.files) - made.written} unchanged, {len(made.removed)} removed; "
        f"open {escape(str(Path(folder) / 'index.html'))}"
    )
    return 0


def serve(
    book: str,
    host: str,
    port: int,
    as_of: datetime | None = None,
    known_by: date | None = None,
    releases: str | None = None,
) -> int:
    """Serve the site of a book, as the two clocks show it, until stopped."""
    import uvicorn  # noqa: PLC0415 - a server is only needed here

    from pledgebook.publish.app import create_app  # noqa: PLC0415

    with Ledger.open(book) as ledger:
        library = LedgerLibrary(ledger, as_of, known_by, releases)
        messages().print(f"Serving {escape(book)} on http://{host}:{port} (Ctrl-C stops)")
        uvicorn.run(create_app(library), host=host, port=port, log_level="warning")
    return 0
