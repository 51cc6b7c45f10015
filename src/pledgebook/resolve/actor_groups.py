"""Groups of unnamed states or people: "18 country leaders", "several allies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pledgebook.model.spans import Span
from pledgebook.model.values import Actor
from pledgebook.resolve.date_words import S, any_of, count_of, either_case, number_pattern
from pledgebook.resolve.mentions import ActorMention
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import alternatives

#: Longest run of words before the noun ("more than a dozen like-minded European ").
REACH = 64
_MEPS = re.compile(r"(?<![\w-])MEPs(?!\w)")
#: "All 50 states" are those of the United States, no group of countries.
US_STATES = 50


@cache
def _before() -> re.Pattern[str]:
    data = load("groups")
    quantity = any_of(either_case(data["quantifiers"]))
    broad = any_of([*data["broad"], *either_case([w for w in data["broad"] if w[0].islower()])])
    return re.compile(
        rf"(?<![\w$€£.,-])(?:(?P<count>{number_pattern()}){S}|(?P<quantity>{quantity}){S}"
        rf"(?:of{S}(?:the|its|our|their){S})?)?"
        rf"(?P<broad>(?:{broad}(?:{S}|-)(?:and{S})?)*)\Z"
    )


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("groups")["alone"])


@cache
def _those_who() -> re.Pattern[str]:
    verbs = any_of(load("groups")["those_who"])
    return re.compile(rf"[Tt]hose{S}who{S}(?:(?:have|had|has){S}(?:already{S})?)?{verbs}\b")


@cache
def _nouns() -> re.Pattern[str]:
    nouns = load("groups")["nouns"]
    first = "".join(sorted({noun[0] for noun in nouns}))
    return re.compile(rf"[\s-](?=[{first}])(?:{alternatives(nouns)})(?![^\W_])")


@cache
def _union_bodies() -> re.Pattern[str]:
    """Those through whom a union decides, named without a count: "EU foreign ministers"."""
    data = load("groups")["unions"]
    names, through = alternatives(data["names"]), alternatives(data["through"])
    return re.compile(rf"(?P<union>{names}){S}(?:[a-z]+{S}){{0,2}}(?:{through})|(?P<alone>MEPs)")


def union_of(group: Actor) -> str | None:
    """Give the id of the union that an unnamed group decides for, None where it is none."""
    if group.type != "unnamed" or group.count is not None:
        return None
    found = _union_bodies().fullmatch(group.name)
    if found is None:
        return None
    names: dict[str, str] = load("groups")["unions"]["names"]
    return names[found["union"] or "EU"]


def find_groups(text: str) -> Iterator[ActorMention]:
    """Find groups that are counted, quantified or broadly described, in no order."""
    for found in _nouns().finditer(text):
        mention = _read(text, found.start() + 1, found.end())
        if mention is not None:
            yield mention
    yield from _those(text)
    for found in _MEPS.finditer(text):
        yield _group(text, Span(*found.span()), None)


def _read(text: str, start: int, end: int) -> ActorMention | None:
    low = max(0, start - REACH)
    found = _before().search(text[low:start])
    if found is None or found.start() == found.end():
        return None
    broad = found["broad"].split()
    count = None if found["count"] is None else count_of(found["count"])
    if found["count"] is None and found["quantity"] is None and not _alone() & set(broad):
        return None
    if count is not None and (count.denominator != 1 or count < 2):  # noqa: PLR2004 (plural noun)
        return None
    if count == US_STATES and text.startswith("states", start):
        return None
    return _group(text, Span(low + found.start(), end), None if count is None else int(count))


def _those(text: str) -> Iterator[ActorMention]:
    at = text.find("hose who ")
    while at > 0:
        found = _those_who().match(text, at - 1)
        if found is not None:
            yield _group(text, Span(*found.span()), None)
        at = text.find("hose who ", at + 9)


def _group(text: str, span: Span, count: int | None) -> ActorMention:
    name = " ".join(span.of(text).split())
    actor = Actor(id=None, name=name, type="unnamed", count=count)
    return ActorMention(span=span, actor=actor, naming="group")
