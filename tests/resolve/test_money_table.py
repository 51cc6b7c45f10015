"""Sums of money: a table of spellings with their exact words, and what is no money."""

from decimal import Decimal

import pytest

from pledgebook.resolve.money import find_money, read_money

# text with the sum's words between « and », value, currency
SUMS = [
    ("Oslo adds «£1.6bn» for bridges", "1600000000", "GBP"),
    ("Oslo adds «GBP 1.6 billion» for bridges", "1600000000", "GBP"),
    ("Oslo adds «1.6bn pounds» for bridges", "1600000000", "GBP"),
    ("a cheque over the counter of «€500,000»", "500000", "EUR"),
    ("a cheque of «EUR 1,5 million»", "1500000", "EUR"),
    ("a cheque of «EUR41.9 million»", "41900000", "EUR"),
    ("a cheque of «10 EUR million»", "10000000", "EUR"),
    ("a cheque of «million EUR 10»", "10000000", "EUR"),
    ("a cheque of «EUR million 10»", "10000000", "EUR"),
    ("a cheque of «M€ 5»", "5000000", "EUR"),
    ("a cheque of «6 million pesetas»", "6000000", "ESP"),
    ("a cheque of «6 million Dutch guilders»", "6000000", "NLG"),
    ("a cheque of «40 million Kenya shillings»", "40000000", "KES"),
    ("a cheque of «20 ringgit and 43 sen»", "20.43", "MYR"),
    ("a cheque of «3 milliards de FCFA»", "3000000000", "XOF"),
    ("a cheque of «2,5 miljardit eurot»", "2500000000", "EUR"),
    ("a cheque of «7 million pounds» Egypt never saw", "7000000", "GBP"),
    ("a cheque of «500 million pesos argentinos»", "500000000", "ARS"),
    ("a cheque of «500 MSEK»", "500000000", "SEK"),
    ("a cheque of «NOK 85 bn»", "85000000000", "NOK"),
    ("a cheque of «35 million AUD»", "35000000", "AUD"),
    ("a cheque of «US$ 3.2 million»", "3200000", "USD"),
    ("a cheque of «US $4 million»", "4000000", "USD"),
    ("a cheque of «C$500 million»", "500000000", "CAD"),
    ("a cheque of «CAD $500 million»", "500000000", "CAD"),
    ("a cheque of «$500 million CAD»", "500000000", "CAD"),
    ("a cheque of «A$65m»", "65000000", "AUD"),
    ("a cheque of «HK$1,299»", "1299", "HKD"),
    ("a cheque of «16bn kronor»", "16000000000", "SEK"),
    ("a cheque of «20 million Danish kroner»", "20000000", "DKK"),
    ("a cheque of «1.3 billion Norwegian crowns»", "1300000000", "NOK"),
    ("a cheque of «30 million Canadian dollars»", "30000000", "CAD"),
    ("a cheque of «2.2 million U.S. dollars»", "2200000", "USD"),
    ("a cheque of «a hundred million US dollars»", "100000000", "USD"),
    ("a cheque of «half a billion euros»", "500000000", "EUR"),
    ("a cheque of «two and a half billion euros»", "2500000000", "EUR"),
    ("a cheque of «seventy-five million euros»", "75000000", "EUR"),
    ("a «ten-million-euro» cheque", "10000000", "EUR"),
    ("a cheque of «₹5 lakh»", "500000", "INR"),
    ("a cheque of «INR 500 crore»", "5000000000", "INR"),
    ("a cheque of «CHF 3'000.-»", "3000", "CHF"),
    ("a cheque of «CHF 1’250’000»", "1250000", "CHF"),
    ("a cheque of «1\u2009250\u2009000 euros»", "1250000", "EUR"),
    ("a cheque of «1\u00a0250\u00a0000\u00a0€»", "1250000", "EUR"),
    ("a cheque of «1.250.000 euro»", "1250000", "EUR"),
    ("a cheque of «1 000,50 EUR»", "1000.5", "EUR"),
    ("a cheque of «24€90»", "24.9", "EUR"),
    ("a fare of «80 pence»", "0.8", "GBP"),
    ("a fare of «80p»", "0.8", "GBP"),
    ("a fare of «4 pounds and 50 pence»", "4.5", "GBP"),
    ("a cheque of «$1 trillion 400 billion»", "1400000000000", "USD"),
    ("a cheque of «₴40 million»", "40000000", "UAH"),
    ("a cheque of «15 thousand million pesos»", "15000000000", "MXN"),
    ("ein Scheck von «1,6 Milliarden Pfund»", "1600000000", "GBP"),
    ("ein Scheck von «3,5 Mio. Euro»", "3500000", "EUR"),
    ("ein Scheck von «zwei Milliarden Euro»", "2000000000", "EUR"),
    ("ein Scheck von «5 Millionen US-Dollar»", "5000000", "USD"),
    ("un chèque de «1,5 Md€»", "1500000000", "EUR"),
    ("un chèque de «200 millions d'euros»", "200000000", "EUR"),
    ("un chèque de «un milliard de dollars canadiens»", "1000000000", "CAD"),
    ("czek na «2,2 mld euro»", "2200000000", "EUR"),
    ("czek na «100 mln złotych»", "100000000", "PLN"),
    ("чек на «1,6 млрд фунтів»", "1600000000", "GBP"),
    ("чек на «3 мільярди доларів США»", "3000000000", "USD"),
    ("чек на «мільярд гривень»", "1000000000", "UAH"),
    ("een cheque van «25 miljoen euro»", "25000000", "EUR"),
    ("un assegno di «1,5 miliardi di euro»", "1500000000", "EUR"),
    ("un cheque de «3 millones de euros»", "3000000", "EUR"),
    ("en check på «500 miljoner kronor»", "500000000", "SEK"),
    ("en check på «1,2 mia. danske kroner»", "1200000000", "DKK"),
    ("torn by the printer «£1.6\nbillion» in two", "1600000000", "GBP"),
    ("with marks of Markdown \\«$500 million» stands", "500000000", "USD"),
    ("the blank is missing: a generous«€829 million» for roads", "829000000", "EUR"),
]

NO_MONEY = [
    "The Leopard 2 is a tank and the F-16 a plane.",
    "155 mm rounds and 120mm mortars",
    "It happened in 2022, on 24 February 2023 and in the 1990s.",
    "about 40 percent, 40%, 40 per cent",
    "the match ended 24-17",
    "see page 5, Section 702, Article 5 and No. 10",
    "call +380 44 123 45 67 or 0800 12 34 56",
    "at 12:30 or 18.45, room 4",
    "3 million people fled, 2 million of them children",
    "1.5 million shells a year",
    "some 60 million tonnes of grain",
    "3 years, 5 months, 12 days, 300 km",
    "UN resolution 2202, COP27, G7, E3",
    "echo $1 | awk '{print $2}'",
    "the template says ${1} and $x",
    "ABC$5 is a code",
    "a pound cake, a dollar store, the euro zone",
    "Euro 2024 was won by Spain",
    "a 2,000-pound bomb and 6,500 pounds of flour",
    "TOP 10 and ALL 50 states",
    "in constant 2015 dollars",
    "720p video, trains 43c and 12b",
    "thousands of visitors, millions of them in spring",
    "the report of 5 m and 10 k runs",
    "version 1.2.3 of 12.03.2025",
    "https://example.org/over-1-billion-for-aid/7-million-more",
    "real 5 and won 3 of 4 games",
    "He said “million”, then “billion”.",
]


def _planted(marked: str) -> tuple[str, int, int]:
    start = marked.index("«")
    end = marked.index("»") - 1
    return marked.replace("«", "").replace("»", ""), start, end


@pytest.mark.parametrize(("marked", "value", "currency"), SUMS, ids=[row[0] for row in SUMS])
def test_sums_are_read_with_their_exact_words(marked: str, value: str, currency: str) -> None:
    text, start, end = _planted(marked)
    (mention,) = find_money(text)
    assert (mention.span.start, mention.span.end) == (start, end)
    assert mention.amount.low == mention.amount.high == Decimal(value)
    assert mention.amount.currency == currency
    assert mention.amount.bound == "exact"


@pytest.mark.parametrize("text", NO_MONEY)
def test_other_numbers_are_no_money(text: str) -> None:
    assert find_money(text) == ()


BOUNDS = [
    ("more than $5m", "5000000", None, "at_least", "more than"),
    ("over €5m", "5000000", None, "at_least", "over"),
    ("at least €5m", "5000000", None, "at_least", "at least"),
    ("in excess of €5m", "5000000", None, "at_least", "in excess of"),
    ("no less than €5m", "5000000", None, "at_least", "no less than"),
    ("€5m or more", "5000000", None, "at_least", "or more"),
    ("€5m+", "5000000", None, "at_least", "+"),
    ("up to €5m", None, "5000000", "up_to", "up to"),
    ("as much as €5m", None, "5000000", "up_to", "as much as"),
    ("no more than €5m", None, "5000000", "up_to", "no more than"),
    ("under €5m", None, "5000000", "up_to", "under"),
    ("less than €5m", None, "5000000", "up_to", "less than"),
    ("up to about €5m", None, "5000000", "up_to", "up to about"),
    ("nearly €5m", "5000000", "5000000", "about", "nearly"),
    ("almost €5m", "5000000", "5000000", "about", "almost"),
    ("some €5m", "5000000", "5000000", "about", "some"),
    ("roughly €5m", "5000000", "5000000", "about", "roughly"),
    ("an estimated €5m", "5000000", "5000000", "about", "an estimated"),
    ("approximately €5m", "5000000", "5000000", "about", "approximately"),
    ("~€5m", "5000000", "5000000", "about", "~"),
    ("mehr als 5 Mio. Euro", "5000000", None, "at_least", "mehr als"),
    ("plus de 5 millions d’euros", "5000000", None, "at_least", "plus de"),
    ("ponad 5 mln euro", "5000000", None, "at_least", "ponad"),
    ("понад 5 млн євро", "5000000", None, "at_least", "понад"),
    ("до 5 млн євро", None, "5000000", "up_to", "до"),
]


@pytest.mark.parametrize(("text", "low", "high", "bound", "words"), BOUNDS)
def test_words_of_bound(
    text: str, low: str | None, high: str | None, bound: str, words: str
) -> None:
    (mention,) = find_money(f"It costs {text}.")
    amount = mention.amount
    assert amount.low == (None if low is None else Decimal(low))
    assert amount.high == (None if high is None else Decimal(high))
    assert amount.bound == bound
    assert mention.bound_span is not None
    assert mention.bound_span.of(f"It costs {text}.") == words


@pytest.mark.parametrize(
    "text",
    [
        "an initial €5m",
        "a further €5m",
        "they handed over €5m",
        "it adds up to €5m",
        "they talk about €5m",
        "the row over €5m",
        "a total of €5m",
        "€5m and more than that later",
    ],
)
def test_other_words_are_no_bound(text: str) -> None:
    mention = find_money(text)[0]
    assert mention.bound_span is None
    assert mention.amount.bound == "exact"


def test_vague_plurals_are_lower_bounds() -> None:
    (mention,) = find_money("worth hundreds of millions of dollars")
    assert mention.amount.low == 100_000_000
    assert mention.amount.high is None
    assert mention.amount.bound == "at_least"
    assert mention.span.of("worth hundreds of millions of dollars").startswith("hundreds")


@pytest.mark.parametrize(
    ("text", "low", "currency"),
    [
        ("a multi-billion-euro cheque", 1_000_000_000, "EUR"),
        ("a multimillion dollar cheque", 1_000_000, "USD"),
    ],
)
def test_multiples_are_lower_bounds(text: str, low: int, currency: str) -> None:
    (mention,) = find_money(text)
    amount = mention.amount
    assert amount.low == low
    assert amount.high is None
    assert amount.bound == "at_least"
    assert amount.currency == currency


@pytest.mark.parametrize("text", ["the crate weighs 12 pounds", "weighing some 30 pounds"])
def test_pounds_that_something_weighs_are_no_money(text: str) -> None:
    assert find_money(text) == ()


RANGES = [
    ("«$1.2-$1.5 billion»", "1200000000", "1500000000", "USD"),
    ("«$1.2-1.5 billion»", "1200000000", "1500000000", "USD"),
    ("between «3 and 5 million dollars»", "3000000", "5000000", "USD"),
    ("between «€3 million and €5 million»", "3000000", "5000000", "EUR"),
    ("from «$1 to 2bn»", "1000000000", "2000000000", "USD"),
    ("«€3m–€5m»", "3000000", "5000000", "EUR"),
    ("«US$3–5m»", "3000000", "5000000", "USD"),
    ("«3m-5m euros»", "3000000", "5000000", "EUR"),
    ("«three to five billion euros»", "3000000000", "5000000000", "EUR"),
    ("«two or three million euros»", "2000000", "3000000", "EUR"),
    ("«£20-30» each", "20", "30", "GBP"),
    ("«$1,200 - $1,500»", "1200", "1500", "USD"),
    ("zwischen «3 und 5 Millionen Euro»", "3000000", "5000000", "EUR"),
    ("entre «3 et 5 millions d’euros»", "3000000", "5000000", "EUR"),
    ("od «3 do 5 mln euro»", "3000000", "5000000", "EUR"),
    ("від «3 до 5 млн євро»", "3000000", "5000000", "EUR"),
]


@pytest.mark.parametrize(("marked", "low", "high", "currency"), RANGES)
def test_ranges_span_both_ends(marked: str, low: str, high: str, currency: str) -> None:
    text, start, end = _planted(f"It costs {marked}.")
    (mention,) = find_money(text)
    assert (mention.span.start, mention.span.end) == (start, end)
    assert mention.amount.low == Decimal(low)
    assert mention.amount.high == Decimal(high)
    assert mention.amount.currency == currency
    assert mention.amount.bound == "range"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("raised its share from $1bn to $2bn", 2),
        ("sent $1 million to 20 schools", 1),
        ("sent $10 million to 2 million people", 1),
        ("paid $500 - 2022 was dear", 1),
        ("$3 million or $4 million", 2),
        ("€3 million, €4 million and €9 million", 3),
    ],
)
def test_sums_that_are_no_range(text: str, count: int) -> None:
    mentions = find_money(text)
    assert len(mentions) == count
    assert all(mention.amount.bound == "exact" for mention in mentions)


PERIODS = [
    ("€3bn a year", "year", "a year"),
    ("€3bn per year", "year", "per year"),
    ("€3bn annually", "year", "annually"),
    ("€3bn of military aid a year", "year", "a year"),
    ("an annual €3bn", "year", "an annual"),
    ("€3bn each month", "month", "each month"),
    ("€3bn a month", "month", "a month"),
    ("€3bn/month", "month", "/month"),
    ("€3bn per day", "day", "per day"),
    ("€3bn weekly", "week", "weekly"),
    ("3 Mrd. Euro pro Jahr", "year", "pro Jahr"),
    ("3 mld euro rocznie", "year", "rocznie"),
    ("3 млрд євро на рік", "year", "на рік"),
]


@pytest.mark.parametrize(("text", "per", "words"), PERIODS)
def test_stretches_of_time(text: str, per: str, words: str) -> None:
    (mention,) = find_money(text)
    assert mention.amount.per == per
    assert mention.per_span is not None
    assert mention.per_span.of(text) == words


@pytest.mark.parametrize("text", ["€3bn a year ago", "€3bn last year", "€3bn a day after it"])
def test_times_that_are_no_rate(text: str) -> None:
    assert find_money(text)[0].amount.per == "total"


def test_currency_and_magnitude_are_carried_inside_a_sentence() -> None:
    text = "Berlin plans €11bn this year and 9 next."
    first, second = find_money(text)
    assert second.amount.low == 9_000_000_000
    assert second.amount.currency == "EUR"
    assert second.carried_from is not None
    assert second.carried_from.of(text) == "€"
    assert second.problems == ("currency-carried",)
    assert first.problems == ()


def test_a_magnitude_without_currency_is_carried_or_missing() -> None:
    text = "Oslo gives €2bn in aid, with 1.3 billion from Bergen. Later 4 billion in loans came."
    first, carried, missing = find_money(text)
    assert first.amount.currency == carried.amount.currency == "EUR"
    assert carried.problems == ("currency-carried",)
    assert missing.amount.currency is None
    assert missing.problems == ("currency-missing",)


ASSUMED = [
    ("$5m", "USD", ("currency-assumed",)),
    ("5 million dollars", "USD", ("currency-assumed",)),
    ("US$5m", "USD", ()),
    ("5 million US dollars", "USD", ()),
    ("¥5m", "JPY", ("currency-assumed",)),
    ("500 kr", None, ("currency-assumed",)),
    ("5 million kroner", None, ("currency-assumed",)),
    ("5 million Swedish kronor", "SEK", ()),
    ("Rs 500 crore", "INR", ("currency-assumed",)),
    ("£5m", "GBP", ()),
]


@pytest.mark.parametrize(("text", "currency", "problems"), ASSUMED)
def test_shared_signs(text: str, currency: str | None, problems: tuple[str, ...]) -> None:
    (mention,) = find_money(text)
    assert mention.amount.currency == currency
    assert mention.problems == problems


WHOLE = [
    ("more than £1.6bn", "GBP"),
    ("£1.6bn ($2bn)", "GBP"),
    ("the £2.2bn", "GBP"),
    ("an initial €5m", "EUR"),
    ("between 3 and 5 million dollars", "USD"),
    ("€5m a year", "EUR"),
]


@pytest.mark.parametrize(("words", "currency"), WHOLE)
def test_words_that_are_one_sum(words: str, currency: str) -> None:
    mention = read_money(words)
    assert mention is not None
    assert mention.amount.currency == currency


@pytest.mark.parametrize("words", ["£1bn and £2bn", "£1bn for roads", "roads", "2022", "", "5,000"])
def test_words_that_are_not_one_sum(words: str) -> None:
    assert read_money(words) is None


def test_a_bare_magnitude_is_a_sum_without_currency_as_a_whole() -> None:
    mention = read_money("1.3 billion")
    assert mention is not None
    assert mention.amount.currency is None
    assert mention.problems == ("currency-missing",)
