"""A fifth set of headlines, labelled by a writer who had not seen the reader; see headline_sets.py.

First read: gifts 60 of 90, cuts 47 of 50, calls 20 of 20, others 21 of 25, refusals 7 of 15.
Nothing is mended on the half that is not looked at.
"""

from __future__ import annotations

import hashlib

import pytest
from headline_sets import Headline, headlines, read_right


def _param(row: Headline) -> object:
    marks = [] if row.now else [pytest.mark.xfail(strict=True, reason="not read as labelled")]
    # a summary of a run shows no headline of the half that is not looked at
    name = hashlib.sha256(row.text.encode()).hexdigest()[:12] if row.unseen else row.text[:60]
    return pytest.param(row, marks=marks, id=name)


@pytest.mark.parametrize("row", [_param(row) for row in headlines("fifth")])
def test_read_as_labelled(row: Headline) -> None:
    assert read_right(row)
