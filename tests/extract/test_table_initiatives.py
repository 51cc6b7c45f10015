"""Firms and foundations that promise as part of an office's initiative; all are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

NORWAY = "Ministry of Foreign Affairs of Norway"
US = "The White House"

PROMISED = [
    line("**FreshWell**, a water company, has committed to invest $15 million to support 80 "
         "villages "
         "in Central America.",
         Want(donors="None", sum="15m USD", stage="committed"), publisher=US),
    line("- **The Harbour Foundation **has committed $4 million for schooling across Africa.",
         Want(donors="None", sum="4m USD"), publisher=NORWAY),
    line("Lakeland Enterprises, a firm, has pledged to invest $300,000 in wells in Ghana.",
         Want(donors="None", recipients="GHA", sum="300k USD"), publisher=US),
    line("**Lakeland Wells Ltd (LWL)**, a drilling, pumping, and repair firm, has committed "
         "**$9 million"
         " to clean water** in Central America.",
         Want(donors="None", sum="9m USD"), publisher=US),
    line("**Lakeland Parks**, a conservation organization, met in Accra.\n\nLakeland Parks is "
         "committing "
         "to raise and invest an additional $2 million in Africa.",
         Want(donors="None", sum="2m USD"), publisher=US),
    line("Microsoft pledged $20 million to Kenya for schools.",
         Want(donors="None", recipients="KEN", sum="20m USD"), publisher=US),
    line("The Gates Foundation has committed to invest $7 million in vaccines for South Asia.",
         Want(donors="org:gates-foundation", sum="7m USD"), publisher=US),
]  # fmt: skip

#: What firms do on their own account, at home or for others' purses.
BUSINESS = [
    line("FreshWell will invest $15 million in new works in Honduras.", publisher=US),
    line("Lakeland Mills will build a $90 million plant in Ohio.", publisher=US),
    line("**FreshWell**, a water company, announced a $90 million investment.", publisher=US),
]  # fmt: skip


#: Agencies whose work is aid abroad, which need not say so, and what goes to a part of the world.
AGENCIES = [
    line("USAID has committed over $9 million towards the leadership of CDRX.",
         Want(donors="USA", sum="9m USD"), publisher=US),
    line("DFC invested $3 million in adaptation, including water works.",
         Want(donors="USA", sum="3m USD"), publisher=US),
    line("The President's Malaria Initiative (PMI) met. PMI plans to invest $8 million next "
         "year.",
         Want(donors="USA", sum="8m USD"), publisher=US),
    line("The United States will provide $700,000 to train scholars of the Mekong sub-region.",
         Want(donors="USA", sum="700k USD"), publisher=US),
    line("CDC has **allocated approximately $6 million** towards the response in Chad since "
         "March.",
         Want(donors="USA", recipients="TCD", sum="6m USD"), publisher=US),
]  # fmt: skip

AT_HOME = [
    line("FEMA has committed over $9 million towards repairs.", publisher=US),
    line("The Department of Education invested $3 million in schools.", publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", PROMISED + AGENCIES)
def test_a_firm_is_bound(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", BUSINESS + AT_HOME)
def test_it_is_business(row: Line) -> None:
    check_never(row)


NAMED = [
    ("**FreshWell**, a water company, has committed to invest $15 million in Africa.", "FreshWell"),
    ("The **Harbour Foundation **has committed $4 million across Africa.", "Harbour Foundation"),
    ("Pfizer has pledged $4 million to Ghana.", "Pfizer"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_it_is_told_by_its_name_alone(text: str, name: str) -> None:
    claims = kept(Line(text=text, wants=(), publisher=US))
    assert [actor.name for claim in claims for actor in claim.donors] == [name]
