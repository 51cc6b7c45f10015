"""The stage that an entry has reached by the latest told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pledgebook.model.claims import Claim, Commitment, Measure, Source, Statement
from pledgebook.model.entries import Entry, Relation
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import Firmness, RelationKind, Stage
from pledgebook.reconcile.stages import reached

#: (day, stage, relation, firmness) of each claim in order.
Told = tuple[int, Stage, RelationKind, Firmness]


def entry(*told: Told) -> Entry:
    claims = [
        Commitment(
            source=Source(id=f"sha256:{n}", published=None if day == 0 else date(2025, 5, day)),
            evidence=(),
            sentence=Span(0, 1),
            reader="rules/x@1",
            stage=stage,
            firmness=firmness,
        )
        for n, (day, stage, _, firmness) in enumerate(told)
    ]
    relations = [
        Relation(claim=c.id, relation=relation, reason="told")
        for c, (_, _, relation, _) in zip(claims, told, strict=True)
    ]
    return Entry(
        id="entry:1",
        kind="commitment",
        lead=claims[0],
        claims=tuple(claims),
        relations=tuple(relations),
    )


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ([(1, "pledged", "first", "firm")], "pledged"),
        ([(1, "pledged", "first", "firm"), (2, "committed", "updates", "firm")], "committed"),
        # told again by who has not heard of it: no way back
        ([(1, "committed", "first", "firm"), (2, "pledged", "restates", "firm")], "committed"),
        # a way back, and a correction
        ([(1, "committed", "first", "firm"), (2, "pledged", "updates", "firm")], "pledged"),
        ([(1, "delivered", "first", "firm"), (2, "allocated", "corrects", "firm")], "allocated"),
        # withdrawn, and told on the same day by others
        ([(1, "pledged", "first", "firm"), (2, "withdrawn", "withdraws", "firm")], "withdrawn"),
        (
            [
                (1, "pledged", "first", "firm"),
                (2, "withdrawn", "withdraws", "firm"),
                (2, "pledged", "same", "firm"),
            ],
            "withdrawn",
        ),
        # taken up again after it was withdrawn
        (
            [
                (1, "pledged", "first", "firm"),
                (2, "withdrawn", "withdraws", "firm"),
                (3, "committed", "updates", "firm"),
            ],
            "committed",
        ),
        # another sum does not make another stage; a denial moves nothing
        ([(1, "pledged", "first", "firm"), (2, "committed", "contradicts", "firm")], "committed"),
        ([(1, "pledged", "first", "firm"), (2, "committed", "same", "denied")], "pledged"),
        ([(1, "committed", "first", "denied")], "committed"),
        # called for first; undated texts
        ([(1, "called_for", "first", "firm"), (2, "pledged", "updates", "firm")], "pledged"),
        ([(0, "pledged", "first", "firm"), (0, "allocated", "updates", "firm")], "allocated"),
    ],
)
def test_the_stage_by_the_latest_told(told: list[Told], stage: Stage) -> None:
    assert reached(entry(*told)) == stage


def test_a_person_who_sets_it_withdrawn_is_not_overruled_by_a_later_text() -> None:
    found = entry((1, "withdrawn", "first", "firm"), (2, "pledged", "same", "firm"))
    assert reached(found) == "pledged"
    lead = replace(found.lead, replaces="commitment:as-read")
    claims: tuple[Claim, ...] = (lead, *found.claims[1:])
    assert reached(replace(found, lead=lead, claims=claims)) == "withdrawn"


def test_a_measure_has_stages_and_a_statement_has_none() -> None:
    envelope = {"source": Source(id="sha256:1"), "evidence": (), "sentence": Span(0, 1)}
    measure = Measure(**envelope, reader="rules/x@1", stage="in_force")  # type: ignore[arg-type]
    said = Statement(**envelope, reader="rules/x@1", content="x")  # type: ignore[arg-type]
    base = entry((1, "pledged", "first", "firm"))
    first = (Relation(claim="x", relation="first", reason="x"),)
    assert reached(replace(base, lead=measure, claims=(measure,), relations=first)) == "in_force"
    assert reached(replace(base, lead=said, claims=(said,), relations=first)) is None
