"""Where a phrase of time stands: what governs it, and the dates it can lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pledgebook.resolve.date_arithmetic import Stretch
from pledgebook.resolve.date_words import S, any_of, either_case, words

Tense = Literal["past", "future"] | None
#: How far to look for the word that governs a date: about one clause of news prose.
REACH = 110
_END = re.compile(r"[.!?:]['\"”’)]*\s+(?=[A-Z\"“])|;\s+|\n\s*\n|\n\s*[-*•]")
#: A phrase that begins its clause: what governs it stands behind ("…; on Thursday it will").
_CLAUSE = re.compile(r"[,;:—–]\s+(?:(?:and|but|while|then)\s+)?[Oo]n\s+\Z")
_WORD_BEFORE = re.compile(r"([\w&'’]+)[-\s(\"“‘*_]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A phrase in its text.

    Attributes:
        text: the whole text.
        start: offset of the phrase.
        end: offset after it.
        published: the day the text was published, None if not known.
        previous: the last date before it in the text that could be placed, days before periods.
        after: offset after the phrase before it.
        listed: True where that phrase was a year.
    """

    text: str
    start: int
    end: int
    published: date | None
    previous: Stretch | None
    after: int = 0
    listed: bool = False

    def word_before(self) -> str:
        """The word before the phrase, in small letters; empty at the start of a sentence."""
        found = _WORD_BEFORE.search(self.text[max(0, self.start - 16) : self.start])
        return found[1].lower() if found else ""

    def opens_sentence(self) -> bool:
        """Whether the phrase is the first of its sentence, with its article before it."""
        return self.text[max(0, self.start - 4) : self.start] == "The "

    def tense(self) -> Tense:
        """Whether the nearest governing word of the sentence looks back or ahead; None: neither."""
        return self.governed()[0]

    def governed(self) -> tuple[Tense, bool]:
        """The tense, and whether words before the phrase tell it that are no verb of report.

        They decide, but for a phrase that begins its clause; the words after it only where those
        say nothing. A word such as "from" alone looks ahead.
        """
        before = self.text[max(0, self.start - REACH) : self.start]
        if _moved_to().search(before) is not None:
            return "future", True
        if self.word_before() == "since":
            return "past", True
        after = self._after() if _CLAUSE.search(before) is not None else None
        marks = list(_governors().finditer(_END.split(before)[-1])) if after is None else []
        if marks:
            told = marks[-1][0] in words("telling")
            return ("future" if marks[-1].lastgroup == "future" else "past"), not told
        after = after or self._after()
        ahead = after is None and self.word_before() in words("opening")
        return ("future" if ahead else after), False

    def _after(self) -> Tense:
        after = _END.split(self.text[self.end : self.end + REACH], maxsplit=1)[0]
        found = _governors().search(after)
        if found is None:
            return None
        return "future" if found.lastgroup == "future" else "past"


@cache
def _moved_to() -> re.Pattern[str]:
    """Words such as "extended to" right before a date, which then lies ahead."""
    verbs = any_of(words("moved_to"))
    return re.compile(rf"\b{verbs}{S}(?:to|until|till|for){S}(?:the{S})?\Z")


@cache
def _governors() -> re.Pattern[str]:
    future = any_of(either_case(words("future")))
    past, modals = any_of(words("past")), any_of(words("modals"))
    ahead = rf"{modals}{S}(?:\w+{S})?(?:be|have|been){S}\w+|{future}"
    back = rf"{past}|(?<!\bis )(?<!\bare )[a-z]{{3,12}}ed"
    return re.compile(rf"(?<!\w)(?:(?P<future>{ahead})|(?P<past>{back}))(?!\w)")
