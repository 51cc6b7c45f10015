"""The registry: which function makes what stands at which address.

The static export writes everything that is listed here; the server makes the one asked for. An
area of the site adds a line here for each kind of page that it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pledgebook.publish import (
    actor_page,
    actors,
    commitment_list,
    disputes,
    meeting_page,
    meetings,
    proposal_page,
    scoreboard,
    totals_page,
)
from pledgebook.publish.api.pages import described
from pledgebook.publish.asked import Asked, BadQueryError
from pledgebook.publish.book import Book
from pledgebook.publish.charts.pages import FOLDER as PICTURES
from pledgebook.publish.charts.pages import pictures
from pledgebook.publish.data_pages import DATA, data
from pledgebook.publish.downloads import FILES
from pledgebook.publish.entrypage import ENTRIES
from pledgebook.publish.feeds import BOOK_FEED, FEEDS, book_feed
from pledgebook.publish.frontpage import front
from pledgebook.publish.page import Folder, Made, Maker, Page
from pledgebook.publish.pressure import PRESSURE
from pledgebook.publish.proposals import PROPOSALS
from pledgebook.publish.search_page import FURTHER as FURTHER_FOUND
from pledgebook.publish.search_page import search_page
from pledgebook.publish.sourcelists import SOURCES, sources
from pledgebook.publish.statements import STATEMENTS


def missing(_book: Book, _asked: Asked) -> Page:
    """Where there is no page."""
    return Page(path="404.html", template="404.html", title="No such page", payload=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadQuery:
    """Which value in an address is none, and what the page takes."""

    parameter: str
    message: str


def bad_query(error: BadQueryError) -> Page:
    """Where an address has a value that its page does not take."""
    payload = BadQuery(parameter=error.parameter, message=error.message)
    title = "This address asks for something that is not there"
    return Page(path="400.html", template="400.html", title=title, payload=payload)


#: What every book has, by path.
FIXED: dict[str, Maker] = {
    "index.html": front,
    "plan.html": scoreboard.scoreboard,
    "pictures.html": pictures,
    "commitments.html": commitment_list.commitments,
    "data/commitments.csv": commitment_list.csv_file,
    "data/commitments.json": commitment_list.json_file,
    "totals.html": totals_page.totals,
    "statements.html": STATEMENTS.page,
    "meetings.html": meetings.taking_part,
    "proposals.html": PROPOSALS.page,
    "pressure.html": PRESSURE.page,
    "conflicts.html": disputes.contradictions,
    "actors.html": actors.actors_page,
    "sources.html": sources,
    "search.html": search_page,
    "data/index.html": data,
    "404.html": missing,
    BOOK_FEED: book_feed,
    **FILES,
}

#: What stands under a first part of an address.
FOLDERS: dict[str, Folder] = {
    "entries": ENTRIES,
    "plan": scoreboard.PLAN,
    "pictures": PICTURES,
    "sources": SOURCES,
    "commitments": commitment_list.BELOW,
    "totals": totals_page.BELOW,
    "statements": STATEMENTS.folder,
    "meetings": meeting_page.FOLDER,
    "proposals": proposal_page.FOLDER,
    "pressure": PRESSURE.folder,
    "conflicts": disputes.FURTHER,
    "actors": actor_page.FOLDER,
    "search": FURTHER_FOUND,
    "feeds": FEEDS,
    "data": DATA,
}


FIXED.update(described(FIXED, FOLDERS))


def find(book: Book, path: str, asked: Asked) -> Made:
    """Make what stands at a path (``entries/ab12.html``), None where there is nothing."""
    made = _made(book, path, asked)
    # An address that leads to a page by another name is none: every page has one address.
    return None if made is None or made.path != path else made


def _made(book: Book, path: str, asked: Asked) -> Made:
    fixed = FIXED.get(path)
    if fixed is not None:
        return fixed(book, asked)
    part, _, name = path.partition("/")
    folder = FOLDERS.get(part)
    return None if folder is None else folder.make(book, asked, name.removesuffix(".html"))


def find_page(book: Book, path: str, asked: Asked | None = None) -> Page | None:
    """Make the page of a path, None where there is none."""
    found = find(book, path, asked or Asked())
    return found if isinstance(found, Page) else None


def everything(book: Book, asked: Asked) -> Iterator[Made]:
    """Make every page and file of the site, one after the other."""
    for make in FIXED.values():
        yield make(book, asked)
    for folder in FOLDERS.values():
        for name in folder.names(book):
            yield folder.make(book, asked, name)


def all_pages(book: Book) -> Iterator[Page]:
    """Make every page of the site."""
    yield from (made for made in everything(book, Asked()) if isinstance(made, Page))
