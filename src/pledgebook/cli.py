"""The command line: one verb per room. Each verb imports what it needs when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgebook import __version__
from pledgebook.commands import (
    decide_verbs,
    exchange_verbs,
    history_verbs,
    release_verbs,
    totals_verbs,
)
from pledgebook.commands.finishing import finish
from pledgebook.commands.options import (
    AsOf,
    Book,
    KnownBy,
    ReleasesFolder,
    TableOrJson,
    TableOrJsonl,
    clocks,
)
from pledgebook.commands.options import day as _date

if TYPE_CHECKING:
    from pledgebook.settings import Settings

app = typer.Typer(
    name="pledgebook",
    help="An auditable book of what a coalition promises, and of what becomes of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


app.add_typer(decide_verbs.app, name="decide")
history_verbs.register(app)
exchange_verbs.register(app)
totals_verbs.register(app)
release_verbs.register(app)


Inputs = Annotated[
    list[str] | None,
    typer.Argument(help="Files (.txt .md .html .jsonl), folders, or - for standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(help="Publication date (YYYY-MM-DD) of inputs that carry none.", metavar="DATE"),
]


def _settings() -> Settings:
    from pledgebook.settings import from_environment

    return from_environment()


def _version(value: bool) -> None:  # noqa: FBT001 - Typer's callback form
    if value:
        typer.echo(f"pledgebook {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: pledgebook read article.txt --published 2025-03-03 --format jsonl")
def read(
    inputs: Inputs = None,
    published: Published = None,
    form: Annotated[TableOrJsonl, typer.Option("--format")] = TableOrJsonl.table,
) -> None:
    """Print the claims of inputs; touches no book. Exit code 1: some could not be read."""
    day = _date(published, "--published")

    def work() -> int:
        from pledgebook.commands import reading

        return reading.run(inputs or [], day, form.value, _settings())

    finish(work)


@app.command(epilog="Example: pledgebook add news/ --book ukraine.db --published 2025-03-03")
def add(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    book: Book,
    published: Published = None,
    definition: Annotated[
        str | None, typer.Option(help="Book definition: a shipped name or a YAML file.")
    ] = None,
) -> None:
    """Read inputs into a book. The same source twice adds nothing."""
    day = _date(published, "--published")

    def work() -> int:
        from pledgebook.commands import adding

        return adding.add_inputs(inputs, book, day, definition, _settings())

    finish(work)


@app.command(epilog="Example: pledgebook check claims.jsonl --sources sources.jsonl --format jsonl")
def check(
    claims: Annotated[
        str, typer.Argument(help="Claims, one JSON object a line; - for standard input.")
    ],
    sources: Annotated[str, typer.Option(help="The texts they cite, as JSON lines.")],
    form: Annotated[TableOrJsonl, typer.Option("--format")] = TableOrJsonl.table,
) -> None:
    """Judge anybody's claims against their words: kept, refused or unsupported."""

    def work() -> int:
        from pledgebook.commands import checking

        return checking.run(claims, sources, form.value)

    finish(work)


@app.command(epilog="Example: pledgebook explain 'Norway will give Ukraine 85bn kroner in 2025.'")
def explain(
    text: Annotated[str, typer.Argument(help="A sentence, or - for lines on standard input.")],
    published: Published = None,
    form: Annotated[TableOrJsonl, typer.Option("--format")] = TableOrJsonl.table,
) -> None:
    """Show how a sentence is read: values, parties, cues, rules that fired or nearly did."""
    day = _date(published, "--published")

    def work() -> int:
        from pledgebook.commands import explaining

        return explaining.run(text, day, form.value, _settings())

    finish(work)


@app.command(epilog="Example: pledgebook show commitment:4f0c --book demo.db")
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id or prefix.")],
    book: Book,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Print one claim, entry or source of a book as JSON."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import booking

        return booking.show(name, book, moment, day)

    finish(work)


@app.command(epilog="Example: pledgebook report --book demo.db --known-by 2025-03-06")
def report(
    book: Book,
    kind: Annotated[
        str | None,
        typer.Option(help="Only commitment, proposal, plan_point, participation, measure …"),
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Print what a book holds, each entry with the words it rests on."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import booking

        return booking.report(book, kind, moment, day)

    finish(work)


@app.command(epilog="Example: pledgebook publish site/ --book demo.db")
def publish(
    folder: Annotated[str, typer.Argument(metavar="DIR")],
    book: Book,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    releases: ReleasesFolder = None,
) -> None:
    """Write the site of a book as files for any web host."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import publishing

        return publishing.publish(folder, book, moment, day, releases)

    finish(work)


@app.command(epilog="Example: pledgebook serve --book demo.db --port 8000")
def serve(
    book: Book,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    releases: ReleasesFolder = None,
) -> None:
    """Serve the site of a book."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import publishing

        return publishing.serve(book, host, port, moment, day, releases)

    finish(work)


@app.command(epilog="Example: pledgebook verify --book demo.db --head 1204:9f2c…")
def verify(
    release: Annotated[
        str | None,
        typer.Argument(metavar="[RELEASE]", help="Folder of a release; needs no book."),
    ] = None,
    book: Annotated[
        str | None,
        typer.Option("--book", help="The book: a file, or postgresql://USER@HOST/DATABASE."),
    ] = None,
    head: Annotated[
        str | None,
        typer.Option(
            help="A head saved before, ROWS:HASH, or a file that holds one; of a release also "
            "the sha256:… of its manifest.",
            metavar="SAVED",
        ),
    ] = None,
) -> None:
    """Walk a book's chain, or check a release; name the first row or file that differs."""

    def work() -> int:
        from pledgebook.ledger.errors import LedgerError

        if release is not None:
            from pledgebook.commands import releasing

            return releasing.verify(release, head, book)
        if book is None:
            raise LedgerError("what is to be verified? give --book BOOK, or a release")
        from pledgebook.commands import keeping

        return keeping.verify(book, head)

    finish(work)


@app.command(epilog="Example: pledgebook redact sha256:4c1d --book demo.db --by ana --reason asked")
def redact(
    name: Annotated[str, typer.Argument(metavar="ID", help="A claim, a source or a row's number.")],
    book: Book,
    reason: Annotated[str, typer.Option(help="Why; it is kept, and shown.")],
    by: Annotated[
        str | None, typer.Option(help="Who removes it; PLEDGEBOOK_AUTHOR where it is not given.")
    ] = None,
) -> None:
    """Remove a claim, source or row for good; the chain still verifies and tells who and why."""

    def work() -> int:
        from pledgebook.commands import keeping
        from pledgebook.settings import from_environment

        return keeping.redact(name, book, by or from_environment().author, reason)

    finish(work)


@app.command(epilog="Example: pledgebook search 'air defence' loan* --book demo.db --kind source")
def search(
    words: Annotated[list[str], typer.Argument(help='Words, "a phrase", or begin*.')],
    book: Book,
    kind: Annotated[
        str | None, typer.Option(help="Only source, commitment, statement, proposal …")
    ] = None,
    limit: Annotated[int, typer.Option(help="Most hits to print, newest first.")] = 20,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Annotated[TableOrJson, typer.Option("--format")] = TableOrJson.table,
) -> None:
    """Find claims and sources that have all these words, each with its sentence."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import keeping

        asked = keeping.Search(
            words=" ".join(words), kind=kind, limit=limit, as_of=moment, known_by=day
        )
        return keeping.search(asked, book, form.value)

    finish(work)


@app.command(epilog="Example: pledgebook backup demo-2025-03-09.db --book demo.db")
def backup(file: Annotated[str, typer.Argument(metavar="FILE")], book: Book) -> None:
    """Copy a book into a new file, verified, while others read and write."""

    def work() -> int:
        from pledgebook.commands import keeping

        return keeping.backup(file, book)

    finish(work)


@app.command(epilog="Example: pledgebook restore demo-2025-03-09.db --book again.db")
def restore(file: Annotated[str, typer.Argument(metavar="FILE")], book: Book) -> None:
    """Make a book from a backup whose chain verifies; overwrites nothing."""

    def work() -> int:
        from pledgebook.commands import keeping

        return keeping.restore(file, book)

    finish(work)


@app.command(epilog="Example: pledgebook upgrade --book old.db")
def upgrade(book: Book) -> None:
    """Bring a book that an earlier Pledgebook wrote to today's schema."""

    def work() -> int:
        from pledgebook.commands import keeping

        return keeping.upgrade(book)

    finish(work)


@app.command(epilog="Example: pledgebook demo --out demo-site")
def demo(
    out: Annotated[str, typer.Option(help="Folder for the site.", metavar="DIR")] = "demo-site",
    book: Annotated[str, typer.Option(help="The book to make.")] = "demo.db",
) -> None:
    """Read the sample sources into a book, report on it and write its site."""

    def work() -> int:
        from pledgebook.commands import demo as demonstration

        return demonstration.run(out, book, _settings())

    finish(work)


@app.command(epilog="Example: pledgebook schema > claim.schema.json")
def schema() -> None:
    """Print the record contract as JSON Schema."""

    def work() -> int:
        import json

        from pledgebook.commands.schema import schema as record_schema

        typer.echo(json.dumps(record_schema(), indent=2))
        return 0

    finish(work)


@app.command(epilog="Example: pledgebook doctor")
def doctor() -> None:
    """Say what is installed, what is missing and how to get it."""

    def work() -> int:
        from pledgebook.commands import doctor as examination

        return examination.run(_settings())

    finish(work)


def main() -> None:
    """Run the command line."""
    app()
