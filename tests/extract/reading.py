"""Read one text of a test with one reader."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pledgebook.extract.page import Page
from pledgebook.extract.reader import Reader
from pledgebook.language.english import English
from pledgebook.model.claims import Claim
from pledgebook.model.snapshots import Document, Sighting, Snapshot

ENGLISH = English()
PUBLISHED = date(2025, 3, 3)


def page(text: str, publisher: str | None = None, title: str | None = None) -> Page:
    snapshot = Snapshot.of(text, "plain")
    sighting = Sighting(
        snapshot=snapshot.id, ref="test", published=PUBLISHED, publisher=publisher, title=title
    )
    return Page(Document(snapshot=snapshot, sighting=sighting), ENGLISH)


def claims(reader: Reader, text: str, publisher: str | None = None) -> list[Claim]:
    found = list(reader.read(page(text, publisher)))
    for claim in found:
        check_evidence(text, claim)
    return found


def check_evidence(text: str, claim: Claim) -> None:
    for evidence in claim.evidence:
        if evidence.place == "text":
            assert text[evidence.start : evidence.end] == evidence.quote


def ids(actors: Iterable[object]) -> str:
    return "+".join(str(getattr(actor, "id", None)) for actor in actors)
