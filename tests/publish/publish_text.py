"""Random texts with marks that may nest and overlap."""

from __future__ import annotations

from hypothesis import strategies as st

from pledgebook.publish.highlight import Mark

#: Everything that a page could get wrong: markup, entities, quotes, blanks, bidi, astral signs.
ALPHABET = "ab <>&\"'{}%\n\t \u00a0\u202e\u2019é€𝄞;#x27"


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """Draw a text and up to eight marks in it."""
    text = draw(st.text(alphabet=ALPHABET, max_size=60))
    border = st.integers(min_value=0, max_value=len(text))
    marks = []
    for start, end in draw(st.lists(st.tuples(border, border), max_size=8)):
        kind = draw(st.sampled_from(("commitment", "statement")))
        target = draw(st.sampled_from((None, "#claim-1")))
        low, high = sorted((start, end))
        marks.append(Mark(start=low, end=high, kind=kind, label="<b>&", target=target))
    return text, tuple(marks)
