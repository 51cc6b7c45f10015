"""Sums of money on any text: order, offsets, spellings that say the same, linear time."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pledgebook.resolve.mentions import MoneyMention
from pledgebook.resolve.money import find_money

PARTS = st.sampled_from(
    ["£", "€", "$", "US$", "EUR ", "1.6", "5,000", "2", "bn", " million", " euros", " kr", " to ",
     "-", " and ", "between ", "from ", " (", ")", " or ", "/", " a year", "more than ", "up to ",
     "some ", "two ", "hundreds of ", "thousand ", "\n", "\n\n", ".", ", ", "\u00a0", " cents",
     " tanks", "dozens of ", "Leopard 2", " tonnes of ", "a second ", "%", "İ", "p", "c", "½"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PARTS, max_size=14).map("".join))


@given(TEXTS)
@settings(max_examples=300)
def test_sums_lie_in_order_inside_any_text(text: str) -> None:
    at = 0
    for mention in find_money(text):
        assert at <= mention.span.start < mention.span.end <= len(text)
        at = mention.span.end
        for span in mention.reported_spans:
            assert at <= span.start < span.end <= len(text)
            at = span.end
        low, high = mention.amount.low, mention.amount.high
        assert low is not None or high is not None
        if low is not None and high is not None:
            assert low <= high


def _shape(mentions: tuple[MoneyMention, ...], shift: int) -> list[tuple[int, int, object]]:
    return [(m.span.start - shift, m.span.end - shift, m.amount) for m in mentions]


@given(TEXTS, st.sampled_from(["Tell them this:\n\n", "Ä.\n\n", "\n\n\n\n"]))
def test_a_paragraph_before_only_shifts_the_sums(text: str, before: str) -> None:
    alone = _shape(find_money("x " + text), 0)
    assert _shape(find_money(before + "x " + text), len(before)) == alone


AMOUNTS = st.integers(min_value=1, max_value=9_999)
CODES = st.sampled_from(["EUR", "USD", "GBP", "NOK", "PLN", "JPY", "CHF", "UAH"])


@given(AMOUNTS, CODES)
def test_spellings_of_one_sum_agree(tenths: int, code: str) -> None:
    value = Decimal(tenths) / 10
    figure = f"{value:f}"
    comma = figure.replace(".", ",")
    spellings = [
        f"{code} {figure} million",
        f"{code}{figure} million",
        f"{figure} million {code}",
        f"{figure}\u00a0million {code}",
        f"{code} {figure}\nmillion",
        f"{figure} mn {code}",
        f"{comma} Mio. {code}",
        f"{comma} млн {code}",
        f"{code} {int(value * 1_000_000):,}",
        f"{code} {int(value * 1_000_000):,}".replace(",", " "),
    ]
    for spelling in spellings:
        (mention,) = find_money(f"Oslo sent {spelling} north")
        assert mention.amount.low == value * 1_000_000, spelling
        assert mention.amount.currency == code


@given(AMOUNTS, AMOUNTS)
def test_ranges_keep_both_ends(one: int, other: int) -> None:
    low, high = sorted((one, other + 10_000))
    (mention,) = find_money(f"between €{low:,} and €{high:,} in all")
    assert mention.amount.low == Decimal(low)
    assert mention.amount.high == Decimal(high)
