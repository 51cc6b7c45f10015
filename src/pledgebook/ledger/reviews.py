"""What a person should look at again: a reading or a later source differs from a decision.

A review is closed by a new decision that names the claim or entry (it keeps what was seen), or by
undoing the one in question, which lets the newer reading stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pledgebook.ledger.decided import CHANGES, Decided, added_claim, age, listed, named
from pledgebook.ledger.settled import Lapsed
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import RelationKind

Why = Literal[
    "claim-read-differently",
    "claim-no-longer-read",
    "later-source-differs",
    "source-gives-more",
    "called-unclear",
    "rejected-told-again",
]

#: What a later source may do to an entry that was accepted before it came.
_DIFFERS: frozenset[RelationKind] = frozenset(
    {"updates", "adds_to", "corrects", "contradicts", "withdraws", "fulfils"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value, as it was when decided on and as it is now; None where it has none."""

    field: str
    decided: Any
    now: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Something to look at again.

    Attributes:
        why: code of the reason.
        message: the reason in one plain sentence.
        decision: the decision in question.
        entry: id of the entry it concerns, None where it stands in none.
        claim: id of the claim it concerns, None for an entry or source.
        now: id of the newer claim, None where there is none.
        differences: values side by side.
    """

    why: Why
    message: str
    decision: Decided
    entry: str | None = None
    claim: str | None = None
    now: str | None = None
    differences: tuple[Difference, ...] = ()


def reviews(
    in_force: Sequence[Decided],
    lapsed: Iterable[Lapsed],
    versions: Mapping[str, Claim],
    entries: Sequence[Entry],
    given: Mapping[str, frozenset[str]],
) -> tuple[Review, ...]:
    """List what to look at again, by the time of the decision.

    Args:
        in_force: decisions that hold.
        lapsed: claims they name that no reading gives any more.
        versions: claims as persons decided them, by the id each is known by.
        entries: the entries.
        given: per text, ids of the claims of its latest reading.
    """
    homes = {claim.known_as: entry.id for entry in entries for claim in entry.claims}
    by_id = {entry.id: entry for entry in entries}
    found: list[Review] = []
    for one in lapsed:
        found.extend(_of_lapsed(one, in_force, versions, homes))
    for item in in_force:
        found.extend(_of_entry(item, homes, by_id, in_force))
        found.extend(_of_source(item, given))
        found.extend(_of_unclear(item, homes, in_force))
    return tuple(sorted(found, key=in_order))


def in_order(review: Review) -> tuple[object, ...]:
    """Sort key: when it was decided, then why, then the claim."""
    return age(review.decision), review.why, review.claim or ""


def _of_lapsed(
    one: Lapsed,
    in_force: Sequence[Decided],
    versions: Mapping[str, Claim],
    homes: Mapping[str, str],
) -> Iterator[Review]:
    decided = [item for item in in_force if _concerns(item, one.claim.id)]
    successor = one.successor
    added = [item for item in decided if added_claim(item.decision) is not None]
    if not decided or (successor is None and len(added) == len(decided)):
        return
    seen = one.claim.id if successor is None else successor.id
    stands = versions.get(one.claim.id, one.claim)
    if any(seen in listed(item.decision, "knowing") for item in decided):
        return
    if successor is not None and one.held and successor.values() == stands.values():
        return
    yield Review(
        why="claim-no-longer-read" if successor is None else "claim-read-differently",
        message=_lapse_words(one),
        decision=decided[-1],
        entry=homes.get(one.claim.id if one.held or successor is None else successor.id),
        claim=one.claim.id,
        now=None if successor is None else successor.id,
        differences=() if successor is None else _differences(stands, successor),
    )


def _concerns(item: Decided, claim: str) -> bool:
    added = added_claim(item.decision)
    if item.decision.action == "read_completely":
        return False
    return claim in named(item.decision) if added is None else claim == added.id


def _lapse_words(one: Lapsed) -> str:
    stays = "what was decided stands" if one.held else "the decision follows it"
    if one.successor is not None:
        return f"today's reading takes the same words otherwise; {stays} until you look"
    if one.held:
        return "today's reading no longer takes this claim from the text; it stands until you look"
    return (
        "today's reading no longer takes this claim from the text; the decision has no effect now"
    )


def _differences(before: Claim, now: Claim) -> tuple[Difference, ...]:
    one, other = before.values(), now.values()
    return tuple(
        Difference(field=field, decided=one[field], now=other[field])
        for field in one
        if one[field] != other[field]
    )


def _told_otherwise(before: Claim, now: Claim) -> tuple[Difference, ...]:
    """Values that both tell, differently."""
    nothing: tuple[Any, ...] = (None, [])
    found = _differences(before, now)
    return tuple(d for d in found if d.decided not in nothing and d.now not in nothing)


def _of_entry(
    item: Decided,
    homes: Mapping[str, str],
    entries: Mapping[str, Entry],
    in_force: Sequence[Decided],
) -> Iterator[Review]:
    """A claim that came after an entry was accepted, or its value changed, and differs."""
    decision = item.decision
    if decision.action != "accept" and decision.action not in CHANGES:
        return
    before = {*listed(decision, "claims"), *listed(decision, "beside")}
    later = [i.decision for i in in_force if age(i) > age(item)]
    seen = {name for d in later for name in (*named(d), *listed(d, "beside"))}
    for name in sorted({homes[name] for name in before if name in homes}):
        entry = entries[name]
        for claim, relation in zip(entry.claims, entry.relations, strict=True):
            if claim.known_as in before or relation.relation not in _DIFFERS:
                continue
            if claim.known_as in seen:
                continue
            message = f"a claim that came later {_VERBS[relation.relation]}: {relation.reason}"
            yield Review(
                why="later-source-differs", message=message, decision=item, entry=name,
                claim=claim.known_as, now=claim.id, differences=_told_otherwise(entry.lead, claim),
            )  # fmt: skip


_VERBS = {
    "updates": "tells another stage",
    "adds_to": "adds to it",
    "corrects": "corrects it",
    "contradicts": "contradicts it",
    "withdraws": "withdraws it",
    "fulfils": "says that it was kept",
}


def _of_source(item: Decided, given: Mapping[str, frozenset[str]]) -> Iterator[Review]:
    decision = item.decision
    if decision.action != "read_completely":
        return
    more = given.get(decision.target, frozenset()) - set(listed(decision, "claims"))
    if more:
        message = f"today's reading gives {len(more)} claims that the person had not seen"
        yield Review(why="source-gives-more", message=message, decision=item)


def _of_unclear(
    item: Decided, homes: Mapping[str, str], in_force: Sequence[Decided]
) -> Iterator[Review]:
    decision = item.decision
    if decision.action != "unclear":
        return
    settled = CHANGES | {"accept", "reject"}
    if any(
        age(other) > age(item)
        and other.decision.action in settled
        and named(other.decision) & named(decision)
        for other in in_force
    ):
        return
    names = [decision.target, *listed(decision, "claims")]
    entry = next((homes[name] for name in names if name in homes), None)
    message = "a person found the words unclear"
    yield Review(why="called-unclear", message=message, decision=item, entry=entry)
