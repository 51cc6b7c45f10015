"""Who gives where two sides sign for a sum: what they are tells it, not who is named first."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line

GIVEN = [
    line("Kenya signed a $60m loan agreement with the World Bank.",
         Want(donors="org:world-bank", recipients="KEN", sum="60m USD", stage="committed")),
    line("Benin has concluded a €9m agreement with the EIB to pave roads.",
         Want(donors="org:eib", recipients="BEN")),
    line("Moldova signed a €20m agreement with the EBRD.",
         Want(donors="org:ebrd", recipients="MDA")),
    line("Georgia has signed agreements worth €40m with the EIB.",
         Want(donors="org:eib", recipients="GEO")),
    line("Poland signed a €500m loan agreement with the EIB.",
         Want(donors="org:eib", recipients="POL")),
    line("Senegal has concluded a €50m financing agreement with AFD.",
         Want(donors="FRA", recipients="SEN")),
    line("USAID signed a $50m agreement with Nepal.", Want(donors="USA", recipients="NPL")),
    line("JICA signed a ¥5bn loan agreement with Peru on Monday.",
         Want(donors="JPN", recipients="PER")),
    line("AFD signed a €50m agreement with Togo for a water network.",
         Want(donors="FRA", recipients="TGO")),
    line("KfW has signed a €50m financing agreement with Tunisia.",
         Want(donors="DEU", recipients="TUN")),
    line("Sida signed a 40 million kronor agreement with Zambia.",
         Want(donors="SWE", recipients="ZMB")),
    line("The World Bank signed a $90m agreement with Benin.",
         Want(donors="org:world-bank", recipients="BEN")),
    line("The EU signed a €90m agreement with Niger to support schools.",
         Want(donors="org:eu", recipients="NER")),
    line("Niger signed a €90m agreement with the EU to support schools.",
         Want(donors="org:eu", recipients="NER")),
    line("Moldova signed a €20m grant agreement with Norway.",
         Want(donors="NOR", recipients="MDA")),
    line("Norway signed a €20m grant agreement with Moldova.",
         Want(donors="NOR", recipients="MDA")),
    line("Laos signed a $7m aid agreement with Australia.",
         Want(donors="AUS", recipients="LAO")),
    line("Canada signed a C$40m contribution agreement with the World Bank for Sudan.",
         Want(donors="CAN", recipients="SDN")),
    line("Norway signed a €2m agreement with UNICEF to support schools in Moldova.",
         Want(donors="NOR", recipients="MDA")),
    line("Iceland signed a $2m agreement with the WFP for Malawi.",
         Want(donors="ISL", recipients="MWI")),
    line("Norway signed a €60m agreement with the EU to support farms in Ukraine.",
         Want(donors="NOR", recipients="UKR")),
    line("The AfDB and Ghana signed a $30m loan agreement.",
         Want(donors="org:afdb", recipients="GHA")),
    line("KfW and AFD back Peru's power grid with $500m", Want(donors="DEU+FRA", recipients="PER")),
    line("With Bhutan, a €3m grant agreement was signed by Norway.", Want(donors="NOR")),
    line("Japan and Laos signed a grant agreement worth 400 million yen.",
         Want(donors="JPN", recipients="LAO")),
    line("The EBRD and Georgia's railway signed a €30m loan.", Want(donors="org:ebrd")),
    line("Bhutan agreed a $12m credit with the ADB.", Want(donors="org:adb", recipients="BTN")),
    line("Canada signed a C$40m agreement with Czechia for shells for Ukraine.",
         Want(donors="CAN", recipients="UKR")),
]  # fmt: skip

#: Sales, trade, and what two sides sign of which neither is told to give.
NOT_GIVEN = [
    "France signed a €7bn deal with India for 26 Rafale jets.",
    "Saudi Arabia signed a $2bn contract with Spain for warships and missiles.",
    "Chile agreed a $90m order with Korea for howitzers.",
    "Japan signed a $40m trade agreement with Kenya.",
    "Kenya signed a $40m trade deal with Japan.",
    "Germany and Morocco signed a €100m agreement on hydrogen.",
    "Moldova signed a €20m agreement with Norway on trade in fish.",
    "Peru signed a $9m settlement with Canada.",
    "Ghana signed a $30m debt payment plan with its bondholders.",
    "Vietnam signed an $8bn order with Boeing.",
    "Moldova signed a €20m contract for buses with a Polish maker.",
    "Togo and Benin signed a €4m fisheries agreement.",
    "Kenya signed an agreement with the World Bank in 2019.",
    "Chad signed a $6m mining deal with Canada.",
    "India signed a $3bn deal with the United States for 31 drones.",
]


@pytest.mark.parametrize("row", GIVEN)
def test_who_gives(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_neither_gives(text: str) -> None:
    assert kept(Line(text=text, wants=())) == []
