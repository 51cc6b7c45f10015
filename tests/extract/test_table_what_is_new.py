"""What is new, what was told before, totals and parts; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

NEW = [
    line("Norway will provide an additional €40 million to Moldova.",
         Want(sum="40m EUR", newness="additional", total=False)),
    line("Japan pledged a further $15 million to Armenia.",
         Want(sum="15m USD", newness="additional")),
    line("Sweden will give another €60 million to Sudan.",
         Want(sum="60m EUR", newness="additional")),
    line("Canada announced C$20 million in new funding for Haiti.",
         Want(sum="20m CAD", newness="new")),
    line("Germany is giving €50 million more to Lebanon.",
         Want(sum="50m EUR", newness="additional")),
    line("Ireland pledged €10 million to Gaza, on top of the €16 million given last year.",
         Want(sum="10m EUR"), Want(sum="16m EUR", newness="restated")),
    line("Denmark will give Ukraine €80 million, which brings its total support to €9 billion.",
         Want(sum="80m EUR", total=False), Want(sum="9bn EUR", total=True)),
    line("The new grant of $30 million brings to $210 million what Australia has given Fiji "
         "since 2020.",
         Want(sum="30m USD", total=False), Want(sum="210m USD", total=True),
         not_yet="words of a total behind the second sum are given to the first as well"),
    line("The United States announced an additional $800 million for Ukraine, and has now "
         "committed more than $2 billion since January.",
         Want(sum="800m USD", newness="additional", total=False), Want(sum="2bn USD", total=True)),
    line("Since 2021, Finland has given Afghanistan €90 million.",
         Want(sum="90m EUR", total=True)),
    line("To date, the EU has provided €450 million in aid to Chad.",
         Want(sum="450m EUR", total=True)),
    line("In total, Spain has provided €300 million to Ukraine.",
         Want(sum="300m EUR", total=True)),
    line("Belgium will raise its contribution for Ukraine to €1 billion a year.",
         Want(sum="1bn EUR", total=True)),
    line("Austria will give Moldova €20 million, including €5 million for schools.",
         Want(sum="20m EUR", part=False), Want(sum="5m EUR", part=True)),
    line("Of the €100 million that Norway pledged to Sudan, €30 million will go to hospitals.",
         Want(sum="100m EUR", part=False), Want(sum="30m EUR", part=True)),
    line("The Netherlands will give Ukraine €12 million for winter aid, part of a €250 million "
         "package.",
         Want(sum="12m EUR", part=True), Want(sum="250m EUR", part=False),
         not_yet="a whole that is named after its part is not yet joined to it"),
    line("France will deliver the €40 million previously announced for Lebanon.",
         Want(sum="40m EUR", newness="restated")),
    line("Italy reaffirmed its pledge of €15 million for Somalia.",
         Want(sum="15m EUR", newness="restated")),
    line("Switzerland approved CHF 60 million for Moldova, made up of CHF 40 million for energy "
         "and CHF 20 million for schools.",
         Want(sum="60m CHF", part=False), Want(sum="40m CHF", part=True),
         Want(sum="20m CHF", part=True)),
    line("Norway will give Sudan €30 million. Of this, €10 million is for clean water.",
         Want(sum="30m EUR", part=False), Want(sum="10m EUR", part=True)),
    line("Lithuania pledged €25 million to Moldova. A first tranche of €5 million will be paid "
         "in May.",
         Want(sum="25m EUR", part=False), Want(sum="5m EUR", part=True)),
    line("Germany will double its aid to Jordan to €200 million.",
         Want(sum="200m EUR", total=True)),
    line("Poland gave Kenya €3 million in 2023. It will now give Kenya an additional €4 million.",
         Want(sum="3m EUR"), Want(sum="4m EUR", newness="additional")),
    line("The UK's support for Ukraine now stands at £12 billion since 2022.",
         Want(sum="12bn GBP", total=True)),
    line("Japan's new pledge of $50 million to Laos comes in addition to $120 million promised "
         "in April.",
         Want(sum="50m USD", newness="new"), Want(sum="120m USD", newness="restated")),
    line("Croatia increased its contribution to Ukraine by €10 million.",
         Want(sum="10m EUR", newness="additional", total=False),
         not_yet="the gate reads 'increased … to' as a level although 'by' follows"),
    line("Portugal has already given Mozambique €22 million and will now give it €8 million more.",
         Want(sum="22m EUR"), Want(sum="8m EUR", newness="additional")),
]  # fmt: skip

#: Lines with what must not be said of them.
NOT_SO = [
    line("Norway will give Moldova €40 million.", Want(total=True), Want(newness="additional"),
         Want(part=True)),
    line("In 2021, Norway gave Moldova €40 million.", Want(total=True), Want(newness="new")),
    line("Spain will give €20 million to Peru and Italy €30 million to Chad.", Want(part=True)),
    line("Denmark pledged €5 million to Kenya. Sweden pledged €9 million to Kenya.",
         Want(part=True), Want(newness="restated")),
    line("Japan will further its friendship with Laos with a grant of $6 million.",
         Want(newness="additional")),
    line("Canada will give another country, Haiti, C$9 million.", Want(newness="additional"),
         not_yet="'another' before something else than the sum still counts as additional"),
    line("Germany will give Mali €7 million for new schools.", Want(newness="additional"),
         Want(total=True)),
    line("Norway will provide a total of €60 million to Chad over three years.",
         Want(newness="restated")),
    line("Iceland gave €2 million more than Malta to Syria.", Want(total=True)),
    line("New Zealand will give Fiji $3 million.", Want(newness="restated")),
    line("More than €30 million will be given to Somalia by Finland.", Want(newness="additional"),
         Want(total=True)),
    line("Estonia pledged €3 million to Moldova, including 200 tents.", Want(part=True)),
    line("Austria will give Jordan €9 million; the war has cost Jordan €9 billion since 2012.",
         Want(sum="9bn EUR")),
    line("Since the ministers met, Latvia will give Moldova €2 million.", Want(total=True),
         not_yet="'since' with a future verb is still read as a total"),
    line("Sweden's previous government was criticised; the new one will give Kenya €12 million.",
         Want(newness="restated")),
    line("Total, the energy company, is French; France will give Chad €11 million.",
         Want(total=True)),
]  # fmt: skip


@pytest.mark.parametrize("row", NEW)
def test_what_is_new(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_SO)
def test_what_is_not_so(row: Line) -> None:
    check_never(row)
