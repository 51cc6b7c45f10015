"""Entries or claims as a table that a spreadsheet opens, and that ``import table`` reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.pieces import harmless, join
from pledgebook.exchange.table_columns import SEPARATOR, cells_of, printed
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry

#: Longest cell of a workbook, by the format's own definition; the library cuts longer ones off.
LONGEST_XLSX = 32_767


def claim_rows(claims: Iterable[Claim], texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give a row for each claim; ``texts`` holds the snapshots' texts by id."""
    for claim in claims:
        yield _about(claim, texts) | cells_of(claim)


def entry_rows(entries: Iterable[Entry], texts: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give a row for each entry, with the values of the claim that stands for it."""
    for entry in entries:
        row = {
            "entry": entry.id,
            "part_of": entry.part_of or "",
            "witnesses": str(entry.witnesses),
            "outlets": str(entry.outlets),
            "claims": join([claim.id for claim in entry.claims], SEPARATOR),
            "relations": join([relation.relation for relation in entry.relations], SEPARATOR),
        }
        yield row | _about(entry.lead, texts) | cells_of(entry.lead)


def _about(claim: Claim, texts: Mapping[str, str]) -> dict[str, str]:
    source = claim.source
    row = {
        "claim": claim.id,
        "kind": claim.kind,
        "source": source.id,
        "ref": source.ref,
        "url": source.url,
        "title": source.title,
        "publisher": source.publisher,
        "published": None if source.published is None else source.published.isoformat(),
        "sentence": claim.sentence.of(texts.get(source.id, "")),
        "reader": claim.reader,
        "confidence": printed(claim.confidence),
        "problems": join(list(claim.problems), SEPARATOR),
    }
    return {name: words for name, words in row.items() if words}


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write a CSV file: UTF-8 with a byte order mark, so that spreadsheets know the encoding."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(row.get(column, "")) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")


def xlsx_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write a workbook of one sheet, every cell as text.

    A control character that the format cannot hold is written as U+FFFD. Raises ExchangeError
    for a cell that is longer than the format allows.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet("Pledgebook")
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_xlsx_cell(row, column) for column in columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsx_cell(row: Mapping[str, str], column: str) -> str | None:
    words = harmless(row.get(column, "")).replace("\r\n", "\n").replace("\r", "\n")
    if len(words) > LONGEST_XLSX:
        raise ExchangeError(
            f"{row.get('entry') or row.get('claim')}: {column} has {len(words):,} characters, and "
            f"a cell of a workbook holds {LONGEST_XLSX:,}; write a .csv"
        )
    return ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", words) or None
