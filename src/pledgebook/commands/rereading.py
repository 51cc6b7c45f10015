"""``reread`` and ``rebuild``: the stored texts read again, the entries folded again."""

from __future__ import annotations

from rich.markup import escape

from pledgebook import pipeline
from pledgebook.commands.progress import watched
from pledgebook.commands.terminal import messages, show_problems
from pledgebook.extract.version import reader_version
from pledgebook.folding import fold
from pledgebook.language.english import English
from pledgebook.ledger.store import Ledger
from pledgebook.settings import Settings


def run(book: str, settings: Settings) -> int:
    """Read every stored text again; 0 unless a text that was read before no longer can be."""
    with Ledger.open(book) as ledger:
        before = {claim.id for claim in ledger.view(fold=fold).claims()}
        unread = {p.where for p in ledger.view().problems() if p.fatal}
        language = English(model=settings.model)
        found = pipeline.stored(ledger, language=language)
        report = pipeline.reread(ledger, watched(found, "texts read again"))
        view = ledger.view(fold=fold)
        after = {claim.id for claim in view.claims()}
        open_reviews = len(view.reviews())
        lost = [p for p in report.problems if p.fatal and p.where not in unread]
    show_problems(lost)
    messages().print(
        escape(
            f"read again by {reader_version()}: {report.counts['readings_new']} new readings, "
            f"{len(after - before)} claims more, {len(before - after)} fewer; "
            f"{open_reviews} to review"
        )
    )
    return 1 if lost else 0


def rebuild(book: str) -> int:
    """Fold the entries and build the search index again; says how many entries there are."""
    with Ledger.open(book) as ledger:
        before, kept = ledger.export_entries(), ledger.kept_sums()
        count = pipeline.rebuild(ledger)
        ledger.index()
        same = ledger.export_entries() == before and kept in (None, ledger.kept_sums())
    words = "the same as before" if same else "other than before"
    messages().print(f"{count} entries folded again, {words}; search index built again")
    return 0
