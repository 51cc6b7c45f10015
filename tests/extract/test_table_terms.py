"""Instrument, source of the money, period, purpose and kind of aid; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

TERMS = [
    line("Canada would buy a radar from Japan for Moldova, at a cost of C$20 million.",
         Want(donors="CAN", recipients="MDA", sum="20m CAD")),
    line("Japan will lend Vietnam $500 million.", Want(instrument="loan", sum="500m USD")),
    line("The EU approved a €150 million grant to Moldova.", Want(instrument="grant")),
    line("The €9 million loan that Norway signed for Chad starts in May.",
         Want(instrument="loan", donors="NOR", recipients="TCD")),
    line("Sweden will guarantee loans of €80 million to Kenya.", Want(instrument="guarantee")),
    line("Britain will provide export credits worth £1.5 billion to Ukraine.",
         Want(instrument="export_credit", sum="1.5bn GBP")),
    line("Canada will send Haiti equipment worth C$20 million.", Want(instrument="in_kind"),
         not_yet="goods that only their worth tells of are not yet in kind"),
    line("Germany will give Jordan €10 million as a concessional loan.",
         Want(instrument="loan")),
    line("The Netherlands will provide Ukraine with a loan guarantee of €90 million.",
         Want(instrument="guarantee")),
    line("The G7 will lend Ukraine $50 billion, backed by profits from frozen Russian assets.",
         Want(instrument="loan", funding="frozen_asset_profits")),
    line("The EU paid Ukraine €1.5 billion from the proceeds of immobilised Russian assets.",
         Want(funding="frozen_asset_profits")),
    line("Belgium will give Ukraine €200 million, financed by tax on frozen Russian assets.",
         Want(words="frozen Russian assets")),
    line("Norway will give Moldova €30 million over three years.", Want(period="three years")),
    line("Denmark pledged €60 million to Somalia for 2025-2027.", Want(period="2025-2027")),
    line("Sweden will give Sudan €20 million a year.", Want(per="year", sum="20m EUR")),
    line("Finland will provide Kenya with €5 million annually.", Want(per="year", sum="5m EUR")),
    line("Germany will pay €2 million per month to Lebanon.", Want(per="month", sum="2m EUR")),
    line("Spain will give Mali €12 million between 2025 and 2028.", Want(period="2025")),
    line("Japan will give Fiji $8 million by the end of 2026.", Want(period="2026")),
    line("Ireland will give Gaza €14 million for food and shelter.",
         Want(purpose="food", aid="humanitarian"),
         not_yet="a purpose behind a bare 'for' is not yet taken"),
    line("Italy pledged €25 million to Ethiopia to rebuild schools.",
         Want(purpose="rebuild schools", aid="reconstruction")),
    line("Norway will give Ukraine €70 million for air defence.",
         Want(purpose="air defence", aid="military"),
         not_yet="a purpose behind a bare 'for' is not yet taken"),
    line("The IMF will lend Pakistan $1 billion in budget support.",
         Want(aid="financial", instrument="loan")),
    line("Canada will give Jordan C$30 million in humanitarian assistance.",
         Want(aid="humanitarian")),
    line("Lithuania will send Ukraine military aid worth €41 million.", Want(aid="military")),
    line("The United States approved a sale of radars worth $300 million to the Philippines.",
         Want(instrument="sale", stage="committed")),
    line("France will train 300 Lebanese soldiers.", Want(instrument="training", donors="FRA")),
    line("Australia will give Tonga A$16 million to repair the port.",
         Want(purpose="repair the port")),
    line("Germany will give Moldova €40 million this year and €60 million next year.",
         Want(sum="40m EUR", period="this year"), Want(sum="60m EUR", period="next year")),
]  # fmt: skip

#: Lines with what must not be said of them.
NOT_SO = [
    line("Norway built a road at a cost of €9 million.", Want(sum="9m EUR")),
    line("The war came at a cost of €4 million to Norway.", Want(sum="4m EUR")),
    line("Moldova bought 5 trucks from Norway at a cost of €9 million.", Want(sum="9m EUR")),
    line("Japan will give Laos $5 million to repay a loan.", Want(instrument="loan")),
    line("Norway granted Chad a loan of €5 million.", Want(instrument="grant")),
    line("Sweden will give Kenya €9 million; the row over frozen assets goes on.",
         Want(funding="frozen_asset_profits")),
    line("Germany froze Russian assets and will give Ukraine €60 million.",
         Want(funding="frozen_asset_profits")),
    line("Spain will give Mali €12 million after three years of drought.",
         Want(period="three years")),
    line("Italy will give Libya €7 million for the first time in two years.",
         Want(period="two years")),
    line("Canada will give Haiti, at war for years, C$9 million.", Want(per="year")),
    line("Denmark gave Gaza €4 million last year.", Want(per="year")),
    line("The British army will watch as the Red Cross gets £6 million in food aid for Sudan "
         "from Britain.", Want(aid="military")),
    line("Poland will give Moldova €3 million to train nurses.", Want(instrument="loan"),
         Want(aid="military")),
    line("The credit goes to Austria, which will give Jordan €5 million.",
         Want(instrument="loan"), Want(instrument="export_credit"),
         not_yet="'credit' as praise is read as a loan"),
    line("Finland guaranteed that it will give Kenya €6 million.", Want(instrument="guarantee")),
    line("Latvia will give Moldova €2 million, its minister of defence's brother said.",
         Want(aid="military")),
    line("Estonia will give Ukraine €8 million for hospitals hit by drones.",
         Want(aid="military")),
    line("Japan will give Fiji $8 million on 3 April 2025.", Want(per="year")),
    line("Greece will give Armenia €4 million for humanitarian demining.", Want(aid="financial")),
]  # fmt: skip


@pytest.mark.parametrize("row", TERMS)
def test_terms(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_SO)
def test_what_is_not_so(row: Line) -> None:
    check_never(row)
