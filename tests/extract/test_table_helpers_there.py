"""Teams that are where they help, that go to a region or beside goods; people brought in."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_among, check_never, check_says, line

US, JP = "White House", "Ministry of Foreign Affairs of Japan"

THERE = [
    line("Two search-and-rescue teams from Spain are now on the ground in Morocco.",
         Want(donors="ESP", recipients="MAR", instrument="personnel")),
    line("Our three medical teams are already on the ground to support Malawi.",
         Want(donors="USA", recipients="MWI"), publisher=US),
    line("This spring, USAID will deploy six advisors to Central America.",
         Want(donors="USA", items="6 advisors"), publisher=US),
    line("Norway will send eight engineers to the Caribbean region.",
         Want(donors="NOR", items="8 engineers")),
    line("Israel has sent a field hospital and 40 doctors to Nepal.",
         Want(donors="ISR", recipients="NPL")),
    line("Portugal sent a team of 54 firefighters to Chile.",
         Want(donors="PRT", recipients="CHL")),
]  # fmt: skip

NOT_THERE = [
    line("Two search-and-rescue teams are on strike in Morocco."),
    line("Spain's teams are not on the ground in Morocco."),
    line("Three medical teams from Ohio are on the ground in Texas.", publisher=US),
    line("Two teams from Spain are on the pitch in Morocco."),
    line("Russia has sent engineers to the Caucasus to lay mines against Georgia."),
    line("Gunmen are now on the ground in Morocco."),
    line("Norway will not send eight engineers to the Caribbean region."),
]  # fmt: skip


@pytest.mark.parametrize("row", THERE)
def test_helpers_are_sent_by_whose_they_are(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_THERE)
def test_others_and_other_places_are_no_help(row: Line) -> None:
    check_never(row)


def test_a_team_beside_goods_is_told_by_itself() -> None:
    text = ("Japan will dispatch a Japan Disaster Relief medical team to Fiji, and emergency "
            "relief goods such as tents will be provided through JICA.")  # fmt: skip
    team = Want(donors="JPN", recipients="FJI", instrument="personnel")
    goods = Want(donors="JPN", recipients="FJI", instrument="in_kind")
    check_among(Line(text=text, wants=(team, goods), publisher=JP))


def test_people_told_once_are_not_a_team_besides() -> None:
    text = ("We have sent over 400 U.S. firefighters and personnel, as well as equipment like "
            "pumps, to help Canada.")  # fmt: skip
    row = Line(text=text, wants=(Want(donors="USA", recipients="CAN"),), publisher=US)
    check_says(row)


BROUGHT = [
    line("We will bring 6,000 Afghan refugees into the country.",
         Want(donors="USA", recipients="AFG", instrument="policy"), publisher=US),
    line("We plan to bring 900 Syrian refugees to our shores this year.",
         Want(donors="USA", recipients="SYR"), publisher=US),
]  # fmt: skip

NOT_BROUGHT = [
    line("Smugglers bring 6,000 refugees into the country each year.", publisher=US),
    line("We will bring 6,000 jobs into the country.", publisher=US),
    line("The floods bring 900 refugees to the town."),
    line("We will not bring 6,000 Afghan refugees into the country.", publisher=US),
]  # fmt: skip


@pytest.mark.parametrize("row", BROUGHT)
def test_who_brings_people_in_takes_them_in(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize("row", NOT_BROUGHT)
def test_others_who_come_are_not_taken_in(row: Line) -> None:
    check_never(row)
