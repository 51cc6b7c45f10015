"""Other ways to tell whether one text repeats another: MinHash, by datasketch and by rensa.

Both get the same runs of five words as our own rule, 128 permutations and their defaults. They
estimate the likeness of two sets (Jaccard): what both have, of all that either has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from pledgebook.ingest.duplicates import RUN, independent

PERMUTATIONS = 128

#: Bands of rensa's index, which does not choose them itself: with 4 rows each, two in three pairs
#: of a likeness of 0.42 become candidates, more of those above.
BANDS = 32

_WORD = re.compile(r"[^\W_]+")

Judge = Callable[[str, str], bool]
Dedupe = Callable[[Mapping[str, str]], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A library: its name, and how it is asked for a sketch of a text and the likeness of two."""

    name: str
    sketch: Callable[[set[str]], Any]
    index: Callable[[float], Any]

    @property
    def installed(self) -> bool:
        """Say whether the library is there."""
        return find_spec(self.name) is not None

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {version(self.name)}"

    def alike(self, threshold: float) -> Judge:
        """Two texts are one where their likeness is estimated at the threshold or more."""

        def says(one: str, other: str) -> bool:
            a, b = self.sketch(runs(one)), self.sketch(runs(other))
            return bool(a.jaccard(b) >= threshold)

        return says

    def contained(self, threshold: float) -> Judge:
        """Two texts are one where the share of the shorter that a likeness means is enough."""

        def says(one: str, other: str) -> bool:
            first, second = runs(one), runs(other)
            both = self.sketch(first).jaccard(self.sketch(second))
            shared = both / (1 + both) * (len(first) + len(second))
            return bool(shared >= threshold * min(len(first), len(second)))

        return says

    def dedupe(self, threshold: float) -> Dedupe:
        """Give texts that are like none before them, the shortest first, by the library's index."""

        def left(texts: Mapping[str, str]) -> tuple[str, ...]:
            index, taken, sketches = self.index(threshold), list[str](), list[Any]()
            for name in sorted(texts, key=lambda one: (len(texts[one]), one)):
                mine = self.sketch(runs(texts[name]))
                near = index.query(mine)
                if not any(mine.jaccard(sketches[key]) >= threshold for key in near):
                    index.insert(len(taken), mine)
                    taken.append(name)
                    sketches.append(mine)
            return tuple(sorted(taken))

        return left


def runs(text: str) -> set[str]:
    """Give the runs of five words of a text, as words; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    return {" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}


def _datasketch(told: set[str]) -> Any:
    sketch = import_module("datasketch").MinHash(num_perm=PERMUTATIONS)
    sketch.update_batch([run.encode() for run in told])
    return sketch


def _datasketch_index(threshold: float) -> Any:
    return import_module("datasketch").MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)


def _rensa(told: set[str]) -> Any:
    sketch = import_module("rensa").RMinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update(sorted(told))
    return sketch


def _rensa_index(threshold: float) -> Any:
    return import_module("rensa").RMinHashLSH(
        threshold=threshold, num_perm=PERMUTATIONS, num_bands=BANDS
    )


PEERS = (
    Peer(name="datasketch", sketch=_datasketch, index=_datasketch_index),
    Peer(name="rensa", sketch=_rensa, index=_rensa_index),
)


def dedupers() -> dict[str, Dedupe]:
    """Every way to leave out texts that repeat another: our own, and those of installed peers."""
    peers = {peer.name: peer.dedupe(0.5) for peer in PEERS if peer.installed}
    return {"pledgebook": independent, **peers}
