"""Atom feeds: valid, stable, escaped, linked from the pages, and the same in the export."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pict_book import promise, promises, view_of
from publish_book import NOR, FakeView, narvik
from publish_client import Client, FakeLibrary
from publish_html import Reading

from pledgebook.model.values import Actor
from pledgebook.publish.asked import Asked
from pledgebook.publish.atom import ATOM
from pledgebook.publish.book import Book
from pledgebook.publish.feeds import NEWEST
from pledgebook.publish.page import File
from pledgebook.publish.pages import find
from pledgebook.publish.site import write_site


def feed(path: str, view: FakeView | None = None, asked: Asked | None = None) -> ET.Element:
    made = find(Book(view or narvik()), path, asked or Asked())
    assert isinstance(made, File)
    assert made.media_type == "application/atom+xml"
    return ET.fromstring(made.content)  # noqa: S314 - our own words


def one(element: ET.Element, name: str) -> str:
    [found] = element.findall(f"{{{ATOM}}}{name}")
    return found.text or ""


def entries(element: ET.Element) -> list[ET.Element]:
    return element.findall(f"{{{ATOM}}}entry")


def link(element: ET.Element, rel: str) -> str:
    [found] = [e for e in element.findall(f"{{{ATOM}}}link") if e.get("rel") == rel]
    return found.get("href") or ""


def check_valid(element: ET.Element) -> None:
    """What RFC 4287 (sections 4.1.1 and 4.1.2) asks of a feed and of each entry."""
    assert element.tag == f"{{{ATOM}}}feed"
    assert element.find(f"{{{ATOM}}}author/{{{ATOM}}}name") is not None
    ids = []
    for part in (element, *entries(element)):
        ids.append(one(part, "id"))
        assert one(part, "title").strip()
        assert datetime.fromisoformat(one(part, "updated")).tzinfo is not None
        assert link(part, "alternate")
        assert ids[-1].startswith("urn:pledgebook:")
        assert not set(ids[-1]) & set(' <>"{}|\\^`')
    assert len(ids) == len(set(ids))
    assert link(element, "self")


@pytest.mark.parametrize(
    "path",
    ["feed.xml", "feeds/commitments.xml", "feeds/statements.xml", "feeds/actors/NOR.xml"],
)
@pytest.mark.parametrize("view", [narvik(), promises()])
def test_feeds_are_valid(path: str, view: FakeView) -> None:
    if path == "feeds/statements.xml":
        assert len(entries(feed(path, view))) == len(view.entries("statement"))
    check_valid(feed(path, view))


def test_a_book_without_entries_has_a_valid_feed() -> None:
    made = feed("feed.xml", view_of(()))
    check_valid(made)
    assert entries(made) == []
    assert one(made, "updated") == "1970-01-01T00:00:00Z"


def test_the_newest_stand_first_and_ids_stay_when_more_is_told() -> None:
    view = narvik()
    before = feed("feed.xml", view)
    days = [one(e, "updated") for e in entries(before)]
    assert days == sorted(days, reverse=True)
    told_later = replace(
        view.the_entries[0].claims[1],
        source=replace(view.the_entries[0].claims[1].source, published=date(2025, 6, 1)),
    )
    entry = replace(view.the_entries[0], claims=(view.the_entries[0].claims[0], told_later))
    after = feed("feed.xml", replace(view, the_entries=(entry, *view.the_entries[1:])))
    names = {one(e, "id"): one(e, "updated") for e in entries(after)}
    assert names.keys() == {one(e, "id") for e in entries(before)}
    assert names[f"urn:pledgebook:{entry.id}"] == "2025-06-01T00:00:00Z"
    assert one(before, "id") == one(after, "id")


def test_a_feed_has_the_newest_fifty() -> None:
    claims = [promise(NOR, None, day=1 + n % 28) for n in range(NEWEST + 7)]
    claims = [replace(c, purpose=f"purpose {n}") for n, c in enumerate(claims)]
    assert len(entries(feed("feed.xml", view_of(claims)))) == NEWEST


def test_hostile_words_are_escaped_and_control_signs_replaced() -> None:
    name = 'Evil <b>&amp;"\x00\x08\ud800 Inc.'
    evil = Actor(id=None, name=name, type="unnamed")
    made = feed("feed.xml", view_of([promise(evil, None)]))
    title = one(entries(made)[0], "title")
    assert title.startswith('Evil <b>&amp;"\ufffd\ufffd\ufffd Inc.')


def test_what_may_be_named_only_gives_no_words() -> None:
    made = feed("feed.xml", narvik("metadata"))
    text = ET.tostring(made, encoding="unicode")
    assert "radar" not in text
    assert "may not be shown" in text
    shown = ET.tostring(feed("feed.xml", narvik()), encoding="unicode")
    assert "Norway will lend Latvia €450m to buy more than 300 radar sets." in shown


def test_an_actors_feed_has_its_entries_only() -> None:
    made = feed("feeds/actors/LVA.xml")
    titles = [one(e, "title") for e in entries(made)]
    assert len(titles) == 2
    assert all("Latvia" in title for title in titles)
    assert feed("feeds/actors/SWE.xml").find(f"{{{ATOM}}}entry") is None


@pytest.mark.parametrize("path", ["feeds/actors/XYZ.xml", "feeds/x.xml", "feeds/commitments"])
def test_what_has_no_feed_has_none(path: str) -> None:
    assert find(Book(narvik()), path, Asked()) is None


def test_a_day_of_the_past_has_feeds_of_its_own() -> None:
    then = feed("feed.xml", asked=Asked(known_by=date(2025, 5, 6)))
    assert one(then, "id") != one(feed("feed.xml"), "id")


def test_pages_name_their_feeds_and_every_feed_link_resolves(tmp_path: Path) -> None:
    write_site(narvik(), tmp_path)
    for page, feeds in {
        "index.html": ["feed.xml"],
        "statements.html": ["feed.xml", "feeds/statements.xml"],
        "actors/NOR.html": ["../feed.xml", "../feeds/actors/NOR.xml"],
    }.items():
        read = Reading((tmp_path / page).read_text())
        named = [
            str(attrs["href"])
            for tag, attrs in read.tags
            if tag == "link" and attrs.get("type") == "application/atom+xml"
        ]
        assert named == feeds, page
    for file in [tmp_path / "feed.xml", *(tmp_path / "feeds").rglob("*.xml")]:
        root = ET.fromstring(file.read_bytes())  # noqa: S314 - our own words
        for part in (root, *entries(root)):
            for rel in ("self", "alternate"):
                for found in [e for e in part.iter(f"{{{ATOM}}}link") if e.get("rel") == rel]:
                    assert (file.parent / str(found.get("href"))).resolve().is_file()


def test_a_feed_is_served_with_its_type() -> None:
    client = Client(FakeLibrary())
    answer = client.get("/feed.xml")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert client.get("/feed.xml", {"if-none-match": answer.headers["etag"]}).status_code == 304


def test_a_filter_of_the_commitments_has_a_feed_of_its_own() -> None:
    view = promises()
    asked = Asked(query=(("donor", "SWE"), ("sort", "day")), served=True)
    made = feed("feeds/commitments.xml", view, asked)
    check_valid(made)
    assert [one(e, "title").partition(" ")[0] for e in entries(made)] == ["Sweden", "Sweden"]
    assert link(made, "alternate") == "../commitments.html?donor=SWE&sort=day"
    other = feed("feeds/commitments.xml", view, Asked(query=(("donor", "NOR"),)))
    assert one(made, "id") != one(other, "id")


def test_the_list_that_is_chosen_leads_to_its_feed() -> None:
    client = Client(FakeLibrary(lambda _: promises()))
    read = Reading(client.get("/commitments?donor=SWE&sort=day&stage=").text)
    [href] = {h for h in read.hrefs() if h.startswith("feeds/commitments")}
    assert href == "feeds/commitments.xml?donor=SWE"
    assert len(entries(ET.fromstring(client.get(f"/{href}").content))) == 2  # noqa: S314 - ours
    assert client.get("/feeds/commitments.xml?donor=nobody").status_code == 400
    plain = Reading(client.get("/commitments").text).hrefs()
    assert "feeds/commitments.xml" in plain
