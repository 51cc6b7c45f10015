"""Part of ``make bench``: how the time of each part grows with the length of the text.

Each part runs on 1, 10 and 100 times the same text; linear time shows as figures that stay alike.
The hard texts are runs that make careless patterns quadratic.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from datetime import date

from pledgebook.language.english import English
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.dates import find_dates
from pledgebook.resolve.money import find_money
from pledgebook.resolve.quantities import find_quantities
from shared_material import corpus

ON = date(2025, 3, 3)
ENGLISH = English()
LINE = (
    "On Sunday, 2 March 2025, Norwegian Foreign Minister Ola Nordmann said Paris and 18 allies pay "
    "Ukraine more than £2bn (€2.4bn) a year and 18 Leopard 2 tanks until the end of 2026. "
)
HARD = ("1 000 ", "$1 ", "a million ", "5 a-a-a-", "(", "Mr. ", "A.B.", "“", "hundreds of ")
#: Bytes of the corpus that the speeds are measured on.
SAMPLE = 2_000_000


def layout(text: str) -> None:
    """Blocks, sentences and quotations."""
    blocks = ENGLISH.blocks(text)
    ENGLISH.sentences(text, blocks)
    ENGLISH.quotations(text, blocks)


PARTS: dict[str, Callable[[str], object]] = {
    "money": lambda text: find_money(text, on=ON),
    "money and quantities": lambda text: find_quantities(text, find_money(text, on=ON)),
    "dates": lambda text: find_dates(text, ON),
    "actors": lambda text: find_actors(text, ON),
    "layout": layout,
}


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def sample() -> list[str]:
    """Texts of the corpus by hash, up to the sample's size, or made ones where it is not there."""
    texts, size = [], 0
    rows = sorted(corpus(), key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    for row in rows:
        texts.append(row["text"])
        size += len(row["text"].encode())
        if size > SAMPLE:
            break
    return texts or [LINE * 50] * 100


def curves() -> None:
    """Print microseconds per code point at 1, 10 and 100 times the length."""
    print("growth, microseconds per code point at 1, 10, 100 times the length")
    for name, work in PARTS.items():
        work(LINE)  # word lists are loaded at the first use
        for unit in (LINE, *HARD):
            small = unit * max(1, 3_000 // len(unit))
            row = [seconds(work, small * n) / len(small * n) * 1e6 for n in (1, 10, 100)]
            print(f"  {name:<22} {unit[:12]!r:<16} " + " ".join(f"{v:>8.2f}" for v in row))


if __name__ == "__main__":
    curves()
