"""Real files of both formats, odd, broken and hostile: a clear message, or what can be read."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

import openpyxl
import pytest
from table_reading import AMOUNT, commitments, read, rules, saved, workbook

from pledgebook.exchange import xlsx_table
from pledgebook.exchange.cells import Cell, Row, column_names
from pledgebook.exchange.csv_table import found_delimiter
from pledgebook.exchange.errors import ExchangeError

CSV = "Donor,Sum,Currency\nNorway,5,NOK\nDenmark,6,DKK\n"


def donors(raw: bytes | str, **more: Any) -> list[str | None]:
    return [claim.donors[0].id for claim in commitments(read(raw, AMOUNT, **more))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    assert donors(CSV.replace(",", delimiter)) == ["NOR", "DNK"]


def test_a_delimiter_inside_quotation_marks_does_not_count() -> None:
    text = 'Donor;Note\nNorway;"a, b, c"\nDenmark;"d, e, f"\n'
    assert found_delimiter(text) == ";"


@pytest.mark.parametrize(
    ("encoding", "assumed"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found_and_said(encoding: str, assumed: str | None) -> None:
    found = read("Donor,Note\nNorway,blåbær\n".encode(encoding), "  purpose: Note\n")
    (claim,) = commitments(found)
    assert claim.purpose == "blåbær"
    told = [problem.message for problem in found.problems]
    assert len(told) == (assumed is not None)
    assert all(f"read as {assumed}" in message for message in told)


def test_an_encoding_of_the_map() -> None:
    raw = "Donor,Note\nNorway,Łódź\n".encode("cp1250")
    (claim,) = commitments(read(raw, "  purpose: Note\n", more="table: {encoding: cp1250}\n"))
    assert claim.purpose == "Łódź"
    with pytest.raises(ExchangeError, match="is not utf-8"):
        read(raw, more="table: {encoding: utf-8}\n")


def test_line_breaks_inside_quotation_marks() -> None:
    found = read('Donor,Note\r\nNorway,"one\r\ntwo"\r\nDenmark,x\r\n', "  purpose: Note\n")
    assert [claim.purpose for claim in commitments(found)] == ["one\r\ntwo", "x"]
    assert [one.row for one in found.taken] == [2, 3]


def test_a_quotation_mark_that_is_never_closed_ends_the_table_there() -> None:
    found = read(CSV + 'Sweden,"7,SEK\nFrance,8,EUR\n', AMOUNT)
    assert [claim.donors[0].id for claim in commitments(found)] == ["NOR", "DNK"]
    (problem,) = found.problems
    assert (problem.code, problem.fatal, problem.where) == ("row-broken", True, "aid.csv#4")
    assert "never closed" in problem.message


def test_empty_rows_and_rows_of_other_widths() -> None:
    raw = "\n\nDonor,Sum,Currency\n\nNorway,5,NOK,more,and more\n,,\nDenmark\n"
    found = read(raw, AMOUNT)
    assert [claim.donors[0].id for claim in commitments(found)] == ["NOR", "DNK"]
    assert [one.document.sighting.ref for one in found.taken] == ["aid.csv#5", "aid.csv#7"]


def test_a_header_below_a_heading_is_found_or_given() -> None:
    raw = "Help for Ukraine,,\nas of March,,\n" + CSV
    assert donors(raw) == ["NOR", "DNK"]
    assert donors(raw, more="table: {header_row: 3}\n") == ["NOR", "DNK"]
    with pytest.raises(ExchangeError, match="no header in row 90"):
        read(raw, more="table: {header_row: 90}\n")


def test_equal_and_empty_headers_have_names_of_their_own() -> None:
    cells = [Cell(words) for words in ("Note", "", "note", "Sum\nEUR", "")]
    names = column_names([Row(1, tuple(cells))])
    assert names == ("Note", "[B]", "note [C]", "Sum EUR", "[E]")
    (claim,) = commitments(read("Donor,Note,Note\nNorway,a,b\n", "  purpose: 'Note [C]'\n"))
    assert claim.purpose == "b"


def test_merged_header_cells_of_a_workbook() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    rows = [("Donor", "Pledged", None), (None, "Sum", "Currency"), ("Norway", 5, "NOK")]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    fields = "  amount: Pledged / Sum\n  amount.currency: Pledged / Currency\n"
    found = read(saved(book), fields, more="table: {header_row: [1, 2]}\n", file="a.xlsx")
    (one,) = found.taken
    assert one.document.snapshot.text == "Donor: Norway\nPledged / Sum: 5\nPledged / Currency: NOK"


def test_a_named_sheet_or_the_first() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(("Donor",), ("Norway",), sheet="One")))
    second = book.create_sheet("Two ")
    for row in (("Donor",), ("Denmark",)):
        second.append(row)
    raw = saved(book)
    assert [c.donors[0].id for c in commitments(read(raw, file="a.xlsx"))] == ["NOR"]
    (one,) = read(raw, file="a.xlsx", more="table: {sheet: Two}\n").taken
    assert (one.document.sighting.ref, one.claim.source.ref) == ("a.xlsx#Two !2", "a.xlsx#Two !2")
    with pytest.raises(ExchangeError, match="there is no sheet 'Three'; there are One, Two"):
        read(raw, file="a.xlsx", more="table: {sheet: Three}\n")


def test_cached_values_of_formulas() -> None:
    raw = workbook(("Donor", "Sum", "Currency"), ("Norway", "=2+3", "NOK"))
    assert [c.amount for c in commitments(read(raw, AMOUNT, file="a.xlsx"))] == [None]
    cached = _replaced(raw, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>5</v>")
    cached = _replaced(cached, "xl/worksheets/sheet1.xml", b"<v />", b"<v>5</v>")
    (claim,) = commitments(read(cached, AMOUNT, file="a.xlsx"))
    assert claim.amount is not None
    assert str(claim.amount.low) == "5"


def _replaced(raw: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, content.replace(old, new) if info.filename == part else content)
    return out.getvalue()


@pytest.mark.parametrize("printed", [b"1e400", b"NaN", b"INF"])
def test_numbers_that_are_none(printed: bytes) -> None:
    raw = workbook(("Donor", "Sum", "Currency"), ("Norway", 12345, "NOK"), ("Denmark", 6, "DKK"))
    raw = _replaced(raw, "xl/worksheets/sheet1.xml", b"12345", printed)
    try:
        found = read(raw, AMOUNT, file="a.xlsx")
    except ExchangeError as error:
        assert "a.xlsx#Data!2: the sheet is damaged" in str(error)  # noqa: PT017
        return
    assert rules(found) == [(2, "Sum", "cell-not-read")]
    assert [c.donors[0].id for c in commitments(found)] == ["DNK"]


def test_a_csv_that_is_a_workbook_and_a_workbook_that_is_text() -> None:
    rows = (("Donor", "Sum", "Currency"), ("Norway", 5, "NOK"))
    assert donors(workbook(*rows), file="aid.csv") == ["NOR"]
    assert donors(CSV, file="aid.xlsx") == ["NOR", "DNK"]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "aid.csv: the file holds no text"),
        (b"\xef\xbb\xbf \n", "aid.csv: the file holds no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password or of the old"),
        (b"PK\x03\x04 and then nothing", "the workbook is damaged"),
        (workbook(("Donor",))[:-200], "the workbook is damaged"),
        (b"%PDF-1.7\n\x00\x01", "neither a workbook nor text"),
        (b"\x00\x01\x02", "neither a workbook nor text"),
    ],
)
def test_files_that_hold_no_table(raw: bytes, message: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(raw)
    assert message in str(caught.value)


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(ExchangeError, match="the workbook is damaged"):
        read(out.getvalue())


def test_a_workbook_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_table, "LARGEST_UNPACKED", 2_000_000)
    out = io.BytesIO(workbook(("Donor",), ("Norway",)))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(3_000_000))
    assert len(out.getvalue()) < 20_000
    with pytest.raises(ExchangeError, match=r"unpacks to 3,\d+,\d+ bytes"):
        read(out.getvalue())


def test_a_workbook_that_lies_about_its_size() -> None:
    raw = bytearray(workbook(("Donor",), *[("Norway",)] * 5000))
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    at = raw.index(b"PK\x01\x02")
    while raw[at + 46 : at + 46 + len(part.filename)] != part.filename.encode():
        at = raw.index(b"PK\x01\x02", at + 4)
    raw[at + 24 : at + 28] = struct.pack("<I", 100)
    with pytest.raises(ExchangeError, match="damaged"):
        read(bytes(raw))


def test_a_workbook_that_declares_entities() -> None:
    raw = workbook(("Donor",), ("Norway",))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'
    raw = _replaced(raw, "xl/worksheets/sheet1.xml", b"<worksheet", bomb)
    with pytest.raises(ExchangeError, match="declares entities"):
        read(raw)


def test_cells_far_down_and_far_right() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["A2"], sheet["A60000"] = "Donor", "Norway", "Denmark"
    found = read(saved(book), file="a.xlsx")
    assert [one.row for one in found.taken] == [2, 60000]
    sheet["CZZ2"] = "x"
    with pytest.raises(ExchangeError, match=r"a.xlsx#Sheet!2: 2,730 columns, over 2,000"):
        read(saved(book), file="a.xlsx")


def test_very_long_right_to_left_and_emoji_cells() -> None:
    long = "word " * 50_000
    notes = [long.strip(), "مساعدة لأوكرانيا", "🇺🇦🤝🇳🇴 help", "a\u202eb"]
    raw = "Donor,Note\n" + "".join(f"Norway,{note}\n" for note in notes)
    found = read(raw, "  purpose: Note\n")
    assert [claim.purpose for claim in commitments(found)] == notes
    for one in found.taken:
        text = one.document.snapshot.text
        assert all(text[e.start : e.end] == e.quote for e in one.claim.evidence)


def test_a_cell_cannot_pass_for_another_line() -> None:
    (one,) = read('Donor,Note\nNorway,"x\nDonor: Denmark"\n', "  purpose: Note\n").taken
    assert one.document.snapshot.text == "Donor: Norway\nNote: x\n  Donor: Denmark"


def test_the_same_row_twice_is_taken_once_and_said() -> None:
    found = read("Donor,Note\nNorway,a\nNorway,a\nNorway,b\n", "  purpose: Note\n")
    assert rules(found) == [(3, None, "row-twice")]
    assert found.counts["taken"] == 2
