"""The words around a claim, marked: its sentence, and in it the words of each value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.spans import Evidence, Span
from pledgebook.publish import excerpts, words
from pledgebook.publish.book import Book
from pledgebook.publish.fields import values_of
from pledgebook.publish.highlight import Mark, Segment, segments

#: Characters of one passage. Ten sentences of news prose; a longer "sentence" is a text without
#: stops, and showing all of it would be more than an excerpt.
PASSAGE_LIMIT = 1_500

#: Names of parts of a value that has its own words for each: first and last step of the path.
_PARTS = {
    ("items", "name"): "what",
    ("items", "quantity"): "how many",
    ("items", "bound"): "bound",
    ("amount", "bound"): "bound",
    ("actor", "count"): "how many",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a source's text with its marks; the flags say whether the text goes on."""

    segments: tuple[Segment, ...]
    more_before: bool
    more_after: bool


def passages(book: Book, claim: Claim) -> tuple[Passage, ...]:
    """Give the sentence of a claim with its neighbours, and the sentences of evidence elsewhere.

    Empty where the rights of the source forbid to show its words.
    """
    source = book.sources.get(claim.source.id)
    if source is None or book.rights(claim.source.id) == "metadata":
        return ()
    text = source.snapshot.text
    marks = (*_sentence_mark(claim), *value_marks(claim))
    return tuple(passage(text, marks, window) for window in windows(text, [claim]))


def windows(text: str, claims: Sequence[Claim]) -> tuple[Span, ...]:
    """Give the ranges that may be shown for these claims under the rights ``excerpt``."""
    spans = [_capped(excerpts.with_neighbours(text, c.sentence), c.sentence) for c in claims]
    for claim in claims:
        spans += (excerpts.sentence_at(text, e.span) for e in _outside(claim))
    return excerpts.merged(span for span in spans if len(span))


def _outside(claim: Claim) -> Iterator[Evidence]:
    for evidence in claim.evidence:
        if evidence.place == "text" and not claim.sentence.holds(evidence.span):
            yield evidence


def _capped(window: Span, sentence: Span) -> Span:
    if len(window) <= PASSAGE_LIMIT:
        return window
    return Span(sentence.start, min(sentence.end, sentence.start + PASSAGE_LIMIT))


def passage(text: str, marks: Sequence[Mark], window: Span) -> Passage:
    """Cut one piece of a text with its marks."""
    return Passage(
        segments=segments(text, marks, window),
        more_before=bool(text[: window.start].strip()),
        more_after=bool(text[window.end :].strip()),
    )


def _sentence_mark(claim: Claim) -> tuple[Mark, ...]:
    span = claim.sentence
    return (Mark(start=span.start, end=span.end, kind=claim.kind, label="", level="sentence"),)


def value_marks(claim: Claim) -> Iterator[Mark]:
    """Mark the words of each value with the plain name of its field."""
    labels = {value.path: value.label for value in values_of(claim)}
    for evidence in claim.evidence:
        if evidence.place == "text":
            label = _label(evidence.field, labels)
            start, end = evidence.start, evidence.end
            yield Mark(start=start, end=end, kind=claim.kind, label=label)


def _label(field: str, labels: dict[str, str]) -> str:
    """Name a field by its part, or by the longest path that has a label (``donors.0``)."""
    part = _PARTS.get((field.partition(".")[0], field.rpartition(".")[2]))
    if part is not None:
        return part
    path = field
    while path:
        if path in labels:
            return labels[path]
        path = path.rpartition(".")[0]
    return words.plain(field.partition(".")[0])
