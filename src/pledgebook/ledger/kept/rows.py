"""The rows of a total in columns: made one by one where somebody looks, else written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from pledgebook.ledger.kept.facts import Ints
from pledgebook.ledger.kept.keying import KeysByRow
from pledgebook.ledger.kept.listing import Estimates, LeftOuts, Listed, Names, Noted
from pledgebook.ledger.kept.sums import Sums, summed
from pledgebook.ledger.kept.tallying import KeptTally
from pledgebook.ledger.totals_rows import TotalsRow


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Rows of entries, one stretch of them behind the other.

    Attributes:
        rows: the rows.
        start: where each stretch begins; one more than there are.
    """

    rows: Ints
    start: Ints

    def at(self, number: int) -> Ints:
        """Give one stretch."""
        return self.rows[self.start[number] : self.start[number + 1]]


@dataclass(frozen=True, kw_only=True, eq=False)
class KeptRows(Listed[TotalsRow]):
    """The rows of a total, in order.

    Attributes:
        tally: what was judged.
        keys: values of the dimensions asked for, by number.
        number: of each row, its values.
        currency: of each row, the code in ``tally.worth.currencies``.
        sums: of each row, its sum.
        counted: of each row, the entries that count.
        aside: of each number of values, the entries that are left out.
        gifts: of each row, what is estimated beside it; None where no prices were given.
    """

    tally: KeptTally
    keys: KeysByRow
    number: Ints
    currency: Ints
    sums: Sums
    counted: Stretches
    aside: Stretches
    gifts: Stretches | None

    def __len__(self) -> int:
        return len(self.number)

    def _made(self) -> Iterator[TotalsRow]:
        beside: dict[int, LeftOuts] = {}
        parts = zip(self.number.tolist(), self.currency.tolist(), self._estimates(), strict=True)
        for place, (number, code, estimates) in enumerate(parts):
            if number not in beside:
                beside[number] = LeftOuts(self.tally, self.aside.at(number))
            low, high = self.sums.interval(place)
            rows = self.counted.at(place)
            yield TotalsRow(
                keys=tuple(zip(self.keys.by, self.keys.keys(number), strict=True)),
                low=low,
                high=high,
                currency=self.tally.worth.currencies[code],
                entries=Names(self.tally.facts, rows) if len(rows) else (),
                left_out=beside[number],
                notes=Noted(self.tally, rows) if len(rows) else (),
                estimates=estimates,
            )

    def _estimates(self) -> Iterator[Estimates | None]:
        """Of each row what is estimated beside it."""
        sums, gifts, beside = self.estimated(), self.gifts, self.tally.beside
        for place in range(len(self)):
            if sums is None or gifts is None or beside is None:
                yield None
            else:
                yield Estimates(beside, gifts.at(place), sums.interval(place))

    def estimated(self) -> Sums | None:
        """Add up what is estimated beside each row; None where no prices were given."""
        if self.gifts is None or self.tally.beside is None:
            return None
        beside, sizes = self.tally.beside, np.diff(self.gifts.start)
        first = self.gifts.start[:-1][sizes > 0]
        sums = summed(beside.figures, beside.worth, self.gifts.rows, first)
        return sums.among(np.argsort(np.argsort(sizes == 0, kind="stable")))

    def json_text(self) -> Iterable[str]:
        """Write the rows as JSON, in stretches; raises TypeError for lone surrogates."""
        from pledgebook.ledger.kept.printing import json_text  # noqa: PLC0415 - seldom asked for

        return json_text(self)

    def csv_text(self, field: Callable[[object], str]) -> Iterable[str]:
        """Write the rows as CSV, in stretches; ``field`` writes a value."""
        from pledgebook.ledger.kept.printing import csv_text  # noqa: PLC0415 - seldom asked for

        return csv_text(self, field)
