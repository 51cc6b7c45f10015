"""Estimates of gifts in kind as JSON: what ``TotalsRow`` writes of them, for all rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from pledgebook.ledger.kept.facts import Ints
from pledgebook.ledger.kept.layout import END, OBJECT, OBJECT_END, SAID, VALUE, quoted
from pledgebook.ledger.kept.pricing import Beside
from pledgebook.ledger.kept.rows import KeptRows
from pledgebook.ledger.kept.streams import Each, Lists, pieces
from pledgebook.ledger.kept.sums import Sums

#: How the next value of an object, and the next of a list in it, begin.
_NEXT, _PRICE = "\n        ", "\n          "


def beside(rows: KeptRows) -> Iterator[Each | Lists]:
    """What is estimated beside the sums of rows; nothing where no prices were given."""
    sums, gifts, estimates = rows.estimated(), rows.gifts, rows.tally.beside
    if sums is None or gifts is None or estimates is None:
        return
    low, high = sums.texts()
    yield Each(f',{VALUE}"estimated_low": "')
    yield Each(pieces(low))
    yield Each(f'",{VALUE}"estimated_high": ')
    yield Each(pieces(list(map(_end, high))))
    yield Each(f',{VALUE}"estimates": ')
    yield Lists(
        counts=np.diff(gifts.start),
        items=(
            rows.tally.facts.every_name[estimates.rows[gifts.rows]],
            pieces(list(_rests(estimates, gifts.rows))),
        ),
        opening=f"[{OBJECT}",
        between=f",{OBJECT}",
        closing=END,
        empty="[]",
    )


def _end(text: str) -> str:
    return f'"{text}"' if text else "null"


def _rests(estimates: Beside, gifts: Ints) -> Iterator[str]:
    """What stands behind the entry in the object of each estimate."""
    codes = [quoted(code) for code in estimates.worth.currencies]
    prices = cache(lambda place: _prices(estimates.lists.prices(place)))
    low, high = _sums(estimates, gifts).texts()
    currency, of = estimates.worth.currency[gifts].tolist(), estimates.of[gifts].tolist()
    for least, most, code, place in zip(low, high, currency, of, strict=True):
        yield (
            f'{SAID}"low": "{least}",{_NEXT}"high": {_end(most)},'
            f'{_NEXT}"currency": {codes[code]},{_NEXT}"prices": {prices(place)}{OBJECT_END}'
        )


def _prices(told: tuple[str, ...]) -> str:
    return f"[{','.join(_PRICE + quoted(words) for words in told)}\n        ]"


def _sums(estimates: Beside, gifts: Ints) -> Sums:
    """Each estimate as a sum of its own."""
    worth, places = estimates.worth, enumerate(gifts.tolist())
    return Sums(
        low=worth.low[gifts],
        high=worth.high[gifts],
        open=estimates.figures.open[gifts],
        odd={place: worth.odd[gift] for place, gift in places if gift in worth.odd},
    )
