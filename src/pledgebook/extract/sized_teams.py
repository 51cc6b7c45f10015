"""Teams named by their number in a newspaper: "a 40-strong medical team"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.extract.bare_counts import quantity_at
from pledgebook.extract.drafts import Thing
from pledgebook.extract.lexicon import openings
from pledgebook.extract.page import Page
from pledgebook.extract.story_pages import is_story
from pledgebook.extract.things import STAFF
from pledgebook.model.spans import Span
from pledgebook.model.values import Item
from pledgebook.resolve.date_words import number_pattern

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|{number_pattern()})"
#: A team by its number: "a 40-strong Danish medical team".
_SIZED = re.compile(
    rf"(?<![\w-])(?P<count>{_NUMBER})-(?:member|strong|person|man|people|woman)\s+"
    r"(?P<name>(?:[\w-]+\s+){0,4}?(?:teams?|squads?|crews?|units?|company|contingents?|detachments?|platoons?|groups?))\b",
    re.IGNORECASE,
)
#: A unit of so many: "a brigade of 4,000 once a truce holds", "a battalion, 850 strong".
_OF = re.compile(
    r"\b(?P<name>brigade|battalion|regiment|contingent|detachment|company|platoon|squad|team|unit)"
    rf"(?:\s+of\s+(?:(?:some|about|around|up\s+to|nearly)\s+)?|,\s+)(?P<count>{_NUMBER})"
    r"(?=\s+strong\b|\s*[.,;]|\s+(?:once|if|when|to|for|as|by|in|on|from|next|this|has|have|is|are|was|will|would|landed|arrived|left)\b)",
    re.IGNORECASE,
)
#: Words without which a sentence names no such team.
_UNITS = frozenset(
    {"member", "strong", "person", "team", "teams", "squad", "squads", "crew", "crews", "unit"}
    | {"units", "company", "contingent", "contingents", "detachment", "detachments", "platoon"}
    | {"platoons", "group", "groups", "brigade", "battalion", "regiment"}
)
#: What a team is that helps nobody.
_OTHER_TEAM = re.compile(
    r"\b(?:football|soccer|rugby|cricket|basketball|hockey|olympic|national|film|legal|negotiating|investigative"
    r"|news|criminal|rock|pop|climbing|electoral|sales|management|kidnap\w*|raid\w*|assault|hit)\b",
    re.IGNORECASE,
)


def names_sized_team(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether a newspaper's sentence has a team by its number beside a name."""
    if not is_story(page):
        return False
    named = names_coming(page, sentence) or any(True for _ in sized_teams(page, sentence))
    return named and bool(page.actors.within(sentence))


#: What helpers are told to do who are awaited.
_COMING = re.compile(
    r"\b(?:is|are)\s+(?:(?:now|already|also)\s+)?(?:coming|flying\s+in|en\s+route|on\s+(?:their|its|the)\s+way)\b"
)


def names_coming(page: Page, sentence: Span) -> bool:
    """Say, cheaply, whether people who help by their trade are told to be on their way."""
    if not page.has_any(sentence, openings("acts", "helping_trades")):
        return False
    return _COMING.search(page.text, sentence.start, sentence.end) is not None


def sized_teams(page: Page, sentence: Span) -> Iterator[Thing]:
    """Give the teams of a sentence that are named by their number."""
    if not page.has_any(sentence, _UNITS):
        return
    found_here = (f for p in (_SIZED, _OF) for f in p.finditer(page.text, *_ends(sentence)))
    for found in found_here:
        name, at = Span(*found.span("name")), Span(*found.span("count"))
        if _OTHER_TEAM.search(page.words(name)) is None:
            item = Item(name=page.words(name), quantity=quantity_at(page, at), category=STAFF)
            yield Thing(name=name, item=item, count=at)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
