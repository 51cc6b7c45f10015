"""The search page: words and phrases among entries, statements and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.searching import SEARCHED, Hit, Term, asked_terms
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, SourceLine, source_line, source_path
from pledgebook.publish.cards import entry_link as entry_link_of
from pledgebook.publish.found_words import Run, holds, runs
from pledgebook.publish.headlines import headline
from pledgebook.publish.page import Folder, Page
from pledgebook.publish.paging import Paging, number_of, page_path, paged
from pledgebook.publish.passages import PASSAGE_LIMIT
from pledgebook.publish.reading import title_of

BASE = "search"
PATH = "search.html"

#: Hits looked up for one question; what goes beyond is said.
LIMIT = 300
#: Results on one page.
_ROWS = 25
#: Characters of a question: some thirty words.
LONGEST = 200

_WITHHELD = "Words not shown: this source may be named only."
_UNSHOWN = "The words stand in this text; only sentences that claims rest on may be shown of it."

#: What ``ledger.view.View.search`` is.
_Search = Callable[[str, str | None, int], Sequence[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One entry, or one text, that has the words.

    Attributes:
        kind, kind_words: kind of the entry; ``source`` for a text.
        link: what leads to it.
        source: where the words stand; None for a text, which is its own source.
        runs: the sentence with the words marked, empty where it may not be shown.
        withheld: why it is not shown, None where it is.
    """

    kind: str
    kind_words: str
    link: Link
    source: SourceLine | None
    runs: tuple[Run, ...]
    withheld: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind that the search can be narrowed to."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was asked and what was found.

    Attributes:
        served: whether the form can be answered; False in the static export.
        asked: the question as typed, empty where none was.
        trouble: why the question cannot be answered, None where it can.
        note: what to know about how the question was read.
        more: whether there are more hits than were looked up.
        paging: None where nothing was asked.
    """

    served: bool
    asked: str
    kinds: tuple[Kind, ...]
    trouble: str | None
    note: str | None
    results: tuple[Result, ...]
    more: bool
    paging: Paging | None


def search_page(book: Book, asked: Asked, number: int = 1) -> Page | None:
    """Answer a question: ``q`` for the words, ``kind`` to narrow."""
    question = " ".join(asked.all("q"))[: LONGEST + 1].strip()
    kind = asked.choice("kind", ("", *SEARCHED), "") or None
    payload = _answered(book, asked, question, kind, number)
    if payload is None:
        return None
    path = page_path(BASE, number)
    return Page(path=path, template="search.html", title="Search", payload=payload, tab=PATH)


def _answered(
    book: Book, asked: Asked, question: str, kind: str | None, number: int
) -> Search | None:
    search: _Search | None = getattr(book.view, "search", None)
    served = asked.served and search is not None
    if search is None or not served or not question:
        return _search(served, question, kind) if number == 1 else None
    if len(question) > LONGEST:
        trouble = f"This is too long; a search takes {LONGEST} characters."
        return _search(served, question[:LONGEST], kind, trouble=trouble)
    try:
        terms = asked_terms(question)
        hits = search(question, kind, LIMIT + 1)
    except LedgerError as error:
        return _search(served, question, kind, trouble=f"{str(error).capitalize()}.")
    results = list(_results(book, hits[:LIMIT], terms))
    found = paged(results, number, "search", asked, _ROWS)
    if found is None:
        return None
    return _search(
        served,
        question,
        kind,
        note=_note(question),
        results=tuple(found[0]),
        more=len(hits) > LIMIT,
        paging=found[1],
    )


def _search(
    served: bool,  # noqa: FBT001 - a field of the payload
    question: str,
    kind: str | None,
    *,
    trouble: str | None = None,
    note: str | None = None,
    results: tuple[Result, ...] = (),
    more: bool = False,
    paging: Paging | None = None,
) -> Search:
    return Search(
        served=served,
        asked=question,
        kinds=tuple(_kind(value, kind) for value in SEARCHED),
        trouble=trouble,
        note=note,
        results=results,
        more=more,
        paging=paging,
    )


def _kind(value: str, chosen: str | None) -> Kind:
    return Kind(value=value, text=_MANY[value], chosen=value == chosen)


#: Names of the kinds in the form.
_MANY = {
    "commitment": "commitments",
    "statement": "statements",
    "participation": "who took part in meetings",
    "proposal": "proposals",
    "plan_point": "points of a plan",
    "measure": "economic measures",
    "source": "texts",
}


def _note(question: str) -> str | None:
    if question.count('"') % 2:
        return "A quotation mark is not closed, so its words were looked for one by one."
    return None


def _results(book: Book, hits: Iterable[Hit], terms: Sequence[Term]) -> Iterable[Result]:
    """One result for each entry and text, at its newest hit."""
    seen: set[str] = set()
    for hit in hits:
        name = hit.entry or hit.id
        if name in seen:
            continue
        found = _of_text(book, hit, terms) if hit.kind == "source" else _of_claim(book, hit, terms)
        if found is not None:
            seen.add(name)
            yield found


def _of_claim(book: Book, hit: Hit, terms: Sequence[Term]) -> Result | None:
    claim, entry = book.claims.get(hit.id), book.entry_of(hit.id)
    if claim is None or entry is None:
        return None
    line, link = source_line(book, claim), entry_link_of(book, entry)
    named_only = book.rights(hit.source) == "metadata"
    # What may be named only is found by what this page says of it, never by words it hides.
    shown = f"{link.text}\n{headline(book, claim)}\n{line.title}\n{line.publisher}"
    if named_only and not holds(shown, terms):
        return None
    return Result(
        kind=hit.kind,
        kind_words=words.plain(hit.kind),
        link=link,
        source=line,
        runs=() if named_only else runs(hit.sentence[:PASSAGE_LIMIT], terms),
        withheld=_WITHHELD if named_only else None,
    )


def _of_text(book: Book, hit: Hit, terms: Sequence[Term]) -> Result | None:
    source = book.sources.get(hit.id)
    if source is None:
        return None
    rights = book.rights(hit.id)
    title = title_of(source)
    if rights == "metadata" and not holds(title, terms):
        return None
    full = rights == "full"
    return Result(
        kind="source",
        kind_words="text",
        link=Link(text=title, href=source_path(hit.id)),
        source=None,
        runs=runs(hit.sentence[:PASSAGE_LIMIT], terms) if full else (),
        withheld=None if full else _WITHHELD if rights == "metadata" else _UNSHOWN,
    )


def _further(book: Book, asked: Asked, name: str) -> Page | None:
    number = number_of(name)
    return None if number is None else search_page(book, asked, number)


#: Further pages of results; the static export answers no questions and has none.
FURTHER = Folder(make=_further, names=lambda _book: ())
