"""How a source's text is cut: into stretches shown side by side with their claims, and into pages.

A page of a source stays under 250 kB however long the text is. What is cut depends on the rights:
the whole text, the sentences of claims with their neighbours, or nothing.
"""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim
from pledgebook.model.spans import Span
from pledgebook.publish.book import Book
from pledgebook.publish.passages import windows
from pledgebook.publish.sentences import sentences

#: Characters after which a paragraph is cut at the end of a line or sentence, so that the list of
#: claims stays beside the words; about two paragraphs of news prose.
STRETCH = 900
#: A line without any stop is cut here, wherever that is.
STRETCH_LIMIT = 4_000
#: Bytes of one page that the text and its claims may take; the rest of the 250 kB is for the
#: head, the tables below the text, and templates.
PAGE_WEIGHT = 180_000
#: Bytes that a claim takes beside its words, measured over the pages of the sample book (600 to
#: 900), with room for a line in a script of three bytes a letter.
CLAIM_WEIGHT = 1_500
#: Bytes around a stretch: its block, the sign of a gap, and of words without a claim.
STRETCH_WEIGHT = 250
#: Claims on one page of a source whose words are not shown, and most claims beside one stretch.
LOOSE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a text, and claims by their place in the source's list.

    Attributes:
        claims: those that begin in it.
        near: those whose words touch it.
    """

    span: Span
    claims: tuple[int, ...]
    near: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A source's text as it is shown.

    Attributes:
        claims: all claims of the source, in the order of their words.
        places: for each claim the offset of its own first word (``own_place``).
        sentences: sentences of the text.
        covered: for each sentence, whether a claim touches it.
        pages: stretches of each page; at least one page.
        shown: ranges of the text that the pages show, joined where they touch, in order.
    """

    claims: tuple[Claim, ...]
    places: tuple[int, ...]
    sentences: tuple[Span, ...]
    covered: tuple[bool, ...]
    pages: tuple[tuple[Stretch, ...], ...]
    shown: tuple[Span, ...]

    def silent(self, span: Span) -> list[Span]:
        """Give what carries no claim in a range: sentences, joined where they follow each other."""
        place = max(0, bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1)
        found: list[Span] = []
        follows = False
        while place < len(self.sentences) and self.sentences[place].start < span.end:
            sentence = self.sentences[place]
            quiet = not self.covered[place] and sentence.overlaps(span)
            if quiet and follows:
                found[-1] = Span(found[-1].start, sentence.end)
            elif quiet:
                found.append(sentence)
            follows = quiet
            place += 1
        return found

    def between(self, end: int, start: int) -> int:
        """Count the sentences that lie wholly between two places of the text."""
        first = bisect_left(self.sentences, end, key=lambda s: s.start)
        last = bisect_right(self.sentences, start, key=lambda s: s.end)
        return max(0, last - first)

    def shows(self, span: Span) -> bool:
        """Say whether the pages show the whole of a range."""
        place = bisect_right(self.shown, span.start, key=lambda s: s.start) - 1
        return place >= 0 and len(span) > 0 and self.shown[place].holds(span)

    def page_of(self, number: int) -> int:
        """Page on which a claim is listed, from 1; ``number`` is its place among the claims."""
        for page, stretches in enumerate(self.pages, start=1):
            if any(number in stretch.claims for stretch in stretches):
                return page
        return 1


class Portions:
    """Cuts the sources of one book, each when it is first asked for."""

    def __init__(self, book: Book) -> None:
        """Remember the book."""
        self._book = book
        self._cuts: dict[str, Cut] = {}

    def of(self, source_id: str) -> Cut:
        """Give how a source is cut."""
        if source_id not in self._cuts:
            self._cuts[source_id] = cut(self._book, source_id)
        return self._cuts[source_id]

    def page_of(self, claim: Claim) -> int:
        """Page of its source on which a claim is listed; a short text is not cut to tell."""
        source_id = claim.source.id
        text = self._book.sources[source_id].snapshot.text
        claims = self._book.claims_of(source_id)
        if _MOST_BYTES * len(text) + CLAIM_WEIGHT * len(claims) <= PAGE_WEIGHT:
            return 1
        cut = self.of(source_id)
        numbers = (number for number, one in enumerate(cut.claims) if one.id == claim.id)
        return cut.page_of(next(numbers, 0))


#: Most bytes of HTML that one character of a text can take ("'" is written ``&#x27;``).
_MOST_BYTES = 6


def cut(book: Book, source_id: str) -> Cut:
    """Cut the text of a source as its rights allow."""
    text = book.sources[source_id].snapshot.text
    claims, places = _in_order(book.claims_of(source_id))
    found = sentences(text)
    pages = _pages(book.rights(source_id), text, claims)
    spans = (stretch.span for page in pages for stretch in page)
    return Cut(
        claims=claims,
        places=places,
        sentences=found,
        covered=_covered(found, claims),
        pages=pages,
        shown=_joined(span for span in spans if len(span)),
    )


def _in_order(claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """Put claims in the order in which a reader meets their own words, and say where those are."""
    together: dict[Span, list[Claim]] = {}
    for claim in claims:
        together.setdefault(claim.sentence, []).append(claim)
    placed = [(own_place(claim, together[claim.sentence]), claim) for claim in claims]
    placed.sort(key=lambda pair: (pair[1].sentence.start, pair[0], pair[1].sentence.end))
    return tuple(claim for _, claim in placed), tuple(place for place, _ in placed)


def own_place(claim: Claim, together: Sequence[Claim]) -> int:
    """Offset of the first words of a claim that no other claim of its sentence rests on.

    A sentence that lists who attended carries a claim for each; the sign of each stands at its
    name. Where a claim has no words of its own, its sign stands where the sentence begins.
    """
    if len(together) == 1:
        return claim.sentence.start
    others = {e.span for one in together if one is not claim for e in one.evidence}
    mine = (e.span for e in claim.evidence if e.place == "text")
    own = [s.start for s in mine if claim.sentence.holds(s) and s not in others]
    return min(own, default=claim.sentence.start)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in spans:
        if out and span.start == out[-1].end:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def _covered(found: Sequence[Span], claims: Sequence[Claim]) -> tuple[bool, ...]:
    """Say for each sentence whether a claim's words touch it; both lists are in order."""
    starts = [span.start for span in found]
    out = [False] * len(found)
    for claim in claims:
        number = max(0, bisect_right(starts, claim.sentence.start) - 1)
        while number < len(found) and found[number].start < claim.sentence.end:
            out[number] = out[number] or found[number].end > claim.sentence.start
            number += 1
    return tuple(out)


def _pages(rights: str, text: str, claims: Sequence[Claim]) -> tuple[tuple[Stretch, ...], ...]:
    if rights == "metadata":
        return _listed(len(claims))
    ranges = (Span(0, len(text)),) if rights == "full" else windows(text, claims)
    found = stretches(text, ranges)
    return _weighed(text, _shared(found, claims)) if found else _listed(len(claims))


def _listed(claims: int) -> tuple[tuple[Stretch, ...], ...]:
    """Pages of claims without words: each page has one stretch of no length."""
    starts = range(0, max(claims, 1), LOOSE)
    return tuple(
        (Stretch(span=Span(0, 0), claims=tuple(range(start, min(start + LOOSE, claims)))),)
        for start in starts
    )


def stretches(text: str, ranges: Sequence[Span]) -> tuple[Span, ...]:
    """Cut ranges into paragraphs, and long ones at sentence ends; nothing is lost.

    Lines that follow each other without a blank one stay together up to ``STRETCH``: texts that
    were wrapped at a width have a break in every sentence.
    """
    ends = [span.end for span in sentences(text)]
    out: list[Span] = []
    for window in ranges:
        for paragraph in _paragraphs(text, window):
            out += _cut_line(text, paragraph, ends)
    return tuple(out)


def _paragraphs(text: str, window: Span) -> Iterator[Span]:
    """Join lines up to a blank one, or until the next would make the stretch too long."""
    first = start = window.start
    blank = False
    for line in window.of(text).splitlines(keepends=True):
        end = start + len(line)
        ended = blank and bool(line.strip())
        if start > first and (ended or end - first > STRETCH):
            yield Span(first, start)
            first = start
        blank = not line.strip()
        start = end
    if start > first:
        yield Span(first, start)


def _cut_line(text: str, line: Span, ends: Sequence[int]) -> Iterator[Span]:
    start = line.start
    while line.end - start > STRETCH:
        last = _break(text, start, line.end, ends)
        yield Span(start, last)
        start = last
    if line.end > start:
        yield Span(start, line.end)


def _break(text: str, start: int, end: int, ends: Sequence[int]) -> int:
    """Where to cut a long line: at the first sentence end past ``STRETCH``, blanks with it."""
    place = bisect_right(ends, start + STRETCH)
    last = min(ends[place] if place < len(ends) else end, start + STRETCH_LIMIT, end)
    while last < end and text[last].isspace():
        last += 1
    return last


def _shared(ranges: Sequence[Span], claims: Sequence[Claim]) -> list[Stretch]:
    """Give each claim to the stretch in which it begins, else to the one before."""
    if not ranges:
        return [Stretch(span=Span(0, 0), claims=tuple(range(len(claims))))] if claims else []
    starts = [span.start for span in ranges]
    mine: list[list[int]] = [[] for _ in ranges]
    for number, claim in enumerate(claims):
        mine[max(0, bisect_right(starts, claim.sentence.start) - 1)].append(number)
    shared = zip(ranges, mine, _touching(ranges, claims), strict=True)
    return [stretch for span, ours, near in shared for stretch in _spread(span, ours, near)]


def _touching(ranges: Sequence[Span], claims: Sequence[Claim]) -> Iterator[tuple[int, ...]]:
    """Give for each range the claims that touch it; both are in order of their beginnings."""
    waiting, reaching = 0, list[int]()
    for span in ranges:
        while waiting < len(claims) and claims[waiting].sentence.start < span.end:
            reaching.append(waiting)
            waiting += 1
        reaching = [n for n in reaching if claims[n].sentence.end > span.start]
        yield tuple(reaching)


def _spread(span: Span, claims: Sequence[int], near: tuple[int, ...]) -> Iterator[Stretch]:
    """Give a stretch its claims; those past ``LOOSE`` stand in stretches of no length after it."""
    yield Stretch(span=span, claims=tuple(claims[:LOOSE]), near=near)
    for start in range(LOOSE, len(claims), LOOSE):
        rest = claims[start : start + LOOSE]
        yield Stretch(span=Span(span.end, span.end), claims=tuple(rest))


def _weighed(text: str, every: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """Fill pages up to ``PAGE_WEIGHT``; a text without any stretch has one empty page."""
    pages: list[list[Stretch]] = [[]]
    filled = 0
    for stretch in every:
        weight = len(html.escape(stretch.span.of(text)).encode("utf-8", "replace"))
        weight += STRETCH_WEIGHT + CLAIM_WEIGHT * len(stretch.claims)
        if pages[-1] and filled + weight > PAGE_WEIGHT:
            pages.append([])
            filled = 0
        pages[-1].append(stretch)
        filled += weight
    return tuple(map(tuple, pages))
