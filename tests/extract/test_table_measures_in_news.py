"""Measures as news tells them, planned and threatened ones too (``measures_in_news.tsv``).

The texts were written in two goes, each before the rules that read it were made: of the 28 measures
of the first go the reader found 14, of the 29 of the second one, written when 26 of the first were
found, 18.
"""

from __future__ import annotations

import pytest
from reading import page
from tables_in_news import Line, lines

from pledgebook.extract.measures import MeasureReader
from pledgebook.extract.read import pass_gate
from pledgebook.model.claims import Measure
from pledgebook.model.values import Actor


@pytest.mark.parametrize("line", lines("measures_in_news"), ids=lambda line: line.text[:60])
def test_measures(line: Line) -> None:
    whole = page(line.text)
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    told = {_said(claim) for claim in kept if isinstance(claim, Measure)}
    if line.read:
        assert told == line.told
    else:
        assert told != line.told


def test_makers_told_before_are_marked_as_from_context() -> None:
    whole = page("Britain imposed sanctions on Iran on Monday. Canada followed suit.")
    kept, _ = pass_gate(whole, MeasureReader().read(whole))
    assert [claim.problems for claim in kept] == [(), ("actor-from-context",)]


def _said(claim: Measure) -> str:
    return (
        f"{_names(claim.actors)} {claim.action} {_names(claim.targets)} {claim.stage} "
        f"{claim.firmness}"
    )


def _names(actors: tuple[Actor, ...]) -> str:
    return "+".join(actor.id or actor.name for actor in actors)
