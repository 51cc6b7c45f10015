"""States that stand before a noun of aid as those it is for: "raises its Ukraine aid to €9m"."""

from __future__ import annotations

import re

from pledgebook.extract.lexicon import load
from pledgebook.extract.page import Page
from pledgebook.resolve.mentions import ActorMention

#: A noun of aid right behind the name, and what goes on behind a noun but not behind a verb.
_AID = re.compile(
    r"\s+(?:(?:military|humanitarian|financial|emergency|development|reconstruction|relief|budget|"
    r"flood|quake|earthquake|famine|refugee|weapons?|arms)\s+)?"
    r"(?:aid|assistance|support|relief|funding|funds|help|spending)"
    r"(?:\s+(?:budget|bill|package|packages|programme|program|fund|plan|pledge|effort|spending))?"
    r"(?=\s*(?:$|[,.;:–—)]|\s(?:to|by|worth|of|for|in|from|and|at|through|with|next|this|last|until|"
    r"over|amid|after|as|is|was|will|would|has|had|totall?ing|beyond|past|above)\b))",
    re.MULTILINE,
)
#: Whose the aid is stands before it where others get it: "Oman aid to Yemen".
_FOR_OTHERS = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?[A-Z][a-z]")


def is_aid_for(page: Page, mention: ActorMention) -> bool:
    """Say whether a state's bare name stands before aid that is for it.

    Names of states of donors tell as often whose the aid is ("US aid", "UK support"), so these do
    not count, nor do adjectives and possessives ("Ukraine's support").
    """
    if mention.naming != "name" or mention.actor.type != "state":
        return False
    if mention.actor.id in load("acts")["giving_states"]:
        return False
    aid = _AID.match(page.text, mention.span.end)
    return aid is not None and _FOR_OTHERS.match(page.text, aid.end()) is None
