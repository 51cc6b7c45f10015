"""A second set of headlines, labelled before the reader saw them; nothing is mended on one half."""

from __future__ import annotations

import pytest
from headline_sets import Headline, headlines, read_right


def _param(row: Headline) -> object:
    marks = [] if row.now else [pytest.mark.xfail(strict=True, reason="not read as labelled")]
    return pytest.param(row, marks=marks, id=row.text[:60])


@pytest.mark.parametrize("row", [_param(row) for row in headlines("second")])
def test_read_as_labelled(row: Headline) -> None:
    assert read_right(row)
