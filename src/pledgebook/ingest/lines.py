"""JSON lines: one source a line, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from pledgebook.ingest.encoding import NotText, decode
from pledgebook.ingest.sources import About, Raw, encoding_note, make
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Document

#: Longest line that is read, in bytes.
LONGEST = 64 * 1024 * 1024
#: Fields that hold a string or nothing.
FIELDS = ("title", "url", "publisher", "published", "lang")

_CHUNK = 1024 * 1024


class _BrokenLineError(ValueError):
    """A line is not a source; the message names the field."""


def documents(
    stream: BinaryIO, name: str, published: date | None, *, first: int = 1
) -> Iterator[Document | Problem]:
    """Read the sources of ``stream`` under the file's name; lines count from ``first``."""
    number = first
    while line := stream.readline(LONGEST + 1):
        raw = Raw(ref=f"{name}:{number}", where=f"{name}, line {number}", data=line.rstrip(b"\r\n"))
        if len(line) > LONGEST and not line.endswith(b"\n"):
            _skip_line(stream)
            yield raw.refuse("too-large", f"the line is longer than {LONGEST // 2**20} MiB")
        elif raw.data.strip():
            yield _document(raw, published)
        number += 1
    if number == first:
        yield Problem(code="empty", message="there is no line in it", where=name, fatal=True)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
        pass


def _document(raw: Raw, published: date | None) -> Document | Problem:
    try:
        decoded = decode(raw.data)
        fields = _fields(decoded.text)
    except NotText:
        return raw.refuse("broken-line", "the line holds data, not JSON")
    except _BrokenLineError as error:
        return raw.refuse("broken-line", f"{error}; the other lines are read")
    return make(
        Raw(ref=fields.pop("id") or raw.ref, where=raw.where, data=raw.data),
        fields.pop("text") or "",
        made_by="plain",
        about=_about(fields),
        published=published,
        problems=encoding_note(raw, decoded.assumed),
    )


def _about(fields: dict[str, str | None]) -> About:
    return About(
        title=fields["title"],
        url=fields["url"],
        publisher=fields["publisher"],
        published=fields["published"],
        lang=fields["lang"],
    )


def is_source(line: bytes) -> bool:
    """Say whether a line is a JSON object with a text."""
    try:
        return isinstance(_object(decode(line).text).get("text"), str)
    except ValueError:
        return False


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
        raise _BrokenLineError(f"the line is not JSON: {detail}") from error
    if not isinstance(data, dict):
        raise _BrokenLineError("the line is JSON but no object")
    return data


def _fields(line: str) -> dict[str, str | None]:
    data = _object(line)
    if isinstance(data.get("id"), int) and not isinstance(data["id"], bool):
        data["id"] = str(data["id"])
    found = {name: _string(data, name) for name in ("id", *FIELDS)}
    if "text" not in data:
        raise _BrokenLineError("text: is missing")
    if not isinstance(data["text"], str):
        raise _BrokenLineError("text: is no string")
    return {**found, "text": _clean("text", data["text"])}


def _string(data: dict[str, Any], name: str) -> str | None:
    """Give a field that may be absent; an empty string counts as absent."""
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _BrokenLineError(f"{name}: is no string")
    return _clean(name, value) if value.strip() else None


def _clean(name: str, value: str) -> str:
    """Refuse what JSON can write and no text file can hold."""
    if "\0" in value:
        raise _BrokenLineError(f"{name}: holds a NUL character")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _BrokenLineError(f"{name}: holds half of a surrogate pair") from error
    return value
