"""Goods told again, or told more fully by a sum or a count: one commitment, told once."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.drafts import Draft
from pledgebook.extract.goods import GOODS
from pledgebook.extract.goods_words import MORE_AID
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page


def told_once(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out goods that a sum or a count tells more fully, and goods told again."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.rule == GOODS and any(_fuller(page, draft, d) for d in (*kept, *drafts)):
            continue
        kept.append(draft)
    return kept


def _fuller(page: Page, goods: Draft, other: Draft) -> bool:
    if other is goods or other.undertaken:
        return False
    givers, others = ({p.actor.id for p in d.donors} for d in (goods, other))
    if other.rule != GOODS:
        if goods.doubtful and _is_named(page, goods):  # a story tells of each thing by itself
            return _names(goods) <= _names(other)
        same_block = page.block_of(goods.sentence) == page.block_of(other.sentence)
        if goods.sentence != other.sentence and (
            goods.at_another_stage(other) or _told_apart(page, goods)
        ):
            return False
        return same_block and bool((givers and givers <= others) or not others)
    earlier = other.sentence.start <= goods.sentence.start
    return earlier and bool(givers & others) and _names(goods) <= _names(other)


def _told_apart(page: Page, goods: Draft) -> bool:
    """Say whether a sentence tells a gift of its own: named goods, their act and who gets them.

    A package or more aid may be what a sum beside it tells of.
    """
    here = [p for p in goods.recipients if not p.from_context]
    return bool(here) and _is_named(page, goods) and goods.stage[1] is not None


def _is_named(page: Page, goods: Draft) -> bool:
    """Say whether goods are called by their kind, and no package or aid."""
    return not any(
        load("acts")["nouns"]["aid"].count(thing.item.name.lower().split()[-1])
        or MORE_AID.search(page.words(thing.name))
        for thing in goods.things
    )


def _names(draft: Draft) -> set[str]:
    return {thing.item.name.lower().split()[-1].removesuffix("s") for thing in draft.things}
