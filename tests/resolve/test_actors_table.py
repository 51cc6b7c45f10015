"""Sentences and the actors that stand in them: words, id, naming."""

from __future__ import annotations

from datetime import date

import pytest

from pledgebook.resolve.actors import find_actors

ON = date(2025, 3, 3)

FOUND: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (
        "The talks bring France and Poland together.",
        [("France", "FRA", "name"), ("Poland", "POL", "name")],
    ),
    ("A Dutch frigate set out.", [("Dutch", "NLD", "adjective")]),
    ("Four Norwegian ministers went.", [("Norwegian", "NOR", "adjective")]),
    ("The Danes and two Finns signed.", [("Danes", "DNK", "demonym"), ("Finns", "FIN", "demonym")]),
    ("Kyiv felt relief.", [("Kyiv", "UKR", "seat")]),
    (
        "Paris and London will propose a truce.",
        [("Paris", "FRA", "seat"), ("London", "GBR", "seat")],
    ),
    (
        "A deal between Moscow and Kyiv is far off.",
        [("Moscow", "RUS", "seat"), ("Kyiv", "UKR", "seat")],
    ),
    ("Downing Street said nothing.", [("Downing Street", "GBR", "seat")]),
    ("The Kremlin's answer was short.", [("Kremlin", "RUS", "seat")]),
    ("The Élysée denied it.", [("Élysée", "FRA", "seat")]),
    ("More pressure on Moscow is needed.", [("Moscow", "RUS", "seat")]),
    ("Brussels agreed to wait.", [("Brussels", "org:eu", "seat")]),
    ("Aid to Kyiv will grow.", [("Kyiv", "UKR", "seat")]),
    ("Ankara could host them.", [("Ankara", "TUR", "seat")]),
    (
        "The Republic of China thanked Palau.",
        [("Republic of China", "TWN", "name"), ("Palau", "PLW", "name")],
    ),
    ("The People's Republic of China replied.", [("People's Republic of China", "CHN", "name")]),
    (
        "DR Congo and the Republic of the Congo met.",
        [("DR Congo", "COD", "name"), ("Republic of the Congo", "COG", "name")],
    ),
    ("Congo sent its army from Kinshasa.", [("Congo", "COD", "name")]),
    ("Nobody in Congo knew.", [("Congo", None, "name")]),
    (
        "North Korea shelled South Korea.",
        [("North Korea", "PRK", "name"), ("South Korea", "KOR", "name")],
    ),
    ("The budget of Korea was read in Seoul.", [("Korea", "KOR", "name")]),
    (
        "Guinea, Guinea-Bissau and Equatorial Guinea",
        [
            ("Guinea", "GIN", "name"),
            ("Guinea-Bissau", "GNB", "name"),
            ("Equatorial Guinea", "GNQ", "name"),
        ],
    ),
    ("Papua New Guinea paid.", [("Papua New Guinea", "PNG", "name")]),
    ("Niger is not Nigeria.", [("Niger", "NER", "name"), ("Nigeria", "NGA", "name")]),
    (
        "FYROM became North Macedonia.",
        [("FYROM", "MKD", "name"), ("North Macedonia", "MKD", "name")],
    ),
    (
        "Northern Ireland and Ireland share a border.",
        [("Northern Ireland", "GBR", "name"), ("Ireland", "IRL", "name")],
    ),
    (
        "Tbilisi's friends in Georgia cheered.",
        [("Tbilisi", "GEO", "seat"), ("Georgia", "GEO", "name")],
    ),
    ("American Samoa and Samoa", [("American Samoa", "ASM", "name"), ("Samoa", "WSM", "name")]),
    ("Côte d’Ivoire and Turkiye", [("Côte d’Ivoire", "CIV", "name"), ("Turkiye", "TUR", "name")]),
    ("The German defence ministry paid.", [("German defence ministry", "DEU", "office")]),
    (
        "The Ministry of Defence of Estonia paid.",
        [("Ministry of Defence of Estonia", "EST", "office")],
    ),
    (
        "Government of Canada and the Bundestag",
        [("Government of Canada", "CAN", "office"), ("Bundestag", "DEU", "office")],
    ),
    ("The Pentagon and KfW signed.", [("Pentagon", "USA", "office"), ("KfW", "DEU", "office")]),
    ("The Biden administration paid.", [("Biden administration", "USA", "office")]),
    (
        "NATO, the EU and the EBRD",
        [("NATO", "org:nato", "name"), ("EU", "org:eu", "name"), ("EBRD", "org:ebrd", "name")],
    ),
    (
        "The World Bank and UNHCR act.",
        [("World Bank", "org:world-bank", "name"), ("UNHCR", "org:unhcr", "name")],
    ),
    (
        "The European Commission lent it. The Commission said more.",
        [
            ("European Commission", "org:european-commission", "name"),
            ("Commission", "org:european-commission", "name"),
        ],
    ),
    (
        "The G7, the E3 and the Nordics",
        [
            ("G7", "group:g7", "group"),
            ("E3", "group:e3", "group"),
            ("Nordics", "group:nordics", "group"),
        ],
    ),
    (
        "The Nordic-Baltic Eight met.",
        [("Nordic-Baltic Eight", "group:nordic-baltic-eight", "group")],
    ),
    (
        "Zelensky, Zelenskyy and Zelenskiy are one.",
        [
            (n, "person:volodymyr-zelensky", "person")
            for n in ("Zelensky", "Zelenskyy", "Zelenskiy")
        ],
    ),
    (
        "Erdogan wrote to Erdoğan.",
        [(n, "person:recep-tayyip-erdogan", "person") for n in ("Erdogan", "Erdoğan")],
    ),
    ("The Ukrainian leader left.", [("Ukrainian leader", "person:volodymyr-zelensky", "office")]),
    (
        "The UK PM and the French president",
        [
            ("UK PM", "person:keir-starmer", "office"),
            ("French president", "person:emmanuel-macron", "office"),
        ],
    ),
    ("18 country leaders came.", [("18 country leaders", None, "group")]),
    (
        "European leaders and several allies",
        [("European leaders", None, "group"), ("several allies", None, "group")],
    ),
    ("A number of countries joined.", [("A number of countries", None, "group")]),
    ("Those who had committed will pay.", [("Those who had committed", None, "group")]),
    ("A UK-led force and U.S. troops", [("UK", "GBR", "name"), ("U.S. troops", "USA", "office")]),
    ("GERMANY AND SWEDEN AGREE", [("GERMANY", "DEU", "name"), ("SWEDEN", "SWE", "name")]),
    ("The United\nKingdom paid.", [("United\nKingdom", "GBR", "name")]),
    ("“We will,” said Kari Eksempel.", [("Kari Eksempel", "person:kari-eksempel", "person")]),
    ("Mr Eksempel left.", [("Eksempel", "person:eksempel", "person")]),
]

NOBODY = [
    "They flew to Paris and slept in London.",
    "The meeting at Lancaster House, London, was short.",
    "Outside the White House it rained.",
    "The Paris Agreement and the Vienna Convention hold.",
    "The Washington Post printed it.",
    "Michael Jordan scored.",
    "Chad Smith drums.",
    "He ate roast turkey from fine china.",
    "The team from Atlanta, Georgia, won.",
    "New Mexico and New England are cold.",
    "Polish your shoes before you march.",
    "He wrote it in French.",
    "An English-language paper",
    "JOIN US NOW",
    "The Minsk agreements failed.",
    "A guinea pig and a Brussels sprout",
    "French fries and Swiss cheese",
    "The South China Sea is wide.",
    "The Roman road ran on.",
    "The London summit ended.",
    "Washington state is wet; so is Seattle, Washington.",
    "A non-EU buyer",
    "It is a matter of weeks, not of states.",
    "Theresa bought a jersey.",
    "The Gulf of Mexico and the Jordan River",
    "London's mayor cycled.",
    "The Indian Ocean and the English Channel",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_actors_in_a_sentence(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = [(m.span.of(text), m.actor.id, m.naming) for m in find_actors(text, ON)]
    assert found == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert [m.actor for m in find_actors(text, ON)] == []
