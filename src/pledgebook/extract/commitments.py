"""The reader for commitments: who is bound to give what, to whom, on which terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract import ages
from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acts import chain_above
from pledgebook.extract.aid_types import settle_type
from pledgebook.extract.arms_moved import no_gift
from pledgebook.extract.asked_for import bidden
from pledgebook.extract.beneficiaries import name_beneficiaries
from pledgebook.extract.breakdowns import divides, share_in_breakdown
from pledgebook.extract.candidates import candidates, listed_sum
from pledgebook.extract.carried_things import adds_to_force, hands_by_noun, puts_boots, stage_before
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.corrected_sums import restate_corrected
from pledgebook.extract.debt_relief import as_gift
from pledgebook.extract.drafts import Draft, Thing, build
from pledgebook.extract.each_of import dealt_out
from pledgebook.extract.framed_drafts import framed_drafts
from pledgebook.extract.goods import GOODS, firmly_given, given_goods, goods_in, used
from pledgebook.extract.handed import bestowed, handed_counts
from pledgebook.extract.headline_frames import goods_frame, whole_of
from pledgebook.extract.headline_refusals import refused_drafts
from pledgebook.extract.joined_goods import with_joined
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.listed_acts import give_to_bound
from pledgebook.extract.listed_drafts import listed_drafts
from pledgebook.extract.listed_gifts import point_giver
from pledgebook.extract.listed_sums import give_to_point
from pledgebook.extract.not_aid import is_aid, too_small
from pledgebook.extract.notes import NOTE, note_openings, note_things
from pledgebook.extract.opened_gifts import give_as_opened, opened_gift
from pledgebook.extract.other_verbs import told_otherwise
from pledgebook.extract.output_shares import shares
from pledgebook.extract.own_money import name_own_currency
from pledgebook.extract.packages import LIST_ONLY, attach_list, join_packages, listed
from pledgebook.extract.page import Page
from pledgebook.extract.policies import POLICY, policies, served
from pledgebook.extract.reckoning import record_reckoned
from pledgebook.extract.recording import recorded_in, recording_end, restate_others
from pledgebook.extract.refused_drafts import with_refused
from pledgebook.extract.repeats import fold_repeats
from pledgebook.extract.services import services
from pledgebook.extract.sources_of_things import by_party, gapped_owner, nearest_party
from pledgebook.extract.story import (
    in_story,
    may_be_gift,
    may_hand_over,
    taker_of_story,
)
from pledgebook.extract.story_gifts import named_goods, story_goods
from pledgebook.extract.story_givers import prefer_named
from pledgebook.extract.sums_in_sums import after_colon, take_givers, take_part, whole_before
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.teams import of_helpers
from pledgebook.extract.terms import history
from pledgebook.extract.thanked import thanked
from pledgebook.extract.things import things_in
from pledgebook.extract.things_astray import astray
from pledgebook.extract.things_in_sums import bought_with
from pledgebook.extract.told_once import told_once
from pledgebook.extract.troops_sent import troops_sent
from pledgebook.extract.undertakings import TRAINING, undertakings
from pledgebook.extract.ungiven import pressed, supposed
from pledgebook.extract.wholes_and_parts import inherit_age, is_whole, smaller, wholes_first
from pledgebook.model.claims import Commitment
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import MoneyMention


class CommitmentReader:
    """Finds commitments sentence by sentence; parses only sentences with a thing and a trigger."""

    name = "rules/commitments"

    def read(self, page: Page) -> Iterable[Commitment]:
        """Propose the commitments of a page, parts after the whole they belong to."""
        sentences = candidates(page)
        finder = PartyFinder(page)
        page.parse_ahead(sentences)
        drafts: list[Draft] = []
        for sentence in sentences:
            wholes = [d for d in drafts if _is_whole_sum(d)]
            refused = refused_drafts(page, sentence)
            found = refused or _read_sentence(
                page, sentence, finder, wholes[-1] if wholes else None
            )
            told = [d for d in found if refused is None or d.firmness[0] == "denied"]
            drafts.extend(with_refused(page, sentence, finder, told))
        drafts = in_story(page, [*drafts, *_beside_candidates(page, sentences, finder, drafts)])
        last_of_block = {page.block_of(draft.sentence): draft for draft in drafts}
        for draft in last_of_block.values():
            attach_list(page, draft)
        joined = told_once(page, fold_repeats(page, join_packages(page, drafts)))
        if all(draft.newness[0] == "restated" or draft.total is not None for draft in joined):
            joined = [*_note(page, finder, joined), *joined]  # nothing new is told but the note
        record_reckoned(page, joined)
        restate_corrected(page, joined)
        restate_others(joined)
        joined = [one for draft in joined for one in dealt_out(page, draft)]
        for draft in joined:
            settle_type(page, draft)
            name_own_currency(page, draft)
        return _claims(page, joined)


def _beside_candidates(
    page: Page, sentences: Sequence[Span], finder: PartyFinder, drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Gifts of a story about giving in sentences that no list made candidates: all are doubtful."""
    if taker_of_story(page, drafts) is None:
        return
    left = [s for s in page.sentences if s not in sentences and may_hand_over(page, s)]
    page.parse_ahead(left)
    for sentence in left:
        for draft in _read_sentence(page, sentence, finder, None):
            if draft.money is not None:
                draft.doubtful = may_be_gift(page, draft)
            yield from [draft] if draft.doubtful else []


def _is_whole_sum(draft: Draft) -> bool:
    """Say whether a draft is a sum that later ones may be parts of."""
    return draft.money is not None and draft.parent is None and not draft.doubtful


def _read_sentence(
    page: Page, sentence: Span, finder: PartyFinder, previous: Draft | None
) -> Iterator[Draft]:
    syntax = Syntax(page.parse(sentence))
    things = [*things_in(page, sentence), *handed_counts(page, syntax, sentence)]
    recorded = recorded_in(page, sentence)
    sums = [
        m
        for m in page.money.within(sentence)
        if (m.span in recorded and not too_small(m)) or is_aid(page, syntax, sentence, m)
    ]
    told: Draft | None = None
    lost: Draft | None = None
    for money in sums:
        chain = as_gift(page, syntax, sentence, chain_above(syntax, money.span), money.span)
        if supposed(syntax, chain) or bidden(page, syntax, chain):
            continue
        draft = Draft(sentence=sentence, rule="sum", money=money, problems=set(money.problems))
        draft.headline, draft.recorded = syntax.verbless, recorded.get(money.span)
        fill_terms(page, syntax, draft, chain, money.span)
        come = draft.stage[0] in ("disbursed", "delivered")
        past = come and history(page, sentence, money.span)
        listed_gift = point_giver(page, sentence) is not None
        if not listed_gift and (past or told_otherwise(page, syntax, draft, chain, money.span)):
            continue
        part = _part(page, sentence, money, previous)
        listed_under = part is not None or after_colon(page, sums, previous, money)
        if listed_under and previous is not None and smaller(money, previous):
            draft.parent = previous
        finder.fill(syntax, draft, chain, money.span)
        share_in_breakdown(page, draft, previous)
        take_part(page, draft, told)
        take_givers(page, draft, told)
        told = draft
        framed = finder.frame(draft, money.span) or give_to_point(page, draft)
        framed = framed or give_as_opened(page, draft)
        if not framed and not finder.keeps(draft):
            lost = draft
            draft.doubtful = may_be_gift(page, draft)
            yield from [draft] if draft.doubtful else []
        else:
            if lost is not None and part is not None and is_whole(lost, draft):
                draft.parent = lost  # what holds a gift is given: "committed €50m, including …"
                yield from [] if lost.doubtful else [lost]
                lost.doubtful, lost = False, None
            prefer_named(page, draft)
            if (
                draft.parent is None
                and previous is not None
                and finder.goes_on(draft)
                and smaller(money, previous)
            ):
                draft.parent = previous
            finder.name_only_giver(draft)
            inherit_age(page, draft)
            yield draft
            previous = previous if draft.parent is not None else draft
            finder.told(draft)
            things = bought_with(page, syntax, draft, things)
    yield from _beside_sums(page, syntax, sentence, finder, things, with_sum=bool(sums))


def _part(page: Page, sentence: Span, money: MoneyMention, previous: Draft | None) -> Span | None:
    """Give the words that make a sum a part of what was told before, None for a sum of its own."""
    return (
        listed_sum(page, sentence)
        or (sentence if divides(page, sentence) else None)
        or ages.part_marker(page.text, sentence, money.span)
        or whole_before(page, sentence, previous)
    )


def _beside_sums(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    finder: PartyFinder,
    things: list[Thing],
    *,
    with_sum: bool,
) -> Iterator[Draft]:
    """Gifts of a sentence that have no sum of their own: things, people, shares and policies."""
    taught = [] if with_sum else list(undertakings(page, syntax, sentence, finder, TRAINING))
    if taught:
        yield from taught
        return
    counted = list(_things_only(page, syntax, sentence, finder, things, with_sum=with_sum))
    other: list[Draft] = []
    if all(draft.rule == LIST_ONLY for draft in counted):  # what is counted is in the package named
        other = list(_uncounted(page, syntax, sentence, finder))
        other = other or list(framed_drafts(page, syntax, sentence, finder))
        other = other or ([] if with_sum else list(undertakings(page, syntax, sentence, finder)))
        listed_now = [] if with_sum or other else listed_drafts(page, syntax, sentence, finder)
        if own := list(listed_now):
            other, counted = own, []
    if not (with_sum or counted):
        given = list(shares(page, syntax, sentence, finder))
        other = given or other or list(_policies(page, syntax, sentence, finder))
    other += troops_sent(page, syntax, sentence, finder, [*other, *counted])
    yield from (*other, *counted)
    if not (with_sum or other or counted):
        yield from story_goods(page, syntax, sentence, finder, _by_act(page, syntax, things))
    if not with_sum:
        told = [thing.name for draft in (*other, *counted) for thing in draft.things]
        yield from named_goods(page, syntax, sentence, finder, told)


def _things_only(
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
    for chain, counted in by_party(page, sentence, _by_act(page, syntax, things)):
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
        if told_otherwise(page, syntax, draft, chain, place):
            continue
        finder.fill(syntax, draft, chain, nearest_party(page, members))
        finder.take_gapped(draft, gapped_owner(page, sentence, members[0]), things)
        if no_gift(page, draft):
            continue
        if framed is not None:
            finder.frame(draft, whole_of(members[0]))
        opened = opened and give_as_opened(page, draft)
        carried = (
            bool(chain) and chain[0].act_class == "carry" and not _bound_to_add(page, draft, chain)
        )
        told = puts_boots(page, draft, members) or hands_by_noun(page, members)
        weak = (
            framed is None and carried and not (told or adds_to_force(page, syntax, chain, members))
        )
        named_before = members[0].name.end <= sentence.start and not draft.recipients
        if opened or (not weak and not named_before and finder.keeps(draft)):
            finder.name_only_giver(draft)
            prefer_named(page, draft)
            finder.told(draft)
        else:
            draft.rule = LIST_ONLY
            draft.alone = finder.stands_alone(draft)
        yield draft


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


def _note(page: Page, finder: PartyFinder, told: Sequence[Draft]) -> list[Draft]:
    """The gift that a short text is a note on, where nothing in it is told as a new promise."""
    for sentence in note_openings(page):
        if any(draft.sentence.overlaps(sentence) for draft in told):
            continue
        syntax = Syntax(page.parse(sentence))
        things = note_things(page, sentence, syntax)
        if not things:
            continue
        chain = chain_above(syntax, things[0].place)
        draft = Draft(sentence=sentence, rule=NOTE, things=things, headline=syntax.verbless)
        fill_terms(page, syntax, draft, chain, things[0].name)
        finder.fill(syntax, draft, chain, things[0].name)
        finder.name_only_giver(draft)
        if draft.firmness[0] == "firm":
            return [draft]
    return []


def _uncounted(page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder) -> Iterator[Draft]:
    """Goods without a count, where giver, receiver and act stand in the sentence."""
    if any_of("acts", "illicit").search(page.text, sentence.start, sentence.end):
        return
    found = [
        *given_goods(syntax, goods_in(page, syntax, sentence)),
        *services(page, syntax, sentence),
    ] or list(bestowed(page, syntax, sentence))
    for chain, goods in found:
        draft = Draft(sentence=sentence, rule=GOODS, things=goods)
        fill_terms(page, syntax, draft, chain, goods[0].name)
        if told_otherwise(page, syntax, draft, chain, goods[0].name):
            continue
        finder.fill(syntax, draft, chain, goods[0].name)
        if astray(page, syntax, goods[0], chain):
            continue
        if all(of_helpers(thing) for thing in goods):
            draft.instrument = ("personnel", None)
        if firmly_given(page, draft) and finder.keeps(draft) and not no_gift(page, draft):
            finder.told(draft)
            yield draft
        elif draft.firmness[0] == "considered" and may_be_gift(page, draft):
            draft.doubtful = True  # "is considering a gift of patrol boats"
            yield draft


def _policies(page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder) -> Iterator[Draft]:
    """Definite acts that somebody named is bound to do for somebody else who is named."""
    for chain, words in policies(page, syntax, sentence):
        draft = Draft(sentence=sentence, rule=POLICY)
        fill_terms(page, syntax, draft, chain, words)
        finder.fill(syntax, draft, chain, words)
        name_beneficiaries(draft, served(page, words, surely=not draft.recipients))
        give_to_bound(page, draft)
        draft.instrument, draft.purpose = ("policy", None), words
        givers = {party.actor.id for party in draft.givers_here}
        if givers and {p.actor.id for p in draft.recipients} - givers:
            yield draft


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


def _by_act(page: Page, syntax: Syntax, things: list[Thing]) -> list[tuple[list[Act], list[Thing]]]:
    """Group things by the nearest act above them; those that are only supposed are left out."""
    groups: dict[int, tuple[list[Act], list[Thing]]] = {}
    for thing in things:
        chain = chain_above(syntax, thing.place)
        if astray(page, syntax, thing, chain):
            continue
        unreal = supposed(syntax, chain) or bidden(page, syntax, chain) or used(syntax, thing)
        if not unreal and not pressed(syntax, thing.place):
            groups.setdefault(chain[0].token if chain else -1, (chain, []))[1].append(thing)
    return list(groups.values())


def _only_funds(chain: list[Act], things: list[Thing]) -> bool:
    """Say whether a sum in the sentence pays for uncounted things, which are no gift beside it."""
    gives = bool(chain) and chain[0].act_class == "give"
    return gives and not any(thing.count for thing in things)


def _claims(page: Page, drafts: list[Draft]) -> Iterator[Commitment]:
    built: dict[int, Commitment] = {}
    for draft in wholes_first(drafts):
        parent = None if draft.parent is None else built.get(id(draft.parent))
        claim = build(page, draft, None if parent is None else parent.id)
        built[id(draft)] = claim
        yield claim
