"""Lines of a sentence table that stand in a story about giving to Moldova."""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from commitment_lines import Line, Want, kept, said, says

from pledgebook.model.claims import Commitment

#: Gifts told for certain, the last of them Latvia's.
STORY = (
    "Donors meet for Moldova\n\nNorway pledged €5m to Moldova on Monday. Malta and Iceland "
    "promised Moldova €2m each. Latvia will send Moldova 12 ambulances.\n\n"
)


def in_story(sentence: str, *wants: Want, not_yet: str | None = None) -> ParameterSet:
    """A sentence of the story as a parameter, and what its claims say."""
    marks = [] if not_yet is None else [pytest.mark.xfail(strict=True, reason=not_yet)]
    row = Line(text=sentence, wants=wants, not_yet=not_yet)
    return pytest.param(row, marks=marks, id=sentence[:60])


def told_there(sentence: str, story: str = STORY) -> list[Commitment]:
    """What the reader makes of a sentence in its story."""
    return [
        claim
        for claim in kept(Line(text=story + sentence, wants=()))
        if claim.sentence.start >= len(story)
    ]


def check_in_story(row: Line) -> None:
    """Each want is said by a claim of the sentence, and the sentence gives no further claim."""
    claims = told_there(row.text)
    for want in row.wants:
        assert any(says(claim, want) for claim in claims), (want, [said(c) for c in claims])
    assert len(claims) == len(row.wants), [said(claim) for claim in claims]
