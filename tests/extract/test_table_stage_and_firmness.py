"""How far a commitment has come and how firmly it is said; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

STAGES = [
    line("Norway will give Moldova €30 million.", Want(stage="pledged", firmness="firm")),
    line("The Swedish government has decided to give Sudan €30 million.",
         Want(stage="committed", firmness="firm")),
    line("Japan signed a $40 million grant agreement with Laos.",
         Want(stage="committed", donors="JPN")),
    line("The US Congress authorized $300 million in aid for Taiwan.",
         Want(stage="committed", sum="300m USD")),
    line("Denmark has allocated €12 million to hospitals in Gaza.", Want(stage="allocated")),
    line("Germany has earmarked €500 million for the reconstruction of Syria.",
         Want(stage="allocated")),
    line("The EU set aside €80 million for refugees in Jordan.", Want(stage="allocated")),
    line("The World Bank disbursed $200 million to Ethiopia.", Want(stage="disbursed")),
    line("Canada has paid Haiti C$30 million for police pay.", Want(stage="disbursed")),
    line("Italy delivered equipment worth €9 million to Libya.", Want(stage="delivered")),
    line("Poland handed over aid worth €3 million to Moldova.", Want(stage="delivered")),
    line("Hungary withdrew its pledge of €5 million to Mali.",
         Want(stage="withdrawn", sum="5m EUR")),
    line("Amnesty called on Britain to give Sudan £90 million.",
         Want(stage="called_for", sum="90m GBP")),
    line("Zelensky urged Germany to provide €2 billion for air defence in Ukraine.",
         Want(stage="called_for", sum="2bn EUR", donors="DEU")),
    line("Spain could give Lebanon €20 million.", Want(stage="pledged", firmness="considered")),
    line("Austria is considering a loan of €50 million to Moldova.", Want(firmness="considered")),
    line("Belgium may provide Ukraine with aid worth €70 million.", Want(firmness="considered")),
    line("Finland intends to give Kenya €8 million.", Want(firmness="intended")),
    line("Japan plans to provide $90 million to Bangladesh.", Want(firmness="intended")),
    line("Norway denied that it would give Mali €40 million.",
         Want(firmness="denied", sum="40m EUR")),
    line("Slovakia will not give Ukraine the €30 million loan.", Want(firmness="denied")),
    line("Germany would give Ukraine €1 billion if a ceasefire were agreed.",
         Want(firmness="conditional", trigger="truce")),
    line("Subject to approval by parliament, Sweden will give Moldova €20 million.",
         Want(firmness="conditional", trigger="legislature")),
    line("The EU will pay Egypt €1 billion provided that it carries out reforms.",
         Want(firmness="conditional", trigger="reform")),
    line("Norway will give Ukraine €100 million once a peace deal is signed.",
         Want(firmness="conditional", trigger="peace_deal")),
    line("Poland will lend Moldova €15 million. The loan depends on the approval of the Sejm.",
         Want(firmness="conditional", trigger="legislature")),
    line("France will give Lebanon €60 million. The money is conditional on economic reforms.",
         Want(firmness="conditional", trigger="reform")),
    line("The Netherlands is in the process of delivering aid worth €25 million to Ukraine.",
         Want(stage="pledged")),
]  # fmt: skip

#: Lines with what must not be said of them.
NOT_SO = [
    line("Denmark is in the process of delivering aid worth €25 million to Ukraine.",
         Want(stage="delivered")),
    line("Norway will deliver aid worth €25 million to Moldova in May.", Want(stage="delivered")),
    line("Norway could deliver aid worth €25 million to Moldova.", Want(firmness="firm")),
    line("Italy has not yet paid the €20 million it promised to Libya.", Want(stage="disbursed")),
    line("Spain promised to pay Peru €5 million.", Want(stage="disbursed")),
    line("Oxfam urged France to give Chad €15 million.", Want(stage="pledged")),
    line("Germany refused to give Mali €10 million.", Want(firmness="firm")),
    line("If parliament agrees, Finland will lend Kenya €12 million.", Want(firmness="firm")),
    line("Finland will lend Kenya €12 million unless parliament objects.", Want(firmness="firm")),
    line("Sweden will give Kenya €12 million in May, the month of the elections.",
         Want(firmness="considered")),
    line("Canada considers Haiti a priority and will give it C$25 million.",
         Want(firmness="considered")),
    line("Japan decided on Monday to give Laos $7 million.", Want(stage="disbursed"),
         Want(firmness="intended")),
    line("The UK will give Jordan £8 million to help it plan its water supply.",
         Want(firmness="intended")),
    line("Latvia asked how Estonia will pay the €4 million it pledged to Moldova.",
         Want(stage="disbursed"), Want(stage="called_for", donors="LVA")),
    line("Whether Norway will give Mali €40 million is not decided.", Want(firmness="firm")),
    line("Norway will give Moldova €40 million, not €50 million as was reported.",
         Want(sum="50m EUR", firmness="firm"), Want(sum="40m EUR", firmness="denied")),
]  # fmt: skip


@pytest.mark.parametrize("row", STAGES)
def test_stage_and_firmness(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_SO)
def test_what_is_not_so(row: Line) -> None:
    check_never(row)
