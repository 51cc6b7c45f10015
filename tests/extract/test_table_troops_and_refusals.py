"""People who go or do not, what is refused, what is found or ordered; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

REFUSED = [
    line("Help for Chad goes on. Ireland has said repeatedly that its soldiers will not go"
         " to Chad.",
         Want(donors="IRL", recipients="TCD", firmness="denied", instrument="personnel")),
    line("Help for Chad goes on. The president of Ireland ruled out Irish boots on the ground.",
         Want(donors="IRL", firmness="denied")),
    line("Irish soldiers will not go to Chad.",
         Want(donors="IRL", recipients="TCD", firmness="denied")),
    line("Norway said there would be no Norwegian troops in Chad.",
         Want(donors="NOR", recipients="TCD", firmness="denied")),
    line("Norway said there would be no troops in Chad.", Want(donors="NOR", firmness="denied")),
    line("Sweden rejected the idea of sending troops to Chad.",
         Want(donors="SWE", recipients="TCD", firmness="denied")),
    line("Denmark has no intention of sending tanks to Moldova.",
         Want(donors="DNK", recipients="MDA", firmness="denied")),
    line("Denmark has no plans to send soldiers to Moldova.",
         Want(donors="DNK", recipients="MDA", firmness="denied")),
    line("Latvia is firmly against sending peacekeepers to Chad.",
         Want(donors="LVA", recipients="TCD", firmness="denied")),
    line("Malta will provide no weapons to Moldova.",
         Want(donors="MLT", recipients="MDA", firmness="denied")),
    line("Norway is toying with sending 12 tanks to Moldova.",
         Want(donors="NOR", recipients="MDA", firmness="considered")),
    line("Norway floated the idea of sending 12 tanks to Moldova.",
         Want(donors="NOR", recipients="MDA", firmness="considered")),
    line("Spain is open in principle to putting boots on the ground in Chad.",
         Want(donors="ESP", recipients="TCD", firmness="considered")),
]  # fmt: skip

SENT = [
    line("Latvian peacekeepers will go to Chad in May.",
         Want(donors="LVA", recipients="TCD", stage="pledged", instrument="personnel")),
    line("Bulgaria shipped 30 armoured personnel carriers to Moldova.",
         Want(donors="BGR", recipients="MDA", instrument="in_kind", stage="delivered")),
    line("Of the 31 trucks that Norway donated to Moldova, most are in use.",
         Want(donors="NOR", recipients="MDA", stage="delivered")),
    line("Moldova has received the last of 18 trucks pledged by Denmark.",
         Want(donors="DNK", recipients="MDA", stage="delivered")),
    line("Denmark found another 5,000 shells for Moldova.",
         Want(donors="DNK", recipients="MDA", stage="pledged")),
    line("Denmark bought ten ambulances for Moldova.",
         Want(donors="DNK", recipients="MDA", stage="committed")),
    line("Some 40 trucks, ordered by Denmark and Norway for Moldova, have been completed.",
         Want(donors="DNK+NOR", recipients="MDA", stage="committed")),
    line("A first batch of 1,000 tents from Estonia was flown to Haiti on Sunday.",
         Want(donors="EST", recipients="HTI", stage="delivered")),
]  # fmt: skip

#: Nobody sends anybody here, or refuses to.
NEVER = [
    line("There are no soldiers in the park, Norway said."),
    line("Russian troops will not leave Georgia."),
    line("Help for Chad goes on. Irish troops will leave Chad by May."),
    line("Irish soldiers will fight on in Chad."),
    line("The soldiers went home to Ireland in May."),
    line("Norway found 40 rifles in Chad."),
    line("Norway ruled out a tax on its soldiers' pay."),
    line("No troops of any side were seen in Chad, the observers said."),
    line("Police located 20 trucks for the court."),
    line("Denmark ordered 40 trucks for its own army."),
    line("Italy has no plans to sell its 12 trucks."),
    line("The troops that fought in Chad serve in Mali now."),
]


@pytest.mark.parametrize("row", [*REFUSED, *SENT])
def test_says(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NEVER)
def test_never(row: Line) -> None:
    check_never(row)
