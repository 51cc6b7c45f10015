"""On which days the entries of the present book are those of the day, and where to fold anew.

The texts of a book fall into components that fold without regard to one another
(``reconcile.components``). Seen from a day on which all that bears on a component was there, its
entries are those of the present book; from one on which nothing was there, it has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, func, select

from pledgebook.ledger.kept.ever import Ever, ever
from pledgebook.ledger.kept.facts import DIGEST, NONE, Ints
from pledgebook.ledger.standing import Scope, Standing, known_from
from pledgebook.ledger.tables import DECISIONS, READINGS, SIGHTINGS
from pledgebook.ledger.witnessing import Components
from pledgebook.model.entries import Entry
from pledgebook.model.snapshots import Sighting

#: What stands before the digest of a text.
_PREFIX = "sha256:"
#: Before and after every day.
FIRST_DAY, LAST_DAY = 0, 2**31 - 1
_ERA = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, eq=False)
class Days:
    """The components of a book, and when they were there.

    Attributes:
        of: of each entry, in the order of ``Facts``, its component.
        texts: digests of the texts, 32 bytes each, by component.
        start: of each component, the place of its first text; one more than there are components.
        known: of each text, the day on which the first of its sightings is known.
        undated: of each text, 1 where some of its sightings are never known (an address that a row
            of a data set names), else 0.
        entered: of each text, the place in ``moments`` at which all of it was entered; ``NONE`` for
            one that came bit by bit (read again, seen again or known on two days) or that a
            decision names.
        moments: in microseconds, in order.
        entered_first: of each component, when its first sighting was entered, in microseconds.
        entered_last: when the last row was entered that bears on it.
        known_first, known_last: days on which the first and the last of its sightings are known.
    """

    of: Ints
    texts: bytes
    start: Ints
    known: Ints
    undated: Ints
    entered: Ints
    moments: Ints
    entered_first: Ints
    entered_last: Ints
    known_first: Ints
    known_last: Ints

    def whole(self, scope: Scope) -> NDArray[np.bool_]:
        """Say of components whether they are there as in the present book."""
        found = np.ones(len(self.entered_last), dtype=np.bool_)
        if scope.as_of is not None:
            found &= self.entered_last <= microseconds(scope.as_of)
        if scope.known_by is not None:
            found &= self.known_last <= scope.known_by.toordinal()
        return found

    def there(self, scope: Scope) -> NDArray[np.bool_]:
        """Say of components whether any text may be there."""
        found = np.ones(len(self.entered_first), dtype=np.bool_)
        if scope.as_of is not None:
            found &= self.entered_first <= microseconds(scope.as_of)
        if scope.known_by is not None:
            found &= self.known_first <= scope.known_by.toordinal()
        return found

    def texts_there(self, scope: Scope) -> NDArray[np.bool_]:
        """Say of texts that came at once whether they are there."""
        found = np.ones(len(self.known), dtype=np.bool_)
        if scope.as_of is not None:
            found &= self.moments[self.entered] <= microseconds(scope.as_of)
        if scope.known_by is not None:
            found &= self.known <= scope.known_by.toordinal()
        return found

    def component_of_texts(self) -> Ints:
        """Give the component of each text."""
        found: Ints = np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))
        return found

    def partly_dated(self) -> NDArray[np.bool_]:
        """Say of components whether some sighting is there on no day by which it was known."""
        found: NDArray[np.bool_] = np.logical_or.reduceat(self.undated != 0, self.start[:-1])
        return found

    def name(self, row: int) -> str:
        """Id of a text."""
        return _PREFIX + self.texts[DIGEST * row : DIGEST * (row + 1)].hex()

    def texts_of(self, some: NDArray[np.bool_], scope: Scope) -> dict[str, int]:
        """The texts of components that a scope may show, each with its component."""
        shown = np.repeat(some, np.diff(self.start))
        if scope.known_by is not None:
            shown &= self.known <= scope.known_by.toordinal()
        rows = np.flatnonzero(shown)
        components = self.component_of_texts()[rows].tolist()
        return dict(zip(map(self.name, rows.tolist()), components, strict=True))


def microseconds(at: datetime) -> int:
    """Give a moment by number, in order."""
    since = at - _ERA
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def days_of(
    connection: Connection, state: Standing, ordered: Sequence[Entry], tell: Components
) -> Days | None:
    """Say when the components of a book were there.

    Args:
        connection: to the book.
        state: what stands now.
        ordered: its entries, in the order of ``Facts``.
        tell: tells the components.

    None where they cannot be told.
    """
    found = ever(connection, state)
    numbers = tell(found.claims, state.all_sightings, found.decided.values())
    if not all(_is_digest(text) for text in numbers):
        return None
    texts = sorted(numbers, key=lambda text: (numbers[text], text))
    number = np.array([numbers[text] for text in texts], dtype=np.int64)
    start = np.searchsorted(number, np.arange(len(set(numbers.values())) + 1))
    entered = _entered(connection, found)
    known = {text: list(_known(state.sightings.get(text, ()))) for text in texts}
    first = np.array([min(known[text], default=LAST_DAY) for text in texts], dtype=np.int64)
    at_once = {text for text in texts if known[text] and len({*known[text]} - {LAST_DAY}) <= 1}
    came, moments = _at_once(texts, entered, at_once.difference(*found.decided.values()))
    return Days(
        of=np.array([numbers[entry.lead.source.id] for entry in ordered], dtype=np.int64),
        texts=b"".join(bytes.fromhex(text.removeprefix(_PREFIX)) for text in texts),
        start=start,
        known=first,
        undated=np.array([LAST_DAY in known[text] for text in texts], dtype=np.int64),
        entered=came,
        moments=moments,
        entered_first=_least([entered.first.get(text, 2**62) for text in texts], start),
        entered_last=_most([entered.last.get(text, 0) for text in texts], start),
        known_first=_least(first, start),
        known_last=_most([max(known[text], default=FIRST_DAY) for text in texts], start),
    )


def _is_digest(text: str) -> bool:
    digits = text.removeprefix(_PREFIX)
    return text.startswith(_PREFIX) and len(digits) == 2 * DIGEST


def _known(seen: Iterable[Sighting]) -> Iterator[int]:
    """Days from which sightings are known; of those that never are, the last."""
    for sighting in seen:
        day = known_from(sighting)
        yield LAST_DAY if day is None else day.toordinal()


@dataclass(frozen=True, slots=True)
class _Entered:
    """When the first sighting of each text, and the last row that bears on it, was entered."""

    first: Mapping[str, int]
    last: Mapping[str, int]


def _entered(connection: Connection, found: Ever) -> _Entered:
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for text, begun, ended in _moments(connection, SIGHTINGS):
        first[text], last[text] = begun, ended
    for text, _, ended in _moments(connection, READINGS):
        last[text] = max(ended, last.get(text, 0))
    rows = connection.execute(select(DECISIONS.c.key, DECISIONS.c.entered_at)).all()
    for key, at in rows:
        moment = microseconds(datetime.fromisoformat(at))
        for text in found.decided.get(key, ()):
            last[text] = max(moment, last.get(text, 0))
    return _Entered(first, last)


def _at_once(texts: Sequence[str], entered: _Entered, some: Collection[str]) -> tuple[Ints, Ints]:
    """Places of the moments at which some texts came, as far as they came at once; the moments."""
    came = [
        entered.first[text] if text in some and entered.first[text] == entered.last[text] else NONE
        for text in texts
    ]
    moments = sorted({*came, 0} - {NONE})
    place = {NONE: NONE, **{moment: n for n, moment in enumerate(moments)}}
    return np.array([place[one] for one in came], np.int64), np.array(moments, np.int64)


def _moments(connection: Connection, table: Table) -> Iterator[tuple[str, int, int]]:
    """Of each text when its first and its last row were entered."""
    at = table.c.entered_at
    query = select(table.c.snapshot, func.min(at), func.max(at)).where(table.c.payload.is_not(None))
    known: dict[str, int] = {}
    for text, begun, ended in connection.execute(query.group_by(table.c.snapshot)):
        for one in (begun, ended):
            if one not in known:
                known[one] = microseconds(datetime.fromisoformat(one))
        yield text, known[begun], known[ended]


def _least(values: Sequence[int] | Ints, start: Ints) -> Ints:
    given = np.array(values, dtype=np.int64)
    return np.minimum.reduceat(given, start[:-1]) if len(given) else given


def _most(values: Sequence[int], start: Ints) -> Ints:
    given = np.array(values, dtype=np.int64)
    return np.maximum.reduceat(given, start[:-1]) if len(given) else given
