"""The first question of the gate: do the cited words stand where the claim says they stand?"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pledgebook.extract.gate_case import Cited, brief, shown
from pledgebook.extract.page import Page
from pledgebook.model.claims import ENVELOPE, KINDS
from pledgebook.model.spans import EvidencePlace, Span

#: The strings that evidence may count in.
_PLACES = ("text", "title", "publisher")
_CLASSES: dict[str, Any] = dict(KINDS)


def read_evidence(claim: Mapping[str, Any], page: Page) -> tuple[tuple[Cited, ...], list[str]]:
    """Read the evidence list of a claim: what stands in its text, and reasons for what does not."""
    rows = claim.get("evidence")
    if rows is None:
        return (), []
    if not isinstance(rows, list | tuple):
        return (), ["evidence: a list is needed"]
    cited, reasons = [], []
    for n, row in enumerate(rows):
        found = _read_one(row, n, claim["kind"], page)
        if isinstance(found, str):
            reasons.append(found)
        else:
            cited.append(found)
    return tuple(cited), reasons


def _read_one(row: object, n: int, kind: str, page: Page) -> Cited | str:
    if not isinstance(row, Mapping):
        return f"evidence.{n}: an object is needed"
    field, start, end, quote = (row.get(key) for key in ("field", "start", "end", "quote"))
    place = row.get("in") or "text"
    if not isinstance(field, str) or not field_known(kind, field):
        return f"evidence.{n}: a {kind} has no field {brief(field)}"
    if place not in _PLACES:
        return f"{field}: evidence stands in text, title or publisher, not in {brief(place)}"
    if not _is_offset(start) or not _is_offset(end) or not isinstance(quote, str):
        return f"{field}: evidence needs start and end as whole numbers and a quote"
    string = _string(page, place)
    if not 0 <= start < end <= len(string):
        return f"{field}: the span {start}..{end} is not in the {place}"
    words = string[start:end]
    if words != quote:
        return f"{field}: the {place} has {shown(words)} at {start}..{end}, not {shown(quote)}"
    if cuts_word(string, start) or cuts_word(string, end) or words != words.strip():
        return (
            f"{field}: the span {start}..{end} ({shown(words)}) does not begin and end with words"
        )
    where = typing.cast("EvidencePlace", place)
    return Cited(field=field, span=Span(start, end), quote=quote, place=where)


def cuts_word(string: str, offset: int) -> bool:
    """Say whether ``offset`` parts two letters or digits of one word.

    Only scripts that put blanks between words are judged (they have upper and lower case).
    """
    if not 0 < offset < len(string):
        return False
    before, after = string[offset - 1], string[offset]
    return _in_word(before) and _in_word(after)


def _in_word(char: str) -> bool:
    return char.isdecimal() or char.islower() or char.isupper()


def _string(page: Page, place: str) -> str:
    if place == "text":
        return page.text
    return (page.source.title if place == "title" else page.source.publisher) or ""


def _is_offset(value: object) -> typing.TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def field_known(kind: str, path: str) -> bool:
    """Say whether a dotted path names a value of this kind of claim (or a piece of a text)."""
    first, *rest = path.split(".")
    hint = _fields(_CLASSES[kind]).get(first)
    return hint is not None and first not in ENVELOPE and _leads_to(hint, rest)


def _leads_to(hint: Any, rest: list[str]) -> bool:
    hint = _bare(hint)
    if not rest:
        return True
    first, *after = rest
    if typing.get_origin(hint) is tuple:
        return first.isdecimal() and _leads_to(typing.get_args(hint)[0], after)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        below = _fields(hint).get(first)
        return below is not None and _leads_to(below, after)
    return hint is str and first.isdecimal() and not after


def _bare(hint: Any) -> Any:
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    return parts[0] if type(None) in typing.get_args(hint) else hint


@cache
def _fields(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def closed_words(claim: Mapping[str, Any]) -> Iterator[str]:
    """Name each enumerated field that holds a word which the contract does not know."""
    for field, hint in _fields(_CLASSES[claim["kind"]]).items():
        value, bare = claim.get(field), _bare(hint)
        if field in ENVELOPE or value is None:
            continue
        if typing.get_origin(bare) is tuple and typing.get_origin(typing.get_args(bare)[0]):
            allowed = typing.get_args(typing.get_args(bare)[0])
            given = value if isinstance(value, list | tuple) else [value]
        elif typing.get_origin(bare) is typing.Literal:
            allowed, given = typing.get_args(bare), [value]
        else:
            continue
        for word in given:
            if word not in allowed:
                yield f"{field}: {brief(word)} is none of {', '.join(allowed)}"
