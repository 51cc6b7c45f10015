"""Drafts of the sums of one sentence, one after the other: each may be a part of the one before."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract import ages
from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.asked_for import bidden
from pledgebook.extract.breakdowns import divides, share_in_breakdown
from pledgebook.extract.candidates import listed_sum
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.debt_relief import as_gift
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.headline_frames import surely_framed
from pledgebook.extract.listed_gifts import point_giver
from pledgebook.extract.listed_sums import give_to_point
from pledgebook.extract.not_aid import is_aid, too_small
from pledgebook.extract.opened_gifts import give_as_opened
from pledgebook.extract.other_verbs import told_otherwise
from pledgebook.extract.page import Page
from pledgebook.extract.recording import recorded_in
from pledgebook.extract.story import may_be_gift
from pledgebook.extract.story_givers import leave_earlier_givers, prefer_named
from pledgebook.extract.sums_in_sums import (
    after_colon,
    part_of_trade,
    take_givers,
    take_part,
    whole_before,
)
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.terms import history
from pledgebook.extract.things_in_sums import bought_with
from pledgebook.extract.ungiven import supposed
from pledgebook.extract.wholes_and_parts import inherit_age, is_whole, smaller
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention


class SumDrafts:
    """The sums of a sentence in the order of the text.

    Attributes:
        things: the counted things of the sentence that no sum pays for, once the sums are read.
        found: whether the sentence has a sum of aid.
    """

    def __init__(
        self, page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder, things: list[Thing]
    ) -> None:
        """Look at one sentence, whose counted things are ``things``."""
        self._page, self._syntax, self._sentence, self._finder = page, syntax, sentence, finder
        self.things = things
        self._recorded = recorded_in(page, sentence)
        sums = [m for m in page.money.within(sentence) if self._is_of_aid(m)]
        self._sums = [m for m in sums if not part_of_trade(page, sentence, m, sums)]
        self.found = bool(self._sums)
        self._told: Draft | None = None
        self._lost: Draft | None = None

    def _is_of_aid(self, money: MoneyMention) -> bool:
        recorded = money.span in self._recorded and not too_small(money)
        aid = recorded or is_aid(self._page, self._syntax, self._sentence, money)
        return aid or surely_framed(self._page, self._sentence, money.span)

    def read(self, previous: Draft | None) -> Iterator[Draft]:
        """Give the drafts; ``previous`` is the last whole sum that was told before the sentence."""
        for money in self._sums:
            chain = self._chain(money)
            if supposed(self._syntax, chain) or bidden(self._page, self._syntax, chain):
                continue
            draft = self._draft(money, chain)
            if draft is None:
                continue
            part = _part(self._page, self._sentence, money, previous)
            self._name_parties(draft, money, chain, part, previous)
            if not self._is_kept(draft, money):
                self._lost = draft
                draft.doubtful = may_be_gift(self._page, draft)
                yield from [draft] if draft.doubtful else []
                continue
            yield from self._whole_lost(draft, part)
            self._settle(draft, money, previous)
            yield draft
            previous = previous if draft.parent is not None else draft
            self._finder.told(draft)
            self.things = bought_with(self._page, self._syntax, draft, self.things)

    def _chain(self, money: MoneyMention) -> list[Act]:
        above = chain_above(self._syntax, money.span)
        return as_gift(self._page, self._syntax, self._sentence, above, money.span)

    def _draft(self, money: MoneyMention, chain: list[Act]) -> Draft | None:
        """Make a draft of a sum with its terms; None where it is history or told otherwise."""
        page, sentence = self._page, self._sentence
        draft = Draft(sentence=sentence, rule="sum", money=money, problems=set(money.problems))
        draft.headline, draft.recorded = self._syntax.verbless, self._recorded.get(money.span)
        fill_terms(page, self._syntax, draft, chain, money.span)
        come = draft.stage[0] in ("disbursed", "delivered")
        past = come and history(page, sentence, money.span)
        if point_giver(page, sentence) is not None:
            return draft
        otherwise = told_otherwise(page, self._syntax, draft, chain, money.span)
        if past or (otherwise and not surely_framed(page, sentence, money.span)):
            return None
        return draft

    def _name_parties(
        self,
        draft: Draft,
        money: MoneyMention,
        chain: list[Act],
        part: Span | None,
        previous: Draft | None,
    ) -> None:
        page = self._page
        listed_under = part is not None or after_colon(page, self._sums, previous, money)
        if listed_under and previous is not None and smaller(money, previous):
            draft.parent = previous
        self._finder.fill(self._syntax, draft, chain, money.span)
        share_in_breakdown(page, draft, previous)
        take_part(page, draft, self._told)
        take_givers(page, draft, self._told)
        leave_earlier_givers(page, draft)
        self._told = draft

    def _is_kept(self, draft: Draft, money: MoneyMention) -> bool:
        framed = self._finder.frame(draft, money.span) or give_to_point(self._page, draft)
        framed = framed or give_as_opened(self._page, draft)
        return framed or self._finder.keeps(draft)

    def _whole_lost(self, draft: Draft, part: Span | None) -> Iterator[Draft]:
        """Give the whole before a part that was not kept by itself: "committed €50m, including"."""
        lost = self._lost
        if lost is None or part is None or not is_whole(lost, draft):
            return
        draft.parent = lost
        yield from [] if lost.doubtful else [lost]
        lost.doubtful, self._lost = False, None

    def _settle(self, draft: Draft, money: MoneyMention, previous: Draft | None) -> None:
        """Give a kept sum its whole, its giver and its age."""
        prefer_named(self._page, draft)
        goes_on = draft.parent is None and previous is not None and self._finder.goes_on(draft)
        if goes_on and previous is not None and smaller(money, previous):
            draft.parent = previous
        self._finder.name_only_giver(draft)
        inherit_age(self._page, draft)


def _part(page: Page, sentence: Span, money: MoneyMention, previous: Draft | None) -> Span | None:
    """Give the words that make a sum a part of what was told before, None for a sum of its own."""
    return (
        listed_sum(page, sentence)
        or (sentence if divides(page, sentence) else None)
        or ages.part_marker(page.text, sentence, money.span)
        or whole_before(page, sentence, previous)
    )
