"""What a person types about a text: values read from the cited words by the readers of values.

Nothing is judged here; the gate does that with the whole claim. A typed value that is not what its
words say is passed on as typed, so that the gate can say what differs.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pledgebook.extract.page import Page
from pledgebook.model.claims import KINDS
from pledgebook.model.plain import evidence_to_json, to_json
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount, Quantity
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.mentions import MoneyMention
from pledgebook.resolve.money import find_money

#: Form of a state's id (ISO 3166-1 alpha-3).
_STATE = re.compile("[A-Z]{3}")


class TypedValueError(ValueError):
    """What was typed is no value of the field, or its words do not stand in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A value as JSON with its evidence."""

    value: Any
    evidence: tuple[Evidence, ...]

    def to_json(self) -> dict[str, Any]:
        """Write it as a decision keeps it."""
        return {"value": self.value, "evidence": [evidence_to_json(e) for e in self.evidence]}


def locate(page: Page, quote: str, *, near: Span, at: int | None = None) -> Span:
    """Find the quoted words: at the offset given, else the only place, else the only one near.

    Raises TypedValueError where the words do not stand in the text, or in several places.
    """
    found = list(_places(page.text, quote))
    if at is not None:
        found = [span for span in found if span.start == at]
    inside = [span for span in found if near.holds(span)]
    if len(inside) == 1 or len(found) == 1:
        return (inside or found)[0]
    if not found:
        where = "in the text" if at is None else f"at {at}"
        raise TypedValueError(f"the words {quote!r} do not stand {where}")
    starts = ", ".join(str(span.start) for span in inside or found)
    raise TypedValueError(f"the words {quote!r} stand at {starts}; say which with --at OFFSET")


def _places(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def typed_value(
    page: Page, kind: str, field: str, typed: str | None, spans: Sequence[Span]
) -> Typed:
    """Read one value of a claim from what was typed and the words it rests on.

    Args:
        page: the text.
        kind: kind of the claim.
        field: dotted path of the value.
        typed: the value as typed: a code, a date, a sum ("GBP 1.6bn"), names with commas, or JSON;
            None where the words alone say it.
        spans: places of the words, for a list one each.
    """
    if typed is not None and typed.lstrip()[:1] in ("{", "["):
        return Typed(value=_json(field, typed), evidence=_plain(page, field, spans))
    hint = _hint(kind, field)
    if typing.get_origin(hint) is tuple:
        return _several(page, field, typing.get_args(hint)[0], typed, spans)
    return _single(page, field, hint, typed, spans)


def _json(field: str, typed: str) -> Any:
    try:
        return json.loads(typed)
    except ValueError as error:
        raise TypedValueError(f"{field}: not JSON ({error})") from error


def _hint(kind: str, field: str) -> Any:
    hint: Any = KINDS[kind]
    for step in field.split("."):
        if typing.get_origin(hint) is tuple and step.isdecimal():
            hint = typing.get_args(hint)[0]
        else:
            hint = typing.get_type_hints(hint).get(step) if isinstance(hint, type) else None
        if hint is None:
            raise TypedValueError(f"a {kind} has no field {field!r}")
        if typing.get_origin(hint) in (types.UnionType, typing.Union):
            hint = next(a for a in typing.get_args(hint) if a is not type(None))
    return hint


def _several(page: Page, field: str, hint: Any, typed: str | None, spans: Sequence[Span]) -> Typed:
    words = [None] * len(spans) if typed is None else [w.strip() for w in typed.split(",")]
    by_words = typing.get_origin(hint) is not typing.Literal
    if by_words and len(words) != len(spans):
        raise TypedValueError(f"{field}: {len(words)} values need {len(words)} times --quote")
    if not by_words:
        return Typed(value=words, evidence=_plain(page, field, spans))
    parts = [
        _single(page, f"{field}.{n}", hint, word, [span])
        for n, (word, span) in enumerate(zip(words, spans, strict=True))
    ]
    return Typed(
        value=[p.value for p in parts], evidence=tuple(e for p in parts for e in p.evidence)
    )


def _single(page: Page, field: str, hint: Any, typed: str | None, spans: Sequence[Span]) -> Typed:
    if typed is None and not spans:
        raise TypedValueError(f"{field}: give --value, or the words with --quote")
    read = _READ.get(hint)
    if read is not None:
        return read(page, field, typed, spans)
    if hint is bool:
        if typed not in ("true", "false"):
            raise TypedValueError(f"{field}: type true or false")
        return Typed(value=typed == "true", evidence=_plain(page, field, spans))
    if hint is int:
        return Typed(value=_whole(field, typed), evidence=_plain(page, field, spans))
    if typing.get_origin(hint) is not typing.Literal and hint is not str:
        raise TypedValueError(f"{field}: type this value as JSON")
    if typed is None and hint is not str:
        raise TypedValueError(f"{field}: type one of {', '.join(typing.get_args(hint))}")
    value = " … ".join(page.words(span) for span in spans) if typed is None else typed
    return Typed(value=value, evidence=_plain(page, field, spans))


def _whole(field: str, typed: str | None) -> int:
    if typed is None or not typed.isdecimal():
        raise TypedValueError(f"{field}: type a whole number")
    return int(typed)


def _plain(page: Page, field: str, spans: Sequence[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence.cut(field, page.text, span) for span in spans)


def _amount(page: Page, field: str, typed: str | None, spans: Sequence[Span]) -> Typed:
    mention = next((m for s in spans for m in page.money.touching(s)), None)
    value = None if mention is None else mention.amount
    if typed is not None:
        sums = find_money(typed)
        if len(sums) != 1:
            raise TypedValueError(
                f"{field}: {typed!r} is not one sum of money; type it as GBP 1.6bn"
            )
        value = sums[0].amount
    if value is None:
        raise TypedValueError(f"{field}: the words {_shown(page, spans)} hold no sum of money")
    evidence = _plain(page, field, spans) if mention is None else _money_words(page, field, mention)
    return Typed(value=to_json(value), evidence=evidence)


def _money_words(page: Page, field: str, mention: MoneyMention) -> tuple[Evidence, ...]:
    places = {field: mention.span, f"{field}.bound": mention.bound_span}
    places[f"{field}.per"] = mention.per_span
    for n, span in enumerate(mention.reported_spans):
        places[f"{field}.reported_as.{n}"] = span
    return tuple(Evidence.cut(f, page.text, s) for f, s in places.items() if s is not None)


def _quantity(page: Page, field: str, typed: str | None, spans: Sequence[Span]) -> Typed:
    mention = next((m for s in spans for m in page.quantities.touching(s)), None)
    if mention is None or typed is not None:
        raise TypedValueError(f"{field}: cite words that hold a count, or type the value as JSON")
    places = {field: mention.span, f"{field}.bound": mention.bound_span}
    evidence = [Evidence.cut(f, page.text, s) for f, s in places.items() if s is not None]
    return Typed(value=to_json(mention.quantity), evidence=tuple(evidence))


def _actor(page: Page, field: str, typed: str | None, spans: Sequence[Span]) -> Typed:
    mention = next((m for s in spans for m in page.actors.touching(s)), None)
    if typed is None:
        if mention is None:
            raise TypedValueError(f"{field}: the words {_shown(page, spans)} name no known actor")
        return Typed(value=to_json(mention.actor), evidence=_plain(page, field, spans))
    meant = next((m.actor for m in find_actors(typed)), None)
    if mention is not None and typed in (mention.actor.id, mention.actor.name):
        meant = mention.actor
    if meant is None and not _STATE.fullmatch(typed):
        raise TypedValueError(f"{field}: {typed!r} names no known actor; type its id, or JSON")
    name = page.words(spans[0]) if spans else typed
    value = to_json(meant) if meant is not None else {"id": typed, "type": "state"}
    return Typed(value={**value, "name": name}, evidence=_plain(page, field, spans))


def _day(page: Page, field: str, typed: str | None, spans: Sequence[Span]) -> Typed:
    mention = next((m for s in spans for m in page.dates.touching(s)), None)
    value = typed
    if typed is None and mention is not None and mention.start is not None:
        value = mention.start.isoformat()
    if value is None:
        raise TypedValueError(f"{field}: the words {_shown(page, spans)} hold no day")
    return Typed(value=value, evidence=_plain(page, field, spans))


def _shown(page: Page, spans: Sequence[Span]) -> str:
    return ", ".join(repr(page.words(span)) for span in spans)


_Read = Callable[[Page, str, str | None, Sequence[Span]], Typed]
_READ: Mapping[Any, _Read] = {
    Actor: _actor,
    Amount: _amount,
    Quantity: _quantity,
    date: _day,
}
