"""Where a phrase of time stands: what governs it, and the dates it can lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pledgebook.resolve.date_arithmetic import Stretch
from pledgebook.resolve.date_words import S, any_of, either_case, words

#: How far to look for the word that governs a date: about one clause of news prose.
REACH = 110
_END = re.compile(r"[.!?;:]['\"”’)]*\s+(?=[A-Z\"“])|\n\s*\n|\n\s*[-*•]")
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

    def tense(self) -> Literal["past", "future"] | None:
        """Whether the nearest governing word of the sentence looks back or ahead; None: neither.

        The words before the phrase decide; the words after it only where those say nothing.
        """
        before = self.text[max(0, self.start - REACH) : self.start]
        before = _END.split(before)[-1]
        marks = list(_governors().finditer(before))
        if not marks:
            after = _END.split(self.text[self.end : self.end + REACH], maxsplit=1)[0]
            marks = list(_governors().finditer(after))[:1]
        if not marks:
            return None
        return "future" if marks[-1].lastgroup == "future" else "past"


@cache
def _governors() -> re.Pattern[str]:
    future = any_of(either_case(words("future")))
    past, modals = any_of(words("past")), any_of(words("modals"))
    ahead = rf"{modals}{S}(?:\w+{S})?(?:be|have|been){S}\w+|{future}"
    return re.compile(rf"(?<!\w)(?:(?P<future>{ahead})|(?P<past>{past}|[a-z]{{3,12}}ed))(?!\w)")
