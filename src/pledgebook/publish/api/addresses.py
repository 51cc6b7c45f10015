"""The kinds of address that a server answers: what stands there, and what can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pledgebook.ledger.searching import SEARCHED
from pledgebook.publish.actor_page import ActorPage, SectionPage
from pledgebook.publish.actors import Actors
from pledgebook.publish.api.address import Address, Parameter
from pledgebook.publish.api.money_addresses import CHOOSING, MONEY_ADDRESSES
from pledgebook.publish.atom import MEDIA_TYPE as ATOM
from pledgebook.publish.book import Book
from pledgebook.publish.charts.pages import OnePicture, Pictures
from pledgebook.publish.citing import BIBTEX, CSL
from pledgebook.publish.data_pages import DataPage, Dictionary, TablePage
from pledgebook.publish.disputes import Disputes
from pledgebook.publish.entrypage import EntryPage, FurtherClaims, Told
from pledgebook.publish.faceted import FacetedList, ListPayload
from pledgebook.publish.frontpage import Front
from pledgebook.publish.meeting_page import MeetingPage
from pledgebook.publish.meetings import Meetings
from pledgebook.publish.objections import AgainstPage
from pledgebook.publish.pressure import PRESSURE
from pledgebook.publish.proposal_page import ProposalPage
from pledgebook.publish.proposals import PROPOSALS
from pledgebook.publish.releases import ReleasePage
from pledgebook.publish.scoreboard import MonthPage, PointPage, Scoreboard
from pledgebook.publish.search_page import Search
from pledgebook.publish.sourcelists import FurtherPage, ReadingReport
from pledgebook.publish.sourcepage import SourcePage
from pledgebook.publish.statements import STATEMENTS
from pledgebook.publish.talks import TalksPage

#: What stands in braces.
PARTS = {
    "entry": "the first 16 digits of an entry's id",
    "source": "the first 16 digits of a text's id, or the name of a list of texts (`with-claims`)",
    "actor": "an actor's id, with a dash for its colon (`GBR`, `org-nato`), a page's number, or a "
    "type of actor (`type-state`)",
    "section": "a part that the actor has (`gives`), or the number of a page",
    "point": "number of a point of the plan, or `talks`",
    "month": "a month (`2025-03`), `undated`, a page's number, `against`, or `conflicts`",
    "picture": "name of a picture",
    "list": "name of a list",
    "page": "number of a page, from 2 on",
    "part": "a page's number from 2 on, one entry's or meeting's digits, a value to narrow by "
    "(`stage-pledged`), a dimension (`donor`), or `why`",
    "name": "a value of what stands before it (`NOR`), a step, or a page's number",
    "more": "a page's number, `why`, or a value",
    "release": "name of a release",
    "table": "name of a table",
    "step": "a step of the way to a sum (`told-again`)",
}


def _faceted(shown: FacetedList) -> tuple[Parameter, ...]:
    return (
        *(
            Parameter(name=facet.key, what=facet.label, example=_first_of(shown, facet.key))
            for facet in shown.facets
        ),
        Parameter(name="from", what="first told on or after this day", day=True),
        Parameter(name="until", what="first told on or before this day", day=True),
        Parameter(name="order", what="order of the rows", choices=("newest", "oldest")),
    )


def _first_of(shown: FacetedList, key: str) -> Callable[[Book], str | None]:
    return lambda book: next(iter(book.index(shown.index).offered(key)), None)


def _lists(shown: FacetedList, what: str, *one: type) -> Iterable[Address]:
    asked, payloads = _faceted(shown), (ListPayload, *one)
    base = shown.base
    yield Address(path=f"/{base}.json", what=what, payloads=(ListPayload,), parameters=asked)
    below = f"{what}: a further page, or narrowed to one value"
    if one:
        below = f"{below}, or one of them"
    yield Address(path=f"/{base}/{{part}}.json", what=below, payloads=payloads, parameters=asked)
    further = f"{what}: a further page of what is narrowed to one value"
    path = f"/{base}/{{part}}/{{page}}.json"
    yield Address(path=path, what=further, payloads=(ListPayload,), parameters=asked)


def _word(book: Book) -> str | None:
    """A word of some entry, that a search finds."""
    for entry in book.entries:
        source = book.sources.get(entry.lead.source.id)
        if book.rights(entry.lead.source.id) == "metadata":
            continue
        text = "" if source is None else entry.lead.sentence.of(source.snapshot.text)
        found = next((word for word in text.split() if word.isalpha()), None)
        if found is not None:
            return found
    return None


_SEARCH = (
    Parameter(name="q", what='words, a "phrase", or `word*`; all must be there', example=_word),
    Parameter(name="kind", what="kind to look among", choices=SEARCHED),
)

ADDRESSES: tuple[Address, ...] = (
    Address(path="/index.json", what="What the book is, on one page", payloads=(Front,)),
    Address(path="/plan.json", what="All points of the plan", payloads=(Scoreboard,)),
    Address(
        path="/plan/{point}.json",
        what="One point of the plan, or the meetings about terms",
        payloads=(PointPage, TalksPage),
    ),
    Address(
        path="/plan/{point}/{month}.json",
        what="Entries of a point first told in a month, a further page, or what is `against` it",
        payloads=(MonthPage, PointPage, TalksPage, AgainstPage, Disputes),
    ),
    Address(
        path="/plan/{point}/{month}/{page}.json",
        what="A further page of them",
        payloads=(MonthPage, AgainstPage, Disputes),
    ),
    Address(path="/pictures.json", what="All pictures with their data", payloads=(Pictures,)),
    Address(path="/pictures/{picture}.json", what="One picture", payloads=(OnePicture,)),
    *MONEY_ADDRESSES,
    *_lists(STATEMENTS, "Statements"),
    *_lists(PROPOSALS, "Proposals and truces", ProposalPage),
    *_lists(PRESSURE, "Economic measures"),
    Address(path="/meetings.json", what="Meetings and who took part", payloads=(Meetings,)),
    Address(
        path="/meetings/{part}.json",
        what="One meeting, or a further page of the list",
        payloads=(MeetingPage, Meetings),
    ),
    Address(path="/conflicts.json", what="Contradictions side by side", payloads=(Disputes,)),
    Address(path="/conflicts/{page}.json", what="Contradictions", payloads=(Disputes,)),
    Address(path="/actors.json", what="Everybody named", payloads=(Actors,)),
    Address(
        path="/actors/{actor}.json",
        what="One actor, a further page, or those of one type",
        payloads=(ActorPage, Actors),
    ),
    Address(
        path="/actors/{actor}/{section}.json",
        what="All entries in which an actor has one part, or a further page of a type",
        payloads=(SectionPage, Actors),
    ),
    Address(
        path="/actors/{actor}/{section}/{page}.json",
        what="Further entries in which an actor has one part",
        payloads=(SectionPage,),
    ),
    Address(path="/sources.json", what="What was read and not read", payloads=(ReadingReport,)),
    Address(
        path="/sources/{source}.json",
        what="One text, or one list of texts",
        payloads=(SourcePage, FurtherPage),
    ),
    Address(
        path="/sources/{source}/{page}.json",
        what="More of a long text, or of a list of texts",
        payloads=(SourcePage, FurtherPage),
    ),
    Address(
        path="/sources/{source}/text.txt",
        what="A text as it was read, where its rights allow",
        media_type="text/plain",
    ),
    Address(path="/entries/{entry}.json", what="One entry with its words", payloads=(EntryPage,)),
    Address(
        path="/entries/{entry}/{page}.json",
        what="Further claims of an entry that many tell, or all its tellings",
        payloads=(FurtherClaims, Told),
    ),
    Address(
        path="/entries/{entry}/told/{page}.json",
        what="Further tellings of an entry that many tell",
        payloads=(Told,),
    ),
    Address(
        path="/entries/{entry}.bib",
        what="A citation of an entry and its texts, as BibTeX",
        media_type=BIBTEX,
    ),
    Address(
        path="/entries/{entry}.csl.json",
        what="A citation of an entry and its texts, as CSL-JSON",
        media_type=CSL,
    ),
    Address(
        path="/search.json",
        what="Entries and texts that have all words of `q`",
        payloads=(Search,),
        parameters=_SEARCH,
    ),
    Address(
        path="/search/{page}.json",
        what="More of what was found",
        payloads=(Search,),
        parameters=_SEARCH,
    ),
    Address(path="/feed.xml", what="The newest of everything", media_type=ATOM),
    Address(
        path="/feeds/{list}.xml",
        what="The newest of one kind; of `commitments` those that are chosen",
        media_type=ATOM,
        parameters=CHOOSING,
    ),
    Address(path="/feeds/actors/{actor}.xml", what="The newest of an actor", media_type=ATOM),
    Address(path="/data/index.json", what="What can be downloaded", payloads=(DataPage,)),
    Address(path="/data/dictionary.json", what="The tables of a release", payloads=(Dictionary,)),
    Address(
        path="/data/dictionary/{table}.json",
        what="What the columns of a table mean",
        payloads=(TablePage,),
    ),
    Address(
        path="/data/releases/{release}.json",
        what="A release: what it holds and what changed",
        payloads=(ReleasePage,),
    ),
    Address(
        path="/data/releases/{release}/manifest.json",
        what="Digests of a release's files, its counting rules and quality figures",
        media_type="application/json",
    ),
    Address(
        path="/data/releases/{release}/datapackage.json",
        what="Description of a release as a data package",
        media_type="application/json",
    ),
    Address(
        path="/data/releases/{release}/changes.json",
        what="What changed since the release before",
        media_type="application/json",
    ),
    Address(
        path="/data/releases/{release}/README.md",
        what="A release in words",
        media_type="text/markdown",
    ),
    Address(
        path="/data/releases/{release}/csv/{table}.csv",
        what="A table of a release",
        media_type="text/csv",
    ),
    Address(
        path="/data/releases/{release}/parquet/{table}.parquet",
        what="A table of a release",
        media_type="application/vnd.apache.parquet",
    ),
    Address(
        path="/data/claims.jsonl",
        what="Every claim with its words, one a line (`pledgebook schema` describes it)",
        media_type="application/x-ndjson",
    ),
    Address(path="/data/entries.json", what="Every entry", media_type="application/json"),
    Address(path="/api.json", what="This description", media_type="application/json"),
)
