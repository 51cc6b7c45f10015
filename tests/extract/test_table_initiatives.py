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


@pytest.mark.parametrize("row", PROMISED)
def test_a_firm_is_bound(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", BUSINESS)
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
