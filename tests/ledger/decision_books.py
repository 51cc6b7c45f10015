"""Books of small texts that a toy reader reads: what decisions do to them can be told by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from promise_builders import Text, amount, state

from pledgebook.ledger.store import Ledger
from pledgebook.model.claims import Claim, Commitment
from pledgebook.model.plain import to_json
from pledgebook.model.snapshots import Decision, Document
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Amount
from pledgebook.reconcile.fold import fold

NOON = datetime(2025, 5, 1, 12, tzinfo=UTC)
_SUM = re.compile(r"(\w+) gives (\d+) million")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


def text(words: str, day: int = 3, url: str | None = None) -> Text:
    return Text(words, published=date(2025, 3, day), url=url, ref=f"{words[:12]}.txt")


def millions(figure: int | str) -> Amount:
    return amount(f"{figure}e6", "EUR")


def read(source: Text, *, misread: bool = False, **values: Any) -> list[Claim]:
    """Read "NOR gives 5 million": one commitment a match; a misreading is one million more."""
    return [
        _claim(source, match, int(match[2]) + misread, values)
        for match in _SUM.finditer(source.words)
    ]


def _claim(source: Text, match: re.Match[str], figure: int, values: dict[str, Any]) -> Claim:
    given: dict[str, Any] = {"donors": match[1], "amount": millions(figure), **values}
    claim = source.commitment(**given)
    sentence = Span(match.start(), match.end())
    words = (
        Evidence.cut("donors.0", source.words, Span(*match.span(1))),
        Evidence.cut("amount", source.words, Span(match.start(2), match.end())),
    )
    return replace(claim, evidence=words, sentence=sentence)


def add(ledger: Ledger, source: Text, version: str = "1", **how: Any) -> list[Claim]:
    claims = read(source, **how)
    ledger.add(source.document, claims, source.reading(claims, version))
    return claims


def gate(claim: Mapping[str, Any], document: Document) -> tuple[str, ...]:
    """Keep a sum where its words hold the figure, and quotes that stand in the text."""
    text_ = document.snapshot.text
    reasons = [
        f"{e['field']}: the text has other words"
        for e in claim["evidence"]
        if text_[e["start"] : e["end"]] != e["quote"]
    ]
    cited = [e["quote"] for e in claim["evidence"] if e["field"] == "amount"]
    if claim.get("amount") is not None:
        figure = Decimal(claim["amount"]["low"]) / 1_000_000
        if not any(f"{figure:f}".split(".", maxsplit=1)[0] in quote.split() for quote in cited):
            reasons.append(f"amount: the words do not say {figure:f} million")
    return tuple(reasons)


def decide(
    ledger: Ledger, action: Any, target: str, value: dict[str, Any] | None = None, **more: Any
) -> str:
    """Decide at the ledger's own time."""
    at = more.pop("at", None) or ledger._clock()
    decision = Decision(
        author=more.pop("by", "ana"),
        at=at,
        action=action,
        target=target,
        reason="seen by hand",
        value=value,
    )
    return ledger.decide(decision, fold=fold, gate=gate)


def sum_change(claim: Claim, figure: int) -> dict[str, Any]:
    """The value of a decision that sets the sum, with the words it rests on."""
    words = next(e for e in claim.evidence if e.field == "amount")
    evidence = {"field": "amount", "start": words.start, "end": words.end, "quote": words.quote}
    return {"field": "amount", "value": to_json(millions(figure)), "evidence": [evidence]}


def stage_change(claim: Claim, stage: str) -> dict[str, Any]:
    """The value of a decision that sets the stage, with words it rests on."""
    (row,) = sum_change(claim, 5)["evidence"]
    return {"field": "stage", "value": stage, "evidence": [{**row, "field": "stage"}]}


def sums(ledger: Ledger, **scope: Any) -> list[tuple[str, str]]:
    """Donor and millions of each entry's lead."""
    view = ledger.view(fold=fold, **scope)
    found = [entry.lead for entry in view.entries()]
    return [
        (claim.donors[0].name, f"{(claim.amount.low or 0) / 1_000_000:f}")
        for claim in found
        if isinstance(claim, Commitment) and claim.amount is not None
    ]


__all__ = [
    "NOON",
    "Clock",
    "add",
    "decide",
    "gate",
    "millions",
    "read",
    "stage_change",
    "state",
    "sum_change",
]
