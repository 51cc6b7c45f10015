"""Who is bound where others are named too: partners, sellers, stocks, schemes, carriers, payers.

All sentences are our own; each was labelled before the reader was run on it.
"""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

BOUND = [
    line("Norway will give Moldova €30 million via the Netherlands.",
         Want(donors="NOR", sum="30m EUR")),
    line("Together with Denmark, Norway will donate €30 million to Moldova.",
         Want(donors="NOR+DNK", sum="30m EUR")),
    line("Latvia allocated €5 million to the Dutch-led drone coalition for Moldova.",
         Want(donors="LVA", sum="5m EUR")),
    line("As part of the British-led coalition, Sweden will send 20 drones to Moldova.",
         Want(donors="SWE", recipients="MDA")),
    line("In cooperation with Germany, Estonia opened a field hospital and gave Moldova "
         "€4 million for it.", Want(donors="EST", sum="4m EUR")),
    line("Canada will give Moldova C$40 million for shells purchased from South Korea.",
         Want(donors="CAN", sum="40m CAD")),
    line("Denmark will send Moldova 12 howitzers from the stocks of its army, made in France.",
         Want(donors="DNK", recipients="MDA")),
    line("Poland handed over 40 trucks to Moldova, financed by Norway with €6 million.",
         Want(donors="NOR", sum="6m EUR"),
         not_yet="who pays is not yet the giver of the sum behind the act of another"),
    line("On behalf of Luxembourg, the Belgian army delivered 30 vans to Moldova.",
         Want(donors="LUX", recipients="MDA")),
    line("Slovakia will send Moldova 15 guns, for which the EU will reimburse it.",
         Want(donors="SVK", recipients="MDA")),
    line("Lithuania allocated €35 million to the initiative raised by the Czech Republic to buy "
         "shells for Moldova.", Want(donors="LTU", sum="35m EUR")),
    line("According to the minister of defence Lithuania allocated €3 million to the scheme "
         "started by the Czech Republic for Moldova.", Want(donors="LTU", sum="3m EUR")),
    line("In a statement with Poland and Denmark, the Netherlands announced the delivery to "
         "Moldova of 30 vehicles.", Want(donors="NLD", recipients="MDA")),
    line("In the announcement of a joint purchase, together with Poland and Denmark, the "
         "Netherlands also revealed the delivery of 30 vehicles to Moldova.",
         Want(donors="NLD", recipients="MDA")),
    line("According to the Korean foreign ministry, the Korean government has decided to provide "
         "$50 million in humanitarian aid to Moldova.", Want(donors="KOR", sum="50m USD")),
    line("The Prime Minister announced a package of C$500 million for Moldova. The Polish "
         "president thanked the Canadian parliament for it.", Want(donors="CAN", sum="500m CAD")),
    line("Iceland leads a demining training mission for the Moldovan army with Latvia.",
         Want(donors="ISL", recipients="MDA")),
    line("A joint initiative with Belgium and Luxembourg will finance the repair of 20 trucks for "
         "Moldova.", Want(donors="BEL+LUX", recipients="MDA")),
    line("Japan will train Moldovan soldiers on boats provided by Italy.",
         Want(donors="JPN", recipients="MDA")),
    line("Germany ordered a bridge from a Czech company for Moldova and will pay €60 million.",
         Want(donors="DEU", sum="60m EUR")),
    line("Finland will donate to Moldova 9 boats that it bought from Sweden.",
         Want(donors="FIN", recipients="MDA")),
    line("The foreign minister of Estonia thanked Germany for paying for the 20 generators that "
         "Estonia sent to Moldova.", Want(donors="EST", recipients="MDA")),
    line("Ireland contributed €5 million to the Energy Support Fund of the Energy Community for "
         "Moldova, as Austria had done.", Want(donors="IRL", sum="5m EUR")),
    line("Spain joined France and Italy and will give Moldova €8 million.",
         Want(donors="ESP", sum="8m EUR")),
    line("Besides the aid of Germany, Croatia will give Moldova €2 million.",
         Want(donors="HRV", sum="2m EUR")),
    line("Like Sweden, Portugal pledged Moldova €7 million.", Want(donors="PRT", sum="7m EUR")),
    line("Austria will give Moldova €3 million through the Swiss Red Cross.",
         Want(donors="AUT", sum="3m EUR")),
    line("The Canadian prime minister signed an agreement with Moldova pledging C$3 billion in "
         "aid.", Want(donors="CAN", sum="3bn CAD")),
    line("Canada thanked its hosts. During the NATO summit, the prime minister told of a package "
         "of C$500 million in aid for Moldova.", Want(donors="CAN", sum="500m CAD")),
    line("The Swedish government adopted a strategy for Sweden's recovery and reform cooperation "
         "with Moldova. It allocates SEK 90 million in grants.", Want(donors="SWE", sum="90m SEK")),
    line("With help from Norway, Latvia will send Moldova 12 ambulances.",
         Want(donors="LVA", recipients="MDA")),
]  # fmt: skip

NOT_BOUND = [
    line("Norway will give Moldova €30 million via the Netherlands.", Want(donors="NLD")),
    line("Latvia allocated €5 million to the Dutch-led drone coalition for Moldova.",
         Want(donors="NLD")),
    line("Canada will give Moldova C$40 million for shells purchased from South Korea.",
         Want(donors="KOR")),
    line("Moldova and Sweden said in a joint statement: we will repair the bridge, for which "
         "Sweden gives Moldova €6 million.", Want(donors="MDA")),
    line("Denmark will send Moldova 12 howitzers made in France.", Want(donors="FRA")),
    line("Slovakia will send Moldova 15 guns, for which the EU will reimburse it.",
         Want(donors="org:eu", recipients="MDA")),
    line("Lithuania allocated €35 million to the initiative raised by the Czech Republic to buy "
         "shells for Moldova.", Want(donors="CZE")),
    line("Japan will train Moldovan soldiers on boats provided by Italy.",
         Want(donors="ITA+JPN")),
    line("The president of Poland welcomed that Canada will give Moldova C$9 million.",
         Want(donors="POL")),
    line("Germany bought 40 tanks from a Czech company for Moldova.", Want(donors="CZE")),
    line("Finland will donate to Moldova 9 boats that it bought from Sweden.",
         Want(donors="SWE")),
    line("Spain will give Moldova €8 million, more than France or Italy.", Want(donors="FRA")),
    line("Austria will give Moldova €3 million through the Swiss Red Cross.", Want(donors="CHE")),
    line("At a meeting with Norway and Sweden, Latvia pledged Moldova €4 million.",
         Want(donors="NOR")),
    line("Ireland will give Moldova €5 million to buy gas from Romania.", Want(donors="ROU")),
    line("The Korean People's Army of North Korea and the Korean government met.",
         Want(donors="KOR")),
]  # fmt: skip


@pytest.mark.parametrize("row", BOUND)
def test_who_is_bound_among_several(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_BOUND)
def test_who_is_not_bound_among_several(row: Line) -> None:
    check_never(row)
