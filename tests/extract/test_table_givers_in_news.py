"""Givers and takers where news puts them: paragraphs of one sentence, rows, towns; own words."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line

#: Whose sum it is by the paragraph before, by the clause beside, or behind "from".
WHOSE = [
    line("Fiji, which has a small army, was criticised for its low spending on Ukraine.\n\n"
         "By October, it had delivered 20 million euros in weapons.",
         Want(donors="FJI", sum="20m EUR")),
    line("Oman has pledged 10 million euros to the Adaptation Fund, while Qatar has offered 3 "
         "million euros.",
         Want(donors="OMN", recipients="org:adaptation-fund", sum="10m EUR"),
         Want(donors="QAT", recipients="org:adaptation-fund", sum="3m EUR")),
    line("Donors want to help Chad.\n\nThe pledges included $2.6bn from Italy, $1.7bn from the UK, "
         "$1bn from Spain and $925m from Japan.",
         Want(donors="ITA", sum="2.6bn USD"), Want(donors="GBR", sum="1.7bn USD"),
         Want(donors="ESP", sum="1bn USD"), Want(donors="JPN", sum="925m USD")),
    line("Among the nations that promised funds for Chad were Oman ($6m), Fiji ($4m) and Peru "
         "($3m), according to the UN.",
         Want(donors="OMN", sum="6m USD"), Want(donors="FJI", sum="4m USD"),
         Want(donors="PER", sum="3m USD")),
    line("Although it still opposes UN money for Mali, Washington has promised to contribute 60 "
         "million dollars.", Want(donors="USA", recipients="MLI", sum="60m USD")),
    line("Oman has lent $3 million to debt-ridden Chad.",
         Want(donors="OMN", recipients="TCD", sum="3m USD")),
    line("Hamburg sends Ukraine three fire engines.",
         Want(recipients="UKR", items="3 fire engines")),
    line("Bavaria to give €5m for Gaza hospitals", Want(recipients="PSE", sum="5m EUR")),
    line("Munich city council approves €500,000 for Ukraine",
         Want(recipients="UKR", sum="500k EUR")),
]  # fmt: skip

#: People who are sent on duty, and helping with counted things.
ON_DUTY = [
    line("Rwanda will send 1,000 men to Mozambique.",
         Want(donors="RWA", recipients="MOZ", items="1000 men")),
    line("Cuba will deploy 165 people to Liberia in October.",
         Want(donors="CUB", recipients="LBR", items="165 people")),
    line("Kenya is to add 150 military police to the force in Haiti.",
         Want(donors="KEN", recipients="HTI", items="150 military police")),
    line("Kenya will aid the Haiti police force with 1,000 personnel.",
         Want(donors="KEN", recipients="HTI", items="1000 personnel")),
    line("Kenya will reinforce the police in Haiti with 1,000 officers.",
         Want(donors="KEN", recipients="HTI", items="1000 officers")),
    line("Norway will help Mali with 12 buses.",
         Want(donors="NOR", recipients="MLI", items="12 buses")),
]  # fmt: skip

NOT_GIVEN = [
    line("Donors gave Chad only half of the required $1 billion.", Want(sum="1bn USD")),
    line("In Oman's plan for Chad, the budget was $877 million, but more funding is needed.",
         Want(sum="877m USD")),
    line("Oman gave Chad aid. The $9 million being sought is for roads.", Want(sum="9m USD")),
    line("The total pledge of more than $16 billion to Chad will include part of the aid by Japan.",
         Want(donors="JPN", sum="16bn USD")),
    line("Norway helps 300 people in Mali.", Want(items="300 people")),
    line("Fiji will send 40 people home to Chad.", Want(items="40 people")),
    line("Kenya will add 150 police officers to its own ranks.", Want(items="150 police officers")),
    line("Hamburg won against Munich and gave Ukraine nothing.", Want(recipients="UKR")),
]  # fmt: skip


@pytest.mark.parametrize("row", [*WHOSE, *ON_DUTY])
def test_who_gives_what_to_whom(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_GIVEN)
def test_what_is_not_given(row: Line) -> None:
    check_never(row)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hamburg sends Ukraine three fire engines.", "Hamburg"),
        ("Bavaria to give €5m for Gaza hospitals", "Bavaria"),
        ("Munich city council approves €500,000 for Ukraine", "Munich"),
    ],
)
def test_towns_and_regions_give_in_their_own_name(text: str, name: str) -> None:
    (claim,) = kept(Line(text=text, wants=()))
    assert [(actor.id, actor.name) for actor in claim.donors] == [(None, name)]
