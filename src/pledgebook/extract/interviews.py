"""Who answers in an interview: the one by the label of a turn, or whom the lead introduces."""

from __future__ import annotations

from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.language.protocol import Block
from pledgebook.resolve.mentions import ActorMention

#: Labels of the one who answers, in small letters.
_ANSWERS = frozenset({"a", "answer"})
#: In so many sentences the one who is asked is introduced.
_LEAD = 5
#: Initials of a name have at most so many letters.
_INITIALS = 3


def interviewed(page: Page, turn: Block) -> ActorMention | None:
    """Give who speaks in a turn of an interview, None where it may be somebody else.

    The label names them ("Berg:"), has the initials of the one official whom the lead introduces
    ("AB:"), or only says that this one answers ("A:").
    """
    if turn.label is None:
        return None
    named = [m for m in page.actors.within(turn.label) if bound_actor(m) is not None]
    if named:
        return named[0]
    label = page.words(turn.label).strip(" :*_")
    introduced = _introduced(page)
    if introduced is None:
        return None
    if label.lower() in _ANSWERS or _has_initials(page, label, introduced):
        return introduced
    return None


def _introduced(page: Page) -> ActorMention | None:
    """Give the only person with an office of a state whom the first sentences name."""
    told = [
        mention
        for sentence in page.sentences.items[:_LEAD]
        for mention in page.actors.within(sentence)
        if mention.actor.type == "person" and mention.actor.affiliation is not None
    ]
    return told[0] if len({m.actor.id or m.actor.name for m in told}) == 1 else None


def _has_initials(page: Page, label: str, person: ActorMention) -> bool:
    if not label.isupper() or len(label) > _INITIALS:
        return False
    first = [word[0] for word in page.words(person.span).split() if word[0].isupper()]
    return "".join(first).endswith(label)
