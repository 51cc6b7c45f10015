"""Figures and number words: a table of spellings, and what is no number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.resolve.number_figures import figure_value
from pledgebook.resolve.numbers import find_numbers, number_value

NUMBERS = [
    ("7 lorries", "7", "7"),
    ("1,250 crates", "1,250", "1250"),
    ("12 500 crates", "12 500", "12500"),
    ("12\u00a0500 crates", "12\u00a0500", "12500"),
    ("12\u2009500 crates", "12\u2009500", "12500"),
    ("1'250'000 francs", "1'250'000", "1250000"),
    ("1’250’000 francs", "1’250’000", "1250000"),
    ("1.250.000 euro", "1.250.000", "1250000"),
    ("1,50,00,000 rupees", "1,50,00,000", "15000000"),
    ("3.75 litres", "3.75", "3.75"),
    ("3,75 litres", "3,75", "3.75"),
    ("1,250.75 marks", "1,250.75", "1250.75"),
    ("1.250,75 marks", "1.250,75", "1250.75"),
    ("2½ million", "2½ million", "2500000"),
    ("2 1/2 million", "2 1/2 million", "2500000"),
    ("4.2bn for roads", "4.2bn", "4200000000"),
    ("4,2 Mrd. für Straßen", "4,2 Mrd", "4200000000"),
    ("1.125 billion", "1.125 billion", "1125000000"),
    ("1.125 Mrd", "1.125 Mrd", "1125000000000"),
    ("1,125 mld", "1,125 mld", "1125000000"),
    ("6 thousand million", "6 thousand million", "6000000000"),
    ("3\nmillion", "3\nmillion", "3000000"),
    ("$.75", ".75", "0.75"),
    ("eleven", "eleven", "11"),
    ("forty-two", "forty-two", "42"),
    ("two hundred and six", "two hundred and six", "206"),
    ("one hundred twelve thousand nine", "one hundred twelve thousand nine", "112009"),
    ("half a million", "half a million", "500000"),
    ("a half-billion", "a half-billion", "500000000"),
    ("one and a half million", "one and a half million", "1500000"),
    ("a million and a half", "a million and a half", "1500000"),
    ("three quarters of a billion", "three quarters of a billion", "750000000"),
    ("six point four billion", "six point four billion", "6400000000"),
    ("a couple of million", "a couple of million", "2000000"),
    ("two dozen", "two dozen", "24"),
    ("tens of thousands of", "Tens of thousands", "10000"),
    ("several hundred", "several hundred", "100"),
    ("drei Milliarden", "drei Milliarden", "3000000000"),
    ("eine halbe Milliarde", "eine halbe Milliarde", "500000000"),
    ("deux cents millions", "deux cents millions", "200000000"),
    ("pół miliarda", "pół miliarda", "500000000"),
    ("п'ять мільйонів", "п'ять мільйонів", "5000000"),
    ("мільярд гривень", "мільярд", "1000000000"),
    ("anderhalf miljard", "anderhalf miljard", "1500000000"),
    ("tre miliardi", "tre miliardi", "3000000000"),
    ("dos mil millones", "dos mil millones", "2000000000"),
    ("två miljarder", "två miljarder", "2000000000"),
]

NO_NUMBERS = [
    "12.03.2025",
    "1.2.3",
    "1,2,3",
    "12,34.5,6",
    "9" * 40,
    "1.000.00.0",
]

NO_WORDS = [
    "someone else",
    "no one's fault",
    "halfway there",
    "the quarter ended",
    "often",
    "weighty words",
    "stone and bone",
    "an attendant",
    "a score of music",
    "sixtieth birthday",
    "thousandfold",
    "millionaire",
    "billionaires",
    "canine teeth",
]


@pytest.mark.parametrize(("text", "words", "value"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers_are_read(text: str, words: str, value: str) -> None:
    found = find_numbers(text)
    (number,) = found.numbers
    assert text[number.start : number.end].lower() == words.lower()
    assert number_value(found, number) == Decimal(value)


@pytest.mark.parametrize("figure", NO_NUMBERS)
def test_dates_versions_and_serial_numbers_are_no_figures(figure: str) -> None:
    assert figure_value(figure) is None


@pytest.mark.parametrize("text", NO_WORDS)
def test_parts_of_words_are_no_number_words(text: str) -> None:
    assert find_numbers(text).numbers == ()


def test_a_calibre_does_not_join_the_count_before_it() -> None:
    found = find_numbers("18 155mm howitzers and 60 120 mm mortars")
    assert number_value(found, found.numbers[0]) == 18
    assert "18 155" not in [found.text[n.start : n.end] for n in found.numbers]


def test_an_ambiguous_mark_parts_thousands_only_where_no_magnitude_follows() -> None:
    assert figure_value("1.500") == 1500
    assert figure_value("1.500", scaled=True) == Decimal("1.5")
    assert figure_value("1,500", scaled=True) == 1500
    assert figure_value("1,500", continental=True, scaled=True) == Decimal("1.5")


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_figures_round_trip(value: int) -> None:
    plain = f"{value:,}"
    for mark in (",", ".", " ", "\u00a0", "\u2009", "\u202f", "'", "’"):
        assert figure_value(plain.replace(",", mark)) == value


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_both_orders_of_marks_round_trip(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    swapped = english.translate(str.maketrans(",.", ".,"))
    expected = Decimal(f"{whole}.{cents:02d}")
    assert figure_value(english) == expected
    assert figure_value(swapped) == expected


@given(st.text(max_size=80))
def test_numbers_lie_in_order_inside_any_text(text: str) -> None:
    found = find_numbers(text)
    assert len(found.low) == len(text)
    ends = [0, *(n.end for n in found.numbers)]
    for before, number in zip(ends, found.numbers, strict=False):
        assert before <= number.start < number.end <= len(text)
        number_value(found, number)
