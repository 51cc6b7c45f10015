"""Rights in a real book: no question brings a withheld word out, and later rights hold for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from publish_book import DEFINITION
from publish_client import Client
from test_rights_everywhere import CLAIMS, SOURCE, TEXT, _words, contents, forbidden

from pledgebook.commands.publishing import LedgerLibrary
from pledgebook.ledger.store import Ledger
from pledgebook.model.snapshots import Document, Reading, Sighting, Snapshot
from pledgebook.model.vocabulary import Rights
from pledgebook.publish.book import Book
from pledgebook.reconcile.fold import fold


def seen(rights: Rights, day: date, outlet: str = "An outlet") -> Document:
    snapshot = Snapshot.of(TEXT, "plain")
    sighting = Sighting(
        snapshot=snapshot.id,
        ref=SOURCE.ref or "",
        title=SOURCE.title,
        publisher=outlet,
        published=day,
        lang="en",
        rights=rights,
    )
    return Document(snapshot=snapshot, sighting=sighting)


def add(ledger: Ledger, document: Document) -> None:
    published = document.sighting.published
    told = replace(SOURCE, published=published, publisher=document.sighting.publisher)
    claims = [replace(claim, source=told) for claim in CLAIMS]
    ids = tuple(claim.id for claim in claims)
    reading = Reading(snapshot=document.snapshot.id, reader="rules", version="1", claims=ids)
    ledger.add(document, claims, reading)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "book.db"), create=True) as opened:
        opened.define(DEFINITION)
        yield opened


@pytest.mark.parametrize("rights", ["metadata", "excerpt"])
def test_no_search_brings_another_word_out(ledger: Ledger, rights: Rights) -> None:
    add(ledger, seen(rights, date(2025, 5, 5)))
    ledger.project(fold)
    client, secret = Client(LedgerLibrary(ledger, None, None)), forbidden(rights)
    for word in sorted(secret)[::7]:
        for form in ("search", "search.json"):
            answer = client.get(f"/{form}?q={quote(word)}").text
            assert not (secret - {word}).intersection(_words(answer)), word


def test_a_text_that_only_a_later_sighting_restricts_is_not_quoted_on_earlier_days(
    ledger: Ledger,
) -> None:
    add(ledger, seen("full", date(2025, 5, 5)))
    ledger.project(fold)
    day = date(2025, 5, 6)
    early = " ".join(contents(Book(ledger.view(known_by=day, fold=fold))))
    assert "glimmox skaffs" in early
    add(ledger, seen("metadata", date(2025, 6, 1), "Another outlet"))
    ledger.project(fold)
    secret = forbidden("metadata")
    today = ledger.view(fold=fold)
    assert (
        today.rights() == ledger.view(known_by=day, fold=fold).rights() == {SOURCE.id: "metadata"}
    )
    for view in (today, ledger.view(known_by=day, fold=fold)):
        for content in contents(Book(view)):
            assert not secret.intersection(_words(content)), content[:200]
