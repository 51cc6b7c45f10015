"""What a reader asks of a page: the values in the address, and the day it is seen from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

_Value = TypeVar("_Value")


class BadQueryError(ValueError):
    """A value in an address is none that the page takes; says which, and what it takes."""

    def __init__(self, parameter: str, message: str) -> None:
        """Name the parameter and say in words what is wrong with its value."""
        super().__init__(f"{parameter}: {message}")
        self.parameter = parameter
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an address asks beside the page.

    Attributes:
        query: parameters in the order given; one may stand more than once.
        known_by: the day in the address (``on/2025-03-06/…``); None for the book of today.
        served: True on the server, which answers forms; False in the static export, where every
            page is a file and no form is shown.
        dated: True where the site has the days that its book offers, under ``on/``.
    """

    query: tuple[tuple[str, str], ...] = ()
    known_by: date | None = None
    served: bool = False
    dated: bool = False

    def all(self, name: str) -> tuple[str, ...]:
        """Values of a parameter in order, without empty ones (a form sends those for "any")."""
        return tuple(value for key, value in self.query if key == name and value.strip())

    def one(self, name: str) -> str | None:
        """Value of a parameter that may stand once, None where it is not given or empty."""
        values = self.all(name)
        if len(values) > 1:
            raise BadQueryError(name, "may stand once in an address")
        return values[0].strip() if values else None

    def choices(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Values of a parameter, each one of ``allowed`` (else BadQueryError), each once."""
        values = tuple(dict.fromkeys(value.strip() for value in self.all(name)))
        for value in values:
            if value not in allowed:
                raise BadQueryError(name, f"“{_cut(value)}” is not known here")
        return values

    def choice(self, name: str, allowed: Collection[str], default: str) -> str:
        """Value of a parameter that takes one of ``allowed``, ``default`` where not given."""
        value = self.one(name)
        if value is not None and value not in allowed:
            takes = ", ".join(sorted(allowed))
            raise BadQueryError(name, f"“{_cut(value)}” is not one of {takes}")
        return default if value is None else value

    def day(self, name: str) -> date | None:
        """Day of a parameter (``2025-03-06``), None where not given."""
        return self._read(name, date.fromisoformat, "is no day; write it as 2025-03-06")

    def number(self, name: str, least: int = 1) -> int | None:
        """Whole number of a parameter, at least ``least``; None where not given."""
        value = self._read(name, _digits, "is no whole number")
        if value is not None and value < least:
            raise BadQueryError(name, f"is less than {least}")
        return value

    def _read(self, name: str, read: Callable[[str], _Value], wrong: str) -> _Value | None:
        value = self.one(name)
        if value is None:
            return None
        try:
            return read(value)
        except ValueError:
            raise BadQueryError(name, f"“{_cut(value)}” {wrong}") from None

    def suffix(self, leave: Iterable[str] = (), **given: str) -> str:
        """Write the query again for a link: without ``leave``, with ``given`` put in place.

        Gives ``?a=1&b=2``, or nothing where no parameter is left.
        """
        out = set(leave) | set(given)
        kept = [(name, value) for name, value in self.query if name not in out and value.strip()]
        every = [*kept, *given.items()]
        return f"?{urlencode(every)}" if every else ""


#: Characters of a wrong value that a message repeats.
_SHOWN = 60

#: Digits of the largest number that a parameter may have.
_MOST_DIGITS = 9


def _cut(value: str) -> str:
    return value if len(value) <= _SHOWN else value[:_SHOWN] + "…"


def _digits(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS):
        raise ValueError(value)
    return int(value)
