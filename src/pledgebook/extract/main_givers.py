"""Who gives what a newspaper's story tells of without anybody, where one gives nearly all of it.

A paper of Denmark's seldom says whose "all 19 howitzers went to Ukraine". Where most gifts of a
page that name a giver in their own sentence name the same one, that one gives what a sentence tells
without naming anybody who may give it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pledgebook.extract.aid_givers import aid_givers
from pledgebook.extract.drafts import Draft
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor
from pledgebook.extract.story_pages import is_story

#: So many gifts must name it, and so great a share of those that name anybody. On 72 labelled news
#: pages of six writers six gifts got their giver by it, and two sums that were no gifts.
_TOLD, _SHARE = 2, 0.5


def name_main_giver(page: Page, drafts: Sequence[Draft]) -> None:
    """Give drafts that name nobody who may give the one that gives nearly all on the page.

    Where that one is already their giver by what was told before, the words that show it are those
    of a gift of its own.
    """
    unnamed = [draft for draft in drafts if not (_named(page, draft) or draft.stranger)]
    if not unnamed or not is_story(page) or (main := _main_giver(page, drafts)) is None:
        return
    for draft in unnamed:
        takers = {party.actor.id for party in draft.recipients}
        given = [party.actor.id for party in draft.donors]
        if given not in ([], [main.actor.id]) or main.actor.id in takers:
            continue
        if not given and _names_giver(page, draft, takers | {main.actor.id}):
            continue
        draft.donors = [replace(main, words=None, from_context=True)]
        draft.problems.discard("donor-unresolved")
        draft.problems.add("donor-from-context")
        if not given:
            draft.problems.add("donor-inferred")


def _named(page: Page, draft: Draft) -> bool:
    """Say whether a sentence names who gives, or stands for them by a word of its own.

    The name of a person whom nothing ties to a state ("Han") is neither, nor is an office that
    stands in a heading without its state ("Government approves €12m as Tánaiste visits Beirut").
    """
    return any(_tells_who(page, party) for party in draft.givers_here)


def _tells_who(page: Page, party: Party) -> bool:
    if party.from_context:  # by a word that stands for them: "the ministry"
        return party.words is not None and page.words(party.words)[0].islower()
    return not (_in_heading(page, party) and _by_person(page, party))


def _main_giver(page: Page, drafts: Sequence[Draft]) -> Party | None:
    """Give the one that most gifts name in their own sentence; None where several share.

    Its words are those of a sentence rather than a heading, and of a state rather than a person.
    """
    named = [draft.givers_here for draft in drafts if draft.givers_here]
    told = Counter(party.actor.id for givers in named for party in givers)
    if not told:
        return None
    first, count = told.most_common(1)[0]
    if first is None or count < _TOLD or count < _SHARE * len(named):
        return None
    own = [p for givers in named for p in givers if p.actor.id == first]
    return min(own, key=lambda party: (_by_person(page, party), _in_heading(page, party)))


def _by_person(page: Page, party: Party) -> bool:
    """Say whether the words for a giver are a person's, or an office without its state's name."""
    mention = next(iter(page.actors.touching(party.span)), None)
    return mention is None or mention.actor.type == "person" or mention.naming == "office"


def _in_heading(page: Page, party: Party) -> bool:
    block = page.block_of(party.span)
    return block is not None and block.kind == "heading"


def _names_giver(page: Page, draft: Draft, aside: set[str | None]) -> bool:
    """Say whether a sentence names another that may give: a state that does, or any body."""
    named = (bound_actor(mention) for mention in page.actors.within(draft.sentence))
    return any(
        actor is not None
        and actor.id not in aside
        and (actor.type != "state" or actor.id in aid_givers())
        for actor in named
    )
