"""The sets of ``make quality``: each runs the readers with default settings and gives its figures.

The sets beside the checkout (../shared) are judged by their own scorers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from commitment_filter import first_and_seed, lost_labels
from commitment_labels import FIRST, LATER, THIRD, Labelled
from commitment_labels import FOLDER as COMMITMENTS
from commitment_labels import labelled as labelled_documents
from commitment_labels import later as later_documents
from commitment_score import read_by_default, reads
from commitment_score import score as commitment_score
from floors import Figure
from kiel_totals import scores as kiel_scores
from news_score import FOLDER as NEWS
from news_score import HALVES as NEWS_HALVES
from news_score import scores as news_scores
from participation_score import scored as seats_and_measures
from reader_runs import claims_of
from reconcile_score import scores as reconcile_scores
from sample_score import score as sample_score
from seed_score import score as seed_score
from shared_material import ROOT, SHARED, rows_of
from story_score import FOLDER as STORIES
from story_score import PARTS as STORY_PARTS
from story_score import scores as story_scores
from witness_pairs import Origin
from witness_pairs import pairs as witness_pairs
from witness_score import score as witness_score

#: Labels of values by hand.
VALUES = ROOT / "tests" / "quality" / "values"

KIEL = (
    ("whole", "whole records right"),
    ("whole_many", "whole records right, texts with several figures"),
    ("donor", "donor right"),
    ("donor_hard", "donor right where others are named too"),
    ("aid_type", "aid type right"),
    ("aid_type_balanced", "aid type right, balanced"),
    ("amount_recall", "amounts recall"),
    ("amount_precision_gold", "amounts precision against the coded figures"),
    ("amount_precision_literal", "amounts precision, literally in the text"),
    ("currency", "currency right, of all gold amounts"),
    ("item_unit_recall", "item with its number, recall"),
    ("claims_per_text", "commitments per text (a number, not a share)"),
    ("record_score", "record score"),
)
POLNEAR = (
    ("content_overlap", "content overlap F1"),
    ("content_exact", "content exact F1"),
    ("triple_overlap", "triple F1"),
)
#: How the names of shares end among the figures of the labelled commitments; the others count.
COMMITMENT_SHARES = (" precision", " recall", " F1", " right")
MODES = ("all", "direct", "mixed", "indirect")


def scored(script: Path, claims: str, *options: str) -> dict[str, Any]:
    """Run a set's own scorer on claims and give its figures."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(claims)
        file.flush()
        named = [file.name if option == "{claims}" else option for option in options]
        done = subprocess.run(
            [sys.executable, str(script), *named], capture_output=True, text=True, check=True
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def kiel() -> Iterator[Figure]:
    """Aid tracker explanations: text to record."""
    folder = SHARED / "bench" / "kiel_dev"
    claims = claims_of(folder / "input.jsonl")
    figures = scored(folder / "score.py", claims, "--claims", "{claims}", "--json")
    for key, name in KIEL:
        if key == "claims_per_text":
            yield _count("kiel_dev", name, figures[key], f"{figures[key]:.2f}")
        else:
            yield _share("kiel_dev", name, figures[key])


def polnear() -> Iterator[Figure]:
    """Who said what, in news."""
    folder = SHARED / "bench" / "polnear_dev"
    claims = claims_of(folder / "input.jsonl")
    figures = scored(folder / "score.py", claims, "{claims}", "--json")
    for key, name in POLNEAR:
        for mode in MODES:
            yield _share("polnear_dev", f"{name}, {mode}", figures[mode][key]["f1"])
    yield _share("polnear_dev", "source accuracy", figures["all"]["source_accuracy"])


def seed() -> Iterator[Figure]:
    """The seed article against its claims by hand."""
    folder = SHARED / "seed"
    printed = claims_of(folder / "article.txt", "--published", "2025-03-03")
    claims = [json.loads(row) for row in printed.split("\n") if row.strip()]
    gold = rows_of(folder / "gold.jsonl")
    result = seed_score(claims, gold)
    wanted = [g for g in gold if not g.get("optional")]
    fields = [name for want, _, wrong in result.pairs if not want.get("optional") for name in wrong]
    found = len(wanted) - len(result.missed)
    yield _count("seed", "gold claims found", found, f"{found} of {len(wanted)}")
    yield _count("seed", "false claims", len(result.false))
    shown = f"{len(fields)} {sorted(set(fields))}" if fields else "0"
    yield _count("seed", "fields that differ among those found", len(fields), shown)


def corpus_commitments() -> Iterator[Figure]:
    """Official documents against commitments labelled by hand."""
    of = "corpus_commitments"
    documents = labelled_documents()
    figures = commitment_score(reads(documents, read_by_default(documents)))
    yield _count(of, "required labels", sum(len(document.required) for document in documents))
    for name, value in figures.items():
        yield (_share if name.endswith(COMMITMENT_SHARES) else _count)(of, name, value)
    yield _lost(of, "lost to the filter", first_and_seed())


#: Figures of the labelled commitments that are told of each part of the further documents.
OF_A_PART = ("found precision", "found recall", "core F1", "fields F1")


def corpus_later() -> Iterator[Figure]:
    """Thirty later official documents, halves apart: half A was shut for longer than half B."""
    of = "corpus_later"
    for half in ("A", "B"):
        yield from _part(of, f"half {half}: ", later_documents(half))
        yield from _seats(of, f"half {half}: ", LATER, half)
    yield from _seats(of, "first 44: ", FIRST)


def corpus_third() -> Iterator[Figure]:
    """Twenty-six official documents that were never looked at when a rule was made."""
    yield from _part("corpus_third", "", labelled_documents(THIRD))
    yield from _seats("corpus_third", "", THIRD)


def _part(of: str, part: str, documents: Sequence[Labelled]) -> Iterator[Figure]:
    """Give what was found of the commitments labelled in a part of a set."""
    figures = commitment_score(reads(documents, read_by_default(documents)))
    for name in OF_A_PART:
        yield _share(of, f"{part}commitments, {name}", figures[name])
    false = "false claims in documents without commitments"
    yield _count(of, f"{part}commitments, {false}", figures[false])
    yield _lost(of, f"{part}commitments, lost to the filter", documents)


def _seats(of: str, part: str, path: Path, half: str | None = None) -> Iterator[Figure]:
    """Give what was found of the participations and measures labelled in a part of a set."""
    for kind, found in seats_and_measures(path, half).items():
        labels = len(found.found) + len(found.missed)
        shown = f"{len(found.found)} of {labels}"
        yield _count(of, f"{part}{kind}s found", len(found.found), shown)
        if path != FIRST:
            yield _count(of, f"{part}{kind}s that no label knows", len(found.false))


def _lost(of: str, name: str, documents: Sequence[Labelled]) -> Figure:
    gone, labels = lost_labels(documents)
    lost = 100 * len(gone) / labels
    shown = f"{lost:.1f}% ({len(gone)} of {labels})"
    return Figure(of=of, name=name, value=round(lost, 2), shown=shown)


def news() -> Iterator[Figure]:
    """News pages of our own, kind by kind: the two halves, and set C, of which figures only."""
    for half in NEWS_HALVES:
        for kind, figures in news_scores(half).items():
            for name, value in figures.items():
                share = name.endswith(COMMITMENT_SHARES)
                yield (_share if share else _count)("news", f"{half} {kind}: {name}", value)


#: Figures that are told of the stories.
OF_STORIES = ("found precision", "found recall", "core F1")


def stories() -> Iterator[Figure]:
    """News pages of eight writers: the open ones, and the shut ones, of which figures only."""
    for part in STORY_PARTS:
        found = story_scores(part)
        for name in OF_STORIES:
            yield _share("stories", f"{part}: commitments, {name}", found[name])


def sample() -> Iterator[Figure]:
    """The sample sources against the facts labelled by hand."""
    for kind, (hit, labelled, unknown) in sample_score().items():
        yield _count("sample", f"{kind}: labelled facts found", hit, f"{hit} of {labelled}")
        yield _count("sample", f"{kind}: facts that no label knows", unknown)


def gate() -> Iterator[Figure]:
    """True claims and mutated ones through the gate."""
    for name, figure in printed_by("gate_quality.py").items():
        if isinstance(figure, dict):
            shown = f"{figure['percent']:.2f}% of {figure['n']:,}"
            yield Figure(of="gate", name=name, value=figure["percent"], shown=shown)
        else:
            yield _count("gate", name, figure)


def values(of: str) -> Iterator[Figure]:
    """Values in our own tables, or in real texts: exact spans, and values right of those found."""
    origin = "own" if of == "values" else "corpus"
    for kind, figures in printed_by("value_scores.py")[origin].items():
        for name, value in figures.items():
            if name == "labels":
                yield _count(of, f"{kind}: {name}", value)
            else:
                shown = f"{value:.1f}%"
                yield Figure(of=of, name=f"{kind}: {name}", value=value, shown=shown)


@cache
def printed_by(script: str) -> Mapping[str, Any]:
    """Run a scorer of tests/quality and give what it prints."""
    command = [sys.executable, str(ROOT / "tests" / "quality" / script), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _share(of: str, name: str, value: float) -> Figure:
    return Figure(of=of, name=name, value=round(100 * value, 2), shown=f"{value:.1%}")


def _count(of: str, name: str, value: float, shown: str | None = None) -> Figure:
    return Figure(of=of, name=name, value=value, shown=shown or f"{value:g}", share=False)


def kiel_totals() -> Iterator[Figure]:
    """A tracker's releases, imported and totalled, beside the sums that they print themselves."""
    for name, found in kiel_scores():
        shown = (
            f"{found.right} of {found.cells} ({found.held_right} of {found.held} that hold money)"
        )
        yield _count("kiel_totals", f"cells reproduced: {name}", found.right, shown)


def reconcile() -> Iterator[Figure]:
    """Folding against labels, each part and all of them, beside the same donor and amount."""
    for part, found in reconcile_scores().items():
        ways = (
            ("B-cubed", found.bcubed, found.base_bcubed),
            ("pairwise", found.pairwise, found.base_pairwise),
        )
        for way, folded, base in ways:
            both = f"P {folded.precision:.1%} R {folded.recall:.1%}"
            shown = f"{folded.f1:.1%} ({both}; baseline {base.f1:.1%}; {found.pairs} pairs)"
            name, value = f"{part}: {way} F1", round(100 * folded.f1, 2)
            yield Figure(of="reconcile", name=name, value=value, shown=shown)
        if "new stories" in part:
            shown = f"{found.read} of {found.marks}"
            yield _count("reconcile", f"{part}: marks read", found.read, shown)


def witnesses(origin: Origin) -> Iterator[Figure]:
    """Texts that repeat another told from those that do not, on pairs labelled by reading."""
    of = "witnesses" if origin == "own" else "witnesses_corpus"
    found = witness_score(pair for pair in witness_pairs() if pair.origin == origin)
    yield _count(of, "pairs", found.pairs)
    yield _share(of, "repetitions: precision", found.precision)
    yield _share(of, "repetitions: recall", found.recall)
    yield _share(of, "two texts kept two", found.kept)


#: Each set, and what must lie beside the checkout for it (None: nothing).
SETS: dict[str, tuple[Callable[[], Iterator[Figure]], Path | None]] = {
    "sample": (sample, None),
    "gate": (gate, SHARED / "corpus"),
    "seed": (seed, SHARED / "seed"),
    "values": (partial(values, "values"), VALUES),
    "values_corpus": (partial(values, "values_corpus"), SHARED / "corpus"),
    "corpus_commitments": (corpus_commitments, SHARED / "corpus"),
    "corpus_later": (corpus_later, SHARED / "corpus"),
    "corpus_third": (corpus_third, SHARED / "corpus"),
    "news": (news, NEWS),
    "stories": (stories, STORIES),
    "kiel_dev": (kiel, SHARED / "bench" / "kiel_dev"),
    "kiel_totals": (kiel_totals, SHARED / "bench" / "kiel_totals"),
    "reconcile": (reconcile, SHARED / "bench" / "kiel_totals"),
    "witnesses": (partial(witnesses, "own"), None),
    "witnesses_corpus": (partial(witnesses, "corpus"), SHARED / "corpus"),
    "polnear_dev": (polnear, SHARED / "bench" / "polnear_dev"),
}


def missing(of: str) -> Path | None:
    """Give what a set needs and is not there, None where it can be measured."""
    needed = SETS[of][1]
    for start, labels in (
        ("values", VALUES),
        ("corpus_commitments", COMMITMENTS),
        ("corpus_later", COMMITMENTS),
        ("corpus_third", COMMITMENTS),
    ):
        if of.startswith(start) and not labels.is_dir():
            return labels
    return None if needed is None or needed.is_dir() else needed


def figures_of(of: str) -> list[Figure]:
    """Measure one set."""
    return list(SETS[of][0]())
