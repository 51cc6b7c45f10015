"""Initials that a text defines for a body, and initials that name somebody else."""

from __future__ import annotations

import pytest

from pledgebook.resolve.actors import find_actors

DEFINED = [
    ("The Millennium Challenge Corporation (MCC) met. MCC's board paid.", "MCC", "USA"),
    (
        "The Norwegian\n  Agency for Development Cooperation (NADC) met; the NADC paid.",
        "NADC",
        "NOR",
    ),
    ("The Government of Niger (“GoN”) met. The GoN paid.", "GoN", "NER"),
    ("The Asian Development Bank (AsDB) met. AsDB paid.", "AsDB", "org:adb"),
]


@pytest.mark.parametrize(("text", "short", "actor"), DEFINED)
def test_initials_name_their_body(text: str, short: str, actor: str) -> None:
    named = [m for m in find_actors(text) if m.span.of(text) == short]
    assert [(m.actor.id, m.actor.name) for m in named] == [(actor, short)] * 2


LEFT_ALONE = [
    ("MCC paid. The Millennium Challenge Corporation (MCC) met.", "MCC", 1),  # only from there on
    ("Denmark (DK) met. DK paid.", "DK", 0),  # one word
    ("The Millennium Challenge Corporation (LTD) met. LTD paid.", "LTD", 0),  # other letters
    ("The MCCS of the Millennium Challenge Corporation (MCC) paid.", "MCCS", 0),
    ("The Austrian Development Agency (ADA) met Ada Nordmann.", "Ada", 0),
]


@pytest.mark.parametrize(("text", "short", "times"), LEFT_ALONE)
def test_other_words_are_left_alone(text: str, short: str, times: int) -> None:
    assert sum(m.span.of(text) == short for m in find_actors(text)) == times


def test_initials_of_two_bodies_name_neither() -> None:
    text = "The Millennium Challenge Corporation (MCC) met the Ministry of Culture of Chad (MCC)."
    assert not [m for m in find_actors(text) if m.span.of(text) == "MCC"]


@pytest.mark.parametrize("gap", [" ", "\n", "\n    ", "\r\n  "])
def test_a_body_is_read_over_the_end_of_an_indented_line(gap: str) -> None:
    text = f"- The Norwegian{gap}Ministry of{gap}Finance paid."
    assert [m.actor.id for m in find_actors(text) if "Ministry" in m.span.of(text)] == ["NOR"]
