"""Whose "we" and "I" the turns of a transcript are: the label's, not the publishing office's."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_never, check_says, kept, line
from reading import ids

US, UK = "White House", "Prime Minister's Office, 10 Downing Street"
TALKS = "Remarks by President Biden and Chancellor Scholz of Germany"


HOST = "PRESIDENT BIDEN: Welcome to the White House, all of you.\n\n"


def _turn(label: str, *paragraphs: str) -> str:
    return f"{label}: " + "\n\n".join(paragraphs) + "\n"


SPOKEN = [
    line(_turn("CHANCELLOR SCHOLZ", "We will give €50 million to Ukraine."),
         Want(donors="DEU", recipients="UKR", sum="50m EUR"), publisher=US, title=TALKS),
    line(_turn("CHANCELLOR SCHOLZ", "Thank you very much.", "I announced €20 million for Moldova."),
         Want(donors="DEU", recipients="MDA", sum="20m EUR"), publisher=US, title=TALKS),
    line(_turn("PRESIDENT MACRON", "We have delivered 30 howitzers to Ukraine."),
         Want(donors="FRA", recipients="UKR", stage="delivered"), publisher=US),
    line(_turn("PRIME MINISTER MODI", "Our government will send 500 tents to Nepal."),
         Want(donors="IND", recipients="NPL"), publisher=US),
    line(_turn("PRESIDENT ZELENSKYY", "We will give 200 generators to Moldova."),
         Want(donors="UKR", recipients="MDA"), publisher=US),
    line(_turn("PRIME MINISTER MELONI", "We pledged €90 million to Tunisia."),
         Want(donors="ITA", recipients="TUN", sum="90m EUR"), publisher=UK),
    line(_turn("PRESIDENT BIDEN", "We will give $70 million to Kenya."),
         Want(donors="USA", recipients="KEN", sum="70m USD"), publisher=US),
    line(_turn("MR. SULLIVAN", "We will give $70 million to Kenya."),
         Want(donors="USA", recipients="KEN"), publisher=US),
    line(_turn("MS. ROWE", "We will give $70 million to Kenya."),
         Want(donors="USA", recipients="KEN"), publisher=US),
    line(_turn("PRESIDENT ZELENSKYY", "I know that you gave Ukraine $37 billion."),
         Want(donors="USA", recipients="UKR", sum="37bn USD"), publisher=US),
    line(_turn("PRIME MINISTER ALBANESE", "We are increasing our aid to the Pacific islands by "
               "$500 million."), Want(donors="AUS", sum="500m USD"), publisher=US),
    line(_turn("CHANCELLOR SCHOLZ", "The United States will give $40 million to Chad."),
         Want(donors="USA", recipients="TCD"), publisher=US, title=TALKS),
]  # fmt: skip


@pytest.mark.parametrize("row", SPOKEN)
def test_we_is_whoever_speaks(row: Line) -> None:
    check_says(row)


AT_HOME = [
    line(_turn("PRIME MINISTER SUNAK", "We’ve announced £3 billion of investment into the UK."),
         publisher=US),
    line(_turn("PRIME MINISTER SUNAK", "We will invest £3 billion in British steel."),
         publisher=US),
    line(_turn("CHANCELLOR SCHOLZ", "We have decided to spend €100 billion on our own army."),
         publisher=US, title=TALKS),
]  # fmt: skip


@pytest.mark.parametrize("row", AT_HOME)
def test_what_a_guest_spends_at_home_is_no_gift(row: Line) -> None:
    check_never(row)


NOT_THE_OFFICE = [
    (_turn("PRESIDENT TORVALD", "We will give €50 million to Ukraine."), US),
    (_turn("KING HARDRADA", "I announced €5 million for Jordan."), US),
    (_turn("PRIME MINISTER ASDAL", "We have sent 40 trucks to Moldova."), US),
    (_turn("CHANCELLOR SCHOLZ", "We will give €50 million to Ukraine."), US),
    (_turn("PRESIDENT MACRON", "Hello.", "Our country gave 12 radars to Ukraine."), US),
]  # fmt: skip


@pytest.mark.parametrize(("text", "publisher"), NOT_THE_OFFICE)
def test_the_office_does_not_give_what_a_guest_does(text: str, publisher: str) -> None:
    found = kept(Line(text=HOST + text, wants=(), publisher=publisher, title=TALKS))
    assert found
    assert all("USA" not in ids(claim.donors) for claim in found)


def test_a_head_alone_on_a_page_is_the_offices_own() -> None:
    text = _turn("PRESIDENT TORVALD", "We will give €50 million to Ukraine.")
    found = kept(Line(text=text, wants=(), publisher="Norwegian Government"))
    assert [ids(claim.donors) for claim in found] == ["NOR"]


def test_each_turn_is_its_own() -> None:
    text = (_turn("PRESIDENT BIDEN", "We will give $50 million to Moldova.") + "\n"
            + _turn("CHANCELLOR SCHOLZ", "We will give €30 million to Ukraine.") + "\n"
            + _turn("PRESIDENT BIDEN", "And we will send 20 pumps to Chad."))  # fmt: skip
    found = kept(Line(text=text, wants=(), publisher=US, title=TALKS))
    assert [(ids(c.donors), ids(c.recipients)) for c in found] == [
        ("USA", "MDA"), ("DEU", "UKR"), ("USA", "TCD"),
    ]  # fmt: skip


def test_what_several_do_together_is_nobodys_alone() -> None:
    text = _turn("CHANCELLOR SCHOLZ", "Together we will give €30 million to Ukraine.")
    for claim in kept(Line(text=text, wants=(), publisher=US, title=TALKS)):
        assert ids(claim.donors) != "DEU"
