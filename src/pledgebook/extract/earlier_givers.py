"""Who gives what a sentence without a giver promises: whom the sentences before it tell of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.drafts import Draft
from pledgebook.extract.joined_names import aside
from pledgebook.extract.joint_voice import joint_makers, means_makers, speaks_for_makers
from pledgebook.extract.office_words import calls_itself, heads_office
from pledgebook.extract.only_giver import hostile
from pledgebook.extract.own_officials import own_official
from pledgebook.extract.own_schemes import names_fund
from pledgebook.extract.page import Page
from pledgebook.extract.parties import (
    Party,
    bound_actor,
    bound_person,
    heads_government,
    names_somebody,
)
from pledgebook.extract.placed_donors import named_beside
from pledgebook.extract.receivers import receiving
from pledgebook.extract.standing_givers import standing_giver, stands_aside
from pledgebook.extract.title_givers import title_giver
from pledgebook.extract.turn_voices import other_voice
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: How many sentences back a donor may stand for a sentence that names none.
CONTEXT_SENTENCES = 6

#: Bodies that decide for the European Union and have no money of their own.
_COUNCILS = frozenset({"org:european-council", "org:council-of-the-eu"})
_UNION = "org:eu"
#: Bodies of the state whose office publishes, as the words of its own page name them.
_OWN_BODIES = frozenset(
    {"government", "administration", "cabinet", "army", "navy", "ministry", "forces", "police"}
)


_EMBASSY = re.compile(r"\b(?:embassy|high\s+commission|delegation)\b", re.IGNORECASE)
#: An envoy right before the last word of a name.
_AMBASSADOR = re.compile(
    r"\b(?:Ambassador|High\s+Commissioner|Chargé\s+d[’']affaires|Consul(?:\s+General)?)\s+(?:[A-Z][\w.'’-]*\s+){0,3}$"
)

#: Before a place that people left, or where it is bad: it is no giver.
_FLED = re.compile(
    r"\b(?:fle(?:d|e|es|eing)|left|leav(?:e|es|ing)|escap(?:e|ed|es|ing)|inside|across|throughout"
    r"|(?:war|crisis|conflict|famine|fighting|violence)\s+in|(?:refugees|people)\s+from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def publisher_of(page: Page) -> Party | None:
    """Give the state or organisation whose office publishes a page, None where none does."""
    for place, words in (("publisher", page.source.publisher), ("title", page.source.title)):
        for mention in find_actors(words or "", page.published):
            actor = bound_actor(mention)
            if actor is not None and (place == "publisher" or mention.naming == "office"):
                return Party(actor=actor, span=mention.span, place=place, from_context=True)
    return None


#: Words by which somebody speaks of their own state.
_OWN_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})


class EarlierGivers:
    """Givers of one page that stand for sentences without any, told in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._last_donors: list[Party] = []
        self._last_at = -1
        #: The office that publishes, as a sentence names it that tells of its gift: a new paragraph
        #: goes back to it.
        self._office: Party | None = None

    @property
    def _unlisted_gave(self) -> bool:
        """Say whether a firm or a town gave last: it stands for no sentence without any giver."""
        return all(p.actor.id is None and p.actor.type == "organisation" for p in self._last_donors)

    @cached_property
    def publisher(self) -> Party | None:
        """The office that publishes, where it belongs to a state or organisation.

        What the Council of a union decides, the union gives.
        """
        office = publisher_of(self._page)
        if office is None or office.actor.id not in _COUNCILS:
            return office
        union = next((m for m in self._page.actors if m.actor.id == _UNION), None)
        return (
            office
            if union is None
            else Party(actor=union.actor, span=union.span, from_context=True)
        )

    @cached_property
    def makers(self) -> list[Party]:
        """Those who make the page together, where it is a joint statement."""
        return joint_makers(self._page)

    def _joint(self, taken: AbstractSet[str | None]) -> list[Party]:
        """Those who make a joint statement; whoever signs it and gets the thing gives nothing."""
        return [p for p in self.makers if p.actor.id not in taken]

    def makers_for(self, donors: list[Party], taken: AbstractSet[str | None]) -> list[Party]:
        """Put those who make a joint statement in the place of "our countries"."""
        if not self.makers or not means_makers(donors):
            return donors
        return [replace(p, words=donors[0].span) for p in self._joint(taken)]

    def told(self, draft: Draft, takers: AbstractSet[str | None]) -> None:
        """Remember the donors of a commitment that was kept."""
        if not draft.donors or draft.donors[0].actor.id in takers:
            return
        office = None if self.publisher is None else self.publisher.actor.id
        own = _actor_ids(draft.donors) == [office]
        if draft.stage[0] == "called_for":  # those who are asked have given nothing yet
            if own:  # the office asks for its own money
                self._last_donors, self._last_at = draft.donors, draft.sentence.start
            return
        given = (party for party in draft.donors if party.actor.id == office and office)
        self._office = next(given, self._office)
        if not draft.donors[0].from_context:
            self._last_donors = draft.donors
        elif _actor_ids(draft.donors) != _actor_ids(self._last_donors):
            return
        self._last_at = draft.sentence.start

    def last(self, draft: Draft) -> list[Party]:
        """Give those told to give last, for a draft whose own clause names nobody."""
        here = [p for p in self._last_donors if draft.sentence.holds(p.span)]
        return here or from_context(draft, self._last_donors, None)

    def around(
        self,
        draft: Draft,
        words: Span | None,
        taken: AbstractSet[str | None],
        recipient: str | None,
    ) -> list[Party]:
        """Donors that the sentence does not name: those told before it, then the office.

        ``words`` stand for the donor in the sentence; ``taken`` are those who get, ``recipient``
        whom the page as a whole is about giving to.
        """
        voice = (
            None
            if self.publisher is None
            else other_voice(self._page, draft.sentence, words, self.publisher)
        )
        if voice is not None and voice.party is None:  # a stranger speaks
            draft.named_stranger = True
            return []
        if voice is not None and voice.party is not None and voice.party.actor.id not in taken:
            return from_context(draft, [voice.party], words)
        near = self._together(draft, words, taken) or self._by_place(draft, words, taken, recipient)
        near = near or self._speaking(draft, words)
        if near:
            return near
        if words is not None and names_somebody(self._page, words):
            draft.named_stranger = True
            return []
        return self._told_before(draft, words, taken, recipient)

    def _together(
        self, draft: Draft, words: Span | None, taken: AbstractSet[str | None]
    ) -> list[Party]:
        """Those who make the page together, where the local words stand for them: "we"."""
        own = words is not None and speaks_for_makers(self._page.words(words).lower())
        return from_context(draft, self._joint(taken), words) if own and self.makers else []

    def _told_before(
        self,
        draft: Draft,
        words: Span | None,
        taken: AbstractSet[str | None],
        recipient: str | None,
    ) -> list[Party]:
        """Those told to give before a sentence that names nobody, then who makes the page."""
        position = self._page.sentences.position
        last = max(self._last_at, 0)
        near = position(draft.sentence) - position(Span(last, last)) <= CONTEXT_SENTENCES
        own = self._only_here(draft.sentence, taken | {recipient})
        if words is not None and (country := self._own_country(words, taken | {recipient})):
            return from_context(draft, [country], words)
        elsewhere = words is None and not self._same_block(draft.sentence)
        if own is not None and elsewhere:
            return from_context(draft, [own], words)
        if len(self.makers) == 1 and elsewhere:
            return from_context(draft, self._joint(taken), words)
        if elsewhere and self._office is not None and self._office.actor.id not in taken:
            return from_context(draft, [self._office], words)
        if self._last_donors and near and not (words is None and self._unlisted_gave):
            return from_context(draft, self._last_donors, words)
        if words is not None and self._page.words(words).lower() in ("they", "he", "she"):
            return []
        if self.publisher is not None and self.publisher.actor.id not in taken:
            return from_context(draft, [self.publisher], words)
        subject = self._subject_before(draft.sentence, taken | {recipient})
        return [] if subject is None else from_context(draft, [subject], words)

    def _own_country(self, words: Span, aside: AbstractSet[str | None]) -> Party | None:
        """The only one named before words of their own state: "Oslo said the country would …"."""
        page = self._page
        if page.words(words).lower().split()[-1] not in _OWN_COUNTRY:
            return None
        named = page.actors.within(Span(page.sentence_of(words).start, words.start))
        found = {
            actor.id: Party(actor=actor, span=m.span)
            for m in reversed(named)
            if (actor := bound_actor(m)) is not None and actor.id not in aside
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _speaking(self, draft: Draft, words: Span | None) -> list[Party]:
        """The office that "we" stands for, or the state that acts in the title for its minister.

        The minister's name is no word for that state, so it is not kept as one.
        """
        if words is None:
            return []
        own = self._page.words(words).lower() in ("we", "i", "our") or self._own_government(words)
        own = own or heads_office(self._page, words)
        if self.publisher is not None and calls_itself(self._page, words):
            return from_context(draft, [replace(self.publisher, placed=True)], None)
        if own and self.publisher is not None:
            return from_context(draft, [self.publisher], words)
        lead = title_giver(self._page, words)
        if lead is None and (self._own_ambassador(words) or self._by_official(words)):
            lead = self.publisher
        return [] if lead is None else from_context(draft, [lead], None)

    def _by_official(self, words: Span) -> bool:
        """Say whether words name an official of the state whose office publishes."""
        office = self.publisher
        if office is None or office.actor.type != "state" or office.place != "publisher":
            return False
        return own_official(self._page, words)

    def _own_ambassador(self, words: Span) -> bool:
        """Say whether words name the ambassador of the embassy that publishes."""
        publisher = self._page.source.publisher or ""
        before = self._page.text[max(0, words.start - 60) : words.start]
        return _EMBASSY.search(publisher) is not None and _AMBASSADOR.search(before) is not None

    def _own_government(self, words: Span) -> bool:
        """Say whether "the government" is that whose office publishes: no other is told before."""
        office = self.publisher
        if office is None or office.actor.type != "state" or office.place != "publisher":
            return False
        if self._page.words(words).lower() not in _OWN_BODIES:
            return False
        first = self._page.sentences.position(self._page.sentence_of(words))
        back = self._page.sentences.items[max(0, first - 2) : first + 1]
        told = (m for sentence in back for m in self._page.actors.within(sentence))
        return all(m.naming != "office" or bound_id(m) == office.actor.id for m in told)

    def _same_block(self, sentence: Span) -> bool:
        """Say whether those who gave last are told of in the paragraph of a sentence."""
        last = Span(max(self._last_at, 0), max(self._last_at, 0))
        return self._page.block_of(sentence) == self._page.block_of(last)

    def _only_here(self, sentence: Span, aside: AbstractSet[str | None]) -> Party | None:
        """The body of the only person whom a sentence names, beside those who get."""
        named = [m for m in self._page.actors.within(sentence) if bound_actor(m) is not None]
        named = [m for m in named if not hostile(self._page, m)]
        ids = {actor.id for m in named if (actor := bound_actor(m)) is not None} - aside
        people = [m for m in named if m.actor.type == "person"]
        actor = bound_actor(people[0]) if len(ids) == 1 and people else None
        if actor is None or actor.id not in ids:
            return None
        return Party(actor=actor, span=people[0].span, from_context=True)

    def _by_place(
        self,
        draft: Draft,
        words: Span | None,
        taken: AbstractSet[str | None],
        recipient: str | None,
    ) -> list[Party]:
        """Donors named in the sentence, or by where it stands, or for whom "he" or "she" acts."""
        named = named_beside(self._page, draft, words, taken)
        if named:
            return named
        placed = standing_giver(self._page, words, draft.sentence)
        if placed is not None and not stands_aside(placed, taken, recipient):
            return from_context(draft, [placed], placed.words)
        if words is None or self._page.words(words).lower() not in ("he", "she"):
            return []
        person = speaker_at(self._page, words)
        actor = bound_person(person.actor)
        if actor is None or person.antecedent is None or person.place != "text":
            return []
        return from_context(draft, [Party(actor=actor, span=person.antecedent)], words)

    def _subject_before(self, sentence: Span, taken: AbstractSet[str | None]) -> Party | None:
        """The nearest actor before the sentence that is not on the receiving side."""
        first = self._page.sentences.position(sentence)
        back = self._page.sentences.items[max(0, first - CONTEXT_SENTENCES) : first]
        for earlier in reversed(back):
            targets = receiving(self._page, earlier)
            for mention in self._page.actors.within(earlier):
                actor = bound_actor(mention)
                if actor is None or actor.id is None or mention in targets:
                    continue
                if names_fund(self._page, mention) or aside(self._page, mention, earlier):
                    continue
                if _FLED.search(self._page.text, earlier.start, mention.span.start):
                    continue
                if mention.naming in ("adjective", "demonym") and not heads_government(
                    self._page, mention
                ):
                    continue
                if actor.id not in taken:
                    return Party(actor=actor, span=mention.span, from_context=True)
        return None


def bound_id(mention: ActorMention) -> str | None:
    """Give the id of whoever a mention binds, None for nobody."""
    actor = bound_actor(mention)
    return None if actor is None else actor.id


def from_context(draft: Draft, parties: Sequence[Party], words: Span | None) -> list[Party]:
    """Give a draft parties that other sentences name, for its own local words."""
    draft.problems.add("donor-from-context")
    return [replace(p, words=words, from_context=True) for p in parties]


def _actor_ids(parties: Sequence[Party]) -> list[str | None]:
    return [party.actor.id for party in parties]
