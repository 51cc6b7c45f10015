"""Arms that go somewhere and are no gift: to the sender's own forces there, or to fight.

"China sends warships to the strait", "Russia sent 500 drones over Ukraine", "Iranian missiles reach
Israel".
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.drafts import Draft
from pledgebook.extract.goods import TARGET
from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.things import is_arms
from pledgebook.extract.trade_sums import arms_of_deal

#: Behind arms: where they come down, or whom they are meant to hit.
_AT = re.compile(
    r"(?:\s+and(?:\s+[\w-]+){1,3})?\s+(?:over|at|against|into|towards?|across)\b", re.IGNORECASE
)
#: Verbs that make goods come down there too: "sent 500 drones over".
_LOOSED = frozenset({"send", "sends", "sent", "sending", "launch", "launches", "launched", "pour"})


def no_gift(page: Page, draft: Draft) -> bool:
    """Say whether the things of a draft are arms that are sold, moved or come to fight."""
    if not draft.things or not all(is_arms(thing.item.category) for thing in draft.things):
        return False
    if _between_foes(draft) or _on_exercise(page, draft):
        return True
    if any(arms_of_deal(page, thing.place) for thing in draft.things):
        return True
    return _sent_at(page, draft) or _only_moved(page, draft)


#: Ships and planes that come somewhere, and what arms of any kind come for that stay their owner's.
_SHIPS = re.compile(
    r"\b(?:(?:war)?ships?|frigates?|destroyers?|carriers?|submarines?|bombers?)\b", re.IGNORECASE
)
_EXERCISE = re.compile(
    r"\b(?:exercises?|drills?|war\s*games|manoeuvres|maneuvers|on\s+patrol)\b", re.IGNORECASE
)
_COMES = frozenset({"arrive", "arrives"})


def _on_exercise(page: Page, draft: Draft) -> bool:
    """Say whether arms only come for a time: "ten jets arrive in Greece for exercises"."""
    words = draft.stage[1]
    if words is None or not set(page.words(words).lower().split()) & _COMES:
        return False
    named = " ".join(page.words(thing.name) for thing in draft.things)
    span = draft.sentence
    return (
        _SHIPS.search(named) is not None
        or _EXERCISE.search(page.text, span.start, span.end) is not None
    )


def _between_foes(draft: Draft) -> bool:
    """Say whether arms go from one state to another that it fought."""
    return any(
        are_foes(giver.actor.id, taker.actor.id)
        for giver in draft.donors
        for taker in draft.recipients
    )


def are_foes(one: str | None, other: str | None) -> bool:
    """Say whether two states fought each other."""
    return frozenset({str(one), str(other)}) in _foes()


@cache
def _foes() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("hostile")["pairs"])


def _sent_at(page: Page, draft: Draft) -> bool:
    """Say whether arms are sent over or at somebody: "sent 500 drones over Ukraine"."""
    words = draft.stage[1]
    if words is None or page.words(words).lower() not in _LOOSED or draft.firmness[0] == "denied":
        return False
    if any(thing.item.category == "personnel" for thing in draft.things):
        return False  # troops sent into a state may well be there to help it
    end = draft.sentence.end
    return any(_AT.match(page.text, thing.name.end, end) for thing in draft.things)


def _only_moved(page: Page, draft: Draft) -> bool:
    """Say whether arms without a count go somewhere and to nobody: "sends warships to the strait".

    A state moves its own; what it gives is counted or has somebody who gets it.
    """
    words = draft.stage[1]
    if words is None or draft.recipients or page.words(words).lower() not in _moving():
        return False
    if any(thing.count is not None for thing in draft.things):
        return False
    return TARGET.search(page.text, words.end, draft.sentence.end) is not None


@cache
def _moving() -> frozenset[str]:
    """Verbs that move what is one's own as well."""
    return frozenset(load("headline_verbs")["moving"])
