"""Near-duplicate texts: which of some texts are independent of each other, and which repeat one.

A text repeats another where it has most of its runs of words: a reprint with a new headline, a
story edited lightly, one cut to half. What is compared is how much of the *shorter* text stands in
the longer one; the likeness of sets that MinHash estimates (Jaccard) would call a story and its
first half no more alike than two stories with the same quotations. All runs are compared, none is
drawn by lot, so the result is the same in every process and on every machine.

Two texts that fill in one form with other facts share most runs and repeat nothing (``forms``).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from zlib import crc32

from pledgebook.ingest.forms import other_facts

#: Words of a run. Shorter runs are shared by texts that only have a subject in common; of longer
#: ones a light edit leaves too few whole.
RUN = 5

#: Share of the shorter text's runs that stand in the other from which it repeats it. Calibrated on
#: texts of our own and on pairs of a corpus of news looked at by hand (docs/reconcile.md).
REPEATS = 0.5

#: Runs under which a text is too short to be judged; only the very same words repeat it.
FEWEST = 20

_WORD = re.compile(r"[^\W_]+")


def independent(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the ids of texts none of which repeats another, in order of their ids.

    The shortest are taken first: a digest that strings two stories together repeats both, and they
    stay two. A function of the set; the time grows with the words, however many texts repeat one.
    """
    # Packed: as sets of numbers the runs of ten thousand texts would fill a gigabyte.
    runs = {name: array("I", sorted(runs_of(text))) for name, text in texts.items()}
    listed: dict[int, list[str]] = {}
    taken: list[str] = []
    for name in sorted(texts, key=lambda one: (len(runs[one]), one)):
        if not _repeats(name, texts, runs, listed):
            taken.append(name)
            for run in runs[name]:
                listed.setdefault(run, []).append(name)
    return tuple(sorted(taken))


def _repeats(
    name: str,
    texts: Mapping[str, str],
    runs: Mapping[str, array[int]],
    listed: Mapping[int, list[str]],
) -> bool:
    """Say whether a text repeats one of those taken, all of which are as short or shorter."""
    mine = runs[name]
    shared = Counter(taken for run in mine for taken in listed.get(run, ()))
    if any(_whole(mine, runs[taken], count) for taken, count in shared.items()):
        return True
    return any(
        len(runs[taken]) >= FEWEST
        and count >= REPEATS * len(runs[taken])
        and other_facts(texts[taken], texts[name]) is None
        for taken, count in shared.items()
    )


def _whole(mine: array[int], taken: array[int], count: int) -> bool:
    """Say whether a text taken stands in another whole; one too short to judge, as all of it."""
    return count == len(taken) if len(taken) >= FEWEST else mine == taken


def alike(one: str, other: str) -> float:
    """Share of the shorter text's runs of words that stand in the other, 0 to 1."""
    a, b = runs_of(one), runs_of(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=1_024)
def runs_of(text: str) -> frozenset[int]:
    """Give the runs of words of a text, as checksums; case and signs fall away.

    A text shorter than a run is one.
    """
    words = _WORD.findall(text.casefold())
    return frozenset(crc32(run.encode("utf-8", "backslashreplace")) for run in _runs(words))


def _runs(words: list[str]) -> Iterator[str]:
    if words:
        yield from (" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1)))


def witnesses(texts: Iterable[str], words: Mapping[str, str]) -> int:
    """Count the independent texts among ids; one whose words are not at hand stands for itself."""
    ids = set(texts)
    known = {name: words[name] for name in ids if name in words}
    return len(ids) - len(known) + (len(independent(known)) if len(known) > 1 else len(known))
