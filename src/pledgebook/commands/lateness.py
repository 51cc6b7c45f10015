"""Which entries of a view are overdue on the day it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.model.entries import Entry
from pledgebook.reconcile.overdue import Overdue, day_looked_at, overdue


def day_of(view: View) -> date:
    """Give the day on which a view stands; that of the present is today."""
    return day_looked_at(view.scope.as_of, view.scope.known_by, datetime.now(UTC).date())


def late_entries(view: View) -> Mapping[str, Overdue]:
    """Give what is overdue on the day of a view, by id of its entry."""
    entries, on = view.entries("commitment"), day_of(view)
    parts: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.part_of is not None:
            parts.setdefault(entry.part_of, []).append(entry)
    found = {entry.id: overdue(entry, on, parts.get(entry.id, ())) for entry in entries}
    return {name: late for name, late in found.items() if late is not None}


def late_entry(ledger: Ledger, view: View, entry: Entry) -> Overdue | None:
    """Say the same of one entry; its parts are looked up only where it would be overdue."""
    on = day_of(view)
    if overdue(entry, on) is None:
        return None
    return overdue(entry, on, list(_parts(ledger, view, entry)))


def _parts(ledger: Ledger, view: View, entry: Entry) -> Iterable[Entry]:
    """Parts are told by the texts that tell the whole."""
    found: dict[str, Entry] = {}
    for source in sorted({claim.source.id for claim in entry.claims}):
        about = ledger.about(source, view.scope.as_of, view.scope.known_by, fold=fold)
        found.update((e.id, e) for e in about.entries("commitment") if e.part_of == entry.id)
    return [found[name] for name in sorted(found)]
