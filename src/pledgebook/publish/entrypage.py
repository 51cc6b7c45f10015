"""An entry's page: how it went, every claim with its words, who contradicts, and how it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import money, words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import (
    CARDS,
    ClaimCard,
    Link,
    SourceLine,
    claim_card,
    entry_link,
    entry_path,
    source_line,
)
from pledgebook.publish.citing import bibtex_file, csl_file
from pledgebook.publish.conditions import Conditions, conditions
from pledgebook.publish.conflicts import Conflict, clashes, conflict
from pledgebook.publish.conversions import Converted, conversions
from pledgebook.publish.counted_by import RuleVerdict, verdicts
from pledgebook.publish.decided import ChangedRow, changed_rows
from pledgebook.publish.disputes import DisputedValue, disputed_values
from pledgebook.publish.fields import FieldView, field_views
from pledgebook.publish.headlines import headline
from pledgebook.publish.history import DecisionRow, history
from pledgebook.publish.nearby import Nearby, nearby
from pledgebook.publish.page import Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.passages import Passage, passages
from pledgebook.publish.permalinks import Permalink, permalink
from pledgebook.publish.tellings import (
    TELLINGS,
    TOLD,
    TOLD_AS,
    Stage,
    Telling,
    stages,
    tellings,
    told_base,
)
from pledgebook.publish.witnesses import Witnesses, witnesses
from pledgebook.reconcile.stages import reached

#: Contradictions that the page shows side by side, each some 10 kB; the page of contradictions
#: has all.
CLASHES = 5
#: Parts that the page links; the list of commitments has all.
PARTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry.

    Attributes:
        words, source: the words of the claim that stands for the entry, and whose they are.
        values: values of that claim.
        reached: stage that it has reached by the latest told; None where its kind has none.
        stages, tellings: how it went, in short and source by source (the first of them where many
            tell it; ``telling_pages`` leads to the others); ``told_as`` names what each source says
            of it (stage, status, role).
        conditions, conversions, rules: None or empty for what is no promise of money.
        parts: the first of its parts; ``more_parts`` counts the others.
        disputed: values in which they differ, and which texts say what.
        conflicts: claims that contradict each other; ``more_conflicts`` counts those not shown.
        claims: one page of its claims; ``paging`` leads to the others.
        decisions: all decisions, those taken back too.
        changed: values that a person changed.
    """

    id: str
    kind: Kind
    kind_words: str
    standing: money.Standing | None
    part_of: Link | None
    parts: tuple[Link, ...]
    more_parts: int
    words: tuple[Passage, ...]
    source: SourceLine
    values: tuple[FieldView, ...]
    told_as: str
    reached: str | None
    stages: tuple[Stage, ...]
    tellings: tuple[Telling, ...]
    telling_pages: Paging
    conditions: Conditions | None
    conversions: tuple[Converted, ...]
    rules: tuple[RuleVerdict, ...]
    witnesses: Witnesses
    conflicts: tuple[Conflict, ...]
    more_conflicts: int
    disputed: tuple[DisputedValue, ...]
    decisions: tuple[DecisionRow, ...]
    changed: tuple[ChangedRow, ...]
    nearby: Nearby
    permalink: Permalink
    claims: tuple[ClaimCard, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One page of all tellings of an entry that many sources tell; fields as in ``EntryPage``."""

    entry: Link
    kind: Kind
    told_as: str
    tellings: tuple[Telling, ...]
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherClaims:
    """Further claims of an entry that many sources tell."""

    entry: Link
    claims: tuple[ClaimCard, ...]
    paging: Paging


def entry_page(book: Book, asked: Asked, entry: Entry) -> Page:
    """The page of one entry."""
    payload = _payload(book, asked, entry)
    title = headline(book, entry.lead)
    return Page(path=entry_path(entry), template="entry.html", title=title, payload=payload)


def _payload(book: Book, asked: Asked, entry: Entry) -> EntryPage:
    whole, parts = book.entries_by_id.get(entry.part_of or ""), book.parts.get(entry.id, ())
    found, cards = clashes(book, (entry,)), _cards(book, asked, entry, 1)
    told = tellings(book, entry, asked, 1)
    assert cards is not None
    assert told is not None
    return EntryPage(
        id=entry.id,
        kind=entry.kind,
        kind_words=words.plain(entry.kind),
        standing=money.standing(book, entry.id),
        part_of=None if whole is None else entry_link(book, whole),
        parts=tuple(entry_link(book, e) for e in parts[:PARTS]),
        more_parts=max(0, len(parts) - PARTS),
        words=passages(book, entry.lead),
        source=source_line(book, entry.lead),
        values=field_views(entry.lead, book.rights(entry.lead.source.id)),
        told_as=TOLD_AS[entry.kind],
        reached=None if (stage := reached(entry)) is None else words.plain(stage),
        stages=stages(entry),
        tellings=told[0],
        telling_pages=told[1],
        conditions=conditions(book, entry),
        conversions=conversions(book, entry),
        rules=verdicts(book, entry),
        witnesses=witnesses(book, entry),
        conflicts=tuple(conflict(book, clash) for clash in found[:CLASHES]),
        more_conflicts=max(0, len(found) - CLASHES),
        disputed=disputed_values(book, entry, found),
        decisions=history(book, entry),
        changed=changed_rows(book, entry),
        nearby=nearby(book, entry),
        permalink=permalink(book, entry, asked),
        claims=cards[0],
        paging=cards[1],
    )


def _cards(
    book: Book, asked: Asked, entry: Entry, number: int
) -> tuple[tuple[ClaimCard, ...], Paging] | None:
    found = paged(entry.claims, number, f"entries/{slug(entry.id)}", asked, CARDS)
    if found is None:
        return None
    return tuple(claim_card(book, claim) for claim in found[0]), found[1]


def _further(book: Book, asked: Asked, entry: Entry, number: int) -> Page | None:
    cards = _cards(book, asked, entry, number)
    if cards is None:
        return None
    return Page(
        path=f"entries/{slug(entry.id)}/{number}.html",
        template="entry_claims.html",
        title=f"Further sources: {headline(book, entry.lead)}",
        payload=FurtherClaims(entry=entry_link(book, entry), claims=cards[0], paging=cards[1]),
    )


def _told(book: Book, asked: Asked, entry: Entry, number: int) -> Page | None:
    found = tellings(book, entry, asked, number)
    if found is None:
        return None
    link = entry_link(book, entry)
    return Page(
        path=page_path(told_base(entry), number),
        template="entry_told.html",
        title=f"Who told it, and when: {link.text}",
        payload=Told(
            entry=link,
            kind=entry.kind,
            told_as=TOLD_AS[entry.kind],
            tellings=found[0],
            paging=found[1],
        ),
    )


def _make(book: Book, asked: Asked, name: str) -> Made:
    """Make an entry's page, a further page of its claims or tellings, or a citation as a file."""
    own, _, page = name.partition("/")
    stem, dot, ending = own.partition(".")
    entry = book.entry_at(stem)
    if entry is None or (dot and page):
        return None
    if dot:
        write = {"bib": bibtex_file, "csl.json": csl_file}.get(ending)
        return None if write is None else write(book, entry, asked)
    if not page:
        return entry_page(book, asked, entry)
    part, _, further = page.rpartition("/")
    if page == TOLD:
        return _told(book, asked, entry, 1)
    number, make = number_of(further), {"": _further, TOLD: _told}.get(part)
    return None if number is None or make is None else make(book, asked, entry, number)


def _names(book: Book) -> Iterator[str]:
    for entry in book.entries:
        name = slug(entry.id)
        yield from (name, f"{name}.bib", f"{name}.csl.json")
        yield from (f"{name}/{n}" for n in range(2, pages_of(len(entry.claims), CARDS) + 1))
        if len(entry.claims) > TELLINGS:
            pages = range(2, pages_of(len(entry.claims), TELLINGS) + 1)
            yield from (f"{name}/{TOLD}", *(f"{name}/{TOLD}/{n}" for n in pages))


ENTRIES = Folder(make=_make, names=_names)
