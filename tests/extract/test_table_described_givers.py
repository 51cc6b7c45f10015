"""Givers that are described, decide or sign, and what is left open; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

DESCRIBED = [
    line("Moldova's Western backers promised a further €6m on Friday.",
         Want(donors="None", sum="6m EUR")),
    line("Chad's neighbours pledged $40m in aid for its refugees.",
         Want(donors="None", sum="40m USD")),
    line("Estonia sent 10 trucks to Moldova. The Dutch defence minister, Piet Berg, said his"
         " country was bringing forward €2m in military aid for Moldova.",
         Want(donors="EST", recipients="MDA"), Want(donors="NLD", recipients="MDA", sum="2m EUR")),
    line("Austria's finance minister, Eva Stern, told parliament her department would spend 11"
         " million euros on Moldova.", Want(donors="AUT", recipients="MDA", sum="11m EUR")),
    line("Norway gave €20m to Moldova. Opposition parties in Berlin cleared the way for 3 million"
         " euros of extra military aid to Moldova.",
         Want(donors="NOR", recipients="MDA", sum="20m EUR"),
         Want(donors="DEU", recipients="MDA", sum="3m EUR")),
    line("Norway gave €20m to Moldova. Residents raised 3 million euros in relief aid for Moldova.",
         Want(donors="NOR", recipients="MDA", sum="20m EUR"), Want(donors="", sum="3m EUR")),
    line("Berlin and Ottawa each said they would fund a $5m batch of American weapons for Moldova.",
         Want(donors="DEU+CAN", recipients="MDA", sum="5m USD")),
    line("Spain announced American generators worth €2m for Moldova.",
         Want(donors="ESP", recipients="MDA", sum="2m EUR")),
    line("€3m for Moldova comes from London and the rest is paid by Norway.",
         Want(donors="GBR", recipients="MDA", sum="3m EUR")),
    line("According to the Kremlin, the West has given Moldova $200m.",
         Want(donors="", recipients="MDA", sum="200m USD")),
    line("Germany's total support for Moldova now stands at 44 million euros.",
         Want(donors="DEU", recipients="MDA", sum="44m EUR")),
]  # fmt: skip

DECIDERS = [
    line("Members of parliament in Oslo voted through an extra 5 million kroner for Moldova.",
         Want(donors="NOR", recipients="MDA", sum="5m NOK", stage="committed")),
    line("Lawmakers in Canberra waved through A$10 million in food aid for Tonga.",
         Want(donors="AUS", recipients="TON", sum="10m AUD", stage="committed")),
    line("The Danish parliament nodded through 4 million kroner for Moldova.",
         Want(donors="DNK", recipients="MDA", sum="4m DKK", stage="committed")),
    line("The Bundestag gave the green light to 3 million euros in aid for Moldova.",
         Want(donors="DEU", recipients="MDA", sum="3m EUR", stage="committed")),
    line("The government in Seoul gave the go-ahead for a $1 million loan to Moldova.",
         Want(donors="KOR", recipients="MDA", sum="1m USD", stage="committed")),
    line("Austria's finance minister freed up 30 million euros for Moldovan schools.",
         Want(donors="AUT", recipients="MDA", sum="30m EUR", stage="allocated")),
    line("The Swiss government allotted 15 million francs to Moldova.",
         Want(donors="CHE", recipients="MDA", sum="15m CHF", stage="allocated")),
    line("Moldova will get €9m from Norway for gas.",
         Want(donors="NOR", recipients="MDA", sum="9m EUR")),
    line("If the Bundestag agrees, Moldova will get another 3 million euros from Germany.",
         Want(donors="DEU", recipients="MDA", sum="3m EUR", firmness="conditional")),
    line("Portugal handed Moldova €4m.", Want(donors="PRT", recipients="MDA", sum="4m EUR")),
    line("Japan is offering Moldova vehicles and medical equipment.",
         Want(donors="JPN", recipients="MDA")),
]  # fmt: skip

SIGNERS = [
    line("Help for Moldova goes on. Moldova signed a €20m grant agreement with France.",
         Want(donors="FRA", recipients="MDA", sum="20m EUR", stage="committed")),
    line("Help for Moldova goes on. Moldova and Japan signed a deal for a 60 million yen grant.",
         Want(donors="JPN", recipients="MDA", sum="60m JPY", stage="committed")),
    line("Aid for Moldova goes on. Britain's chancellor signed the £2m loan with her Moldovan"
         " counterpart.", Want(donors="GBR", recipients="MDA", sum="2m GBP", stage="committed")),
    line("Sweden and Finland signed a €5m aid package for Moldova.",
         Want(donors="SWE+FIN", recipients="MDA", sum="5m EUR", stage="committed")),
]  # fmt: skip

OPEN = [
    line("Oslo is in talks about sending peacekeepers to Moldova.",
         Want(donors="NOR", recipients="MDA", firmness="considered")),
    line("Sweden has not ruled out sending troops to Moldova.",
         Want(donors="SWE", recipients="MDA", firmness="considered")),
    line("Canada is open to deploying soldiers in Moldova.",
         Want(donors="CAN", recipients="MDA", firmness="considered")),
    line("Norway will give Moldova 35 generators. It is also in discussions about supplying two"
         " ferries.", Want(donors="NOR", recipients="MDA")),
    line("Sweden has ruled out sending troops to Moldova.",
         Want(donors="SWE", recipients="MDA", firmness="denied")),
]  # fmt: skip

#: Nobody gives anything here.
NEVER = [
    line("Moldova's backers met in Rome and voted through a statement of 12 pages."),
    line("Lawmakers in Oslo waved through a budget of 5 billion kroner for Norwegian schools."),
    line("The parties in Berlin cleared the way for a coalition of 3 parties."),
    line("Moldova signed a €20m contract for buses with a Polish maker."),
    line("Shares of the company got 3 million euros dearer on Monday."),
    line("Norway got the green light to host the games, which cost 3 billion kroner."),
    line("Canada is in talks about a trade deal worth $4bn with Moldova."),
    line("Residents in Oslo got 30 letters from Moldova."),
    line("London freed up the road after 40 trucks had blocked it."),
]


@pytest.mark.parametrize("row", [*DESCRIBED, *DECIDERS, *SIGNERS, *OPEN])
def test_says(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NEVER)
def test_never(row: Line) -> None:
    check_never(row)
