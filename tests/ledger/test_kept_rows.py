"""Books with releases of data sets and gifts in kind are told from columns, on any day."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from decision_books import Clock, add, text
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_books import lasting, query
from promise_builders import amount, item
from row_books import PRICES, add_rows, add_terms, row, terms
from test_decision_properties import Step, played, steps
from test_kept_days import DAYS, both, check_all, moments

from pledgebook.folding import fold
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import Totals, TotalsQuery, totals
from pledgebook.ledger.waterfall import waterfall


def asked(random: Random, **more: Any) -> TotalsQuery:
    return query(random, prices=random.choice([None, PRICES]), **more)


@given(done=steps, random=st.randoms(use_true_random=False), days=st.sampled_from([1, 3, 30]))
@settings(max_examples=20, deadline=None)
def test_any_day_of_any_book_with_rows_is_told_as_from_its_records(
    done: Sequence[Step], random: Random, days: int
) -> None:
    def grows(ledger: Ledger) -> None:
        if random.random() < 0.4:
            add_rows(ledger, random)

    with (
        tempfile.TemporaryDirectory() as folder,
        lasting(days),
        played(_in(folder), done, grows) as ledger,
    ):
        check_all(ledger, random)
        every = moments(ledger)
        for _ in range(6):
            scope = {"as_of": random.choice([None, *every]), "known_by": random.choice(DAYS)}
            _check(ledger, random, random.choice([scope, {}]))


def _in(folder: str) -> Path:
    return Path(folder) / "b.db"


def _check(ledger: Ledger, random: Random, scope: dict[str, Any]) -> None:
    fast, slow = both(ledger, **scope)
    question = asked(random)
    found, wanted = totals(fast, question), totals(slow, question)
    assert "_seen" not in fast.__dict__
    assert found == wanted
    assert "".join(found.json_text()) == "".join(wanted.json_text())
    question = asked(random, currency="USD")
    ways = [waterfall(view, question, {}) for view in both(ledger, **scope)]
    assert [s.to_json() for s in ways[0]] == [s.to_json() for s in ways[1]]


def told(ledger: Ledger, **scope: Any) -> dict[str, Any]:
    """Sums of the donors as the columns have them, which must be those of the records."""
    question = TotalsQuery(rules="kiel", currency="USD", prices=PRICES)
    fast, slow = both(ledger, **scope)
    found: Totals = totals(fast, question)
    assert "_seen" not in fast.__dict__
    assert found == totals(slow, question)
    return {str(one.keys[0][1]): int(one.low) // 1_000_000 for one in found.rows}


def test_each_day_has_its_newest_release_and_that_one_s_terms(book: str) -> None:
    clock = Clock()
    with Ledger.open(book, create=True, clock=clock) as ledger:
        add_terms(ledger, terms("7", "2", ()))
        add(ledger, row("7", 1, "NOR gives 5 million."))
        add(ledger, row("7", 2, "SWE gives 8 million."))
        clock.on(60)
        first = clock.now
        add_terms(ledger, terms("18", "3", (("SWE", "NOR"),)))
        add(ledger, row("18", 2, "SWE gives 9 million."))
        clock.on(60)
        ledger.project(fold)
        assert told(ledger, known_by=date(2025, 3, 3)) == {}
        assert told(ledger, known_by=date(2025, 3, 5)) == {"NOR": 10, "SWE": 16}
        assert told(ledger, as_of=first - timedelta(minutes=1)) == {"NOR": 10, "SWE": 16}
        assert told(ledger) == {"NOR": 27}


def test_what_only_a_release_converts_is_told_at_its_rate(book: str) -> None:
    """The European Central Bank has no rates of the hryvnia."""
    agreed = replace(terms("7", "2", ()), rates=(("UAH", Decimal(40)),))
    with Ledger.open(book, create=True) as ledger:
        add_terms(ledger, agreed)
        add(ledger, row("7", 1, "NOR gives 5 million."), amount=amount("5e6", "UAH"))
        add(ledger, row("7", 2, "SWE gives 8 million."), amount=amount("8e6", "NOK"))
        ledger.project(fold)
        question = TotalsQuery(rules="kiel", currency="EUR", usual_rates=EcbRates())
        fast, slow = both(ledger)
        printed = "".join(totals(fast, question).json_text())
        assert "_seen" not in fast.__dict__
        assert printed == "".join(totals(slow, question).json_text())
        assert "converted at 40 UAH per EUR, release 7's own rate" in printed


def test_gifts_in_kind_are_estimated_on_any_day(book: str) -> None:
    with Ledger.open(book, create=True) as ledger:
        for day, count in ((3, 10), (9, 30)):
            source = text(f"Text of {day}: NOR gives {count} million.", day=day)
            add(ledger, source, amount=None, items=(item("drones", count),))
        ledger.project(fold)
        for day, worth in ((2, []), (4, [200]), (10, [800])):
            fast, slow = both(ledger, known_by=date(2025, 3, day))
            question = TotalsQuery(prices=PRICES)
            found = totals(fast, question)
            assert [one.estimated() for one in found.rows] == [
                (Decimal(n), Decimal(n)) for n in worth
            ]
            assert found == totals(slow, question)
