"""Sums on pages of an office: schemes for others, requests in a budget, what is raised or drawn in.

All sentences are our own.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

US = "The White House"

PROMISED = [
    line("Worth noting that Norway has provided Jordan now with €48 million for its security; that "
         "includes €10 million for its border.",
         Want(donors="NOR", recipients="JOR", sum="48m EUR"),
         Want(donors="NOR", sum="10m EUR")),
    line("BAKE—a $40 million initiative, which will be run by the U.S. Agency for International "
         "Development (USAID)—will provide young people in El Salvador and Honduras with work.",
         Want(donors="USA", recipients="SLV+HND", sum="40m USD"), publisher=US),
    line("We announced that the President’s FY23 budget will request $2.1 billion for foreign "
         "assistance programs that promote equality worldwide.",
         Want(donors="USA", sum="2.1bn USD", stage="called_for"), publisher=US),
    line("President Biden praised the work on the railway in Angola since it was launched at a "
         "summit, and today announced more than $460 million in new funding for it.",
         Want(donors="USA", sum="460m USD"), publisher=US),
    line("The United States held to the commitment to mobilize $6 million for Kenya.",
         Want(sum="6m USD"), publisher=US),
]  # fmt: skip

NOT_PROMISED = [
    line("The deal will unlock over $80 billion in private investment by a chipmaker and help "
         "allies.", publisher=US, title="Call with Ukraine"),
    line("SUNSHINE—a $40 million initiative, which the Department of Labor runs—will provide young "
         "people in Ohio with work.", publisher=US),
    line("We announced that the budget will request $2.1 billion for roads.", publisher=US),
    line("President Biden praised the work on the bridge in Ohio, and today announced more than "
         "$460 million in new funding for it.", publisher=US),
    line("The plan aims for reforms that may mobilize $6 million for Kenya.", publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", PROMISED)
def test_it_is_promised(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_PROMISED)
def test_it_is_not(row: Line) -> None:
    check_never(row)
