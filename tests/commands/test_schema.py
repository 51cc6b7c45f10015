"""The published schema holds for what is read, and refuses what is not a record."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from pledgebook.books.definition import sample_sources
from pledgebook.commands.schema import schema
from pledgebook.extract.read import read_document
from pledgebook.ingest.read import documents
from pledgebook.model.codec import RecordError, claim_from_json, claim_to_json
from pledgebook.model.problems import Problem

VALIDATOR = jsonschema.Draft202012Validator(schema())


def sample_claims() -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for document in documents([str(p) for p in sample_sources("london-2025")][:6]):
        if not isinstance(document, Problem):
            found.extend(claim_to_json(c) for c in read_document(document)[0])
    return found


def test_claims_of_the_sample_fit_the_schema_and_round_trip() -> None:
    rows = sample_claims()
    assert {row["kind"] for row in rows} >= {"commitment", "statement", "participation"}
    for row in rows:
        VALIDATOR.validate(row)
        assert claim_to_json(claim_from_json(json.loads(json.dumps(row)))) == row


BREAKS = [
    ("kind", "promise"),
    ("confidence", "high"),
    ("sentence", {"start": 1}),
    ("evidence", [{"field": "amount"}]),
    ("surprise", 1),
]


@pytest.mark.parametrize(("field", "value"), BREAKS)
def test_the_schema_refuses_what_is_no_record(field: str, value: object) -> None:
    row = copy.deepcopy(sample_claims()[0])
    row[field] = value
    assert not VALIDATOR.is_valid(row)


def test_an_id_that_is_not_the_values_own_is_refused() -> None:
    row = sample_claims()[0]
    row["id"] = "commitment:" + "0" * 64
    with pytest.raises(RecordError, match="id"):
        claim_from_json(row)


def test_a_wrong_field_is_named() -> None:
    row = sample_claims()[0]
    row["source"] = {"id": "sha256:0", "published": "3 March"}
    with pytest.raises(RecordError, match=r"source\.published"):
        claim_from_json(row)
