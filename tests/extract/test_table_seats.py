"""Seats that official pages tell; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import page

from pledgebook.extract.participation import ParticipationReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Participation

READER = ParticipationReader()


def seats_in(text: str) -> dict[str, str]:
    """Who has which role, of what the gate keeps."""
    whole = page(text, "The White House")
    found, _ = pass_gate(whole, READER.read(whole))
    return {str(c.actor.id): c.role for c in found if isinstance(c, Participation)}


MACRON, STARMER = "person:emmanuel-macron", "person:keir-starmer"

#: text, {actor id: role}
SEATS = [
    ("Norway was represented at the talks by Foreign Minister Espen Barth Eide.",
     {"person:espen-barth-eide": "attended"}),
    ("Japan was represented by its ambassador at the conference.", {"JPN": "attended"}),
    ("Hungary sent its foreign minister to the conference in Oslo.", {"HUN": "attended"}),
    ("President Macron led the French delegation to the conference in Oslo.",
     {MACRON: "attended"}),
    ("President Macron also dialled in to the meeting.", {MACRON: "attended"}),
    ("The summit in Oslo was hosted by Norway. President Macron joined by video link.",
     {"NOR": "host", MACRON: "attended"}),
    ("The talks in Oslo went on. Kenya participated remotely.", {"KEN": "attended"}),
    ("Participants at the talks included:\n\n- Prime Minister Keir Starmer\n- President Macron",
     {STARMER: "attended", MACRON: "attended"}),
    ("The talks in Rome began. Prime Minister Starmer was joined by President Macron.",
     {MACRON: "attended"}),
    ("President Macron cancelled his attendance at the conference in Oslo.",
     {MACRON: "declined"}),
    ("President Macron is in Rome. The President cancelled his trip to the summit in Lima.",
     {MACRON: "declined"}),
    ("Serbia will be absent from the summit in Oslo.", {"SRB": "declined"}),
    ("Turkey sent no delegation to the talks.", {"TUR": "declined"}),
    ("Moldova was not represented at the summit.", {"MDA": "declined"}),
    ("Kenya did not travel to the summit in Oslo.", {"KEN": "declined"}),
    ("India accepted an invitation to the summit.", {"IND": "invited"}),
    ("Norway will host the conference in May.", {"NOR": "host"}),
    ("In hosting the second Summit for Rivers, Norway is committed to clean water.",
     {"NOR": "host"}),
    ("President Macron spoke. The President will host a roundtable in Paris.", {MACRON: "host"}),
    ("President Emmanuel Macron, Jr. hosted a videoconference today.", {MACRON: "host"}),
    ("President Macron spoke today with Prime Minister Keir Starmer of the United Kingdom.",
     {MACRON: "attended", STARMER: "attended"}),
    ("President Joseph R. Biden Jr. of the United States and President Andrzej Duda met in Kielce.",
     {"person:joe-biden": "attended", "person:andrzej-duda": "attended"}),
    ("Prime Minister Starmer met on May 3 with French Counselor to the President Emmanuel Bonne.",
     {STARMER: "attended", "person:emmanuel-bonne": "attended"}),
    ("Denmark boycotted the talks.", {"DNK": "declined"}),
    ("Among those present at the summit were President Macron and Prime Minister Starmer.",
     {MACRON: "attended", STARMER: "attended"}),
]  # fmt: skip

NO_SEAT = [
    "Norway would host the summit.",
    "Denmark wants to host the conference.",
    "Iceland could send a minister to the talks.",
    "Spain was to be represented at the talks by Minister Ana Costa, who fell ill.",
    "Kenya cancelled its order for the summit souvenirs.",
    "Hungary sent its foreign minister to the hospital before the talks.",
    "While in Panama, Anne Small-Jones met with the press.",
    "President Macron spoke with reporters.",
    "President Macron spoke with American farmers.",
    "He spoke with President Macron on the phone bill.",
    "The workshop helped. The Vice President will host a roundtable.",
    "Women from Kenya will convene in May for discussions.",
    "Participants at the roundtable included:\n\n- Ana Sy, of a firm in Kenya\n- Jo Ray",
    "Norway led the work on the report of the summit.",
    "Nobody from Turkey came to the talks.",
]


@pytest.mark.parametrize(("text", "seats"), SEATS, ids=lambda value: str(value)[:50])
def test_seats(text: str, seats: dict[str, str]) -> None:
    assert seats_in(text) == seats


@pytest.mark.parametrize("text", NO_SEAT)
def test_no_seat(text: str) -> None:
    assert seats_in(text) == {}


def test_whose_place_is_told_is_not_who_met() -> None:
    text = "While in Panama, Anne Small-Jones met with President Emmanuel Macron."
    assert "PAN" not in seats_in(text)


def test_an_office_that_spans_two_names_stops_no_reading() -> None:
    text = "President Macron met with President Duda Prime Minister Starmer of Poland."
    assert MACRON in seats_in(text)
