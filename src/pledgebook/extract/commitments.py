"""The reader for commitments: who is bound to give what, to whom, on which terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pledgebook.extract.acts import chain_above
from pledgebook.extract.aid_types import settle_type
from pledgebook.extract.candidates import candidates
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.corrected_sums import restate_corrected
from pledgebook.extract.counted_drafts import by_act, counted_drafts
from pledgebook.extract.drafts import Draft, Thing, build
from pledgebook.extract.each_of import dealt_out
from pledgebook.extract.framed_drafts import framed_drafts
from pledgebook.extract.handed import handed_counts
from pledgebook.extract.headline_refusals import refused_drafts
from pledgebook.extract.listed_drafts import listed_drafts
from pledgebook.extract.main_givers import name_main_giver
from pledgebook.extract.makes import name_makes
from pledgebook.extract.nearer_givers import prefer_nearer_givers
from pledgebook.extract.notes import NOTE, note_openings, note_things
from pledgebook.extract.output_shares import shares
from pledgebook.extract.own_money import name_own_currency
from pledgebook.extract.packages import LIST_ONLY, attach_list, join_packages
from pledgebook.extract.page import Page
from pledgebook.extract.reckoning import record_reckoned
from pledgebook.extract.recording import restate_others
from pledgebook.extract.refused_drafts import with_refused
from pledgebook.extract.repeats import fold_repeats
from pledgebook.extract.story import in_story, may_be_gift, may_hand_over, taker_of_story
from pledgebook.extract.story_gifts import named_goods, story_goods
from pledgebook.extract.story_teams import story_teams
from pledgebook.extract.sum_drafts import SumDrafts
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.teams import names_team
from pledgebook.extract.things import things_in
from pledgebook.extract.told_once import told_once
from pledgebook.extract.troops_sent import troops_sent
from pledgebook.extract.uncounted_drafts import policy_drafts, uncounted_drafts
from pledgebook.extract.undertakings import HELPERS, TRAINING, undertakings
from pledgebook.extract.wholes_and_parts import wholes_first
from pledgebook.model.claims import Commitment
from pledgebook.model.spans import Span


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
            found: Iterable[Draft] = ()
            if not page.asks(sentence):
                whole = wholes[-1] if wholes else None
                found = refused or _read_sentence(page, sentence, finder, whole)
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
        name_makes(page, joined)
        prefer_nearer_givers(page, joined)
        name_main_giver(page, joined)
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
    sums = SumDrafts(page, syntax, sentence, finder, things)
    yield from sums.read(previous)
    yield from _beside_sums(page, syntax, sentence, finder, sums.things, with_sum=sums.found)


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
    counted = list(counted_drafts(page, syntax, sentence, finder, things, with_sum=with_sum))
    other: list[Draft] = []
    if all(draft.rule == LIST_ONLY for draft in counted):  # what is counted is in the package named
        other = list(uncounted_drafts(page, syntax, sentence, finder))
        other = other or list(framed_drafts(page, syntax, sentence, finder))
        other = other or ([] if with_sum else list(undertakings(page, syntax, sentence, finder)))
        listed_now = [] if with_sum or other else listed_drafts(page, syntax, sentence, finder)
        if own := list(listed_now):
            other, counted = own, []
        elif other and not with_sum:
            other += _helpers_beside(page, syntax, sentence, finder, other)
    if not (with_sum or counted):
        given = list(shares(page, syntax, sentence, finder))
        other = given or other or list(policy_drafts(page, syntax, sentence, finder))
    other += troops_sent(page, syntax, sentence, finder, [*other, *counted])
    yield from (*other, *counted)
    goods: list[Draft] = []
    if not (with_sum or other or any(d.rule != LIST_ONLY or d.acts for d in counted)):
        acted = by_act(page, syntax, things)
        goods = list(story_goods(page, syntax, sentence, finder, acted))
        goods = [draft for draft in goods if draft.givers_here or not counted]
        yield from goods
    if not with_sum:
        given = [d for d in (*other, *counted, *goods) if d.rule != LIST_ONLY]
        told = [thing.name for draft in given for thing in draft.things]
        named = list(named_goods(page, syntax, sentence, finder, told))
        told = [thing.place for draft in (*given, *named) for thing in draft.things]
        yield from (*named, *story_teams(page, syntax, sentence, finder, things, told))


def _helpers_beside(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder, told: Sequence[Draft]
) -> list[Draft]:
    """Teams sent beside goods: "will send a medical team, and tents will be provided"."""
    if not names_team(page, sentence) or any(draft.undertaken for draft in told):
        return []
    names = [thing.name for draft in told for thing in draft.things]
    return [
        draft
        for draft in undertakings(page, syntax, sentence, finder, HELPERS)
        if not any(thing.name.overlaps(name) for thing in draft.things for name in names)
    ]


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
        finder.fill(syntax, draft, chain, things[0].place)
        finder.name_only_giver(draft)
        if draft.firmness[0] == "firm":
            return [draft]
    return []


def _claims(page: Page, drafts: list[Draft]) -> Iterator[Commitment]:
    built: dict[int, Commitment] = {}
    for draft in wholes_first(drafts):
        parent = None if draft.parent is None else built.get(id(draft.parent))
        claim = build(page, draft, None if parent is None else parent.id)
        built[id(draft)] = claim
        yield claim
