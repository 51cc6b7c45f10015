"""A served book that grows, in each database: every page after it shows what was entered."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from promise_builders import Text, amount
from publish_client import Client
from publish_html import Reading

from pledgebook.commands.publishing import LedgerLibrary
from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim
from pledgebook.reconcile.fold import fold

FIRST = Text("Norway gives 85 million.", published=date(2025, 3, 3))
LATER = Text("Norway gives 31 million.", published=date(2025, 3, 6))


def add(ledger: Ledger, text: Text, figure: str) -> None:
    claims: list[Claim] = [text.commitment(amount=amount(figure, "EUR"))]
    ledger.add(text.document, claims, text.reading(claims))


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return Reading(answer.text).plain()


def test_what_is_entered_while_the_book_is_served_is_on_the_next_page(ledger: Ledger) -> None:
    add(ledger, FIRST, "85e6")
    ledger.project(fold)
    client = Client(LedgerLibrary(ledger, None, None))
    assert "Commitments: 1 entry" in shown(client, "/commitments")
    with Ledger.open(ledger.book) as other:
        add(other, LATER, "31e6")
    assert "Commitments: 2 entries" in shown(client, "/commitments"), "before they are folded"
    ledger.project(fold)
    assert "Commitments: 2 entries" in shown(client, "/commitments")
    assert "Commitments: 1 entry" in shown(client, "/on/2025-03-04/commitments")
    assert "found no commitment in the texts" in shown(client, "/on/2025-03-01/commitments")


def test_many_readers_see_whole_states_while_a_writer_adds(ledger: Ledger) -> None:
    client = Client(LedgerLibrary(ledger, None, None))
    texts = [Text(f"Norway gives {n} million.", published=date(2025, 3, n)) for n in range(1, 9)]

    def read(_: int) -> tuple[int, int]:
        page = client.get("/commitments.json").json()["page"]
        sources = client.get("/sources.json").json()["page"]
        return page["paging"]["total"], sources["with_claims"]["paging"]["total"]

    with ThreadPoolExecutor(max_workers=4) as readers:
        found = [readers.submit(read, n) for n in range(24)]
        for n, text in enumerate(texts, start=1):
            add(ledger, text, f"{n}e6")
        seen = [future.result(timeout=60) for future in found]
    # The second page may be of a later state, never of an earlier one.
    assert all(entries <= sources for entries, sources in seen)
    assert read(0) == (8, 8)


def test_no_day_of_an_address_lies_behind_the_clock_of_the_command(ledger: Ledger) -> None:
    add(ledger, FIRST, "85e6")
    add(ledger, LATER, "31e6")
    client = Client(LedgerLibrary(ledger, None, date(2025, 3, 4)))
    assert "Commitments: 1 entry" in shown(client, "/commitments")
    assert "Commitments: 1 entry" in shown(client, "/on/2025-04-01/commitments")
