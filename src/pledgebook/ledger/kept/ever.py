"""Every claim that may stand in the book on some day, and what decisions name together.

A text that was read once and seen once gives the same claims on each day that it is there. One
that was read again or seen again may give others, each under any of the days on which it was seen,
and what persons changed may stand as any of its decisions left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from pledgebook.ledger.decided import CHANGES, Decided, added_claim, age, in_force, named
from pledgebook.ledger.settled import versions
from pledgebook.ledger.standing import Standing, source_of, stored_claims
from pledgebook.ledger.tables import CLAIMS, DECISIONS, READINGS
from pledgebook.model.claims import Claim
from pledgebook.model.codec import RecordError
from pledgebook.model.entries import entry_id
from pledgebook.model.snapshots import Sighting
from pledgebook.model.spans import SpanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Ever:
    """What may stand on some day.

    Attributes:
        claims: of each reading, under each day of its text, and as persons changed them.
        decided: by each decision the texts of the claims that it, or one it undoes or replaces,
            names.
    """

    claims: Sequence[Claim]
    decided: Mapping[str, frozenset[str]]


def ever(connection: Connection, state: Standing) -> Ever:
    """Read what may stand on some day; ``state`` is what stands now."""
    often = _read_or_seen_again(connection, state)
    once = (c for text, claims in state.read.latest.items() if text not in often for c in claims)
    again = stored_claims(connection, CLAIMS.c.snapshot, often).values()
    added = [one for item in state.decided if (one := added_claim(item.decision)) is not None]
    read = [*once, *(v for claim in (*again, *added) for v in _as_seen(claim, state.sightings))]
    claims = [*read, *_changed(connection, read, state.decided)]
    return Ever(claims=claims, decided=_texts(claims, state))


def _read_or_seen_again(connection: Connection, state: Standing) -> set[str]:
    query = select(READINGS.c.snapshot).where(READINGS.c.payload.is_not(None))
    several = query.group_by(READINGS.c.snapshot).having(func.count() > 1)
    read = set(connection.execute(several).scalars())
    return read | {text for text, seen in state.sightings.items() if len(seen) > 1}


def _as_seen(claim: Claim, seen: Mapping[str, Sequence[Sighting]]) -> Iterator[Claim]:
    """A claim as it was stored, and as of each day on which its text was seen."""
    yield claim
    sources = {s.published: source_of(s) for s in seen.get(claim.source.id, ())}
    sources.pop(claim.source.published, None)
    yield from (replace(claim, source=source) for source in sources.values())


def _changed(
    connection: Connection, read: Iterable[Claim], decided: Sequence[Decided]
) -> Iterator[Claim]:
    """Claims as persons changed them, after each decision that bears on it."""
    bearing = _bearing(decided)
    if not bearing:
        return
    query = select(DECISIONS.c.key, DECISIONS.c.entered_at)
    entered: dict[str, str] = {row.key: row.entered_at for row in connection.execute(query)}
    for claim in read:
        about = bearing.get(claim.id, ())
        for moment in sorted({entered[item.id] for item in about}):
            then = [item for item in about if entered[item.id] <= moment]
            with suppress(RecordError, SpanError):  # what no day shows either
                yield from versions({claim.id: claim}, sorted(in_force(then), key=age)).values()


def _bearing(decided: Sequence[Decided]) -> dict[str, list[Decided]]:
    """By claim the decisions that give it a value, and those that bear on whether they hold."""
    found: dict[str, list[Decided]] = {}
    claims: dict[str, set[str]] = {}
    for item in decided:
        decision = item.decision
        about = {decision.target} if decision.action in CHANGES else set()
        for name in _taken_back(item):
            about |= claims.get(name, set())
        claims[item.id] = about
        for claim in about:
            found.setdefault(claim, []).append(item)
    return found


def _taken_back(item: Decided) -> Iterator[str]:
    if item.decision.supersedes is not None:
        yield item.decision.supersedes
    if item.decision.action == "undo":
        yield item.decision.target


def _texts(claims: Sequence[Claim], state: Standing) -> dict[str, frozenset[str]]:
    """By decision the texts of all claims that it bears on."""
    names: dict[str, frozenset[str]] = {}
    for item in state.decided:
        own = named(item.decision) | _led(item)
        names[item.id] = own.union(*(names.get(name, ()) for name in _taken_back(item)))
    homes = _homes(claims, frozenset().union(*names.values()))
    homes |= {text: text for text in state.sightings}
    return {
        item: frozenset(homes[name] for name in own if name in homes) for item, own in names.items()
    }


def _led(item: Decided) -> frozenset[str]:
    """The claim that led an entry when a person accepted it."""
    lead = (item.decision.value or {}).get("lead")
    return frozenset({lead} if isinstance(lead, str) else ())


def _homes(claims: Iterable[Claim], names: frozenset[str]) -> dict[str, str]:
    """The text of each claim or entry that is named."""
    if not names:
        return {}
    entries = any(name.startswith("entry:") for name in names)
    found: dict[str, str] = {}
    for claim in claims:
        known = (claim.id, claim.known_as, *([entry_id(claim)] if entries else ()))
        found.update((name, claim.source.id) for name in known if name in names)
    return found
