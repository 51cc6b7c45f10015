"""Shortened ids: any prefix that fits exactly one record."""

from __future__ import annotations

from collections.abc import Iterable

from pledgebook.ledger.errors import LedgerError

#: How many candidates an error message lists.
_LISTED = 5


def one_of(name: str, ids: Iterable[str], what: str) -> str:
    """Find the one id that ``name`` is, begins, or begins without its ``kind:``.

    Raises LedgerError where none or several fit.
    """
    known = list(ids)
    if name in known:
        return name
    found = sorted(i for i in known if name and _begins(i, name))
    if len(found) == 1:
        return found[0]
    raise LedgerError(_unclear(name, found, what))


def begins_none(name: str, ids: Iterable[str]) -> bool:
    """Say whether ``name`` is the id of nothing and begins none."""
    return not any(_begins(full, name) for full in ids)


def is_named(name: str, full: str) -> bool:
    """Say whether ``name`` is an id or begins it, with or without its ``kind:``."""
    return bool(name) and _begins(full, name)


def _begins(full: str, name: str) -> bool:
    return full.startswith(name) or full.partition(":")[2].startswith(name)


def _unclear(name: str, found: list[str], what: str) -> str:
    if not found:
        return f"no {what} has the id {name!r}; the report lists the ids of this book"
    listed = ", ".join(i[:24] for i in found[:_LISTED])
    more = "" if len(found) <= _LISTED else f" and {len(found) - _LISTED} more"
    return f"{name!r} fits {len(found)} ids ({listed}{more}); give more of its digits"
