"""How much of a table of values a reader finds, and how often it reads the value of the label.

The rule is made for libraries that give less than our readers: bounds, rates and periods are not
asked for. A label is found when a finding overlaps its words. It is right when, of those, one has
one end of the sum (or the whole sum) and its currency, by code or by a sign that stands in the
words; for dates, the label's day. Labels that are no single day are left out of the dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Self

from values_peers import Finding, Kind

Line = Mapping[str, Any]
Find = Callable[[str, date], Iterable[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words of a line and what they are worth; the numbers are the ends of a sum."""

    start: int
    end: int
    words: str
    numbers: tuple[Decimal, ...] = ()
    currency: str | None = None
    day: date | None = None

    def met_by(self, found: Finding) -> bool:
        """Say whether a finding overlaps the words."""
        return found.start < self.end and self.start < found.end

    def equals(self, found: Finding) -> bool:
        """Say whether a finding has the value."""
        if self.day is not None:
            return found.day == self.day
        if not set(self.numbers) & set(found.numbers):
            return False
        printed = found.currency is not None and found.currency in self.words
        return printed or found.currency == self.currency


def labels(kind: Kind, line: Line) -> Iterator[Label]:
    """Give the labels of a line that are asked for."""
    for row in line["expect"]:
        start = place(line["text"], row["quote"], row["nth"])
        end = start + len(row["quote"])
        if kind == "money":
            numbers = tuple(Decimal(row[key]) for key in ("low", "high") if row.get(key))
            yield Label(
                start=start, end=end, words=row["quote"], numbers=numbers, currency=row["currency"]
            )
        elif (day := single_day(row)) is not None:
            yield Label(start=start, end=end, words=row["quote"], day=day)


def place(text: str, quote: str, nth: int) -> int:
    """Find the nth place (from 0) of a quote."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return at


def single_day(row: Line) -> date | None:
    """Give the day of a label that is one day long, else None."""
    if not row.get("from") or not row.get("until"):
        return None
    start, end = date.fromisoformat(row["from"]), date.fromisoformat(row["until"])
    return start if end - start == timedelta(days=1) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts over a table.

    Attributes:
        labels: labels that are asked for.
        found: of those, found in their line.
        right: of those, read with their value.
        alone: read with their value where the reader is given their words and nothing else.
        beside: findings that overlap no label of the line.
    """

    labels: int
    found: int
    right: int
    alone: int
    beside: int

    @classmethod
    def of(cls, kind: Kind, find: Find, lines: Sequence[Line]) -> Self:
        """Read every line and compare; lines without a publication date are read on day one."""
        wanted = met = right = alone = beside = 0
        for line in lines:
            on = date.fromisoformat(line.get("published") or "2025-03-03")
            found = list(find(line["text"], on))
            mine = list(labels(kind, line))
            wanted += len(mine)
            met += sum(any(map(label.met_by, found)) for label in mine)
            right += sum(any(label.met_by(f) and label.equals(f) for f in found) for label in mine)
            alone += sum(any(map(label.equals, find(label.words, on))) for label in mine)
            beside += sum(not any(meets(line, row, f) for row in line["expect"]) for f in found)
        return cls(labels=wanted, found=met, right=right, alone=alone, beside=beside)

    def __str__(self) -> str:
        """Print the shares."""
        if not self.labels:
            return "no labels"
        counts = {"found": self.found, "right": self.right, "given the words alone": self.alone}
        shares = [f"{name} {100 * n / self.labels:5.1f} %" for name, n in counts.items()]
        return f"{'  '.join(shares)}  beside every label {self.beside:>3}"


def meets(line: Line, row: Line, found: Finding) -> bool:
    """Say whether a finding overlaps a label of whatever kind of value."""
    start = place(line["text"], row["quote"], row["nth"])
    return found.start < start + len(row["quote"]) and start < found.end
