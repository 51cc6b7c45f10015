"""Headlines of our own in tables: their labels, and whether one is read as labelled.

``headlines_second.tsv`` and those after it have a row per headline: kind (P gift, C cut,
freeze or threat, N call or need, X other, D refusal), donor and sum ("goods" for gifts in kind),
recipient, whether the reader had it right when it first saw it, whether it has it right now, and
the headline. Where a label leaves two readings they stand with "/" between them; "+" joins several
actors of one reading, "~words" is an actor by its name. From the third table on there is the stage
as well, and the fourth and fifth have the firmness of gifts that are not firm.

``python bench/headline_score.py third`` prints the figures.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from commitment_lines import Line, kept, printed, said

from pledgebook.model.claims import Commitment

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One row of a table; ``first`` and ``now`` say whether it was and is read right."""

    kind: str
    donor: str
    sum: str
    recipient: str
    stage: str
    firmness: str
    first: bool
    now: bool
    text: str

    @property
    def unseen(self) -> bool:
        """Whether it belongs to the half, by hash, that nothing was mended on."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


def headlines(which: str) -> list[Headline]:
    """All rows of the table of that name ("second" to "fifth")."""
    with (FOLDER / f"headlines_{which}.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Headline(
            kind=row["kind"],
            donor=row["donor"],
            sum=row["sum"],
            recipient=row["recipient"],
            stage=row.get("stage", ""),
            firmness=row.get("firmness", ""),
            first=row["first"] == "right",
            now=row["now"] == "right",
            text=row["headline"],
        )
        for row in rows
    ]


def read_right(row: Headline) -> bool:
    """Whether the claims of a headline are what its label says."""
    claims = kept(Line(text=row.text, wants=()))
    standing = [c for c in claims if c.firmness != "denied" and c.stage != "withdrawn"]
    if row.kind == "P":
        return any(_gives(claim, row) for claim in standing)
    if row.kind == "D":
        denied = [c for c in claims if c.firmness == "denied"]
        return not standing and any(names(claim, "donors", row.donor) for claim in denied)
    allowed = {"called_for"} if row.kind == "N" else set()
    return {claim.stage for claim in standing} <= allowed


def given(row: Headline) -> Commitment | None:
    """The claim that tells the donor and the sum of a gift's label."""
    return next((c for c in kept(Line(text=row.text, wants=())) if _gives(c, row)), None)


def _gives(claim: Commitment, row: Headline) -> bool:
    if claim.firmness == "denied" or claim.stage == "withdrawn":
        return False
    if not names(claim, "donors", row.donor):
        return False
    if row.sum == "goods":
        return bool(claim.items)
    return not row.sum or said(claim)["sum"] in [printed(one) for one in row.sum.split("/")]


def names(claim: Commitment, field: str, label: str) -> bool:
    """Say whether all actors of one reading of a label are among a claim's donors or recipients."""
    actors = claim.donors if field == "donors" else claim.recipients
    printed_as = [*(a.name for a in actors), *_quotes(claim, field)]
    ids = {actor.id for actor in actors}

    def named(one: str) -> bool:
        if one.startswith("~"):
            return any(one[1:] in words for words in printed_as)
        return one in ids

    return any(all(named(one) for one in reading.split("+")) for reading in label.split("/"))


def _quotes(claim: Commitment, field: str) -> list[str]:
    """Words that a claim cites for a field; reference data may call an actor by another name."""
    return [e.quote for e in claim.evidence if e.field.startswith(field)]
