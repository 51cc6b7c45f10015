"""Headlines written before the reader saw them: givers of many kinds, cuts, calls and others."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, kept, line

#: A gift: its donor, and its sum where money is given.
GIVEN = [
    line(
        "Norwegian government to give NOK 60 million to Lebanon", Want(sum="60m NOK", donors="NOR")
    ),
    line("Germany to send €40m in drought relief to Somalia", Want(sum="40m EUR", donors="DEU")),
    line("Paris offers Armenia €15m for border villages", Want(sum="15m EUR", donors="FRA")),
    line("Tokyo approves $8m grant for Fiji hospital", Want(sum="8m USD", donors="JPN")),
    line("Britain announces £22m for Nepal quake survivors", Want(sum="22m GBP", donors="GBR")),
    line("Foreign Office pledges £90m to fight polio", Want(sum="90m GBP", donors="GBR")),
    line(
        "State Department announces $12 million for Philippine storm victims",
        Want(sum="12m USD", donors="USA"),
    ),
    line("Washington signs $2bn aid deal with Jordan", Want(sum="2bn USD", donors="USA")),
    line("ADB approves $150m loan for Bangladesh", Want(sum="150m USD", donors="org:adb")),
    line(
        "African Development Bank approves $70 million for Ghana roads",
        Want(sum="70m USD", donors="org:afdb"),
    ),
    line(
        "EIB signs €300m loan for Ukrainian railways",
        Want(sum="300m EUR", donors="org:eib"),
    ),
    line(
        "EBRD to lend Moldova €50 million for grid repair", Want(sum="50m EUR", donors="org:ebrd")
    ),
    line(
        "World Bank okays $1.2 billion for Pakistan",
        Want(sum="1.2bn USD", donors="org:world-bank"),
    ),
    line(
        "IMF board clears $800m for Tanzania",
        Want(sum="800m USD", donors="org:imf"),
    ),
    line(
        "EU allocates €35 million in humanitarian aid for Sudan",
        Want(sum="35m EUR", donors="org:eu"),
    ),
    line(
        "European Commission proposes €120m package for Egypt",
        Want(sum="120m EUR", donors="org:european-commission"),
    ),
    line("Brussels promises €75m for Chad", Want(sum="75m EUR", donors="org:eu")),
    line(
        "WFP to give $5 million in cash to families in Malawi", Want(sum="5m USD", donors="org:wfp")
    ),
    line(
        "UN emergency fund releases $9m for Haiti",
        Want(sum="9m USD", donors="org:cerf"),
        not_yet="the donor is not read",
    ),
    line("Canada's C$30m package for Kenya", Want(sum="30m CAD", donors="CAN")),
    line("Ottawa to spend C$20m on Ukrainian demining", Want(sum="20m CAD", donors="CAN")),
    line("Australia pledges A$50m for Papua New Guinea police", Want(sum="50m AUD", donors="AUS")),
    line("New Zealand gives NZ$3 million to Tonga after cyclone", Want(sum="3m NZD", donors="NZL")),
    line("Seoul to provide $10 mln to Laos for clean water", Want(sum="10m USD", donors="KOR")),
    line("China offers 100 million yuan to Sri Lanka", Want(sum="100m CNY", donors="CHN")),
    line("Beijing pledges $60m in aid to Palestine", Want(sum="60m USD", donors="CHN")),
    line("India extends Rs 500 crore aid to Maldives", Want(sum="5bn INR", donors="IND")),
    line(
        "New Delhi announces $25 million line of credit for Myanmar",
        Want(sum="25m USD", donors="IND"),
    ),
    line(
        "Saudi Arabia deposits $500m in Yemen's central bank",
        Want(sum="500m USD", donors="SAU"),
    ),
    line("UAE donates $100m to Ethiopia", Want(sum="100m USD", donors="ARE")),
    line("Doha gives Lebanese army $20 million", Want(sum="20m USD", donors="QAT")),
    line("Kuwait: $15m for Syrian schools", Want(sum="15m USD", donors="KWT")),
    line("Ankara hands €7m to Bosnian returnees", Want(sum="7m EUR", donors="TUR")),
    line("Sweden: SEK 1.5bn for Ukraine's power stations", Want(sum="1.5bn SEK", donors="SWE")),
    line("Swedish aid of 200m kronor for Mozambique", Want(sum="200m SEK", donors="SWE")),
    line(
        "Copenhagen sets aside 400m kroner for Mykolaiv",
        Want(sum="400m DKK", donors="DNK"),
        not_yet="no claim is made",
    ),
    line("Danish minister promises 90 mln kroner for Mali", Want(sum="90m DKK", donors="DNK")),
    line("Finland channels €12m to Afghan women", Want(sum="12m EUR", donors="FIN")),
    line("Estonian PM pledges €2m for Zhytomyr kindergartens", Want(sum="2m EUR", donors="EST")),
    line("Latvian cabinet backs €1m for Moldova", Want(sum="1m EUR", donors="LVA")),
    line(
        "Vilnius contributes €10m to drone coalition for Ukraine", Want(sum="10m EUR", donors="LTU")
    ),
    line("Poland to donate 25m zlotys to Turkish quake zone", Want(sum="25m PLN", donors="POL")),
    line("Czechs give €3m for refugees in Jordan", Want(sum="3m EUR", donors="CZE")),
    line("Meloni promises Tunisia €45m", Want(sum="45m EUR", donors="ITA")),
    line(
        "Sánchez announces €18 million for Morocco flood victims",
        Want(sum="18m EUR", donors="ESP"),
        not_yet="the donor is not read",
    ),
    line("Scholz pledges €70m to Niger", Want(sum="70m EUR", donors="DEU")),
    line("Macron offers Benin half a billion euros", Want(sum="500m EUR", donors="FRA")),
    line("Starmer unveils £40m fund for Ukraine recovery", Want(sum="40m GBP", donors="GBR")),
    line("Carney commits C$65m to Ukraine", Want(sum="65m CAD", donors="CAN")),
    line("The Hague earmarks €250m for Ukrainian shells", Want(sum="250m EUR", donors="NLD")),
    line(
        "Belgium frees up €14m for Congo",
        Want(sum="14m EUR", donors="BEL"),
    ),
    line("Bern grants CHF 30m to Moldova", Want(sum="30m CHF", donors="CHE")),
    line(
        "Vienna: eight million euros for Syria",
        Want(sum="8m EUR", donors="AUT"),
    ),
    line("Ireland doubles Gaza aid with €6m pledge", Want(sum="6m EUR", donors="IRL")),
    line("Biden rolls out $300m arms package for Ukraine", Want(sum="300m USD", donors="USA")),
    line("$55m US package for Ecuador", Want(sum="55m USD", donors="USA")),
    line(
        "NOK 80 million from Norway to South Sudan",
        Want(sum="80m NOK", donors="NOR"),
    ),
    line("$33 mln in generators pledged to Ukraine by Japan", Want(sum="33m USD", donors="JPN")),
    line("£10m to be given to Afghanistan by UK", Want(sum="10m GBP", donors="GBR")),
    line("Ukraine receives €5m from Germany for shelters", Want(sum="5m EUR", donors="DEU")),
    line(
        "EU transfers €1bn tranche to Kyiv",
        Want(sum="1bn EUR", donors="org:eu"),
    ),
    line("World Bank disburses $200m to Ukraine", Want(sum="200m USD", donors="org:world-bank")),
    line("Berlin to supply Ukraine with 12 howitzers", Want(donors="DEU")),
    line("UK delivers 50 armoured vehicles to Ukraine", Want(donors="GBR")),
    line("France sends 40 tonnes of medicine to Lebanon", Want(donors="FRA")),
    line("Rome ships 600 generators to Ukraine", Want(donors="ITA")),
    line("India gifts 20,000 tonnes of wheat to Afghanistan", Want(donors="IND")),
    line("Moscow to donate 25,000 tonnes of grain to Burkina Faso", Want(donors="RUS")),
    line(
        "Sofia parliament approves transfer of 100 armoured carriers to Ukraine",
        Want(donors="BGR"),
        not_yet="the donor is not read",
    ),
    line("Turkish Red Crescent ship with 900 tonnes of food arrives for Gaza", Want(donors="TUR")),
    line("Chinese embassy donates 50 ambulances to Zambia", Want(donors="CHN")),
    line("Spain readies 10 Leopard tanks for Ukraine", Want(donors="ESP")),
]

#: Aid is cut, held back, lost or under threat: no promise stands.
CUT = [
    line("UK slashes £120m from bilateral aid to Africa"),
    line("Germany's aid ministry to lose €900m"),
    line("France trims development spending by €250m"),
    line("Dutch to cut €300m from overseas aid"),
    line("Sweden axes 600m kronor for UN agencies"),
    line("US freezes $65m for Ethiopian refugees"),
    line("Washington suspends $95m in aid to Georgia"),
    line("Trump threatens to pull $400m from Honduras"),
    line("US could end $1bn support for Lebanon, officials warn"),
    line("Canada winds down C$80m Afghan programme"),
    line("Norway scraps NOK 70m grant to Uganda"),
    line("Switzerland stops CHF 40m for Albania and Zambia"),
    line("EU halts €150m in budget support for Niger"),
    line("Brussels suspends €40m to Georgian army"),
    line("World Bank pauses $500m in loans to Uganda"),
    line("IMF delays $1.1bn tranche for Pakistan"),
    line("ADB cancels $200m loan to Bangladesh"),
    line("Finnish aid shrinks by €120m"),
    line("Belgian aid budget falls €200m short"),
    line("Aid to Somalia plunges from $1bn to $300m"),
    line(
        "US food aid for Yemen dries up as $700m runs out",
    ),
    line("Congress strips $2bn from Ukraine bill"),
    line("House votes to claw back $8bn in foreign aid"),
    line("Senate blocks $60bn for Kyiv"),
    line("Slovak government ends military aid to Ukraine worth €670m"),
    line("Hungary vetoes €6.5bn for Ukraine"),
    line("Berlin halves Ukraine support to €4bn"),
    line("Germany plans €1bn cut to humanitarian help"),
    line("Japan's ODA slips by 3 billion yen"),
    line("Australia drops A$20m media scheme for Pacific"),
    line("Italy lowers aid to Libya by €30m"),
    line("Spain withholds €10m from Nicaragua"),
    line(
        "Danish MPs want 2bn kroner out of aid budget",
    ),
    line("Ireland pulls €5m out of Ethiopia fund"),
    line("USAID terminates $130m Nepal contracts"),
    line("Kenya loses $52m in US health money"),
    line("Malawi faces £30m shortfall after British cuts"),
    line("$45m US grant to Bangladesh cancelled"),
    line("€100m for Mali on hold, says Berlin"),
    line("Plan to give Kosovo €20m dropped by Vienna"),
    line("UK pledge of £3bn in doubt"),
    line("UN agency's funds down $400m after US exit"),
    line("WFP rations halved as $500m goes missing from budget"),
    line("Norwegian fund divests NOK 2bn from Israeli firms"),
    line("Paris backs out of €35m deal with Burkina Faso"),
    line("EU threatens Kigali with loss of €900m"),
    line("US mulls cutting $3bn to South Africa"),
    line("Japan holds back $20m from Myanmar"),
    line(
        "Swiss parliament takes CHF 110m from development aid",
    ),
    line("German NGOs decry €500m squeeze"),
]

#: Money or arms are called for or needed: nobody promises them.
CALLED = [
    line("Zelensky urges allies to give $40bn a year"),
    line("UN seeks $2.4bn for Yemen"),
    line("WFP needs $650m for Sudan operation"),
    line("UNHCR appeals for $200m to help Congolese refugees"),
    line("Kyiv asks Berlin for Taurus missiles"),
    line("Somalia calls for $1bn drought fund"),
    line(
        "Charities press UK to find £300m for Gaza",
        not_yet="the need or call is not told from a promise",
    ),
    line("Unicef short of $80m in Ethiopia"),
    line("Rebuilding Gaza will take $50bn, says UN"),
    line(
        "Red Cross launches CHF 90m appeal for Myanmar",
    ),
    line("Guterres: $5bn required to avert famine"),
    line("Pakistan wants $10bn in flood help"),
    line("Lebanon hopes for $250m from World Bank"),
    line("Sudan response only 20% funded, $3bn missing"),
    line("Ukraine needs 25 Patriot batteries, Zelensky says"),
    line("Chad begs for €60m to feed refugees"),
    line("Malawi president requests $200m from donors"),
    line("MSF turns to donors for €15m"),
    line("Aid groups plead for $400m for Haiti"),
    line("Senators urge Biden to send Ukraine $1bn"),
]

#: Trade, damage, fines, denials and refusals: no promise stands.
OTHER = [
    line("German exports to Ukraine rise to €5bn"),
    line("EU fines Apple €1.8bn"),
    line("Floods cause $3bn in damage in Libya"),
    line("China buys $10bn of Brazilian soya"),
    line(
        "Court orders Shell to pay Nigeria $80m",
    ),
    line("Norway's wealth fund earns $100bn"),
    line("India's trade deficit with China hits $85bn"),
    line("UK denies giving £50m to militia"),
    line("Germany refuses to send Taurus missiles"),
    line("Slovakia says it will not send weapons to Ukraine"),
    line("Hungary rules out €1bn for Ukraine"),
    line("Poland will not give Ukraine more MiG-29 jets"),
    line("Remittances to Nepal reach $11bn"),
    line("Saudi fund buys $2bn stake in Lucid"),
    line("Quake losses in Turkey put at $34bn"),
    line("Russia earns €20bn from gas sold to EU"),
    line("Greece repays €8bn to euro zone lenders"),
    line("Switzerland seizes $130m in Uzbek assets"),
    line("Kenya borrows $1.5bn from UAE"),
    line("US tariffs to cost Canada C$25bn"),
]


def standing(row: Line) -> list[str | None]:
    """Stages of the claims that say somebody gives or will give."""
    return [c.stage for c in kept(row) if c.firmness != "denied" and c.stage != "withdrawn"]


@pytest.mark.parametrize("row", GIVEN)
def test_given(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", CUT + OTHER)
def test_no_promise_stands(row: Line) -> None:
    assert not standing(row)


@pytest.mark.parametrize("row", CALLED)
def test_nothing_but_a_call(row: Line) -> None:
    assert set(standing(row)) <= {"called_for"}
