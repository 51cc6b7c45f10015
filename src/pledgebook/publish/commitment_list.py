"""The list of commitments: chosen by filters, sorted, in pages, with the sum of what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pledgebook.publish import words
from pledgebook.publish.addresses import by_name
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link
from pledgebook.publish.commitment_choice import SINCE, SORT, UNTIL, Chosen, Filter, Selection
from pledgebook.publish.commitment_files import FileRows
from pledgebook.publish.commitment_index import FACETS, CommitmentIndex, value_words
from pledgebook.publish.commitment_rows import COLUMNS, Column, rows
from pledgebook.publish.listings import Row
from pledgebook.publish.page import File, Folder, Made, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged, pages_of
from pledgebook.publish.shares import Difference, of_list
from pledgebook.publish.shown_sum import ShownSum, shown_sum
from pledgebook.publish.why import Whole, why_names, why_page

#: Filters whose values have a list of their own as files, and the part of the address for each.
SCOPES = {"donor": "donor", "aid": "aid_type"}


_LABELS = {facet.key: facet.label for facet in FACETS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing that was chosen, and the address of the list without it."""

    text: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SortChoice:
    """An order that the form offers."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Heading of a column: how the list is sorted by it now, and the address that sorts by it."""

    text: str
    sorted: str | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form above the list, which the server answers."""

    action: str
    filters: tuple[Filter, ...]
    since: str
    until: str
    sorts: tuple[SortChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A list of its own in the static export: a donor's, or one type of aid."""

    text: str
    href: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentList:
    """One page of commitments.

    Attributes:
        of: commitments in the whole book.
        form, chips: how it was chosen; no form in the static export.
        donors, aid_types: lists of their own, by which a reader without forms can choose.
        heads: headings of the columns with the addresses that sort by them.
        sum: of all that the list shows, not of the page only.
        apart: where lists of single donors do not add up to it, or count less than was promised
            together with others.
        files: addresses of the list as CSV and JSON.
    """

    lead: str
    of: int
    form: Form | None
    chips: tuple[Chip, ...]
    donors: tuple[Scope, ...]
    aid_types: tuple[Scope, ...]
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    paging: Paging
    sum: ShownSum
    apart: tuple[Difference, ...]
    files: tuple[str, str]


class ScopeNames:
    """Donors and types of aid that have a list of their own: values by part and name."""

    def __init__(self, book: Book) -> None:
        """Name them once."""
        index = book.index(CommitmentIndex)
        self.values = {part: by_name(sorted(index.sets[key])) for part, key in SCOPES.items()}


_LEAD = (
    "What somebody is bound, or said to be bound, to give or do. One row is one promise, "
    "however many sources tell it."
)

#: Address of the whole list without ending; lists of one donor or type of aid lie below it.
BASE = "commitments"


def commitments(book: Book, asked: Asked) -> Page | None:
    """First page of the list that an address asks for."""
    return _page(book, asked, BASE, 1)


def _page(book: Book, asked: Asked, base: str, number: int) -> Page | None:
    selection = selected(book, asked, base)
    found = paged(selection.positions, number, base, asked)
    if found is None:
        return None
    shown, paging = found
    index = selection.index
    payload = CommitmentList(
        lead=_LEAD,
        of=len(index.entries),
        form=_form(selection) if asked.served else None,
        chips=_chips(selection, asked, base) if asked.served else (),
        donors=_scopes(book, "donor"),
        aid_types=_scopes(book, "aid"),
        heads=_heads(selection, asked, base),
        rows=rows(book, [index.entries[place] for place in shown]),
        paging=paging,
        sum=shown_sum(
            book,
            selection.ids,
            f"{base}/why.html{asked.suffix(leave=(SORT,))}",
            by_donor=selection.by_donor,
        ),
        apart=of_list(book, selection.ids, by_donor=selection.by_donor),
        files=files_of(base, asked),
    )
    return Page(
        path=page_path(base, number),
        template="commitments.html",
        title=title_of(book, base),
        tab=page_path(BASE, 1),
        payload=payload,
    )


def title_of(book: Book, base: str) -> str:
    """Name a list by its address."""
    scope = _scope(book, base)
    return "Commitments" if scope is None else f"Commitments: {value_words(book, *scope)}"


def selected(book: Book, asked: Asked, base: str) -> Selection:
    """Choose what a list shows: what the query asks, within the scope of its address."""
    scope = _scope(book, base)
    if scope is not None:
        kept = tuple(pair for pair in asked.query if pair[0] != scope[0])
        asked = replace(asked, query=(*kept, scope))
    return Selection(book, Chosen.of(book, asked))


def _scope(book: Book, base: str) -> tuple[str, str] | None:
    """The filter that an address of a list stands for (``donor``, ``NOR``), None for the whole."""
    part, _, name = base.removeprefix(BASE).strip("/").partition("/")
    return (SCOPES[part], book.index(ScopeNames).values[part][name]) if name else None


def _scopes(book: Book, part: str) -> tuple[Scope, ...]:
    key, index = SCOPES[part], book.index(CommitmentIndex)
    found = [
        Scope(
            text=value_words(book, key, value),
            href=f"{BASE}/{part}/{name}.html",
            count=index.sets[key][value].bit_count(),
        )
        for name, value in book.index(ScopeNames).values[part].items()
    ]
    return tuple(sorted(found, key=lambda scope: (-scope.count, scope.text)))


def files_of(base: str, asked: Asked) -> tuple[str, str]:
    """Addresses of a list as CSV and as JSON."""
    suffix = asked.suffix()
    if base == BASE:
        return f"data/commitments.csv{suffix}", f"data/commitments.json{suffix}"
    return f"{base}.csv{suffix}", f"{base}.rows.json{suffix}"


def _form(selection: Selection) -> Form:
    chosen = selection.chosen
    sorts = tuple(
        SortChoice(value=value, text=text, chosen=value == chosen.sort)
        for column in COLUMNS
        for value, text in column.orders()
    )
    return Form(
        action=page_path(BASE, 1),
        filters=selection.filters(),
        since="" if chosen.since is None else chosen.since.isoformat(),
        until="" if chosen.until is None else chosen.until.isoformat(),
        sorts=sorts,
    )


def _chips(selection: Selection, asked: Asked, base: str) -> tuple[Chip, ...]:
    """What was chosen beside the scope of the address."""
    chosen, book = selection.chosen, selection.book
    scope, path = _scope(book, base), page_path(base, 1)
    found = [
        Chip(
            text=f"{facet.label}: {value_words(book, facet.key, value)}",
            without=f"{path}{_less(asked, facet.key, value)}",
        )
        for facet in FACETS
        for value in chosen.values[facet.key]
        if (facet.key, value) != scope
    ]
    for key, day, text in ((SINCE, chosen.since, "From"), (UNTIL, chosen.until, "Until")):
        if day is not None:
            without = f"{path}{asked.suffix(leave=(key,))}"
            found.append(Chip(text=f"{text} {words.date_words(day)}", without=without))
    return tuple(found)


def _less(asked: Asked, key: str, value: str) -> str:
    """The query without one value of a filter that may have others."""
    kept = tuple(pair for pair in asked.query if (pair[0], pair[1].strip()) != (key, value))
    return replace(asked, query=kept).suffix()


def _heads(selection: Selection, asked: Asked, base: str) -> tuple[Head, ...]:
    return tuple(_head(column, selection.chosen.sort, asked, base) for column in COLUMNS)


def _head(column: Column, sort: str, asked: Asked, base: str) -> Head:
    """A heading that sorts by its column; where it does already, the other way round."""
    now = None
    if sort.removeprefix("-") == column.sort:
        now = "descending" if sort[0] == "-" else "ascending"
    first, second = (value for value, _ in column.orders())
    wanted = second if sort == first else first
    href = f"{page_path(base, 1)}{asked.suffix(**{SORT: wanted})}" if asked.served else None
    return Head(text=column.text, sorted=now, href=href)


def csv_file(book: Book, asked: Asked, base: str = BASE) -> File:
    """Write a list as CSV."""
    content = book.index(FileRows).csv(selected(book, asked, base).positions)
    path = files_of(base, Asked())[0]
    return File(path=path, media_type="text/csv", content=content)


def json_file(book: Book, asked: Asked, base: str = BASE) -> File:
    """Write a list as JSON."""
    selection = selected(book, asked, base)
    definition = book.definition
    about: dict[str, object] = {
        "book": None if definition is None else definition.id,
        "known_by": None if asked.known_by is None else asked.known_by.isoformat(),
        "query": [list(pair) for pair in asked.query],
        "count": len(selection.positions),
        "of": len(selection.index.entries),
    }
    content = book.index(FileRows).json(selection.positions, about)
    return File(path=files_of(base, Asked())[1], media_type="application/json", content=content)


def below(book: Book, asked: Asked, name: str) -> Made:
    """Make what lies below the list: its further pages, lists of one donor, files, and why."""
    base, rest = _parted(book, name)
    if base is None:
        return None
    if rest == "why" or rest.startswith("why/"):
        return _why(book, asked, base, rest.removeprefix("why"))
    if rest in (".csv", ".rows.json") and base != BASE:
        return csv_file(book, asked, base) if rest == ".csv" else json_file(book, asked, base)
    number = 1 if rest == "" and base != BASE else number_of(rest)
    return None if number is None else _page(book, asked, base, number)


def _parted(book: Book, name: str) -> tuple[str | None, str]:
    """Part a name below the list into the list it belongs to and what is asked of it."""
    part, _, rest = name.partition("/")
    if part not in SCOPES:
        return BASE, name
    own, slash, more = rest.partition("/")
    stem, dot, ending = own.partition(".")
    if stem not in book.index(ScopeNames).values[part] or (slash and (dot or not more)):
        return None, ""
    return f"{BASE}/{part}/{stem}", more if slash else f"{dot}{ending}"


def _why(book: Book, asked: Asked, base: str, rest: str) -> Page | None:
    whole = _whole(base, selected(book, asked, base))
    return why_page(book, asked, whole, rest.removeprefix("/"))


def _whole(base: str, selection: Selection) -> Whole:
    return Whole(
        base=f"{base}/why",
        text=_chosen_words(base, selection),
        entries=selection.ids,
        by_donor=selection.by_donor,
        back=Link(text="The list of these commitments", href=page_path(base, 1)),
        tab=page_path(BASE, 1),
    )


def _chosen_words(base: str, selection: Selection) -> str:
    """What a list shows, in words: its scope and filters, or all commitments."""
    scope = _scope(selection.book, base)
    own = [] if scope is None else [f"{_LABELS[scope[0]]}: {value_words(selection.book, *scope)}"]
    chosen = [chip.text for chip in _chips(selection, Asked(), base)]
    return "; ".join([*own, *chosen]) or "all commitments of this book"


def _names(book: Book) -> Iterator[str]:
    """Every page and file below the list, as the static export writes them."""
    for base in (BASE, *_bases(book)):
        stem = base.removeprefix(BASE).removeprefix("/")
        selection = selected(book, Asked(), base)
        if stem:
            yield from (stem, f"{stem}.csv", f"{stem}.rows.json")
        way = f"{stem}/" if stem else ""
        for number in range(2, pages_of(len(selection.positions)) + 1):
            yield f"{way}{number}"
        yield from (f"{way}why{name}" for name in why_names(book, _whole(base, selection)))


def _bases(book: Book) -> Iterator[str]:
    for part, names in book.index(ScopeNames).values.items():
        yield from (f"{BASE}/{part}/{name}" for name in names)


BELOW = Folder(make=below, names=_names)
