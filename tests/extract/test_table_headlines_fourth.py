"""A fourth set of headlines, labelled before the reader saw them; nothing is mended on one half."""

from __future__ import annotations

import hashlib

import pytest
from headline_sets import Headline, headlines, read_right


def _param(row: Headline) -> object:
    marks = [] if row.now else [pytest.mark.xfail(strict=True, reason="not read as labelled")]
    # a summary of a run shows no headline of the half that is not looked at
    name = hashlib.sha256(row.text.encode()).hexdigest()[:12] if row.unseen else row.text[:60]
    return pytest.param(row, marks=marks, id=name)


@pytest.mark.parametrize("row", [_param(row) for row in headlines("fourth")])
def test_read_as_labelled(row: Headline) -> None:
    assert read_right(row)
