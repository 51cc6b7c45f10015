"""Who said what and who put what forward, labelled before the reader saw it (voices_and_terms.py).

Nothing is mended on one half, by hash. Of the half that was looked at, 21 of 52 texts were read
right at first sight and 49 after mending (statements: 6 false, then 1; proposals: 1 of 20 right,
then 18); of the other, 30 of 61 and then 48 (statements: 8 false, then 5; proposals: 5 of 22 right,
then 17).
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
