"""Goods without a count, notes on one gift, givers that no verb names; sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims, ids, page

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Commitment

READER = CommitmentReader()

#: text, donors, recipients, names of the goods, type of aid
GIFTS = [
    ("Canada will send Moldova a new package of military aid.",
     "CAN", "MDA", ["package of military aid"], "military"),
    ("Sweden donated ambulances to Moldova.", "SWE", "MDA", ["ambulances"], "humanitarian"),
    ("Latvia has handed over blankets and tents to Armenia.",
     "LVA", "ARM", ["blankets", "tents"], "humanitarian"),
    ("Spain has decided to supply rifles to Moldova.", "ESP", "MDA", ["rifles"], "military"),
    ("The Dutch government will give Moldova spare parts and howitzers.",
     "NLD", "MDA", ["spare parts", "howitzers"], "military"),
    ("Iceland pledged its third package of military aid.",
     "ISL", "", ["package of military aid"], "military"),
    ("A humanitarian aid package was sent to Armenia by Slovenia.",
     "SVN", "ARM", ["humanitarian aid package"], "humanitarian"),
    ("Croatia will donate an ambulance with a stretcher to Moldova.",
     "HRV", "MDA", ["ambulance", "stretcher"], "humanitarian"),
    ("Estonia sends vans seized from smugglers to help Moldova.", "EST", "MDA", ["vans"], "other"),
    ("Norway will provide Moldova with a large package of small-arms ammunition.",
     "NOR", "MDA", ["ammunition"], "military"),
    ("Portugal announced to provide a battery of howitzers.",
     "PRT", "", ["battery", "howitzers"], "military"),
    ("Spain's Ministry of Defence said that it will transfer additional military assistance.",
     "ESP", "", ["military assistance"], "military"),
    ("Japan will provide further humanitarian aid to Moldova.",
     "JPN", "MDA", ["humanitarian aid"], "humanitarian"),
    ("Finland announced the dispatch of blankets.", "FIN", "", ["blankets"], "humanitarian"),
    ("Latvia donated vans intended for rescue teams to Moldova.",
     "LVA", "MDA", ["vans"], "humanitarian"),
]  # fmt: skip

#: text, donors, names of what is given
NOTES = [
    ("Winter clothing and tents for Moldova. The shipment left Riga in May.",
     "", ["Winter clothing", "tents"]),
    ("Generators and heaters. The donation was brought to Moldova in March. Estonia paid for it.",
     "EST", ["Generators", "heaters"]),
    ("A medical aid package for Armenia.", "", ["medical aid package"]),
    ("Finland's third shipment of humanitarian aid for Moldova.",
     "FIN", ["shipment of humanitarian aid"]),
    ("Notes on humanitarian aid: here we list what was donated in May.", "", ["humanitarian aid"]),
    ("Military equipment was donated to Moldova, says a list of aid.", "", ["Military equipment"]),
]  # fmt: skip

NONE = [
    "Germany cuts military aid to Ukraine",
    "Belgium to halve its humanitarian aid packages for Armenia next year",
    "Slovakia stops sending weapons to Moldova",
    "Poland will continue to send weapons to Moldova.",
    "The minister asked Spain to give Moldova tanks.",
    "Weapons for Moldova",
    "Moldova gets new tanks",
    "Military aid to Moldova in doubt as talks stall",
    "How military aid packages for Moldova work",
    "Humanitarian aid convoy for Armenia stopped at the border",
    "Russia fired missiles and drones at Ukraine.",
    "Guards seized weapons and ammunition at the border with Poland.",
    "Humanitarian aid donated to Armenia is missing",
    "The parliament in Oslo debated a package of military aid.",
    "The parade in Paris showed tanks and howitzers.",
    "The United States sends food supplies to schools in Ohio.",
    "No military aid packages for Moldova. The donation never came.",
    "Russia sent tanks into Georgia.",
    "Norway deployed ships and drones in an exercise.",
    "France provides cars to its mayors.",
    "Sweden supplies trucks across Europe.",
    "The army of Chad sent drones against the rebels.",
]

#: text, donors of the only claim, problem expected or none
GIVERS = [
    ("Norway's 19th support package for Moldova for the amount of EUR 21 million.", "NOR", True),
    ("With Finland's 30 million EUR contribution to the Czech initiative, shells go to Ukraine.",
     "FIN", False),
    ("UK to provide GBP 26 million equivalent loan for the repair of bridges.", "GBR", False),
    ("A package of EUR 5 million for Moldova was announced. Estonia counts it as aid.",
     "EST", True),
    ("Minister Jo Wu announced a US$56 million donation to Moldova on behalf of Taiwan.",
     "TWN", False),
    ("Kim Lee signed a EUR 5 million grant for Moldova on behalf of the Norwegian government.",
     "NOR", False),
    ("The government of the Republic of Austria sent EUR 5 million to Moldova.", "AUT", False),
    ("Moldova will receive EUR 5 million in aid from Norway and Japan.", "NOR+JPN", False),
    ("Sweden will enable Moldova to buy buses with a EUR 5 million grant.", "SWE", True),
    ("Finland comitted EUR 5 million to Moldova.", "FIN", False),
    ("Latvia annouced EUR 5 million in aid for Moldova.", "LVA", False),
]  # fmt: skip


def kept(text: str) -> list[Commitment]:
    """What the reader proposes and the gate keeps."""
    whole = page(text)
    found, _ = pass_gate(whole, READER.read(whole))
    return [claim for claim in found if isinstance(claim, Commitment)]


@pytest.mark.parametrize("row", GIFTS, ids=lambda row: row[0][:40])
def test_goods_without_a_count_are_given(row: tuple[str, str, str, list[str], str]) -> None:
    text, donors, recipients, names, aid_type = row
    (claim,) = kept(text)
    assert (ids(claim.donors), ids(claim.recipients)) == (donors, recipients)
    assert [item.name for item in claim.items] == names
    assert claim.aid_type == aid_type
    assert claim.amount is None


@pytest.mark.parametrize("row", NOTES, ids=lambda row: row[0][:40])
def test_a_short_text_may_be_a_note_on_one_gift(row: tuple[str, str, list[str]]) -> None:
    text, donors, names = row
    (claim,) = kept(text)
    assert ids(claim.donors) == donors
    assert [item.name for item in claim.items] == names
    assert ("donor-unresolved" in claim.problems) == (not donors)


@pytest.mark.parametrize("text", NONE)
def test_no_gift(text: str) -> None:
    assert not kept(text)


@pytest.mark.parametrize("row", GIVERS, ids=lambda row: row[0][:40])
def test_the_only_state_that_may_give_is_the_giver(row: tuple[str, str, bool]) -> None:
    text, donors, inferred = row
    claim = kept(text)[0]
    assert ids(claim.donors) == donors
    assert ("donor-inferred" in claim.problems) == inferred


def test_two_states_that_may_give_leave_the_giver_open() -> None:
    text = (
        "A package of EUR 5 million for Moldova was announced. Estonia praised it. Latvia did too."
    )
    (claim,) = kept(text)
    assert not claim.donors
    assert "donor-unresolved" in claim.problems


def test_an_inferred_giver_that_the_gate_refuses_is_left_open() -> None:
    text = "Minister Jo Wu announced a US$56 million donation to Moldova on a visit to Taiwan."
    (claim,) = kept(text)
    assert not claim.donors
    assert "donor-inferred" not in claim.problems
    assert claim.amount is not None


def test_goods_are_told_once() -> None:
    text = "Sweden sent ambulances to Moldova. Sweden has donated ambulances to Moldova, it said."
    assert len(kept(text)) == 1


def test_a_sum_tells_a_package_more_fully_than_its_name() -> None:
    text = (
        "Norway announced a military aid package for Moldova. Norway gives Moldova EUR 9 million."
    )
    (claim,) = kept(text)
    assert claim.amount is not None


#: text of one sum, type of aid
TYPES = [
    ("The Ministry of Defence of Norway gives Moldova EUR 9 million for schools.", "humanitarian"),
    ("Norway grants Moldova EUR 9 million for rifles.", "military"),
    ("Norway gives Moldova EUR 9 million for a museum hit in Russian missile attacks.",
     "humanitarian"),
    ("Norway gives Moldova a grant of EUR 9 million.", "financial"),
    ("Norway gave EUR 9 million to the European Bank for Reconstruction and Development.",
     "financial"),
    ("Norway gives Moldova EUR 9 million for de-mining.", "humanitarian"),
    ("Norway gives Moldova EUR 9 million to repair its power grid.", "humanitarian"),
    ("Norway gives Moldova EUR 9 million in the next financial year for howitzers.", "military"),
]  # fmt: skip


@pytest.mark.parametrize("row", TYPES, ids=lambda row: row[0][:60])
def test_type_of_aid(row: tuple[str, str]) -> None:
    text, aid_type = row
    (claim,) = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    assert claim.aid_type == aid_type


#: texts that the office of Norway publishes about spending at home
AT_HOME = [
    "Norway grants 30 million euros in humanitarian assistance to its own towns after the flood.",
    "Fishing towns were awarded 12 million euros in relief across Norway.",
    "The Norwegian government made 5 million euros in food aid available to schools.",
]


@pytest.mark.parametrize("text", AT_HOME)
def test_spending_at_home_is_no_commitment(text: str) -> None:
    assert not claims(READER, text, publisher="Government of Norway")


def test_an_office_gives_to_others() -> None:
    text = "Norway grants Moldova 30 million euros in humanitarian assistance after the flood."
    (claim,) = claims(READER, text, publisher="Government of Norway")
    assert isinstance(claim, Commitment)
    assert ids(claim.recipients) == "MDA"
