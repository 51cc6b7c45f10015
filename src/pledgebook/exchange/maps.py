"""A map: which column of a team's table feeds which value of a claim, and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from pledgebook.exchange.figures import NumberFormat
from pledgebook.exchange.leaves import LeafKind
from pledgebook.exchange.table_files import Layout
from pledgebook.model.ids import digest
from pledgebook.model.vocabulary import Grade

#: What is required of each kind where a map says nothing: a row without it is not taken, so that
#: the sums at the foot of a sheet are never read as promises.
REQUIRED: dict[str, tuple[str, ...]] = {
    "commitment": ("donors",),
    "measure": ("actors",),
    "statement": ("content",),
    "proposal": ("content",),
    "plan_point": ("content",),
    "participation": ("actor", "role", "event"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """How one value is fed.

    Attributes:
        kind: its type.
        column: the column by its name; None for a constant.
        constant: the value of every row.
        default: the value where the cell is null; codes and yes/no only.
        values: the team's own words and what they stand for, by casefolded words.
        numbers: how figures are printed.
        dates: formats of days.
        separator: between several values in one cell; None where it holds one.
        line: of the map, for messages.
    """

    kind: LeafKind
    column: str | None = None
    constant: str | None = None
    default: str | None = None
    values: dict[str, str] = field(default_factory=dict)
    numbers: NumberFormat = field(default_factory=NumberFormat)
    dates: tuple[str, ...] = ("%Y-%m-%d",)
    separator: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMap:
    """Where the table was seen: words for every row, or a column by its name.

    Attributes:
        title, publisher: as the table's publisher names it; a constant actor must stand there.
        url: columns of addresses; the first that holds one is taken.
        published: a day, or the leaf of a column.
        grade: official, media or secondary.
        columns: columns of ``title``, ``publisher`` where each row has its own.
    """

    title: str | None = None
    publisher: str | None = None
    url: tuple[str, ...] = ()
    published: Leaf | None = None
    grade: Grade = "secondary"
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMap:
    """A whole map.

    Attributes:
        name: slug; the reader of its claims is ``table/NAME@VERSION``.
        version: raised by the team when the map reads otherwise than before.
        kinds: how the kind of a row is told.
        fields: leaves by their whole path.
        source: where the table was seen.
        layout: how it lies in its file.
        null: words that are no value.
        keep, drop: column and the words by which rows are kept or left out.
        id: column of the team's own id.
        required: paths (by their first part) that a row must have.
        text: the map as written; its digest is part of the reading's version.
    """

    name: str
    version: int = 1
    kinds: Leaf
    fields: dict[str, Leaf]
    source: SourceMap = field(default_factory=SourceMap)
    layout: Layout = field(default_factory=Layout)
    null: frozenset[str] = frozenset({""})
    keep: dict[str, tuple[str, ...]] = field(default_factory=dict)
    drop: dict[str, tuple[str, ...]] = field(default_factory=dict)
    id: str | None = None
    required: tuple[str, ...] | None = None
    text: str = ""

    @property
    def reader(self) -> str:
        """Name the reader of the claims: ``table/aid-list@1``."""
        return f"table/{self.name}@{self.version}"

    @property
    def reading(self) -> tuple[str, str]:
        """Give reader and version of the readings; the version holds a digest of the map."""
        return f"table/{self.name}", f"{self.version}+{digest([self.text])[:12]}"

    def needed(self, kind: str) -> tuple[str, ...]:
        """Give what a row of this kind must have."""
        return REQUIRED[kind] if self.required is None else self.required

    def columns(self) -> dict[str, int]:
        """Give every column that the map names, with the line that names it first."""
        leaves = [self.kinds, *self.fields.values(), self.source.published]
        named = {leaf.column: leaf.line for leaf in leaves if leaf and leaf.column}
        others = (*self.source.url, *self.source.columns.values(), *self.keep, *self.drop, self.id)
        return {**{name: 0 for name in others if name}, **named}
