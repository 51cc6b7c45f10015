"""A team's table as claims: a claim a row, whose snapshot is the row. Values in, values out."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from hashlib import sha256

from pledgebook.exchange.cells import Row, place
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.leaf_values import Readers
from pledgebook.exchange.maps import TableMap
from pledgebook.exchange.pieces import plain
from pledgebook.exchange.row_cells import Fault, RowCells
from pledgebook.exchange.row_claims import row_claim
from pledgebook.exchange.row_text import FORM, RowText, row_text
from pledgebook.exchange.table_files import Decode, Headed, headed, open_table
from pledgebook.model.claims import Claim, Source
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A row, or a value of one, that was not taken.

    Attributes:
        row: its number as a spreadsheet counts.
        column: the column, None where it concerns the whole row.
        rule: what is broken.
        code: of ``problems.RUN_PROBLEMS``.
        whole: True where the whole row was left out.
    """

    row: int
    column: str | None
    rule: str
    code: str
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A row that became a claim."""

    row: int
    document: Document
    claim: Claim
    reading: Reading


@dataclass(slots=True)
class TableRead:
    """What became of a table.

    Attributes:
        taken: the rows that became claims; of ``table_rows`` they are drawn and not held.
        counts: rows by what became of them: ``taken``, ``not_taken``, ``filtered``, ``empty``.
        problems: of the file itself.
        columns: names of the columns, as the snapshots print them.
    """

    file: str
    sheet: str | None = None
    taken: list[Taken] = field(default_factory=list)
    left: list[NotTaken] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    columns: tuple[str, ...] = ()

    def place(self, row: int) -> str:
        """Name a row: ``aid.xlsx#Pledges!17``."""
        return place(self.file, self.sheet, row)


def read_table(
    raw: bytes, file: str, table_map: TableMap, readers: Readers, decode: Decode
) -> TableRead:
    """Read a table under a map, as ``table_rows``; holds all of its rows."""
    read, rows = table_rows(raw, file, table_map, readers, decode)
    read.taken.extend(rows)
    return read


def table_rows(
    raw: bytes, file: str, table_map: TableMap, readers: Readers, decode: Decode
) -> tuple[TableRead, Iterator[Taken]]:
    """Read a table under a map, row by row; raises ExchangeError where the two do not fit at all.

    Gives the rows that became claims, and what became of the others, which grows as the rows are
    drawn (and holds none of them). A sheet that is damaged below raises while they are drawn.

    Args:
        raw: the bytes of the file.
        file: its name, without its folder; part of what each row's sighting says.
        table_map: which column feeds which value.
        readers: what other rooms know of words.
        decode: text of bytes.
    """
    table = open_table(raw, file, table_map.layout, decode)
    wanted = frozenset(name.casefold() for name in table_map.columns())
    top = headed(table, table_map.layout, wanted)
    columns = _columns(top, table_map)
    run = _Run(top, table_map, columns, readers, f"sha256:{sha256(raw).hexdigest()}")
    out = TableRead(file=file, sheet=table.sheet, columns=top.columns, problems=table.problems)
    made = (run.take(row, out) for row in top.body())
    return out, (one for one in made if one is not None)


def _columns(top: Headed, table_map: TableMap) -> dict[str, int]:
    """Find the columns that the map names, by case-blind names."""
    at = {name.casefold(): n for n, name in enumerate(top.columns)}
    found: dict[str, int] = {}
    for name, line in table_map.columns().items():
        key = " ".join(name.split()).casefold()
        if key not in at and table_map.layout.optional:
            continue
        if key not in at:
            near = get_close_matches(key, at, 1)
            hint = f"; is {top.columns[at[near[0]]]!r} meant?" if near else ""
            place = f" (map line {line})" if line else ""
            shown = ", ".join(top.columns[:20])
            raise ExchangeError(
                f"{top.table.file}: there is no column {name!r}{place}{hint} There are: {shown}"
            )
        found[name] = at[key]
    return found


@dataclass(slots=True)
class _Run:
    """One walk over a table."""

    top: Headed
    map: TableMap
    columns: dict[str, int]
    readers: Readers
    raw_digest: str
    seen: dict[str, int] = field(default_factory=dict)

    def take(self, row: Row, out: TableRead) -> Taken | None:
        """Make a claim of one row, or say why not."""
        if row.empty:
            out.counts["empty"] += 1
            return None
        if self.map.layout.escaped:
            cells = tuple(dataclasses.replace(c, text=plain(c.text)) for c in row.cells)
            row = Row(row.number, cells)
        text = row_text(self.top.columns, row.cells)
        if not self._kept(text):
            out.counts["filtered"] += 1
            return None
        made = self._made(row, text)
        out.left.extend(self._left(row, made))
        if made.claim is None:
            out.counts["not_taken"] += 1
            return None
        out.counts["taken"] += 1
        return self._taken(row, made.claim, made.document)

    def _kept(self, text: RowText) -> bool:
        def words(column: str) -> str:
            found = text.cells.get(self.columns.get(column, -1))
            return "" if found is None else found[0].text.casefold()

        keep = all(words(column) in allowed for column, allowed in self.map.keep.items())
        return keep and not any(words(c) in dropped for c, dropped in self.map.drop.items())

    def _made(self, row: Row, text: RowText) -> _Made:
        snapshot = Snapshot.of(text.text, f"table {FORM}")
        document, faults = self._document(row, text, snapshot)
        made = _Made(document, list(faults))
        if snapshot.id in self.seen:
            rule = f"the same words as row {self.seen[snapshot.id]}; give each its own id"
            made.faults.append(Fault("", None, rule, "row-twice"))
            return made
        self.seen[snapshot.id] = row.number
        kind = self._kind(text, document, made)
        if kind is not None:
            cells = RowCells(self.map, self.columns, text, self.readers, kind, source_of(document))
            made.take(cells)
        return made

    def _kind(self, text: RowText, document: Document, made: _Made) -> str | None:
        if self.map.kinds.constant is not None:
            return self.map.kinds.constant
        fields = {"kind": self.map.kinds}
        told = dataclasses.replace(self.map, fields=fields)
        cells = RowCells(told, self.columns, text, self.readers, "commitment", source_of(document))
        kind = cells.value("kind", next(iter(cells.pieces("kind")), None))
        made.faults.extend(cells.faults)
        if kind is None and not cells.faults:
            made.faults.append(Fault("kind", self.map.kinds.column, "no kind is given"))
        return None if kind is None else str(kind)

    def _document(
        self, row: Row, text: RowText, snapshot: Snapshot
    ) -> tuple[Document, tuple[Fault, ...]]:
        source = self.map.source
        published, faults = self._published(text, snapshot)
        sighting = Sighting(
            snapshot=snapshot.id,
            ref=self.top.table.place(row.number),
            url=next((u for c in source.url if (u := _address(self._words(text, c)))), None),
            title=source.title or self._words(text, source.columns.get("title")),
            publisher=source.publisher or self._words(text, source.columns.get("publisher")),
            published=published,
            raw_digest=self.raw_digest,
            grade=source.grade,
        )
        return Document(snapshot=snapshot, sighting=sighting), faults

    def _published(
        self, text: RowText, snapshot: Snapshot
    ) -> tuple[date | None, tuple[Fault, ...]]:
        leaf = self.map.source.published
        if leaf is None:
            return None, ()
        told = dataclasses.replace(self.map, fields={"announced_on": leaf})
        bare = Source(id=snapshot.id)
        cells = RowCells(told, self.columns, text, self.readers, "commitment", bare)
        if leaf.constant is not None:
            return date.fromisoformat(leaf.constant), ()
        day = cells.value("announced_on", next(iter(cells.pieces("announced_on")), None))
        return day, tuple(dataclasses.replace(f, column=leaf.column) for f in cells.faults)

    def _words(self, text: RowText, column: str | None) -> str | None:
        found = None if column is None else text.cells.get(self.columns.get(column, -1))
        return None if found is None or found[0].text.casefold() in self.map.null else found[0].text

    def _left(self, row: Row, made: _Made) -> Iterator[NotTaken]:
        for fault in made.faults:
            yield NotTaken(
                row=row.number,
                column=fault.column,
                rule=fault.rule,
                code=fault.code,
                whole=made.claim is None,
            )

    def _taken(self, row: Row, claim: Claim, document: Document) -> Taken:
        reader, version = self.map.reading
        reading = Reading(
            snapshot=document.snapshot.id, reader=reader, version=version, claims=(claim.id,)
        )
        return Taken(row=row.number, document=document, claim=claim, reading=reading)


@dataclass(slots=True)
class _Made:
    """A claim in the making, and what stood in its way."""

    document: Document
    faults: list[Fault]
    claim: Claim | None = None

    def take(self, cells: RowCells) -> None:
        """Build the claim of a row and let the row's gate judge it."""
        self.claim, faults = row_claim(cells, self.faults)
        self.faults.extend(faults)


def _address(words: str | None) -> str | None:
    return words if words and words.startswith(("http://", "https://")) else None


def source_of(document: Document) -> Source:
    """Give what the claims of a row carry as their source."""
    sighting = document.sighting
    return Source(
        id=document.snapshot.id,
        ref=sighting.ref,
        url=sighting.url,
        title=sighting.title,
        publisher=sighting.publisher,
        published=sighting.published,
        lang=sighting.lang,
        record=sighting.record,
    )
