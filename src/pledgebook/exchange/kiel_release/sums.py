"""A release against itself: its rates against its rows, its rows against its own summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from pledgebook.exchange.kiel_release.layout import layout
from pledgebook.exchange.kiel_release.rows import ReleaseRow
from pledgebook.exchange.kiel_release.sheets import SummaryCell
from pledgebook.model.claims import Commitment

#: Donor, aid type and measure of a sum.
Key = tuple[str, str, str]

#: Largest gap between a row's own conversion and its sum at the release's rate, as a share:
#: printed rates have five digits.
RATE_GAP = Decimal("0.0001")

_MEASURES = {"committed": "commitment", "allocated": "allocation"}


def row_sums(rows: Iterable[ReleaseRow]) -> dict[Key, Decimal]:
    """Sum the euros that the rows print, by donor, aid type and measure."""
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    for row in rows:
        claim = row.claims[0]
        for measure, value in row.eur.items():
            sums[donor_of(claim), claim.aid_type, measure] += value
    return dict(sums)


def donor_of(claim: Commitment) -> str:
    """Id of a row's one donor, or the name where it has none."""
    donor = claim.donors[0]
    return donor.name if donor.id is None else donor.id


def rates_of_rows(rows: Iterable[ReleaseRow]) -> dict[str, Decimal]:
    """Give the rates by which the rows themselves convert: the middle one for each currency."""
    found: dict[str, list[Decimal]] = defaultdict(list)
    for _, claim, value in converted(rows):
        amount = claim.amount
        if amount is not None and amount.currency and amount.low and value:
            found[amount.currency].append(amount.low / value)
    return {code: _digits(sorted(all_)[len(all_) // 2]) for code, all_ in sorted(found.items())}


def _digits(rate: Decimal) -> Decimal:
    """A rate of ten digits: what floating point adds behind them says nothing."""
    return rate.quantize(Decimal(1).scaleb(rate.adjusted() - 9))


def converted(rows: Iterable[ReleaseRow]) -> Iterator[tuple[ReleaseRow, Commitment, Decimal]]:
    """Give each claim for which its row prints a sum in euros, with that sum."""
    for row in rows:
        for claim in row.claims:
            value = row.eur.get(_MEASURES.get(claim.stage, ""))
            if value is not None and claim.amount is not None:
                yield row, claim, value


def off_the_rate(
    rows: Iterable[ReleaseRow], rates: Mapping[str, Decimal]
) -> Iterator[tuple[ReleaseRow, Commitment, Decimal, Decimal]]:
    """Give claims whose row converts them otherwise than the rates: with both sums in euros."""
    for row, claim, value in converted(rows):
        amount = claim.amount
        rate = None if amount is None else rates.get(amount.currency or "")
        if amount is None or amount.low is None or rate is None:
            continue
        ours = amount.low / rate
        if abs(ours - value) > max(RATE_GAP * max(ours, value), Decimal(1)):
            yield row, claim, value, ours


def counted_under(
    sums: Mapping[Key, Decimal], summary: Sequence[SummaryCell], *, allocations: bool
) -> dict[str, str]:
    """Find which donors the release counts under another's id.

    A donor that the summary does not name is counted under the one whose cells only fit with it.
    Where there is no summary, or none fits, the layout tells, unless the cells fit without it.
    """
    shape = "with_allocations" if allocations else "without_allocations"
    usual: dict[str, str] = layout()["counted_under"][shape]
    if not summary:
        return dict(usual)
    cells = {(c.donor, c.aid_type, c.measure): c.eur for c in summary}
    named = {cell.donor for cell in summary}
    folds = {}
    for donor in sorted({key[0] for key in sums} - named):
        own = {key[1:]: value for key, value in sums.items() if key[0] == donor and value}
        homes = [other for other in sorted(named) if _fits(other, own, sums, cells)]
        if own and len(homes) == 1:
            folds[donor] = homes[0]
        elif own and donor in usual and not _fits_alone(usual[donor], own, sums, cells):
            folds[donor] = usual[donor]
    return folds


def _fits_alone(
    other: str,
    own: Mapping[tuple[str, str], Decimal],
    sums: Mapping[Key, Decimal],
    cells: Mapping[Key, Decimal],
) -> bool:
    """Say whether a donor's own rows are its cells, as far as the summary holds them."""
    limit = Decimal(layout()["tolerance"])
    keys = [(other, *key) for key in own if (other, *key) in cells]
    return bool(keys) and all(abs(sums.get(k, Decimal(0)) - cells[k]) <= limit for k in keys)


def _fits(
    other: str,
    own: Mapping[tuple[str, str], Decimal],
    sums: Mapping[Key, Decimal],
    cells: Mapping[Key, Decimal],
) -> bool:
    """Say whether a donor's cells are its rows and these sums, and not its rows alone."""
    limit = Decimal(layout()["tolerance"])
    for (aid_type, measure), value in own.items():
        key = (other, aid_type, measure)
        if key not in cells:
            continue
        alone = sums.get(key, Decimal(0))
        if abs(alone + value - cells[key]) > limit or abs(alone - cells[key]) <= limit:
            return False
    return any((other, *key) in cells for key in own)


def unlike(
    sums: Mapping[Key, Decimal], summary: Iterable[SummaryCell], folds: Mapping[str, str]
) -> Iterator[tuple[SummaryCell, Decimal]]:
    """Give the cells of the summary that the rows do not sum to, each with the rows' sum."""
    folded: dict[Key, Decimal] = defaultdict(Decimal)
    for (donor, aid_type, measure), value in sums.items():
        folded[folds.get(donor, donor), aid_type, measure] += value
    for cell in summary:
        ours = folded.get((cell.donor, cell.aid_type, cell.measure), Decimal(0))
        if abs(ours - cell.eur) > Decimal(layout()["tolerance"]):
            yield cell, ours
