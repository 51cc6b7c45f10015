"""The reader for plan points: a plan that the text lists, one claim a point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import any_of, load
from pledgebook.extract.page import Page
from pledgebook.model.claims import PlanPoint
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Goal
from pledgebook.resolve.mentions import ActorMention

_NAME = re.compile(
    r"(?:\b\w+-point(?:\s+\w+)?|\b(?:peace|victory|action|joint|transition|recovery))\s+(?:plan|agenda|roadmap)\b",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s;,.]*(?:;\s*and|,\s*and)?[\s;,.]*$")
_INLINE = re.compile(r";\s*(?:and\s+)?")
_ORDINAL_WORDS = {"first": 1, "firstly": 1, "second": 2, "secondly": 2, "third": 3, "thirdly": 3,
                  "fourth": 4, "fourthly": 4, "fifth": 5, "sixth": 6, "finally": 0}  # fmt: skip
_ORDINAL = re.compile(
    rf"^\W*(?:the\s+)?({'|'.join(_ORDINAL_WORDS)})\b[,:]?\s+(?:point\s+(?:is|was)\s+)?",
    re.IGNORECASE,
)
#: A list of fewer points is not a plan.
MIN_POINTS = 2
#: How close before "agreed" its subject stands, in code points.
_SUBJECT_BEFORE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A plan's introduction and the places of its points."""

    intro: Span
    points: tuple[Span, ...]


class PlanPointReader:
    """Finds listed plans: bullets after an introduction, clauses after a colon, "First, …"."""

    name = "rules/plan-points"

    def read(self, page: Page) -> Iterable[PlanPoint]:
        """Propose one claim per point, in order."""
        for listing in (*bullet_lists(page), *inline_lists(page), *ordinal_lists(page)):
            points = list(_points(page, listing))
            if plan_name(page) is not None or any(p.goals != ("other",) for p in points):
                yield from points


def bullet_lists(page: Page) -> Iterator[Listing]:
    """An introduction that names a plan and ends with a colon, then bullets."""
    blocks = page.blocks.items
    for n, block in enumerate(blocks):
        if block.kind in ("bullet", "table_row") or not _introduces(page, block.span):
            continue
        points = []
        for later in blocks[n + 1 :]:
            if later.kind != "bullet":
                break
            points.append(later.span)
        if len(points) >= MIN_POINTS and not _is_package(page, points):
            sentences = page.sentences.within(block.span)
            yield Listing(intro=sentences[-1] if sentences else block.span, points=tuple(points))


def inline_lists(page: Page) -> Iterator[Listing]:
    """A sentence that names a plan, a colon, and clauses between semicolons."""
    for sentence in page.sentences:
        words = page.words(sentence)
        if ";" not in words or ":" not in words:
            continue
        colon = words.index(":")
        intro = Span(sentence.start, sentence.start + colon + 1)
        if not any_of("plans", "plan_words").search(page.text, intro.start, intro.end):
            continue
        points, start = [], intro.end
        for cut in _INLINE.finditer(page.text, intro.end, sentence.end):
            points.append(Span(start, cut.start()))
            start = cut.end()
        points.append(Span(start, sentence.end))
        if len(points) > MIN_POINTS and not _is_package(page, points):
            yield Listing(intro=intro, points=tuple(points))


def ordinal_lists(page: Page) -> Iterator[Listing]:
    """Sentences that open with "First, …", "Second, …" after one that names a plan."""
    sentences = page.sentences.items
    n = 0
    while n < len(sentences):
        points = _ordinals_from(page, sentences, n)
        if len(points) > MIN_POINTS and n > 0 and _names_plan(page, sentences[n - 1]):
            yield Listing(intro=sentences[n - 1], points=tuple(points))
        n += max(1, len(points))


def _ordinals_from(page: Page, sentences: tuple[Span, ...], n: int) -> list[Span]:
    points: list[Span] = []
    for sentence in sentences[n:]:
        found = _ORDINAL.search(page.words(sentence))
        if found is None or _ORDINAL_WORDS[found.group(1).lower()] not in (len(points) + 1, 0):
            break
        points.append(Span(sentence.start + found.end(), sentence.end))
    return points


def _introduces(page: Page, span: Span) -> bool:
    return page.words(span).rstrip().endswith(":") and _names_plan(page, span)


def _names_plan(page: Page, span: Span) -> bool:
    return any_of("plans", "plan_words").search(page.text, span.start, span.end) is not None


def _is_package(page: Page, points: Iterable[Span]) -> bool:
    """Say whether a list is of sums and things rather than of aims."""
    rows = list(points)
    held = sum(bool(page.money.within(row) or page.quantities.within(row)) for row in rows)
    return held * 2 > len(rows)


def plan_name(page: Page) -> Span | None:
    """Find what the page calls its plan ("four-point plan")."""
    found = _NAME.search(page.text)
    return Span(*found.span()) if found else None


def _points(page: Page, listing: Listing) -> Iterator[PlanPoint]:
    name = plan_name(page)
    agreed = _agreed_by(page, listing.intro)
    for ordinal, point in enumerate(listing.points, start=1):
        content = _trim(page, point)
        if len(content) == 0:
            continue
        words = Words(page)
        words.add("plan", name)
        words.add("content", content)
        for n, mention in enumerate(agreed):
            words.add(f"agreed_by.{n}", mention.span)
        codes = goals(page.words(content))
        yield PlanPoint(
            source=page.source,
            evidence=tuple(words.found),
            sentence=content,
            reader="rules/plan-point@1",
            confidence=0.85 if codes else 0.6,
            problems=() if agreed else ("agreed-by-unnamed",),
            plan=None if name is None else page.words(name),
            ordinal=ordinal,
            content=page.words(content),
            agreed_by=tuple(m.actor for m in agreed),
            goals=codes or ("other",),
        )


def _trim(page: Page, span: Span) -> Span:
    words = page.words(span)
    lead = len(words) - len(words.lstrip())
    tail = _TRAILING.search(words)
    return Span(span.start + lead, span.start + max(lead, tail.start() if tail else len(words)))


def _agreed_by(page: Page, intro: Span) -> tuple[ActorMention, ...]:
    """Actors directly before "agreed" in the introduction."""
    verb = re.compile(r"\b(?:agree|agreed|endorsed|backed)\b", re.IGNORECASE).search(
        page.text, intro.start, intro.end
    )
    if verb is None:
        return ()
    near = [
        m for m in page.actors.within(Span(intro.start, verb.start())) if m.actor.type != "person"
    ]
    return tuple(near[-1:]) if near and verb.start() - near[-1].span.end < _SUBJECT_BEFORE else ()


def goals(words: str) -> tuple[Goal, ...]:
    """Codes of the aims that a point names, in the order of the list."""
    return tuple(
        goal for goal in load("plans")["goals"] if any_of("plans", "goals", goal).search(words)
    )
