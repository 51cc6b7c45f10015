"""People who are not in the reference data: "Ola Nordmann said", "Mr Nordmann"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.resolve.actor_names import names
from pledgebook.resolve.actor_surroundings import not_names
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import alternatives

_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|zu)"
_PART = (
    r"(?:[^\W\d_a-z]\.|[^\W\d_a-z]['’][A-Z][\w-]+|[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_a-z]?[^\W\d_]+)*)"
)
_GAP = r"(?:[ \t\xa0]+|[ \t\xa0]*\n)"
#: Two to four words with capitals, particles between them; the last is no initial.
_NAME = re.compile(rf"{_PART}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_PART}){{0,3}}(?<!\s\w\.)")
_NAME_END = re.compile(
    rf"(?<![\w'’-])({_PART}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_PART}){{1,3}})"
    r"(?:,|,[^,.;\n]{3,60},)?\s\Z"
)
_NAME_COMMA = re.compile(
    rf"(?<![\w'’-])({_PART}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_PART}){{1,3}}),\Z"
)
#: Before a verb of speech: longest name with a short apposition.
REACH = 96


def name_after(text: str, start: int, *, least: int = 2) -> Span | None:
    """The name of an unknown person that begins at ``start``, of ``least`` words or more.

    A given name that a city or a state has too opens it where a surname follows ("Sofia Lind").
    """
    found = _NAME.match(text, start)
    if found is None:
        return None
    given = _given_too(found[0])
    name = _checked(text, found.start() + given, found.end(), 1 if given else least)
    whole = name is not None and name.start == found.start() + given
    return Span(found.start(), name.end) if given and name is not None and whole else name


def _given_too(words: str) -> int:
    """How long a given name is, with the blank behind it, that is the name of a place as well."""
    first, blank, _ = words.partition(" ")
    return len(first) + 1 if blank and first in load("states")["person_first"] else 0


def name_before(text: str, end: int, *, comma: bool = False) -> Span | None:
    """The name of an unknown person of two words or more that ends right before ``end``.

    With ``comma`` the name itself ends with a comma there; else a short apposition in commas may
    stand between.
    """
    low = max(0, end - REACH)
    found = (_NAME_COMMA if comma else _NAME_END).search(text[low:end])
    if found is None:
        return None
    name = _checked(text, low + found.start(1), low + found.end(1), 2)
    whole = name is not None and name.end == low + found.end(1)
    return name if whole else None  # "Consumer Protection Bureau announced" names no person


def _checked(text: str, start: int, end: int, least: int) -> Span | None:
    """The name without words in front and behind that belong to no name."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    words = [text[start + a : start + b] for a, b in parts]
    while words and not _can_be_name(words[0]):
        words.pop(0)
        parts.pop(0)
    stop = next((n for n, word in enumerate(words) if not _can_be_name(word)), len(words))
    words, parts = words[:stop], parts[:stop]
    if len(words) < least or all(word.isupper() for word in words):
        return None
    return Span(start + parts[0][0], start + parts[-1][1])


def _can_be_name(word: str) -> bool:
    bare = word.removesuffix(",")
    entry = names().get(bare, {}).get("") if bare in names() else None
    known = entry is not None and entry.kind != "person"
    return not (known or bare in not_names() or (bare.isupper() and len(bare) > 3))  # noqa: PLR2004


@cache
def _speech() -> re.Pattern[str]:
    verbs = load("offices")["speech"]
    first = "".join(sorted({verb[0] for verb in verbs}))
    return re.compile(rf" (?=[{first}])(?:{alternatives(verbs)})(?![^\W_])")


def speakers(text: str) -> Iterator[Span]:
    """Names of two words or more right before or after a verb of speech, in order of the verbs."""
    for found in _speech().finditer(text):
        yield from _beside(text, found.start() + 1, found.end())


def _beside(text: str, start: int, end: int) -> Iterator[Span]:
    before = name_before(text, start)
    if before is not None:
        yield before
    elif text[end : end + 1].isspace() and text[start - 2 : start - 1] in ",”\"’'":
        after = name_after(text, end + 1)
        if after is not None:
            yield after
