"""Paragraphs that each open with who gives, below words that tell of gifts. All are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, kept, said

HEAD = "Who brought what to the Moldova conference\n\nThis is what was said in Chisinau.\n\n"
LINES = [
    ("Spain: 40 buses and 12 generators by May.", "ESP", "40 buses; 12 generators"),
    ('Germany: two field hospitals, "straight from the depot".', "DEU", "2 field hospitals"),
    ("Czech Republic: 900 tents that its army no longer uses.", "CZE", "900 tents"),
    ("Poland – 30 ambulances.", "POL", "30 ambulances"),
    ("Latvia: 5 generators, 4 of them new.", "LVA", "5 generators"),
    ("Norway: 200 stoves.", "NOR", "200 stoves"),
]


def claims(text: str) -> dict[object, object]:
    """Givers of a text with what they give."""
    return {c["donors"]: c["items"] for c in map(said, kept(Line(text=text, wants=())))}


@pytest.mark.parametrize(("line", "donor", "items"), LINES)
def test_each_line_is_a_gift_of_its_own(line: str, donor: str, items: str) -> None:
    text = f"{HEAD}{line}\n\nItaly: €4 million for Moldova's schools.\n\nGreece: 60 radios.\n"
    assert claims(text)[donor] == items


def test_a_sum_stands_beside_them() -> None:
    assert "ITA" in claims(f"{HEAD}Italy: €4 million for schools in Moldova.\n\nSpain: 4 buses.\n")


OTHER_HEADS = [
    "Arms trade with Moldova in figures\n\nThese are the orders of the year.\n\n",
    "Donors promise help to Moldova\n\nWhere the wounded are now.\n\n",
    "What Moldova's army has lost\n\n",
    "The Moldova conference in figures\n\n",
    "Donors meet for Moldova\n\nWho asked for what.\n\n",
]


@pytest.mark.parametrize("head", OTHER_HEADS)
def test_below_other_words_they_are_none(head: str) -> None:
    assert not claims(f"{head}Spain: 40 tanks.\n\nItaly: 30 guns.\n\nGreece: 20 lorries.\n")


def test_one_line_is_no_list() -> None:
    assert not claims(f"{HEAD}Spain: 40 tanks.\n")
