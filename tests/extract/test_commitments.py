"""Sentence tables for commitments; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims, ids

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()

#: sentence, donors, recipients, low figure and currency, stage, firmness
SUMS = [
    ("Norway will give Ukraine 85 billion euros in military aid.",
     "NOR", "UKR", "85000000000 EUR", "pledged", "firm"),
    ("Germany pledged €500 million in humanitarian aid for Moldova on Monday.",
     "DEU", "MDA", "500000000 EUR", "pledged", "firm"),
    ("The Dutch government has approved a loan of €200 million to Ukraine.",
     "NLD", "UKR", "200000000 EUR", "committed", "firm"),
    ("Canada's parliament approved C$450 million in budget support for Ukraine.",
     "CAN", "UKR", "450000000 CAD", "committed", "firm"),
    ("Sweden could provide another €300 million in military aid to Ukraine.",
     "SWE", "UKR", "300000000 EUR", "pledged", "considered"),
    ("Denmark plans to send Ukraine weapons worth €100 million.",
     "DNK", "UKR", "100000000 EUR", "pledged", "intended"),
    ("If a ceasefire is agreed, France will provide €2 billion in aid to Ukraine.",
     "FRA", "UKR", "2000000000 EUR", "pledged", "conditional"),
    ("Finland transferred €40 million to Ukraine for the repair of power lines.",
     "FIN", "UKR", "40000000 EUR", "disbursed", "firm"),
    ("Spain allocated €60 million for the reconstruction of Ukraine.",
     "ESP", "UKR", "60000000 EUR", "allocated", "firm"),
    ("A grant of €25 million for Ukraine was announced by Italy.",
     "ITA", "UKR", "25000000 EUR", "pledged", "firm"),
    ("Poland's new package of €120 million for Ukraine includes ammunition.",
     "POL", "UKR", "120000000 EUR", "pledged", "firm"),
    ("Norway and Denmark will jointly finance drones for Ukraine with €90 million.",
     "NOR+DNK", "UKR", "90000000 EUR", "pledged", "firm"),
]  # fmt: skip

#: sentence, donors, recipients, things with low counts, stage
THINGS = [
    ("Germany has delivered 18 Leopard 2 tanks to Ukraine.", "DEU", "UKR", {"18"}, "delivered"),
    ("Sweden will send Ukraine 50 infantry fighting vehicles.", "SWE", "UKR", {"50"}, "pledged"),
    ("Austria sent four ambulances and 700 sleeping bags to Ukraine.",
     "AUT", "UKR", {"4", "700"}, "delivered"),
    ("The Netherlands promised to supply 24 F-16 fighter jets to Ukraine.",
     "NLD", "UKR", {"24"}, "pledged"),
    ("Latvia handed over six helicopters to Ukraine.", "LVA", "UKR", {"6"}, "delivered"),
]  # fmt: skip

NO_COMMITMENT = [
    "The war has caused €150 billion in damage in Ukraine.",
    "Trade between Germany and Ukraine reached €9 billion last year.",
    "The company was fined €20 million in France.",
    "The drone costs €30,000, a Ukrainian officer said.",
    "Russia lost 300 tanks in Ukraine, according to British officials.",
    "The European Central Bank holds assets worth €6 trillion.",
    "Ukraine's budget deficit rose to $40 billion.",
    "The summit in Paris lasted three hours.",
    "Poland imported 5 million tonnes of grain from Ukraine.",
    "Ukraine needs $10 billion for its energy system, the ministry said.",
    "Leaders of 12 countries met in Oslo.",
    "The two presidents spoke by telephone for 30 minutes.",
]


def the_one(text: str) -> Commitment:
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    assert len(found) == 1, [c.values() for c in found]
    return found[0]


@pytest.mark.parametrize("row", SUMS, ids=lambda row: row[0][:40])
def test_sums(row: tuple[str, str, str, str, str, str]) -> None:
    text, donors, recipients, money, stage, firmness = row
    claim = the_one(text)
    assert claim.amount is not None
    assert f"{claim.amount.low} {claim.amount.currency}" == money
    assert ids(claim.donors) == donors
    assert ids(claim.recipients) == recipients
    assert (claim.stage, claim.firmness) == (stage, firmness)


@pytest.mark.parametrize("row", THINGS, ids=lambda row: row[0][:40])
def test_things(row: tuple[str, str, str, set[str], str]) -> None:
    text, donors, recipients, counts, stage = row
    claim = the_one(text)
    assert ids(claim.donors) == donors
    assert ids(claim.recipients) == recipients
    assert {str(i.quantity.low) for i in claim.items if i.quantity is not None} == counts
    assert claim.stage == stage
    assert claim.amount is None


@pytest.mark.parametrize("text", NO_COMMITMENT)
def test_no_commitment(text: str) -> None:
    assert [c.values() for c in claims(READER, text)] == []


def test_the_announcer_is_not_the_donor() -> None:
    claim = the_one("Macron announced that Germany will give €1 billion to Ukraine.")
    assert ids(claim.donors) == "DEU"
    assert claim.speaker is not None
    assert claim.speaker.id == "person:emmanuel-macron"


def test_a_part_is_within_its_package() -> None:
    found = claims(
        READER, "Germany announced €11 billion in aid for Ukraine, including €4 billion for shells."
    )
    whole, part = [c for c in found if isinstance(c, Commitment)]
    assert whole.within is None
    assert part.within == whole.id


def test_older_money_is_restated() -> None:
    found = claims(
        READER,
        "Britain announced £100 million in new aid for Ukraine on top of a £3 billion grant.",
    )
    marks = {str(c.amount.low): c.newness for c in found if isinstance(c, Commitment) and c.amount}
    assert marks == {"100000000": "new", "3000000000": "restated"}


def test_a_running_total_is_marked() -> None:
    claim = the_one("Norway has provided €7 billion in military aid to Ukraine since 2022.")
    assert claim.is_total


def test_bullets_belong_to_the_package_that_introduces_them() -> None:
    text = (
        "Canada will send Ukraine a package of military aid worth C$50 million. It includes:\n\n"
        "- 20 armoured vehicles\n- 5,000 artillery shells\n"
    )
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    counts = {str(i.quantity.low) for c in found for i in c.items if i.quantity is not None}
    assert counts == {"20", "5000"}


def test_we_is_the_office_that_publishes() -> None:
    found = claims(
        READER,
        "We will provide £10 million in aid to Ukraine.",
        publisher="Government of the United Kingdom",
    )
    (claim,) = [c for c in found if isinstance(c, Commitment)]
    assert ids(claim.donors) == "GBR"
    assert any(e.place == "publisher" for e in claim.evidence)


def test_frozen_assets_are_a_funding_source() -> None:
    claim = the_one(
        "The EU will lend Ukraine €5 billion, financed by proceeds from immobilised Russian assets."
    )
    assert claim.funding_source is not None
    assert claim.funding_source.kind == "frozen_asset_profits"
    assert claim.instrument == "loan"
