"""Pages and claims for the tests of the gate: words are found in the text, not counted by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from pledgebook.extract.page import Page
from pledgebook.language.english import English
from pledgebook.model.snapshots import Document, Sighting, Snapshot


def page(text: str, published: str | None = "2025-05-14", title: str | None = None) -> Page:
    """Make a page of a text."""
    snapshot = Snapshot.of(text, "given")
    day = date.fromisoformat(published) if published else None
    sighting = Sighting(snapshot=snapshot.id, ref="test", published=day, title=title)
    return Page(Document(snapshot=snapshot, sighting=sighting), English())


def cite(text: str, field: str, words: str, nth: int = 0) -> dict[str, Any]:
    """Evidence for a field: the nth place where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"field": field, "start": start, "end": start + len(words), "quote": words}


def state(code: str, name: str) -> dict[str, Any]:
    """A state as an actor."""
    return {"id": code, "name": name, "type": "state"}


def money(
    figure: str, currency: str | None, bound: str = "exact", per: str = "total"
) -> dict[str, Any]:
    """An amount of one figure."""
    low = None if bound == "up_to" else figure
    high = None if bound == "at_least" else figure
    return {"low": low, "high": high, "currency": currency, "bound": bound, "per": per}


def claim(kind: str, evidence: list[dict[str, Any]], **values: Any) -> dict[str, Any]:
    """A claim with these values and words."""
    return {"kind": kind, "evidence": evidence, **values}
