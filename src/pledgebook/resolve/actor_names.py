"""Every name of an actor in one word tree, made from the resource files when first needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pledgebook.resolve.mentions import Naming
from pledgebook.resolve.vocabulary_files import load

#: One word of a name: initials with points, or letters and figures with inner apostrophes.
WORD = r"(?:(?:[A-Z]\.)+[A-Z]\b\.?|[^\W_]+(?:['’][^\W_]+)*)"
_WORD = re.compile(WORD + r"|[,&+()]")
#: What may stand between two words of one name; an empty line never does.
GAP = r"(?:\.?(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)|[^\S\n]?[-‐‑–][^\S\n]?)"
NEXT = re.compile(rf"(?:{GAP}(?P<word>[,&(]|{WORD})|(?P<mark>[,+)])|(?<=\()(?P<inner>{WORD}))")

EntryKind = Literal["state", "organisation", "group", "person", "title", "apart"]

#: Letters that Unicode does not take apart into a letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "’": "'"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for.

    Attributes:
        kind: kind of actor; ``title`` and ``apart`` are words that are no actors themselves.
        id: actor id; None for a name that several states bear, and for what is no actor.
        naming: how the name names it.
    """

    kind: EntryKind
    id: str | None
    naming: Naming


#: A word tree: each word leads to the next; the empty word holds the entry of a whole name.
Tree = dict[str, Any]


def plain(text: str) -> str:
    """A text without accents and typographic apostrophes."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in parts if not unicodedata.combining(c))


def word_key(word: str) -> str:
    """A word as the tree holds it: straight apostrophes, initials with a point at the end."""
    word = word.replace("’", "'")
    return word.rstrip(".") + "." if "." in word else word


def words_of(name: str) -> list[str]:
    """The words of a name, as the tree holds them."""
    return [word_key(word) for word in _WORD.findall(name)]


def listed(field: str) -> list[str]:
    """The names of one field of a resource line."""
    return [name.strip() for name in field.split("|") if name.strip()]


@cache
def names() -> Tree:
    """The word tree of all names. Where two entries share a name, the first one holds."""
    tree: Tree = {}
    for name, entry in _entries():
        for form in dict.fromkeys((name, plain(name))):
            _plant(tree, form, entry)
    return tree


def _plant(tree: Tree, name: str, entry: Entry) -> None:
    node = tree
    for word in words_of(name):
        node = node.setdefault(word, {})
    node.setdefault("", entry)


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _of(load("people")["people"], "person", "person", "person:")
    yield from _apart()
    yield from _states()
    yield from _abroad()
    yield from _bodies()
    yield from _of(load("organisations")["organisations"], "organisation", "name", "org:")
    yield from _of(load("organisations")["seats"], "organisation", "seat", "org:")
    for name in load("organisations")["short"]:
        yield name, Entry("organisation", None, "name")
    for key, group in load("groups")["groups"].items():
        for name in listed(group["names"]):
            yield name, Entry("group", f"group:{key}", "group")
    for title in load("offices")["titles"]:
        yield title, Entry("title", None, "office")


def _of(
    lines: dict[str, str], kind: EntryKind, naming: Naming, prefix: str
) -> Iterator[tuple[str, Entry]]:
    for key, line in lines.items():
        entry = Entry(kind, prefix + key, naming)
        yield from ((name, entry) for name in listed(line.partition(";")[0]))


def _apart() -> Iterator[tuple[str, Entry]]:
    nothing = Entry("apart", None, "name")
    yield from ((name, nothing) for line in load("states")["apart"] for name in listed(line))
    gone = Entry("state", None, "name")
    yield from ((name, gone) for name in load("states")["gone"])
    for name in load("states")["shared"]:
        naming: Naming = "adjective" if name.endswith(("n", "ese")) else "name"
        yield name, Entry("state", None, naming)


_FIELDS: tuple[Naming, ...] = ("name", "adjective", "demonym", "seat")


def _states() -> Iterator[tuple[str, Entry]]:
    for code, line in load("states")["states"].items():
        for naming, field in zip(_FIELDS, line.split(";"), strict=True):
            entry = Entry("state", code, naming)
            yield from ((form, entry) for name in listed(field) for form in _printed(name))


def _abroad() -> Iterator[tuple[str, Entry]]:
    """Names of states in other languages."""
    for code, line in load("states_abroad")["names"].items():
        entry = Entry("state", code, "name")
        yield from ((name, entry) for name in listed(line))


def _printed(name: str) -> Iterator[str]:
    """A name as printed: "Saint" shortened, "and" as a sign."""
    yield name
    if name.startswith("Saint "):
        yield "St " + name[6:]  # a point may follow any word of a name
    if " and " in name:
        yield from _printed(name.replace(" and ", " & "))


def _bodies() -> Iterator[tuple[str, Entry]]:
    for code, line in load("organisations")["bodies"].items():
        entry = Entry("state", code, "office")
        yield from ((name, entry) for name in listed(line))


@cache
def small_starts() -> tuple[tuple[str, str], ...]:
    """Names that begin with a small letter ("von der Leyen"): words to find, and the first one.

    The second word is looked for too, since the first may be a common one.
    """
    starts: list[tuple[str, str]] = []
    for word in sorted(word for word in names() if word[:1].islower()):
        if "" in names()[word]:
            starts.append((word, word))
        else:
            nexts = [(gap, after) for gap in " -\n\xa0" for after in names()[word]]
            starts += [(f"{word}{gap}{after}", word) for gap, after in nexts]
    return tuple(starts)


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words in small letters."""
    return frozenset(word.lower() for word in words)
