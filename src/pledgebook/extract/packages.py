"""A package and what belongs to it: things of later sentences and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from pledgebook.extract.drafts import Draft, Thing
from pledgebook.extract.goods import GOODS
from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.extract.parties import party_ids
from pledgebook.extract.standing_givers import labelled
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.language.protocol import Block
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Rule of things that are no promise by themselves ("it included 5 generators"): they belong to the
#: package told before them in the same paragraph, or to nothing.
LIST_ONLY = "package-list"
#: Stages of what has come: it does not go on with what is only promised.
_CAME = frozenset({"delivered", "disbursed"})
#: What is only thought of, or denied, is in no package that is promised.
_UNSETTLED = frozenset({"considered", "denied"})


def attach_list(page: Page, draft: Draft) -> None:
    """Give a commitment the things in the bullets that its paragraph introduces with a colon."""
    block = page.block_of(draft.sentence)
    if block is None or not page.words(block.span).rstrip().endswith(":"):
        return
    for row in bullets_after(page, block.span):
        if labelled(page, row) is None:  # "China: 12 tonnes of rice" is China's
            draft.things.extend(things_in(page, row.span))


def bullets_after(page: Page, sentence: Span) -> Iterator[Block]:
    """Give the bullets and rows that stand right below a sentence."""
    for block in page.blocks.items[page.blocks.position(Span(sentence.end, sentence.end)) :]:
        if block.span.start < sentence.end:
            continue
        if block.kind not in ("bullet", "table_row"):
            return
        yield block


def listed(page: Page, syntax: Syntax, thing: Thing, parties: AbstractSet[str | None]) -> bool:
    """Say whether a sentence without an act of giving goes on with what was given before it.

    "These are 80 trucks", "the list has 30 pumps", "The sum should do for 40 tents": the verb tells
    of a state or a list, and nobody is named who is no party of what was told.
    """
    verbs = syntax.verbs_above(head) if (head := syntax.head_of(thing.place)) is not None else []
    words = load("acts")["listing"]
    if verbs and syntax.tokens[verbs[0]].lemma.lower() not in words:
        return False
    sentence = page.sentence_of(thing.place)
    return all(m.actor.id in parties for m in page.actors.within(sentence) if _side(m))


def _side(mention: ActorMention) -> bool:
    return mention.actor.type != "person" and mention.naming != "adjective"


def join_packages(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give things of a later sentence to the package before it in the same block.

    "… sent two shipments. The first held 5 generators …": one commitment, at its fullest telling.
    """
    kept: list[Draft] = []
    for draft in drafts:
        told = [k for k in kept if k.rule != GOODS and not k.undertaken]
        told = told or [k for k in kept if not k.undertaken]
        last = told[-1] if told else None
        if draft.rule == LIST_ONLY and (last is None or not _belongs(page, last, draft)):
            if draft.alone:
                draft.rule = "package"
                kept.append(draft)
            continue
        if draft.undertaken or last is None:
            kept.append(draft)
        elif draft.rule == LIST_ONLY or _continues(page, last, draft):
            last.things.extend(t for t in draft.things if not _told(t, last.things))
            last.sentence = Span(last.sentence.start, max(last.sentence.end, draft.sentence.end))
        else:
            kept.append(draft)
    return kept


def _told(thing: Thing, things: Iterable[Thing]) -> bool:
    """Say whether things are told again: the same number under the same last word of the name."""
    return thing.count is not None and any(
        other.item.quantity == thing.item.quantity
        and other.item.name.lower().split()[-1:] == thing.item.name.lower().split()[-1:]
        for other in things
    )


def _belongs(page: Page, last: Draft, draft: Draft) -> bool:
    """Say whether things without a promise of their own are in the package told before them.

    Not where somebody else is named as their giver, or where they are only thought of or denied.
    """
    if not _same_block(page, last, draft):
        return False
    if draft.firmness[0] in _UNSETTLED and draft.firmness[0] != last.firmness[0]:
        return False
    named = {p.actor.id for p in draft.donors if not p.from_context}
    return named <= party_ids([*last.donors, *last.recipients])


def _same_block(page: Page, last: Draft, draft: Draft) -> bool:
    return page.block_of(draft.sentence) == page.block_of(last.sentence)


def _continues(page: Page, last: Draft, draft: Draft) -> bool:
    """Say whether things belong to the package told just before, in the same block."""
    if draft.money is not None or draft.conditions or not draft.donors:
        return False
    if draft.newness[0] == "additional":  # more than was told before
        return False
    if draft.acts and (_told_beside(page, draft) or _given_apart(last, draft)):
        return False
    if not _same_block(page, last, draft) or draft.at_another_stage(last):
        return False
    if party_ids(draft.donors) == party_ids(last.recipients) and last.money is not None:
        return True
    came = (draft.stage[0] in _CAME) == (last.stage[0] in _CAME)
    if draft.donors[0].placed and party_ids(draft.donors) != party_ids(last.donors):
        return False
    return draft.donors[0].from_context and draft.firmness[0] == last.firmness[0] and came


def _given_apart(last: Draft, draft: Draft) -> bool:
    """Say whether people are sent in a sentence of their own behind a sum: no sum buys them."""
    sent = verb_classes("acts").get(draft.acts[0]) == "deliver" and draft.stage[0] == "pledged"
    staff = all(thing.item.category == "personnel" for thing in draft.things)
    return last.money is not None and sent and staff


#: Words by which a sentence adds another act to what was told.
_BESIDE = re.compile(
    r"\b(?:also|separately|in\s+addition|besides|moreover|furthermore|additionally)\b(?!\s+to\b)",
    re.IGNORECASE,
)


def _told_beside(page: Page, draft: Draft) -> bool:
    """Say whether counted things are promised beside what was told: "She also offered to …".

    "The package also includes 40 trucks" goes on with it.
    """
    classes = {verb_classes("acts").get(verb) for verb in draft.acts}
    counts = ((thing.count or thing.place).start for thing in draft.things)
    first = min(counts, default=draft.sentence.end)
    beside = _BESIDE.search(page.text, draft.sentence.start, first) is not None
    return beside and bool(classes & {"pledge", "commit"}) and "carry" not in classes
