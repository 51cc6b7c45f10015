"""What a cell carries under a map, and what it does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from table_reading import AMOUNT, commitments, read, read_by, rules, workbook

from pledgebook.exchange.cells import Cell
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.figures import NumberFormat, day, figure

COMMA = NumberFormat(decimal=",", thousands=".")
BLANK = NumberFormat(decimal=",", thousands=" ")
MILLIONS = NumberFormat(multiplier=Decimal(1_000_000))


@pytest.mark.parametrize(
    ("words", "form", "value"),
    [
        ("1600", NumberFormat(), "1600"),
        ("1,6", COMMA, "1.6"),
        ("1.600,5", COMMA, "1600.5"),
        ("1600,5", COMMA, "1600.5"),
        ("1 600\u00a0000,25", BLANK, "1600000.25"),
        ("0", NumberFormat(), "0"),
        ("-0", NumberFormat(), "0"),
        ("1.6", MILLIONS, "1600000"),
        ("2,000", NumberFormat(thousands=","), "2000"),
        ("1'000'000", NumberFormat(thousands="'"), "1000000"),
    ],
)
def test_figures(words: str, form: NumberFormat, value: str) -> None:
    assert figure(Cell(words), form) == Decimal(value)


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("1,600", NumberFormat()),
        ("1.600.00", NumberFormat()),
        ("16,00,000", NumberFormat(thousands=",")),
        ("1.6", COMMA),
        ("1e9", NumberFormat()),
        ("1e400", NumberFormat()),
        ("NaN", NumberFormat()),
        ("inf", NumberFormat()),
        ("-5", NumberFormat()),
        ("about 5", NumberFormat()),
        ("5+", NumberFormat()),
        ("٥", NumberFormat()),
        ("½", NumberFormat()),
        ("9" * 41, NumberFormat()),
        ("", NumberFormat()),
    ],
)
def test_no_figures(words: str, form: NumberFormat) -> None:
    with pytest.raises(ExchangeError):
        figure(Cell(words), form)


def test_a_typed_number_is_read_as_typed_whatever_the_format() -> None:
    assert figure(Cell("1.6", "number"), COMMA) == Decimal("1.6")


def test_days() -> None:
    assert day(Cell("26.02.2022"), ("%d.%m.%Y",)).isoformat() == "2022-02-26"
    assert day(Cell("2022-02-26", "date"), ("%d.%m.%Y",)).isoformat() == "2022-02-26"
    for words in ("30.02.2022", "02/26/2022", "until 3 May", ""):
        with pytest.raises(ExchangeError):
            day(Cell(words), ("%d.%m.%Y",))


def test_figure_and_currency_in_two_cells_each_have_their_words() -> None:
    fields = AMOUNT + "numbers: {decimal: ',', multiplier: 1000000}\n"
    found = read("Donor;Sum;Currency\nNorway;1,6;NOK\n", fields)
    (claim,) = commitments(found)
    assert claim.amount is not None
    assert (claim.amount.low, claim.amount.high) == (Decimal(1_600_000), Decimal(1_600_000))
    quotes = {e.field: e.quote for e in claim.evidence}
    assert quotes == {"donors.0": "Norway", "amount": "1,6", "amount.currency": "NOK"}
    assert claim.problems == ("multiplier-from-map",)
    assert claim.reader == "table/test@1"


def test_a_currency_of_the_map_is_cited_in_the_header_or_said_to_be_the_maps() -> None:
    fields = "  amount: {column}\n  amount.currency: {{constant: EUR}}\n"
    (printed,) = commitments(read("Donor,Sum (EUR)\nNorway,5\n", fields.format(column="Sum (EUR)")))
    assert [e.quote for e in printed.evidence if e.field == "amount.currency"] == ["EUR"]
    assert printed.problems == ()
    (silent,) = commitments(read("Donor,Sum\nNorway,5\n", fields.format(column="Sum")))
    assert silent.problems == ("currency-from-map",)


def test_null_words_are_no_figure_and_not_zero() -> None:
    more = "'null': ['.', Not given]\n"
    rows = "Donor,Sum,Currency\nNorway,.,NOK\nNorway,not given,NOK\nNorway,0,NOK\nDenmark,,\n"
    found = read(rows, AMOUNT, more=more)
    amounts = [claim.amount for claim in commitments(found)]
    assert [amount and amount.low for amount in amounts] == [None, None, Decimal(0), None]
    assert found.left == []


def test_bounds() -> None:
    fields = AMOUNT + "  amount.bound: {column: Word, values: {over: at_least, to: up_to}}\n"
    rows = "Donor,Sum,Currency,Word\nNorway,5,NOK,over\nNorway,6,NOK,to\nNorway,7,NOK,\n"
    amounts = [claim.amount for claim in commitments(read(rows, fields))]
    assert [(a.low, a.high, a.bound) for a in amounts if a] == [
        (Decimal(5), None, "at_least"),
        (None, Decimal(6), "up_to"),
        (Decimal(7), Decimal(7), "exact"),
    ]


def test_a_range_that_runs_backwards_is_not_taken() -> None:
    fields = "  amount.low: Low\n  amount.high: High\n  amount.currency: Currency\n"
    found = read("Donor,Low,High,Currency\nNorway,9,5,NOK\nNorway,5,9,NOK\n", fields)
    assert [row for row, _, _ in rules(found)] == [2]
    (claim,) = commitments(found)
    assert claim.amount is not None
    assert claim.amount.bound == "range"


def test_sums_in_words_go_through_the_reader_of_sums() -> None:
    rows = "Donor,Sum\nNorway,€1.6bn\nDenmark,about €2bn\nSweden,€1bn and €2bn\n"
    found = read(rows, "  amount.words: Sum\n")
    (claim,) = commitments(found)
    assert claim.amount is not None
    assert (claim.amount.low, claim.amount.currency) == (Decimal(1_600_000_000), "EUR")
    assert [row for row, _, _ in rules(found)] == [3, 4]


def test_several_donors_in_one_cell() -> None:
    fields = "separator: '/'\n"
    (claim,) = commitments(read("Donor\nNorway / the Netherlands\n", fields))
    assert [(a.id, a.name) for a in claim.donors] == [("NOR", "Norway"), ("NLD", "Netherlands")]
    assert [e.field for e in claim.evidence] == ["donors.0", "donors.1"]


def test_actors_that_nobody_knows_are_not_taken() -> None:
    rows = "Donor\nFreedonia\nTotal\nNorway and Denmark\nMinistry (Norway)\n\nNorway\n"
    found = read(rows)
    assert rules(found) == [(row, "Donor", "actor-unknown") for row in (2, 3, 4, 5)]
    assert len(found.taken) == 1


def test_a_teams_own_names_for_actors() -> None:
    head = "{column: Donor, values: {EU institutions: 'org:eu', freedonia: NOR}}"
    table = "Donor\nEU  Institutions\nFreedonia\n"
    assert read(table).taken == []
    claims = commitments(read_by(f"name: t\nfields:\n  donors: {head}\n", table))
    assert [(c.donors[0].id, c.donors[0].type) for c in claims] == [
        ("org:eu", "organisation"),
        ("NOR", "state"),
    ]


def test_a_sum_at_the_foot_is_no_promise() -> None:
    found = read("Donor,Sum,Currency\nNorway,5,NOK\n,5,NOK\n", AMOUNT)
    assert rules(found) == [(3, "Donor", "value-missing")]


def test_an_unknown_code_is_not_taken_and_a_default_stands_for_an_empty_cell() -> None:
    fields = "  stage: {column: Stage, default: pledged, values: {done: delivered}}\n"
    found = read("Donor,Stage\nNorway,done\nDenmark,\nSweden,dunno\nFrance,Committed\n", fields)
    assert [c.stage for c in commitments(found)] == ["delivered", "pledged", "committed"]
    assert rules(found) == [(4, "Stage", "cell-not-read")]


def test_a_day_that_cannot_be_read_is_left_out_and_said() -> None:
    found = read("Donor,When\nNorway,until May\n", "  announced_on: When\n")
    (claim,) = commitments(found)
    assert claim.announced_on is None
    (left,) = found.left
    assert (left.row, left.column, left.whole) == (2, "When", False)


def test_a_condition_with_an_unknown_trigger_takes_the_row_with_it() -> None:
    fields = "  conditions: If\n  conditions.trigger: Why\n"
    found = read("Donor,If,Why\nNorway,after the vote,legislature\nSweden,maybe,?\n", fields)
    (claim,) = commitments(found)
    assert [c.trigger for c in claim.conditions] == ["legislature"]
    assert rules(found) == [(3, "Why", "cell-not-read")]


def test_constants_must_stand_in_the_tables_title() -> None:
    (claim,) = commitments(read("Donor\nNorway\n", "  recipients: {constant: Ukraine}\n"))
    (evidence,) = [e for e in claim.evidence if e.field == "recipients.0"]
    assert (evidence.place, evidence.quote, claim.recipients[0].id) == ("title", "Ukraine", "UKR")
    with pytest.raises(ExchangeError, match=r"map.yaml:\d+: fields.recipients: 'Moldova' stands"):
        read("Donor\nNorway\n", "  recipients: {constant: Moldova}\n")


def test_filters() -> None:
    fields = "where: {Type: [Pledge]}\nexcept: {Draft: [x]}\n"
    rows = "Donor,Type,Draft\nNorway,pledge,\nDenmark,loan,\nSweden,Pledge,X\n"
    found = read(rows, fields)
    assert [c.donors[0].id for c in commitments(found)] == ["NOR"]
    assert found.counts["filtered"] == 2


def test_other_kinds() -> None:
    fields = "kind: statement\nfields:\n  speaker: Who\n  content: What\n  said_on: When\n"
    raw = 'Who,What,When\nEmmanuel Macron,"We will\nhelp",2025-03-02\nEmmanuel Macron,,\n'
    found = read_by(f"name: t\n{fields}", raw)
    (one,) = found.taken
    assert one.claim.values()["content"] == "We will\nhelp"
    assert one.document.snapshot.text == (
        "Who: Emmanuel Macron\nWhat: We will\n  help\nWhen: 2025-03-02"
    )
    assert rules(found) == [(3, "What", "value-missing")]


def test_typed_cells_of_a_workbook() -> None:
    rows = [
        ("Donor", "Sum", "Currency", "When", "Sure"),
        ("Norway", 1.5, "NOK", dt.datetime(2025, 3, 2), True),  # noqa: DTZ001 - cells have no zone
        ("Norway", 10**15, "NOK", dt.date(2025, 3, 3), False),
        ("Norway", 0.25, "NOK", None, None),
        ("Norway", -3, "NOK", None, None),
    ]
    fields = AMOUNT + "  announced_on: When\n  is_total: Sure\n"
    more = "numbers: {decimal: ','}\n"
    found = read(workbook(*rows), fields, more=more, file="aid.xlsx")
    claims = commitments(found)
    assert [str(c.amount.low) for c in claims if c.amount] == [
        "1.5",
        "1000000000000000",
        "0.25",
    ]
    assert [str(c.announced_on) for c in claims] == ["2025-03-02", "2025-03-03", "None"]
    assert [c.is_total for c in claims] == [True, False, False]
    assert rules(found) == [(5, "Sum", "cell-not-read")]
