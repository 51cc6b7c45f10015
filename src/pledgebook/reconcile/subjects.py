"""Whether an opinion is the speaker's own, and holds: who rejects, and whether it is now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pledgebook.reconcile.clauses import MARKS, SPEAKER, Clause, listed, one_of

_RELATIVE = frozenset({"who", "which", "whose", "whom"})
#: Before a subject they ask: "can we rule out …".
_ASKING = frozenset({"can", "could", "do", "does", "did", "will", "would", "should", "why"})

#: Words before an opposing word among which one that takes it back is sought.
_NEAR = 4


def is_open(words: Sequence[str]) -> bool:
    """Say whether a sentence asks, supposes, or sets a condition."""
    told = [w for n, w in enumerate(words) if w != "once" or words[n - 1 : n] != ["at"]]
    return "?" in told or not listed("open").isdisjoint(told)


def is_former(clause: Clause, end: int) -> bool:
    """Say whether words just before a place take back what follows: "not", "initially"."""
    near: list[str] = []
    for word in reversed(clause.words[:end]):
        if word in MARKS or len(near) == _NEAR:
            break
        near.append(word)
    return not listed("former").isdisjoint(near)


@cache
def _deploring() -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{one_of('deplored', 'refusals')}) (?:that|how|when)(?= |$)")


def is_deplored(clause: Clause, end: int) -> bool:
    """Say whether what stands behind a place is deplored: "it is unfair that there is no …"."""
    return _deploring().search(" ".join(clause.words[:end])) is not None


def is_own(clause: Clause, end: int) -> bool:
    """Say whether the subject of the verb at a place is the speaker or the speaker's side."""
    last = end
    while last and _between(clause.words[last - 1]):
        last -= 1
    head = clause.words[:last]
    if not head:
        return last == end
    if head[-1] in {",", "but", "that"} or clause.words[last : last + 1] == ["and"]:
        return head[-1] != "that" and _began_so(clause, last)
    word = head[-1].partition("'")[0]
    if head[-2:-1] and head[-2] in _ASKING:
        return False
    if word in {"i", "we", SPEAKER}:
        return True
    if word in {"he", "she", "it", "they"}:
        return not clause.quoted and not _others(clause, last - 1)
    return _ends_so(clause, " ".join(head))


def _between(word: str) -> bool:
    return word in listed("between") or (word.endswith("ly") and len(word) > _NEAR)


def _began_so(clause: Clause, end: int) -> bool:
    """A verb without a subject of its own has that of the sentence, where nobody else is named."""
    start = " ".join(clause.words[:end])
    mine = clause.own | listed("own") | ({SPEAKER} if not clause.quoted else set())
    begins = any(re.match(rf"(?:the )?{re.escape(name)}\b", start) for name in mine)
    return begins and not _others(clause, end) and _RELATIVE.isdisjoint(clause.words[:end])


def _others(clause: Clause, end: int) -> bool:
    """Say whether another's name stands before a place, but for the first word."""
    mine = {part for name in clause.own for part in name.split()} | {"i"}
    return any(
        clause.is_name(n) and clause.words[n].partition("'")[0] not in mine for n in range(1, end)
    )


def _ends_so(clause: Clause, head: str) -> bool:
    mine = clause.own | listed("own")
    if not clause.quoted:
        mine |= listed("told_of")
    return any(re.search(rf"(?:^|\W){re.escape(name)}$", head) for name in mine)


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{one_of('reporting')})(?= |$)")


def is_anothers(clause: Clause, first: int) -> bool:
    """Say whether the sentence, from a word on, tells what another says or thinks."""
    text = " ".join(clause.words)
    skipped = len(" ".join(clause.words[:first]))
    for found in _reporting().finditer(text, skipped):
        before = text[: found.start()].split()
        if "according" in found.group() or "view" in found.group() or "eyes" in found.group():
            return True
        if not is_own(clause, len(before)):
            return True
    return False
