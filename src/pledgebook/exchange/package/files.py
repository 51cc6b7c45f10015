"""Rows as CSV and as Parquet, and back: both hold the same cells, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.tables import Field, FieldType, Table
from pledgebook.exchange.package.values import SCALE, WHOLE, Cell, Row
from pledgebook.model.plain import decimal_text

_ARROW: dict[FieldType, Any] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "decimal": pa.decimal128(SCALE + WHOLE, SCALE),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us"),
}


def cleaned(rows: Iterable[Row]) -> list[Row]:
    """Give rows as both files can hold them.

    An empty string is an empty cell, and half a surrogate pair, which no UTF-8 holds, is U+FFFD.
    """
    return [tuple(_clean(cell) for cell in row) for row in rows]


def _clean(cell: Cell) -> Cell:
    if not isinstance(cell, str) or cell.isascii():
        return None if cell == "" else cell
    return cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace") or None


def csv_file(table: Table, rows: Sequence[Row]) -> bytes:
    """Write RFC 4180: UTF-8 without a mark, lines end in LF, an empty cell is null."""
    lines = [",".join(table.names)]
    lines += [",".join(_quoted(printed(cell)) for cell in row) for row in rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


#: What a cell must be quoted for. Python's own writer leaves a carriage return alone bare where
#: lines end in LF (until 3.13), which readers take for the end of a line.
_SPECIAL = re.compile('[",\r\n]')


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"' if _SPECIAL.search(words) else words


def printed(cell: Cell) -> str:
    """Print a cell as the CSV file has it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return decimal_text(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def parquet_file(table: Table, rows: Sequence[Row]) -> bytes:
    """Write Parquet with a fixed schema; each column carries its meaning."""
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in table.fields]
    schema = pa.schema([_arrow(field) for field in table.fields])
    arrays = [
        pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _arrow(field: Field) -> Any:
    meaning = {"meaning": field.meaning, "null": field.null}
    return pa.field(field.name, _ARROW[field.type], metadata=meaning)


_READ: dict[FieldType, Callable[[str], Cell]] = {
    "string": str,
    "integer": int,
    "number": float,
    "decimal": Decimal,
    "boolean": lambda words: {"true": True, "false": False}[words],
    "date": date.fromisoformat,
    "datetime": lambda words: datetime.strptime(words, "%Y-%m-%dT%H:%M:%S.%fZ"),  # noqa: DTZ007
}


def rows_of_csv(table: Table, content: bytes, name: str) -> list[Row]:
    """Read what ``csv_file`` wrote; raises ExchangeError naming row and column."""
    longest = csv.field_size_limit(max(len(content), 1))
    try:
        lines = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ExchangeError(f"{name}: is no CSV in UTF-8 ({error})") from None
    finally:
        csv.field_size_limit(longest)
    if not lines or tuple(lines[0]) != table.names:
        raise ExchangeError(f"{name}: its columns are not those of the table {table.name}")
    return [_row(table, cells, f"{name}: row {n}") for n, cells in enumerate(lines[1:], 1)]


def _row(table: Table, cells: Sequence[str], where: str) -> Row:
    if len(cells) != len(table.fields):
        raise ExchangeError(f"{where} has {len(cells)} cells, not {len(table.fields)}")
    return tuple(
        _cell(field, words, where) for field, words in zip(table.fields, cells, strict=True)
    )


def _cell(field: Field, words: str, where: str) -> Cell:
    try:
        return _READ[field.type](words) if words else None
    except (ValueError, KeyError, InvalidOperation):
        raise ExchangeError(f"{where}: {field.name}: {words!r} is no {field.type}") from None


def rows_of_parquet(table: Table, content: bytes, name: str) -> list[Row]:
    """Read what ``parquet_file`` wrote; raises ExchangeError for anything else."""
    try:
        # Without threads: at the end of a short command, some of them abort the process; the
        # scanner behind read_table keeps some whatever it is told.
        found = pq.ParquetFile(io.BytesIO(content), pre_buffer=False).read(use_threads=False)
        columns = [column.to_pylist() for column in found.columns]
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ExchangeError(f"{name}: is no Parquet file that can be read ({reason})") from None
    if tuple(found.column_names) != table.names:
        raise ExchangeError(f"{name}: its columns are not those of the table {table.name}")
    return list(zip(*columns, strict=True))
