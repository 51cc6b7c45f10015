"""Those who give with others: "together with Denmark, Norway will …", "a joint project of …"."""

from __future__ import annotations

from collections.abc import Sequence

from pledgebook.extract.act_verbs import Act
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor, mentions_under
from pledgebook.extract.syntax import Syntax
from pledgebook.resolve.mentions import ActorMention

#: Words before "with" by which both act; "in cooperation with", "with help from" bind only one.
_BOTH_ACT = frozenset({"together", "jointly"})
#: Prepositions behind a joint undertaking that name who runs it.
_OF_MEMBERS = frozenset({"with", "of", "by", "between"})


def with_partners(
    page: Page, syntax: Syntax, chain: Sequence[Act], subjects: Sequence[ActorMention]
) -> list[ActorMention]:
    """Give the subjects of an act, or who runs the joint undertaking that is one, and partners."""
    acting = list(subjects) or _members(page, syntax, chain)
    return [*acting, *(m for m in _partners(page, syntax, chain) if m not in acting)]


def _partners(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Actors who act "together with" the subject of an act above a thing."""
    found: list[ActorMention] = []
    for act in chain:
        subject = syntax.subject(act.token)
        for top in (act.token, *([] if subject is None else [subject])):
            for prep in syntax.children[top]:
                with_others = syntax.tokens[prep].text.lower() == "with" and _both(syntax, prep)
                if with_others and not _of_something_else(prep, subject):
                    found += _behind(page, syntax, prep)
    return found


def _both(syntax: Syntax, prep: int) -> bool:
    """Say whether "together" or "jointly" stands right before a "with"."""
    return prep > 0 and syntax.tokens[prep - 1].text.lower() in _BOTH_ACT


def _of_something_else(prep: int, subject: int | None) -> bool:
    """Say whether "together with" before the subject belongs to other words there.

    It opens the sentence, or follows what it belongs to: "in a joint purchase, together with
    Poland, the Netherlands said …".
    """
    return subject is not None and 1 < prep < subject


def _members(page: Page, syntax: Syntax, chain: Sequence[Act]) -> list[ActorMention]:
    """Actors who run the joint undertaking that acts: "a joint project of Norway and Latvia"."""
    subjects = (syntax.subject(act.token) for act in chain)
    subject = next((s for s in subjects if s is not None), None)
    if subject is None or syntax.tokens[subject].text.lower() not in load("acts")["undertakings"]:
        return []
    joint = any(syntax.tokens[c].text.lower() == "joint" for c in syntax.children[subject])
    return [
        mention
        for prep in syntax.children[subject]
        if joint and syntax.tokens[prep].text.lower() in _OF_MEMBERS
        for mention in _behind(page, syntax, prep)
    ]


def _behind(page: Page, syntax: Syntax, prep: int) -> list[ActorMention]:
    obj = syntax.child(prep, "pobj")
    found = [] if obj is None else mentions_under(page, syntax, obj)
    return [mention for mention in found if bound_actor(mention) is not None]
