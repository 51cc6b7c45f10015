"""Sums in unusual words, and letters and figures that only look like sums."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from pledgebook.resolve.money import find_money

# text with the sum's words between « and », value, currency
SUMS = [
    ("Oslo set aside «a third of a billion dollars» for it.", "333333333.333", "USD"),
    ("Oslo set aside «two thirds of a million euros» for it.", "666666.667", "EUR"),
    ("Oslo set aside «three quarters of a billion kroner» for it.", "750000000", None),
    ("Oslo set aside «a fifth of a trillion yen» for it.", "200000000000", "JPY"),
    ("Oslo set aside «one tenth of a billion euros» for it.", "100000000", "EUR"),
    ("Oslo set aside «a quarter of a single million euros» for it.", "250000", "EUR"),
    ("Oslo set aside «$3/4 billion» for it.", "750000000", "USD"),
    ("Oslo set aside «€1/2 million» for it.", "500000", "EUR"),
    ("Oslo set aside «1 million and a half euros» for it.", "1500000", "EUR"),
    ("Oslo set aside «5.4 DKK billion» for it.", "5400000000", "DKK"),
    ("Its «1.4 billion SEK» 2023 winter package came first.", "1400000000", "SEK"),
    ("In the «500 million EUR» 2024 budget it stands first.", "500000000", "EUR"),
    ("They paid «20 million GBP» 3 times.", "20000000", "GBP"),
    ("Not «a dollar» was paid.", "1", "USD"),
    ("The meal costs «a euro» per child.", "1", "EUR"),
    ("They paid «EUR10m» for it.", "10000000", "EUR"),
    ("They paid «USD5» for it.", "5", "USD"),
    ("They paid «BEF 700 million» for it.", "700000000", "BEF"),
    ("He lost «20 pounds» at cards.", "20", "GBP"),
    ("London gave «4 million pounds» of aid in May.", "4000000", "GBP"),
    ("The bank lost «20 million pounds».", "20000000", "GBP"),
    ("They paid «Rs 232 crore» for it.", "2320000000", "INR"),
]


@pytest.mark.parametrize(("text", "value", "code"), SUMS)
def test_unusual_words(text: str, value: str, code: str | None) -> None:
    start, end = text.index("«"), text.index("»") - 1
    (mention,) = find_money(text.replace("«", "").replace("»", ""))
    assert (mention.span.start, mention.span.end) == (start, end)
    assert (mention.amount.low, mention.amount.high) == (Decimal(value), Decimal(value))
    assert mention.amount.currency == code
    assert mention.amount.bound == "exact"


# text with the words of the sum that takes currency or magnitude from another, value, currency
CARRIED = [
    ("Oslo gave NOK 500 million. Of this, «282 million» is for gas.", "282000000", "NOK"),
    ("Oslo gave €9 million. Of that, «3 million» went to Mali.", "3000000", "EUR"),
    ("Oslo paid «3.5» of the 5 billion euros.", "3500000000", "EUR"),
    ("Oslo paid «6» of the €18 billion.", "6000000000", "EUR"),
    ("Oslo paid «2» of its promised 5 million euros.", "2000000", "EUR"),
]


@pytest.mark.parametrize(("text", "value", "code"), CARRIED)
def test_a_part_takes_currency_and_magnitude(text: str, value: str, code: str) -> None:
    start, end = text.index("«"), text.index("»") - 1
    found = find_money(text.replace("«", "").replace("»", ""))
    (part,) = [m for m in found if m.span.start == start]
    assert (part.span.end, part.amount.low, part.amount.currency) == (end, Decimal(value), code)
    assert "currency-carried" in part.problems


@pytest.mark.parametrize(
    "text",
    [
        "Oslo gave €9 million. Some 3 million live in Mali.",
        "Oslo gave €9 million. Of these, 3 million people live in Mali.",
        "Oslo paid one of the €5 million loans.",
        "Oslo gave €9 million in 2 of the camps.",
        "In 6 of those it paid €18 billion.",
    ],
)
def test_no_currency_is_carried(text: str) -> None:
    assert len(find_money(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He lost 20 pounds in the camp.",
        "The port took 4 million pounds of aid, its largest cargo yet.",
        "Some 4 million pounds of assistance were airdropped.",
        "The puppy gained about 8 pounds.",
        "Each pack is 12 pounds heavier.",
        "The workshop made 40 Rs 232 connectors.",
        "An RS 485 line runs to the pump.",
        "The BEF7 unit hums.",
        "An EUR1 movement certificate is needed.",
        "EUR 1 pallets stood in the yard.",
        "The CHF-50 pump hums.",
        "A dollar store opened.",
        "They sold dollar-denominated debt.",
        "Holders were paid 30 cents on the dollar.",
        "The value of a dollar fell.",
        "One in three is a third of a class.",
    ],
)
def test_no_sums(text: str) -> None:
    assert find_money(text) == ()


ON = date(2024, 6, 1)
#: What one million US dollars came to in the middle of 2024, roughly, in millions.
WORTH = {
    "US${}": 1.0,
    "€{}": 0.93,
    "£{}": 0.79,
    "CAD{}": 1.37,
    "A${}": 1.51,
    "NOK {}": 10.7,
    "SEK {}": 10.6,
    "DKK {}": 6.9,
    "PLN {}": 4.0,
    "CZK {}": 23.2,
    "UAH {}": 40.3,
    "JPY {}": 151.0,
    "INR {}": 83.0,
    "HUF {}": 366.0,
    "CHF {}": 0.89,
    "KRW {}": 1360.0,
}
PAIRS = list(permutations(WORTH, 2))


def _printed(form: str, millions: float) -> str:
    return form.format(f"{millions:,.2f} million")


def _problems(text: str) -> tuple[str, ...]:
    (mention,) = find_money(text, on=ON)
    assert mention.amount.reported_as
    return mention.problems


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_right_pair_is_plausible(first: str, second: str) -> None:
    text = f"It gave {_printed(first, 50 * WORTH[first])} ({_printed(second, 50 * WORTH[second])})."
    assert "conversion-implausible" not in _problems(text)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_wrong_pair_is_implausible(first: str, second: str) -> None:
    for factor in (0.001, 0.1, 0.75, 1.35, 10, 1000):
        wrong = _printed(second, 50 * WORTH[second] * factor)
        text = f"It gave {_printed(first, 50 * WORTH[first])} ({wrong})."
        assert "conversion-implausible" in _problems(text)


@pytest.mark.parametrize(
    "pair",
    [
        "CAD55 million (US$55 million)",
        "US$55 million (CAD55 million)",
        "€5,000 ($5 million)",
        "€5 million ($5,400)",
        "$5-6 million (€9-12 million)",
        "€5-6 million ($5.4-60 million)",
        "between 2 and 3 million euros ($4-5 million)",
        "£3bn, or about $3bn,",
        "NOK 10 billion (EUR 8.6 million)",
        "€10 million / £10 million",
        "5.4 DKK billion ($7.8bn)",
        "$1 million (1 million Turkish lira)",
        "20 million Swiss francs (20 million Canadian dollars)",
    ],
)
def test_wrong_pairs_in_any_printing(pair: str) -> None:
    assert "conversion-implausible" in _problems(f"It gave {pair} for water.")
