"""Gifts and refusals that a headline tells by further orders, and what has them besides."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line, live
from reading import ids

GIVEN = [
    line("Norway tops up Mali fund by €5m", Want(donors="NOR", sum="5m EUR")),
    line("Latvia backs drone makers in Ukraine with €10m", Want(donors="LVA", sum="10m EUR")),
    line("Ottawa matches public gifts with C$9m for Haiti", Want(donors="CAN", sum="9m CAD")),
    line(
        "€5m for Mali in new EU package",
        Want(donors="org:eu", recipients="MLI", sum="5m EUR"),
    ),
    line("£7m lifeline: Britain rescues Malian clinics", Want(donors="GBR", sum="7m GBP")),
    line(
        "EU, Mali seal €5m deal",
        Want(donors="org:eu", recipients="MLI", sum="5m EUR", stage="committed"),
    ),
    line(
        "ADB and Laos sign $90m loan accord",
        Want(donors="org:adb", recipients="LAO", sum="90m USD", stage="committed"),
    ),
    line("Six more tanks for Kyiv, Norway says", Want(donors="NOR", recipients="UKR")),
    line("Malawi: Japan earmarks $8m for clinics", Want(donors="JPN", recipients="MWI")),
    line("Darfur camps get €7m boost from Denmark", Want(donors="DNK", sum="7m EUR")),
    line("Riksdag clears way for SEK 50m in shells for Ukraine", Want(donors="SWE")),
    line("Kuwaiti plane brings 20 tonnes of tents to Kabul", Want(donors="KWT", recipients="AFG")),
    line("Spain forks out €4m for Peru", Want(donors="ESP", recipients="PER", sum="4m EUR")),
    line("Trump unlocks $40M for Togo from Pentagon savings", Want(donors="USA", sum="40m USD")),
    line("State Dept. taps $4M for Laos", Want(donors="USA", recipients="LAO")),
    line("Cabinet: Ireland sets aside €4m for Togo", Want(donors="IRL", stage="allocated")),
    line("Finland to fund Kenyan clinics with €3m", Want(donors="FIN", recipients="KEN")),
    line("Norway tops up Malawi's seed fund by $6m", Want(donors="NOR", recipients="MWI")),
    line("Oslo joins Danish drone scheme with NOK 40m", Want(donors="NOR", recipients="")),
    line("Oman bankrolls Yemeni teachers' wages with $9m", Want(donors="OMN", recipients="YEM")),
    line("Kuwait fund lends Benin $8m for wells", Want(donors="KWT", recipients="BEN")),
    line("Swiss help for Peru: 30 trucks by sea", Want(donors="CHE", recipients="PER")),
    line("Spanish aid to Niger: €4m for wells", Want(donors="ESP", recipients="NER")),
    line("Estonia's ninth Moldova package: €2m for radars", Want(donors="EST", recipients="MDA")),
    line("Latvian aid for Chad: 12 ambulances by June", Want(donors="LVA", recipients="TCD")),
    line("S. Korea to give Laos $3m", Want(donors="KOR", recipients="LAO", sum="3m USD")),
    line("Belgium approves fourth arms package for Kyiv", Want(donors="BEL", recipients="UKR")),
    line("Poland backs donating radar to Moldova", Want(donors="POL", recipients="MDA")),
    line("Peru to receive $7m in Canadian fire engines", Want(donors="CAN", recipients="PER")),
    line("Jordan bags $1bn Saudi rollover", Want(donors="SAU", recipients="JOR")),
    line("Tunisia signs €40m EU deal", Want(donors="org:eu", recipients="TUN", stage="committed")),
    line("Nordics pay $90m for US arms for Ukraine", Want(recipients="UKR", sum="90m USD")),
    line("Laos, Japan agree $45m bridge loan", Want(donors="JPN", recipients="LAO")),
    line("Germany, Benin sign €6m grant", Want(donors="DEU", recipients="BEN", stage="committed")),
    line("IMF completes review, frees $40m for Togo", Want(donors="org:imf", recipients="TGO")),
    line("IMF concludes talks and releases $40m to Togo", Want(donors="org:imf", recipients="TGO")),
    line("Italy opens clinic, gives €9m more to Tunisia", Want(donors="ITA", recipients="TUN")),
    line("Rome triples aid for Tunisia to €90m", Want(donors="ITA", recipients="TUN")),
    line("Egypt rolls over $2bn Kuwaiti loan", Want(donors="KWT", recipients="EGY", sum="2bn USD")),
    line("Germany pledges record €3bn for Mali", Want(donors="DEU", recipients="MLI")),
    line("Seoul lifts Moldova aid to $39m", Want(donors="KOR", recipients="MDA", sum="39m USD")),
    line("Ottawa brings its Haiti relief to C$10m", Want(donors="CAN", recipients="HTI")),
    line("Oman to raise Yemen aid to $9m", Want(donors="OMN", recipients="YEM")),
    line("Kuwait writes off $6m in Malian debt", Want(donors="KWT", recipients="MLI")),
]  # fmt: skip

#: The same orders, and no gift: pressure, business, loans of the market, spending at home.
NOT_GIVEN = [
    "India, France sign €60m trade deal",
    "Japan scraps visit, cuts €9m aid for Mali",
    "Norway shuts embassy, axes €9m for Niger",
    "Congo hits miners with €5m fine",
    "MPs press Merz to send €500m more to Kyiv",
    "Saab lands $4bn jet order from Brazil",
    "Kenya Airways gets $50m loan from banks",
    "Denmark to spend €10bn on own navy",
    "No fresh cash for Mali beyond £12m, says Foreign Office",
    "EU, Mali at odds over €5m deal",
    "€5m fraud: Norway probes Malian clinics",
    "Zero aid for Peru in €9m plan",
    "Norwegian help for Chad under fire: 40 trucks missing",
    "Swiss trade with Peru: €4m in May",
    "Peru wins $7m in US court",
    "Peru sells $7m in Canadian market",
    "Chile signs €40m Brazilian gas deal",
    "Merkel demands $8bn in Congo minerals",
    "Hungary joins €9bn takeover of Serbian telecom firm",
]

REFUSED = [
    ("Spain says no to Leopard tanks for Ukraine", "ESP", "UKR"),
    ("Merkel rules out weapons for Ukraine", "DEU", "UKR"),
    ("Norway: no troops for Ukraine", "NOR", "UKR"),
    ("Jordan turns down US plea to send tanks to Kyiv", "JOR", "UKR"),
    ("Cyprus baulks at sending S-300 missiles to Ukraine", "CYP", "UKR"),
    ("Slovak government rejects €50m military aid for Ukraine", "SVK", "UKR"),
    ("Greece shuts door on S-300s for Ukraine", "GRC", "UKR"),
    ("Japan not to provide missiles to Ukraine", "JPN", "UKR"),
    ("Ireland declines to fund weapons for Ukraine", "IRL", "UKR"),
]

#: Nobody refuses a gift of its own: one is turned down, none is ruled out, another is to refuse.
NOTHING_REFUSED = [
    "Kenya rejects $5m US loan",
    "Ghana turns down Chinese $5m loan",
    "Kremlin rejects EU's €90bn loan for Ukraine",
    "Germany won't rule out Taurus missiles for Ukraine",
    "Sweden won't stop sending arms to Ukraine",
    "Denmark: no decision on jets for Ukraine",
    "Spain says no tanks were hit in Ukraine.",
]


@pytest.mark.parametrize("row", GIVEN)
def test_a_gift_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_nothing_is_given(text: str) -> None:
    assert {claim.stage for claim in live(kept(Line(text=text, wants=())))} <= {"called_for"}


@pytest.mark.parametrize(("text", "donor", "recipient"), REFUSED)
def test_a_refusal_is_denied(text: str, donor: str, recipient: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert claim.firmness == "denied"
    assert (ids(claim.donors), ids(claim.recipients)) == (donor, recipient)


@pytest.mark.parametrize("text", NOTHING_REFUSED)
def test_nothing_is_denied(text: str) -> None:
    assert "denied" not in {claim.firmness for claim in kept(Line(text=text, wants=()))}
