"""Records of a data set that comes in releases: the same record is one thing, another is another.

What a table holds apart stays apart, however alike two of its rows are, and the same record of two
releases is one thing, however much its values changed: the newer release restates the older one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.datasets import DatasetRecord
from pledgebook.model.vocabulary import RelationKind
from pledgebook.reconcile.matching import Level, Match
from pledgebook.reconcile.stages import moved

#: Values whose change says that the older release had them wrong, not that the world moved.
_FACTS = ("donors", "recipients", "aid_type", "amount", "items", "instrument", "firmness")

#: How the values are named in a reason.
_NAMES = {
    "donors": "another donor",
    "recipients": "another recipient",
    "aid_type": "another type of aid",
    "amount": "another sum",
    "items": "other things",
    "instrument": "another instrument",
    "firmness": "another firmness",
}


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> DatasetRecord | None:
    return DatasetRecord.of(text)


def record_of(claim: Claim) -> DatasetRecord | None:
    """Give the record that a claim was read from; None for a text that is none."""
    return None if claim.source.record is None else _parsed(claim.source.record)


#: Marks the blocks of records, beside those of other claims.
_RECORD = "of a record"


def series_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Name the data sets that claims are records of."""
    return tuple(sorted({record.series for c in claims if (record := record_of(c)) is not None}))


def listed(claim: Claim, keys: Iterable[Hashable]) -> Iterable[Hashable]:
    """Give the blocks under which a claim is listed, from those of its values.

    Records have blocks of their own: a table of thousands of rows is not compared row by row.
    """
    record = record_of(claim)
    return keys if record is None else _listed(record, keys)


def _listed(record: DatasetRecord, keys: Iterable[Hashable]) -> Iterator[Hashable]:
    yield _RECORD, record.series, record.id
    for key in keys:
        yield _RECORD, record.series, key


def looked_for(
    claim: Claim, keys: Iterable[Hashable], series: Iterable[str] = ()
) -> Iterable[Hashable]:
    """Give the blocks in which a claim looks for others, from those of its values.

    A record looks for its own in other releases, for what is no record, and for the records of
    other data sets (``series``: all there are); what is no record looks for both.
    """
    record = record_of(claim)
    return keys if record is None and not series else _looked_for(record, keys, series)


def _looked_for(
    record: DatasetRecord | None, keys: Iterable[Hashable], series: Iterable[str]
) -> Iterator[Hashable]:
    own = None if record is None else record.series
    if record is not None:
        yield _RECORD, record.series, record.id
    others = [name for name in series if name != own]
    for key in keys:
        yield key
        for name in others:
            yield _RECORD, name, key


def same_series(one: Claim, other: Claim) -> bool:
    """Say whether both are records of one data set; its ids alone then tell what is the same."""
    a, b = record_of(one), record_of(other)
    return a is not None and b is not None and a.series == b.series


def record_match(earlier: Commitment, later: Commitment) -> Match | None:
    """Compare two records of one series; None where they are two.

    Within a release, one record at two stages is one thing on its way. Between releases, a record
    that tells another day of announcement has changed in the world; one that tells another value
    for the same announcement corrects the older release.
    """
    a, b = record_of(earlier), record_of(later)
    if a is None or b is None or (a.series, a.id) != (b.series, b.id):
        return None
    same = f"the same record, {b.id}"
    if a.release == b.release:
        within = moved(earlier.stage, later.stage)
        return _match("same" if within is None else within[0], same)
    return _between_releases(earlier, later, f"{same}, in release {b.release}")


def _between_releases(earlier: Commitment, later: Commitment, same: str) -> Match:
    step = moved(earlier.stage, later.stage)
    if step is not None:
        return _match(step[0], f"{step[1]}; {same}")
    differ = [name for name in _FACTS if _value(earlier, name) != _value(later, name)]
    if earlier.stage != later.stage or not differ:
        return _match("same", same)
    words = ", ".join(_NAMES[name] for name in differ)
    if _announced(earlier) != _announced(later):
        return _match("updates", f"{words}, and announced on another day; {same}")
    return _match("corrects", f"{words} for the same announcement; {same}")


def _value(claim: Commitment, name: str) -> object:
    """A value as it counts here: a conversion that a release prints besides is none."""
    value = getattr(claim, name)
    if name == "amount" and claim.amount is not None:
        return claim.amount.low, claim.amount.high, claim.amount.currency, claim.amount.bound
    if name in ("donors", "recipients"):
        return tuple(actor.id or actor.name for actor in value)
    if name == "items":
        return tuple((item.name.casefold(), item.quantity) for item in claim.items)
    return value


def _announced(claim: Commitment) -> tuple[object, object, object]:
    period = claim.period
    return (
        claim.announced_on,
        None if period is None else period.start,
        None if period is None else period.end,
    )


def _match(relation: RelationKind, reason: str) -> Match:
    return Match(level=Level.AGREES, same=(reason,), relation=relation)


def newest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Leave out the records of releases that a newer one of the same series restates here."""
    latest: dict[str, tuple[str, str]] = {}
    for claim in claims:
        record = record_of(claim)
        if record is not None:
            latest[record.series] = max(latest.get(record.series, ("", "")), _age(claim, record))
    return [claim for claim in claims if _stands(claim, latest)]


def _age(claim: Claim, record: DatasetRecord) -> tuple[str, str]:
    published = claim.source.published
    return ("" if published is None else published.isoformat()), record.release


def _stands(claim: Claim, latest: Mapping[str, tuple[str, str]]) -> bool:
    record = record_of(claim)
    return record is None or _age(claim, record) == latest[record.series]
