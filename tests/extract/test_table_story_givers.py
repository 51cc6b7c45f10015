"""Who gives what a story tells of, where no act of giving names them; and what stands beside a sum.

All sentences are our own, in the story of story_lines.py: Latvia gave last before each.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story

LINES = [
    # the only one named, not who gave what was told before
    in_story("It called on Russia to restore its share of 900 tonnes of wheat.",
             Want(donors="RUS", stage="called_for")),
    in_story("Sweden, in contrast, said that 18 guns had reached Moldova.",
             Want(donors="SWE", items="18 guns")),
    in_story("Finland's cheque is for €7m.", Want(donors="FIN", sum="7m EUR")),
    # whose instrument it is
    in_story("A further $90m in Foreign Military Financing has been set aside.",
             Want(donors="USA", sum="90m USD")),
    # in whose own money it is, where the page names the state
    in_story("Sweden's envoy came late. Another 90 million kronor will be paid for clinics.",
             Want(donors="SWE", sum="90m SEK")),
    in_story("Japan sat in the front row. Trucks, two billion yen's worth, are for schools.",
             Want(donors="JPN", sum="2bn JPY")),
    # the subject above it, also those from whom people come
    in_story("Instructors from Poland and Lithuania would train a brigade of 3,200 soldiers.",
             Want(donors="LTU+POL", instrument="training"),
             not_yet="a brigade of so many is not read as its people"),
    in_story("Switzerland, not an EU member, earmarked 11 million francs for schools.",
             Want(donors="CHE", sum="11m CHF")),
    in_story("The EU's European Peace Facility will pay €62m for gear.",
             Want(donors="org:epf", sum="62m EUR")),
    # whoever was spoken of
    in_story("The Asian Development Bank spoke next. The Bank had disbursed $11m in Moldova.",
             Want(donors="org:adb", sum="11m USD")),
    # things that no list knows
    in_story("The Czech Republic is providing mobile X-ray scanners.",
             Want(donors="CZE", items="mobile X-ray scanners")),
    in_story("Finland is considering handing over a number of its ageing jet trainers.",
             Want(donors="FIN", firmness="considered")),
    in_story("Cyprus is considering a gift of patrol boats.",
             Want(donors="CYP", firmness="considered", items="patrol boats")),
    in_story("France pledged two radars, one of which has been paid for by the Netherlands.",
             Want(donors="FRA", items="2 radars", firmness="firm")),
    in_story("Kenya will fly in 600 police officers.",
             Want(donors="KEN", items="600 police officers")),
    in_story("Australia's envoy said that the country intends to offer 25 million euros.",
             Want(donors="AUS", sum="25m EUR")),
    in_story("The €14 million promised by Denmark has not yet been paid.",
             Want(donors="DNK", sum="14m EUR", stage="pledged", firmness="firm")),
    in_story("Spain will lend a floating dock.", Want(donors="ESP")),
    # what stands beside a sum is given apart from it
    in_story("Japan announced a grant of 15 billion yen, as well as 12 pumps.",
             Want(donors="JPN", sum="15bn JPY", items=""), Want(donors="JPN", items="12 pumps")),
    in_story("Kuwait followed with $150m for housing, and Oman with 2,500 tents.",
             Want(donors="KWT", sum="150m USD", items=""), Want(donors="OMN", items="2500 tents"),
             not_yet="the second of two givers has no verb"),
    in_story("China pledged €9m in aid and offered to train 300 doctors.",
             Want(donors="CHN", sum="9m EUR", items=""), Want(donors="CHN")),
    in_story("Denmark has sent six radars, and four more are now on their way.",
             Want(donors="DNK", stage="delivered", items="6 radars"),
             Want(donors="DNK", stage="pledged", items="4 radars")),
    in_story("Germany will pay €55m for roads. Its ministry is to send 20 police officers.",
             Want(donors="DEU", sum="55m EUR", items=""),
             Want(donors="DEU", items="20 police officers")),
    # one that another sum of the sentence parts from the next gives none of it
    in_story("Spain chips in €8m, and Portugal has wired €52m.",
             Want(donors="ESP", sum="8m EUR"), Want(donors="PRT", sum="52m EUR")),
    # what is only weighed
    in_story("Jordan is thinking about transferring some of its older trucks.",
             Want(donors="JOR", firmness="considered")),
    in_story("Japan was looking into the dispatch of ceasefire monitors.",
             Want(donors="JPN", firmness="considered")),
    in_story("Greece had shipped 15 trucks and would be sending uniforms.",
             Want(donors="GRC", items="15 trucks"), Want(donors="GRC", items="uniforms")),
    # what backs a loan is not what it is
    in_story("Canada's loan of €200m, backed by revenue from frozen assets, was signed.",
             Want(donors="CAN", sum="200m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_who_gives(row: Line) -> None:
    check_in_story(row)


#: Objects of verbs of handing over that are no things.
NO_THINGS = [
    "Spain will provide support.",
    "Italy sent its minister.",
    "Greece will provide details.",
    "Portugal delivered a speech.",
    "Austria sent a message.",
    "Ireland will supply answers next week.",
    "Hungary lent a hand.",
    "Croatia provides jobs for many.",
    "Poland will contribute ideas.",
    "The Netherlands sent its regards.",
    "Belgium will provide leadership.",
    "Estonia delivered on time.",
    "Slovenia will provide a forum.",
    "Malta sent observers.",
    "Cyprus provides a reason.",
]


@pytest.mark.parametrize("sentence", NO_THINGS)
def test_nothing_is_handed_over(sentence: str) -> None:
    check_in_story(Line(text=sentence, wants=()))
