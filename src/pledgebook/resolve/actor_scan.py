"""One pass over the capitals of a text: where names of the word tree stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pledgebook.resolve.actor_names import NEXT, Entry, Tree, names, small_starts, word_key
from pledgebook.resolve.actor_styles import republic_after, style_after, style_before

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
        # In this order for speed: most words with a capital are no names, and not in capitals.
        unknown = word not in known and word.isalpha()
        if unknown and (not word.isupper() or not _may_be_in_capitals(word)):
            others.setdefault(word, []).append(start)
            continue
        found = _longest(text, start, word)
        if found is None:
            others.setdefault(word, []).append(start)
            continue
        found = _styled(text, found, done)
        done = found.end
        if text[start - 1 : start] not in _HYPHENS or not _turned(text, start):
            hits.append(found)
    return hits, others


def _may_be_in_capitals(word: str) -> bool:
    """Whether a word in capitals may be a name: a short one only where it is known otherwise."""
    return len(word) > 3 or word.capitalize() in names()  # noqa: PLR2004


def _styled(text: str, hit: Hit, floor: int) -> Hit:
    """The name of a state with its style around it: "Kingdom of | X", "X | , Republic of"."""
    kind, naming = hit.entry.kind, hit.entry.naming
    if kind != "state" or naming not in ("name", "adjective"):
        return hit
    if naming == "adjective":
        return replace(hit, end=republic_after(text, hit.end))
    start, end = style_before(text, hit.start), style_after(text, hit.end)
    if start == hit.start and end == hit.end:
        return hit
    return Hit(max(start, floor), end, hit.entry)


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


def _branch(node: Tree, word: str, *, first: bool) -> tuple[Tree | None, int]:
    """The branch of a word, and how much of the word is a possessive ending.

    Words with points or typographic apostrophes, words in capitals and, inside a name, small words
    with a capital ("Republic Of") are looked up in their plain form too.
    """
    branch: Tree | None = node.get(word)
    if branch is not None:
        return branch, 0
    if word.isalpha() and not word.isupper():
        return (None if first else node.get(word.lower())), 0
    key = word_key(word)
    branch = _spelled(node, key, first=first)
    if branch is None and key[-2:] in ("'s", "'S"):
        return _spelled(node, key[:-2], first=first), 2
    return branch, 0


def _spelled(node: Tree, word: str, *, first: bool) -> Tree | None:
    """The branch of a word as it is, else in its plain form.

    A short word in capitals only begins a name ("SRI LANKA"; "IT" and "US" are no names alone).
    """
    if word in node or not word.isupper():
        found: Tree | None = node.get(word) or (None if first else node.get(word.lower()))
        return found
    title = word.title()
    forms = (word.capitalize(), title, word.lower(), title[:1].lower() + title[1:])
    form = next((form for form in (forms[:2] if first else forms) if form in node), None)
    if form is None:
        return None
    branch: Tree = node[form]
    if first and len(word) <= 3 and "" in branch:  # noqa: PLR2004
        return {after: deeper for after, deeper in branch.items() if after}
    return branch


def _longest(text: str, start: int, word: str) -> Hit | None:
    """Follow the tree as far as the text does; a name ends at a possessive ending."""
    root = names()
    node, at, best = root, start + len(word), None
    while True:
        branch, cut = _branch(node, word, first=node is root)
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
