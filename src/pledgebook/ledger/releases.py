"""Data sets that come in releases, as totals see them: the newest release stands, by its own terms.

A record that the newest release of its data set no longer has is gone from it, whatever the book
still holds; totals leave it out and say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from pledgebook.ledger.rates import BASE
from pledgebook.model.claims import Claim
from pledgebook.model.datasets import DatasetRecord, ReleaseTerms
from pledgebook.model.entries import Entry

#: Day and name of a release, as they are ordered.
Age = tuple[str, str]


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> DatasetRecord | None:
    return DatasetRecord.of(text)


def record_of(claim: Claim) -> DatasetRecord | None:
    """Give the record that a claim was read from; None for a text that is none."""
    return None if claim.source.record is None else _parsed(claim.source.record)


class Releases:
    """The newest release of each series among some entries, and the terms known of it."""

    def __init__(self, entries: Iterable[Entry], terms: Iterable[ReleaseTerms] = ()) -> None:
        """Find the newest releases; ``terms`` are all that the book holds."""
        self._newest: dict[str, Age] = {}
        for entry in entries:
            for claim in entry.claims:
                record = record_of(claim)
                if record is not None:
                    age = _age(claim, record)
                    self._newest[record.series] = max(self._newest.get(record.series, age), age)
        stand = {(series, age[1]) for series, age in self._newest.items()}
        self.terms: Mapping[tuple[str, str], ReleaseTerms] = {
            (one.series, one.release): one
            for one in sorted(terms, key=lambda one: (one.day, one.release, one.file))
            if (one.series, one.release) in stand
        }
        self._rates = {key: dict(one.rates) for key, one in self.terms.items()}

    @property
    def folds(self) -> dict[str, str]:
        """Donors that the newest releases count under another's id."""
        return {a: b for one in self.terms.values() for a, b in one.counted_under}

    def standing(self, claims: Sequence[Claim]) -> list[Claim]:
        """Give the claims that no newer release of their series restates or drops."""
        return [claim for claim in claims if self._stands(claim)]

    def _stands(self, claim: Claim) -> bool:
        record = record_of(claim)
        return record is None or _age(claim, record) == self._newest.get(record.series)

    def newest_of(self, claims: Iterable[Claim]) -> str:
        """Name the newest release of the series that claims belong to."""
        names = (record.series for c in claims if (record := record_of(c)) is not None)
        return ", ".join(sorted({self._newest[name][1] for name in names}))

    def rate(self, claim: Claim, currency: str) -> tuple[str, Decimal | None] | None:
        """Give a release's name and its units of a currency for one euro.

        None for a claim of no release whose terms are known; no rate where the release has none.
        """
        record = record_of(claim)
        key = None if record is None else (record.series, record.release)
        if key is None or key not in self._rates:
            return None
        rate = Decimal(1) if currency == BASE else self._rates[key].get(currency)
        return key[1], rate


def _age(claim: Claim, record: DatasetRecord) -> Age:
    published = claim.source.published
    return ("" if published is None else published.isoformat()), record.release
