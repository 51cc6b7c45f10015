"""A small book made by hand, with everything that pages must show. All words are our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from pledgebook.ledger.decided import Decided
from pledgebook.model.book import BookDefinition, PlanPointDefinition
from pledgebook.model.claims import (
    Claim,
    Commitment,
    Measure,
    Participation,
    PlanPoint,
    Proposal,
    Source,
    Statement,
)
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.ids import digest
from pledgebook.model.problems import Problem
from pledgebook.model.snapshots import Reading, Sighting, Snapshot
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
from pledgebook.model.vocabulary import Kind, RelationKind, Rights

LEFT_OUT = "Rain fell on the quay all morning."

HARBOUR = (
    f"{LEFT_OUT}\n"
    "Nobody had slept much. The ministers met in Narvik on 4 May 2025. Norway hosted the talks, "
    "and Latvia attended them.\n"
    "Norway will lend Latvia €450m to buy more than 300 radar sets. The money comes on top of a "
    "grant of last year. Officials went home late."
)
WIRE = (
    "Norway's loan to Latvia is worth €460m, a diplomat said. Twelve states attended the talks "
    'in Narvik. "No truce has been agreed," the diplomat said. Finland proposed a truce of one '
    "month at sea. The Baltic states will freeze the accounts of the harbour firm. A second "
    "round was not announced."
)
SILENT = "The harbour café opens at nine and closes at five."
CITED = "Finland may send two hundred engineers if a peace deal is signed."

NOR = Actor(id="NOR", name="Norway", type="state")
LVA = Actor(id="LVA", name="Latvia", type="state")
FIN = Actor(id="FIN", name="Finland", type="state")
BALTIC = Actor(id="group:baltic-states", name="The Baltic states", type="group")
DIPLOMAT = Actor(id=None, name="a diplomat", type="unnamed")


@dataclass(frozen=True, kw_only=True)
class FakeSource:
    """A source record as the ledger's view gives it."""

    snapshot: Snapshot
    sightings: tuple[Sighting, ...]
    reading: Reading | None


@dataclass(frozen=True, kw_only=True)
class FakeView:
    """A read view over plain tuples."""

    the_definition: BookDefinition | None = None
    the_entries: tuple[Entry, ...] = ()
    the_claims: tuple[Claim, ...] = ()
    the_sources: tuple[FakeSource, ...] = ()
    the_problems: tuple[Problem, ...] = ()
    the_moment: datetime | None = None

    def definition(self) -> BookDefinition | None:
        return self.the_definition

    def entries(self, kind: Kind | None = None) -> tuple[Entry, ...]:
        return tuple(e for e in self.the_entries if kind is None or e.kind == kind)

    def claims(self, kind: Kind | None = None) -> tuple[Claim, ...]:
        return tuple(c for c in self.the_claims if kind is None or c.kind == kind)

    def sources(self) -> Sequence[FakeSource]:
        return self.the_sources

    def problems(self) -> tuple[Problem, ...]:
        return self.the_problems

    def updated(self) -> datetime | None:
        return self.the_moment

    def decisions_about(self, entry: Entry) -> tuple[Decided, ...]:
        del entry
        return ()

    def as_read(self, claim: Claim) -> Claim:
        return claim


def source_of(text: str, title: str, day: int = 5) -> Source:
    return Source(
        id=Snapshot.of(text, "plain").id,
        ref=f"/home/somebody/{title}.txt",
        title=title,
        publisher="Pledgebook sample text",
        published=date(2025, 5, day),
        lang="en",
    )


def fake_source(
    source: Source, text: str, rights: Rights = "full", *, places: int = 1, read: bool = True
) -> FakeSource:
    snapshot = Snapshot.of(text, "plain")
    sighting = Sighting(
        snapshot=snapshot.id,
        ref=source.ref or "",
        url="https://example.org/narvik",
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        rights=rights,
    )
    reading = Reading(snapshot=snapshot.id, reader="rules", version="1", claims=())
    return FakeSource(
        snapshot=snapshot,
        sightings=tuple(replace(sighting, publisher=f"Outlet {n + 1}") for n in range(places)),
        reading=reading if read else None,
    )


def cut(text: str, field: str, words: str, after: str = "") -> Evidence:
    """Cut the first such words that stand behind ``after``."""
    start = text.index(words, text.index(after))
    return Evidence.cut(field, text, Span(start, start + len(words)))


def sentence(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def euro(low: str | None, high: str | None, *, at_least: bool = False) -> Amount:
    return Amount(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        currency="EUR",
        bound="at_least" if at_least else "exact",
    )


H, W, C = (
    source_of(HARBOUR, "Harbour talks end"),
    source_of(WIRE, "Loan worth more than told", day=6),
    source_of(CITED, "A paper that may be named only", day=7),
)
S = source_of(SILENT, "Café hours", day=8)
NARVIK = Event(name="talks in Narvik", place="Narvik", date=date(2025, 5, 4))
LOAN_WORDS = "Norway will lend Latvia €450m to buy more than 300 radar sets."

LOAN = Commitment(
    source=H,
    sentence=sentence(HARBOUR, LOAN_WORDS),
    reader="rules/pledge-verb@1",
    donors=(NOR,),
    recipients=(LVA,),
    aid_type="military",
    instrument="loan",
    amount=euro("450000000", "450000000"),
    items=(
        Item(name="radar sets", quantity=Quantity(low=Decimal(300), high=None, bound="at_least")),
    ),
    funding_source=FundingSource(words="profits of the harbour"),
    newness="additional",
    evidence=(
        cut(HARBOUR, "donors.0", "Norway", after=LOAN_WORDS),
        cut(HARBOUR, "recipients.0", "Latvia", after=LOAN_WORDS),
        cut(HARBOUR, "amount", "€450m"),
        cut(HARBOUR, "items.0.name", "radar sets"),
        cut(HARBOUR, "items.0.quantity", "more than 300"),
        cut(HARBOUR, "newness", "on top of"),
    ),
    problems=("recipient-from-context",),
)
LOAN_TOLD_OTHERWISE = Commitment(
    source=W,
    sentence=sentence(WIRE, "Norway's loan to Latvia is worth €460m, a diplomat said."),
    reader="rules/pledge-verb@1",
    donors=(NOR,),
    recipients=(LVA,),
    speaker=DIPLOMAT,
    aid_type="military",
    instrument="loan",
    amount=euro("460000000", "460000000"),
    evidence=(
        cut(WIRE, "donors.0", "Norway"),
        cut(WIRE, "recipients.0", "Latvia"),
        cut(WIRE, "amount", "€460m"),
        cut(WIRE, "instrument", "loan"),
    ),
)
HOST = Participation(
    source=H,
    sentence=sentence(HARBOUR, "Norway hosted the talks, and Latvia attended them."),
    reader="rules/host@1",
    event=NARVIK,
    actor=NOR,
    role="host",
    evidence=(cut(HARBOUR, "actor", "Norway"), cut(HARBOUR, "role", "hosted")),
)
GUEST = replace(
    HOST,
    actor=LVA,
    role="attended",
    evidence=(cut(HARBOUR, "actor", "Latvia"), cut(HARBOUR, "role", "attended")),
)
COUNT = Participation(
    source=W,
    sentence=sentence(WIRE, "Twelve states attended the talks in Narvik."),
    reader="rules/count@1",
    event=NARVIK,
    actor=Actor(id=None, name="Twelve states", type="unnamed", count=12),
    role="attended",
    evidence=(cut(WIRE, "actor", "Twelve states"), cut(WIRE, "actor.count", "Twelve")),
    problems=("count-mismatch",),
)
DENIAL = Statement(
    source=W,
    sentence=sentence(WIRE, '"No truce has been agreed," the diplomat said.'),
    reader="rules/quote@1",
    speaker=DIPLOMAT,
    cue="said",
    content="No truce has been agreed,",
    mode="direct",
    evidence=(
        cut(WIRE, "speaker", "the diplomat"),
        cut(WIRE, "content", "No truce has been agreed,"),
    ),
)
TRUCE = Proposal(
    source=W,
    sentence=sentence(WIRE, "Finland proposed a truce of one month at sea."),
    reader="rules/truce@1",
    proposal_type="truce",
    proposers=(FIN,),
    scope=("sea", "other:harbour cranes"),
    period=Period(duration="P1M", text="one month"),
    content="a truce of one month at sea",
    evidence=(
        cut(WIRE, "proposers.0", "Finland"),
        cut(WIRE, "scope.0", "sea"),
        cut(WIRE, "period", "one month"),
        cut(WIRE, "content", "a truce of one month at sea"),
    ),
)
FREEZE = Measure(
    source=W,
    sentence=sentence(WIRE, "The Baltic states will freeze the accounts of the harbour firm."),
    reader="rules/measure@1",
    actors=(BALTIC,),
    action="asset_freeze",
    object="the accounts of the harbour firm",
    evidence=(
        cut(WIRE, "actors.0", "The Baltic states"),
        cut(WIRE, "action", "freeze"),
        cut(WIRE, "object", "the accounts of the harbour firm"),
    ),
)
POINT = PlanPoint(
    source=H,
    sentence=sentence(HARBOUR, "The ministers met in Narvik on 4 May 2025."),
    reader="rules/plan@1",
    plan="the Narvik plan",
    ordinal=1,
    content="The ministers met in Narvik",
    goals=("military_aid",),
    evidence=(cut(HARBOUR, "content", "The ministers met in Narvik"),),
)
ENGINEERS = Commitment(
    source=C,
    sentence=Span(0, len(CITED)),
    reader="rules/pledge-verb@1",
    donors=(FIN,),
    instrument="personnel",
    firmness="conditional",
    conditions=(Condition(text="if a peace deal is signed", trigger="peace_deal"),),
    purpose="to send two hundred engineers",
    evidence=(
        cut(CITED, "donors.0", "Finland"),
        cut(CITED, "conditions.0.text", "if a peace deal is signed"),
    ),
)


def entry_of(*claims: Claim, relation: RelationKind = "same", **more: int | str) -> Entry:
    """Fold claims: the first opens the entry, the others relate to it."""
    lead = claims[0]
    relations = [Relation(claim=lead.id, relation="first", reason="earliest publication")]
    relations += [
        Relation(claim=c.id, relation=relation, reason="same donor; sums differ", other=lead.id)
        for c in claims[1:]
    ]
    return Entry(
        id=f"entry:{digest([lead.id])}",
        kind=lead.kind,
        lead=lead,
        claims=claims,
        relations=tuple(relations),
        witnesses=len({c.source.id for c in claims}),
        outlets=int(more.get("outlets", len(claims))),
        part_of=str(more["part_of"]) if "part_of" in more else None,
    )


DEFINITION = BookDefinition(
    id="narvik-2025",
    title="The talks in Narvik",
    summary="What was promised in Narvik, as two invented texts tell it.",
    coalition="harbour coalition",
    plan="Narvik plan",
    points=(
        PlanPointDefinition(ordinal=1, text="Radar is paid for.", goals=("military_aid",)),
        PlanPointDefinition(ordinal=2, text="Pressure grows.", goals=("economic_pressure",)),
        PlanPointDefinition(ordinal=3, text="Peace is kept.", goals=("sovereignty",)),
    ),
    actors=("NOR", "SWE"),
    notice="Every text in this book is invented.",
)
CLAIMS: tuple[Claim, ...] = (
    LOAN,
    LOAN_TOLD_OTHERWISE,
    HOST,
    GUEST,
    COUNT,
    DENIAL,
    TRUCE,
    FREEZE,
    POINT,
    ENGINEERS,
)
DISPUTED = entry_of(LOAN, LOAN_TOLD_OTHERWISE, relation="contradicts", outlets=3)
ENTRIES = (DISPUTED, *(entry_of(claim) for claim in CLAIMS[2:]))
UNREAD = Problem(
    code="language-not-read",
    message="/home/somebody/rapport.txt is in a language that is not read",
    where="/home/somebody/rapport.txt",
    fatal=True,
)


def narvik(rights: Rights = "full") -> FakeView:
    """Give the book; ``rights`` are those of the text from the harbour."""
    return FakeView(
        the_definition=DEFINITION,
        the_entries=ENTRIES,
        the_claims=CLAIMS,
        the_sources=(
            fake_source(H, HARBOUR, rights),
            fake_source(W, WIRE, places=2),
            fake_source(C, CITED, "metadata"),
            fake_source(S, SILENT),
        ),
        the_problems=(UNREAD,),
        the_moment=datetime(2025, 5, 9, 8, 30, tzinfo=UTC),
    )
