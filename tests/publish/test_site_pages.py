"""The static export: pages hang together, show both sides, escape everything, leak nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from publish_book import (
    COUNT,
    DEFINITION,
    DISPUTED,
    ENTRIES,
    GUEST,
    LOAN,
    LOAN_TOLD_OTHERWISE,
    FakeView,
    H,
    entry_of,
    euro,
    fake_source,
    narvik,
    source_of,
)
from publish_html import Reading

from pledgebook.model.spans import Span
from pledgebook.publish.book import Book
from pledgebook.publish.cards import entry_path, source_path
from pledgebook.publish.render import ALONE_POLICY, OWN_POLICY
from pledgebook.publish.site import write_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(narvik(), folder)
    return folder


def read(folder: Path, path: str) -> Reading:
    return Reading((folder / path).read_text(encoding="utf-8"))


def pages(folder: Path) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in sorted(folder.rglob("*.html"))]


def test_each_page_has_its_json_beside_it(tmp_path: Path) -> None:
    written = [p.relative_to(tmp_path).as_posix() for p in write_site(narvik(), tmp_path)]
    assert len(set(written)) == len(written)
    pages = {path for path in written if path.endswith(".html") and path != "404.html"}
    for path in pages - {"api.html"}:  # the description of the addresses is a file of its own
        beside = path.removesuffix(".html") + ".json"
        assert beside in written, path
        told = json.loads((tmp_path / beside).read_text(encoding="utf-8"))
        assert told["path"] == path
        assert told["known_by"] is None


def test_every_link_leads_to_a_file_and_every_fragment_to_a_place(site: Path) -> None:
    outside, followed = set(), 0
    for path in pages(site):
        for href in read(site, path).hrefs():
            if path == "404.html":
                continue  # it has no link
            if href.startswith(("http:", "https:")):
                outside.add(href)
                continue
            target, fragment = urldefrag(urljoin(path, href))
            assert (site / target).is_file(), f"{path} links to {href}"
            if fragment:
                assert fragment in read(site, target).ids(), f"{path} links to {href}"
            followed += 1
    assert followed > 200
    assert outside == {"https://example.org/narvik"}


def test_every_page_carries_its_policy_before_anything_that_it_asks_for(site: Path) -> None:
    for path in pages(site):
        words = (site / path).read_text(encoding="utf-8")
        policy = ALONE_POLICY if path == "404.html" else OWN_POLICY
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'.replace(
            "'", "&#39;"
        )
        assert tag in words, path
        assert words.index(tag) < words.find("<link") % len(words), path


def test_where_there_is_nothing_links_lead_to_the_known_address(tmp_path: Path) -> None:
    known = replace(narvik(), the_definition=replace(DEFINITION, address="https://example.org/b/"))
    write_site(known, tmp_path)
    hrefs = read(tmp_path, "404.html").hrefs()
    assert "https://example.org/b/index.html" in hrefs
    assert all(href.startswith(("https://example.org/b/", "#")) for href in hrefs)


def test_where_there_is_nothing_no_link_leads_astray_without_an_address(site: Path) -> None:
    """A web host shows the page at any depth: what it asked for would be looked for there."""
    page = read(site, "404.html")
    assert page.hrefs() == ["data:,"]
    assert not any({"src", "action", "srcset"} & attrs.keys() for _, attrs in page.tags)
    assert "No such page" in page.plain()


def test_every_page_is_one_document_with_landmarks(site: Path) -> None:
    for path in pages(site):
        page = read(site, path)
        navs = 0 if path == "404.html" else 1
        assert [page.count(t) for t in ("h1", "main", "header", "footer")] == [1] * 4, path
        assert page.count("nav") == navs, path
        assert page.count("script") == 0, path
        assert "Every text in this book is invented." in page.plain(), path
        assert "9 May 2025, 08:30 UTC" in page.plain(), path
        assert page.tags[0][1].get("lang") == "en", path
        assert not any("style" in attrs or "src" in attrs for _, attrs in page.tags), path


def test_tables_have_captions_and_headings_with_scope(site: Path) -> None:
    for path in pages(site):
        page = read(site, path)
        assert page.count("table") == page.count("caption"), path
        assert all("scope" in attrs for tag, attrs in page.tags if tag == "th"), path


def test_ids_are_unique(site: Path) -> None:
    for path in pages(site):
        found = [a["id"] for _, a in read(site, path).tags if "id" in a]
        assert len(found) == len(set(found)), path


def test_the_front_page_shows_points_money_and_both_sides(site: Path) -> None:
    text = read(site, "index.html").plain()
    assert "€450m EUR 450,000,000" in text
    assert "Promises that stand" in text
    for words in ("Radar is paid for.", "Pressure grows.", "Peace is kept."):
        assert words in text
    assert "amount €450m Harbour talks end" in text
    assert "€460m Loan worth more than told" in text
    assert "The book takes neither." in text


def test_nobody_joined_is_said_only_where_it_follows(tmp_path: Path) -> None:
    sentence = "No source in this book says that a country joined the coalition."
    assert sentence in front(tmp_path / "a", narvik())
    joined = entry_of(replace(GUEST, role="joined"))
    with_one = replace(narvik(), the_entries=(*ENTRIES, joined))
    text = front(tmp_path / "b", with_one)
    assert sentence not in text
    assert "Said by a source to have joined: Latvia." in text
    text = front(tmp_path / "c", FakeView())
    assert sentence not in text
    assert "No source in this book says who took part in a meeting." in text


def front(folder: Path, view: FakeView) -> str:
    write_site(view, folder)
    return read(folder, "index.html").plain()


def test_attended_hosted_and_counted_stand_apart(site: Path) -> None:
    text = read(site, "meetings.html").plain()
    assert "Host Norway" in text
    assert "Attended Latvia" in text
    assert "Only counted or not named Twelve states (12): attended" in text
    assert "do not add up to the stated count" in text


def test_nothing_found_and_could_not_read_are_two_lists(site: Path) -> None:
    text = read(site, "sources.html").plain()
    silent = text.index("Read, nothing found")
    unread = text.index("Could not be read")
    assert silent < text.index("Café hours") < unread < text.index("rapport.txt")
    assert "Everything that was given to the book could be read." not in text


def test_no_path_of_the_machine_is_published(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            assert "/home/somebody" not in path.read_text(encoding="utf-8"), path


def test_an_entry_shows_every_claim_with_marked_words(site: Path) -> None:
    page = read(site, entry_path(DISPUTED))
    labels = {a.get("data-label") for tag, a in page.tags if tag == "mark"}
    assert {"who is bound", "for whom", "amount", "how many"} <= labels
    text = page.plain()
    assert "Counted once in the totals" in text
    assert "same donor; sums differ" in text
    assert "the recipient stands in another sentence recipient-from-context" in text


def test_a_commitment_that_is_not_counted_says_why(tmp_path: Path) -> None:
    lead = replace(LOAN, is_total=True)
    entry = entry_of(lead)
    view = replace(narvik(), the_entries=(entry,), the_claims=(lead,))
    write_site(view, tmp_path)
    text = read(tmp_path, entry_path(entry)).plain()
    assert "Not counted in the totals" in text
    assert (
        "Norway nothing counted EUR no entry counts 1 entry" in read(tmp_path, "index.html").plain()
    )


def test_what_is_left_out_stands_once_in_the_row_of_its_currency(tmp_path: Path) -> None:
    krone = replace(LOAN, amount=replace(euro("7", "7"), currency="NOK"))
    total = replace(LOAN, is_total=True, amount=replace(euro("9", "9"), currency="NOK"))
    unsaid = replace(LOAN, amount=None, purpose="no sum")
    entries = tuple(entry_of(claim) for claim in (LOAN, krone, total, unsaid))
    write_site(replace(narvik(), the_entries=entries), tmp_path)
    front_text = (tmp_path / "index.html").read_text(encoding="utf-8")
    table = front_text[front_text.index('id="money"') : front_text.index('id="conflicts"')]
    rows = table.split("<tr>")[2:]
    assert "€450m" in rows[0]
    assert "NOK\u00a07" in rows[1]
    for entry, row in ((entries[2], 1), (entries[3], 0)):
        assert [entry_path(entry) in r for r in rows] == [n == row for n in range(len(rows))]


def test_a_part_and_its_whole_lead_to_each_other(tmp_path: Path) -> None:
    whole = entry_of(LOAN)
    part = entry_of(LOAN_TOLD_OTHERWISE, part_of=whole.id)
    write_site(replace(narvik(), the_entries=(whole, part)), tmp_path)
    assert "Part of: Norway" in read(tmp_path, entry_path(part)).plain()
    assert "Has parts: Norway" in read(tmp_path, entry_path(whole)).plain()


def test_a_watched_actor_without_an_entry_is_listed(site: Path) -> None:
    assert "Sweden SWE yes 0 0 0 0 0 0" in read(site, "actors.html").plain()


def test_an_empty_book_has_all_its_pages(tmp_path: Path) -> None:
    write_site(FakeView(), tmp_path)
    text = read(tmp_path, "index.html").plain()
    assert "A book without a definition" in text
    assert "nothing entered yet" in text
    assert "found no sum of money" in text


HOSTILE = (
    '<script>alert(1)</script> "quoted" & <img src=x onerror=alert(1)> \u202egnp.exe {{ 7*7 }}'
)


def test_hostile_words_are_shown_as_words(tmp_path: Path) -> None:
    source = replace(source_of(HOSTILE, HOSTILE), publisher=HOSTILE, url="javascript:alert(1)")
    claim = replace(
        LOAN, source=source, sentence=Span(0, len(HOSTILE)), evidence=(), purpose=HOSTILE
    )
    claim = replace(claim, donors=(replace(LOAN.donors[0], id=None, name=HOSTILE, type="group"),))
    record = fake_source(source, HOSTILE)
    seen = tuple(replace(s, url="javascript:alert(1)") for s in record.sightings)
    view = replace(
        narvik(),
        the_sources=(replace(record, sightings=seen),),
        the_claims=(claim,),
        the_entries=(entry_of(claim),),
    )
    write_site(view, tmp_path)
    for path in pages(tmp_path):
        page = read(tmp_path, path)
        assert page.count("script") == page.count("img") == 0, path
        assert not any(href.startswith("javascript") for href in page.hrefs()), path
    assert HOSTILE in read(tmp_path, source_path(source.id)).plain()


def test_the_same_book_is_not_written_twice(tmp_path: Path) -> None:
    first = write_site(narvik(), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in first}
    again = write_site(narvik(), tmp_path)
    assert first == again
    assert {path: path.stat().st_mtime_ns for path in again} == before


def test_downloads_are_records(site: Path) -> None:
    lines = (site / "data/claims.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert {record["kind"] for record in records} >= {"commitment", "measure", "plan_point"}
    assert COUNT.id in {record["id"] for record in records}
    entries = json.loads((site / "data/entries.json").read_text(encoding="utf-8"))
    assert [e["id"] for e in entries] == [e.id for e in ENTRIES]
    assert entries[0]["relations"][1]["relation"] == "contradicts"


def test_claims_outside_every_entry_stand_on_their_source(tmp_path: Path) -> None:
    write_site(replace(narvik(), the_entries=()), tmp_path)
    page = read(tmp_path, source_path(H.id))
    assert "Norway → Latvia: €450m" in page.plain()
    assert Book(narvik()).entry_of("commitment:none") is None
