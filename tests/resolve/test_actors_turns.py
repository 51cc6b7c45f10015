"""People told by a title alone, by a field, or by the body whose officer they are."""

from __future__ import annotations

from datetime import date

import pytest

from pledgebook.resolve.actors import find_actors

ON = date(2024, 6, 7)


def _read(text: str) -> list[tuple[str, str | None]]:
    return [(found.span.of(text), found.actor.id) for found in find_actors(text, ON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you.\n\nMR. NORDMANN:  Good morning.", [("NORDMANN", "person:nordmann")]),
        (
            "Ola Nordmann said he would begin.\n\nMR. NORDMANN:  Good morning.",
            [("Ola Nordmann", "person:ola-nordmann"), ("NORDMANN", "person:ola-nordmann")],
        ),
        (
            "We welcome Ola Nordmann, who leads the talks.\n\nMR. NORDMANN:  Thanks.",
            [("NORDMANN", "person:ola-nordmann")],
        ),
        (
            "We spoke to the U.N. Envoy to Syria, Ola Nordmann, at length.",
            [("Syria", "SYR"), ("Ola Nordmann", "person:ola-nordmann")],
        ),
        (
            "He thanked EPA Administrator Ola Nordmann twice.",
            [("Ola Nordmann", "person:ola-nordmann")],
        ),
        ("The Assad regime fell.", [("Assad regime", "SYR")]),
        ("Does Trump agree?", [("Trump", "person:donald-trump")]),
        ("We invest in Americans and in jobs.", [("Americans", "USA")]),
        ("Many Allies spend more.", [("Many Allies", None)]),
        (
            "Papua New Guinea,\nRepublic of the Marshall Islands and Samoa met.",
            [
                ("Papua New Guinea", "PNG"),
                ("Republic of the Marshall Islands", "MHL"),
                ("Samoa", "WSM"),
            ],
        ),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _read(text) == expected


def test_the_korean_government_is_either() -> None:
    assert _read("The Korean government agreed.") == [("Korean government", None)]
    assert _read("In Seoul the Korean government agreed.")[-1] == ("Korean government", "KOR")


def test_a_full_name_comes_back_whole() -> None:
    text = "Minister Kari Nordmann spoke. Later Kari Nordmann left; Nordmann had tired."
    spans = [words for words, _ in _read(text)]
    assert spans == ["Kari Nordmann", "Kari Nordmann", "Nordmann"]
