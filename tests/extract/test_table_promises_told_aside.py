"""Promises told by a noun, in a row, in bold or to two at once; and what is none; all our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

US = "The White House"

#: The noun beside a sum tells of the promise.
NOUNS = [
    line("The United States has met its $12 billion pledge for international climate financing.",
         Want(donors="USA", sum="12bn USD"), publisher=US),
    line("Congress made possible my first U.S. pledge of $420 million to support the fund, and "
         "Germany and Japan have joined.",
         Want(donors="USA", sum="420m USD"), publisher=US),
    line("President Biden has requested from Congress funding to provide a $2 billion "
         "contribution to Ukraine.",
         Want(donors="USA", recipients="UKR", sum="2bn USD", stage="called_for"), publisher=US),
]  # fmt: skip
NO_NOUNS = [
    line("The United States has met its $12 billion target for new roads.", publisher=US),
]  # fmt: skip

#: Those who stand between a verb of giving and what is given.
TWO_OBJECTS = [
    line("We will give Mexico and Canada around 4 million doses.",
         Want(donors="USA", recipients="MEX+CAN", items="4000000 doses"), publisher=US),
    line("Japan committed to provide President Ruto $55 million for roads in Kenya.",
         Want(donors="JPN", sum="55m USD")),
    line("Sweden will lend Chad and Mali €5 million.",
         Want(donors="SWE", recipients="TCD+MLI", sum="5m EUR")),
]  # fmt: skip
#: There the noun, or a verb with one object, stands before a giver.
ONE_OBJECT = [
    line("Talks on the loan Sweden needs went on, and €5 million is lacking."),
    line("Chad met Sweden €5 million short.", Want(donors="TCD", recipients="SWE")),
]  # fmt: skip

#: Firms and foundations in lines of an office about work abroad.
FIRMS = [
    line("**Women in Africa**\n\n- **Harbour Foundation **expects to support women across Ghana "
         "and Kenya with a $6 million commitment in grants.",
         Want(donors="None", sum="6m USD"), publisher=US),
    line("- **Lakebyte**, a software company, has committed to invest $15 million in 80 "
         "African-led firms, working from Lagos in Nigeria.",
         Want(donors="None", sum="15m USD"), publisher=US),
    line("- **CARE** has committed $5 million to schools across Africa. This includes $3 million "
         "for books.",
         Want(donors="None", sum="5m USD"), Want(donors="None", sum="3m USD", part=True),
         publisher=US),
]  # fmt: skip
AT_HOME = [
    line("- **Lakebyte**, a Dubai-based maker of ovens, announced a $90 million investment to open "
         "its first U.S. plant.", publisher=US),
    line("- **Harbour Foundation **expects to support American families with a $6 million "
         "commitment in grants.", Want(donors="None", sum="6m USD"), publisher=US),
]  # fmt: skip

#: Rows of partners, and people of one state who are taken in by another.
ROWS = [
    line("The other $3 billion in loans for Ukraine will come from a combination of our partners, "
         "including the European Union, Canada, and Japan.",
         Want(donors="org:eu+CAN+JPN", recipients="UKR", sum="3bn USD"), publisher=US),
    line("We will welcome 90,000 Ukrainians to the United States, so that families meet.",
         Want(donors="USA", items="90000 Ukrainians"), publisher=US),
]  # fmt: skip

#: What is seized, taxed, or meant for the own forces.
NO_GIFTS = [
    line("Spain seized a 90-foot, $80 million yacht of a Russian oligarch at the request of the "
         "United States.", publisher=US, title="Aid to Ukraine"),
    line("The United States will put a higher tariff rate on Russian products worth approximately "
         "$3 billion to Russia.", publisher=US),
    line("Germany has announced a special fund for its military of more than $90 billion."),
    line("We will welcome 90,000 visitors to the United States.", publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", NOUNS + TWO_OBJECTS + FIRMS + ROWS)
def test_it_is_promised(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NO_NOUNS + ONE_OBJECT + AT_HOME + NO_GIFTS)
def test_it_is_not(row: Line) -> None:
    check_never(row)
