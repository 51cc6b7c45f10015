"""Who gets what a sentence promises, and the funds that stand beside it and give nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.called_upon import called_upon
from pledgebook.extract.debt_relief import debtors
from pledgebook.extract.drafts import Draft
from pledgebook.extract.elliptic_givers import gapped_taker
from pledgebook.extract.gate_gapped import gapped_givers
from pledgebook.extract.joined_names import joined
from pledgebook.extract.lexicon import verb_classes
from pledgebook.extract.moving import destinations
from pledgebook.extract.own_schemes import names_fund
from pledgebook.extract.page import Page
from pledgebook.extract.parties import giving_words, tells_of_a_firm
from pledgebook.extract.phrase_parties import beside, owns_sum
from pledgebook.extract.purchases import made_by
from pledgebook.extract.receivers import by_preposition, receiving
from pledgebook.extract.receivers_of_parts import of_later_part, own_place
from pledgebook.extract.receiving_subjects import (
    acts_itself,
    datives,
    enabled,
    given_subjects,
    owns_the_subject,
    takers,
)
from pledgebook.extract.sources_of_things import gapped_owner, own_taker
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.thanked import thanked
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


def receiving_side(
    page: Page, syntax: Syntax, draft: Draft, chain: Sequence[Act], thing: Span
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Give those who get a thing, and the funds that it is paid into."""
    sentence = draft.sentence
    targets = _named(page, syntax, sentence, chain, thing)
    targets += [m for m in destinations(page, syntax, chain) if m not in targets]
    if chain and page.words(chain[0].span).lower() in verb_classes("serving"):
        served = beside(page, syntax, thing, targets)  # "trains Moldovan pilots"
        owners = [] if _comes_from(page, sentence) else owns_sum(page, sentence, thing)
        served = [m for m in served if m not in owners]  # "Norway's €9m has been paid"
        targets = sorted([*targets, *served], key=lambda m: m.span)
        if served:
            targets = [m for m in targets if m in served]
    targets = [m for m in targets if not of_later_part(page, sentence, thing, m)]
    targets = [m for m in targets if not made_by(page, syntax, chain, thing, m)]
    funds = [m for m in page.actors.within(sentence) if names_fund(page, m)]
    if draft.money is None and draft.acts[:1] and draft.acts[0].startswith("contribut"):
        funds += beside(page, syntax, thing, targets)  # "the Czech initiative" is paid into
        targets = [m for m in targets if m not in funds]
    targets = debtors(page, sentence, thing) or targets
    own = gapped_taker(page, sentence, thing) or own_place(page, sentence, thing)
    things = things_in(page, sentence)
    targets = own or own_taker(page, sentence, things, thing) or targets
    gapped = gapped_givers(page, sentence)
    gapped += [m for one in things if (m := gapped_owner(page, sentence, one)) is not None]
    return [m for m in targets if m not in gapped], funds


#: Behind an adjective of the state whose office tells: its own firms, who are paid to give.
_FIRMS = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:companies|firms|businesses|suppliers|manufacturers|producers|industry)\b",
    re.IGNORECASE,
)


def _own_firms(page: Page, mention: ActorMention) -> bool:
    """Say whether an office tells of firms at home: "reserved for Danish companies' deliveries"."""
    own = mention.actor.id in page.offices and mention.naming in ("adjective", "demonym")
    return own and _FIRMS.match(page.text, mention.span.end) is not None


def _comes_from(page: Page, sentence: Span) -> bool:
    """Say whether a sentence names who something comes from: then its owner may be who gets it."""
    return bool(by_preposition(page, sentence, giving_words()))


def _of_society(page: Page, mention: ActorMention) -> bool:
    """Say whether an adjective only tells whose society gets something: "the Kenyan Red Cross"."""
    if mention.naming not in ("adjective", "demonym"):
        return False
    behind = page.actors.touching(Span(mention.span.end + 1, mention.span.end + 2))
    return any(m.actor.type == "organisation" and m.naming == "name" for m in behind)


def _named(
    page: Page, syntax: Syntax, sentence: Span, chain: Sequence[Act], thing: Span
) -> list[ActorMention]:
    """Those whom the words of a sentence make its receivers; who is asked or thanked gives."""
    targets = [m for m in receiving(page, sentence) if not owns_the_subject(syntax, m)]
    targets = [m for m in targets if not (tells_of_a_firm(page, m) or _own_firms(page, m))]
    targets += [m for m in joined(page, sentence, targets) if not acts_itself(syntax, m)]
    let = enabled(page, syntax, thing)
    targets = [m for m in targets if not _of_society(page, m)]
    getting = takers(page, syntax, chain)
    if getting:  # "Lebanon gets €5m for Syrian children": not Syria
        targets = [m for m in targets if m.naming not in ("adjective", "demonym")]
    given = given_subjects(page, syntax, chain, thing)
    for more in (getting, datives(page, syntax, chain), given, let):
        targets += [m for m in more if m not in targets]
    asked = called_upon(page, syntax, chain, thing) or []  # "appealed to Berlin for …"
    asked += thanked(page, syntax, sentence, chain, thing)
    return [m for m in targets if m not in asked]
