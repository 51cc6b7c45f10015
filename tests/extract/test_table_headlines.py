"""Headlines: what is given, what is cut, what is taken back; all lines are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

#: A promise, with the donor and the sum; those that tell a decision are committed or allocated.
GIVEN = [
    line("UK pledges £500m in aid for Sudan at Paris conference",
         Want(sum="500m GBP", donors="GBR", recipients="SDN", stage="pledged")),
    line("Japan to extend $4.7 billion loan to Kyiv",
         Want(sum="4.7bn USD", donors="JPN", recipients="UKR", instrument="loan")),
    line("World Bank approves $700 million for Ethiopia's power grid",
         Want(sum="700m USD", donors="org:world-bank", stage="committed")),
    line("Dutch government sets aside 100 million euros for Sudan",
         Want(sum="100m EUR", donors="NLD", stage="allocated")),
    line("Ireland approves €100m non-lethal support package for Ukraine",
         Want(sum="100m EUR", donors="IRL", stage="committed")),
    line("Denmark sends 19 jets to Ukraine", Want(donors="DNK", stage="pledged")),
    line("South Korea ups aid to Ukraine by $200 million", Want(sum="200m USD", donors="KOR")),
    line("Macron unveils €2bn in military aid for Kyiv",
         Want(sum="2bn EUR", donors="FRA", aid="military")),
    line("To offset American cuts, Norway will give €30 million to clinics in Malawi",
         Want(sum="30m EUR", donors="NOR")),
    line("As others freeze aid, Germany gives €50 million to UNRWA",
         Want(sum="50m EUR", donors="DEU")),
    line("Norway ended its mission and gave €5 million to Mali",
         Want(sum="5m EUR", donors="NOR")),
    line("Japan provides $10 million emission reduction grant to Kenya",
         Want(sum="10m USD", donors="JPN")),
    line("Canada pledges C$40m to close funding gap in Haiti", Want(sum="40m CAD", donors="CAN")),
    line("UK gives £20m to cut malaria deaths in Uganda", Want(sum="20m GBP", donors="GBR")),
    line("After the cut of 2024, Sweden promised 100 million kronor for Somalia",
         Want(sum="100m SEK", donors="SWE")),
    line("France, which reduced its aid by €742 million, pledges €70 million to Chad",
         Want(sum="70m EUR", donors="FRA")),
    line("Ukraine asks Germany for 10 more Patriot systems",
         Want(donors="DEU", stage="called_for")),
    line("Moldova has requested 30 generators from Romania.",
         Want(donors="ROU", stage="called_for")),
    line("Zelensky appealed to Berlin for 7 Patriot systems.",
         Want(donors="DEU", recipients="", stage="called_for")),
    line("US withdraws $4 billion pledge to Green Climate Fund",
         Want(sum="4bn USD", donors="USA", stage="withdrawn")),
    line("Norway drops plan to give NOK 100m to Uganda",
         Want(sum="100m NOK", donors="NOR", stage="withdrawn")),
    line("Norway reverses decision to give NOK 100m to Uganda",
         Want(sum="100m NOK", donors="NOR", stage="withdrawn")),
    line("Slovakia cancelled a pledge of 13 jets to Ukraine",
         Want(donors="SVK", stage="withdrawn")),
    line("The government of Spain has dropped its plan to send €40 million to Chad.",
         Want(sum="40m EUR", donors="ESP", stage="withdrawn")),
    line("Canada commits $25M to climate fund", Want(sum="25m USD", donors="CAN"),
         not_yet="the parse takes the fund for a verb, and nobody abroad is named"),
    line("Spanish cooperation channels €10 million into UNRWA", Want(sum="10m EUR", donors="ESP")),
]  # fmt: skip

#: Nothing is promised: aid is cut, falls, is lacking, is held back.
CUT = [
    line("UK cuts aid budget to 0.3% of GNI"),
    line("US slashes $2 billion in foreign aid to Africa"),
    line("Germany halves humanitarian aid, cutting €1 billion from 2025 budget"),
    line("Netherlands to reduce aid by €2.4 billion a year"),
    line("France trims €742 million from development assistance"),
    line("Aid to Ukraine from Germany shrinks to €4 billion in 2025"),
    line("Japan's aid shrinks by 12% to ¥500 billion"),
    line("British aid to Sudan falls from £200m to £120m"),
    line("Norwegian support for Malawi reduced by NOK 40 million"),
    line("Danish aid budget down by 1 billion kroner"),
    line("Humanitarian funding for Yemen down to $600m this year"),
    line("Germany's new budget: 30 percent less for humanitarian aid, down to 1 billion euros"),
    line("Britain shelves £500m pledge for Amazon"),
    line("Berlin puts brakes on €300 million for Tunisia"),
    line("Funding gap: Germany takes €200m away from Sahel projects"),
    line("UK reneges on £11.6bn climate finance pledge"),
    line("EU blocks €10 million in support to Georgia"),
    line("Austria claws back €5m from Afghanistan projects"),
    line("Italy removes €100 million from aid budget"),
    line("France will give €1 billion less to poor countries"),
    line("UK to spend £6bn less on aid by 2027"),
    line("Finland's government proposes €250m cut to development cooperation"),
    line("Belgian minister announces 25% cut, €300 million, in development aid"),
    line("Switzerland announces end of CHF 15 million programme in Bangladesh"),
    line("Norway announces reduction of NOK 500 million in aid to Ethiopia"),
    line("USAID closure leaves $40m hole in Kenya's HIV budget"),
    line("Canada delays C$50 million for Haiti police"),
    line("Washington ends $5bn Power Africa programme"),
    line("Swedish aid to Mozambique phased out, 500 million kronor redirected",
         not_yet="what is redirected is read as set aside, whatever is ended before it"),
    line("Aid for Zambia under threat as US says $50m will go",
         not_yet="'will go' is read as going to somebody"),
]  # fmt: skip


@pytest.mark.parametrize("row", GIVEN)
def test_given(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", CUT)
def test_cut(row: Line) -> None:
    check_never(row)


def test_a_call_names_nobody_else_as_its_giver() -> None:
    (claim,) = kept(Line(text="Sudan's government asked for $5 billion in aid.", wants=()))
    assert claim.stage == "called_for"
    assert not claim.donors
