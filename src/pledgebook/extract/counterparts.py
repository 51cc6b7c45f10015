"""Who gives where two sides sign: "Moldova signed a €20m grant agreement with Norway"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pledgebook.extract.act_verbs import Act, holds
from pledgebook.extract.lexicon import any_of, load
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
    acts = [act for act in chain if not holds(syntax, act)]  # "signed a pact, which includes €5m"
    return any(
        syntax.tokens[act.token].lemma.lower() in verbs or _puts_name(syntax, act.token)
        for act in acts[:1]
    )


def _puts_name(syntax: Syntax, verb: int) -> bool:
    """Say whether somebody "puts a signature to" what is told."""
    put = syntax.child(verb, "dobj")
    return put is not None and syntax.tokens[put].text.lower() in ("signature", "signatures")


def who_gives(
    syntax: Syntax,
    chain: Sequence[Act],
    signers: list[ActorMention],
    takers: AbstractSet[str | None],
) -> list[ActorMention]:
    """Leave out who signs to get something: "A and B signed an agreement to provide B with €9m"."""
    if not signs(syntax, chain[1:]):
        return signers
    return [m for m in signers if _id(m) not in takers] or signers


def other_side(
    page: Page,
    sentence: Span,
    signers: Sequence[ActorMention],
    receiver: str | None,
    told: int | None = None,
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Part those who sign into givers and takers, where the one the page is about is among them.

    Without it there, all who sign give, and only whoever is called their counterpart gets. ``told``
    is the end of a clause behind them that tells what their agreement holds.
    """
    behind = [m for m in by_preposition(page, sentence, _WITH) if m not in signers]
    takers = [m for m in signers if _id(m) == receiver and receiver is not None]
    if not takers and (parted := _parted(page, sentence, signers, behind, told)):
        return parted
    givers = [m for m in signers if m not in takers]
    givers = givers or [m for m in behind if bound_actor(m) is not None]
    if takers and givers:  # who signs a law alone has no other side
        return givers, takers
    met = [m for m in behind if _COUNTERPART.match(page.text, m.span.end)]
    return list(signers), met


def _parted(
    page: Page,
    sentence: Span,
    signers: Sequence[ActorMention],
    behind: Sequence[ActorMention],
    told: int | None,
) -> tuple[list[ActorMention], list[ActorMention]] | None:
    """Part two sides into givers and takers by what they are: a bank lends to a state.

    The other side stands behind "with", or beside the first ("the EBRD and the railway signed").
    None where what they are does not tell them apart.
    """
    first, second = (_each_once(side) for side in (signers, behind))
    if first and second:
        ends, starts = zip(*((m.span.end, m.span.start) for m in (*first, *second)), strict=True)
        last = max(starts) if told is None else max(*starts, told)
        return _by_standing(page, Span(min(ends), last), first, second)
    if len(first) != _PAIR:
        return None
    found = _by_standing(page, sentence, first[:1], first[1:])
    lower = None if found is None else _standing(page, sentence, found[1][0])
    return found if lower in (_BODY, _STATE) else None


def _each_once(side: Sequence[ActorMention]) -> list[ActorMention]:
    """Give those of a side who are bound, each by its first name: "… Agency (USAID)"."""
    found: dict[str | None, ActorMention] = {}
    for mention in side:
        if bound_actor(mention) is not None:
            found.setdefault(_id(mention) or mention.actor.name, mention)
    return list(found.values())


#: Two who sign together.
_PAIR = 2


def _by_standing(
    page: Page, words: Span, first: list[ActorMention], second: list[ActorMention]
) -> tuple[list[ActorMention], list[ActorMention]] | None:
    ours, theirs = (max(_standing(page, words, m) for m in side) for side in (first, second))
    higher = max(ours, theirs)
    if ours == theirs or higher < _UNION:
        return None
    if higher == _MEMBER and not _called(page, words, "aid"):
        return None
    return (first, second) if ours > theirs else (second, first)


#: How likely a side gives where another signs with it, in order.
_BODY, _STATE, _UNION, _MEMBER, _BANK = range(5)


def _standing(page: Page, words: Span, mention: ActorMention) -> int:
    """Say how likely a side gives by an agreement that ``words`` tell of."""
    actor = bound_actor(mention)
    name = None if actor is None else actor.id
    if name in load("acts")["lenders"]:
        paid_in = _called(page, words, "paid_in") and not _called(page, words, "lent")
        return _STATE if paid_in else _BANK
    if any_of("acts", "aid_agencies").fullmatch(" ".join(page.words(mention.span).split())):
        return _BANK
    if name == "org:eu":
        return _UNION
    if name in load("acts")["giving_states"]:
        return _MEMBER
    return _STATE if actor is not None and actor.type == "state" else _BODY


def _called(page: Page, words: Span, kind: str) -> bool:
    return any_of("acts", "agreements", kind).search(page.text, words.start, words.end) is not None


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id
