"""The labels of the sample book stand on words of their sources and use the contract's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from sample_texts import body, metadata, one_line, sources

from pledgebook.model import vocabulary as words
from pledgebook.model.claims import KINDS
from pledgebook.model.problems import CLAIM_PROBLEMS, RUN_PROBLEMS

LABELS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "expected_london.yaml").read_text(encoding="utf-8")
)
LISTS = {f"{kind}s": kind for kind in KINDS}
CODES: dict[str, tuple[str, ...]] = {
    "aid_type": get_args(words.AidType),
    "instrument": get_args(words.Instrument),
    "stage": get_args(words.Stage),
    "firmness": get_args(words.Firmness),
    "newness": get_args(words.Newness),
    "role": get_args(words.Role),
    "mode": get_args(words.Mode),
    "status": get_args(words.ProposalStatus),
    "proposal_type": get_args(words.ProposalType),
    "action": get_args(words.Action),
}
ACTOR = re.compile(r"[A-Z]{3}|(?:org|person|group):[a-z-]+|unnamed: \S.*")


def claims() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, label in LABELS.items():
        for key, kind in LISTS.items():
            for claim in label.get(key, []):
                yield name, kind, claim


ALL = [pytest.param(*claim, id=f"{claim[0][:2]}-{n}") for n, claim in enumerate(claims())]
#: Optional claims are given by their words alone; the others word for word and value for value.
REQUIRED = [param for param in ALL if not param.values[2].get("optional")]  # type: ignore[union-attr]


def test_every_source_is_labelled_once() -> None:
    assert sorted(LABELS) == sorted(sources())


@pytest.mark.parametrize("name", sorted(LABELS))
def test_labels_know_the_publication_date(name: str) -> None:
    assert LABELS[name]["published"] == date.fromisoformat(metadata(name)["published"])
    assert LABELS[name].get("lang", "en") == metadata(name)["lang"]


@pytest.mark.parametrize(("name", "kind", "claim"), ALL)
def test_every_phrase_stands_in_its_source(name: str, kind: str, claim: dict[str, Any]) -> None:
    text = one_line(body(name))
    phrases = [*claim.get("evidence", {}).values(), *claim.get("pieces", [])]
    phrases += [claim["content"]] if "content" in claim else []
    phrases += [condition["text"] for condition in claim.get("conditions", [])]
    assert phrases, f"{kind} without words"
    missing = [p for p in phrases if one_line(p) not in text]
    assert not missing


@pytest.mark.parametrize(("name", "kind", "claim"), ALL)
def test_codes_and_actors_are_those_of_the_contract(
    name: str, kind: str, claim: dict[str, Any]
) -> None:
    for field, allowed in CODES.items():
        values = [claim[field]] if field in claim else []
        values += claim.get("accept", {}).get(field, [])
        assert set(values) <= set(allowed), f"{name} {kind} {field}"
    assert set(claim.get("goals", [])) <= set(get_args(words.Goal))
    assert set(claim.get("problems", [])) <= set(CLAIM_PROBLEMS)
    actors = [claim.get("speaker"), claim.get("actor")]
    for field in ("donors", "recipients", "proposers", "addressees"):
        actors += claim.get(field, [])
    assert all(a is None or ACTOR.fullmatch(a) for a in actors)
    assert {c["trigger"] for c in claim.get("conditions", [])} <= set(get_args(words.Trigger))


@pytest.mark.parametrize(("name", "kind", "claim"), REQUIRED)
def test_every_value_has_its_words(name: str, kind: str, claim: dict[str, Any]) -> None:
    evidence = claim.get("evidence", {})
    if claim.get("amount") is not None:
        assert "amount" in evidence
    for field in ("donors", "recipients", "proposers", "addressees", "scope"):
        for n in range(len(claim.get(field, []))):
            told = f"{field}.{n}" in evidence or [] in claim.get("accept", {}).get(field, [])
            assert told, f"{name} {kind} {field}.{n}"
    for n, item in enumerate(claim.get("items", [])):
        assert f"items.{n}.name" in evidence
        assert "low" not in item or f"items.{n}.quantity" in evidence


def test_no_source_lets_anybody_join_the_coalition() -> None:
    roles = {c["role"] for _, kind, c in claims() if kind == "participation"}
    assert "joined" not in roles
    for name, label in LABELS.items():
        if label.get("participations"):
            assert "joined" in label["must_not"]["participation_roles"], name


def test_parts_name_a_package_of_their_own_file() -> None:
    parts = [(name, c["within"]) for name, _, c in claims() if c.get("within") is not None]
    assert len(parts) == 6
    for name, key in parts:
        assert key in [c.get("key") for c in LABELS[name]["commitments"]]


def test_reprint_and_unread_source_point_where_they_should() -> None:
    again = [(n, label["same_as"]) for n, label in LABELS.items() if "same_as" in label]
    assert [body(name) == body(first) for name, first in again] == [True]
    unread = [label["not_read"] for label in LABELS.values() if "not_read" in label]
    assert unread == ["language-not-read"]
    assert set(unread) <= set(RUN_PROBLEMS)


def test_forbidden_words_are_words_of_the_contract() -> None:
    for label in LABELS.values():
        bans = label.get("must_not", {})
        assert set(bans.get("kinds", [])) <= set(KINDS)
        assert set(bans.get("participation_roles", [])) <= set(get_args(words.Role))
        assert set(bans.get("newness", [])) <= set(get_args(words.Newness))
        assert set(bans.get("proposal_status", [])) <= set(get_args(words.ProposalStatus))


def test_forbidden_sums_stand_in_the_text_or_in_its_noise() -> None:
    for name, label in LABELS.items():
        raw = one_line(sources()[name].read_text(encoding="utf-8").replace("&pound;", "£"))
        bans = label.get("must_not", {})
        for phrase in [*bans.get("amounts", []), *bans.get("amounts_of_their_own", [])]:
            assert phrase in raw, name
