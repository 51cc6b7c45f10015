"""Sentence tables for participation; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.participation import ParticipationReader
from pledgebook.model.claims import Participation

READER = ParticipationReader()

#: sentence, {actor id: role}
SEATS = [
    ("Norway, Latvia and Poland attended the summit.",
     {"NOR": "attended", "LVA": "attended", "POL": "attended"}),
    ("Countries at the meeting included Italy and Spain.", {"ITA": "attended", "ESP": "attended"}),
    ("France joined the summit in London.", {"FRA": "attended"}),
    ("Belgium joined the coalition.", {"BEL": "joined"}),
    ("Hungary declined to attend the summit.", {"HUN": "declined"}),
    ("Leaders met in Oslo for a summit. Kiribati declined to take part in the talks.",
     {"KIR": "declined"}),
    ("Leaders met for a summit in Oslo. Hungary did not come.", {"HUN": "declined"}),
    ("Leaders met for a summit in Oslo. Slovakia stayed away.", {"SVK": "declined"}),
    ("Serbia turned down the invitation to the summit.", {"SRB": "declined"}),
    ("Ireland pulled out of the talks.", {"IRL": "declined"}),
    ("Iceland has not yet decided whether to send a minister to the conference.",
     {"ISL": "undecided"}),
    ("Georgia received an invitation to the summit.", {"GEO": "invited"}),
    ("Turkey was invited to the conference.", {"TUR": "invited"}),
    ("The summit, hosted by Denmark, ended on Friday.", {"DNK": "host"}),
    ("Finland took part in the talks.", {"FIN": "attended"}),
]  # fmt: skip

NO_SEAT = [
    "He did not say which countries have joined the coalition.",
    "Norway has not joined the coalition.",
    "The summit will be discussed in Norway.",
    "Poland and Latvia signed a treaty.",
    "Germany did not say whether it would attend the summit.",
    "The meeting was about Ukraine.",
    "Malta has not said whether it will attend the summit in Oslo.",
    "The minister declined to come to the phone before the summit.",
]


@pytest.mark.parametrize(("text", "seats"), SEATS, ids=lambda value: str(value)[:40])
def test_seats(text: str, seats: dict[str, str]) -> None:
    found = [c for c in claims(READER, text) if isinstance(c, Participation)]
    assert {str(c.actor.id): c.role for c in found} == seats


@pytest.mark.parametrize("text", NO_SEAT)
def test_no_seat(text: str) -> None:
    assert [(c.values(), c.sentence) for c in claims(READER, text)] == []


def test_a_count_of_leaders_stays_a_count() -> None:
    found = claims(READER, "The summit in Oslo was short. Twelve leaders attended the summit.")
    (seat,) = [c for c in found if isinstance(c, Participation)]
    assert seat.actor.type == "unnamed"
    assert seat.actor.count == 12
    assert "count-mismatch" in seat.problems


def test_host_is_told_once_for_one_seat() -> None:
    text = "Prime Minister Keir Starmer hosted the summit in London. Britain attended the summit."
    found = [c for c in claims(READER, text) if isinstance(c, Participation)]
    assert [(c.actor.id, c.role, c.representing) for c in found] == [
        ("person:keir-starmer", "host", "GBR")
    ]
