"""How a book is folded: by reconcile's rules, with texts that repeat another counted once."""

from __future__ import annotations

from pledgebook.ingest.duplicates import witnesses
from pledgebook.ledger.witnessing import Witnessed
from pledgebook.reconcile import fold as reconciling
from pledgebook.reconcile.components import components

#: What commands hand to the ledger wherever it folds.
fold = Witnessed(reconciling.fold, witnesses, components)
