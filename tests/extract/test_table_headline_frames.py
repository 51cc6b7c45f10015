"""What a headline tells by its order alone, what it does not, and what is refused."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line
from reading import ids

#: The parse gives these no giver or no act; giver, verb, thing and whom it is for do.
FRAMED = [
    line("EIB inks €70m loan for Zambian water", Want(sum="70m EUR", donors="org:eib")),
    line("IMF clears $250m for Benin", Want(sum="250m USD", donors="org:imf", stage="committed")),
    line("ADB okays $90m for Nepal", Want(sum="90m USD", donors="org:adb", recipients="NPL")),
    line("World Bank pours $60m into Liberia", Want(sum="60m USD", donors="org:world-bank")),
    line("Finland frees up €2m for Peru quake victims", Want(sum="2m EUR", donors="FIN")),
    line("Denmark rushes €3m to Malta", Want(sum="3m EUR", donors="DNK", recipients="MLT")),
    line("Ireland stumps up €6m for Gambia", Want(sum="6m EUR", donors="IRL", recipients="GMB")),
    line("Italy unlocks €12m for Albania", Want(sum="12m EUR", donors="ITA", stage="allocated")),
    line("Prague greenlights €4m for Kosovo", Want(sum="4m EUR", donors="CZE", recipients="XKX")),
    line("Oslo: €9m for Zambia", Want(sum="9m EUR", donors="NOR", recipients="ZMB")),
    line("Sweden: two million euros for Togo", Want(sum="2m EUR", donors="SWE", recipients="TGO")),
    line("€7m from Spain to Bolivia", Want(sum="7m EUR", donors="ESP", recipients="BOL")),
    line("€40m loan for Ghana from EIB", Want(sum="40m EUR", donors="org:eib", recipients="GHA")),
    line("Peru floods: Canada adds C$5m", Want(sum="5m CAD", donors="CAN")),
    line("Belgium hands Rwanda €8m for clinics", Want(sum="8m EUR", donors="BEL")),
    line("Greece airlifts 20 tonnes of blankets to Syria", Want(donors="GRC", recipients="SYR")),
]  # fmt: skip

#: Business, debts, arms that are moved and sums for oneself have the order of a gift and are none.
NOT_FRAMED = [
    "China flies 30 jets into Taiwan zone",
    "US flies 12 bombers to Japan",
    "Russia brings 200 missiles to Belarus",
    "Russia ships 2 million barrels of oil to India",
    "Kenya clears $2bn debt to China",
    "Saudi Arabia pumps $40bn into Japan's Softbank",
    "China pours $5bn into Serbian copper mine",
    "Poland okays $2bn contract for Korean tanks",
    "Japan matches US with $500bn tariff offer",
    "Turkey seals $3bn jet sale to Indonesia",
    "Iran: $5bn for oil to China",
    "Spain tips Morocco to win €5m for World Cup",
    "US tips $5m reward for Haiti gang leader",
    "EU readies €93bn in counter-tariffs for US",
    "Mexico frees 40 migrants bound for US",
    "Peru finds $5m in stolen gold",
]

#: Sums undone behind, that an appeal asks for, that a court orders, or that are missing.
UNDONE = [
    "€20m grant to Serbia withheld over vote",
    "$30m Kenya compact suspended",
    "£9m for Malawi on hold, minister says",
    "US pledge of $2bn in doubt",
    "Chad rations shrink as $40m dries up",
    "Finnish MPs take €90m from aid budget",
    "Swedes want SEK 2bn out of development aid",
    "Canada to stop paying C$5m for Mali radio",
    "Pentagon holds up shipment of 200 rockets to Israel",
    "Unicef short of $30m in Niger",
    "Red Cross opens CHF 12m appeal for Peru",
    "Court tells Iran to pay Canada $90m",
    "Audit: $20m of Malian aid missing",
    "Aid to Zambia tumbles from $90m to $20m",
]

#: Who refuses to give is told; the reader keeps it as denied.
REFUSED = [
    ("Norway refuses to send tanks to Ukraine", "NOR", "UKR"),
    ("Romania will not send missiles to Ukraine.", "ROU", "UKR"),
    ("Portugal ruled out sending fighter jets to Ukraine.", "PRT", "UKR"),
    ("Japan declined to send ammunition to Ukraine.", "JPN", "UKR"),
    ("The Greek government said it would not give Ukraine its air defence systems.", "GRC", "UKR"),
    ("Slovakia refused to supply weapons to Moldova.", "SVK", "MDA"),
    ("Italy refuses to send missiles to Moldova.", "ITA", "MDA"),
]  # fmt: skip

#: Nothing that could be a commitment is refused.
NOTHING_REFUSED = [
    "Norway refuses to comment on tanks in Ukraine.",
    "Russia will not leave its tanks in Ukraine.",
    "Poland did not see missiles over Ukraine.",
    "Hungary refuses to buy gas from Norway.",
    "Italy refuses to say whether drones reached Moldova.",
]


@pytest.mark.parametrize("row", FRAMED)
def test_framed(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", [*NOT_FRAMED, *UNDONE, *NOTHING_REFUSED])
def test_no_promise_is_told(text: str) -> None:
    assert not kept(Line(text=text, wants=()))


@pytest.mark.parametrize(("text", "donor", "recipient"), REFUSED)
def test_a_refusal_is_denied(text: str, donor: str, recipient: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert claim.firmness == "denied"
    assert (ids(claim.donors), ids(claim.recipients)) == (donor, recipient)
    assert claim.items
