"""Forces that are given something, and are not what is given: "30 vans to the Lebanese troops".

Forces are read as a thing without a count, as in "will send troops". Where they get something,
own something or are only whose families are helped, nobody sends them.
"""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: A word that tells whose forces they are, or which.
_WHOSE = (
    r"(?:the\s+|its\s+|their\s+|our\s+|these\s+)?(?:wounded\s+|injured\s+|front-?line\s+)?"
    r"(?:[A-Z][\w.-]*\s+){0,2}"
)
#: Before forces that something goes to; who agrees or objects to them speaks of sending them.
_TO = re.compile(
    r"(?<!\bno )(?<!\byes )(?<!open )(?<!agree )(?<!agreed )(?<!agrees )(?<!commit )(?<!committed )"
    r"(?<!commitment )(?<!opposed )(?<!opposition )(?<!object )(?<!objected )(?<!objections )"
    rf"(?<!closed )(?<!limited )(?<!back )(?<!up )\bto\s+{_WHOSE}$"
)
#: Before forces whose people or pay are told of.
_OF = re.compile(
    r"\b(?:families|relatives|widows|children|wages|salaries|allowances|training|treatment|needs)\s+"
    rf"(?:of|for)\s+{_WHOSE}$"
)
#: A verb with two objects before forces, and the start of the other object behind them.
_GIVES = re.compile(
    r"\b(?:pay(?:s|ing)?|paid|giv(?:e|es|en|ing)|gave|equip(?:s|ped|ping)?|arm(?:s|ed|ing)?|suppl(?:y|ies|ied|ying)"
    rf"|provid(?:e|es|ed|ing)|lend(?:s|ing)?|lent|hand(?:s|ed|ing)?|send(?:s|ing)?|sent)\s+{_WHOSE}$"
)
_OTHER_OBJECT = re.compile(r"\s+(?:with\b|[A-Z]{0,3}[$€£¥]|\d|another\s|more\s)")
#: What forces have: "soldiers' allowances".
_OWN = re.compile(r"['’]s?\s+(?:(?!deployment|mission|presence|arrival)\w)")
_REACH = 70


def are_served(page: Page, name: Span) -> bool:
    """Say whether forces named at ``name`` get something, or own what is told of."""
    start = max(page.sentence_of(name).start, name.start - _REACH)
    if _TO.search(page.text, start, name.start) or _OF.search(page.text, start, name.start):
        return True
    if _OWN.match(page.text, name.end):
        return True
    gives = _GIVES.search(page.text, start, name.start) is not None
    return gives and _OTHER_OBJECT.match(page.text, name.end) is not None


#: Before counted people whose pay is told of: "the wages of about | 900 police officers".
_PAY = re.compile(
    r"\b(?:wages|salaries|salary|pay|allowances|pensions|stipends)\s+(?:of|for)\s+"
    r"(?:(?:the|about|some|around|nearly|up\s+to|more\s+than|over|all|its|their)\s+)*$"
)


def are_paid(page: Page, count: Span) -> bool:
    """Say whether counted people are only those whose pay somebody gives."""
    return _PAY.search(page.text, max(0, count.start - _REACH), count.start) is not None
