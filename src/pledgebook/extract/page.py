"""One document, indexed once: what every reader and the gate look things up in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pledgebook.extract.span_index import SpanIndex
from pledgebook.language.protocol import Block, Language, Quotation, Token
from pledgebook.model.claims import Source
from pledgebook.model.snapshots import Document
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.dates import find_dates
from pledgebook.resolve.mentions import ActorMention, DateMention, MoneyMention, QuantityMention
from pledgebook.resolve.money import find_money
from pledgebook.resolve.quantities import find_quantities

#: Labels of turns that ask, not answer.
ASKING = re.compile(
    r"(?:Q|Question|Reporter|Journalist|Press|Audience|Audience Members?|Attendees?)\b\W*$",
    re.IGNORECASE,
)

_WORD = re.compile(r"\w+")
#: Between the letters of a currency and its figure.
_SIGN = re.compile(r"\s?\$\s?\d")


class Page:
    """A document with its layout and the values that stand in it, each found at first use.

    Attributes:
        document: the snapshot and sighting.
        language: blocks, sentences, quotations and parses.
        text: the snapshot's text; every span counts in it.
        source: what claims of this page carry as their source.
    """

    def __init__(self, document: Document, language: Language) -> None:
        """Index ``document``; nothing is read before it is asked for."""
        self.document = document
        self.language = language
        self.text = document.snapshot.text
        sighting = document.sighting
        self.source = Source(
            id=document.snapshot.id,
            ref=sighting.ref,
            url=sighting.url,
            title=sighting.title,
            publisher=sighting.publisher,
            published=sighting.published,
            lang=sighting.lang or language.code,
        )
        self._parses: dict[Span, tuple[Token, ...]] = {}
        self._vocabularies: dict[Span, frozenset[str]] = {}
        self._asked: Span | None = None
        self._vocabulary: frozenset[str] = frozenset()

    @property
    def published(self) -> date | None:
        """Publication date; relative dates and terms of office are resolved against it."""
        return self.source.published

    @cached_property
    def blocks(self) -> SpanIndex[Block]:
        """Layout: headings, paragraphs, bullets, turns, rows."""
        return SpanIndex(self.language.blocks(self.text), lambda block: block.span)

    @cached_property
    def sentences(self) -> SpanIndex[Span]:
        """Sentences; none crosses a block."""
        return SpanIndex(
            self.language.sentences(self.text, self.blocks.items), lambda sentence: sentence
        )

    @cached_property
    def quotations(self) -> SpanIndex[Quotation]:
        """Words in quotation marks."""
        found = self.language.quotations(self.text, self.blocks.items)
        return SpanIndex(found, lambda quotation: quotation.outer)

    @cached_property
    def money(self) -> SpanIndex[MoneyMention]:
        """Sums of money."""
        return SpanIndex(find_money(self.text, on=self.published), lambda mention: mention.span)

    @cached_property
    def quantities(self) -> SpanIndex[QuantityMention]:
        """Counts of things."""
        found = find_quantities(self.text, self.money.items)
        return SpanIndex(found, lambda mention: mention.span)

    @cached_property
    def dates(self) -> SpanIndex[DateMention]:
        """Days and periods."""
        return SpanIndex(find_dates(self.text, self.published), lambda mention: mention.span)

    @cached_property
    def actors(self) -> SpanIndex[ActorMention]:
        """States, organisations, persons and groups; none that is the sign of a currency."""
        found = [m for m in find_actors(self.text, self.published) if not self._is_sign(m.span)]
        return SpanIndex(found, lambda mention: mention.span)

    def _is_sign(self, span: Span) -> bool:
        """Say whether letters stand for a currency right before a figure: "US $5 million"."""
        if _SIGN.match(self.text, span.end) is None:
            return False
        return any(sum_.span.start <= span.start for sum_ in self.money.touching(span))

    @cached_property
    def offices(self) -> frozenset[str]:
        """Ids of the state or organisation whose office publishes the text; none of a newspaper."""
        found = find_actors(self.source.publisher or "", self.published)
        return frozenset(i for m in found for i in (m.actor.id, m.actor.affiliation) if i)

    @property
    def from_office(self) -> bool:
        """Say whether a state's office or an organisation publishes the text, and no newspaper."""
        return bool(self.offices)

    def sentence_of(self, span: Span) -> Span:
        """Give the sentence or sentences that ``span`` stands in; itself where none does."""
        found = self.sentences.touching(span)
        return Span(found[0].start, found[-1].end) if found else span

    def block_of(self, span: Span) -> Block | None:
        """Give the block that holds the start of ``span``, or None."""
        return self.blocks.at(span.start)

    def paragraph_of(self, sentence: Span) -> Span:
        """Give the block that a sentence stands in; the sentence where it stands in none."""
        block = self.block_of(sentence)
        return sentence if block is None else block.span

    def sentences_in(self, block: Block) -> tuple[Span, ...]:
        """Sentences of one block."""
        return self.sentences.within(block.span)

    def words(self, span: Span) -> str:
        """Give the words that stand in ``span``."""
        return span.of(self.text)

    def has_any(self, sentence: Span, words: frozenset[str]) -> bool:
        """Say, in one look-up, whether a sentence has one of some words in small letters.

        Words end at hyphens and apostrophes. Cheap filters ask this before a pattern is tried.
        """
        if sentence is not self._asked:  # the same sentence is asked some twenty times in a row
            self._asked, self._vocabulary = sentence, self._vocabulary_of(sentence)
        return not self._vocabulary.isdisjoint(words)

    def _vocabulary_of(self, sentence: Span) -> frozenset[str]:
        if sentence not in self._vocabularies:
            found = _WORD.findall(self.words(sentence).lower())
            self._vocabularies[sentence] = frozenset(found)
        return self._vocabularies[sentence]

    def quoted(self, offset: int) -> bool:
        """Say whether the code point at ``offset`` stands inside quotation marks."""
        return self.quotations.at(offset) is not None

    def asks(self, sentence: Span) -> bool:
        """Say whether a sentence is a question, or told in a reporter's turn: it claims nothing."""
        block = self.block_of(sentence)
        if block is not None and block.kind == "turn" and block.label is not None:
            return ASKING.match(self.words(block.label)) is not None or self._questions(sentence)
        return self._questions(sentence)

    def _questions(self, sentence: Span) -> bool:
        return self.words(sentence).rstrip().rstrip('"”’)').endswith("?")

    def parse(self, sentence: Span) -> tuple[Token, ...]:
        """Parse one sentence (kept for this page); the first call loads the parser."""
        if sentence not in self._parses:
            self.parse_ahead((sentence,))
        return self._parses[sentence]

    def parse_ahead(self, sentences: Sequence[Span]) -> None:
        """Parse several sentences in one batch, which is cheaper than one by one."""
        todo = [sentence for sentence in sentences if sentence not in self._parses]
        if todo:
            self._parses.update(zip(todo, self.language.parse(self.text, todo), strict=True))
