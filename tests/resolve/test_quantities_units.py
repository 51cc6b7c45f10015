"""Units with a magnitude in them, letters that are a magnitude or a unit, names told once."""

from decimal import Decimal

import pytest

from pledgebook.resolve.quantities import find_quantities


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("50 bcm", "50000000000", "cubic_metre"),
        ("20 mcm", "20000000", "cubic_metre"),
        ("50 billion cubic metres", "50000000000", "cubic_metre"),
        ("3 bcf", "3000000000", "cubic_foot"),
        ("1.5 tcf", "1500000000000", "cubic_foot"),
        ("40 GWh", "40", "GWh"),
        ("2 TWh", "2", "TWh"),
        ("2.5 mb/d", "2500000", "barrel_per_day"),
        ("300 ha", "300", "hectare"),
        ("40 sq km", "40", "square_kilometre"),
        ("40 km²", "40", "square_kilometre"),
        ("30 kt", "30000", "tonne"),
        ("3m tonnes", "3000000", "tonne"),
        ("3m doses", "3000000", "dose"),
    ],
)
def test_units(words: str, value: str, unit: str) -> None:
    text = f"It held {words} in May."
    (mention,) = find_quantities(text)
    assert mention.span.of(text) == words
    assert (mention.quantity.low, mention.quantity.unit) == (Decimal(value), unit)


def test_a_megatonne_and_a_metric_ton() -> None:
    mega, metric = find_quantities("It shipped 5 Mt of wheat. It kept 5 MT of rice.")
    assert (mega.quantity.low, metric.quantity.low) == (Decimal(5_000_000), Decimal(5))


def test_a_range_of_units() -> None:
    (mention,) = find_quantities("It held 5-6 bcm in May.")
    assert (mention.quantity.low, mention.quantity.high) == (Decimal(5 * 10**9), Decimal(6 * 10**9))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sent 2m shells.", ["2m"]),
        ("Some 1.5m people fled.", ["1.5m"]),
        ("It made 3 mn masks.", ["3 mn"]),
        ("The wall is 2m tall.", []),
        ("It laid 5m cables.", []),
        ("He ran the 5m boats home.", []),
    ],
)
def test_a_letter_is_a_magnitude_only_before_what_comes_in_millions(
    text: str, words: list[str]
) -> None:
    assert [m.span.of(text) for m in find_quantities(text)] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not 18 but 20 tanks came.", ["18", "20"]),
        ("It sent 8 instead of 12 ambulances.", ["8", "12"]),
        ("It sent 8, not 12 ambulances.", ["8", "12"]),
    ],
)
def test_a_name_told_once_serves_both_figures(text: str, expected: list[str]) -> None:
    found = find_quantities(text)
    assert [m.span.of(text) for m in found] == expected
    assert len({m.name_span for m in found}) == 1
    assert all(m.category is not None for m in found)


@pytest.mark.parametrize("text", ["The book has 12 chapters.", "It hurt 30 others."])
def test_what_is_no_count_of_things(text: str) -> None:
    assert find_quantities(text) == ()
