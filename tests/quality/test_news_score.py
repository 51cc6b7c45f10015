"""The scorer of the news pages: its own labels score 100, nothing scores 0, faults are seen."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from news_score import HALVES, SHUT, Half, Page, faults, figures, main, pages, scored


def own_labels(read: list[Page], *, optional: bool = False) -> list[dict[str, Any]]:
    """Give the labels of pages as if they were claims."""
    rows = [dict(row) for page in read for row in page.gold]
    return [row for row in rows if optional or not row.get("optional")]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("optional", [True, False])
def test_the_labels_themselves_are_right(half: Half, *, optional: bool) -> None:
    read = pages(half)
    found = scored(read, own_labels(read, optional=optional))
    for kind, rows in figures(found).items():
        for name, value in rows.items():
            if name.startswith("false"):
                assert value == 0, (kind, name)
            elif name != "required":
                assert value == 1, (kind, name)
    assert not list(faults(found))


@pytest.mark.parametrize("half", HALVES)
def test_no_claims_find_nothing(half: Half) -> None:
    read = pages(half)
    found = scored(read, [])
    for kind, rows in figures(found).items():
        assert all(not v for name, v in rows.items() if name != "required"), kind
    required = len(own_labels(read))
    assert len(list(faults(found))) == required


def changed(kind: str, change: Callable[[dict[str, Any]], None]) -> list[str]:
    """Change the first required label of a kind in half B and give what is said of it."""
    read = pages("B")
    claims = copy.deepcopy(own_labels(read))
    change(next(claim for claim in claims if claim["kind"] == kind))
    return list(faults(scored(read, claims)))


def _other_donor(claim: dict[str, Any]) -> None:
    claim["donors"] = [{"id": "PER", "name": "Peru", "type": "state"}]


def _other_role(claim: dict[str, Any]) -> None:
    claim["role"] = "undecided"


def _other_speaker(claim: dict[str, Any]) -> None:
    claim["speaker"] = {"id": "PER", "name": "Peru", "type": "state"}


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("commitment", _other_donor, "donors"),
        ("participation", _other_role, "role"),
        ("statement", _other_speaker, "speaker"),
    ],
)
def test_a_wrong_field_is_named(
    kind: str, change: Callable[[dict[str, Any]], None], field: str
) -> None:
    (said,) = changed(kind, change)
    assert f'"{field}"' in said


def test_a_claim_that_no_label_knows_is_false() -> None:
    read = pages("B")
    claims = own_labels(read)
    seat = next(claim for claim in claims if claim["kind"] == "participation")
    other = {**seat, "id": "x", "actor": {"id": "PER", "name": "Peru", "type": "state"}}
    found = scored(read, [*claims, other])
    assert figures(found)["participation"]["false"] == 1
    (said,) = faults(found)
    assert "false participation" in said


def test_one_name_of_an_event_may_hold_the_other() -> None:
    read = pages("B")
    claims = copy.deepcopy(own_labels(read))
    seat = next(claim for claim in claims if claim["kind"] == "participation")
    seat["event"]["name"] = f"the {seat['event']['name']} of the donors"
    assert not list(faults(scored(read, claims)))
    seat["event"]["name"] = "a regatta"
    assert len(list(faults(scored(read, claims)))) == 1


def test_no_fault_is_told_of_the_shut_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = tmp_path / "none.jsonl"
    claims.write_text("", "utf-8")
    given = ["news_score.py", "--half", SHUT, "--claims", str(claims), "--faults"]
    monkeypatch.setattr("sys.argv", given)
    main()
    told = json.loads(capsys.readouterr().out)
    assert told["half"] == SHUT
