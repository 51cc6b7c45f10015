"""Lists of outcomes, statements of groups, and who is bound in them; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: Points below a heading that calls them pledges, and points that share a sum out.
LISTS = [
    line("Drought in Chad: donor meeting\n\nThe meeting was held in Oslo.\n\n"
         "Pledges made at the meeting\n\n• Norway: up to NOK 90 million, over two years\n"
         "• European Commission: EUR 44 million (of which EUR 9 million for wells)\n"
         "• Ireland: EUR 7 million, unearmarked\n• Qatar: no figure yet\n",
         Want(donors="NOR", sum="90m NOK", part=False),
         Want(donors="org:european-commission", sum="44m EUR"),
         Want(donors="org:european-commission", sum="9m EUR", part=True),
         Want(donors="IRL", sum="7m EUR", total=False)),
    line("Drought in Chad: donor meeting\n\nContributions announced\n\n"
         "- Finland: 4,000 tonnes of wheat\n- Austria: 30 water tankers\n",
         Want(donors="FIN", items="4000 wheat"),
         Want(donors="AUT", items="30 water tankers")),
    line("1. Japan decided to give Moldova 40 million dollars.\n\n"
         "2. The sum will be given through the following international organizations:\n"
         "(1) United Nations Children's Fund (UNICEF): US$ 15 million\n"
         "(2) World Food Programme (WFP): US$ 9 million\n\n3. Japan thanks both of them.\n",
         Want(donors="JPN", recipients="MDA", sum="40m USD"),
         Want(donors="JPN", recipients="org:unicef", sum="15m USD", part=True),
         Want(donors="JPN", recipients="org:wfp", sum="9m USD", part=True)),
]  # fmt: skip

NO_LISTS = [
    line("Drought in Chad\n\nNeeds\n\n• Norway: NOK 90 million\n• Ireland: EUR 7 million"),
    line("Sales of wheat\n\n• Norway: NOK 90 million\n• Ireland: EUR 7 million"),
]  # fmt: skip

#: "We" is the group that makes the statement, not the office that publishes it.
GROUPS = [
    line("We, the Leaders of the Group of Seven, met in Hiroshima. We commit to a further USD 3 "
         "billion to protect children from hunger.",
         Want(donors="group:g7", sum="3bn USD"), publisher="Government of Germany"),
    line("G7 Leaders' Statement on Moldova\n\nIn support of Moldova, USD 2 billion in grants has "
         "been pledged this year.",
         Want(donors="group:g7", recipients="MDA", sum="2bn USD"),
         publisher="Government of Japan"),
    line("We, the G7, are mobilising up to USD 80 billion for infrastructure across the world.",
         Want(donors="group:g7", sum="80bn USD")),
]  # fmt: skip

#: Who acts, by the words around the verb.
BOUND = [
    line("Canada and Norway will, subject to final approval, provide USD40 million in credit "
         "guarantees for Moldova.",
         Want(donors="CAN+NOR", recipients="MDA", sum="40m USD", firmness="conditional")),
    line("Denmark set out its contribution to Moldova of €4 million this year.",
         Want(donors="DNK", recipients="MDA", sum="4m EUR", stage="pledged")),
    line("Canada announced more than $90 million in new initiatives with ASEAN.",
         Want(donors="CAN", recipients="org:asean", sum="90m USD")),
    line("Until now Canada has committed $2 billion in support of Moldova's police since 2014, "
         "including more than $300 million this year alone.",
         Want(donors="CAN", recipients="MDA", sum="2bn USD", total=True),
         Want(donors="CAN", recipients="MDA", sum="300m USD", part=True)),
    line("Norway is expected to contribute a further NOK 250 million to Moldova, provided the "
         "Storting adopts the budget in March.",
         Want(recipients="MDA", sum="250m NOK", firmness="conditional")),
    line("€35 million of this, with a part financed by Norway, is given to Moldova by Denmark.",
         Want(donors="DNK", recipients="MDA", sum="35m EUR")),
    line("For eastern Chad, £15 million has been approved this year by the UK.",
         Want(donors="GBR", recipients="TCD", sum="15m GBP", stage="committed")),
]  # fmt: skip

#: What an office says was decided, in a page about aid to somebody.
DECIDED = [
    line("Denmark will give Moldova DKK 60 million. Of the total, DKK 9 million has been earmarked "
         "for schools.",
         Want(donors="DNK", recipients="MDA", sum="60m DKK"),
         Want(donors="DNK", recipients="MDA", sum="9m DKK", stage="allocated", part=True),
         publisher="Ministry of Foreign Affairs of Denmark"),
    line("Denmark gave Moldova DKK 30 million.\n\nThe plan was made in May. A further DKK 50 "
         "million has now been put aside for next winter.",
         Want(donors="DNK", recipients="MDA", sum="30m DKK"),
         Want(donors="DNK", recipients="MDA", sum="50m DKK", stage="allocated"),
         publisher="Ministry of Foreign Affairs of Denmark"),
]  # fmt: skip

NOT_DECIDED = [
    line("Denmark gave Moldova much help.\n\nDKK 50 million has now been put aside for our own "
         "schools.",
         publisher="Ministry of Foreign Affairs of Denmark"),
]  # fmt: skip

#: People who get training, and people who are taken in.
TRAINED = [
    line("Ireland will invite 30 officials and 12 young diplomats from Fiji for training by 2027.",
         Want(donors="IRL", recipients="FJI", instrument="training",
              items="30 officials; 12 young diplomats")),
    line("Eight Moldovan engineers will be offered a course in Austria in May.",
         Want(donors="AUT", recipients="MDA", instrument="training",
              items="8 Moldovan engineers")),
    line("Finland will take in 25 Moldovan pilots for basic training.",
         Want(donors="FIN", recipients="MDA", instrument="training")),
    line("More than 90 Kenyan officers will attend U.S. military schools next year.",
         Want(donors="USA", recipients="KEN", items="90 Kenyan officers"),
         publisher="The White House"),
    line("So far, 500 Moldovan troops have completed courses in Latvia.",
         Want(donors="LVA", recipients="MDA", stage="delivered")),
    line("Canada will resettle 400 Moldovans.",
         Want(donors="CAN", recipients="MDA", instrument="policy")),
    line("Delivery of 2,400 generators to Moldova by Finland will be stepped up.",
         Want(donors="FIN", recipients="MDA", items="2400 generators")),
]  # fmt: skip

NOT_TRAINED = [
    line("Some 300 students attended a course on Kenya."),
    line("Ireland invited 30 officials from Fiji for dinner."),
    line("Kenya invited 30 officials for training."),
]  # fmt: skip


@pytest.mark.parametrize("row", LISTS + GROUPS + BOUND + DECIDED + TRAINED)
def test_it_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NO_LISTS + NOT_DECIDED + NOT_TRAINED)
def test_nothing_is_told(row: Line) -> None:
    check_never(row)
