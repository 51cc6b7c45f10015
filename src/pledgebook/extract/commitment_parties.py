"""Donors, recipients and speaker of a draft: from the sentence first, then its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pledgebook.extract.acts import Act
from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.candidates import CONTEXT
from pledgebook.extract.drafts import Draft
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.only_giver import only_giver
from pledgebook.extract.page import Page
from pledgebook.extract.parties import (
    Party,
    acting,
    aside,
    behalf_words,
    bound_actor,
    bound_person,
    by_preposition,
    directly_before,
    given_words,
    giving_words,
    heads_government,
    is_role,
    joined,
    mentions_under,
    names_fund,
    names_somebody,
    page_recipient,
    receiving,
    takers,
)
from pledgebook.extract.phrase_parties import beside
from pledgebook.extract.promise_words import aid_amounts
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

#: How many sentences back a donor may stand for a sentence that names none.
CONTEXT_SENTENCES = 6
#: A party named at least once in so many sentences on average is what the page is about.
TOPIC_SENTENCES = 12
#: How far after a thing "from X" or "by X" still names who gives it, in code points.
REACH = 60


class PartyFinder:
    """Parties of one page's commitments, found in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._last_donors: list[Party] = []
        self._last_at = -1
        self._last_speaker: Party | None = None
        self._last_kept: Span | None = None
        self._told_parties: set[str | None] = set()

    @cached_property
    def _recipient(self) -> ActorMention | None:
        return page_recipient(self._page)

    @cached_property
    def _recipient_is_topic(self) -> bool:
        """Say whether the page's recipient is named throughout, so that it needs no repeating."""
        if self._recipient is None:
            return False
        named = [m for m in self._page.actors if m.actor.id == self._recipient.actor.id]
        return len(named) * TOPIC_SENTENCES >= len(self._page.sentences)

    @cached_property
    def _publisher(self) -> Party | None:
        """The office that publishes, where it belongs to a state or organisation."""
        for place, words in (
            ("publisher", self._page.source.publisher),
            ("title", self._page.source.title),
        ):
            for mention in find_actors(words or "", self._page.published):
                actor = bound_actor(mention)
                if actor is not None and (place == "publisher" or mention.naming == "office"):
                    return Party(actor=actor, span=mention.span, place=place, from_context=True)
        return None

    def fill(self, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span) -> None:
        """Set the parties of ``draft``."""
        page, sentence = self._page, draft.sentence
        targets = receiving(page, sentence)
        targets += joined(page, sentence, targets)
        targets += [m for m in takers(page, syntax, chain) if m not in targets]
        if chain and page.words(chain[0].span).lower() in verb_classes("serving"):
            served = beside(page, syntax, thing, targets)  # "trains Moldovan pilots"
            targets = sorted([*targets, *served], key=lambda m: m.span)
            if served:
                targets = [m for m in targets if m in served]
        funds = [m for m in page.actors.within(sentence) if names_fund(page, m)]
        if draft.money is None and draft.acts[:1] and draft.acts[0].startswith("contribut"):
            funds += beside(page, syntax, thing, targets)  # "the Czech initiative" is paid into
            targets = [m for m in targets if m not in funds]
        found, words = self._donors_here(syntax, sentence, chain, thing, [*targets, *funds])
        draft.donors = _parties(found, targets, words) or self._donors_around(draft, words, targets)
        donor_ids = {p.actor.id for p in draft.donors}
        draft.recipients = _parties([m for m in targets if _id(m) not in donor_ids], [])
        self._recipient_around(draft, donor_ids)
        draft.speaker = self._speaker(syntax)
        if not draft.donors:
            draft.problems.add("donor-unresolved")

    def name_only_giver(self, draft: Draft) -> None:
        """Give a kept draft without a giver the only state that can be it (only_giver.py)."""
        if draft.donors or draft.parent is not None:
            return
        takers = {p.actor.id for p in draft.recipients}
        if self._recipient is not None:
            takers.add(self._recipient.actor.id)
        party = only_giver(self._page, draft.sentence, takers)
        if party is None:
            return
        draft.donors = [party]
        draft.problems.discard("donor-unresolved")
        draft.problems.add("donor-inferred")
        if party.from_context:
            draft.problems.add("donor-from-context")

    def parties(self) -> set[str | None]:
        """Ids of giver and receiver of the commitment told last."""
        return self._told_parties

    def told(self, draft: Draft) -> None:
        """Remember the donors of a commitment that was kept, for sentences that name none."""
        self._last_kept, self._told_parties = (
            draft.sentence,
            {p.actor.id for p in (*draft.donors, *draft.recipients)},
        )
        takers = {p.actor.id for p in draft.recipients}
        if self._recipient is not None:
            takers.add(self._recipient.actor.id)
        if not draft.donors or draft.donors[0].actor.id in takers:
            return
        if not draft.donors[0].from_context:
            self._last_donors = draft.donors
        elif _actor_ids(draft.donors) != _actor_ids(self._last_donors):
            return
        self._last_at = draft.sentence.start

    def _donors_here(
        self,
        syntax: Syntax,
        sentence: Span,
        chain: Sequence[Act],
        thing: Span,
        targets: Sequence[ActorMention],
    ) -> tuple[list[ActorMention], Span | None]:
        """Donors in the sentence: beside the thing, then the subject of the acts above it."""
        givers = by_preposition(self._page, sentence, giving_words())
        givers += joined(self._page, sentence, givers)
        given = [m for m in givers if m not in targets]
        noun_givers = by_preposition(self._page, sentence, given_words())
        gapped = [m for m in directly_before(self._page, sentence, thing) if m not in targets]
        taker = None if self._recipient is None else self._recipient.actor.id
        owners = beside(self._page, syntax, thing, targets)
        near = gapped or [m for m in owners if m.actor.id != taker]
        subjects, words = acting(self._page, syntax, chain, thing)
        subjects = [m for m in subjects if m not in targets]
        behalf = by_preposition(self._page, sentence, behalf_words())
        if near or behalf:
            return near or behalf, None
        if subjects:
            return subjects, words
        after = [m for m in given if 0 <= m.span.start - thing.end < REACH]
        before = [m for m in given if m in noun_givers and m.span.end <= thing.start]
        return (after, words) if after or not before else (before, None)

    def _donors_around(
        self, draft: Draft, words: Span | None, targets: Sequence[ActorMention]
    ) -> list[Party]:
        """Donors that the sentence does not name: those told before it, then the office."""
        pronoun = None if words is None else self._page.words(words).lower()
        taken = {_id(m) for m in targets}
        near = self._page.sentences.position(draft.sentence) - self._page.sentences.position(
            Span(max(self._last_at, 0), max(self._last_at, 0))
        )
        if pronoun in ("we", "i", "our") and self._publisher is not None:
            return self._from_context(draft, [self._publisher], words)
        if words is not None and names_somebody(self._page, words):
            return []
        if words is not None and pronoun in ("he", "she"):
            person = speaker_at(self._page, words)
            actor = bound_person(person.actor)
            if actor is not None and person.antecedent is not None and person.place == "text":
                return self._from_context(
                    draft, [Party(actor=actor, span=person.antecedent)], words
                )
        if self._last_donors and near <= CONTEXT_SENTENCES:
            return self._from_context(draft, self._last_donors, words)
        if pronoun in ("they", "he", "she"):
            return []
        if self._publisher is not None and self._publisher.actor.id not in taken:
            return self._from_context(draft, [self._publisher], words)
        subject = self._subject_before(draft.sentence, taken)
        return [] if subject is None else self._from_context(draft, [subject], words)

    def _from_context(
        self, draft: Draft, parties: Sequence[Party], words: Span | None
    ) -> list[Party]:
        draft.problems.add("donor-from-context")
        return [replace(p, words=words, from_context=True) for p in parties]

    def _subject_before(self, sentence: Span, taken: set[str | None]) -> Party | None:
        """The nearest actor before the sentence that is not on the receiving side."""
        recipient = None if self._recipient is None else self._recipient.actor.id
        first = self._page.sentences.position(sentence)
        back = self._page.sentences.items[max(0, first - CONTEXT_SENTENCES) : first]
        for earlier in reversed(back):
            targets = receiving(self._page, earlier)
            for mention in self._page.actors.within(earlier):
                actor = bound_actor(mention)
                if actor is None or actor.id is None or mention in targets:
                    continue
                if names_fund(self._page, mention) or aside(self._page, mention):
                    continue
                if mention.naming in ("adjective", "demonym") and not heads_government(
                    self._page, mention
                ):
                    continue
                if actor.id not in taken and actor.id != recipient:
                    return Party(actor=actor, span=mention.span, from_context=True)
        return None

    def _recipient_around(self, draft: Draft, donor_ids: set[str | None]) -> None:
        """Where the sentence names no recipient, take the one that the page is about."""
        mention = self._recipient
        if draft.recipients or mention is None or mention.actor.id in donor_ids:
            return
        gap = abs(
            self._page.sentences.position(mention.span)
            - self._page.sentences.position(draft.sentence)
        )
        if gap > CONTEXT_SENTENCES and not self._recipient_is_topic:
            return
        actor = bound_actor(mention)
        if actor is not None:
            draft.recipients = [Party(actor=actor, span=mention.span, from_context=True)]
            draft.problems.add("recipient-from-context")

    def _speaker(self, syntax: Syntax) -> Party | None:
        """The person who announces or tells in this sentence; a pronoun stands for the last one."""
        telling = frozenset(load("acts")["telling"])
        for n, token in enumerate(syntax.tokens):
            if token.pos != "VERB" or token.text.lower() not in telling:
                continue
            subject = syntax.subject(n)
            if subject is None:
                continue
            people = [
                m for m in mentions_under(self._page, syntax, subject) if m.actor.type == "person"
            ]
            if people:
                self._last_speaker = Party(actor=people[0].actor, span=people[0].span)
                return self._last_speaker
            word = syntax.tokens[subject]
            if word.text.lower() in ("he", "she") and self._last_speaker is not None:
                return replace(self._last_speaker, words=word.span, from_context=True)
        return None

    def keeps(self, draft: Draft) -> bool:
        """Say whether a draft is a promise: somebody gives to somebody else, or names aid."""
        if draft.firmness[0] == "denied" and draft.money is None:
            return bool(draft.donors)
        donors = {p.actor.id for p in draft.donors}
        recipients = {p.actor.id for p in draft.recipients}
        if (donors and recipients and donors <= recipients) or self._at_home(
            draft, donors, recipients
        ):
            return False
        part = draft.parent is not None or self.goes_on(draft) or self._recorded_aid(draft)
        silent = draft.stage[1] is None and not self._names_aid(draft)
        if self._publisher is not None and silent and not part and not self._worth(draft) and self._unsaid(draft):
            return False
        if self._from_context_only(draft) and not (
            part
            or self._names_aid(draft)
            or self._worth(draft)
            or _handed(draft)
            or self._own_words(draft)
        ):
            return False
        if recipients - donors and (donors or draft.money is not None or _handed(draft)):
            return True
        if draft.donors and draft.donors[0].place != "text":
            return self._own_words(draft)
        if self._publisher is not None and donors == {self._publisher.actor.id}:
            aid = draft.aid_type[0] in ("military", "humanitarian") and self._names_aid(draft)
            named = not draft.donors[0].from_context and self._titled_abroad
            told = draft.stage[1] is not None
            return aid or (told and (named or self._abroad(draft.sentence)))
        if part or self._transfers(draft):
            return True
        return draft.aid_type[0] in ("military", "humanitarian") or self._names_aid(draft)

    def _own_words(self, draft: Draft) -> bool:
        """Say whether the office that publishes tells of its own act abroad: "we committed …"."""
        if not draft.donors or draft.donors[0].place == "text":
            return False
        words = draft.donors[0].words
        own = words is not None and self._page.words(words).lower() in ("we", "our", "i")
        block = self._page.block_of(draft.sentence)
        near = draft.sentence if block is None else block.span
        return own and draft.stage[1] is not None and self._abroad(near)

    @staticmethod
    def _unsaid(draft: Draft) -> bool:
        """Say whether no word of the sentence names who gives."""
        return all(p.from_context and p.words is None for p in draft.donors)

    def _at_home(self, draft: Draft, donors: set[str | None], recipients: set[str | None]) -> bool:
        """Say whether an office tells of spending at home.

        So it does where its own state gets and nobody is said to give, or where its state gives
        and neither the sentence nor the page names anybody abroad who gets.
        """
        if self._publisher is None:
            return False
        home = {self._publisher.actor.id}
        nobody = all(p.from_context and p.words is None for p in draft.donors)
        if nobody and recipients == home:
            return True
        abroad = self._recipient is not None and self._recipient.actor.id not in home
        block = self._page.block_of(draft.sentence)
        near = draft.sentence if block is None else block.span
        if donors != home or recipients or abroad:
            return False
        return not self._abroad(near) and not self._titled_abroad

    def _abroad(self, near: Span) -> bool:
        """Say whether words around a promise speak of other countries, by name or in general."""
        if any_of("acts", "abroad").search(self._page.text, near.start, near.end):
            return True
        home = None if self._publisher is None else self._publisher.actor.id
        for mention in self._page.actors.within(near):
            actor = bound_actor(mention)
            if actor is not None and actor.id not in (None, home) and not self._own(actor):
                return True
        return False

    @cached_property
    def _titled_abroad(self) -> bool:
        """Say whether the title speaks of other countries."""
        title = self._page.source.title or ""
        if any_of("acts", "abroad").search(title):
            return True
        home = None if self._publisher is None else self._publisher.actor.id
        bound = (bound_actor(m) for m in find_actors(title, self._page.published))
        return any(a is not None and a.id not in (None, home) and not self._own(a) for a in bound)

    def _own(self, actor: Actor) -> bool:
        """Say whether an actor belongs to the state whose office publishes."""
        home = None if self._publisher is None else self._publisher.actor.id
        return actor.affiliation is not None and actor.affiliation == home

    def stands_alone(self, draft: Draft) -> bool:
        """Say whether counted things that a sentence lists are a package by themselves.

        So they are where giver and receiver are known and the sentence calls them aid ("the aid
        package of Norway for Moldova consists of 12 trucks").
        """
        counted = any(thing.count for thing in draft.things)
        known = bool(draft.donors) and bool(draft.recipients)
        return counted and known and self._names_aid(draft) and self.keeps(draft)

    def goes_on(self, draft: Draft) -> bool:
        """Say whether a sum goes on with the commitment told just before it in its paragraph.

        So it does where its own sentence names neither giver nor receiver.
        """
        if draft.money is None or self._last_kept is None or not self._from_context_only(draft):
            return False
        if any(p.place != "text" or self._is_person(p.words) for p in draft.donors):
            return False
        page = self._page
        if page.block_of(draft.sentence) != page.block_of(self._last_kept):
            return False
        ahead = page.sentences.position(draft.sentence) - page.sentences.position(self._last_kept)
        return ahead <= CONTEXT

    def _is_person(self, words: Span | None) -> bool:
        """Say whether the subject is a person, who does what they do on their own account."""
        return words is not None and self._page.words(words).lower() in ("he", "she")

    def _transfers(self, draft: Draft) -> bool:
        """Say whether a giver named on the spot hands the thing over."""
        if not draft.donors or draft.donors[0].from_context:
            return False
        handing = any(verb in load("acts")["transfer_verbs"] for verb in draft.acts)
        return handing or (self._own_pledge(draft) and not self._spent_at_home(draft))

    @staticmethod
    def _own_pledge(draft: Draft) -> bool:
        """Say whether states, groups or bodies pledge: the word alone tells of a promise to others."""
        pledging = any(verb.startswith(("pledg", "promis")) for verb in draft.acts[:1])
        return pledging and all(p.actor.type != "person" for p in draft.donors)

    def _spent_at_home(self, draft: Draft) -> bool:
        """Say whether words of a sentence place what is promised at home."""
        span = draft.sentence
        return any_of("acts", "at_home").search(self._page.text, span.start, span.end) is not None

    def _from_context_only(self, draft: Draft) -> bool:
        """Say whether the sentence itself names neither the giver nor the one it is for."""
        roles = [p for p in draft.donors if p.words and is_role(self._page.words(p.words))]
        return not roles and all(p.from_context for p in (*draft.donors, *draft.recipients))

    def _recorded_aid(self, draft: Draft) -> bool:
        """Say whether a note records the sum itself, in a paragraph that names aid."""
        if draft.recorded is None:
            return False
        block = self._page.block_of(draft.sentence)
        span = draft.sentence if block is None else block.span
        return any_of("acts", "aid_words").search(self._page.text, span.start, span.end) is not None

    def _worth(self, draft: Draft) -> bool:
        """Say whether a line without a verb gives the worth of things: "30 vests worth €9,000"."""
        span = draft.sentence
        words = any_of("acts", "worth")
        return draft.headline and words.search(self._page.text, span.start, span.end) is not None

    def _names_aid(self, draft: Draft) -> bool:
        span = draft.sentence
        words = any_of("acts", "aid_words")
        if words.search(self._page.text, span.start, span.end) is not None:
            return True
        return draft.money is not None and aid_amounts(self._page.text, span, draft.money.span)


def _handed(draft: Draft) -> bool:
    """Say whether counted things are told as handed over, by whomever."""
    counted = any(thing.count for thing in draft.things)
    return counted and draft.stage[0] == "delivered" and draft.firmness[0] == "firm"


def _actor_ids(parties: Sequence[Party]) -> list[str | None]:
    return [party.actor.id for party in parties]


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id


def _parties(
    mentions: Sequence[ActorMention],
    leave_out: Sequence[ActorMention],
    words: Span | None = None,
) -> list[Party]:
    """One party per actor, in order of the text; ``words`` are what stands for the first."""
    found: dict[str, Party] = {}
    for mention in mentions:
        actor = bound_actor(mention)
        if actor is None or mention in leave_out:
            continue
        local = words if not found else None
        found.setdefault(actor.id or actor.name, Party(actor=actor, span=mention.span, words=local))
    return list(found.values())
