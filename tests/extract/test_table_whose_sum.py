"""Whose a sum is where a sentence has several, and which of them are not given; our own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

EACH_ITS_OWN = [
    line("Norway put up 3bn kroner for Ukraine in May, and Tokyo found another $600 million.",
         Want(donors="NOR", sum="3bn NOK"), Want(donors="JPN", sum="600m USD")),
    line("Norway put up 3bn kroner for Ukraine, and Tokyo threw in another $600 million.",
         Want(donors="NOR", sum="3bn NOK"), Want(donors="JPN", sum="600m USD")),
    line("Donors pledged $2bn for Sudan, including €350m from the EU, $147m from Norway and £89m "
         "from Britain.", Want(sum="2bn USD", part=False),
         Want(donors="org:eu", sum="350m EUR", part=True),
         Want(donors="NOR", sum="147m USD", part=True),
         Want(donors="GBR", sum="89m GBP", part=True)),
    line("Denmark, Norway and Iceland have signed up to pay for shells for Ukraine, with €48m, "
         "€150m and €2m.",
         Want(donors="DNK", sum="48m EUR"), Want(donors="NOR", sum="150m EUR"),
         Want(donors="ISL", sum="2m EUR")),
    line("Malta and Cyprus will give Yemen €4m and €2m.",
         Want(donors="MLT", sum="4m EUR"), Want(donors="CYP", sum="2m EUR")),
    line("Paris unveiled a €2bn package for Kyiv that includes heating.",
         Want(donors="FRA", recipients="UKR", sum="2bn EUR")),
    line("Oslo pledged €9m for Chisinau, which asked for it in May.",
         Want(donors="NOR", recipients="MDA", sum="9m EUR")),
    line("The EU is readying a military package for Ukraine worth at least €6bn.",
         Want(donors="org:eu", sum="6bn EUR", firmness="intended")),
    line("Finland is preparing another package of €40m for Moldova.",
         Want(donors="FIN", sum="40m EUR", firmness="intended")),
    line("Italy will guarantee €200m of loans to Ukrainian farmers.",
         Want(donors="ITA", sum="200m EUR", instrument="guarantee")),
    line("Bulgaria's president vetoed a plan to give Ukraine 100 armoured vehicles.",
         Want(donors="BGR", stage="withdrawn")),
    line("Ministers welcomed Japan's announcement of USD 150 million in aid for islands and New "
         "Zealand's NZD 75 million for the region.",
         Want(donors="JPN", sum="150m USD"), Want(donors="NZL", sum="75m NZD")),
    line("Oman delivered 2,500 laptops to Ukraine, on top of a $100 million pledge in October.",
         Want(donors="OMN", stage="delivered"), Want(donors="OMN", sum="100m USD")),
    line("The EBRD and Naftogaz signed a €300 million loan to buy gas for the winter.",
         Want(donors="org:ebrd", recipients="UKR", sum="300m EUR", instrument="loan")),
    line("The World Bank and Kenya signed a $200 million loan for roads.",
         Want(donors="org:world-bank", recipients="KEN", sum="200m USD")),
    line("Croatia will treat 50 soldiers and give Ukraine generators.",
         Want(donors="HRV", recipients="UKR", instrument="in_kind")),
    line("Oslo gave €9m to Mali, and the money will buy 12 trucks.",
         Want(donors="NOR", recipients="MLI", sum="9m EUR")),
]  # fmt: skip

NOT_THEIRS = [
    line("Norway pledged 3bn kroner for Ukraine, and Tokyo scraped together $600 million.",
         Want(donors="NOR", sum="600m USD")),
    line("Norway pledged 3bn kroner for Ukraine, and Russia lost $600 million.",
         Want(sum="600m USD")),
    line("South Korea said it would raise its aid to Ukraine from $150m to $394m next year.",
         Want(sum="150m USD")),
    line("South Korea will raise its aid to Ukraine to $394m next year from $150m this year.",
         Want(sum="150m USD")),
    line("Germany will double its support for Ukraine to €8bn, up from €4bn this year.",
         Want(sum="4bn EUR")),
    line("Germany gave €8bn to Ukraine from €10bn of frozen assets.", Want(sum="10bn EUR")),
    line("Denmark will give Chad €5m out of a €90m fund.", Want(sum="90m EUR")),
    line("Sales of British arms to Saudi Arabia came to £2.1 billion last year.",
         Want(sum="2.1bn GBP")),
    line("Exports of Chilean copper to Japan rose to $2.1 billion.", Want(sum="2.1bn USD")),
    line("Malta, Cyprus and Greece gave Yemen €4m and €2m.", Want(donors="MLT", sum="4m EUR")),
    line("Bulgaria's parliament voted down a plan to give Ukraine 100 armoured vehicles.",
         Want(stage="pledged")),
    line("Sweden gave Chad 9m kronor and France counted 12 trucks.", Want(donors="FRA")),
]  # fmt: skip

#: Whom "its parliament", "whose country" and "it" stand for, and who sells.
ACROSS = [
    line("Norway has gone further: its parliament voted in March to raise this year's support for "
         "Ukraine to 85 billion kroner.", Want(donors="NOR", recipients="UKR", sum="85bn NOK")),
    line("Slovakia followed a day later. Its caretaker government approved the transfer of 13 jets "
         "to Ukraine.", Want(donors="SVK", recipients="UKR", stage="committed")),
    line("Donors promised €2bn for Sudan. Lives must be saved, said the French foreign minister, "
         "Stéphane Séjourné, whose country put up €110m.",
         Want(sum="2bn EUR"), Want(donors="FRA", recipients="SDN", sum="110m EUR")),
    line("Donors promised €2bn for Sudan. Germany led the field with €244m.",
         Want(sum="2bn EUR"), Want(donors="DEU", recipients="SDN", sum="244m EUR")),
    line("Moldova said it would get €5m from Norway.",
         Want(donors="NOR", recipients="MDA", sum="5m EUR")),
    line("Poland will hand over four MiG-29 fighters to Ukraine, making it the first ally to "
         "give Ukraine fighter jets.", Want(donors="POL", recipients="UKR")),
    line("A UN trust fund for the mission in Haiti holds $84m, most of it from Canada, which paid "
         "in $63m.", Want(donors="CAN", sum="63m USD")),
    line("Denmark will give Ukraine 4bn kroner, half of it in drones bought from Ukrainian makers.",
         Want(donors="DNK", recipients="UKR", sum="4bn DKK")),
]  # fmt: skip

#: Who lets another use a thing gives it; whose loans are guaranteed lends.
LETTING = [
    line("Britain will let Ukraine use 1.6 billion pounds of export finance to buy 5,000 air "
         "defence missiles.",
         Want(donors="GBR", recipients="UKR", sum="1.6bn GBP", instrument="export_credit")),
    line("Norway will allow Moldova to spend €40m of the grant on transformers.",
         Want(donors="NOR", recipients="MDA", sum="40m EUR")),
    line("Tokyo was also ready to guarantee up to $5 billion of World Bank loans to Kyiv.",
         Want(donors="JPN", recipients="UKR", sum="5bn USD", instrument="guarantee")),
    line("The EU will give Moldova €1.8bn. Of this, €385m is a grant and the rest loans.",
         Want(sum="1.8bn EUR"), Want(sum="385m EUR", instrument="grant", part=True)),
    line('A minister said Denmark was prepared to put "boots on the ground and planes in the air" '
         "if there was a deal.",
         Want(donors="DNK", firmness="conditional", trigger="peace_deal")),
]  # fmt: skip

NOT_ACROSS = [
    line("Britain will let Ukraine use £2 billion of finance to buy missiles.", Want(donors="UKR")),
    line("Traders sold 20 million pounds of rice to Kenya.", Want(sum="20m GBP")),

    line("Of the 4 billion kroner, half will go on drones bought from Ukrainian makers.",
         Want(donors="UKR")),
    line("Donors promised €2bn for Sudan. Germany struggled with €244m of debt.",
         Want(sum="244m EUR")),
    line("The agency will close its clinics in Yemen unless it gets $15m.", Want(sum="15m USD")),
    line("Slovakia gave Ukraine 13 jets, for which it will get €200m from the EU.",
         Want(donors="org:eu", recipients="UKR")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ACROSS, *LETTING])
def test_words_stand_for_whom_the_page_tells_of(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_ACROSS)
def test_nobody_else_gives(row: Line) -> None:
    check_never(row)


#: A clause about others in the same sentence, and how many things the sum holds all the same.
THINGS_BESIDE = [
    ("Sweden gave Chad 9m kronor and Russia destroyed 12 trucks.", 0),
    ("Sweden gave Chad 9m kronor and the army lost 12 trucks.", 0),
    ("Sweden gave Chad 9m kronor and the money will buy 12 trucks.", 1),
    ("Sweden gave Chad 9m kronor for 12 trucks.", 1),
]


@pytest.mark.parametrize("row", EACH_ITS_OWN)
def test_each_sum_has_its_own_giver(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_THEIRS)
def test_no_sum_is_given_to_a_giver_of_another(row: Line) -> None:
    check_never(row)


@pytest.mark.parametrize(("text", "things"), THINGS_BESIDE)
def test_things_of_another_clause_are_not_in_a_sum(text: str, things: int) -> None:
    claims = kept(Line(text=text, wants=()))
    assert [len(claim.items) for claim in claims if claim.amount is not None] == [things]
