"""Verbs of giving as headlines have them, right behind the giver."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load, verb_classes
from pledgebook.extract.page import Page
from pledgebook.model.vocabulary import Stage
from pledgebook.resolve.mentions import ActorMention

#: Classes of acts.yaml whose verbs give; a headline's present tense tells a decision as taken and
#: leaves a gift to come (as ``promise_words.stage`` has it).
_STAGES: dict[str, Stage] = {
    "deliver": "pledged",
    "disburse": "pledged",
    "give": "pledged",
    "pledge": "pledged",
    "allocate": "allocated",
    "commit": "committed",
}
#: What a giver does besides, before the verb of giving: "IMF completes review, frees $9m".
_CLAUSE = re.compile(r"(?:\s+[a-z][a-z-]*){2,6}(?:,|\s+and(?=\s+[a-z]+s\b))")


#: What a decision brings, behind its clause: "IMF completes review, unlocking $9m".
_FREEING = re.compile(
    r"\s+(?P<verb>unlocking|freeing|releasing|unblocking|clearing)(?:\s+(?:up|way\s+for|the\s+way\s+for))?(?![\w-])"
)


def verb_behind(page: Page, giver: ActorMention, end: int) -> re.Match[str] | None:
    """Give the verb of a headline behind a giver, with its particle (group ``verb``).

    It stands right behind, or behind a clause of the giver's without a name in it.
    """
    right = _verb().match(page.text, giver.span.end, end)
    clause = None if right is not None else _CLAUSE.match(page.text, giver.span.end, end)
    if clause is None:
        return right
    return _verb().match(page.text, clause.end(), end) or _FREEING.match(
        page.text, clause.end(), end
    )


def stage_by(verb: str) -> Stage:
    """Give the stage that a verb of giving tells in a headline, without its particle."""
    return "allocated" if _FREEING.match(f" {verb}") else _STAGES[_verbs()[verb.lower()]]


@cache
def _verbs() -> dict[str, str]:
    """Map the forms that a headline has in the present to their class of act."""
    getting = load("acts")["receiving"]
    giving = {w: c for w, c in verb_classes("acts").items() if c in _STAGES and w not in getting}
    return {**verb_classes("headline_verbs"), **giving}


@cache
def _verb() -> re.Pattern[str]:
    """Compile what may stand right behind a giver: a body of it, then the verb."""
    verbs = sorted((w for w in _verbs() if not w.endswith("ing")), key=len, reverse=True)
    bodies = sorted(load("headline_verbs")["bodies"], key=len, reverse=True)
    particles = sorted(load("headline_verbs")["particles"], key=len, reverse=True)
    return re.compile(
        rf"\.?(?:['’]s)?(?:\s+(?:{_either(bodies)}))?\s+(?P<verb>{_either(verbs)})(?![\w-])"
        rf"(?:\s+(?:{_either(particles)})(?![\w-]))?",
        re.IGNORECASE,
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
