"""The rows of a release: entries, claims and the words they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.values import (
    Row,
    joined,
    place,
    reported_as,
    value_cells,
)
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry
from pledgebook.model.vocabulary import MeasureStage


def entries(held: Held) -> Iterator[Row]:
    """Rows of ``entries``."""
    for entry in sorted(held.entries, key=lambda one: one.id):
        days = [c.source.published for c in entry.claims if c.source.published is not None]
        names = {entry.id, *(c.known_as for c in entry.claims), *(c.id for c in entry.claims)}
        yield (
            entry.id,
            entry.kind,
            _standing(held, entry),
            _furthest(held, entry),
            entry.lead.id,
            entry.part_of,
            len(entry.claims),
            entry.witnesses,
            entry.outlets,
            any(relation.relation == "contradicts" for relation in entry.relations),
            not names.isdisjoint(held.decided),
            entry.id in held.in_review,
            min(days, default=None),
            max(days, default=None),
            *value_cells(entry.lead, named_only=held.named_only(entry.lead.source.id)),
        )


def _standing(held: Held, entry: Entry) -> str:
    if not held.releases.standing(entry.claims):
        return "gone"
    told = {relation.relation for relation in entry.relations}
    if getattr(entry.lead, "stage", None) == "withdrawn" or "withdraws" in told:
        return "withdrawn"
    return "stands"


#: Stages in the order in which a promise moves; what was withdrawn is told by ``standing``.
_STAGES = tuple(stage for stage in get_args(MeasureStage) if stage != "withdrawn")


def _furthest(held: Held, entry: Entry) -> str | None:
    claims = held.releases.standing(entry.claims) or entry.claims
    told = [getattr(claim, "stage", None) for claim in claims]
    return max((s for s in told if s in _STAGES), key=_STAGES.index, default=None)


def claims(held: Held) -> Iterator[Row]:
    """Rows of ``claims``."""
    for claim in sorted(held.view.claims(), key=lambda one: one.id):
        yield _claim(held, claim)


def _claim(held: Held, claim: Claim) -> Row:
    hidden, source = held.named_only(claim.source.id), claim.source
    entry, relation = held.homes.get(claim.id, (None, None))
    words = claim.sentence.of(held.texts.get(source.id, ""))
    return (
        claim.id,
        claim.known_as,
        entry,
        None if relation is None else relation.relation,
        None if relation is None or hidden else relation.reason,
        None if relation is None else relation.other,
        claim.kind,
        source.id,
        place(source.ref),
        source.url,
        source.title,
        source.publisher,
        source.published,
        source.record,
        claim.reader,
        claim.confidence,
        joined(claim.problems),
        claim.sentence.start,
        claim.sentence.end,
        None if hidden else words or None,
        getattr(claim, "within", None),
        reported_as(claim),
        *value_cells(claim, named_only=hidden),
    )


def evidence(held: Held) -> Iterator[Row]:
    """Rows of ``evidence``; headings and publishers are named under any rights."""
    for claim in sorted(held.view.claims(), key=lambda one: one.id):
        hidden = held.named_only(claim.source.id)
        rights = held.rights.get(claim.source.id, "excerpt")
        for number, one in enumerate(claim.evidence, 1):
            quote = None if hidden and one.place == "text" else one.quote
            yield (
                claim.id, number, one.field, one.place, one.start, one.end, quote, rights,
            )  # fmt: skip


def sources(held: Held) -> Iterator[Row]:
    """Rows of ``sources``: one for each sighting."""
    view = held.view
    complete = {
        item.decision.target
        for item in view.in_force()
        if item.decision.action == "read_completely"
    }
    for source in sorted(view.sources(), key=lambda one: one.snapshot.id):
        reading = source.reading
        for number, seen in enumerate(source.sightings, 1):
            yield (
                source.snapshot.id,
                number,
                place(seen.ref),
                seen.url,
                seen.title,
                seen.publisher,
                seen.published,
                seen.lang,
                seen.retrieved,
                seen.raw_digest,
                seen.grade,
                seen.rights,
                seen.record,
                source.snapshot.made_by,
                len(source.snapshot.text),
                None if reading is None else f"{reading.reader} {reading.version}",
                len(source.claims),
                source.snapshot.id in complete,
            )
