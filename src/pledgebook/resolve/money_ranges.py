"""Two ends of one sum: "$1.2-$1.5 billion", "between 3 and 5 million dollars"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pledgebook.resolve.money_nouns import counts_something
from pledgebook.resolve.money_pieces import Piece
from pledgebook.resolve.numbers import Found, Number, number_value, scale_factor
from pledgebook.resolve.vocabulary_files import load
from pledgebook.resolve.word_patterns import GAP, alternatives

_DASH = re.compile(r"[ \t\u00a0\u2009]?[-–—‐‑−][ \t\u00a0\u2009]?(?:\r?\n)?$")
_TIGHT_DASH = re.compile(r"[-–—‐‑−]$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
#: A magnitude is carried to a first end below this ("$1.2-$1.5 billion"), never to "$5,000-$1m".
_LARGEST_SHARED = 1000
_LABELS = re.compile(r"(?:source|sources|page|article|chapter|section|no\.|point|phase|tier)\s*$")


def join_ranges(pieces: list[Piece], found: Found) -> list[Piece]:
    """Join neighbouring ends; pieces that are no end of a range stay as they are."""
    out: list[Piece] = []
    at = {piece.index: piece for piece in pieces}
    taken = -1
    for index in sorted(at):
        if index <= taken:
            continue
        range_ = _from_bare(at, index, found) if _free(out, at, index) else None
        range_ = range_ or _from_piece(at, index, found)
        out.append(range_ or at[index])
        taken = range_.index if range_ is not None else taken
    return out


def _free(out: list[Piece], at: dict[int, Piece], index: int) -> bool:
    return index - 1 not in at and (not out or out[-1].index < index - 1)


def _from_bare(at: dict[int, Piece], index: int, found: Found) -> Piece | None:
    """Join a bare first figure to a sum: "3 to 5 million dollars"."""
    second = at[index]
    if index == 0:
        return None
    number = found.numbers[index - 1]
    value = number_value(found, number)
    opener = _opener(found, number.start)
    join = _join(found, number.end, second.start, opener)
    early = second.currency is not None and second.currency.start < found.numbers[index].start
    if value is None or number.kind == "vague" or join is None or second.vague:
        return None
    if opener == "from" and _is_change(found, number.start):
        return None
    if (early and opener is None) or _LABELS.search(
        found.low[max(0, number.start - 12) : number.start]
    ):
        return None
    if join in ("or", ", ") and second.scale == 1:
        return None
    low_end = value
    if scale_factor(found, number) == 1:
        low_end = value * second.scale if value < _LARGEST_SHARED else second.value
    if not low_end < second.value:
        return None
    return replace(second, start=number.start, value=low_end, high=second.value)


def _from_piece(at: dict[int, Piece], index: int, found: Found) -> Piece | None:
    """Join a sum to the number after it: "$1.2-$1.5 billion", "$1 to 2bn", "$20-30"."""
    first = at[index]
    if index + 1 >= len(found.numbers) or first.vague:
        return None
    number, second = found.numbers[index + 1], at.get(index + 1)
    end = second.end if second is not None else number.end
    start = min(second.start, number.start) if second is not None else number.start
    opener = _opener(found, first.start)
    join = _join(found, first.end, start, opener)
    if join is None or not _same_currency(first, second):
        return None
    if opener == "from" and _is_change(found, first.start):
        return None
    if join == "or" and first.currency is not None and second is not None and second.currency:
        return None  # two sums to choose from
    if second is None and not _bare_end(found, first, number, join, opener):
        return None
    apart = second is not None and second.currency is None and join not in ("tight", "dash")
    if apart and counts_something(found.low, end):
        return None
    return _joined(found, first, second, number, end)


def _joined(
    found: Found, first: Piece, second: Piece | None, number: Number, end: int
) -> Piece | None:
    high = second.value if second is not None else number_value(found, number)
    if high is None or (second is not None and second.vague):
        return None
    scale = second.scale if second is not None else scale_factor(found, number)
    low_end = first.value
    if first.scale == 1 and scale > 1 and first.value < _LARGEST_SHARED:
        low_end = first.value * scale
    elif second is None and scale == 1 and first.scale > 1:
        high *= first.scale
    if not low_end < high:
        return None
    currency = first.currency
    if currency is None or (
        currency.assumed and second is not None and second.currency is not None
    ):
        currency = second.currency if second is not None else None
    return Piece(
        first.start, end, low_end, first.index + 1, max(scale, first.scale), currency, high=high
    )


def _same_currency(first: Piece, second: Piece | None) -> bool:
    if second is None:
        return first.currency is not None
    if first.currency is None or second.currency is None:
        return (
            first.currency is not None
            or second.currency is not None
            or (first.scale == second.scale)
        )
    return first.code == second.code or first.currency.assumed


def _bare_end(found: Found, first: Piece, number: Number, join: str, opener: str | None) -> bool:
    """Say whether a second figure without currency and magnitude is the upper end."""
    figure = found.low[number.start : number.end]
    if number.kind != "digits" or _YEAR.match(figure):
        return False
    if join == "tight" and scale_factor(found, number) > 1:
        return True  # "$10m-15m"
    if counts_something(found.low, number.end):
        return False
    if found.text[number.end : number.end + 1] in ("%", "-"):
        return False
    return join == "tight" or (opener is not None and first.scale == 1)


def _join(found: Found, end: int, start: int, opener: str | None) -> str | None:
    """Name what joins two ends: tight (a dash), dash, and, to, or; None where nothing does."""
    between = found.low[end:start]
    if _TIGHT_DASH.fullmatch(between):
        return "tight"
    if _DASH.fullmatch(between):
        return "dash"
    match = _joins().fullmatch(between)
    if match is None:
        return None
    word = " ".join(match["word"].split())
    closes = load("bounds")["range"]["opens_and"].get(opener or "")
    if word in _closing():
        return "and" if closes is not None and word in closes else ("to" if word in _to() else None)
    return word


def _to() -> frozenset[str]:
    return frozenset(load("bounds")["range"]["joins"])


@cache
def _closing() -> frozenset[str]:
    ands = load("bounds")["range"]["opens_and"].values()
    return frozenset(word for list_ in ands for word in list_)


@cache
def _joins() -> re.Pattern[str]:
    words = alternatives([*load("bounds")["range"]["joins"], *sorted(_closing())])
    more = "(?:about|around|nearly|over|as much as|even|roughly)"
    return re.compile(rf"{GAP}(?P<word>{words}){GAP}(?:{more}{GAP})?")


def _opener(found: Found, start: int) -> str | None:
    """Give the word that opens a range before its first end: "between", "from"."""
    words = found.low[max(0, start - 32) : start].replace("\\", " ").split()
    while words and words[-1] in ("about", "around", "roughly", "approximately", "some", "$"):
        words.pop()
    word = words[-1].strip("(\"'“‘") if words else ""
    openers = load("bounds")["range"]["opens_and"]
    return word if word in openers or word in ("from", "de", "von", "od", "van", "від") else None


def _is_change(found: Found, start: int) -> bool:
    """Say whether "from … to …" tells of a change: "raised from $1bn to $2bn"."""
    window = found.low[max(0, start - 90) : start]
    sentence = re.split(r"[.!?]\s", window)[-1]
    return bool(_changes() & set(re.findall(r"[^\W\d_]+", sentence)))


@cache
def _changes() -> frozenset[str]:
    return frozenset(load("bounds")["range"]["change"])
