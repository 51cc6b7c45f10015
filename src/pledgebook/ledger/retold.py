"""What was rejected and a later source tells again: a person should look, nothing comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pledgebook.ledger.decided import Decided, age, listed, named
from pledgebook.ledger.reviews import Review
from pledgebook.ledger.standing import Standing
from pledgebook.ledger.witnessing import Fold
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry


def told_again(state: Standing, entries: Sequence[Entry], fold: Fold) -> tuple[Review, ...]:
    """List claims of other texts that would stand in one entry with a rejected claim.

    Which these are is told by folding as if nothing had been rejected. Claims that stood beside
    the rejected one, or that a later decision names, have been looked at.
    """
    rejected = list(_rejections(state))
    if not rejected:
        return ()
    decisions = [d for d in state.decisions if d.action != "reject"]
    whole = fold(state.claims, state.all_sightings, decisions)
    homes = {claim.known_as: entry for entry in entries for claim in entry.claims}
    together = {claim.known_as: entry for entry in whole for claim in entry.claims}
    every = (_of(one, together, homes, state.in_force) for one in rejected)
    return tuple(review for found in every for review in found)


def _rejections(state: Standing) -> Iterator[_Rejected]:
    """Rejections with what they reject, and what the person had seen, successors too."""
    for item, follows in zip(state.in_force, state.decisions, strict=True):
        if item.decision.action == "reject":
            out = named(item.decision) | named(follows)
            beside = (*listed(item.decision, "beside"), *listed(follows, "beside"))
            yield _Rejected(item, out, {*out, *beside})


@dataclass(frozen=True, slots=True)
class _Rejected:
    item: Decided
    names: Collection[str]
    known: Collection[str]


def _of(
    one: _Rejected,
    together: Mapping[str, Entry],
    homes: Mapping[str, Entry],
    in_force: Sequence[Decided],
) -> Iterator[Review]:
    later = [i.decision for i in in_force if age(i) > age(one.item)]
    seen = {name for d in later for name in (*named(d), *listed(d, "beside"))} | {*one.known}
    there = {together[name].id: together[name] for name in one.names if name in together}
    for _, entry in sorted(there.items()):
        texts = {c.source.id for c in entry.claims if c.known_as in one.names}
        for claim in entry.claims:
            if claim.known_as in seen or claim.source.id in texts or claim.known_as not in homes:
                continue
            yield _review(one.item, claim, homes[claim.known_as])


def _review(item: Decided, claim: Claim, home: Entry) -> Review:
    who = claim.source.publisher or claim.source.ref or "another source"
    return Review(
        why="rejected-told-again",
        message=f"{who} tells what was rejected; it stands as an entry of its own until you look",
        decision=item,
        entry=home.id,
        claim=claim.known_as,
        now=claim.id,
    )
