"""Sentences of press releases, readouts, conclusions and joint statements; all are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

#: Who gives, where "he", "its" or the words behind a sum tell it.
GIVERS = [
    line("Norwegian Prime Minister Jonas Gahr Støre met Maia Sandu in Oslo. He pledged 200 million "
         "kroner for transformers.",
         Want(donors="NOR", recipients="MDA", sum="200m NOK", stage="pledged")),
    line("Polish Prime Minister Donald Tusk visited Kyiv on Monday. He announced 46 armoured "
         "vehicles.",
         Want(donors="POL", recipients="UKR", items="46 armoured vehicles")),
    line("Prime Minister Albanese announced that Australia would gift the Philippine Coast Guard "
         "two boats. He also pledged AUD 30 million for maritime training.",
         Want(donors="AUS", recipients="PHL"),
         Want(donors="AUS", recipients="PHL", sum="30m AUD")),
    line("The Prime Minister spoke to President Joseph Aoun of Lebanon. He confirmed that £10 "
         "million of humanitarian aid had been paid to the Lebanese Red Cross.",
         Want(donors="", recipients="LBN", sum="10m GBP", stage="disbursed")),
    line("Keir Starmer, the UK prime minister, was in Beirut. The Prime Minister spoke to "
         "President Joseph Aoun of Lebanon. He confirmed that £10 million of aid had been paid to "
         "the Lebanese Red Cross.",
         Want(donors="GBR", recipients="LBN", sum="10m GBP")),
    line("The Department of State has notified Congress of its intent to reprogram $60 million for "
         "the Haitian National Police.",
         Want(donors="USA", recipients="HTI", sum="60m USD", firmness="intended")),
    line("President Marcos expressed appreciation for the $500 million approved by the United "
         "States Congress in military financing for the Philippines.",
         Want(donors="USA", sum="500m USD", stage="committed")),
    line("We thank Canada for its contribution of CAD 80 million and Kenya for deploying the first "
         "400 police officers to Haiti.",
         Want(donors="CAN", sum="80m CAD", items=""),
         Want(donors="KEN", items="400 police officers")),
    line("The first €270 million for Chad was disbursed on 12 March, following ratification by the "
         "Chadian parliament.",
         Want(donors="", recipients="TCD", sum="270m EUR", stage="disbursed", firmness="firm",
              trigger="")),
    line("The European Council invites the Commission to present a proposal for an additional "
         "€200 million in assistance for Moldova.",
         Want(recipients="MDA", sum="200m EUR", stage="called_for")),
]  # fmt: skip

#: What the sums and things of a page belong to.
PARTS = [
    line("The facility will provide Moldova with up to €1.9 billion in 2025-2027, of which €520 "
         "million in grants and up to €1.5 billion in loans.",
         Want(sum="1900m EUR"),
         Want(sum="520m EUR", instrument="grant", part=True),
         Want(sum="1500m EUR", instrument="loan", part=True)),
    line("The Danish government agreed on a support package for Armenia worth DKK 420 million.\n\n"
         "The package has three parts. DKK 250 million goes to the rebuilding of schools.",
         Want(donors="DNK", sum="420m DKK", items=""),
         Want(donors="DNK", recipients="ARM", sum="250m DKK", part=True)),
    line("Spain recently announced €3 million for Haiti, and Barbados stands ready to send "
         "personnel.",
         Want(donors="ESP", sum="3m EUR", instrument="unspecified")),
    line("Norway will give Lebanon £16 million for salaries, fuel and border towers.",
         Want(donors="NOR", recipients="LBN", sum="16m GBP")),
    line("Through its embassy, Japan will support the people of Haiti by:\n\n"
         "- Providing $27 million to the World Food Programme for Haiti\n"
         "- Supporting mobile clinics in Jacmel with $6.5 million\n"
         "- Airlifting 12 tonnes of medical supplies\n",
         Want(donors="JPN", sum="27m USD"),
         Want(donors="JPN", recipients="HTI", sum="6500k USD"),
         Want(donors="JPN", recipients="HTI", items="12 medical supplies")),
    line("Denmark will give Armenia DKK 420 million. Since 2023, Denmark has supported Armenia "
         "with a total of DKK 1.1 billion.\n\nDenmark will contribute 15 instructors to Armenia. "
         "The contribution is subject to the consent of parliament.",
         Want(sum="420m DKK", trigger=""),
         Want(sum="1100m DKK", stage="disbursed", total=True, trigger=""),
         Want(items="15 instructors", trigger="legislature", firmness="conditional")),
]  # fmt: skip

NOTHING = [
    line("The package for Armenia consists of three parts."),
    line("French President Emmanuel Macron met reporters in Paris. He pledged 200 million euros "
         "for the farmers."),
    line("Salaries in Lebanon cost £16 million a year."),
    line("Norway paid £16 million in salaries at home."),
    line("The Prime Minister set out the rules for Lebanon: £16 million in fines."),
    line("President Marcos expressed appreciation for the welcome by the United States Congress."),
    line("Haitian ministers paid a ransom of $6 million for salaries of nobody."),
]  # fmt: skip


@pytest.mark.parametrize("row", [*GIVERS, *PARTS])
def test_official_pages(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOTHING)
def test_official_pages_promise_nothing(row: Line) -> None:
    check_never(row)


def test_two_sums_that_are_only_bounded_above_stay_two() -> None:
    row = Line(text="Norway will lend Chad up to €9 million and Mali up to €4 million.", wants=())
    assert sorted(str(c.amount.high) for c in kept(row) if c.amount) == ["4000000", "9000000"]
