"""A commitment in the making: values with the places they were found at, then the claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pledgebook.extract.page import Page
from pledgebook.extract.parties import Party
from pledgebook.model.claims import Commitment
from pledgebook.model.spans import Evidence, EvidencePlace, Span
from pledgebook.model.values import Actor, Condition, FundingSource, Item, Period
from pledgebook.model.vocabulary import (
    AidType,
    Firmness,
    Instrument,
    Newness,
    Stage,
    Trigger,
)
from pledgebook.resolve.mentions import DateMention, MoneyMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing given: its name, the count beside it, and the places of both.

    ``at`` is where it stands in its sentence, if its name stands before another count.
    """

    name: Span
    item: Item
    count: Span | None = None
    bound: Span | None = None
    at: Span | None = None

    @classmethod
    def named(cls, page: Page, name: Span) -> Thing:
        """Make a thing of its name alone, as it is printed on one line."""
        return cls(name=name, item=Item(name=" ".join(page.words(name).split())))

    @property
    def place(self) -> Span:
        """Give where it stands in the grammar of its sentence."""
        return self.at or self.name


#: Rules of what is neither money nor goods: people sent, people taken in, what is set up.
TEAM, TAKEN_IN, FOUNDED, FACILITY = "team", "taken-in", "founded", "facility"
#: Rules of people who are trained, of missions that are opened, and of ships that are sent.
TRAINED, MISSION, FLEET = "trained", "mission", "fleet"


@dataclass(slots=True, kw_only=True)
class Draft:
    """Everything found for one commitment; fields as in ``Commitment``, codes with their words."""

    sentence: Span
    rule: str
    money: MoneyMention | None = None
    things: list[Thing] = field(default_factory=list)
    donors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    speaker: Party | None = None
    aid_type: tuple[AidType, Span | None] = ("other", None)
    instrument: tuple[Instrument, Span | None] = ("unspecified", None)
    stage: tuple[Stage, Span | None] = ("pledged", None)
    firmness: tuple[Firmness, Span | None] = ("firm", None)
    conditions: list[tuple[Span, Trigger]] = field(default_factory=list)
    funding: tuple[Span, str | None] | None = None
    newness: tuple[Newness, Span | None] = ("unclear", None)
    total: Span | None = None
    headline: bool = False
    #: Verbs of giving above the thing, as printed in lower case, the nearest first.
    acts: tuple[str, ...] = ()
    alone: bool = False
    parent: Draft | None = None
    purpose: Span | None = None
    announced: tuple[date, Span] | None = None
    period: DateMention | None = None
    #: Somebody acts in the sentence who could not be resolved: nobody else stands in for them.
    stranger: bool = False
    #: The subject is a name that could not be resolved.
    named_stranger: bool = False
    #: Words by which the note says that it records this very sum (recording.py).
    recorded: Span | None = None
    #: Its givers are those whom the words that open its list bind to it (listed_acts.py).
    introduced: bool = False
    #: A gift only if the page is a story about giving (story.py).
    doubtful: bool = False
    problems: set[str] = field(default_factory=set)
    repeats: list[MoneyMention] = field(default_factory=list)

    @property
    def givers_here(self) -> list[Party]:
        """Give the donors that the words name, or stand for, in its sentence or its list."""
        return [
            party
            for party in self.donors
            if self.introduced or not party.from_context or party.words is not None
        ]

    @property
    def undertaken(self) -> bool:
        """Say whether it is of people or of what is set up, and no telling of goods or money."""
        return self.rule in (TEAM, TAKEN_IN, FOUNDED, FACILITY, TRAINED, MISSION, FLEET)

    def at_another_stage(self, other: Draft) -> bool:
        """Say whether words tell what becomes of both, and it is not the same."""
        return None not in (self.stage[1], other.stage[1]) and self.stage[0] != other.stage[0]


class Words:
    """Collects evidence in the order of the fields."""

    def __init__(self, page: Page) -> None:
        """Collect for one page."""
        self._page = page
        self.found: list[Evidence] = []

    def add(self, name: str, span: Span | None, place: str = "text") -> None:
        """Add the words of ``span`` for a field; no span, no evidence."""
        if span is None or len(span) == 0:
            return
        texts = {
            "text": self._page.text,
            "title": self._page.source.title or "",
            "publisher": self._page.source.publisher or "",
        }
        where: EvidencePlace = place  # type: ignore[assignment]
        self.found.append(Evidence.cut(name, texts[place], span, where))

    def party(self, name: str, party: Party) -> None:
        """Add local words, then the name they stand for."""
        if party.words is not None:
            self.add(name, party.words)
        self.add(name, party.span, party.place)


def build(page: Page, draft: Draft, within: str | None) -> Commitment:
    """Turn a draft into a claim with its evidence."""
    words = Words(page)
    actors = _actors(words, draft)
    _add_money(words, draft)
    _add_things(words, draft)
    _add_codes(words, draft)
    period = draft.period
    return Commitment(
        source=page.source,
        evidence=tuple(words.found),
        sentence=draft.sentence,
        reader=f"rules/{draft.rule}@1",
        confidence=confidence(draft),
        problems=tuple(sorted(draft.problems)),
        donors=actors[0],
        speaker=None if draft.speaker is None else draft.speaker.actor,
        recipients=actors[1],
        aid_type=draft.aid_type[0],
        instrument=draft.instrument[0],
        amount=None if draft.money is None else draft.money.amount,
        items=tuple(thing.item for thing in draft.things),
        stage=draft.stage[0],
        firmness=draft.firmness[0],
        conditions=tuple(
            Condition(text=page.words(span), trigger=trigger) for span, trigger in draft.conditions
        ),
        funding_source=None
        if draft.funding is None
        else FundingSource(words=page.words(draft.funding[0]), kind=draft.funding[1]),
        newness=draft.newness[0],
        is_total=draft.total is not None,
        within=within,
        purpose=None if draft.purpose is None else page.words(draft.purpose),
        announced_on=None if draft.announced is None else draft.announced[0],
        period=None
        if period is None
        else Period(
            start=period.start,
            end=period.end,
            duration=period.duration,
            text=page.words(period.span),
        ),
    )


def _actors(words: Words, draft: Draft) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    for n, party in enumerate(draft.donors):
        words.party(f"donors.{n}", party)
    if draft.speaker is not None:
        words.party("speaker", draft.speaker)
    for n, party in enumerate(draft.recipients):
        words.party(f"recipients.{n}", party)
    return tuple(p.actor for p in draft.donors), tuple(p.actor for p in draft.recipients)


def _add_money(words: Words, draft: Draft) -> None:
    if draft.money is None:
        return
    for money in (draft.money, *draft.repeats):
        words.add("amount", money.span)
    words.add("amount.bound", draft.money.bound_span)
    words.add("amount.per", draft.money.per_span)
    words.add("amount.currency", draft.money.carried_from)
    for n, span in enumerate(draft.money.reported_spans):
        words.add(f"amount.reported_as.{n}", span)


def _add_things(words: Words, draft: Draft) -> None:
    for n, thing in enumerate(draft.things):
        words.add(f"items.{n}.name", thing.name)
        words.add(f"items.{n}.quantity", thing.count)
        words.add(f"items.{n}.quantity.bound", thing.bound)


def _add_codes(words: Words, draft: Draft) -> None:
    words.add("aid_type", draft.aid_type[1])
    words.add("instrument", draft.instrument[1])
    words.add("stage", draft.stage[1])
    words.add("firmness", draft.firmness[1])
    for n, (span, _) in enumerate(draft.conditions):
        words.add(f"conditions.{n}.text", span)
    if draft.funding is not None:
        words.add("funding_source", draft.funding[0])
    words.add("newness", draft.newness[1])
    words.add("is_total", draft.total)
    words.add("purpose", draft.purpose)
    if draft.announced is not None:
        words.add("announced_on", draft.announced[1])
    if draft.period is not None:
        words.add("period", draft.period.span)


def confidence(draft: Draft) -> float:
    """Give 0..1 by how much was found in the sentence itself.

    An order by how much is told on the spot, not a chance of being right: ``bench/confidence.py``
    prints how often claims of each band of steps are right.
    """
    value = 0.9
    if not draft.donors or draft.donors[0].from_context:
        value -= 0.2
    if draft.money is None and not any(thing.count for thing in draft.things):
        value -= 0.2
    if draft.stage[1] is None:
        value -= 0.1
    return round(value - 0.05 * min(3, len(draft.problems)), 2)
