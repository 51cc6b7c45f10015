"""Forms in which headlines tell gifts, cuts and refusals, and what has the same form besides."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, kept, line, live
from reading import ids

#: Told in the passive, the giver behind "by".
PASSIVE = [
    line("Twelve ambulances donated to Moldova by Austria", Want(donors="AUT", recipients="MDA")),
    line("Six fire engines gifted to Armenia by Latvia", Want(donors="LVA", recipients="ARM")),
    line("Forty generators handed over to Kyiv by Oslo", Want(donors="NOR", recipients="UKR")),
    line("30 school buses presented to Samoa by Japan", Want(donors="JPN", recipients="WSM")),
    line("Two patrol boats given to Palau by Australia", Want(donors="AUS", recipients="PLW")),
    line("300 beds sent to Sudan by Oman", Want(donors="OMN", recipients="SDN")),
    line("$5m granted to Nepal by ADB", Want(donors="org:adb", recipients="NPL", sum="5m USD")),
]

#: What a lender writes off for something to be done with it.
DEBT_SWAPS = [
    line(
        "Debt swap: Paris turns €30m of Egyptian debt into clinics",
        Want(donors="FRA", recipients="EGY", sum="30m EUR"),
    ),
    line("Berlin swaps €40m of Kenyan debt for schools", Want(donors="DEU", recipients="KEN")),
    line("Italy converts $20m of Jordanian debt into wells", Want(donors="ITA", recipients="JOR")),
    line("Spain to convert €15m in Malian debt into parks", Want(donors="ESP", recipients="MLI")),
    line("Norway swaps $9m of Benin's debt for mangroves", Want(donors="NOR", recipients="BEN")),
    line("Belgium to turn €7m of Cuban debt into farms", Want(donors="BEL", recipients="CUB")),
]

#: What comes: taken over, on a ship or plane, in the country already, paid out.
ARRIVING = [
    line(
        "Malawi takes delivery of 9,000 tonnes of Russian-donated fertiliser",
        Want(donors="RUS", recipients="MWI", stage="delivered"),
    ),
    line(
        "Nepal takes delivery of 40 Indian-donated ambulances",
        Want(donors="IND", recipients="NPL", stage="delivered"),
    ),
    line("Moldova receives 12 German-donated buses", Want(donors="DEU", recipients="MDA")),
    line("Kenya takes receipt of 30 Japanese-funded tractors", Want(donors="JPN")),
    line("Ghana takes possession of 15 US-gifted vehicles", Want(donors="USA", recipients="GHA")),
    line(
        "Indian Navy ship sails for Nairobi with 40 tonnes of relief supplies",
        Want(donors="IND", recipients="KEN", stage="pledged"),
    ),
    line("Turkish plane takes off for Kabul with 30 tonnes of food", Want(donors="TUR")),
    line("Egyptian convoy leaves for Gaza with 300 tonnes of flour", Want(donors="EGY")),
    line("Kuwaiti aircraft heads to Sudan carrying 10 tonnes of medicine", Want(donors="KWT")),
    line(
        "UAE ship docks in Tripoli with 900 tonnes of food for flood victims",
        Want(donors="ARE", recipients="LBY", stage="delivered"),
    ),
    line(
        "Saudi relief plane lands in Beirut with 40 tonnes of tents",
        Want(donors="SAU", recipients="LBN", stage="delivered"),
    ),
    line("Oslo's 12 generators already in Moldova", Want(donors="NOR", stage="delivered")),
    line(
        "Denmark's 19th arms package now in Ukraine, minister says",
        Want(donors="DNK", recipients="UKR", stage="delivered"),
    ),
    line("Last of Spain's 20 buses now in Peru", Want(donors="ESP", stage="delivered")),
    line("Half of Japan's 30 ambulances already in Laos", Want(donors="JPN", stage="delivered")),
    line(
        "Haiti budget support: Canada pays out C$9 million",
        Want(donors="CAN", recipients="HTI", stage="disbursed"),
    ),
    line("EU pays out €60m to Moldova", Want(donors="org:eu", stage="disbursed")),
    line("Tonga: Australia pays out A$8m", Want(donors="AUS", stage="disbursed")),
    line("IMF disburses $40m to Togo", Want(donors="org:imf", stage="disbursed")),
    line("Norway to pay out €5m to Mali", Want(donors="NOR", stage="pledged")),
    line("€90m Moldova tranche from EU lands in Chisinau", Want(stage="disbursed")),
    line("Finland readies 34th arms package for Ukraine", Want(donors="FIN", stage="pledged")),
]

#: Agreed by two, decided by those who rule a bank, said with a colon, in a budget.
DECIDED = [
    line("US, Kenya sign five-year health pact worth $1.6bn", Want(donors="USA", recipients="KEN")),
    line("EU, Tunisia sign climate MoU worth €100m", Want(donors="org:eu", recipients="TUN")),
    line("Japan and Laos sign grant deal worth $12 million", Want(donors="JPN", recipients="LAO")),
    line("Germany, Jordan sign water accord worth €80m", Want(donors="DEU", recipients="JOR")),
    line("EBRD, Benin sign deal worth $60m", Want(donors="org:ebrd", stage="committed")),
    line("ADB directors back $90m loan for Nepal power lines", Want(donors="org:adb")),
    line("AfDB governors endorse €30m grant for Chad wells", Want(donors="org:afdb")),
    line(
        "World Bank directors endorse $80m credit for Laos schools",
        Want(donors="org:world-bank", recipients="LAO", stage="committed"),
    ),
    line("EIB directors sign off on €50m loan for Moldova", Want(donors="org:eib")),
    line("IMF directors wave through $40m for Togo", Want(donors="org:imf", recipients="TGO")),
    line("Danish cabinet signs off on DKK 90 million for Sudan", Want(donors="DNK")),
    line("EIB Global: €30m for Kenya's clinics", Want(donors="org:eib", recipients="KEN")),
    line("AFD Group: €9m for Togo", Want(donors="FRA", recipients="TGO")),
    line("Bundestag passes budget with €11.5bn for Ukraine", Want(donors="DEU", recipients="UKR")),
    line(
        "Malawi gets K9bn German grant for clinics",
        Want(donors="DEU", sum="9bn MWK"),
        not_yet="the letter of the kwacha is also that of the kina",
    ),
    line("Qatar plans to pay Lebanese soldiers' wages", Want(donors="QAT", firmness="intended")),
    line("Oman intends to cover Yemeni teachers' salaries", Want(donors="OMN", recipients="YEM")),
    line("Merz says he may send missiles to Kyiv", Want(donors="DEU", firmness="considered")),
    line("Trump says he could send Patriots to Ukraine", Want(donors="USA", firmness="considered")),
    line("Macron says France might give Moldova radars", Want(donors="FRA", firmness="considered")),
]  # fmt: skip

#: Heads of a state, consignments, what a decision frees, shells, joint schemes.
FURTHER = [
    line("Sweden's Jonson: 18 howitzers for Ukraine", Want(donors="SWE", recipients="UKR")),
    line("Norway's Store: NOK 9m for Chad", Want(donors="NOR", recipients="TCD", sum="9m NOK")),
    line(
        "China's second batch of relief supplies reaches Sri Lanka",
        Want(donors="CHN", recipients="LKA", stage="delivered"),
    ),
    line("Japan's fifth shipment of medicines arrives in Sudan", Want(donors="JPN")),
    line("IMF board completes review, unlocking $1.2bn for Pakistan", Want(recipients="PAK")),
    line("World Bank closes talks, freeing up $80m for Benin", Want(recipients="BEN")),
    line("Estonia ships 10,000 artillery rounds to Ukraine", Want(donors="EST", recipients="UKR")),
    line("Latvia trucks 900 mortar shells to Moldova", Want(donors="LVA", recipients="MDA")),
    line("Finland commits €50m for PURL, Hakkanen says", Want(donors="FIN", sum="50m EUR")),
    line("Portugal joins PURL with €50m", Want(donors="PRT", sum="50m EUR")),
    line("Berlin: additional €40m winter help for Ukraine", Want(donors="DEU", recipients="UKR")),
]

#: Debts wiped out, goods on their way without a count, loads told before the way, firms that sign.
ON_THE_WAY = [
    line("Algeria wipes out $15m of Niger debt", Want(donors="DZA", recipients="NER")),
    line("Kuwait to wipe out $9m of Malian debt", Want(donors="KWT", recipients="MLI")),
    line("Finnish howitzers on their way to Ukraine", Want(donors="FIN", recipients="UKR")),
    line("Norwegian generators bound for Moldova", Want(donors="NOR", recipients="MDA")),
    line("Japan's ambulances en route to Laos", Want(donors="JPN", recipients="LAO")),
    line(
        "Turkish ship with 900 tonnes of relief goods docks in Beirut",
        Want(donors="TUR", recipients="LBN", stage="delivered"),
    ),
    line("Omani plane with 40 tonnes of tents leaves for Sudan", Want(donors="OMN")),
    line("Indian Navy ship unloads 90 tonnes of aid in Sri Lanka", Want(donors="IND")),
    line("Rwanda and Luxembourg sign €12m climate deal", Want(donors="LUX", recipients="RWA")),
    line("Germany, Peru sign €20m water accord", Want(donors="DEU", recipients="PER")),
    line("Saudi Arabia deposits $300m in Yemen central bank", Want(donors="SAU")),
]  # fmt: skip

#: Whom it is for, by a part of a country or by whom the giver has just met.
FOR_WHOM = [
    line("Italy mobilises €20m for repair of eastern Libya", Want(recipients="LBY")),
    line("Japan sends 300 tents to southern Philippines", Want(recipients="PHL")),
    line("WFP moves 900 tonnes of rice into western Sudan", Want(recipients="SDN")),
    line("Norway gives NOK 40m for clinics in north Mali", Want(recipients="MLI")),
    line("Unicef flies 30 tonnes of vaccines into northern Syria", Want(recipients="SYR")),
    line("BMZ: 20 million euros in new pledges after talks with Kenya", Want(recipients="KEN")),
    line("Sida: SEK 30m in new aid after talks with Nepal", Want(recipients="NPL")),
]

#: Attacks, sales, business, spending at home, cuts, and what others hold.
NOTHING_GIVEN = [
    "Twelve drones fired at Kyiv by Moscow",
    "Six jets sold to Peru by Sweden",
    "Thirty tanks lost to Ukraine by Russia",
    "Forty containers returned to Kenya by Italy",
    "Egypt turns €30m of French debt into bonds",
    "Kenya swaps $1bn of Chinese debt into yuan",
    "Fund converts $20m of Lebanese debt into shares",
    "Vietnam takes delivery of 12 Russian-made jets",
    "Peru takes delivery of 6 Korean-built ships",
    "Poland takes delivery of 20 US tanks",
    "Chile takes delivery of 20 tanks from South Korea",
    "Russian warship sails for Caracas with 40 missiles",
    "Chinese ship sails for Karachi with 200 tonnes of iron ore",
    "Turkish ship leaves for Italy with 300 tonnes of steel",
    "Russian ship sails for Egypt with 60,000 tonnes of wheat",
    "Iranian plane lands in Damascus with 40 tonnes of arms",
    "Indian Navy ship sails for Nairobi for drills with 40 boats",
    "Russia's 40 drones now in Ukraine's sights",
    "North Korea's 10,000 troops already in Ukraine",
    "China's 300 ships now in Philippine waters",
    "Germany pays out €3bn to pensioners",
    "US, Japan sign trade pact worth $5bn",
    "Saudi Arabia, US sign arms deal worth $142bn",
    "Egypt, Israel sign gas deal worth $35bn",
    "India, France sign jet deal worth €6bn",
    "World Bank directors reject $80m loan for Laos",
    "EIB directors warn of €40m gap in Kenya",
    "Swiss cabinet signs off on CHF 90m for own railways",
    "Romania buys 54 tanks in €1bn Turkish deal",
    "Estonia buys 12 howitzers in €90m French deal",
    "Peru buys 24 jets in $3.5bn Swedish deal",
    "Kenya orders 40 buses in $20m Chinese deal",
    "Sejm passes 2026 budget with 200 billion zlotys for defence",
    "Bundestag adopts budget with €108bn for defence",
    "Russian missiles on their way to Ukraine",
    "Chinese ships bound for Taiwan",
    "Iranian ship with 900 tonnes of steel docks in Beirut",
    "Russian ship unloads 9,000 tonnes of coal in Turkey",
    "Rwanda and Luxembourg sign €12m trade deal",
    "Germany, Peru sign €20m lithium accord",
    "Volcano wipes out $15m of Iceland crops",
    "Norway deposits $300m in US banks",
    "EU talks end, unlocking $9m lawsuit against Peru",
    "Norway's Yara: NOK 9m loss in Chad",
    "Russia's second batch of missiles reaches Belarus border",
    "Oslo puts next arms package for Ukraine on ice",
    "Latvian parliament passes 2026 budget with €2.2bn for the armed forces",
    "Norway to end school grants abroad, saving NOK 90m",
    "Swiss to halt climate aid, saving CHF 40m",
    "Finland drops grants to Nepal, saving €30m",
    "Trump says he could hit Iran with missiles",
    "Qatar plans to pay its soldiers' wages",
    "Yemen to cover teachers' salaries in May",
    "$40m malaria pledge to Zambia torn up by London",
    "£20m pledge to Chad ripped up by UK",
    "€9m promise to Niger binned by Berlin",
]

REFUSED = [
    ("Slovakia vetoes €3bn in EU arms money for Ukraine", "SVK", "UKR"),
    ("Hungary blocks €50m in EU aid for Armenia", "HUN", "ARM"),
    ("Seoul declines to join shell fund for Ukraine", "KOR", "UKR"),
    ("Malta declines to take part in arms scheme for Kyiv", "MLT", "UKR"),
    ("Athens denies plan to send Patriots to Ukraine", "GRC", "UKR"),
    ("Cyprus denies plans to hand over tanks to Ukraine", "CYP", "UKR"),
    ("Bulgarian parliament votes down €40m in arms for Ukraine", "BGR", "UKR"),
    ("Taurus missiles for Ukraine not on the cards, Berlin says", "DEU", "UKR"),
    ("Patriots for Kyiv off the table, says Athens", "GRC", "UKR"),
    ("No fighter jets from Sweden for Ukraine, Kristersson says", "SWE", "UKR"),
    ("No troops from Portugal for Ukraine", "PRT", "UKR"),
    ("Rome shuts door on missiles for Ukraine", "ITA", "UKR"),
    ("Dutch parliament votes against €250m for Ukraine arms", "NLD", "UKR"),
    ("US House kills $8bn Ukraine aid amendment", "USA", "UKR"),
    ("Swiss reject plan to pay for Ukraine arms", "CHE", "UKR"),
    ("Belgium's De Wever rejects €140bn loan for Ukraine again", "BEL", "UKR"),
    ("Canada will not join €90bn loan to Ukraine, Carney says", "CAN", "UKR"),
    ("Croatia keeps out of arms scheme for Ukraine", "HRV", "UKR"),
    ("Meloni: Italy not sending troops to Ukraine", "ITA", "UKR"),
    ("Seoul: no lethal arms for Ukraine", "KOR", "UKR"),
    ("No German soldiers for Ukraine, says Merz", "DEU", "UKR"),
    ("No Tomahawks for Ukraine 'for now', Trump says", "USA", "UKR"),
    ("Norway's Store: fighter jets for Moldova not on the table", "NOR", "MDA"),
    ("Washington denies Kyiv Tomahawk missiles", "USA", "UKR"),
    ("Berlin rebuffs Kyiv's plea for Taurus", "DEU", "UKR"),
    ("India declines IMF request for loan to Pakistan", "IND", "PAK"),
    ("Romania excludes sending troops to Ukraine", "ROU", "UKR"),
    ("Kuwait refuses to bail out Bahrain", "KWT", "BHR"),
    ("Orban: Hungary won't finance Ukraine's army", "HUN", "UKR"),
    ("Budapest: not a cent for Ukraine", "HUN", "UKR"),
]

NOTHING_DENIED = [
    "Hungary vetoes EU sanctions on Georgia",
    "Spain denies plan to cut aid to Mali",
    "MPs vote down plan to cut £50m in aid to Malawi",
    "No delay from Sweden on jets for Ukraine",
    "Slovakia lifts veto on €3bn for Ukraine",
    "Kenya blocks 40 trucks from Uganda",
    "Norway declines to comment on arms for Ukraine",
    "No word from Sweden on jets for Ukraine",
    "Oslo: no drones seen over Finland",
    "Denmark stays out of EU loan row over Chad",
    "Norway denies Iran arms claims",
    "UK denies Rwanda access to €5m fund",
    "Berlin rejects plea for asylum from Chad",
]


@pytest.mark.parametrize(
    "row", [*PASSIVE, *DEBT_SWAPS, *ARRIVING, *DECIDED, *FURTHER, *ON_THE_WAY, *FOR_WHOM]
)
def test_a_gift_is_told(row: Line) -> None:
    assert not live(check_among(row))


@pytest.mark.parametrize("text", NOTHING_GIVEN)
def test_nothing_is_given(text: str) -> None:
    assert not live(kept(Line(text=text, wants=())))


@pytest.mark.parametrize(("text", "donor", "recipient"), REFUSED)
def test_a_refusal_is_denied(text: str, donor: str, recipient: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert claim.firmness == "denied"
    assert (ids(claim.donors), ids(claim.recipients)) == (donor, recipient)


@pytest.mark.parametrize("text", NOTHING_DENIED)
def test_nothing_is_denied(text: str) -> None:
    assert "denied" not in {claim.firmness for claim in kept(Line(text=text, wants=()))}
