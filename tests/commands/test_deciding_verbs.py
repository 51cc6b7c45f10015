"""Deciding, reviews, log, history, reread and rebuild as an analyst types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pledgebook.cli import app

WORDS = (
    "Norway will give Ukraine 85 million euros for drones. "
    "The Norwegian parliament has approved the grant of 85 million euros. "
    "Sweden said that talks should go on."
)


class Desk:
    """A book with one text, and an analyst at the keyboard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "news.txt").write_text(WORDS, "utf-8")
        self("add", str(folder / "news.txt"), "--published", "2025-03-03", who=False)

    def __call__(self, *words: str, code: int = 0, who: bool = True) -> str:
        signed = ["--by", "ana", "--reason", "seen"] if words[0] == "decide" and who else []
        book = ["--book", str(self.folder / "book.db")]
        done = CliRunner().invoke(app, [*words, *signed, *book])
        assert done.exit_code == code, done.output
        return done.output

    def show(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self("show", name))
        return found

    @property
    def source(self) -> str:
        log = json.loads(self("log", "--kind", "source", "--format", "json"))
        return str(log[0]["source"])

    def claim(self, kind: str = "commitment") -> dict[str, Any]:
        names = self.show(self.source)["claims"]
        return self.show(next(name for name in names if name.startswith(kind)))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("PLEDGEBOOK_AUTHOR", raising=False)
    return Desk(tmp_path)


def test_a_value_is_changed_from_its_words_and_refused_without(desk: Desk) -> None:
    claim = desk.claim()
    name = claim["id"][:24]
    out = desk("decide", "change", name, "--field", "donors", "--quote", "Norway", code=2)
    assert "already" in out or "stand at" in out
    out = desk("decide", "change", name, "--field", "amount", "--value", "EUR 95m",
               "--quote", "85 million euros", "--at", "25", code=2)  # fmt: skip
    assert "refused, nothing was written" in out
    assert "95000000" in out
    out = desk("decide", "change", name, "--field", "purpose", "--quote", "for drones")
    assert "purpose from" in out
    assert desk.show(claim["id"])["purpose"] == "for drones"
    assert desk.show(claim["id"])["replaces"] == claim["id"]


def test_errors_say_what_to_do(desk: Desk) -> None:
    name = desk.claim()["id"]
    for words, message in (
        (("change", name, "--field", "amount", "--quote", "90 euros"), "do not stand in the text"),
        (("change", name, "--field", "sum", "--value", "5"), "has no field 'sum'"),
        (("change", name, "--field", "stage", "--value", "committed"), "give them with --quote"),
        (("change", name, "--field", "amount", "--value", "lots"), "not one sum of money"),
        (("accept", "entry:00"), "no entry or claim has the id"),
        (("undo", "decision:00"), "no decision has the id"),
        (("merge", name, name), "these are one already"),
    ):
        out = desk("decide", *words, code=2)
        assert message in out
        assert "Traceback" not in out
    out = desk("decide", "accept", name, "--reason", "seen", code=2, who=False)
    assert "PLEDGEBOOK_AUTHOR" in out


def test_the_author_may_be_set_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLEDGEBOOK_AUTHOR", "bo")
    out = desk("decide", "accept", desk.claim()["id"], "--reason", "seen", who=False)
    assert " bo accepted commitment:" in out


def test_a_missed_claim_is_added_through_the_gate(desk: Desk) -> None:
    file = desk.folder / "claim.json"
    claim: dict[str, Any] = {
        "kind": "statement",
        "speaker": {"id": "SWE", "name": "Sweden", "type": "state"},
        "content": "talks should go on",
        "mode": "indirect",
        "evidence": [
            {"field": "speaker", "quote": "Sweden"},
            {"field": "content", "quote": "talks should go on"},
        ],
    }
    for values, message in (
        ({"evidence": []}, "needs the words that each value rests on"),
        ({"content": "talks shall end"}, "refused, nothing was written: content"),
        ({"mode": "loud"}, "mode: 'loud' is none of"),
        ({"evidence": [{"field": "content", "quote": "no talks"}]}, "do not stand in the text"),
    ):
        file.write_text(json.dumps({**claim, **values}), "utf-8")
        out = desk("decide", "add", "--source", desk.source, "--claim", str(file), code=2)
        assert message in out
    file.write_text(json.dumps(claim), "utf-8")
    out = desk("decide", "add", "--source", desk.source[:16], "--claim", str(file))
    assert "added a claim" in out
    assert "talks should go on" in desk("report", "--kind", "statement")
    file.write_text("{", "utf-8")
    out = desk("decide", "add", "--source", desk.source, "--claim", str(file), code=2)
    assert "not JSON" in out


def test_reading_again_and_rebuilding_change_nothing_decided(desk: Desk) -> None:
    claim = desk.claim()
    desk("decide", "change", claim["id"], "--field", "purpose", "--quote", "for drones")
    before = desk("report")
    assert "0 to review" in desk("reread")
    assert "the same as before" in desk("rebuild")
    assert desk("report") == before
    assert "To review (0)" in desk("reviews")


def test_log_and_history_tell_kinds_apart(desk: Desk) -> None:
    name = desk.claim()["id"]
    desk("decide", "change", name, "--field", "purpose", "--quote", "for drones")
    desk("decide", "unclear", name)
    log = desk("log")
    assert "Corrections of an error (1)" in log
    assert "Changes in the world (0)" in log
    assert "Other decisions (1)" in log
    assert "--kind all shows them" in log
    rows = json.loads(desk("log", "--kind", "correction", "--format", "json"))
    (undone,) = [row["decision"] for row in rows]
    desk("decide", "undo", undone[:20])
    history = desk("history", name)
    assert "taken back by decision:" in history
    order = ["text entered", "read by", "changed a value", "undid"]
    assert [history.index(word) for word in order] == sorted(history.index(w) for w in order)
    assert "called-unclear" in desk("reviews", "--format", "json")
    assert "Corrections of an error (0)" in desk("log", "--since", "2999-01-01")
    assert "there is no kind 'x'" in desk("log", "--kind", "x", code=2)
    assert "not a date" in desk("log", "--since", "x", code=2)


def test_both_clocks_on_every_reading_verb(desk: Desk) -> None:
    name = desk.claim()["id"]
    site = str(desk.folder / "site")
    for verb in (["report"], ["totals"], ["log"], ["reviews"], ["publish", site]):
        for clock in ("--as-of", "--known-by"):
            desk(*verb, clock, "2999-01-01")
            desk(*verb, clock, "2001-01-01")
    for clock in ("--as-of", "--known-by"):
        assert "parliament" in desk("search", "parliament", clock, "2999-01-01")
        assert "nothing in this book" in desk("search", "parliament", clock, "2001-01-01")
    for asks in ("show", "history"):
        for clock in ("--as-of", "--known-by"):
            desk(asks, name, clock, "2999-01-01")
            assert "has the id" in desk(asks, name, clock, "2001-01-01", code=2)


def test_report_and_site_show_what_a_person_decided(desk: Desk) -> None:
    claim = desk.claim()
    desk("decide", "change", claim["id"], "--field", "purpose", "--quote", "for drones")
    report = desk("report", "--kind", "commitment")
    assert "ana changed a value of commitment:" in report
    assert "purpose from" in report
    assert "for drones (“for drones”): seen" in report
    site = desk.folder / "site"
    desk("publish", str(site))
    pages = [page.read_text("utf-8") for page in site.glob("entries/*.html")]
    decided = [page for page in pages if "What people decided" in page]
    assert len(decided) == 1
    assert "ana corrected a value" in decided[0]
    assert "Decided by a person" in decided[0]
    assert "<td>for drones</td>" in decided[0]


def test_a_source_read_completely_is_counted_in_the_report(desk: Desk) -> None:
    assert "read completely" not in desk("report")
    desk("decide", "complete", desk.source[:20])
    assert "1 text marked as read completely" in desk("report")


def test_a_status_is_set_on_evidence_and_told_by_log_and_history(desk: Desk) -> None:
    claim = desk.claim()["id"]
    refused = desk("decide", "status", "1", "2", "--evidence", claim, code=2)
    assert "the plan of this book has no points" in refused
    desk("add", str(desk.folder / "news.txt"), "--definition", "london-2025", who=False)
    out = desk("decide", "status", "1", "2", "--evidence", claim[:24])
    assert "set the status of point:1 to 2 (intermediate), on commitment:" in out
    assert "set the status of point:1" in desk("log", "--kind", "decision")
    assert "set the status of point:1" in desk("history", claim)
    name = json.loads(desk("log", "--kind", "decision", "--format", "json"))[0]["decision"]
    assert "undid" in desk("decide", "undo", name)
    told = desk("history", "point:1")
    assert told.startswith("point:1  Military aid to Ukraine goes on")
    assert "set the status of point:1 to 2 (intermediate), on commitment:" in told
    assert "taken back by" in told
    assert "undid" in told
    assert told.rstrip().endswith("no status holds")
    desk("decide", "status", "1", "0")
    assert desk("history", "point:1").rstrip().endswith("holds: 0 (none)")
    assert "set the status" not in desk("history", "point:2")
    events = json.loads(desk("history", "point:1", "--format", "json"))
    assert [event["kind"] for event in events] == ["decision"] * 3
    assert "points 1, 2, 3, 4" in desk("history", "point:9", code=2)
    assert "is none" in desk("decide", "status", "1", "7", "--evidence", claim, code=2)
