"""Promised, set aside, handed over: per donor, each sum as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgebook.ledger.counting import WAY, Counted
from pledgebook.model.claims import Commitment
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.charts.picture import (
    Cell,
    Grid,
    Picture,
    Row,
    cell,
    fragment,
    mark_target,
    name_of_key,
    sentences,
)
from pledgebook.publish.charts.ranked import grouped_by, top_and_others
from pledgebook.publish.charts.sums import Span, Sums, span_of

NAME = "stages"

#: Steps of the way, and the first stage that is counted in each: what was handed over had been
#: set aside, and that had been promised, so that each step holds the next.
STEPS = (("promised", "pledged"), ("set aside", "allocated"), ("handed over", "disbursed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A donor's sum at one step; ``text`` is the interval in words, ``href`` what it leads to."""

    name: str
    text: str
    span: Span
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Donor:
    """A donor with the sum at each of ``STEPS``; ``silent`` promises have none.

    ``is_rest`` marks all others together: they would dwarf the rest, and stand in words only.
    """

    name: str
    anchor: str
    steps: tuple[Step, ...]
    silent: int
    is_rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What is drawn: donors in order, and the currency of all sums."""

    currency: str
    donors: tuple[Donor, ...]


def picture(book: Book) -> Picture:
    """Make the picture of a book."""
    sums = book.index(Sums)
    donors = _donors(book, sums)
    return Picture(
        name=NAME,
        title="Promised, set aside, handed over",
        finding=_finding(book, sums, donors),
        how=(
            "One bar a step. The full bar is what is certain; the hatched part reaches to the "
            "upper bound that sources give; an arrow says that they give no upper bound. What was "
            "set aside is a part of what was promised, and what was handed over a part of both. "
            "All others together, where there are any, stand in words only."
        ),
        notes=sums.notes(),
        rule=sums.rule,
        data=Stages(currency=sums.currency or "", donors=donors) if donors else None,
        table=_table(book, sums, donors),
    )


def _donors(book: Book, sums: Sums) -> tuple[Donor, ...]:
    groups = grouped_by(sums.counted.values(), lambda one: sums.key(one.named, "donor"))
    shown, others, many = top_and_others(groups)
    silent = silent_donors(book, sums)
    rows = [
        _donor(book, sums, name_of_key(book, key), key or "unnamed", ones, silent.get(key, 0))
        for key, ones in shown
    ]
    if others:
        name = f"All {many} others"
        rows.append(replace(_donor(book, sums, name, "others", others, 0), is_rest=True))
    return tuple(rows)


def silent_donors(book: Book, sums: Sums) -> dict[str | None, int]:
    """Count promises without a sum per donor."""
    found: dict[str | None, int] = {}
    for name in sums.without_sum:
        lead = book.entries_by_id[name].lead
        if isinstance(lead, Commitment):
            key = sums.key(lead, "donor")
            found[key] = found.get(key, 0) + 1
    return found


def _donor(
    book: Book, sums: Sums, name: str, key: str, ones: Sequence[Counted], silent: int
) -> Donor:
    anchor = fragment(NAME, key)
    steps = []
    for step, first in STEPS:
        reached = [one for one in ones if WAY.index(one.stage) >= WAY.index(first)]
        span = span_of(reached)
        href = mark_target(book, NAME, anchor, span.entries, span.count)
        steps.append(Step(name=step, text=sums.words(span), span=span, href=href))
    return Donor(name=name, anchor=anchor, steps=tuple(steps), silent=silent)


def _finding(book: Book, sums: Sums, donors: Sequence[Donor]) -> str:
    if not donors:
        return _nothing(sums)
    silent = silent_donors(book, sums)
    quiet = len([key for key in silent if key is not None])
    return sentences(
        [
            _leader(sums, donors),
            _whole(sums),
            f"{words.counted(quiet, 'donor')} {'gives' if quiet == 1 else 'give'} no sum "
            "with a promise"
            if quiet
            else None,
        ]
    )


def _nothing(sums: Sums) -> str:
    if sums.without_sum:
        many = words.counted(len(sums.without_sum), "promise")
        which = "it" if len(sums.without_sum) == 1 else "any of them"
        return f"Sources tell of {many} and put no sum on {which}."
    return "The program found no promise with a sum that counts in the texts that were read."


def _leader(sums: Sums, donors: Sequence[Donor]) -> str:
    first = donors[0].steps[0].span.low
    leading = [d for d in donors if d.steps[0].span.low == first and not d.is_rest]
    names = words.listed([donor.name for donor in leading])
    verb = "leads" if len(leading) == 1 else "lead"
    each = "" if len(leading) == 1 else "each "
    return f"{names} {verb} with {each}{sums.words(donors[0].steps[0].span)} promised"


def _whole(sums: Sums) -> str:
    told = []
    for step, first in STEPS:
        reached = [o for o in sums.counted.values() if WAY.index(o.stage) >= WAY.index(first)]
        span = span_of(reached)
        told.append(f"{sums.words(span) if reached else 'nothing'} {step}")
    return f"of all donors, sources tell of {words.listed(told)}"


def _table(book: Book, sums: Sums, donors: Sequence[Donor]) -> Grid:
    columns = (*(step.capitalize() for step, _ in STEPS), "Promises without a sum")
    return Grid(
        caption=f"Sums per donor, {sums.currency or 'no currency'}",
        head="Donor",
        columns=columns,
        rows=tuple(_row(book, sums, donor) for donor in donors),
    )


def _row(book: Book, sums: Sums, donor: Donor) -> Row:
    cells = [
        cell(
            book,
            step.text,
            step.span.entries if n == 0 else (),
            sums.exact(step.span),
            count=step.span.count,
        )
        for n, step in enumerate(donor.steps)
    ]
    cells.append(Cell(text="none" if not donor.silent else str(donor.silent)))
    return Row(anchor=donor.anchor, head=donor.name, cells=tuple(cells))
