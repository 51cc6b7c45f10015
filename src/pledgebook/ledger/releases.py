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
#: A series, and one of its releases.
SeriesAge = tuple[str, Age]


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> DatasetRecord | None:
    return DatasetRecord.of(text)


def record_of(claim: Claim) -> DatasetRecord | None:
    """Give the record that a claim was read from; None for a text that is none."""
    return None if claim.source.record is None else _parsed(claim.source.record)


class Releases:
    """The newest release of each series, and the terms known of it."""

    def __init__(self, newest: Mapping[str, Age], terms: Iterable[ReleaseTerms] = ()) -> None:
        """Take the newest releases by series; ``terms`` are all that the book holds."""
        self._newest = newest
        stand = {(series, age[1]) for series, age in self._newest.items()}
        self.terms: Mapping[tuple[str, str], ReleaseTerms] = {
            (one.series, one.release): one
            for one in sorted(terms, key=lambda one: (one.day, one.release, one.file))
            if (one.series, one.release) in stand
        }
        self._rates = {key: dict(one.rates) for key, one in self.terms.items()}

    @classmethod
    def among(cls, entries: Iterable[Entry], terms: Iterable[ReleaseTerms] = ()) -> Releases:
        """Find the newest releases among some entries."""
        claims = (claim for entry in entries for claim in entry.claims)
        ages = (age for claim in claims if (age := age_of(claim)) is not None)
        return cls(newest_of(ages), terms)

    @property
    def folds(self) -> dict[str, str]:
        """Donors that the newest releases count under another's id."""
        return {a: b for one in self.terms.values() for a, b in one.counted_under}

    def standing(self, claims: Sequence[Claim]) -> list[Claim]:
        """Give the claims that no newer release of their series restates or drops."""
        return [claim for claim in claims if self._stands(claim)]

    def _stands(self, claim: Claim) -> bool:
        found = age_of(claim)
        return found is None or found[1] == self._newest.get(found[0])

    def newest_of(self, claims: Iterable[Claim]) -> str:
        """Name the newest release of the series that claims belong to."""
        names = (record.series for c in claims if (record := record_of(c)) is not None)
        return ", ".join(sorted({self._newest[name][1] for name in names}))

    def rate_of(
        self, series: str, release: str, currency: str
    ) -> tuple[str, Decimal | None] | None:
        """Give a release's name and its units of a currency for one euro.

        None for a release whose terms are not known; no rate where it has none.
        """
        rates = self._rates.get((series, release))
        if rates is None:
            return None
        return release, Decimal(1) if currency == BASE else rates.get(currency)


def age_of(claim: Claim) -> SeriesAge | None:
    """Give the series that a claim is a record of, and how old; None for what is no record."""
    record, published = record_of(claim), claim.source.published
    if record is None:
        return None
    return record.series, ("" if published is None else published.isoformat(), record.release)


def newest_of(ages: Iterable[SeriesAge]) -> dict[str, Age]:
    """Give the newest release of each series."""
    found: dict[str, Age] = {}
    for series, age in ages:
        found[series] = max(found.get(series, age), age)
    return found
