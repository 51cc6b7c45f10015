"""Drafts of counted things without a sum: one for each act that gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.arms_moved import no_gift
from pledgebook.extract.asked_for import bidden
from pledgebook.extract.carried_things import adds_to_force, hands_by_noun, puts_boots, stage_before
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import used
from pledgebook.extract.headline_frames import goods_frame, whole_of
from pledgebook.extract.joined_goods import with_joined
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.opened_gifts import give_as_opened, opened_gift
from pledgebook.extract.other_verbs import told_otherwise
from pledgebook.extract.packages import LIST_ONLY, listed
from pledgebook.extract.page import Page
from pledgebook.extract.recording import recording_end
from pledgebook.extract.sources_of_things import by_party, gapped_owner, nearest_party
from pledgebook.extract.story_givers import prefer_named
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.thanked import thanked
from pledgebook.extract.things_astray import astray
from pledgebook.extract.ungiven import pressed, supposed
from pledgebook.model.spans import Span


def counted_drafts(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    things: list[Thing],
    *,
    with_sum: bool,
) -> Iterator[Draft]:
    """One commitment per act whose objects are things without a sum."""
    noun = any_of("acts", "gift_nouns").search(page.text, sentence.start, sentence.end)
    if any_of("acts", "contraband").search(page.text, sentence.start, sentence.end):
        noun = None  # a shipment under sanctions is trade
    for chain, counted in by_party(page, sentence, by_act(page, syntax, things)):
        members = counted if with_sum else with_joined(page, syntax, sentence, counted)
        framed = None if with_sum else goods_frame(page, sentence, members)
        praised = thanked(page, syntax, sentence, chain, members[0].place)
        opened = not chain and opened_gift(page, sentence) is not None
        if not (chain or noun or framed or praised or opened):
            gone_on = _gone_on(page, syntax, sentence, finder, members)
            if gone_on:
                yield _list_draft(page, syntax, sentence, finder, chain, gone_on)
            continue
        if with_sum and _only_funds(chain, members):
            continue
        draft = Draft(sentence=sentence, rule="things", things=members)
        place = members[0].place
        fill_terms(page, syntax, draft, chain, place)
        draft.stage = stage_before(page, draft)
        sure = framed is not None and framed.sure
        if not sure and told_otherwise(page, syntax, draft, chain, place):
            continue
        finder.fill(syntax, draft, chain, nearest_party(page, members))
        finder.take_gapped(draft, gapped_owner(page, sentence, members[0]), things)
        if no_gift(page, draft):
            continue
        if framed is not None:
            finder.frame(draft, whole_of(members[0]))
        given = opened and give_as_opened(page, draft)
        weak = framed is None and _only_carried(page, syntax, draft, chain)
        _settle(page, finder, draft, given=given, weak=weak)
        yield draft


def _settle(page: Page, finder: PartyFinder, draft: Draft, *, given: bool, weak: bool) -> None:
    """Give a draft its giver, or leave it to a list where it may be no gift by itself."""
    named_before = draft.things[0].name.end <= draft.sentence.start and not draft.recipients
    if given or (not weak and not named_before and finder.keeps(draft)):
        finder.name_only_giver(draft)
        prefer_named(page, draft)
        finder.told(draft)
    else:
        draft.rule = LIST_ONLY
        draft.alone = finder.stands_alone(draft)


def _only_carried(page: Page, syntax: Syntax, draft: Draft, chain: Sequence[Act]) -> bool:
    """Say whether things are only carried somewhere, and no word tells that they are given."""
    if not chain or chain[0].act_class != "carry" or _bound_to_add(page, draft, chain):
        return False
    things = draft.things
    told = puts_boots(page, draft, things) or hands_by_noun(page, things)
    return not (told or adds_to_force(page, syntax, chain, things))


def _bound_to_add(page: Page, draft: Draft, chain: Sequence[Act]) -> bool:
    """Say whether somebody gives more: "pledged to add two gunboats", "is adding another 14"."""
    if draft.acts[:1] and not draft.acts[0].startswith("add"):
        return False
    bound = len(chain) > 1 and chain[1].act_class in ("pledge", "commit")
    count = next((thing.count for thing in draft.things if thing.count), None)
    start = draft.sentence.start if count is None else max(draft.sentence.start, count.start - 16)
    more = count is not None and _MORE.search(page.text, start, count.start) is not None
    return (bound and draft.acts[:1] == ("add",)) or (more and bool(draft.givers_here))


#: Right before the count of what is given on top of other things.
_MORE = re.compile(r"\b(?:another|a\s+further|an\s+extra|an\s+additional)\s+$", re.IGNORECASE)


def _gone_on(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder, things: list[Thing]
) -> list[Thing]:
    """Things of a sentence without an act that belong to what was given before it."""
    recorded = recording_end(page, sentence)
    if recorded is not None and any(thing.name.start >= recorded for thing in things):
        return [thing for thing in things if thing.name.start >= recorded]
    return things if listed(page, syntax, things[0], finder.parties()) else []


def _list_draft(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    chain: list[Act],
    things: list[Thing],
) -> Draft:
    draft = Draft(sentence=sentence, rule=LIST_ONLY, things=things)
    fill_terms(page, syntax, draft, chain, things[0].place)
    finder.fill(syntax, draft, chain, things[0].place)
    draft.alone = finder.stands_alone(draft)
    return draft


def by_act(page: Page, syntax: Syntax, things: list[Thing]) -> list[tuple[list[Act], list[Thing]]]:
    """Group things by the nearest act above them; those that are only supposed are left out."""
    groups: dict[int, tuple[list[Act], list[Thing]]] = {}
    for thing in things:
        chain = chain_above(syntax, thing.place)
        if astray(page, syntax, thing, chain) and not _surely_framed(page, thing):
            continue
        unreal = supposed(syntax, chain) or bidden(page, syntax, chain) or used(syntax, thing)
        if not unreal and not pressed(syntax, thing.place):
            groups.setdefault(chain[0].token if chain else -1, (chain, []))[1].append(thing)
    return list(groups.values())


def _surely_framed(page: Page, thing: Thing) -> bool:
    """Say whether a headline surely gives a thing: "Greek convoy leaves for Mali with 40 tents"."""
    if thing.count is None:
        return False
    framed = goods_frame(page, page.sentence_of(thing.count), [thing])
    return framed is not None and framed.sure


def _only_funds(chain: list[Act], things: list[Thing]) -> bool:
    """Say whether a sum in the sentence pays for uncounted things, which are no gift beside it."""
    gives = bool(chain) and chain[0].act_class == "give"
    return gives and not any(thing.count for thing in things)
