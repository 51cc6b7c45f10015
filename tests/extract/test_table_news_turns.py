"""Turns of phrase of news: who joins in, whose sum it is, whom a heading names, what flies.

All sentences are our own and were written after the rules.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, kept, line

OTHER = "Chile gave Peru 3 million euros. "

LINES = [
    # words behind a verb that make it one of giving
    line("Norway is in for €5m for Mali.", Want(donors="NOR", recipients="MLI", sum="5m EUR")),
    line("The World Bank and the Asian Development Bank are in for $40 million and $25 million for "
         "Fiji.", Want(donors="org:world-bank", sum="40m USD"),
         Want(donors="org:adb", sum="25m USD")),
    line("Norway is good for another €5m for Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Norway stands ready with €5m for Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Tokyo weighed in with 4.5 billion yen for a wharf in Vanuatu.",
         Want(donors="JPN", sum="4.5bn JPY", firmness="firm")),
    line("Norway stepped in with €5m for Mali.", Want(donors="NOR", sum="5m EUR")),
    line("Greece will part with two launchers for Ukraine.",
         Want(donors="GRC", items="2 launchers")),
    line("Since 2011 Norway has put €2.5bn into Tunisia, most of it as grants.",
         Want(donors="NOR", recipients="TUN", sum="2.5bn EUR")),
    # who only thinks about it
    line("Bulgaria is weighing up whether to part with its last eight MiG-29s for Ukraine.",
         Want(donors="BGR", items="8 MiG-29s", firmness="considered")),
    line("Norway is considering whether to send eight howitzers to Ukraine.",
         Want(donors="NOR", firmness="considered")),
    # what flies to somebody
    line("Qatar will fly 400 tonnes of food to Sudan.", Want(donors="QAT", items="400 food")),
    line("Qatar flew 40 tents to Port Sudan for Sudan.", Want(donors="QAT", items="40 tents")),
    # whose sum it is
    line(OTHER + "London said its £160 million for Syria would go on schools.",
         Want(donors="GBR", recipients="SYR", sum="160m GBP")),
    line("Mali thanked Norway for its €5m.", Want(donors="NOR", recipients="MLI")),
    line(OTHER + "Italy threw in 50 million euros of its own for small firms in Mali.",
         Want(donors="ITA", sum="50m EUR")),
    # several who get
    line("Denmark gave €5m, to be shared between Mali, Chad and Niger.",
         Want(donors="DNK", recipients="MLI+TCD+NER")),
    line("Denmark gave €5m, split among Chad and Niger.", Want(donors="DNK", recipients="TCD+NER")),
    line("Lebanon will receive €6m for the schooling of Syrian children.",
         Want(recipients="LBN", sum="6m EUR")),
    # members of a parliament that is told of
    line("The Swedish parliament met on aid. Members approved 1.4 billion kronor for Moldova.",
         Want(donors="SWE", recipients="MDA")),
    line("The Sejm sat late. Deputies approved €5m for Moldova.", Want(donors="POL", sum="5m EUR")),
    line("Members of the Danish parliament approved €5m for Moldova.", Want(donors="DNK")),
    line("Finland's parliament sat late. Lawmakers agreed to give Moldova 20 ambulances.",
         Want(donors="FIN", items="20 ambulances")),
    # what a heading names, and who stands alone in a paragraph of its own
    line("Armenia border crisis: as it happened\n\nFrance is sending 12 ambulances.",
         Want(donors="FRA", recipients="ARM", items="12 ambulances")),
    line("What donors gave for Sudan\n\nMany came.\n\nGermany promised €24m.\n\nNorway gave Chad "
         "€5m.",
         Want(donors="DEU", recipients="SDN", sum="24m EUR")),
    line("Poland gave Ukraine 14 jets.\n\nUrsula von der Leyen had hardly sat down when she told "
         "leaders that one billion euros would go out to Ukraine on Friday.",
         Want(donors="org:european-commission", sum="1bn EUR")),
    line("Chile gave Peru €3m. In Oslo the same night, the government of Norway ruled out arms. It "
         "agreed to lend Peru three boats.", Want(donors="NOR", items="3 boats")),
    line("The EU set aside €105m for Tunisia. Of the 105 million, some 70 million have been spent.",
         Want(donors="org:eu", sum="105m EUR")),
    line("Chad pledged 800 gendarmes for the force in Haiti.",
         Want(donors="TCD", recipients="HTI", items="800 gendarmes")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_turns_of_news(row: Line) -> None:
    check_among(row)


NOTHING = [
    "Norway is in for a surprise in Mali.",
    "Norway is good for tourists. Mali is poor.",
    "China flew 12 jets to its base in Djibouti.",
    "Russia flew 400 soldiers to Mali.",
    "Thieves made off with two generators worth €6,000 in Moldova.",
    "Looters took goods worth €600,000 in Haiti.",
    "Rebels stole €5m from the bank in Mali.",
    "Norway put €5bn into its army.",
    "The firm poured €5bn into a plant.",
    "Officials embezzled €5m in Mali.",
    "Norway weighed in on the row over Mali.",
    "Greece parted with its old friend.",
    "Members of the club sang. Mali has 5 million euros.",
    "Burglars got away with 40 tents in Sudan.",
    "Norway asked whether to sell 20 howitzers.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_turns_that_give_nothing(text: str) -> None:
    found = [c for c in kept(Line(text=text, wants=())) if c.firmness != "denied"]
    assert found == []


def test_bullets_of_others_are_in_no_total() -> None:
    text = (
        "Donors have promised $1.1 billion for Niger. A list of the pledges:\n\n"
        "- CHINA: 12,000 tonnes of rice for Niger.\n- ITALY: 30 tents for Niger."
    )
    whole = [claim for claim in kept(Line(text=text, wants=())) if claim.amount is not None]
    assert [claim.items for claim in whole] == [()]
