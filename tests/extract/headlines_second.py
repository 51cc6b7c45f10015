"""Headlines of our own in a table: their labels, and whether one is read as labelled.

``headlines_second.tsv`` has a row per headline: kind (P gift, C cut, freeze or threat, N call
or need, X other, D refusal), donor and sum ("goods" for gifts in kind), recipient, whether the
reader had it right when it first saw it, whether it has it right now, and the headline.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from commitment_lines import Line, kept, printed, said

from pledgebook.model.claims import Commitment

TABLE = Path(__file__).parent / "headlines_second.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One row of the table; ``first`` and ``now`` say whether it was and is read right."""

    kind: str
    donor: str
    sum: str
    recipient: str
    first: bool
    now: bool
    text: str

    @property
    def unseen(self) -> bool:
        """Whether it belongs to the half, by hash, that nothing was mended on."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


def headlines() -> list[Headline]:
    """All rows."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        Headline(
            kind=kind,
            donor=donor,
            sum=sum_,
            recipient=recipient,
            first=first == "right",
            now=now == "right",
            text=text,
        )
        for kind, donor, sum_, recipient, first, now, text in rows
    ]


def read_right(row: Headline) -> bool:
    """Whether the claims of a headline are what its label says."""
    claims = kept(Line(text=row.text, wants=()))
    standing = [c for c in claims if c.firmness != "denied" and c.stage != "withdrawn"]
    if row.kind == "P":
        return any(_gives(claim, row) for claim in standing)
    if row.kind == "D":
        denied = [c for c in claims if c.firmness == "denied"]
        return not standing and any(row.donor in _ids(claim) for claim in denied)
    allowed = {"called_for"} if row.kind == "N" else set()
    return {claim.stage for claim in standing} <= allowed


def _gives(claim: Commitment, row: Headline) -> bool:
    if row.donor not in _ids(claim):
        return False
    return bool(claim.items) if row.sum == "goods" else said(claim)["sum"] == printed(row.sum)


def _ids(claim: Commitment) -> list[str | None]:
    return [actor.id for actor in claim.donors]
