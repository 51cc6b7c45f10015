"""Score participations and measures on the short passages of tests/quality/passages.

``python bench/passage_score.py [--half A|B] [--faults]`` reads each passage by itself with default
settings. A seat is found by its actor and role, a measure by its actors and action; a measure is
whole where targets, stage and firmness are as labelled too. Faults are shown of half A only, which
is looked at when a rule is made.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from commitment_fields import Claim
from commitment_labels import Labelled
from commitment_score import read_by_default
from shared_material import ROOT

FOLDER = ROOT / "tests" / "quality" / "passages"

#: The files of passages and the kind of claim that each is about.
KINDS = {"seats": "participation", "measures": "measure"}

#: The half of which nothing but its figures is told.
SHUT = "B"

#: How many fields of a label say which claim it is; the rest say whether it is whole.
NAMING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a passage tells, one value or several accepted ones for each field.

    Attributes:
        fields: accepted values, field by field; ``*`` accepts any, ``-`` none.
        optional: neither missed nor false.
    """

    fields: tuple[frozenset[str], ...]
    optional: bool

    def agrees(self, told: Sequence[str], count: int) -> bool:
        """Say whether the first fields of a claim are as labelled."""
        pairs = zip(self.fields[:count], told[:count], strict=True)
        return all("*" in accepted or value in accepted for accepted, value in pairs)

    @classmethod
    def of(cls, words: str, gap: str) -> Label:
        """Read a label from its short form."""
        fields = words.removesuffix("?").split(gap)
        return cls(
            fields=tuple(frozenset(map(_sorted, field.split("/"))) for field in fields),
            optional=words.endswith("?"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A short text and what it tells.

    Attributes:
        name: its file and line.
        half: A or B.
        text: its words.
        labels: what it tells, nothing where it tells nothing.
    """

    name: str
    half: str
    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Tally:
    """What was found in passages.

    Attributes:
        found: required labels that a claim tells.
        whole: those of them that it tells with every field as labelled.
        missed: passages and required labels that none tells.
        false: passages and claims that no label knows.
    """

    found: int = 0
    whole: int = 0
    missed: list[tuple[Passage, Label]] = field(default_factory=list)
    false: list[tuple[Passage, str]] = field(default_factory=list)


def passages(name: str) -> list[Passage]:
    """Read the passages of a file."""
    rows = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    return [_passage(f"{name}-{number}", *row.split("\t")) for number, row in enumerate(rows, 2)]


def _passage(name: str, half: str, told: str, text: str) -> Passage:
    gap = " : " if name.startswith("measures") else " "
    labels = tuple(Label.of(words, gap) for words in told.split(" | ") if words)
    return Passage(name=name, half=half, text=text.replace("\\n", "\n"), labels=labels)


def tally(kind: str, read: Sequence[Passage]) -> Tally:
    """Read passages and match their claims one to one, required labels and whole ones first."""
    sources = [Labelled(ref=one.name, source=_source(one)) for one in read]
    claims = [claim for claim in read_by_default(sources) if claim["kind"] == kind]
    result = Tally()
    for one in read:
        told = [_short(claim) for claim in claims if claim["source"]["ref"] == one.name]
        _match(one, told, result)
    return result


def _source(passage: Passage) -> dict[str, Any]:
    return {"id": passage.name, "text": passage.text, "published": "2025-03-03"}


def _match(one: Passage, told: list[list[str]], result: Tally) -> None:
    left = sorted(one.labels, key=lambda label: label.optional)
    for count in (5, NAMING):
        for claim in list(told):
            label = next((x for x in left if x.agrees(claim, count)), None)
            if label is not None:
                left.remove(label)
                told.remove(claim)
                result.found += not label.optional
                result.whole += not label.optional and count > NAMING
    result.missed += [(one, label) for label in left if not label.optional]
    result.false += [(one, " : ".join(claim)) for claim in told]


def _short(claim: Claim) -> list[str]:
    if claim["kind"] == "participation":
        return [_actor(claim["actor"]), claim["role"]]
    parties = (_actors(claim["actors"]), claim["action"], _actors(claim["targets"]))
    return [*parties, claim["stage"], claim["firmness"]]


def _sorted(actors: str) -> str:
    return "+".join(sorted(actors.split("+")))


def _actors(actors: Sequence[Claim]) -> str:
    return "+".join(sorted(_actor(one) for one in actors)) or "-"


def _actor(actor: Claim) -> str:
    if not actor.get("id") and (count := actor.get("count")):
        return f"#{count}"
    return str(actor.get("id") or actor["name"])


def figures(result: Tally) -> dict[str, int]:
    """Give the counts of a tally."""
    return {
        "required": result.found + len(result.missed),
        "found": result.found,
        "whole": result.whole,
        "false": len(result.false),
    }


def faults(result: Tally) -> Iterator[str]:
    """Tell what is missed or false, with its text."""
    for one, label in result.missed:
        wanted = " : ".join("/".join(sorted(accepted)) for accepted in label.fields)
        yield f"  missed {one.name} {wanted} || {one.text}"
    for one, told in result.false:
        yield f"  false {one.name} {told} || {one.text}"


def main() -> None:
    """Print the figures of each half, and the faults of the open one where asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("A", "B"), action="append")
    parser.add_argument("--faults", action="store_true")
    given = parser.parse_args()
    for name, kind in KINDS.items():
        for half in given.half or ("A", "B"):
            result = tally(kind, [one for one in passages(name) if one.half == half])
            print(name, half, figures(result))
            if given.faults and half != SHUT:
                print("\n".join(faults(result)))


if __name__ == "__main__":
    main()
