"""A first map, guessed from the headers and the words of a table's first rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml

from pledgebook.exchange.cells import Row
from pledgebook.exchange.leaves import full_path, leaves
from pledgebook.exchange.table_files import Decode, Headed, Layout, headed, open_table

#: Words of a column that are listed for the team to say what they stand for.
MOST_VALUES = 12
#: Shortest header that is looked for as a part of others: "to" and "no" are parts of too many.
_LONG = 4
#: Rows that are looked at.
SAMPLED = 500


def suggest(raw: bytes, file: str, decode: Decode) -> str:
    """Give a map for a table, as YAML with remarks; what is guessed is for a person to check.

    Raises ExchangeError for a file that holds no table.
    """
    table = open_table(raw, file, Layout(), decode)
    top = headed(table, Layout())
    rows = tuple(top.body())
    guessed = _guessed(top)
    lines = [
        f"# A first map for {file}, guessed from its headers: check every line.",
        f"name: {_slug(file)}",
        "kind: commitment",
        "source:",
        "  # The title and publisher as they print it; words for all rows must stand there.",
        f"  title: {_quoted(table.sheet or file)}",
        *_urls(top),
        *_layout(top, table.sheet, rows),
        'null: ["", ".", "-", "n/a", "not given", "undisclosed"]',
        "fields:",
        *_fields(guessed, top, rows[:SAMPLED]),
    ]
    if not any(path.startswith("donors") for path in guessed):
        lines.append("  # donors: who is bound; no header looks like it")
    unused = [name for name in top.columns if name not in guessed.values()]
    lines.append(f"# Not used: {', '.join(_flat(name) for name in unused)}")
    return "\n".join(lines) + "\n"


@cache
def _headers() -> dict[str, list[str]]:
    text = resources.files("pledgebook.exchange").joinpath("resources/headers.yaml")
    found: dict[str, list[str]] = yaml.safe_load(text.read_text("utf-8"))
    return found


def _guessed(top: Headed) -> dict[str, str]:
    """Give the column for each path: the first whose header has the words, whole or as a part."""
    out: dict[str, str] = {}
    for path, words in _headers().items():
        free = [name for name in top.columns if name not in out.values()]
        found = next((n for w in words for n in free if _is(n, w)), None)
        found = found or next((n for w in words for n in free if _has(n, w)), None)
        if found is not None:
            out[path] = found
    return out


def _is(name: str, words: str) -> bool:
    return name.casefold() == words


def _has(name: str, words: str) -> bool:
    part = re.search(rf"\b{re.escape(words)}\b", name.casefold())
    return len(words) >= _LONG and part is not None


def _fields(guessed: dict[str, str], top: Headed, rows: tuple[Row, ...]) -> Iterator[str]:
    for path, column in guessed.items():
        if path in ("id", "url"):
            continue
        whole = full_path("commitment", path)
        assert whole is not None
        codes = leaves("commitment")[whole].codes
        if not codes:
            yield f"  {path}: {_quoted(column)}{_such_as(top.columns.index(column), rows)}"
            continue
        yield f"  {path}:"
        yield f"    column: {_quoted(column)}"
        yield "    values:  # your own words: what they stand for"
        yield f"      # one of {', '.join(codes)}"
        yield from _values(codes, top.columns.index(column), rows)


def _such_as(column: int, rows: tuple[Row, ...]) -> str:
    """Show the first words of a column, whose form the map may have to state."""
    texts = (row.cells[column].text for row in rows if column < len(row.cells))
    first = next((" ".join(text.split()) for text in texts if text), "")
    return f"  # such as {first[:40]}" if first else ""


def _values(codes: tuple[str, ...], column: int, rows: tuple[Row, ...]) -> Iterator[str]:
    texts = (row.cells[column].text for row in rows if column < len(row.cells))
    words = dict.fromkeys(" ".join(text.split()) for text in texts if text)
    known = {code.replace("_", " ") for code in codes}
    for word in list(words)[:MOST_VALUES]:
        like = next((code for code in codes if code.replace("_", " ") == word.casefold()), None)
        mark = "" if word.casefold() in known else "# "
        yield f"      {mark}{_quoted(_flat(word)[:60])}: {like or 'other'}"
    if not any(word.casefold() in known for word in list(words)[:MOST_VALUES]):
        yield "      {}"


def _urls(top: Headed) -> Iterator[str]:
    column = _guessed(top).get("url")
    if column is not None:
        yield f"  url: [{_quoted(column)}]"


def _layout(top: Headed, sheet: str | None, rows: tuple[Row, ...]) -> Iterator[str]:
    row_id = _guessed(top).get("id")
    yield "table:"
    if sheet is not None:
        yield f"  sheet: {_quoted(sheet)}"
    yield f"  header_row: {rows[0].number - 1 if rows else 1}"
    if row_id is not None:
        yield f"  id: {_quoted(row_id)}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _quoted(words: str) -> str:
    """Write words as YAML that reads back as the same words."""
    return json.dumps(words, ensure_ascii=False)


def _slug(file: str) -> str:
    name = file.rpartition(".")[0] or file
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "table"
