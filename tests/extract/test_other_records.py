"""Sums with a record elsewhere, put right, or left out by a note; all sentences are our own."""

from __future__ import annotations

import pytest
from commitment_lines import Line, kept

GIFT = "Norway will give Moldova €20 million for tents. "


def fresh(text: str) -> dict[int, bool]:
    """Whether each sum of a text (in millions) is told as a promise of its own."""
    found = kept(Line(text=text, wants=()))
    return {
        int(c.amount.low) // 1_000_000: c.newness != "restated" and not c.is_total
        for c in found
        if c.amount and c.amount.low
    }


#: Sentences behind a gift of 20 million whose 5 million stand in another record.
ELSEWHERE = [
    "The source also lists another package of €5 million (NOH2) and the budget support in NOF1.",
    "An additional €5 million in cash is mentioned. This is reported in NOH2.",
    "Note that NOM4 covers the rest of the package, €5 million.",
    "The release is about food, whereas NOH3 lists the €5 million.",
    "We report the €5 million in loan guarantees through the World Bank in NOF5.",
    "We also list the €5 million for the Red Cross under entry NOH7.",
    "The rest (€5 million) is listed as humanitarian aid in NOH5.",
    (
        "Another €5 million will be given to clear mines and other remnants of war, which is "
        "listed as military assistance (See NOM5)."
    ),
    "The €5 million for nurses and mentioned in the second source is reported in NOH1.",
    "Further €5 million, cited by the second source, is recorded in NOH1.",
    "New aid of €5 million for farmers, which has been coded under NOH1, came with it.",
    "See NOH9 for the other €5 million.",
]


@pytest.mark.parametrize("line", ELSEWHERE)
def test_a_sum_with_another_record_is_told_before(line: str) -> None:
    assert fresh(GIFT + line) == {20: True, 5: False}


#: Sentences with a code that is not the record of their 5 million.
NOT_ELSEWHERE = [
    "It will also give €5 million for schools, whose first part is listed in NOH2.",
    "It will also give €5 million for schools, and the rest is recorded in NOH2.",
    "It will also give €5 million for the fund that was set up in COP28.",
    "It will also give €5 million for the MIG29 pilots.",
    "It will also give Moldova an additional €5 million for vans tested under UN155.",
    "We met donors in CZH2, and Norway will give Moldova another €5 million.",
]


@pytest.mark.parametrize("line", NOT_ELSEWHERE)
def test_a_code_of_something_else_sends_no_sum_away(line: str) -> None:
    assert fresh(GIFT + line) == {20: True, 5: True}


def test_a_plan_that_has_a_record_leaves_the_entry_its_sum() -> None:
    text = (
        "Norway will give Moldova a package of €20 million. This entry records €5 million for "
        "schools under the plan registered in NOH9."
    )
    assert fresh(text) == {20: False, 5: True}


#: Texts of a whole or an older figure and a part or the right figure: what is promised.
WHOLES = [
    (
        "Norway will give Moldova €20 million for shells. It was part of a €90 million package.",
        {20: True, 90: False},
    ),
    (
        (
            "As a part of the total package worth €90 million, Norway will give Moldova €20 "
            "million for food."
        ),
        {90: False, 20: True},
    ),
    (
        "From the total of €90 million, Norway will give Moldova €20 million for food.",
        {90: False, 20: True},
    ),
    (
        (
            "Norway gives Moldova €20 million for shells. The gift is funded as part of the €90 "
            "million in new funding for Moldova."
        ),
        {20: True, 90: False},
    ),
    (
        (
            "Norway will give Moldova some €50 million for tents, but its ministry specified that "
            "it was €42 million."
        ),
        {50: False, 42: True},
    ),
    (
        (
            "Norway will give Moldova €50 million for tents. A later report tells that the amount "
            "was revised downwards to €42 million."
        ),
        {50: False, 42: True},
    ),
    (
        (
            "Norway will give Moldova tents for €50 million. The ministry clarified later that the "
            "exact sum is €42 million."
        ),
        {50: False, 42: True},
    ),
    (
        "Norway gives Moldova trucks. What Norway has given is €912 million minus €771 million.",
        {912: False, 771: False},
    ),
    (
        (
            "Norway will give Moldova €20 million for food and €5 million for grain, but those are "
            "excluded for now."
        ),
        {20: True, 5: False},
    ),
    (
        (
            "Norway will give Moldova €20 million for food and €5 million for a court and, hence, "
            "is not included in our dataset."
        ),
        {20: True, 5: False},
    ),
    (
        (
            "The 2025-2026 aid plan: Norway is set to allocate €318 million in aid to Moldova in "
            "the 2024-2025 fiscal year and €197 million in the 2025-2026 fiscal year."
        ),
        {318: False, 197: True},
    ),
]


@pytest.mark.parametrize(("text", "told"), WHOLES)
def test_what_a_note_puts_right_or_takes_apart_is_told_before(
    text: str, told: dict[int, bool]
) -> None:
    assert fresh(text) == told


#: Texts that put nothing right and take nothing out.
PLAIN = [
    (
        (
            "Norway will give Moldova €50 million for tents and specified that €42 million is for "
            "grain."
        ),
        {50: True, 42: True},
    ),
    (
        (
            "Norway will give Moldova €50 million for tents. The ministry clarified that Sweden "
            "will give €42 million."
        ),
        {50: True, 42: True},
    ),
    (
        (
            "Norway will give Moldova €50 million, a part of a larger effort, and "
            "€42 million in loans."
        ),
        {50: True, 42: True},
    ),
    (
        "From the airport, Norway will give Moldova €50 million for roads.",
        {50: True},
    ),
    (
        (
            "Norway will give Moldova €50 million for food and €42 million for grain, and Sweden "
            "is not included in the plan."
        ),
        {50: True, 42: True},
    ),
    (
        (
            "Norway's plan for the 2025-2026 season: €318 million for Moldova and €197 million for "
            "Romania."
        ),
        {318: True, 197: True},
    ),
]


@pytest.mark.parametrize(("text", "told"), PLAIN)
def test_plain_sums_stay_promises(text: str, told: dict[int, bool]) -> None:
    assert fresh(text) == told
