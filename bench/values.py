"""Part of ``make bench``: the value readers beside other libraries, on the same texts in one run.

Speed over the corpus, and what each finds of the tables of tests/quality/values. ``make
bench-values`` sets the libraries up; those that are not installed are left out, and it says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from growth import ENGLISH, ON, layout, sample
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.dates import find_dates
from pledgebook.resolve.money import find_money
from pledgebook.resolve.quantities import find_quantities
from shared_material import ROOT, rows_of
from values_peers import PEERS, Finding, Kind, Peer
from values_shares import Score, labels

#: Bytes of the corpus that the other libraries read; the slowest needs seconds for them.
PEER_SAMPLE = 200_000
#: What our four readers together are to reach, MB/s on one core.
MARK = 2.0
TABLES = ROOT / "tests" / "quality" / "values"

Find = Callable[[str, date], Iterable[Finding]]
Work = Callable[[str], object]


def four(text: str) -> None:
    """Run all four readers, as a page does."""
    find_quantities(text, find_money(text, on=ON))
    find_dates(text, ON)
    find_actors(text, ON)


OURS: dict[str, Work] = {
    "money": lambda text: find_money(text, on=ON),
    "money, then quantities": lambda text: find_quantities(text, find_money(text, on=ON)),
    "dates": lambda text: find_dates(text, ON),
    "actors": lambda text: find_actors(text, ON),
    "all four": four,
    "blocks, sentences, quotes": layout,
}


def our_money(text: str, on: date) -> Iterator[Finding]:
    """Read money in the form of the others."""
    for found in find_money(text, on=on):
        numbers = tuple(n for n in (found.amount.low, found.amount.high) if n is not None)
        span = found.span
        currency = found.amount.currency
        yield Finding(start=span.start, end=span.end, numbers=numbers, currency=currency)


def our_dates(text: str, on: date) -> Iterator[Finding]:
    """Read dates in the form of the others."""
    for found in find_dates(text, on):
        day = found.start if found.kind == "day" else None
        yield Finding(start=found.span.start, end=found.span.end, day=day)


def main() -> None:
    """Measure and print."""
    there = [peer for peer in PEERS if peer.installed]
    our_speeds()
    peer_speeds(there)
    shares("money", our_money, there)
    shares("dates", our_dates, there)
    if left_out := [peer.name for peer in PEERS if not peer.installed]:
        print(f"left out, not installed: {', '.join(left_out)} (make bench-values sets them up)")


def our_speeds() -> None:
    """Print megabytes a second of our readers."""
    texts = sample()
    print(f"value readers, one core, {megabytes(texts):.1f} MB of text, a document at a time")
    for name, work in OURS.items():
        mark = f"   mark {MARK:g}" if work is four else ""
        print(f"  {name:<26} {megabytes(texts) / seconds(work, texts):>8.2f} MB/s{mark}")


def peer_speeds(peers: list[Peer]) -> None:
    """Print megabytes a second of the libraries, and of our readers on the same sentences."""
    few: list[str] = []
    size = 0
    for text in sample():
        if size < PEER_SAMPLE:
            few.extend(span.of(text) for span in ENGLISH.sentences(text, ENGLISH.blocks(text)))
            size += len(text.encode())
    print(f"one core, the first {megabytes(few):.1f} MB of it, a sentence at a time")
    rows: list[tuple[str, Find]] = [("money", our_money), ("dates", our_dates)]
    rows += [(peer.title, peer.make()) for peer in peers]
    for name, find in rows:
        spent = seconds(partial(read_all, find), few)
        print(f"  {name:<26} {megabytes(few) / spent:>8.2f} MB/s")


def read_all(find: Find, text: str) -> list[Finding]:
    """Take everything that is found in a text."""
    return list(find(text, ON))


def megabytes(texts: list[str]) -> float:
    """Size of some texts."""
    return sum(len(text.encode()) for text in texts) / 1e6


def seconds(work: Work, texts: list[str]) -> float:
    """Processor time of reading some texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def shares(kind: Kind, ours: Find, peers: list[Peer]) -> None:
    """Print what each finds of a table, and whether it reads the same value."""
    table = TABLES / f"{kind}.jsonl"
    lines = rows_of(table) if table.is_file() else []
    wanted = [label for line in lines for label in labels(kind, line)]
    if not wanted:
        print(f"{kind}: no labels, {table} is not there")
        return
    print(f"{kind}: {len(wanted)} labels in {len(lines)} lines of {table.name}")
    rows: list[tuple[str, Find, str]] = [(f"our {kind}", ours, "")]
    rows += [(peer.title, peer.make(), peer.asked) for peer in peers if peer.kind == kind]
    for name, find, asked in rows:
        print(f"  {name:<20} {Score.of(kind, find, lines)}")
        if asked:
            print(f"  {'':<20} asked: {asked}")


if __name__ == "__main__":
    main()
