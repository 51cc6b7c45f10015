"""Notes that say which sum they record themselves; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()
WHOLE = "Norway will give Moldova a package of €20 million in aid. "


def by_millions(text: str) -> dict[int, Commitment]:
    """Commitments of a text by their sum."""
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    return {int(c.amount.low) // 1_000_000: c for c in found if c.amount and c.amount.low}


#: Sentences after a package of 20 million that record 5 million of it.
RECORDED = [
    "This entry records €5 million for hospitals.",
    "This record covers €5 million of the sum.",
    "This row only includes €5 million for roads.",
    "This entry corresponds to €5 million for the Red Cross.",
    "Here, we report €5 million for schools.",
    "We therefore report only €5 million here.",
    "Hence, we record €5 million.",
    "In this entry, we account for €5 million to be spent in spring.",
    "It includes €5 million for vaccines, which we report here.",
    "It includes €5 million for vaccines, which is recorded in this entry.",
    "It includes €5 million for vaccines, which are reported here.",
    "Of it, €5 million is for vaccines and is counted in this row.",
    "Thus, we enter €5 million of the €20 million.",
    "This note registers €5 million for tents.",
    "It includes €5 million towards drones which are reported here.",
]


@pytest.mark.parametrize("line", RECORDED)
def test_what_the_note_records_is_told_from_what_it_recalls(line: str) -> None:
    found = by_millions(WHOLE + line)
    assert set(found) == {20, 5}
    assert found[5].newness != "restated"
    assert found[20].newness == "restated"
    words = next(e for e in found[20].evidence if e.field == "newness")
    assert words.quote in line


#: Sentences that record nothing here, or record it elsewhere: the package stays what is promised.
ELSEWHERE = [
    "We report €5 million of it separately.",
    "We do not report €5 million for refugees here.",
    "We report €5 million in another entry.",
    "We reported €5 million earlier.",
    "We report that €5 million is for hospitals.",
    "It includes €5 million for hospitals.",
    "This entry is one of three, and €5 million is for hospitals.",
    "Reporters here were told that €5 million is for hospitals.",
    "€5 million of it was reported by newspapers.",
    "They record €5 million for hospitals.",
]


@pytest.mark.parametrize("line", ELSEWHERE)
def test_a_package_stays_new_where_the_note_records_nothing_else(line: str) -> None:
    found = by_millions(WHOLE + line)
    assert found[20].newness != "restated"


#: Clauses that make the 5 million in them an older sum.
OLDER = [
    "besides the €5 million in AB4",
    "the €5 million in food aid, reported in ABC12",
    "the €5 million recorded under entry AB12",
    "our dataset records €5 million",
    "the register already shows about €5 million",
    "the €5 million pledged before",
    "the €5 million we reported previously",
]


@pytest.mark.parametrize("clause", OLDER)
def test_a_sum_with_a_record_of_its_own_is_restated(clause: str) -> None:
    found = by_millions(f"Norway will give Moldova €20 million in aid; {clause}.")
    assert found[5].newness == "restated"
    assert found[20].newness != "restated"


#: Clauses with a code that is no record of the sum.
NO_RECORD = [
    "another €5 million goes to the fund that was set up in COP28",
    "another €5 million goes to schools rebuilt by EU27 members",
    "another €5 million goes to vans tested under UN155",
]


@pytest.mark.parametrize("clause", NO_RECORD)
def test_a_code_without_recording_is_no_record(clause: str) -> None:
    found = by_millions(f"Norway will give Moldova €20 million in aid; {clause}.")
    assert found[5].newness != "restated"


#: Sentences whose 5 million is a running total.
TOTALS = [
    "The total amount of military aid that Latvia gave Moldova is about €5 million.",
    "Total humanitarian assistance of Latvia to Moldova sums up to €5 million.",
    "The total value of support by Latvia for Moldova reached €5 million.",
    "Latvia's total aid to Moldova amounts to €5 million.",
]


@pytest.mark.parametrize("text", TOTALS)
def test_a_total_is_no_sum_of_its_own(text: str) -> None:
    assert by_millions(text)[5].is_total
