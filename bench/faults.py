"""Faults in figures: writers killed at 200 points, on both databases; what each book kept.

    PYTHONPATH=tests/ledger:tests/reconcile python bench/faults.py [--points 200] [--verbs import]

Seven of ten points lie right after a statement (half of these in a write transaction, where the
verb has one, and of that half every other one between COPY and commit, where rows went by COPY;
random ones may fall there too), the others at random moments. After each the book is judged:
everything acknowledged is there, nothing is half-written, the chain verifies; then the verb is run
again and completes.
At the end a server's disk is filled under a book, where a small one can be mounted. Full disks of
SQLite, two writers and a clock gone back are in tests/ledger/test_faults.py.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator

from fault_judge import Struck, finished, kill_at_statement, kill_at_time, lost, statements
from fault_verbs import VERBS
from small_disk import filled, refusal, small_disk
from throwaway_postgresql import programs, server

Book = Callable[[], str]


def struck_books(
    verb: str, points: int, new_book: Book, rng: random.Random
) -> Iterator[tuple[str, Struck]]:
    """Give books with the fault that struck each."""
    heard = statements(verb, new_book())
    inside = [place for place, point in enumerate(heard, 1) if point.inside]
    every = range(1, len(heard) + 1)
    copied = [place for place, point in enumerate(heard, 1) if point.copied] or inside
    at_statements = points * 7 // 10
    for n in range(points):
        book = new_book()
        VERBS[verb].prepare(book)
        if n >= at_statements:
            yield book, kill_at_time(verb, book, rng)
        else:
            yield (
                book,
                kill_at_statement(verb, book, rng.choice((every, inside, every, copied)[n % 4])),
            )


def strike(database: str, verb: str, points: int, new_book: Book) -> Counter[str]:
    """Strike one verb; print its line."""
    figures: Counter[str] = Counter()
    rng = random.Random(f"{database} {verb}")  # noqa: S311 - no secret
    for book, struck in struck_books(verb, points, new_book, rng):
        wrong = lost(book, struck)
        wrong += finished(verb, book)
        figures["points"] += 1
        figures["inside"] += bool(struck.inside)
        figures["copied"] += struck.copied
        figures["moments"] += struck.inside is None
        figures["acknowledged"] += len(struck.acknowledged)
        figures["wrong"] += bool(wrong)
        for line in wrong:
            print(f"{database} {verb}: {line}", file=sys.stderr)
    show(database, verb, figures)
    return figures


def show(database: str, verb: str, figures: Counter[str]) -> None:
    """Print one line of the table."""
    names = ("points", "inside", "copied", "moments", "acknowledged", "wrong")
    print(f"| {database} | {verb} | {' | '.join(str(figures[n]) for n in names)} |", flush=True)


def fill_a_disk() -> bool:
    """Fill the disk of a server under a book; print its line, say whether the book was right."""
    if (said := refusal()) != "":
        print(f"PostgreSQL on a full disk: not struck, no small disk can be mounted ({said})")
        return True
    with small_disk() as disk, server(durable=True, on=disk.folder) as running:
        found = filled(running.database(), disk)
    print(
        f"PostgreSQL on a full disk: {len(found.acknowledged)} sources acknowledged, the next "
        f"refused ({found.refused.partition(' ')[2]}), "
        f"{len(found.wrong)} faults; with room it goes in"
    )
    for line in found.wrong:
        print(f"PostgreSQL on a full disk: {line}", file=sys.stderr)
    return not found.wrong and "the disk is full" in found.refused


def main() -> None:
    """Print the table; exit code 1 where a book was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--verbs", nargs="+", choices=VERBS, default=list(VERBS))
    asked = parser.parse_args()
    points = max(1, asked.points // (2 * len(asked.verbs)))
    print("| database | verb | killed | in a write transaction | between COPY and commit ", end="")
    print("| at random moments | acknowledged before | books wrong after |")
    print("|---|---|---|---|---|---|---|---|")
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(10**6))
        for verb in asked.verbs:
            total += strike("SQLite", verb, points, lambda: f"{folder}/{next(numbers)}.db")
    if programs() is None:
        print("PostgreSQL's server is not installed: not struck")
    else:
        with server(durable=True) as running:
            for verb in asked.verbs:
                total += strike("PostgreSQL", verb, points, running.database)
    show("all", "all", total)
    right = programs() is None or fill_a_disk()
    sys.exit(1 if total["wrong"] or not right else 0)


if __name__ == "__main__":
    main()
