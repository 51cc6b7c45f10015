"""``datapackage.json``: the Frictionless description of a release, with its data dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pledgebook.exchange.package.tables import Field, Table, tables

#: How each type is named by the Table Schema.
_TYPES = {"decimal": "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of a release: its name in the folder, digest and size; ``rows`` None for no table."""

    path: str
    sha256: str
    size: int
    rows: int | None = None

    @classmethod
    def of(cls, path: str, content: bytes, rows: int | None = None) -> Written:
        """Describe a file by its content."""
        digest = sha256(content).hexdigest()
        return cls(path=path, sha256=digest, size=len(content), rows=rows)


def csv_path(table: str) -> str:
    """Name of a table's CSV file in the folder."""
    return f"csv/{table}.csv"


def parquet_path(table: str) -> str:
    """Name of a table's Parquet file in the folder."""
    return f"parquet/{table}.parquet"


def datapackage(
    name: str, title: str, created: str | None, files: Mapping[str, Written]
) -> dict[str, Any]:
    """Describe the tables in ``files``, each as CSV with its schema and as Parquet.

    ``created`` is the moment of the last row of the book, so that the same book gives the same
    file; None for an empty book.
    """
    return {
        "profile": "data-package",
        "name": name.lower(),
        "title": title,
        "version": name,
        "description": "A release of a book kept with Pledgebook: what sources say was promised, "
        "by whom, on which conditions, and what became of it. manifest.json has its digests, "
        "counting rules, quality figures and what was not read.",
        **({} if created is None else {"created": created}),
        "resources": [
            *(_csv(table, files[csv_path(table.name)]) for table in tables().values()),
            *(_parquet(table, files[parquet_path(table.name)]) for table in tables().values()),
        ],
    }


def _csv(table: Table, file: Written) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "type": "table",
        "title": table.title,
        "description": table.about,
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "header": True},
        "hash": f"sha256:{file.sha256}",
        "bytes": file.size,
        "rows": file.rows,
        "schema": schema(table),
    }


def _parquet(table: Table, file: Written) -> dict[str, Any]:
    return {
        "name": f"{table.name}-parquet",
        "type": "file",
        "title": f"{table.title} as Parquet",
        "description": f"The rows of {table.name}, with fixed types.",
        "path": file.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": f"sha256:{file.sha256}",
        "bytes": file.size,
    }


def schema(table: Table) -> dict[str, Any]:
    """Write the data dictionary of a table as a Table Schema."""
    out: dict[str, Any] = {
        "fields": [_field(table, field) for field in table.fields],
        "missingValues": [""],
    }
    if table.primary:
        out["primaryKey"] = list(table.primary)
    links = [_link(field) for field in table.fields if field.references is not None]
    return {**out, "foreignKeys": links} if links else out


def _field(table: Table, field: Field) -> dict[str, Any]:
    limits = {
        **({"required": True} if field.null == "never" else {}),
        **({"unique": True} if table.primary == (field.name,) else {}),
    }
    return {
        "name": field.name,
        "type": _TYPES.get(field.type, field.type),
        "description": field.meaning,
        "unit": field.unit,
        "null": field.null,
        "source": field.source,
        **({"format": "%Y-%m-%dT%H:%M:%S.%fZ"} if field.type == "datetime" else {}),
        **({"constraints": limits} if limits else {}),
    }


def _link(field: Field) -> dict[str, Any]:
    assert field.references is not None
    table, _, name = field.references.partition(".")
    return {"fields": [field.name], "reference": {"resource": table, "fields": [name]}}
