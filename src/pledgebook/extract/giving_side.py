"""Who gives what a sentence promises, where the sentence itself names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.acting_parties import acting
from pledgebook.extract.brought_together import brought_to_give
from pledgebook.extract.clause_openers import fronted, opens_clause
from pledgebook.extract.contact_clauses import giver_of_clause
from pledgebook.extract.described_givers import pays_other
from pledgebook.extract.elliptic_givers import own_source, package_owners, tellers_of_promise
from pledgebook.extract.gate_gapped import before_later_sums, clause_givers, gapped_givers
from pledgebook.extract.given_by_partners import given_by_partners
from pledgebook.extract.joined_names import joined
from pledgebook.extract.lexicon import load
from pledgebook.extract.moving import origins
from pledgebook.extract.only_giver import hostile
from pledgebook.extract.page import Page
from pledgebook.extract.parties import behalf_words, directly_before, given_words, giving_words
from pledgebook.extract.partners import with_partners
from pledgebook.extract.phrase_parties import (
    behind_a_sum,
    behind_another,
    beside,
    of_next,
    owns_sum,
    right_behind,
    whose_measured,
)
from pledgebook.extract.promise_words import guarantees
from pledgebook.extract.purchases import buys, made_by, names_make, sells
from pledgebook.extract.receivers import by_preposition
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.telling_payers import telling_payers, tells_of_own_aid
from pledgebook.extract.thanked import thanked
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: How far after a thing "from X" or "by X" still names who gives it, in code points.
REACH = 60


def giving_side(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    chain: Sequence[Act],
    thing: Span,
    *,
    targets: Sequence[ActorMention],
    taker: str | None,
) -> tuple[list[ActorMention], Span | None]:
    """Give the donors beside a thing, else the subject of the acts above it, and its local words.

    ``targets`` are those who get, ``taker`` whom the page as a whole is about giving to.
    """
    if beside := _named_beside(page, syntax, sentence, chain, thing, targets):
        return beside, None
    given = _given(page, syntax, sentence, chain, targets)
    subjects, words = _subjects(page, syntax, chain, thing)
    subjects = [m for m in subjects if m not in targets and not hands_out(page, m)]
    near = _right_before(page, sentence, thing, targets)
    near = near or [m for m in _owners(page, syntax, thing, targets) if m.actor.id != taker]
    near = near or ([] if subjects else whose_measured(page, syntax, thing, targets))
    near = [m for m in near if m.actor.type != "person" or not m.span.overlaps(thing)]  # a ship
    if subjects or words:  # who buys is bound, and not who makes what is bought
        near = [m for m in near if not made_by(page, syntax, chain, thing, m)]
    if subjects:  # whose loans somebody guarantees lends, and gives no guarantee
        near = [m for m in near if not names_make(syntax, m) and not guarantees(page, chain)]
    own = [] if buys(page, chain) else _sources(page, sentence, thing, given)
    if own and all(m in given for m in near):  # "€9m from A, €5m from B": A belongs to the €9m
        near = []
    told = [m for m in tellers_of_promise(page, syntax, thing) if m not in targets]
    behalf = by_preposition(page, sentence, behalf_words())
    if nearest := told or near or behalf or own:
        return nearest, None
    if subjects:
        return subjects, words
    left = [*origins(page, syntax, chain), *fronted(page, sentence, given)]
    if left := [m for m in left if m not in targets]:
        return left, None
    after = _behind(page, syntax, sentence, thing, given)
    before = [] if after else _ahead(page, sentence, thing, given)
    if after or before or words is not None:
        return (before, None) if before else (after, words)
    told = telling_payers(page, syntax, chain, taker, targets)
    told = told or tells_of_own_aid(page, syntax, thing)
    return [m for m in told if m not in targets], None


def _given(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    chain: Sequence[Act],
    targets: Sequence[ActorMention],
) -> list[ActorMention]:
    """Give those whom "from", "by" and the like make givers of the whole, wherever they stand."""
    if _takes_in(syntax, chain):
        return []  # nobody gives where refugees come from
    givers = by_preposition(page, sentence, giving_words())
    givers += joined(page, sentence, givers)
    return [
        m
        for m in givers
        if m not in targets
        and not (hostile(page, m) or sells(page, m) or _only_carries(m))
        and not (_pays_a_part(page, m) or hands_out(page, m))
    ]


def _sources(
    page: Page, sentence: Span, thing: Span, given: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give the givers right behind a thing: "€9m from Oslo and Riga"."""
    own = [m for m in given if right_behind(page, sentence, thing, m)]
    row = joined(page, sentence, own)
    return own + [m for m in row if m in given and not _owns_next(page, m)]


def _ahead(
    page: Page, sentence: Span, thing: Span, given: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give the givers before a thing by a noun of giving: "a gift from Oslo of €5m"."""
    by_noun = by_preposition(page, sentence, given_words())
    before = [m for m in given if m in by_noun and m.span.end <= thing.start]
    return [m for m in before if not behind_another(page, sentence, thing, m)]


def _named_beside(
    page: Page,
    syntax: Syntax,
    sentence: Span,
    chain: Sequence[Act],
    thing: Span,
    targets: Sequence[ActorMention],
) -> list[ActorMention]:
    """Give who is thanked for a thing, gave it by the clause right behind it, or owns the sum."""
    praised = thanked(page, syntax, sentence, chain, thing)
    praised = praised or brought_to_give(page, sentence, thing)
    praised = praised or given_by_partners(page, sentence, thing)
    if found := praised or giver_of_clause(page, sentence, thing):
        return list(found)
    return [m for m in owns_sum(page, sentence, thing) if m not in targets]


def _takes_in(syntax: Syntax, chain: Sequence[Act]) -> bool:
    """Say whether the nearest act is that people are taken in: "will resettle 900 people from"."""
    lemma = syntax.tokens[chain[0].token].lemma.lower() if chain else ""
    return lemma in load("acts")["hosting"] and lemma not in _GETTING


#: Verbs of taking in that also tell who gets a thing from whom.
_GETTING = frozenset({"receive", "accept", "treat"})


def _subjects(
    page: Page, syntax: Syntax, chain: Sequence[Act], thing: Span
) -> tuple[list[ActorMention], Span | None]:
    """Give who acts above a thing, with partners, or opens its clause; and local words."""
    found, words = acting(page, syntax, chain, thing)
    found = with_partners(page, syntax, chain, found)
    if apart := opens_clause(page, page.sentence_of(thing), thing, found):
        return apart, None
    return found, words


def _right_before(
    page: Page, sentence: Span, thing: Span, targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give those right before a thing, in a clause without a verb or in any other."""
    pairs = [*clause_givers(page, sentence), *before_later_sums(page, sentence)]
    alike = gapped_givers(page, sentence) if pairs else []
    gapped = [m for m, money in pairs if money == thing and m in alike]
    return gapped or [m for m in directly_before(page, sentence, thing) if m not in targets]


def _owners(
    page: Page, syntax: Syntax, thing: Span, targets: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give those whose thing, or whose package, it is by the words around it."""
    owners = beside(page, syntax, thing, targets)
    return owners or [m for m in package_owners(page, syntax, thing) if m not in targets]


#: Before who pays for some of a sum that another gives: "€9m, with a part financed by Oslo".
_A_PART = re.compile(
    r"\b(?:part|half|share|portion|third|quarter|some)(?:\s+of\s+(?:it|which|this|that))?"
    r"(?:\s+(?:is|was|being|to\s+be))?\s+(?:financed|funded|paid(?:\s+for)?|covered|met)\s+by\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PART_REACH = 60


def _pays_a_part(page: Page, mention: ActorMention) -> bool:
    """Say whether an actor pays for a part only of what is told."""
    start = max(0, mention.span.start - _PART_REACH)
    return _A_PART.search(page.text, start, mention.span.start) is not None


#: Who hands over what others give, as they are described.
_CARRIERS = re.compile(
    r"\b(?:partner|implementing|humanitarian|aid|non-governmental|relief|local)\b.*"
    r"\b(?:organi[sz]ations?|partners|agencies|charities|groups)\b",
    re.IGNORECASE,
)


#: Before a body that is to hand out what others give: "€9m, to be delivered by UNICEF".
_TO_HAND_OUT = re.compile(
    r"\b(?:to|will|would)\s+be\s+(?:delivered|distributed|implemented|carried\s+out|administered|managed"
    r"|channell?ed|handed\s+out)\s+by\s+(?:(?:the|[\w-]+,|and|[A-Z][\w-]*)\s+){0,6}$"
)


def hands_out(page: Page, mention: ActorMention) -> bool:
    """Say whether an organisation is only to hand out what is told."""
    if mention.actor.type != "organisation":
        return False
    start = max(page.sentence_of(mention.span).start, mention.span.start - 2 * REACH)
    return _TO_HAND_OUT.search(page.text, start, mention.span.start) is not None


def _only_carries(mention: ActorMention) -> bool:
    """Say whether unnamed partners hand over what others give: "delivered by partner agencies"."""
    return mention.actor.type == "unnamed" and _CARRIERS.search(mention.actor.name) is not None


def _behind(
    page: Page, syntax: Syntax, sentence: Span, thing: Span, given: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give those behind a thing whom "from" or "by" makes its givers, and nothing else's."""
    found = [
        m
        for m in given
        if 0 <= m.span.start - thing.end < REACH
        and not of_next(page, syntax, thing, m)
        and not pays_other(syntax, thing, m)
    ]
    if not page.money.touching(thing):  # "the jets, for which it gets €9m from the EU"
        found = [m for m in found if not behind_a_sum(page, sentence, m)]
    return own_source(page, sentence, thing, found)


def _owns_next(page: Page, mention: ActorMention) -> bool:
    """Say whether a sum of its own stands right behind an actor: "from Oslo and Riga €5m"."""
    return any(
        page.text[mention.span.end : money.span.start].isspace()
        for money in page.money.within(page.sentence_of(mention.span))
        if money.span.start > mention.span.end
    )
