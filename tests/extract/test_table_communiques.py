"""Communiqués, parliamentary replies and wires: counts without names, shares, wholes; own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

#: Counts whose name stands before them, each with its own giver or taker.
COUNTS = [
    line("Taiwan donated 1 million masks to Paraguay and 500,000 to Eswatini.",
         Want(donors="TWN", recipients="PRY", items="1000000 masks"),
         Want(donors="TWN", recipients="SWZ", items="500000 masks")),
    line("Sweden sent 40 buses to Mali and a further 12 to Chad.",
         Want(donors="SWE", recipients="MLI", items="40 buses"),
         Want(donors="SWE", recipients="TCD", items="12 buses")),
    line("Norway will send ten tanks to Moldova and five boats to Chad.",
         Want(donors="NOR", recipients="MDA", items="10 tanks"),
         Want(donors="NOR", recipients="TCD", items="5 boats")),
    line("Kenya said it would deploy 1,000 police officers to Haiti, while Jamaica and the Bahamas"
         " would send 150 each.",
         Want(donors="KEN", items="1000 police officers", firmness="firm"),
         Want(donors="JAM", items="150 police officers", firmness="firm"),
         Want(donors="BHS", items="150 police officers")),
    line("Of the eight patrol boats pledged by Italy, five have arrived in Tunis.",
         Want(donors="ITA", recipients="TUN", items="5 patrol boats", stage="delivered")),
    line("Norway sent 20 tents to Mali and Chad.",
         Want(donors="NOR", recipients="MLI+TCD", items="20 tents")),
]  # fmt: skip

#: A share of output has no amount.
SHARES = [
    line("Latvia will give 0.25 % of GDP a year to Moldova in military aid.",
         Want(donors="LVA", recipients="MDA", stage="pledged", aid="military", sum=None,
              purpose="0.25 % of GDP")),
    line("Estonia's government decided to allocate 0.25 percent of GDP annually to military aid"
         " for Moldova.",
         Want(donors="EST", recipients="MDA", stage="committed", purpose="military aid")),
    line("Germany has given 0.5 per cent of its national income to Moldova.",
         Want(donors="DEU", recipients="MDA", stage="disbursed")),
]  # fmt: skip

#: Sums: wholes of parts, forms of each, costs that are borne, what is reaffirmed or added.
SUMS = [
    line("His Majesty's Government has committed £50 million to the Great Lakes region, including"
         " £10 million for the response in Rwanda.",
         Want(donors="GBR", sum="50m GBP", stage="committed", part=False),
         Want(donors="GBR", recipients="RWA", sum="10m GBP", part=True)),
    line("Norway pledged €9 million to Mali, of which €5 million will be provided as grants and "
         "€4 million as loans.",
         Want(sum="9m EUR"), Want(sum="5m EUR", instrument="grant", part=True),
         Want(sum="4m EUR", instrument="loan", part=True)),
    line("Qatar agreed to cover €29 million of salaries of the Syrian civil service.",
         Want(donors="QAT", recipients="SYR", sum="29m EUR", stage="committed")),
    line("The G7 reaffirmed the €50 billion loan to Moldova.",
         Want(donors="group:g7", recipients="MDA", sum="50bn EUR", newness="restated",
              instrument="loan")),
    line("Donors topped up the stabilisation fund. Norway is adding 30 million euros and Denmark"
         " 20 million.",
         Want(donors="NOR", sum="30m EUR"), Want(donors="DNK", sum="20m EUR")),
    line("Also chipping in: Norway with 10 million euros for Moldova, and Sweden with 5 million.",
         Want(donors="NOR", recipients="MDA", sum="10m EUR"), Want(donors="SWE", sum="5m EUR")),
    line("The EU paid out €3bn under the Ukraine Facility.",
         Want(donors="org:eu", recipients="UKR", stage="disbursed")),
    line("Norway decided to allocate €5 million to Mali.", Want(donors="NOR", stage="committed")),
    line("Norway and Sweden commit to providing €5 million to Mali.", Want(stage="pledged")),
    line("The King Salman centre of Saudi Arabia distributed 1,200 food baskets in Yemen.",
         Want(donors="SAU", recipients="YEM", items="1200 food baskets", stage="delivered")),
]  # fmt: skip

#: Programmes named behind what they are, and those of an agency for aid.
FOUNDED = [
    line("Norway agreed to launch the new initiative Build Better Ports to help narrow the $40+"
         " trillion need in the developing world.",
         Want(donors="NOR", items="Build Better Ports", stage="committed", instrument="policy")),
    line("Sida is establishing a Clean Water Fund.", Want(donors="SWE", items="Clean Water Fund")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*COUNTS, *SHARES, *SUMS, *FOUNDED])
def test_what_is_told(row: Line) -> None:
    check_says(row)


def test_a_share_is_no_amount() -> None:
    (claim,) = kept(Line(text="Latvia will give 0.25 % of GDP a year to Moldova.", wants=()))
    assert claim.amount is None
    assert not claim.items


NEVER = [
    line("Norway spends 2 % of GDP on defence."),
    line("Norway will spend 2 % of its GDP on its army."),
    line("The IMF said Mali's deficit will reach 3 percent of GDP."),
    line("Norway urged Denmark to give 0.25 % of GDP to Moldova."),
    line("Norway's exports to Mali are 2 percent of GDP."),
    line("Norway's deficit is £50 million, including £10 million given to Mali.",
         Want(sum="50m GBP")),
    line("Norway's bank will cover €29 million of losses."),
    line("The G7 reaffirmed its support for Moldova."),
    line("Donors met to discuss the fund. Norway is adding €5 million to its own budget."),
    line("Shares rose on Monday. Norway is adding €5 million."),
    line("Norway gave Mali €5 million to close a €20 million funding gap.", Want(sum="20m EUR")),
    line("Norway is launching the network Green Schools to help its towns."),
    line("Norway launched an initiative Tuesday to help Mali."),
    line("Of the 20 tents that Norway sent to Mali, three were stolen.", Want(items="3 tents")),
    line("Norway sent 20 tents to Mali and 2023 to Chad.", Want(items="2023 tents")),
]  # fmt: skip


@pytest.mark.parametrize("row", NEVER)
def test_what_is_never_said(row: Line) -> None:
    check_never(row)
