"""Who gives and who gets in the prose of official pages; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

DENMARK = "Ministry of Foreign Affairs of Denmark"

#: Who acts: the subject of "is expected to", of the clause above, of "its support".
ACTING = [
    line("Norway is expected to contribute NOK 70 million to Chad.",
         Want(donors="NOR", recipients="TCD", sum="70m NOK")),
    line("Together with Iceland, Finland leads the group for Chad, to which it is contributing EUR "
         "12 million in vehicles.",
         Want(donors="FIN", recipients="TCD", sum="12m EUR")),
    line("Austria reported an increase in its support to Chad to EUR 85 million for 2025.",
         Want(donors="AUT", recipients="TCD", sum="85m EUR", total=True)),
    line("Denmark leads the fund for Chad, with Poland and Italy contributing €50 million each.",
         Want(donors="POL", recipients="TCD", sum="50m EUR"),
         Want(donors="ITA", recipients="TCD", sum="50m EUR")),
    line("Ireland's minister recalled that EUR 6 million in seeds for Chad had been announced in "
         "May.",
         Want(donors="IRL", recipients="TCD", sum="6m EUR")),
    line("The leaders welcomed Finland's plan to double its assistance to Chad to EUR 40 million.",
         Want(donors="FIN", recipients="TCD", sum="40m EUR", total=True)),
    line("Chad is to benefit from a €6 million loan by Ireland.",
         Want(donors="IRL", recipients="TCD", sum="6m EUR")),
    line("The total of Austria's assistance to Chad amounts to about 16 million euros.",
         Want(donors="AUT", recipients="TCD", sum="16m EUR", total=True)),
    line("Finland is set to invest EUR 9 million in schools in Chad.",
         Want(donors="FIN", recipients="TCD", sum="9m EUR", stage="pledged")),
    line("A loan of up to $12 million (CAD) for Chad was signed by Canada.",
         Want(donors="CAN", recipients="TCD", sum="12m CAD")),
]  # fmt: skip

#: What an office means where a sentence names nobody.
OFFICES = [
    line("Denmark gave Moldova DKK 30 million.\n\nNorway will add NOK 25 million for Moldova.\n\n"
         "A further DKK 50 million has now been put aside.",
         Want(donors="DNK", recipients="MDA", sum="30m DKK"),
         Want(donors="NOR", recipients="MDA", sum="25m NOK"),
         Want(donors="DNK", recipients="MDA", sum="50m DKK"),
         publisher=DENMARK),
    line("The European Union stands with Chad. Grants of EUR 25 million were made available to "
         "Chad.",
         Want(donors="org:eu", recipients="TCD", sum="25m EUR"),
         publisher="European Council"),
    line("Education: Announcing $3 million for two schools. Health: The United States will give "
         "Chad $5 million.",
         Want(donors="USA", recipients="TCD", sum="3m USD"),
         Want(donors="USA", recipients="TCD", sum="5m USD"),
         publisher="The White House"),
    line("Denmark will give Moldova DKK 90 million. Of this, DKK 60 million will go to the fund "
         "for Moldova, while the remaining DKK 30 million is reserved for Danish companies' work.",
         Want(donors="DNK", recipients="MDA", sum="90m DKK"),
         Want(donors="DNK", recipients="MDA", sum="60m DKK"),
         Want(donors="DNK", sum="30m DKK"),
         publisher=DENMARK),
    line("Famine in Chad: outcome of the conference\n\nThe hosts spoke first. The guests ate "
         "little.\n\nPledges\n\n• Austria: EUR 4 million, taking its support since 2020 to over "
         "EUR 9 million\n",
         Want(donors="AUT", recipients="TCD", sum="4m EUR", total=False),
         Want(donors="AUT", recipients="TCD", sum="9m EUR", total=True),
         publisher="United Nations Office for the Coordination of Humanitarian Affairs"),
    line('The bank gave Serbia a loan. "We have invested €17 million in the Western Balkans since '
         '2022," said the European Investment Bank.',
         Want(donors="org:eib", sum="17m EUR"),
         publisher="European Investment Bank"),
]  # fmt: skip

#: What is lacking, or still to be paid, is no promise.
LACKING = [
    line("Norway told Chad that the gap is more than $3 billion."),
    line("Only $200 million of the amounts promised to Chad last year is still outstanding."),
    line("Ireland is the largest donor to the UN appeal for Chad, which stands at $816 million."),
]  # fmt: skip

#: Missions that are to be opened, and people who have been taken in.
ACTS = [
    line("Austria reaffirmed its intention to open a resident embassy in Tonga by the end of 2027.",
         Want(donors="AUT", recipients="TON", instrument="policy", items="resident embassy")),
    line("Canada will open a trade office in Moldova in 2027.",
         Want(donors="CAN", recipients="MDA", instrument="policy", firmness="firm")),
    line("Japan has so far admitted 2,300 refugees from Chad.",
         Want(donors="JPN", recipients="TCD", stage="delivered", items="2300 refugees")),
]  # fmt: skip

NO_ACTS = [
    line("Canada opened an embassy in Fiji in 2020."),
    line("Canada's embassy in Fiji will open at nine on Monday."),
    line("Canada may open an embassy in Fiji in 2028."),
    line("Fiji asked Canada to open an embassy in Suva in 2028."),
    line("Canada will open an embassy in Fiji."),
]  # fmt: skip


@pytest.mark.parametrize("row", ACTING + OFFICES + ACTS)
def test_it_is_told(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", LACKING + NO_ACTS)
def test_nothing_is_told(row: Line) -> None:
    check_never(row)
