"""One claim under judgement: its values, the words it cites, and the page that they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Literal

from pledgebook.extract.page import Page
from pledgebook.extract.span_index import SpanIndex
from pledgebook.model.spans import EvidencePlace, Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.dates import find_dates
from pledgebook.resolve.mentions import ActorMention, DateMention

#: What is wrong: the words are not what the claim says, or they are but do not bear its role.
Fault = Literal["refused", "unsupported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words that a claim cites for one field; they have been found to stand where it says.

    Attributes:
        field: dotted path of the value.
        span: where they stand in the string of ``place``.
        quote: the words.
        place: text, title or publisher.
    """

    field: str
    span: Span
    quote: str
    place: EvidencePlace = "text"


class Case:
    """A claim, its cited words by field, and the page; nothing here judges."""

    def __init__(self, claim: Mapping[str, Any], page: Page, cited: tuple[Cited, ...]) -> None:
        """Take a claim whose evidence has been read."""
        self.claim = claim
        self.page = page
        self.cited = cited
        self.kind: str = claim["kind"]

    @cached_property
    def by_field(self) -> dict[str, tuple[Cited, ...]]:
        """Cited words of each field, in the order given."""
        found: dict[str, list[Cited]] = {}
        for cited in self.cited:
            found.setdefault(cited.field, []).append(cited)
        return {field: tuple(rows) for field, rows in found.items()}

    def words(self, path: str) -> tuple[Cited, ...]:
        """Words cited for exactly this field."""
        return self.by_field.get(path, ())

    def words_under(self, path: str) -> tuple[Cited, ...]:
        """Words cited for a field or for anything below it, in the order given."""
        return tuple(
            cited
            for cited in self.cited
            if cited.field == path or cited.field.startswith(path + ".")
        )

    def nearest_words(self, path: str) -> tuple[Cited, ...]:
        """Words cited for a field; where there are none, those for the value that it belongs to."""
        while path:
            if path in self.by_field:
                return self.by_field[path]
            path = path.rpartition(".")[0]
        return ()

    def string(self, place: EvidencePlace) -> str:
        """The string that evidence of ``place`` counts in; empty where the source has none."""
        if place == "text":
            return self.page.text
        source = self.page.source
        return (source.title if place == "title" else source.publisher) or ""

    def actors(self, place: EvidencePlace) -> SpanIndex[ActorMention]:
        """Actors named in the text, the title or the publisher's name."""
        if place == "text":
            return self.page.actors
        return _actors_of(self.string(place), self.page.published)

    def dates(self, place: EvidencePlace) -> SpanIndex[DateMention]:
        """Dates that stand in the text, the title or the publisher's name."""
        if place == "text":
            return self.page.dates
        return _dates_of(self.string(place), self.page.published)

    def sentence(self, cited: Cited) -> Span:
        """The sentence of the text that cited words stand in."""
        return self.page.sentence_of(cited.span)


@lru_cache(maxsize=256)
def _actors_of(string: str, on: date | None) -> SpanIndex[ActorMention]:
    # a title may come with Markdown's escapes, which hide the ends of words
    return SpanIndex(find_actors(string.replace("\\_", "  "), on), lambda mention: mention.span)


@lru_cache(maxsize=256)
def _dates_of(string: str, published: date | None) -> SpanIndex[DateMention]:
    return SpanIndex(find_dates(string, published), lambda mention: mention.span)


def listed(value: object) -> Iterator[tuple[int, Any]]:
    """Number the entries of a list that are not null; nothing for any other value."""
    if isinstance(value, list | tuple):
        yield from ((n, entry) for n, entry in enumerate(value) if entry is not None)


def shown(words: str, limit: int = 60) -> str:
    """Show words in a reason: on one line, in quotation marks, cut in the middle if long."""
    line = " ".join(words.split())
    if len(line) > limit:
        line = f"{line[: limit // 2].rstrip()} … {line[-limit // 3 :].lstrip()}"
    return f'"{line}"'


#: Longest part of a given value that a reason repeats.
BRIEF = 80


def brief(value: object) -> str:
    """Write a given value of any type in a reason: as Python shows it, cut if long."""
    line = repr(value)
    return line if len(line) <= BRIEF else f"{line[: BRIEF - 2]} …"


def plainly(value: object) -> str:
    """Write a given value in a reason without quotation marks, cut if long."""
    line = " ".join(str(value).split())
    return line if len(line) <= BRIEF else f"{line[: BRIEF - 2]} …"


def shown_all(cited: tuple[Cited, ...]) -> str:
    """Show the words of several pieces of evidence."""
    return ", ".join(shown(words.quote) for words in cited)
