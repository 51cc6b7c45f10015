"""Columns of the main sheet by the words of their headers, and the maps that read a row by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pledgebook.exchange.cells import Row, column_names
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.kiel_release.layout import layout, plain, text
from pledgebook.exchange.leaves import LeafKind, leaves
from pledgebook.exchange.maps import Leaf, SourceMap, TableMap

#: A figure of a row, by the column that holds it and the stage that it is told at.
FIGURES = {"committed": "committed", "allocated": "allocated"}


@dataclass(frozen=True, slots=True)
class Columns:
    """The main sheet's columns: names as snapshots print them, and places by what they hold."""

    names: tuple[str, ...]
    at: Mapping[str, int]

    def name(self, role: str) -> str | None:
        """Name the column that holds something; None where the sheet has none."""
        place = self.at.get(role)
        return None if place is None else self.names[place]

    @property
    def places(self) -> dict[str, int]:
        """Places by name."""
        return {name: place for place, name in enumerate(self.names)}


def columns_of(header: Row, width: int, file: str) -> Columns:
    """Find the columns; raises ExchangeError naming those that the sheet lacks."""
    words = [plain(cell.text) for cell in header.cells]
    at = {}
    for role, names in layout()["columns"].items():
        known = [plain(name) for name in names]
        place = next((n for n, word in enumerate(words) if word in known), None)
        if place is not None:
            at[role] = place
    for role, behind in layout()["headless"].items():
        place = at.get(behind, 0) - 1
        if role not in at and place >= 0 and not words[place]:
            at[role] = place
    lacking = [layout()["columns"][role][0] for role in layout()["needed"] if role not in at]
    if lacking:
        raise ExchangeError(
            f"{file}: the main sheet has no column {', '.join(map(repr, lacking))}; "
            "is this the tracker's own workbook?"
        )
    return Columns(column_names([header], width), at)


def maps_of(columns: Columns, specific: Iterable[str], title: str) -> dict[str, TableMap]:
    """Give the maps of a row: one for each figure it may hold, and ``bare`` for a row with none.

    Args:
        columns: of the sheet.
        specific: every wording of the specific type of aid in the sheet.
        title: the release's own name, which says whom the aid is for.
    """
    instruments = {plain(words): _instrument(words) for words in specific}
    fields = dict(_fields(columns, instruments))
    return {name: _map(name, columns, fields, title) for name in (*FIGURES, "bare")}


def _instrument(words: str) -> str:
    found = (code for form, code in layout()["instruments"] if re.search(form, words.casefold()))
    return next(found, "unspecified")


def _fields(
    columns: Columns, instruments: Mapping[str, str]
) -> Iterable[tuple[str, tuple[str, Mapping[str, str]]]]:
    """Values that every claim of a row has: path, column and the words of the map."""
    donors = {plain(words): name for words, name in layout()["donors"].items()}
    feeds: Sequence[tuple[str, str, Mapping[str, str]]] = (
        ("donors.name", "donor", donors),
        ("aid_type", "aid_type", {}),
        ("instrument", "specific", instruments),
        ("amount.currency", "currency", {}),
        ("items.name", "item", {}),
        ("items.quantity.figure", "units", {}),
    )
    for path, role, values in feeds:
        name = columns.name(role)
        if name is not None:
            yield path, (name, values)


def _map(
    name: str,
    columns: Columns,
    shared: Mapping[str, tuple[str, Mapping[str, str]]],
    title: str,
) -> TableMap:
    kinds = leaves("commitment")
    fields = {
        path: Leaf(kind=kinds[path], column=column, values=dict(values))
        for path, (column, values) in shared.items()
    }
    fields["recipients.name"] = Leaf(kind=kinds["recipients.name"], constant=layout()["recipient"])
    fields["stage"] = _stage(name, columns)
    if name in FIGURES:
        fields["amount.figure"] = Leaf(kind=kinds["amount.figure"], column=columns.name(name))
    return TableMap(
        name=f"kiel-{name}",
        kinds=Leaf(kind=LeafKind("code", ("commitment",)), constant="commitment"),
        fields=fields,
        source=SourceMap(title=title, publisher=layout()["publisher"]),
        null=frozenset({"", *(word.casefold() for word in layout()["null"])}),
        required=("donors", "aid_type"),
        text=text(),
    )


def _stage(name: str, columns: Columns) -> Leaf:
    """The stage is the figure's own; a row without a figure says it, else it is committed."""
    kind, column = leaves("commitment")["stage"], columns.name("stage")
    if name in FIGURES or column is None:
        return Leaf(kind=kind, constant=FIGURES.get(name, "committed"))
    stages = {plain(words): stage for words, stage in layout()["stages"].items()}
    return Leaf(kind=kind, column=column, values=stages)
