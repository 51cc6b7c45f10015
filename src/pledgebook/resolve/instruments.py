"""Instruments of aid that only one state or organisation has: "a presidential drawdown"."""

from __future__ import annotations

import re
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.vocabulary_files import load


def find_instruments(text: str, start: int = 0, end: int | None = None) -> list[tuple[Span, Actor]]:
    """Find the instruments that a stretch of text names, each with whose it is; in order."""
    found = _pattern().finditer(text, start, len(text) if end is None else end)
    return [(Span(*match.span()), _owners()[_key(match.group())]) for match in found]


def _key(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _owners() -> dict[str, Actor]:
    """Map each instrument, in small letters, to the one that has it."""
    return {
        words.lower(): Actor(
            id=owner,
            name=row["name"],
            type="organisation" if owner.startswith("org:") else "state",
        )
        for owner, row in load("instruments").items()
        for words in row["words"]
    }


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_owners(), key=len, reverse=True)
    body = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)
