"""Score the reader on the explanations of our own in tests/quality/explanations.

``python bench/explanation_score.py [own|second] [--half A] [--faults]`` reads the notes of a set
with default settings. What a column means is in the README beside them. Nothing is told of half A
but its figures.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from reader_runs import claims_of
from shared_material import ROOT

FOLDER = ROOT / "tests" / "quality" / "explanations"
#: The sets, by the names of their files.
SETS = ("own", "second")

Half = Literal["A", "B"]
Claim = Mapping[str, Any]
#: A figure and its currency.
Sum = tuple[Decimal, str | None]

#: Ids that ``EU`` in the labels stands for.
UNION = frozenset({"org:eu", "org:european-commission", "org:council-of-the-eu", "org:eib"})
SCALES = {"k": 3, "m": 6, "bn": 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A labelled note.

    Attributes:
        text: its words.
        donors: ids of which the claim has to have one; empty where the text names none.
        aid_type: the type that it is filed under.
        sums: sums that have to be claimed.
        also: other sums that may be.
        items: numbers of things, each with a word of their name.
        recipients, instruments, stages: codes of which the claim has to have one; empty where the
            set asks for none.
    """

    text: str
    donors: frozenset[str]
    aid_type: str
    sums: tuple[Sum, ...]
    also: tuple[Sum, ...]
    items: tuple[tuple[Decimal, str], ...]
    recipients: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()

    @property
    def half(self) -> Half:
        """Give the half that the note belongs to."""
        return "B" if int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 2 else "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was read of a note: each field right or not, and how many sums and items.

    Attributes:
        note: the note.
        donor, aid_type: whether the claim's are right; donor is True where none is asked for.
        sums: how many sums were found in their currency.
        foreign: how many new sums no label knows.
        items: how many items were found.
        recipient, instrument, stage: whether the claim's are right; True where none is asked for.
    """

    note: Note
    donor: bool
    aid_type: bool
    sums: int
    foreign: int
    items: int
    recipient: bool
    instrument: bool
    stage: bool

    @property
    def whole(self) -> bool:
        """Say whether nothing but an item is missing or wrong."""
        return (
            self.donor and self.aid_type and self.sums == len(self.note.sums) and not self.foreign
        )


def notes(name: str = "own") -> list[Note]:
    """Read the labelled notes of a set."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return [_note(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _note(row: Mapping[str, str]) -> Note:
    donor = row["donor"]
    return Note(
        text=row["text"],
        donors=UNION if donor == "EU" else frozenset({donor} - {""}),
        aid_type=row["aid_type"],
        sums=tuple(_sums(row["sums"])),
        also=tuple(_sums(row["also"])),
        items=tuple(_items(row["items"])),
        recipients=_codes(row, "recipient"),
        instruments=_codes(row, "instrument"),
        stages=_codes(row, "stage"),
    )


def _codes(row: Mapping[str, str], column: str) -> frozenset[str]:
    return frozenset(filter(None, row.get(column, "").split("/")))


def _sums(cell: str) -> Iterator[Sum]:
    for part in filter(None, cell.split(";")):
        figure, currency = part.split()
        digits = figure.rstrip("kmbn")
        yield Decimal(digits).scaleb(SCALES.get(figure[len(digits) :], 0)), currency


def _items(cell: str) -> Iterator[tuple[Decimal, str]]:
    for part in filter(None, cell.split(";")):
        count, name = part.split(" ", 1)
        yield Decimal(count), name


def read(scored: Sequence[Note]) -> list[list[Claim]]:
    """Give the commitments that the default reader finds in each note."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for n, note in enumerate(scored):
            row = {"id": str(n), "text": note.text, "published": "2024-03-05"}
            file.write(json.dumps(row) + "\n")
        file.flush()
        rows = [json.loads(line) for line in claims_of(Path(file.name)).split("\n") if line]
    found: list[list[Claim]] = [[] for _ in scored]
    for claim in rows:
        if claim["kind"] == "commitment":
            found[int(claim["source"]["ref"])].append(claim)
    return found


def judged(note: Note, claims: Sequence[Claim]) -> Judged:
    """Hold the claims of a note against its labels."""
    best = max(claims, key=lambda c: (_told(c, note.sums), _counted([c], note)), default=None)
    ids = set() if best is None else {d.get("id") for d in best["donors"]}
    kind = None if best is None else best["aid_type"]
    civil = note.aid_type == "humanitarian" and kind == "reconstruction"
    said = {s for c in claims for s in _amounts(c)}
    takers = set() if best is None else {r.get("id") for r in best["recipients"]}
    new = [c for c in claims if c["newness"] != "restated" and not c["is_total"]]
    known = {*note.sums, *note.also}
    foreign = [c for c in new if _amounts(c) and known.isdisjoint(_amounts(c))]
    return Judged(
        note=note,
        donor=not note.donors or bool(ids & note.donors),
        aid_type=kind == note.aid_type or civil,
        sums=sum(s in said for s in note.sums),
        foreign=len(foreign),
        items=_counted(claims, note),
        recipient=_among(takers, note.recipients),
        instrument=_among({(best or {}).get("instrument")}, note.instruments),
        stage=_among({(best or {}).get("stage")}, note.stages),
    )


def _among(said: set[Any], asked: frozenset[str]) -> bool:
    return not asked or bool(said & asked)


def _amounts(claim: Claim) -> set[Sum]:
    """Give both ends of a claim's sum, and what the text gives as its worth in other money."""
    amount = claim["amount"]
    if amount is None:
        return set()
    all_ = (amount, *(r.get("amount", r) for r in amount.get("reported_as") or ()))
    return {(Decimal(a[e]), a["currency"]) for a in all_ for e in ("low", "high") if a.get(e)}


def _told(claim: Claim, sums: Iterable[Sum]) -> int:
    return len(_amounts(claim) & set(sums))


def _counted(claims: Sequence[Claim], note: Note) -> int:
    """Count the items that a claim has with their number and a word of their name."""
    return sum(
        any(_is(item, count, name) for claim in claims for item in claim["items"])
        for count, name in note.items
    )


def _is(item: Mapping[str, Any], count: Decimal, name: str) -> bool:
    quantity = item.get("quantity") or {}
    ends = {Decimal(quantity[e]) for e in ("low", "high") if quantity.get(e)}
    words = item["name"].lower()
    return count in ends and any(word.lower().rstrip("s") in words for word in name.split())


_FIELDS = ("donor", "aid_type", "recipient", "instrument", "stage")


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """Give the shares of a half, and how many sums no label knows."""
    named = [j for j in found if j.note.donors]
    sums, items = (sum(len(getattr(j.note, key)) for j in found) for key in ("sums", "items"))
    shares = {
        "notes": len(found),
        "whole": sum(j.whole for j in found) / len(found),
        "donor": sum(j.donor for j in named) / len(named),
        "aid type": sum(j.aid_type for j in found) / len(found),
        "sums found": sum(j.sums for j in found) / sums,
        "sums that are no label's": sum(j.foreign for j in found),
        "items found": sum(j.items for j in found) / items,
    }
    for field in ("recipient", "instrument", "stage"):
        asked = [j for j in found if getattr(j.note, f"{field}s")]
        if asked:
            shares[field] = sum(getattr(j, field) for j in asked) / len(asked)
    return shares


def main() -> None:
    """Print the figures of the halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="?", choices=SETS, default="own")
    parser.add_argument("--half", choices=["A", "B"])
    parser.add_argument("--faults", action="store_true", help="notes of half B that are not whole")
    asked = parser.parse_args()
    for half in ("A", "B") if asked.half is None else (asked.half,):
        scored = [note for note in notes(asked.which) if note.half == half]
        found = [judged(n, claims) for n, claims in zip(scored, read(scored), strict=True)]
        shown = (f"{k} {v:.1%}" if isinstance(v, float) else f"{k} {v}" for k, v in
                 figures(found).items())  # fmt: skip
        print(f"{half}: {', '.join(shown)}")
        for one in found if asked.faults and half == "B" else ():
            wrong = [f for f in _FIELDS if not getattr(one, f)]
            if wrong or not one.whole:
                print(f"  wrong: {wrong} {one.sums} {one.foreign} {one.note.text}")


if __name__ == "__main__":
    main()
