"""``log``, ``history``, ``reviews``: what happened to a book, and what to look at again."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, get_args

from rich.console import Console
from rich.markup import escape

from pledgebook.commands.decision_words import decision_words, short, value_words
from pledgebook.commands.point_history import is_point, status_line, told_of_point
from pledgebook.commands.redacted import check_not_redacted
from pledgebook.commands.terminal import results
from pledgebook.commands.viewing import view_of
from pledgebook.commands.wording import line
from pledgebook.folding import fold
from pledgebook.ledger.errors import LedgerError
from pledgebook.ledger.events import Event, EventKind
from pledgebook.ledger.identifiers import is_named
from pledgebook.ledger.reviews import Review
from pledgebook.ledger.store import Ledger
from pledgebook.ledger.view import View
from pledgebook.model.claims import Claim
from pledgebook.model.entries import Entry

#: What ``log`` lists, each under its own heading, where no kind is asked for.
_LISTED: dict[EventKind, str] = {
    "correction": "Corrections of an error",
    "change": "Changes in the world",
    "withdrawal": "Withdrawals",
    "contradiction": "Sources that contradict each other",
    "decision": "Other decisions",
}
_OTHERS: dict[EventKind, str] = {
    "first": "Told first",
    "told": "Told by another source",
    "dropped": "No longer read from their text",
    "source": "Texts entered",
    "sighting": "Seen at another place",
    "reading": "Readings",
}


def log(
    book: str, kind: str | None, since: date | None, clocks: tuple[datetime | None, date | None],
    form: str,
) -> int:  # fmt: skip
    """Print what happened, kinds apart; ``since`` counts from the day it was entered."""
    titles = {**_LISTED, **_OTHERS}
    if kind is not None and kind != "all" and kind not in get_args(EventKind):
        raise LedgerError(f"there is no kind {kind!r}; choose {', '.join(titles)} or all")
    with Ledger.open(book) as ledger:
        view = view_of(ledger, *clocks)
        found = [e for e in view.events() if since is None or e.entered.date() >= since]
        wanted = set(titles) if kind == "all" else set(_LISTED) if kind is None else {kind}
        if form == "json":
            return _json(event_json(e) for e in found if e.kind in wanted)
        _print_log(results(), view, found, [(k, t) for k, t in titles.items() if k in wanted])
    return 0


def _print_log(
    console: Console, view: View, found: Sequence[Event], titles: Sequence[tuple[EventKind, str]]
) -> None:
    lines = {entry.id: line(entry.lead) for entry in view.entries()}
    for kind, title in titles:
        some = [event for event in found if event.kind == kind]
        console.print(f"[bold]{title}[/] ({len(some)})")
        for event in some:
            console.print(f"  {escape(event_line(event))}")
            if event.entry is not None and event.entry in lines:
                console.print(f"    [dim]{short(event.entry)}  {escape(lines[event.entry])}[/]")
    shown = {kind for kind, _ in titles}
    rest = Counter(event.kind for event in found if event.kind not in shown)
    if rest:
        counts = ", ".join(f"{kind} {n}" for kind, n in sorted(rest.items()))
        console.print(f"not listed: {counts} (--kind all shows them)")


def event_line(event: Event) -> str:
    """Say an event in one line: when it was entered, what, and when its source said so."""
    if event.decision is not None:
        decision = event.decision.decision
        words = f"{decision.author} {decision_words(decision)}: {decision.reason}"
        words += f"  [{short(event.decision.id)}]"
    else:
        words = event.words if event.on is None else f"{event.words} (published {event.on})"
        if event.former is not None:
            words += f": {line(event.former)}  [{short(event.former.id)}]"
    if event.taken_back is not None:
        words += f"  - taken back by {short(event.taken_back)}"
    return f"{event.entered:%Y-%m-%d %H:%M}  {words}"


def event_json(event: Event) -> dict[str, Any]:
    """Write an event as JSON."""
    item = event.decision
    return {
        "kind": event.kind,
        "entered": event.entered.isoformat(),
        "on": None if event.on is None else event.on.isoformat(),
        "words": event.words,
        "entry": event.entry,
        "source": event.source,
        "claims": sorted(event.claims) if item is not None or event.kind != "reading" else [],
        "decision": None if item is None else item.id,
        "by": None if item is None else item.decision.author,
        "reason": None if item is None else item.decision.reason,
        "value": None if item is None else item.decision.value,
        "taken_back": event.taken_back,
        "former": None if event.former is None else event.former.values(),
    }


def _json(rows: Iterable[dict[str, Any]]) -> int:
    sys.stdout.write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")
    return 0


def history(name: str, book: str, clocks: tuple[datetime | None, date | None], form: str) -> int:
    """Print everything that happened to an entry, claim, source or point, in order."""
    with Ledger.open(book) as ledger:
        view = ledger.about(name, *clocks, fold=fold)
        try:
            title, found = told_of(view, name)
        except LedgerError:
            check_not_redacted(view, name)
            raise
        if form == "json":
            return _json(event_json(event) for event in found)
        console = results()
        console.print(f"[bold]{escape(title)}[/]")
        for event in found:
            console.print(f"  {escape(event_line(event))}  [dim]({event.kind})[/]")
        if is_point(name):
            console.print(f"  {status_line(view, name)}")
    return 0


def told_of(view: View, name: str) -> tuple[str, list[Event]]:
    """Give the title of an entry, claim, source or point, and its events; raises LedgerError."""
    every = view.events()
    if is_point(name):
        return told_of_point(view, name, every)
    if name.startswith("sha256:") or _is_source(view, name):
        source = view.source(name)
        title = (
            f"{short(source.snapshot.id)}  {source.sightings[0].title or source.sightings[0].ref}"
        )
        return title, [e for e in every if e.source == source.snapshot.id and e.kind != "told"]
    try:
        found = view.find(name)
    except LedgerError:
        gone = [one.claim for one in view.former() if is_named(name, one.claim.id)]
        if len(gone) != 1:
            raise
        found = gone[0]
    names, sources = _about(found)
    return f"{short(found.id)}  {line(found.lead if isinstance(found, Entry) else found)}", [
        e for e in every if _touches(e, names, sources)
    ]


def _is_source(view: View, name: str) -> bool:
    return any(name in (s.ref, s.url) for source in view.sources() for s in source.sightings)


def _about(found: Entry | Claim) -> tuple[set[str], set[str]]:
    """Ids and texts that the history of an entry or claim is made of."""
    claims = found.claims if isinstance(found, Entry) else (found,)
    names = {found.id, *(c.id for c in claims), *(c.known_as for c in claims)}
    return names, {claim.source.id for claim in claims}


def _touches(event: Event, names: set[str], sources: set[str]) -> bool:
    if event.kind in ("source", "sighting"):
        return event.source in sources
    if event.kind == "reading":
        return event.source in sources
    return event.entry in names or bool(event.claims & names)


def reviews(book: str, clocks: tuple[datetime | None, date | None], form: str) -> int:
    """Print what a person should look at again, old and new side by side."""
    with Ledger.open(book) as ledger:
        view = view_of(ledger, *clocks)
        found = view.reviews()
        if form == "json":
            return _json(review_json(review) for review in found)
        lines = {entry.id: line(entry.lead) for entry in view.entries()}
        console = results()
        console.print(f"[bold]To review[/] ({len(found)})")
        for review in found:
            _print_review(console, review, lines)
        if found:
            console.print(
                "`decide accept`, `change` or `reject` of what is listed closes a review; "
                "`decide undo` lets today's reading stand"
            )
    return 0


def _print_review(console: Console, review: Review, lines: dict[str, str]) -> None:
    decision = review.decision.decision
    subject = review.entry or review.claim or decision.target
    console.print(f"  {short(subject)}  {escape(lines.get(subject, ''))}")
    console.print(f"    [yellow]{review.message}[/]")
    console.print(
        f"    decided: {decision.at:%Y-%m-%d} {escape(decision.author)} "
        f"{escape(decision_words(decision))}: {escape(decision.reason)}  [dim]"
        f"{short(review.decision.id)}[/]"
    )
    for difference in review.differences:
        before, now = value_words(difference.decided), value_words(difference.now)
        console.print(f"    {difference.field}: decided {escape(before)} | now {escape(now)}")


def review_json(review: Review) -> dict[str, Any]:
    """Write a review as JSON."""
    return {
        "why": review.why,
        "message": review.message,
        "decision": review.decision.id,
        "by": review.decision.decision.author,
        "reason": review.decision.decision.reason,
        "entry": review.entry,
        "claim": review.claim,
        "now": review.now,
        "differences": [
            {"field": d.field, "decided": d.decided, "now": d.now} for d in review.differences
        ],
    }
