"""Whatever is added, read again and decided, in whatever order: undone, replayed and rebuilt."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from decision_books import NOON, Clock, add, decide, read, sum_change, text
from hypothesis import given, settings
from hypothesis import strategies as st
from promise_builders import Text

from pledgebook.commands.history import event_json, review_json
from pledgebook.ledger import records
from pledgebook.ledger.chain import Appender
from pledgebook.ledger.decided import Decided
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.projection import entry_to_json
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import DECISIONS
from pledgebook.ledger.view import View
from pledgebook.model.codec import claim_to_json
from pledgebook.model.ids import canonical_json
from pledgebook.reconcile.fold import fold

DONORS = ("NOR", "SWE")


@dataclass(frozen=True)
class Step:
    """One thing done to a book: ``does`` with a source, at a moment after the one before."""

    does: str
    source: int
    minutes: int
    pick: int


def texts(number: int) -> Text:
    """Six texts; the last two are reprints of the first, seen on other days, one without a day."""
    donor = DONORS[number % 2]
    if number == 4:
        return replace(texts(0), published=date(2025, 3, 9), url="https://b.example/r", ref="r.txt")
    if number == 5:
        return replace(texts(0), published=None, url="https://c.example/u", ref="u.txt")
    words = f"Text {number}: {donor} gives {5 + number // 2} million, SWE gives 8 million."
    return text(words, day=3 + 2 * number)


def names(view: View) -> list[str]:
    return [*(e.id for e in view.entries()), *(c.id for c in view.claims())]


def one(items: Sequence[Any], pick: int) -> Any:
    return items[pick % len(items)] if items else "entry:none"


def again(ledger: Ledger, source: Text, version: int) -> None:
    """Read a text: every second version misreads, and its days hang on the publication's."""
    add(ledger, source, f"{version}", misread=version % 2 == 0, announced_on=source.published)


VERDICTS = ("accept", "reject", "unclear")
DOES = ("add", "add", "add", "reread", *VERDICTS, "merge", "split", "change", "stage", "missed",
        "complete", "undo")  # fmt: skip


def act(ledger: Ledger, step: Step, version: list[int]) -> None:
    """Do one step; a decision that the book refuses leaves it as it is."""
    if step.does == "add":
        again(ledger, texts(step.source), version[0])
    elif step.does == "reread":
        version[0] += 1
        for source in ledger.view(fold=fold).sources():
            for number in range(6):
                if texts(number).sighting in source.sightings:
                    again(ledger, texts(number), version[0])
    else:
        with suppress(LedgerError):
            decided(ledger, step)


def decided(ledger: Ledger, step: Step) -> None:
    view = ledger.view(fold=fold)
    some, other = one(names(view), step.pick), one(names(view), step.pick // 7)
    if step.does in VERDICTS:
        decide(ledger, step.does, some)
    elif step.does == "merge":
        decide(ledger, "merge", some, {"with": [other]})
    elif step.does == "split":
        decide(ledger, "split", some, {"claims": [other]})
    elif step.does == "change":
        claim = one(view.claims(), step.pick)
        if claim != "entry:none":
            words = next(e for e in claim.evidence if e.field == "amount")
            decide(ledger, "change_value", claim.id, sum_change(claim, int(words.quote.split()[0])))
    elif step.does == "stage":
        stage = ("committed", "withdrawn", "delivered")[step.pick % 3]
        decide(ledger, "change_stage", some, {"stage": stage})
    elif step.does == "missed":
        source = texts(step.source)
        claim = replace(read(source, stage="allocated")[0], reader="person/ana")
        decide(ledger, "add_claim", source.snapshot.id, {"claim": claim_to_json(claim)})
    elif step.does == "complete":
        decide(ledger, "read_completely", texts(step.source).snapshot.id)
    else:
        item = one(view.decisions(), step.pick)
        decide(ledger, "undo", item.id if isinstance(item, Decided) else item)


def some_steps(does: Sequence[str], least: int, most: int) -> st.SearchStrategy[list[Step]]:
    step = st.builds(
        Step,
        st.sampled_from(does),
        st.integers(0, 5),
        st.sampled_from((-30, 0, 1, 60)),
        st.integers(0, 999),
    )
    return st.lists(step, min_size=least, max_size=most)


#: Some sources first, then anything.
steps = st.builds(lambda one, two: one + two, some_steps(["add"], 1, 3), some_steps(DOES, 3, 10))


def told(view: View) -> str:
    """Everything that a view tells."""
    whole = {
        "entries": [[entry_to_json(e), claim_to_json(e.lead)] for e in view.entries()],
        "claims": [claim_to_json(c) for c in view.claims()],
        "sources": [[s.snapshot.id, [c.id for c in s.claims]] for s in view.sources()],
        "decisions": [d.id for d in view.decisions()],
        "reviews": [review_json(r) for r in view.reviews()],
    }
    return canonical_json(whole)


def with_events(view: View) -> str:
    return told(view) + canonical_json([event_json(e) for e in view.events()])


def played(
    path: Path, done: Sequence[Step], after: Callable[[Ledger], None] = lambda _: None
) -> Ledger:
    """Do the steps in a new book, and ``after`` behind each."""
    clock, version = Clock(), [1]
    ledger = Ledger.open(str(path), create=True, clock=clock)
    for step in done:
        clock.on(step.minutes)
        act(ledger, step, version)
        after(ledger)
    return ledger


@given(done=steps)
@settings(max_examples=60, deadline=None)
def test_as_of_is_the_book_replayed_up_to_then(done: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seen: dict[str, str] = {}

        def note(ledger: Ledger) -> None:
            seen[ledger.head().entered_at] = with_events(ledger.view(fold=fold))

        with played(Path(folder) / "book.db", done, note) as ledger:
            for entered, before in seen.items():
                if entered:
                    moment = NOON.fromisoformat(entered)
                    assert with_events(ledger.view(as_of=moment, fold=fold)) == before
            assert told(ledger.view(as_of=NOON - timedelta(days=1), fold=fold)).startswith(
                '{"claims":[],"decisions":[]'
            )


def copied(path: Path, ledger: Ledger, done: Sequence[Step], day: date) -> Ledger:
    """A book of the sources published by ``day`` alone, with all decisions of ``ledger``."""
    known = [step for step in done if step.does == "reread" or (
        step.does == "add" and (texts(step.source).published or date.max) <= day
    )]  # fmt: skip
    other = played(path, known)
    rows = [records.decision_row(d.decision) for d in ledger.view(fold=fold).decisions()]
    with writing(other.engine) as connection:
        Appender(connection, NOON).append(DECISIONS, rows)
    return other


@given(done=steps, days=st.integers(0, 16))
@settings(max_examples=60, deadline=None)
def test_known_by_is_a_book_of_the_sources_of_that_day(done: list[Step], days: int) -> None:
    day = date(2025, 3, 1) + timedelta(days=days)
    with (
        tempfile.TemporaryDirectory() as folder,
        played(Path(folder) / "book.db", done) as ledger,
        copied(Path(folder) / "other.db", ledger, done, day) as other,
    ):
        assert told(ledger.view(known_by=day, fold=fold)) == told(other.view(fold=fold))


@given(done=steps, chance=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_undoing_every_decision_gives_the_same_bytes(
    done: list[Step], chance: random.Random
) -> None:
    added = [step for step in done if step.does in ("add", "reread")]
    with tempfile.TemporaryDirectory() as folder, played(Path(folder) / "a.db", added) as ledger:
        ledger.project(fold)
        before = ledger.export_entries()
        for step in done:
            if step.does not in ("add", "reread", "undo"):
                act(ledger, step, [1])
        made = [item.id for item in ledger.view(fold=fold).decisions()]
        chance.shuffle(made)
        for name in made:
            decide(ledger, "undo", name)
        ledger.project(fold)
        assert ledger.export_entries() == before


@given(done=steps, chance=st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_decisions_are_a_set(done: list[Step], chance: random.Random) -> None:
    """The same decisions, entered in another order: the same bytes, after a rebuild too."""
    with tempfile.TemporaryDirectory() as folder, played(Path(folder) / "a.db", done) as ledger:
        ledger.project(fold)
        rows = [records.decision_row(d.decision) for d in ledger.view().decisions()]
        free = [row for row in rows if row.payload["action"] != "undo"]
        undoing = [row for row in rows if row.payload["action"] == "undo"]
        chance.shuffle(free)
        added = [step for step in done if step.does in ("add", "reread")]
        with played(Path(folder) / "b.db", added) as other:
            with writing(other.engine) as connection:
                Appender(connection, NOON).append(DECISIONS, [*free, *undoing])
            other.project(fold)
            assert other.export_entries() == ledger.export_entries()
            other.project(fold)
            assert other.export_entries() == ledger.export_entries()
