"""Options that several verbs share, and how dates on the command line are read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated

import typer


class TableOrJsonl(StrEnum):
    """Formats of claims."""

    table = "table"
    jsonl = "jsonl"


class TableOrJson(StrEnum):
    """Formats of totals and lists."""

    table = "table"
    json = "json"


class TableJsonOrCsv(StrEnum):
    """Formats of totals."""

    table = "table"
    json = "json"
    csv = "csv"


Book = Annotated[
    str, typer.Option("--book", help="The book: a file, or postgresql://USER@HOST/DATABASE.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The book as it stood at the end of this day.", metavar="DATE"),
]
KnownBy = Annotated[
    str | None,
    typer.Option("--known-by", help="What sources published by this day said.", metavar="DATE"),
]
ReleasesFolder = Annotated[
    str | None,
    typer.Option("--releases", help="Folder of releases to publish beside it.", metavar="DIR"),
]


def day(value: str | None, option: str) -> date | None:
    """Read a date option; raises BadParameter."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(
            f"{value!r} is not a date as YYYY-MM-DD", param_hint=option
        ) from None


def clocks(as_of: str | None, known_by: str | None) -> tuple[datetime | None, date | None]:
    """Read the two clocks: the end of the day ``as_of`` in UTC, and the day ``known_by``."""
    entered = day(as_of, "--as-of")
    moment = None if entered is None else datetime.combine(entered, datetime.max.time(), tzinfo=UTC)
    return moment, day(known_by, "--known-by")
