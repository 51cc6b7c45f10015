"""Sentences and the dates that stand in them, read in a text published on Monday 2025-03-03."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pledgebook.resolve.dates import find_dates, read_date

PUBLISHED = date(2025, 3, 3)

DAYS = [
    ("It was signed on 2 March 2025.", "2 March 2025", "2025-03-02"),
    ("It was signed on March 2, 2025.", "March 2, 2025", "2025-03-02"),
    ("2025-03-02: signed", "2025-03-02", "2025-03-02"),
    ("Signed 02.03.2025.", "02.03.2025", "2025-03-02"),
    ("Signed 3/2/2025.", "3/2/2025", "2025-03-02"),
    ("Updated 02/03/2025.", "02/03/2025", "2025-02-03"),
    ("Updated 01/12/2025.", "01/12/2025", "2025-01-12"),
    ("The permit will expire 04/03/2025.", "04/03/2025", "2025-04-03"),
    ("They gathered on the 24th of last month.", "24th of last month", "2025-02-24"),
    ("Signed 31/12/2022.", "31/12/2022", "2022-12-31"),
    ("Signed 12/31/22.", "12/31/22", "2022-12-31"),
    ("Signed on Mar. 2.", "Mar. 2", "2025-03-02"),
    ("Signed on the 2nd of March.", "2nd of March", "2025-03-02"),
    ("Signed on Sunday, 2 March.", "Sunday, 2 March", "2025-03-02"),
    ("Signed on Friday, Feb. 28.", "Friday, Feb. 28", "2025-02-28"),
    ("He said so on Sunday.", "Sunday", "2025-03-02"),
    ("Sunday's summit was short.", "Sunday", "2025-03-02"),
    ("Nobody liked last Friday.", "last Friday", "2025-02-28"),
    ("They come next Monday.", "next Monday", "2025-03-10"),
    ("They will meet on Friday.", "Friday", "2025-03-07"),
    ("He said yesterday that they will go.", "yesterday", "2025-03-02"),
    ("Talks go on today.", "today", "2025-03-03"),
    ("Tomorrow they vote.", "Tomorrow", "2025-03-04"),
    ("Two weeks ago it rained.", "Two weeks ago", "2025-02-17"),
    ("From noon on 6 January (Moscow time) all was quiet.", "6 January", "2025-01-06"),
    ("They agreed on 12 June.", "12 June", "2024-06-12"),
    ("The plant will open on 12 June.", "12 June", "2025-06-12"),
    ("The order of 28 March last year", "28 March last year", "2024-03-28"),
    ("It fell on 29 February 2024.", "29 February 2024", "2024-02-29"),
    ("They met on\n2 March\n2025.", "2 March\n2025", "2025-03-02"),
    ("MARCH 2, 2025 - the report", "MARCH 2, 2025", "2025-03-02"),
]

PERIODS = [
    ("It will open before the end of the year.", "before the end of the year", None, "2026-01-01"),
    ("It will open by summer.", "by summer", None, "2026-01-01"),
    ("They will go before the winter.", "before the winter", None, "2026-01-01"),
    ("It will open before summer 2026.", "before summer 2026", None, "2027-01-01"),
    ("It will come in the months ahead.", "the months ahead", "2025-03-03", None),
    ("It will come within weeks.", "within weeks", "2025-03-03", None),
    ("It is due in coming weeks.", "coming weeks", "2025-03-03", None),
    ("It closes for the rest of the year.", "the rest of the year", "2025-03-03", "2026-01-01"),
    (
        "It will come by the end of the third quarter.",
        "by the end of the third quarter",
        None,
        "2025-10-01",
    ),
    ("In the late 1990s prices rose.", "late 1990s", "1990-01-01", "2000-01-01"),
    ("Since last autumn it lay idle.", "Since last autumn", "2024-01-01", None),
    ("Jets come next spring.", "next spring", "2026-01-01", "2027-01-01"),
    ("This winter was mild.", "This winter", "2024-01-01", "2026-01-01"),
    ("They meet in the week of 12 March.", "week of 12 March", "2025-03-10", "2025-03-17"),
    (
        "The week beginning April 2, 2025 is full.",
        "week beginning April 2, 2025",
        "2025-04-02",
        "2025-04-09",
    ),
    ("It came in March 2025.", "March 2025", "2025-03-01", "2025-04-01"),
    ("It came in 2022.", "2022", "2022-01-01", "2023-01-01"),
    ("Paid since 2022 in rates.", "since 2022", "2022-01-01", None),
    ("Due by 2026.", "by 2026", None, "2027-01-01"),
    ("Due by the end of 2026.", "by the end of 2026", None, "2027-01-01"),
    ("Valid until 12/31/2022.", "until 12/31/2022", None, "2023-01-01"),
    ("Sent before 2 March 2025.", "before 2 March 2025", None, "2025-03-02"),
    ("Sent after 2 March 2025.", "after 2 March 2025", "2025-03-03", None),
    ("Paid from January to June 2023.", "January to June 2023", "2023-01-01", "2023-07-01"),
    ("Between 2 and 5 March 2025 it held.", "2 and 5 March 2025", "2025-03-02", "2025-03-06"),
    ("Held March 2–5, 2025.", "March 2–5, 2025", "2025-03-02", "2025-03-06"),
    (
        "From 2 March 2025 to 5 April 2025",
        "2 March 2025 to 5 April 2025",
        "2025-03-02",
        "2025-04-06",
    ),
    ("The 2021-2027 plan", "2021-2027", "2021-01-01", "2028-01-01"),
    ("Paid from 2022 to 2024.", "2022 to 2024", "2022-01-01", "2025-01-01"),
    ("Earlier this week he left.", "Earlier this week", "2025-03-03", "2025-03-04"),
    ("It starts next month.", "next month", "2025-04-01", "2025-05-01"),
    ("It ended last year.", "last year", "2024-01-01", "2025-01-01"),
    ("The third quarter of 2024", "third quarter of 2024", "2024-07-01", "2024-10-01"),
    ("In Q3 2024 it grew.", "Q3 2024", "2024-07-01", "2024-10-01"),
    ("The first half of 2025", "first half of 2025", "2025-01-01", "2025-07-01"),
    ("Over the next five years", "the next five years", "2025-03-03", "2030-03-03"),
    ("In the past two weeks", "the past two weeks", "2025-02-17", "2025-03-03"),
    ("Answer within 30 days.", "within 30 days", "2025-03-03", "2025-04-02"),
    ("Last\nweek it broke.", "Last\nweek", "2025-02-24", "2025-03-03"),
    ("Unclear, 10/2022", "10/2022", "2022-10-01", "2022-11-01"),
    ("In October Norway pledged more.", "October", "2024-10-01", "2024-11-01"),
    ("The 2025 budget", "2025", "2025-01-01", "2026-01-01"),
    ("The first three months of 2024", "first three months of 2024", "2024-01-01", "2024-04-01"),
    ("The last ten days of May 2024", "last ten days of May 2024", "2024-05-22", "2024-06-01"),
    ("In the last quarter of 2026", "last quarter of 2026", "2026-10-01", "2027-01-01"),
    ("The second half of the year", "second half of the year", "2025-07-01", "2026-01-01"),
    ("Paid in the autumn of next year", "autumn of next year", "2026-01-01", "2027-01-01"),
    ("It will last until at least 2027.", "until at least 2027", None, "2028-01-01"),
    ("Open since as early as 2018.", "since as early as 2018", "2018-01-01", None),
    ("In three months the licence will lapse.", "In three months", "2025-06-01", "2025-07-01"),
]

#: Single days whose year or side is told by what stands around them.
PLACED = [
    ("The panel will sit again in two weeks.", "in two weeks", "2025-03-17"),
    ("Talks resume in ten days' time.", "in ten days' time", "2025-03-13"),
    ("The hearing was set for a week from Friday.", "a week from Friday", "2025-03-14"),
    ("It lapses on the last day of October 2025.", "last day of October 2025", "2025-10-31"),
    ("Deadline extended to 31 October.", "31 October", "2025-10-31"),
    ("The vote on 9 March, postponed from 2 March, is final.", "9 March", "2025-03-09"),
    ("He said the vote on 9 March is final.", "9 March", "2025-03-09"),
    ("They were hit in the 9 March strike.", "9 March", "2024-03-09"),
    ("From Thursday, permits are needed.", "Thursday", "2025-03-06"),
    ("It published the list; on Thursday it will brief us.", "Thursday", "2025-03-06"),
    ("The September 11 attacks", "September 11", "2001-09-11"),
    ("The anniversary of October 7 was marked.", "October 7", "2023-10-07"),
]

LENGTHS = [
    ("It will come within 30 days of the truce.", "within 30 days", "P30D"),
    ("The bridge was built in two weeks.", "two weeks", "P2W"),
    ("a one-month truce", "one-month", "P1M"),
    ("a 30-day pause", "30-day", "P30D"),
    ("It holds for a month.", "a month", "P1M"),
    ("It ran for three weeks.", "three weeks", "P3W"),
    ("a five-year plan", "five-year", "P5Y"),
    ("The pause would last 72 hours.", "72 hours", "PT72H"),
    ("a 48-hour pause", "48-hour", "PT48H"),
    ("half a year of talks", "half a year", "P6M"),
    ("a year and a half of talks", "a year and a half", "P18M"),
    ("FY2024", "FY2024", "P1Y"),
    ("fiscal year 2025", "fiscal year 2025", "P1Y"),
]

NO_DATE = [
    "She may go and he may stay.",
    "The second half was goalless.",
    "Friday prayers and Sunday schools",
    "Floor 3, 12 March Street",
    "They march on the town.",
    "Theresa May spoke.",
    "A second thought",
    "They won 3-2 at home.",
    "Open 24/7",
    "Version 1.2.3 of 10.4",
    "The Leopard 2 and the F-16",
    "155 mm shells",
    "£2025 is due",
    "A sum of 2025 vehicles",
    "£5m a month",
    "Good Friday and Black Friday",
    "Three to five years",
    "A 12-year-old boy",
    "He is 40 years old.",
    "On 31 June 2022 it came.",
    "A mar on the record",
    "By day and by night",
    "One in 2.025 cases",
    "2,025 people",
    "Page 2022a",
]


@pytest.mark.parametrize(("text", "words", "day"), [*DAYS, *PLACED])
def test_single_days(text: str, words: str, day: str) -> None:
    (mention,) = [m for m in find_dates(text, PUBLISHED) if m.span.of(text) == words]
    start = date.fromisoformat(day)
    assert (mention.start, mention.end) == (start, start + timedelta(days=1))
    assert (mention.kind, mention.problems) == ("day", ())


@pytest.mark.parametrize(("text", "words", "start", "end"), PERIODS)
def test_periods(text: str, words: str, start: str | None, end: str | None) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert mention.span.of(text) == words
    assert (str(mention.start), str(mention.end)) == (str(start), str(end))
    assert mention.kind == "period"


@pytest.mark.parametrize(("text", "words", "length"), LENGTHS)
def test_lengths(text: str, words: str, length: str) -> None:
    (mention,) = find_dates(text, PUBLISHED)
    assert (mention.span.of(text), mention.duration) == (words, length)
    assert (mention.start, mention.end) == (None, None)


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    "text", ["on Sunday", "last Friday", "next month", "yesterday", "on 6 January", "two weeks ago"]
)
def test_nothing_is_guessed_without_a_publication_date(text: str) -> None:
    (mention,) = find_dates(text)
    assert (mention.start, mention.end) == (None, None)
    assert mention.problems == ("date-needs-publication-date",)


def test_a_list_of_days_has_its_month_behind_the_last() -> None:
    text = "Training took place on 2, 14 and 25 February."
    found = [(m.span.of(text), str(m.start)) for m in find_dates(text, PUBLISHED)]
    assert found == [("2", "2025-02-02"), ("14", "2025-02-14"), ("25 February", "2025-02-25")]


def test_the_day_before_needs_a_date_before_it() -> None:
    text = "It broke on 5 May 2022. The day before, all was quiet."
    assert find_dates(text)[1].start == date(2022, 5, 4)
    assert find_dates("The day before, all was quiet.", PUBLISHED)[0].start is None


def test_later_days_count_from_the_date_before() -> None:
    text = "Signed on 30 June 2022. Two days later it came."
    assert [str(m.start) for m in find_dates(text)] == ["2022-06-30", "2022-07-02"]


def test_the_next_five_years_have_a_length_too() -> None:
    assert find_dates("over the next five years", PUBLISHED)[0].duration == "P5Y"
    (without,) = find_dates("over the next five years")
    assert (without.duration, without.start) == ("P5Y", None)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("2022", "2022-01-01"),
        ("May", "2025-05-01"),
        ("on Sunday", "2025-03-02"),
        ("the 2nd of March", "2025-03-02"),
        ("since 2022", "2022-01-01"),
        ("(2 March 2025)", "2025-03-02"),
    ],
)
def test_words_read_as_a_whole(words: str, start: str) -> None:
    mention = read_date(words, PUBLISHED)
    assert mention is not None
    assert str(mention.start) == start
    assert mention.span.end <= len(words)


@pytest.mark.parametrize("words", ["", "2022 and 2024", "Sunday in Paris", "eleven", "18 leaders"])
def test_words_that_are_no_single_date(words: str) -> None:
    assert read_date(words, PUBLISHED) is None


PARTS = st.sampled_from(
    ["on", "Sunday", "2", "March", "2025", "-", "the", "end of", "next", "year", "two", "weeks",
     "ago", "by", "since", "between", "and", "Q3", "FY24", "31 June", "12/31/2022", "May", ",",
     "9999", "within", "a month", "the day before", "\n", "\n\n", "29 February"]
)  # fmt: skip


@given(st.lists(PARTS).map(" ".join) | st.text(), st.none() | st.dates())
def test_mentions_are_ordered_and_apart(text: str, published: date | None) -> None:
    mentions = find_dates(text, published)
    spans = [m.span for m in mentions]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for mention in mentions:
        assert 0 < len(mention.span) <= len(text)
        if mention.start is not None and mention.end is not None:
            assert mention.start < mention.end


@given(st.lists(PARTS).map(" ".join), st.integers(min_value=1, max_value=9))
def test_a_paragraph_before_only_shifts_spans(text: str, lines: int) -> None:
    before = "word.\n\n" * lines
    alone = [(m.span.start, m.start, m.end) for m in find_dates(text, PUBLISHED)]
    after = find_dates(before + text, PUBLISHED)
    assert [(m.span.start - len(before), m.start, m.end) for m in after] == alone


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_printed_form_of_a_day_is_that_day(day: date) -> None:
    long = f"{day.day} {day:%B} {day.year}"
    forms = (long, f"{day:%B} {day.day}, {day.year}", day.isoformat(), f"{day:%d.%m.%Y}")
    for form in forms:
        (mention,) = find_dates(f"Signed on {form}.")
        assert (mention.start, mention.span.of(f"Signed on {form}.")) == (day, form)
