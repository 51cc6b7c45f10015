"""Drafts that only a story about giving makes gifts: "Lisbon: 22m for mobile power banks".

A sum that a state has beside it may be anything: a bill, a bid, a bond. Where a newspaper's page
tells for certain of several gifts to the same one, one more sum beside another giver is a gift too,
unless the words around it say what else it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pledgebook.extract.act_verbs import GIVING
from pledgebook.extract.drafts import Draft
from pledgebook.extract.giver_of_story import give_as_before, name_story_giver
from pledgebook.extract.headlines import has_headline_form
from pledgebook.extract.lexicon import any_of, forms_of, verb_classes
from pledgebook.extract.packages import LIST_ONLY
from pledgebook.extract.page import Page
from pledgebook.extract.story_givers import name_giver
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.story_staff import placed_there
from pledgebook.extract.story_words import goods_told_otherwise, tells_otherwise
from pledgebook.extract.takers_own import is_own_or_sold
from pledgebook.extract.things import STAFF, things_in
from pledgebook.model.spans import Span

#: So many gifts told for certain make a page a story about giving. On news pages of our own (33,
#: half of them of other things) two let a page on trade through, three none.
SURE = 2
#: The share of them that must go to the same one.
_SAME = 0.6


def may_tell_of_gift(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a newspaper's sentence has counted goods."""
    if not is_story(page):
        return False
    return any(thing.count and thing.item.category for thing in things_in(page, sentence))


#: Less is a price more often than a gift.
_LEAST = 10_000


def may_hand_over(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a newspaper's sentence has a sum, or hands over, beside a name."""
    if not is_story(page) or not page.actors.within(sentence) or page.asks(sentence):
        return False
    if not page.money.within(sentence):
        verbs = any_of("acts", "handing_verbs")
        return verbs.search(page.text, sentence.start, sentence.end) is not None
    ends = [e for m in page.money.within(sentence) for e in (m.amount.low, m.amount.high) if e]
    small = not any(end >= _LEAST for end in ends)
    return not (small or has_headline_form(page, sentence) or tells_otherwise(page, sentence))


def may_be_gift(page: Page, draft: Draft, *, unnamed: bool = False) -> bool:
    """Say whether a refused draft may be a gift in a story: somebody has the thing beside them.

    It goes to somebody else, and no word around it makes it a bill, a debt or a purchase. A giver
    may be ``unnamed``: then the story's is looked for.
    """
    if page.from_office or draft.firmness[0] == "denied":
        return False
    if draft.stage[0] == "withdrawn" or draft.stranger or draft.total is not None:
        return False
    name_giver(page, draft, spoken_of=draft.money is None)
    takers = {party.actor.id for party in draft.recipients}
    givers = {party.actor.id for party in draft.donors}
    if not takers or givers & takers or not (givers or draft.money or unnamed):
        return False
    if is_own_or_sold(page, draft, None):
        return False
    if draft.money is None:
        return not goods_told_otherwise(page, draft.sentence)
    return not tells_otherwise(page, draft.sentence)


def in_story(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Keep doubtful drafts where the page is a story about giving, and drop them elsewhere.

    There counted goods under an act are a gift by themselves, where no package holds them.
    """
    taker = taker_of_story(page, drafts)
    for draft in drafts if taker else ():
        told = draft.rule == LIST_ONLY and bool(draft.acts)
        if told and (_is_counted(draft) or placed_there(page, draft)):
            draft.alone = draft.alone or (may_be_gift(page, draft) and _for(draft, taker))
            if draft.alone and all(thing.at is not None for thing in draft.things):
                draft.rule = "things"  # "another 500 will follow": more than was told, by itself
                give_as_before(draft, drafts)
    kept = [draft for draft in drafts if not draft.doubtful or _for(draft, taker)]
    kept = name_story_giver([draft for draft in kept if draft.rule != LIST_ONLY], kept)
    for draft in kept:
        if draft.doubtful and draft.stage[1] is None:
            draft.problems.add("stage-unclear")  # no word tells how far the gift has come
    return sorted(kept, key=lambda draft: draft.sentence.start)


def _for(draft: Draft, taker: str | None) -> bool:
    """Say whether a draft is for the one that a story is about giving to, or for another named."""
    if taker is None:
        return False
    return any(p.actor.id == taker or not p.from_context for p in draft.recipients)


def _is_counted(draft: Draft) -> bool:
    """Say whether a draft is of counted goods of a known kind, or of people whom an act gives."""
    gives = verb_classes("acts").get(draft.acts[0]) in GIVING
    if draft.acts[0] in forms_of("story_verbs", "no_gift") and not gives:
        return False
    return any(
        thing.count and thing.item.category and (gives or thing.item.category != STAFF)
        for thing in draft.things
    )


def taker_of_story(page: Page, drafts: Sequence[Draft]) -> str | None:
    """Give the one to whom most of a page's certain gifts go; None where these are too few."""
    sure = [draft for draft in drafts if not draft.doubtful and draft.rule != LIST_ONLY]
    takers = Counter(
        party.actor.id for draft in sure for party in draft.recipients if party.actor.id
    )
    if not is_story(page) or len(sure) < SURE or not takers:
        return None
    taker, told = takers.most_common(1)[0]
    return taker if told >= _SAME * len(sure) else None
