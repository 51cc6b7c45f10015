"""News: sums that answer a question, idioms of joining in, levels that climb, what is no gift.

All lines are our own.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

ASKED = "Norway will send Moldova 20 buses.\n\n"
BUSES = Want(donors="NOR", recipients="MDA", items="20 buses")

ANSWERS = [
    line(ASKED + "How much are they worth?\n\nAbout €2m, the ministry says.",
         Want(donors="NOR", recipients="MDA", sum="2m EUR"), BUSES),
    line(ASKED + "How much is that?\n\nJust over 12 million kroner.",
         Want(donors="NOR", recipients="MDA", sum="12m NOK"), BUSES),
    line(ASKED + "And what is it worth?\n\nIt is worth about $3 million.",
         Want(donors="NOR", recipients="MDA", sum="3m USD"), BUSES),
]  # fmt: skip

NO_ANSWERS = [
    line(ASKED + "Who drives them?\n\nAbout €2m, a driver joked.", Want(sum="2m EUR")),
    line(ASKED + "How many stay at home?\n\nForty, with a budget of €2m.", Want(sum="2m EUR")),
    line("Norway's buses are old.\n\nHow much is a new one worth?\n\nAbout €2m.",
         Want(sum="2m EUR")),
]  # fmt: skip

JOINED = [
    line("Sweden is joining the scheme with 20 million euros for Ukraine, Iceland with 2 million.",
         Want(donors="SWE", recipients="UKR", sum="20m EUR"), Want(donors="ISL", sum="2m EUR")),
    line("Chile weighed in with 5 million dollars for Haiti.",
         Want(donors="CHL", recipients="HTI", sum="5m USD")),
    line("Poland joined in with 3 million euros for Moldova.",
         Want(donors="POL", recipients="MDA", sum="3m EUR")),
    line("Oman pitched in with 9 million dollars for Yemen.",
         Want(donors="OMN", recipients="YEM", sum="9m USD")),
    line("Japan ponied up 40 million dollars for Nepal.",
         Want(donors="JPN", recipients="NPL", sum="40m USD")),
    line("Peru stumped up 2 million dollars for Haiti.",
         Want(donors="PER", recipients="HTI", sum="2m USD")),
    line("Jordan airdropped 60 pallets of food to Gaza.",
         Want(donors="JOR", recipients="PSE", stage="delivered", items="60 food")),
    line("Egypt will supply 200 medical workers to Gaza.",
         Want(donors="EGY", recipients="PSE", items="200 medical workers")),
    line("Cuba sent 40 health workers to Haiti.",
         Want(donors="CUB", recipients="HTI", items="40 health workers", stage="delivered")),
    line("The European Union followed with 52 million euros for Chad, and Germany's foreign "
         "minister said her country would contribute 12 million euros.",
         Want(donors="org:eu", sum="52m EUR"), Want(donors="DEU", sum="12m EUR")),
]  # fmt: skip

LEVELS = [
    line("With the new trucks the value of Finland's aid to Ukraine climbs to 2.7 billion euros.",
         Want(donors="FIN", recipients="UKR", sum="2.7bn EUR", total=True)),
    line("Norway's support for Moldova has swollen to 90 million euros.",
         Want(donors="NOR", recipients="MDA", sum="90m EUR", total=True)),
    line("Italy's help for Chad jumped to 12 million euros.",
         Want(donors="ITA", recipients="TCD", sum="12m EUR", total=True)),
    line("Refugees from Sudan need food. Norway promised to help. People fled Sudan by the "
         "thousand. An extra 12 million euros will pay for tents in Chad.",
         Want(donors="NOR", recipients="TCD", sum="12m EUR")),
]  # fmt: skip

CLAUSES = [
    line("Lebanon wins $250 mln World Bank loan as donors hold back",
         Want(donors="org:world-bank", recipients="LBN", sum="250m USD")),
    line("Jordan wins €500m EU loan", Want(donors="org:eu", recipients="JOR", sum="500m EUR")),
    line("Nepal lands $40 million ADB grant",
         Want(donors="org:adb", recipients="NPL", sum="40m USD")),
    line("Jordan secured an IMF loan of 8 million dollars.",
         Want(donors="org:imf", sum="8m USD")),
    line("Aid for Egypt is debated. Cairo secured an IMF loan of 8 billion dollars.",
         Want(donors="org:imf", recipients="EGY", sum="8bn USD")),
    line("The President of the European Commission announced a new EU support of EUR9 million "
         "for Ukraine.", Want(donors="org:european-commission", recipients="UKR", sum="9m EUR")),
    line("A World Bank grant of 12 million dollars will pay for wells in Chad.",
         Want(donors="org:world-bank", recipients="TCD", sum="12m USD")),
    line("Canada put up C$5 billion for Ukraine, and the U.S. sent its $20 billion.",
         Want(donors="CAN", sum="5bn CAD"), Want(donors="USA", sum="20bn USD")),
    line("Italy gave 2 million euros for Chad, while Spain paid its 3 million euros.",
         Want(donors="ITA", sum="2m EUR"), Want(donors="ESP", sum="3m EUR")),
    line("Washington meanwhile has set aside $36 million for the Philippines.",
         Want(donors="USA", recipients="PHL", sum="36m USD", stage="allocated")),
    line("Berlin also promised 30 million euros for Moldova.",
         Want(donors="DEU", recipients="MDA", sum="30m EUR")),
    line("Oslo alone will send 40 ambulances to Sudan.",
         Want(donors="NOR", recipients="SDN", items="40 ambulances")),
    line("Qatar is investing $35 million in schools in Chad.",
         Want(donors="QAT", recipients="TCD", sum="35m USD")),
]  # fmt: skip

NEVER = [
    line("Imagine that Europe gave Ukraine €300bn of frozen assets tomorrow."),
    line("Suppose Germany gave Ukraine 40 Taurus missiles."),
    line("Supposing Norway sent Chad 12 million kroner, nothing would change."),
    line("Qatar is investing $35 billion in a resort in Egypt."),
    line("The Emirates invested $9bn in two hotels in Guinea."),
    line("Canada put up C$5 billion for Ukraine, and the U.S. sent its $20 billion.",
         Want(donors="CAN", sum="20bn USD")),
    line("Peru's team weighed in with 12 goals for Haiti."),
    line("Aid for Gaza will suffer. A minister quit over the decision to cut the aid budget to 0.3 "
         "per cent of income, worth about £6 billion."),
    line("Aid for Chad is short. Italy slashed its overseas funding last week, worth some €90m."),
    line("A chipmaker won €920m in German state aid for a plant."),
    line("The people of Sudan need food. Families fled Sudan by the thousand. An extra 12 million "
         "euros will pay for tents in Chad.", Want(donors="SDN")),
    line("A famine in Sudan spreads. 5 million dollars will pay for tents in Chad.",
         Want(donors="SDN")),
    line("The European Union followed with 52 million euros for Chad, and Germany's foreign "
         "minister said her country would contribute 12 million euros.",
         Want(donors="org:eu", sum="12m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ANSWERS, *JOINED, *LEVELS, *CLAUSES])
def test_what_is_said(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", [*NO_ANSWERS, *NEVER])
def test_what_is_never_said(row: Line) -> None:
    check_never(row)
