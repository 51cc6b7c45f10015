"""Whom a page as a whole is about giving to, and where a sentence that names nobody takes it."""

from __future__ import annotations

import re
from functools import cached_property

from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.nearer_takers import nearer_taker
from pledgebook.extract.page import Page
from pledgebook.extract.page_topic import headed, in_lead, page_recipient
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.receivers import stands_to_receive
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: How many sentences apart a page's recipient and a sentence that names none may stand.
CONTEXT_SENTENCES = 6
#: A party named at least once in so many sentences on average is what the page is about.
TOPIC_SENTENCES = 12

#: … and holds to it; a longer page (a transcript, a digest) turns to other things.
ONE_STORY_SENTENCES = 60


#: Before the field of an office.
_MINISTRY = re.compile(
    r"\b(?:ministers?|ministry|secretary|department|agency|commissioner)\s+(?:of|for)\s+(?:\w+\s+and\s+)?$",
    re.IGNORECASE,
)
#: "foreign minister": the word tells of no other country.
_FOREIGN_OFFICE = re.compile(
    r"foreign\s+(?:minist(?:er|ers|ry)|secretary|affairs|office|policy|department)\b", re.IGNORECASE
)


class PageRecipient:
    """The one that a page is about giving to.

    Attributes:
        mention: its first mention as one who gets, None where nobody stands so.
    """

    def __init__(self, page: Page) -> None:
        """Look at ``page``; nothing is searched before it is asked for."""
        self._page = page

    @cached_property
    def mention(self) -> ActorMention | None:
        """The actor's first mention as one who gets."""
        return page_recipient(self._page)

    @cached_property
    def _is_topic(self) -> bool:
        """Say whether it is named throughout, so that it needs no repeating."""
        if self.mention is None:
            return False
        named = [m for m in self._page.actors if m.actor.id == self.mention.actor.id]
        return len(named) * TOPIC_SENTENCES >= len(self._page.sentences)

    @cached_property
    def _leads(self) -> bool:
        """Say whether a news story names it in its first sentences."""
        if self.mention is None or self._page.from_office:
            return False
        short = len(self._page.sentences) <= ONE_STORY_SENTENCES
        return short and in_lead(self._page, self.mention.actor.id)

    @cached_property
    def _heads(self) -> bool:
        """Say whether the heading of a short page by an office names it as the one in need."""
        if self.mention is None or not self._page.from_office:
            return False
        short = len(self._page.sentences) <= ONE_STORY_SENTENCES
        top = headed(self._page) if short else None
        return top is not None and top.actor.id == self.mention.actor.id

    def fill(self, draft: Draft, donor_ids: set[str | None]) -> None:
        """Where the sentence names no recipient, take the one that the page is about."""
        mention = self.mention
        if draft.recipients or mention is None or mention.actor.id in donor_ids:
            return
        nearer = nearer_taker(self._page, draft.sentence, mention.actor.id)
        if nearer is not None and nearer.actor.id not in donor_ids:
            mention = nearer
        elif not self._reaches(draft.sentence) or _turns(self._page, draft.sentence):
            return
        actor = bound_actor(mention)
        if actor is not None:
            draft.recipients = [Party(actor=actor, span=mention.span, from_context=True)]
            draft.problems.add("recipient-from-context")

    @cached_property
    def _places(self) -> list[int]:
        """Positions of the sentences in which it stands to receive."""
        if self.mention is None:
            return []
        named = [m for m in self._page.actors if m.actor.id == self.mention.actor.id]
        told = [m for m in named if stands_to_receive(self._page, m)]
        return [self._page.sentences.position(m.span) for m in (self.mention, *told)]

    def _reaches(self, sentence: Span) -> bool:
        """Say whether it stands for a sentence: close to it, named throughout, or in the lead."""
        here = self._page.sentences.position(sentence)
        if any(abs(place - here) <= CONTEXT_SENTENCES for place in self._places):
            return True
        found = any_of("acts", "abroad").finditer(self._page.text, sentence.start, sentence.end)
        abroad = any(not self._in_name(match) for match in found)
        return not abroad and (self._is_topic or self._leads or self._heads)

    def _in_name(self, word: re.Match[str]) -> bool:
        """Say whether a word is part of a body's name or an office: "African Development Bank"."""
        if any(
            m.actor.type == "organisation" for m in self._page.actors.touching(Span(*word.span()))
        ):
            return True
        if _FOREIGN_OFFICE.match(self._page.text, word.start()):
            return True
        before = max(0, word.start() - 40)
        return _MINISTRY.search(self._page.text, before, word.start()) is not None


#: Words by which a page turns to other things than before.
_ELSEWHERE = re.compile(
    r"\W*(?:elsewhere(?:\s+on\s+the\s+agenda)?|on\s+other\s+matters|in\s+other\s+business|on\s+the\s+domestic\s+front"
    r"|at\s+home)\b",
    re.IGNORECASE,
)


def _turns(page: Page, sentence: Span) -> bool:
    """Say whether a sentence turns to other things: "Elsewhere on the agenda, …"."""
    return _ELSEWHERE.match(page.text, sentence.start, sentence.end) is not None
