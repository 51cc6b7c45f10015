"""Odd and hostile claims: always a verdict with a reason, or a message that names the line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.extract.check import Sources, check, check_claims
from pledgebook.extract.gate_bounds import DIGITS
from pledgebook.model.claims import KINDS
from pledgebook.model.ids import text_id

TEXT = "Fiji pledged $3 million on Sunday. 🎉 Peru, said Ana Belo, will send 30 trucks.\r\nThe end."
SOURCE = {"id": "a", "text": TEXT, "title": "Fiji gives", "published": "2025-05-14"}
SOURCES = Sources.read([json.dumps(SOURCE)])

FIELDS = sorted({"conditions", "period", "event", "scope", "goals", "funding_source"} | {
    "donors", "recipients", "speaker", "amount", "items", "stage", "firmness", "announced_on",
    "cue", "content", "mode", "via", "said_on", "actor", "role", "representing", "proposers",
    "addressees", "status", "plan", "ordinal", "agreed_by", "actors", "targets", "action",
    "object", "effective_on", "purpose", "id", "kind", "v", "source", "evidence",
})  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, float("nan"), float("inf"), 10**400, "", "x", "\ud800", "💥",
    "9" * 5000,
    [], {}, [[]], [None], ["a"], [{}], {"id": []}, [{"id": {}}], [{"id": "FJI", "affiliation": []}],
    {"low": {}}, {"low": "1e999999999", "high": "NaN"}, {"low": 1e308, "reported_as": 5},
    {"start": []}, {"name": 5}, [{"name": {}, "quantity": []}], {"text": 1},
)  # fmt: skip


def whole(**more: Any) -> dict[str, Any]:
    evidence = [
        {"field": "donors.0", "start": 0, "end": 4, "quote": "Fiji"},
        {"field": "amount", "start": 13, "end": 23, "quote": "$3 million"},
    ]
    return {
        "kind": "commitment",
        "id": "c",
        "source": {"ref": "a"},
        "donors": [{"id": "FJI", "name": "Fiji", "type": "state"}],
        "amount": {"low": "3000000", "high": "3000000", "currency": "USD", "bound": "exact"},
        "evidence": evidence,
        **more,
    }


def judged(claim: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    (row,) = check_claims([json.dumps(claim)], SOURCES)
    assert bool(row.reasons) == (row.verdict != "kept")
    assert all(len(reason) < 600 for reason in row.reasons)
    return row.verdict, row.reasons


def test_the_claim_that_the_odd_ones_are_made_from_is_kept() -> None:
    assert judged(whole()) == ("kept", ())


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_any_type_gives_a_verdict(kind: str, field: str) -> None:
    for odd in ODD:
        judged(whole(**{"kind": kind, field: odd}))
        if field != "evidence":
            words = [{"field": field, "start": 0, "end": 4, "quote": "Fiji"}]
            judged(whole(**{"kind": kind, "evidence": words, field: odd}))


@pytest.mark.parametrize("key", ["field", "start", "end", "quote", "in"])
def test_a_part_of_the_evidence_of_any_type_gives_a_verdict(key: str) -> None:
    for odd in ODD:
        row = {"field": "donors.0", "start": 0, "end": 4, "quote": "Fiji", key: odd}
        verdict, _ = judged(whole(evidence=[row]))
        assert verdict == "refused"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(FIELDS), inner),
        max_leaves=12,
    ),
    st.sampled_from(sorted(KINDS)),
)
@settings(deadline=None, max_examples=150)
def test_any_json_is_judged(value: Any, kind: str) -> None:
    made = value if isinstance(value, dict) else {"donors": value, "amount": value}
    judged({**whole(kind=kind), **{k: v for k, v in made.items() if k not in ("source", "kind")}})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"start": -4, "end": 0}, "the span -4..0 is not in the text"),
        ({"start": 0, "end": 9000}, "the span 0..9000 is not in the text"),
        ({"start": 4, "end": 0}, "the span 4..0 is not in the text"),
        ({"start": 0.0, "end": 4.0}, "whole numbers"),
        ({"start": "0", "end": "4"}, "whole numbers"),
        ({"start": True, "end": 4}, "whole numbers"),
        ({"quote": "fiji"}, 'the text has "Fiji"'),
        ({"quote": "Fiji "}, 'the text has "Fiji"'),
        ({"in": "footer"}, "text, title or publisher"),
        ({"in": "publisher"}, "is not in the publisher"),
        ({"field": "giver"}, "has no field 'giver'"),
        ({"field": "donors.x"}, "has no field"),
        ({"field": "source.id"}, "has no field"),
    ],
)
def test_evidence_that_does_not_stand_there_is_named(change: dict[str, Any], reason: str) -> None:
    row = {"field": "donors.0", "start": 0, "end": 4, "quote": "Fiji", **change}
    verdict, reasons = judged(whole(amount=None, evidence=[row]))
    assert verdict == "refused"
    assert any(reason in said for said in reasons), reasons


def test_evidence_in_the_title_counts_in_the_title() -> None:
    row = {"field": "donors.0", "start": 0, "end": 4, "quote": "Fiji", "in": "title"}
    assert judged(whole(amount=None, evidence=[row]))[0] == "kept"


def test_offsets_count_code_points_behind_astral_characters_and_line_ends() -> None:
    start = TEXT.index("Ana Belo")
    row = {"field": "speaker", "start": start, "end": start + 8, "quote": "Ana Belo"}
    who = {"id": "person:ana-belo", "type": "person", "name": "Ana Belo"}
    assert judged(whole(amount=None, donors=None, speaker=who, evidence=[row]))[0] == "kept"
    utf16 = {**row, "start": start + 1, "end": start + 9}
    assert judged(whole(amount=None, donors=None, speaker=who, evidence=[utf16]))[0] == "refused"


@pytest.mark.parametrize("figure", ["1e999999999", f"1{'0' * (DIGITS + 1)}", "NaN", "-inf", "3 m"])
def test_a_figure_beyond_reading_is_refused_and_not_written_out(figure: str) -> None:
    amount = {"low": figure, "high": figure, "currency": "USD", "bound": "exact"}
    verdict, reasons = judged(whole(amount=amount))
    assert verdict == "refused"
    assert "is not a number" in reasons[0]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "line 1: not JSON (Expecting property name"),
        ("[" * 100_000, "line 1: not JSON (lists or objects are nested too deeply)"),
        ('{"v": ' + "9" * 5000 + "}", "line 1: not JSON (a number has too many digits)"),
        ("[1]", "line 1: a claim is a JSON object"),
        ("null", "line 1: a claim is a JSON object"),
        ('{"kind": "statement"}', "source: the text of no id and no ref"),
    ],
)
def test_a_line_that_is_no_claim_is_named(line: str, reason: str) -> None:
    (row,) = check_claims([line], SOURCES)
    assert row.verdict == "refused"
    assert row.reasons[0].startswith(reason)


def test_claims_with_one_id_are_judged_each_for_itself() -> None:
    wrong = whole(amount={"low": "4000000", "currency": "USD"})
    rows = list(check_claims([json.dumps(whole()), json.dumps(wrong)], SOURCES))
    assert [(row.id, row.verdict) for row in rows] == [("c", "kept"), ("c", "refused")]


def test_a_byte_order_mark_and_line_ends_of_any_kind_are_no_part_of_a_line() -> None:
    lines = ["\ufeff" + json.dumps(whole()) + "\r\n", "\r\n", "\ufeff\n"]
    assert [row.verdict for row in check(lines, ["\ufeff" + json.dumps(SOURCE) + "\r\n"])] == [
        "kept"
    ]


def test_two_texts_of_one_id_are_told_apart_by_the_digest_only() -> None:
    other = {**SOURCE, "text": "Nothing was promised."}
    sources = Sources.read([json.dumps(SOURCE), json.dumps(other), json.dumps(SOURCE)])
    assert [(p.code, p.where, p.fatal) for p in sources.problems] == [
        ("ref-used-twice", "line 2", False)
    ]
    (row,) = check_claims([json.dumps(whole())], sources)
    assert row.reasons == ("source: two texts have the id a; cite the digest of one",)
    by_digest = whole(source={"id": text_id(TEXT), "ref": "a"})
    (row,) = check_claims([json.dumps(by_digest)], sources)
    assert row.verdict == "kept"


def test_a_publication_date_that_is_none_is_said() -> None:
    sources = Sources.read([json.dumps({**SOURCE, "published": "soon"})])
    assert [(p.code, p.fatal) for p in sources.problems] == [("published-invalid", False)]
