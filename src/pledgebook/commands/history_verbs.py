"""``log``, ``history``, ``reviews``, ``reread``, ``rebuild``: what happened, and reading again."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgebook.commands.finishing import finish
from pledgebook.commands.options import AsOf, Book, KnownBy, TableOrJson, clocks, day

Form = Annotated[TableOrJson, typer.Option("--format")]


def register(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    app.command(epilog="Example: pledgebook log --book B --kind correction --since 2025-03-01")(log)
    app.command(epilog="Example: pledgebook history entry:4f0c --book B")(history)
    app.command(epilog="Example: pledgebook reviews --book B")(reviews)
    app.command(epilog="Example: pledgebook reread --book B")(reread)
    app.command(epilog="Example: pledgebook rebuild --book B")(rebuild)


def log(
    book: Book,
    kind: Annotated[
        str | None,
        typer.Option(
            help="Only correction, change, withdrawal, contradiction, decision, first, told, "
            "dropped, source, sighting, reading; or all."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Only what was entered on this day or later.", metavar="DATE")
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = TableOrJson.table,
) -> None:
    """List what happened: corrections, changes in the world and withdrawals apart."""
    first, seen = day(since, "--since"), clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import history as told

        return told.log(book, kind, first, seen, form.value)

    finish(work)


def history(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="Entry, claim or source: id or prefix; point:N.")
    ],
    book: Book,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = TableOrJson.table,
) -> None:
    """Print everything that happened to an entry, claim, source or point of the plan, in order."""
    seen = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import history as told

        return told.history(name, book, seen, form.value)

    finish(work)


def reviews(
    book: Book,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = TableOrJson.table,
) -> None:
    """List decisions to look at again, the old and the new value side by side."""
    seen = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import history as told

        return told.reviews(book, seen, form.value)

    finish(work)


def reread(book: Book) -> None:
    """Read the stored texts again with today's reader; what people decided stands."""

    def work() -> int:
        from pledgebook.commands import rereading
        from pledgebook.settings import from_environment

        return rereading.run(book, from_environment())

    finish(work)


def rebuild(book: Book) -> None:
    """Drop entries and search index and make them again from what was added and decided."""

    def work() -> int:
        from pledgebook.commands import rereading

        return rereading.rebuild(book)

    finish(work)
