"""``show`` and ``report``: what is asked of a book."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from rich.console import Console
from rich.markup import escape

from pledgebook.commands.decision_words import decision_line
from pledgebook.commands.lateness import day_of, late_entries, late_entry
from pledgebook.commands.redacted import check_not_redacted, print_redacted
from pledgebook.commands.terminal import results
from pledgebook.commands.viewing import view_of
from pledgebook.commands.wording import line
from pledgebook.folding import fold
from pledgebook.ledger.decided import Decided
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.model.claims import Participation, PlanPoint
from pledgebook.model.codec import claim_to_json
from pledgebook.model.entries import Entry
from pledgebook.model.plain import to_json

#: Entries of one kind that a report prints; the rest is on the site.
MOST_SHOWN = 12
_TITLES = {
    "commitment": "Commitments",
    "proposal": "Proposals",
    "plan_point": "Plan points",
    "participation": "Who took part",
    "measure": "Economic pressure",
    "statement": "Statements",
}


def show(name: str, book: str, as_of: datetime | None = None, known_by: date | None = None) -> int:
    """Print one entry, claim or source of a book as JSON."""
    with Ledger.open(book) as ledger:
        view = ledger.about(name, as_of, known_by, fold=fold)
        try:
            found = shown(view, name)
        except LedgerError:
            check_not_redacted(view, name)
            raise
        if found.get("kind") == "commitment" and "relations" in found:
            late = late_entry(ledger, view, view.entry(str(found["id"])))
            found["overdue"] = None if late is None else to_json(late)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0


def shown(view: View, name: str) -> dict[str, object]:
    """Give one entry, claim or source as JSON; raises LedgerError."""
    if name.startswith("sha256:"):
        source = view.source(name)
        return {
            "id": source.snapshot.id,
            "made_by": source.snapshot.made_by,
            "sightings": [to_json(s) for s in source.sightings],
            "claims": [c.id for c in source.claims],
            "text": source.snapshot.text,
        }
    found = view.entry(name) if name.startswith("entry:") else view.find(name)
    return _entry_shown(found) if isinstance(found, Entry) else claim_to_json(found)


def _entry_shown(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "witnesses": entry.witnesses,
        "outlets": entry.outlets,
        "part_of": entry.part_of,
        "relations": [to_json(r) for r in entry.relations],
        "claims": [claim_to_json(c) for c in entry.claims],
    }


def report(book: str, kind: str | None, as_of: datetime | None, known_by: date | None) -> int:
    """Print what a book holds, entry by entry, with the words each rests on."""
    if kind is not None and kind not in _TITLES:
        raise LedgerError(f"there is no kind {kind!r}; choose {', '.join(_TITLES)}")
    with Ledger.open(book) as ledger:
        view = view_of(ledger, as_of, known_by)
        if kind is None:
            print_report(results(), view)
        else:
            _print_kind(results(), view, kind)
    return 0


def print_report(console: Console, view: View) -> None:
    """Print the report of one view."""
    definition = view.definition()
    sources = view.sources()
    console.print(f"[bold]{escape(definition.title if definition else 'Book')}[/]")
    console.print(
        f"{len(sources)} texts, {sum(len(s.sightings) for s in sources)} sightings, "
        f"{len(view.claims())} claims, {len(view.entries())} entries"
    )
    complete = {d.decision.target for d in view.in_force() if _is_complete(d)}
    if complete:
        console.print(f"{_some(len(complete), 'text')} marked as read completely")
    for kind in _TITLES:
        console.print()
        _print_kind(console, view, kind)
    print_redacted(console, view)
    _print_unread(console, view)


def _is_complete(item: Decided) -> bool:
    return item.decision.action == "read_completely"


def _print_kind(console: Console, view: View, kind: str) -> None:
    texts = {s.snapshot.id: s.snapshot.text for s in view.sources()}
    entries = [e for e in view.entries() if e.kind == kind]
    console.print(f"[bold]{_TITLES[kind]}[/] ({len(entries)})")
    if kind == "participation":
        _print_seats(console, entries)
        return
    entries.sort(key=_place_in_plan)
    late = late_entries(view) if kind == "commitment" else {}
    if late:
        console.print(f"  [yellow]overdue on {day_of(view)}:[/] {len(late)} of {len(entries)}")
    for entry in entries[:MOST_SHOWN]:
        _print_entry(console, entry, texts)
        if entry.id in late:
            console.print(f"    [yellow]overdue:[/] {escape(late[entry.id].reason)}")
        for item in view.decisions_about(entry):
            console.print(f"    [cyan]decided[/] {escape(decision_line(item))}")
    if len(entries) > MOST_SHOWN:
        console.print(f"  and {len(entries) - MOST_SHOWN} more; `publish` shows all")


def _place_in_plan(entry: Entry) -> int:
    """Points of a plan stand in their order; everything else stays as the book has it."""
    return (entry.lead.ordinal or 0) if isinstance(entry.lead, PlanPoint) else 0


def _print_entry(console: Console, entry: Entry, texts: dict[str, str]) -> None:
    console.print(f"  {escape(line(entry.lead))}")
    lead = entry.lead
    quote = " ".join(texts[lead.source.id][lead.sentence.start : lead.sentence.end].split())
    told = f"{_some(entry.witnesses, 'text')}, {_some(entry.outlets, 'outlet')}"
    console.print(f"    [dim]“{escape(quote)}” ({told}; {entry.id[:14]})[/]")
    for relation in entry.relations:
        if relation.relation == "contradicts":
            console.print(f"    [yellow]sources differ:[/] {escape(relation.reason)}")


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _print_seats(console: Console, entries: Sequence[Entry]) -> None:
    roles: dict[str, list[str]] = {}
    for entry in entries:
        claim = entry.lead
        if not isinstance(claim, Participation):
            continue
        actor = claim.actor
        name = actor.name if actor.count is None else f"{actor.name} (a count, nobody named)"
        roles.setdefault(claim.role, []).append(name)
    for role, names in roles.items():
        console.print(f"  {role}: {escape(', '.join(dict.fromkeys(names)))}")
    if "joined" not in roles:
        console.print("  joined: no source in this book says that anybody joined")


def _print_unread(console: Console, view: View) -> None:
    unread = [p for p in view.problems() if p.fatal]
    console.print(f"\n[bold]Could not be read[/] ({len(unread)})")
    for problem in unread:
        console.print(f"  {escape(problem.where)}: {escape(problem.message)}")
    refused = Counter(p.code for p in view.problems() if not p.fatal)
    if refused:
        console.print("  notes: " + ", ".join(f"{code} {n}" for code, n in sorted(refused.items())))
