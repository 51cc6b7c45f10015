"""The largest first, and the others in one row: a picture of a large book stays readable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pledgebook.ledger.counting import Counted

_Key = TypeVar("_Key")

#: Rows of a picture before "all others".
TOP = 12


def grouped_by(
    counted: Iterable[Counted], key: Callable[[Counted], _Key]
) -> dict[_Key, list[Counted]]:
    """Put what counts under its key, those with the largest certain sums first."""
    groups: dict[_Key, list[Counted]] = {}
    for one in counted:
        groups.setdefault(key(one), []).append(one)
    ordered = sorted(groups.items(), key=lambda pair: (-_certain(pair[1]), str(pair[0])))
    return dict(ordered)


def _certain(ones: Iterable[Counted]) -> float:
    return float(sum(one.low for one in ones))


def top_and_others(
    groups: Mapping[_Key, list[Counted]], top: int = TOP
) -> tuple[list[tuple[_Key, list[Counted]]], list[Counted], int]:
    """Cut groups into the first ``top``, what the others hold together, and how many those are.

    A single group more is shown as it is: "all others" never stands for one.
    """
    pairs = list(groups.items())
    kept = len(pairs) if len(pairs) <= top + 1 else top
    others = [one for _, ones in pairs[kept:] for one in ones]
    return pairs[:kept], others, len(pairs) - kept
