"""Counts of things: a table with exact words of figure and name, and what counts nothing."""

from decimal import Decimal

import pytest

from pledgebook.resolve.money import find_money
from pledgebook.resolve.quantities import find_quantities, read_quantity

# text, figure's words, low, high, bound, unit, name, category
COUNTS = [
    ("18 Leopard 2 tanks", "18", 18, 18, "exact", None, "Leopard 2 tanks", "tanks"),
    ("three eye clinics", "three", 3, 3, "exact", None, "eye clinics", "infrastructure"),
    ("70 wounded sailors", "70", 70, 70, "exact", None, "wounded sailors", "personnel"),
    ("60 night vision scopes", "60", 60, 60, "exact", None, "night vision scopes", "optics"),
    ("90 155 mm shells", "90", 90, 90, "exact", None, "155 mm shells", "ammunition"),
    ("4k drones", "4k", 4000, 4000, "exact", None, "drones", "drones"),
    ("50 or more boats", "50", 50, None, "at_least", None, "boats", "naval"),
    ("14 Leopard 2A6", "14", 14, 14, "exact", None, "Leopard 2A6", "tanks"),
    ("a second IRIS-T battery", "a second", 1, 1, "exact", None, "IRIS-T battery", "air_defence"),
    ("another ambulance", "another", 1, 1, "exact", None, "ambulance", "ambulances"),
    ("a field hospital", "a", 1, 1, "exact", None, "field hospital", "medical"),
    ("one Patriot system", "one", 1, 1, "exact", None, "Patriot system", "air_defence"),
    (
        "more than 5,000 air defence missiles",
        "5,000",
        5000,
        None,
        "at_least",
        None,
        "air defence missiles",
        "air_defence",
    ),
    ("up to 30 fire engines", "30", None, 30, "up_to", None, "fire engines", "fire_service"),
    ("as many as 40 boats", "40", None, 40, "up_to", None, "boats", "naval"),
    ("about 300 MW of power", "300 MW", 300, 300, "about", "MW", "power", "energy"),
    (
        "five Sea King helicopters",
        "five",
        5,
        5,
        "exact",
        None,
        "Sea King helicopters",
        "helicopters",
    ),
    ("two dozen excavators", "two dozen", 24, 24, "exact", None, "excavators", "engineering"),
    ("dozens of ambulances", "dozens", 12, None, "at_least", None, "ambulances", "ambulances"),
    ("scores of lorries", "scores", 20, None, "at_least", None, "lorries", "vehicles"),
    (
        "hundreds of thousands of shells",
        "hundreds of thousands",
        100000,
        None,
        "at_least",
        None,
        "shells",
        "ammunition",
    ),
    ("several howitzers", "several", None, None, "about", None, "howitzers", "artillery"),
    (
        "an undisclosed number of drones",
        "an undisclosed number of",
        None,
        None,
        "about",
        None,
        "drones",
        "drones",
    ),
    (
        "20,000 pairs of gloves",
        "20,000 pairs",
        20000,
        20000,
        "exact",
        "pair",
        "gloves",
        "protective_gear",
    ),
    (
        "50,000 litres of hand disinfectant",
        "50,000 litres",
        50000,
        50000,
        "exact",
        "litre",
        "hand disinfectant",
        "medical",
    ),
    ("200 tonnes of food", "200 tonnes", 200, 200, "exact", "tonne", "food", "food"),
    ("200kg of flour", "200kg", 200, 200, "exact", "kilogram", "flour", "food"),
    (
        "500 sets of body armour",
        "500 sets",
        500,
        500,
        "exact",
        "set",
        "body armour",
        "protective_gear",
    ),
    (
        "155 mm artillery shells: 900",
        "900",
        900,
        900,
        "exact",
        None,
        "mm artillery shells",
        "ammunition",
    ),
    ("Helmets: 5,000", "5,000", 5000, 5000, "exact", None, "Helmets", "protective_gear"),
    ("Sleeping bags – 700", "700", 700, 700, "exact", None, "Sleeping bags", "shelter"),
    ("| Generators | 40 |", "40", 40, 40, "exact", None, "Generators", "energy"),
    ("ambulances (4)", "4", 4, 4, "exact", None, "ambulances", "ambulances"),
    ("5,000 x helmets", "5,000", 5000, 5000, "exact", None, "helmets", "protective_gear"),
    ("18 155mm howitzers", "18", 18, 18, "exact", None, "155mm howitzers", "artillery"),
    ("14 M113 carriers", "14", 14, 14, "exact", None, "M113 carriers", "armoured_vehicles"),
    ("20 M-113", "20", 20, 20, "exact", None, "M-113", "armoured_vehicles"),
    ("3 HIMARS", "3", 3, 3, "exact", None, "HIMARS", "artillery"),
    ("10-15 tanks", "10-15", 10, 15, "range", None, "tanks", "tanks"),
    ("between 10 and 15 tanks", "10 and 15", 10, 15, "range", None, "tanks", "tanks"),
    ("three or four launchers", "three or four", 3, 4, "range", None, "launchers", "missiles"),
    ("1.5 million shells", "1.5 million", 1500000, 1500000, "exact", None, "shells", "ammunition"),
    ("5,000+ rifles", "5,000", 5000, None, "at_least", None, "rifles", "small_arms"),
    ("some 300 soldiers", "300", 300, 300, "about", None, "soldiers", "personnel"),
    (
        "3 search and rescue helicopters",
        "3",
        3,
        3,
        "exact",
        None,
        "search and rescue helicopters",
        "helicopters",
    ),
    (
        "two batteries of Patriots",
        "two",
        2,
        2,
        "exact",
        None,
        "batteries of Patriots",
        "air_defence",
    ),
    (
        "12 additional power transformers",
        "12",
        12,
        12,
        "exact",
        None,
        "power transformers",
        "energy",
    ),
    (
        "2000 rounds of tank ammunition",
        "2000 rounds",
        2000,
        2000,
        "exact",
        "round",
        "tank ammunition",
        "ammunition",
    ),
    ("8\nmobile\nkitchens", "8", 8, 8, "exact", None, "mobile\nkitchens", "supplies"),
    ("40\u00a0000 blankets", "40\u00a0000", 40000, 40000, "exact", None, "blankets", "shelter"),
    ("27 member states", "27", 27, 27, "exact", None, "member states", None),
    ("the 12 promised jets", "12", 12, 12, "exact", None, "jets", "aircraft"),
    ("its 30 donated ambulances", "30", 30, 30, "exact", None, "ambulances", "ambulances"),
    ("6 of 12 tents", "12", 12, 12, "exact", None, "tents", "shelter"),
    (
        "9 fully equipped ambulances",
        "9",
        9,
        9,
        "exact",
        None,
        "fully equipped ambulances",
        "ambulances",
    ),
    ("70 badly needed pumps", "70", 70, 70, "exact", None, "badly needed pumps", "water"),
    ("30 lightly used buses", "30", 30, 30, "exact", None, "lightly used buses", "vehicles"),
    ("15 second-hand vans", "15", 15, 15, "exact", None, "second-hand vans", "vehicles"),
    ("4 third-generation radars", "4", 4, 4, "exact", None, "third-generation radars", "radars"),
    ("20 yellow fever shots", "20", 20, 20, "exact", None, "yellow fever shots", "medical"),
    ("one Dornier 228", "one", 1, 1, "exact", None, "Dornier 228", "aircraft"),
    ("6 repair crews", "6", 6, 6, "exact", None, "repair crews", "energy"),
    ("40 nurses", "40", 40, 40, "exact", None, "nurses", "medical"),
    ("2 landing craft", "2", 2, 2, "exact", None, "landing craft", "naval"),
    ("3 search dogs", "3", 3, 3, "exact", None, "search dogs", "fire_service"),
    ("12 motor graders", "12", 12, 12, "exact", None, "motor graders", "engineering"),
    ("60 truce observers", "60", 60, 60, "exact", None, "truce observers", "personnel"),
    ("50 goats", "50", 50, 50, "exact", None, "goats", "food"),
]

NO_COUNTS = [
    "in 2022 and 2023, since 1991",
    "on 24 February 2022 at 12:30",
    "12 percent, 12%, 12 per cent",
    "see Source 2, page 4 and point 1",
    "UN resolution 2202 and Article 5",
    "a Leopard 2 and an F-16 and 155 mm",
    "3 years, 14 days, two hours, five months",
    "10 km from there, 20 miles off",
    "a 60-year-old man aged 61",
    "the 2nd, the 3rd and the 21st",
    "€5 million and $3bn and £20",
    "one of them, one day",
    "the first, the second, the third",
    "24.02.2022 or 2022-02-24",
    "+380 44 123 45 67",
    "version 3.2 of 3.1",
    "the score was 3:2",
    "phase 2 of tranche 4",
    "No. 10 in room 7",
    "2 hours ago, 3 times",
    "between 9 am and 5 pm",
    "a number, a tank, several",
    "a 60 second wait, a 30-second clip",
    "the second-longest, third-largest and 12 second best",
    "of 60 urgently needed help",
    "and 40 reportedly made threats",
]


@pytest.mark.parametrize("row", COUNTS, ids=[row[0] for row in COUNTS])
@pytest.mark.parametrize("before", ["", "Oslo will send "])
def test_counts_are_read_with_their_exact_words(
    before: str,
    row: tuple[str, str, int | None, int | None, str, str | None, str, str | None],
) -> None:
    text, figure, low, high, bound, unit, name, category = row
    whole = text if set(text) & set(":|–") else before + text
    (mention,) = find_quantities(whole)
    quantity = mention.quantity
    assert mention.span.of(whole) == figure
    assert quantity.low == (None if low is None else Decimal(low))
    assert quantity.high == (None if high is None else Decimal(high))
    assert (quantity.bound, quantity.unit) == (bound, unit)
    assert mention.name_span is not None
    assert mention.name_span.of(whole) == name
    assert mention.category == category


@pytest.mark.parametrize("text", NO_COUNTS)
def test_other_numbers_count_nothing(text: str) -> None:
    assert find_quantities(text, find_money(text)) == ()


def test_a_list_gives_one_count_for_each_thing() -> None:
    text = "800 Stingers, 2,000 Javelins; four ambulances and dozens of tents"
    found = find_quantities(text)
    assert [m.quantity.low for m in found] == [800, 2000, 4, 12]
    names = [m.name_span.of(text) for m in found if m.name_span is not None]
    assert names == ["Stingers", "Javelins", "ambulances", "tents"]


def test_a_bulleted_list_gives_one_count_for_each_line() -> None:
    text = "It sends:\n- 12 howitzers\n- Generators: 40\n- boats (3)\n- 1,000 tonnes of fuel"
    assert [m.quantity.low for m in find_quantities(text)] == [12, 40, 3, 1000]


def test_a_further_count_needs_no_name() -> None:
    text = "It sent 20 tents and a further 31."
    last = find_quantities(text)[-1]
    assert last.quantity.low == 31
    assert last.name_span is None


def test_words_of_bound_are_a_span_of_their_own() -> None:
    text = "no fewer than 40 boats"
    (mention,) = find_quantities(text)
    assert mention.bound_span is not None
    assert mention.bound_span.of(text) == "no fewer than"
    assert mention.quantity.high is None


def test_a_sum_of_money_is_no_count() -> None:
    text = "£5 million for 20 tents"
    assert [m.quantity.low for m in find_quantities(text, find_money(text))] == [20]


WHOLE = [
    ("more than 5,000", 5000, None),
    ("5,000", 5000, 5000),
    ("five", 5, 5),
    ("10-15", 10, 15),
    ("up to 30 fire engines", None, 30),
    ("18 Leopard 2 tanks", 18, 18),
    ("a second IRIS-T battery", 1, 1),
    ("an undisclosed number of drones", None, None),
    ("some 1.5 million", 1500000, 1500000),
]


@pytest.mark.parametrize(("words", "low", "high"), WHOLE)
def test_words_that_are_one_count(words: str, low: int | None, high: int | None) -> None:
    mention = read_quantity(words)
    assert mention is not None
    assert (mention.quantity.low, mention.quantity.high) == (low, high)


@pytest.mark.parametrize("words", ["", "tanks", "£5", "12 tanks and 3 boats", "15-10", "1 2 3"])
def test_words_that_are_not_one_count(words: str) -> None:
    assert read_quantity(words) is None


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("small arms ammunition", "ammunition"),
        ("ambulance vehicles", "ambulances"),
        ("air defence missile systems", "air_defence"),
        ("medical equipment sets", "medical"),
        ("winter jackets", "winter_clothing"),
        ("mine detectors", "engineering"),
        ("counter-battery radars", "radars"),
        ("satellite phones", "communications"),
        ("baby food parcels", "food"),
        ("sniper rifles", "small_arms"),
        ("patrol boats", "naval"),
        ("circus elephants", None),
    ],
)
def test_categories(name: str, category: str | None) -> None:
    (mention,) = find_quantities(f"Oslo sent 40 {name}.")
    assert mention.category == category
