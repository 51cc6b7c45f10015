"""Nouns of saying with their owner: "her claim that ...", "a warning by X that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from pledgebook.extract.cues import nouns
from pledgebook.extract.cues import words as listed
from pledgebook.extract.statement_clauses import Start
from pledgebook.extract.statement_ends import content_end
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_subjects import Subject, phrase_ending, subject_after
from pledgebook.extract.statement_words import Words

_OWNERS = frozenset({"his", "her", "their", "its"})
#: How many adjectives may stand between owner and noun.
MAX_ADJECTIVES = 3


def nouns_of_saying(words: Words) -> Iterator[Found]:
    """Find nouns of saying that have an owner and a clause."""
    for n, word in enumerate(words.low):
        if word not in nouns():
            continue
        found = _read(words, n)
        if found is not None:
            yield found


def _read(words: Words, n: int) -> Found | None:
    subject = _owner(words, n)
    at = n + 1
    if subject is None and words.low[at : at + 1] in (("by",), ("from",)):
        subject = subject_after(words, at)
        at = subject.last if subject is not None else at
    if subject is None or not _opens(words, n, at):
        return None
    start = Start(at, "to" if words.low[at] == "to" else "that")
    end = content_end(words, start, relative=False, subordinate=False)
    if not set(words.kinds[: subject.first]) & set("AvP"):
        end = _before_main_verb(words, at, end)
    return Found("noun-of-saying", ((at, end),), subject, (n, n + 1), "speech")


def _before_main_verb(words: Words, start: int, end: int) -> int:
    """End of a clause that is part of a subject: before the second verb ("that X did | was Y")."""
    kinds = words.kinds
    verbs = 0
    for n in range(start, end):
        if kinds[n] in ",CPTS":
            verbs = 0 if n > start and verbs < 1 else verbs
        elif kinds[n] in "Av" and kinds[n - 1] not in "AvV":
            verbs += 1
            if verbs > 1:
                return n
    return end


def _opens(words: Words, n: int, at: int) -> bool:
    if words.kinds[at : at + 1] == "T":
        return words.kinds[at + 1 : at + 2] not in ("A", "v")
    return words.low[n] in listed("promise_nouns") and words.low[at : at + 1] == ("to",)


def _owner(words: Words, n: int) -> Subject | None:
    """Whose it is: "his", or a name with the sign of the possessive."""
    at = n - 1
    while at >= 0 and n - at <= MAX_ADJECTIVES and words.kinds[at] in "nV":
        at -= 1
    if at < 0:
        return None
    if words.low[at] in _OWNERS:
        return Subject(at, at + 1)
    if words.kinds[at] == "'" and at > 0:
        return phrase_ending(words, at)
    return None
