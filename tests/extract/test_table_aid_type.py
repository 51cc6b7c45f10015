"""The type of aid: by words, things, package, label, giver and receiver; all sentences our own.

Each was labelled before the rules of ``aid_types.py`` were run on it, but for those about works of
building up again, disasters and the budget of a project, which were written beside their rules.
"""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.commitments import CommitmentReader
from pledgebook.model.claims import Commitment

READER = CommitmentReader()

#: Text, and the types of its commitments in order.
TYPES = [
    ("Norway will give Moldova €3 million to document war crimes.", ["humanitarian"]),
    ("Norway will give Moldova €4 million to train journalists.", ["humanitarian"]),
    ("Norway will give €5 million to Moldova and neighbouring countries.", ["humanitarian"]),
    ("Norway will give Moldova €6 million for its farmers.", ["humanitarian"]),
    ("Norway will give Moldova €6 million for tanks and for the farmers who tow them.",
     ["military"]),
    ("Norway will give Moldova €7 million for the rule of law.", ["other"]),
    ("Norway will give Moldova €7 million for its grain scheme.", ["humanitarian"]),
    ("Norway will give Moldova €7 million for a foundation that clears mines.", ["humanitarian"]),
    ("The defence ministry of Latvia will give Moldova €4 million for a unit that clears mines.",
     ["military"]),
    ("Norway will give Moldova €9 million in debt relief.", ["financial"]),
    ("Norway will give Moldova €25 million in financial backing for the Moldovan military.",
     ["military"]),
    ("Canada pledged C$3 billion in financial and military assistance to Moldova.",
     ["financial"]),
    ("Norway will give Moldova €8 million. The law funds financial, humanitarian and military aid.",
     ["other"]),
    ("The EIB will lend Moldova €100 million to rebuild schools and hospitals.", ["financial"]),
    ("The World Bank will provide Moldova with $60 million for hospitals.", ["financial"]),
    ("The defence ministry of Latvia will give Moldova €4 million for demining.", ["military"]),
    ("The foreign ministry of Latvia will give Moldova €4 million for demining.",
     ["humanitarian"]),
    ("The Estonian Ministry of Defence sent Moldova 12 ambulances.", ["military"]),
    ("The Estonian Ministry of Health sent Moldova 12 ambulances.", ["humanitarian"]),
    ("Poland will send Moldova 30 buses and 5 trucks.", ["humanitarian"]),
    ("Poland will send the Moldovan army 30 trucks.", ["military"]),
    ("Latvia donated 900 satellite terminals to Moldova.", ["humanitarian"]),
    ("Iceland delivered winter clothing for the Moldovan army.", ["military"]),
    ("Spain will give Moldova €2 million through Caritas.", ["humanitarian"]),
    ("Ireland contributes €50,000 to protection against chemical weapons in Moldova.", ["other"]),
    ("Sweden will give Moldova €30 million so that its public services keep running.",
     ["financial"]),
    (("2025 civilian aid plan: Latvia will give Moldova €9 million. The state also plans military "
     "aid."), ["humanitarian"]),
    ("2025 military aid plan: Latvia will give Moldova €9 million. The state also plans hospitals.",
     ["military"]),
    ("Norway will lend Moldova €60 million in budget support. Of it, €20 million is paid in May.",
     ["financial", "financial"]),
    (("The United States will provide $13 billion in economic and budgetary support to Moldova, "
     "including support for its energy security."), ["financial"]),
    ("Italy will give Moldova €9 million to rebuild schools.", ["reconstruction"]),
    ("Japan will give Moldova $4 million for hospitals that were hit by drones.",
     ["humanitarian"]),
    ("Denmark will send Moldova 20 drones and 5 generators.", ["military"]),
    ("Germany will give the Moldovan armed forces 40 generators.", ["military"]),
    ("Finland will give Moldova €5 million for the nuclear regulatory agency.", ["humanitarian"]),
    ("Austria will give Moldova €5 million for the families of soldiers.", ["military"]),
    ("A loan of £30m for the reconstruction of three bridges in Chisinau, the UK said.",
     ["reconstruction"]),
    ("Italy gives Moldova a loan of €40m to rebuild the cathedral of Balti.", ["reconstruction"]),
    ("Italy will lend Moldova €40m for the restoration of the old town.", ["reconstruction"]),
    ("Denmark will guarantee loans of €9m for the rebuilding of houses in Moldova.",
     ["reconstruction"]),
    ("Sweden gives Syria a grant of €4m to restore water networks.", ["reconstruction"]),
    ("Italy gives Moldova a loan of €40m for budget support.", ["financial"]),
    ("Italy gives Moldova a loan of €40m; the reconstruction of its bridges will take years.",
     ["financial"]),
    ("Latvia sent pumps, boats and vests worth €400,000 to Libya after the dam breach.",
     ["humanitarian"]),
    ("Latvia sent helmets worth €400,000 to Libya in the aftermath of the floods.",
     ["humanitarian"]),
    ("Germany sent 200 soldiers to Libya after the earthquake.", ["humanitarian"]),
    ("After the flood, Estonia will send Moldova 10 boats and 5,000 shells.", ["military"]),
    ("Mexico will give Haiti $2m after the hurricane.", ["other"]),
    ("Norway pledged €5m in military aid for Moldova a day after the earthquake in Peru.",
     ["military"]),
    ("Turkey will give Moldova 20 armed drones and, after the floods, a bridge.", ["military"]),
    (("A project for better access to health services in Moldova is supported by the French "
     "foreign ministry with a budget of €12m."), ["humanitarian"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "types"), TYPES)
def test_type_of_aid(text: str, types: list[str]) -> None:
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    assert [c.aid_type for c in found] == types


#: Text, and a type that none of its commitments may have.
NEVER = [
    ("Norway will give Moldova €5 million for the military hospital of Chisinau.", "financial"),
    ("The minister of defence said that Norway will give Moldova €5 million for schools.",
     "military"),
    ("The United States will supply the European Union with additional gas.", "humanitarian"),
    ("The EBRD will give Moldova €5 million for roads.", "reconstruction"),
    ("Norway will give Moldova €5 million as the Russian armed forces shelled a hospital.",
     "military"),
    ("Norway will give Moldova €5 million for food. The talks were about military aid.",
     "military"),
    ("Norway will give Moldova €5 million to support the people who fled from troops.",
     "financial"),
    ("Latvia will give Moldova €9 million in loans for tents.", "military"),
    ("Latvia will give Moldova 9 tractors.", "financial"),
    ("Plan of the day: Latvia will give Moldova €9 million.", "military"),
    ("Spain sent Moldova food and medicines.", "military"),
    ("Greece will give Moldova €3 million for civil protection.", "military"),
    ("Norway will give Moldova €5 million for power lines hit by missile attacks.", "military"),
    ("The ministry of defence of Norway said Oslo would give Moldova €5 million in grants.",
     "humanitarian"),
    ("Sweden will give Moldova €5 million for women, peace and reforms.", "military"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "never"), NEVER)
def test_type_of_aid_it_is_not(text: str, never: str) -> None:
    found = [c for c in claims(READER, text) if isinstance(c, Commitment)]
    assert never not in [c.aid_type for c in found]
