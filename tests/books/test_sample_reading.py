"""The readers on the sample sources, against the facts labelled by hand; floors only go up."""

from __future__ import annotations

from functools import cache

from pledgebook.books.definition import sample_sources
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.model.claims import Commitment
from pledgebook.pipeline import add, read
from pledgebook.reconcile.fold import fold
from sample_score import readings, score, unwanted_roles

#: kind: facts found at least, facts read at most that no label knows
FLOORS = {
    "commitment": (22, 2),
    "participation": (43, 1),
    "proposal": (2, 0),
    "plan_point": (8, 0),
}


@cache
def figures() -> dict[str, tuple[int, int, int]]:
    return score()


def test_facts_found_and_facts_invented_stay_within_the_floors() -> None:
    for kind, (least, most) in FLOORS.items():
        found, labelled, unknown = figures()[kind]
        assert least <= found <= labelled, kind
        assert unknown <= most, kind


def test_no_role_is_read_that_a_label_rules_out() -> None:
    assert unwanted_roles() == []


def test_nobody_is_said_to_have_joined() -> None:
    roles = {getattr(c, "role", None) for _, claims in readings() for c in claims}
    assert "attended" in roles
    assert "joined" not in roles


def test_the_book_counts_nothing_twice(tmp_path: object) -> None:
    with Ledger.open(f"{tmp_path}/sample.db", create=True) as ledger:
        report = add(ledger, read([str(path) for path in sample_sources("london-2025")]))
        assert report.counts["not_read"] == 1
        view = ledger.view(fold=fold)
        loans = [
            e
            for e in view.entries("commitment")
            if isinstance(e.lead, Commitment) and e.lead.instrument == "loan"
        ]
        assert len(loans) == 1
        assert {
            str(c.amount.low) for c in loans[0].claims if isinstance(c, Commitment) and c.amount
        } >= {
            "2200000000",
            "2260000000",
        }
        rows = {row["donor"]: row for row in totals(view, TotalsQuery()).to_json()}
        assert rows["DEU"]["low"] == "11000000000"
        again = add(ledger, read([str(path) for path in sample_sources("london-2025")]))
        assert again.counts["claims_new"] == again.counts["sources_new"] == 0
