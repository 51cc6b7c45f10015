"""Goods without a count and rows of givers in headlines, whose verbs the parser takes for nouns."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, live
from reading import ids

GIVEN = [
    line("Norway, Sweden ship generators to Moldova", Want(donors="NOR+SWE", recipients="MDA")),
    line("Italy, Spain pledge tanks for Chad", Want(donors="ITA+ESP", recipients="TCD")),
    line("Estonia and Latvia promise radar for Moldova", Want(donors="EST+LVA", recipients="MDA")),
    line("Turkey ships field hospital to Chad", Want(donors="TUR", recipients="TCD")),
    line("Kuwait rushes tents to quake-hit Nepal", Want(donors="KWT", recipients="NPL")),
    line("Poland trucks generators to Kyiv", Want(donors="POL", recipients="UKR")),
    line("Ghana, Togo offer troops for Niger force", Want(donors="GHA+TGO", recipients="NER")),
    line("Jamaica and Belize pledge troops for Haiti force", Want(donors="JAM+BLZ")),
    line("Spain, not Italy, sends tanks to Chad", Want(donors="ESP", recipients="TCD")),
    line("Chad, Mali get €20m from Spain", Want(donors="ESP", recipients="TCD+MLI", sum="20m EUR")),
    line("Norway, Sweden team up on €20m for Moldova", Want(donors="NOR+SWE", sum="20m EUR")),
    line("ADB and Tokyo team up on $200m loan for Fiji", Want(donors="org:adb+JPN")),
    line("Kyiv thanks Madrid for €1bn in arms", Want(donors="ESP", recipients="UKR")),
    line("Macron, Starmer pledge tanks for Ukraine", Want(donors="FRA+GBR", recipients="UKR")),
    line("EIB signs €300m Moldova loan", Want(donors="org:eib", recipients="MDA", sum="300m EUR")),
    line("Austria launches €15m Malawi programme", Want(donors="AUT", recipients="MWI")),
    line("US okays $230m for Lebanese forces", Want(donors="USA", recipients="LBN")),
    line("Norway's €5m a year for Mali", Want(donors="NOR", recipients="MLI", sum="5m EUR")),
    line("Forty buses for Moldova, courtesy of Romania", Want(donors="ROU", recipients="MDA")),
    line("40 Marders on their way to Ukraine from Germany", Want(donors="DEU", recipients="UKR")),
    line("Norwegian convoy with 20 ambulances leaves for Moldova", Want(donors="NOR")),
    line("Kenya's 200 police officers arrive in Haiti", Want(donors="KEN", recipients="HTI")),
    line("20 tonnes of Danish blankets reach Kabul", Want(donors="DNK", recipients="AFG")),
    line("Norway puts €20m into Mali clinics", Want(donors="NOR", recipients="MLI")),
    line("MEPs wave through €35bn Ukraine loan", Want(donors="org:eu", recipients="UKR")),
    line("Gates Foundation gives Kenya $20m", Want(donors="org:gates-foundation", sum="20m USD")),
    line("Danes, Czechs give Mali 50 ambulances", Want(donors="DNK+CZE", recipients="MLI")),
]

#: What is moved, sold or said, and no gift.
NOT_GIVEN = [
    "Spain ships tanks to Latvia for NATO exercise",
    "China sends warships to Taiwan Strait",
    "China sends warships to disputed waters",
    "UK gives green light to Ukraine strikes",
    "Belarus supplies power to Ukraine",
    "Russia ships crude to Mali",
    "Moldova, Ukraine ask Spain for tanks",
    "France lends voice to Armenia",
    "Israel offers ceasefire to Hamas",
    "Kenya sends warning to Sudan",
    "Croatia offers its port for Ukraine grain",
    "Iran ships missiles to Russia",
    "Iran sends 300 drones to Israel",
    "40 Ukrainian drones reach Moscow",
    "Forty missiles arrive in Israel from Iran",
    "Russia sent 500 drones over Ukraine on Sunday.",
    "Russia sends 500 drones and 40 missiles to Ukraine",
    "Russia's 40 tanks head for Kyiv",
    "30 US jets land in Poland for drills",
    "200 Syrian refugees arrive in Germany",
]

#: A turn of speech for a long time sets no condition; "as long as" does elsewhere.
TERMS = [
    ("Italy will pay Chad €3m a year as long as it takes.", "firm"),
    ("Italy will support Ukraine with €3bn for as long as is needed.", "firm"),
    ("Italy will pay Chad €3m as long as the truce holds.", "conditional"),
]


@pytest.mark.parametrize("row", GIVEN)
def test_a_gift_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_nothing_is_given(text: str) -> None:
    assert live(kept(Line(text=text, wants=()))) == []


@pytest.mark.parametrize(("text", "firmness"), TERMS)
def test_a_long_time_is_no_condition(text: str, firmness: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert claim.firmness == firmness


def test_people_who_are_not_sent_are_denied() -> None:
    (claim,) = kept(Line(text="Spain will not send soldiers into Ukraine.", wants=()))
    assert (claim.firmness, ids(claim.donors)) == ("denied", "ESP")


def test_a_strait_is_no_state() -> None:
    (claim,) = kept(Line(text="Japan gave Palau a patrol boat in the Taiwan Strait.", wants=()))
    assert ids(claim.recipients) == "PLW"
