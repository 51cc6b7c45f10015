"""Drafts of goods without a count, and of definite acts that somebody is bound to do."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract.arms_moved import no_gift
from pledgebook.extract.beneficiaries import name_beneficiaries
from pledgebook.extract.commitment_parties import PartyFinder
from pledgebook.extract.commitment_terms import fill_terms
from pledgebook.extract.drafts import Draft
from pledgebook.extract.goods import GOODS, firmly_given, given_goods, goods_in, only_favoured
from pledgebook.extract.handed import bestowed
from pledgebook.extract.headlines import is_headline
from pledgebook.extract.lexicon import any_of
from pledgebook.extract.listed_acts import give_to_bound
from pledgebook.extract.other_verbs import told_otherwise
from pledgebook.extract.page import Page
from pledgebook.extract.pledged_in_person import announced_in_person
from pledgebook.extract.policies import POLICY, policies, served
from pledgebook.extract.services import services
from pledgebook.extract.story import may_be_gift
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.teams import of_helpers
from pledgebook.extract.things_astray import astray
from pledgebook.model.spans import Span


def uncounted_drafts(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder
) -> Iterator[Draft]:
    """Goods without a count, where giver, receiver and act stand in the sentence."""
    if any_of("acts", "illicit").search(page.text, sentence.start, sentence.end):
        return
    found = [
        *given_goods(syntax, goods_in(page, syntax, sentence)),
        *services(page, syntax, sentence),
    ] or list(bestowed(page, syntax, sentence))
    told: list[Draft] = []
    for chain, goods in found:
        if only_favoured(syntax, chain[0].token):
            continue
        draft = Draft(sentence=sentence, rule=GOODS, things=goods)
        fill_terms(page, syntax, draft, chain, goods[0].name)
        if told_otherwise(page, syntax, draft, chain, goods[0].name):
            continue
        finder.fill(syntax, draft, chain, goods[0].name)
        if astray(page, syntax, goods[0], chain):
            continue
        if all(of_helpers(thing) for thing in goods):
            draft.instrument = ("personnel", None)
        firm = (
            firmly_given(page, draft)
            or _weighed_in_headline(page, draft)
            or announced_in_person(page, syntax, draft, chain)
        )
        if firm and finder.keeps(draft) and not no_gift(page, draft):
            if told and _in_package(told[-1], draft):
                told[-1].things = [*told[-1].things, *draft.things]
                continue
            finder.told(draft)
            told.append(draft)
        elif draft.firmness[0] == "considered" and may_be_gift(page, draft):
            draft.doubtful = True  # "is considering a gift of patrol boats"
            told.append(draft)
    yield from told


def _weighed_in_headline(page: Page, draft: Draft) -> bool:
    """Say whether a headline tells that a gift is weighed: "Merz says he may send jets to Kyiv".

    Who may give and who would get stand in it. In a sentence goods that are weighed are talk.
    """
    if draft.firmness[0] != "considered" or draft.stage[0] in ("called_for", "withdrawn"):
        return False
    here = all(not party.from_context for party in draft.recipients)
    named = bool(draft.givers_here) and bool(draft.recipients) and here
    return named and is_headline(page, draft.sentence)


def _in_package(package: Draft, draft: Draft) -> bool:
    """Say whether goods are what a package told of just before will hold, and no further gift.

    "Is announcing a package of military aid that will provide radars": the same act tells of both.
    """
    aid = any_of("acts", "goods", "packages").fullmatch(package.things[0].item.name) is not None
    same = [p.actor.id for p in package.donors] == [p.actor.id for p in draft.donors]
    told_by = bool(package.acts) and package.acts[-1:] == draft.acts[-1:]
    return aid and same and told_by and len(draft.acts) > len(package.acts)


def policy_drafts(
    page: Page, syntax: Syntax, sentence: Span, finder: PartyFinder
) -> Iterator[Draft]:
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
