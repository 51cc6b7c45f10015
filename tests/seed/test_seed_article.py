"""Acceptance on real text that no one here wrote: the seed article and its claims by hand."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest
from seed_texts import article, as_json, gold, needs_seed, read_seed

from pledgebook.model.claims import Claim, Commitment, Participation, PlanPoint, Proposal, Statement
from pledgebook.model.values import Quantity
from seed_score import SeedScore, score

pytestmark = needs_seed

NAMED = {
    *("FRA", "POL", "SWE", "TUR", "NOR", "CZE", "DNK", "DEU"),
    *("NLD", "ROU", "FIN", "ITA", "ESP", "CAN"),
}


@cache
def claims() -> tuple[Claim, ...]:
    return tuple(read_seed(article()))


@cache
def result() -> SeedScore:
    return score(as_json(list(claims())), gold())


def commitments() -> list[Commitment]:
    return [c for c in claims() if isinstance(c, Commitment)]


def with_sum(low: int) -> Commitment:
    found = [c for c in commitments() if c.amount is not None and c.amount.low == low]
    assert len(found) == 1
    return found[0]


def test_nothing_of_the_gold_is_missed() -> None:
    assert [(g["kind"], g["sentence"]) for g in result().missed] == []


def test_nothing_is_claimed_beyond_the_gold() -> None:
    assert [(c["kind"], c["evidence"]) for c in result().false] == []


def test_export_finance_for_missiles() -> None:
    claim = with_sum(1_600_000_000)
    assert claim.amount is not None
    assert (claim.amount.currency, claim.amount.bound) == ("GBP", "exact")
    assert [a.id for a in claim.donors] == ["GBR"]
    assert [a.id for a in claim.recipients] == ["UKR"]
    assert (claim.instrument, claim.newness, claim.aid_type) == (
        "export_credit",
        "additional",
        "military",
    )
    assert claim.speaker is not None
    assert claim.speaker.id == "person:keir-starmer"
    (item,) = claim.items
    assert item.name == "air defence missiles"
    assert item.quantity is not None
    assert item.quantity == Quantity(low=Decimal(5000), high=None, bound="at_least")


def test_loan_backed_by_frozen_assets() -> None:
    claim = with_sum(2_200_000_000)
    assert [a.id for a in claim.donors] == ["GBR"]
    assert [a.id for a in claim.recipients] == ["UKR"]
    assert (claim.instrument, claim.aid_type, claim.newness) == ("loan", "military", "restated")
    assert claim.funding_source is not None
    assert claim.funding_source.kind == "frozen_asset_profits"
    assert claim.funding_source.words == "profits from frozen Russian assets"


def test_no_other_sum() -> None:
    assert len([c for c in commitments() if c.amount is not None]) == 2


def test_boots_and_planes() -> None:
    (claim,) = [c for c in commitments() if c.instrument == "personnel"]
    assert [a.id for a in claim.donors] == ["GBR"]
    assert claim.firmness in ("conditional", "intended")
    assert claim.amount is None
    assert [item.name for item in claim.items] == ["boots on the ground", "planes in the air"]


def test_plan_points_in_order() -> None:
    points = [c for c in claims() if isinstance(c, PlanPoint)]
    assert [p.ordinal for p in points] == [1, 2, 3, 4]
    assert [p.goals for p in points] == [
        ("military_aid", "economic_pressure"),
        ("sovereignty", "seat_at_talks"),
        ("deterrence",),
        ("coalition_guarantee",),
    ]


def test_truce_proposal() -> None:
    (claim,) = [c for c in claims() if isinstance(c, Proposal) and c.proposal_type == "truce"]
    assert [a.id for a in claim.proposers] == ["FRA", "GBR"]
    assert claim.speaker is not None
    assert claim.speaker.id == "person:emmanuel-macron"
    assert claim.scope == ("air", "sea", "energy_infrastructure")
    assert claim.period is not None
    assert claim.period.duration == "P1M"
    assert claim.status == "proposed"


def test_seats() -> None:
    seats = [c for c in claims() if isinstance(c, Participation)]
    assert {s.role for s in seats} <= {"host", "attended"}
    hosts = [s for s in seats if s.role == "host" and s.event.name != "White House exchange"]
    assert [(s.actor.id, s.representing) for s in hosts] == [("person:keir-starmer", "GBR")]
    assert {s.actor.id for s in seats if s.role == "attended" and s.actor.type == "state"} == NAMED
    (count,) = [s for s in seats if s.actor.count is not None]
    assert count.actor.count == 18
    assert "count-mismatch" in count.problems


def test_direct_quotations_have_their_speakers() -> None:
    said = [c for c in claims() if isinstance(c, Statement) and c.mode == "direct"]
    by = {c.content[:20]: c.speaker.id if c.speaker else None for c in said}
    starmer, zelensky = "person:keir-starmer", "person:volodymyr-zelensky"
    wanted = [
        (g["content"][:20], g["speaker"]["id"])
        for g in gold()
        if g["kind"] == "statement" and g["mode"] == "direct"
    ]
    assert len(wanted) == 6
    assert {speaker for _, speaker in wanted} == {starmer, zelensky}
    for content, speaker in wanted:
        assert by.get(content) == speaker


def test_each_quote_stands_at_its_place() -> None:
    text = article()
    for claim in claims():
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def _straight(text: str) -> str:
    for curly, plain in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        text = text.replace(curly, plain)
    return text


def _curly(text: str) -> str:
    out, opened = [], False
    for character in text:
        if character == '"':
            opened = not opened
            out.append("“" if opened else "”")
        else:
            out.append(character)
    return "".join(out).replace("'", "’")


DAMAGES: dict[str, Callable[[str], str]] = {
    "straight quotes": _straight,
    "curly quotes": _curly,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no-break spaces": lambda text: text.replace(" billion", "\u00a0billion").replace(
        "of a £", "of\u00a0a\u00a0£"
    ),
    "no-break spaces everywhere before figures": lambda text: text.replace(" £", "\u00a0£").replace(
        "than 5", "than\u00a05"
    ),
    "pound entity": lambda text: text.replace("£", "&pound;"),
    "byte order mark kept": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_text_gives_the_same_claims(damage: str) -> None:
    text = DAMAGES[damage](article())
    read = read_seed(text)
    for claim in read:
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
    assert summary(read) == summary(list(claims()))


def summary(found: list[Claim]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for claim in found:
        if isinstance(claim, Commitment):
            low = None if claim.amount is None else claim.amount.low
            rows.append(("commitment", low, tuple(a.id for a in claim.donors), claim.newness))
        elif isinstance(claim, Participation):
            rows.append(("participation", claim.actor.id, claim.role, claim.actor.count))
        elif isinstance(claim, Statement):
            rows.append(("statement", claim.speaker and claim.speaker.id, claim.mode))
        elif isinstance(claim, Proposal):
            rows.append(("proposal", claim.proposal_type, claim.scope, claim.status))
        elif isinstance(claim, PlanPoint):
            rows.append(("plan_point", claim.ordinal, claim.goals))
    return rows
