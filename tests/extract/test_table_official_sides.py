"""Who gives and who gets by wordings of official pages: parts with givers, bold names, funds."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, check_never, line

US = "White House"

SIDES = [
    line("The fund paid out €90 million to Chad, including more than €5 million from Norway.",
         Want(donors="NOR", sum="5m EUR")),
    line("Donors gave $60 million to Haiti, of which about $8 million from Canada.",
         Want(donors="CAN", sum="8m USD")),
    line("Germany pledged €600 million to the replenishment of the Global Fund.",
         Want(donors="DEU", recipients="org:global-fund", sum="600m EUR")),
    line("The Council adopted a measure worth €40 million for the benefit of the army of Moldova.",
         Want(recipients="MDA", sum="40m EUR")),
    line("The United States leads the replenishment of the Pandemic Fund and helps by pledging "
         "$667 million.", Want(donors="USA", recipients="org:pandemic-fund", sum="667m USD")),
    line("- **Savanna Water Coalition**, which includes nine firms, commits $70 million to wells "
         "in Kenya.", Want(recipients="KEN", sum="70m USD"), publisher=US),
    line("PEPFAR is providing $9 million to support nurses in Zambia.",
         Want(donors="USA", recipients="ZMB", sum="9m USD"), publisher=US),
    line("The amount disbursed by the World Bank to Ukraine exceeds $41 billion.",
         Want(donors="org:world-bank", recipients="UKR", sum="41bn USD"), publisher="World Bank"),
]  # fmt: skip


@pytest.mark.parametrize("row", SIDES)
def test_sides_by_official_wordings(row: Line) -> None:
    check_among(row)


NEVER = [
    line("The United States calls for a $2 billion replenishment of the Pandemic Fund.",
         Want(donors="org:pandemic-fund")),
    line("The $2 billion replenishment of the Global Fund takes place in June.",
         Want(donors="org:global-fund")),
    line("The army announced $9 billion for the replenishment of U.S. stocks.",
         Want(recipients="USA"), publisher=US),
    line("The loss of grain exceeds $3 billion, according to the World Bank."),
    line("Exports to Chad were €90 million, including €5 million from Norway."),
    line("Sales to Chad reached €90 million, including more than €5 million from Norway."),
]  # fmt: skip


@pytest.mark.parametrize("row", NEVER)
def test_a_fund_that_is_filled_gives_nothing(row: Line) -> None:
    check_never(row)
