"""``check``, ``explain``, ``show`` and ``report`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pledgebook.cli import app

TEXT = "Norway will give Ukraine €85 million in military aid. The weather was mild."


def run(*words: str, stdin: str | None = None, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words), input=stdin)
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "sources.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2025-03-03"}), "utf-8")
    return path


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in text.splitlines()]


def changed(row: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(row)), **values}


def test_check_keeps_refuses_and_names_a_broken_line(source: Path, tmp_path: Path) -> None:
    (claim,) = [r for r in rows(run("read", str(source), "--format", "jsonl")) if r["amount"]]
    other = {**claim["amount"], "low": "86000000", "high": "86000000"}
    dropped = changed(claim, firmness="denied")
    lines = [claim, changed(claim, amount=other, id="wrong"), changed(dropped, id="denied")]
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    found = rows(run("check", str(path), "--sources", str(source), "--format", "jsonl"))
    assert [r["id"] for r in found] == [claim["id"], "wrong", "denied"]
    assert [r["verdict"] for r in found] == ["kept", "refused", "unsupported"]
    assert "85000000" in found[1]["reasons"][0]
    path.write_text(json.dumps(claim) + "\n{broken\n", "utf-8")
    broken = run("check", str(path), "--sources", str(source), "--format", "jsonl", code=1)
    assert [r["verdict"] for r in rows(broken)] == ["kept", "refused"]
    assert "line 2" in rows(broken)[1]["reasons"][0]


def test_explain_gives_one_object_per_line_blank_ones_too() -> None:
    lines = ["A loan of £1.6bn ($2bn) for Moldova.", "", "18 tanks by the end of 2026"]
    found = rows(run("explain", "-", "--format", "jsonl", stdin="\n".join(lines) + "\n"))
    assert [row["text"] for row in found] == lines
    (money,) = found[0]["money"]
    assert money["quote"] == "£1.6bn"
    assert (money["low"], money["currency"], money["bound"], money["per"]) == (
        "1600000000",
        "GBP",
        "exact",
        "total",
    )
    assert [r["low"] for r in money["reported_as"]] == ["2000000000"]
    assert [a["id"] for a in found[0]["actors"]] == ["MDA"]
    assert found[1] == {
        "text": "", "money": [], "dates": [], "actors": [], "quantities": [], "claims": [],
    }  # fmt: skip
    assert [q["low"] for q in found[2]["quantities"]] == [18]
    assert [d["until"] for d in found[2]["dates"]] == ["2027-01-01"]
    for row in found:
        for key in ("money", "dates", "actors", "quantities"):
            for value in row[key]:
                assert row["text"][value["start"] : value["end"]] == value["quote"]


def test_explain_says_what_nearly_fired() -> None:
    assert "nearly" in run("explain", "Trade reached €9 billion.")
    assert "fired" in run("explain", "Norway gave Ukraine €9 million.")


def test_show_report_and_totals_of_a_book(source: Path, tmp_path: Path) -> None:
    book = str(tmp_path / "b.db")
    run("add", str(source), "--book", book)
    (claim,) = [r for r in rows(run("read", str(source), "--format", "jsonl")) if r["amount"]]
    shown = json.loads(run("show", claim["id"][:20], "--book", book))
    # a book keeps what the sighting said of the language (nothing here), not what was detected
    assert {**shown["source"], "lang": "en"} == claim["source"]
    assert {k: v for k, v in shown.items() if k != "source"} == {
        k: v for k, v in claim.items() if k != "source"
    }
    text = json.loads(run("show", claim["source"]["id"], "--book", book))["text"]
    assert text == TEXT
    assert "Norway to Ukraine | EUR 85m" in run("report", "--book", book)
    (row,) = json.loads(
        run("totals", "--book", book, "--by", "donor,recipient", "--format", "json")
    )
    assert (row["donor"], row["recipient"], row["low"], row["high"], row["currency"]) == (
        "NOR",
        "UKR",
        "85000000",
        "85000000",
        "EUR",
    )
    assert "Norway" not in run("report", "--book", book, "--known-by", "2025-03-02")
    run("report", "--book", book, "--kind", "promise", code=2)
    run("show", "commitment:ffff", "--book", book, code=2)


def test_the_same_source_twice_adds_nothing(source: Path, tmp_path: Path) -> None:
    book = str(tmp_path / "b.db")
    for _ in range(2):
        run("add", str(source), "--book", book)
        first = run("report", "--book", book)
        assert "1 texts, 1 sightings" in first


def test_publish_writes_a_site(source: Path, tmp_path: Path) -> None:
    book, site = str(tmp_path / "b.db"), tmp_path / "site"
    run("add", str(source), "--book", book)
    run("publish", str(site), "--book", book)
    assert "Norway" in (site / "index.html").read_text("utf-8")


def test_doctor_and_version() -> None:
    assert "verified" in run("doctor")
    assert run("--version").startswith("pledgebook ")


def test_check_prints_half_characters_and_reads_a_byte_order_mark(tmp_path: Path) -> None:
    sources, claims = tmp_path / "sources.jsonl", tmp_path / "claims.jsonl"
    sources.write_bytes(b'\xef\xbb\xbf{"id": "a", "text": "Peru\\r\\n"}\r\n')
    words = {"field": "content", "start": 0, "end": 4, "quote": "Peru"}
    told = {"kind": "statement", "source": {"ref": "a"}, "content": "Peru", "evidence": [words]}
    odd = {**told, "id": "\udc80", "content": "\ud800"}
    lines = "\r\n".join(json.dumps(line) for line in (told, odd))
    claims.write_bytes(b"\xef\xbb\xbf" + lines.encode() + b"\r\n\xff\xfe{\r\n")
    for form in ("jsonl", "table"):
        printed = run("check", str(claims), "--sources", str(sources), "--format", form, code=1)
        assert "\\udc80" in printed
        assert "line 3: not JSON" in printed
    found = rows(run("check", str(claims), "--sources", str(sources), "--format", "jsonl", code=1))
    assert [row["verdict"] for row in found] == ["kept", "refused", "refused"]


def test_check_says_what_file_is_missing(source: Path, tmp_path: Path) -> None:
    for claims, texts in ((tmp_path / "none", source), (source, tmp_path)):
        run("check", str(claims), "--sources", str(texts), code=2)


def test_an_id_used_twice_is_a_note_and_no_unread_line(source: Path, tmp_path: Path) -> None:
    source.write_text(source.read_text("utf-8") + '\n{"id": "a", "text": "Other."}\n', "utf-8")
    claims = tmp_path / "claims.jsonl"
    claims.write_text(json.dumps({"kind": "statement", "source": {"ref": "a"}}), "utf-8")
    (row,) = rows(run("check", str(claims), "--sources", str(source), "--format", "jsonl"))
    assert row["reasons"] == ["source: two texts have the id a; cite the digest of one"]
