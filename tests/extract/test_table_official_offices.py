"""Pages of offices: what they divide up, whom they are about, who hands out; all are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

AUSTRIA = "Federal Ministry for European and International Affairs of Austria"
CANADA = "Prime Minister of Canada"
BANK = "World Bank"

#: Points that divide up what was told right before them.
DIVIDED = [
    line("Canada announced CAD 60 million in support for Chad. This includes:\n\n"
         "• CAD 40 million for two clinics;\n"
         "• 13 million Canadian dollars in food, to be delivered by the WFP and UNICEF; and\n"
         "• CAD 5 million to the Chadian police.\n",
         Want(donors="CAN", recipients="TCD", sum="60m CAD", part=False),
         Want(donors="CAN", sum="40m CAD", part=True),
         Want(donors="CAN", sum="13m CAD", part=True),
         Want(donors="CAN", recipients="TCD", sum="5m CAD", part=True),
         publisher=CANADA),
    line("The United States announced $90 million in assistance for Chad.\n\nThe funding, provided "
         "through USAID and the Bureau of Population, Refugees, and Migration, includes:\n\n"
         "• **Food:** $40 million to the World Food Programme to buy sorghum.\n"
         "• **Health:** $12 million for the World Health Organization.\n",
         Want(donors="USA", recipients="TCD", sum="90m USD"),
         Want(donors="USA", recipients="org:wfp", sum="40m USD", part=True),
         Want(donors="USA", recipients="org:who", sum="12m USD", part=True),
         publisher="USAID"),
]  # fmt: skip

#: What an office tells of its own doing, in a page about aid to somebody.
OWN = [
    line("Austria gave Moldova EUR 30 million.\n\nEUR 4 million more is to be paid in May. Until "
         "2027, EUR 2 million a year is earmarked for schools.",
         Want(donors="AUT", recipients="MDA", sum="30m EUR"),
         Want(donors="AUT", recipients="MDA", sum="4m EUR"),
         Want(donors="AUT", recipients="MDA", sum="2m EUR", per="year"),
         publisher=AUSTRIA),
    line("Luxembourg is giving Chad 10 million euros. The government made 14 million euros "
         "available to Chad for wells.",
         Want(donors="LUX", recipients="TCD", sum="10m EUR"),
         Want(donors="AUT", recipients="TCD", sum="14m EUR"),
         publisher=AUSTRIA),
    line("World Bank Approves $20 Million for Recovery in Chad\n\nThe Bank's board met on Monday. "
         "France has announced an additional €7 million.",
         Want(donors="org:world-bank", recipients="TCD", sum="20m USD"),
         Want(donors="FRA", recipients="TCD", sum="7m EUR", newness="additional"),
         publisher=BANK),
    line("Austria has paid EUR 9 million to Moldova. It gave loans to Austrian exporters. "
         "Norway will add EUR 3 million.",
         Want(donors="AUT", recipients="MDA", sum="9m EUR"),
         Want(donors="NOR", recipients="MDA", sum="3m EUR"),
         publisher=AUSTRIA),
    line("Chad has received much help. Two helicopters and 60 trucks came from Austrian army "
         "stocks.",
         Want(donors="AUT", recipients="TCD", items="2 helicopters; 60 trucks"),
         publisher=AUSTRIA),
]  # fmt: skip

NOT_OWN = [
    line("Austria helps Chad.\n\nEUR 4 million is to be spent on our own schools.",
         publisher=AUSTRIA),
    line("The Haitian government spoke to Austria. The government made 14 million euros available "
         "for its police.",
         Want(donors="AUT"), publisher=AUSTRIA),
]  # fmt: skip

#: People who are sent or taken in, and things that came before what a page is about.
PEOPLE = [
    line("Canada will deploy up to 70 members of the Canadian Armed Forces to Jamaica.",
         Want(donors="CAN", recipients="JAM", items="70 members", instrument="personnel")),
    line("Austria has granted temporary protection to 62,000 Moldovans.",
         Want(donors="AUT", recipients="MDA", stage="delivered", instrument="policy")),
    line("Austria gave Moldova EUR 2 million. This follows the delivery of 30 tents.",
         Want(donors="AUT", recipients="MDA", sum="2m EUR"),
         Want(donors="AUT", recipients="MDA", items="30 tents", stage="delivered"),
         publisher=AUSTRIA),
    line("The Czech state's own contribution to Moldova is 16 million crowns.",
         Want(donors="CZE", recipients="MDA", sum="16m CZK")),
    line("We met Moldova's prime minister. Austria will put in 19 million euros over four years.",
         Want(donors="AUT", sum="19m EUR"),
         publisher=AUSTRIA),
]  # fmt: skip

NO_PEOPLE = [
    line("Canada will deploy members of the orchestra to Jamaica."),
    line("Austria offers protection to 40 species."),
    line("Austria spoke to Moldova after the delivery of 30 speeches.", publisher=AUSTRIA),
]  # fmt: skip

#: Titles that say whom a page is about, and statements of several.
TITLED = [
    line("The minister spoke on Monday.\n\nAfter EUR 3 million in aid last year, EUR 5 "
         "million will be provided this year. The framework is being raised to EUR 9 million.\n\n"
         "The people of Moldova are brave.",
         Want(donors="AUT", recipients="MDA", sum="3m EUR"),
         Want(donors="AUT", recipients="MDA", sum="5m EUR"),
         Want(donors="AUT", recipients="MDA", sum="9m EUR"),
         publisher=AUSTRIA, title="Austria's support for Moldova"),
    line("Joint Statement from the Leaders of Kenya, Ghana and Togo\n\nWe will give Chad $5 "
         "million.",
         Want(donors="KEN+GHA+TGO", recipients="TCD", sum="5m USD"),
         publisher="The White House"),
    line("Drought in Chad\n\nPledges made today\n\n- The European Union and its member states: "
         "more than 22 million euros\n- Kenya: $5 million\n",
         Want(donors="org:eu", recipients="TCD", sum="22m EUR"),
         Want(donors="KEN", recipients="TCD", sum="5m USD"),
         publisher="United Nations Office for the Coordination of Humanitarian Affairs"),
    line("Kenya asked for help; Austria replied that it would finance 20 classrooms in Kenya at a "
         "cost of 11 million euros.",
         Want(donors="AUT", recipients="KEN", sum="11m EUR")),
    line("Austria is providing Moldova with 6 mobile boiler houses.",
         Want(donors="AUT", recipients="MDA", items="6 mobile boiler houses")),
]  # fmt: skip

NOT_TITLED = [
    line("Borrowers will be provided with up to $20,000 this year.\n\nPuerto Rico is home to many.",
         publisher="The White House", title="Debt relief for students in Puerto Rico"),
    line("Austrian companies have so far concluded orders worth 52 million euros for rebuilding "
         "in Moldova.",
         publisher=AUSTRIA),
]  # fmt: skip

#: Words beside a sum that tell its share or rank, and who only hands out.
BESIDE = [
    line("The package brings the total of Austria's assistance to Chad to nearly 50 million euros, "
         "or 1.4 per cent of GDP.",
         Want(donors="AUT", recipients="TCD", sum="50m EUR", total=True)),
    line("Sweden has decided on its largest package so far, worth 16 million kronor, for Chad.",
         Want(donors="SWE", recipients="TCD", sum="16m SEK", total=False)),
    line("Denmark, through a grant of DKK 40 million, and Norway are helping Chad.",
         Want(donors="DNK", recipients="TCD", sum="40m DKK")),
    line("Austria gave €2 million for people who fled to Chad and for Sudan.",
         Want(donors="AUT", recipients="SDN", sum="2m EUR")),
]  # fmt: skip


@pytest.mark.parametrize("row", DIVIDED + OWN + BESIDE + PEOPLE + TITLED)
def test_it_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_OWN + NO_PEOPLE + NOT_TITLED)
def test_it_is_not_its_own(row: Line) -> None:
    check_never(row)
