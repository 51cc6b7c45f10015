"""The verbs ``import`` and ``export``: other people's formats, in and out."""

from __future__ import annotations

from typing import Annotated

import typer

from pledgebook.commands.finishing import finish
from pledgebook.commands.options import AsOf, KnownBy, clocks
from pledgebook.commands.options import day as _date

importing = typer.Typer(
    name="import",
    help="Take claims in from other people's formats.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: pledgebook import table aid.xlsx --map aid.yaml --book B",
)
exporting = typer.Typer(
    name="export",
    help="Write a book in other people's formats.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog="Example: pledgebook export table pledges.csv --book B",
)


def register(app: typer.Typer) -> None:
    """Add both verbs to the command line."""
    app.add_typer(importing, name="import")
    app.add_typer(exporting, name="export")


@importing.command(
    "table", epilog="Example: pledgebook import table aid.csv --map aid.yaml --book B"
)
def import_table(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV or XLSX file.")],
    table_map: Annotated[
        str | None,
        typer.Option("--map", help="Which column feeds what: a YAML file, or export."),
    ] = None,
    book: Annotated[
        str | None,
        typer.Option("--book", help="The book: a file, or postgresql://USER@HOST/DATABASE."),
    ] = None,
    report: Annotated[
        str | None, typer.Option(help="Write what was not taken, and why, to a CSV file.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken; write nothing to the book.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Print a first map, guessed from the headers.")
    ] = False,
) -> None:
    """Take a team's own table into a book: a claim a row, whose snapshot is the row."""

    def work() -> int:
        from pledgebook.commands import table_importing
        from pledgebook.exchange.errors import ExchangeError

        if suggest:
            return table_importing.suggest(file)
        if table_map is None or (book is None and not dry_run):
            raise ExchangeError("--map and --book are needed (or --suggest for a first map)")
        return table_importing.run(file, table_map, book, report, dry_run=dry_run)

    finish(work)


@importing.command(
    "kiel", epilog="Example: pledgebook import kiel tracker-release-18.xlsx --book B"
)
def import_kiel(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The tracker's workbook, one release.")
    ],
    book: Annotated[
        str | None,
        typer.Option("--book", help="The book: a file, or postgresql://USER@HOST/DATABASE."),
    ] = None,
    release: Annotated[
        str | None, typer.Option(help="The release's name, where the workbook does not say it.")
    ] = None,
    released: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day it came out; else the last day of its data."),
    ] = None,
    rates: Annotated[
        str | None,
        typer.Option(help="CSV of the release's rates, where the workbook holds none."),
    ] = None,
    report: Annotated[
        str | None, typer.Option(help="Write what was not taken, and why, to a CSV file.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken; write nothing to the book.")
    ] = False,
) -> None:
    """Take a release of the Ukraine Support Tracker into a book: up to two claims a row."""
    day = _date(released, "--released")

    def work() -> int:
        from pledgebook.commands import kiel_importing
        from pledgebook.exchange.errors import ExchangeError

        if book is None and not dry_run:
            raise ExchangeError("--book is needed (or --dry-run)")
        options = kiel_importing.Options(
            release=release, released=day, rates=rates, report=report, dry_run=dry_run
        )
        return kiel_importing.run(file, book, options)

    finish(work)


@exporting.command(
    "table", epilog="Example: pledgebook export table pledges.xlsx --book B --claims"
)
def export_table(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A .csv or .xlsx file, or - for CSV.")
    ] = None,
    book: Annotated[
        str | None,
        typer.Option("--book", help="The book: a file, or postgresql://USER@HOST/DATABASE."),
    ] = None,
    claims: Annotated[
        bool, typer.Option("--claims", help="A row for each claim instead of each entry.")
    ] = False,
    kind: Annotated[str | None, typer.Option(help="Only this kind of claim.")] = None,
    describe: Annotated[
        bool, typer.Option("--describe", help="Print what each column means; needs no book.")
    ] = False,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Write the entries of a book as a table, one a row, with documented columns."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import table_exporting
        from pledgebook.exchange.errors import ExchangeError

        if describe:
            return table_exporting.describe()
        if file is None or book is None:
            raise ExchangeError("FILE and --book are needed (or --describe)")
        asked = table_exporting.Asked(claims=claims, kind=kind, as_of=moment, known_by=day)
        return table_exporting.run(file, book, asked)

    finish(work)
