"""Counts without a figure, and one of a thing: "several", "a number of", "a field hospital"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pledgebook.resolve.numbers import Found
from pledgebook.resolve.quantity_items import is_single
from pledgebook.resolve.quantity_names import Named, phrase_at
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP, SEPARATOR, alternatives, beginnings


class WordCount(NamedTuple):
    """Words of count: their range, one or None for an open count, and what they count."""

    start: int
    end: int
    value: Decimal | None
    named: Named


def word_counts(found: Found) -> list[WordCount]:
    """Find counts without a figure, and one of a thing.

    "several", "an undisclosed number of" stay open; "a second IRIS-T battery", "another
    ambulance" and "a field hospital" are one.
    """
    out = []
    for match in _count_words().finditer(" " + found.low):
        start, end = match.start(), match.end() - 1
        kind = (match.lastgroup or "").rstrip("_")
        named = phrase_at(found.text, end, many=kind in ("number", "several"))
        if named is None or (named.category is None and kind != "number"):
            continue
        if kind == "one" and not _is_one(found.low, named):
            continue
        value = Decimal(1) if kind in ("one", "more") else None
        out.append(WordCount(start, end, value, named))
    return out


def _is_one(low: str, named: Named) -> bool:
    """Say whether an article counts one large system and not what is made for it.

    "A field hospital" is one, "a battery investment" is none.
    """
    single = is_single(low[named.start : named.end].split())
    return single and _OTHER_HEAD.match(low, named.end) is None


_OTHER_HEAD = re.compile(
    rf"{GAP}[^\W\d_]+(?:ment|tion|sion|ance|ship|ity|project|plan|deal|programme?)s?\b"
)


@cache
def _count_words() -> re.Pattern[str]:
    """Words of count behind one character that is no part of a word (for a fast search).

    The article comes first and once, since one word in fifty is one.
    """
    words, one = load("units")["open"], load("units")["one"]
    adjective, noun = alternatives(words["adjectives"]), alternatives(words["nouns"])
    heads = alternatives(load("items")["single"])
    first = beginnings([*words["adjectives"], *one["alone"], *words["alone"], "a ", "an "])
    near = rf"(?:{GAP}[\w/]{{1,24}}){{1,3}}?{GAP}{heads}(?![^\W_])"
    after_a = (
        rf"(?P<number>(?:{adjective}{GAP})*{noun}{GAP}of)"
        rf"|(?P<several>{alternatives(words['after_article'])})"
        rf"|(?P<more>{alternatives(one['after_article'])})"
    )
    return re.compile(
        rf"{SEPARATOR}(?={first})(?:an?(?:{GAP}(?:{after_a})|(?P<one>)(?={near}))"
        rf"|(?P<more_>{alternatives(one['alone'])})|(?P<several_>{alternatives(words['alone'])})"
        rf"|(?P<number_>(?:{adjective}{GAP})+{noun}{GAP}of))(?=[ \r\n\u00a0])"
    )
