"""A kind of address that a server answers, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pledgebook.publish.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Something that can be asked in the query of an address.

    Attributes:
        choices: the values that it takes, empty for any.
        day: whether it is a day (``2025-03-06``).
        many: whether it may stand more than once, for any of several values.
        example: gives a value that fits a book; None where it has none.
    """

    name: str
    what: str
    choices: tuple[str, ...] = ()
    day: bool = False
    many: bool = False
    example: Callable[[Book], str | None] = lambda _book: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A kind of address.

    Attributes:
        path: with names in braces for what differs; what ends in ``.json`` is also a page, at the
            same address without it.
        what: what stands there, in a sentence.
        payloads: classes of what its ``page`` can be; empty for a file.
        media_type: of a file, None for a page's JSON.
    """

    path: str
    what: str
    payloads: tuple[type, ...] = ()
    media_type: str | None = None
    parameters: tuple[Parameter, ...] = ()
