"""Who attended and who promised: a tile for each state, and no border."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Commitment, Participation
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.charts.grid import regions
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
from pledgebook.publish.charts.sums import Sums

NAME = "map"

#: Roles of somebody who was there.
_THERE = frozenset({"host", "attended"})
#: Rules that say of a commitment that nobody made it, or that nobody stands by it.
_NO_PROMISE = frozenset({"denied", "withdrawn", "called-for", "gone-from-release", "not-firm"})
#: Names that a sentence of the finding lists.
_NAMED = 8
_CODE = 3
_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A state: its column and row in its region, and what the book tells of it.

    Attributes:
        attended: whether a source says that it hosted or attended a meeting.
        promised: whether it promises something that counts as made, also on a condition.
        label: both in words; None where the book tells neither.
    """

    code: str
    name: str
    column: int
    row: int
    attended: bool
    promised: bool
    label: str | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A region with its tiles; ``finding`` says in words what they show."""

    name: str
    columns: int
    rows: int
    finding: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """What is drawn: the regions, and last the states of the book that have no place in them."""

    parts: tuple[Part, ...]


class _Told:
    """What the book tells of each state; built once per book."""

    def __init__(self, book: Book) -> None:
        self.attended: dict[str, list[str]] = {}
        self.other: dict[str, set[str]] = {}
        self.promised: dict[str, list[str]] = {}
        sums = book.index(Sums)
        for entry in book.of_kind("participation"):
            lead = entry.lead
            state = _state_at(lead) if isinstance(lead, Participation) else None
            if state is None or not isinstance(lead, Participation):
                continue
            if lead.role in _THERE:
                self.attended.setdefault(state, []).append(entry.id)
            else:
                self.other.setdefault(state, set()).add(lead.role)
        for entry in book.of_kind("commitment"):
            if isinstance(entry.lead, Commitment) and sums.rule_of(entry.id) not in _NO_PROMISE:
                for donor in entry.lead.donors:
                    if donor.type == "state" and donor.id is not None:
                        self.promised.setdefault(donor.id, []).append(entry.id)

    @property
    def states(self) -> list[str]:
        """All states told of, those that attended or promise first."""
        either = {**self.attended, **self.promised}
        return [*either, *(code for code in self.other if code not in either)]


def _state_at(claim: Participation) -> str | None:
    """The state that a seat stands for; None for an organisation or somebody not named."""
    code = claim.representing or (claim.actor.id if claim.actor.type == "state" else None)
    return code if code is not None and len(code) == _CODE and code.isupper() else None


def picture(book: Book) -> Picture:
    """Make the picture of a book."""
    told = book.index(_Told)
    return Picture(
        name=NAME,
        title="Who attended and who promised",
        finding=_finding(book, told),
        how=(
            "A tile is a state by its ISO 3166-1 code; neighbours stand near each other, and no "
            "border is drawn. A dot: a source says that it hosted or attended a meeting. A square: "
            "it promised something, also on a condition. Both: a thick frame. Attending is not "
            "joining."
        ),
        notes=_notes(book),
        rule=None,
        data=TileMap(parts=_parts(book, told)) if told.attended or told.promised else None,
        table=_table(book, told),
    )


def _notes(book: Book) -> tuple[str, ...]:
    others = {
        claim.actor.name
        for entry in book.of_kind("participation")
        if isinstance(claim := entry.lead, Participation) and _state_at(claim) is None
    }
    if not others:
        return ()
    many = words.counted(len(others), "participant")
    return (f"Not on the map: {many} that are no state or stand for none that a source names.",)


def _parts(book: Book, told: _Told) -> tuple[Part, ...]:
    parts = []
    placed: set[str] = set()
    for region in regions():
        placed.update(region.codes)
        tiles = tuple(
            _tile(book, told, code, x, y)
            for y, row in enumerate(region.rows)
            for x, code in enumerate(row)
            if code is not None
        )
        parts.append(_part(region.name, len(region.rows[0]), len(region.rows), tiles))
    rest = sorted(code for code in told.states if code not in placed)
    if rest:
        wide = len(regions()[0].rows[0])
        tiles = tuple(_tile(book, told, c, n % wide, n // wide) for n, c in enumerate(rest))
        parts.append(_part("Elsewhere", wide, -(-len(rest) // wide), tiles))
    return tuple(parts)


def _part(name: str, columns: int, rows: int, tiles: tuple[Tile, ...]) -> Part:
    there = [tile.name for tile in tiles if tile.attended]
    giving = [tile.name for tile in tiles if tile.promised]
    finding = sentences(
        [
            f"attended: {words.listed(there) or 'nobody'}",
            f"promised: {words.listed(giving) or 'nobody'}",
        ]
    )
    return Part(name=name, columns=columns, rows=rows, finding=finding, tiles=tiles)


def _tile(book: Book, told: _Told, code: str, x: int, y: int) -> Tile:
    there, given = told.attended.get(code, ()), told.promised.get(code, ())
    name = book.name_of(code)
    parts = [f"attended ({words.counted(len(there), 'entry', 'entries')})"] if there else []
    parts += [f"promised ({words.counted(len(given), 'entry', 'entries')})"] if given else []
    return Tile(
        code=code,
        name=name,
        column=x,
        row=y,
        attended=bool(there),
        promised=bool(given),
        label=f"{name}: {' and '.join(parts)}" if parts else None,
        href=mark_target(book, NAME, fragment(NAME, code), (*there, *given)),
    )


def _finding(book: Book, told: _Told) -> str:
    if not told.attended and not told.promised:
        return "No source names a state that attended a meeting or promised something."
    both = [code for code in told.attended if code in told.promised]
    silent = [code for code in told.attended if code not in told.promised]
    only = [code for code in told.promised if code not in told.attended]
    said = [
        (both, "attended a meeting and promised something"),
        (silent, "attended, and the book holds no promise of theirs"),
        (only, "promised something and attended no meeting that a source tells of"),
    ]
    return sentences(
        f"{words.counted(len(codes), 'state')} {what}{_names(book, codes)}"
        for codes, what in said
        if codes
    )


def _names(book: Book, codes: Sequence[str]) -> str:
    if not codes:
        return ""
    names = sorted(book.name_of(code) for code in codes)
    if len(names) > _NAMED:
        return f": {', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return f": {words.listed(names)}"


def _table(book: Book, told: _Told) -> Grid:
    rows = sorted(told.states, key=book.name_of)
    return Grid(
        caption="States that the book tells of",
        head="State",
        columns=("Attended", "Promised", "Other roles"),
        rows=tuple(_row(book, told, code) for code in rows),
    )


def _row(book: Book, told: _Told, code: str) -> Row:
    others = words.listed(sorted(told.other.get(code, ())))
    return Row(
        anchor=fragment(NAME, code),
        head=f"{book.name_of(code)} ({code})",
        cells=(
            _told_cell(book, told.attended.get(code, ())),
            _told_cell(book, told.promised.get(code, ())),
            Cell(text=others or "none told"),
        ),
    )


def _told_cell(book: Book, entries: Iterable[str]) -> Cell:
    every = tuple(entries)
    text = words.counted(len(every), "entry", "entries") if every else "none told"
    return cell(book, text, every, most=_LINKS)
