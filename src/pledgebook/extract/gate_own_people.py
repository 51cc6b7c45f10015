"""Whose people get training or are taken in: "ten Chadian nurses", "200 refugees from Chad"."""

from __future__ import annotations

import re

from pledgebook.extract.gate_case import Case, Cited

#: Between people and the country that they come from.
_FROM = re.compile(r"\s+(?:(?!(?:in|to|by|for|with)\b)[\w'’,-]+\s+){0,6}?(?:from|of)\s+(?:the\s+)?")
#: How far behind the people their country may stand, in code points.
_REACH = 60


def own_people(case: Case, words: Cited) -> bool:
    """Say whether a name tells whose people are trained or taken in: they get, whoever gives."""
    if case.claim.get("instrument") not in ("training", "policy") or words.place != "text":
        return False
    people = [item for item in case.words_under("items") if item.field.endswith(".name")]
    return any(_theirs(case, item, words) for item in people)


def _theirs(case: Case, people: Cited, words: Cited) -> bool:
    if words.span.start < people.span.end and people.span.start < words.span.end:
        return True
    if not 0 <= words.span.start - people.span.end < _REACH:
        return False
    between = case.page.text[people.span.end : words.span.start]
    return _FROM.fullmatch(between) is not None
