"""What stands beside a promise is not read into it: other acts, wholes, conditions, offices.

All sentences are our own. The first lines of each group are from a look at the site with five
articles that nobody here had read before; the others were written after the rules.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line

LINES = [
    # what is denied of one act is not denied of the next
    line("Japan will not supply weapons, but pledged $3bn for Ukraine.",
         Want(donors="JPN", recipients="UKR", sum="3bn USD", firmness="firm"),
         Want(donors="JPN", firmness="denied", items="weapons")),
    line("Japan will not send tanks and will pay $3bn to Ukraine.",
         Want(donors="JPN", sum="3bn USD", firmness="firm"),
         Want(donors="JPN", firmness="denied", items="tanks")),
    line("Chile did not send doctors but gave Haiti $3m.",
         Want(donors="CHL", recipients="HTI", sum="3m USD", firmness="firm")),
    line("Japan will not send weapons or pay $3bn to Ukraine.",
         Want(donors="JPN", sum="3bn USD", firmness="denied")),
    line("Japan has not pledged $3bn for Ukraine.", Want(donors="JPN", firmness="denied")),
    # a part that was paid is not the whole
    line("Britain has paid the second tranche, £752 million, of its £2.26 billion loan to Ukraine.",
         Want(donors="GBR", sum="2.26bn GBP", stage="pledged", newness="restated", part=False),
         Want(donors="GBR", sum="752m GBP", stage="disbursed", part=True)),
    line("Norway paid €2m of a €5m pledge to Moldova.",
         Want(donors="NOR", sum="5m EUR", stage="pledged", newness="restated"),
         Want(donors="NOR", recipients="MDA", sum="2m EUR", stage="disbursed", part=True)),
    line("Of the €9m loan for Moldova, Norway has paid €2m.",
         Want(donors="NOR", sum="9m EUR"), Want(donors="NOR", sum="2m EUR", part=True)),
    line("Norway paid €2m for a school of the €5m programme for Moldova.",
         Want(donors="NOR", sum="2m EUR"), not_yet="what the part is for parts it from its whole"),
    # the office is that of the state whose body opens the sentence
    line("Norway will give Moldova €5m. Sweden's parliament has not yet voted on the 16 billion "
         "kronor that the government promised in April.",
         Want(donors="NOR", sum="5m EUR"), Want(donors="SWE", sum="16bn SEK")),
    line("Norway will give Moldova €5m. Danish lawmakers have not yet voted on the €9m that the "
         "government promised.",
         Want(donors="NOR", sum="5m EUR"), Want(donors="DNK", sum="9m EUR")),
    # conditions joined to a condition
    line("Britain would send soldiers to Ukraine only if a peace deal is reached, and only with "
         "the backing of the United States.",
         Want(donors="GBR", recipients="UKR", trigger="peace_deal+partner_backing")),
    line("Norway will give Moldova €5m provided that reforms go on, and only once parliament has "
         "voted.", Want(sum="5m EUR", trigger="reform+legislature")),
    line("Norway will give Moldova €5m if parliament agrees and if the ceasefire holds.",
         Want(sum="5m EUR", trigger="legislature+truce")),
    line("Norway pledged €5m to Moldova. The two also signed a trade agreement. The deal still "
         "needs the approval of parliament.",
         Want(donors="NOR", sum="5m EUR", firmness="firm", trigger="")),
    line("Norway pledged €5m to Moldova. The two also signed a trade agreement. The money still "
         "needs the approval of parliament.",
         Want(donors="NOR", sum="5m EUR", trigger="legislature")),
    line("Norway will give Moldova €5m if parliament agrees, and Sweden €4m.",
         Want(donors="NOR", sum="5m EUR", trigger="legislature"), Want(sum="4m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_what_stands_beside(row: Line) -> None:
    check_says(row)


#: Words of giving that give nothing.
NOTHING = [
    (
        "The number of 30,000 had been given up and fewer than 5,000 British troops in Ukraine "
        "were likely."
    ),
    "Moldova paid back the €5m to Norway.",
    "Norway sent back 20 ambulances to Moldova.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_of_giving_that_give_nothing(text: str) -> None:
    assert kept(Line(text=text, wants=())) == []
