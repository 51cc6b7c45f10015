"""How well texts that repeat another are told from those that do not, on labelled pairs.

PYTHONPATH=bench python bench/witness_score.py [--half fit] [--misses]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pledgebook.ingest.duplicates import independent
from witness_pairs import Pair, pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Pairs called a repetition, against the labels.

    Attributes:
        found: repetitions called one.
        missed: repetitions called two texts.
        false: two texts called a repetition.
        apart: two texts called two.
    """

    found: int
    missed: int
    false: int
    apart: int

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return self.found + self.missed + self.false + self.apart

    @property
    def precision(self) -> float:
        """Share of what is called a repetition that is one; 1 where nothing is called one."""
        called = self.found + self.false
        return self.found / called if called else 1.0

    @property
    def recall(self) -> float:
        """Share of the repetitions that are called one; 1 where there are none."""
        wanted = self.found + self.missed
        return self.found / wanted if wanted else 1.0

    @property
    def kept(self) -> float:
        """Share of two texts that are called two; 1 where there are none."""
        told = self.apart + self.false
        return self.apart / told if told else 1.0


def repeats(one: str, other: str) -> bool:
    """Say whether two texts are one witness."""
    return len(independent({"one": one, "other": other})) == 1


def score(given: Iterable[Pair], says: Callable[[str, str], bool] = repeats) -> Score:
    """Count what is called a repetition against the labels."""
    counted = Counter((pair.label == "repeat", says(pair.one, pair.other)) for pair in given)
    return Score(
        found=counted[True, True],
        missed=counted[True, False],
        false=counted[False, True],
        apart=counted[False, False],
    )


def main() -> None:
    """Print the figures by origin and half, and on request each pair that is called wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("fit", "held"))
    parser.add_argument("--misses", action="store_true", help="name the pairs called wrongly")
    given = parser.parse_args()
    of = [pair for pair in pairs() if given.half in (None, pair.half)]
    for origin, half in sorted({(pair.origin, pair.half) for pair in of}):
        found = score(pair for pair in of if (pair.origin, pair.half) == (origin, half))
        print(
            f"{origin:<6} {half:<4}  precision {found.precision:6.1%}  recall {found.recall:6.1%}"
            f"  two texts kept two {found.kept:6.1%}  {found}"
        )
    if given.misses:
        for pair in of:
            if repeats(pair.one, pair.other) != (pair.label == "repeat"):
                print(f"{pair.label:<6} {pair.kind:<26} {pair.half:<4} {' | '.join(pair.names)}")


if __name__ == "__main__":
    main()
