"""What several gave together, what is only hoped for, and whose clause a giver is; own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: Nobody named before a sum that all gave gave it alone.
ALL_TOGETHER = [
    line("Oman promised Chad $5 million. A United Nations conference in Doha secured $600 million "
         "in pledges for Chad.", Want(donors="OMN", sum="5m USD"),
         Want(donors="", recipients="TCD", sum="600m USD")),
    line("Oman promised Chad $5 million. The UN said 12 pledges totalling $600 million "
         "for Chad were received.",
         Want(donors="OMN", sum="5m USD"),
         Want(donors="", sum="600m USD")),
    line("Oman promised $5 million. In total, more than $420 million was pledged to the Adaptation "
         "Fund.", Want(donors="OMN", sum="5m USD"),
         Want(donors="", recipients="org:adaptation-fund", sum="420m USD")),
    line("So far over $3 billion has been promised for Gavi, including new money from Japan.",
         Want(donors="", recipients="org:gavi", sum="3bn USD")),
    line("The conference for Chad succeeded in raising some €250 million, with Spain contributing "
         "some €30 million.",
         Want(donors="", sum="250m EUR"), Want(donors="ESP", sum="30m EUR")),
    line("Norway announced NOK 600 million for the Adaptation Fund, bringing total pledges to the "
         "fund to $900 million.", Want(donors="NOR", sum="600m NOK"),
         Want(donors="", sum="900m USD", total=True)),
    line("The grants that Chad received from banks and many countries are one thing. Oman gave it "
         "$2 million. The commitments from banks and many other countries totalled $90 million.",
         Want(donors="OMN", sum="2m USD"), Want(donors="", sum="90m USD")),
    line("Oman gave Chad $5 million. Over £15m has already been donated by the public to Chad.",
         Want(donors="OMN", sum="5m USD"), Want(donors="", sum="15m GBP")),
    line("Ministers closed the round for the Global Fund by pledging a combined US $900 million.",
         Want(recipients="org:global-fund", sum="900m USD")),
]  # fmt: skip

#: Somebody's own sum stays theirs beside such words.
STILL_OWN = [
    line("Norway's pledge brings its total contributions to the Adaptation Fund to $900 million.",
         Want(donors="NOR", sum="900m USD")),
    line("At the summit Norway raised its aid to Chad to $9 million.",
         Want(donors="NOR", recipients="TCD", sum="9m USD")),
    line("So far $3 million has been pledged by Oman to Chad.",
         Want(donors="OMN", recipients="TCD", sum="3m USD")),
]  # fmt: skip

#: Goals of raising money that nobody promises.
ONLY_HOPED_FOR = [
    line("Oman pledged $5 million for Chad. The UN is seeking a total of $4.2 billion.",
         Want(sum="4.2bn USD")),
    line("The conference hopes to raise $4 billion in aid for Chad.", Want(sum="4bn USD")),
    line("The Global Fund aims to raise $13 billion.", Want(sum="13bn USD")),
    line("Donors gave Chad half of the $2.1 billion in funds sought this year in the UN's appeal.",
         Want(sum="2.1bn USD")),
    line("We call on our partners to reach the Global Fund's replenishment goal of $13 billion.",
         Want(sum="13bn USD")),
    line("There is a $700m black hole in Oxfam's relief effort for Chad.", Want(sum="700m USD")),
    line("Britain gives Gavi up to £5 billion, a potential £1 billion increase over its "
         "last pledge.",
         Want(sum="1bn GBP")),
    line("News of the US aid to Chad came as Chadian troops pushed ahead.", Want(items="troops")),
]  # fmt: skip

#: Who acts in a clause of its own, or tells of it there.
IN_ITS_CLAUSE = [
    line("The top gifts to Chad came from Oman and Qatar, which said they would contribute $50 "
         "million each while Kuwait said it would give $15 million.",
         Want(donors="OMN", sum="50m USD"), Want(donors="QAT", sum="50m USD"),
         Want(donors="KWT", sum="15m USD")),
    line("A gift to Chad came from Oman, which said it would contribute $50 million.",
         Want(donors="OMN", recipients="TCD", sum="50m USD")),
    line("Spain's pledge of $70 million to Gavi came after Italy promised to double its "
         "contribution to $75 million.",
         Want(donors="ESP", sum="70m USD"), Want(donors="ITA", sum="75m USD")),
    line("The Governments of Oman, Fiji and Togo pledged over $50 million to Gavi.",
         Want(donors="OMN+FJI+TGO", recipients="org:gavi", sum="50m USD")),
    line("The World Bank director and Chad's prime minister signed an agreement to provide "
         "Chad with another $200 million for power lines.",
         Want(donors="org:world-bank", recipients="TCD", sum="200m USD")),
]  # fmt: skip

#: Letters of a currency are no state; short names in brackets are those before them.
NAMES = [
    line("Japan committed US $800 million to Gavi.",
         Want(donors="JPN", recipients="org:gavi", sum="800m USD")),
    line("Canada raised its pledge to Gavi to CAN $650 million.",
         Want(donors="CAN", sum="650m CAD")),
    line("The Islamic Development Bank (IDB) has committed $4 million to Chad. The IDB will also "
         "lend $2 million to Togo.", Want(donors="org:isdb", sum="4m USD"),
         Want(donors="org:isdb", recipients="TGO", sum="2m USD")),
    line("The IDB lends $2 million to Haiti.", Want(donors="org:iadb", recipients="HTI")),
    line("Leaders met on the loss and damage fund. Germany pledged $100 million.",
         Want(donors="DEU", recipients="org:loss-and-damage-fund", sum="100m USD")),
    line("The United States pledged $17 million to the loss and damage fund, subject to U.S. "
         "approval.", Want(donors="USA", recipients="org:loss-and-damage-fund", sum="17m USD")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*ALL_TOGETHER, *STILL_OWN, *IN_ITS_CLAUSE, *NAMES])
def test_a_sum_is_of_those_who_gave_it(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", ONLY_HOPED_FOR)
def test_what_is_only_hoped_for_is_no_promise(row: Line) -> None:
    check_never(row)
