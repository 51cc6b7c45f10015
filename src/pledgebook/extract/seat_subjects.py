"""Who does what a verb of a seat says: a list before it, a name, or whom an office stands for."""

from __future__ import annotations

import re

from pledgebook.extract.antecedents import speaker_at
from pledgebook.extract.lists_of_actors import joined_after, joined_before
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.actor_strangers import name_before
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.people import slug

_ROLE_SUBJECT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]he\s+(?:Vice\s+|Deputy\s+)?(?:President|Prime\s+Minister|Chancellor|"
    r"Secretary|Premier|Minister))(?=\s+(?:\w+\s+){0,2}$)"
)
_ROLE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]he\s+(?:Vice\s+|Deputy\s+|Prime\s+)?[A-Z]\w+)\b")
#: Behind a comma, the name of somebody else than who was named before it.
_OTHER_NAME = re.compile(r",\s+(?!Jr\b|Sr\b)(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+)*\s+$")
#: Longest pronoun, and how far from the sentence's begin one may stand to be looked up, in letters.
PRONOUN, OPENING = 3, 20
Taker = tuple[ActorMention, Span | None]

#: Behind an adjective: who does for that state what the one before does for theirs.
_COUNTERPART = re.compile(r"\s+(?:\w+\s+)?(?:counterpart|colleague|opposite\s+number)s?\b")
#: Behind the name of a state: another noun, so that the name only tells whose it is.
_ATTRIBUTE = re.compile(
    r"(?:['’]s?)?\s+(?!(?:and|or|at|in|on|to|for|with|of|from|by|as|that|who|which|today|yesterday|last|"
    r"this|here|during|about|after|before|over|is|was|were|are|will|have|has|took|lasted|began|broke|met|got|leaders?|ministers?|"
    r"heads|members?|[a-z]+ed)\b)[A-Za-z]"
)


def listed_behind(page: Page, offset: int, end: int, reach: int) -> list[ActorMention]:
    """Those listed after ``offset``, without who is named by whose they are or was named before."""
    return [
        m
        for m in joined_after(page, offset, end, reach=reach)
        if (m.naming not in ("adjective", "demonym") or _COUNTERPART.match(page.text, m.span.end))
        and not (m.actor.type == "unnamed" and m.actor.count == 2)  # noqa: PLR2004 - "the two leaders"
        and not (
            m.actor.type != "person"
            and _ATTRIBUTE.match(page.text, m.span.end)
            and not _COUNTERPART.match(page.text, m.span.end)
        )
    ]


def subject_of(page: Page, sentence: Span, verb: Span) -> list[Taker]:
    """Who does what a verb says: the list before it, or whom a pronoun or office there means."""
    listed = joined_before(page, sentence.start, verb.start)
    if listed and _OTHER_NAME.search(page.text, listed[-1].span.end, verb.start):
        return []  # "While in Panama, Ann-Smith met": a name that is not known
    if listed:
        return [(m, None) for m in listed]
    words = _ROLE_SUBJECT.search(page.text, max(sentence.start, verb.start - 60), verb.start)
    if words is None:
        return _stranger(page, sentence, verb)
    local = Span(*words.span())
    if len(local) <= PRONOUN and local.start - sentence.start > OPENING:
        return []  # "Clinton came to the hall, where he met": its own subject
    meant = speaker_at(page, local)
    if meant.actor.id is None or meant.place != "text" or meant.antecedent is None:
        return []
    if len(local) > PRONOUN and _may_be_own(page) and meant.actor.affiliation not in page.offices:
        return []  # "the President" is its own, not the guest named last
    mention = ActorMention(span=local, actor=meant.actor, naming="office")
    return [(mention, meant.antecedent)]


#: An office before a name in commas: "The President of the Republic, Ida Lund, will host".
_OFFICE_BEFORE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Aa]mbassador|[Ee]nvoy|[Dd]elegate|[Nn]egotiator"
    r"|[Cc]ommissioner|[Tt]aoiseach|[Kk]ing|[Qq]ueen|[Cc]hair(?:man|woman)?|[Cc]hief|[Hh]ead|[Gg]eneral|[Aa]dviser|[Aa]dvisor)"
    r"(?:\s(?:of|for)\s[^,.;:]{2,50}|\sgeneral|-general)?,\s\Z"
)


def _stranger(page: Page, sentence: Span, verb: Span) -> list[Taker]:
    """Give somebody whom only an office before the name introduces."""
    name = name_before(page.text, verb.start)
    if name is None or name.start < sentence.start or page.actors.touching(name):
        return []
    if not _OFFICE_BEFORE.search(page.text, max(sentence.start, name.start - 80), name.start):
        return []
    words = page.words(name)
    actor = Actor(id=slug(words), name=words, type="person")
    return [(ActorMention(span=name, actor=actor, naming="person"), None)]


def _may_be_own(page: Page) -> bool:
    """Say whether a page of an office names people of its own besides those of others."""
    return any(
        m.actor.type == "person" and m.actor.affiliation in page.offices for m in page.actors
    )


def names_role(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a sentence may tell of somebody by office or pronoun."""
    return _ROLE.search(page.text, sentence.start, sentence.end) is not None
