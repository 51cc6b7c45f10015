"""Speed and memory of the book: taking claims in, verifying, one entry, search; on both databases.

    python bench/ledger.py [--sizes 10000 50000 200000] [--databases sqlite postgresql]

Each size runs in a process of its own, so that its peak memory is its own. Rates are over processor
time of this process and, in brackets, over wall time (which counts the server's and the disk's
work, and other programs on the machine). Look-ups are wall time. Entries are written one a claim:
folding is reconcile's, and measured there.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "ledger"))

from throwaway_postgresql import programs, server

from ledger_claims import DONORS, PLACES, THINGS, made_sources
from pledgebook.commands.history import told_of
from pledgebook.ledger.chain import payload_text
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.projection import mark
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import ENTRIES, ENTRY_CLAIMS
from pledgebook.reconcile.fold import fold

#: Sources a transaction: an archive's intake; one source at a time is measured apart.
AT_ONCE = 200
LOOKUPS = 300


def portions(claims: int) -> Iterator[list[Any]]:
    """Give sources in portions of a transaction."""
    sources = made_sources(claims)
    while some := list(islice(sources, AT_ONCE)):
        yield some


def take_in(ledger: Ledger, claims: int) -> tuple[float, float, list[str]]:
    """Add the claims; gives processor and wall seconds of adding alone, and ids of claims."""
    spent, wall = 0.0, 0.0
    names: list[str] = []
    for some in portions(claims):
        start, begun = time.process_time(), time.perf_counter()
        ledger.add_all(some)
        spent += time.process_time() - start
        wall += time.perf_counter() - begun
        made = [claim.id for _, given, _ in some for claim in given]
        write_entries(ledger, made)
        names += made[:: max(1, claims // 2000)]
    return spent, wall, names


def write_entries(ledger: Ledger, claims: Sequence[str]) -> None:
    """Write one entry a claim, as a fold would."""
    entries = [
        {
            "id": name.replace(name.partition(":")[0], "entry", 1),
            "kind": name.partition(":")[0],
            "place": 0,
            "payload": payload_text(
                {
                    "id": name.replace(name.partition(":")[0], "entry", 1),
                    "kind": name.partition(":")[0],
                    "lead": name,
                    "claims": [name],
                    "relations": [{"claim": name, "relation": "first", "reason": "made"}],
                    "part_of": None,
                    "witnesses": 1,
                    "outlets": 1,
                }
            ),
        }
        for name in claims
    ]
    links = [
        {"claim": name, "entry": entry["id"], "relation": "first"}
        for name, entry in zip(claims, entries, strict=True)
    ]
    with writing(ledger.engine) as connection:
        connection.execute(ENTRIES.insert(), entries)
        connection.execute(ENTRY_CLAIMS.insert(), links)


def p95(work: Callable[[Any], object], given: Sequence[Any]) -> float:
    """Milliseconds under which 95 of 100 calls stay."""
    took = []
    for one in given:
        start = time.perf_counter()
        work(one)
        took.append((time.perf_counter() - start) * 1000)
    return sorted(took)[int(len(took) * 0.95)]


def told(ledger: Ledger, name: str) -> None:
    """Read one entry and its history as ``show`` and ``history`` do."""
    view = ledger.about(name, fold=fold)
    view.entry(name)
    told_of(view, name)


def queries(claims: int) -> list[str]:
    """Give words of one claim, of a fifth of all claims, phrases and beginnings, by turns."""
    rng = random.Random(7)  # noqa: S311 - no secret
    forms = (
        lambda: f"programme {rng.randrange(claims)}",
        lambda: rng.choice(list(DONORS.values())),
        lambda: f'"{rng.choice(THINGS)} on the {rng.choice(PLACES)}"',
        lambda: f"{rng.choice(THINGS)[:3]}* {rng.choice(PLACES)}",
    )
    return [forms[n % len(forms)]() for n in range(LOOKUPS)]


def measured(book: str, claims: int) -> dict[str, float]:
    """Measure one size in this process."""
    with Ledger.open(book, create=True) as ledger:
        spent, wall, names = take_in(ledger, claims)
        if ledger.engine.dialect.name == "postgresql":
            with ledger.engine.connect() as connection:
                connection.exec_driver_sql("ANALYZE")
                connection.commit()
        start, begun = time.process_time(), time.perf_counter()
        found = ledger.verify()
        assert found.fault is None
        verifying, verify_wall = time.process_time() - start, time.perf_counter() - begun
        with writing(ledger.engine) as connection:
            mark(connection)
        picked = random.Random(5).choices(names, k=LOOKUPS)  # noqa: S311 - no secret
        entries = [name.replace(name.partition(":")[0], "entry", 1) for name in picked]
        out = {
            "in": claims / spent,
            "in_wall": claims / wall,
            "verify": found.rows / verifying,
            "verify_wall": found.rows / verify_wall,
            "entry_p95": p95(partial(told, ledger), entries),
            "short_p95": p95(partial(told, ledger), [f"entry:{e[6:14]}" for e in entries]),
            "search_p95": p95(ledger.search, queries(claims)),
        }
        alone = [source for source in made_sources(2_000, seed=99)]  # noqa: C416
        start = time.process_time()
        for source in alone:
            ledger.add(*source)
        out["alone"] = 2_000 / (time.process_time() - start)
    out["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return out


def run(book: str, claims: int) -> dict[str, float]:
    """Measure one size in a process of its own."""
    command = [sys.executable, __file__, "--one", book, str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def row(name: str, claims: int, found: dict[str, float]) -> str:
    """Write one line of the table."""
    return (
        f"| {name} | {claims:,} | {found['in']:,.0f} ({found['in_wall']:,.0f}) "
        f"| {found['alone']:,.0f} | {found['verify']:,.0f} ({found['verify_wall']:,.0f}) "
        f"| {found['entry_p95']:.1f} ({found['short_p95']:.1f}) | {found['search_p95']:.1f} "
        f"| {found['memory']:.0f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 50_000, 200_000])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--one", nargs=2, metavar=("BOOK", "CLAIMS"))
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.one[0], int(asked.one[1]))))
        return
    print(
        "| database | claims | claims/s in, cpu (wall) | source by source | verify rows/s | ",
        end="",
    )
    print("entry p95 ms (shortened id) | search p95 ms | memory MB |")
    print("|---|---|---|---|---|---|---|---|")
    if "sqlite" in asked.databases:
        for claims in asked.sizes:
            with tempfile.TemporaryDirectory() as folder:
                print(row("SQLite", claims, run(f"{folder}/book.db", claims)), flush=True)
    if "postgresql" not in asked.databases:
        return
    if programs() is None:
        print("PostgreSQL's server is not installed: not measured")
        return
    with server(durable=True) as running:
        for claims in asked.sizes:
            print(row("PostgreSQL", claims, run(running.database(), claims)), flush=True)


if __name__ == "__main__":
    main()
