"""The labels of the eight writers' pages are well formed, and their scorer sees what is wrong."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from commitment_labels import Labelled, as_claims
from shared_material import rows_of
from story_score import FOLDER, PARTS, Part, documents, faults, figures, main, reads

VALUES = {
    "stage": {
        "called_for", "pledged", "committed", "allocated", "signed", "disbursed", "delivered",
        "withdrawn",
    },
    "firmness": {"firm", "intended", "considered", "conditional", "denied"},
}  # fmt: skip

PAGE_KEYS = {"id", "writer", "text"}
LABEL_KEYS = {
    "page", "label", "sentence", "also", "donors", "recipients", "amount", "items", "stage",
    "firmness", "optional", "alt",
}  # fmt: skip
#: Fields for which other values may be accepted.
OTHERWISE = {"donors", "recipients", "amount", "stage", "firmness"}


def pages(part: Part) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows_of(FOLDER / f"{part}.jsonl")}


def labels(part: Part) -> list[dict[str, Any]]:
    return rows_of(FOLDER / f"{part}_labels.jsonl")


def name(label: dict[str, Any]) -> str:
    return f"{label['page']} {label['label']}"


def said(label: dict[str, Any], field: str) -> list[Any]:
    """The labelled value and the others that are accepted."""
    return [label[field], *label["alt"].get(field, [])]


# A failing test prints what it compares, so nothing here compares words of a page.


@pytest.mark.parametrize("part", PARTS)
def test_quoted_words_stand_once_in_their_page(part: Part) -> None:
    of = pages(part)
    for label in labels(part):
        text = of[label["page"]]["text"]
        for start, end in (label["sentence"], *label["also"]):
            assert 0 <= start < end <= len(text), name(label)
            words = text[start:end]
            whole = words == words.strip() and "\n" not in words and text.count(words) == 1
            assert whole, (name(label), start, end)


@pytest.mark.parametrize("part", PARTS)
def test_pages_are_named_once_and_have_a_writer(part: Part) -> None:
    rows = rows_of(FOLDER / f"{part}.jsonl")
    assert all(set(row) == PAGE_KEYS for row in rows)
    assert len(pages(part)) == len(rows)
    writers = {"open": set(range(1, 9)), "shut": {5}}[part]
    assert {row["writer"] for row in rows} == writers
    empty = {"open": {"7-10", "8-9"}, "shut": set()}[part]  # pages that tell of no gift
    assert {label["page"] for label in labels(part)} == set(pages(part)) - empty


def test_no_page_is_both_open_and_shut() -> None:
    both = {"id": set(pages("open")) & set(pages("shut"))}
    both["text"] = {row["text"] for row in pages("open").values()} & {
        row["text"] for row in pages("shut").values()
    }
    assert {what: len(same) for what, same in both.items()} == {"id": 0, "text": 0}


@pytest.mark.parametrize("part", PARTS)
def test_every_field_has_a_value_that_it_may_have(part: Part) -> None:
    rows = labels(part)
    assert len({name(label) for label in rows}) == len(rows)
    for label in rows:
        assert set(label) == LABEL_KEYS, name(label)
        assert set(label["alt"]) <= OTHERWISE, name(label)
        assert isinstance(label["optional"], bool), name(label)
        for field, allowed in VALUES.items():
            assert set(said(label, field)) <= allowed, name(label)
        assert all(map(_amount, said(label, "amount"))), name(label)
        sides = [*said(label, "donors"), *said(label, "recipients")]
        assert all(_actor(actor) for side in sides for actor in side), name(label)
        assert all(item == item.strip() != "" for item in label["items"]), name(label)


def _amount(amount: dict[str, str] | None) -> bool:
    if amount is None:
        return True
    plain = set(amount) == {"low", "currency"} and Decimal(amount["low"]) > 0
    return plain and bool(re.fullmatch("[A-Z]{3}", amount["currency"]))


def _actor(actor: dict[str, str]) -> bool:
    """A state by its code, a body by its name."""
    if set(actor) == {"id"}:
        return bool(re.fullmatch("[A-Z]{3}", actor["id"]))
    return set(actor) == {"name"} and actor["name"] == actor["name"].strip() != ""


def own(read: list[Labelled], *, optional: bool = False) -> list[dict[str, Any]]:
    """The labels of pages as if they were claims: bodies by name, the sum as a low end."""
    claims = [claim for page in read for claim in as_claims(page)]
    for claim in claims:
        for side in ("donors", "recipients"):
            claim[side] = [{"id": None, "name": "", **actor} for actor in claim[side]]
    return [claim for claim in claims if optional or not claim["optional"]]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("optional", [True, False])
def test_the_labels_themselves_are_right(part: Part, *, optional: bool) -> None:
    read = documents(part)
    found = reads(read, own(read, optional=optional))
    assert set(figures(found).values()) == {1.0}
    assert not any(result.false for result in found)


@pytest.mark.parametrize("part", PARTS)
def test_no_claims_find_nothing(part: Part) -> None:
    read = documents(part)
    found = reads(read, [])
    assert set(figures(found).values()) == {0.0}
    assert sum(len(result.missed) for result in found) == len(own(read))


def _other_sum(claim: dict[str, Any]) -> None:
    claim["amount"]["low"] = "7"


def _other_currency(claim: dict[str, Any]) -> None:
    claim["amount"]["currency"] = "XXX"


def _further_donor(claim: dict[str, Any]) -> None:
    claim["donors"].append({"id": "PER", "name": "Peru"})


def _other_recipient(claim: dict[str, Any]) -> None:
    claim["recipients"] = [{"id": "PER", "name": "Peru"}]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (_other_sum, "amount"),
        (_other_currency, "amount"),
        (_further_donor, "donors"),
        (_other_recipient, "recipients"),
    ],
)
def test_a_wrong_field_is_named(change: Callable[[dict[str, Any]], None], field: str) -> None:
    read = documents("open")
    claims = copy.deepcopy(own(read))
    changed = next(x for x in claims if x["amount"] and x["donors"] and x["recipients"])
    change(changed)
    (told,) = faults(reads(read, claims))
    assert f"differs in {field}:" in told


def test_a_claim_that_no_label_knows_is_false() -> None:
    read = documents("open")
    claims = own(read)
    end = max(claim["sentence"]["end"] for claim in claims)
    other = {**claims[0], "id": "x", "sentence": {"start": end + 1, "end": end + 2}}
    found = reads(read, [*claims, other])
    assert sum(len(result.false) for result in found) == 1
    assert figures(found)["found precision"] < 1


@pytest.mark.parametrize("given", [["shut"], []])
def test_no_fault_is_told_of_the_shut_pages(
    given: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["story_score.py", *given, "--faults"])
    with pytest.raises(SystemExit):
        main()
    out = capsys.readouterr()
    assert out.out == ""
    assert "held out" in out.err
