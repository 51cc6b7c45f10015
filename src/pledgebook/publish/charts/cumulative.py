"""Promised over time, added up: new money, older money told again, and what is neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pledgebook.ledger.counting import Counted
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
from pledgebook.publish.charts.sums import Span, Sums, span_of
from pledgebook.publish.newness import newness_of

NAME = "over-time"

#: Lines apart from each other, by what sources say of the money.
LINES = {
    "new": "new money",
    "unclear": "not said whether new",
    "restated": "older money told again",
}

_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A line from one day on: what came to it, what it stands at, where the mark leads."""

    start: date
    label: str
    share: float
    text: str
    added: Span
    total: Span
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One of ``LINES``, and where it ends; no steps where sources tell of none."""

    name: str
    title: str
    text: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """What is drawn: lines on one scale, from the first to the last day."""

    currency: str
    first: str
    last: str
    lines: tuple[Line, ...]


def picture(book: Book) -> Picture:
    """Make the picture of a book."""
    sums = book.index(Sums)
    ones = [*sums.counted.values(), *sums.restated.values()]
    dated = [one for one in ones if one.day is not None]
    known = calendar(one.day for one in dated if one.day is not None) if dated else None
    lines = () if known is None else tuple(_line(book, sums, known, n, dated) for n in LINES)
    undated = len(ones) - len(dated)
    note = f"Not in the picture: {words.counted(undated, 'sum')} whose day no source gives."
    return Picture(
        name=NAME,
        title="Promised over time",
        finding=_finding(sums, known, lines),
        how=(
            "Each line adds up what was announced until a day; all have one scale. Full is what "
            "is certain, hatched reaches to the upper bound, and where the hatching runs out of "
            "the top with an arrow, sources give no upper bound. Older money that is told again "
            "stands apart: the totals may leave it out."
        ),
        notes=(*sums.notes(), *((note,) if undated else ())),
        rule=sums.rule,
        data=None if known is None else _data(sums, known, lines),
        table=_table(book, sums, known, lines),
    )


def _data(sums: Sums, known: Calendar, lines: tuple[Line, ...]) -> OverTime:
    first, last = known.label(known.starts[0]), known.label(known.starts[-1])
    return OverTime(currency=sums.currency or "", first=first, last=last, lines=lines)


def line_of(one: Counted) -> str:
    """Say to which line a sum belongs."""
    told = newness_of(one.entry)
    return "new" if told == "additional" else told


def _line(book: Book, sums: Sums, known: Calendar, name: str, ones: Iterable[Counted]) -> Line:
    days: dict[date, list[Counted]] = {}
    for one in ones:
        if one.day is not None and line_of(one) == name:
            days.setdefault(known.start(one.day), []).append(one)
    steps = _steps(book, sums, known, days)
    text = steps[-1].text if steps else "none told"
    return Line(name=name, title=LINES[name], text=text, steps=tuple(steps))


def _steps(
    book: Book, sums: Sums, known: Calendar, days: Mapping[date, Sequence[Counted]]
) -> list[Step]:
    steps: list[Step] = []
    total = Span(low=Decimal(0), high=Decimal(0), count=0, entries=())
    for start in sorted(days):
        added = span_of(days[start])
        total = _plus(total, added)
        target = mark_target(
            book, NAME, fragment(NAME, start.isoformat()), added.entries, added.count
        )
        steps.append(
            Step(
                start=start,
                label=known.label(start),
                share=known.share(start),
                text=sums.words(total),
                added=added,
                total=total,
                href=target,
            )
        )
    return steps


def _plus(one: Span, other: Span) -> Span:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Span(low=one.low + other.low, high=high, count=one.count + other.count, entries=())


def _finding(sums: Sums, known: Calendar | None, lines: Sequence[Line]) -> str:
    if known is None:
        return "The program found no promise with a sum and a day in the texts that were read."
    said = {line.name: line.text if line.steps else "nothing" for line in lines}
    first, last = known.starts[0], known.starts[-1]
    when = known.when(first)
    if first != last:
        when = f"from {known.label(first)} to {known.label(last)}"
    return sentences(
        [
            f"{when}, sources tell of {said['new']} as new",
            f"of {said['unclear']} no source says whether it is new",
            f"{said['restated']} is older money told again",
            _steepest(sums, known, lines),
        ]
    )


def _steepest(sums: Sums, known: Calendar, lines: Sequence[Line]) -> str | None:
    """The day on which most new money was announced, where there is more than one."""
    steps = next(line.steps for line in lines if line.name == "new")
    if len(steps) < 2:  # noqa: PLR2004 - one day is no rise
        return None
    most = max(steps, key=lambda step: step.added.low)
    return f"most of the new money came {known.when(most.start)}: {sums.words(most.added)}"


def _table(book: Book, sums: Sums, known: Calendar | None, lines: Sequence[Line]) -> Grid:
    starts = () if known is None else known.starts
    by_line = {line.name: {step.start: step for step in line.steps} for line in lines}
    columns = ("New, added", "New until then", "Not said, added", "Not said until then")
    return Grid(
        caption=f"Sums over time, {sums.currency or 'no currency'}",
        head="When" if known is None else known.unit.capitalize(),
        columns=(*columns, "Told again, added", "Told again until then"),
        rows=tuple(
            Row(
                anchor=fragment(NAME, start.isoformat()),
                head="" if known is None else known.label(start),
                cells=tuple(c for name in LINES for c in _pair(book, sums, by_line[name], start)),
            )
            for start in starts
        ),
    )


def _pair(book: Book, sums: Sums, steps: Mapping[date, Step], start: date) -> tuple[Cell, Cell]:
    before = [step for step in steps.values() if step.start <= start]
    until = Cell(text=before[-1].text if before else "none told")
    step = steps.get(start)
    if step is None:
        return Cell(text="none"), until
    added = step.added
    text, exact = sums.words(added), sums.exact(added)
    return cell(book, text, added.entries, exact, most=_LINKS, count=added.count), until
