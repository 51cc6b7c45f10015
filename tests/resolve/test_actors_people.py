"""People, offices and dates; whole phrases; properties of every answer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.resolve.actor_names import names, words_of
from pledgebook.resolve.actors import find_actors, read_actors, same_actor
from pledgebook.resolve.people import people
from pledgebook.resolve.vocabulary_files import load

ON = date(2025, 3, 3)

NAMED = [
    (
        "British Prime Minister Keir Starmer spoke.",
        "Keir Starmer",
        "person:keir-starmer",
        "Prime Minister",
        "GBR",
        "British Prime Minister",
    ),
    (
        "The Norwegian Foreign Minister Ola Nordmann spoke.",
        "Ola Nordmann",
        "person:ola-nordmann",
        "Foreign Minister",
        "NOR",
        "Norwegian Foreign Minister",
    ),
    (
        "Defence Minister Jonas Example of Latvia spoke.",
        "Jonas Example",
        "person:jonas-example",
        "Defence Minister",
        "LVA",
        "Defence Minister",
    ),
    (
        "Ola Nordmann, Norway's foreign minister, spoke.",
        "Ola Nordmann",
        "person:ola-nordmann",
        "foreign minister",
        "NOR",
        "Norway's foreign minister",
    ),
    (
        "President of Ukraine Volodymyr Zelenskyy spoke.",
        "Volodymyr Zelenskyy",
        "person:volodymyr-zelensky",
        "President",
        "UKR",
        "President of Ukraine",
    ),
    (
        "EU foreign policy chief Kaja Kallas spoke.",
        "Kaja Kallas",
        "person:kaja-kallas",
        "foreign policy chief",
        "org:eu",
        "EU foreign policy chief",
    ),
    (
        "Kremlin spokesman Dmitry Peskov spoke.",
        "Dmitry Peskov",
        "person:dmitry-peskov",
        "spokesman",
        "RUS",
        "Kremlin spokesman",
    ),
    (
        "The prime minister, Keir Starmer, spoke.",
        "Keir Starmer",
        "person:keir-starmer",
        "prime minister",
        "GBR",
        "prime minister",
    ),
]


@pytest.mark.parametrize(("text", "name", "person", "role", "state", "office"), NAMED)
def test_office_beside_a_name(
    text: str, name: str, person: str, role: str, state: str, office: str
) -> None:
    (mention,) = [m for m in find_actors(text, ON) if m.actor.type == "person"]
    assert (mention.span.of(text), mention.actor.name) == (name, name)
    assert (mention.actor.id, mention.actor.role, mention.actor.affiliation) == (
        person,
        role,
        state,
    )
    assert mention.office_span is not None
    assert mention.office_span.of(text) == office


@pytest.mark.parametrize(
    ("words", "on", "person"),
    [
        ("the British prime minister", date(2024, 7, 4), "person:rishi-sunak"),
        ("the British prime minister", date(2024, 7, 5), "person:keir-starmer"),
        ("Germany's chancellor", date(2025, 5, 5), "person:olaf-scholz"),
        ("Germany's chancellor", date(2025, 5, 6), "person:friedrich-merz"),
        ("the US president", date(2023, 1, 1), "person:joe-biden"),
        ("the Dutch prime minister", date(2024, 1, 1), "person:mark-rutte"),
        ("NATO's secretary general", date(2024, 12, 1), "person:mark-rutte"),
        ("the president of the European Commission", ON, "person:ursula-von-der-leyen"),
        ("the Canadian Prime Minister", date(2025, 3, 14), "person:mark-carney"),
        ("Prime Minister Trudeau", date(2025, 3, 1), "person:justin-trudeau"),
        ("British Prime Minister Johnson", date(2022, 3, 1), "person:boris-johnson"),
        ("Vice President Harris", date(2023, 3, 1), "person:kamala-harris"),
        ("Prime Minister Sanchez", ON, "person:pedro-sanchez"),
        ("Secretary Austin", date(2023, 3, 1), "person:lloyd-austin"),
        ("Norwegian Foreign Minister Johnson", ON, "person:johnson"),
        ("the US Secretary of State", ON, "person:marco-rubio"),
        ("the British defence secretary", ON, "person:john-healey"),
    ],
)
def test_the_holder_depends_on_the_day(words: str, on: date, person: str) -> None:
    (mention,) = find_actors(words, on)
    assert mention.actor.id == person


def test_an_office_without_a_day_or_a_holder_stands_for_its_state() -> None:
    (mention,) = find_actors("the British prime minister")
    assert (mention.actor.id, mention.actor.type, mention.naming) == ("GBR", "state", "office")
    (mention,) = find_actors("the prime minister of Tuvalu", ON)
    assert (mention.actor.id, mention.naming) == ("TUV", "office")


def test_a_former_holder_is_not_the_one_in_office() -> None:
    (mention,) = find_actors("the former British prime minister", ON)
    assert (mention.actor.id, mention.actor.affiliation) == (None, "GBR")


def test_a_surname_comes_back() -> None:
    text = "Norwegian Foreign Minister Ola Nordmann came. Later Nordmann’s aide left Boris Johnson."
    again = find_actors(text, ON)[1]
    assert (again.span.of(text), again.actor.id) == ("Nordmann", "person:ola-nordmann")
    assert find_actors("Johnson said so.", ON) == ()


def test_another_given_name_is_another_person() -> None:
    (mention,) = find_actors("the dress of Jill Biden", ON)
    assert mention.actor.id == "person:jill-biden"


def test_a_count_is_kept() -> None:
    assert [m.actor.count for m in find_actors("eighteen leaders and 27 EU states")] == [18, 27]


def test_role_and_affiliation_follow_the_day() -> None:
    (before,) = find_actors("Rutte", date(2023, 1, 1))
    (after,) = find_actors("Rutte", date(2025, 1, 1))
    assert (before.actor.affiliation, after.actor.affiliation) == ("NLD", "org:nato")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the British prime minister", "GBR"),
        ("the British prime minister", "person:keir-starmer"),
        ("Starmer", "person:keir-starmer"),
        ("Starmer", "GBR"),
        ("Kyiv", "UKR"),
        ("in London", "GBR"),
        ("Dutch", "NLD"),
    ],
)
def test_words_carry_an_actor(words: str, actor: str) -> None:
    assert same_actor(words, actor, ON)


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the British prime minister", "FRA"),
        ("the British prime minister", "person:rishi-sunak"),
        ("Starmer", "person:emmanuel-macron"),
        ("Republic of China", "CHN"),
        ("Niger", "NGA"),
        ("Michael Jordan", "JOR"),
        ("", "GBR"),
    ],
)
def test_words_do_not_carry_another(words: str, actor: str) -> None:
    assert not same_actor(words, actor, ON)


def test_without_a_day_an_office_may_be_any_holder() -> None:
    assert same_actor("the British prime minister", "person:rishi-sunak")
    assert not same_actor("the British prime minister", "person:emmanuel-macron")


def test_seats_stand_when_words_are_read_alone() -> None:
    assert find_actors("in London", ON) == ()
    assert [m.actor.id for m in read_actors("in London", ON)] == ["GBR"]


def test_every_territory_of_iso_3166_is_known() -> None:
    known = set(load("states")["states"])
    territories = {k for k in map(str, Locale("en").territories) if len(k) == 2 and k.isalpha()}
    left_out = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    assert len(known) == len(territories - left_out) == 250


def test_names_of_babel_are_read_as_their_state() -> None:
    """Each English name of a territory leads to one code, and no two to the same one."""
    codes: dict[str, str] = {}
    unread = set()
    for key, name in Locale("en").territories.items():
        if len(key) != 2 or key in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
            continue
        found = {m.actor.id for m in read_actors(name.replace("Hong Kong SAR China", "Hong Kong"))}
        if len(found) != 1 or not found <= set(load("states")["states"]):
            unread.add(key)
        else:
            codes[key] = next(iter(found)) or ""
    assert unread <= {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "JE"}
    assert len(set(codes.values())) == len(codes)
    assert {k: codes[k] for k in ("GB", "CD", "CG", "KP", "KR", "TW", "XK", "MK", "CH", "TL")} == {
        "GB": "GBR", "CD": "COD", "CG": "COG", "KP": "PRK", "KR": "KOR",
        "TW": "TWN", "XK": "XKX", "MK": "MKD", "CH": "CHE", "TL": "TLS",
    }  # fmt: skip


def test_terms_of_office_run_forward() -> None:
    for person in people().values():
        for term in person.terms:
            assert term.end is None or term.start < term.end, person.id


def test_members_of_groups_are_known_actors() -> None:
    states = set(load("states")["states"])
    bodies = {f"org:{key}" for key in load("organisations")["organisations"]}
    for group in load("groups")["groups"].values():
        members = [part.split()[0] for part in group["members"].split(",") if part.strip()]
        assert set(members) <= states | bodies


def test_every_name_has_words() -> None:
    assert words_of("Côte d’Ivoire") == ["Côte", "d'Ivoire"]
    assert "" not in names()


PARTS = st.sampled_from(
    ["Kyiv", "the British prime minister", "Ola Nordmann said", "18 leaders", "of", "Georgia", ", ",
     "Prime Minister", "said", "Mr", "in London", "U.S.", "Republic of", "China's", "\n\n", "\n",
     ".", "Congo", "Starmer", "ministry of defence", "’s", "-", "Ünal", "\x00", "𝔘"]
)  # fmt: skip


@given(st.lists(PARTS).map(" ".join) | st.text(), st.none() | st.dates())
def test_mentions_are_ordered_and_apart(text: str, on: date | None) -> None:
    mentions = find_actors(text, on)
    spans = [m.span for m in mentions]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for mention in mentions:
        assert len(mention.span) > 0
        assert mention.actor.name == " ".join(mention.span.of(text).split())


@given(st.lists(PARTS).map(" ".join), st.integers(min_value=1, max_value=9))
def test_a_paragraph_before_only_shifts_spans(text: str, lines: int) -> None:
    before = "word.\n\n" * lines
    alone = [(m.span.start, m.actor.id) for m in find_actors(text, ON)]
    moved = [(m.span.start - len(before), m.actor.id) for m in find_actors(before + text, ON)]
    assert moved == alone
