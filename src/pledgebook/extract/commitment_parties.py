"""Donors, recipients and speaker of a draft: from the sentence first, then its context."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.asked_for import appeals
from pledgebook.extract.bold_openers import opened_in_bold
from pledgebook.extract.broken_speech import broken_off_givers
from pledgebook.extract.called_aid import names_aid
from pledgebook.extract.described_givers import acts_for_itself, sitting_there
from pledgebook.extract.double_objects import given_to
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.earlier_givers import EarlierGivers, from_context
from pledgebook.extract.elliptic_givers import share_out
from pledgebook.extract.for_own_forces import for_own_forces
from pledgebook.extract.framed_parties import frame_parties
from pledgebook.extract.giver_rows import name_row
from pledgebook.extract.homeland import Homeland
from pledgebook.extract.last_told import LastTold
from pledgebook.extract.lenders_access import lent_access
from pledgebook.extract.listed_acts import bound_by_introduction, goes_on_in_list
from pledgebook.extract.only_giver import by_instrument, only_giver
from pledgebook.extract.own_officials import with_own
from pledgebook.extract.own_receipt import own_side
from pledgebook.extract.page import Page
from pledgebook.extract.page_recipient import PageRecipient
from pledgebook.extract.parties import parties_of
from pledgebook.extract.parts_of_promises import divides_promise
from pledgebook.extract.placed_abroad import firm_bound_abroad
from pledgebook.extract.pledged_in_person import met
from pledgebook.extract.pledging_pages import gives_there, is_about_giving
from pledgebook.extract.promise_nouns import sizes_scheme
from pledgebook.extract.promises import keeps
from pledgebook.extract.purchases import own_purchase
from pledgebook.extract.raised_together import all_pledges, only_beside, raised_together
from pledgebook.extract.requests_to_congress import requested
from pledgebook.extract.sentence_sides import Sides, parties_without, sides_of
from pledgebook.extract.sources_of_things import takes_before
from pledgebook.extract.speakers import Speakers
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.takers_own import is_own_or_sold
from pledgebook.extract.thanked import thankers
from pledgebook.extract.trained_counts import (
    is_training,
    name_those_trained,
    names_whose_people,
)
from pledgebook.extract.turn_voices import guest_at_home
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
        self._last = LastTold(page)

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
        page = self._page
        sides = sides_of(page, syntax, draft, chain, thing, taker=self.taker, home=self._home.id)
        self._set_donors(syntax, draft, chain, thing, sides)
        self._set_recipients(syntax, draft, chain, thing, sides)
        draft.speaker = self._speakers.of(syntax, calls=draft.stage[0] == "called_for")
        share_out(page, draft, thing)
        if _nobody_alone(page, draft):
            # an appeal tells what is needed, a round what all gave; none before is meant
            draft.donors, draft.stranger = [], True
        name_row(page, draft)
        if is_training(draft) and names_whose_people(page, draft):
            name_those_trained(page, draft)
        if not draft.donors:
            draft.problems.add("donor-unresolved")

    def _set_donors(
        self, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span, sides: Sides
    ) -> None:
        """Set who gives: the sentence's giving side, else who sits there or was told before."""
        page, taken = self._page, sides.taken
        draft.donors = parties_of(sides.givers, sides.targets, sides.words)
        nobody = not sides.givers and sides.words is None
        if nobody and acts_for_itself(page, syntax, chain, thing):
            draft.stranger = True
            draft.donors = parties_of(sitting_there(page, syntax, thing), sides.targets)
        elif not draft.donors:
            draft.donors = self._earlier.around(draft, sides.words, taken, self.taker)
        draft.donors = self._earlier.makers_for(draft.donors, taken)
        draft.donors = with_own(page, self._earlier.publisher, draft.donors)
        self._hear(draft, thing, taken)

    def _set_recipients(
        self, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span, sides: Sides
    ) -> None:
        """Set who gets: the sentence's receiving side, else the page's topic, who thanks or met."""
        page, donor_ids = self._page, {p.actor.id for p in draft.donors}
        draft.recipients = parties_without(sides.targets, donor_ids)
        self._topic.fill(draft, donor_ids)
        if not draft.recipients:
            own = thankers(page, syntax, draft.sentence, chain, thing)
            own = own or self._served(draft, sides.funds)
            draft.recipients = parties_without(own, donor_ids)
        if not draft.recipients and (side := met(page, draft) or own_side(page, draft)):
            draft.recipients = side
            draft.problems.add("recipient-from-context")

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
        return self._last.parties

    def told(self, draft: Draft) -> None:
        """Remember the donors of a commitment that was kept, for sentences that name none."""
        self._last.remember(draft)
        self._earlier.told(draft, self._takers(draft))

    def keeps(self, draft: Draft) -> bool:
        """Say whether a draft is a promise: somebody gives to somebody else, or names aid."""
        abroad = self._topic.mention is not None and self.taker != self._home.id
        if own_purchase(self._page, draft, self.taker) or for_own_forces(self._page, draft):
            return False
        if is_own_or_sold(self._page, draft, self.taker):
            return False
        if guest_at_home(self._page, draft, self._home.id):
            return False
        office = self._earlier.publisher
        if requested(self._page, draft, office) or lent_access(self._page, draft, office):
            return True
        if divides_promise(self._page, draft):
            return True
        part = self._is_part(draft)
        return keeps(self._page, self._home, draft, part=part, page_is_abroad=abroad)

    def _is_part(self, draft: Draft) -> bool:
        """Say whether what was told before or what the page is about makes a draft a promise."""
        page, home = self._page, self._home.id
        if draft.parent is not None or self.goes_on(draft):
            return True
        bound = self._last.known or bound_by_introduction(page, draft.sentence)
        return (
            (bool(bound) and goes_on_in_list(page, draft))
            or self._last.gives_beside(draft)
            or (self._is_about_giving and gives_there(page, draft))
            or firm_bound_abroad(page, home, draft)
            or sizes_scheme(page, home, draft)
        )

    def goes_on(self, draft: Draft) -> bool:
        """Say whether a sum goes on with the commitment told just before it in its paragraph."""
        return self._last.goes_on(draft)

    def frame(self, draft: Draft, thing: Span) -> bool:
        """Give a draft the parties of its headline's frame; say whether the frame's giver gives."""
        return frame_parties(self._page, draft, thing)

    def stands_alone(self, draft: Draft) -> bool:
        """Say whether counted things that a sentence lists are a package by themselves.

        So they are where giver and receiver are known and the sentence calls them aid ("the aid
        package of Norway for Moldova consists of 12 trucks").
        """
        counted = any(thing.count for thing in draft.things)
        known = bool(draft.donors) and bool(draft.recipients)
        return counted and known and names_aid(self._page, draft) and self.keeps(draft)


def _nobody_alone(page: Page, draft: Draft) -> bool:
    """Say whether a sum is one that nobody named promised alone: an appeal's, or what all gave."""
    if all_pledges(page, draft):
        return True
    together = raised_together(page, draft)
    if draft.givers_here:
        return together and only_beside(page, draft)
    return together or appeals(page, draft)
