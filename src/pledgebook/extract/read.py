"""One document, all readers, the gate: values in, claims and problems out. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.gate import judge
from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.mend import without_refused
from pledgebook.extract.page import Page
from pledgebook.extract.participation import ParticipationReader
from pledgebook.extract.plan_points import PlanPointReader
from pledgebook.extract.proposals import ProposalReader
from pledgebook.extract.reader import Reader
from pledgebook.extract.statements import StatementReader
from pledgebook.language.detect import language_of
from pledgebook.language.english import English
from pledgebook.language.protocol import Language
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.codec import claim_to_json
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

#: The built-in readers, in the order of the contract's kinds.
READERS: tuple[Reader, ...] = (
    CommitmentReader(),
    StatementReader(),
    ParticipationReader(),
    ProposalReader(),
    PlanPointReader(),
    MeasureReader(),
)
#: Name of the whole set; its version is ``extract.version.reader_version()``.
READER_NAME = "rules"
#: How often a value that the gate refuses is left out, before the claim is: what is left may fall
#: foul of a rule that the first value kept from being asked.
_MENDED_AT_MOST = 3


def read_document(
    document: Document,
    *,
    language: Language | None = None,
    readers: Sequence[Reader] = READERS,
) -> tuple[list[Claim], list[Problem]]:
    """Read one document with every reader and keep what the gate keeps.

    A text in a language that is not read gives no claims and the fatal problem
    ``language-not-read``; a reader that stops gives ``reader-failed`` and the others go on.
    """
    language = language or English()
    where = document.sighting.ref
    code = document.sighting.lang or language_of(document.snapshot.text)
    if code is not None and code.split("-")[0].lower() != language.code:
        return [], [_not_read(where, code, language.code)]
    page = Page(document, language)
    claims: list[Claim] = []
    problems: list[Problem] = []
    for reader in readers:
        try:
            kept, refused = pass_gate(page, reader.read(page))
        except Exception as error:  # noqa: BLE001 - one reader's fault must not lose the document
            problems.append(_failed(where, reader.name, error))
            continue
        claims.extend(kept)
        problems.extend(refused)
    return claims, problems


def pass_gate(page: Page, proposed: Iterable[Claim]) -> tuple[list[Claim], list[Problem]]:
    """Keep what the gate keeps; each refused claim is a problem that says why.

    A commitment that loses a lesser value only (mend.py) is kept without it.
    """
    kept: list[Claim] = []
    problems: list[Problem] = []
    ids: dict[str, str | None] = {}  # by the id proposed; a claim left without a value has another
    for claim in proposed:
        held = _held(page, _within_kept(claim, ids), problems)
        ids[claim.id] = None if held is None else held.id
        if held is not None:
            kept.append(held)
    return kept, problems


def _held(page: Page, claim: Claim, problems: list[Problem]) -> Claim | None:
    """Give the claim as far as the gate keeps it; a refusal is added to the problems."""
    judgement = judge(claim_to_json(claim), page)
    first, mended = judgement.reasons, claim
    for _ in range(_MENDED_AT_MOST):
        if judgement.kept:
            return mended
        left = without_refused(mended, judgement.reasons)
        if left is None:
            break
        mended, judgement = left, judge(claim_to_json(left), page)
    if judgement.kept:
        return mended
    problems.append(_refused(page, claim, first))
    return None


def _within_kept(claim: Claim, ids: Mapping[str, str | None]) -> Claim:
    """A part names its package as it was kept, and none that was refused."""
    if not isinstance(claim, Commitment) or claim.within is None:
        return claim
    return replace(claim, within=ids.get(claim.within, claim.within))


def _refused(page: Page, claim: Claim, reasons: Iterable[str]) -> Problem:
    return Problem(
        code="refused-by-gate",
        message=f"{claim.reader}: {'; '.join(reasons)}",
        where=page.document.sighting.ref,
        span=claim.sentence,
    )


def _not_read(where: str, code: str, read: str) -> Problem:
    return Problem(
        code="language-not-read",
        message=f"the text is in {code!r}, only {read!r} is read; nothing was taken from it",
        where=where,
        fatal=True,
    )


def _failed(where: str, reader: str, error: Exception) -> Problem:
    return Problem(
        code="reader-failed",
        message=f"{reader} stopped ({type(error).__name__}: {error}); its claims are missing",
        where=where,
        fatal=True,
    )
