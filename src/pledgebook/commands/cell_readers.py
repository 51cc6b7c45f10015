"""What the readers of values say of the words of one cell, for the importers of tables."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.core import get_global

from pledgebook.exchange.leaf_values import Readers
from pledgebook.ingest.encoding import decode
from pledgebook.model.values import Actor, Amount
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.money import find_money

#: Words that may stand beside a name without being part of it.
_ARTICLES = frozenset({"", "the"})


@lru_cache(maxsize=4096)
def actor_in(words: str, on: date | None) -> Actor | None:
    """Give the one actor that the words name as a whole; None for nobody, or for more."""
    found = find_actors(words, on)
    if len(found) != 1:
        return None
    span = found[0].span
    beside = {words[: span.start].strip().casefold(), words[span.end :].strip()}
    named = found[0].actor.type != "unnamed" and found[0].actor.id is not None
    return found[0].actor if named and beside <= _ARTICLES else None


def amount_in(words: str) -> Amount | None:
    """Give the one sum that the words hold as a whole, without words of bound beside it."""
    found = find_money(words)
    if len(found) != 1 or found[0].span.of(words) != words.strip():
        return None
    return found[0].amount


def text_of(raw: bytes) -> tuple[str, str | None]:
    """Decode a file's bytes; the second value is the encoding that was assumed."""
    decoded = decode(raw)
    return decoded.text, decoded.assumed


READERS = Readers(
    actor=actor_in,
    amount=amount_in,
    is_currency=lambda code: code in get_global("all_currencies"),
)
