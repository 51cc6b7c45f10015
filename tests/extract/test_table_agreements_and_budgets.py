"""Agreements that hold a sum, budgets that ask for one, and "provided" as a verb; all our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

NORWAY = "Ministry of Foreign Affairs of Norway"
US = "U.S. Department of State"

#: What an agreement with somebody holds, and agencies that sign for their state.
HELD = [
    line("Norway signed an agreement with Malawi, which includes a €5 million grant for roads.",
         Want(donors="NOR", recipients="MWI", sum="5m EUR")),
    line("In May the Millennium Challenge Corporation (MCC) visited Lesotho. Later MCC signed "
         "a compact with "
         "the Government of Malawi, which contains a $40 million project for roads.",
         Want(donors="USA", recipients="MWI", sum="40m USD"), publisher=US),
    line("The U.S. Agency for International Development (USAID) and the Government of Zambia "
         "signed a "
         "$90 million assistance agreement on Monday.",
         Want(donors="USA", recipients="ZMB", sum="90m USD", stage="committed")),
    line("The Swedish International Development Cooperation Agency signed a $9 million grant "
         "agreement "
         "with Rwanda.",
         Want(donors="SWE", recipients="RWA", sum="9m USD")),
    line("The Austrian Development Agency and Kosovo have signed an agreement worth €3 million.",
         Want(donors="AUT", recipients="XKX", sum="3m EUR")),
]  # fmt: skip

#: Whose budget asks for a sum.
BUDGETED = [
    line("Norway's budget requests €50 million in assistance for the countries of the Sahel.",
         Want(donors="NOR", sum="50m EUR", stage="called_for"), publisher=NORWAY),
    line("The Norwegian government's supplemental budget requested €9 million in aid for "
         "Moldova.",
         Want(donors="NOR", recipients="MDA", sum="9m EUR", stage="called_for")),
]  # fmt: skip

#: Who has pledged in a clause that an aside parts from its pronoun.
ASIDES = [
    line("Italy is an active member of the G7 grouping, which, as you heard, has pledged to "
         "provide a $9 billion loan to Ukraine.",
         Want(donors="group:g7", recipients="UKR", sum="9bn USD"), publisher=US),
    line("Talks go on within the European Union, which, I think, has promised to lend €9 "
         "billion to Ukraine.",
         Want(donors="org:eu", recipients="UKR", sum="9bn EUR"), publisher=US),
]  # fmt: skip

#: "Provided" tells of giving.
GAVE = [
    line("Japan has provided about $10 million in support of its partners in Chad and Norway "
         "has contributed "
         "$8 million to Chad since May.",
         Want(donors="JPN", recipients="TCD", sum="10m USD", firmness="firm"),
         Want(donors="NOR", recipients="TCD", sum="8m USD", firmness="firm")),
    line("Japan provided $4 million in support of its allies to Moldova.",
         Want(donors="JPN", recipients="MDA", sum="4m USD", firmness="firm", trigger="")),
    line("The €4 million that was generously provided with the support of parliament reached "
         "Moldova from Norway.",
         Want(sum="4m EUR", firmness="firm")),
]  # fmt: skip

#: "Provided" sets a condition.
CONDITIONS = [
    line("Norway will give Moldova €5 million provided parliament approves it.",
         Want(donors="NOR", recipients="MDA", sum="5m EUR", trigger="legislature")),
    line("Norway will give Moldova €5 million, provided that reforms go on.",
         Want(donors="NOR", recipients="MDA", sum="5m EUR", trigger="reform")),
]  # fmt: skip

#: On the page of a state that gives: what is spent or invested at home is no gift to it.
AT_HOME = [
    line("Norway will invest in its people. Nordmann Steel announced a €90 million investment "
         "in Norway-based mills. "
         "The Government of Norway is providing €5 million for Chad.",
         Want(donors="NOR", recipients="TCD", sum="5m EUR"), publisher=NORWAY),
]  # fmt: skip

NOBODY = [
    line("Norway will invest in its people. The Recovery Act provides €90 million for older "
         "adults in Norway.",
         publisher=NORWAY),
]  # fmt: skip


@pytest.mark.parametrize("row", HELD + BUDGETED + ASIDES + GAVE + CONDITIONS + AT_HOME)
def test_it_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOBODY)
def test_nobody_abroad_gets_it(row: Line) -> None:
    check_never(row)


def test_a_line_may_end_between_a_bound_and_its_count() -> None:
    text = "Support for Ukraine: nearly 140,000 rifles, more than\n600 tanks, nearly 500 howitzers."
    assert kept(Line(text=text, wants=())) is not None


def test_a_purpose_ends_with_a_word_where_its_line_ends() -> None:
    text = "Norway will give Chad €5 million to support the people of Chad’s\n    (ten) towns."
    assert [claim.amount is not None for claim in kept(Line(text=text, wants=()))] == [True]
