"""Every state and territory of ISO 3166-1 by each of its names, adjectives, people and seats."""

from __future__ import annotations

from typing import Any

import pytest

from pledgebook.resolve.actor_names import listed
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.vocabulary_files import load

#: Nobody lives there, or nobody but a garrison: no words for a people.
UNINHABITED = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "SJM", "UMI"}
#: Words shared with another state ("Congolese", "Dominican") or with the church ("papal").
SHARED = {"COD", "COG", "DMA", "VAT"}
#: Names that are the capital's too, or common words and names elsewhere ("Hamilton", "Plymouth",
#: "Douglas"), or the seat of the EU: their capital never stands for the government.
NO_SEAT = {
    "AIA",
    "ATA",
    "ATF",
    "BEL",
    "BMU",
    "BVT",
    "CCK",
    "CYM",
    "DJI",
    "GIB",
    "HKG",
    "HMD",
    "IMN",
    "IOT",
    "LUX",
    "MAC",
    "MCO",
    "MSR",
    "NFK",
    "REU",
    "SGP",
    "SGS",
    "SHN",
    "SMR",
    "SPM",
    "STP",
    "SYC",
    "TKL",
    "UMI",
    "VAT",
}


def _fields() -> dict[str, list[list[str]]]:
    states = load("states")["states"]
    return {code: [listed(field) for field in line.split(";")] for code, line in states.items()}


def _read(text: str) -> list[tuple[str, str | None]]:
    """What is read, without the point of a shortening at the end of a name."""
    return [(found.span.of(text).rstrip("."), found.actor.id) for found in find_actors(text)]


def _rows(field: int, template: str) -> list[Any]:
    return [
        pytest.param(code, names[field], template, id=code) for code, names in _fields().items()
    ]


@pytest.mark.parametrize(("code", "names", "template"), _rows(0, "Yesterday the {} signed it."))
def test_every_name_of_a_state(code: str, names: list[str], template: str) -> None:
    assert names
    for name in names:
        assert _read(template.format(name)) == [(name.rstrip("."), code)]


@pytest.mark.parametrize(("code", "names", "template"), _rows(1, "Yesterday {} engineers came."))
def test_every_adjective_of_a_state(code: str, names: list[str], template: str) -> None:
    assert names or code in UNINHABITED | SHARED
    for name in names:
        assert _read(template.format(name)) == [(name.rstrip("."), code)]


@pytest.mark.parametrize(("code", "names", "template"), _rows(2, "Yesterday the {} came home."))
def test_every_word_for_a_people(code: str, names: list[str], template: str) -> None:
    assert names or code in UNINHABITED | SHARED
    for name in names:
        assert _read(template.format(name)) == [(name.rstrip("."), code)]


@pytest.mark.parametrize(("code", "names", "template"), _rows(3, "Talks between {} and us failed."))
def test_every_seat_that_acts(code: str, names: list[str], template: str) -> None:
    assert names or code in NO_SEAT
    for name in names:
        assert _read(template.format(name)) == [(name.rstrip("."), code)]
