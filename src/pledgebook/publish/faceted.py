"""Lists that a reader narrows: by who, by kind, by day; on the server by a form, else by files.

A list is a value: its entries, and the facets by which they can be narrowed. What is looked up is
built once per book, so that a page costs as much as the rows it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import Kind
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.headlines import shortened
from pledgebook.publish.listings import first_told
from pledgebook.publish.page import Folder, Page
from pledgebook.publish.paging import ROWS, Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.sourcelists import unread_words

#: Values of a facet that a form offers, the most frequent ones; any other can be asked for in the
#: address (the actor's page leads there).
OFFERED = 100

#: Characters of a value that the book does not have, as a page repeats it.
ASKED = 60

_NEWEST, _OLDEST = "newest", "oldest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something by which a list can be narrowed.

    Attributes:
        key: name of the parameter in an address.
        label: name on the page; ``anything`` what the form says where nothing is chosen.
        of: gives the values of an entry.
        say: writes a value in words.
        files: True where each value has pages of its own in the static export.
    """

    key: str
    label: str
    anything: str
    of: Callable[[Entry], Iterable[str]]
    say: Callable[[Book, str], str]
    files: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value that can be chosen, with the entries it leaves."""

    value: str
    text: str
    count: int
    chosen: bool
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A facet as a page shows it."""

    key: str
    label: str
    anything: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """How a list is narrowed and sorted.

    Attributes:
        action: address of the list, to which the form is sent.
        served: whether a form can be answered.
        choices: all facets.
        since, until: days in ISO form, None where not asked.
        oldest: True where the earliest stands first.
        said: what was chosen, in words; empty for the whole list.
        of: number of entries in the whole list.
    """

    action: str
    served: bool
    choices: tuple[Choice, ...]
    since: str | None
    until: str | None
    oldest: bool
    said: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPayload:
    """One page of a list: the sentence above it, how it is narrowed, and its rows.

    Attributes:
        empty: what is said where there are no rows, and ``unread`` what could not be read.
        beside: what stands beside the rows of the first page, None for nothing.
    """

    lead: str
    empty: str
    unread: str | None
    narrowed: Narrowed
    rows: tuple[object, ...]
    paging: Paging
    beside: object | None = None


class FacetIndex:
    """Entries of one list, newest first, and which of them have which value."""

    def __init__(self, book: Book, kind: Kind, facets: Sequence[Facet]) -> None:
        """Look through the entries once."""
        dated = [(first_told(entry), entry) for entry in book.of_kind(kind)]
        # Sorting keeps the order of the book among entries of one day.
        dated.sort(key=lambda pair: pair[0] or date.min, reverse=True)
        self.entries = [entry for _, entry in dated]
        self.days = [day for day, _ in dated]
        self._offered: dict[str, list[str]] = {}
        self.places: dict[str, dict[str, list[int]]] = {facet.key: {} for facet in facets}
        for place, entry in enumerate(self.entries):
            for facet in facets:
                for value in dict.fromkeys(facet.of(entry)):
                    self.places[facet.key].setdefault(value, []).append(place)

    def chosen(self, values: dict[str, str], since: date | None, until: date | None) -> list[int]:
        """Places of the entries that fit, newest first; entries without a day fit no days."""
        found: Iterable[int] = range(len(self.entries))
        for key, value in values.items():
            places = self.places[key].get(value, [])
            narrower = set(places)
            found = [place for place in found if place in narrower]
        if since is None and until is None:
            return list(found)
        low, high = since or date.min, until or date.max
        return [place for place in found if self._inside(place, low, high)]

    def _inside(self, place: int, low: date, high: date) -> bool:
        day = self.days[place]
        return day is not None and low <= day <= high

    def offered(self, key: str) -> list[str]:
        """Most frequent values of a facet, as many as a form offers."""
        found = self.places[key]
        if key not in self._offered:
            every = sorted(found, key=lambda value: (-len(found[value]), value))
            self._offered[key] = every[:OFFERED]
        return list(self._offered[key])


@dataclass(frozen=True, kw_only=True, eq=False)
class FacetedList:
    """A list of entries of one kind.

    Attributes:
        base: address without ending.
        template: template of its pages.
        row: makes the row of an entry.
        beside: makes what stands above the rows of the first page, None for nothing.
    """

    base: str
    kind: Kind
    title: str
    lead: str
    empty: str
    template: str
    facets: tuple[Facet, ...]
    row: Callable[[Book, Entry], object]
    beside: Callable[[Book], object] | None = None

    def index(self, book: Book) -> FacetIndex:
        """Build the look-ups of a book; asked for through ``Book.index``."""
        return FacetIndex(book, self.kind, self.facets)

    def page(self, book: Book, asked: Asked) -> Page | None:
        """Make the first page, narrowed as the query asks."""
        return self._page(book, asked, None, 1)

    def make(self, book: Book, asked: Asked, name: str) -> Page | None:
        """Make a page below the list: ``2``, ``stage-pledged`` or ``stage-pledged/2``."""
        first, _, rest = name.partition("/")
        number = number_of(first)
        if number is not None and not rest:
            return self._page(book, asked, None, number)
        chosen = self._named(book, first)
        further = number_of(rest) if rest else 1
        return (
            None if chosen is None or further is None else self._page(book, asked, chosen, further)
        )

    def names(self, book: Book) -> Iterator[str]:
        """List the names below the list for the static export."""
        index = book.index(self.index)
        yield from _numbers("", len(index.entries))
        for facet in self.facets:
            if facet.files:
                for value, places in index.places[facet.key].items():
                    yield f"{facet.key}-{value}"
                    yield from _numbers(f"{facet.key}-{value}/", len(places))

    @property
    def folder(self) -> Folder:
        """Everything below the list."""
        return Folder(make=self.make, names=self.names)

    def _named(self, book: Book, name: str) -> tuple[str, str] | None:
        key, _, value = name.partition("-")
        places = book.index(self.index).places
        files = any(facet.key == key and facet.files for facet in self.facets)
        return (key, value) if files and value in places[key] else None

    def _page(
        self, book: Book, asked: Asked, named: tuple[str, str] | None, number: int
    ) -> Page | None:
        index = book.index(self.index)
        values = {f.key: v for f in self.facets if (v := asked.one(f.key)) is not None}
        values.update(() if named is None else (named,))
        since, until = asked.day("from"), asked.day("until")
        order = asked.choice("order", (_NEWEST, _OLDEST), _NEWEST)
        places = index.chosen(values, since, until)
        places = places[::-1] if order == _OLDEST else places
        base = self.base if named is None else f"{self.base}/{named[0]}-{named[1]}"
        found = paged(places, number, base, asked)
        if found is None:
            return None
        shown, paging = found
        beside = self.beside if number == 1 and not values else None
        payload = ListPayload(
            lead=self.lead,
            empty=_empty(self.empty, narrowed=bool(values or since or until)),
            unread=None if shown else unread_words(book),
            narrowed=self._narrowed(book, asked, values, oldest=order == _OLDEST),
            rows=tuple(self.row(book, index.entries[place]) for place in shown),
            paging=paging,
            beside=None if beside is None else beside(book),
        )
        return Page(
            path=page_path(base, number),
            template=self.template,
            title=self._title(book, named),
            tab=page_path(self.base, 1),
            payload=payload,
        )

    def _title(self, book: Book, named: tuple[str, str] | None) -> str:
        if named is None:
            return self.title
        facet = next(facet for facet in self.facets if facet.key == named[0])
        return f"{self.title}: {facet.say(book, named[1])}"

    def _narrowed(
        self, book: Book, asked: Asked, values: dict[str, str], *, oldest: bool
    ) -> Narrowed:
        index = book.index(self.index)
        since, until = asked.day("from"), asked.day("until")
        return Narrowed(
            action=page_path(self.base, 1),
            served=asked.served,
            choices=tuple(
                self._choice(book, facet, values.get(facet.key)) for facet in self.facets
            ),
            since=None if since is None else since.isoformat(),
            until=None if until is None else until.isoformat(),
            oldest=oldest,
            said=tuple(self._said(book, values, since, until)),
            of=len(index.entries),
        )

    def _choice(self, book: Book, facet: Facet, chosen: str | None) -> Choice:
        index = book.index(self.index)
        offered = index.offered(facet.key)
        if chosen is not None and chosen not in offered:
            offered.append(chosen)
        return Choice(
            key=facet.key,
            label=facet.label,
            anything=facet.anything,
            options=tuple(
                Option(
                    value=value,
                    text=self._text(book, facet, value),
                    count=len(index.places[facet.key].get(value, ())),
                    chosen=value == chosen,
                    href=f"{self.base}/{facet.key}-{value}.html" if facet.files else None,
                )
                for value in offered
            ),
        )

    def _text(self, book: Book, facet: Facet, value: str) -> str:
        """Write a value in words; one that the book does not have as it was typed, cut short."""
        known = value in book.index(self.index).places[facet.key]
        return facet.say(book, value) if known else f"“{shortened(value, ASKED)}”"

    def _said(
        self, book: Book, values: dict[str, str], since: date | None, until: date | None
    ) -> Iterator[str]:
        for facet in self.facets:
            if facet.key in values:
                yield f"{facet.label}: {self._text(book, facet, values[facet.key])}"
        if since is not None:
            yield f"first told on or after {words.date_words(since)}"
        if until is not None:
            yield f"first told on or before {words.date_words(until)}"


def _numbers(before: str, total: int) -> Iterator[str]:
    yield from (f"{before}{number}" for number in range(2, pages_of(total, ROWS) + 1))


def _empty(words_: str, *, narrowed: bool) -> str:
    return "Nothing in this list fits what was asked." if narrowed else words_
