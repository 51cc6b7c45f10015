"""Score the readers of values on labels by hand: our own tables, and stretches of real texts.

``python tests/quality/value_scores.py [--json] [--errors N]``; used by ``make quality``.

``values/KIND.jsonl`` holds lines ``{"text", "published", "expect": [{"quote", "nth", …}]}`` in our
own words; ``values/KIND_corpus.jsonl`` holds ``{"doc", "start", "end", "expect": [{"start", "end",
…}]}`` on documents of ../shared/corpus. The rest of a label are fields as ``explain`` prints them;
every value of the kind in the text (the stretch) is labelled, so that what no label knows is false.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from gate_claims import corpus_texts, page_of

from pledgebook.commands.explaining import explained
from pledgebook.language.english import English

Row = Mapping[str, Any]
Origin = Literal["own", "corpus"]

KINDS = ("money", "quantities", "dates", "actors")
TABLES = Path(__file__).parent / "values"
#: Keys of a label that say where it stands; the others are its value.
_PLACE = ("quote", "nth", "start", "end")


@dataclass(slots=True)
class Tally:
    """Counts over the labels of one kind.

    Attributes:
        labels: labels.
        read: values that were read.
        same: values read with exactly the span of a label.
        met: labels that a value read overlaps.
        right: of those, labels whose every field equals that of a value that overlaps it.
        faults: what was missed, read beside every label, or read otherwise.
    """

    labels: int = 0
    read: int = 0
    same: int = 0
    met: int = 0
    right: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, text: str, wanted: Sequence[Row], found: Sequence[Row]) -> None:
        """Compare the values read in one text with its labels."""
        spans = {(row["start"], row["end"]) for row in wanted}
        self.labels += len(wanted)
        self.read += len(found)
        self.same += sum((row["start"], row["end"]) in spans for row in found)
        for label in wanted:
            near = [row for row in found if _overlap(row, label)]
            self.met += bool(near)
            self.right += any(_equal(label, row) for row in near)
            if not any(_equal(label, row) for row in near):
                self.faults.append(_said("label", text, label, near))
        for row in found:
            if not any(_overlap(row, label) for label in wanted):
                self.faults.append(_said("beside every label", text, row, []))

    def figures(self) -> dict[str, float]:
        """Labels, F1 of exact spans, and values right of the labels that were met, in per cent."""
        return {
            "labels": self.labels,
            "span F1": _percent(2 * self.same, self.labels + self.read),
            "value right": _percent(self.right, self.met),
        }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _overlap(one: Row, other: Row) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _equal(label: Row, row: Row) -> bool:
    return all(row.get(key) == value for key, value in label.items() if key not in _PLACE)


def _said(what: str, text: str, row: Row, near: Sequence[Row]) -> str:
    value = {key: row[key] for key in row if key not in _PLACE}
    read = [{key: one.get(key) for key in value} for one in near]
    return f"{what} | {text[row['start'] : row['end']]!r} {value} | read {read}"


def tallies(origin: Origin) -> dict[str, Tally]:
    """Read every text of every table of one origin; kinds without a table are left out."""
    found: dict[str, Tally] = {}
    language = English()
    for kind in KINDS:
        path = TABLES / (f"{kind}.jsonl" if origin == "own" else f"{kind}_corpus.jsonl")
        if not path.is_file():
            continue
        tally = found.setdefault(kind, Tally())
        for line, start, end, wanted in _labelled(path):
            read = explained(page_of(line, language), ())[kind]
            inside = [row for row in read if start <= row["start"] < end]
            tally.add(line["text"], wanted, inside)
    return found


def _labelled(path: Path) -> Iterator[tuple[dict[str, Any], int, int, list[Row]]]:
    """Each text of a table with the stretch that is labelled, and its labels with their spans."""
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    texts = corpus_texts({line["doc"] for line in lines if "doc" in line})
    for line in lines:
        if "doc" not in line:
            labels = [_placed(line["text"], row) for row in line["expect"]]
            yield line, 0, len(line["text"]), labels
        elif line["doc"] in texts:
            yield texts[line["doc"]], line["start"], line["end"], line["expect"]


def _placed(text: str, row: Row) -> Row:
    at = -1
    for _ in range(row["nth"] + 1):
        at = text.index(row["quote"], at + 1)
    return {**row, "start": at, "end": at + len(row["quote"])}


def main() -> None:
    """Print the figures, and the first faults of each kind if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="print the first N faults of each")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    origins: tuple[Origin, ...] = ("own", "corpus")
    found = {origin: tallies(origin) for origin in origins}
    if options.json:
        data = {
            origin: {kind: tally.figures() for kind, tally in kinds.items()}
            for origin, kinds in found.items()
        }
        sys.stdout.write(json.dumps(data) + "\n")
        return
    for origin, kinds in found.items():
        for kind, tally in kinds.items():
            sys.stdout.write(f"{origin:7} {kind:11} {tally.figures()}\n")
            sys.stdout.writelines(f"  {fault}\n" for fault in tally.faults[: options.errors])


if __name__ == "__main__":
    main()
