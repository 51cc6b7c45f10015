"""How the folding grows: processor seconds for 1,000, 10,000 and 100,000 claims of a made archive.

    PYTHONPATH=bench python bench/reconcile.py [--claims 1000 10000 100000]
    PYTHONPATH=bench python bench/reconcile.py --of-one [--claims 100 300 1000 3000]

Ten donors promise some 250 sums a month for as many months as the number of claims asks for; two in
five promises are told again (up to six outlets in the week after, rounded by some), one in seven is
paid later, and one in ten claims is a statement. With ``--of-one`` all claims tell one promise,
over a month, a fifth of them rounded, some calling it a loan or a grant, some that it is paid.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pledgebook.model.claims import Claim, Commitment, Source, Statement
from pledgebook.model.snapshots import Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount
from pledgebook.reconcile.fold import fold

DONORS = ("NOR", "SWE", "LVA", "PRT", "CHL", "JPN", "KEN", "CAN", "FRA", "PER")
RECIPIENTS = ("MDA", "HTI", "SDN", "PAK")
THINGS = ("seed", "boats", "pumps", "tents", "turbines", "vaccines", "rails", "bridges")
START = date(1990, 1, 1)
PROMISES_A_DAY = 8


def archive(claims: int, seed: int = 6) -> list[Claim]:
    """Make claims of promises that are told, told again and paid; the same for the same seed."""
    rng, made = random.Random(seed), list[Claim]()  # noqa: S311 - no secret
    number = 0
    while len(made) < claims:
        made.extend(_promise(number, rng))
        number += 1
    return made[:claims]


def _promise(number: int, rng: random.Random) -> Iterator[Claim]:
    day = START + timedelta(days=number // PROMISES_A_DAY)
    figure = Decimal(rng.randint(1, 9999)) * 100_000
    values = {
        "donors": (_state(rng.choice(DONORS)),),
        "recipients": (_state(rng.choice(RECIPIENTS)),),
        "purpose": f"for {rng.choice(THINGS)} under programme {rng.randint(1, 400)}",
    }
    for telling in range(1 if rng.random() < 0.6 else rng.randint(2, 6)):
        told = figure if rng.random() < 0.8 else Decimal(f"{figure:.2g}")
        name = f"{number}.{telling}"
        yield _claim(name, day + timedelta(days=telling), amount=_exact(told), **values)
        if rng.random() < 0.1:
            yield _said(
                name, day, f"we will give {figure} {values['purpose']} for as long as needed"
            )
    if rng.random() < 1 / 7:
        paid = day + timedelta(days=rng.randint(50, 400))
        yield _claim(f"{number}.paid", paid, amount=_exact(figure), stage="disbursed", **values)


def of_one(claims: int) -> list[Claim]:
    """Make claims of one promise that many texts tell, in a few ways."""
    return [
        _claim(
            f"one.{n}",
            START + timedelta(days=n % 30),
            donors=(_state("NOR"),),
            recipients=(_state("MDA"),),
            amount=_exact(Decimal("40400000" if n % 5 else "40000000")),
            instrument=("loan", "unspecified", "grant")[n % 3 if n % 7 == 0 else 1],
            stage="disbursed" if n % 11 == 0 else "pledged",
        )
        for n in range(claims)
    ]


def _state(code: str) -> Actor:
    return Actor(id=code, name=code, type="state")


def _exact(figure: Decimal) -> Amount:
    return Amount(low=figure, high=figure, currency="USD")


def _envelope(name: str, day: date) -> dict[str, Any]:
    text = f"Text {name}."
    source = Source(id=Snapshot.of(text, "plain").id, ref=name, publisher="P", published=day)
    words = Evidence.cut("content", text, Span(0, 4))
    return {"source": source, "evidence": (words,), "sentence": Span(0, 4), "reader": "bench@1"}


def _claim(name: str, day: date, **values: Any) -> Commitment:
    return Commitment(**_envelope(name, day), **values)


def _said(name: str, day: date, content: str) -> Statement:
    speaker = Actor(id="person:a", name="A", type="person")
    return Statement(**_envelope(name, day), speaker=speaker, content=content)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--of-one", action="store_true", help="all claims tell one promise")
    given = parser.parse_args()
    for count in given.claims:
        claims = of_one(count) if given.of_one else archive(count)
        start = time.process_time()
        entries = fold(claims, ())
        spent = time.process_time() - start
        each = spent / count * 1000
        print(
            f"{count:>8,} claims  {len(entries):>7,} entries  {spent:7.2f} s  {each:.2f} ms a claim"
        )


if __name__ == "__main__":
    main()
