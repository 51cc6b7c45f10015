"""Who gives by where a sentence stands: a quotation's speaker, the name of a line, "it".

All sentences are our own and were written after the rules.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, kept, line

#: A gift of somebody else right before, whom nobody stands for.
BEFORE = "Chile gave Peru 3 million euros.\n\n"
LIST = (
    "Donors have so far pledged $300 million for Mali, of which little has come.\n\n"
    "- NORWAY: 30 million euros for wells.\n"
    "- WORLD BANK: A grant of $200 million.\n"
    "- LUXEMBOURG: The Grand Duchy, a small giver, is in for 8 million euros.\n"
    "- AUSTRIA: Vienna ended its aid to Niger last year. It will give Mali 6 million euros.\n"
    "- ITALY: Rome said it would ship 2,000 tonnes of rice to Mali.\n"
)

LINES = [
    # a quotation is whoever's it is told to be
    line(BEFORE + 'Donald Tusk was brief. "We will give Peru 40 million euros," he said.',
         Want(donors="CHL"), Want(donors="POL", sum="40m EUR")),
    line(BEFORE + 'Donald Tusk said: "We have waited. We will give Peru 40 million euros."',
         Want(donors="POL", recipients="PER", sum="40m EUR")),
    line(BEFORE + '"We have waited," said Donald Tusk. "We will give Peru 40 million euros."',
         Want(donors="POL", sum="40m EUR")),
    line(BEFORE + '"We have waited. We will send Peru 40 trucks," said Donald Tusk.',
         Want(donors="POL", items="40 trucks")),
    line(BEFORE + '"We have waited. We will send Peru 40 trucks," Donald Tusk told reporters.',
         Want(donors="POL", items="40 trucks")),
    line(BEFORE + 'The Norwegian foreign minister told the room: "We are adding 5 million euros '
         'for Peru."', Want(donors="NOR", sum="5m EUR")),
    line(BEFORE + 'Norway took the floor. "We are adding 5 million euros for Peru."',
         Want(donors="NOR", sum="5m EUR")),
    # the heading above a quotation
    line(BEFORE + 'DONALD TUSK, PRIME MINISTER OF POLAND\n"We will give Peru 40 million euros."',
         Want(donors="POL", sum="40m EUR")),
    line(BEFORE + 'ANNA BERG, PRESIDENT OF INDONESIA\n"We have waited. We will send Peru '
         '40 trucks."',
         Want(donors="IDN", items="40 trucks")),
    line(BEFORE + 'ESPEN BARTH EIDE, NORWEGIAN FOREIGN MINISTER\n"We are adding 5 million euros '
         'for Peru. I will send 500 tents to Peru."', Want(donors="NOR", sum="5m EUR")),
    # "it" at the head of a sentence
    line("Sweden gave Sudan €5m. Washington made no promise. It gave $830 million in 2024.",
         Want(donors="SWE"), Want(donors="USA", recipients="SDN", sum="830m USD", part=False)),
    line("Chile pledged €5m to Mali. Brazil came late to the talks. It will send Mali 20 trucks.",
         Want(donors="CHL"), Want(donors="BRA", items="20 trucks")),
    line("Chile pledged €5m to Mali. Italy ended its aid in 2020. It now gives €3m to Mali.",
         Want(donors="ITA", sum="3m EUR")),
    line("Chile pledged €5m to Mali. The European Commission was late. It approved "
         "€9m for Mali on Monday.",
         Want(donors="org:european-commission", sum="9m EUR")),
    line("Chile pledged €5m to Mali. Tokyo has no embassy there. It will fund wells in Mali with "
         "€7m.", Want(donors="JPN", sum="7m EUR")),
    # a line that opens with a name
    line(LIST, Want(donors="NOR", sum="30m EUR")),
    line(LIST, Want(donors="org:world-bank", sum="200m USD")),
    line(LIST, Want(donors="LUX", sum="8m EUR")),
    line(LIST, Want(donors="AUT", recipients="MLI", sum="6m EUR")),
    line(LIST, Want(donors="ITA", recipients="MLI", items="2000 rice")),
    # the Union and its Commission tell one and the same sum
    line('The EU promises Syria €2.5bn. "We are raising our pledge to Syria to €2.5bn," Commission '
         "President Ursula von der Leyen said.", Want(donors="org:eu", sum="2.5bn EUR")),
    # a list that "and" closes
    line("Norway gave $350 million to Mali, Niger and Chad.",
         Want(donors="NOR", recipients="MLI+NER+TCD")),
    line("Norway approved a grant of €5m for Mali, Chad and Sudan on May 28.",
         Want(donors="NOR", recipients="MLI+TCD+SDN")),
    line("Sudan gets 30 trucks from Norway, Sweden and Denmark.",
         Want(donors="NOR+SWE+DNK", recipients="SDN")),
    line("Norway sent 40 tonnes of wheat to each of Mali and Chad.",
         Want(donors="NOR", recipients="MLI+TCD")),
]  # fmt: skip


@pytest.mark.parametrize("row", LINES)
def test_who_gives_by_place(row: Line) -> None:
    check_among(row)


#: A text, and who must not be told to give in it.
NOT_GIVERS = [
    ("Norway gave Moldova €5m. Moldova was pleased. It got €3m more from Sweden.", "MDA"),
    ("Norway gave Moldova €5m. Ukraine will see a vote. It lost €3m.", "UKR"),
    ('Moldova\'s president thanked Norway. "We got €5m from Norway," she said.', "MDA"),
    ('Donald Tusk spoke. "Norway will give Moldova €5m," said Jonas Gahr Støre.', "POL"),
    ("- Niger: floods.\n- Mali: drought. Norway gives €5m.\n- Chad: war.", "MLI"),
    ("Norway gave Mali €5m. Sweden's parliament was shut. It had given Mali nothing.", "SWE"),
    ("Vietnam's central bank sold dollars. It has spent $9 billion to support the dong.", "VNM"),
    ("Norway gave Mali €5m. Chad lost 30 tents. It will need 20 more.", "TCD"),
    ("Norway gave €5m to Mali, and Chad complained.", "TCD"),
    ("Norway gave €5m to Mali, Chad sent nothing and Togo left.", "TGO"),
    ('DONALD TUSK, POLAND\n"Norway gives Peru 40 million euros."', "POL"),
    ("Germany was asked. It has not given Mali €5m.", "MLI"),
    ('ANNA BERG, ON NORWAY AND SWEDEN\n"We will give Peru 40 million euros."', "SWE"),
    ("Mali: a long war. Norway gives Chad €5m.", "MLI"),
    ("Chile gave Peru €5m. Brazil was hit by floods. It lost $3bn.", "BRA"),
]


@pytest.mark.parametrize(("text", "giver"), NOT_GIVERS)
def test_who_gives_nothing_by_place(text: str, giver: str) -> None:
    found = kept(Line(text=text, wants=()))
    firm = [claim for claim in found if claim.firmness != "denied"]
    assert giver not in {actor.id for claim in firm for actor in claim.donors}
