"""One pass over the capitals of a text: where names of the word tree stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgebook.resolve.actor_names import NEXT, Entry, Tree, names, small_starts, word_key

#: A word with a capital, at the start of a word. The class stands first so that the search skips
#: to capitals; the look-behind (one character of a word before the capital) is tested after it.
_CAPITAL = re.compile(
    r"[^\W\d_a-z](?<![^\W_](?s:.))(?:\.(?:[A-Z]\.)*[A-Z]\b\.?|[^\W_]*(?:['’][^\W_]+)*)"
)
#: Words before a hyphen that turn a name round: "non-EU", "anti-Russian".
_TURNED = re.compile(r"(?:\b(?i:non|anti|pro|ex|pan|post|un|pre|trans))[-‐‑–]\Z")
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the tree in the text; ``end`` leaves out a possessive ending."""

    start: int
    end: int
    entry: Entry


def scan(text: str) -> tuple[list[Hit], dict[str, list[int]]]:
    """Find names in order, the longest at each place, and index the other words with a capital."""
    hits: list[Hit] = []
    others: dict[str, list[int]] = {}
    known, done = names(), 0
    for start, word in _starts(text):
        if start < done:
            continue
        unknown = word not in known and word.isalpha() and (len(word) < 4 or not word.isupper())  # noqa: PLR2004
        found = None if unknown else _longest(text, start, word)
        if found is None:
            others.setdefault(word, []).append(start)
            continue
        done = found.end
        if text[start - 1 : start] not in _HYPHENS or not _turned(text, start):
            hits.append(found)
    return hits, others


def _turned(text: str, start: int) -> bool:
    return _TURNED.search(text[max(0, start - 6) : start]) is not None


def _starts(text: str) -> list[tuple[int, str]]:
    starts = [(found.start(), found[0]) for found in _CAPITAL.finditer(text)]
    small = [at for words, word in small_starts() for at in _places(text, words, word)]
    if small:
        starts.extend(small)
        starts.sort()
    return starts


def _places(text: str, words: str, word: str) -> list[tuple[int, str]]:
    places, at = [], text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            places.append((at, word))
        at = text.find(words, end)
    return places


def _branch(node: Tree, word: str) -> tuple[Tree | None, int]:
    """The branch of a word, and how much of the word is a possessive ending.

    Words with points or typographic apostrophes and words in capitals are looked up in their
    plain form too.
    """
    branch: Tree | None = node.get(word)
    if branch is not None or (word.isalpha() and not word.isupper()):
        return branch, 0
    key = word_key(word)
    if key in node:
        return node[key], 0
    cut = 2 if key.endswith("'s") else 0
    key = key[:-2] if cut else key
    branch = node.get(key)
    if branch is None and len(key) > 3 and key.isupper():  # noqa: PLR2004 (no "US", "IT", "ARE")
        branch = node.get(key.capitalize())
    return branch, cut


def _longest(text: str, start: int, word: str) -> Hit | None:
    """Follow the tree as far as the text does; a name ends at a possessive ending."""
    node, at, best = names(), start + len(word), None
    while True:
        branch, cut = _branch(node, word)
        if branch is None:
            return best
        entry = branch.get("")
        if entry is not None:
            best = Hit(start, at - cut, entry)
        found = None if cut or len(branch) == (entry is not None) else NEXT.match(text, at)
        if found is None:
            return best
        word = found["word"] or found["mark"] or found["inner"]
        at, node = found.end(), branch
