"""``decide``: what a person says of a claim, entry or source; the gate is asked for values."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.markup import escape

from pledgebook import pipeline
from pledgebook.commands.decision_words import decision_line
from pledgebook.commands.terminal import results
from pledgebook.commands.wording import line
from pledgebook.extract.page import Page
from pledgebook.extract.typed_values import TypedValueError, locate, typed_value
from pledgebook.folding import fold
from pledgebook.language.english import English
from pledgebook.ledger.decided import added_claim, named
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import SourceRecord, View
from pledgebook.model.claims import Claim
from pledgebook.model.codec import RecordError, claim_from_json, claim_to_json
from pledgebook.model.entries import Entry
from pledgebook.model.plain import to_json
from pledgebook.model.snapshots import Decision, Document
from pledgebook.model.spans import Span
from pledgebook.model.vocabulary import DecisionAction
from pledgebook.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who decides and why, and where: what every decision needs."""

    book: str
    by: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedChange:
    """A change as typed: field, value, the words, and the offset of the first of them."""

    field: str
    value: str | None
    quotes: tuple[str, ...] = ()
    at: int | None = None


def decide(
    action: DecisionAction,
    target: str,
    told: Told,
    settings: Settings,
    value: Mapping[str, Any] | None = None,
) -> int:
    """Enter a decision that needs no words of the text."""
    with Ledger.open(told.book) as ledger:
        return _enter(ledger, action, target, told, settings, value)


def change(
    action: DecisionAction, target: str, typed: TypedChange, told: Told, settings: Settings
) -> int:
    """Enter a changed value or stage with the words it rests on; an entry stands for its lead."""
    with Ledger.open(told.book) as ledger:
        view = ledger.view(fold=fold)
        found = view.find(target)
        claim = found.lead if isinstance(found, Entry) else found
        page = _page(view.source(claim.source.id), claim, settings)
        value = {"field": typed.field, **_typed(page, claim, typed)}
        return _enter(ledger, action, claim.known_as, told, settings, value)


def _page(source: SourceRecord, claim: Claim, settings: Settings) -> Page:
    sighting = next((s for s in source.sightings if s.ref == claim.source.ref), source.sightings[0])
    document = Document(snapshot=source.snapshot, sighting=sighting)
    return Page(document, English(model=settings.model))


def _typed(page: Page, claim: Claim, typed: TypedChange) -> dict[str, Any]:
    try:
        spans = [locate(page, q, near=claim.sentence, at=typed.at) for q in typed.quotes]
        return typed_value(page, claim.kind, typed.field, typed.value, spans).to_json()
    except TypedValueError as error:
        raise LedgerError(f"refused, nothing was written: {error}") from error


def add(source: str, file: str, told: Told, settings: Settings) -> int:
    """Enter a claim that the machine missed."""
    with Ledger.open(told.book) as ledger:
        record = ledger.view(fold=fold).source(source)
        claim = _claim(_object(file), record, author(told, settings))
        value = {"claim": claim_to_json(claim)}
        return _enter(ledger, "add_claim", record.snapshot.id, told, settings, value)


def _object(file: str) -> dict[str, Any]:
    text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8", errors="replace")
    try:
        data = json.loads(text)
    except ValueError as error:
        raise LedgerError(f"{file}: not JSON ({error})") from error
    if not isinstance(data, dict):
        raise LedgerError(f"{file}: a claim is one JSON object")
    return data


def _claim(data: dict[str, Any], record: SourceRecord, by: str) -> Claim:
    """Fill in what the book knows: source, offsets of quotes, sentence, who says it."""
    page = Page(Document(snapshot=record.snapshot, sighting=record.sightings[0]), English())
    whole = Span(0, len(page.text))
    evidence = [_placed(row, page, whole) for row in data.get("evidence") or ()]
    spans = [Span(e["start"], e["end"]) for e in evidence if e.get("in", "text") == "text"]
    if not spans:
        raise LedgerError("evidence: a claim needs the words that each value rests on")
    cover = page.sentence_of(Span(min(s.start for s in spans), max(s.end for s in spans)))
    filled = {
        **data,
        "source": to_json(page.source),
        "evidence": evidence,
        "sentence": {"start": cover.start, "end": cover.end},
        "reader": f"person/{by}",
        "confidence": 1.0,
    }
    filled.pop("id", None)
    try:
        return claim_from_json(filled)
    except RecordError as error:
        raise LedgerError(f"refused, nothing was written: {error}") from error


def _placed(row: Any, page: Page, whole: Span) -> dict[str, Any]:
    if not isinstance(row, dict) or not isinstance(row.get("quote"), str):
        raise LedgerError('evidence: each is an object with "field" and "quote"')
    if row.get("start") is not None and row.get("end") is not None:
        return row
    try:
        span = locate(page, row["quote"], near=whole, at=row.get("start"))
    except TypedValueError as error:
        message = f"evidence of {row.get('field')}: {error} (give its start)"
        raise LedgerError(message.replace("; say which with --at OFFSET", "")) from error
    return {**row, "start": span.start, "end": span.end}


def author(told: Told, settings: Settings) -> str:
    """Give who decides; raises LedgerError where neither the option nor the setting says."""
    by = told.by or settings.author
    if by is None:
        raise LedgerError("who decides? give --by NAME, or set PLEDGEBOOK_AUTHOR once")
    return by


def _enter(
    ledger: Ledger,
    action: DecisionAction,
    target: str,
    told: Told,
    settings: Settings,
    value: Mapping[str, Any] | None,
) -> int:
    """Enter the decision and say what was entered and where it stands now."""
    decision = Decision(
        author=author(told, settings),
        at=datetime.now(UTC),
        action=action,
        target=target,
        reason=told.reason,
        value=None if value is None else dict(value),
    )
    name = pipeline.decide(ledger, decision, language=English(model=settings.model))
    view = ledger.view(fold=fold)
    item = view.decision(name)
    console = results()
    console.print(escape(decision_line(item)))
    for entry in entries_named(view, _subjects(item.decision)):
        console.print(escape(f"  stands in {entry.id[:14]}: {line(entry.lead)}"))
    return 0


def _subjects(decision: Decision) -> Collection[str]:
    added = added_claim(decision)
    if added is not None:
        return {added.id}
    return () if decision.action == "read_completely" else named(decision)


def entries_named(view: View, names: Collection[str]) -> list[Entry]:
    """Entries that are named, or fold a claim that is named."""
    return [
        entry
        for entry in view.entries()
        if entry.id in names or any(c.id in names or c.known_as in names for c in entry.claims)
    ]
