"""Donors, recipients and speaker of a draft: from the sentence first, then its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pledgebook.extract.acts import Act
from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.candidates import CONTEXT
from pledgebook.extract.drafts import Draft
from pledgebook.extract.elliptic_givers import (
    gapped_taker,
    own_source,
    package_owners,
    share_out,
    tellers_of_promise,
)
from pledgebook.extract.gate_gapped import gapped_givers
from pledgebook.extract.headline_frames import frame_of
from pledgebook.extract.homeland import Homeland
from pledgebook.extract.joint_voice import joint_makers, means_makers, speaks_for_makers
from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.only_giver import hostile, only_giver
from pledgebook.extract.own_receipt import tells_of_receipt
from pledgebook.extract.page import Page
from pledgebook.extract.page_recipient import PageRecipient
from pledgebook.extract.parties import (
    Party,
    acting,
    behalf_words,
    bound_actor,
    bound_person,
    called_upon,
    directly_before,
    given_words,
    giving_words,
    heads_government,
    names_somebody,
    tells_of_a_firm,
)
from pledgebook.extract.partners import with_partners
from pledgebook.extract.phrase_parties import beside, of_next, right_behind
from pledgebook.extract.placed_donors import named_beside
from pledgebook.extract.promises import from_context_only, keeps, names_aid
from pledgebook.extract.purchases import made_by, own_purchase
from pledgebook.extract.receivers import (
    acts_itself,
    aside,
    by_preposition,
    joined,
    names_fund,
    of_later_part,
    own_place,
    owns_the_subject,
    receiving,
    takers,
)
from pledgebook.extract.speakers import Speakers
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.thanked import thanked
from pledgebook.model.spans import Span
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import ActorMention

#: How many sentences back a donor may stand for a sentence that names none.
CONTEXT_SENTENCES = 6
#: How far after a thing "from X" or "by X" still names who gives it, in code points.
REACH = 60


class PartyFinder:
    """Parties of one page's commitments, found in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._topic = PageRecipient(page)
        self._last_donors: list[Party] = []
        self._last_at = -1
        self._speakers = Speakers(page)
        self._last_kept: Span | None = None
        self._told_parties: set[str | None] = set()

    @property
    def _recipient(self) -> ActorMention | None:
        return self._topic.mention

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

    @cached_property
    def _makers(self) -> list[Party]:
        return joint_makers(self._page)

    def _joint(self, taken: set[str | None]) -> list[Party]:
        """Those who make a joint statement; whoever signs it and gets the thing gives nothing."""
        return [p for p in self._makers if p.actor.id not in taken]

    @cached_property
    def _home(self) -> Homeland:
        return Homeland(self._page, self._publisher)

    def fill(self, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span) -> None:
        """Set the parties of ``draft``."""
        page, sentence = self._page, draft.sentence
        targets = [m for m in receiving(page, sentence) if not owns_the_subject(syntax, m)]
        targets = [m for m in targets if not tells_of_a_firm(page, m)]
        targets += [m for m in joined(page, sentence, targets) if not acts_itself(syntax, m)]
        targets += [m for m in takers(page, syntax, chain) if m not in targets]
        asked = called_upon(page, syntax, chain, thing) or []  # "appealed to Berlin for …"
        asked += thanked(page, syntax, sentence, chain, thing)
        targets = [m for m in targets if m not in asked]
        if chain and page.words(chain[0].span).lower() in verb_classes("serving"):
            served = beside(page, syntax, thing, targets)  # "trains Moldovan pilots"
            targets = sorted([*targets, *served], key=lambda m: m.span)
            if served:
                targets = [m for m in targets if m in served]
        targets = [m for m in targets if not of_later_part(page, sentence, thing, m)]
        targets = [m for m in targets if not made_by(page, syntax, chain, thing, m)]
        funds = [m for m in page.actors.within(sentence) if names_fund(page, m)]
        if draft.money is None and draft.acts[:1] and draft.acts[0].startswith("contribut"):
            funds += beside(page, syntax, thing, targets)  # "the Czech initiative" is paid into
            targets = [m for m in targets if m not in funds]
        targets = gapped_taker(page, sentence, thing) or own_place(page, sentence, thing) or targets
        gapped = gapped_givers(page, sentence)
        targets = [m for m in targets if m not in gapped]
        found, words = self._donors_here(syntax, sentence, chain, thing, [*targets, *funds])
        if tells_of_receipt(page, sentence, chain, found, targets):
            found, words = [], None
        draft.donors = _parties(found, targets, words) or self._donors_around(draft, words, targets)
        if self._makers and means_makers(draft.donors):  # "our countries"
            joint = self._joint({_id(m) for m in targets})
            draft.donors = [replace(p, words=draft.donors[0].span) for p in joint]
        donor_ids = {p.actor.id for p in draft.donors}
        draft.recipients = _parties([m for m in targets if _id(m) not in donor_ids], [])
        self._topic.fill(draft, donor_ids)
        draft.speaker = self._speakers.of(syntax, calls=draft.stage[0] == "called_for")
        share_out(page, draft, thing)
        if not draft.donors:
            draft.problems.add("donor-unresolved")

    def frame(self, draft: Draft, thing: Span) -> bool:
        """Give a draft whose giver the parse does not find that of its headline's frame."""
        if draft.firmness[0] != "firm" or draft.stage[0] in ("called_for", "withdrawn"):
            return False
        found = frame_of(self._page, draft.sentence, thing)
        actor = None if found is None else bound_actor(found.giver)
        if found is None or actor is None:
            return False
        ids = {p.actor.id for p in draft.donors}
        if not ids or draft.donors[0].from_context or (found.words and actor.id not in ids):
            draft.recipients += [p for p in draft.donors if p.span.start > found.giver.span.start]
            draft.donors = [Party(actor=actor, span=found.giver.span)]
            draft.problems -= {"donor-unresolved", "donor-from-context"}
        draft.recipients = [p for p in draft.recipients if p.actor.id != actor.id]
        if draft.stage[1] is None and found.words is not None:
            draft.stage = (found.stage, found.words)
        return actor.id in {p.actor.id for p in draft.donors}

    def name_only_giver(self, draft: Draft) -> None:
        """Give a kept draft without a giver the only state that can be it (only_giver.py).

        A part without a giver of its own is given by whoever gives the whole.
        """
        if draft.donors:
            return
        if draft.parent is not None:
            draft.donors = self._from_context(draft, draft.parent.donors, None)
            if draft.donors:
                draft.problems.discard("donor-unresolved")
            return
        takers = {p.actor.id for p in draft.recipients}
        if self._recipient is not None:
            takers.add(self._recipient.actor.id)
        currency = None if draft.money is None else draft.money.amount.currency
        party = only_giver(self._page, draft.sentence, takers, currency)
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
        if draft.stage[0] == "called_for":  # those who are asked have given nothing yet
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
        if praised := thanked(self._page, syntax, sentence, chain, thing):
            return praised, None
        givers = by_preposition(self._page, sentence, giving_words())
        givers += joined(self._page, sentence, givers)
        givers = [m for m in givers if not hostile(self._page, m)]
        given = [m for m in givers if m not in targets]
        noun_givers = by_preposition(self._page, sentence, given_words())
        gapped = [m for m in directly_before(self._page, sentence, thing) if m not in targets]
        taker = None if self._recipient is None else self._recipient.actor.id
        owners = beside(self._page, syntax, thing, targets)
        owners = owners or [
            m for m in package_owners(self._page, syntax, thing) if m not in targets
        ]
        near = gapped or [m for m in owners if m.actor.id != taker]
        subjects, words = acting(self._page, syntax, chain, thing)
        subjects = with_partners(self._page, syntax, chain, subjects)
        subjects = [m for m in subjects if m not in targets]
        if subjects:  # who buys is bound, and not who makes what is bought
            near = [m for m in near if not made_by(self._page, syntax, chain, thing, m)]
        behalf = by_preposition(self._page, sentence, behalf_words())
        own = [m for m in given if right_behind(self._page, sentence, thing, m)]
        told = [m for m in tellers_of_promise(self._page, syntax, thing) if m not in targets]
        if told or near or behalf or own:
            return told or near or behalf or own, None
        if subjects:
            return subjects, words
        after = [
            m
            for m in given
            if 0 <= m.span.start - thing.end < REACH and not of_next(self._page, syntax, thing, m)
        ]
        after = own_source(self._page, sentence, thing, after)
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
        if pronoun is not None and speaks_for_makers(pronoun) and self._makers:
            return self._from_context(draft, self._joint(taken), words)
        named = named_beside(self._page, draft, words, taken)
        if named:
            return named
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
                if names_fund(self._page, mention) or aside(self._page, mention, earlier):
                    continue
                if mention.naming in ("adjective", "demonym") and not heads_government(
                    self._page, mention
                ):
                    continue
                if actor.id not in taken and actor.id != recipient:
                    return Party(actor=actor, span=mention.span, from_context=True)
        return None

    def keeps(self, draft: Draft) -> bool:
        """Say whether a draft is a promise: somebody gives to somebody else, or names aid."""
        abroad = self._recipient is not None and self._recipient.actor.id != self._home.id
        taker = None if self._recipient is None else self._recipient.actor.id
        if own_purchase(self._page, draft, taker):
            return False
        part = draft.parent is not None or self.goes_on(draft)
        return keeps(self._page, self._home, draft, part=part, page_is_abroad=abroad)

    def stands_alone(self, draft: Draft) -> bool:
        """Say whether counted things that a sentence lists are a package by themselves.

        So they are where giver and receiver are known and the sentence calls them aid ("the aid
        package of Norway for Moldova consists of 12 trucks").
        """
        counted = any(thing.count for thing in draft.things)
        known = bool(draft.donors) and bool(draft.recipients)
        return counted and known and names_aid(self._page, draft) and self.keeps(draft)

    def goes_on(self, draft: Draft) -> bool:
        """Say whether a sum goes on with the commitment told just before it in its paragraph.

        So it does where its own sentence names neither giver nor receiver.
        """
        if (
            draft.money is None
            or self._last_kept is None
            or not from_context_only(self._page, draft)
        ):
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
