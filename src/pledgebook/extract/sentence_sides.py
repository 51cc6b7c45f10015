"""Both sides of what a sentence promises: whom its own words make giver and receiver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pledgebook.extract.act_verbs import Act, holds
from pledgebook.extract.contact_clauses import giver_of_clause
from pledgebook.extract.counterparts import other_side, signs, who_gives
from pledgebook.extract.double_objects import given_to
from pledgebook.extract.drafts import Draft
from pledgebook.extract.giving_side import giving_side
from pledgebook.extract.joined_names import without_owners
from pledgebook.extract.named_gifts import named_for
from pledgebook.extract.own_receipt import tells_of_receipt
from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party, bound_actor, parties_of
from pledgebook.extract.placed_abroad import bound_abroad
from pledgebook.extract.receiving_side import receiving_side
from pledgebook.extract.syntax import Syntax
from pledgebook.extract.unlisted_givers import gives_abroad, last_word
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who gives and who gets by the words of one sentence.

    ``words`` stand for the giver where they name nobody ("the government"). ``funds`` stand beside
    what is given and get nothing themselves.
    """

    givers: list[ActorMention]
    words: Span | None
    targets: list[ActorMention]
    funds: list[ActorMention]

    @property
    def taken(self) -> set[str | None]:
        """Ids of those who get."""
        return {_id(m) for m in self.targets}


def sides_of(
    page: Page,
    syntax: Syntax,
    draft: Draft,
    chain: Sequence[Act],
    thing: Span,
    *,
    taker: str | None,
    home: str | None,
) -> Sides:
    """Find both sides of a draft in its sentence.

    ``taker`` is whom the page as a whole is about giving to, ``home`` the state whose office
    publishes it.
    """
    sentence = draft.sentence
    targets, funds = receiving_side(page, syntax, draft, chain, thing)
    targets += [m for m in given_to(page, sentence, thing) if m not in targets]
    found, words = giving_side(
        page, syntax, sentence, chain, thing, targets=[*targets, *funds], taker=taker
    )
    found, targets = _by_the_thing(page, sentence, thing, found, targets)
    abroad = taker is not None and taker not in page.offices
    if not (
        gives_abroad(page, chain, found, targets, page_abroad=abroad)
        or bound_abroad(page, home, sentence, chain)
    ):
        found, words = [], last_word(page, found[0])
    if found and signs(syntax, chain):
        end = sentence.end if chain and holds(syntax, chain[0]) else None
        found, got = other_side(page, sentence, found, taker, end)
        targets += [m for m in got if m not in targets]
    if tells_of_receipt(page, sentence, chain, found, targets):
        found, words = [], None
    found = who_gives(syntax, chain, found, {_id(m) for m in targets})
    return Sides(givers=without_owners(page, found), words=words, targets=targets, funds=funds)


def _by_the_thing(
    page: Page,
    sentence: Span,
    thing: Span,
    givers: Sequence[ActorMention],
    targets: Sequence[ActorMention],
) -> tuple[list[ActorMention], list[ActorMention]]:
    """Part givers from receivers by the words at the thing: its clause, whom it is named for."""
    told = giver_of_clause(page, sentence, thing)
    gets = [m for m in targets if m not in told]
    beside = [m for m in page.actors.within(sentence) if named_for(page, thing, m)]
    gets += [m for m in beside if m not in gets]
    return [m for m in givers if m not in beside], gets


def parties_without(mentions: Iterable[ActorMention], ids: AbstractSet[str | None]) -> list[Party]:
    """Give the parties that mentions name, without those of ``ids``."""
    return parties_of([m for m in mentions if _id(m) not in ids])


def _id(mention: ActorMention) -> str | None:
    actor = bound_actor(mention)
    return None if actor is None else actor.id
