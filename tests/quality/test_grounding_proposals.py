"""What is proposed to the gate and to other libraries is what the bench says it is."""

from __future__ import annotations

from gate_claims import own_claims, page_of
from hypothesis import given
from hypothesis import strategies as st

from grounding_proposals import changed_claims, is_foreign, one_digit_changed, words_of

TEXT = "Norway gives NOK 2.5 billion\nthis year. Denmark, which gave 400 guns, adds £1.6bn."


@given(st.from_regex(r"[£$]?[1-9][0-9]{0,3}(\.[0-9])? ?(bn|million)?", fullmatch=True))
def test_one_digit_differs(words: str) -> None:
    changed = one_digit_changed(words)
    pairs = [(a, b) for a, b in zip(words, changed, strict=True) if a != b]
    assert len(pairs) == 1
    assert all(a.isdecimal() and b in "123456789" for a, b in pairs)


def test_words_are_foreign_only_where_no_line_has_them() -> None:
    page = page_of({"id": "one", "text": TEXT})
    assert not is_foreign("nok 2.5 Billion this year", page)
    assert is_foreign("NOK 2.6 billion", page)


def test_a_peer_gets_the_quotes_the_names_and_the_contents_of_a_claim() -> None:
    claim = {
        "kind": "commitment",
        "donors": [{"id": "NOR", "name": "Norway", "type": "state"}],
        "items": [{"name": "guns", "quantity": None}],
        "conditions": [{"text": "if asked", "trigger": "other"}],
        "evidence": [
            {"field": "amount", "start": 13, "end": 28, "quote": "NOK 2.5 billion"},
            {"field": "donors.0", "start": 0, "end": 6, "quote": "Norway"},
            {"field": "recipients.0", "start": 0, "end": 7, "quote": "Ukraine", "in": "title"},
        ],
    }
    assert set(words_of(claim)) == {"NOK 2.5 billion", "Norway", "if asked", "guns"}


def test_new_words_of_a_mutated_claim_are_not_in_the_true_one() -> None:
    trues = list(own_claims())[:10]
    found = list(changed_claims(trues))
    assert any(one.new_words for one in found)
    assert any(not one.new_words for one in found)
    for one in found:
        assert not set(one.new_words) & set(words_of(one.true.claim))
        assert set(one.new_words) <= set(words_of(one.claim))
