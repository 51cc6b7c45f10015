"""An entry shows outlets and independent texts apart, in the book and from any day."""

from __future__ import annotations

from pathlib import Path

from decision_books import Clock, add, text

from pledgebook.folding import fold
from pledgebook.ledger.store import Ledger

TAIL = (
    " The money is meant for pumps along the northern quay, for the repair of two sluices, and for "
    "a school of engineers that opens next spring; the ministry will publish the terms in June."
)


def test_reprints_with_another_headline_are_one_witness(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "b.db"), create=True, clock=Clock()) as ledger:
        for day in range(1, 4):
            add(
                ledger,
                text(
                    f"NOR gives 5 million. {TAIL} Edition {day}.",
                    day=day,
                    url=f"https://{day}.example",
                ),
            )
        add(
            ledger,
            text(
                "NOR gives 5 million. Nothing else was agreed, our reporter says.",
                day=4,
                url="https://4.example",
            ),
        )
        ledger.project(fold)
        (entry,) = ledger.view().entries()
        assert (entry.witnesses, entry.outlets) == (2, 4)
        assert ledger.about(entry.id, fold=fold).entry(entry.id) == entry
        (before,) = ledger.view(known_by=entry.claims[1].source.published, fold=fold).entries()
        assert (before.witnesses, before.outlets) == (1, 2)
        kept = ledger.export_entries()
        ledger.project(fold)
        assert ledger.export_entries() == kept
