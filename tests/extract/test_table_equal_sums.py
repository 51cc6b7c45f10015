"""Equal sums of one giver in one text: two gifts, or one that is told again."""

from __future__ import annotations

import pytest
from commitment_lines import Line, kept

TWO = [
    "Norway will give Ethiopia €5m for roads. It will also give €5m for clinics.",
    "Norway gave Ethiopia €5m for roads and €5m for clinics.",
    "Norway pledged Ethiopia €5m for roads in May. A second €5m, for clinics, will follow.",
    "Norway pledged Ethiopia €5m for roads. In June it pledged a further €5m for clinics.",
    "Italy will lend Peru €9m this year and €9m next year.",
    "Canada promised Haiti C$4m in grants and C$4m in loans.",
    "Japan has given Laos $2 million. Another $2 million will come in May.",
    (
        "Kenya will get $8 million for wells from Spain. Spain will separately pay $8 million for "
        "Kenyan schools."
    ),
    "Sweden will:\n\n- give Mali €3m for wells;\n- pay €3m for schools in Mali.",
    ("Denmark will give Moldova:\n\n- €7m for buses\n- €1m for radios\n- €7m for railways"),
    "France lent Togo €6m for ports and lent it €6m for roads.",
    "Ireland will give Gaza €2m for water. It will give €2m for food as well.",
]

ONE = [
    "Norway will give Ethiopia €5m. The €5m will be paid in June.",
    'Norway will give Ethiopia €5m for roads. "We give €5m to build highways," the minister said.',
    "Norway gives Ethiopia €5m for roads\n\nNorway will give Ethiopia a further €5m to pave roads.",
    "Italy will lend Peru €9m. Rome approved the loan of €9m to Peru on Monday.",
    "Canada, which promised Haiti C$4m in May, will pay the C$4m in June.",
    "Japan has given Laos $2 million. This $2 million is for schools.",
    "Spain will give Kenya $8 million for wells. Madrid is giving $8 million.",
    "Denmark will give Moldova €7m (€7m) for buses.",
    "Ireland's gift to Gaza: Ireland will give Gaza €2m for water. Its €2m also helps clinics.",
    "Sweden will give Mali €3m. Mali thanked Sweden for the €3m.",
    "Spain gave Kenya — you know it — $8 million — $8 million for wells.",
    "Extra €6m for Togo: France will give Togo €6m for ports.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_gifts(text: str) -> None:
    found = kept(Line(text=text, wants=()))
    assert len({claim.id for claim in found if claim.amount is not None}) >= 2, found
    figures = [claim.amount.low for claim in found if claim.amount is not None]
    assert max(figures.count(figure) for figure in figures) == 2


@pytest.mark.parametrize("text", ONE)
def test_one_gift_told_again(text: str) -> None:
    found = kept(Line(text=text, wants=()))
    assert len([claim for claim in found if claim.amount is not None]) == 1, found
