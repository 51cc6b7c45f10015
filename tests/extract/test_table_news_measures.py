"""Sanctions and their lifting as news pages tell them; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import ids, page

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Measure

#: A text, and each measure as "actors action targets stage".
MEASURES: list[tuple[str, list[str]]] = [
    ("Canada suspended its restrictions on Syria's banks in May.",
     ["CAN delisting SYR committed"]),
    ("London lifted the freeze on the assets of the Syrian central bank.",
     ["GBR delisting SYR committed"]),
    ("Sanctions on Mali were debated. Washington's sanctions remain in force.",
     ["USA sanction MLI in_force"]),
    ("Australia imposed sanctions on Iran. Canberra has blacklisted 90 tankers of a shadow fleet.",
     ["AUS sanction IRN committed", "AUS sanction IRN committed"]),
    ("Japan will ban imports of Russian gas.", ["JPN import_ban RUS pledged"]),
    ("Norway has frozen the assets of two Russian banks.", ["NOR asset_freeze RUS committed"]),
    ("Japan adopted sanctions against Iran and imposed a transaction ban on three banks.",
     ["JPN sanction IRN committed"] * 2),
    ("Switzerland could impose sanctions on Belarus.", ["CHE sanction BLR pledged"]),
    ("Norway eased restrictions on travel.", []),
    ("The United States lifted restrictions on Ukraine's use of American missiles.", []),
    ("Norway lifted restrictions on travel to Chad.", []),
    ("Norway lifted trade restrictions on Chad.", ["NOR delisting TCD committed"]),
    ("The club banned sales of beer in Qatar.", []),
    ("Kenya did not impose sanctions on Chad.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEASURES, ids=[text[:50] for text, _ in MEASURES])
def test_measures(text: str, told: list[str]) -> None:
    whole = page(text)
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    found = [c for c in kept if isinstance(c, Measure)]
    said = [f"{ids(c.actors)} {c.action} {ids(c.targets)} {c.stage}" for c in found]
    assert said == told
