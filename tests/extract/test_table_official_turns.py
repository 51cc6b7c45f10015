"""Embassies, forces, points that say where money goes, and what only looks like aid; our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

EMBASSY = "Embassy of Australia in Laos"
SPAIN = "Government of Spain"
LATVIA = "Ministry of Defence of the Republic of Latvia"

TOLD = [
    line("Laos has few surgeons. Ambassador Megan Jones today handed over 25 wheelchairs to "
         "Mahosot Hospital.", Want(donors="AUS", recipients="LAO", items="25 wheelchairs"),
         publisher=EMBASSY),
    line("Laos has few wells. Australia contributed AUD 2 million to a bridge in Savannakhet.",
         Want(donors="AUS", recipients="LAO", sum="2m AUD"), publisher=EMBASSY),
    line("High Commissioner Peter Ray of Britain visited a clinic in Malawi. Britain gave it £3 "
         "million.", Want(donors="GBR", recipients="MWI", sum="3m GBP"),
         publisher="British High Commission in Malawi"),
    line("Spain helps Lebanon with an aid package of 9 million euros.\n\nA further 6 million euros "
         "will go to UN Women.",
         Want(donors="ESP", recipients="LBN", sum="9m EUR"),
         Want(donors="ESP", recipients="org:un-women", sum="6m EUR"), publisher=SPAIN,
         title="Spain increases aid to Lebanon"),
    line("Spain helps Lebanon with an aid package of 9 million euros.\n\nFrom this sum, 4 "
         "million euros is meant for drinking water.",
         Want(sum="9m EUR"), Want(donors="ESP", recipients="LBN", sum="4m EUR"), publisher=SPAIN,
         title="Spain increases aid to Lebanon"),
    line("Latvia supports Ukraine. Forty howitzers will be sent to the front in May.",
         Want(donors="LVA", recipients="UKR", items="40 howitzers"), publisher=LATVIA,
         title="Latvian support to Ukraine"),
    line("Zambia met its creditors. Norway also decided to cancel $5 million of arrears.",
         Want(donors="NOR", sum="5m USD", stage="committed")),
]  # fmt: skip

NOTHING = [
    line("Sweden supports Hungary's farmers. Elsewhere on the agenda, the Government approved 1.2 "
         "billion kronor for trains in Skåne.", publisher="Government Offices of Sweden",
         title="Aid to Hungary"),
    line("Companies have exported goods worth SEK 29 billion to Hungary. SEK 1.1 billion is set "
         "aside for railways in Norrland.", publisher="Government Offices of Sweden",
         title="Budget"),
    line("Russia must pay for the damage in Ukraine, which the World Bank puts at $486 billion."),
    line("The promoter in Moldova is the railway, which will itself invest €9 million."),
    line("Moldova's hospitals will themselves spend €3 million on beds."),
    line("The ambassador of Laos bought 25 wheelchairs.", publisher="Ministry of Trade of Laos"),
    line("At home, the Government approved 40 million euros for schools.", publisher=SPAIN,
         title="Spain increases aid to Lebanon"),
    line("A further 6 million euros will go to Spanish farmers.", publisher=SPAIN,
         title="Spain increases aid to Lebanon"),
    line("Police in Riga fined 30 drivers.", publisher=LATVIA),
    line("Forty howitzers will be sent to museums in Riga.", publisher=LATVIA, title="Museums"),
]  # fmt: skip


@pytest.mark.parametrize("row", TOLD)
def test_what_offices_tell(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_what_they_tell_is_no_gift(row: Line) -> None:
    check_never(row)
