"""Lines of a sentence table for commitments: what a claim has to say, or must never say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

import pytest
from _pytest.mark import ParameterSet
from reading import ids, page

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Commitment
from pledgebook.model.values import Item

READER = CommitmentReader()
SCALE = {"k": 3, "m": 6, "bn": 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What one claim says; None where the line does not ask for it, "" for "says nothing".

    Attributes:
        donors, recipients: actor ids joined by "+".
        speaker: actor id.
        sum: figure, scale and currency as in "85m EUR" (the upper end where no lower is given).
        stage, firmness, newness, aid, instrument: codes of RECORDS.
        total: ``is_total``; part: whether ``within`` names another claim.
        trigger: triggers of the conditions joined by "+".
        funding: kind of the funding source; words: words that the funding source contains.
        period, purpose: words that the period's text, or the purpose, contains.
        per: the amount's "per".
        items: names with their counts, joined by "; " as in "10 howitzers; tents".
    """

    donors: str | None = None
    recipients: str | None = None
    speaker: str | None = None
    sum: str | None = None
    stage: str | None = None
    firmness: str | None = None
    newness: str | None = None
    aid: str | None = None
    instrument: str | None = None
    total: bool | None = None
    part: bool | None = None
    trigger: str | None = None
    funding: str | None = None
    words: str | None = None
    period: str | None = None
    purpose: str | None = None
    per: str | None = None
    items: str | None = None


#: Fields of which a claim has to contain the words, not to be them.
CONTAINED = {"words", "period", "purpose"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text, what its claims say, and why the reader cannot yet (None where it can)."""

    text: str
    wants: tuple[Want, ...]
    publisher: str | None = None
    title: str | None = None
    not_yet: str | None = None


def line(
    text: str,
    *wants: Want,
    publisher: str | None = None,
    title: str | None = None,
    not_yet: str | None = None,
) -> ParameterSet:
    """A line as a parameter; one that is not read yet is an expected failure, in words."""
    marks = [] if not_yet is None else [pytest.mark.xfail(strict=True, reason=not_yet)]
    row = Line(text=text, wants=wants, publisher=publisher, title=title, not_yet=not_yet)
    return pytest.param(row, marks=marks, id=text[:60])


def kept(row: Line) -> list[Commitment]:
    """What the reader proposes and the gate keeps."""
    whole = page(row.text, row.publisher, row.title)
    found, _ = pass_gate(whole, READER.read(whole))
    return [claim for claim in found if isinstance(claim, Commitment)]


def printed(sum_: str) -> tuple[Decimal, str]:
    """Figure and currency of "85m EUR"."""
    figure, currency = sum_.split()
    digits = figure.rstrip("kmbn")
    return Decimal(digits).scaleb(SCALE.get(figure[len(digits) :], 0)), currency


def counted(item: Item) -> str:
    """An item as "10 howitzers"; the upper end where no lower is given."""
    quantity = item.quantity
    if quantity is None:
        return item.name
    return f"{quantity.high if quantity.low is None else quantity.low} {item.name}"


def said(claim: Commitment) -> dict[str, object]:
    """A claim in the words of a Want."""
    amount, source = claim.amount, claim.funding_source
    figure = None if amount is None else amount.high if amount.low is None else amount.low
    return {
        "donors": ids(claim.donors),
        "recipients": ids(claim.recipients),
        "speaker": claim.speaker.id if claim.speaker else "",
        "sum": None if amount is None or figure is None else (Decimal(figure), amount.currency),
        "stage": claim.stage,
        "firmness": claim.firmness,
        "newness": claim.newness,
        "aid": claim.aid_type,
        "instrument": claim.instrument,
        "total": claim.is_total,
        "part": claim.within is not None,
        "trigger": "+".join(str(c.trigger) for c in claim.conditions),
        "funding": (source.kind or "") if source else "",
        "words": source.words if source else "",
        "period": (claim.period.text or "") if claim.period else "",
        "purpose": claim.purpose or "",
        "per": amount.per if amount else "",
        "items": "; ".join(counted(item) for item in claim.items),
    }


def says(claim: Commitment, want: Want) -> bool:
    """Whether a claim says all that is asked for."""
    has = said(claim)
    for field in fields(want):
        asked = getattr(want, field.name)
        if asked is None:
            continue
        value = has[field.name]
        if field.name == "sum":
            asked = printed(asked)
        if field.name in CONTAINED and asked:
            if asked not in str(value):
                return False
        elif value != asked:
            return False
    return True


def check_says(row: Line) -> None:
    """Every claim that is asked for is found, each once, and none besides."""
    left = check_among(row)
    assert not left, [said(claim) for claim in left]


def check_among(row: Line) -> list[Commitment]:
    """Every claim that is asked for is among those found, each once; gives those besides."""
    left = kept(row)
    shown = [said(claim) for claim in left]
    for want in row.wants:
        match = next((claim for claim in left if says(claim, want)), None)
        assert match is not None, (want, shown)
        left.remove(match)
    return left


def live(found: Iterable[Commitment]) -> list[Commitment]:
    """Claims that say that something is or will be given."""
    return [c for c in found if c.stage != "withdrawn" and c.firmness != "denied"]


def check_never(row: Line) -> None:
    """No claim says what the line forbids; a line that forbids nothing special has no claim."""
    found = kept(row)
    shown = [said(claim) for claim in found]
    if not row.wants:
        assert not live(found), shown
    for want in row.wants:
        assert not any(says(claim, want) for claim in found), shown
