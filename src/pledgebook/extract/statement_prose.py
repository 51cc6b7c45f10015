"""Statements of paragraphs and bullets: what one unit leaves open, the next may close."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.page import Page
from pledgebook.extract.resolved_actors import ResolvedActor
from pledgebook.extract.statement_drafts import Draft, add_pieces, credible, draft_of, quoted
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_quotes import leads_in
from pledgebook.extract.statement_rules import hits_of, read_unit
from pledgebook.extract.statement_subjects import Subject
from pledgebook.extract.statement_words import Words, units_of, words_of
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span

#: A name and nothing else, behind a dash: the signature below a quotation.
_SIGNATURE = re.compile(r"-?(?P<name>[NRDn]*N[NRDn]*)(?:,[NRDn,]*)?")


class Prose:
    """Reads one page in order; remembers who spoke and what is still open."""

    def __init__(self, page: Page) -> None:
        """Read ``page``."""
        self.page = page
        self.drafts: list[Draft] = []
        self.speakers: list[ResolvedActor] = []
        #: The statement that a quotation right behind goes on with.
        self.last: Draft | None = None
        #: A cue that waits for its quotation.
        self.led: Draft | None = None
        #: A quotation that waits for its signature.
        self.unsigned: Words | None = None

    def read(self, covered: frozenset[Span]) -> list[Draft]:
        """Read all blocks but turns, rows and those that ``covered`` content lies in."""
        for block in self.page.blocks:
            if block.kind in ("turn", "table_row") or _covers(block, covered):
                self.last = self.led = self.unsigned = None
                continue
            if self.last is not None and self.last.mode == "indirect":
                self.last = None
            quotations = self.page.quotations.touching(block.span)
            for unit, marks in units_of(self.page.sentences_in(block), quotations):
                self._unit(words_of(self.page.text, unit, marks))
        return self.drafts

    def _unit(self, words: Words) -> None:
        found = self._signed(words) or self._found(words)
        if not found and quoted(words):
            self._quotation(words)
            return
        self.unsigned = None
        self.led = None if found else self._leading(words)
        self.drafts.extend(found)
        self.last = _may_go_on(found)

    def _quotation(self, words: Words) -> None:
        """A unit that is nothing but quotations: the rest of a statement, or one that waits."""
        if self.led is not None:
            add_pieces(words, self.led)
            self.led.mode = "direct"
            self.drafts.append(self.led)
            self.last, self.led = self.led, None
        elif self.last is not None:
            add_pieces(words, self.last)
        else:
            self.unsigned = words

    def _found(self, words: Words) -> list[Draft]:
        drafts: list[Draft] = []
        for found in read_unit(words):
            who = self._who(words, found)
            if credible(self.page, found, who):
                self.speakers.append(who)
                drafts.append(draft_of(self.page, words, found, who))
        return drafts

    def _who(self, words: Words, found: Found) -> ResolvedActor:
        span = words.range(found.subject.first, found.subject.last)
        return speaker_at(self.page, span, self.speakers)

    def _leading(self, words: Words) -> Draft | None:
        """A unit that ends in "X continued:" and waits for its quotation."""
        found = leads_in(words, tuple(hits_of(words)))
        if found is None:
            return None
        who = self._who(words, found)
        self.speakers.append(who)
        return draft_of(self.page, words, found, who)

    def _signed(self, words: Words) -> list[Draft]:
        """A dash and a name below a quotation that nobody claimed."""
        match = _SIGNATURE.fullmatch(words.kinds) if self.unsigned is not None else None
        if self.unsigned is None or match is None or not _dashed(self.page.text, words):
            return []
        found = Found("quote-signed", (), Subject(*match.span("name")), (0, 0), "speech")
        draft = draft_of(self.page, words, found, self._who(words, found))
        draft.sentence, draft.mode = self.unsigned.span, "direct"
        add_pieces(self.unsigned, draft)
        draft.sentence = Span(draft.sentence.start, words.span.end)
        return [draft]


def _dashed(text: str, words: Words) -> bool:
    """Say whether a unit opens with a dash; layout may have taken it for the mark of a bullet."""
    if words.kinds.startswith("-"):
        return True
    start = words.span.start
    return text[max(0, start - 3) : start].rstrip()[-1:] in tuple("-–—―")


def _covers(block: Block, contents: frozenset[Span]) -> bool:
    return any(block.span.holds(span) for span in contents)


def _may_go_on(found: Sequence[Draft]) -> Draft | None:
    """The statement that a quotation right behind goes on with."""
    marked = [draft for draft in found if draft.mode != "indirect"]
    return next(reversed(marked or found), None)
