"""Sentences of debts that creditors let go, and of debts that are none of others; our own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line


def gone(donors: str, recipients: str, sum_: str, stage: str = "committed") -> Want:
    """A debt let go is a gift of its sum."""
    return Want(donors=donors, recipients=recipients, sum=sum_, stage=stage, firmness="firm")


LET_GO = [
    line("France cancelled €5 billion of Sudan's debt.", gone("FRA", "SDN", "5bn EUR")),
    line("Norway cancelled $24 million of Liberian debt.", gone("NOR", "LBR", "24m USD")),
    line("Kuwait wrote off $7 million in Malian external debt.", gone("KWT", "MLI", "7m USD")),
    line("Norway has forgiven $240 million of Liberia's debt.", gone("NOR", "LBR", "240m USD")),
    line("Italy has cancelled €80 million of Ethiopia's debt.", gone("ITA", "ETH", "80m EUR")),
    line("Germany waived €360 million of Sudan's arrears.", gone("DEU", "SDN", "360m EUR")),
    line("The United States wrote off $1.2 billion of Somalia's debt.",
         gone("USA", "SOM", "1200m USD")),
    line("Spain agreed to cancel €30 million of Senegal's debt.", gone("ESP", "SEN", "30m EUR")),
    line("Japan agreed to cancel $150 million of Nepal's debts to it.",
         gone("JPN", "NPL", "150m USD")),
    line("Denmark cancelled about DKK 700 million of Ghana's debt.",
         gone("DNK", "GHA", "700m DKK")),
    line("Austria has waived €12 million of claims on Mauritania.",
         Want(donors="AUT", sum="12m EUR", stage="committed")),
    line("Belgium cancelled debts of €25 million for Mozambique.",
         gone("BEL", "MOZ", "25m EUR")),
    line("China forgave $47 million in arrears of Cuba.", Want(donors="CHN", sum="47m USD")),
    line("Norway cancelled $5 million of Mali's debt, and Italy cancelled €34 million of Chad's "
         "debt.", gone("NOR", "MLI", "5m USD"), gone("ITA", "TCD", "34m EUR")),
    line("Russia wrote off $23 million of Chad's debt in May.", gone("RUS", "TCD", "23m USD")),
]  # fmt: skip

NONE = [
    line("The President will cancel $10,000 in student debt for each borrower."),
    line("Ohio's hospitals forgave $4 million in medical debt."),
    line("Chad's debt stands at $3 billion."),
    line("Ghana owes $5 billion of debt to its creditors."),
    line("Zambia cannot pay $42 million of its debt this year."),
    line("Mali's debt rose by $800 million last year."),
    line("Kenya paid $2 billion of its debt back in June."),
    line("Malawi asked for talks on $300 million of debt."),
    line("The bank sold $6 million of Peru's debt."),
    line("Ministers spoke of the $90 billion of debt that poor countries have."),
    line("Lebanon defaulted on $1.2 billion of debt."),
    line("The utility's debts of $7 million were forgiven as tax debt."),
]  # fmt: skip


@pytest.mark.parametrize("row", LET_GO)
def test_a_debt_let_go_is_a_gift(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NONE)
def test_other_debts_are_none(row: Line) -> None:
    check_never(row)


def test_a_gift_that_is_cancelled_stays_withdrawn() -> None:
    check_says(Line(text="Norway cancelled a $9 million grant to Chad.",
                    wants=(Want(sum="9m USD", stage="withdrawn"),)))  # fmt: skip
