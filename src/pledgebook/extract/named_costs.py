"""Words of costs and trade that are parts of names or of what a promise serves, and no cost.

"The Digital Economy Fund" tells of no economy, and "helps the economy with a $5 million grant" of
no sum that an economy is worth.
"""

from __future__ import annotations

import re

from pledgebook.extract.headlines import is_headline
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: A word with a capital right behind another: the rest of a name.
_NAME_GOES_ON = re.compile(r"\s+(?:(?:and|of|for)\s+)?[A-Z][\w-]+")
#: Between what a promise serves and its sum.
_WITH = re.compile(r"[^.;:]{0,40}?\bwith\s+(?:an?\s+)?(?:[a-z-]+\s+){0,3}$", re.IGNORECASE)
#: Right behind a sum, what it is by its name.
_AID = re.compile(
    r"\s+(?:\w+\s+)?(?:commitment|pledge|contribution|grant|donation|loan|package)\b",
    re.IGNORECASE,
)


def names_no_cost(page: Page, sentence: Span, word: re.Match[str], thing: Span) -> bool:
    """Say whether a word of cost beside a sum is a part of a name, or what its gift serves."""
    if _AID.match(page.text, thing.end) and _WITH.fullmatch(page.text, word.end(), thing.start):
        return True
    inside = word.group()[0].isupper() and word.start() > sentence.start
    goes_on = inside and _NAME_GOES_ON.match(page.text, word.end(), sentence.end)
    return bool(goes_on) and not is_headline(page, sentence)
