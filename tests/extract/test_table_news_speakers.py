"""Who speaks in news pages, and what is no statement; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims

from pledgebook.extract.statements import StatementReader
from pledgebook.model.claims import Statement

#: A text, and of each statement the speaker's id (None for an unnamed one) and its content.
TOLD: list[tuple[str, list[tuple[str | None, str]]]] = [
    ("The agency's relief chief, Omar Haddad, warned that the camps were full.",
     [("person:omar-haddad", "that the camps were full")]),
    ('"Nobody will be left behind," its foreign minister, Ida Lund, said.',
     [("person:ida-lund", "Nobody will be left behind,")]),
    ("Its foreign minister, Ida Lund, called the strike a crime.",
     [("person:ida-lund", "the strike a crime")]),
    ("Mona Reyes of the River Relief Network said the wells were dry.",
     [("person:mona-reyes", "the wells were dry")]),
    ("A diplomat in Oslo said the list was long. Ida Lund, the minister, was absent.",
     [(None, "the list was long")]),
    ('Oksana Bilyk, 64, was asleep in the cellar.\n\n"I heard the glass," she said, shaking.',
     [("person:oksana-bilyk", "I heard the glass,")]),
    ("Coun. Petra Holm cast the only vote against. She said the roads came first.",
     [("person:petra-holm", "the roads came first")]),
    ("The envoy, Karim al-Sayed, came late. Ida Lund spoke.\n\nAl-Sayed sat. “We go,” he said.",
     [("person:karim-al-sayed", "We go,")]),
    ("The Danish government will close two schools, it said on Monday.",
     [("DNK", "The Danish government will close two schools")]),
    ("Malta said it would take part, if its parliament agrees.",
     [("MLT", "it would take part, if its parliament agrees")]),
    ("Kyiv wants more, and sooner.", []),
    ("Kuwait pledged $30 million.", []),
    ("The minister thanked the donors.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_who_said_what(text: str, told: list[tuple[str | None, str]]) -> None:
    found = [c for c in claims(StatementReader(), text) if isinstance(c, Statement)]
    assert [(c.speaker and c.speaker.id, c.content) for c in found] == told
