"""Who is bound: the donor is whoever gives, not whoever speaks; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

BOUND = [
    line("Prime minister Keir Starmer announced that Canada will provide C$40 million to Kenya.",
         Want(donors="CAN", recipients="KEN", sum="40m CAD")),
    line("The UN secretary-general said Japan had pledged $150 million for Sudan.",
         Want(donors="JPN", recipients="SDN", sum="150m USD")),
    line("According to the Lebanese army, Qatar will donate $60 million for fuel to Lebanon.",
         Want(donors="QAT", recipients="LBN", sum="60m USD")),
    line("Volodymyr Zelensky thanked Norway for a grant of €55 million to Ukraine.",
         Want(donors="NOR", recipients="UKR", sum="55m EUR", instrument="grant")),
    line("We are providing a further $25 million to the Philippines for coast guard radars.",
         Want(donors="USA", recipients="PHL", sum="25m USD"),
         publisher="U.S. Department of State"),
    line("We will contribute £12 million to relief in Sudan.",
         Want(donors="GBR", recipients="SDN", sum="12m GBP"),
         publisher="Foreign, Commonwealth & Development Office"),
    line("An additional €30 million will go to Syria for field hospitals.",
         Want(donors="org:european-commission", recipients="SYR", sum="30m EUR"),
         publisher="European Commission"),
    line("A package of €18 million for demining in Moldova was approved on Tuesday.",
         Want(recipients="MDA", sum="18m EUR", donors="DEU"),
         title="Germany supports Moldova with demining package",
         not_yet="a state in the title is not yet taken as the giver"),
    line("Norway and the United Kingdom together will fund air defence for Ukraine "
         "with $450 million.",
         Want(donors="NOR+GBR", recipients="UKR", sum="450m USD")),
    line("Sweden, Finland and Denmark will jointly give Moldova €90 million.",
         Want(donors="SWE+FIN+DNK", recipients="MDA", sum="90m EUR")),
    line("Kenya and Japan signed an agreement under which Japan will lend Kenya $300 million.",
         Want(donors="JPN", recipients="KEN", sum="300m USD", instrument="loan")),
    line("Ukraine and the Netherlands signed a deal: the Netherlands will provide €200 million "
         "to Ukraine for drones.",
         Want(donors="NLD", recipients="UKR", sum="200m EUR")),
    line("Haiti will receive $45 million from Canada for its police.",
         Want(donors="CAN", recipients="HTI", sum="45m USD")),
    line("Jordan's finance minister said the kingdom had received a $120 million grant "
         "from Saudi Arabia.",
         Want(donors="SAU", recipients="JOR", sum="120m USD"),
         not_yet="'the kingdom' is not yet read as the state of the minister who tells it"),
    line("Poland and Lithuania met in Vilnius. Both countries will give €15 million to Moldova.",
         Want(donors="POL+LTU", recipients="MDA", sum="15m EUR")),
    line("French President Emmanuel Macron visited Beirut on Friday. He promised €70 million "
         "for Lebanon.",
         Want(donors="FRA", recipients="LBN", sum="70m EUR")),
    line("The Danish parliament has approved DKK 500 million in aid to Somalia.",
         Want(donors="DNK", recipients="SOM", sum="500m DKK", stage="committed")),
    line("The Pentagon will send Jordan equipment worth $80 million.",
         Want(donors="USA", recipients="JOR", sum="80m USD")),
    line("Berlin is to provide €35 million to Iraq, officials in Baghdad said.",
         Want(donors="DEU", recipients="IRQ", sum="35m EUR")),
    line("Australia's foreign minister Penny Wong said on Sunday that her government would "
         "give A$50 million to Vanuatu.",
         Want(donors="AUS", recipients="VUT", sum="50m AUD")),
    line("The World Bank approved a $700 million loan to Pakistan for flood repair.",
         Want(donors="org:world-bank", recipients="PAK", sum="700m USD", instrument="loan")),
    line("The European Union will disburse €1 billion to Egypt, Ursula von der Leyen said.",
         Want(donors="org:eu", recipients="EGY", sum="1bn EUR")),
    line("Ireland's contribution of €5 million to Gaza was announced by the Tánaiste.",
         Want(donors="IRL", sum="5m EUR")),
    line("Mali: Spain grants €4 million for clinics.",
         Want(donors="ESP", recipients="MLI", sum="4m EUR"),
         not_yet="a label before the sentence is not yet read as the one it is for"),
    line("South Korea said it would provide $100 million to Ukraine and Poland welcomed the move.",
         Want(donors="KOR", recipients="UKR", sum="100m USD"),
         not_yet="the parse joins two clauses: who opens the second one is read as a receiver"),
    line("Speaking alongside the Czech president, Italy's prime minister Giorgia Meloni "
         "pledged €200 million for Ethiopia.",
         Want(donors="ITA", recipients="ETH", sum="200m EUR")),
    line("The Belgian defence ministry announced it would deliver aid worth €90 million "
         "to Ukraine.",
         Want(donors="BEL", recipients="UKR", sum="90m EUR")),
]  # fmt: skip

#: Lines that name somebody who is not bound.
NOT_BOUND = [
    line("Emmanuel Macron said that Germany would give Chad €10 million.", Want(donors="FRA")),
    line("Germany welcomed the €20 million that Spain pledged to Peru.", Want(donors="DEU")),
    line("At a summit in Norway, Japan pledged $30 million to Armenia.", Want(donors="NOR")),
    line("Japan pledged $30 million to Armenia at a meeting hosted by Norway.",
         Want(donors="JPN+NOR")),
    line("Ukraine and Norway agreed that Norway will give €40 million to Ukraine.",
         Want(donors="UKR+NOR")),
    line("Kenya urged donors to give Somalia $80 million.", Want(donors="KEN")),
    line("Following talks with Canada, Latvia allocated €3 million to Moldova.",
         Want(donors="CAN")),
    line("Latvia allocated €3 million to Moldova, the Canadian ambassador said.",
         Want(donors="CAN")),
    line("Like Denmark, Iceland will give €2 million to Ukraine.", Want(donors="DNK+ISL")),
    line("Zelensky announced that Sweden will deliver aid worth €50 million to Ukraine.",
         Want(donors="UKR")),
    line("Poland will buy US-made rocket launchers worth $40 million for Ukraine.",
         Want(donors="USA")),
    line("Unlike Hungary, Slovakia will give €2 million to Moldova.", Want(donors="HUN")),
    line("The UN appealed to Germany for $50 million for Sudan.", Want(stage="pledged")),
    line("Moldova signed a €60 million grant agreement with Sweden.", Want(donors="MDA")),
    line("Chad received €9 million from Norway, Reuters reported from Paris.",
         Want(donors="TCD"), Want(donors="FRA")),
    line("Italy will send €8 million to Libya through a fund managed by the World Bank.",
         Want(donors="org:world-bank")),
]  # fmt: skip


@pytest.mark.parametrize("row", BOUND)
def test_who_is_bound(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_BOUND)
def test_who_is_not_bound(row: Line) -> None:
    check_never(row)
