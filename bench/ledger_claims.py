"""Synthetic sources with claims that validate: made one at a time, never held together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pledgebook.model.claims import Claim, Commitment, Source, Statement
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount

#: Claims of one source; half are statements.
CLAIMS_PER_SOURCE = 10
DONORS = {"NOR": "Norway", "SWE": "Sweden", "LVA": "Latvia", "PRT": "Portugal", "CHL": "Chile"}
THINGS = ("seed", "boats", "pumps", "tents", "turbines", "vaccines", "rails", "bridges")
PLACES = ("coast", "delta", "valley", "harbour", "plateau", "islands", "border", "capital")

_Made = tuple[Document, list[Claim], Reading]


def made_sources(claims: int, seed: int = 4) -> Iterator[_Made]:
    """Give sources until there are ``claims`` claims; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for number in range(claims // CLAIMS_PER_SOURCE):
        yield _source(number, rng)


def _source(number: int, rng: random.Random) -> _Made:
    lines = [_sentence(number, n, rng) for n in range(CLAIMS_PER_SOURCE)]
    text = " ".join(line for line, _, _ in lines)
    snapshot = Snapshot.of(text, "plain")
    published = date.fromordinal(date(2015, 1, 1).toordinal() + number % 3650)
    seen = {"ref": f"{number}.txt", "publisher": f"Outlet {number % 40}", "published": published}
    source = Source(id=snapshot.id, **seen)  # type: ignore[arg-type]
    claims: list[Claim] = []
    start = 0
    for n, (line, code, figure) in enumerate(lines):
        claims.append(_claim(source, text, start, line, code, figure, spoken=n % 2 == 1))
        start += len(line) + 1
    sighting = Sighting(snapshot=snapshot.id, **seen)  # type: ignore[arg-type]
    names = tuple(claim.id for claim in claims)
    reading = Reading(snapshot=snapshot.id, reader="bench", version="1", claims=names, problems=())
    return Document(snapshot=snapshot, sighting=sighting), claims, reading


def _sentence(number: int, n: int, rng: random.Random) -> tuple[str, str, int]:
    code, figure = rng.choice(list(DONORS)), rng.randint(1, 900)
    line = (
        f"{DONORS[code]} said it would give €{figure} million for {rng.choice(THINGS)} on the "
        f"{rng.choice(PLACES)} under programme {number * CLAIMS_PER_SOURCE + n}."
    )
    return line, code, figure


def _claim(
    source: Source, text: str, start: int, line: str, code: str, figure: int, *, spoken: bool
) -> Claim:
    def cut(field: str, words: str) -> Evidence:
        at = start + line.index(words)
        return Evidence.cut(field, text, Span(at, at + len(words)))

    actor = Actor(id=code, name=DONORS[code], type="state")
    shared = {
        "source": source,
        "sentence": Span(start, start + len(line)),
        "reader": "rules/bench@1",
    }
    if spoken:
        content = line[line.index("it would") : -1]
        told = (cut("speaker", DONORS[code]), cut("cue", "said"), cut("content", content))
        return Statement(
            **shared, evidence=told, speaker=actor, cue="said", content=content,  # type: ignore[arg-type]
        )  # fmt: skip
    value = Decimal(figure) * 1_000_000
    evidence = (cut("donors.0", DONORS[code]), cut("amount", f"€{figure} million"))
    amount = Amount(low=value, high=value, currency="EUR", bound="exact")
    return Commitment(**shared, evidence=evidence, donors=(actor,), amount=amount)  # type: ignore[arg-type]
