"""Rounds of giving: what all gave, parts for others, what is blocked, and people who are served."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, live
from reading import ids

TOLD = [
    line(
        "Norway gave Mali €5m. Organisers said pledges totalled €813m by the evening.",
        Want(donors="NOR", sum="5m EUR"),
        Want(donors="", sum="813m EUR"),
    ),
    line(
        "Norway gave Mali €5m. Last year's Rome conference raised €2bn.",
        Want(donors="NOR", sum="5m EUR"),
        Want(donors="", sum="2bn EUR"),
    ),
    line("Norway's pledges totalled €20m for Chad.", Want(donors="NOR", sum="20m EUR")),
    line(
        "Spain said it would give Sudan €50m, half of it for refugees in Chad.",
        Want(donors="ESP", recipients="SDN", sum="50m EUR"),
    ),
    line(
        "Peru gave Bolivia €20m, most of it for camps near Chile.",
        Want(donors="PER", recipients="BOL", sum="20m EUR"),
    ),
    line(
        "Japan will send Fiji 20 boats and train another 1,000 recruits.",
        Want(donors="JPN", recipients="FJI"),
        Want(donors="JPN", items="1000 recruits"),
    ),
    line("Latvia will hand Moldova rations for 5,000 soldiers.", Want(items="rations")),
    line("Kenya will give Chad uniforms for 300 soldiers.", Want(items="uniforms")),
    line("Kenya will give Chad courses for 300 soldiers.", Want(items="300 soldiers")),
    line(
        "Chad's minister thanked Spain for what he called its biggest gift so far, €16m.",
        Want(donors="ESP", recipients="TCD", sum="16m EUR", stage="pledged"),
    ),
    line("Peru called on Spain to give Chad €5m.", Want(donors="ESP", stage="called_for")),
    line("Charities called for €5m for Chad.", Want(donors="", stage="called_for")),
]

BLOCKED = [
    "Hungary said it would block the next tranche of €6.6bn from the EU's fund for Ukraine.",
    "Slovakia vetoed €20m for Chad.",
    "Slovakia is blocking €20m in aid for Chad.",
]


@pytest.mark.parametrize("row", TOLD)
def test_who_gives_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", BLOCKED)
def test_what_is_blocked_is_not_given(text: str) -> None:
    assert live(kept(Line(text=text, wants=()))) == []


def test_a_group_that_meets_for_one_state_tells_who_gets() -> None:
    text = (
        "The Ukraine Defence Contact Group met in Brussels on Friday. Peru will give 30 trucks,"
        " and Japan is sending 20 ambulances. Diplomats from Ukraine praised both."
    )
    found = kept(Line(text=text, wants=()))
    assert [(ids(c.donors), ids(c.recipients)) for c in found] == [
        ("PER", "UKR"),
        ("JPN", "UKR"),
    ]


def test_states_that_open_the_points_of_a_round_give() -> None:
    text = (
        "Donors announced €8 million for clinics in Chad on Friday. It includes:\n\n"
        "- Germany: €5 million for clinics\n- Spain: €3 million for nurses\n"
    )
    row = Line(text=text, wants=())
    found = [(ids(c.donors), str(getattr(c.amount, "low", None))) for c in kept(row)]
    assert ("DEU", "5000000") in found
    assert ("ESP", "3000000") in found
