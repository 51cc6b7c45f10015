"""``publish`` and ``serve``: the same pages as files and as a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from rich.markup import escape

from pledgebook.commands.terminal import messages
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.publish.site import write_site
from pledgebook.reconcile.fold import fold


def publish(
    folder: str, book: str, as_of: datetime | None = None, known_by: date | None = None
) -> int:
    """Write the site of a book, as the two clocks show it, into ``folder``."""
    with Ledger.open(book) as ledger:
        written = write_site(ledger.view(as_of, known_by, fold=fold), Path(folder))
    messages().print(
        f"{len(written)} files written; open {escape(str(Path(folder) / 'index.html'))}"
    )
    return 0


def serve(
    book: str,
    host: str,
    port: int,
    as_of: datetime | None = None,
    known_by: date | None = None,
) -> int:
    """Serve the site of a book, as the two clocks show it, until stopped."""
    import uvicorn  # noqa: PLC0415 - a server is only needed here

    from pledgebook.publish.app import create_app  # noqa: PLC0415

    with Ledger.open(book):
        pass

    @contextmanager
    def open_view(day: date | None) -> Iterator[View]:
        days = [d for d in (known_by, day) if d is not None]
        with Ledger.open(book) as ledger:
            yield ledger.view(as_of, min(days, default=None), fold=fold)

    messages().print(f"Serving {escape(book)} on http://{host}:{port} (Ctrl-C stops)")
    uvicorn.run(create_app(open_view), host=host, port=port, log_level="warning")
    return 0
