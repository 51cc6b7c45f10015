"""Folding against labels: pairwise and B-cubed precision and recall, beside a baseline.

The baseline joins claims that name the same donor and the same amount (of things without a sum,
the same things). Of the set ``unseen`` only figures are printed: its
faults are not to be looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import reconcile_labels as labels
from pledgebook.model.claims import Commitment
from pledgebook.reconcile.fold import fold
from pledgebook.reconcile.releases import record_of
from shared_material import SHARED

#: The tracker's releases, without which the labels are those of the own texts alone.
KIEL = SHARED / "bench" / "kiel_totals"


@dataclass(frozen=True)
class Score:
    """Precision and recall of one way to fold, 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Result:
    """Scores of a set: pairs and elements (B-cubed), of the folding and of the baseline."""

    pairs: int
    same: int
    read: int
    marks: int
    pairwise: Score
    bcubed: Score
    base_pairwise: Score
    base_bcubed: Score


Partition = Sequence[Hashable]


def pairwise(found: Partition, gold: Partition) -> Score:
    """Score the pairs that are joined."""
    joined = sum(n * (n - 1) // 2 for n in Counter(found).values())
    wanted = sum(n * (n - 1) // 2 for n in Counter(gold).values())
    right = sum(n * (n - 1) // 2 for n in Counter(zip(found, gold, strict=True)).values())
    return Score(right / joined if joined else 1.0, right / wanted if wanted else 1.0)


def bcubed(found: Partition, gold: Partition) -> Score:
    """Mean over the claims of the share of their cluster, and of their thing, that is right."""
    sizes, things = Counter(found), Counter(gold)
    both = Counter(zip(found, gold, strict=True))
    each = [(both[f, g], sizes[f], things[g]) for f, g in zip(found, gold, strict=True)]
    count = len(each) or 1
    return Score(sum(n / f for n, f, _ in each) / count, sum(n / g for n, _, g in each) / count)


def baseline(claim: Commitment) -> Hashable:
    """Donor and amount; the things where there is no sum."""
    donors = frozenset(actor.id or actor.name for actor in claim.donors)
    amount = claim.amount
    if amount is not None:
        return donors, amount.low or amount.high, amount.currency
    return donors, tuple((item.name.casefold(), str(item.quantity)) for item in claim.items)


def baselines(found: Sequence[labels.Labelled]) -> Partition:
    """Cluster of each claim by the baseline.

    It knows as the folding does that rows of one release are two things: of several alike, the
    first of each release are joined, then the second.
    """
    alike, out = Counter[Hashable](), list[Hashable]()
    for one in found:
        key, record = baseline(one.claim), record_of(one.claim)
        series = None if record is None else record.series
        out.append((key, 0 if series is None else alike[key, series]))
        alike[key, series] += 1
    return out


def homes(given: labels.Labels) -> Partition:
    """Entry of each claim."""
    entries = fold([one.claim for one in given.found], given.seen)
    home = {claim.id: entry.id for entry in entries for claim in entry.claims}
    return [home[one.claim.id] for one in given.found]


def labelled_pairs(found: Sequence[labels.Labelled]) -> list[tuple[int, int, bool]]:
    """Pairs within a story (own texts) or of one donor (the tracker), and whether they are one."""

    def scope(one: labels.Labelled) -> Hashable:
        story, slash, _ = one.thing.partition("/")
        return story if slash else frozenset(a.id for a in one.claim.donors)

    return [
        (a, b, found[a].thing == found[b].thing)
        for a, b in combinations(range(len(found)), 2)
        if scope(found[a]) == scope(found[b])
    ]


def result(*given: labels.Labels) -> Result:
    """Fold each set into a book of its own, and score all together.

    Sets know nothing of each other's labels: a sum that two of them tell is not judged.
    """
    found = [one for part in given for one in part.found]
    gold = _apart([[one.thing for one in part.found] for part in given])
    folded = _apart([homes(part) for part in given])
    base = _apart([baselines(part.found) for part in given])
    pairs = [pair for part in given for pair in labelled_pairs(part.found)]
    return Result(
        pairs=len(pairs),
        same=sum(same for *_, same in pairs),
        read=len(found),
        marks=sum(part.marks for part in given),
        pairwise=pairwise(folded, gold),
        bcubed=bcubed(folded, gold),
        base_pairwise=pairwise(base, gold),
        base_bcubed=bcubed(base, gold),
    )


def _apart(parts: Sequence[Partition]) -> Partition:
    return [(number, name) for number, part in enumerate(parts) for name in part]


def scores(folder: Path = KIEL) -> dict[str, Result]:
    """Score each set that is there, all of the older sets together, the new stories, and all.

    ``all`` keeps to the older sets, so that it can be compared over time.
    """
    sets = {
        "own texts": labels.told("own.yaml"),
        "sample book": labels.sample(),
    }
    if folder.is_dir():
        sets["tracker"] = labels.kiel()
    new = {
        "new stories, open half": labels.told("second.yaml"),
        "new stories, unseen half": labels.told("unseen.yaml"),
    }
    return {
        **{name: result(given) for name, given in sets.items()},
        "all": result(*sets.values()),
        **{name: result(given) for name, given in new.items()},
        "all and new stories": result(*sets.values(), *new.values()),
    }


def faults(given: labels.Labels) -> None:
    """Print what was joined wrongly (+) and what was left apart wrongly (-)."""
    found, folded = given.found, homes(given)
    for a, b in combinations(range(len(found)), 2):
        same, joined = found[a].thing == found[b].thing, folded[a] == folded[b]
        if same != joined:
            print("+" if joined else "-", found[a].thing, found[b].thing)
            for one in (found[a], found[b]):
                value = one.claim.amount and (one.claim.amount.low, one.claim.amount.currency)
                shown = (one.claim.stage, one.claim.newness, one.claim.aid_type, value)
                print("   ", one.claim.source.published, *shown)


def show(name: str, found: Result) -> None:
    """Print one set."""
    print(
        f"{name}: {found.read} of {found.marks} marks read, {found.pairs} pairs, {found.same} same"
    )
    ways = (("folding", found.pairwise, found.bcubed),)
    for way, *both in (*ways, ("baseline", found.base_pairwise, found.base_bcubed)):
        shown = [f"{s.precision:.1%} {s.recall:.1%} {s.f1:.1%}" for s in both]
        print(f"  {way:<9} pairwise P R F1 {shown[0]}   B-cubed {shown[1]}")


#: Sets by the names that the command takes.
SETS = {
    "own": lambda: labels.told("own.yaml"),
    "blind": lambda: labels.told("blind.yaml"),
    "second": lambda: labels.told("second.yaml"),
    "unseen": lambda: labels.told("unseen.yaml"),
    "sample": labels.sample,
    "kiel": labels.kiel,
}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", choices=SETS)
    parser.add_argument("--faults", action="store_true", help="print each wrong pair")
    given = parser.parse_args()
    if given.faults and given.set in (None, "unseen"):
        parser.error("--faults needs a set that may be looked at")
    if given.set:
        chosen = SETS[given.set]()
        show(given.set, result(chosen))
        if given.faults:
            faults(chosen)
    else:
        for name, found in scores().items():
            show(name, found)
        if KIEL.is_dir():
            read = labels.as_read(labels.kiel())
            show("tracker, reused ids as two", result(read))
            every = (labels.told("own.yaml"), labels.sample(), read)
            show("all, reused ids as two", result(*every))
