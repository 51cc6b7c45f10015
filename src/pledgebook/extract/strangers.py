"""People without an office whom a story introduces by name: "Iryna Bondar, 71, was asleep"."""

from __future__ import annotations

import re

from pledgebook.extract.page import Page
from pledgebook.model.spans import Span
from pledgebook.resolve.actor_strangers import name_after

#: How many sentences back a person may have been introduced.
_REACH = 3
#: A title before a name that opens a sentence; what it stands for is not in the reference data.
_TITLE = re.compile(
    r"[“\"'•\s]*(?:(?:Dr|Prof|Rev|Coun|Cllr|Mr|Mrs|Ms|Sir|Dame|Lt|Col|Sgt|Capt)\.?\s+)*"
)
#: What follows a person's name that is the subject: an age, an aside, a verb in the past.
_GOES_ON = re.compile(
    r",\s+(?:\d{1,3}\b|who\b|an?\b|the\b|from\b|of\b)|\s+(?:who|was|is|has|had|says|said|\w+ed|cast|ran|runs|won|lost|sat|stood"
    r"|lives?|works?|leads?|led|fled|came|went|heard|saw|held|took|found|spoke|left|woke|kept)\b"
)


def stranger_before(page: Page, span: Span) -> tuple[int, Span] | None:
    """Give the last person whom one of the sentences before has for its subject.

    First where that subject stands, then the fullest name, which may stand before it.
    """
    place = page.sentences.position(page.sentence_of(span))
    for sentence in reversed(page.sentences.items[max(0, place - _REACH) : place]):
        title = _TITLE.match(page.text, sentence.start, sentence.end)
        start = sentence.start if title is None else title.end()
        name = name_after(page.text, start, least=1)
        if name is None or name.start != start or name.end > sentence.end:
            continue
        apart = not page.actors.touching(name) and not page.quoted(name.start)
        if apart and _GOES_ON.match(page.text, name.end):
            whole = name if " " in page.words(name) else _full_name(page, name)
            if whole is not None:
                return name.start, whole
    return None


def _full_name(page: Page, surname: Span) -> Span | None:
    """Where the surname that opens a sentence stood behind a given name: "Karim al-Attar"."""
    words = re.escape(page.words(surname))
    pattern = re.compile(rf"\b[A-Z][\w’'-]+\s+(?i:{words})(?=,|['’]s|\s)")
    found = list(pattern.finditer(page.text, 0, surname.start))
    return Span(*found[-1].span()) if found else None
