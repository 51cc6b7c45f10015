"""The record of its own that a sum has elsewhere: "the €36m in CZM1", "€5m, listed in AB4".

Trackers name their records by a code and tell in one note what stands in another. Such a sum was
told before, whatever else stands beside it ("another €5m (AB4)").
"""

from __future__ import annotations

import re

from pledgebook.extract.ages import ending, stripped
from pledgebook.extract.page import Page
from pledgebook.model.spans import Span

#: How far into the next sentence a record may be named: "This is reported in AB4".
_NEXT_REACH = 60
#: How far before a sum the code may stand that tells of it.
_BACK = 120
_RECORD = r"[A-Z]{2,5}\d{1,3}\b"
_CODE_ALONE = re.compile(r"\b[A-Z]{2,5}\d{1,3}\b")
_NAMES = r"(?:(?i:donation|entry|record|row|id|package|identifier)s?\s+)*"
_CODE = rf"(?:in|under|as|by|at)\s+(?:the\s+)?{_NAMES}{_RECORD}"
_LIST = rf"{_RECORD}(?:\s*(?:[-–,]|to|and)\s*{_RECORD})*"
_BRACKETED = rf"\((?:(?i:see|in|cf\.?)\s+)?{_NAMES}{_LIST}"
_DONE = (
    r"(?:reported|recorded|included|listed|registered|entered|documented|accounted\s+for|covered"
    r"|coded|counted|filed|captured)"
)
#: "listed as humanitarian aid": what the other record takes it for.
_FILED = rf"{_DONE}(?:\s+(?:as|with)\s+(?:[\w-]+\s+){{1,4}}?)?(?:\s+separately)?"
#: Words between a sum and its record; two things joined by "and" have not one record.
_WORDS = r"(?:\s+(?!and\b|or\b)[^\W\d_](?:[\w'’-]*[^\W\d_])?){0,8}?"
#: "€5m in AB4", "€5m for food (AB4)", "€5m. This is reported in AB4", "€5m which includes ID AB4",
#: "€5m for food, reported in AB4". Further off, a verb of recording is asked for ("€5m for the fund
#: set up in COP28" has no record).
_BEHIND = re.compile(
    rf"\s+{_CODE}"
    rf"|{_WORDS}\s+{_BRACKETED}\s*\)"
    rf"|[^.;:!?\d]{{0,80}}\.\s+(?:This|It|That)\s+(?:(?:sum|amount)\s+)?(?:is|was)\s+{_FILED}\s*{_CODE}"
    rf"|,?\s+which\s+(?:already\s+)?includes\s+(?:the\s+)?(?i:donation|entry|id)[\w\s]*?\s{_RECORD}"
    r"|(?:\s+(?!and\b|or\b)[\w'’\"“”-]+){0,8}?[\s,]+(?:(?:which|that)\s+)?"
    rf"(?:(?:we|is|are|was|were|already|be)\s+)*{_FILED}\s*{_CODE}",
)
#: The same further on, where no other sum stands between: "€5m will go to farmers, which is listed
#: as aid for food (see AB4)", "€5m, cited by the source, is reported in AB4".
_FURTHER_ON = re.compile(
    r"\)?[^.;:!?]{0,160}?(?:,\s+(?:which|that)\s+|\)\s+|,\s+|\b(?:and\s+(?:mentioned|cited|named|told)\s+[^.;:!?,]{0,50}?))"
    rf"(?:(?:we|is|are|was|were|already|been|has|have)\s+)+{_FILED}\s*(?:{_CODE}|{_BRACKETED})",
)
#: Words between that give the record to something else.
_OF_OTHERS = re.compile(r"\b(?:whose|rest|others|remain(?:der|ing)|part)\b", re.IGNORECASE)
#: "see AB4 for the €6m": where the record of a sum is to be found.
_SEE = re.compile(
    rf"\b(?i:see|refer\s+to|compare|cf\.?)\s+{_RECORD}\s+(?:for|on|about)\s+(?:the|its|their|another)\s+(?:\w+\s+){{0,2}}$"
)
#: "note that AB4 covers the rest, €6m", "whereas AB4 lists €6m".
_TOLD_BY = re.compile(
    rf"\b(?i:note\s+that|while|whereas)\s+{_RECORD}\s+(?:provides|gives|contains|lists|covers|records|reports|holds|has|includes)"
    r"\b[^.;:!?]{0,100}$"
)
#: "we report the €6m of loans in AB4", "the €6m for loans stands in AB4".
_WE_REPORT = re.compile(
    r"\b[Ww]e\s+(?:(?:also|already|therefore|then|however)\s+)?(?:report|record|list|register|enter|include|count|code)\s+"
    r"(?:the|its|their|another|these)\s+(?:[\w-]+\s+){0,6}?$"
)
_IN_RECORD = re.compile(
    rf"(?:\s+(?!and\b|or\b)[\w'’-]+){{0,12}}?\s+(?:in|under)\s+(?:the\s+)?{_NAMES}{_RECORD}"
)


def other_record(page: Page, sentence: Span, thing: Span) -> Span | None:
    """Find the words beside a sum that send it to another record; None where none do."""
    text = page.text
    behind = _BEHIND.match(text, thing.end, sentence.end + _NEXT_REACH)
    if behind is not None:
        return stripped(text, Span(*behind.span()))
    before = Span(max(sentence.start, thing.start - _BACK), thing.start)
    if not page.money.within(before):
        told = ending(text, before, _SEE) or ending(text, before, _TOLD_BY)
        if told is not None:
            return told
        if ending(text, before, _WE_REPORT) is not None:
            return _matched(page, sentence, thing, _IN_RECORD)
    return _matched(page, sentence, thing, _FURTHER_ON)


def _matched(page: Page, sentence: Span, thing: Span, pattern: re.Pattern[str]) -> Span | None:
    """Match words behind a sum, up to a record that neither another sum nor other things have."""
    found = pattern.match(page.text, thing.end, sentence.end)
    if found is None or page.money.within(Span(thing.end, found.end())):
        return None
    if _OF_OTHERS.search(page.text, thing.end, found.end()):
        return None
    return stripped(page.text, Span(*found.span()))


#: "in AB4", "under ID AB4"; "under this ID AB4" is the note's own, and
#: "under the plan registered in AB4" tells of the plan.
_AWAY = re.compile(rf"(?<!ed)\s(?:in|under)\s+(?:the\s+)?{_NAMES}{_RECORD}")


def sent_away(text: str, start: int, end: int) -> bool:
    """Say whether words of recording name a record: "we report the loan in AB4"."""
    return _AWAY.search(text, start, end) is not None


def names_record(words: str) -> bool:
    """Say whether words of age name the record that a sum has ("(see AB4)")."""
    return _CODE_ALONE.search(words) is not None
