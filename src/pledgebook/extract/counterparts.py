"""Who gives where two sides sign: "Moldova signed a €20m grant agreement with Norway"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgebook.extract.acts import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.receivers import by_preposition
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

_WITH = re.compile(r"\bwith\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$", re.IGNORECASE)
_COUNTERPART = re.compile(
    r"\s+(?:\w+\s+)?(?:counterparts?|colleagues?|opposite\s+numbers?)\b", re.IGNORECASE
)


def signs(syntax: Syntax, chain: Sequence[Act]) -> bool:
    """Say whether an act above a thing is one by which two sides bind each other."""
    verbs = load("acts")["binding_both"]
    return any(syntax.tokens[act.token].lemma.lower() in verbs for act in chain[:1])


def other_side(
    page: Page, sentence: Span, signers: Sequence[ActorMention], receiver: str | None
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Part those who sign into givers and takers, where the one the page is about is among them.

    Without it there, all who sign give, and only whoever is called their counterpart gets.
    """
    behind = [m for m in by_preposition(page, sentence, _WITH) if m not in signers]
    takers = [m for m in signers if _id(m) == receiver and receiver is not None]
    takers = takers or _beside_office(page, sentence, signers)
    if not takers:  # "the EBRD and the railway signed a loan": a bank lends
        lending = [m for m in signers if (_id(m) or "") in load("acts")["lenders"]]
        takers = [m for m in signers if m not in lending] if len(lending) == 1 else []
    givers = [m for m in signers if m not in takers]
    givers = givers or [m for m in behind if bound_actor(m) is not None]
    if takers and givers:  # who signs a law alone has no other side
        return givers, takers
    met = [m for m in behind if _COUNTERPART.match(page.text, m.span.end)]
    return list(signers), met


#: What one side gives the other where both sign.
_ONE_WAY = re.compile(
    r"\b(?:grants?|loans?|grant\s+aid|aid|assistance|donation)\b(?!\s+agreement\s+between\s+both)",
    re.IGNORECASE,
)


def _beside_office(
    page: Page, sentence: Span, signers: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give the one who signs for a grant beside the state whose office tells of it, and gets it.

    The office of whoever gets it would say that it got it.
    """
    own = [m for m in signers if m.actor.id in page.offices]
    others = [m for m in signers if m not in own and m.actor.type == "state"]
    one_way = _ONE_WAY.search(page.text, sentence.start, sentence.end) is not None
    gives = len(own) == 1 and len(others) == 1 and len(signers) == len(own) + len(others)
    return others if gives and one_way and own[0].actor.id in load("acts")["giving_states"] else []


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id
