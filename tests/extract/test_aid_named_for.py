"""States that stand before a noun of aid: who gets it; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, Want, check_says, line
from reading import page

from pledgebook.extract.aid_named_for import is_aid_for
from pledgebook.model.spans import Span

GOT = [
    line("Norway will raise its Mali aid to €50m.", Want(donors="NOR", recipients="MLI")),
    line("Sweden announced Sudan relief worth €9 million.", Want(donors="SWE", recipients="SDN")),
    line("Japan increases Malawi support to $40m", Want(donors="JPN", recipients="MWI")),
    line("Denmark doubled its Yemen humanitarian funding to €30m.",
         Want(donors="DNK", recipients="YEM")),
    line("Ireland lifts Haiti aid package to €8m", Want(donors="IRL", recipients="HTI")),
]  # fmt: skip

#: A name before such a word, and whether the aid is for it.
NAMED = [
    ("Moldova aid to reach €5m", True),
    ("Somalia drought relief; more to follow", False),
    ("Somalia famine relief; more to follow", True),
    ("Moldova budget support beyond 2026", True),
    ("Haiti support, €5m in all,", True),
    ("Peru funding", True),
    ("US aid to Mali", False),
    ("Norway support for Mali", False),
    ("Oman aid to Yemen", False),
    ("Kenya support groups", False),
    ("Ukraine support its soldiers", False),
    ("Ukraine's support for Moldova", False),
    ("Ukrainian support for Moldova", False),
    ("Haiti aid workers", False),
    ("Mali fund managers", False),
]


@pytest.mark.parametrize("row", GOT)
def test_the_state_before_aid_gets_it(row: Line) -> None:
    check_says(row)


@pytest.mark.parametrize(("text", "found"), NAMED)
def test_aid_that_is_named_for_a_state(text: str, *, found: bool) -> None:
    whole = page(text)
    first = next(iter(whole.actors.within(Span(0, len(text)))))
    assert is_aid_for(whole, first) is found
