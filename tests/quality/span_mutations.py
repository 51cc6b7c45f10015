"""Other words: the value stays, what is cited for it is moved, cut, taken away or made up.

No mutation asks our own readers where a number or a name stands: places come from the labels and
from plain patterns, so that a blind spot of a reader is not a blind spot of its test.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from gate_claims import TrueClaim, actor_paths
from mutation_places import sentence_around

Claim = dict[str, Any]

_NUMBER = re.compile(
    r"[$€£]?\d[\d.,]*\d(?:\s?(?:million|billion|bn|m)\b)?|[$€£]?\d+(?:\s?(?:million|billion|bn|m)\b)?"
)


def span_moved_by_one(true: TrueClaim) -> Iterator[Claim]:
    """Move one span by one code point; its quote is cut anew, so that only the value tells."""
    for n, row in enumerate(true.claim["evidence"]):
        if not _judged(row["field"]) or row.get("in") or _other_words(true, row):
            continue
        for step in (1, -1):
            start, end = row["start"] + step, row["end"] + step
            if start >= 0 and end <= len(true.page.text):
                claim = copy.deepcopy(true.claim)
                quote = true.page.text[start:end]
                claim["evidence"][n].update(start=start, end=end, quote=quote)
                yield claim


def _judged(field: str) -> bool:
    return field.split(".", maxsplit=1)[0] not in _CLOSED


_CLOSED = frozenset(
    {"stage", "firmness", "newness", "instrument", "aid_type", "role", "status", "action", "goals"}
)


def _other_words(true: TrueClaim, row: dict[str, Any]) -> bool:
    """Say whether other words for the same field remain, or the span ends in blanks or marks."""
    same = [r for r in true.claim["evidence"] if r["field"] == row["field"]]
    quote = row["quote"]
    return len(same) > 1 or not quote[0].isalnum() or not quote[-1].isalnum()


def span_cut_short(true: TrueClaim) -> Iterator[Claim]:
    """Take the last code point away from the words of a sum, a count or a name."""
    for n, row in enumerate(true.claim["evidence"]):
        if not _judged(row["field"]) or row.get("in") or _other_words(true, row):
            continue
        if row["quote"][-2:].isalnum() and len(row["quote"]) > 1:
            claim = copy.deepcopy(true.claim)
            claim["evidence"][n].update(end=row["end"] - 1, quote=row["quote"][:-1])
            yield claim


def span_on_another_number(true: TrueClaim) -> Iterator[Claim]:
    """Put the words of a sum or a count on another number of the sentence."""
    for n, row in enumerate(true.claim["evidence"]):
        if row["field"] != "amount" and not row["field"].endswith(".quantity"):
            continue
        sentence = sentence_around(true.page.text, row["start"], row["end"])
        for found in _NUMBER.finditer(true.page.text, *sentence):
            apart = found.end() <= row["start"] - 2 or found.start() >= row["end"] + 2
            if apart and found.group().strip("., ") not in row["quote"]:
                claim = copy.deepcopy(true.claim)
                quote = found.group()
                claim["evidence"][n].update(start=found.start(), end=found.end(), quote=quote)
                yield claim


def span_on_another_actor(true: TrueClaim) -> Iterator[Claim]:
    """Put the words of one actor on those of another; the claim goes on naming the first."""
    rows = true.claim["evidence"]
    actors = dict(actor_paths(true.claim))
    for n, row in enumerate(rows):
        if row["field"] not in actors or _other_words(true, row):
            continue
        for other in rows:
            there = actors.get(other["field"])
            here = actors[row["field"]]
            if there is None or there["id"] is None or here["id"] is None or _akin(there, here):
                continue
            claim = copy.deepcopy(true.claim)
            claim["evidence"][n] = {**copy.deepcopy(other), "field": row["field"]}
            yield claim


def _akin(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """A person and a state may be the same side; only like can be told from like."""
    return bool(one["id"] == other["id"] or one["type"] != other["type"])


def invented_quotation(true: TrueClaim) -> Iterator[Claim]:
    """Words that do not stand in the text, as content and as its quote."""
    for n, row in enumerate(true.claim["evidence"]):
        if row["field"] == "content":
            claim = copy.deepcopy(true.claim)
            words = "We shall build a hundred ships before the summer is out"
            claim["content"] = words
            claim["evidence"][n].update(quote=words, end=row["start"] + len(words))
            yield claim


def value_without_evidence(true: TrueClaim) -> Iterator[Claim]:
    for field in ("amount", "speaker", "donors.0", "recipients.0", "actor", "content"):
        if any(row["field"] == field for row in true.claim["evidence"]):
            claim = copy.deepcopy(true.claim)
            claim["evidence"] = [r for r in claim["evidence"] if not r["field"].startswith(field)]
            yield claim


def misspelt_quote(true: TrueClaim) -> Iterator[Claim]:
    """Quote in capitals, with another blank, or with a letter too many: not what stands there."""
    for n, row in enumerate(true.claim["evidence"]):
        quote = row["quote"]
        for other in (quote.upper(), quote.swapcase(), quote.replace(" ", "  ", 1), quote + "s"):
            if other != quote:
                claim = copy.deepcopy(true.claim)
                claim["evidence"][n]["quote"] = other
                yield claim


def span_outside(true: TrueClaim) -> Iterator[Claim]:
    """Offsets before the text, behind it, the wrong way round, or no whole numbers."""
    row = true.claim["evidence"][0]
    size = len(true.page.text)
    for start, end in (
        (row["start"] - size - 1, row["end"] - size - 1),
        (row["start"] + size, row["end"] + size),
        (row["end"], row["start"]),
        (float(row["start"]), float(row["end"])),
        (str(row["start"]), str(row["end"])),
        (None, None),
    ):
        claim = copy.deepcopy(true.claim)
        claim["evidence"][0].update(start=start, end=end)
        yield claim


def unknown_field(true: TrueClaim) -> Iterator[Claim]:
    """Evidence for a field that this kind of claim does not have."""
    for field in ("giver", "amount.colour", "evidence", "source.id", "content.first"):
        claim = copy.deepcopy(true.claim)
        claim["evidence"].append({**true.claim["evidence"][0], "field": field})
        yield claim


def words_for_another_field(true: TrueClaim) -> Iterator[Claim]:
    """The words of a sum cited for a giver, and those of a giver for a sum."""
    rows = {row["field"]: row for row in true.claim["evidence"] if not row.get("in")}
    pairs = (("amount", "donors.0"), ("items.0.quantity", "donors.0"), ("amount", "content"))
    for one, other in pairs:
        if one in rows and other in rows:
            claim = copy.deepcopy(true.claim)
            for row in claim["evidence"]:
                if row["field"] in (one, other):
                    row["field"] = other if row["field"] == one else one
            yield claim
