"""A table that has been read, into a book: all of it in one transaction, or nothing.

Rows are walked, never held: a table may be larger than the memory (``row_spool``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pledgebook.exchange.row_text import cell_of_line
from pledgebook.exchange.table_import import NotTaken, TableRead, Taken, source_of
from pledgebook.folding import fold
from pledgebook.ledger.intake import Added, Told
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import SourceRecord
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Sighting
from pledgebook.pipeline import rebuild

#: What a row of a table is made by; see ``exchange.row_text``.
_MADE_BY = "table "


@dataclass(frozen=True, slots=True)
class Before:
    """Rows of the same sheet of the same file that a book holds already.

    Attributes:
        places: the earliest sighting of each row, by its snapshot.
        ids: snapshots by the team's own id.
    """

    places: dict[str, Sighting] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)


def before(sources: Iterable[SourceRecord], read: TableRead, column: str | None) -> Before:
    """Find the rows that a book has from this sheet."""
    sheet = read.place(0).removesuffix("0")
    out = Before()
    for source in sources:
        if not source.snapshot.made_by.startswith(_MADE_BY):
            continue
        place = next((s for s in source.sightings if _in(sheet, s.ref)), None)
        if place is None:
            continue
        out.places[source.snapshot.id] = place
        own = None if column is None else cell_of_line(source.snapshot.text, column)
        if own is not None:
            out.ids.setdefault(own, set()).add(source.snapshot.id)
    return out


def _in(sheet: str, ref: str) -> bool:
    return ref.startswith(sheet) and ref.removeprefix(sheet).isdecimal()


def placed(one: Taken, known: Before) -> Taken:
    """Give a row its old place where only its number or the rest of the file has changed."""
    old = known.places.get(one.document.snapshot.id)
    if old is None:
        return one
    sighting = replace(one.document.sighting, ref=old.ref, raw_digest=old.raw_digest)
    document = replace(one.document, sighting=sighting)
    claim = replace(one.claim, source=source_of(document))
    return replace(one, document=document, claim=claim)


def changed(rows: Iterable[Taken], known: Before, column: str | None) -> list[tuple[int, str]]:
    """Give the rows, by their number, whose id the book has with other words, and the id."""
    out: list[tuple[int, str]] = []
    if not known.ids:
        return out
    now = {one.document.snapshot.id for one in rows}
    for one in rows:
        own = None if column is None else cell_of_line(one.document.snapshot.text, column)
        old = known.ids.get(own, set()) if own is not None else set()
        if own is not None and old - now and one.document.snapshot.id not in old:
            out.append((one.row, own))
    return out


def take(ledger: Ledger, read: TableRead, rows: Iterable[Taken], known: Before) -> Counter[str]:
    """Add every row of a table, or none, then fold the entries; counts what was new.

    The run is entered with the rows, in one transaction. The same table again adds nothing, not
    even a run.
    """
    counts: Counter[str] = Counter(read.counts)
    problems = problems_of(read)
    all_told = set(ledger.view(fold=fold).problems()).issuperset(problems)

    def told(added: Sequence[Added]) -> Told | None:
        counts.update(news(added))
        if all_told and not any(one.anything for one in added):
            return None
        return Told(command="import table", counts=counts, problems=problems)

    given = (placed(one, known) for one in rows)
    ledger.add_all(((one.document, [one.claim], one.reading) for one in given), told)
    rebuild(ledger)
    return counts


def news(added: Iterable[Added]) -> dict[str, int]:
    """Count what was new."""
    every = tuple(added)
    return {
        "sources_new": sum(one.snapshot_new for one in every),
        "sightings_new": sum(one.sighting_new for one in every),
        "claims_new": sum(one.claims_new for one in every),
    }


def problems_of(read: TableRead) -> list[Problem]:
    """Give what was not taken as problems, each with its row."""
    return [*read.problems, *(_problem(read, left) for left in read.left)]


def _problem(read: TableRead, left: NotTaken) -> Problem:
    column = f"column {left.column!r}: " if left.column is not None else ""
    return Problem(
        code=left.code,
        message=f"{column}{left.rule}" + ("" if left.whole else "; the row is taken without it"),
        where=read.place(left.row),
        fatal=left.whole,
    )
