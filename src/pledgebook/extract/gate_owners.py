"""Which thing a count belongs to: not the name that another count stands before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pledgebook.extract.gate_case import Case, Cited, listed, shown
from pledgebook.extract.gate_cues import cue
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import QuantityMention
from pledgebook.resolve.quantities import OF_WHOLE


def misplaced_counts(case: Case) -> Iterator[str]:
    """Name each count that belongs to another thing than the claim says."""
    for n, _ in listed(case.claim.get("items")):
        counts, names = case.words(f"items.{n}.quantity"), case.words(f"items.{n}.name")
        if len(counts) != 1 or len(names) != 1 or names[0].place != "text":
            continue
        owner = [
            mention
            for mention in case.page.quantities.within(case.sentence(names[0]))
            if mention.name_span is not None and mention.name_span.overlaps(names[0].span)
        ]
        if owner and not _counts(case, owner, counts[0]) and not _nameless(case, owner, counts[0]):
            yield f"items.{n}.quantity: {_there(counts)} does not count {_there(names)}"


def _counts(case: Case, owner: Sequence[QuantityMention], count: Cited) -> bool:
    """Say whether a count is the name's own, or part of it ("six of the 48 guns")."""
    return any(
        mention.name_span is not None
        and (
            _whole(mention.span, mention.name_span).overlaps(count.span)
            or OF_WHOLE.fullmatch(case.page.text[count.span.end : mention.span.start])
        )
        for mention in owner
    )


def _whole(count: Span, name: Span) -> Span:
    """Give the range of a count and its name, in whichever order: "12 tents", "tents (12)"."""
    return Span(min(count.start, name.start), max(count.end, name.end))


def _nameless(case: Case, owner: Sequence[QuantityMention], count: Cited) -> bool:
    """Say whether a count has no name of its own and takes up one before ("… and 200 more")."""
    own = [m for m in case.page.quantities.touching(count.span) if m.name_span is not None]
    if own or cue("ends_count").match(case.page.text[count.span.end :][:_AFTER]) is None:
        return False
    return any(mention.span.end <= count.span.start for mention in owner)


#: How much of what follows a count is looked at.
_AFTER = 20


def _there(words: Sequence[Cited]) -> str:
    return shown(words[0].quote)
