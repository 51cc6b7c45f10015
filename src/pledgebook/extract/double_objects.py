"""Who gets by standing between a verb of giving and what is given: "will lend Togo €5m"."""

from __future__ import annotations

import re

from pledgebook.extract.listed_acts import JOINED
from pledgebook.extract.lists_of_actors import last_row
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: Verbs with two objects, right before the first of those who get.
_GIVING = re.compile(
    r"\b(?:giv(?:e|es|en|ing)|gave|provid(?:e|es|ed|ing)|len(?:d|ds|t|ding)|loan(?:s|ed|ing)?|grant(?:s|ed|ing)?"
    r"|offer(?:s|ed|ing)?|sen(?:d|ds|t|ding)|pa(?:y|ys|id|ying)|promis(?:e|es|ed|ing)|award(?:s|ed|ing)?|exten(?:d|ds|ded|ding)|hand(?:s|ed|ing)?|wir(?:e|es|ed|ing)|allocat(?:e|es|ed|ing))\s+"
    r"(?:(?:the|president|prime\s+minister|chancellor|king|queen|mr\.?|mrs\.?|ms\.?)\s+)*$",
    re.IGNORECASE,
)
#: Verbs that have "with" before what is given, and how far behind those who get it stands.
_PROVIDING = re.compile(
    r"\b(?:provid(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|equip(?:s|ped|ping)?|furnish(?:es|ed|ing)?)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:\s+(?:now|also|already|alone|today|so\s+far))?\s+with(?=\s)")
#: Before the noun that tells who is to give: "Oslo's grants", "the loan".
_NOUN = re.compile(r"(?:\b(?:the|an?|its|their|our|such|in|of|by)|['’]s)\s+$", re.IGNORECASE)
#: Words of bound, and a count, between those who get and what they get.
_GAP = re.compile(
    r"\s+(?:(?:an?|another|additional|further|about|around|some|nearly|almost|up|to|over|more|than|at|least|\d[\d,.]*"
    r"|hundred|thousand|million|billion|dozens?|of)\s+)*",
    re.IGNORECASE,
)


def given_to(page: Page, sentence: Span, thing: Span) -> list[ActorMention]:
    """Give those who stand between a verb with two objects and a thing, in order; mostly nobody."""
    ahead = Span(sentence.start, thing.start)
    row = last_row(page, page.actors.within(ahead), JOINED)
    if not row or any(m.naming in ("adjective", "demonym") for m in row):
        return []
    behind = row[-1].span.end
    with_it = _WITH.match(page.text, behind, thing.start)
    verbs = _GIVING if with_it is None else _PROVIDING
    if _GAP.fullmatch(page.text, behind if with_it is None else with_it.end(), thing.start) is None:
        return []
    office = row[0].office_span
    start = row[0].span.start if office is None else min(office.start, row[0].span.start)
    verb = verbs.search(page.text, sentence.start, start)
    if verb is None or _NOUN.search(page.text, sentence.start, verb.start()):
        return []
    return list(row)
