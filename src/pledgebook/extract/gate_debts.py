"""Debts that a creditor lets go, by their words: "cancels $4bn of Somalia's debt".

What people at home owe for their studies, their homes or as taxes is no state's debt.
"""

from __future__ import annotations

import re

from pledgebook.model.spans import Span

#: Between such a verb and a debt, or between its sum and the debt behind it.
_DEBT = r"(?:debts?|arrears|claims|(?:loan|debt)s?\s+(?:repayments?|obligations?|service))"
_GO = (
    r"(?:wip(?:es?|ed|ing)\s+(?:out|off|away)|cancel(?:s|l?ed|l?ing|lations?)?|cancellations?|forg[ia]ve(?:s|n)?|forgiving|forgiveness|waiv(?:es?|ed|ing)|eras(?:es?|ed|ing)"
    r"|(?:writ(?:es?|ing)|wrote|written)\s+off|annul(?:s|led|ling)?|extinguish(?:es|ed|ing)?|swap(?:s|ped|ping)?"
    r"|clear(?:s|ed|ing)?(?=[^.;:]{0,60}\barrears\b)|(?:settl|pa(?:y|id))\w*(?:\s+off)?(?=[^.;:]{0,40}['’]s?\s[^.;:]{0,30}\barrears\b))"
)
_BEFORE = re.compile(
    rf"\b{_GO}\b(?:\s+(?:of\s+)?[^.;:]{{0,60}}?\b{_DEBT}\s+(?:of|worth|totall?ing|amounting\s+to|in\s+the\s+amount\s+of))?"
    r"\s+(?:of\s+)?(?:(?:some|about|around|nearly|almost|more|than|over|up|to|another|an|a|the|all|total|"
    r"additional|of|further)\s+){0,4}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s+(?:(?:of|in|worth\s+of)\s+)?(?:[\w.’'-]+\s+){{0,7}}?{_DEBT}\b"
    r"|\s+(?:that\s+(?:is|was)\s+|which\s+\w+\s+)?owed\b",
    re.IGNORECASE,
)
#: A debt told before its sum: "cancelled debts of $3bn".
_DEBTS_OF = re.compile(
    rf"\b{_GO}\b[^.;:]{{0,60}}?\b{_DEBT}\s+(?:of|worth|totall?ing|amounting\s+to|in\s+the\s+amount\s+of)\s+"
    r"(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)


#: A debt turned into something else: "converts €60m of Malian debt into schools".
_TURNS = re.compile(
    r"\b(?:convert|turn|exchang|transform|swap)\w*\s+(?:of\s+)?"
    r"(?:(?:some|about|around|nearly|almost|more|than|over|up|to|another|a|further)\s+){0,3}$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\s+(?:of|in|worth\s+of)\s+(?:[\w.’'-]+\s+){{1,4}}?{_DEBT}\s+(?:into|for|to)\s+"
    r"(?P<into>[^.;:,]+)",
    re.IGNORECASE,
)
#: What a debt is turned into that is owed, held or traded still.
_HELD = re.compile(
    r"\b(?:bonds?|shares?|equity|stakes?|loans?|notes?|securities|yuan|renminbi|euros?|dollars?|yen"
    r"|rupees?|currency|cash|stock|debts?)\b",
    re.IGNORECASE,
)
#: Debts of people and firms, which their own state lets go.
_OF_PEOPLE = re.compile(
    r"\b(?:student|students['’]?|medical|mortgage|household|consumer|farm|farmers['’]?|tax|credit[\s-]card|borrowers?|pell)\b",
    re.IGNORECASE,
)


def lets_go(text: str, sentence: Span, thing: Span) -> bool:
    """Say whether a sum is a debt that somebody lets go."""
    if _OF_PEOPLE.search(text, sentence.start, sentence.end) is not None:
        return False
    if _DEBTS_OF.search(text, sentence.start, thing.start) is not None:
        return True
    turned = _TURNED.match(text, thing.end, sentence.end)
    if turned is not None and _TURNS.search(text, sentence.start, thing.start) is not None:
        return _HELD.search(turned["into"]) is None
    before = _BEFORE.search(text, sentence.start, thing.start)
    return before is not None and _BEHIND.match(text, thing.end, sentence.end) is not None


#: Beginnings of the words by which a creditor lets a debt go.
_LETTING_GO = re.compile(
    r"(?:wip|cancel|forg[ai]v|waiv|eras|writ|wrote|annul|extinguish|swap|clear|settl|pay|paid|convert|turn|exchang|transform)",
    re.IGNORECASE,
)


def tells_letting_go(words: str) -> bool:
    """Say whether words open with one of letting a debt go: "cancelled the"."""
    return _LETTING_GO.match(words) is not None
