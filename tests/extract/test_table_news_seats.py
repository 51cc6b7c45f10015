"""Who is at a meeting that the sentence does not name, as news tells it; our own sentences."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.participation import ParticipationReader
from pledgebook.model.claims import Participation

#: A text, and each seat as "actor role".
SEATS: list[tuple[str, set[str]]] = [
    ("The donor conference opened. Syria's acting minister, Karim al-Sayed, attended.",
     {"person:karim-al-sayed attended"}),
    ("The donor conference opened. Jordan sent its planning minister. Peru stayed away.",
     {"JOR attended", "PER declined"}),
    ("The donor conference opened. Chile had been due to come but cancelled over the storm.",
     {"CHL declined"}),
    ("Ida Lund, who hosted the summit, was pleased.", set()),
    ("Norway's prime minister, Ida Lund, who hosted the summit, was pleased.",
     {"person:ida-lund host"}),
    ("The summit is over. Among those who came were Malta, Cyprus and Latvia.",
     {"MLT attended", "CYP attended", "LVA attended"}),
    ("The summit is over. The Danish prime minister, Ida Lund, dialled in from Nuuk.",
     {"person:ida-lund attended"}),
    ("The summit is over. Norway's envoy, Saul Reyes, was in the room.",
     {"person:saul-reyes attended"}),
    ("Oslo sent a delegation to Mali last year. The minister attended school in Rome.", set()),
    ("The summit is over. Kenya would have attended, had it been asked.", set()),
    ("Norway sent a deputy minister.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SEATS, ids=[text[-60:] for text, _ in SEATS])
def test_seats(text: str, wanted: set[str]) -> None:
    found = [c for c in claims(ParticipationReader(), text) if isinstance(c, Participation)]
    assert {f"{c.actor.id} {c.role}" for c in found} == wanted


def test_a_person_behind_a_comma_is_no_part_of_the_place() -> None:
    text = "Speaking beside Angela Merkel at the end of a meeting in Riga, Karim Sayed said no."
    (seat,) = claims(ParticipationReader(), text)
    assert isinstance(seat, Participation)
    assert (seat.event.place, seat.actor.id) == ("Riga", "person:angela-merkel")
