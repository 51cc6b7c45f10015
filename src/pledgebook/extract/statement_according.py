"""Statements by "according to": "According to X, …", "…, according to X"."""

from __future__ import annotations

from pledgebook.extract.cues import words as listed
from pledgebook.extract.statement_edges import left_edge
from pledgebook.extract.statement_found import Found
from pledgebook.extract.statement_subjects import Subject, subject_after
from pledgebook.extract.statement_words import Words


def according_to(words: Words) -> Found | None:
    """Read "According to X, ..." and "..., according to X"."""
    for n, word in enumerate(words.low[:-1]):
        if word == "according" and words.low[n + 1] == "to":
            return _according(words, n)
    return None


def _according(words: Words, n: int) -> Found | None:
    subject = subject_after(words, n + 1)
    if subject is None or words.low[subject.last - 1] in listed("no_sources"):
        return None
    first = n == 0 or (n == 1 and words.kinds[0] in "CV")
    content = _behind(words, subject) if first else _before(words, n)
    if content is None or content[1] <= content[0]:
        return None
    content = (content[0], content[1] - (words.kinds[content[1] - 1] in ",.:"))
    return Found("according-to", (content,), subject, (n, n + 2), "speech")


def _behind(words: Words, subject: Subject) -> tuple[int, int] | None:
    """What stands behind the source; an apposition between commas belongs to the source."""
    comma = words.kinds.find(",", subject.last)
    if comma < 0:
        return None
    further = words.kinds.find(",", comma + 1)
    aside = words.kinds[comma + 1 : further] if further > 0 else ""
    if aside[:1] in ("D", "n") and not set(aside) & set("AvPQ"):
        comma = further
    return comma + 1, len(words.kinds)


def _before(words: Words, n: int) -> tuple[int, int]:
    start = left_edge(words, n)
    end = n
    while end > start and words.kinds[end - 1] in ",-":
        end -= 1
    return start, end
