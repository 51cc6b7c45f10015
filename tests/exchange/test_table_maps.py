"""A map that does not fit is refused with its line and field."""

from __future__ import annotations

import pytest
from table_reading import read

from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.map_yaml import read_map

GOOD = "name: aid\nfields:\n  donors: Donor\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "m.yaml: the map is empty"),
        ("name: [a", "m.yaml:1: is not YAML"),
        ("- a\n", "m.yaml:1: fields are needed"),
        ("name: aid\n", "m.yaml:1: fields is missing"),
        ("fields: {donors: A}\n", "m.yaml:1: name is missing"),
        ("name: A B\nfields: {donors: A}\n", "m.yaml:1: name: 'A B' is not lower-case"),
        (GOOD + "colour: red\n", "m.yaml:4: colour: is no field here"),
        (GOOD + "  doner: D\n", "m.yaml:4: fields.doner: is no value of a commitment"),
        (GOOD + "  donors: D\n", "m.yaml:4: fields.donors: stands twice"),
        (GOOD + "  donors.name: D\n", "m.yaml:4: fields.donors.name: feeds donors.name a second"),
        (
            GOOD + "  stage: {constant: sold}\n",
            "fields.stage.constant: 'sold' is none of",
        ),
        (GOOD + "  stage: {values: {a: pledged}}\n", "m.yaml:4: fields.stage: either column or"),
        (GOOD + "  stage: {column: S, values: {a: b}}\n", "fields.stage.values.a: 'b' is none of"),
        (GOOD + "  amount: {constant: 5}\n", "a figure or day stands in the row"),
        (GOOD + "  amount: {column: A, values: {x: 5}}\n", "are taken as they stand"),
        (GOOD + "  amount: A\n  amount.low: B\n", "amount is fed as figure and as low"),
        (GOOD + "  amount.currency: {constant: Euro}\n", "'Euro' is no code of a currency"),
        (GOOD + "  purpose: {column: P, default: x}\n", "only a code has a default"),
        (GOOD + "  donors.id: {constant: GBR}\n", "an id belongs to the words of a row"),
        (GOOD + "kind: pledge\n", "m.yaml:4: kind: 'pledge' is none of commitment"),
        (GOOD + "numbers: {decimal: ';'}\n", "m.yaml:4: numbers.decimal: ';' is none of"),
        (GOOD + "numbers: {decimal: ',', thousands: ','}\n", "decimal and thousands are both"),
        (GOOD + "numbers: {multiplier: -1}\n", "'-1' is no number above zero"),
        (GOOD + "numbers: {multiplier: NaN}\n", "'NaN' is no number above zero"),
        (GOOD + "dates: '%d.%m'\n", "m.yaml:4: dates: '%d.%m' gives no day"),
        (GOOD + "version: 0\n", "m.yaml:4: version: '0' is no whole number"),
        (GOOD + "source: {grade: gold}\n", "source.grade: 'gold' is none of official"),
        (GOOD + "source: {published: yesterday}\n", "source.published: 'yesterday' is no date"),
        (GOOD + "table: {header_row: [2, 1]}\n", "header rows are given from the top down"),
        (GOOD + "table: {delimiter: '::'}\n", "'::' is not one character"),
        (GOOD + "required: [donor]\n", "required.0: 'donor' is none of"),
    ],
)
def test_messages_name_line_and_field(text: str, message: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_map(text, "m.yaml")
    assert message in str(caught.value)


def test_a_column_that_is_missing_is_named_with_the_nearest() -> None:
    with pytest.raises(ExchangeError) as caught:
        read("Doner,Sum\nNorway,5\n")
    told = "aid.csv: there is no column 'Donor' (map line 5); is 'Doner' meant?"
    assert told in str(caught.value)


def test_columns_are_found_whatever_their_case_and_blanks() -> None:
    assert len(read(" DONOR ,Sum\nNorway,5\n").taken) == 1


def test_the_reading_changes_with_the_map() -> None:
    one, two = read_map(GOOD, "m.yaml"), read_map(GOOD + "version: 2\n", "m.yaml")
    assert (one.reader, two.reader) == ("table/aid@1", "table/aid@2")
    assert one.reading[1] != two.reading[1]
    assert one.reading == read_map(GOOD, "other.yaml").reading
