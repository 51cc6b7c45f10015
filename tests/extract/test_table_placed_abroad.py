"""Sums of an office whose place is told around them, and who gives behind a break; all our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

US = "The White House"

#: The heading, the paragraph or all sums of the page are about others.
ABROAD = [
    line("**Work along the Mekong**\n\n- The United States will provide more than $800,000 to "
         "support women who run shops.",
         Want(donors="USA", sum="800k USD"), publisher=US),
    line("Ministers of Kenya and Uganda met here. Along this railway alone, the United States has "
         "committed $6 billion.",
         Want(donors="USA", sum="6bn USD", stage="committed"), publisher=US),
    line("Working with Congress, the Administration will invest $35 million in fair elections, "
         "together with civil society.",
         Want(donors="USA", sum="35m USD"), publisher=US, title="U.S.-Africa Summit"),
    line("- **Elections across Africa.** The Administration has also invested at least $18 "
         "million in targeted funding to keep the count safe.",
         Want(donors="USA", sum="18m USD"), publisher=US),
]  # fmt: skip

#: The state's own people get it, or the heading tells of rivals only.
AT_HOME = [
    line("**Work along the Mekong**\n\n- The United States will provide more than $800,000 to "
         "support American workers who lost their jobs.", publisher=US),
    line("Kenya and Uganda met. The Administration has invested $6 billion in roads across the "
         "country.", publisher=US),
    line("The Administration has invested $36 million in care for veterans. Allies thanked us.",
         publisher=US),
    line("**Our roads**\n\n- The United States will provide $800,000 for bridges.", publisher=US),
]  # fmt: skip

#: Agencies whose work is abroad, before a sum or right behind it.
AGENCIES = [
    line("We announce new pledges to the initiative, including $7 million from the Department of "
         "State and $3 million from USAID.",
         Want(donors="USA", sum="7m USD"), Want(donors="USA", sum="3m USD"), publisher=US),
    line("The State Department is working with Congress to provide over $23 million for islands "
         "this year. This includes $14 million delivered through a plan for storms.",
         Want(donors="USA", sum="23m USD"), Want(donors="USA", sum="14m USD", part=True),
         publisher=US),
]  # fmt: skip
HOME_AGENCIES = [
    line("We announce new pledges, including $7 million from the Department of Labor.",
         publisher=US),
]  # fmt: skip

#: Sums behind a break in what somebody says.
BROKEN_OFF = [
    line("Talks go on within the European Union, which has pledged to contribute up to — I believe "
         "it’s 35 billion euros for Ukraine.",
         Want(donors="org:eu", recipients="UKR", sum="35bn EUR"), publisher=US),
    line("Canada went public — I think all of you know — yesterday with their intention to "
         "contribute $5 billion to Ukraine.",
         Want(donors="CAN", recipients="UKR", sum="5bn USD"), publisher=US),
    line("We welcomed the government of Italy and their commitment to — of $320 million for "
         "Zambia.",
         Want(donors="ITA", recipients="ZMB", sum="320m USD"), publisher=US),
]  # fmt: skip
#: There a place, or "we", stands before the break.
NOT_THEIRS = [
    line("Yesterday in Poland — and you all saw it — we announced $53 million for Ukraine.",
         Want(donors="POL"), publisher=US),
    line("We met Canada and we are providing — we are providing $4 million to Haiti.",
         Want(donors="CAN"), publisher=US),
]  # fmt: skip

#: Those whom somebody brings to give.
BROUGHT = [
    line("I led an effort to bring the G7 together to commit $50 billion in Extraordinary Revenue "
         "Acceleration loans to Ukraine.",
         Want(donors="group:g7", recipients="UKR", sum="50bn USD"), publisher=US),
    line("Sweden rallied Norway and Denmark to give €7 million to Moldova.",
         Want(donors="NOR+DNK", recipients="MDA", sum="7m EUR")),
]  # fmt: skip

#: What is asked of the own legislature, and the points of such a request.
REQUESTED = [
    line("Let me go through our $31 billion supplemental request for Ukraine.",
         Want(donors="USA", recipients="UKR", sum="31bn USD", stage="called_for"), publisher=US),
    line("The FY2022 request to Congress for $2.2 billion for the Afghan forces has parts:\n\n"
         "- $1 billion to buy fuel for Afghanistan; and\n- $700 million to pay Afghan soldiers.",
         Want(donors="USA", sum="2.2bn USD", stage="called_for"),
         Want(donors="USA", sum="1bn USD", stage="called_for"),
         Want(donors="USA", sum="700m USD", stage="called_for"), publisher=US),
]  # fmt: skip
NOT_REQUESTED = [
    line("Let me go through our $31 billion supplemental request for roads.", publisher=US),
    line("Ukraine sent a $31 billion request.", Want(donors="USA"), publisher=US),
]  # fmt: skip

#: Words of costs in names, and in what a gift serves.
NO_COSTS = [
    line("The Gates Foundation has committed, beside its work with the Women in the Digital "
         "Economy Fund, $40 million for schools in Africa.",
         Want(donors="org:gates-foundation", sum="40m USD"), publisher=US),
    line("Norway expects to support the digital economy of Ghana with a $5 million commitment.",
         Want(donors="NOR", sum="5m USD")),
]  # fmt: skip
COSTS = [
    line("Norway and Ghana spoke of an economy of $5 million."),
    line("Norway measured the losses of Ghana at $5 million."),
]  # fmt: skip

#: A subject below a contracted helping verb.
CONTRACTED = [
    line("In the next two years, we’ll resettle 20,000 refugees from the region.",
         Want(donors="USA", items="20000 refugees"), publisher=US),
]  # fmt: skip


@pytest.mark.parametrize(
    "row", ABROAD + AGENCIES + BROKEN_OFF + BROUGHT + REQUESTED + NO_COSTS + CONTRACTED
)
def test_it_is_promised(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", AT_HOME + HOME_AGENCIES + NOT_THEIRS + NOT_REQUESTED + COSTS)
def test_it_is_not(row: Line) -> None:
    check_never(row)
