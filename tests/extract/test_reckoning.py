"""Notes that reckon out, name or leave out what they record; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()


def by_millions(text: str) -> dict[int, Commitment]:
    """Commitments of a text by their sum."""
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    return {int(c.amount.low) // 1_000_000: c for c in found if c.amount and c.amount.low}


def fresh(text: str) -> set[int]:
    """Sums in millions that are neither recalled nor totals."""
    return {n for n, c in by_millions(text).items() if c.newness != "restated" and not c.is_total}


#: Text, the sums it tells, those that are left as what it records itself.
RECKONED = [
    (
        (
            "Norway has given Moldova aid worth €90 million. We subtract the €60 million of the "
            "first two packages and report €30 million."
        ),
        {90, 30},
        {30},
    ),
    (
        (
            "Latvia has provided €50 million to Moldova. Our dataset recorded less, so we report "
            "the difference here."
        ),
        {50},
        set(),
    ),
    (
        (
            "The Swedish winter package for Moldova is worth €80 million. Some of its parts have "
            "entries of their own. Here we report the rest."
        ),
        {80},
        set(),
    ),
    (
        (
            "Ireland gave Moldova €70 million in aid by June. Since €45 million was reported "
            "before, we add the remaining €25 million."
        ),
        {70, 45, 25},
        {25},
    ),
    (
        (
            "Spain donated €12 million to Moldova. We deduct the €2 million spent in Romania and "
            "arrive at €10 million."
        ),
        {12, 10},
        {10},
    ),
    (
        (
            "Denmark's commitment to Moldova is now DKK 380 million. We attribute the difference "
            "between the former level (DKK 282 million) and the new one, which amounts to "
            "DKK 98 million."
        ),
        {380, 282, 98},
        {98},
    ),
    (
        (
            "One source gives Norwegian aid to Moldova as €8 million and another source says that "
            "Norway gave €10 million. We take the average of €9 million."
        ),
        {10, 9},
        {9},
    ),
    (
        (
            "Finland pledged €40 million to Moldova. Part of it was counted before, and we "
            "subtract that part."
        ),
        {40},
        set(),
    ),
    (
        (
            "Belgium will give Moldova €24 million. Out of it, €14 million goes to UNICEF and "
            "€7 million to the Red Cross. Here we report the contribution to UNICEF."
        ),
        {24, 14, 7},
        {14},
    ),
    (
        (
            "Belgium will give Moldova €24 million. Out of it, €14 million goes to UNICEF and "
            "€7 million to the Red Cross. We report the Red Cross contribution here."
        ),
        {24, 14, 7},
        {7},
    ),
    (
        (
            "Denmark will give Moldova a package of €30 million: €20 million for energy, €9 "
            "million for demining and €1 million for schools. Here we report the second part."
        ),
        {30, 20, 9, 1},
        {9},
    ),
    (
        "2026 aid plan: Canada will give Moldova C$318 million in 2025 and C$197 million in 2026.",
        {318, 197},
        {197},
    ),
    (
        (
            "2025 aid plan: Norway will provide Moldova with €60 million, of which €20 million in "
            "2024, €25 million in 2025 and €15 million in 2026."
        ),
        {60, 20, 25, 15},
        {25},
    ),
    (
        (
            "Norway will give Moldova €20 million. We do not report the €6 million given to "
            "Romania and the €3 million for the office of the fund."
        ),
        {20},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million and gave another €6 million to Romania, which we "
            "do not count."
        ),
        {20, 6},
        {20},
    ),
    (
        "Norway will give Moldova €20 million. It also donated €6 million to the Red Cross (NOH7).",
        {20, 6},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million. The €6 million named in “source 2” is "
            "reported in NOH7."
        ),
        {20, 6},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million. See NOH7 for the €6 million that it gave to the "
            "Red Cross."
        ),
        {20, 6},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million for hospitals. The gift is funded by the "
            "€500 million tranche for aid to Moldova that it announced in June."
        ),
        {20, 500},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million in grants. The sum is separate from the €55 "
            "million that Norway pledged in loans."
        ),
        {20, 55},
        {20},
    ),
    (
        "Cyprus announced that its humanitarian aid to Moldova now exceeds €3 million.",
        {3},
        set(),
    ),
    (
        (
            "Cyprus says that its military aid to Moldova now exceeds €30 million. We subtract "
            "what it gave before, so that the new aid is equal to €2 million."
        ),
        {30, 2},
        {2},
    ),
    (
        (
            "Sweden will give Moldova a package of SEK 90 million. It contains SEK 30 million for "
            "the energy fund (see SEF6), SEK 40 million for roads and SEK 20 million for schools."
        ),
        {90, 30, 40, 20},
        {90, 40, 20},
    ),
    (
        "Sweden will give Moldova SEK 43 million. We list the remaining goods without names.",
        {43},
        {43},
    ),
    (
        "Since part of the package was counted before, Sweden will give Moldova SEK 12 million.",
        {12},
        {12},
    ),
    (
        (
            "Australia gave Moldova aid. We leave out the freight and arrive at A$47 million in "
            "aid to Moldova. Some of it was reported before, hence we report A$12 million."
        ),
        {47, 12},
        {12},
    ),
    (
        (
            "Additional DKK 7.5 billion for the 2026 commitment: Denmark will give Moldova "
            "DKK 2.5 billion in 2025 and DKK 7.5 billion in 2026."
        ),
        {2500, 7500},
        {7500},
    ),
    (
        (
            "The measure adopted today brings the EU's contribution to the delivery of medical "
            "goods and equipment to Moldova under the facility that it founded in 2021 to €560 "
            "million."
        ),
        {560},
        set(),
    ),
    (
        (
            "Norway will give Moldova €20 million. The source mentions €6 million in cash "
            "for Moldova. This is reported in NOH7."
        ),
        {20, 6},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million, and gave €6 million in aid before (identifiers "
            "NOH1 - NOH4)."
        ),
        {20, 6},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million. It delivered military aid worth €90 million, "
            "which includes donation IDs NOM1 and NOM2."
        ),
        {20, 90},
        {20},
    ),
    (
        (
            "Norway will give Moldova €20 million. The page also mentions €7 million in food aid "
            "that is covered in Donation ID NOH6."
        ),
        {20, 7},
        {20},
    ),
    ("Norway is setting up a €60 million Moldova fund.", {60}, {60}),
    ("Dutch military aid to Moldova now stands at €700 million.", {700}, set()),
    ("Aid from Estonia to Moldova has reached €230 million.", {230}, set()),
    ("Military aid from Estonia to Moldova has been estimated at €220 million.", {220}, set()),
    ("By May, Iceland's support for Moldova already amounted to €15 million.", {15}, set()),
]


@pytest.mark.parametrize(("text", "told", "own"), RECKONED)
def test_a_note_that_reckons_records_what_is_left(text: str, told: set[int], own: set[int]) -> None:
    assert set(by_millions(text)) >= told
    assert fresh(text) == own


#: Texts whose sums stay what is promised.
PLAIN = [
    ("Norway will give Moldova €20 million. The rest of the aid is still open.", {20}),
    ("Norway will give Moldova €20 million, a sum that makes a difference.", {20}),
    (
        "Norway will give Moldova €90 million and Romania €60 million. They report the rest.",
        {90, 60},
    ),
    ("Norway will give Moldova €20 million; the report says that we spend the rest at home.", {20}),
    ("Norway will give Moldova €20 million for schools that UNICEF runs.", {20}),
    ("Canada will give Moldova C$318 million in 2025 and C$197 million in 2026.", {318, 197}),
    ("In 2026, Canada will give Moldova C$318 million and Sweden C$197 million.", {318, 197}),
    ("Norway will give Moldova €20 million through the Red Cross (ICRC).", {20}),
    ("Norway will give Moldova €20 million for the F16 pilots in the CAP5 course.", {20}),
    ("Norway will give Moldova €20 million, more aid than it has ever given.", {20}),
    ("Norway will provide aid that reaches €20 million to Moldova.", {20}),
    ("Norway will give Moldova €20 million, funded by the proceeds of a bond.", {20}),
    ("Norway will give Moldova €20 million in grants, apart from goods.", {20}),
    ("Norway announced €20 million for Moldova, and it does not count on thanks.", {20}),
    ("We report from Oslo: Norway will give Moldova €20 million, Romania €6 million.", {20, 6}),
]


@pytest.mark.parametrize(("text", "own"), PLAIN)
def test_a_text_that_reckons_nothing_promises_its_sums(text: str, own: set[int]) -> None:
    assert fresh(text) == own
