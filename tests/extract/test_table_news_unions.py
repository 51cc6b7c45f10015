"""Unions by those through whom they decide, open lists of sums, things that arrive.

All lines are our own.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

UNIONS = [
    line("EU ministers approve €60m for Moldova",
         Want(donors="org:eu", recipients="MDA", sum="60m EUR")),
    line("EU ambassadors on Friday approved 12 million euros for Armenia.",
         Want(donors="org:eu", recipients="ARM", sum="12m EUR", stage="committed")),
    line("EU foreign ministers agreed to grant Lebanon 45 million euros.",
         Want(donors="org:eu", recipients="LBN", sum="45m EUR")),
    line("MEPs back €35bn loan for Ukraine",
         Want(donors="org:eu", recipients="UKR", sum="35bn EUR")),
    line("MEPs approved a grant of 20 million euros to Chad.",
         Want(donors="org:eu", recipients="TCD", sum="20m EUR")),
    line("EU leaders pledged five million euros to Vanuatu.",
         Want(donors="org:eu", recipients="VUT", sum="5m EUR")),
    line("EU envoys signed off on 7 million euros in aid for Georgia on Tuesday.",
         Want(donors="org:eu", recipients="GEO", sum="7m EUR")),
    line("European Union finance ministers agreed a loan of 500 million euros for Jordan.",
         Want(donors="org:eu", recipients="JOR", sum="500m EUR")),
    line("NATO allies commit €40bn a year to Ukraine",
         Want(donors="org:nato", recipients="UKR", sum="40bn EUR", per="year")),
    line("NATO defence ministers pledged 300 million euros for Moldova.",
         Want(donors="org:nato", recipients="MDA", sum="300m EUR")),
    line("NATO leaders promised Bosnia 10 million euros.",
         Want(donors="org:nato", recipients="BIH", sum="10m EUR")),
    # a count, or a quantity, leaves the group as it is told
    line("Eleven EU ministers pledged 4 million euros to Nepal.",
         Want(donors="None", recipients="NPL", sum="4m EUR")),
    line("Several NATO allies pledged 4 million euros to Nepal.",
         Want(donors="None", recipients="NPL", sum="4m EUR")),
]  # fmt: skip

LISTS = [
    line("Donors meet in Lima to talk about aid for Haiti. Here is what we know:\n\n"
         "• Chile: €3m for tents\n• Peru: 12 million dollars\n• Brazil will send ten trucks\n",
         Want(donors="CHL", recipients="HTI", sum="3m EUR"),
         Want(donors="PER", recipients="HTI", sum="12m USD"),
         Want(donors="BRA", items="10 trucks")),
    line("Aid for Nepal is on the agenda today. The figures so far:\n\n"
         "- Japan: $9m over three years\n- Norway: 40m kroner\n- India has put in $20m\n",
         Want(donors="JPN", recipients="NPL", sum="9m USD"),
         Want(donors="NOR", recipients="NPL", sum="40m NOK"),
         Want(donors="IND", recipients="NPL", sum="20m USD")),
]  # fmt: skip

NO_LISTS = [
    # without a gift told by its verb, or with losses, a list may tell of anything
    line("Floods hit the Balkans. Here is what we know:\n\n"
         "• Serbia: €3m\n• Croatia: €12m\n• Bosnia is without power\n", Want(donors="SRB")),
    line("Floods hit the Balkans. Here is what we know:\n\n"
         "• Serbia: €3m in damage\n• Croatia: €12m\n• Slovenia will send ten trucks\n",
         Want(donors="SRB"), Want(donors="HRV")),
    line("Trade is down. The figures so far:\n\n"
         "• Chile: €3m\n• Peru: €12m\n• Brazil has given up exports\n",
         Want(donors="CHL"), Want(donors="PER")),
    line("Aid for Chad is short. What we know so far about demands:\n\n"
         "• Chile: €3m\n• Peru: €12m\n• Brazil will be asked\n", Want(donors="CHL")),
    line("Players change clubs. Here is the list:\n\n"
         "• Italy: €30m\n• Spain: €12m\n• England holds back\n", Want(donors="ITA")),
]  # fmt: skip

ARRIVALS = [
    line("Six Dutch howitzers arrive in Ukraine",
         Want(donors="NLD", recipients="UKR", stage="delivered", items="6 Dutch howitzers")),
    line("Spain's 10 Leopards arrive in Ukraine",
         Want(donors="ESP", recipients="UKR", stage="delivered", items="10 Leopards")),
    line("Norway's 40 ambulances arrive in Sudan",
         Want(donors="NOR", recipients="SDN", stage="delivered")),
    line("Canada's four howitzers arrive in Estonia",
         Want(donors="CAN", recipients="EST", stage="delivered")),
    line("Japan's 20 tents on their way to Nepal",
         Want(donors="JPN", recipients="NPL", stage="pledged")),
    line("Six Dutch howitzers arrive in Ukraine next week",
         Want(donors="NLD", recipients="UKR", stage="pledged")),
]  # fmt: skip

NO_ARRIVALS = [
    line("Iran's 10 howitzers arrive in Israel", Want(donors="IRN")),
    line("Pakistan's 10 tanks arrive in India", Want(donors="PAK")),
    line("Russia's 40 drones arrive in Ukraine", Want(donors="RUS")),
    line("China's 4 warships arrive in Taiwan", Want(donors="CHN")),
    line("France's 10 jets arrive in Greece for exercises", Want(donors="FRA")),
]  # fmt: skip

CLAUSES = [
    line("Aid for Haiti was discussed. Spain gave 3 million euros, and South Korea has told the "
         "U.N. it will give 10 million dollars.",
         Want(donors="ESP", sum="3m EUR"), Want(donors="KOR", sum="10m USD")),
    line("Aid for Chad was discussed. Italy promised 2 million euros, while Japan said it would "
         "contribute 5 million dollars.",
         Want(donors="ITA", sum="2m EUR"), Want(donors="JPN", sum="5m USD")),
    line("Aid for Chad was discussed. The World Bank said it would contribute $160 million; "
         "Germany, 60 million euros.",
         Want(donors="org:world-bank", sum="160m USD"), Want(donors="DEU", sum="60m EUR")),
    line("Berlin is providing €15 million for Chad and Copenhagen 90 million kroner.",
         Want(donors="DEU", recipients="TCD", sum="15m EUR"), Want(donors="DNK", sum="90m DKK")),
    line("Paris gives 2 million euros to Malawi, and Oslo 30 million kroner.",
         Want(donors="FRA", recipients="MWI", sum="2m EUR"), Want(donors="NOR", sum="30m NOK")),
    line("Berlin raises its aid for Ukraine from four to seven billion euros.",
         Want(donors="DEU", recipients="UKR", sum="7bn EUR", total=True)),
    line("Oslo increased its aid to Mali from two to three million dollars.",
         Want(donors="NOR", recipients="MLI", sum="3m USD", total=True)),
    line("Norway will spend €30m on One Health work in Kenya.",
         Want(donors="NOR", recipients="KEN", sum="30m EUR", items="")),
]  # fmt: skip

NO_CLAUSES = [
    line("Aid for Haiti was discussed. Spain gave 3 million euros, and South Korea has told the "
         "U.N. it will give 10 million dollars.", Want(donors="ESP", sum="10m USD")),
    line("Aid for Chad was discussed. The World Bank said it would contribute $160 million; "
         "Germany, 60 million euros.", Want(donors="org:world-bank+DEU")),
    line("Berlin is providing €15 million for Chad and Copenhagen 90 million kroner.",
         Want(donors="DEU", sum="90m DKK")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*UNIONS, *LISTS, *ARRIVALS, *CLAUSES])
def test_what_is_said(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", [*NO_LISTS, *NO_ARRIVALS, *NO_CLAUSES])
def test_what_is_never_said(row: Line) -> None:
    check_never(row)
