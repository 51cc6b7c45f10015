"""A book definition: the coalition, its plan, its actors and rules. Data, never code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pledgebook.model.vocabulary import Goal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPointDefinition:
    """One point of the plan that the book follows: its number, words and goals.

    ``terms`` are words by which a statement names the point, beside those of its goals.
    """

    ordinal: int
    text: str
    goals: tuple[Goal, ...]
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookDefinition:
    """What a book is about.

    Attributes:
        id: short name (``london-2025``).
        title: heading of the site.
        summary: one or two neutral sentences.
        coalition: name of the coalition as the sources give it.
        plan: name of the plan, and its points in order.
        actors: ids of the actors watched.
        recipients: ids of the actors the promises are for.
        rules: name of the counting rules used by default.
        notice: sentence shown on every page (a banner), None for none.
        days: days from which the site shows the book besides today; empty for those on which
            most of its texts were published.
        address: where the site stands (``https://…``), for permanent addresses in citations and
            reports; None where that is not known.
        report: where errors are reported, a ``mailto:`` or ``https:`` address; None for nowhere.
    """

    id: str
    title: str
    summary: str
    coalition: str
    plan: str
    points: tuple[PlanPointDefinition, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    rules: str = "default"
    notice: str | None = None
    days: tuple[date, ...] = ()
    address: str | None = None
    report: str | None = None
