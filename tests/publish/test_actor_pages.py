"""Actors: listed by type, one page each, every part of what they do, spellings as printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from publish_book import (
    CLAIMS,
    COUNT,
    DENIAL,
    ENTRIES,
    FREEZE,
    GUEST,
    LOAN,
    NOR,
    FakeView,
    entry_of,
    narvik,
)
from publish_html import Reading

from pledgebook.model.claims import Claim
from pledgebook.model.values import Actor
from pledgebook.publish.actor_page import FIRST, ActorPage, SectionPage
from pledgebook.publish.actors import Actors
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.doings import PARTS, actor_path, actor_slug
from pledgebook.publish.page import Page
from pledgebook.publish.pages import find, find_page
from pledgebook.publish.render import html

OLA = Actor(
    id="person:ola-berg", name="Ola Berg", type="person", role="minister", affiliation="NOR"
)
UNION = Actor(id="org:harbour-union", name="the Harbour Union", type="organisation")


def page_of(view: FakeView, path: str, *query: tuple[str, str]) -> tuple[Page, Reading]:
    book = Book(view)
    page = find(book, path, Asked(query=query, served=True))
    assert isinstance(page, Page)
    return page, Reading(html(book, page).decode())


def with_claims(*claims: Claim) -> FakeView:
    view = narvik()
    return replace(
        view,
        the_claims=(*view.the_claims, *claims),
        the_entries=(*view.the_entries, *map(entry_of, claims)),
    )


def actor(view: FakeView, actor_id: str) -> ActorPage:
    payload = page_of(view, actor_path(actor_id))[0].payload
    assert isinstance(payload, ActorPage)
    return payload


def parts(view: FakeView, actor_id: str) -> dict[str, int]:
    return {section.key: section.count for section in actor(view, actor_id).sections}


SAYING = replace(DENIAL, speaker=OLA, content="The loan is new", evidence=())
SEAT = replace(GUEST, actor=OLA, representing="NOR", evidence=())
TARGETED = replace(FREEZE, targets=(UNION,), object="ships", evidence=())


def test_each_part_of_what_an_actor_does_has_its_section() -> None:
    view = with_claims(SAYING, SEAT, TARGETED)
    assert parts(view, "NOR") == {"promised": 1, "meetings": 2, "voices": 1}
    assert parts(view, "LVA") == {"receives": 1, "meetings": 1}
    assert parts(view, "FIN") == {"promised": 1, "proposed": 1}
    assert parts(view, "group:baltic-states") == {"measures": 2}
    assert parts(view, "org:harbour-union") == {"targeted": 1}
    assert parts(view, "person:ola-berg") == {"meetings": 1, "said": 1}


def test_what_nothing_is_found_of_is_said() -> None:
    page, reading = page_of(narvik(), actor_path("LVA"))
    assert isinstance(page.payload, ActorPage)
    assert "promised" in page.payload.silent
    assert "Nothing found in the texts that were read under: promised, proposed" in reading.plain()


def test_persons_lead_to_whom_they_act_for_and_back() -> None:
    view = with_claims(SAYING)
    person, state = actor(view, "person:ola-berg"), actor(view, "NOR")
    assert person.acts_for is not None
    assert person.acts_for.href == "actors/NOR.html"
    assert [link.text for link in state.people] == ["Ola Berg"]
    assert person.roles == ("minister",)


def test_spellings_are_those_of_the_sources() -> None:
    norse = replace(LOAN, donors=(replace(NOR, name="Oslo"),), purpose="x", evidence=())
    found = actor(with_claims(norse), "NOR").spellings
    assert [(one.text, one.claims) for one in found] == [
        ("Norway", "3 claims"),
        ("Oslo", "1 claim"),
    ]


def test_the_newest_stands_on_top_and_what_has_no_day_last() -> None:
    days = (None, date(2025, 5, 1), date(2025, 5, 9))
    said = [
        replace(SAYING, content=f"on {day}", source=replace(SAYING.source, published=day))
        for day in days
    ]
    view = replace(narvik(), the_entries=tuple(map(entry_of, (said[1], said[2], said[0]))))
    (section,) = actor(view, "person:ola-berg").sections
    told = [row.link.text.partition(": ")[2] for row in section.rows]
    assert told == ["on 2025-05-09", "on 2025-05-01", "on None"]


def test_a_watched_actor_that_no_text_names_has_a_page() -> None:
    page, reading = page_of(narvik(), actor_path("SWE"))
    assert isinstance(page.payload, ActorPage)
    assert page.payload.watched
    assert "No text that was read tells of anything" in reading.plain()


def test_a_long_part_has_pages_of_its_own() -> None:
    said = tuple(replace(SAYING, content=f"Saying {n}") for n in range(120))
    view = with_claims(*said)
    section = next(s for s in actor(view, "person:ola-berg").sections if s.key == "said")
    assert (section.count, len(section.rows)) == (120, FIRST)
    assert section.href == "actors/person-ola-berg/said.html"
    seen = []
    for number in (1, 2, 3):
        path = section.href if number == 1 else f"actors/person-ola-berg/said/{number}.html"
        payload = page_of(view, path)[0].payload
        assert isinstance(payload, SectionPage)
        seen += [row.link.text for row in payload.section.rows]
    assert len(set(seen)) == 120


@pytest.mark.parametrize(
    "name",
    ["XXX", "NOR/nothing", "NOR/said", "NOR/promised/1", "NOR/promised/2", "type-nobody", "1"],
)
def test_there_is_no_other_address(name: str) -> None:
    assert find_page(Book(narvik()), f"actors/{name}.html") is None


def test_types_are_kept_apart_and_the_unnamed_have_a_list() -> None:
    view = with_claims(SAYING, TARGETED)
    payload = page_of(view, "actors.html")[0].payload
    assert isinstance(payload, Actors)
    assert [group.type for group in payload.groups] == ["state", "organisation", "group", "person"]
    assert {t.type: t.count for t in payload.types} == {
        "": 7,
        "state": 4,
        "organisation": 1,
        "group": 1,
        "person": 1,
        "unnamed": 3,
    }
    unnamed = page_of(view, "actors/type-unnamed.html")[0].payload
    assert isinstance(unnamed, Actors)
    told = [(row.name, row.count, row.does) for row in unnamed.unnamed]
    assert ("Twelve states (12)", 12, "Took part") in told
    assert ("a diplomat", None, "Said") in told


def test_figures_lead_to_the_entries_behind_them() -> None:
    page, reading = page_of(narvik(), "actors.html")
    assert isinstance(page.payload, Actors)
    norway = next(row for row in page.payload.groups[0].rows if row.id == "NOR")
    assert [count.number for count in norway.counts] == [1, 0, 1, 0, 0, 0, 0]
    assert norway.counts[0].href == "actors/NOR.html#promised"
    assert "actors/NOR.html#promised" in reading.hrefs()
    assert "promised" in page_of(narvik(), "actors/NOR.html")[1].ids()


def test_an_entry_stands_once_however_many_claims_name_the_actor() -> None:
    assert len(ENTRIES[0].claims) == 2
    assert parts(narvik(), "NOR")["promised"] == 1


def test_ids_of_any_form_have_an_address_of_plain_letters() -> None:
    assert actor_slug("person:ola-berg") == "person-ola-berg"
    odd = ("person:Ōla/../x", "org:" + "x" * 200, "group:a b", "person:ola.html")
    slugs = [actor_slug(name) for name in odd]
    assert all(s.replace("-", "").isalnum() and s.isascii() and len(s) < 84 for s in slugs)
    assert len(set(slugs)) == len(odd)


def test_every_part_has_a_heading_of_its_own() -> None:
    assert len({part.heading for part in PARTS}) == len({part.key for part in PARTS}) == len(PARTS)


def test_counted_ones_get_no_page() -> None:
    assert COUNT in CLAIMS
    assert find_page(Book(narvik()), "actors/Twelve states.html") is None
