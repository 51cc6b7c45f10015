"""The verbs of ``pledgebook decide``: one for each thing that a person may decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from pledgebook.commands.finishing import finish
from pledgebook.commands.options import Book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from pledgebook.model.vocabulary import DecisionAction

app = typer.Typer(
    name="decide",
    help="Decide as a person: kept with your name and reason, and can be undone.",
    no_args_is_help=True,
    rich_markup_mode=None,
    epilog='Example: pledgebook decide accept entry:4f0c --book B --by ana --reason "checked"',
)

Target = Annotated[str, typer.Argument(metavar="ID", help="Entry or claim: id or prefix.")]
SourceId = Annotated[str, typer.Argument(metavar="SOURCE", help="Source: id, prefix or address.")]
Reason = Annotated[str, typer.Option(help="Why, in your words.")]
By = Annotated[
    str | None, typer.Option(help="Who decides; PLEDGEBOOK_AUTHOR where it is not given.")
]
Quotes = Annotated[
    list[str] | None,
    typer.Option("--quote", help="The words of the text; again for each value of a list."),
]
At = Annotated[
    int | None, typer.Option(help="Offset of the words, where they stand in several places.")
]


def _simple(
    action: str, target: str, book: str, by: str | None, reason: str,
    value: Mapping[str, Any] | None = None,
) -> None:  # fmt: skip
    def work() -> int:
        from pledgebook.commands import deciding
        from pledgebook.settings import from_environment

        told = deciding.Told(book=book, by=by, reason=reason)
        chosen = cast("DecisionAction", action)
        return deciding.decide(chosen, target, told, from_environment(), value)

    finish(work)


@app.command(epilog='Example: pledgebook decide accept entry:4f0c --book B --reason "checked"')
def accept(target: Target, book: Book, reason: Reason, by: By = None) -> None:
    """The entry or claim is as its source says; it leads its entry from now on."""
    _simple("accept", target, book, by, reason)


@app.command(epilog='Example: pledgebook decide reject entry:4f0c --book B --reason "misread"')
def reject(target: Target, book: Book, reason: Reason, by: By = None) -> None:
    """The entry or claim was misread; it leaves the entries and totals."""
    _simple("reject", target, book, by, reason)


@app.command(epilog='Example: pledgebook decide unclear entry:4f0c --book B --reason "which sum?"')
def unclear(target: Target, book: Book, reason: Reason, by: By = None) -> None:
    """The words leave it open; it goes to review and leads no entry that has another claim."""
    _simple("unclear", target, book, by, reason)


def _change(
    action: str, target: str, field: str, value: str | None, told: tuple[str, str | None, str],
    quotes: list[str] | None, at: int | None,
) -> None:  # fmt: skip
    def work() -> int:
        from pledgebook.commands import deciding
        from pledgebook.settings import from_environment

        typed = deciding.TypedChange(field=field, value=value, quotes=tuple(quotes or ()), at=at)
        book, by, reason = told
        who = deciding.Told(book=book, by=by, reason=reason)
        chosen = cast("DecisionAction", action)
        return deciding.change(chosen, target, typed, who, from_environment())

    finish(work)


@app.command(
    epilog='Example: pledgebook decide change entry:4f0c --field amount --quote "£2.26bn" --book B '
    '--reason "the loan, not the whole plan"'
)
def change(
    target: Target,
    field: Annotated[str, typer.Option(help="The value: amount, donors, stage, items.0.name …")],
    book: Book,
    reason: Reason,
    value: Annotated[
        str | None,
        typer.Option(
            help="A code, date, sum (GBP 1.6bn), names with commas, or JSON; the words' own."
        ),
    ] = None,
    quote: Quotes = None,
    at: At = None,
    by: By = None,
) -> None:
    """Correct a value that was misread; refused where the words do not carry it."""
    _change("change_value", target, field, value, (book, by, reason), quote, at)


@app.command(
    epilog='Example: pledgebook decide stage entry:4f0c committed --quote "approved" --book B '
    '--reason "parliament voted"'
)
def stage(
    target: Target,
    to: Annotated[str, typer.Argument(metavar="STAGE", help="pledged, committed, delivered …")],
    book: Book,
    reason: Reason,
    quote: Quotes = None,
    at: At = None,
    by: By = None,
) -> None:
    """The thing itself has moved on: a change in the world, no correction."""
    _change("change_stage", target, "stage", to, (book, by, reason), quote, at)


@app.command(
    epilog="Example: pledgebook decide add --source sha256:9c1 --claim claim.json --book B "
    '--reason "missed in the table"'
)
def add(
    source: Annotated[str, typer.Option(help="The text it stands in: id, prefix or address.")],
    claim: Annotated[
        str, typer.Option(help="JSON file with kind, values and evidence (field, quote); or -.")
    ],
    book: Book,
    reason: Reason,
    by: By = None,
) -> None:
    """Add a claim that the machine missed; refused where the words do not carry it."""

    def work() -> int:
        from pledgebook.commands import deciding
        from pledgebook.settings import from_environment

        told = deciding.Told(book=book, by=by, reason=reason)
        return deciding.add(source, claim, told, from_environment())

    finish(work)


@app.command(epilog='Example: pledgebook decide complete sha256:9c1 --book B --reason "read twice"')
def complete(source: SourceId, book: Book, reason: Reason, by: By = None) -> None:
    """Mark a source as read completely: what stands in it is in the book."""
    _simple("read_completely", source, book, by, reason)


@app.command(
    epilog='Example: pledgebook decide merge entry:4f0c entry:77aa --book B --reason "one"'
)
def merge(
    entries: Annotated[list[str], typer.Argument(metavar="ID ID...", help="Entries of one kind.")],
    book: Book,
    reason: Reason,
    by: By = None,
) -> None:
    """Make one entry of several: they tell of the same thing."""
    _simple("merge", entries[0], book, by, reason, {"with": entries[1:]})


@app.command(
    epilog="Example: pledgebook decide split entry:4f0c commitment:9b2 --book B "
    '--reason "another loan"'
)
def split(
    entry: Target,
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Claims that leave it.")],
    book: Book,
    reason: Reason,
    by: By = None,
) -> None:
    """Take claims out of an entry into one of their own."""
    _simple("split", entry, book, by, reason, {"claims": claims})


@app.command(
    epilog="Example: pledgebook decide status 2 1 --evidence entry:4f0c --book B "
    '--reason "invited, once"'
)
def status(
    point: Annotated[str, typer.Argument(metavar="POINT", help="Number of the plan's point.")],
    to: Annotated[
        int,
        typer.Argument(metavar="0..3", help="0 none, 1 minimum, 2 intermediate, 3 full."),
    ],
    book: Book,
    reason: Reason,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence", metavar="ID", help="Entry or claim it rests on; again for more."
        ),
    ] = None,
    by: By = None,
) -> None:
    """Say how far a point of the plan has come, on which evidence; no total changes."""
    value = {"status": to, "claims": list(evidence or ())}
    _simple("set_status", point, book, by, reason, value)


@app.command(epilog='Example: pledgebook decide undo decision:03f --book B --reason "by mistake"')
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id or prefix.")],
    book: Book,
    reason: Reason,
    by: By = None,
) -> None:
    """Take a decision back, or an undo; both stay in the history."""
    _simple("undo", decision, book, by, reason)
