"""Texts of our own that tell who said what and who put what forward; their labels and figures.

``voices_and_terms.tsv`` has a row per text: whether the reader had it right when it first saw it,
whether it has it right now, what the text tells, and the text ("¶" stands for a blank line). What
it tells are claims with " | " between them:

- ``S SPEAKER : WORDS`` a statement,
- ``P TYPE STATUS PROPOSERS [by SPEAKER] > ADDRESSEES : WORDS`` a proposal.

Where a label leaves several readings they stand with "/" between them, "+" joins the actors of one
reading, "-" is nobody, "~words" an actor by its name. A claim with "?" before it is neither missed
nor false; nor is a statement of what a proposal's label has its proposer put forward.
``python bench/voices_score.py`` prints the figures.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reading import page

from pledgebook.extract.proposals import ProposalReader
from pledgebook.extract.read import pass_gate
from pledgebook.extract.statements import StatementReader
from pledgebook.model.claims import Claim, Proposal, Statement
from pledgebook.model.values import Actor

_READERS = (StatementReader(), ProposalReader())
_LABEL = re.compile(
    r"(?P<may>\??)(?:S (?P<speaker>.+?)"
    r"|P (?P<type>\S+) (?P<status>\S+)"
    r" (?P<proposers>.+?)(?: by (?P<by>\S+))? > (?P<addressees>.+?))"
    r" : (?P<words>.+)"
)
#: Says whether a claim is what a label says.
Fits = Callable[["Label", Claim], bool]

#: How much longer than its label a statement may be: a name, a day, an "on Tuesday".
_LONGER = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One claim that a text tells, each field with its readings; None where it is not asked for."""

    optional: bool
    speaker: str | None
    type: str | None
    status: str | None
    proposers: str | None
    by: str | None
    addressees: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One row of the table; ``first`` and ``now`` say whether it was and is read right."""

    first: bool
    now: bool
    labels: tuple[Label, ...]
    text: str

    @property
    def unseen(self) -> bool:
        """Whether it belongs to the half, by hash, that nothing was mended on."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was read of a text: labels found in their words, those right, claims no label knows."""

    found: tuple[Label, ...]
    right: tuple[Label, ...]
    false: tuple[Claim, ...]


@cache
def passages() -> tuple[Passage, ...]:
    """All rows of the table."""
    with (
        Path(__file__).with_name("voices_and_terms.tsv").open(encoding="utf-8", newline="") as table
    ):
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Passage(
            first=row["first"] == "right",
            now=row["now"] == "right",
            labels=tuple(_label(told) for told in row["told"].split(" | ") if told),
            text=row["text"].replace("¶", "\n\n"),
        )
        for row in rows
    )


def _label(told: str) -> Label:
    found = _LABEL.fullmatch(told)
    if found is None:
        raise ValueError(told)
    return Label(
        optional=bool(found["may"]),
        speaker=found["speaker"],
        type=found["type"],
        status=found["status"],
        proposers=found["proposers"],
        by=found["by"],
        addressees=found["addressees"],
        words=found["words"],
    )


def claims_of(text: str) -> list[Claim]:
    """What the two readers propose and the gate keeps."""
    whole = page(text)
    return [claim for reader in _READERS for claim in pass_gate(whole, reader.read(whole))[0]]


def outcome(passage: Passage) -> Outcome:
    """Match the claims of a text to its labels, those that are right first."""
    claims = claims_of(passage.text)
    right = _paired(passage.labels, claims, is_right)
    left = [label for label in passage.labels if label not in right]
    known = [claim for claim in claims if id(claim) not in {id(c) for c in right.values()}]
    found = {**right, **_paired(left, known, _same)}
    told = {id(claim) for claim in found.values()}
    return Outcome(
        found=tuple(found),
        right=tuple(right),
        false=tuple(
            claim
            for claim in claims
            if id(claim) not in told and not any(_puts(x, claim) for x in passage.labels)
        ),
    )


def read_right(passage: Passage) -> bool:
    """Whether all that is required is read right, nothing beside it, and what may be, right too."""
    read = outcome(passage)
    required = {label for label in passage.labels if not label.optional}
    return not read.false and required <= set(read.right) and set(read.found) == set(read.right)


def _paired(labels: Sequence[Label], claims: Iterable[Claim], fits: Fits) -> dict[Label, Claim]:
    left, pairs = list(claims), {}
    for label in labels:
        match = next((claim for claim in left if fits(label, claim)), None)
        if match is not None:
            pairs[label] = match
            left.remove(match)
    return pairs


def _same(label: Label, claim: Claim) -> bool:
    """Whether a claim has the label's kind and words, whoever says them."""
    if not isinstance(claim, Statement if label.type is None else Proposal):
        return False
    want, told = _squash(label.words), _squash(claim.content)
    short = label.type is not None or len(told) <= _LONGER * len(want) + 10
    return told in want or (want in told and short)


def _puts(label: Label, claim: Claim) -> bool:
    """Whether a statement says what a proposal's label has its proposer put forward."""
    if label.type is None or not isinstance(claim, Statement):
        return False
    want, told = _squash(label.words), _squash(claim.content)
    return (told in want or want in told) and _named(_present(claim.speaker), label.proposers)


def is_right(label: Label, claim: Claim) -> bool:
    """Whether a claim says in every field what its label says."""
    if not _same(label, claim):
        return False
    if isinstance(claim, Statement):
        whole = _squash(label.words) in _squash(claim.content)
        return whole and _named(_present(claim.speaker), label.speaker)
    assert isinstance(claim, Proposal)
    return (
        claim.proposal_type in (label.type or "").split("/")
        and claim.status in (label.status or "").split("/")
        and _named(claim.proposers, label.proposers)
        and _named(claim.addressees, label.addressees)
        and _named(_present(claim.speaker), label.by)
    )


def _present(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)


def _named(actors: Sequence[Actor], readings: str | None) -> bool:
    """Whether the actors are those of one reading of a label, no more and no fewer."""
    return readings is None or any(_are(actors, one) for one in readings.split("/"))


def _are(actors: Sequence[Actor], reading: str) -> bool:
    wanted = [] if reading == "-" else reading.split("+")
    return len(wanted) == len(actors) and all(
        any(_is(actor, one) for actor in actors) for one in wanted
    )


def _is(actor: Actor, wanted: str) -> bool:
    return wanted[1:] in actor.name if wanted.startswith("~") else actor.id == wanted


def _squash(text: str) -> str:
    words = text.lower().removeprefix("that ")
    return "".join(c for c in words if c.isalnum())
