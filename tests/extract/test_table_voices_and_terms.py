"""Who said what and who put what forward, labelled before the reader saw it (voices_and_terms.py).

Nothing is mended on one half, by hash.
"""

from __future__ import annotations

import hashlib

import pytest
from voices_and_terms import Passage, passages, read_right


def _param(row: Passage) -> object:
    marks = [] if row.now else [pytest.mark.xfail(strict=True, reason="not read as labelled")]
    # a summary of a run shows no text of the half that is not looked at
    name = hashlib.sha256(row.text.encode()).hexdigest()[:12] if row.unseen else row.text[:60]
    return pytest.param(row, marks=marks, id=name)


@pytest.mark.parametrize("row", [_param(row) for row in passages()])
def test_read_as_labelled(row: Passage) -> None:
    assert read_right(row)
