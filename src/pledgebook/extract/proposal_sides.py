"""Who stands on a side of a proposal: named, told of by an office, by a pronoun, or described."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.described_givers import unnamed
from pledgebook.extract.drafts import Words
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, bound_person, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.mentions import ActorMention

_PERSON = frozenset({"he", "she", "him", "his", "her"})
_BODY = frozenset({"it", "its"})
_SEVERAL = frozenset({"they", "them", "their", "both"})
#: How a name hangs on the noun that acts: "Russia's army", "Russian forces".
_OWNED = frozenset({"poss", "amod", "nmod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Somebody on a side, and the places that say so.

    Attributes:
        actor: whoever is bound; a person where it is not known for whom.
        person: the person who acts, None where a state or organisation is named itself.
        local: the words that stand there.
        antecedent: the name that they stand for, where they are a pronoun.
    """

    actor: Actor
    local: Span
    person: Actor | None = None
    antecedent: Span | None = None

    def cite(self, words: Words, field: str) -> None:
        """Add the places to the evidence of a field."""
        words.add(field, self.local)
        words.add(field, self.antecedent)


def sides_of(page: Page, syntax: Syntax, token: int | None) -> list[Side]:
    """Give who a noun phrase names, by its head; empty where it names nobody who can act."""
    if token is None:
        return []
    word = syntax.tokens[token]
    low = word.text.lower()
    if low in _PERSON:
        return _person(page, word.span)
    if low in _BODY or low in _SEVERAL:
        return _before(page, word.span, several=low in _SEVERAL)
    if word.pos == "PRON":
        return []
    return (
        _named(page, syntax, token) or _stranger(page, syntax, token) or _group(page, syntax, token)
    )


def of_mention(mention: ActorMention) -> Side | None:
    """Give the side that a name stands for."""
    bound = bound_actor(mention)
    person = mention.actor if mention.actor.type == "person" else None
    if bound is None and person is None:
        return None
    return Side(actor=bound or mention.actor, local=mention.span, person=person)


def _named(page: Page, syntax: Syntax, token: int) -> list[Side]:
    found = [m for m in mentions_under(page, syntax, token) if _heads(syntax, token, m)]
    sides = [side for side in map(of_mention, found) if side is not None]
    people = [side for side in sides if side.person is not None]
    # "Norway's foreign minister, Ida Lund": one seat, told of by both names
    same = {side.actor.id for side in people}
    return [s for s in sides if s.person is not None or s.actor.id not in same] if people else sides


def _heads(syntax: Syntax, token: int, mention: ActorMention) -> bool:
    """Say whether a name acts: itself, or by an office ("Russia's army", not "its neighbour")."""
    word = syntax.tokens[token]
    if word.pos != "NOUN" or word.span.overlaps(mention.span) or mention.actor.type == "person":
        return True
    top = syntax.head_of(mention.span)
    owned = top is not None and syntax.tokens[top].dep in _OWNED
    return not owned or word.text.lower() in _acting()


def _acting() -> frozenset[str]:
    return frozenset(load("acts")["offices"]) | frozenset(load("proposals")["act_for"])


def _person(page: Page, span: Span) -> list[Side]:
    found = speaker_at(page, span)
    if found.actor.type != "person" or found.antecedent is None or found.place != "text":
        return []
    bound = bound_person(found.actor)
    return [
        Side(
            actor=bound or found.actor, person=found.actor, local=span, antecedent=found.antecedent
        )
    ]


def _stranger(page: Page, syntax: Syntax, token: int) -> list[Side]:
    """A person whom reference data do not tell of: a full name, or the surname of one told."""
    if syntax.tokens[token].pos != "PROPN":
        return []
    found = speaker_at(page, syntax.named(token))
    if found.actor.type != "person" or " " not in found.actor.name or found.place != "text":
        return []
    bound = bound_person(found.actor)
    return [
        Side(
            actor=bound or found.actor,
            person=found.actor,
            local=found.local,
            antecedent=found.antecedent,
        )
    ]


def _group(page: Page, syntax: Syntax, token: int) -> list[Side]:
    """Somebody who is only described: "the rebels", "both sides", "small island states"."""
    word = syntax.tokens[token]
    if word.lemma.lower() not in load("proposals")["groups"]:
        return []
    described = unnamed(page, _phrase(syntax, token))
    return [Side(actor=described.actor, local=described.span)]


def _phrase(syntax: Syntax, token: int) -> Span:
    """A noun with its article and adjectives, and without what hangs behind it."""
    first = min([c for c in syntax.children[token] if c < token], default=token)
    return Span(syntax.tokens[first].span.start, syntax.tokens[token].span.end)


def _before(page: Page, pronoun: Span, *, several: bool) -> list[Side]:
    """Whom "it" or "they" stands for: the subject of the sentence before in the same paragraph."""
    place = page.sentences.position(page.sentence_of(pronoun))
    before = page.sentences.items[place - 1] if place else None
    if before is None or page.block_of(before) != page.block_of(pronoun):
        return []
    syntax = Syntax(page.parse(before))
    root = next((n for n, token in enumerate(syntax.tokens) if token.head == n), None)
    subject = None if root is None else syntax.child(root, "nsubj")
    found = [] if subject is None else _named(page, syntax, subject)
    bodies = [side for side in found if side.person is None and side.actor.type != "unnamed"]
    fits = len(bodies) == len(found) and (len(found) > 1) is several
    if not found or not fits:
        return []
    return [Side(actor=s.actor, local=pronoun, antecedent=s.local) for s in bodies]
