"""Sums of trade, cost and one's own budget beside aid, and gifts that look like them.

All sentences are our own and were written after the rules.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, kept, line

LEAD = "Norway gave Mali €5m. "

LINES = [
    line("Norway will buy €5m of shells for Ukraine.", Want(donors="NOR", sum="5m EUR")),
    line("Norway bought €5m of grain for Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway buys €5m worth of goods for Sudan.", Want(donors="NOR", sum="5m EUR")),
    line("Norway's package for Mali is worth €5m.", Want(donors="NOR", sum="5m EUR")),
    line("Norway's grant to Mali amounts to €5m.", Want(donors="NOR", sum="5m EUR")),
    line("Norway will cover the cost of the wells in Mali, €5m.",
         Want(donors="NOR", sum="5m EUR")),
    line("Norway spent €5m of its own money on wells in Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway has spent €5m of its own on wells in Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway's cheque to Sudan was for 340 million crowns.",
         Want(donors="NOR", recipients="SDN", sum="340m NOK")),
    line("Norway came with a cheque for €5m for Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway handed Mali a cheque for €5m.",
         Want(donors="NOR", recipients="MLI", sum="5m EUR")),
    line("Haiti's council asked for more. Canada earmarked 36 million gourdes for Haiti.",
         Want(donors="CAN", recipients="HTI")),
    line("Ukraine will get 300 million hryvnias from Norway.",
         Want(donors="NOR", recipients="UKR")),
    # whom a page is about giving to
    line("Who pays for the force in Haiti?\n\nThe answer is a patchwork.\n\nCanada pledged C$60m.",
         Want(donors="CAN", recipients="HTI", sum="60m CAD")),
    line("Blackouts in Moldova go on.\n\nNorway pledged €6m.",
         Want(donors="NOR", recipients="MDA", sum="6m EUR")),
    line("Unrest in Haiti goes on.\n\nNorway pledged €6m.",
         Want(donors="NOR", recipients="HTI", sum="6m EUR")),
    line("The police mission in Haiti is short of men.\n\nKenya will send 400 officers.",
         Want(donors="KEN", recipients="HTI")),
    line("GENEVA - Donors met to keep Sudan from famine.\n\nNorway's foreign minister put another "
         "€6m on the table.\n\nMany left.\n\nNobody stayed.\n\nRain fell.\n\nIt was cold.\n\nThe "
         "talks ran late.\n\nSome slept.\n\nJapan gave €3m to Sudan.",
         Want(donors="NOR", recipients="SDN", sum="6m EUR")),
    line("Violence grew. Norway pledged €6m for the reconstruction in Syria.",
         Want(donors="NOR", recipients="SYR", sum="6m EUR")),
    # a report on a region is not about one of those who get something
    line("SUVA - The bidding goes on.\n\nOne. Two. Three. Four.\n\nAustralia gave €5m to Nauru.\n\n"
         "China gave €3m to Kiribati.\n\nJapan gave €2m to Tuvalu.\n\nNorway will give aid of €1m.",
         Want(donors="NOR", recipients="", sum="1m EUR")),
    line("Norway lopped €5m off its aid to Mali and gave Chad €3m.",
         Want(donors="NOR", sum="3m EUR")),
    line("Norway sold its stake and gave Mali €5m.", Want(donors="NOR", sum="5m EUR")),
    line("Norway signed a contract worth €5m for wells in Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway made €5m available to Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway bought trucks for €5m for Mali.", Want(donors="NOR", sum="5m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_gifts_beside_trade(row: Line) -> None:
    check_among(row)


NOTHING = [
    "China bought $3.1 billion of goods from the islands last year.",
    "India sells rather than gives: the contracts are worth $2 billion.",
    "The orders are worth $2 billion.",
    "Norway imports €5bn worth of oil from Russia.",
    "The minister put the cost of the package to every Swede at 1,500 kronor.",
    "The bank put the damage in Mali at $3 billion.",
    "Experts estimate the losses in Haiti at about $3 billion.",
    "The government reckoned the bill at €9 billion.",
    "The cabinet is lopping 350 million euros off its aid to Mali.",
    "The cabinet shaved 350 million euros off aid to Mali.",
    "Chad, which shelters Sudanese refugees, has spent €90m of its own on the camps.",
    "Exports to Mali reach €5bn.",
    "Ministers chopped €5m from the aid to Mali.",
    "Togo sold $4 million of gold to Mali.",
    "The bonds are worth €5bn.",
]


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("lead", ["", LEAD])
def test_trade_gives_nothing(text: str, lead: str) -> None:
    found = [c for c in kept(Line(text=lead + text, wants=())) if c.stage != "withdrawn"]
    assert len(found) == (1 if lead else 0), found


def test_a_budget_in_the_own_currency_of_who_would_get_it() -> None:
    text = "There is war in Haiti. Its council has earmarked 36 billion gourdes."
    assert kept(Line(text=text, wants=())) == []
