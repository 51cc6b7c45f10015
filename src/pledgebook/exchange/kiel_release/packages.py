"""An activity's rows as a whole and its parts: what is allocated or bought out of one sum.

The tracker prints a commitment's sum on one row of the activity; what is allocated out of it, and
what things it pays for, stand on other rows with the same id. Those rows are parts: never added on
top of the sum they come out of.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from pledgebook.exchange.kiel_release.rows import ReleaseRow
from pledgebook.model.claims import Commitment


def with_wholes(rows: Sequence[ReleaseRow]) -> list[ReleaseRow]:
    """Let each row without a committed sum name the claim that holds its activity's.

    A row that allocates is no part of one that allocates too: the two are added up.
    """
    wholes: dict[str, tuple[str, bool]] = {}
    for row in rows:
        committed = [claim for claim in row.claims if _holds_sum(claim, "committed")]
        if committed:
            allocates = any(_holds_sum(claim, "allocated") for claim in row.claims)
            wholes.setdefault(row.activity, (committed[0].id, allocates))
    return [_placed(row, wholes.get(row.activity)) for row in rows]


def _holds_sum(claim: Commitment, stage: str) -> bool:
    return claim.stage == stage and claim.amount is not None


def _placed(row: ReleaseRow, whole: tuple[str, bool] | None) -> ReleaseRow:
    if whole is None or any(_holds_sum(claim, "committed") for claim in row.claims):
        return row
    name, allocates = whole
    if allocates and any(claim.amount is not None for claim in row.claims):
        return row
    claims = tuple(dataclasses.replace(claim, within=name) for claim in row.claims)
    reading = dataclasses.replace(row.reading, claims=tuple(claim.id for claim in claims))
    return dataclasses.replace(row, claims=claims, reading=reading)
