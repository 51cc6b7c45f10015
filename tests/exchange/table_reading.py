"""Tables made in tests: read under a map, with the readers of the command."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

from pledgebook.commands.cell_readers import READERS, text_of
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.table_import import TableRead, read_table
from pledgebook.model.claims import Claim, Commitment

HEAD = """
name: test
source: {title: Help for Ukraine}
fields:
  donors: Donor
"""
AMOUNT = "  amount: Sum\n  amount.currency: Currency\n"


def read(raw: bytes | str, fields: str = "", *, file: str = "aid.csv", more: str = "") -> TableRead:
    """Read bytes under a small map; ``fields`` and ``more`` are lines of YAML."""
    return read_by(more + HEAD + fields, raw, file=file)


def read_by(map_text: str, raw: bytes | str, *, file: str = "aid.csv") -> TableRead:
    """Read bytes under a whole map."""
    content = raw.encode() if isinstance(raw, str) else raw
    return read_table(content, file, read_map(map_text, "map.yaml"), READERS, text_of)


def workbook(*rows: Sequence[Any], sheet: str = "Data") -> bytes:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def commitments(found: TableRead) -> list[Commitment]:
    claims: list[Claim] = [one.claim for one in found.taken]
    assert all(isinstance(claim, Commitment) for claim in claims)
    return [claim for claim in claims if isinstance(claim, Commitment)]


def rules(found: TableRead) -> list[tuple[int, str | None, str]]:
    return [(left.row, left.column, left.code) for left in found.left]
