"""The cells of one row as a map asks for them: pieces with their words and their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.leaf_values import Readers, plain_words, typed, value_of
from pledgebook.exchange.leaves import evidence_field, leaves
from pledgebook.exchange.maps import TableMap
from pledgebook.exchange.pieces import split
from pledgebook.exchange.row_text import RowText, broken, found_whole
from pledgebook.model.claims import Source
from pledgebook.model.spans import Evidence, EvidencePlace, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell that carry one value; ``span`` None for a constant of the map."""

    words: str
    cell: Cell
    span: Span | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that does not carry the value it should.

    Attributes:
        path: the value.
        column: the column's name, None where no column feeds it.
        rule: what is broken, one plain clause.
        code: of ``problems.RUN_PROBLEMS``.
    """

    path: str
    column: str | None
    rule: str
    code: str = "cell-not-read"


@dataclass(slots=True)
class RowCells:
    """One row under one map; evidence and faults gather here while a claim is made of it."""

    map: TableMap
    columns: Mapping[str, int]
    text: RowText
    readers: Readers
    kind: str
    source: Source
    evidence: list[Evidence] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    problems: set[str] = field(default_factory=set)

    def feeds(self, path: str) -> bool:
        """Say whether the map feeds this value."""
        return path in self.map.fields

    def column(self, path: str) -> str | None:
        """Name the column that feeds a value."""
        leaf = self.map.fields.get(path)
        return None if leaf is None else leaf.column

    def pieces(self, path: str) -> list[Piece | None]:
        """Give the pieces that feed a value, None for each that is null; empty for no value."""
        leaf = self.map.fields.get(path)
        if leaf is None:
            return []
        if leaf.column is None:
            assert leaf.constant is not None
            return [Piece(leaf.constant, Cell(leaf.constant), None)]
        cell, span = self.text.cells.get(self.columns.get(leaf.column, -1), (Cell(""), Span(0, 0)))
        if cell.text.casefold() in self.map.null:
            return [] if leaf.default is None else [Piece(leaf.default, Cell(leaf.default), None)]
        words = broken(cell.text)
        escaped = self.map.layout.escaped
        cut = split(words, leaf.separator, escaped=escaped)
        return [self._piece(piece, cell, span.start + at) for at, piece in cut]

    def _piece(self, words: str, cell: Cell, start: int) -> Piece | None:
        if words.casefold() in self.map.null:
            return None
        return Piece(words, cell, Span(start, start + len(words)))

    def plain(self, path: str, piece: Piece) -> str:
        """Give the words of a piece without the form in which the row prints them."""
        return plain_words(self.map.fields[path], piece.words, escaped=self.map.layout.escaped)

    def value(self, path: str, piece: Piece | None) -> Any:
        """Read one piece; None where it is null or at fault (the fault is kept)."""
        if piece is None:
            return None
        leaf = self.map.fields[path]
        own = leaves(self.kind).get(path)  # a code must be one of this kind's own
        leaf = leaf if own is None or leaf.kind == own else replace(leaf, kind=own)
        try:
            if piece.span is None:
                return typed(leaf, piece.words, piece.cell, self.readers)
            escaped = self.map.layout.escaped
            return value_of(leaf, piece.words, piece.cell, self.readers, escaped=escaped)
        except ExchangeError as error:
            self.fault(path, str(error))
            return None

    def read(self, path: str, n: int | None = None, piece: Piece | None = None) -> Any:
        """Read a value and keep its evidence; ``piece`` where it has been cut already."""
        if piece is None:
            piece = next(iter(self.pieces(path)), None)
        value = self.value(path, piece)
        if value is not None:
            assert piece is not None
            self.cite(path, n, piece)
        return value

    def cite(self, path: str, n: int | None, piece: Piece) -> None:
        """Keep the words of a piece as the evidence of a value."""
        name = evidence_field(path, n, self.kind)
        if piece.span is not None:
            self.evidence.append(Evidence.cut(name, self.text.text, piece.span))
            return
        if self.map.fields[path].kind.in_words:
            self.evidence.extend(self._outside(name, piece.words))

    def _outside(self, name: str, words: str) -> Iterator[Evidence]:
        """Cite the map's own words where a mapped header prints them, or the title or publisher."""
        mapped = {self.columns.get(column) for column in self.map.columns()}
        for n, (_, span) in self.text.cells.items():
            start = self.text.text.rfind("\n", 0, span.start) + 1
            header = self.text.text[start : span.start - 2]
            if n in mapped and (at := found_whole(words, header)) is not None:
                yield Evidence.cut(name, self.text.text, Span(start + at, start + at + len(words)))
                return
        places: tuple[tuple[EvidencePlace, str | None], ...] = (
            ("title", self.source.title),
            ("publisher", self.source.publisher),
        )
        for place, string in places:
            if string is not None and (at := found_whole(words, string)) is not None:
                yield Evidence.cut(name, string, Span(at, at + len(words)), place)
                return

    def parallel(self, path: str, count: int) -> list[Piece | None]:
        """Give the pieces of a value that stands beside ``count`` others, one for each."""
        found = self.pieces(path)
        if not found:
            return [None] * count
        leaf = self.map.fields[path]
        if found[0] is not None and found[0].span is None:
            return found * count
        if len(found) != count:
            self.fault(path, f"{len(found)} values stand beside {count}")
            return [None] * count
        assert leaf.column is not None
        return found

    def fault(self, path: str, rule: str, code: str = "cell-not-read") -> None:
        """Keep what a cell does not carry."""
        self.faults.append(Fault(path, self.column(path), rule, code))
