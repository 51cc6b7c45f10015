"""JSON lines: every field, every way that a line can be broken."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.ingest import lines
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

DAY = date(2025, 3, 2)


def read(data: bytes) -> list[Document | Problem]:
    return list(lines.documents(io.BytesIO(data), "news.jsonl", DAY))


def read_one(**fields: object) -> Document | Problem:
    (found,) = read(json.dumps(fields).encode() + b"\n")
    return found


def test_all_fields() -> None:
    data = json.dumps(
        {
            "id": "a-1",
            "text": " Norway pays.\r\n",
            "title": "The fund",
            "url": "https://example.org/fund",
            "publisher": "The Daily Sample",
            "published": "2025-04-11",
            "lang": "EN_gb",
            "unknown": [1],
        }
    ).encode()
    (found,) = read(data + b"\r\n")
    assert isinstance(found, Document)
    sighting = found.sighting
    assert found.snapshot.text == " Norway pays.\r\n"
    assert (sighting.ref, sighting.title, sighting.lang) == ("a-1", "The fund", "en")
    assert (sighting.url, sighting.publisher) == ("https://example.org/fund", "The Daily Sample")
    assert sighting.published == date(2025, 4, 11)
    assert sighting.raw_digest == "sha256:" + hashlib.sha256(data).hexdigest()
    assert found.problems == ()


def test_only_the_text_is_needed() -> None:
    found = read_one(text="Norway pays.", title=None, url="", publisher=" ", id=None)
    assert isinstance(found, Document)
    sighting = found.sighting
    assert sighting.ref == "news.jsonl:1"
    assert (sighting.title, sighting.url, sighting.publisher) == (None, None, None)
    assert sighting.published == DAY


def test_a_number_may_be_the_id() -> None:
    found = read_one(text="Norway pays.", id=17)
    assert isinstance(found, Document)
    assert found.sighting.ref == "17"


BROKEN = [
    (b"{", "not JSON"),
    (b"nonsense", "not JSON"),
    (b"[1, 2]", "no object"),
    (b'"text"', "no object"),
    (b"{}", "text: is missing"),
    (b'{"id": "a"}', "text: is missing"),
    (b'{"text": null}', "text: is no string"),
    (b'{"text": ["a"]}', "text: is no string"),
    (b'{"text": "a", "title": 5}', "title: is no string"),
    (b'{"text": "a", "id": true}', "id: is no string"),
    (b'{"text": "a", "published": 20250302}', "published: is no string"),
    (b'{"text": "a", "lang": ["en"]}', "lang: is no string"),
    (b'{"text": "a\\u0000b"}', "text: holds a NUL"),
    (b'{"text": "a\\ud800b"}', "text: holds half of a surrogate pair"),
    (b'{"text": "a\0b"}', "data"),
    (b"[" * 100_000, "not JSON"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN, ids=lambda value: repr(value[:20]))
def test_broken_lines_are_named_and_the_rest_is_kept(line: bytes, message: str) -> None:
    data = b'{"text": "One."}\n' + line + b'\n{"text": "Three."}\n'
    first, second, third = read(data)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert isinstance(second, Problem)
    assert (second.code, second.fatal) == ("broken-line", True)
    assert second.where == "news.jsonl, line 2"
    assert message in second.message


def test_blank_lines_are_no_sources_and_count() -> None:
    found = read(b'\n\n{"text": "One."}\n  \r\n{"text": "Two."}')
    assert [item.sighting.ref for item in found if isinstance(item, Document)] == [
        "news.jsonl:3",
        "news.jsonl:5",
    ]


def test_text_without_words() -> None:
    found = read_one(text=" \n", id="e")
    assert isinstance(found, Problem)
    assert (found.code, found.fatal) == ("empty", True)


def test_invalid_date_is_said_and_the_text_is_read() -> None:
    found = read_one(text="Norway pays.", published="yesterday")
    assert isinstance(found, Document)
    assert found.sighting.published is None
    assert [problem.code for problem in found.problems] == ["published-invalid"]


def test_other_encodings() -> None:
    (found,) = read('{"text": "Café pays."}'.encode("cp1252"))
    assert isinstance(found, Document)
    assert found.snapshot.text == "Café pays."
    assert [problem.code for problem in found.problems] == ["encoding-guessed"]


def test_byte_order_mark_before_the_first_line() -> None:
    (found,) = read(b'\xef\xbb\xbf{"text": "One."}')
    assert isinstance(found, Document)
    assert found.snapshot.text == "One."


def test_a_file_without_lines() -> None:
    (found,) = read(b"")
    assert isinstance(found, Problem)
    assert (found.code, found.where) == ("empty", "news.jsonl")


def test_a_line_that_is_too_long_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST", 100)
    monkeypatch.setattr(lines, "_CHUNK", 10)
    long = json.dumps({"text": "pay " * 100}).encode()
    found = read(b'{"text": "One."}\n' + long + b'\n{"text": "Three."}\n' + long)
    assert [getattr(item, "code", "read") for item in found] == [
        "read",
        "too-large",
        "read",
        "too-large",
    ]
    assert [item.where for item in found if isinstance(item, Problem)] == [
        "news.jsonl, line 2",
        "news.jsonl, line 4",
    ]


def test_the_file_is_named_as_the_user_named_it(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "One."}\n')
    from_file = list(lines.documents(io.BytesIO(path.read_bytes()), str(path), None))
    assert isinstance(from_file[0], Document)
    assert from_file[0].sighting.ref == f"{path}:1"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    for ascii_only in (True, False):
        (found,) = read(json.dumps({"text": text}, ensure_ascii=ascii_only).encode())
        if isinstance(found, Document):
            assert found.snapshot.text == text
        else:
            assert found.code in ("empty", "broken-line")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_problem(data: bytes) -> None:
    for found in read(data):
        assert isinstance(found, Document | Problem)
