"""What is no commitment beside what looks like it and is one; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

#: Lines with words of cost, loss, cut, trade or history, and a promise all the same.
ONE_ALL_THE_SAME = [
    line("Norway will give Moldova €30 million to cover losses from the drought.",
         Want(sum="30m EUR", donors="NOR")),
    line("Japan will provide $40 million to cut energy costs in Moldova.",
         Want(sum="40m USD", donors="JPN")),
    line("Germany will give Kenya €15 million to help it trade with its neighbours.",
         Want(sum="15m EUR")),
    line("After years of cuts, Italy will give Ethiopia €20 million.", Want(sum="20m EUR")),
    line("Despite a budget deficit of €9 billion, Spain will give Mali €7 million.",
         Want(sum="7m EUR", donors="ESP")),
    line("The flood caused $2 billion in damage, and Canada will give Pakistan C$25 million.",
         Want(sum="25m CAD", donors="CAN")),
    line("Sweden, whose exports to Ukraine rose to €900 million, pledged €80 million to Ukraine.",
         Want(sum="80m EUR", donors="SWE")),
    line("Denmark will pay Moldova €12 million so that gas prices fall.", Want(sum="12m EUR")),
    line("Finland will give €6 million to Armenia, where inflation is 9 percent.",
         Want(sum="6m EUR")),
    line("The bank, which has assets of €80 billion, was fined; France will give Chad €5 million.",
         Want(sum="5m EUR", donors="FRA")),
    line("Britain will give Sudan £14 million, 0.1 percent of its budget.", Want(sum="14m GBP")),
    line("Poland will not cut its aid to Moldova and will give it €9 million.",
         Want(sum="9m EUR", donors="POL", firmness="firm")),
    line("Russia demanded $1 billion; Norway gave Georgia €4 million.",
         Want(sum="4m EUR", donors="NOR"),
         not_yet="what somebody demands for itself is read as a call to give"),
    line("Ukraine needs €10 billion for its grid, and the EU will give it €400 million.",
         Want(sum="400m EUR", donors="org:eu")),
    line("In a written answer, the minister stated that Ireland would give Gaza €20 million.",
         Want(sum="20m EUR", donors="IRL")),
    line("Fact sheet: Australia is providing A$35 million to Fiji after the cyclone.",
         Want(sum="35m AUD", donors="AUS")),
    line("Belgium lifted its freeze and will give Rwanda €3 million.", Want(sum="3m EUR")),
    line("While tariffs cost it €50 million a year, Jordan will get €90 million in aid from Japan.",
         Want(sum="90m EUR", donors="JPN")),
    line("Latvia will send Moldova generators that cost €2 million.", Want(sum="2m EUR"),
         not_yet="the cost of things that are given is read as a cost, not as their worth"),
    line("Qatar will pay $60 million towards the salaries of Lebanon's soldiers.",
         Want(sum="60m USD", donors="QAT")),
    line("Portugal promised Mozambique €11 million when floods destroyed 300 houses.",
         Want(sum="11m EUR", donors="PRT")),
    line("Lithuania will buy radars for €14 million and donate them to Ukraine.",
         Want(sum="14m EUR", donors="LTU", recipients="UKR")),
    line("Kenya will send 200 police officers to Haiti.", Want(donors="KEN", recipients="HTI")),
    line("The Czech Republic donated 40 generators to Moldova.",
         Want(donors="CZE", recipients="MDA")),
    line("Tokyo's aid of $33 million to Palau was announced in the budget debate.",
         Want(sum="33m USD", donors="JPN")),
]  # fmt: skip

NONE = [
    line("Repairing the port of Odesa will cost €900 million, Ukraine says."),
    line("Germany spends 2.1 percent of its output on defence."),
    line("Sweden's exports to Kenya were worth €300 million in 2023."),
    line("The United States imposed a 25 percent tariff on $40 billion of goods from Canada."),
    line("A court in France fined the bank €60 million."),
    line("Norway's sovereign fund holds assets worth $1.7 trillion."),
    line("Russia's defence budget will rise to $140 billion."),
    line("Italy cut its aid to Libya by €30 million."),
    line("Moscow demands that Ukraine pay $5 billion in compensation."),
    line("In 1948 America gave western Europe $13 billion under the Marshall Plan."),
    line("If Europe gave Ukraine €50 billion, it would still not be enough, one analyst wrote."),
    line("Had Norway given Mali €20 million, the clinic would have stayed open."),
    line("Japan has not committed any money to Haiti."),
    line("The price of a single interceptor is about $4 million, Poland's ministry said."),
    line("Gas exports earned Qatar $80 billion."),
    line("Sudan owes China $5 billion."),
    line("The budget of Kenya's army grew to $1.2 billion."),
    line("Ukraine's economy shrank by 29 percent, a loss of $60 billion."),
    line("Turkey sold drones worth $300 million to Poland."),
    line("A barrel of oil cost $80 in London."),
    line("The hackers stole $600 million from a firm in Vietnam."),
    line("Foreign investment in Armenia reached $400 million."),
    line("Migrants in Spain sent $2 billion home to Peru last year."),
    line("Support in Germany for aid to Ukraine fell by 12 points to 48 percent."),
    line("Hungary blocked €6.6 billion in EU aid to Ukraine."),
]  # fmt: skip


@pytest.mark.parametrize("row", ONE_ALL_THE_SAME)
def test_one_all_the_same(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NONE)
def test_no_commitment(row: Line) -> None:
    check_never(row)
