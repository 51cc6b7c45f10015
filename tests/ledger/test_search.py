"""Words are found in claims and sources, in both databases alike, and odd queries never fail."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promise_builders import Text, amount
from tampering import ask, raw

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.searching import asked_terms
from pledgebook.ledger.store import Ledger
from pledgebook.reconcile.fold import fold

LONG = Text(
    "The ministers met in Tromsø. Norway’s cabinet lends five million for air defence. "
    "Élise Möller said: “We stay.”",
    ref="long.txt",
)
OTHER = Text("Latvia sends 1,200 drones.\nNobody else spoke.", ref="other.txt")


@pytest.fixture
def searched(ledger: Ledger) -> Ledger:
    loan = LONG.commitment("NOR", amount=amount("5e6"))
    said = LONG.statement("person:elise-moeller", "We stay.")
    ledger.add(LONG.document, [loan, said], LONG.reading([loan, said]))
    gift = OTHER.commitment("LVA")
    ledger.add(OTHER.document, [gift], OTHER.reading([gift]))
    ledger.project(fold)
    return ledger


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("tromso", []),  # ø is a letter of its own, not an o with an accent
        ("TROMSØ", ["statement", "commitment", "source"]),
        ("elise moller", ["statement", "commitment", "source"]),
        ('"air defence"', ["statement", "commitment", "source"]),
        ('"defence air"', []),
        ("defence air", ["statement", "commitment", "source"]),
        ("defen*", ["statement", "commitment", "source"]),
        ("defen", []),
        ("drones", ["commitment", "source"]),
        ("1,200", ["commitment", "source"]),
        ("norway", ["statement", "commitment", "source"]),
        ("drones norway", []),
        ("LVA", ["commitment"]),  # the name that the claim gives, which the text does not print
    ],
)
def test_found(searched: Ledger, query: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in searched.search(query)] == kinds


def test_a_hit_shows_its_sentence_and_entry(searched: Ledger) -> None:
    claim, source = searched.search("drones")
    assert claim.sentence == "Latvia sends 1,200 drones. Nobody else spoke."  # the claim's span
    assert source.sentence == "Latvia sends 1,200 drones."
    assert claim.entry is not None
    entry = searched.view().entry(claim.entry)
    assert claim.id in {member.id for member in entry.claims}
    assert source.entry is None
    (told,) = searched.search("cabinet", "source")
    assert told.sentence == "Norway’s cabinet lends five million for air defence."


def test_kinds_and_limits(searched: Ledger) -> None:
    assert [hit.kind for hit in searched.search("norway", "statement")] == ["statement"]
    assert len(searched.search("norway", limit=2)) == 2
    with pytest.raises(LedgerError, match="choose commitment"):
        searched.search("norway", "promise")


def dump(ledger: Ledger) -> object:
    rows = ask(ledger.book, "SELECT * FROM search ORDER BY place")
    return [tuple(row)[:5] for row in rows]


def test_the_index_is_rebuilt_to_the_same_rows(searched: Ledger) -> None:
    before, hits = dump(searched), searched.search("norway")
    with raw(searched.book) as connection:
        connection.exec_driver_sql("DELETE FROM search")
    assert searched.index() == 5
    assert dump(searched) == before
    assert searched.search("norway") == hits


def test_the_same_again_is_indexed_once(searched: Ledger) -> None:
    before = dump(searched)
    loan = LONG.commitment("NOR", amount=amount("5e6"))
    searched.add(LONG.document, [loan], LONG.reading([loan], "2"))
    assert dump(searched) == before


def test_a_very_long_text_is_searched_to_its_end(ledger: Ledger) -> None:
    text = Text("word " * 60_000 + "Then the zebra crossed. The end.")
    ledger.add(text.document, [], text.reading([]))
    (hit,) = ledger.search("zebra")
    assert hit.sentence.endswith("Then the zebra crossed.")
    assert len(hit.sentence) < 700


ODD = ['"', "", "   ", "***", "AND OR NOT", "NEAR(a b)", "a AND", '"a', "(", ")", "a:b", "-a", "^a",
       "'; DROP TABLE claims; --", "\x00", "\ud800", "a\x00b", "!&|<->", "½", "ﬁ", "日本", "🙂",
       "a" * 5_000, "a " * 2_000, "*a", "a**", '""', '"*"', "{a}",
       "words : a", "%", "_", "\\"]  # fmt: skip


@pytest.mark.parametrize("query", ODD, ids=range(len(ODD)))
def test_odd_queries_find_or_are_refused_plainly(searched: Ledger, query: str) -> None:
    try:
        searched.search(query)
    except LedgerError as error:
        assert "at least one word" in str(error)  # noqa: PT017


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_any_text_is_a_query(searched: Ledger, query: str) -> None:
    try:
        terms = asked_terms(query)
    except LedgerError:
        return
    assert terms
    searched.search(query)
