"""Sums that a lender lets a state draw, on the lender's own page."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, line

FUND, BANK = "International Monetary Fund", "World Bank"

LENT = [
    line("Once the Board agrees, Kenya would have access to US$610 million.",
         Want(donors="org:imf", recipients="KEN", sum="610m USD"), publisher=FUND),
    line("Togo will have access to SDR 44 million.",
         Want(donors="org:imf", recipients="TGO", sum="44m XDR"), publisher=FUND),
    line("The decision gives Senegal access to about $312 million.",
         Want(donors="org:imf", recipients="SEN", sum="312m USD"), publisher=FUND),
    line("The decision enables Armenia to draw SDR 18.4 million.",
         Want(donors="org:imf", recipients="ARM", sum="18.4m XDR"), publisher=FUND),
    line("Approval allows Benin to immediately draw the equivalent of US$52 million.",
         Want(donors="org:imf", recipients="BEN", sum="52m USD"), publisher=FUND),
    line("The review was completed, making available SDR 27 million to Honduras.",
         Want(donors="org:imf", recipients="HND", sum="27m XDR"), publisher=FUND),
    line("The mission ended on Friday. The authorities would have access to $88 million.",
         Want(donors="org:imf", recipients="MDA", sum="88m USD"),
         publisher=FUND, title="Staff-Level Agreement with Moldova"),
    line("Malawi gains access to an additional $75 million.",
         Want(donors="org:world-bank", recipients="MWI", sum="75m USD"), publisher=BANK),
    line("The arrangement grants Rwanda access to $165 million over three years.",
         Want(donors="org:imf", recipients="RWA", sum="165m USD"), publisher=FUND),
    line("Total disbursements under the arrangement to $230 million would support Nepal.",
         Want(donors="org:imf", recipients="NPL", sum="230m USD"), publisher=FUND),
    line("If approved, the programme will give Cape Verde access to about $30 million.",
         Want(donors="org:imf", recipients="CPV", sum="30m USD"), publisher=FUND),
    line("The Pandemic Fund lets Tonga draw $6 million; Tonga has access to $9 million.",
         Want(donors="org:world-bank", recipients="TON", sum="9m USD"), publisher=BANK),
    line("Under the new window, Lebanon may draw up to $120 million.",
         Want(donors="org:world-bank", recipients="LBN", sum="120m USD"), publisher=BANK,
         not_yet="'may' before the words of drawing is read as weighed"),
]  # fmt: skip

NOT_LENT = [
    line("Kenya lost access to $610 million in trade credits.", publisher=FUND),
    line("Togo has no access to the $44 million it holds abroad.", publisher=FUND),
    line("Senegal was denied access to $312 million.", publisher=FUND),
    line("Armenia seeks access to $18 million.", publisher=FUND),
    line("Without access to $52 million, Benin would have to borrow at home.", publisher=FUND),
    line("Ghana would have access to $96 million.", publisher="The Daily Star"),
    line("Firms would have access to $96 million in private credit.", publisher=FUND),
    line("Honduras drew down reserves by $27 million.", publisher=FUND),
    line("Reserves rose to $88 million in Moldova.", publisher=FUND),
    line("Malawi owes $75 million to creditors with access to collateral.", publisher=BANK),
    line("The report makes available data on $120 million of Lebanese debt.", publisher=BANK),
    line("Households in Chad have access to 12 litres a day.", publisher=BANK),
]  # fmt: skip


@pytest.mark.parametrize("row", LENT)
def test_a_lender_gives_what_a_state_may_draw(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_LENT)
def test_no_access_no_lender_or_no_state_is_no_loan(row: Line) -> None:
    check_never(row)
