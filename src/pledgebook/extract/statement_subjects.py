"""Who a verb of saying belongs to: the noun phrase before it, after it, or shared with another."""

from __future__ import annotations

from dataclasses import dataclass

from pledgebook.extract.statement_words import Words

#: Kinds that a noun phrase may be made of; walking back, it stops at any other.
_PHRASE = frozenset("NnD0'R(")
_NOT = frozenset({"not", "never", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t",
                  "hasn't", "hasn’t", "haven't", "haven’t", "hadn't", "hadn’t", "won't", "won’t",
                  "wouldn't", "wouldn’t", "couldn't", "couldn’t", "can't", "can’t", "cannot",
                  "without", "nor", "isn't", "isn’t", "aren't", "aren’t", "wasn't", "wasn’t"})  # fmt: skip
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "isn’t"})
_MODAL = frozenset({"would", "will", "could", "can", "may", "might", "must", "should", "shall"})
#: Verbs after which "to say" is still a saying ("went on to say").
_LEAD_IN = frozenset({"on", "continued", "continues", "proceeded", "began", "happy", "quick"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with what stands before it ("has repeatedly said").

    Attributes:
        first: number of its first word.
        negated: True for "did not say".
        passive: True where a form of "be" stands directly before.
        modal: True for "would say".
    """

    first: int
    negated: bool
    passive: bool
    modal: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Words ``first`` to before ``last``; ``shared`` where it belongs to another verb first."""

    first: int
    last: int
    shared: bool = False


def group_of(words: Words, verb: int) -> Group:
    """Walk back from a verb over auxiliaries and adverbs."""
    first = verb
    low, kinds = words.low, words.kinds
    while first > 0:
        kind = kinds[first - 1]
        if kind in "AV" or (kind == "'" and first >= 2 and kinds[first - 2] == "P"):
            first -= 1
        elif low[first - 1] == "to" and first >= 2 and low[first - 2] in _LEAD_IN:
            first -= 3 if low[first - 2] == "on" else 2
        else:
            break
    before = low[first:verb]
    auxiliaries = [w for n, w in enumerate(before, first) if kinds[n] == "A"]
    return Group(
        first=max(first, 0),
        negated=any(w in _NOT for w in before),
        passive=bool(auxiliaries) and auxiliaries[-1] in _BE,
        modal=any(w in _MODAL for w in auxiliaries),
    )


def subject_before(words: Words, first: int) -> Subject | None:
    """Find the subject of a verb group that starts at word ``first``."""
    at = first - 1
    if at < 0:
        return None
    kind = words.kinds[at]
    if kind == "P" or kind == "T":
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
    for _ in range(4):
        opening = words.kinds.rfind(mark, 0, at)
        if opening <= 0 or at - opening > 28:
            return None
        inside = words.kinds[opening + 1 : at]
        kind = words.kinds[opening - 1]
        if inside[:1] in "DPSRng0Vv'" or words.low[opening + 1] in ("jr", "sr"):
            if kind in "Nn'(":
                found = phrase_ending(words, opening)
                if found is not None and not _adjunct(words, found):
                    return found
            if kind == "P":
                return Subject(opening - 1, opening)
        elif inside[:1] == "N" and kind in "Nn":
            found = phrase_ending(words, opening)
            if found is not None and not _adjunct(words, found):
                return found
            return phrase_ending(words, at)
        at = opening
    return None


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
    return Subject(first, last) if first < last else None


def _joins(words: Words, at: int) -> bool:
    """Say whether "and" at ``at`` joins two names of one subject."""
    kinds = words.kinds
    if kinds[at] not in "C" or words.low[at] == "but" or at == 0:
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
    return Subject(first, last) if last > first else None


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
