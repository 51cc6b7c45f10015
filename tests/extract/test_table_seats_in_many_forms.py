"""Seats in many forms (``seats_in_many_forms.tsv``): lists, captions, invitations, who else.

Written with the rules that read them, so that the table says what they do and where they stop; what
a text never seen gives is measured on the passages of tests/quality/passages.
"""

from __future__ import annotations

import pytest
from reading import page
from tables_in_news import Line, lines

from pledgebook.extract.participation import ParticipationReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Participation
from pledgebook.resolve.actors import find_actors


@pytest.mark.parametrize("line", lines("seats_in_many_forms"), ids=lambda line: line.text[:60])
def test_seats(line: Line) -> None:
    whole = page(line.text.replace("\\n", "\n"))
    kept, _ = pass_gate(whole, ParticipationReader().read(whole))
    found = [c for c in kept if isinstance(c, Participation)]
    assert {f"{c.actor.id or f'#{c.actor.count}'} {c.role}" for c in found} == line.told


def test_a_meeting_with_a_name_is_told_once() -> None:
    whole = page("Delegations from Mali and Chad sat down in Lome for a third round of talks.")
    kept, _ = pass_gate(whole, ParticipationReader().read(whole))
    told = [(c.actor.id, c.event.name) for c in kept if isinstance(c, Participation)]
    assert told == [("MLI", "talks"), ("TCD", "talks")]


@pytest.mark.parametrize("word", ["Neither", "Unlike", "Unless", "Alongside", "Whether"])
def test_a_small_word_that_opens_a_sentence_is_no_given_name(word: str) -> None:
    assert [m.actor.id for m in find_actors(f"{word} Brazil came.")] == ["BRA"]


def test_a_given_name_that_a_city_has_too_opens_a_name_behind_an_office() -> None:
    found = find_actors("Swedish Defence Minister Sofia Lind arrived in Sofia.")
    assert [m.actor.id for m in found][:1] == ["person:sofia-lind"]
