"""The description of a book's addresses as an OpenAPI 3.1 document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pledgebook import __version__
from pledgebook.publish.api.address import Address, Parameter
from pledgebook.publish.api.addresses import ADDRESSES, PARTS
from pledgebook.publish.api.samples import Names, names_in, samples
from pledgebook.publish.api.schemas import Schema, Schemas
from pledgebook.publish.book import Book
from pledgebook.publish.page import Folder, Maker

_ABOUT = (
    "Every page of the site as JSON, at the page's address with `.json`. Values are what sources "
    "say, in plain words and with their bounds; links in them (`href`) are relative to the root "
    "of the site. Nothing needs a key, and nothing can be written."
)

_ERROR: Schema = {
    "type": "object",
    "description": "Why there is no answer.",
    "properties": {
        "error": {
            "type": "object",
            "properties": {"message": {"type": "string"}, "parameter": {"type": "string"}},
            "required": ["message"],
        }
    },
    "required": ["error"],
}


def description(
    book: Book, fixed: Mapping[str, Maker], folders: Mapping[str, Folder]
) -> dict[str, Any]:
    """Describe the addresses of a book; ``fixed`` and ``folders`` are the registry of pages."""
    schemas = Schemas()
    every = (*ADDRESSES, *_others(fixed, folders))
    names = Names(book, folders)
    paths = {one.path: _path(book, one, names, schemas) for one in every}
    title = "Pledgebook" if book.definition is None else book.definition.title
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": __version__, "description": _ABOUT},
        "servers": [
            {"url": ".", "description": "the book of today"},
            {
                "url": "./on/{day}",
                "description": "the book as it was known by a day",
                "variables": {"day": {"default": _day(book), "description": "such as 2025-03-06"}},
            },
        ],
        "paths": {**paths, "/healthz": _health()},
        "components": {"schemas": {**schemas.components, "Error": _ERROR}},
    }


def _day(book: Book) -> str:
    return "2025-03-06" if book.updated is None else book.updated.date().isoformat()


def _others(fixed: Mapping[str, Maker], folders: Mapping[str, Folder]) -> list[Address]:
    """Addresses of the registry that have no words of their own yet."""
    known = {address.path for address in ADDRESSES}
    begun = {address.path.split("/")[1] for address in ADDRESSES if "{" in address.path}
    pages = [f"/{path.removesuffix('.html')}.json" for path in fixed if path.endswith(".html")]
    files = [f"/{path}" for path in fixed if not path.endswith(".html")]
    out = [
        Address(path=path, what="A page of the site", payloads=(object,))
        for path in pages
        if path not in known and path not in _UNDESCRIBED
    ]
    out += [
        Address(path=path, what="A file of the site", media_type="application/octet-stream")
        for path in files
        if path not in known
    ]
    out += [
        Address(path=f"/{first}/{{name}}.json", what="A page of the site", payloads=(object,))
        for first in folders
        if first not in begun
    ]
    return out


#: Pages that answer no question: they say that there is nothing, or describe the others.
_UNDESCRIBED = frozenset({"/404.json"})


def _path(book: Book, address: Address, names: Names, schemas: Schemas) -> dict[str, Any]:
    examples = samples(address, names)
    parameters = [_part(name, examples) for name in names_in(address.path)]
    parameters += [_asked(book, one) for one in address.parameters]
    answers = {"200": _answer(address, schemas)}
    if address.parameters:
        answers["400"] = _refusal("A value of the query is none that the page takes")
    if names_in(address.path):
        answers["404"] = _refusal("There is nothing at this address")
    operation = {
        "operationId": address.path.strip("/").replace("/", "-").replace("{", "").replace("}", ""),
        "summary": address.what,
        "responses": answers,
    }
    return {"get": {**operation, "parameters": parameters} if parameters else operation}


def _part(name: str, examples: tuple[dict[str, str], ...]) -> dict[str, Any]:
    part: dict[str, Any] = {
        "name": name,
        "in": "path",
        "required": True,
        "description": PARTS[name],
        "schema": {"type": "string"},
    }
    if examples:
        # Examples of one address stand at the same place of each of its parts.
        part["examples"] = {f"e{n}": {"value": one[name]} for n, one in enumerate(examples)}
    return part


def _asked(book: Book, one: Parameter) -> dict[str, Any]:
    schema: Schema = {"type": "string"}
    if one.choices:
        schema["enum"] = list(one.choices)
    if one.day:
        schema["format"] = "date"
    asked: dict[str, Any] = {"name": one.name, "in": "query", "description": one.what}
    asked["schema"] = {"type": "array", "items": schema} if one.many else schema
    example = one.choices[0] if one.choices else _day(book) if one.day else one.example(book)
    if example is None:
        return asked
    return {**asked, "example": [example] if one.many else example}


def _answer(address: Address, schemas: Schemas) -> dict[str, Any]:
    if address.media_type is not None:
        return {"description": address.what, "content": {address.media_type: dict[str, Any]()}}
    payloads = [schemas.of(kind) for kind in address.payloads]
    page = payloads[0] if len(payloads) == 1 else {"anyOf": payloads}
    envelope: Schema = {
        "type": "object",
        "properties": {
            "path": {"type": "string", "description": "the page, relative to the root"},
            "title": {"type": "string"},
            "known_by": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
            "page": page,
        },
        "required": ["path", "title", "known_by", "page"],
    }
    return {"description": address.what, "content": {"application/json": {"schema": envelope}}}


def _refusal(what: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _health() -> dict[str, Any]:
    moment = {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]}
    schema: Schema = {
        "type": "object",
        "properties": {"status": {"const": "ok"}, "updated": moment},
        "required": ["status", "updated"],
    }
    answer = {"description": "It can", "content": {"application/json": {"schema": schema}}}
    return {
        "get": {
            "operationId": "healthz",
            "summary": "Whether the book can be read",
            "servers": [{"url": ".", "description": "the server itself, not a day of the past"}],
            "responses": {"200": answer},
        }
    }
