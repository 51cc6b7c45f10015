"""Who only looks on, whose sum it is, and conditions that no "if" opens."""

from __future__ import annotations

from typing import Any

import pytest
from gate_pages import cite, claim, page, state

from pledgebook.extract.gate import judge


def _sum(text: str, donor: str, code: str, words: str, **values: Any) -> dict[str, Any]:
    amount = {
        "low": "5000000",
        "high": "5000000",
        "currency": "EUR",
        "bound": "exact",
        "per": "total",
    }
    rows = [cite(text, "donors.0", donor), cite(text, "amount", words)]
    return claim("commitment", rows, donors=[state(code, donor)], amount=amount, **values)


@pytest.mark.parametrize(
    ("text", "donor", "code", "verdict"),
    [
        ("Chile welcomed the €5 million that Peru promised Haiti.", "Chile", "CHL", "unsupported"),
        ("Peru promised €5 million, a sum that Chile had demanded.", "Chile", "CHL", "unsupported"),
        ("Peru promised €5 million, a sum that Chile had demanded.", "Peru", "PER", "kept"),
        (
            "Chile urged Peru to act and said it would give €5 million.",
            "Peru",
            "PER",
            "unsupported",
        ),
        ("Chile urged Peru to act and said it would give €5 million.", "Chile", "CHL", "kept"),
        ("Chile thanked Peru and pledged €5 million of its own.", "Peru", "PER", "unsupported"),
        ("Chile thanked Peru and pledged €5 million of its own.", "Chile", "CHL", "kept"),
        ("Chile praised Haiti and underlined its gift of €5 million.", "Chile", "CHL", "kept"),
        ("Haiti: €2 million from Chile, another €5 million from Peru.", "Peru", "PER", "kept"),
        (
            "Haiti: €2 million from Chile, another €5 million from Peru.",
            "Chile",
            "CHL",
            "unsupported",
        ),
        (
            "Haiti: €5 million from Chile, another €2 million from Peru.",
            "Peru",
            "PER",
            "unsupported",
        ),
        ("Haiti got €5 million from Chile and Peru.", "Peru", "PER", "kept"),
        ("Asked, only Chile gave, and it pays €5 million.", "Chile", "CHL", "kept"),
        (
            "Chile and Peru were asked; only Chile said yes: €5 million.",
            "Peru",
            "PER",
            "unsupported",
        ),
        ("Chile has paid €5 million, while Peru looks on.", "Peru", "PER", "unsupported"),
        ("Chile has paid €5 million, while Peru looks on.", "Chile", "CHL", "kept"),
        ("To our friends in Chile, who have put up €5 million: thank you.", "Chile", "CHL", "kept"),
        ("To friends in Chile, who were promised €5 million: hope.", "Chile", "CHL", "unsupported"),
    ],
)
def test_who_a_sum_comes_from(text: str, donor: str, code: str, verdict: str) -> None:
    assert judge(_sum(text, donor, code, "€5 million"), page(text)).verdict == verdict


CONDITIONS = [
    ("The talks failed. Were the port to reopen, Chile would give €5 million.", True),
    ("Chile will give €5 million barring a change of government.", True),
    ("Chile's €5 million still needs parliamentary approval.", True),
    ("Chile's €5 million awaits the nod of the senate.", True),
    ("Chile's gift of €5 million lapses in the absence of consent.", True),
    ("Chile will give €5 million. A decision hinges on the vote.", True),
    ("Chile will give €5 million and an offer of trucks if Peru agrees.", False),
    ("If history is any guide, Chile will pay €5 million.", False),
    ("Chile gave €5 million. Were they ready? They were.", False),
    ("Chile gave €5 million after the senate approved it.", False),
]


@pytest.mark.parametrize(("text", "conditional"), CONDITIONS)
def test_conditions_without_if(text: str, *, conditional: bool) -> None:
    verdict = judge(
        _sum(text, "Chile", "CHL", "€5 million", firmness="firm", conditions=[]), page(text)
    ).verdict
    assert verdict == ("unsupported" if conditional else "kept")


@pytest.mark.parametrize(("firmness", "verdict"), [("denied", "kept"), ("firm", "unsupported")])
def test_what_is_kept_is_not_given(firmness: str, verdict: str) -> None:
    text = "Chile has trucks to spare, but is keeping them."
    made = claim(
        "commitment",
        [cite(text, "donors.0", "Chile"), cite(text, "items.0.name", "trucks")],
        donors=[state("CHL", "Chile")],
        items=[{"name": "trucks"}],
        firmness=firmness,
    )
    assert judge(made, page(text)).verdict == verdict


@pytest.mark.parametrize(("representing", "verdict"), [("PER", "kept"), ({"id": "PER"}, "refused")])
def test_whom_somebody_represents_is_an_id(representing: object, verdict: str) -> None:
    text = "Ana Ruiz represented Peru at the talks in Quito."
    made = claim(
        "participation",
        [cite(text, "actor", "Ana Ruiz"), cite(text, "representing", "Peru")],
        actor={"id": None, "type": "person", "name": "Ana Ruiz"},
        role="attended",
        event={},
        representing=representing,
    )
    assert judge(made, page(text)).verdict == verdict
