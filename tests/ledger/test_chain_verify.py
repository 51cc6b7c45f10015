"""Tampering with the file shows, and the first bad row is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from promise_builders import Text, amount
from tampering import ask, tamper

from pledgebook.ledger.chain import GENESIS, Head, link, payload_text, salted
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.tables import APPEND_ONLY
from pledgebook.ledger.verifying import Fault

SOURCES = 5
#: Each source fills a snapshot, a sighting, a reading and two claims.
ROWS = SOURCES * 5


@pytest.fixture
def filled(book: str) -> str:
    with Ledger.open(book, create=True) as ledger:
        for n in range(SOURCES):
            text = Text(f"Source number {n} of five.")
            claims = [text.commitment(amount=amount(f"{n + 1}{k}000000")) for k in range(2)]
            ledger.add(text.document, claims, text.reading(list(claims)))
    return book


def fault(book: str) -> Fault | None:
    with Ledger.open(book) as ledger:
        return ledger.verify().fault


def test_an_untouched_book_verifies(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        found = ledger.verify()
        assert (found.rows, found.fault) == (ROWS, None)
        assert found.head == ledger.head()
        assert ledger.verify(found.head).fault is None


EDITS: list[tuple[str, str, int, str]] = [
    (
        "an amount",
        "UPDATE claims SET payload = replace(payload, '21000000', '31000000')",
        10,
        "payload",
    ),
    (
        "a text",
        "UPDATE snapshots SET payload = replace(payload, 'number 3', 'number 8')",
        16,
        "payload",
    ),
    (
        "a time",
        "UPDATE claims SET entered_at = '2020-01-01T00:00:00.000000Z' WHERE seq = 5",
        5,
        "hash",
    ),
    ("a digest", "UPDATE claims SET payload_digest = hash WHERE seq = 4", 4, "hash"),
    ("a salt", "UPDATE claims SET salt = '00' WHERE seq = 4", 4, "payload"),
    ("a key", "UPDATE snapshots SET key = 'sha256:0' WHERE seq = 1", 1, "hash"),
    ("a copy", "UPDATE claims SET kind = 'statement' WHERE seq = 10", 10, "column kind"),
]


@pytest.mark.parametrize(
    ("edit", "seq", "words"), [e[1:] for e in EDITS], ids=[e[0] for e in EDITS]
)
def test_an_edit_is_found(filled: str, edit: str, seq: int, words: str) -> None:
    tamper(filled, edit)
    found = fault(filled)
    assert found is not None
    assert found.seq == seq
    assert words in found.reason


def test_a_recomputed_hash_breaks_the_next_link(filled: str) -> None:
    def forge(payload: str) -> str:
        return payload.replace("10000000", "90000000")

    columns = "seq, key, entered_at, salt, payload, prev_hash"
    (row,) = ask(filled, f"SELECT {columns} FROM claims WHERE seq = 4")  # noqa: S608
    forged = forge(row[4])
    assert forged != row[4]
    values = {
        "seq": row[0],
        "key": row[1],
        "entered_at": row[2],
        "payload_digest": salted(row[3], forged),
    }
    new = link(row[5], "claims", values)
    tamper(
        filled,
        f"UPDATE claims SET payload = '{forged}', hash = '{new}', "  # noqa: S608
        f"payload_digest = '{values['payload_digest']}' WHERE seq = 4",
    )
    found = fault(filled)
    assert found is not None
    assert (found.seq, found.reason) == (5, "does not link to the row before it")


@pytest.mark.parametrize(("seq", "table"), [(1, "snapshots"), (14, "claims"), (18, "readings")])
def test_a_deleted_row_is_found(filled: str, seq: int, table: str) -> None:
    tamper(filled, f"DELETE FROM {table} WHERE seq = {seq}")  # noqa: S608
    found = fault(filled)
    assert found == Fault(table=None, seq=seq, reason="is missing")


def test_a_cut_at_the_end_shows_against_a_saved_head(filled: str) -> None:
    with Ledger.open(filled) as ledger:
        saved = ledger.head()
    tamper(filled, f"DELETE FROM claims WHERE seq = {ROWS}")  # noqa: S608
    with Ledger.open(filled) as ledger:
        assert ledger.verify().fault is None
        found = ledger.verify(saved).fault
    assert found is not None
    assert found.seq == ROWS


def test_swapped_rows_are_found(filled: str) -> None:
    tamper(
        filled,
        "UPDATE claims SET seq = 99 WHERE seq = 9",
        "UPDATE claims SET seq = 9 WHERE seq = 10",
        "UPDATE claims SET seq = 10 WHERE seq = 99",
    )
    found = fault(filled)
    assert found is not None
    assert found.seq == 9


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (("payload",), "payload"),
        (("payload", "salt"), "payload"),
        (("payload", "salt", "payload_digest"), "hash"),
        (("payload", "salt", "payload_digest", "hash"), "hash"),
    ],
)
def test_two_texts_changed_for_one_another_are_found(
    filled: str, columns: tuple[str, ...], words: str
) -> None:
    names = ", ".join(columns)
    rows = ask(filled, f"SELECT {names} FROM snapshots WHERE seq IN (1, 6) ORDER BY seq")  # noqa: S608
    changes = [
        f"UPDATE snapshots SET {name} = '{value}' WHERE seq = {seq}"  # noqa: S608
        for seq, row in zip((6, 1), rows, strict=True)
        for name, value in zip(columns, row, strict=True)
    ]
    tamper(filled, *changes)
    found = fault(filled)
    assert found is not None
    assert (found.table, found.seq) == ("snapshots", 1)
    assert words in found.reason


def test_a_row_moved_to_another_table_is_found(filled: str) -> None:
    tamper(
        filled,
        "INSERT INTO runs SELECT seq, key, entered_at, payload, salt, payload_digest, prev_hash, "
        "hash FROM snapshots WHERE seq = 6",
        "DELETE FROM snapshots WHERE seq = 6",
    )
    found = fault(filled)
    assert found is not None
    assert (found.table, found.seq) == ("runs", 6)


def test_a_payload_emptied_past_the_door_is_found(filled: str) -> None:
    tamper(filled, "UPDATE snapshots SET payload = NULL, salt = NULL WHERE seq = 6")
    found = fault(filled)
    assert found is not None
    assert (found.table, found.seq) == ("snapshots", 6)
    assert found.reason == "was emptied: no redaction names it"


def test_the_chain_starts_at_the_genesis(filled: str) -> None:
    links = [
        row
        for table in APPEND_ONLY
        for row in ask(filled, f"SELECT seq, prev_hash, hash FROM {table}")  # noqa: S608
    ]
    links.sort()
    assert links[0][1] == GENESIS
    assert [a[2] for a in links[:-1]] == [b[1] for b in links[1:]]


rows = st.fixed_dictionaries(
    {
        "seq": st.integers(1, 3),
        "key": st.text(max_size=3),
        "entered_at": st.text(max_size=3),
        "payload_digest": st.text(max_size=3),
    }
)


@given(
    st.tuples(st.text(max_size=2), st.text(max_size=2), rows),
    st.tuples(st.text(max_size=2), st.text(max_size=2), rows),
)
def test_different_rows_have_different_links(
    one: tuple[str, str, dict[str, object]], other: tuple[str, str, dict[str, object]]
) -> None:
    assert (link(*one) == link(*other)) == (one == other)


@pytest.mark.parametrize("text", ["plain", "nul \x00", "lone \ud800 surrogate", "“curly” £ 🙂"])
def test_any_text_survives_the_payload(text: str) -> None:
    import json  # noqa: PLC0415

    written = payload_text({"text": text})
    written.encode()
    assert json.loads(written) == {"text": text}


def test_a_book_holds_the_heads_it_has_grown_from(ledger: Ledger) -> None:
    heads = [ledger.head()]
    for day in (3, 4):
        source = Text(f"GBR gives {day}.", published=date(2025, 3, day))
        ledger.add(source.document, [], source.reading([]))
        heads.append(ledger.head())
    assert all(ledger.holds(head) for head in heads)
    last = heads[-1]
    assert not ledger.holds(Head(seq=last.seq + 1, hash=last.hash))
    assert not ledger.holds(Head(seq=last.seq, hash=heads[1].hash))
    assert not ledger.holds(Head(seq=0, hash=last.hash))
