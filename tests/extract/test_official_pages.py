"""Sentences of statements, fact sheets and transcripts of an office; all are our own words."""

from __future__ import annotations

import pytest
from reading import claims, ids

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()
OFFICE = "The White House"

#: text of an American office: nothing in it is given by anybody
NOTHING_GIVEN = [
    "A bomber launched an attack in Somalia, killing 14 American soldiers and 60 Somali civilians.",
    "We will protect Kenya without deploying thousands of American soldiers.",
    "President Putin ordered his tanks to roll into Georgia.",
    "We support an inquiry in Israel into the abuse of prisoners by Israeli soldiers.",
    "In response to the arrival of North Korean soldiers, the President decided to go to Ukraine.",
    "More than 1,100 engineers are providing support to Ukraine.",
    "You buy 12 trucks for Ukraine and it costs more.",
    "Companies have announced billions and billions and billions of dollars for Kenya.",
    "Q    You said $40 million would be given to Ukraine.\n\nMS. DOE:  I have nothing on that.",
    "President Biden raised the tariff rate on Russian goods worth $2 billion.",
]


@pytest.mark.parametrize("text", NOTHING_GIVEN, ids=lambda text: text[:40])
def test_nothing_is_given(text: str) -> None:
    assert [c.values() for c in claims(READER, text, OFFICE)] == []


#: text, giver, receivers, sum
GIVEN = [
    ("We thanked the Norwegians giving $40 million to Ukraine.", "NOR", "UKR", 40_000_000),
    ("Italy is in the G7, which, as you know, has pledged a $50 billion loan to Mali.",
     "group:g7", "MLI", 50_000_000_000),
    ("Norway is doing its part, with $3 billion in military support for Ukraine.", "NOR", "UKR",
     3_000_000_000),
    ("Portugal said this week it will give $7 million to Moldova.", "PRT", "MDA", 7_000_000),
    ("We have provided $5 million in aid to Moldova to defend itself from Russian aggression.",
     "USA", "MDA", 5_000_000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "giver", "receivers", "low"), GIVEN, ids=lambda v: str(v)[:30])
def test_who_gives(text: str, giver: str, receivers: str, low: int) -> None:
    found = [c for c in claims(READER, text, OFFICE) if isinstance(c, Commitment)]
    assert [(ids(c.donors), ids(c.recipients)) for c in found] == [(giver, receivers)]
    assert [c.amount.low for c in found if c.amount is not None] == [low]


def test_each_sum_of_a_list_is_for_its_own_place() -> None:
    text = (
        "The United States has provided more than $90 million to countries that host refugees, "
        "including $40 million in Poland, $30 million in Moldova, and $5 million in Hungary."
    )
    found = [c for c in claims(READER, text, OFFICE) if isinstance(c, Commitment)]
    parts = {int(c.amount.low or 0): ids(c.recipients) for c in found[1:] if c.amount is not None}
    assert parts == {40_000_000: "POL", 30_000_000: "MDA", 5_000_000: "HUN"}


def test_what_a_gift_shall_draw_in_is_no_gift() -> None:
    text = "The United States gives a grant of $3 million to Kenya that will leverage $90 million."
    found = [c for c in claims(READER, text, OFFICE) if isinstance(c, Commitment)]
    assert [c.amount.low for c in found if c.amount is not None] == [3_000_000]


def test_who_gave_before_is_not_the_giver_of_the_next_sum() -> None:
    text = (
        "This includes $900 million in humanitarian aid the United States will provide to Kenya on "
        "top of the $300 million already contributed and €550 million from the EU."
    )
    found = [c for c in claims(READER, text, OFFICE) if isinstance(c, Commitment)]
    givers = {int(c.amount.low or 0): ids(c.donors) for c in found if c.amount is not None}
    assert givers == {900_000_000: "USA", 300_000_000: "USA", 550_000_000: "org:eu"}
