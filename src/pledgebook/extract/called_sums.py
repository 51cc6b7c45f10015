"""Whose gift a sum is by what it is called, or by the purse that it is paid from.

"Kyiv will buy gas with a Norwegian grant of NOK 1 billion"; "From the EU budget, €10m will go to
schools". Whoever acts around them gives something else, or nothing.
"""

from __future__ import annotations

import re

from pledgebook.extract.aid_givers import aid_givers
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.mentions import ActorMention

#: About how much it is, before a sum.
_ABOUT = (
    r"(?:(?:about|some|around|roughly|nearly|almost|over|up\s+to|at\s+least|more\s+than|less\s+than"
    r"|another|a\s+further|an\s+additional|a)\s+)?"
)
#: From behind an adjective of the giver to a sum: "a Swiss cash grant of about".
_CALLED = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:grant|loan|donation|gift|contribution|credit|cheque|check|guarantee)"
    rf"\s+(?:of|worth|totall?ing)\s+{_ABOUT}",
)
#: Before and behind the owner of a purse that opens a sentence or clause.
_OUT_OF = re.compile(r"\b(?:from|out\s+of)\s+(?:the\s+)?$", re.IGNORECASE)
_PURSE = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}?(?:budget|purse|kitty|coffers|treasury|pocket|war\s+chest|funds)"
    rf",?\s+{_ABOUT}",
    re.IGNORECASE,
)


def calls_its_own(page: Page, sentence: Span, thing: Span) -> ActorMention | None:
    """Give whose gift a sum is called, or from whose purse it comes; None where neither is told."""
    for mention in reversed(page.actors.within(Span(sentence.start, thing.start))[-2:]):
        if _is_called(page, mention, thing) or _is_paid_from(page, sentence, mention, thing):
            return mention
    return None


def _is_called(page: Page, mention: ActorMention, thing: Span) -> bool:
    """Say whether a sum is called somebody's gift; a state that is given to has none of its own."""
    if mention.actor.type == "state":
        short = page.words(mention.span).isupper()
        if not (short or mention.naming in ("adjective", "demonym")):
            return False
        if mention.actor.id not in aid_givers():
            return False
    elif mention.actor.type != "organisation":
        return False
    return _CALLED.fullmatch(page.text, mention.span.end, thing.start) is not None


def _is_paid_from(page: Page, sentence: Span, mention: ActorMention, thing: Span) -> bool:
    opens = _OUT_OF.search(page.text, sentence.start, mention.span.start)
    return opens is not None and (
        _PURSE.fullmatch(page.text, mention.span.end, thing.start) is not None
    )
