"""Real addresses of a book for each kind of address: what the description gives as examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from pledgebook.publish.api.address import Address
from pledgebook.publish.book import Book
from pledgebook.publish.page import Folder

#: Names of a folder that are looked through, and examples that are given.
_LOOKED_AT, _GIVEN = 500, 3

_BRACES = re.compile(r"\{(\w+)\}")
_ID = re.compile("[0-9a-f]{16}")


def names_in(path: str) -> list[str]:
    """Names in braces, in order."""
    return _BRACES.findall(path)


def pattern_of(path: str) -> re.Pattern[str]:
    """Make what all addresses of a kind fit."""
    parts = _BRACES.split(path)
    literal, named = parts[::2], parts[1::2]
    groups = [f"(?P<{name}>[^/.]+)" for name in named] + [""]
    return re.compile("".join(re.escape(a) + b for a, b in zip(literal, groups, strict=True)))


class Names:
    """The first names below each part of a book's site, each part looked through once."""

    def __init__(self, book: Book, folders: Mapping[str, Folder]) -> None:
        """Nothing is listed before it is asked for."""
        self._book, self._folders = book, folders
        self._listed: dict[str, list[str]] = {}

    def below(self, first: str) -> list[str]:
        """Addresses below a part, as the server answers them."""
        if first not in self._listed:
            folder = self._folders.get(first)
            names = () if folder is None else folder.names(self._book)
            self._listed[first] = list(islice(_served(names, first), _LOOKED_AT))
        return self._listed[first]


def samples(address: Address, names: Names) -> tuple[dict[str, str], ...]:
    """Give values for the braces of an address that lead to something in the book."""
    if not names_in(address.path):
        return ({},)
    fits, found = pattern_of(address.path), dict[tuple[str, ...], dict[str, str]]()
    for name in names.below(address.path.split("/")[1]):
        match = fits.fullmatch(name)
        if match is not None:
            values = match.groupdict()
            found.setdefault(tuple(map(_form, values.values())), values)
    return tuple(islice(found.values(), _GIVEN))


def _served(names: Iterable[str], first: str) -> Iterable[str]:
    """Addresses as the server answers them: what is no file is a page, and has JSON."""
    for name in names:
        yield f"/{first}/{name}" if "." in name else f"/{first}/{name}.json"


def _form(value: str) -> str:
    """What kind of value it is: a number, an id, or words of which the first tells the kind."""
    if value.isdigit():
        return "number"
    return "id" if _ID.fullmatch(value) else value.partition("-")[0] if "-" in value else "word"
