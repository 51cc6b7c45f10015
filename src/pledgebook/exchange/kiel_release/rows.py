"""One row of the main sheet as claims: what it says was committed, and what was allocated."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pledgebook.exchange.cells import Cell, Row
from pledgebook.exchange.kiel_release.additions import Additions
from pledgebook.exchange.kiel_release.columns import FIGURES, Columns
from pledgebook.exchange.kiel_release.layout import layout, plain
from pledgebook.exchange.leaf_values import Readers
from pledgebook.exchange.maps import TableMap
from pledgebook.exchange.row_cells import Fault, RowCells
from pledgebook.exchange.row_claims import row_claim
from pledgebook.exchange.row_text import FORM, RowText, row_text
from pledgebook.exchange.table_import import NotTaken, source_of
from pledgebook.model.claims import Commitment
from pledgebook.model.datasets import DatasetRecord
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """A row that was taken.

    Attributes:
        row: its number as a spreadsheet counts.
        document: the row as text, and the release as the place where it was seen.
        claims: what it says; one for each figure, or one without a sum.
        reading: of the row.
        seen: the sightings of its text at the addresses that the row names.
        activity: the tracker's own id of the activity.
        eur: sums in euros as the release converts them, by measure.
    """

    row: int
    document: Document
    claims: tuple[Commitment, ...]
    reading: Reading
    seen: tuple[Sighting, ...]
    activity: str
    eur: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """What every row of a release has in common.

    Attributes:
        series, release, day, title: of the release.
        file, sheet, raw_digest: of the workbook.
        last: the last day that an announcement can have.
    """

    series: str
    release: str
    day: date
    title: str
    file: str
    sheet: str
    raw_digest: str
    last: date


@dataclass(slots=True)
class RowReader:
    """Walks over the rows of one sheet.

    ``left`` gathers what was not taken, ``repeated`` tells rows that repeat another.
    """

    where: Where
    columns: Columns
    maps: Mapping[str, TableMap]
    readers: Readers
    left: list[NotTaken] = field(default_factory=list)
    repeated: list[Problem] = field(default_factory=list)
    _ids: Counter[str] = field(default_factory=Counter)
    _texts: dict[str, int] = field(default_factory=dict)

    def read(self, row: Row) -> ReleaseRow | None:
        """Make claims of a row; None where it is not taken, for a reason that is kept."""
        text = row_text(self.columns.names, row.cells)
        figures = [name for name in FIGURES if self._told(text, name)]
        activity = self._told(text, "id")
        if activity is None:
            self._leave(row, [Fault("", self.columns.name("id"), "the row has no id")], whole=True)
            return None
        again = self._texts.get(text.text)
        if again is not None:
            self._note_twice(row, again, counted=bool(figures))
            if not figures:
                return None
            text = _repeated(text, row.number)
        self._texts.setdefault(text.text, row.number)
        text = _of_release(text, self.where.release)
        document = self._document(row, text, activity, figures)
        return self._made(row, text, document, figures or ["bare"], activity)

    def _told(self, text: RowText, role: str) -> str | None:
        """Words of a cell; None where they are no value."""
        cell = self._cell(text, role)
        if cell is None or cell.text.casefold() in self.maps["bare"].null:
            return None
        return cell.text

    def _cell(self, text: RowText, role: str) -> Cell | None:
        found = text.cells.get(self.columns.at.get(role, -1))
        return None if found is None else found[0]

    def _document(self, row: Row, text: RowText, activity: str, figures: list[str]) -> Document:
        where, snapshot = self.where, Snapshot.of(text.text, f"table {FORM}")
        record = DatasetRecord(
            series=where.series,
            release=where.release,
            id=self._record(text, activity, figures),
        )
        sighting = Sighting(
            snapshot=snapshot.id,
            ref=f"{where.file}#{where.sheet}!{row.number}",
            title=where.title,
            publisher=layout()["publisher"],
            published=where.day,
            raw_digest=where.raw_digest,
            grade="secondary",
            record=str(record),
        )
        return Document(snapshot=snapshot, sighting=sighting)

    def _record(self, text: RowText, activity: str, figures: list[str]) -> str:
        """Name the record so that another release's row of the same thing has the same name.

        The activity's id for the row with its committed sum, the allocation's for one that only
        allocates, the activity and the thing for a row without a sum; each further one is numbered.
        """
        if "committed" in figures:
            name = activity
        elif figures:
            name = f"allocation {self._told(text, 'allocation_id') or activity}"
        else:
            name = f"{activity}: {plain(self._told(text, 'item')) or 'no item'}"
        self._ids[name] += 1
        return name if self._ids[name] == 1 else f"{name} ({self._ids[name]})"

    def _made(
        self, row: Row, text: RowText, document: Document, parts: list[str], activity: str
    ) -> ReleaseRow | None:
        source, faults, claims = source_of(document), [], []
        extra = Additions(self.where.last, self.columns, text)
        for part in parts:
            cells = RowCells(
                self.maps[part], self.columns.places, text, self.readers, "commitment", source
            )
            claim, found = row_claim(cells)
            faults += found
            if isinstance(claim, Commitment):
                claims.append(extra.completed(claim, part))
        faults = list(dict.fromkeys([*faults, *extra.faults]))
        whole = len(claims) < len(parts)
        self._leave(row, faults, whole=whole)
        if whole:
            return None
        reader, version = self.maps["bare"].reading
        names = tuple(claim.id for claim in claims)
        return ReleaseRow(
            row=row.number,
            document=document,
            claims=tuple(claims),
            reading=Reading(
                snapshot=document.snapshot.id,
                reader=reader.replace("-bare", ""),
                version=version,
                claims=names,
            ),
            seen=tuple(self._seen(text, document)),
            activity=activity,
            eur=extra.eur,
        )

    def _seen(self, text: RowText, document: Document) -> Iterator[Sighting]:
        """The row's addresses, each once: official where the row calls its source so."""
        official = plain(self._told(text, "official")) in ("yes", "1")
        told = (self._told(text, f"source_{n}") or "" for n in range(1, 5))
        words = [w for cell in told for w in cell.split() if w.startswith(("http://", "https://"))]
        for url in dict.fromkeys(words):
            yield Sighting(
                snapshot=document.snapshot.id,
                ref=url,
                url=url,
                grade="official" if official else "media",
            )

    def _note_twice(self, row: Row, first: int, *, counted: bool) -> None:
        """Tell a row that repeats another: its sum counts again, as the tracker counts it."""
        became = "its sum counts again, as in the tracker" if counted else "it adds nothing"
        self.repeated.append(
            Problem(
                code="row-twice",
                message=f"the same words as row {first}; {became}",
                where=f"{self.where.file}#{self.where.sheet}!{row.number}",
            )
        )

    def _leave(self, row: Row, faults: list[Fault], *, whole: bool) -> None:
        self.left.extend(
            NotTaken(row=row.number, column=f.column, rule=f.rule, code=f.code, whole=whole)
            for f in faults
        )


def _of_release(text: RowText, release: str) -> RowText:
    """Tell a row from the same words of another release by a last line.

    Each release has its own text of a row: what the newest still has would else be a sighting of
    the older one's, and count as gone.
    """
    return dataclasses.replace(text, text=f"{text.text}\n[release]: {release}")


def _repeated(text: RowText, number: int) -> RowText:
    """Tell a row that repeats another one's words from it by a last line of its own."""
    return dataclasses.replace(text, text=f"{text.text}\n[repeated]: row {number}")
