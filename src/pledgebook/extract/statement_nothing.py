"""What stands where content would and is none: a day, "nothing", a goodbye, a promised sum."""

from __future__ import annotations

from pledgebook.extract.cues import words as listed
from pledgebook.extract.statement_words import Words

#: Marks and kinds of word behind which a phrase of time is over, and no clause has begun.
_OVER = frozenset(",.;:RS-")


def tells_when(words: Words, at: int) -> bool:
    """Say whether only a time is told at ``at``: "said early on Monday", "said Monday after …"."""
    n, told = at, False
    while n < len(words.low) and (words.low[n] in listed("times") or _leads(words, n)):
        told = told or words.low[n] in listed("times")
        n += 1
    return told and (n == len(words.low) or words.kinds[n] in _OVER)


def _leads(words: Words, n: int) -> bool:
    """Say whether a preposition leads to a time: "on Monday", "in late May"."""
    following = words.low[n + 1 : n + 2]
    return words.kinds[n] == "R" and bool(following) and following[0] in listed("times")


def says_nothing(words: Words, at: int, lemma: str) -> bool:
    """Say whether the words at ``at`` are nothing that is said: "nothing", "their goodbyes"."""
    low = words.low[at]
    following = words.kinds[at + 1 : at + 2]
    if low in ("no", "yes"):
        return following in ("", ",", ".", "!", ":", "R")
    if low == "nothing":
        return following not in ("A", "v")  # "said nothing had changed" says something
    if following and words.low[at + 1] in listed("no_words"):
        return True
    if lemma in ("decline", "refuse") and low == "to":
        return following != "" and words.low[at + 1] in listed("kept_silent")
    figure = words.kinds[at] == "0" or low[:1] in frozenset("$€£¥")
    return figure and lemma in listed("giving_cues")


def by_nobody(words: Words, first: int) -> bool:
    """Say whether a subject names nobody: "neither side", "no minister", "none of them"."""
    return words.low[first] in ("neither", "no", "none", "nobody", "nothing", "few")
