"""The plan on the site: suggestion, statuses that persons set, movements, seats at talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from publish_book import (
    COUNT,
    DENIAL,
    TRUCE,
    FakeView,
    entry_of,
    fake_source,
    narvik,
    source_of,
)
from publish_html import Reading

from pledgebook.ledger.decided import Decided
from pledgebook.ledger.statuses import PointStatus
from pledgebook.model.claims import Commitment, Participation
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.snapshots import Decision
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Event
from pledgebook.model.vocabulary import Firmness, Role, Stage
from pledgebook.monitor.suggestion import suggest, weight
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.days import Days
from pledgebook.publish.disputes import Disputes
from pledgebook.publish.movements import moves
from pledgebook.publish.objections import AgainstPage
from pledgebook.publish.pages import everything, find_page
from pledgebook.publish.render import html
from pledgebook.publish.scoreboard import PointPage, Scoreboard
from pledgebook.publish.talks import TalksIndex


def promise(
    stage: Stage = "pledged", firmness: Firmness = "firm", texts: int = 2, name: str = "entry:1"
) -> Entry:
    found = next(e for e in narvik().entries() if isinstance(e.lead, Commitment))
    assert isinstance(found.lead, Commitment)
    lead = replace(found.lead, stage=stage, firmness=firmness, is_total=False)
    first = Relation(claim=lead.id, relation="first", reason="first")
    return replace(found, id=name, lead=lead, claims=(lead,), relations=(first,), witnesses=texts)


@pytest.mark.parametrize(
    ("stage", "firmness", "texts", "expected"),
    [
        ("pledged", "firm", 1, "promised"),
        ("pledged", "considered", 5, "none"),
        ("pledged", "denied", 5, "none"),
        ("called_for", "firm", 5, "none"),
        ("withdrawn", "firm", 5, "none"),
        ("delivered", "firm", 2, "done"),
        ("delivered", "firm", 1, "promised"),
    ],
)
def test_an_entry_weighs_by_stage_firmness_and_texts(
    stage: Stage, firmness: Firmness, texts: int, expected: str
) -> None:
    assert weight(promise(stage, firmness, texts)) == expected


def test_the_least_served_goal_decides_and_overdue_is_never_full() -> None:
    open_, done = promise(), promise("delivered", name="entry:2")
    assert suggest([[open_]]).status == 1
    assert suggest([[open_, done]]).status == 2
    assert suggest([[done]]).status == 3
    assert suggest([[done]], left_open=[0]).status == 2
    assert suggest([[done]], {"entry:2"}).status == 2
    assert suggest([[done], []]).status == 0
    assert suggest([[done], []]).least == 1
    assert suggest([]).status == 0
    assert suggest([]).least is None


def test_what_sources_contradict_is_not_done() -> None:
    done = promise("delivered")
    other = Relation(claim=done.lead.id, relation="contradicts", reason="another sum")
    assert weight(replace(done, relations=(other,))) == "promised"


def test_moves_tell_on_back_withdrawn_and_corrected_apart() -> None:
    book = Book(narvik())
    entry = promise()
    lead = entry.lead
    assert isinstance(lead, Commitment)
    steps: list[tuple[Stage, str]] = [
        ("committed", "updates"), ("pledged", "updates"), ("pledged", "same"),
        ("pledged", "corrects"), ("withdrawn", "withdraws"),
    ]  # fmt: skip
    claims = [lead, *(replace(lead, stage=stage) for stage, _ in steps)]
    kinds = ["first", *(kind for _, kind in steps)]
    relations = [
        Relation(claim=c.id, relation=kind, reason=kind)  # type: ignore[arg-type]
        for c, kind in zip(claims, kinds, strict=True)
    ]
    moved = moves(book, [replace(entry, claims=tuple(claims), relations=tuple(relations))])
    assert sorted(move.way for move in moved) == [
        "corrected by a source", "moved back", "moved on", "withdrawn",
    ]  # fmt: skip


class SetByAna:
    """The hand-made book with a status that a person set."""

    def __init__(self) -> None:
        self.held = narvik()
        claim = self.held.entries()[0].lead
        made = [
            Decision(
                author="ana", at=datetime(2025, 5, day, tzinfo=UTC), action="set_status",
                target="point:1", reason=f"<b>seen {day}</b>",
            )
            for day in (6, 7)
        ]  # fmt: skip
        self.made = tuple(
            PointStatus(
                decided=Decided(id=f"decision:{n}", decision=decision), point=1, status=n + 1,
                evidence=(claim.known_as,), text="Words of before",
            )
            for n, decision in enumerate(made)
        )  # fmt: skip

    def statuses(self) -> dict[int, tuple[PointStatus, ...]]:
        return {1: self.made}

    def __getattr__(self, name: str) -> object:
        return getattr(self.held, name)


def test_a_point_shows_who_set_its_status_when_why_and_on_what() -> None:
    book = Book(SetByAna())  # type: ignore[arg-type]
    page = find_page(book, "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    status = page.payload.short.status
    assert status.held is not None
    assert (status.held.status, status.held.words) == (2, "intermediate")
    assert (status.held.by, status.held.on) == ("ana", "7 May 2025")
    assert [one.status for one in status.earlier] == [1]
    assert status.held.evidence[0].href == f"entries/{book.entries[0].id[6:22]}.html"
    assert status.held.reworded == "Words of before"
    shown = html(book, page).decode()
    assert "<b>seen" not in shown
    assert "Suggestion of the program" in shown


def test_every_page_of_the_plan_is_listed_and_made() -> None:
    book = Book(narvik())
    made = {m.path for m in everything(book, Asked()) if m is not None}
    assert {"plan.html", "plan/1.html", "plan/talks.html"} <= made
    for path in sorted(p for p in made if p.startswith("plan") and p.endswith(".html")):
        page = find_page(book, path)
        assert page is not None
        assert Reading(html(book, page).decode()).hrefs()
    for nothing in ("plan/0.html", "plan/99.html", "plan/1/1999-01.html", "plan/x/y/z.html"):
        assert find_page(book, nothing) is None


def test_the_scoreboard_says_that_nobody_set_a_status() -> None:
    page = find_page(Book(narvik()), "plan.html")
    assert page is not None
    assert isinstance(page.payload, Scoreboard)
    assert all(point.status.held is None for point in page.payload.points)


@pytest.mark.parametrize(
    ("role", "answer"), [("attended", "took part"), ("invited", "was invited"),
                         ("declined", "declined"), (None, "not said")],
)  # fmt: skip
def test_a_seat_is_what_the_sources_say_of_the_party(role: Role | None, answer: str) -> None:
    view = narvik()
    assert view.the_definition is not None
    entry = next(e for e in view.entries() if isinstance(e.lead, Participation)
                 and e.lead.actor.type == "state")  # fmt: skip
    assert isinstance(entry.lead, Participation)
    event = replace(entry.lead.event, name="fund talks")
    lead = replace(entry.lead, event=event, role=role or "attended")
    one = Relation(claim=lead.id, relation="first", reason="first")
    alone = replace(entry, lead=lead, claims=(lead,), relations=(one,))
    party = lead.actor.id if role is not None else "KIR"
    definition = replace(view.the_definition, recipients=(str(party),))
    book = Book(replace(view, the_definition=definition, the_entries=(alone,)))
    page = find_page(book, "plan/talks.html")
    assert page is not None
    (row,) = page.payload.talks.rows  # type: ignore[attr-defined]
    assert row.why == "its name says so"
    assert [chair.answer for chair in row.chairs] == [answer]
    assert bool(row.chairs[0].entries) is (role is not None)


def renamed(entry: Entry, name: str) -> Entry:
    """An entry of taking part, at a meeting that all its claims give this name."""
    claims = tuple(
        replace(c, event=replace(c.event, name=name))
        for c in entry.claims
        if isinstance(c, Participation)
    )
    return replace(entry, claims=claims, lead=claims[0])


@pytest.mark.parametrize(("name", "listed"), [("harbour opening", 0), ("harbour talks", 1)])
def test_a_meeting_is_listed_for_a_word_of_talks_in_its_name(name: str, listed: int) -> None:
    view = narvik()
    kept = tuple(renamed(e, name) for e in view.entries() if isinstance(e.lead, Participation))
    index = Book(replace(view, the_entries=kept)).index(TalksIndex)
    assert index.looked_at == 1
    assert len(index.talks) == listed


@pytest.mark.parametrize(
    ("between", "tells", "listed"),
    [
        ("", "They spoke of a truce at sea.", True),  # the next sentence
        ("It rained. ", "They spoke of a truce at sea.", False),
        ("It rained. ", "At the harbour opening a truce at sea was proposed.", True),
        ("It rained. ", "At another harbour a truce at sea was proposed.", False),
    ],
)
def test_a_meeting_is_listed_where_terms_are_told_together_with_it(
    between: str, tells: str, *, listed: bool
) -> None:
    opening = "Twelve states came to the harbour opening."
    text = f"{opening} {between}{tells}"
    source = source_of(text, "At the harbour")
    place = text.index(tells)
    came = replace(
        COUNT, source=source, sentence=Span(0, len(opening)), evidence=(),
        event=Event(name="harbour opening"),
    )  # fmt: skip
    terms = replace(TRUCE, source=source, sentence=Span(place, len(text)), evidence=())
    entries = entry_of(came), entry_of(terms)
    view = replace(narvik(), the_entries=entries, the_claims=(came, terms))
    view = replace(view, the_sources=(fake_source(source, text),))
    found = Book(view).index(TalksIndex).talks
    assert [(why, proposal) for _, why, proposal in found] == (
        [("told together with terms", entries[1])] if listed else []
    )
    hidden = replace(view, the_sources=(fake_source(source, text, "metadata"),))
    assert Book(hidden).index(TalksIndex).talks == [], "what may not be shown is not looked through"


def test_a_meeting_and_terms_of_one_sentence_are_told_together() -> None:
    view = narvik()
    came = replace(COUNT, event=Event(name="harbour opening"), sentence=TRUCE.sentence, evidence=())
    entries = entry_of(came), entry_of(TRUCE)
    book = Book(replace(view, the_entries=entries, the_claims=(came, TRUCE)))
    ((_, why, _),) = book.index(TalksIndex).talks
    assert why == "told together with terms"


@pytest.mark.parametrize(("party", "empty"), [("NOR", False), ("KIR", True)])
def test_a_chair_is_empty_where_nobody_says_that_a_party_took_part(
    party: str, *, empty: bool
) -> None:
    view = narvik()
    assert view.the_definition is not None
    definition = replace(view.the_definition, recipients=(party,))
    index = Book(replace(view, the_definition=definition)).index(TalksIndex)
    assert index.talks
    assert index.empty_chairs is empty


def said_against(count: int) -> FakeView:
    """The hand-made book with statements against its first point, the newest first told last."""
    view, text = narvik(), "We reject any military aid to Latvia."
    assert view.the_definition is not None
    made, texts = [], []
    for n in range(1, count + 1):
        words = f"{text} This is telling {n}."
        source = source_of(words, f"Refusal {n}", day=n)
        made.append(
            replace(
                DENIAL, source=source, sentence=Span(0, len(text)), content=text,
                evidence=(Evidence.cut("content", words, Span(0, len(text))),),
            )
        )  # fmt: skip
        texts.append(fake_source(source, words))
    definition = replace(view.the_definition, recipients=("LVA",))
    return replace(
        view,
        the_definition=definition,
        the_entries=(*view.the_entries, *map(entry_of, made)),
        the_claims=(*view.the_claims, *made),
        the_sources=(*view.the_sources, *texts),
    )


def test_a_point_lists_the_statements_against_it_with_their_words_and_the_reason() -> None:
    book = Book(said_against(2))
    page = find_page(book, "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    found = page.payload.against
    assert (found.naming, found.total, found.more) == (2, 2, None)
    newest = found.shown[0]
    assert (newest.who, newest.told, newest.source.title) == (
        "a diplomat", "2 May 2025", "Refusal 2",
    )  # fmt: skip
    assert newest.why == (
        "names “military aid” of the goal “military aid”, and says “reject any military aid”"
    )
    marked = [s.text for p in newest.passages for s in p.segments if s.depth > 1]
    assert marked == ["We reject any military aid to Latvia."]
    assert page.payload.short.opposed == 2
    assert find_page(book, "plan/2/against.html") is None
    other = find_page(book, "plan/2.html")
    assert other is not None
    assert "No statement in this book names a term of this point." in html(book, other).decode()


def test_further_statements_against_a_point_stand_on_pages_of_their_own() -> None:
    book = Book(said_against(27))
    page = find_page(book, "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    assert (len(page.payload.against.shown), page.payload.against.total) == (5, 27)
    assert page.payload.against.more == "plan/1/against.html"
    made = {m.path for m in everything(book, Asked()) if m is not None}
    assert {"plan/1/against.html", "plan/1/against/2.html"} <= made
    last = find_page(book, "plan/1/against/2.html")
    assert last is not None
    assert isinstance(last.payload, AgainstPage)
    assert [o.source.title for o in last.payload.statements] == ["Refusal 2", "Refusal 1"]
    assert find_page(book, "plan/1/against/3.html") is None
    assert "Listed because it names" in html(book, last).decode()


def test_a_point_shows_both_sides_of_what_sources_differ_on() -> None:
    book = Book(narvik())
    page = find_page(book, "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    (one,) = page.payload.differing.shown
    assert (page.payload.differing.total, page.payload.differing.more) == (1, None)
    told = [
        "".join(s.text for p in side.passages for s in p.segments if s.depth)
        for side in one.first.sides
    ]
    assert "€450m" in told[0]
    assert "€460m" in told[1]
    below = find_page(book, "plan/1/conflicts.html")
    assert below is not None
    assert isinstance(below.payload, Disputes)
    assert [d.entry for d in below.payload.disputes] == [one.entry]


def test_words_that_may_not_be_shown_speak_for_nothing() -> None:
    view = said_against(1)
    *kept, last = view.the_sources
    closed = replace(last, sightings=tuple(replace(s, rights="metadata") for s in last.sightings))
    page = find_page(Book(replace(view, the_sources=(*kept, closed))), "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    assert page.payload.against.naming == 0


def test_before_the_first_text_the_plan_says_that_nothing_was_read() -> None:
    view = replace(narvik(), the_entries=(), the_claims=(), the_sources=())
    book = Book(view)
    for path in ("plan.html", "plan/1.html", "index.html"):
        page = find_page(book, path)
        assert page is not None
        text = Reading(html(book, page).decode()).plain()
        assert "Nothing read by this day." in text
        assert "0 of 3" not in text
    page = find_page(book, "plan/1.html")
    assert page is not None
    assert isinstance(page.payload, PointPage)
    assert page.payload.short.status.suggested.status is None
    full = find_page(Book(narvik()), "plan/3.html")
    assert full is not None
    assert "0 of 3, none" in Reading(html(Book(narvik()), full).decode()).plain()


def test_the_book_changes_on_the_day_on_which_a_status_without_evidence_was_set() -> None:
    class Bare(SetByAna):
        def statuses(self) -> dict[int, tuple[PointStatus, ...]]:
            first, second = self.made
            return {1: (first, replace(second, evidence=(), status=0))}

    known = Book(Bare()).index(Days).known  # type: ignore[arg-type]
    assert date(2025, 5, 7) in known
    assert known == tuple(sorted(known))
