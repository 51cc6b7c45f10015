"""A book as a command sees it."""

from __future__ import annotations

from datetime import date, datetime

from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View


def view_of(ledger: Ledger, as_of: datetime | None, known_by: date | None) -> View:
    """Give the view that the two clocks ask for."""
    return ledger.view(as_of, known_by, fold=fold)
