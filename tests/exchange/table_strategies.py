"""Claims of every kind with any values that a table can carry, for property tests."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from hypothesis import strategies as st

from pledgebook.exchange.leaves import LEFT_OUT, bare, element
from pledgebook.model.claims import ENVELOPE, KINDS, Claim, Source
from pledgebook.model.ids import text_id
from pledgebook.model.spans import Span
from pledgebook.model.values import Actor, Amount, Event, Quantity

#: What a table may get wrong: quotation marks, separators, escapes, formulas, blanks, line breaks.
_ODD = ";,\\\"'=+-@|:\n  0aéשا한🇺🇦\u200f\u00a0"
words = st.one_of(
    st.text(st.sampled_from(_ODD), min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
).map(str.strip)
some_words = words.filter(bool)
IDS = ("GBR", "UKR", "org:eu", "person:a-b", "group:g7")


def _figures() -> st.SearchStrategy[Decimal]:
    return st.decimals(0, 10**15, places=3).map(lambda d: d.quantize(Decimal("0.001")))


@st.composite
def _ends(draw: st.DrawFn, cls: Any) -> dict[str, Any]:
    low, high = sorted((draw(_figures()), draw(_figures())))
    bound = draw(st.sampled_from(typing.get_args(bare(typing.get_type_hints(cls)["bound"]))))
    ends = {
        "exact": (low, low),
        "about": (low, low),
        "at_least": (low, None),
        "up_to": (None, high),
        "range": (low, high),
    }
    return {"low": ends[bound][0], "high": ends[bound][1], "bound": bound}


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    return Amount(
        **draw(_ends(Amount)),
        currency=draw(st.sampled_from(("EUR", "USD", "NOK", None))),
        per=draw(st.sampled_from(("total", "year", "month"))),
    )


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    if draw(st.booleans()):
        return Quantity(low=None, high=None, bound="at_least")
    return Quantity(**draw(_ends(Quantity)), unit=draw(st.none() | some_words))


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    return Actor(
        id=draw(st.none() | st.sampled_from(IDS)),
        name=draw(some_words),
        type=draw(st.sampled_from(("state", "organisation", "person", "group", "unnamed"))),
        role=draw(st.none() | some_words),
        affiliation=draw(st.none() | some_words),
        count=draw(st.none() | st.integers(0, 10**6)),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    day = st.none() | st.dates()
    return Event(
        name=draw(some_words),
        place=draw(st.none() | some_words),
        date=draw(day),
        end_date=draw(day),
    )


_OWN: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    Amount: amounts,
    Quantity: quantities,
    Actor: actors,
    Event: events,
    str: lambda: some_words,
    date: st.dates,
    int: lambda: st.integers(0, 10**9),
    bool: st.booleans,
}


def _any_of(hint: Any) -> st.SearchStrategy[Any]:
    inner, many = element(hint)
    if typing.get_origin(inner) is Literal:
        one: st.SearchStrategy[Any] = st.sampled_from(typing.get_args(inner))
    elif inner in _OWN:
        one = _OWN[inner]()
    else:
        one = _object(inner)
    if many:
        return st.lists(one, max_size=3).map(tuple)
    return one | st.none() if type(None) in typing.get_args(hint) else one


def _object(cls: Any) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(cls)
    names = [f.name for f in dataclasses.fields(cls) if f.name not in LEFT_OUT | set(ENVELOPE)]
    parts = {name: _any_of(hints[name]) for name in names}
    return st.fixed_dictionaries(parts).map(lambda values: cls(**values))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    cls = draw(st.sampled_from(list(KINDS.values())))
    hints = typing.get_type_hints(cls)
    names = [f.name for f in dataclasses.fields(cls) if f.name not in LEFT_OUT | set(ENVELOPE)]
    values = {name: draw(_any_of(hints[name])) for name in names}
    text = draw(some_words)
    return cls(
        source=Source(id=text_id(text), published=draw(st.none() | st.dates())),
        evidence=(),
        sentence=Span(0, len(text)),
        reader="rules/test@1",
        **values,
    )
