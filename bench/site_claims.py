"""Synthetic sources with claims of every kind, for the pages of a site; none is held after it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

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
from pledgebook.model.entries import Entry, Relation, entry_id
from pledgebook.model.snapshots import Decision, Document, Reading, Sighting, Snapshot
from pledgebook.model.spans import Evidence, Span
from pledgebook.model.values import Actor, Amount, Condition, Event
from pledgebook.model.vocabulary import (
    Action,
    AidType,
    Firmness,
    Instrument,
    MeasureStage,
    Newness,
    ProposalType,
    Rights,
    Role,
    Stage,
)

CLAIMS_PER_SOURCE = 10
FIRST_DAY = date(2025, 1, 1)
#: Texts are spread over a year, so that a day of the past is any of 365 states.
DAYS = 365
STATES = {
    "NOR": "Norway", "SWE": "Sweden", "LVA": "Latvia", "PRT": "Portugal", "CHL": "Chile",
    "FIN": "Finland", "DNK": "Denmark", "ISL": "Iceland", "IRL": "Ireland", "NLD": "Netherlands",
    "BEL": "Belgium", "AUT": "Austria", "CHE": "Switzerland", "GRC": "Greece", "HRV": "Croatia",
    "SVN": "Slovenia", "JPN": "Japan", "NZL": "New Zealand", "KEN": "Kenya", "FJI": "Fiji",
}  # fmt: skip
PLACES = ("Narvik", "Riga", "Porto", "Turku", "Split", "Galway", "Ghent", "Basel")
THINGS = ("radar sets", "pumps", "field hospitals", "tents", "turbines", "bridges", "vaccines")

DEFINITION = BookDefinition(
    id="bench",
    title="A made-up book of many claims",
    summary="Sentences made by a program, to see how fast pages are made.",
    coalition="harbour coalition",
    plan="harbour plan",
    points=(
        PlanPointDefinition(
            ordinal=1, text="Aid goes on.", goals=("military_aid", "economic_pressure")
        ),
        PlanPointDefinition(ordinal=2, text="Peace.", goals=("sovereignty", "seat_at_talks")),
        PlanPointDefinition(ordinal=3, text="Deterrence.", goals=("deterrence",)),
        PlanPointDefinition(ordinal=4, text="A guarantee.", goals=("coalition_guarantee",)),
    ),
    actors=tuple(STATES)[:12],
    recipients=("LVA", "FJI"),
    days=(FIRST_DAY + timedelta(days=60),),
)

_Made = tuple[Document, list[Claim], Reading]


@dataclass(frozen=True)
class Line:
    """One sentence, the claim it carries, and the words of each field."""

    words: str
    make: Callable[..., Claim]
    fields: dict[str, Any]
    evidence: dict[str, str]


def made_sources(claims: int, seed: int = 7) -> Iterator[_Made]:
    """Give sources until there are ``claims`` claims; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for number in range(claims // CLAIMS_PER_SOURCE):
        yield _source(number, rng)


def _source(number: int, rng: random.Random) -> _Made:
    makers = rng.choices(MAKERS, WEIGHTS, k=CLAIMS_PER_SOURCE)
    lines = [make(rng, number * CLAIMS_PER_SOURCE + n) for n, make in enumerate(makers)]
    text = " ".join(f"{line.words} Officials added nothing to it." for line in lines)
    snapshot = Snapshot.of(text, "plain")
    address = f"https://example.org/{number}"
    seen: dict[str, Any] = {
        "ref": f"{number}.txt",
        "title": f"Note {number} of the harbour office",
        "publisher": f"Outlet {number % 40}",
        "published": FIRST_DAY + timedelta(days=rng.randrange(DAYS)),
    }
    source = Source(id=snapshot.id, **seen)
    claims = list(_claims(source, text, lines))
    rights: Rights = rng.choices(("full", "excerpt", "metadata"), (45, 50, 5))[0]
    sighting = Sighting(snapshot=snapshot.id, rights=rights, url=address, **seen)
    names = tuple(claim.id for claim in claims)
    reading = Reading(snapshot=snapshot.id, reader="bench", version="1", claims=names, problems=())
    return Document(snapshot=snapshot, sighting=sighting), claims, reading


def _claims(source: Source, text: str, lines: Sequence[Line]) -> Iterator[Claim]:
    start = 0
    for line in lines:
        evidence = []
        for field, words in line.evidence.items():
            at = start + line.words.index(words)
            evidence.append(Evidence.cut(field, text, Span(at, at + len(words))))
        yield line.make(
            source=source,
            sentence=Span(start, start + len(line.words)),
            reader="rules/bench@1",
            evidence=tuple(evidence),
            **line.fields,
        )
        start += len(line.words) + len(" Officials added nothing to it. ")


def _state(rng: random.Random) -> Actor:
    code = rng.choice(list(STATES))
    return Actor(id=code, name=STATES[code], type="state")


def _commitment(rng: random.Random, number: int) -> Line:
    donor, recipient, figure = _state(rng), _state(rng), rng.randint(1, 900)
    sum_, value = f"€{figure} million", Decimal(figure) * 1_000_000
    conditional = rng.random() < 0.2
    condition = "if a peace deal is signed" if conditional else "at once"
    fields: dict[str, Any] = {
        "donors": (donor,),
        "recipients": (recipient,),
        "aid_type": rng.choice(get_args(AidType)),
        "instrument": rng.choice(get_args(Instrument)),
        "stage": rng.choice(get_args(Stage)),
        "firmness": "conditional" if conditional else rng.choice(get_args(Firmness)[:3]),
        "newness": rng.choice(get_args(Newness)),
        "is_total": rng.random() < 0.05,
    }
    evidence = {"donors.0": donor.name, "amount": sum_}
    if rng.random() < 0.8:
        fields["amount"] = Amount(low=value, high=value, currency="EUR", bound="exact")
    if conditional:
        fields["conditions"] = (Condition(text=condition, trigger="peace_deal"),)
        evidence["conditions.0.text"] = condition
    words = (
        f"{donor.name} will give {sum_} for {rng.choice(THINGS)} to {recipient.name} {condition} "
        f"under programme {number}."
    )
    return Line(words, Commitment, fields, evidence)


def _statement(rng: random.Random, number: int) -> Line:
    speaker = _state(rng)
    content = (
        f"programme {number} would go on until the {rng.choice(THINGS)} are there",
        # Two in three speak against a point of the plan: its pages have to bear that.
        f"it would never accept security guarantees in programme {number}",
        f"there was no need for weapons deliveries in programme {number}",
    )[number % 3]
    words = f"{speaker.name} said {content}."
    fields = {"speaker": speaker, "cue": "said", "content": content}
    return Line(words, Statement, fields, {"speaker": speaker.name, "content": content})


def _participation(rng: random.Random, number: int) -> Line:
    actor, place = _state(rng), rng.choice(PLACES)
    day = FIRST_DAY + timedelta(days=7 * rng.randrange(52))
    event = Event(name=f"talks in {place}", place=place, date=day)
    fields = {"event": event, "actor": actor, "role": rng.choice(get_args(Role))}
    words = f"{actor.name} was at the talks in {place} as file {number} has it."
    return Line(words, Participation, fields, {"actor": actor.name})


def _proposal(rng: random.Random, number: int) -> Line:
    proposer = _state(rng)
    content = f"a plan of {rng.randint(2, 9)} weeks for the {rng.choice(THINGS)}"
    fields = {
        "proposal_type": rng.choice(get_args(ProposalType)),
        "proposers": (proposer,),
        "scope": ("sea",),
        "content": content,
        "status": rng.choice(("proposed", "agreed", "denied")),
    }
    words = f"{proposer.name} proposed {content} in paper {number}."
    return Line(words, Proposal, fields, {"proposers.0": proposer.name, "content": content})


def _measure(rng: random.Random, number: int) -> Line:
    actor, target = _state(rng), _state(rng)
    fields = {
        "actors": (actor,),
        "targets": (target,),
        "action": rng.choice(get_args(Action)),
        "object": f"the accounts of firm {number}",
        "stage": rng.choice(get_args(MeasureStage)),
    }
    words = f"{actor.name} will freeze the accounts of firm {number} in {target.name}."
    evidence = {"actors.0": actor.name, "object": f"the accounts of firm {number}"}
    return Line(words, Measure, fields, evidence)


def _plan_point(rng: random.Random, number: int) -> Line:
    content = f"the {rng.choice(THINGS)} of item {number} are paid for"
    goal = rng.choice(("military_aid", "sovereignty", "deterrence", "coalition_guarantee"))
    fields = {
        "plan": "harbour plan",
        "ordinal": 1 + number % 4,
        "content": content,
        "goals": (goal,),
    }
    return Line(f"It says that {content}.", PlanPoint, fields, {"content": content})


MAKERS = (_commitment, _statement, _participation, _proposal, _measure, _plan_point)
#: Shares of the kinds, near those of the sample book's claims.
WEIGHTS = (40, 28, 14, 8, 8, 2)

#: Of this many commitments two are put into one entry and contradict each other.
_PAIRS_EVERY = 40


def one_each(
    claims: Sequence[Claim], _sightings: Sequence[Sighting], _decisions: Sequence[Decision] = ()
) -> tuple[Entry, ...]:
    """Fold one claim an entry, but for a few pairs that contradict each other."""
    entries: list[Entry] = []
    for claim in sorted(claims, key=lambda c: (str(c.source.published), c.id)):
        before = entries[-1] if entries else None
        if before is not None and len(entries) % _PAIRS_EVERY == 0 and _pairs(before, claim):
            entries[-1] = _paired(before, claim)
        else:
            first = Relation(claim=claim.id, relation="first", reason="earliest publication")
            entries.append(
                Entry(
                    id=entry_id(claim),
                    kind=claim.kind,
                    lead=claim,
                    claims=(claim,),
                    relations=(first,),
                )
            )
    return tuple(entries)


def _pairs(before: Entry, claim: Claim) -> bool:
    return before.kind == claim.kind and len(before.claims) == 1


def _paired(before: Entry, claim: Claim) -> Entry:
    clash = Relation(
        claim=claim.id, relation="contradicts", reason="sums differ", other=before.lead.id
    )
    return replace(
        before,
        claims=(*before.claims, claim),
        relations=(*before.relations, clash),
        witnesses=2,
        outlets=2,
    )
