"""Data sets that come in releases: which record of which release a text is, and by which terms.

Two releases of one series restate each other. A record of the newer release stands in the place of
the same record of the older one; the two are never two things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from pledgebook.model.plain import decimal_text

#: What the snapshot that holds a release's terms is made by; its number counts forms of the text.
TERMS_MADE_BY = "release terms 1"

_RECORD = re.compile(r"([a-z0-9-]+)/([^/#]+)#(.+)", re.DOTALL)
_RATE = re.compile(r"1 EUR = (\S+) ([A-Z]{3})")
_FOLD = re.compile(r"counted under another donor: (\S+) as (\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRecord:
    """One record of one release; written ``SERIES/RELEASE#ID`` as the ``record`` of a sighting.

    Attributes:
        series: the data set, lower-case words joined by hyphens.
        release: its release by name ("7").
        id: the record's own id, the same in every release that has it.
    """

    series: str
    release: str
    id: str

    def __str__(self) -> str:
        return f"{self.series}/{self.release}#{self.id}"

    @classmethod
    def of(cls, text: str | None) -> Self | None:
        """Read ``SERIES/RELEASE#ID``; None for anything else."""
        found = _RECORD.fullmatch(text or "")
        return None if found is None else cls(series=found[1], release=found[2], id=found[3])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTerms:
    """By which rates and folds a release makes its own totals.

    Attributes:
        series, release: as ``DatasetRecord`` has them.
        day: the day it came out, or to which its data go; orders the releases of a series.
        rates: units of each currency for one euro.
        counted_under: donors that the release counts under another donor's id.
        file: name and digest of the file it was read from.
    """

    series: str
    release: str
    day: date
    rates: tuple[tuple[str, Decimal], ...]
    counted_under: tuple[tuple[str, str], ...] = ()
    file: str = ""

    def text(self) -> str:
        """Write the terms as the text of a snapshot."""
        lines = [
            f"series: {self.series}",
            f"release: {self.release}",
            f"day: {self.day}",
            f"file: {self.file}",
        ]
        lines += [f"1 EUR = {decimal_text(rate)} {code}" for code, rate in self.rates]
        lines += [f"counted under another donor: {a} as {b}" for a, b in self.counted_under]
        return "\n".join(lines) + "\n"

    @classmethod
    def of_text(cls, text: str) -> Self:
        """Read what ``text`` wrote; raises ValueError for anything else."""
        head = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
        try:
            return cls(
                series=head["series"],
                release=head["release"],
                day=date.fromisoformat(head["day"]),
                file=head.get("file", ""),
                rates=tuple((m[2], Decimal(m[1])) for m in _RATE.finditer(text)),
                counted_under=tuple((m[1], m[2]) for m in _FOLD.finditer(text)),
            )
        except KeyError as error:
            message = f"no terms of a release: {error} is missing"
            raise ValueError(message) from error
