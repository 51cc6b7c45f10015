"""Addresses by which an entry can be cited, and where an error in it can be reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book, slug
from pledgebook.publish.cards import entry_path
from pledgebook.publish.tellings import as_of

#: Days that a page links; the day picker leads to every other one.
DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """An entry as known by a day: the day in words, and the address within the whole site."""

    day: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """How to point at an entry.

    Attributes:
        id: id of the entry.
        address: its address as it is seen here, whole where the book says where its site stands.
        days: the entry as known by each day on which a source told something of it, the first
            ``DAYS`` of them; ``more_days`` counts the others.
        bibtex, csl: addresses of its citation.
        report: address to report an error to, None where the book names none.
    """

    id: str
    address: str
    days: tuple[AsOf, ...]
    more_days: int
    bibtex: str
    csl: str
    report: str | None


def permalink(book: Book, entry: Entry, asked: Asked) -> Permalink:
    """Give the addresses of an entry."""
    stem, days = f"entries/{slug(entry.id)}", told_on(entry)
    return Permalink(
        id=entry.id,
        address=address_of(book, entry, asked.known_by),
        days=tuple(AsOf(day=words.date_words(d), href=as_of(entry, d)) for d in days[:DAYS]),
        more_days=max(0, len(days) - DAYS),
        bibtex=f"{stem}.bib",
        csl=f"{stem}.csl.json",
        report=report_address(book, entry, asked.known_by),
    )


def told_on(entry: Entry) -> tuple[date, ...]:
    """Days on which a source told something of an entry, from the first on."""
    days = {c.source.published for c in entry.claims if c.source.published is not None}
    return tuple(sorted(days))


def address_of(book: Book, entry: Entry, known_by: date | None) -> str:
    """Give the address of an entry, as known by a day; whole where the site's own is known."""
    path = entry_path(entry) if known_by is None else as_of(entry, known_by)
    site = None if book.definition is None else book.definition.address
    return path if site is None else f"{site.rstrip('/')}/{path}"


def report_address(book: Book, entry: Entry, known_by: date | None) -> str | None:
    """Give the address of a report on an entry: id and address filled in, None where unset.

    A ``mailto:`` address gets a subject and a text, an ``https:`` one the parameters ``entry`` and
    ``page``.
    """
    target = None if book.definition is None else book.definition.report
    if target is None:
        return None
    # Seen from today, a report is about the entry as the latest source left it.
    day = known_by or max(told_on(entry), default=None)
    page = address_of(book, entry, day)
    if target.startswith("mailto:"):
        subject = f"Error in {entry.id}"
        body = f"Entry: {entry.id}\nPage: {page}\n\nWhat is wrong, and which source says so:\n"
        given = {"subject": subject, "body": body.replace("\n", "\r\n")}
    else:
        given = {"entry": entry.id, "page": page}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())
    address, hash_, fragment = target.partition("#")
    return f"{address}{'&' if '?' in address else '?'}{query}{hash_}{fragment}"
