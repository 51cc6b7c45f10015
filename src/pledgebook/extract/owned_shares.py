"""Whose part of something shared a sum is: "Belgium's share is €60m", "its part came to €9m".

Between a sum and its owner stand a noun of sharing and, at most, a verb that says how much it is.
"""

from __future__ import annotations

import re
from functools import cache

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.extract.parties import bound_actor
from pledgebook.extract.spoken_of import opening_of, spoken_of
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: "its" or "their" right before the noun of sharing.
_ITS = re.compile(r"\b(?P<its>its|their)\b", re.IGNORECASE)
#: No owner stands further before its sum, in code points.
_REACH = 140


@cache
def _share() -> re.Pattern[str]:
    """From behind an owner to its sum: "'s own share of the bill is about"."""
    nouns = "|".join(load("acts")["sharing"])
    return re.compile(
        rf"(?:(?:['’]s?)?|,\s+whose)\s+(?:own\s+|first\s+|new\s+|latest\s+|initial\s+|total\s+)?(?:{nouns})"
        r"(?:\s+(?:of|in|to|for|towards|under)\s+(?:[\w’'-]+\s+){0,6}?[\w’'-]+)?,?"
        r"(?:\s+(?:is|was|are|were|will\s+be|would\s+be|being|to\s+be|has\s+been|comes?\s+to|came\s+to"
        r"|(?:will|would)\s+(?:come|amount)\s+to|stands?\s+at|stood\s+at|amount(?:s|ed|ing)\s+to"
        r"|total(?:s|l?ed|l?ing)?|reache[sd]|at|put\s+at|set\s+at)|\s*:)?,?\s+"
        r"(?:(?:a|an|the|just|only|about|some|around|roughly|nearly|almost|over|under|up|to|more|less|than"
        r"|at|least|another|further|additional|modest|smaller|larger|worth)\s+){0,4}",
        re.IGNORECASE,
    )


def owns_share(page: Page, sentence: Span, thing: Span) -> ActorMention | None:
    """Give whose share a sum is by the words before it, None where they name no share."""
    start = max(sentence.start, thing.start - _REACH)
    for mention in reversed(page.actors.within(Span(start, thing.start))):
        if mention.naming != "person" and _share().fullmatch(
            page.text, mention.span.end, thing.start
        ):
            return mention if bound_actor(mention) is not None else None
    for found in reversed(list(_ITS.finditer(page.text, start, thing.start))):
        if _share().fullmatch(page.text, found.end(), thing.start):
            return _stands_for(page, sentence, Span(*found.span()))
    return None


#: Before one who acts in a later clause of a sentence.
_NEXT_CLAUSE = re.compile(
    r"(?:[,;]|\b(?:and|while|but|after|before|as|when|because|although|whereas|that|until|once))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: From there to "its": a verb, no preposition and no mark.
_TO_ITS = re.compile(
    r"\s+(?!(?:in|on|of|for|to|at|by|with|from|and|or)\b)(?:[\w-]+\s+){1,7}", re.IGNORECASE
)


def _opens_clause(page: Page, sentence: Span, its: Span) -> ActorMention | None:
    """Give who acts right before "its" in a later clause: "after Oslo promised to double its"."""
    for mention in page.actors.within(Span(sentence.start, its.start))[-1:]:
        if _NEXT_CLAUSE.search(page.text, sentence.start, mention.span.start) is None:
            continue
        if _TO_ITS.fullmatch(page.text, mention.span.end, its.start):
            return mention if bound_actor(mention) is not None else None
    return None


def _stands_for(page: Page, sentence: Span, its: Span) -> ActorMention | None:
    """Give whom "its" stands for: who opens its clause, or the sentence, or the one before it."""
    if (own := _opens_clause(page, sentence, its)) is not None:
        return own
    opening = opening_of(page, sentence)
    if opening is not None and opening.span.end <= its.start:
        return opening
    return spoken_of(page, its)
