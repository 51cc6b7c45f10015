"""Counts on any text: order, offsets, and figures that come back as they were printed."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pledgebook.resolve.money import find_money
from pledgebook.resolve.quantities import find_quantities

PARTS = st.sampled_from(
    ["18", "1,500", " tanks", " Leopard 2", " of", " pairs of gloves", " and ", "dozens of", "-",
     "a second ", "several ", " tonnes of ", "155mm", " shells", ": ", " (", ")", "\n", ", ",
     "more than ", "up to ", "€", " million", " people", "an undisclosed number of ", "%", "İ",
     "F-16", " helicopters", "one ", "x ", "½", "\u00a0"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=14).map("".join))


@example("several several pairs of glove")
@given(TEXTS)
@settings(max_examples=300)
def test_counts_lie_in_order_inside_any_text(text: str) -> None:
    money = find_money(text)
    at = 0
    for mention in find_quantities(text, money):
        assert at <= mention.span.start < mention.span.end <= len(text)
        at = mention.span.end
        assert not any(mention.span.overlaps(sum_.span) for sum_ in money)
        for span in (mention.name_span, mention.bound_span):
            assert span is None or (len(span) > 0 and span.end <= len(text))


@given(st.integers(min_value=2, max_value=10**9), st.sampled_from(["tanks", "blankets", "radios"]))
def test_figures_come_back_as_printed(value: int, thing: str) -> None:
    text = f"Oslo will send {value:,} {thing} north."
    (mention,) = find_quantities(text)
    assert mention.quantity.low == mention.quantity.high
    assert mention.quantity.low is not None
    assert int(mention.quantity.low) == value
    assert mention.span.of(text) == f"{value:,}"


@given(TEXTS)
def test_a_paragraph_before_only_shifts_the_counts(text: str) -> None:
    before = "Tell them this.\n\n"
    alone = [(m.span.start, m.span.end, m.quantity) for m in find_quantities("x " + text)]
    moved = [
        (m.span.start - len(before), m.span.end - len(before), m.quantity)
        for m in find_quantities(before + "x " + text)
    ]
    assert moved == alone
