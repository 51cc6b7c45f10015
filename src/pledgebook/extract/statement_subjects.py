"""Who a verb of saying belongs to: the noun phrase before it, after it, or shared with another."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.cues import words as listed
from pledgebook.extract.statement_words import Words

#: Kinds that a noun phrase may be made of; walking back, it stops at any other.
_PHRASE = frozenset("NnD0'R(")
#: How many words an insertion between subject and verb may have, and how many insertions.
MAX_INSERTION = 28
MAX_INSERTIONS = 4
#: How many words a person's name may have.
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with what stands before it ("has repeatedly said").

    Attributes:
        first: number of its first word.
        negated: True for "did not say".
        passive: True where a form of "be" stands directly before.
    """

    first: int
    negated: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Words ``first`` to before ``last``; ``shared`` where it belongs to another verb first."""

    first: int
    last: int
    shared: bool = False


def group_of(words: Words, verb: int) -> Group:
    """Walk back from a verb over auxiliaries and adverbs."""
    first = verb
    while first > 0 and (step := _back(words, first)) > 0:
        first = max(0, first - step)
    before = [word.replace("’", "'") for word in words.low[first:verb]]
    auxiliaries = [word for n, word in enumerate(before, first) if words.kinds[n] == "A"]
    return Group(
        first=first,
        negated=not listed("negations").isdisjoint(before),
        passive=bool(auxiliaries) and auxiliaries[-1] in listed("be_forms"),
    )


def _back(words: Words, first: int) -> int:
    """How many words before ``first`` belong to its verb group; 0 for none."""
    if words.kinds[first - 1] in "AV":
        return 1
    if words.low[first - 1] != "to" or first == 1:
        return 0
    lead = words.low[first - 2]
    if lead not in listed("lead_ins"):
        return 0
    return len(("went", "on", "to")) if lead == "on" else len((lead, "to"))


def subject_before(words: Words, first: int) -> Subject | None:
    """Find the subject of a verb group that starts at word ``first``."""
    at = first - 1
    if at < 0:
        return None
    kind = words.kinds[at]
    if kind in "PT":
        return Subject(at, first)
    if kind in ",-":
        return _before_insertion(words, at)
    if kind in _PHRASE or kind == "g":
        return phrase_ending(words, first)
    return None


def _before_insertion(words: Words, comma: int) -> Subject | None:
    """Step over "X, the president of Y," from its closing comma to X."""
    at = comma
    mark = words.kinds[comma]
    for _ in range(MAX_INSERTIONS):
        opening = words.kinds.rfind(mark, 0, at)
        if opening <= 0 or at - opening > MAX_INSERTION:
            return None
        inside = words.kinds[opening + 1 : at]
        kind = words.kinds[opening - 1]
        if inside[:1] in "DPSRng0Vv'" or words.low[opening + 1] in ("jr", "sr"):
            if kind in "Nn'(":
                found = _actor_ending(words, opening)
                if found is not None:
                    return found
            if kind == "P":
                return Subject(opening - 1, opening)
        elif inside[:1] == "N" and kind in "Nn":
            return _named_aside(words, opening, at)
        at = opening
    return None


def _actor_ending(words: Words, last: int) -> Subject | None:
    """The noun phrase that ends before word ``last``, none where it only tells time or place."""
    found = phrase_ending(words, last)
    return None if found is None or _adjunct(words, found) else found


def _named_aside(words: Words, opening: int, at: int) -> Subject | None:
    """Read "X, Given Surname,": behind an office in small letters the name belongs to it."""
    found = _actor_ending(words, opening)
    if found is None:
        return phrase_ending(words, at)
    named = _is_full_name(words.kinds[opening + 1 : at]) and words.kinds[opening - 1] == "n"
    return Subject(found.first, at) if named else found


def _is_full_name(kinds: str) -> bool:
    """Say whether words are given name and surname, and nothing else."""
    return 1 < len(kinds) <= _LONGEST_NAME and not kinds.strip("N")


def _adjunct(words: Words, subject: Subject) -> bool:
    """Say whether the words are a phrase of time or place that opens a sentence, no actor."""
    return words.kinds[subject.first] in "RS" and subject.first == 0


def phrase_ending(words: Words, last: int) -> Subject | None:
    """Walk back over one noun phrase that ends before word ``last``."""
    kinds = words.kinds
    first = last
    while first > 0 and (kinds[first - 1] in _PHRASE or _joins(words, first - 1)):
        first -= 1
    first = _after_opening(words, first, last)
    while first < last and (kinds[first] in "VC'" or kinds[first] == "("):
        first += 1
    if first >= last:
        return None
    above = _above_relative(words, first)
    return phrase_ending(words, above) if above > 0 else Subject(first, last)


def _above_relative(words: Words, first: int) -> int:
    """Where a phrase is the end of "X who took part", the place behind X; else 0."""
    kinds = words.kinds
    if first == 0 or kinds[first - 1] not in "vAg":
        return 0
    n = first - 1
    while n > 0 and first - n < MAX_INSERTION and kinds[n] in "vAVgNnD0'R":
        n -= 1
    return n if words.low[n] in ("who", "that", "which") and kinds[n - 1] in "Nn(" else 0


def _joins(words: Words, at: int) -> bool:
    """Say whether "and" at ``at`` joins two names of one subject."""
    kinds = words.kinds
    if kinds[at] != "C" or words.low[at] == "but" or at == 0:
        return kinds[at] == "g" and at > 0 and kinds[at - 1] in "D'"
    return (
        kinds[at - 1] in "Nn(" and kinds[at + 1 : at + 2] in ("N", "D", "n") and _no_verb(words, at)
    )


def _no_verb(words: Words, at: int) -> bool:
    """Say whether only a noun phrase stands between the start of the clause and ``at``."""
    n = at
    while n > 0 and words.kinds[n - 1] in "NnD0'R":
        n -= 1
    return n == 0 or words.kinds[n - 1] in ",CSTV"


def _after_opening(words: Words, first: int, last: int) -> int:
    """Leave out a prepositional phrase that opens the stretch ("In Paris President X")."""
    kinds = words.kinds
    if first < last and kinds[first] == "R":
        at = first + 1
        while at < last and kinds[at] in "D0":
            at += 1
        at += 1
        while at < last and kinds[at] in "n'R":
            at += 1
        return min(last, at)
    return first


def subject_after(words: Words, verb: int) -> Subject | None:
    """Find the subject that follows its verb ("..., said X, who ...")."""
    kinds = words.kinds
    last = first = verb + 1
    if kinds[first : first + 1] == "P":
        return Subject(first, first + 1)
    while last < len(kinds) and (kinds[last] in "NnD0'(" or _inside(words, first, last)):
        last += 1
    return Subject(first, _past_name(words, last)) if last > first else None


def _past_name(words: Words, last: int) -> int:
    """Step over the name behind an office in small letters: "said one farmer, Given Surname"."""
    kinds = words.kinds
    if kinds[last : last + 1] != "," or kinds[last - 1] != "n":
        return last
    end = last + 1
    while end < len(kinds) and kinds[end] == "N":
        end += 1
    named = _is_full_name(kinds[last + 1 : end]) and (end == len(kinds) or kinds[end] in ",.;")
    return end if named else last


def _inside(words: Words, first: int, at: int) -> bool:
    """Say whether a small word at ``at`` holds one noun phrase together."""
    if at == first or at + 1 >= len(words.kinds):
        return False
    if words.low[at] in ("of", "for", "at", "to", "in", "from", "with"):
        return words.kinds[at + 1] in "NnD"
    return words.low[at] == "and" and words.kinds[at + 1] in "ND"


def main_subject(words: Words, before: int) -> Subject | None:
    """Find the subject of the clause's first verb, for a verb that has none of its own."""
    kinds = words.kinds
    start = _clause_start(words, before)
    for n in range(start, before):
        if kinds[n] == "P" and words.low[n] not in ("who", "which", "there"):
            return Subject(n, n + 1, shared=True)
        if kinds[n] in "Av" and n > start:
            found = subject_before(words, group_of(words, n).first)
            if found is not None and found.first >= start:
                return Subject(found.first, found.last, shared=True)
    return None


def _clause_start(words: Words, before: int) -> int:
    """Start of the unit, or after the last semicolon or colon."""
    return max(words.kinds.rfind(";", 0, before), words.kinds.rfind(":", 0, before)) + 1
