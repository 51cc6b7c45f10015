"""Goods and money that travel, parts of what was promised, gifts that go on; own sentences."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: What has set out is promised, what has come is delivered.
JOURNEYS = [
    line("Ten howitzers are on their way from Estonia to Moldova.",
         Want(donors="EST", recipients="MDA", items="10 howitzers", stage="pledged")),
    line("Twenty tanks will leave Spain for Moldova next week.",
         Want(donors="ESP", recipients="MDA", items="20 tanks", stage="pledged")),
    line("Ten Danish ambulances are already on their way to Sudan.",
         Want(donors="DNK", recipients="SDN", stage="pledged", instrument="in_kind")),
    line("Ten Polish howitzers will leave for Moldova in May.",
         Want(donors="POL", recipients="MDA", stage="pledged")),
    line("A convoy of 25 trucks from Jordan reached Gaza on Wednesday.",
         Want(donors="JOR", recipients="PSE", items="25 trucks", stage="delivered")),
    line("Ten generators arrived in Beirut from Japan on Monday.",
         Want(donors="JPN", recipients="LBN", items="10 generators", stage="delivered")),
    line("Two planes with 20 tonnes of French medical supplies landed in Beirut on Sunday.",
         Want(donors="FRA", recipients="LBN", stage="delivered")),
    line("The IMF's €1.1 billion instalment arrived in Islamabad on Monday.",
         Want(donors="org:imf", recipients="PAK", sum="1100m EUR", stage="disbursed")),
    line("The third instalment of €500 million arrived in Chisinau on Friday, the EU said.",
         Want(donors="org:eu", recipients="MDA", sum="500m EUR", stage="disbursed")),
    line("€50 million was paid out to Moldova on Friday, the European Commission said.",
         Want(donors="org:european-commission", recipients="MDA", stage="disbursed")),
    line("The EU said it would lend Moldova €400 million. The first instalment of €100 million"
         " arrived on Friday.",
         Want(donors="org:eu", sum="400m EUR", stage="pledged", part=False),
         Want(donors="org:eu", sum="100m EUR", stage="disbursed", part=True)),
]  # fmt: skip

#: A part is counted, not the whole it is of.
PARTS = [
    line("Belgium has delivered 6 of 12 promised jets to Moldova.",
         Want(donors="BEL", recipients="MDA", items="6 jets", stage="delivered")),
    line("Belgium delivered 6 of the 12 promised jets to Moldova.", Want(items="6 jets")),
    line("Norway has delivered six of a promised 12 boats to Moldova.", Want(items="6 boats")),
    line("To date, Norway has delivered 18 of 30 armoured ambulances to Moldova.",
         Want(donors="NOR", items="18 armoured ambulances", stage="delivered")),
    line("Norway has paid 2 of its promised 5 million euros to Mali.",
         Want(donors="NOR", sum="5m EUR", stage="pledged", newness="restated"),
         Want(donors="NOR", sum="2m EUR", stage="disbursed", part=True)),
    line("Norway will give Mali €9 million. About €6 million of the sum will be paid out by May.",
         Want(sum="9m EUR", part=False), Want(donors="NOR", sum="6m EUR", part=True)),
    line("Norway has granted NOK 500 million to Moldova. Of this, 282 million is for gas.",
         Want(sum="500m NOK", part=False), Want(donors="NOR", sum="282m NOK", part=True)),
]  # fmt: skip

#: Gifts that go on; names of goods in two words.
GOING_ON = [
    line("Poland continues to supply Moldova with ammunition.",
         Want(donors="POL", recipients="MDA", items="ammunition", stage="pledged")),
    line("Norway keeps sending howitzers to Moldova.", Want(donors="NOR", items="howitzers")),
    line("Since January, Poland has been delivering electricity generators to Moldova.",
         Want(donors="POL", recipients="MDA", items="generators", stage="delivered")),
    line("Latvia will transfer winter uniforms to the Moldovan army.",
         Want(donors="LVA", items="winter uniforms")),
]  # fmt: skip

#: Who chips in, with sums in brackets.
BRACKETS = [
    line("Belgium (€15 million), Austria (€7 million) and Slovenia (€1 million) pledged aid to "
         "Mali.",
         Want(donors="BEL", recipients="MLI", sum="15m EUR"),
         Want(donors="AUT", recipients="MLI", sum="7m EUR"),
         Want(donors="SVN", recipients="MLI", sum="1m EUR")),
    line("Ministers raised money for Mali. Chipping in were Belgium (€15 million) and Austria"
         " (€7 million).",
         Want(donors="BEL", sum="15m EUR"), Want(donors="AUT", sum="7m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*JOURNEYS, *PARTS, *GOING_ON, *BRACKETS])
def test_what_is_told(row: Line) -> None:
    check_says(row)


NEVER = [
    # voyages, trade and losses
    line("Ten warships left Russia for Syria."),
    line("Some 300 tonnes of wheat left Moldova for Egypt."),
    line("Six Danish jets landed in Moldova."),
    line("The refugees left Mali for Chad with 20 tents."),
    line("Norway left ten tanks in Mali."),
    line("Losses reached 20 tanks, Moldova said."),
    line("Ten tanks are on the way to the front, Moldova said."),
    line("Thirty buses left Kyiv for Lviv."),
    # the teller of a payment is no bank
    line("The UN said €50 million was paid to Mali.", Want(donors="org:un")),
    line("€50 million was paid out to Mali by Norway, the EU said.", Want(donors="org:eu")),
    # nothing of the whole
    line("Belgium delivered none of the 12 promised jets to Moldova."),
    line("Belgium delivered none of the promised jets to Moldova."),
    line("Norway gave Mali €5 million. Of these, 3 million people live in towns.",
         Want(sum="3m EUR")),
    # no further gift
    line("Poland will continue to send weapons to Moldova."),
    line("Norway continues to provide military support to Moldova."),
    line("Norway did not continue to supply Moldova with ammunition."),
    line("Norway stopped supplying Moldova with ammunition."),
]  # fmt: skip


@pytest.mark.parametrize("row", NEVER)
def test_what_is_never_said(row: Line) -> None:
    check_never(row)
