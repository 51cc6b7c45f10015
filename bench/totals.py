"""How long totals take: a release of the tracker's size into a book, and views of many entries.

The workbook is made here, of 3,737 rows with 71 columns as release 18 has them. Entries are made
one for each claim, and totals are asked of them as a server does that has its view loaded.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl

from ledger_claims import DONORS
from pledgebook.commands import kiel_importing
from pledgebook.ledger.ecb import EcbRates
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.totals import TotalsQuery, totals
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Commitment, Source
from pledgebook.model.entries import Entry, Relation, entry_id
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor, Amount
from pledgebook.model.vocabulary import AidType, Kind, Stage
from pledgebook.reconcile.fold import fold

ROWS = 3_737
COLUMNS = 71
HEADERS = (
    "ID", "Countries", "Announcement Date", "Type of Aid General", "Type of Aid Specific",
    "Explanation", "Original Currency", "Type of donation", "Items", "Type of Item", "No. of Units",
    "Total ", "Converted Value in EUR", "Allocated Total", "Allocated Total in EUR",
    "Allocation ID", "Official Source", "Source of Aid 1", "Source of Aid 2",
)  # fmt: skip
#: Breakdowns that are asked for by turns.
VIEWS = (
    ("donor",), ("aid_type",), ("donor", "aid_type"), ("month",), ("donor", "instrument", "stage"),
)  # fmt: skip


def workbook(rows: int, rng: random.Random) -> bytes:
    """Give a workbook of the tracker's size; a third of the rows hold a sum."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Bilateral Assistance, MAIN DATA")
    padding = [f"column {n}" for n in range(COLUMNS - len(HEADERS))]
    sheet.append([*HEADERS, *padding])
    for n in range(rows):
        day = date(2022, 2, 24) + timedelta(days=rng.randrange(860))
        money = rng.randrange(1, 10**8) if n % 3 == 0 else "."
        sheet.append([
            f"A{n // 3}", rng.choice(list(DONORS.values())), day, "Military", "Weapons",
            f"The government announced package {n // 3} of goods for the defence of the country.",
            "EUR", "Allocation", f"thing {n % 90}", "Equipment", rng.randrange(1, 900),
            money, money, money, money, f"A{n // 3}_1", "Yes",
            f"https://example.org/{n // 3}", f"https://example.com/{n}", *["." for _ in padding],
        ])  # fmt: skip
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Loaded:
    """A view whose entries are loaded."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Keep the entries."""
        self._entries = tuple(entries)

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        """Give the entries."""
        del kind
        return self._entries

    def definition(self) -> BookDefinition | None:
        """Give none."""
        return None


def entries(count: int, rng: random.Random) -> list[Entry]:
    """Give entries of one claim each."""
    kinds: tuple[AidType, ...] = ("military", "financial", "humanitarian")
    stages: tuple[Stage, ...] = ("pledged", "committed", "allocated")
    found = []
    for n in range(count):
        code = rng.choice(list(DONORS))
        value = Decimal(rng.randrange(1, 10**6) * 1000)
        day = date(2022, 1, 1) + timedelta(days=rng.randrange(1200))
        claim = Commitment(
            source=Source(id=f"sha256:{n:064x}", published=day), evidence=(), sentence=Span(0, 1),
            reader="bench", donors=(Actor(id=code, name=DONORS[code], type="state"),),
            aid_type=rng.choice(kinds), stage=rng.choice(stages),
            amount=Amount(low=value, high=value, currency=rng.choice(("EUR", "USD", "GBP"))),
        )  # fmt: skip
        first = Relation(claim=claim.id, relation="first", reason="the earliest source to tell it")
        found.append(Entry(id=entry_id(claim), kind="commitment", lead=claim, claims=(claim,),
                           relations=(first,)))  # fmt: skip
    return found


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Run; give seconds of processor time and of the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def show(name: str, found: tuple[float, float]) -> None:
    """Print one figure."""
    print(f"{name:<52} {found[0]:7.2f} s cpu {found[1]:7.2f} s wall", flush=True)


def release(folder: Path, rng: random.Random) -> None:
    """Time a release into a new book, and the totals of the book."""
    file, book = folder / "release18.xlsx", str(folder / "b.db")
    file.write_bytes(workbook(ROWS, rng))

    def take() -> None:
        with redirect_stderr(io.StringIO()):
            kiel_importing.run(str(file), book, kiel_importing.Options())

    show(f"import kiel, {ROWS:,} rows, reconciled", timed(take))
    asked = TotalsQuery(rules="kiel", currency="EUR", by=("donor", "aid_type"))
    with Ledger.open(book) as ledger:
        found = timed(lambda: totals(ledger.view(fold=fold), asked))
    show("  its totals, the book opened anew", found)


def slowest(view: Loaded, currency: str) -> tuple[float, float]:
    """Ask for every breakdown; the slowest."""

    def ask(by: tuple[str, ...]) -> None:
        totals(view, TotalsQuery(by=by, currency=currency, usual_rates=EcbRates()))

    return max(timed(partial(ask, by)) for by in VIEWS)


def main() -> None:
    """Measure; give numbers of entries to ask of, else 20,000 and 200,000."""
    rng = random.Random(7)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        release(Path(folder), rng)
    for count in [int(word) for word in sys.argv[1:]] or [20_000, 200_000]:
        view = Loaded(entries(count, rng))
        for currency in ("original", "EUR"):
            name = f"totals of {count:,} entries, loaded, {currency}, slowest"
            show(name, slowest(view, currency))


if __name__ == "__main__":
    main()
