"""What stands against a point of the plan: statements that oppose it, and sources that differ.

Which statements speak to a point, and which oppose it, is found by ``reconcile.opposition``; here
they are only shown, each in its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pledgebook.model.claims import Claim, Statement
from pledgebook.model.entries import Entry
from pledgebook.publish import words
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.cards import Link, SourceLine, entry_link, source_line
from pledgebook.publish.disputes import ENTRIES, Dispute, Disputed, Disputes, dispute
from pledgebook.publish.listings import first_told
from pledgebook.publish.names import actors_of
from pledgebook.publish.page import Page
from pledgebook.publish.paging import Paging, page_path, paged
from pledgebook.publish.passages import Passage, passages
from pledgebook.publish.serving import Served, Serving
from pledgebook.reconcile.opposition import Spoken, spoken
from pledgebook.reconcile.plan_words import PlanWords

#: Statements on one page of them, some 3 kB each; those, and disputes, that a point's page shows.
STATEMENTS, SAID, DIFFERING = 25, 5, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A statement that speaks against a point.

    Attributes:
        who: the speaker; ``source`` tells it.
        told: day of the first text that tells it.
        why: the rule in words: which term of which goal it names, and the words that oppose it.
        passages: the words in their sentence; empty where they may not be shown.
    """

    link: Link
    who: str
    told: str
    source: SourceLine
    passages: tuple[Passage, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """Statements on a point.

    Attributes:
        naming: how many statements of the book name a term of the point.
        total: how many of them clearly speak against it.
        shown: the newest of those.
        more: address of the page that has all, None where all are shown.
    """

    naming: int
    total: int
    shown: tuple[Objection, ...]
    more: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Entries of a point on which sources differ, each side in its words."""

    total: int
    shown: tuple[Dispute, ...]
    more: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstPage:
    """All statements that speak against a point, page by page."""

    point: Link
    naming: int
    statements: tuple[Objection, ...]
    paging: Paging


class Objections:
    """Statements that name a point of the plan, and those that oppose it, found once per book.

    ``naming`` counts them by point; ``against`` has those that oppose it, newest first.
    """

    def __init__(self, book: Book) -> None:
        """Look at the leading words of every statement."""
        self.naming: dict[int, int] = {}
        self.against: dict[int, list[tuple[Entry, Spoken]]] = {}
        if book.definition is None:
            return
        plan = PlanWords(book.definition, printed(book))
        for entry in book.of_kind("statement"):
            assert isinstance(entry.lead, Statement)
            for one in spoken(entry.lead, _before_cue(book, entry.lead), plan):
                self.naming[one.point] = self.naming.get(one.point, 0) + 1
                if one.opposing is not None:
                    self.against.setdefault(one.point, []).append((entry, one))
        for found in self.against.values():
            found.sort(key=lambda pair: (str(first_told(pair[0])), pair[0].id), reverse=True)


class PointDisputes:
    """Entries on which sources differ, by the point that they serve."""

    def __init__(self, book: Book) -> None:
        """Sort the disputes of the book."""
        every = book.index(Disputed).every
        self.of = {}
        for number, served in book.index(Serving).points.items():
            mine = {entry.id for entry in served.entries}
            self.of[number] = [found for found in every if found[0].entry.id in mine]


def printed(book: Book) -> dict[str, frozenset[str]]:
    """Give the names under which the sources print each actor; a state has those of its people."""
    found: dict[str, set[str]] = {}
    for claim in book.claims.values():
        for actor in actors_of(claim):
            for name in (actor.id, actor.affiliation):
                if name is not None and (name == actor.id or _is_party(book, name)):
                    found.setdefault(name, set()).add(actor.name)
    for name in _followed(book):
        found.setdefault(name, set()).add(book.name_of(name))
    return {name: frozenset(some) for name, some in found.items()}


def _followed(book: Book) -> Iterable[str]:
    definition = book.definition
    return () if definition is None else {*definition.actors, *definition.recipients}


def _is_party(book: Book, name: str) -> bool:
    return book.definition is not None and name in book.definition.recipients


def _before_cue(book: Book, claim: Statement) -> str:
    """Words of the sentence before the cue that are not what is said."""
    source = book.sources.get(claim.source.id)
    cue = next((e for e in claim.evidence if e.field == "cue" and e.place == "text"), None)
    if source is None or cue is None:
        return ""
    said = [e.end for e in claim.evidence if e.field.startswith("content") and e.end <= cue.start]
    return source.snapshot.text[max([claim.sentence.start, *said]) : cue.start]


def against(book: Book, number: int) -> Against:
    """Give the newest statements that speak against a point."""
    index = book.index(Objections)
    found = index.against.get(number, [])
    return Against(
        naming=index.naming.get(number, 0),
        total=len(found),
        shown=tuple(_objection(book, *pair) for pair in found[:SAID]),
        more=f"plan/{number}/against.html" if len(found) > SAID else None,
    )


def _objection(book: Book, entry: Entry, one: Spoken) -> Objection:
    lead, day = entry.lead, first_told(entry)
    of_goal = one.goal is not None
    goal = f"of {_quoted(str(one.goal))}" if of_goal else "as the book's definition gives it"
    return Objection(
        link=entry_link(book, entry),
        who=_speaker(book, lead),
        told="date not known" if day is None else words.date_words(day),
        source=source_line(book, lead),
        passages=passages(book, lead),
        why=f"names “{one.term}” {goal}, and says “{one.opposing}”",
    )


def _quoted(goal: str) -> str:
    return f"the goal “{words.plain(goal)}”"


def _speaker(book: Book, lead: Claim) -> str:
    speaker = lead.speaker if isinstance(lead, Statement) else None
    return "Somebody not named" if speaker is None else book.name(speaker)


def differing(book: Book, number: int) -> Differing:
    """Give the first entries of a point on which sources differ."""
    found = book.index(PointDisputes).of.get(number, [])
    return Differing(
        total=len(found),
        shown=tuple(dispute(book, one) for one in found[:DIFFERING]),
        more=f"plan/{number}/conflicts.html" if len(found) > DIFFERING else None,
    )


def against_page(book: Book, asked: Asked, served: Served, number: int) -> Page | None:
    """All statements that speak against a point."""
    point, index = served.point, book.index(Objections)
    base = f"plan/{point.ordinal}/against"
    found = paged(index.against.get(point.ordinal, ()), number, base, asked, STATEMENTS)
    if found is None or not found[0]:
        return None
    payload = AgainstPage(
        point=Link(text=point.text.strip(), href=f"plan/{point.ordinal}.html"),
        naming=index.naming[point.ordinal],
        statements=tuple(_objection(book, *pair) for pair in found[0]),
        paging=found[1],
    )
    title = f"Point {point.ordinal}: statements that speak against it"
    return _page(page_path(base, number), "against.html", title, payload)


def conflicts_page(book: Book, asked: Asked, served: Served, number: int) -> Page | None:
    """All entries of a point on which sources differ."""
    base = f"plan/{served.point.ordinal}/conflicts"
    every = book.index(PointDisputes).of[served.point.ordinal]
    found = paged(every, number, base, asked, ENTRIES)
    if found is None or not found[0]:
        return None
    shown: Sequence[Dispute] = [dispute(book, one) for one in found[0]]
    payload = Disputes(disputes=tuple(shown), paging=found[1])
    title = f"Point {served.point.ordinal}: where sources contradict each other"
    return _page(page_path(base, number), "conflicts.html", title, payload)


def _page(path: str, template: str, title: str, payload: object) -> Page:
    return Page(path=path, template=template, title=title, payload=payload, tab="plan.html")
