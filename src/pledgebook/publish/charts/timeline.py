"""What happened when: meetings on their days, all else on the day that it was first told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pledgebook.model.claims import Participation
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.charts.buckets import Calendar, calendar
from pledgebook.publish.charts.picture import (
    Cell,
    Grid,
    Picture,
    Row,
    cell,
    fragment,
    mark_target,
    sentences,
)
from pledgebook.publish.listings import first_told

NAME = "timeline"

#: Lanes in order, with their names.
LANES: tuple[tuple[Kind, str], ...] = (
    ("participation", "Taking part in meetings"),
    ("commitment", "Commitments"),
    ("measure", "Economic measures"),
    ("proposal", "Proposals"),
    ("plan_point", "Points of a plan"),
    ("statement", "Statements"),
)
_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Entries of one kind in one place in time."""

    label: str
    share: float
    count: int
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """All entries of one kind; ``total`` counts those with a day."""

    kind: Kind
    name: str
    total: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is drawn: lanes over the same days, from the first to the last."""

    first: str
    last: str
    lanes: tuple[Lane, ...]


class _Days:
    """The entries of a book by kind and place in time; built once per book."""

    def __init__(self, book: Book) -> None:
        dated = [(entry, day) for entry in book.entries if (day := day_of(entry)) is not None]
        self.undated = len(book.entries) - len(dated)
        self.calendar = calendar(day for _, day in dated) if dated else None
        self.found: dict[Kind, dict[date, list[str]]] = {}
        for entry, day in dated:
            if self.calendar is not None:
                places = self.found.setdefault(entry.kind, {})
                places.setdefault(self.calendar.start(day), []).append(entry.id)


def day_of(entry: Entry) -> date | None:
    """Day of the meeting for who took part in one, else the day it was first told."""
    if isinstance(entry.lead, Participation) and entry.lead.event.date is not None:
        return entry.lead.event.date
    return first_told(entry)


def picture(book: Book) -> Picture:
    """Make the picture of a book."""
    days = book.index(_Days)
    known = days.calendar
    many = words.counted(days.undated, "entry", "entries")
    return Picture(
        name=NAME,
        title="What happened when",
        finding=_finding(days, known),
        how=(
            "One lane for each kind of entry; a column is as high as the number of entries of its "
            f"{'day' if known is None else known.unit}, each lane on a scale of its own. Meetings "
            "stand on their day where a source gives it, all else where it was first told."
        ),
        notes=(f"Not in the picture: {many} without a day.",) if days.undated else (),
        rule=None,
        data=None if known is None else _data(book, days, known),
        table=_table(book, days, known),
    )


def _data(book: Book, days: _Days, known: Calendar) -> Timeline:
    lanes = (_lane(book, kind, name, days, known) for kind, name in LANES)
    return Timeline(
        first=known.label(known.starts[0]),
        last=known.label(known.starts[-1]),
        lanes=tuple(lane for lane in lanes if lane.columns),
    )


def _lane(book: Book, kind: Kind, name: str, days: _Days, known: Calendar) -> Lane:
    found = days.found.get(kind, {})
    columns = tuple(
        Column(
            label=known.label(start),
            share=known.share(start),
            count=len(found[start]),
            href=mark_target(book, NAME, fragment(NAME, start.isoformat()), found[start]),
        )
        for start in sorted(found)
    )
    return Lane(kind=kind, name=name, total=sum(c.count for c in columns), columns=columns)


def _finding(days: _Days, known: Calendar | None) -> str:
    if known is None:
        return "No source gives a day for anything in this book."
    busy = {
        start: sum(len(found.get(start, ())) for found in days.found.values())
        for start in known.starts
    }
    most = max(busy, key=lambda start: (busy[start], start))
    total = words.counted(sum(busy.values()), "entry", "entries")
    first, last = known.label(known.starts[0]), known.label(known.starts[-1])
    if first == last:
        return f"All {total} of the book {'is' if total == '1 entry' else 'are'} of {first}."
    kinds = {
        name: len(days.found.get(kind, {}).get(most, ()))
        for kind, name in LANES
        if days.found.get(kind, {}).get(most)
    }
    told = words.listed([f"{name.lower()} {many:,}" for name, many in kinds.items()])
    return sentences(
        [
            f"{total} from {first} to {last}",
            f"most stand {known.when(most)} ({busy[most]:,}: {told})",
        ]
    )


def _table(book: Book, days: _Days, known: Calendar | None) -> Grid:
    lanes = [(kind, name) for kind, name in LANES if kind in days.found]
    return Grid(
        caption="Entries over time",
        head="When" if known is None else known.unit.capitalize(),
        columns=("First of them", *(name for _, name in lanes)),
        rows=()
        if known is None
        else tuple(_row(book, days, known, start, lanes) for start in known.starts),
    )


def _row(
    book: Book, days: _Days, known: Calendar, start: date, lanes: Sequence[tuple[Kind, str]]
) -> Row:
    here: Mapping[Kind, Sequence[str]] = {
        kind: days.found.get(kind, {}).get(start, ()) for kind, _ in lanes
    }
    every = [name for kind, _ in lanes for name in here[kind]]
    counts = (Cell(text=f"{len(here[kind]):,}" if here[kind] else "none") for kind, _ in lanes)
    total = words.counted(len(every), "entry", "entries")
    return Row(
        anchor=fragment(NAME, start.isoformat()),
        head=known.label(start),
        cells=(cell(book, total, every, most=_LINKS), *counts),
    )
