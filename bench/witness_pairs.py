"""Pairs of texts, labelled by reading: does one repeat the other (tests/quality/witnesses)?

The own texts are composed from paragraphs, from forms that are filled in, or from another text with
words swapped. Pairs of the corpus are ids; they are there where it lies beside the checkout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import yaml

from shared_material import CORPUS, ROOT, corpus, rows_of

FOLDER = ROOT / "tests" / "quality" / "witnesses"

Half = Literal["fit", "held"]
Label = Literal["repeat", "apart", "unclear"]
Origin = Literal["own", "corpus"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts and what a reader says of them.

    Attributes:
        names: what the texts are called, within their story or in the corpus.
        one, other: the texts.
        label: ``unclear`` pairs are listed and not scored.
        kind: what made the pair: a reprint, a cut, a form filled in twice.
        half: rules were fitted on ``fit``; ``held`` was scored when they were done.
    """

    names: tuple[str, str]
    one: str
    other: str
    label: Label
    kind: str
    half: Half
    origin: Origin


def own() -> Iterator[Pair]:
    """Pairs of our own texts."""
    for story in yaml.safe_load((FOLDER / "own.yaml").read_text("utf-8")):
        texts = {name: _composed(story, name) for name in story["texts"]}
        for one, other, label, kind in story["pairs"]:
            yield Pair(
                names=(f"{story['story']}: {one}", f"{story['story']}: {other}"),
                one=texts[one],
                other=texts[other],
                label=label,
                kind=kind,
                half=story["half"],
                origin="own",
            )


def _composed(story: Mapping[str, Any], name: str) -> str:
    given = story["texts"][name]
    made: dict[str, Any] = {"paragraphs": given} if isinstance(given, list) else given
    if "form" in made:
        body = story["forms"][made["form"]].format(**made["fill"])
    elif "of" in made:
        body = _swapped(_composed(story, made["of"]), made["swap"], name)
    else:
        body = "\n\n".join(story["paragraphs"][key] for key in made["paragraphs"])
    return f"{made['before']}\n\n{body}" if "before" in made else body


def _swapped(text: str, swaps: Mapping[str, str], name: str) -> str:
    for old, new in swaps.items():
        if old not in text:
            message = f"own.yaml: {name}: {old!r} stands in no paragraph of it"
            raise ValueError(message)
        text = text.replace(old, new)
    return text


def of_corpus() -> Iterator[Pair]:
    """Pairs of the corpus, none where it is not there."""
    if not CORPUS.is_file():
        return
    rows = rows_of(FOLDER / "corpus.jsonl")
    wanted = {row[side] for row in rows for side in ("one", "other")}
    texts = {document["id"]: document["text"] for document in corpus() if document["id"] in wanted}
    for row in rows:
        yield Pair(
            names=(row["one"], row["other"]),
            one=texts[row["one"]],
            other=texts[row["other"]],
            label=row["label"],
            kind=row["kind"],
            half=row["half"],
            origin="corpus",
        )


def pairs() -> list[Pair]:
    """All pairs that a reader was sure of."""
    return [pair for pair in (*own(), *of_corpus()) if pair.label != "unclear"]
