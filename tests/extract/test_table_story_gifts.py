"""In a story about giving, counted goods and sums beside another giver are gifts under any verb.

All sentences are our own. The first sentences of every page tell two gifts for certain; elsewhere
the same words tell nothing.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want
from story_lines import check_in_story, in_story, told_there

#: A page about something else.
ELSEWHERE = "A week in Europe\n\nMinisters met in Prague on Monday. They spoke of the weather.\n\n"


GIVEN = [
    # sums under a verb of no list, or none
    in_story("Portugal: €22m for mobile power banks.", Want(donors="PRT", sum="22m EUR")),
    in_story("The World Bank is to shift $60m from a stalled road to housing.",
         Want(donors="org:world-bank", sum="60m USD")),
    in_story("The European Investment Bank has board approval for €140m on like terms.",
         Want(donors="org:eib", sum="140m EUR")),
    in_story("Japan's ambassador chipped in with $6m.", Want(donors="JPN", sum="6m USD")),
    in_story("Austria matched that to the cent, at €3m.", Want(donors="AUT", sum="3m EUR")),
    in_story("Finland rustled up €4m overnight.", Want(donors="FIN", sum="4m EUR")),
    in_story("Berlin's purse opens for €30m.", Want(donors="DEU", sum="30m EUR")),
    in_story("Ireland dug out €2m for clinics.", Want(donors="IRL", sum="2m EUR")),
    in_story("Dublin comes with €7m for seeds.", Want(donors="IRL", sum="7m EUR"),
         not_yet="a seat before a verb that it is not known to do is taken for the place"),
    # goods under a verb of no list
    in_story("China has landed 46 trucks at Constanta.", Want(donors="CHN", items="46 trucks")),
    in_story("Estonia trucked 20 generators to the border.",
             Want(donors="EST", items="20 generators")),
    in_story("Italian planes unloaded 900 tents in the night.",
             Want(donors="ITA", items="900 tents")),
    in_story("Croatia laid on 14 buses.", Want(donors="HRV", items="14 buses")),
    in_story("Some 40 transformers from Poland have crossed the Prut.",
         Want(donors="POL", items="40 transformers")),
    in_story("Greece freighted 700 heaters over the Black Sea.",
         Want(donors="GRC", items="700 heaters")),
    in_story("Two Slovak bridges were assembled at Ungheni.", Want(donors="SVK"),
         not_yet="a verb of making is none of giving"),
    in_story("Spain rustled up 3,000 blankets.", Want(donors="ESP", items="3000 blankets")),
    in_story("Turkey airfreighted 20 tonnes of medicines.", Want(donors="TUR")),
    in_story("The Netherlands brought along 15 pumps.", Want(donors="NLD", items="15 pumps")),
    in_story("Hungary trundled 60 stoves over the border.", Want(donors="HUN", items="60 stoves")),
    in_story("Canada wheeled out 8 armoured cars.", Want(donors="CAN")),
    in_story("Slovenia despatched five excavators.", Want(donors="SVN", items="5 excavators")),
    # goods under a verb that only carries
    in_story("Belgium will bring 30 vans.", Want(donors="BEL", items="30 vans")),
    # whoever is named here, and not who gave what was told before
    in_story("The Czech offer was smaller. Luxembourg's cheque reads €1m.",
         Want(donors="LUX", sum="1m EUR")),
    in_story("Denmark comes in at €9m.", Want(donors="DNK", sum="9m EUR")),
    # of several who are named any may give: nobody is said to
    in_story("Between them France and Spain stood around €80m.", Want(sum="80m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", GIVEN)
def test_it_is_given(row: Line) -> None:
    check_in_story(row)


#: In the story, and no gift.
NOTHING = [
    "Moldova needs 40 trucks.",
    "Norway operates 36 tanks.",
    "Russia fired 40 missiles.",
    "Poland has ordered 200 tanks for its own army.",
    "Sweden's defence budget is €9bn.",
    "Trade with Romania stood at €600m.",
    "The Danish firm sold 30 buses to Peru.",
    "Germany's ministry lost 12 vans in a fire.",
    "Greece repaid €90m of its debt.",
    "Austria's deficit is €5bn.",
    "The damage is put at €300m by the World Bank.",
    "Italy's army parades 20 tanks every June.",
    "Moldova's arrears stand at €96m.",
    "Spanish exports fell by €2bn.",
    "The Finnish factory makes 900 stoves a week.",
    # what somebody wants, reckons with, lacks or has to pay
    "The UN's fund wants US$500 million by May.",
    "EU planners reckon on €800m a year.",
    "The gap is now pegged at €68m.",
    "The UN's planners asked for €90m.",
    "The World Bank says that it will take €7bn to rebuild it all.",
    "Latvia was pleased. The ransom that it had to pay was €5m.",
    "The EU's mission is short of €18m.",
    "Romania still retains six jets.",
    "Moldova is in talks with a Korean shipbuilder to buy three boats for about €41m.",
    "Moldova is in talks with a Latvian yard to buy three boats for an estimated 41 billion won.",
    "A bag of cement now goes for €10,650.",
    "Norway's wealth fund gained €17bn in a year.",
    "Sweden's army is to buy new radios for the Army at a cost of €94m.",
    "It is a fraction of the €53m which Finland spends on roads.",
    "Latvia was pleased. The mission's arrears stand at €96 million.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_given(sentence: str) -> None:
    assert told_there(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Portugal: €22m for mobile power banks.",
        "China has landed 46 trucks at Constanta.",
        "Austria matched that to the cent, at €3m.",
        "Estonia trucked 20 generators to the border.",
        "The Netherlands brought along 15 pumps.",
    ],
)
def test_elsewhere_nothing_is_given(sentence: str) -> None:
    assert told_there(sentence, ELSEWHERE) == []
