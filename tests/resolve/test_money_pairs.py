"""Printed conversions join their sum in every printing; two sums side by side never do."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pledgebook.resolve.money import find_money

ON = date(2024, 6, 1)
#: Sums of about the same worth in the middle of 2024.
SAME = {"£{} million": 80, "€{} million": 94, "US${} million": 101, "CHF {} million": 90}
PRINTINGS = [
    "{} ({})",
    "{} (about {})",
    "{} (roughly {})",
    "{}, or {},",
    "{}, or about {},",
    "{} (equivalent to {})",
    "{}, the equivalent of {},",
    "{} (worth {})",
    "{} = {}",
    "{}/{}",
    "{} – roughly {} –",
    "{} ({} at today's rate)",
    "{}, i.e. {},",
]
APART = ["{} and {}", "{} for food (and {} for shelter)", "{} for roads and {} for schools"]
FORMS = st.permutations(sorted(SAME)).map(lambda forms: forms[:2])


@given(forms=FORMS, printing=st.sampled_from(PRINTINGS))
def test_a_conversion_joins_its_sum(forms: list[str], printing: str) -> None:
    first, second = (form.format(SAME[form]) for form in forms)
    (mention,) = find_money(f"Oslo gave {printing.format(first, second)} for water.", on=ON)
    assert len(mention.amount.reported_as) == 1
    assert "conversion-implausible" not in mention.problems


@given(forms=FORMS, printing=st.sampled_from(APART), other=st.integers(2, 900))
def test_two_sums_side_by_side_stay_apart(forms: list[str], printing: str, other: int) -> None:
    first, second = forms[0].format(SAME[forms[0]]), forms[1].format(other)
    mentions = find_money(f"Oslo gave {printing.format(first, second)}.", on=ON)
    assert [len(mention.amount.reported_as) for mention in mentions] == [0, 0]
