"""Claims from JSON: the fast reading takes and refuses exactly what the slow one does."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pledgebook.model import codec
from pledgebook.model.claims import KINDS
from pledgebook.model.decoding import Refused, decoder

RECORDS = (Path(__file__).resolve().parents[2] / "docs" / "records.md").read_text("utf-8")
EXAMPLES = [
    json.loads(block)
    for block in re.findall(r"```json\n(.*?)\n```", RECORDS, re.DOTALL)
    if '"kind"' in block
]
#: What may stand in the place of a value: of every JSON type, and near misses of ours.
ODD: tuple[Any, ...] = (
    None, True, 0, 1, -1, 2.5, "", "x", "NaN", "1e400", "12", "2025-02-30", "2025-03-02",
    [], [1], {}, {"id": None}, "GBR", "state", "exact",
)  # fmt: skip


def places(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON value, however deep."""
    parts: Any = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in parts:
        yield (*at, key)
        if isinstance(value, dict | list):
            yield from places(value, (*at, key))


def changed(data: Any, place: tuple[Any, ...], value: Any) -> Any:
    out = copy.deepcopy(data)
    at = out
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    return out


def slow(data: dict[str, Any]) -> Any:
    body = {k: v for k, v in data.items() if k not in ("v", "kind", "id")}
    try:
        return codec._object(KINDS[data["kind"]], body, "")
    except codec.RecordError:
        return None


def fast(data: dict[str, Any]) -> Any:
    try:
        return decoder(KINDS[data["kind"]])(data)
    except (Refused, ValueError, TypeError, ArithmeticError):
        return None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["kind"])
def test_both_readings_agree_whatever_stands_in_a_place(example: dict[str, Any]) -> None:
    assert fast(example) == slow(example) is not None
    tried = refused = 0
    for place in places(example):
        if place[0] in ("v", "kind", "id"):
            continue
        for value in ODD:
            data = changed(example, place, value)
            assert fast(data) == slow(data), (place, value)
            tried += 1
            refused += slow(data) is None
    assert tried > 300
    assert 0 < refused < tried


def test_a_fault_is_named_by_its_field() -> None:
    (example,) = (e for e in EXAMPLES if e["kind"] == "commitment")
    data = changed(example, ("amount", "low"), "many")
    with pytest.raises(codec.RecordError, match=r"amount\.low: 'many' is not a number"):
        codec.claim_from_json(data)
