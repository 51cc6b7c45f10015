"""The plan scoreboard, and one page per point: entries by stage and month, what moved, its status.

A page per month lists all entries that a point's table counts there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, entry_link
from pledgebook.publish.days import DayPicker, day_picker
from pledgebook.publish.disputes import ENTRIES
from pledgebook.publish.late import LateRow, late_entries, late_row
from pledgebook.publish.listings import first_told, is_disputed, witnessed
from pledgebook.publish.movements import Move
from pledgebook.publish.objections import (
    STATEMENTS,
    Against,
    Differing,
    Objections,
    PointDisputes,
    against,
    against_page,
    conflicts_page,
    differing,
)
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import ROWS, Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.serving import UNDATED, Served, Serving, month_of, stage_of
from pledgebook.publish.statuses import Status, status_of
from pledgebook.publish.talks import Talks, TalksIndex, talks, talks_page

#: Movements, overdue promises and months that the page of a point lists.
MOVES, LATE, MONTHS = 30, 20, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingRow:
    """One entry that serves a point."""

    link: Link
    stage: str
    told: str
    witnesses: str
    disputed: bool
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month of the table, with the address of its list."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """A stage with its number of entries per month of the table, and in all."""

    stage: str
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTable:
    """Entries of a point by stage and month first told; ``earlier`` months stand in no column."""

    columns: tuple[Column, ...]
    rows: tuple[StageRow, ...]
    earlier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointShort:
    """A point on the scoreboard and on the front page."""

    ordinal: int
    text: str
    goals: str
    href: str
    status: Status
    entries: int
    newest: tuple[ServingRow, ...]
    moved_on: int
    moved_back: int
    withdrawn: int
    disputed: int
    opposed: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoreboard:
    """All points of the plan, and who had a seat at talks."""

    plan: str | None
    points: tuple[PointShort, ...]
    talks: Talks
    picker: DayPicker


@dataclass(frozen=True, slots=True, kw_only=True)
class PointPage:
    """One point of the plan."""

    short: PointShort
    table: StageTable
    moves: tuple[Move, ...]
    moves_total: int
    differing: Differing
    against: Against
    late: tuple[LateRow, ...]
    rows: tuple[ServingRow, ...]
    paging: Paging
    talks: Talks | None
    picker: DayPicker


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """Entries of a point first told in one month, by stage."""

    point: Link
    rows: tuple[ServingRow, ...]
    paging: Paging


def point_path(number: int) -> str:
    """Path of a point's page."""
    return f"plan/{number}.html"


def shorts(book: Book, asked: Asked) -> tuple[PointShort, ...]:
    """Give all points in short."""
    late = late_entries(book, asked)
    return tuple(_short(book, one, late) for one in book.index(Serving).points.values())


def _short(book: Book, served: Served, late: Iterable[str]) -> PointShort:
    index, number = book.index(Serving), served.point.ordinal
    text = served.point.text.strip()
    overdue = tuple(_late(served, late))
    ways = index.ways(number)
    return PointShort(
        ordinal=number,
        text=text,
        goals=words.listed([words.plain(goal) for goal in served.point.goals]),
        href=point_path(number),
        status=status_of(book, served.point, index.suggestion(number, overdue)),
        entries=len(served.entries),
        newest=tuple(_row(book, entry, late) for entry in served.entries[:3]),
        moved_on=ways["moved on"],
        moved_back=ways["moved back"],
        withdrawn=ways["withdrawn"],
        disputed=len(book.index(PointDisputes).of[number]),
        opposed=len(book.index(Objections).against.get(number, ())),
        overdue=len(overdue),
    )


def _row(book: Book, entry: Entry, late: Iterable[str]) -> ServingRow:
    day: date | None = first_told(entry)
    return ServingRow(
        link=entry_link(book, entry),
        stage=stage_of(entry),
        told="date not known" if day is None else words.date_words(day),
        witnesses=witnessed(entry),
        disputed=is_disputed(entry),
        overdue=entry.id in late,
    )


def scoreboard(book: Book, asked: Asked) -> Page:
    """All points of the plan on one page."""
    plan = None if book.definition is None else book.definition.plan
    payload = Scoreboard(
        plan=plan,
        points=shorts(book, asked),
        talks=talks(book, 5),
        picker=day_picker(book, asked, "plan.html"),
    )
    title = "The plan" if plan is None else f"The {plan}, point by point"
    return Page(path="plan.html", template="plan.html", title=title, payload=payload)


def point_page(book: Book, asked: Asked, served: Served, number: int = 1) -> Page | None:
    """One point; further pages have the further entries."""
    base = f"plan/{served.point.ordinal}"
    found = paged(served.entries, number, base, asked)
    if found is None:
        return None
    late = late_entries(book, asked)
    mine, moved = _late(served, late), book.index(Serving).moves(served.point.ordinal)
    seat = "seat_at_talks" in served.point.goals
    payload = PointPage(
        short=_short(book, served, late),
        table=_table(served, base),
        moves=tuple(moved[:MOVES]),
        moves_total=len(moved),
        differing=differing(book, served.point.ordinal),
        against=against(book, served.point.ordinal),
        late=tuple(late_row(book, name, late[name]) for name in mine[:LATE]),
        rows=tuple(_row(book, entry, late) for entry in found[0]),
        paging=found[1],
        talks=talks(book, 5) if seat else None,
        picker=day_picker(book, asked, f"{base}.html"),
    )
    title = f"Point {served.point.ordinal}: {served.point.text.strip()}"
    path = page_path(base, number)
    return Page(path=path, template="point.html", title=title, payload=payload, tab="plan.html")


def _late(served: Served, late: Iterable[str]) -> list[str]:
    return [name for name in late if name in served.names]


def _table(served: Served, base: str) -> StageTable:
    months = _months(served)
    shown = months[-MONTHS:]
    stages = dict.fromkeys(stage for stage, _ in sorted(served.counts, key=_stage_order))
    return StageTable(
        columns=tuple(Column(text=_month_words(m), href=f"{base}/{m}.html") for m in shown),
        rows=tuple(
            StageRow(
                stage=stage,
                counts=tuple(served.counts[stage, month] for month in shown),
                total=sum(served.counts[stage, month] for month in months),
            )
            for stage in stages
        ),
        earlier=len(months) - len(shown),
    )


_STAGES = (
    "called for", "proposed", "pledged", "committed", "allocated", "disbursed", "delivered",
    "in force", "withdrawn",
)  # fmt: skip


def _stage_order(key: tuple[str, str]) -> tuple[int, str]:
    stage = key[0]
    return (_STAGES.index(stage) if stage in _STAGES else len(_STAGES)), stage


def _months(served: Served) -> list[str]:
    return sorted({month for _, month in served.counts})


def _month_words(month: str) -> str:
    if month == UNDATED:
        return "date not known"
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"


def _month_page(
    book: Book, asked: Asked, served: Served, month: str, number: int
) -> Page | None:  # fmt: skip
    base = f"plan/{served.point.ordinal}/{month}"
    entries = _told_in(served, month)
    found = paged(entries, number, base, asked) if entries else None
    if found is None:
        return None
    late = late_entries(book, asked)
    payload = MonthPage(
        point=Link(text=served.point.text.strip(), href=point_path(served.point.ordinal)),
        rows=tuple(_row(book, entry, late) for entry in found[0]),
        paging=found[1],
    )
    title = f"Point {served.point.ordinal}, first told: {_month_words(month)}"
    path = page_path(base, number)
    return Page(path=path, template="month.html", title=title, payload=payload, tab="plan.html")


def _told_in(served: Served, month: str) -> Sequence[Entry]:
    some = [entry for entry in served.entries if month_of(entry) == month]
    return sorted(some, key=lambda entry: _stage_order((stage_of(entry), "")))


#: What stands below a point beside its months.
_BELOW = {"against": against_page, "conflicts": conflicts_page}


def _make(book: Book, asked: Asked, name: str) -> Made:
    first, *rest = name.split("/")
    if first == "talks":
        return talks_page(book, asked, 1 if not rest else number_of(rest[0]) or 0)
    served = book.index(Serving).points.get(_digits(first))
    if served is None:
        return None
    if not rest:
        return point_page(book, asked, served)
    number = number_of(rest[0])
    if number is not None and len(rest) == 1:
        return point_page(book, asked, served, number)
    page = 1 if len(rest) == 1 else number_of(rest[1]) or 0
    if rest[0] in _BELOW:
        return _BELOW[rest[0]](book, asked, served, page)
    return _month_page(book, asked, served, rest[0], page)


def _digits(name: str) -> int:
    return int(name) if name.isascii() and name.isdigit() and len(name) < 6 else 0  # noqa: PLR2004


def _names(book: Book) -> Iterator[str]:
    yield from _numbered("talks", len(book.index(TalksIndex).talks))
    for number, served in book.index(Serving).points.items():
        yield from _numbered(str(number), len(served.entries))
        for month in _months(served):
            yield from _numbered(f"{number}/{month}", len(_told_in(served, month)))
        yield from _below(book, number)


def _below(book: Book, number: int) -> Iterator[str]:
    opposed = book.index(Objections).against.get(number, ())
    differ = book.index(PointDisputes).of[number]
    if opposed:
        yield from _numbered(f"{number}/against", len(opposed), STATEMENTS)
    if differ:
        yield from _numbered(f"{number}/conflicts", len(differ), ENTRIES)


def _numbered(base: str, total: int, rows: int = ROWS) -> Iterator[str]:
    yield base
    yield from (f"{base}/{n}" for n in range(2, pages_of(total, rows) + 1))


#: Pages of the points, of their months, and of the seats at talks.
PLAN = Folder(make=_make, names=_names)
