"""Whose gift a sum is called, from whose purse it comes, and who gets it in the passive.

All sentences are our own.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, said

LINES = [
    # whose gift it is called, whatever acts around it
    line("Ukraine will buy the gas with the help of a Danish loan of 2 billion kroner.",
         Want(donors="DNK", sum="2bn DKK")),
    line("The EBRD will lend Naftogaz €85m, topped up by a Norwegian grant of NOK 1 billion.",
         Want(donors="org:ebrd", sum="85m EUR"), Want(donors="NOR", sum="1bn NOK")),
    line("The bank will lend Moldova €9m, and a Swiss grant of 3 million francs pays for advice.",
         Want(sum="9m EUR"), Want(donors="CHE", sum="3m CHF")),
    line("UNICEF will spend a Japanese contribution of about $7 million on schools in Jordan.",
         Want(donors="JPN", sum="7m USD")),
    line("Kyiv is to rebuild the bridge with a soft French loan of €40 million.",
         Want(donors="FRA", sum="40m EUR")),
    line("Chisinau will heat its clinics with a German donation worth €6 million.",
         Want(donors="DEU", sum="6m EUR")),
    # from whose purse it comes
    line("From the EU budget, €10 million will go to Moldova.",
         Want(donors="org:eu", recipients="MDA", sum="10m EUR")),
    line("Out of the British aid budget, £4 million will go to Lebanon.",
         Want(donors="GBR", recipients="LBN", sum="4m GBP")),
    # who gets, in the passive
    line("Moldova was allocated €40m by the European Union.",
         Want(donors="org:eu", recipients="MDA", stage="allocated")),
    line("Moldova was awarded a €20m grant by Austria.",
         Want(donors="AUT", recipients="MDA", sum="20m EUR")),
    line("Armenia is allotted €30 million by the EU.",
         Want(donors="org:eu", recipients="ARM", sum="30m EUR")),
    line("Lebanon has been granted $12m by Japan.",
         Want(donors="JPN", recipients="LBN", sum="12m USD")),
    line("Georgia has been promised 14 buses by Poland.",
         Want(donors="POL", recipients="GEO", items="14 buses")),
    line("Sudan was lent $9m by the African Development Bank.",
         Want(donors="org:afdb", recipients="SDN", sum="9m USD")),
    # what is granted is no longer only asked for
    line("Norway agreed to Ukraine's request for €200 million.",
         Want(donors="NOR", recipients="UKR", stage="committed")),
    line("Germany granted Kyiv's request for 3 launchers.",
         Want(donors="DEU", recipients="UKR", stage="committed")),
    # whose promise it answers to, and whose consent it waits for, does not get it
    line("Estonia will give Ukraine €110 million, in line with Estonia's commitment of March.",
         Want(donors="EST", recipients="UKR", sum="110m EUR")),
    line("The Riigikogu approved €110 million for Ukraine, which corresponds to Estonia's pledge.",
         Want(recipients="UKR", sum="110m EUR")),
    line("Spain will donate 10 Leopards to Ukraine, subject to Germany's approval.",
         Want(donors="ESP", recipients="UKR", items="10 Leopards")),
    line("Norway will send Ukraine 12 jets and waits for US consent.",
         Want(donors="NOR", recipients="UKR", items="12 jets")),
    # who acts gives, where the grant is not called another's
    line("Norway will give Moldova a grant of €9 million.",
         Want(donors="NOR", recipients="MDA", sum="9m EUR")),
    line("The EU approved a Ukrainian loan of €2 billion.", Want(donors="org:eu", sum="2bn EUR")),
    line("Denmark's German-speaking minister pledged a loan of €8 million to Moldova.",
         Want(donors="DNK", recipients="MDA", sum="8m EUR")),
    line("From the Danish coast, €8 million in aid will be shipped to Moldova by Norway.",
         Want(donors="NOR", sum="8m EUR")),
    # who puts a signature to it; the one that gets gives nothing
    line("The EBRD and grid operator Ukrenergo put their signatures to a €150 million loan.",
         Want(donors="org:ebrd", recipients="UKR", sum="150m EUR")),
    line("Germany and Moldova have put their signatures under a €9m grant.",
         Want(donors="DEU", recipients="MDA", sum="9m EUR")),
    # the former and the latter
    line("Syria thanked the Islamic Development Bank and the World Bank. The former is lending it "
         "$120 million and the latter $180 million.",
         Want(donors="org:isdb", sum="120m USD"), Want(donors="org:world-bank", sum="180m USD")),
    line("Jordan spoke with Spain and Italy. The latter will give Jordan €9 million.",
         Want(donors="ITA", recipients="JOR", sum="9m EUR")),
    line("Jordan spoke with Spain and Italy. The former will give Jordan €9 million.",
         Want(donors="ESP", recipients="JOR", sum="9m EUR")),
    # what a body decides on for a part of the world
    line("The EU approved €110 million for African peace operations.",
         Want(donors="org:eu", sum="110m EUR", stage="committed")),
    line("The World Bank approved $90 million for farmers in West Africa.",
         Want(donors="org:world-bank", sum="90m USD", stage="committed")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_whose_sum_it_is(row: Line) -> None:
    check_says(row)


#: What is asked for still, and sums that nobody gives.
NO_GIFTS = [
    "Norway discussed Ukraine's request for €200 million.",
    "Germany has not answered Kyiv's request for 3 launchers.",
    "Ukraine repaid a Danish loan of 2 billion kroner.",
    "Ukraine has paid back a loan of €300 million from Denmark.",
    "The EU approved €110 million for European railways.",
    "The World Bank put its signature under a letter about the $9 billion market.",
    "Poland was allocated a seat by the European Union.",
]


@pytest.mark.parametrize("text", NO_GIFTS)
def test_nothing_is_promised(text: str) -> None:
    claims = [c for c in kept(Line(text=text, wants=())) if c.stage != "called_for"]
    assert not claims, [said(c) for c in claims]
