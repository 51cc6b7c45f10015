"""Ships that a state sends to where they help or guard, and ships that do something else."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line
from reading import ids

NAVY = "UK Ministry of Defence"

SENT = [
    line("Norway will send a frigate to the Gulf of Aden to escort merchant ships.",
         Want(donors="NOR", instrument="personnel", items="frigate")),
    line("Denmark is sending the frigate Niels Juel to the Red Sea to protect shipping.",
         Want(donors="DNK", instrument="personnel")),
    line("Italy will deploy two minehunters to the Baltic Sea to guard cables.",
         Want(donors="ITA", items="2 minehunters")),
    line("Canada plans to deploy a patrol vessel to the Pacific to support its partners.",
         Want(donors="CAN", instrument="personnel")),
    line("HMCS Harry DeWolf will be deployed to Haiti to help the police.",
         Want(donors="CAN", recipients="HTI"), publisher="Global Affairs Canada"),
    line("HMS Medway will be sent to Jamaica with relief stores.",
         Want(donors="GBR", recipients="JAM"), publisher=NAVY),
    line("His Majesty's Ship Trent will be dispatched to Guyana to support its navy.",
         Want(donors="GBR", recipients="GUY"), publisher=NAVY),
    line("France has dispatched the hospital ship Dixmude to Egypt to help the wounded of Gaza.",
         Want(donors="FRA")),
    line("Germany has deployed a corvette to the Mediterranean to monitor the arms embargo.",
         Want(donors="DEU", stage="delivered")),
    line("Sweden has decided to send a submarine to the Baltic to protect allies.",
         Want(donors="SWE")),
    line("The Netherlands has sent the minehunters Makkum and Schiedam to the North Sea "
         "to guard pipelines.", Want(donors="NLD")),
    line("Japan's coast guard will send a patrol ship to Vietnam to support its training.",
         Want(donors="JPN", recipients="VNM")),
    line("Australia will deploy HMAS Toowoomba to the Indo-Pacific to monitor sanctions.",
         Want(donors="AUS")),
    line("Portugal is sending a corvette to the Gulf of Guinea to join the patrols of its allies.",
         Want(donors="PRT")),
    line("Greece will contribute to the mission and will send a frigate to the Red Sea.",
         Want(donors="GRC", stage="pledged")),
]  # fmt: skip

NOT_SENT = [
    line("Iran will send a frigate to the Red Sea to attack tankers."),
    line("Russia has deployed a destroyer to the Black Sea to blockade ports."),
    line("Norway will send a frigate to the yard in Bergen for repairs."),
    line("Norway may send a frigate to the Gulf of Aden to escort merchant ships."),
    line("Norway will not send a frigate to the Gulf of Aden to escort merchant ships."),
    line("If asked, Norway would send a frigate to the Red Sea to protect shipping."),
    line("Denmark sent a frigate to Korsør for an exercise in the North Sea."),
    line("The frigate Niels Juel will protect shipping in the Red Sea."),
    line("HMS Medway returned to Portsmouth from Jamaica last week.", publisher=NAVY),
    line("HMS Medway will be sent to Jamaica with relief stores."),
    line("Smugglers will send a patrol boat to the Gulf to escort tankers."),
    line("Italy will deploy new rules on minehunters to protect jobs."),
    line("Canada will deploy a patrol vessel to the Pacific for an exercise to support training."),
    line("China has deployed a carrier strike group to the Pacific to threaten the islands."),
]  # fmt: skip


@pytest.mark.parametrize("row", SENT)
def test_a_ship_that_helps_is_sent_by_a_state(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_SENT)
def test_other_doings_of_ships_promise_nothing(row: Line) -> None:
    check_never(row)


def test_the_one_the_ship_goes_to_is_no_giver() -> None:
    text = "Canada's ministers met. HMCS Moncton will be sent to Haiti to support the police."
    found = kept(Line(text=text, wants=(), publisher="Global Affairs Canada"))
    assert [(ids(c.donors), ids(c.recipients)) for c in found] == [("CAN", "HTI")]
