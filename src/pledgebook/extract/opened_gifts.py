"""Points whose introduction says who gives them to whom: "Japan will give Haiti: - €7m for buses".

The point itself has a sum or counted goods and neither a verb nor a giver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pledgebook.extract import promise_words as says
from pledgebook.extract.act_verbs import GIVING, act_at
from pledgebook.extract.drafts import Draft
from pledgebook.extract.introductions import POINTS, introduction_of
from pledgebook.extract.lexicon import any_of, load, verb_classes
from pledgebook.extract.listed_acts import JOINED
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, parties_of, party_ids
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.things import things_in
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention

#: Words of an introduction by which nothing is given, or something else than gifts.
_OTHERWISE = re.compile(
    r"\b(?:ask|urg|call|request|want|demand|expect|hop|not|never|if|unless|propos|against|refus|reject|cut)\w*\b"
    r"|\b(?:reasons?|answers?|figures?|details?|examples?|explanations?|facts?|statements?|information"
    r"|advice|evidence|questions?|comments?|speech|interviews?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedGift:
    """Who gives what the points of a list hold, to whom, and the verb that says so."""

    givers: tuple[ActorMention, ...]
    takers: tuple[ActorMention, ...]
    verb: Span
    opened: Span


def opened_gift(page: Page, sentence: Span) -> OpenedGift | None:
    """Give what the introduction of a point says of who gives; None where it says nothing so."""
    opened = introduction_of(page, sentence)
    if opened is None or _OTHERWISE.search(page.text, opened.start, opened.end):
        return None
    if any_of("headline_verbs", "trade").search(page.text, opened.start, opened.end):
        return None
    verb = _verb().search(page.text, opened.start, opened.end)
    if verb is None:
        return None
    before = page.actors.within(Span(opened.start, verb.start()))
    givers = last_row(page, [m for m in before if bound_actor(m) is not None], JOINED)
    ids = party_ids(parties_of(givers))
    behind = page.actors.within(Span(verb.end(), opened.end))
    takers = [m for m in behind if (bound_actor(m) or m.actor).id not in ids]
    if not givers:
        return None
    return OpenedGift(
        givers=tuple(givers), takers=tuple(takers), verb=Span(*verb.span()), opened=opened
    )


def names_opened_gift(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a point has goods that its introduction gives to somebody."""
    block = page.block_of(sentence)  # first, since few sentences stand in lists
    if block is None or block.kind not in POINTS or not things_in(page, sentence):
        return False
    gift = opened_gift(page, sentence)
    return gift is not None and bool(gift.takers)


def give_as_opened(page: Page, draft: Draft) -> bool:
    """Give a point its parties and stage from the introduction; say whether it did."""
    gift = opened_gift(page, draft.sentence)
    if gift is None or draft.firmness[0] != "firm" or draft.stage[1] is not None:
        return False
    if any(not party.from_context for party in draft.donors):
        return False
    here = [party for party in draft.recipients if not party.from_context]
    takers = here or parties_of(gift.takers, from_context=True)
    ids = party_ids(takers)
    donors = [p for p in parties_of(gift.givers, from_context=True) if p.actor.id not in ids]
    if not takers or not donors:
        return False
    draft.donors, draft.recipients, draft.introduced = donors, takers, True
    draft.problems.discard("donor-unresolved")
    draft.problems.add("donor-from-context")
    if not here:
        draft.problems.add("recipient-from-context")
    draft.stage = _stage(page, gift, money=draft.money is not None)
    return True


def _stage(page: Page, gift: OpenedGift, *, money: bool) -> tuple[Stage, Span | None]:
    """Tell the stage by the verb of the introduction."""
    syntax = Syntax(page.parse(page.sentence_of(gift.verb)))
    for n, token in enumerate(syntax.tokens):
        act = act_at(syntax, n) if token.span.overlaps(gift.verb) else None
        if act is not None:
            return says.stage(syntax, [act], money=money)
    return "pledged", None


@cache
def _verb() -> re.Pattern[str]:
    """Compile the verbs by which an introduction gives what stands below it."""
    getting = load("acts")["receiving"]
    words = [w for w, c in verb_classes("acts").items() if c in GIVING and w not in getting]
    words += load("acts")["transfer_verbs"]
    ordered = "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{ordered})(?![\w-])", re.IGNORECASE)
