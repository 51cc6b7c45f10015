"""The documentation of records and of the sample book is complete, and its examples are true."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from sample_texts import sources

from pledgebook.books.definition import definitions, load_definition
from pledgebook.ingest.read import documents
from pledgebook.model import book, claims, entries, problems, snapshots, spans, values, vocabulary
from pledgebook.model.codec import claim_from_json, claim_to_json
from pledgebook.model.snapshots import Document

DOCS = Path(__file__).parents[2] / "docs"
RECORDS = (DOCS / "records.md").read_text(encoding="utf-8")
SAMPLE = (DOCS / "sample-book.md").read_text(encoding="utf-8")

#: Names that JSON writes in another way than the types have them.
WRITTEN_AS = {"place": "in"}


def _types(*modules: Any) -> list[type]:
    found = [
        cls
        for module in modules
        for cls in vars(module).values()
        if isinstance(cls, type)
        and dataclasses.is_dataclass(cls)
        and cls.__module__ == module.__name__
    ]
    return sorted(found, key=lambda cls: cls.__name__)


def _prose(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def _marked(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", _prose(text)))


CONTRACT_FIELDS = sorted(
    {
        (cls.__name__, WRITTEN_AS.get(field.name, field.name))
        for cls in _types(claims, values, spans, snapshots, entries, problems)
        for field in dataclasses.fields(cls)
    }
)
CODES = sorted(
    {
        (name, code)
        for name, literal in [*vars(vocabulary).items(), ("EvidencePlace", spans.EvidencePlace)]
        if not name.startswith("_") and name != "Literal"
        for code in get_args(literal)
    }
)


def test_the_lists_that_are_checked_are_not_empty() -> None:
    assert ("Commitment", "donors") in CONTRACT_FIELDS
    assert ("Decision", "supersedes") in CONTRACT_FIELDS
    assert ("Stage", "called_for") in CODES
    assert ("EvidencePlace", "publisher") in CODES


@pytest.mark.parametrize(("cls", "field"), CONTRACT_FIELDS)
def test_every_field_is_documented(cls: str, field: str) -> None:
    assert field in _marked(RECORDS), f"{cls}.{field} is not in docs/records.md"


@pytest.mark.parametrize(("name", "code"), CODES)
def test_every_code_is_documented(name: str, code: str) -> None:
    assert code in _marked(RECORDS), f"{name} {code} is not in docs/records.md"


@pytest.mark.parametrize("kind", list(claims.KINDS))
def test_fields_of_a_kind_stand_in_its_own_section(kind: str) -> None:
    section = RECORDS.partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    cls = claims.KINDS[kind]
    own = {f.name for f in dataclasses.fields(cls)} - set(claims.ENVELOPE)
    assert own <= _marked(section)


EXAMPLES = [
    json.loads(block)
    for block in re.findall(r"```json\n(.*?)\n```", RECORDS, re.DOTALL)
    if '"kind"' in block
]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = documents([str(path) for path in sources().values()], published=None)
    return {d.snapshot.id: d.snapshot.text for d in found if isinstance(d, Document)}


def test_every_kind_has_one_example() -> None:
    assert [example["kind"] for example in EXAMPLES] == list(claims.KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["kind"])
def test_example_is_a_whole_claim_with_its_own_id(example: dict[str, Any]) -> None:
    assert claim_to_json(claim_from_json(example)) == example


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["kind"])
def test_example_quotes_its_source(example: dict[str, Any], texts: dict[str, str]) -> None:
    text = texts[example["source"]["id"]]
    for evidence in example["evidence"]:
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert example["sentence"]["end"] <= len(text)


def test_every_sample_source_is_described() -> None:
    assert [name for name in sources() if f"| `{name}` |" not in SAMPLE] == []
    assert len(re.findall(r"^\| `\d\d-", SAMPLE, re.MULTILINE)) == len(sources())


def test_every_field_of_a_definition_is_described() -> None:
    for cls in _types(book):
        assert {field.name for field in dataclasses.fields(cls)} <= _marked(SAMPLE), cls


def test_every_shipped_definition_is_named() -> None:
    for name in definitions():
        assert name in SAMPLE
        assert load_definition(name).id == name


@pytest.mark.parametrize("page", ["records.md", "sample-book.md", "design.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([\w-]+\.md)(?:#[\w-]+)?\)", text)
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []
