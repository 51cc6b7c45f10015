"""The labels of the news pages are well formed, and their words stand where they say."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

import pytest

from shared_material import ROOT, rows_of

FOLDER = ROOT / "tests" / "quality" / "news"
HALVES = ("a", "b")
SETS = (*HALVES, "c")

VALUES: dict[str, set[str | None]] = {
    "aid_type": {"military", "financial", "humanitarian", "reconstruction", "other"},
    "instrument": {
        "grant", "loan", "guarantee", "export_credit", "in_kind", "training", "personnel", "sale",
        "policy", "unspecified",
    },
    "stage": {
        "called_for", "pledged", "committed", "allocated", "disbursed", "delivered", "withdrawn",
        "in_force",
    },
    "firmness": {"firm", "intended", "considered", "conditional", "denied"},
    "newness": {"new", "additional", "restated", "unclear"},
    "mode": {"direct", "mixed", "indirect"},
    "role": {"host", "attended", "invited", "joined", "declined", "undecided"},
    "proposal_type": {"truce", "peace_terms", "force", "talks", "plan", "other"},
    "status": {"proposed", "agreed", "rejected", "denied", "called_for"},
    "action": {
        "sanction", "asset_freeze", "asset_use", "price_cap", "tariff", "export_ban", "import_ban",
        "delisting", "other",
    },
}  # fmt: skip


def texts(half: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows_of(FOLDER / f"texts_{half}.jsonl")}


def gold(half: str) -> list[dict[str, Any]]:
    return rows_of(FOLDER / f"gold_{half}.jsonl")


@pytest.mark.parametrize("half", SETS)
def test_every_quotation_stands_at_its_place(half: str) -> None:
    of = texts(half)
    for label in gold(half):
        text = of[label["source"]["ref"]]["text"]
        assert label["source"]["id"] == f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
        for found in label["evidence"]:
            assert text[found["start"] : found["end"]] == found["quote"] != "", label["id"]
        for start, end in (tuple(label["sentence"].values()), *label.get("also", [])):
            assert 0 <= start < end <= len(text), label["id"]


@pytest.mark.parametrize("half", SETS)
def test_values_are_those_of_the_record_contract(half: str) -> None:
    for label in gold(half):
        for field, allowed in VALUES.items():
            said = {label[field]} if field in label else set()
            assert {*said, *label.get("alt", {}).get(field, [])} <= allowed, (label["id"], field)


@pytest.mark.parametrize("half", SETS)
def test_values_of_a_commitment_have_their_words(half: str) -> None:
    for label in gold(half):
        if label["kind"] != "commitment":
            continue
        fields = Counter(found["field"] for found in label["evidence"])
        wanted = {f"donors.{n}" for n in range(len(label["donors"]))}
        wanted |= {f"items.{n}.name" for n in range(len(label["items"]))}
        wanted |= {f"conditions.{n}.text" for n in range(len(label["conditions"]))}
        wanted |= {"amount"} if label["amount"] else set()
        assert wanted <= set(fields), label["id"]


def test_parts_name_their_whole_and_labels_are_named_once() -> None:
    for half in SETS:
        names = Counter(label["id"] for label in gold(half))
        assert max(names.values()) == 1
        wholes = {label["within"] for label in gold(half) if label.get("within")}
        assert wholes <= set(names)


def test_the_halves_are_made_by_hash() -> None:
    pages = [(row["text"], half) for half in HALVES for row in texts(half).values()]
    pages.sort(key=lambda page: hashlib.sha256(page[0].encode()).hexdigest())
    assert [half for _, half in pages] == [HALVES[n % 2] for n in range(len(pages))]


@pytest.mark.parametrize(("halves", "count"), [(HALVES, 5), (("c",), 4)])
def test_some_pages_have_no_commitment(halves: tuple[str, ...], count: int) -> None:
    empty: list[str] = []
    for half in halves:
        told = {
            label["source"]["ref"]
            for label in gold(half)
            if label["kind"] == "commitment" and not label.get("optional")
        }
        empty.extend(set(texts(half)) - told)
    assert len(empty) == count
