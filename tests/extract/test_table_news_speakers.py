"""Who speaks in news pages, and what is no statement; all sentences are our own."""

from __future__ import annotations

import pytest
from reading import claims, page

from pledgebook.extract.read import pass_gate
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


#: Sentences in which nobody says anything, though a word of saying stands there.
UNSAID = [
    "The two had said their goodbyes by nine.",
    "The harbour master said nothing about the fire.",
    "Peru says no.",
    "Neither side has said that it would leave the town.",
    "No minister said the road was safe.",
    "According to plan, the convoy left at noon.",
    "According to custom, the youngest spoke first.",
    "Lund declined to say whether he would go.",
    "Chad has so far refused to comment on the flights.",
    "Members agreed to meet again in May.",
    "Norway pledged 20 million crowns.",
    "The firm raised its sales forecast for the second time.",
    "The two ministers discussed shipping.",
]

#: A text, and of each statement the speaker (its name, where it has no id) and its content.
SAID: list[tuple[str, list[tuple[str, str]]]] = [
    ("The fence will stay, Ida Lund said Monday after talks in Oslo.",
     [("person:ida-lund", "The fence will stay")]),
    ("Denmark will raise the fence, it said on Wednesday, hours before shops were due to open.",
     [("DNK", "Denmark will raise the fence")]),
    ("The fence will stay, Ida Lund said early on Tuesday.",
     [("person:ida-lund", "The fence will stay")]),
    ("Ida Lund said nothing had changed.", [("person:ida-lund", "nothing had changed")]),
    ("Ida Lund said no fence had been built.",
     [("person:ida-lund", "no fence had been built")]),
    ("A spokesman for the Finnish coast guard, Timo Hakala, said the boat had sunk.",
     [("person:timo-hakala", "the boat had sunk")]),
    ("“We lost two cows,” said one farmer, Jan Nowak.",
     [("person:jan-nowak", "We lost two cows,")]),
    ("“We will sue,” one of them said.", [("one of them", "We will sue,")]),
    ("Sources close to the talks say a deal is near, but Omani officials deny it.",
     [("Sources", "a deal is near")]),
    ("According to Ida Lund, the union's leader, the march will last two days.",
     [("person:ida-lund", "the march will last two days")]),
    ("According to Ida Lund, wages and prices will rise.",
     [("person:ida-lund", "wages and prices will rise")]),
    ("“The list is long,” Ida Lund was quoted as saying.",
     [("person:ida-lund", "The list is long,")]),
    ("Ida Lund agreed that the road was bad.",
     [("person:ida-lund", "that the road was bad")]),
    ("Ida Lund refused to pay.", [("person:ida-lund", "to pay")]),
    ("Ida Lund discussed the road.\n\nIL: We pay.\n\nQ: When?\n\nIL: Soon, I hope.",
     [("person:ida-lund", "We pay."), ("person:ida-lund", "Soon, I hope.")]),
]  # fmt: skip


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said(text: str) -> None:
    assert claims(StatementReader(), text) == []


@pytest.mark.parametrize(("text", "told"), SAID, ids=[text[:50] for text, _ in SAID])
def test_what_is_said(text: str, told: list[tuple[str, str]]) -> None:
    whole = page(text)
    kept, _ = pass_gate(whole, StatementReader().read(whole))
    found = [c for c in kept if isinstance(c, Statement)]
    assert [
        ((c.speaker.id or c.speaker.name) if c.speaker else None, c.content) for c in found
    ] == told
