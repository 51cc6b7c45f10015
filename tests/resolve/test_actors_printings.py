"""Printings of names of states: reference data, capitals, styles around a name, other languages."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global

from pledgebook.resolve.actor_names import listed, plain
from pledgebook.resolve.actors import find_actors
from pledgebook.resolve.vocabulary_files import load

STATES = sorted(load("states")["states"])
#: Shorter words in capitals are looked up as they are alone: "US", "IT", "CHAD" but not "Mac".
SHORTEST_IN_CAPITALS = 4


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(found.span.of(text).rstrip("."), found.actor.id) for found in find_actors(text)]


def _reference(code: str) -> str:
    """The English name of Unicode CLDR."""
    two = {"XKX": "XK"}.get(code) or get_global("territory_aliases")[code][0]
    return str(Locale("en").territories[two]).replace("’", "'")


@pytest.mark.parametrize("code", STATES)
def test_the_name_that_reference_data_print(code: str) -> None:
    name = _reference(code)
    for form in {name, name.replace(" & ", " and "), plain(name), name.replace("'", "’")}:
        assert _read(f"Yesterday {form} signed it.") == [(form.rstrip("."), code)]


@pytest.mark.parametrize("code", STATES)
def test_every_name_in_capitals(code: str) -> None:
    for field in load("states")["states"][code].split(";")[:3]:
        for name in listed(field):
            form = name.upper()
            if len(form) > SHORTEST_IN_CAPITALS and "MCDONALD" not in form:
                read = _read(f"YESTERDAY THE {form} DID SIGN.")
                assert (form.rstrip("."), code) in read


@pytest.mark.parametrize("code", sorted(load("states_abroad")["names"]))
def test_every_name_in_another_language(code: str) -> None:
    for name in listed(load("states_abroad")["names"][code]):
        for form in {name, plain(name)}:
            assert _read(f"Am Montag {form} (2).") == [(form.rstrip("."), code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Republic of Guyana and the Kingdom of Norway agreed.",
         [("Republic of Guyana", "GUY"), ("Kingdom of Norway", "NOR")]),
        ("the Federal Republic of Brazil", [("Federal Republic of Brazil", "BRA")]),
        ("the Democratic People's Republic of Laos",
         [("Democratic People's Republic of Laos", "LAO")]),
        ("The Government of the Republic of Guyana wrote to us.",
         [("Government of the Republic of Guyana", "GUY")]),
        ("Suriname, Republic of; Oman, Sultanate of",
         [("Suriname, Republic of", "SUR"), ("Oman, Sultanate of", "OMN")]),
        ("Zambia, Republic of Malawi and Chad",
         [("Zambia", "ZMB"), ("Republic of Malawi", "MWI"), ("Chad", "TCD")]),
        ("The Cypriot Republic answered.", [("Cypriot Republic", "CYP")]),
        ("the REPUBLIC OF SENEGAL", [("REPUBLIC OF SENEGAL", "SEN")]),
        ("la República de Colombia", [("República de Colombia", "COL")]),
        ("la République du Mali", [("République du Mali", "MLI")]),
        ("die Bundesrepublik Deutschland", [("Bundesrepublik Deutschland", "DEU")]),
        ("DONORS: SRI LANKA, TRINIDAD AND TOBAGO, NEW ZEALAND",
         [("SRI LANKA", "LKA"), ("TRINIDAD AND TOBAGO", "TTO"), ("NEW ZEALAND", "NZL")]),
        ("The Republic Of Moldova", [("Republic Of Moldova", "MDA")]),
        ("St Kitts, St. Kitts & Nevis and Saint Vincent & the Grenadines",
         [("St Kitts", "KNA"), ("St. Kitts & Nevis", "KNA"),
          ("Saint Vincent & the Grenadines", "VCT")]),
        ("Congo - Kinshasa joined.", [("Congo - Kinshasa", "COD")]),
    ],
)  # fmt: skip
def test_styles_and_printings(text: str, expected: list[tuple[str, str]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State of Iraq was routed there.",
        "The Department of State of the United States wrote.",
        "IT WAS AN ISLAND, NOT A CAR.",
        "Mr Maurice Norfolk of Columbia sold Chili from an Island.",
        "The Republican of the year, a State of mind, the Empire of the Ants.",
        "SRI SAYS THE NEW LAO ST LAW IS MAN AND SAN.",
        "The rally at Lake Tanganyika and the climb of Ben Nevis.",
    ],
)
def test_no_state_is_made_of_other_words(text: str) -> None:
    allowed = {"Iraq", "Department of State of the United States", "Islamic State"}
    assert all(words in allowed or (id_ or "").startswith("person:") for words, id_ in _read(text))
