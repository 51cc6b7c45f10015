"""What was not extracted from a source: sentences without a claim, and why where that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS, Problem
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Rights
from pledgebook.publish import words
from pledgebook.publish.book import Book
from pledgebook.publish.portions import Cut

#: Reasons shown on a page; more are counted. A text of an archive has a handful.
REASONS = 50
#: Characters of a sentence beside its reason.
_QUOTED = 300

#: Problems that concern a whole text, told as one plain sentence each.
_WHOLE = {
    "language-not-read": "The text is not in a language that is read, so nothing was taken.",
    "reader-failed": "A reader stopped on this text, so claims may be missing.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something was not taken: the sentence, None where it is not known or not shown."""

    sentence: str | None
    code: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What was not extracted.

    Attributes:
        said: plain sentences: how many sentences carry a claim, how many none, how many are shown.
        reasons: known reasons, in order of the text; ``unlisted`` more are not shown.
    """

    said: tuple[str, ...]
    reasons: tuple[Reason, ...]
    unlisted: int


def silence(book: Book, source_id: str, cut: Cut) -> Silence:
    """Say what was not extracted from a source."""
    source = book.sources[source_id]
    problems = () if source.reading is None else source.reading.problems
    rights = book.rights(source_id)
    reasons = list(_reasons(source.snapshot.text, rights, cut, problems))
    return Silence(
        said=tuple(_said(book, source_id, cut, problems)),
        reasons=tuple(reasons[:REASONS]),
        unlisted=max(0, len(reasons) - REASONS),
    )


def _said(book: Book, source_id: str, cut: Cut, problems: Sequence[Problem]) -> Iterator[str]:
    if book.sources[source_id].reading is None:
        yield "No reader has read this text yet: what it says is not known to the book."
        return
    yield from (_WHOLE[p.code] for p in problems if p.code in _WHOLE and p.span is None)
    total, carry = len(cut.sentences), sum(cut.covered)
    yield _counts(total, carry)
    hidden = total - carry - _shown_silent(book.rights(source_id), cut)
    if hidden:
        verb = "is" if hidden == 1 else "are"
        yield f"{words.counted(hidden, 'sentence')} without a claim {verb} not shown here."


def _counts(total: int, carry: int) -> str:
    if not total:
        return "The text holds no sentence."
    every, left = words.counted(total, "sentence"), total - carry
    if not carry:
        return f"Read, nothing found: none of its {every} carries a claim."
    if not left:
        return f"Each of its {every} carries a claim."
    verb = "carries" if carry == 1 else "carry"
    return f"Of {every}, {carry:,} {verb} a claim; from {left:,} nothing was taken."


def _shown_silent(rights: Rights, cut: Cut) -> int:
    """Count the sentences without a claim that a page of the source shows."""
    if rights == "metadata":
        return 0
    silent = (s for s, covered in zip(cut.sentences, cut.covered, strict=True) if not covered)
    return sum(cut.shows(span) for span in silent)


def _reasons(text: str, rights: Rights, cut: Cut, problems: Sequence[Problem]) -> Iterator[Reason]:
    """Give reasons; what the program said may quote the text, so only its meaning is told."""
    placed = [p for p in problems if p.span is not None]
    for problem in sorted(placed, key=lambda p: (p.span or Span(0, 0), p.code)):
        span = problem.span or Span(0, 0)
        visible = rights != "metadata" and cut.shows(span)
        yield Reason(
            sentence=_quoted(text, span) if visible else None,
            code=problem.code,
            meaning=meaning(problem.code),
        )


def _quoted(text: str, span: Span) -> str:
    flat = " ".join(span.of(text).split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED]} …"


def meaning(code: str) -> str:
    """Tell what a problem code means."""
    return RUN_PROBLEMS.get(code) or CLAIM_PROBLEMS.get(code, words.plain(code))
