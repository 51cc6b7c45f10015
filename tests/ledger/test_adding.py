"""What one source adds, and what the same again adds: nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from promise_builders import Text, amount
from tampering import ask

from pledgebook.ledger.chain import Appender
from pledgebook.ledger.dialects import writing
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.intake import BATCH, Added, take_in
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.model.book import BookDefinition
from pledgebook.model.claims import Claim
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Decision, Document, Reading
from pledgebook.reconcile.fold import fold

TEXT = Text("Britain lends five million.", url="https://one.example/a", publisher="One")


def claims_of(text: Text, *figures: str) -> list[Claim]:
    return [text.commitment(amount=amount(figure, "GBP")) for figure in figures]


def add(ledger: Ledger, text: Text, *figures: str, version: str = "1") -> Added:
    claims = claims_of(text, *figures)
    return ledger.add(text.document, claims, text.reading(claims, version))


def rows(ledger: Ledger) -> int:
    return sum(ask(ledger.book, f"SELECT count(*) FROM {t}")[0][0] for t in APPEND_ONLY)  # noqa: S608


def test_a_new_source(ledger: Ledger) -> None:
    assert add(ledger, TEXT, "5e6", "6e6") == Added(
        snapshot_new=True, sighting_new=True, reading_new=True, claims_new=2
    )
    (source,) = ledger.view().sources()
    assert source.snapshot == TEXT.snapshot
    assert source.sightings == (TEXT.sighting,)
    assert source.reading == TEXT.reading(claims_of(TEXT, "5e6", "6e6"))
    assert list(source.claims) == claims_of(TEXT, "5e6", "6e6")


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    before = rows(ledger)
    assert not add(ledger, TEXT, "5e6").anything
    assert rows(ledger) == before


def test_a_reprint_is_a_sighting_more(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    before = rows(ledger)
    reprint = dataclasses.replace(
        TEXT, publisher="Two", url="https://two.example/b", published=date(2025, 3, 4)
    )
    added = add(ledger, reprint, "5e6")
    assert (added.snapshot_new, added.sighting_new, added.claims_new) == (False, True, 0)
    assert rows(ledger) == before + 1


def test_a_new_reader_adds_a_reading_that_holds(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    added = add(ledger, TEXT, "5e6", "6e6", version="2")
    assert (added.sighting_new, added.reading_new, added.claims_new) == (False, True, 1)
    add(ledger, TEXT, "7e6", version="3")
    assert [c.id for c in ledger.view().claims()] == [claims_of(TEXT, "7e6")[0].id]


def test_a_source_without_claims_is_kept(ledger: Ledger) -> None:
    assert add(ledger, TEXT).reading_new
    (source,) = ledger.view().sources()
    assert source.claims == ()
    assert source.reading is not None


def test_a_claim_given_twice_is_one(ledger: Ledger) -> None:
    assert add(ledger, TEXT, "5e6", "5e6").claims_new == 1
    assert len(ledger.view().claims()) == 1


def test_parts_of_two_texts_are_refused(ledger: Ledger) -> None:
    other = Text("Another text.")
    with pytest.raises(LedgerError, match="different texts"):
        ledger.add(TEXT.document, claims_of(other, "5e6"), TEXT.reading([]))
    assert rows(ledger) == 0


def test_lone_surrogates_and_nul_are_kept(ledger: Ledger) -> None:
    odd = Text("A \ud800 text with \x00 in it.")
    add(ledger, odd)
    assert ledger.view().sources()[0].snapshot.text == odd.words


def test_the_clock_may_go_backwards(book: str) -> None:
    times = iter([datetime(2025, 5, 2, tzinfo=UTC), datetime(2025, 5, 1, tzinfo=UTC)])
    with Ledger.open(book, create=True, clock=lambda: next(times)) as ledger:
        add(ledger, TEXT, "5e6")
        add(ledger, Text("Later."), "6e6")
        assert ledger.verify().fault is None
        assert ledger.view().updated() == datetime(2025, 5, 2, tzinfo=UTC)


def definition(title: str) -> BookDefinition:
    return BookDefinition(
        id="b",
        title=title,
        summary="S",
        coalition="C",
        plan="P",
        points=(),
        actors=("GBR",),
        days=(date(2025, 3, 6), date(2025, 4, 11)),
    )


def test_the_last_definition_holds(ledger: Ledger) -> None:
    assert ledger.view().definition() is None
    for title in ("One", "Two", "One"):
        ledger.define(definition(title))
    before = rows(ledger)
    ledger.define(definition("One"))
    assert rows(ledger) == before == 3
    assert ledger.view().definition() == definition("One")


def test_runs_keep_what_could_not_be_read(ledger: Ledger) -> None:
    lost = Problem(code="binary", message="No text.", where="x.bin", fatal=True)
    ledger.run("add", {"inputs": 2}, [lost])
    ledger.run("add", {"inputs": 2}, [lost])
    assert ledger.view().problems() == (lost,)


NOON = datetime(2025, 3, 9, 12, tzinfo=UTC)


def test_decisions_are_replaced_and_undone(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    claim = claims_of(TEXT, "5e6")[0].id

    def decide(minute: int, action: str, target: str, supersedes: str | None = None) -> str:
        at = NOON + timedelta(minutes=minute)
        values = {"author": "ana", "reason": "seen", "supersedes": supersedes}
        return ledger.decide(
            Decision(at=at, action=action, target=target, **values)  # type: ignore[arg-type]
        )

    first = decide(0, "reject", claim)
    assert decide(0, "reject", claim) == first
    second = decide(1, "accept", claim, first)
    assert [d.id for d in ledger.view().decisions()] == [first, second]
    undo = decide(2, "undo", second)
    assert [d.action for d in ledger.view()._seen.standing.decisions] == ["reject"]
    decide(3, "undo", undo)
    assert [d.action for d in ledger.view()._seen.standing.decisions] == ["accept"]
    with pytest.raises(LedgerError, match="no decision"):
        decide(4, "undo", "decision:0")


def many(count: int) -> list[Text]:
    """Texts with every sign that a line of a bulk copy might take for its own."""
    signs = ("\t", "\n", "\\", "\\.", "\r", "\\N", "€", "\x0b", "\u2028")
    return [
        Text(f"Source {n}:{signs[n % len(signs)]}Norway lends {n + 1} million.\n", ref=f"{n}\t.txt")
        for n in range(count)
    ]


def test_more_sources_than_a_batch_are_as_if_each_were_added_alone(ledger: Ledger) -> None:
    texts = many(BATCH + 20)
    given = [(t.document, (c := claims_of(t, "5e6", "6e6")), t.reading(c)) for t in texts]
    again = [*given, given[0], given[-1]]
    added = ledger.add_all(again)
    assert [one.claims_new for one in added] == [2] * len(texts) + [0, 0]
    found = {s.snapshot.id: s for s in ledger.view(fold=fold).sources()}
    for text in texts:
        source = found[text.snapshot.id]
        assert (source.snapshot, source.sightings) == (text.snapshot, (text.sighting,))
        assert list(source.claims) == claims_of(text, "5e6", "6e6")
    assert ledger.verify().fault is None
    assert ledger.search(f'"source {BATCH + 3}"', "source")[0].id == texts[BATCH + 3].snapshot.id
    assert not any(one.anything for one in ledger.add_all(again))


def test_what_breaks_off_late_leaves_the_book_as_it_was(ledger: Ledger) -> None:
    add(ledger, TEXT, "5e6")
    head = ledger.head()

    def broken() -> Iterator[tuple[Document, list[Claim], Reading]]:
        for text in many(BATCH + 20):
            yield text.document, claims_of(text, "5e6"), text.reading(claims_of(text, "5e6"))
        raise LedgerError("the table ends in the middle of a row")

    with pytest.raises(LedgerError, match="in the middle of a row"):
        ledger.add_all(broken())
    assert ledger.head() == head
    assert ledger.verify(head).fault is None
    assert [hit.id for hit in ledger.search("million", "source")] == [TEXT.snapshot.id]


def test_sources_are_drawn_a_batch_at_a_time(ledger: Ledger) -> None:
    """So that memory stays bounded: the first are in the book before the last are made."""
    seen: list[int] = []

    def drawn() -> Iterator[tuple[Document, list[Claim], Reading]]:
        for n, text in enumerate(many(2 * BATCH)):
            seen.append(n)
            yield text.document, [], text.reading([])

    with writing(ledger.engine) as connection:
        appender = Appender(connection, datetime(2025, 5, 2, tzinfo=UTC))
        next(take_in(connection, appender, drawn()))
        assert len(seen) == BATCH
