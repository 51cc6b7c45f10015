"""What whole news pages tell of gifts in their own way; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

GIVERS = [
    line("Germany promised 15 million euros to Chad and the United Kingdom 9 million pounds.",
         Want(donors="DEU", recipients="TCD", sum="15m EUR"),
         Want(donors="GBR", recipients="TCD", sum="9m GBP")),
    line("Italy gave Libya 3 million euros and Tunisia 5 million euros.",
         Want(donors="ITA", recipients="LBY", sum="3m EUR"),
         Want(donors="ITA", recipients="TUN", sum="5m EUR")),
    line("Austria and Malta pledged 4 million and 2 million euros respectively for Yemen.",
         Want(donors="AUT", recipients="YEM", sum="4m EUR"),
         Want(donors="MLT", recipients="YEM", sum="2m EUR")),
    line("Denmark's latest package, its 19th since the war began, is worth €80m.",
         Want(donors="DNK", sum="80m EUR", total=False)),
    line("The package for Armenia comes to 90 million euros. Of this, 60 million euros come from "
         "Sweden and 30 million euros from Latvia.",
         Want(sum="90m EUR", recipients="ARM"), Want(donors="SWE", sum="60m EUR", part=True),
         Want(donors="LVA", sum="30m EUR", part=True)),
    line("The offer by Belgium of €12m for clinics in Mali came late.",
         Want(donors="BEL", recipients="MLI", sum="12m EUR")),
    line("The decision of Spain to send two radars to Ukraine and the announcement by Portugal of "
         "€50m for shells from American stocks were welcomed.",
         Want(donors="PRT", sum="50m EUR"), Want(donors="ESP", recipients="UKR")),
    line("Helsinki will cover the cost, €7m, of a bridge in Moldova.",
         Want(donors="FIN", recipients="MDA", sum="7m EUR")),
    line("Canada will send Ukraine 40 armoured vehicles, paid for with C$90m of bank interest.",
         Want(donors="CAN", recipients="UKR", sum="90m CAD")),
]  # fmt: skip

FIRMNESS = [
    line("Sweden said on Monday that it would give Georgia €6m.", Want(firmness="firm")),
    line("Sweden would give Georgia €6m.", Want(firmness="intended")),
    line("Sweden said it would consider giving Georgia €6m.", Want(firmness="considered")),
    line("Oslo said it would lend Kenya €6m if others did.", Want(firmness="conditional")),
]  # fmt: skip

CONDITIONS = [
    line('Norway will give Peru €30m. "A good day," the minister said. The payment hinges on a '
         "vote in parliament.", Want(firmness="conditional", trigger="legislature")),
    line('Japan will lend Laos 9 billion yen.\n\n"We keep our word," the envoy said.\n\nThe loan '
         "is conditional on reforms of the courts.",
         Want(firmness="conditional", trigger="reform")),
    line("France will send 900 soldiers to Ukraine after a ceasefire.",
         Want(firmness="conditional", trigger="truce")),
    line("Malta will give Mali €2m, but only if the army goes back to its barracks.",
         Want(firmness="conditional", trigger="other")),
    line("Italy pledged Egypt €70m. Parliament must still approve the grant.",
         Want(firmness="conditional", trigger="legislature")),
    line("Chile will give Haiti €4m. The offer stands only if the port reopens.",
         Want(firmness="conditional", trigger="other")),
    line("Norway will give Peru €30m. Sweden gave Chad €5m. The money is conditional on reforms.",
         Want(donors="NOR", firmness="firm"), Want(donors="SWE", firmness="conditional")),
    line("Norway will give Peru €30m. Growth depends on the price of oil.", Want(firmness="firm")),
]  # fmt: skip

#: Offices that stand for their state, debts that are swapped or cleared, who asks and is asked.
FROM_AFAR = [
    line("Canada reacted quickly to Samoa's plea. Its embassy announced C$5m of budget support.",
         Want(donors="CAN", recipients="WSM", sum="5m CAD")),
    line("India stood by Samoa. The embassy said it would give 50m rupees as a grant.",
         Want(donors="IND", sum="50m INR")),
    line("Samoa turned to Britain. Its ambassador said London would give £4m.",
         Want(donors="GBR", sum="4m GBP")),
    line("Germany is offering Peru to swap €84m of debt for spending on forests.",
         Want(donors="DEU", recipients="PER", sum="84m EUR")),
    line("Oman cleared Sudan's arrears of about $15m with the World Bank.",
         Want(donors="OMN", recipients="SDN", sum="15m USD")),
    line("Seoul paid for emergency radios on Samoa's islands at a cost of $2m.",
         Want(donors="KOR", sum="2m USD")),
    line("Samoa turns to Beijing for repairs\n\nNew Zealand followed with NZ$12m for the hospital.",
         Want(donors="NZL", recipients="WSM")),
]  # fmt: skip

REFERENCES = [
    line("Samoa and the Asian Development Bank signed. The bank is lending Samoa US$8m for roads.",
         Want(donors="org:adb", recipients="WSM", sum="8m USD")),
    line("Malta pledged €40m for Syria, of which €8m is for refugees in Jordan.",
         Want(donors="MLT", recipients="SYR", sum="40m EUR"), Want(sum="8m EUR", part=True)),
    line("Peru will put in €4m for the victims of the floods in Chad.",
         Want(donors="PER", recipients="TCD", sum="4m EUR")),
    line("Donors promised Yemen €3bn in grants and €2bn in loans.",
         Want(sum="3bn EUR", instrument="grant"), Want(sum="2bn EUR", instrument="loan")),
    line("Berg, the mayor, spoke. More from the Norwegian defence minister, Anna Lund. She said "
         "Norway had sent Mali 70 tents.",
         Want(donors="NOR", recipients="MLI", speaker="person:anna-lund")),
    line("The relief chief, Omar Haddad, asked Oman for nine ambulances for Sudan.",
         Want(stage="called_for", donors="OMN", speaker="person:omar-haddad")),
    line("Chile has denied a report in La Hora Nueva that it had promised 60 tanks.",
         Want(donors="CHL", firmness="denied")),
    line("The fighting in Sudan goes on. The minister of international cooperation of Norway "
         "announced €6m.", Want(donors="NOR", recipients="SDN", sum="6m EUR")),
]  # fmt: skip

#: Trade and war, and no gift.
NONE = [
    line("Samoa confirmed that a request for 70 million yuan had gone to the Chinese embassy."),
    line("Peru's application for €9m has reached the EBRD."),
    line("The embassy of Norway in Peru cost €9m to build."),
    line("Oman cleared a field of $15m worth of crops."),
    line("The steady supply of weapons that Norway has provided to Peru has been critical."),
    line("The UN appeal for Peru, at $15m, is 12 per cent funded by Norway."),
    line("Under the deal Kyiv could buy 60 fighter jets from Sweden."),
    line("Poland will buy 90 tanks from South Korea."),
    line("Ukraine is ready to buy American air defence systems."),
    line("Russia launched 210 drones and 14 missiles overnight, the air force said."),
]  # fmt: skip

NOT_SO = [
    line("It is for Washington to decide. Questions for Berlin remain. Norway will send 80 tents "
         "to Mali.", Want(recipients="USA"), Want(recipients="DEU")),
    line("A force would wage no war on Russia, Paris said. Malta will send 900 soldiers to "
         "Ukraine.",
         Want(recipients="RUS")),
    line("Norway has given Ukraine €40m since the invasion.", Want(total=False)),
    line("The cost of the bridge, €7m, shocked Moldova.", Want(sum="7m EUR")),
    line("Germany pledged €11m for Sudan, and the United Kingdom £4m.",
         Want(donors="DEU", sum="4m GBP"), Want(recipients="SDN+GBR")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*GIVERS, *FIRMNESS, *CONDITIONS, *FROM_AFAR, *REFERENCES])
def test_says(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", [*NONE, *NOT_SO])
def test_never(row: Line) -> None:
    check_never(row)
