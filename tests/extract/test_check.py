"""``check``: lines in, one row per claim out, whatever the lines hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from gate_pages import cite, claim, money

from pledgebook.extract.check import Sources, check, check_claims
from pledgebook.model.ids import text_id

TEXT = "Fiji pledged $3 million on Sunday."


def source(**more: Any) -> str:
    return json.dumps({"id": "a", "text": TEXT, "published": "2025-05-14", **more})


def line(source: dict[str, Any] | None, figure: str = "3000000", **more: Any) -> str:
    proposed = claim(
        "commitment", [cite(TEXT, "amount", "$3 million")], amount=money(figure, "USD")
    )
    return json.dumps({**proposed, "id": "c1", "source": source, **more})


@pytest.mark.parametrize(
    "cited",
    [
        {"ref": "a"},
        {"id": text_id(TEXT)},
        {"id": text_id(TEXT), "ref": "b"},
        {"id": "x", "ref": "a"},
    ],
)
def test_a_source_is_found_by_its_digest_else_by_its_ref(cited: dict[str, str]) -> None:
    assert [row.to_json() for row in check([line(cited)], [source()])] == [
        {"id": "c1", "verdict": "kept", "reasons": []}
    ]


@pytest.mark.parametrize("cited", [None, {}, {"ref": "b"}, {"id": 5}, {"ref": ["a"]}])
def test_an_unknown_source_is_refused_with_its_name(cited: dict[str, Any] | None) -> None:
    (row,) = check([line(cited)], [source()])
    assert row.verdict == "refused"
    assert row.reasons[0].startswith("source: the text of ")


def test_rows_come_in_order_and_blank_lines_give_none() -> None:
    lines = [line({"ref": "a"}), "", line({"ref": "a"}, "4000000", id="c2"), "not json", "[1]", "7"]
    rows = list(check(lines, [source()]))
    assert [row.verdict for row in rows] == ["kept", "refused", "refused", "refused", "refused"]
    assert [row.id for row in rows] == ["c1", "c2", None, None, None]
    assert rows[2].reasons[0].startswith("line 4: not JSON")


def test_broken_source_lines_become_problems_and_the_others_serve() -> None:
    sources = Sources.read(["{", json.dumps({"id": "z"}), source()])
    assert [problem.where for problem in sources.problems] == ["line 1", "line 2"]
    assert [row.verdict for row in check_claims([line({"ref": "a"})], sources)] == ["kept"]
    (row,) = check_claims([line({"ref": "b"})], sources)
    assert "2 source lines could not be read" in row.reasons[0]


def test_the_publication_date_of_the_line_holds_and_the_claims_own_fills_a_gap() -> None:
    day = {"announced_on": "2025-05-11", "evidence": [cite(TEXT, "announced_on", "Sunday")]}
    own = {"ref": "a", "published": "2025-05-14"}
    other = {"ref": "a", "published": "2024-01-01"}
    for cited, given, verdict in (
        (own, source(published=None), "kept"),
        (other, source(), "kept"),
        (other, source(published=None), "refused"),
        ({"ref": "a"}, source(published=None), "refused"),
    ):
        proposed = json.dumps({"kind": "commitment", "id": "d", "source": cited, **day})
        assert [row.verdict for row in check([proposed], [given])] == [verdict]
