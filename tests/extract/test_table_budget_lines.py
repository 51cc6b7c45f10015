"""Sums that a budget still to be decided on holds for others, and sums that it holds at home."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, check_never, check_says, line

US = "White House"
CONGRESS = " The proposal goes to Congress in May."
ASKED = "called_for"

HELD = [
    line("The President's Budget includes $90 million for the Green Climate Fund.",
         Want(donors="USA", recipients="org:green-climate-fund", sum="90m USD", stage=ASKED),
         publisher=US),
    line("The Budget provides $300 million for Gavi." + CONGRESS,
         Want(donors="USA", recipients="org:gavi", sum="300m USD", stage=ASKED), publisher=US),
    line("The Budget invests over $40 million in Honduras." + CONGRESS,
         Want(donors="USA", recipients="HND", stage=ASKED), publisher=US),
    line("The 2025 Budget proposes $65 million for Jordan." + CONGRESS,
         Want(donors="USA", recipients="JOR", sum="65m USD", stage=ASKED), publisher=US),
    line("The FY 2024 Budget also requests $25 million for Armenia." + CONGRESS,
         Want(donors="USA", recipients="ARM", stage=ASKED), publisher=US),
    line("Our Budget will dedicate up to $120 million to Moldova." + CONGRESS,
         Want(donors="USA", recipients="MDA", stage=ASKED), publisher=US),
    line("The Budget includes $450 million in foreign assistance for clean water." + CONGRESS,
         Want(donors="USA", recipients="", sum="450m USD", stage=ASKED), publisher=US),
    line("The Budget includes $75 million for IDB Invest in the Americas." + CONGRESS,
         Want(donors="USA", sum="75m USD", stage=ASKED), publisher=US),
    line("In addition, $25 million is requested for USAID to support child health abroad.",
         Want(donors="USA", sum="25m USD", stage=ASKED), publisher=US),
    line("The FY 2023 Request also includes over $265 million for global immunizations.",
         Want(donors="USA", sum="265m USD", stage=ASKED), publisher=US),
    line("The plan helps developing countries respond to floods. We’ve already requested more "
         "than $2 billion for it this year.",
         Want(donors="USA", sum="2bn USD", stage=ASKED), publisher=US),
]  # fmt: skip

NOT_HELD = [
    line("The Budget includes $90 million for rural clinics." + CONGRESS, publisher=US),
    line("The Budget invests $40 million in railways in Ohio." + CONGRESS, publisher=US),
    line("The Budget provides $300 million for the Coast Guard." + CONGRESS, publisher=US),
    line("The Budget includes $65 billion in savings." + CONGRESS, publisher=US),
    line("The 2025 Budget proposes a $2 billion tax on imports from Jordan." + CONGRESS,
         publisher=US),
    line("The FY 2023 Request includes $9 billion for the Navy and its allies abroad.",
         publisher=US),
    line("In addition, $25 million is requested for rural schools.", publisher=US),
    line("We’ve already requested more than $2 billion for bridges this year.", publisher=US),
    line("Ukraine's budget includes $90 million for roads. The plan goes to parliament."),
    line("The budget of the fund includes $25 million for staff in Armenia." + CONGRESS,
         publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", HELD)
def test_a_budget_asks_for_what_it_holds_for_others(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_HELD)
def test_a_budget_for_home_promises_nobody_abroad(row: Line) -> None:
    check_never(row)


@pytest.mark.parametrize(
    "row",
    [
        line("The Budget provides $300 million for Gavi.", Want(stage=ASKED), publisher=US),
        line("The Budget provides $300 million for Gavi." + CONGRESS,
             Want(stage=ASKED), publisher="The Daily Star"),
    ],
)  # fmt: skip
def test_a_budget_that_nobody_decides_on_is_not_asked_for(row: Line) -> None:
    check_never(row)


def test_a_line_of_a_budget_is_not_for_those_of_the_line_before() -> None:
    lines = ["The Budget includes $80 million for Haiti.",
             "The Budget provides $30 million for the Pandemic Fund.",
             "The Budget invests $55 million in foreign assistance for clean water."]  # fmt: skip
    wants = (Want(recipients="HTI"), Want(recipients="org:pandemic-fund"), Want(recipients=""))
    check_among(Line(text="\n\n".join(lines) + CONGRESS, wants=wants, publisher=US))
