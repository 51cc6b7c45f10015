"""A release of the Kiel Institute's Ukraine Support Tracker as claims. Values in, values out.

A row gives up to two claims: what it says was committed and what it says was allocated. Its
snapshot is the row, the addresses it names are sightings. The release's own rates, and which donors
it counts under another's id, come with it as a text of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pledgebook.exchange.cells import Row
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.kiel_release import sums
from pledgebook.exchange.kiel_release.columns import Columns, columns_of, maps_of
from pledgebook.exchange.kiel_release.layout import layout, plain
from pledgebook.exchange.kiel_release.packages import with_wholes
from pledgebook.exchange.kiel_release.rows import ReleaseRow, RowReader, Where
from pledgebook.exchange.kiel_release.sheets import (
    SummaryCell,
    rates_in,
    release_in,
    side_sheets,
    summary_in,
)
from pledgebook.exchange.leaf_values import Readers
from pledgebook.exchange.table_files import LARGEST_FILE
from pledgebook.exchange.table_import import TableRead
from pledgebook.exchange.xlsx_table import Stray, is_workbook, open_workbook, sheet_table
from pledgebook.model.datasets import TERMS_MADE_BY, ReleaseTerms
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot

#: Announcements of the tracker lie after this day; a workbook's typed dates before it are typos.
FIRST_DAY = date(2014, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the caller knows of a release; None where the workbook is to tell.

    Attributes:
        release: its name.
        released: the day it came out.
        rates: its rates, units for one euro by currency.
    """

    release: str | None = None
    released: date | None = None
    rates: Mapping[str, Decimal] | None = None


@dataclass(slots=True)
class ReleaseRead:
    """What became of a workbook.

    Attributes:
        table: what was not taken, problems and counts, as for any table.
        rows: the rows taken, in order.
        terms: the release's rates and folds.
        terms_from: where the rates come from, in words.
        summary: the release's own summary; empty where the workbook holds none.
    """

    table: TableRead
    terms: ReleaseTerms
    terms_from: str = ""
    rows: list[ReleaseRow] = field(default_factory=list)
    summary: tuple[SummaryCell, ...] = ()

    @property
    def claims(self) -> int:
        """Number of claims."""
        return sum(len(row.claims) for row in self.rows)

    def terms_document(self) -> tuple[Document, Reading]:
        """Give the terms as a text of the book, with a reading that makes no claim of it."""
        snapshot = Snapshot.of(self.terms.text(), TERMS_MADE_BY)
        sighting = Sighting(
            snapshot=snapshot.id,
            ref=f"{self.table.file}#terms",
            title=f"{layout()['title']}, release {self.terms.release}: rates and folds",
            publisher=layout()["publisher"],
            published=self.terms.day,
            grade="secondary",
        )
        reading = Reading(snapshot=snapshot.id, reader="kiel/terms", version="1", claims=())
        return Document(snapshot=snapshot, sighting=sighting), reading


def read_release(
    raw: bytes, file: str, readers: Readers, asked: Asked | None = None
) -> ReleaseRead:
    """Read a workbook; raises ExchangeError where it is none of the tracker's.

    Args:
        raw: the bytes of the file.
        file: its name, without its folder.
        readers: what other rooms know of words.
        asked: what the caller knows of the release.
    """
    if not is_workbook(raw) or len(raw) > LARGEST_FILE:
        raise ExchangeError(f"{file}: a workbook (.xlsx) of the tracker is needed")
    book = open_workbook(raw, file)
    main = _main_sheet(book, file)
    table = TableRead(file=file, sheet=main.title)
    stray: Stray = {}
    rows = list(sheet_table(main, file, stray).rows)
    columns, body = _headed(rows, file)
    sides = side_sheets(book, raw)
    where = _where(book, raw, table, sides, columns, body, asked or Asked())
    found = _read_rows(where, columns, body, readers, table)
    _note_blanks(stray, columns, table)
    return _completed(found, table, where, columns, sides, asked or Asked(), raw)


def _main_sheet(book: Any, file: str) -> Any:
    for sheet in book.worksheets:
        if plain(sheet.title) == layout()["main_sheet"]:
            return sheet
    names = ", ".join(sheet.title for sheet in book.worksheets)
    raise ExchangeError(f"{file}: there is no sheet {layout()['main_sheet']!r}; there are {names}")


def _headed(rows: list[Row], file: str) -> tuple[Columns, list[Row]]:
    """Find the header, the first row that says anything, and the rows below it."""
    top = next((n for n, row in enumerate(rows) if not row.empty), None)
    if top is None:
        raise ExchangeError(f"{file}: the main sheet is empty")
    body = rows[top + 1 :]
    width = max((len(row.cells) for row in body), default=0)
    return columns_of(rows[top], width, file), body


def _where(
    book: Any,
    raw: bytes,
    table: TableRead,
    sides: Mapping[str, Any],
    columns: Columns,
    body: list[Row],
    asked: Asked,
) -> Where:
    digest = sha256(raw).hexdigest()
    told, until = release_in(sides.get(layout()["release"]["sheet"], {}))
    in_file = re.search(layout()["release"]["file"], table.file, re.IGNORECASE)
    name = asked.release or told or (in_file[1] if in_file else digest[:12])
    last = until or _last_day(book, columns, body)
    return Where(
        series=layout()["series"],
        release=_release_name(name),
        day=asked.released or last,
        title=f"{layout()['title']}, release {name}",
        file=table.file,
        sheet=table.sheet or "",
        raw_digest=f"sha256:{digest}",
        last=max(last, asked.released or last),
    )


def _release_name(name: str) -> str:
    if not name.strip() or set(name) & set("/#\n"):
        raise ExchangeError(f"the release {name!r} cannot be named so: no /, # or line break")
    return name.strip()


def _last_day(book: Any, columns: Columns, body: list[Row]) -> date:
    """The last announcement that was typed as a day, before the workbook was last saved."""
    saved = book.properties.modified
    bound = date.max if saved is None else saved.date()
    place = columns.at["announced"]
    cells = [row.cells[place] for row in body if len(row.cells) > place]
    days = [date.fromisoformat(c.text[:10]) for c in cells if c.type == "date"]
    return max((day for day in days if FIRST_DAY <= day <= bound), default=FIRST_DAY)


def _read_rows(
    where: Where, columns: Columns, body: list[Row], readers: Readers, table: TableRead
) -> list[ReleaseRow]:
    place = columns.at.get("specific", -1)
    specific = {row.cells[place].text for row in body if 0 <= place < len(row.cells)}
    reader = RowReader(where, columns, maps_of(columns, specific, where.title), readers)
    found = []
    for row in body:
        if row.empty:
            table.counts["empty"] += 1
            continue
        before = len(reader.left)
        made = reader.read(row)
        lost = any(left.whole for left in reader.left[before:])
        table.counts["taken" if made else "not_taken" if lost else "repeated"] += 1
        found += [] if made is None else [made]
    table.problems.extend(reader.repeated)
    table.left = reader.left
    table.columns = columns.names
    return with_wholes(found)


def _note_blanks(stray: Stray, columns: Columns, table: TableRead) -> None:
    """Tell cells of the aid type that the tracker's own sums miss, since a blank is beside them."""
    place = columns.at["aid_type"]
    for (number, column), words in stray.items():
        if column == place and number > 1 and words.strip():
            table.problems.append(
                Problem(
                    code="blank-beside-word",
                    message=f"column {columns.names[place]!r}: {words!r} is read without its "
                    "blank; sums by the exact word, as in the workbook's own summary, miss it",
                    where=table.place(number),
                )
            )


def _completed(
    rows: list[ReleaseRow],
    table: TableRead,
    where: Where,
    columns: Columns,
    sides: Mapping[str, Any],
    asked: Asked,
    raw: bytes,
) -> ReleaseRead:
    summary = tuple(_summary(rows, sides))
    found = sums.row_sums(rows)
    rates, origin = _rates(rows, sides, asked)
    folds = sums.counted_under(found, summary, allocations="allocated" in columns.at)
    terms = ReleaseTerms(
        series=where.series,
        release=where.release,
        day=where.day,
        rates=tuple(sorted(rates.items())),
        counted_under=tuple(sorted(folds.items())),
        file=f"{table.file} sha256:{sha256(raw).hexdigest()}",
    )
    table.problems.extend(_off_rates(rows, rates, table))
    table.problems.extend(_unlike(found, summary, folds, table))
    return ReleaseRead(table=table, terms=terms, terms_from=origin, rows=rows, summary=summary)


def _summary(rows: list[ReleaseRow], sides: Mapping[str, Any]) -> Iterator[SummaryCell]:
    sheet = sides.get(layout()["summary"]["sheet"])
    donors = {plain(r.claims[0].donors[0].name): sums.donor_of(r.claims[0]) for r in rows}
    if sheet is not None:
        yield from summary_in(sheet, donors)


def _rates(
    rows: list[ReleaseRow], sides: Mapping[str, Any], asked: Asked
) -> tuple[dict[str, Decimal], str]:
    """Give the rates: those asked for, the workbook's own, else those that its rows convert by.

    A currency that the workbook's sheet lacks is converted as its rows convert it.
    """
    sheet = sides.get(layout()["rates"]["sheet"])
    if asked.rates:
        return dict(asked.rates), "the file given"
    if sheet is not None and (found := rates_in(sheet)):
        return {**sums.rates_of_rows(rows), **found}, "the workbook's own sheet of rates"
    return sums.rates_of_rows(rows), "the rows' own conversions"


def _off_rates(
    rows: list[ReleaseRow], rates: Mapping[str, Decimal], table: TableRead
) -> Iterator[Problem]:
    for row, claim, theirs, ours in sums.off_the_rate(rows, rates):
        assert claim.amount is not None
        yield Problem(
            code="rate-differs",
            message=f"the row converts its {claim.stage} sum to {theirs:,.0f} EUR; at the "
            f"release's rate of {claim.amount.currency} it is {ours:,.0f}",
            where=table.place(row.row),
        )


def _unlike(
    found: Mapping[sums.Key, Decimal],
    summary: tuple[SummaryCell, ...],
    folds: Mapping[str, str],
    table: TableRead,
) -> Iterator[Problem]:
    for cell, ours in sums.unlike(found, summary, folds):
        yield Problem(
            code="release-sum-differs",
            message=f"{cell.donor}, {cell.aid_type} {cell.measure}s: the release's own summary "
            f"says {cell.eur / 10**6:,.1f}m EUR, its rows sum to {ours / 10**6:,.1f}m",
            where=table.file,
        )
