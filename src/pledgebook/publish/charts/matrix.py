"""Who promises to whom: donors by recipients, each cell an interval and what has no sum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.ledger.counting import Counted
from pledgebook.model.claims import Commitment
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.charts.picture import (
    LINKS,
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
from pledgebook.publish.charts.ranked import TOP
from pledgebook.publish.charts.sums import Span, Sums, span_of

NAME = "who-to-whom"

#: Recipients before "all others": so many columns fit beside the donors' names on a wide page.
COLUMNS = 6
_LINKS = 2

#: Donor and recipient of a promise; None where no source names one.
_Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A donor's promises to a recipient: the interval of their sums, and how many have none.

    ``is_rest`` marks those of or for all others together, which stand in words only.
    """

    donor: str
    recipient: str
    span: Span
    silent: int
    text: str
    href: str | None
    is_rest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What is drawn: names of the columns, and per donor a square for each column."""

    recipients: tuple[str, ...]
    donors: tuple[str, ...]
    squares: tuple[tuple[Square, ...], ...]


class _Pairs:
    """Promises by donor and recipient, with and without a sum; built once per book."""

    def __init__(self, book: Book) -> None:
        sums = book.index(Sums)
        self.counted: dict[_Pair, list[Counted]] = {}
        self.silent: dict[_Pair, list[str]] = {}
        for one in sums.counted.values():
            self.counted.setdefault(_pair(sums, one.named), []).append(one)
        for name in sorted(sums.without_sum):
            lead = book.entries_by_id[name].lead
            if isinstance(lead, Commitment):
                self.silent.setdefault(_pair(sums, lead), []).append(name)
        self.donors = self._ranked(0)
        self.recipients = self._ranked(1)

    def _ranked(self, side: int) -> list[str | None]:
        """Keys of one side: those with the largest certain sums first, then the most promises."""
        weight: dict[str | None, tuple[float, int]] = {}
        for pair in (*self.counted, *self.silent):
            ones, quiet = self.counted.get(pair, ()), self.silent.get(pair, ())
            low, many = weight.get(pair[side], (0.0, 0))
            low += float(sum(one.low for one in ones))
            weight[pair[side]] = low, many + len(ones) + len(quiet)
        return sorted(weight, key=lambda key: (-weight[key][0], -weight[key][1], str(key)))


def _pair(sums: Sums, claim: Commitment) -> _Pair:
    return sums.key(claim, "donor"), sums.key(claim, "recipient")


#: A row or column: its name, and the keys that stand in it.
_Band = tuple[str, tuple[str | None, ...]]


def picture(book: Book) -> Picture:
    """Make the picture of a book."""
    sums, pairs = book.index(Sums), book.index(_Pairs)
    rows = _bands(book, pairs.donors, TOP, "Somebody not named")
    columns = _bands(book, pairs.recipients, COLUMNS, "Nobody named")
    squares = tuple(tuple(_square(book, row, column) for column in columns) for row in rows)
    names = tuple(name for name, _ in columns)
    data = Matrix(recipients=names, donors=tuple(name for name, _ in rows), squares=squares)
    return Picture(
        name=NAME,
        title="Who promises to whom",
        finding=_finding(book, sums, pairs),
        how=(
            "Rows promise, columns receive. The full disc is what is certain, by its area; a "
            "hatched ring reaches to the upper bound; an arrow out of the disc says that sources "
            "give no upper bound (≥). A diamond stands for promises without a sum. All others "
            "together stand in words only."
        ),
        notes=sums.notes(),
        rule=sums.rule,
        data=data if rows else None,
        table=_table(book, sums, names, squares),
    )


def _bands(book: Book, keys: Sequence[str | None], top: int, nobody: str) -> list[_Band]:
    kept = len(keys) if len(keys) <= top + 1 else top
    bands = [(nobody if key is None else name_of_key(book, key), (key,)) for key in keys[:kept]]
    others = tuple(keys[kept:])
    return [*bands, (f"All {len(others)} others", others)] if others else list(bands)


def _square(book: Book, row: _Band, column: _Band) -> Square:
    sums, pairs = book.index(Sums), book.index(_Pairs)
    inside = _crossed(row[1], column[1], pairs)
    span = span_of(one for pair in inside for one in pairs.counted.get(pair, ()))
    quiet = [name for pair in inside for name in pairs.silent.get(pair, ())]
    every = Span(
        low=span.low,
        high=span.high,
        count=span.count + len(quiet),
        entries=(*span.entries, *quiet)[:LINKS],
    )
    return Square(
        donor=row[0],
        recipient=column[0],
        span=every,
        silent=len(quiet),
        text=_text(sums, span, len(quiet)),
        is_rest=len(row[1]) > 1 or len(column[1]) > 1,
        href=mark_target(book, NAME, fragment(NAME, row[0]), every.entries, every.count),
    )


def _crossed(row: Sequence[str | None], column: Sequence[str | None], pairs: _Pairs) -> list[_Pair]:
    """Pairs of a row and a column that the book has; rows of many keys are looked up by pair."""
    if len(row) * len(column) <= len(pairs.counted) + len(pairs.silent):
        return [(donor, recipient) for donor in row for recipient in column]
    donors, recipients = set(row), set(column)
    every = dict.fromkeys((*pairs.counted, *pairs.silent))
    return [pair for pair in every if pair[0] in donors and pair[1] in recipients]


def _text(sums: Sums, span: Span, quiet: int) -> str:
    parts = [sums.words(span)] if span.count else []
    parts += [f"{quiet} without a sum"] if quiet else []
    return " and ".join(parts) or "none"


def _finding(book: Book, sums: Sums, pairs: _Pairs) -> str:
    if not pairs.donors:
        return "The program found no promise that counts in the texts that were read."
    sizes = {pair: span_of(ones) for pair, ones in pairs.counted.items()}
    donors = words.counted(len(_known(pairs.donors)), "donor")
    recipients = words.counted(len(_known(pairs.recipients)), "recipient")
    named = f"sources name {donors} and {recipients}"
    return sentences([named, _largest(book, sums, sizes.items()), _unaddressed(pairs)])


def _known(keys: Iterable[str | None]) -> list[str]:
    return [key for key in keys if key is not None]


def _largest(book: Book, sums: Sums, sizes: Iterable[tuple[_Pair, Span]]) -> str | None:
    named = [item for item in sizes if item[0][1] is not None]
    if not named:
        return None
    pair, span = min(named, key=lambda item: (-item[1].low, str(item[0])))
    giver, taker = (name_of_key(book, key) for key in pair)
    return f"the largest certain sum between two is {giver}'s for {taker}: {sums.words(span)}"


def _unaddressed(pairs: _Pairs) -> str | None:
    many = sum(len(ones) for pair, ones in pairs.counted.items() if pair[1] is None)
    many += sum(len(quiet) for pair, quiet in pairs.silent.items() if pair[1] is None)
    if not many:
        return None
    verb = "names" if many == 1 else "name"
    return f"{words.counted(many, 'promise')} {verb} no recipient"


def _table(
    book: Book, sums: Sums, columns: tuple[str, ...], squares: Sequence[Sequence[Square]]
) -> Grid:
    return Grid(
        caption=f"Promises by donor and recipient, {sums.currency or 'no currency'}",
        head="Donor",
        columns=columns,
        rows=tuple(
            Row(
                anchor=fragment(NAME, row[0].donor),
                head=row[0].donor,
                cells=tuple(_cell(book, square) for square in row),
            )
            for row in squares
        ),
    )


def _cell(book: Book, square: Square) -> Cell:
    span = square.span
    return cell(book, square.text, span.entries, most=_LINKS, count=span.count)
