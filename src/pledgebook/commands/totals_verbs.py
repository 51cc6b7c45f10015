"""The verbs ``totals``, ``explain-total`` and ``restated``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pledgebook.commands.finishing import finish
from pledgebook.commands.options import AsOf, Book, KnownBy, TableJsonOrCsv, TableOrJson, clocks

if TYPE_CHECKING:
    from pledgebook.commands.totalling import Asked

Measure = Annotated[
    str,
    typer.Option(help="any, pledge, commitment, allocation, disbursement or delivery."),
]
Rules = Annotated[str | None, typer.Option(help="Counting rules by name.")]
Rates = Annotated[
    str | None,
    typer.Option(help="CSV of dated rates, to convert by; else the European Central Bank's."),
]
Prices = Annotated[
    str | None, typer.Option(help="CSV of unit prices: gifts in kind are estimated beside.")
]
Form = Annotated[TableJsonOrCsv, typer.Option("--format")]


def register(app: typer.Typer) -> None:
    """Add the verbs to the command line."""
    app.command(
        epilog="Example: pledgebook totals --book demo.db --by donor,instrument --format json"
    )(totals)
    app.command(
        "explain-total",
        epilog="Example: pledgebook explain-total --book demo.db --where donor=GBR --currency EUR",
    )(explain_total)
    app.command(epilog="Example: pledgebook restated --book aid.db --kind corrected")(restated)


def totals(
    book: Book,
    by: Annotated[
        str, typer.Option(help="donor, recipient, aid_type, instrument, stage, month; with commas.")
    ] = "donor",
    measure: Measure = "any",
    currency: Annotated[str, typer.Option(help="A currency code, or original.")] = "original",
    rules: Rules = None,
    rates: Rates = None,
    prices: Prices = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = TableJsonOrCsv.table,
) -> None:
    """Sum the entries of a book as intervals; nothing is counted twice."""
    moment, day = clocks(as_of, known_by)

    def asked() -> Asked:
        from pledgebook.commands.totalling import Asked

        return Asked(
            by=by, measure=measure, currency=currency, rules=rules, rates=rates, prices=prices,
            as_of=moment, known_by=day, form=form.value,
        )  # fmt: skip

    def work() -> int:
        from pledgebook.commands import totalling

        return totalling.print_totals(book, asked())

    finish(work)


def explain_total(
    book: Book,
    where: Annotated[
        str | None,
        typer.Option(metavar="KEY=VALUE", help="Only these, as donor=GBR,aid_type=military."),
    ] = None,
    measure: Measure = "any",
    currency: Annotated[str, typer.Option(help="A currency code.")] = "EUR",
    rules: Rules = None,
    rates: Rates = None,
    prices: Prices = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Form = TableJsonOrCsv.table,
) -> None:
    """Show the way from all figures read to the total: what was left out on it, and why."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import totalling

        asked = totalling.Asked(
            by="donor", measure=measure, currency=currency, rules=rules, rates=rates,
            prices=prices, as_of=moment, known_by=day, form=form.value,
        )  # fmt: skip
        return totalling.print_waterfall(book, asked, where)

    finish(work)


def restated(
    book: Book,
    kind: Annotated[
        str | None, typer.Option(help="Only corrected, changed, new, gone or same.")
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Annotated[TableOrJson, typer.Option("--format")] = TableOrJson.table,
) -> None:
    """Say what the newest release of a data set corrected, changed, added and dropped."""
    moment, day = clocks(as_of, known_by)

    def work() -> int:
        from pledgebook.commands import restating

        return restating.run(book, kind, moment, day, form.value)

    finish(work)
