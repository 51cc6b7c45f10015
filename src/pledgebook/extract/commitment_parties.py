"""Donors, recipients and speaker of a draft: from the sentence first, then its context."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pledgebook.extract.act_verbs import Act, holds
from pledgebook.extract.asked_for import appeals
from pledgebook.extract.bold_openers import opened_in_bold
from pledgebook.extract.broken_speech import broken_off_givers
from pledgebook.extract.candidates import CONTEXT
from pledgebook.extract.contact_clauses import giver_of_clause
from pledgebook.extract.counterparts import other_side, signs, who_gives
from pledgebook.extract.described_givers import acts_for_itself, sitting_there
from pledgebook.extract.double_objects import given_to
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.earlier_givers import EarlierGivers, from_context
from pledgebook.extract.elliptic_givers import share_out
from pledgebook.extract.for_own_forces import for_own_forces
from pledgebook.extract.giver_rows import name_row, row_of, sources_from
from pledgebook.extract.giving_side import giving_side
from pledgebook.extract.headline_frames import frame_of
from pledgebook.extract.homeland import Homeland
from pledgebook.extract.lexicon import forms_of
from pledgebook.extract.listed_acts import bound_by_introduction, goes_on_in_list
from pledgebook.extract.named_gifts import named_for
from pledgebook.extract.only_giver import by_instrument, only_giver
from pledgebook.extract.own_officials import with_own
from pledgebook.extract.own_receipt import own_side, tells_of_receipt
from pledgebook.extract.package_paragraphs import takes_up_package
from pledgebook.extract.page import Page
from pledgebook.extract.page_recipient import PageRecipient
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.extract.parts_of_promises import divides_promise
from pledgebook.extract.placed_abroad import bound_abroad, firm_bound_abroad
from pledgebook.extract.pledged_in_person import met
from pledgebook.extract.pledging_pages import gives_there, is_about_giving
from pledgebook.extract.promise_nouns import sizes_scheme
from pledgebook.extract.promises import from_context_only, keeps, names_aid
from pledgebook.extract.purchases import own_purchase
from pledgebook.extract.raised_together import all_pledges, only_beside, raised_together
from pledgebook.extract.receiving_side import receiving_side
from pledgebook.extract.requests_to_congress import requested
from pledgebook.extract.sources_of_things import takes_before
from pledgebook.extract.speakers import Speakers
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.thanked import thankers
from pledgebook.extract.unlisted_givers import gives_abroad, last_word
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: A state named so often is what a page is about.
_OFTEN = 3


class PartyFinder:
    """Parties of one page's commitments, found in the order of the text."""

    def __init__(self, page: Page) -> None:
        """Start at the top of ``page``."""
        self._page = page
        self._topic = PageRecipient(page)
        self._earlier = EarlierGivers(page)
        self._speakers = Speakers(page)
        self._last_kept: Span | None = None
        self._last: Draft | None = None
        self._told_parties: set[str | None] = set()

    @property
    def taker(self) -> str | None:
        """Id of the one that the page as a whole is about giving to."""
        return None if self._topic.mention is None else self._topic.mention.actor.id

    def _takers(self, draft: Draft) -> set[str | None]:
        takers = {p.actor.id for p in draft.recipients}
        return takers if self._topic.mention is None else takers | {self.taker}

    @cached_property
    def _is_about_giving(self) -> bool:
        return is_about_giving(self._page)

    @cached_property
    def _home(self) -> Homeland:
        return Homeland(self._page, self._earlier.publisher, self._earlier.makers)

    def fill(self, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span) -> None:
        """Set the parties of ``draft``."""
        page, sentence = self._page, draft.sentence
        targets, funds = receiving_side(page, syntax, draft, chain, thing)
        targets += [m for m in given_to(page, sentence, thing) if m not in targets]
        found, words = giving_side(
            page, syntax, sentence, chain, thing, targets=[*targets, *funds], taker=self.taker
        )
        told = giver_of_clause(page, sentence, thing)
        targets = [m for m in targets if m not in told]
        beside = [m for m in page.actors.within(sentence) if named_for(page, thing, m)]
        found = [m for m in found if m not in beside]
        targets += [m for m in beside if m not in targets]
        abroad = self.taker is not None and self.taker not in page.offices
        if not (
            gives_abroad(page, chain, found, targets, page_abroad=abroad)
            or bound_abroad(page, self._home.id, sentence, chain)
        ):
            found, words = [], last_word(page, found[0])
        if found and signs(syntax, chain):
            end = sentence.end if chain and holds(syntax, chain[0]) else None
            found, got = other_side(page, sentence, found, self.taker, end)
            targets += [m for m in got if m not in targets]
        if tells_of_receipt(page, sentence, chain, found, targets):
            found, words = [], None
        taken = {_id(m) for m in targets}
        found = who_gives(syntax, chain, found, taken)
        draft.donors = parties_of(found, targets, words)
        if not found and words is None and acts_for_itself(page, syntax, chain, thing):
            draft.stranger = True
            draft.donors = parties_of(sitting_there(page, syntax, thing), targets)
        elif not draft.donors:
            draft.donors = self._earlier.around(draft, words, taken, self.taker)
        draft.donors = self._earlier.makers_for(draft.donors, taken)
        draft.donors = with_own(page, self._earlier.publisher, draft.donors)
        self._hear(draft, thing, taken)
        donor_ids = {p.actor.id for p in draft.donors}
        draft.recipients = parties_of([m for m in targets if _id(m) not in donor_ids])
        self._topic.fill(draft, donor_ids)
        if not draft.recipients:
            own = thankers(page, syntax, sentence, chain, thing)
            own = own or self._served(draft, funds)
            draft.recipients = parties_of([m for m in own if _id(m) not in donor_ids])
        if not draft.recipients and (side := met(page, draft) or own_side(page, draft)):
            draft.recipients = side
            draft.problems.add("recipient-from-context")
        draft.speaker = self._speakers.of(syntax, calls=draft.stage[0] == "called_for")
        share_out(page, draft, thing)
        if _nobody_alone(page, draft):
            # an appeal tells what is needed, a round what all gave; none before is meant
            draft.donors, draft.stranger = [], True
        name_row(page, draft)
        if not draft.donors:
            draft.problems.add("donor-unresolved")

    def _hear(self, draft: Draft, thing: Span, taken: AbstractSet[str | None]) -> None:
        """Give a draft the giver that the marks of speech or of print hide from the parser."""
        found = broken_off_givers(self._page, draft, thing, taken)
        if found := found or opened_in_bold(self._page, self._home.id, draft):
            draft.donors, draft.stranger = found, False
            draft.problems -= {"donor-unresolved", "donor-from-context"}

    def _served(self, draft: Draft, funds: Sequence[ActorMention]) -> list[ActorMention]:
        """Give the states that a fund serves which somebody named before it pays out."""
        paid = draft.money is not None and draft.stage[0] in ("disbursed", "allocated")
        first = min((p.span.end for p in draft.donors if not p.from_context), default=None)
        if not paid or first is None:
            return []
        return [m for m in funds if m.span.start >= first]

    def sent_by(self, draft: Draft, senders: Sequence[ActorMention]) -> None:
        """Give a draft those who tell of their own people for its giver."""
        if senders and not any(not p.from_context and p.words is None for p in draft.donors):
            draft.donors = parties_of(senders)
            draft.problems -= {"donor-unresolved", "donor-from-context"}

    def take_gapped(
        self, draft: Draft, named: ActorMention | None, things: Sequence[Thing]
    ) -> None:
        """Give a draft the one right before its count: a giver, or a taker beside another one."""
        own = [] if named is None else parties_of([named])
        if not own or named in given_to(self._page, draft.sentence, things[0].place):
            return
        if takes_before(self._page, draft.sentence, things) and not self._one_taker(draft):
            draft.recipients = own
            draft.donors = [p for p in draft.donors if p.actor.id != own[0].actor.id]
            draft.donors = draft.donors or self._earlier.last(draft)
            return
        draft.donors = own
        draft.recipients = [p for p in draft.recipients if p.actor.id != own[0].actor.id]
        draft.problems -= {"donor-unresolved", "donor-from-context"}

    def _one_taker(self, draft: Draft) -> bool:
        """Say whether a page about giving to one state tells of that one here."""
        taker = self.taker
        told = sum(m.actor.id == taker for m in self._page.actors) >= _OFTEN
        return told and taker in {p.actor.id for p in draft.recipients}

    def frame(self, draft: Draft, thing: Span) -> bool:
        """Give a draft whose giver the parse does not find that of its headline's frame."""
        if draft.firmness[0] != "firm" or draft.stage[0] in ("called_for", "withdrawn"):
            return False
        found = frame_of(self._page, draft.sentence, thing)
        actor = None if found is None else bound_actor(found.giver)
        if found is None or actor is None:
            return False
        if found.taker is not None:
            draft.stage = (found.stage, found.words)
            row = row_of(self._page, draft.sentence, found.taker)
            draft.recipients = parties_of([found.taker] if found.giver in row else row)
            draft.donors = parties_of(sources_from(self._page, draft.sentence, found.giver))
            draft.problems -= {"donor-unresolved", "donor-from-context"}
            return True
        ids = {p.actor.id for p in draft.donors}
        if not ids or draft.donors[0].from_context or (found.words and actor.id not in ids):
            draft.recipients += [p for p in draft.donors if p.span.start > found.giver.span.start]
            draft.donors = [Party(actor=actor, span=found.giver.span)]
            draft.problems -= {"donor-unresolved", "donor-from-context"}
        draft.recipients = [p for p in draft.recipients if p.actor.id != actor.id]
        if found.beside is not None and all(p.from_context for p in draft.recipients):
            draft.recipients = parties_of([found.beside])
        if draft.stage[1] is None and found.words is not None:
            draft.stage = (found.stage, found.words)
        name_row(self._page, draft)
        return actor.id in {p.actor.id for p in draft.donors}

    def name_only_giver(self, draft: Draft) -> None:
        """Give a kept draft without a giver the only state that can be it (only_giver.py).

        A part without a giver of its own is given by whoever gives the whole.
        """
        if draft.donors or draft.stranger:
            return
        if draft.parent is not None:
            draft.donors = from_context(draft, draft.parent.donors, None)
            if draft.donors:
                draft.problems.discard("donor-unresolved")
            return
        currency = None if draft.money is None else draft.money.amount.currency
        takers = self._takers(draft)
        party = by_instrument(self._page, draft, takers) or only_giver(
            self._page, draft, takers, currency
        )
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
        self._last = draft
        self._last_kept, self._told_parties = (
            draft.sentence,
            {p.actor.id for p in (*draft.donors, *draft.recipients)},
        )
        self._earlier.told(draft, self._takers(draft))

    def keeps(self, draft: Draft) -> bool:
        """Say whether a draft is a promise: somebody gives to somebody else, or names aid."""
        abroad = self._topic.mention is not None and self.taker != self._home.id
        if own_purchase(self._page, draft, self.taker) or for_own_forces(self._page, draft):
            return False
        if requested(self._page, draft, self._earlier.publisher) or divides_promise(
            self._page, draft
        ):
            return True
        part = draft.parent is not None or self.goes_on(draft)
        bound = self._last_kept is not None or bound_by_introduction(self._page, draft.sentence)
        part = part or (bool(bound) and goes_on_in_list(self._page, draft))
        part = part or self._gives_beside(draft)
        part = part or (self._is_about_giving and gives_there(self._page, draft))
        part = part or firm_bound_abroad(self._page, self._home.id, draft)
        part = part or sizes_scheme(self._page, self._home.id, draft)
        return keeps(self._page, self._home, draft, part=part, page_is_abroad=abroad)

    def _gives_beside(self, draft: Draft) -> bool:
        """Say whether another is told to give beside the one just told, to the same one.

        "Oman pledged €9m to a force, while Fiji has offered €3m": what both give is for it.
        """
        last, verbs = self._last, forms_of("acts", "offering")
        if last is None or last.sentence != draft.sentence or draft.money is None:
            return False
        named = {party.actor.id for party in draft.givers_here}
        others = named - {party.actor.id for party in last.donors}
        if draft.recipients or not others or verbs.isdisjoint(draft.acts):
            return False
        draft.recipients = from_context(draft, last.recipients, None)
        draft.problems.discard("donor-from-context")
        return True

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
            or not (from_context_only(self._page, draft) or self._same_giver(draft))
        ):
            return False
        if any(p.place != "text" or self._is_person(p.words) for p in draft.donors):
            return False
        page = self._page
        if not takes_up_package(page, self._last_kept, draft.sentence):
            return False
        ahead = page.sentences.position(draft.sentence) - page.sentences.position(self._last_kept)
        return ahead <= CONTEXT

    def _same_giver(self, draft: Draft) -> bool:
        """Say whether "it" stands for whoever gave what was told last, and nobody else is named."""
        here = [p for p in (*draft.donors, *draft.recipients) if not p.from_context]
        placed = bool(draft.donors) and all(p.placed for p in draft.donors)
        return placed and not here and {p.actor.id for p in draft.donors} <= self._told_parties

    def _is_person(self, words: Span | None) -> bool:
        """Say whether the subject is a person, who does what they do on their own account."""
        return words is not None and self._page.words(words).lower() in ("he", "she")


def _nobody_alone(page: Page, draft: Draft) -> bool:
    """Say whether a sum is one that nobody named promised alone: an appeal's, or what all gave."""
    if all_pledges(page, draft):
        return True
    together = raised_together(page, draft)
    if draft.givers_here:
        return together and only_beside(page, draft)
    return together or appeals(page, draft)


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id
