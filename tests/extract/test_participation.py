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


#: text, {actor id: role}: meetings that a verb tells, calls, hosts and their guests
MEETINGS_BY_VERB = [
    ("President Emmanuel Macron met with Prime Minister Keir Starmer of the United Kingdom.",
     {"person:emmanuel-macron": "attended", "person:keir-starmer": "attended"}),
    ("Chancellor Friedrich Merz and His Majesty King Abdullah II met today in Aqaba.",
     {"person:friedrich-merz": "attended", "person:king-abdullah-ii": "attended"}),
    ("We, the leaders of Chile, the Republic of Korea (ROK), and Kenya, gathered in Santiago.",
     {"CHL": "attended", "KOR": "attended", "KEN": "attended"}),
    ("Today, President Macron joined a call with the G7 to discuss the floods.",
     {"person:emmanuel-macron": "attended", "group:g7": "attended"}),
    ("Joining President Macron on the call were Prime Minister Starmer and President Duda.",
     {"person:keir-starmer": "attended", "person:andrzej-duda": "attended"}),
    ("The talks took place during the Summit of the leaders of Peru, Egypt, and Ghana.",
     {"PER": "attended", "EGY": "attended", "GHA": "attended"}),
    ("President Macron will welcome Prime Minister Keir Starmer to Paris on Monday.",
     {"person:emmanuel-macron": "host", "person:keir-starmer": "invited"}),
    ("Norway convened a Global Water Summit in May.", {"NOR": "host"}),
    ("President Macron met today with Dr. Ana Costa, Adviser to the President of Portugal.",
     {"person:emmanuel-macron": "attended", "person:ana-costa": "attended"}),
    ("Sweden and Denmark joined the joint statement.", {"SWE": "joined", "DNK": "joined"}),
    ("Norway and Chad held a second session of the forum.", {"NOR": "attended", "TCD": "attended"}),
    ("Foreign Minister Lavrov spoke by phone with President Macron on Friday.",
     {"person:sergei-lavrov": "attended", "person:emmanuel-macron": "attended"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seats"), MEETINGS_BY_VERB, ids=lambda value: str(value)[:40])
def test_meetings_told_by_a_verb(text: str, seats: dict[str, str]) -> None:
    found = [c for c in claims(READER, text) if isinstance(c, Participation)]
    assert {str(c.actor.id): c.role for c in found} == seats


@pytest.mark.parametrize(
    "text",
    [
        "Norway met its target for 2024.",
        "President Macron welcomed Prime Minister Starmer's decision on ships.",
        "President Macron would like to meet with President Duda.",
        "If President Macron met with President Duda, little would change.",
        "President Macron has not met with President Duda.",
        "The plan met with praise in Norway.",
        "Sweden called on Denmark to act.",
        "The minister shall convene a monthly meeting attended by the envoy of Norway.",
        "Norway set up two committees at the summit, each co-chaired by Chile and Peru.",
        "The two leaders of Norway and Chile agreed. The meeting was short.",
        "Twenty ministers were quoted in the press. The summit ended.",
        "President Macron met with American carmakers.",
    ],
)
def test_no_meeting_told_by_a_verb(text: str) -> None:
    assert [(c.values(), c.sentence) for c in claims(READER, text)] == []


def test_a_meeting_on_the_margins_of_another_has_its_own_words_as_name() -> None:
    text = "President Macron met with Prime Minister Starmer on the margins of the Lima Summit."
    found = [c for c in claims(READER, text) if isinstance(c, Participation)]
    assert {c.event.name for c in found} == {"met with Prime Minister Starmer"}


def test_a_meeting_with_a_name_of_its_own_takes_no_place_from_another() -> None:
    text = "The Arctic meeting in Tromsø ended. Norway hosted a meeting of the Baltic Quad."
    found = [c for c in claims(READER, text) if isinstance(c, Participation)]
    assert [(c.actor.id, c.role, c.event.place) for c in found] == [("NOR", "host", None)]
