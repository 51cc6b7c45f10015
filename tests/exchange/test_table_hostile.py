"""Whatever bytes come: rows and reasons, or one plain error; never anything else."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from table_reading import AMOUNT, read, workbook

from pledgebook.commands.cell_readers import text_of
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.map_yaml import read_map
from pledgebook.exchange.suggest import suggest

WORKBOOK = workbook(("Donor", "Sum", "Currency"), *[("Norway", n, "NOK") for n in range(20)])


def tried(raw: bytes) -> None:
    with suppress(ExchangeError):
        found = read(raw, AMOUNT)
        taken = found.counts["taken"] + found.counts["not_taken"] + found.counts["empty"]
        assert len(found.taken) == found.counts["taken"] <= taken
        for one in found.taken:
            text = one.document.snapshot.text
            assert all(text[e.start : e.end] == e.quote for e in one.claim.evidence)
    with suppress(ExchangeError):
        read_map(suggest(raw, "aid.csv", text_of), "first.yaml")


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    tried(raw)
    tried(b"Donor,Sum,Currency\n" + raw)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    tried(text.encode("utf-8", "surrogatepass"))
    tried(("Donor,Sum,Currency\n" + text).encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255))
def test_a_workbook_with_a_changed_byte(at: int, byte: int) -> None:
    tried(WORKBOOK[:at] + bytes([byte]) + WORKBOOK[at + 1 :])


@given(st.integers(0, len(WORKBOOK)))
def test_a_workbook_that_is_cut_off(at: int) -> None:
    tried(WORKBOOK[:at])


@given(st.text(max_size=80))
def test_any_map(text: str) -> None:
    for written in (text, f"name: a\nfields:\n  donors: {text}", f"name: a\nfields: {{{text}}}"):
        with suppress(ExchangeError):
            read_map(written, "map.yaml")
