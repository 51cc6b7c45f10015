"""Counted goods as newspapers name them, and what is told of goods that nobody gives; our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: Words before the name tell of which sort the goods are.
DESCRIBED = [
    line("Norway will send 14 refurbished howitzers to Ukraine.",
         Want(donors="NOR", recipients="UKR", items="14 refurbished howitzers", stage="pledged")),
    line("Norway sent 14 refurbished Krab guns to Ukraine.",
         Want(donors="NOR", recipients="UKR", items="14 refurbished Krab guns", stage="delivered")),
    line("Latvia is to hand over 9 fully equipped ambulances to Moldova.",
         Want(donors="LVA", recipients="MDA", items="9 fully equipped ambulances")),
    line("Japan has given 15 second-hand fire engines to Tonga.",
         Want(donors="JPN", recipients="TON", items="15 second-hand fire engines")),
    line("India handed over one Dornier 228 to Sri Lanka on Monday.",
         Want(donors="IND", recipients="LKA", items="1 Dornier 228")),
    line("Seoul donated 200,000 yellow fever shots to Angola.",
         Want(donors="KOR", recipients="AGO", items="200000 yellow fever shots")),
    line("Cuba is sending 60 nurses to Haiti.",
         Want(donors="CUB", recipients="HTI", items="60 nurses")),
]  # fmt: skip

#: What counted people or goods did or need.
NEEDED = [
    line("Of the injured, 60 urgently needed help from Norway."),
    line("Norway said 40 guns needed by Ukraine were broken."),
]


@pytest.mark.parametrize("row", DESCRIBED)
def test_goods_are_given_whatever_describes_them(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NEEDED)
def test_goods_that_are_needed_are_no_gift(row: Line) -> None:
    check_never(row)


#: Who bought things gives them to nobody, where nobody is named who gets them.
BOUGHT = [
    line("Georgia repaired 40 tanks bought by Azerbaijan."),
    line("The company makes 30 drones ordered by Estonia."),
    line("The 12 boats ordered by Fiji were built in Perth."),
]


@pytest.mark.parametrize("row", BOUGHT)
def test_what_one_bought_is_no_gift(row: Line) -> None:
    check_never(row)


#: What was bought for another, and what somebody appeals for: who is appealed to would give.
FOR_OTHERS = [
    line("Ukraine received 40 trucks bought by Denmark.",
         Want(donors="DNK", recipients="UKR", items="40 trucks")),
    line("Lebanese Defence Minister Karim Abboud appealed to Italy for 20 patrol boats.",
         Want(donors="ITA", stage="called_for", items="20 patrol boats")),
]  # fmt: skip


@pytest.mark.parametrize("row", FOR_OTHERS)
def test_who_buys_for_another_or_is_appealed_to_would_give(row: Line) -> None:
    check_says(row)
