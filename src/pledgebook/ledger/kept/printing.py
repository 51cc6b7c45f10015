"""The rows of a total as JSON and as CSV: what ``TotalsRow`` writes, for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pledgebook.ledger.kept.codes import different, numbered, ragged
from pledgebook.ledger.kept.facts import NONE, Ints
from pledgebook.ledger.kept.gift_printing import beside
from pledgebook.ledger.kept.layout import (
    END,
    ITEM,
    OBJECT,
    OBJECT_END,
    SAID,
    VALUE,
    all_quoted,
    quoted,
)
from pledgebook.ledger.kept.rows import KeptRows
from pledgebook.ledger.kept.streams import Each, Lists, joined, pieces
from pledgebook.ledger.kept.sums import Sums
from pledgebook.ledger.kept.tallying import KeptTally

_Texts = NDArray[np.object_]

#: Values of dimensions are written together where they are no more than this.
_TABLE = 4096


def json_text(rows: KeptRows) -> Iterable[str]:
    """Write rows as JSON with two blanks for each step inward, in stretches of the text.

    Raises TypeError for lone surrogates, before the first of them.
    """
    if not len(rows):
        return ("[]",)
    parts: tuple[Each | Lists, ...] = (
        *_keys(rows, dict.fromkeys(rows.keys.by), _key, f",\n  {{{VALUE}", '"low": "'),
        *_sums(rows),
        _entries(rows),
        _left_out(rows),
        *_last(rows),
    )
    told = joined(len(rows), parts, end="\n]")
    return chain((f"[{next(told).removeprefix(',')}",), told)


def csv_text(rows: KeptRows, field: Callable[[object], str]) -> Iterable[str]:
    """Write rows as CSV, in stretches of the text.

    ``field`` writes a value; figures without a sign and counts are left as they are.
    """
    codes = pieces([f",{field(code)}," for code in rows.tally.worth.currencies])
    sizes, size = numbered(np.diff(rows.counted.start), len(rows.counted.rows) + 1)
    estimated = rows.estimated()
    parts = (
        *_keys(rows, rows.keys.by, lambda _, value: f"{field(value)},"),
        *_ends(rows.sums, field),
        Each(codes[rows.currency]),
        Each(pieces([f"{count}," for count in sizes.tolist()])[size]),
        Each(pieces(_counts(rows, field, "\n" if estimated is None else ","))[rows.number]),
        *(() if estimated is None else (*_ends(estimated, field), Each("\n"))),
    )
    return joined(len(rows), parts)


def _ends(sums: Sums, field: Callable[[object], str]) -> Iterator[Each]:
    """Both ends of a sum in CSV."""
    low, high = sums.texts()
    if sums.below_zero():
        low, high = list(map(field, low)), list(map(field, high))
    yield Each(pieces(low))
    yield Each(",")
    yield Each(pieces(high))


def _key(name: str, value: str | None) -> str:
    return f"{quoted(name)}: {quoted(value)},{VALUE}"


def _keys(
    rows: KeptRows,
    by: Iterable[str],
    write: Callable[[str, str | None], str],
    before: str = "",
    after: str = "",
) -> Iterator[Each]:
    """The values of dimensions, few enough of them as one piece, and what stands around them."""
    code, texts = np.zeros(len(rows), dtype=np.int64), [before]
    for name in by:
        codes, values = rows.keys.dimension(name)
        written = [write(name, value) for value in values]
        if len(texts) * len(written) > _TABLE:
            yield Each(pieces(texts)[code])
            code, texts = np.zeros_like(code), [""]
        code = code * len(written) + codes[rows.number]
        texts = [told + own for told in texts for own in written]
    yield Each(pieces([told + after for told in texts])[code])


def _sums(rows: KeptRows) -> Iterator[Each]:
    """Both ends of the sum, and the currency."""
    low, high = rows.sums.texts()
    is_open = rows.sums.open.astype(np.int64)
    codes = [quoted(code) for code in rows.tally.worth.currencies]
    ends = [
        f'{sign},{VALUE}"currency": {code},{VALUE}"entries": '
        for sign in ('"', "")
        for code in codes
    ]
    yield Each(pieces(low))
    yield Each(pieces([f'",{VALUE}"high": "', f'",{VALUE}"high": null'])[is_open])
    yield Each(pieces(high))
    yield Each(pieces(ends)[is_open * len(codes) + rows.currency])


def _entries(rows: KeptRows) -> Lists:
    return Lists(
        counts=np.diff(rows.counted.start),
        items=(rows.tally.facts.every_name[rows.counted.rows],),
        opening=f'[{ITEM}"',
        between=f'",{ITEM}"',
        closing=f'"{END},{VALUE}"left_out": ',
        empty=f'[],{VALUE}"left_out": ',
    )


def _left_out(rows: KeptRows) -> Lists:
    """The entries left out, of each row those with its values."""
    aside = rows.aside
    counts = np.diff(aside.start)[rows.number]
    places = ragged(aside.start[rows.number], counts)
    return Lists(
        counts=counts,
        items=(
            rows.tally.facts.every_name[aside.rows[places]],
            _whys(rows.tally, aside.rows)[places],
        ),
        opening=f"[{OBJECT}",
        between=f",{OBJECT}",
        closing=f'{END},{VALUE}"notes": ',
        empty=f'[],{VALUE}"notes": ',
    )


def _whys(tally: KeptTally, rows: Ints) -> _Texts:
    """Why entries are left out: the end of each one's object."""
    known, codes = tally.verdicts.known.values, tally.verdicts.of[rows]
    some = different(codes).tolist()
    ends = np.empty(len(known), dtype=np.object_)
    ends[some] = _why([known[code] for code in some])
    found: _Texts = ends[codes]
    special = np.flatnonzero(tally.has_own_reason(rows))
    own = tally.left_out(rows[special])
    found[special] = _why([(out.rule, out.reason) for out in own])
    return found


def _why(told: Sequence[tuple[str, str]]) -> list[str]:
    if not told:
        return []
    rules = {rule: f'{SAID}"rule": {quoted(rule)},\n        "reason": ' for rule, _ in told}
    reasons = all_quoted([reason for _, reason in told])
    return [
        f"{rules[rule]}{reason}{OBJECT_END}"
        for (rule, _), reason in zip(told, reasons, strict=True)
    ]


def _last(rows: KeptRows) -> Iterator[Each | Lists]:
    """Notes, and what is estimated beside the sum."""
    if rows.gifts is None:
        yield _notes(rows, "\n  }")
        return
    yield _notes(rows, "")
    yield from beside(rows)
    yield Each("\n  }")


def _notes(rows: KeptRows, end: str) -> Lists:
    """What is to be known of the entries that count: of each none, or some notes."""
    tally = rows.tally
    told = tally.verdicts.told[rows.counted.rows]
    notes, factors = tally.facts.note[told], tally.worth.factor[told] - NONE
    span = int(factors.max(initial=0)) + 1
    pairs, pair = numbered(notes * span + factors, span * (int(notes.max(initial=0)) + 1))
    first, ends = _said(tally, *np.divmod(pairs, span))
    often = np.diff(first)[pair]
    return Lists(
        counts=np.diff(np.append(0, np.cumsum(often))[rows.counted.start]),
        items=(
            np.repeat(tally.facts.every_name[rows.counted.rows], often),
            ends[ragged(first[pair], often)],
        ),
        opening=f"[{OBJECT}",
        between=f",{OBJECT}",
        closing=f"{END}{end}",
        empty=f"[]{end}",
    )


def _said(tally: KeptTally, notes: Ints, factors: Ints) -> tuple[Ints, _Texts]:
    """Of pairs of notes and factors where their texts begin, one more than pairs; the texts."""
    rates = iter(tally.worth.rates((factors[factors > 0] + NONE).tolist()))
    said: list[str] = []
    first = [0]
    for note, factor in zip(notes.tolist(), factors.tolist(), strict=True):
        if note:
            said.extend(tally.facts.told.notes[note])
        if factor:
            said.append(next(rates))
        first.append(len(said))
    quoted = all_quoted(said) if said else []
    ends = [f'{SAID}"note": {words}{OBJECT_END}' for words in quoted]
    return np.array(first, dtype=np.int64), pieces(ends)


def _counts(rows: KeptRows, field: Callable[[object], str], after: str) -> list[str]:
    """Of each number of values how many entries are left out, and by which rules."""
    aside, count = rows.aside, rows.keys.count
    rules, names = rows.tally.verdicts.rules_of(aside.rows)
    numbers = np.repeat(np.arange(count), np.diff(aside.start))
    first = np.flatnonzero(np.diff(numbers * len(names) + rules, prepend=NONE))
    runs = np.diff(first, append=len(numbers)).tolist()
    by = [""] * count
    for number, rule, run in zip(numbers[first].tolist(), rules[first].tolist(), runs, strict=True):
        by[number] += f"{'; ' if by[number] else ''}{run} {names[rule]}"
    end = cache(lambda size, words: f"{size},{field(words)}{after}")
    return list(map(end, np.diff(aside.start).tolist(), by))
