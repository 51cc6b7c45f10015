"""The page that describes the addresses in words, and the same as an OpenAPI document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from pledgebook.publish.api.addresses import ADDRESSES
from pledgebook.publish.api.openapi import description
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.page import File, Folder, Maker, Page

#: Addresses that are files whatever their ending.
FILES = frozenset(one.path for one in ADDRESSES if one.media_type is not None)

#: Address of the document; that of the page is the same without ``.json``.
DOCUMENT = "api.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A parameter: where it stands (``path`` or ``query``), what it means, what it takes."""

    name: str
    where: str
    what: str
    takes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One kind of address in words.

    Attributes:
        examples: real addresses of this book, each leading to the page or file that also stands
            in the static export; those with a query lead nowhere.
    """

    path: str
    what: str
    gives: str
    asks: tuple[Asking, ...]
    examples: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """All kinds of address; ``document`` is the address of the same in OpenAPI."""

    about: str
    document: str
    operations: tuple[Operation, ...]


def described(fixed: Mapping[str, Maker], folders: Mapping[str, Folder]) -> dict[str, Maker]:
    """Make the two makers of the description; the registry is looked at when it is asked for."""

    def made(book: Book) -> dict[str, Any]:
        return description(book, fixed, folders)

    def page(book: Book, _asked: Asked) -> Page:
        found = book.index(made)
        operations = tuple(_operation(path, at["get"]) for path, at in found["paths"].items())
        payload = Api(
            about=_unmarked(found["info"]["description"]),
            document=DOCUMENT,
            operations=operations,
        )
        return Page(path="api.html", template="api.html", title="For programs", payload=payload)

    def document(book: Book, _asked: Asked) -> File:
        text = json.dumps(book.index(made), ensure_ascii=False)
        content = f"{text}\n".encode("utf-8", "backslashreplace")
        return File(path=DOCUMENT, media_type="application/json", content=content)

    return {"api.html": page, DOCUMENT: document}


def _operation(path: str, get: dict[str, Any]) -> Operation:
    parameters = get.get("parameters", [])
    asks = tuple(
        Asking(
            name=one["name"],
            where=one["in"],
            what=_unmarked(one["description"]),
            takes=tuple(one["schema"].get("items", one["schema"]).get("enum", ())),
        )
        for one in parameters
    )
    addresses = [
        Link(text=f"/{address}", href=_shown_at(path, address))
        for address in example_addresses(path, parameters)
    ]
    gives = next(iter(get["responses"]["200"]["content"]))
    return Operation(
        path=path, what=_unmarked(get["summary"]), gives=gives, asks=asks, examples=tuple(addresses)
    )


def _unmarked(words: str) -> str:
    """Words of the document, which marks code as Markdown does, for a page."""
    return words.replace("`", "")


def _shown_at(path: str, address: str) -> str | None:
    if path == "/healthz" or "?" in address:
        return None
    is_page = path.endswith(".json") and path not in FILES
    return f"{address.removesuffix('.json')}.html" if is_page else address


def example_addresses(path: str, parameters: list[dict[str, Any]]) -> list[str]:
    """Write the examples of a path as addresses relative to the root of the site."""
    parts = [one for one in parameters if one["in"] == "path"]
    if any("examples" not in one for one in parts):
        return []
    keys = list(parts[0]["examples"]) if parts else [""]
    values = [{p["name"]: p["examples"][key]["value"] for p in parts} for key in keys]
    asked = [(p["name"], p["example"]) for p in parameters if p["in"] == "query" and "example" in p]
    needed = [pair for pair in asked if pair[0] == "q"]
    query = f"?{urlencode(needed)}" if needed else ""
    return [_filled(path, one).removeprefix("/") + query for one in values]


def _filled(path: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: quote(values[match[1]], safe=""), path)
