"""Parts of addresses made from values: actor ids, months, names of several donors."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.model.ids import digest

#: Longest value that stands in an address as it is: file names end at 255 bytes on most systems.
_LONGEST = 80


def address_name(value: str) -> str:
    """Write a value as a part of an address: ``NOR``, ``org-eu``, else a digest.

    Two values never share a name: only a colon after the kind of an actor is rewritten, and no
    code holds a hyphen where such a kind ends.
    """
    plain = value.replace(":", "-", 1)
    simple = plain.isascii() and plain.replace("-", "").replace("_", "").isalnum()
    return plain if simple and len(plain) <= _LONGEST else f"id-{digest([value])[:16]}"


def by_name(values: Iterable[str]) -> dict[str, str]:
    """Give values by the names that addresses have for them; of two alike the first keeps it."""
    found: dict[str, str] = {}
    for value in values:
        found.setdefault(address_name(value), value)
    return found
