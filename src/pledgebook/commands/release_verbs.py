"""The verbs ``release`` and ``diff``."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgebook.commands.finishing import finish
from pledgebook.commands.options import AsOf, Book, KnownBy, TableOrJson, clocks


def register(app: typer.Typer) -> None:
    """Add both verbs to the command line."""
    app.command(epilog="Example: pledgebook release 2025-03 --book demo.db")(release)
    app.command(epilog="Example: pledgebook diff releases/2025-03 releases/2025-04")(diff)


def release(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name, and its folder's.")],
    book: Book,
    out: Annotated[
        str, typer.Option(metavar="DIR", help="Folder in which releases stand.")
    ] = "releases",
    since: Annotated[
        str | None,
        typer.Option(
            metavar="RELEASE", help="Folder of the release before; else the newest one in --out."
        ),
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Freeze a book into a data package: tables, manifest, and what changed since the last."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import releasing
        from pledgebook.exchange.package.freezing import SeenFrom

        seen = SeenFrom(as_of=moment, known_by=day)
        return releasing.release(name, book, out, since, seen)

    finish(work)


def diff(
    older: Annotated[str, typer.Argument(metavar="A", help="Folder of the older release.")],
    newer: Annotated[str, typer.Argument(metavar="B", help="Folder of the newer release.")],
    kind: Annotated[
        str | None,
        typer.Option(help="Only withdrawn, corrected, changed, contradicted, retold, new or gone."),
    ] = None,
    form: Annotated[TableOrJson, typer.Option("--format")] = TableOrJson.table,
) -> None:
    """Compare two releases: corrections of errors apart from changes in the world. No book."""

    def work() -> int:
        from pledgebook.commands import releasing

        return releasing.diff(older, newer, kind, form.value)

    finish(work)
