"""Files, folders and standard input: what becomes a document, and what is refused and why."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pledgebook.ingest import lines, read
from pledgebook.ingest.encoding import is_binary
from pledgebook.ingest.read import documents
from pledgebook.ingest.sources import LONGEST_LINE
from pledgebook.model.ids import text_id
from pledgebook.model.problems import RUN_PROBLEMS, Problem
from pledgebook.model.snapshots import Document

DAY = date(2025, 3, 2)


def one(path: Path | str, published: date | None = DAY) -> Document:
    (found,) = documents([str(path)], published=published)
    assert isinstance(found, Document), found
    return found


def refused(path: Path | str) -> Problem:
    (found,) = documents([str(path)], published=DAY)
    assert isinstance(found, Problem), found
    assert found.code in RUN_PROBLEMS
    assert found.message
    return found


def piped(data: bytes) -> list[Document | Problem]:
    return list(documents(["-"], published=DAY, stdin=io.BytesIO(data)))


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def test_text_file_is_the_text_exactly(tmp_path: Path) -> None:
    data = "\r\n Norway pays £40\xa0million. \r\n\n“Yes,” he said.\t\n\n".encode()
    path = tmp_path / "note.txt"
    path.write_bytes(data)
    document = one(path)
    assert document.snapshot.text == data.decode()
    assert document.snapshot.id == text_id(data.decode())
    assert document.snapshot.made_by == "plain"
    assert document.sighting.ref == str(path)
    assert document.sighting.snapshot == document.snapshot.id
    assert document.sighting.raw_digest == "sha256:" + hashlib.sha256(data).hexdigest()
    assert document.sighting.published == DAY
    assert document.problems == ()


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "note.TXT"
    path.write_bytes(b"\xef\xbb\xbfNorway pays.")
    assert one(path).snapshot.text == "Norway pays."
    assert one(path).problems == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode())
    (found,) = documents([str(path)], published=DAY)
    if isinstance(found, Problem):
        words = [mark for mark in text if not mark.isspace() and mark not in NOTHING]
        assert found.code == ("binary" if is_binary(text.encode()) else "empty")
        assert found.code == "binary" or not words
    else:
        assert found.snapshot.text == text.removeprefix("\ufeff")


NOTHING = "\ufeff\u200b\u200e\u200f\u2060"


def test_markdown_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(
        '---\ntitle: "The fund: who pays"\npublisher: The Daily Sample\npublished: 2025-04-11\n'
        "url: https://example.org/fund\ngrade: official\nrights: full\nlang: en-GB\n---\n\n\n"
        "# The fund\n\nNorway pays.  \n"
    )
    document = one(path)
    sighting = document.sighting
    assert document.snapshot.text == "# The fund\n\nNorway pays.  \n"
    assert (sighting.title, sighting.publisher) == ("The fund: who pays", "The Daily Sample")
    assert (sighting.url, sighting.lang) == ("https://example.org/fund", "en")
    assert (sighting.grade, sighting.rights) == ("official", "full")
    assert sighting.published == date(2025, 4, 11)


def test_front_matter_that_is_no_yaml_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"---\r\ntitle: A: b\r\nlang: 'en'\r\nrights: secret\r\n---\r\nPaid.\r\n")
    document = one(path)
    assert document.snapshot.text == "Paid.\r\n"
    assert (document.sighting.title, document.sighting.lang) == ("A: b", "en")
    assert document.sighting.rights == "metadata", "unknown rights are the narrowest"


@pytest.mark.parametrize(
    "text",
    [
        "---\nNorway pays.\n---\nIn May.",
        "---\nnote: none of ours\n---\nIn May.",
        "---\ntitle: It never ends\n\nIn May.",
        "Norway pays.\n---\ntitle: late\n---\n",
        "--- \n",
    ],
)
def test_what_is_no_front_matter_is_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.md"
    path.write_text(text)
    assert one(path).snapshot.text == text


@pytest.mark.parametrize(
    ("data", "text", "assumed"),
    [
        ("Café zahlt 5 €".encode("cp1252"), "Café zahlt 5 €", "cp1252"),
        (b"Caf\xe9 \x81 pays", "Café \x81 pays", "latin-1"),
        ("Norway pays £5.".encode("utf-16"), "Norway pays £5.", "utf-16"),
        (b"\xfe\xff" + "Norway pays".encode("utf-16-be"), "Norway pays", "utf-16"),
        ("Norway pays".encode("utf-32"), "Norway pays", "utf-32"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, data: bytes, text: str, assumed: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(data)
    document = one(path)
    assert document.snapshot.text == text
    assert codes(document) == ["encoding-guessed"]
    assert assumed in document.problems[0].message
    assert not document.problems[0].fatal


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t", "\xa0\u200b\u2060\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_empty_files(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"note{suffix}"
    path.write_bytes(data)
    problem = refused(path)
    assert (problem.code, problem.fatal, problem.where) == ("empty", True, str(path))


@pytest.mark.parametrize(
    "data",
    [
        b"Norway\0pays",
        bytes(range(256)),
        b"\x01\x02\x03\x04 a",
        b"%PDF-1.7 text",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\xff\xfea",
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_binary_files(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"note{suffix}"
    path.write_bytes(data)
    assert refused(path).code == "binary"


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "no.txt", tmp_path / "no.jsonl", tmp_path / "no.pdf", "no\0.txt"):
        problem = refused(path)
        assert (problem.code, problem.fatal) == ("not-found", True)


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = tmp_path / "gone.txt"
    link.symlink_to(tmp_path / "nowhere.txt")
    assert refused(link).code == "unreadable"

    path = tmp_path / "note.txt"
    path.write_text("Norway pays.")

    def refuse(*_: object, **__: object) -> BinaryIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    problem = refused(path)
    assert problem.code == "unreadable"
    assert "Permission denied" in problem.message


def test_kinds_that_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    path.write_text("Norway pays.")
    problem = refused(path)
    assert (problem.code, problem.fatal) == ("format-unknown", True)
    assert ".jsonl" in problem.message


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read.LARGEST_TEXT == 64 * 2**20
    assert read.LARGEST_PAGE == 16 * 2**20
    path = tmp_path / "note.txt"
    with path.open("wb") as stream:
        stream.truncate(read.LARGEST_TEXT + 1)
    assert refused(path).code == "too-large"
    page = tmp_path / "page.html"
    with page.open("wb") as stream:
        stream.truncate(read.LARGEST_PAGE + 1)
    assert refused(page).code == "too-large"
    monkeypatch.setattr(read, "LARGEST_TEXT", 10)
    (found,) = piped(b"Norway pays the money.")
    assert isinstance(found, Problem)
    assert found.code == "too-large"


def test_one_line_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"pay " * (50 * 2**18))
    problem = refused(path)
    assert problem.code == "too-large"
    assert "line" in problem.message


def test_a_line_at_the_limit_is_looked_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes((b"pay " * ((LONGEST_LINE - 4) // 4) + b"\n") * 4)
    assert one(path).problems == ()


def test_long_texts_with_line_breaks_are_read(tmp_path: Path) -> None:
    text = ("word " * 100 + "\n") * (2 * LONGEST_LINE // 500)
    path = tmp_path / "long.txt"
    path.write_text(text)
    assert len(one(path).snapshot.text) == len(text)


def test_no_date_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Norway pays.")
    document = one(path, published=None)
    assert document.sighting.published is None
    assert codes(document) == ["published-missing"]
    assert not document.problems[0].fatal


@pytest.mark.parametrize(
    ("printed", "day", "expected"),
    [
        ("2025-03-04", date(2025, 3, 4), []),
        ("2025-03-04T23:10:00Z", date(2025, 3, 4), []),
        ("2025-03-04 08:00", date(2025, 3, 4), []),
        ("2025-02-30", None, ["published-invalid"]),
        ("4 March 2025", None, ["published-invalid"]),
        ("20250304", None, ["published-invalid"]),
    ],
)
def test_dates_of_sources(
    tmp_path: Path, printed: str, day: date | None, expected: list[str]
) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"---\npublished: {printed}\n---\nNorway pays.")
    document = one(path)
    assert document.sighting.published == day, "the default never replaces a date that is given"
    assert codes(document) == expected


def test_folders_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "x.txt").mkdir()
    for name in ("z.txt", "b/a.md", "a.txt", ".hidden.txt", ".git/c.txt", "x.txt/d.txt", "p.pdf"):
        (tmp_path / name).write_text(f"This is {name}.")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    found = list(documents([str(tmp_path)], published=DAY))
    seen = [
        item.sighting.ref if isinstance(item, Document) else (item.code, item.where, item.fatal)
        for item in found
    ]
    assert seen == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b/a.md"),
        ("unreadable", str(tmp_path / "gone.txt"), True),
        ("format-unknown", str(tmp_path / "p.pdf"), False),
        str(tmp_path / "x.txt/d.txt"),
        str(tmp_path / "z.txt"),
    ]


def test_empty_folder(tmp_path: Path) -> None:
    problem = refused(tmp_path)
    assert (problem.code, problem.fatal) == ("empty", True)


def test_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("os.scandir", refuse)
    problem = refused(tmp_path)
    assert (problem.code, problem.where) == ("unreadable", str(tmp_path))


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Norway pays.")
    found = list(documents(["no.txt", str(path), "no.md", str(path)], published=DAY))
    assert [isinstance(item, Document) for item in found] == [False, True, False, True]


def test_standard_input_as_text() -> None:
    (found,) = piped(b"\n\n  Norway pays.\r\n")
    assert isinstance(found, Document)
    assert found.snapshot.text == "\n\n  Norway pays.\r\n"
    assert found.sighting.ref == "-"


def test_standard_input_as_json_lines() -> None:
    first, second, third = piped(
        b'\n{"text": "Norway pays."}\nnot JSON\n{"text": "So.", "id": "s"}'
    )
    assert isinstance(first, Document)
    assert (first.snapshot.text, first.sighting.ref) == ("Norway pays.", "-:2")
    assert isinstance(second, Problem)
    assert (second.code, second.where) == ("broken-line", "-, line 3")
    assert isinstance(third, Document)
    assert third.sighting.ref == "s"


@pytest.mark.parametrize("data", [b'{"no": "text"}', b'["text"]', b'{"text": 5}', b'{"text": '])
def test_standard_input_that_only_looks_like_json(data: bytes) -> None:
    (found,) = piped(data)
    assert isinstance(found, Document)
    assert found.snapshot.text == data.decode()


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_empty_standard_input(data: bytes) -> None:
    (found,) = piped(data)
    assert isinstance(found, Problem)
    assert found.code == "empty"


class _Endless(io.RawIOBase):
    """A stream without end, to prove that lines are read one at a time."""

    def readline(self, limit: int | None = -1, /) -> bytes:
        del limit
        return json.dumps({"text": "Norway pays."}).encode() + b"\n"


def test_json_lines_are_read_one_at_a_time() -> None:
    stream = cast("BinaryIO", _Endless())
    found = documents(["-"], published=DAY, stdin=stream)
    first = [item for item, _ in zip(found, range(5), strict=False) if isinstance(item, Document)]
    refs = [item.sighting.ref for item in first]
    assert refs == ["-:1", "-:2", "-:3", "-:4", "-:5"]
    assert lines.LONGEST == 64 * 2**20


def test_text_files_need_no_page_library(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("Norway pays.")
    code = (
        "import sys\n"
        "from pledgebook.ingest.read import documents\n"
        "assert len(list(documents(sys.argv[1:]))) == 1\n"
        "assert not {'trafilatura', 'lxml', 'spacy'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
