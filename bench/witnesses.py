"""``make bench-witnesses``: texts that repeat another, told by our rule and by MinHash.

First the labelled pairs (tests/quality/witnesses), each way at thresholds of 0.5 to 0.8. Then how
time and memory grow over 1,000, 4,000 and 10,000 texts: two in five are documents of the corpus, by
hash, the others copies of them (with a headline; with every twentieth word changed and cut to three
fifths), each way in a process of its own. Without the corpus there is no second part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from pledgebook.ingest.duplicates import REPEATS, alike
from shared_material import CORPUS, corpus
from witness_pairs import Pair, pairs
from witness_peers import PEERS, dedupers
from witness_score import repeats, score

THRESHOLDS = (0.5, 0.6, 0.7, 0.8)
SIZES = (1_000, 4_000, 10_000)

Says = Callable[[str, str], bool]


def ways() -> Iterator[tuple[str, Says]]:
    """Every way to judge a pair, by name."""
    yield "pledgebook", repeats
    yield "pledgebook, without the rule for forms", lambda a, b: alike(a, b) >= REPEATS
    for peer in PEERS:
        if peer.installed:
            for threshold in THRESHOLDS:
                yield f"{peer.title}, likeness {threshold}", peer.alike(threshold)
            yield f"{peer.title}, share of the shorter 0.5", peer.contained(0.5)


def judged(given: list[Pair]) -> None:
    """Print a line for each way."""
    print(f"{'way':<44} {'pairs':<7} precision  recall  two kept two  s")
    for name, says in ways():
        for origin in ("own", "corpus"):
            of = [pair for pair in given if pair.origin == origin]
            start = time.process_time()
            found = score(of, says)
            spent = time.process_time() - start
            print(
                f"{name:<44} {origin:<7} {found.precision:8.1%} {found.recall:8.1%}"
                f" {found.kept:12.1%}  {spent:.2f}"
            )


def planted(size: int) -> dict[str, str]:
    """Give documents of the corpus and copies of them; a copy is named after its document."""
    rows = sorted(corpus(), key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    told = {row["id"]: row["text"] for row in rows[: 2 * size // 5]}
    names = list(told)
    for number in range(size - len(told)):
        name = names[number % len(names)]
        told[f"{name}#{number // len(names)}"] = copied(told[name], number // len(names), number)
    return told


def copied(text: str, way: int, number: int) -> str:
    """Copy a text: with a headline, or every twentieth word changed and cut to three fifths."""
    if way == 0:
        return f"From our correspondent, edition {number}\n\n{text}"
    words = text.split(" ")
    changed = [f"{word}x" if n % 20 == number % 20 else word for n, word in enumerate(words)]
    return " ".join(changed[: max(40, 3 * len(changed) // 5)])


def measured(way: str, size: int) -> dict[str, float]:
    """Leave out what repeats: seconds of processor time, peak memory in MB, what is left."""
    texts = planted(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    left = dedupers()[way](texts)
    spent = time.process_time() - start
    documents = {name.split("#")[0] for name in texts}
    twice = len(left) - len({name.split("#")[0] for name in left})
    return {
        "seconds": round(spent, 1),
        "before": before // 1024,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "documents": len(documents),
        "left": len(left),
        "twice": twice,
    }


def curve(sizes: list[int]) -> None:
    """Print time and memory of each way at each size."""
    for size in sizes:
        for way in dedupers():
            command = [sys.executable, __file__, "--one", way, "--sizes", str(size)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found = json.loads(done.stdout)
            print(
                f"{size:>7,} texts of {found['documents']:,} documents  {way:<11}"
                f" {found['seconds']:7.1f} s  {found['peak']:6,} MB (texts alone"
                f" {found['before']:,})  left {found['left']:,}, copies among them"
                f" {found['twice']:,}",
                flush=True,
            )


def main() -> None:
    """Print both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one is not None:
        print(json.dumps(measured(given.one, given.sizes[0])))
        return
    judged(pairs())
    if CORPUS.is_file():
        curve(given.sizes)


if __name__ == "__main__":
    main()
