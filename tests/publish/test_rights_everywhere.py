"""No page, file, title or answer shows a word of a text that its rights do not allow.

The text is made of words that stand nowhere else, so that each of them can be looked for in
everything that the site gives: pages, their JSON, downloads, and answers to questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from publish_book import FakeView, entry_of, fake_source, narvik, source_of

from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Statement,
)
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Reading
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import (
    Actor,
    Amount,
    Condition,
    Event,
    FundingSource,
    Item,
    Period,
    Quantity,
)
from pledgebook.model.vocabulary import Rights
from pledgebook.publish.asked import Asked
from pledgebook.publish.book import Book
from pledgebook.publish.page import File, Page
from pledgebook.publish.pages import FIXED, everything, find
from pledgebook.publish.passages import windows
from pledgebook.publish.render import as_json, html
from pledgebook.publish.sentences import sentences

#: Sentences without a claim, three before, between and after those with one.
_PLAIN = [f"Vuq{n}a zol{n}b kreth{n}c." for n in range(40)]
_SAID = {
    "give": "Plorvania gaveth Quindarre €3 myriadons of glimmox skaffs per troob if hastrud vexes.",
    "paid": "Frozzle pays it via moggets for a wendlap during three snorbs.",
    "say": "Ambassador Yelda Brindlecott spoketh to Kratzblatt that noomvik is fadrul.",
    "meet": "Eleven snorkvists attended the Wobbleton moot with Orla Fimblewick.",
    "offer": "The Gurnhild League offers a pause on sprackling rails for two blonths.",
    "plan": "The Drumbold scheme: hexwald must thrive, agreed Zinfandry.",
    "press": "Thrandoc curbs the yoblit hoard of Mungravia.",
}


def _text() -> str:
    parts: list[str] = []
    plain = iter(_PLAIN)
    for sentence in _SAID.values():
        parts += (next(plain), next(plain), next(plain), next(plain), sentence)
    return " ".join((*parts, *plain))


TEXT = _text()
SOURCE = source_of(TEXT, "A title of the outlet")


def _at(key: str) -> Span:
    start = TEXT.index(_SAID[key])
    return Span(start, start + len(_SAID[key]))


def _named(words: str, kind: str = "organisation") -> Actor:
    slug = words.casefold().replace(" ", "-")
    prefix = {"organisation": "org", "person": "person", "group": "group"}[kind]
    return Actor(
        id=f"{prefix}:{slug}",
        name=words,
        type=kind,  # type: ignore[arg-type]
        role="Ambassador" if kind == "person" else None,
        affiliation="org:plorvania" if kind == "person" else None,
    )


def _cut(field: str, words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence.cut(field, TEXT, Span(start, start + len(words)))


PERIOD = Period(duration="P2M", text="two blonths")
CLAIMS: tuple[Claim, ...] = (
    Commitment(
        source=SOURCE,
        sentence=_at("give"),
        reader="r@1",
        donors=(_named("Plorvania"),),
        recipients=(_named("Quindarre"),),
        speaker=_named("Yelda Brindlecott", "person"),
        amount=Amount(low=Decimal(3), high=Decimal(3), currency="EUR"),
        items=(
            Item(name="glimmox skaffs", quantity=Quantity(low=Decimal(1), high=None, unit="troob")),
        ),
        conditions=(Condition(text="if hastrud vexes", trigger="other"),),
        evidence=(_cut("donors.0", "Plorvania"), _cut("conditions.0.text", "if hastrud vexes")),
    ),
    Commitment(
        source=SOURCE,
        sentence=_at("paid"),
        reader="r@1",
        donors=(Actor(id=None, name="Frozzle", type="unnamed"),),
        funding_source=FundingSource(words="moggets", kind="frozen_asset_profits"),
        purpose="a wendlap",
        period=Period(text="during three snorbs"),
        evidence=(_cut("purpose", "a wendlap"),),
    ),
    Statement(
        source=SOURCE,
        sentence=_at("say"),
        reader="r@1",
        speaker=_named("Yelda Brindlecott", "person"),
        cue="spoketh",
        content="noomvik is fadrul",
        via="Kratzblatt",
        evidence=(_cut("content", "noomvik is fadrul"),),
    ),
    Participation(
        source=SOURCE,
        sentence=_at("meet"),
        reader="r@1",
        event=Event(name="the Wobbleton moot", place="Wobbleton", date=date(2025, 5, 1)),
        actor=Actor(id=None, name="Eleven snorkvists", type="unnamed", count=11),
        role="attended",
        evidence=(_cut("actor", "Eleven snorkvists"),),
    ),
    Participation(
        source=SOURCE,
        sentence=_at("meet"),
        reader="r@1",
        event=Event(name="the Wobbleton moot", place="Wobbleton", date=date(2025, 5, 1)),
        actor=_named("Orla Fimblewick", "person"),
        role="attended",
        representing="org:plorvania",
        evidence=(_cut("actor", "Orla Fimblewick"),),
    ),
    Proposal(
        source=SOURCE,
        sentence=_at("offer"),
        reader="r@1",
        proposal_type="truce",
        proposers=(_named("Gurnhild League", "group"),),
        scope=("other:sprackling rails",),
        period=PERIOD,
        content="a pause on sprackling rails",
        evidence=(_cut("content", "a pause on sprackling rails"),),
    ),
    PlanPoint(
        source=SOURCE,
        sentence=_at("plan"),
        reader="r@1",
        plan="The Drumbold scheme",
        content="hexwald must thrive",
        agreed_by=(_named("Zinfandry"),),
        goals=("deterrence",),
        evidence=(_cut("content", "hexwald must thrive"),),
    ),
    Measure(
        source=SOURCE,
        sentence=_at("press"),
        reader="r@1",
        actors=(_named("Thrandoc"),),
        targets=(_named("Mungravia"),),
        action="asset_freeze",
        object="the yoblit hoard",
        evidence=(_cut("object", "the yoblit hoard"),),
    ),
)


def _gift() -> Commitment:
    gift = CLAIMS[0]
    assert isinstance(gift, Commitment)
    return gift


def view(rights: Rights) -> FakeView:
    """The small book, with the text of strange words beside its own."""
    refused = Problem(
        code="refused-by-gate",
        message='the words "Vuq7a zol7b" name nobody, the claim says org:kreth7c',
        where=SOURCE.ref or "",
        span=Span(TEXT.index("Vuq7a"), TEXT.index("kreth7c")),
    )
    source = fake_source(SOURCE, TEXT, rights)
    reading = Reading(
        snapshot=SOURCE.id, reader="rules", version="1", claims=(), problems=(refused,)
    )
    whole = replace(CLAIMS[0], problems=("donor-from-context",), confidence=0.9)
    entries = tuple(map(entry_of, CLAIMS))
    told = entries[0].relations[0]
    reason = replace(told, reason="same item (glimmox skaffs); one day apart")
    entries = (replace(entries[0], lead=whole, relations=(reason,)), *entries[1:])
    known = narvik()
    return replace(
        known,
        the_claims=(*known.the_claims, *CLAIMS),
        the_entries=(*known.the_entries, *entries),
        the_sources=(*known.the_sources, replace(source, reading=reading)),
        the_problems=(*known.the_problems, refused),
    )


def forbidden(rights: Rights) -> frozenset[str]:
    """Words that may stand nowhere: all of the text, or those outside the excerpts."""
    shown = "" if rights == "metadata" else " ".join(s.of(TEXT) for s in windows(TEXT, CLAIMS))
    ours = {w for w in _words(TEXT) if not w.isdigit()} - frozenset(_words(shown))
    common = frozenset(_words(" ".join(_common())))
    return frozenset(ours) - common


def _common() -> Iterator[str]:
    """Everything that the same site says without the text: words that tell nothing of it."""
    yield from contents(Book(narvik()))


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in re.findall(r"[^\W_]+", text))


def contents(book: Book) -> Iterator[str]:
    """Give all that the site shows: every page and its JSON, and every file, served or written."""
    for served in (False, True):
        for made in everything(book, Asked(served=served)):
            yield from _content(book, made)


def _content(book: Book, made: object) -> Iterator[str]:
    if isinstance(made, Page):
        yield html(book, made).decode()
        yield as_json(made).decode()
    elif isinstance(made, File):
        yield made.content.decode(errors="replace")


@pytest.mark.parametrize("rights", ["metadata", "excerpt"])
def test_no_other_word_of_the_text_is_shown_anywhere(rights: Rights) -> None:
    secret = forbidden(rights)
    assert len(secret) > 60
    for content in contents(Book(view(rights))):
        found = secret.intersection(_words(content))
        assert not found, f"{sorted(found)[:5]} in {content[:300]}"


@pytest.mark.parametrize("rights", ["metadata", "excerpt"])
def test_no_question_brings_such_words_out(rights: Rights) -> None:
    secret = forbidden(rights)
    book = Book(view(rights))
    for path in FIXED:
        for key in ("q", "speaker", "target", "proposer", "donor", "recipient", "type", "x"):
            asked = Asked(query=((key, "org:nothing"),), served=True)
            try:
                made = find(book, path, asked)
            except ValueError:
                continue
            for content in _content(book, made):
                assert not secret.intersection(_words(content)), (path, key)


def test_full_rights_show_all_of_it() -> None:
    book = Book(view("full"))
    shown = frozenset(word for content in contents(book) for word in _words(content))
    assert frozenset(_words(TEXT)) <= shown


def test_what_a_named_source_tells_stays_in_the_book_without_its_words() -> None:
    book = Book(view("metadata"))
    loan = book.claims[CLAIMS[0].id]
    assert isinstance(loan, Commitment)
    assert loan.amount == _gift().amount
    assert loan.id == CLAIMS[0].id
    assert [actor.name for actor in loan.donors] == ["somebody (name not shown)"]
    entry = book.entry_of(CLAIMS[0].id)
    assert entry is not None
    assert entry.relations[0].reason == "one day apart"
    assert entry.lead.problems == ("donor-from-context",)


def test_an_actor_that_others_name_keeps_its_name() -> None:
    known = replace(_gift(), donors=(Actor(id="NOR", name="Norse folk", type="state"),))
    book = Book(replace(view("metadata"), the_claims=(known,), the_entries=(entry_of(known),)))
    claim = book.claims[known.id]
    assert isinstance(claim, Commitment)
    assert [(actor.id, actor.name) for actor in claim.donors] == [("NOR", "Norway")]


def test_a_page_that_forgets_the_rights_of_a_text_finds_no_words_in_it() -> None:
    book = Book(view("metadata"))
    text = book.sources[SOURCE.id].snapshot.text
    assert len(text) == len(TEXT)
    assert not forbidden("metadata").intersection(_words(text))
    assert [s.start for s in sentences(text)] == [s.start for s in sentences(TEXT)]
