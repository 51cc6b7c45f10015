"""Whether two lists of things can be the same things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pledgebook.model.values import Item, Quantity
from pledgebook.reconcile.matching import Level
from pledgebook.reconcile.money import SameSum, figure, same_figure, words
from pledgebook.reconcile.words import content_words, overlap

#: Share of the shorter name's words that two names of one thing have in common.
_NAME = 0.5


def item_words(items: Sequence[Item]) -> frozenset[str]:
    """Content words of all names."""
    return frozenset(word for item in items for word in content_words(item.name))


def item_names(items: Sequence[Item]) -> frozenset[frozenset[str]]:
    """Each name as its set of content words."""
    return frozenset(content_words(item.name) for item in items)


def same_items(one: Sequence[Item], other: Sequence[Item]) -> SameSum | None:
    """Compare two non-empty lists; None where they share nothing."""
    found = [_same_count(a, b) for a, b in _pairs(one, other)]
    if not found:
        return None
    return max(found, key=lambda same: same.level)


def counted(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Say whether a thing in both lists has a figure in both."""
    return any(_has_figure(a.quantity) and _has_figure(b.quantity) for a, b in _pairs(one, other))


def counts(items: Sequence[Item]) -> frozenset[tuple[str, Decimal]]:
    """Words of each thing of which there are several, with how many."""
    return frozenset(
        (word, number)
        for item in items
        if (number := _several(item)) is not None
        for word in content_words(item.name)
    )


def same_count(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """Say whether both count several of a thing, and as many; a single one is no mark of it."""
    return any(
        _several(a) is not None and _several(a) == _several(b) and not _two_models(a, b)
        for a, b in _pairs(one, other)
    )


def _two_models(one: Item, other: Item) -> bool:
    """Say whether each name has a number, and they differ: "F-16 jets" and "F-35 jets"."""
    a, b = (_numbers(item.name) for item in (one, other))
    return bool(a) and bool(b) and not any(_one_model(*sorted((x, y))) for x in a for y in b)


def _one_model(short: str, long: str) -> bool:
    """Say whether a number is the other with a letter more: "2" and "2A4"."""
    rest = long.removeprefix(short)
    return long.startswith(short) and not rest[:1].isdigit()


def _numbers(name: str) -> frozenset[str]:
    return frozenset(word for word in content_words(name) if any(map(str.isdigit, word)))


def _several(item: Item) -> Decimal | None:
    quantity = item.quantity
    number = None if quantity is None or quantity.bound != "exact" else figure(quantity)
    return None if number is None or number <= 1 else number


def _has_figure(quantity: Quantity | None) -> bool:
    return quantity is not None and figure(quantity) is not None


def _pairs(one: Sequence[Item], other: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    for a in one:
        for b in other:
            if overlap(content_words(a.name), content_words(b.name)) >= _NAME:
                yield a, b


def _same_count(one: Item, other: Item) -> SameSum:
    if one.quantity is None or other.quantity is None:
        return SameSum(level=Level.AGREES, reason=f"same item ({one.name})")
    same = same_figure(one.quantity, other.quantity)
    if same is None:
        reason = f"{words(one.quantity)} here and {words(other.quantity)} {other.name} there"
        return SameSum(level=Level.CONTRADICTS, reason=reason)
    if same.level is Level.AGREES:
        return SameSum(level=same.level, reason=f"same item ({one.name})")
    return same
