"""Short notes whose first sentence is only the name of a gift; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()

#: Text, and the type of aid it tells of.
NOTES = [
    ("Rifles and ammunition of several kinds, including pistols and mortars.", "military"),
    ("Helmets and night vision devices for the Moldovan army. No numbers were given.", "military"),
    ("Medicines and tents for Moldova. Some went to Romania as well.", "humanitarian"),
    ("Assistance to the Red Cross in Moldova. The sum was not told.", "humanitarian"),
    ("Food and blankets, aimed at helping families in Moldova.", "humanitarian"),
    ("Humanitarian aid in the form of clothing and food. The list names both.", "humanitarian"),
    ("Third convoy of medical supplies for Moldova, organised by the Ministry of Health.",
     "humanitarian"),
    ("Lethal weapons, in particular machine guns and missiles.", "military"),
    ("Fuel and drones for the Moldovan armed forces.", "military"),
    ("Equipment and humanitarian assistance. The value is open.", "humanitarian"),
    ("1,200 grenade launchers, 30,000 rifles and some machine guns.", "military"),
    ("Medical equipment. It was flown to Chisinau.", "humanitarian"),
    ("Evacuation and care in hospitals for six Moldovan war wounded.", "humanitarian"),
    ("Lending by the World Bank through loan guarantees.", "financial"),
    ("Help in servicing tanks. No more was told.", "military"),
    (("Grant provided by the Ministry of Health to a Danish charity in order to open a clinic in "
     "Moldova."), "financial"),
    ("Second convoy of relief goods for Moldova, organised by the Ministry of the Interior",
     "humanitarian"),
    ("Basic military supplies such as vests and helmets. The list is open.", "military"),
    ("Aid plan for Moldova. All allocations of humanitarian aid are listed under this entry.",
     "humanitarian"),
    (("In May, Norway made a page listing all the military equipment given to Moldova. We report "
     "here everything that was not told before."), "military"),
    ("Norway updated its list of medical aid to Moldova. Here we report new items of it.",
     "humanitarian"),
    (("A ministry made a statement specifying the military equipment sent to Chad. The list also "
     "includes 900 rounds."), "military"),
    ("A release (Source of Aid 1) indicates the delivery of tanks to Moldova.", "military"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "aid"), NOTES)
def test_a_note_of_nothing_but_a_gift_is_a_gift(text: str, aid: str) -> None:
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    assert [c.aid_type for c in found] == [aid]


#: Lines and texts that name goods and give nothing.
NO_NOTES = [
    "Weapons and ammunition found in a car in Leeds",
    "Food prices in Chad.",
    "Medicines were short in the whole country.",
    "Rifles stolen from a depot in Moldova.",
    "Tanks rolling through the streets.",
    "Why drones matter.",
    "The weapons of the First World War.",
    "Drones attacking a harbour.",
    "Generators burning in Odesa.",
    "Helmets, vests and boots sold at a market.",
    "Grants lift shares of lenders.",
    "Treatment for flu is simple",
    "Payments to farmers rose.",
    "Norway has a page listing all the aid given to Moldova. Readers liked it.",
    "Norway made a list of places to see. We report here what was new.",
    "A release confirms the delivery of tanks to the museum.",
    "Basic supplies such as salt ran out.",
]


@pytest.mark.parametrize("text", NO_NOTES)
def test_goods_that_a_line_only_names_are_no_gift(text: str) -> None:
    assert not [c for c in claims(READER, text) if isinstance(c, Commitment)]
