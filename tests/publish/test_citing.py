"""Citations can be read back: BibTeX by its own rules of braces, CSL-JSON by its schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_book import DEFINITION, DISPUTED, LOAN, FakeView, H, entry_of, narvik
from publish_text import ALPHABET

from pledgebook.model.entries import Entry
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import entry_path
from pledgebook.publish.citing import bibtex_file, cited, csl_file
from pledgebook.publish.page import File
from pledgebook.publish.pages import FOLDERS, find

#: The part of the schema of CSL-JSON (csl-data.json 1.0) that these records use, closed.
CSL_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["webpage", "article-newspaper", "document"]},
            "title": {"type": "string"},
            "container-title": {"type": "string"},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "additionalProperties": False,
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "required": ["date-parts"],
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    }
                },
            },
            "URL": {"type": "string"},
            "note": {"type": "string"},
        },
    },
}

#: What BibTeX and TeX make of what stands in a field.
_BACK = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "$&#%_"},
}
_COMMAND = re.compile("|".join(re.escape(command) for command in sorted(_BACK, key=len)[::-1]))


def records(text: str) -> list[tuple[str, dict[str, str]]]:
    """Read BibTeX: records with their fields, values delimited by braces that must balance."""
    found, place = [], 0
    while (start := text.find("@", place)) >= 0:
        head = re.compile(r"@misc\{([A-Za-z0-9-]+),\n").match(text, start)
        assert head is not None, text[start : start + 40]
        fields: dict[str, str] = {}
        place = head.end()
        while text[place] != "}":
            name = re.compile(r"  ([a-z]+) = \{").match(text, place)
            assert name is not None, text[place : place + 40]
            end = closing(text, name.end())
            fields[name[1]] = text[name.end() : end]
            assert text[end : end + 3] == "},\n"
            place = end + 3
        found.append((head[1], fields))
        place += 1
    return found


def closing(text: str, place: int) -> int:
    """Place of the brace that closes a value; BibTeX counts those behind a backslash too."""
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        place += 1
    return place - 1


def as_typeset(value: str) -> str:
    """Read a field as TeX does; any sign that still means something to it is a fault."""
    bare = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    left = _COMMAND.sub("", bare)
    assert not re.search(r"[\\{}$&#%_~^]", left), value
    return _COMMAND.sub(lambda m: _BACK[m[0]], bare)


def book_with(title: str, publisher: str) -> tuple[Book, Entry]:
    source = replace(H, title=title or None, publisher=publisher or None)
    claim = replace(LOAN, source=source)
    view = narvik()
    changed = replace(view, the_entries=(entry_of(claim),), the_claims=(claim,))
    return Book(changed), changed.the_entries[0]


def seen(text: str) -> str:
    """What is left of a text once controls, marks of direction and runs of blanks are gone."""
    return " ".join(re.sub("[\u202e\n\t\u200b\x00-\x1f]", " ", text).split())


WORDS = st.text(alphabet=ALPHABET + "\\$#%_~^@,=", max_size=40)


@given(WORDS, WORDS)
def test_any_title_and_outlet_comes_back_from_both_forms(title: str, publisher: str) -> None:
    book, entry = book_with(title, publisher)
    both = records(bibtex_file(book, entry, Asked()).content.decode("utf-8"))
    items = json.loads(csl_file(book, entry, Asked()).content)
    jsonschema.validate(items, CSL_SCHEMA)
    assert [key for key, _ in both] == [item["id"] for item in items]
    fields, item = both[1][1], items[1]
    expected = seen(title) if title else "Text without a title"
    assert as_typeset(fields["title"]) == item["title"] == expected
    if publisher:
        assert as_typeset(fields["author"]) == item["author"][0]["literal"] == seen(publisher)


def test_the_entry_stands_first_and_then_its_texts() -> None:
    book = Book(narvik())
    first, *texts = cited(book, DISPUTED, Asked())
    assert first.note == DISPUTED.id
    assert first.title.startswith("Norway → Latvia: €450m")
    assert (first.by, first.within, first.on) == (DEFINITION.title,) * 2 + (date(2025, 5, 6),)
    assert [one.title for one in texts] == ["Harbour talks end", "Loan worth more than told"]
    assert all(one.note.startswith("sha256:") for one in texts)
    assert first.url is None


def test_a_book_that_says_where_its_site_stands_is_cited_with_whole_addresses() -> None:
    definition = replace(DEFINITION, address="https://example.org/narvik/")
    book = Book(replace(narvik(), the_definition=definition))
    today = next(cited(book, DISPUTED, Asked()))
    assert today.url == f"https://example.org/narvik/{entry_path(DISPUTED)}"
    then = next(cited(book, DISPUTED, Asked(known_by=date(2025, 5, 6))))
    assert then.url == f"https://example.org/narvik/on/2025-05-06/{entry_path(DISPUTED)}"
    assert then.on == date(2025, 5, 6)
    assert then.note.endswith("as known by 2025-05-06")


@given(st.text(alphabet=ALPHABET + "\\^`|", max_size=30))
def test_an_address_is_written_so_that_both_forms_can_hold_it(tail: str) -> None:
    url = "https://example.org/" + re.sub(r"\s", "", tail)
    claim = replace(LOAN, source=replace(H, url=url))
    view: FakeView = replace(narvik(), the_entries=(entry_of(claim),), the_claims=(claim,))
    entry = view.the_entries[0]
    item = json.loads(csl_file(Book(view), entry, Asked()).content)[1]
    fields = records(bibtex_file(Book(view), entry, Asked()).content.decode("utf-8"))[1][1]
    assert fields["url"] == item["URL"]
    assert re.fullmatch(r"[!#-;=?-\[\]_a-z~]+", item["URL"])
    assert unquote(item["URL"]) == unquote(url)


@pytest.mark.parametrize("ending", ["bib", "csl.json"])
def test_the_files_stand_beside_the_entry(ending: str) -> None:
    book = Book(narvik())
    path = entry_path(DISPUTED).replace(".html", f".{ending}")
    made = find(book, path, Asked())
    assert isinstance(made, File)
    assert path.removeprefix("entries/") in set(FOLDERS["entries"].names(book))


@pytest.mark.parametrize("name", ["x.bib", "{}.ris", "{}.bib/2", "{}.json", "{}."])
def test_there_is_no_other_file(name: str) -> None:
    stem = entry_path(DISPUTED).removeprefix("entries/").removesuffix(".html")
    assert find(Book(narvik()), f"entries/{name.format(stem)}", Asked()) is None
