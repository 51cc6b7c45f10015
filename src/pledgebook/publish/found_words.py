"""Where the words that were searched for stand in a text that is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.ledger.searching import Term, folded_words

#: A word: letters and digits of any script, as the search cuts them.
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a text; ``found`` where it is what was searched for."""

    text: str
    found: bool


def runs(text: str, terms: Sequence[Term]) -> tuple[Run, ...]:
    """Cut a text at the borders of what was searched for; all runs joined are the text."""
    out: list[Run] = []
    place = 0
    for start, end in _merged(_hits(text, terms)):
        out += [Run(text=text[place:start], found=False), Run(text=text[start:end], found=True)]
        place = end
    out.append(Run(text=text[place:], found=False))
    return tuple(run for run in out if run.text)


def holds(text: str, terms: Sequence[Term]) -> bool:
    """Say whether a text has every term."""
    return all(_hits(text, [term]) for term in terms)


def _hits(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    matches = list(_WORD.finditer(text))
    words = ["".join(folded_words(match.group())) for match in matches]
    return [
        (matches[place].start(), matches[place + len(term.words) - 1].end())
        for term in terms
        for place in range(len(words) - len(term.words) + 1)
        if _fits(words[place : place + len(term.words)], term)
    ]


def _fits(words: Sequence[str], term: Term) -> bool:
    *firsts, last = term.words
    ends = words[-1].startswith(last) if term.open else words[-1] == last
    return ends and list(words[:-1]) == firsts


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
