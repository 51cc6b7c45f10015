"""What one release made of another: corrections of errors apart from changes in the world.

| kind | when |
|---|---|
- **withdrawn**: a source or a decision says so since;
- **corrected**: a source corrected itself since, a person changed a value or decided otherwise, or
  the words were read again and read otherwise;
- **changed**: since then a source tells another stage or more money, or a person changed the stage;
- **contradicted**: since then a source says otherwise;
- **retold**: another source stands for it now with other values, and none says which is right;
- **new**, **gone**: only one of the two has it (gone also where its data set no longer has it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pledgebook.exchange.package.files import printed
from pledgebook.exchange.package.pairing import Cells, Contents, pairs
from pledgebook.exchange.package.tables import value_fields
from pledgebook.exchange.package.values import Cell

ChangeKind = Literal["withdrawn", "corrected", "changed", "contradicted", "retold", "new", "gone"]
KINDS: tuple[ChangeKind, ...] = (
    "withdrawn", "corrected", "changed", "contradicted", "retold", "new", "gone",
)  # fmt: skip
_OF_EVENTS: dict[str, ChangeKind] = {
    "withdrawal": "withdrawn",
    "correction": "corrected",
    "change": "changed",
    "contradiction": "contradicted",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event of the later release that the earlier one does not have."""

    kind: str
    day: Cell
    words: str
    by: str | None = None
    reason: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the event."""
        return {name: _json(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry that differs.

    Attributes:
        kind: the first of ``KINDS`` that holds; ``also`` the others.
        entry: its id in the later release, of what is gone in the earlier one.
        before: its id in the earlier release, None for what is new.
        values: the row that tells it: of the later release, of what is gone of the earlier one.
        fields: name, old and new value of each column that differs.
        events: what happened since.
        reason: why it is new or gone, where the releases tell; else empty.
    """

    kind: ChangeKind
    entry: str
    before: str | None
    values: Cells
    fields: tuple[tuple[str, Cell, Cell], ...] = ()
    events: tuple[Happening, ...] = ()
    also: tuple[ChangeKind, ...] = ()
    reason: str = ""

    def to_json(self) -> dict[str, Any]:
        """Write the change."""
        return {
            "kind": self.kind,
            "also": list(self.also),
            "entry": self.entry,
            "before": self.before,
            "entry_kind": self.values["kind"],
            "fields": [
                {"field": name, "before": _json(old), "after": _json(new)}
                for name, old, new in self.fields
            ],
            "events": [event.to_json() for event in self.events],
            "reason": self.reason,
        }


def _json(cell: Cell) -> Any:
    return cell if cell is None or isinstance(cell, (bool, int, float)) else printed(cell)


def compare(older: Contents, newer: Contents) -> tuple[Change, ...]:
    """Give every entry that differs, by kind and id."""
    found: list[Change] = []
    since = _Since(older, newer)
    for pair in pairs(older, newer):
        if pair.before is None:
            assert pair.after is not None
            found.append(_new(pair.after, pair.reason))
        elif pair.after is None:
            found.append(_gone(pair.before, pair.reason or since.why_gone(pair.before)))
        else:
            found.extend(_both(pair.before, pair.after, since))
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.entry)))


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """Count the changes of each kind."""
    by = Counter(change.kind for change in changes)
    return {kind: by[kind] for kind in KINDS}


def _new(row: Cells, reason: str) -> Change:
    fields = tuple((name, None, row[name]) for name in _VALUES if row[name] is not None)
    return Change(
        kind="new", entry=str(row["entry"]), before=None, values=row, fields=fields, reason=reason
    )


def _gone(row: Cells, reason: str) -> Change:
    name = str(row["entry"])
    fields = tuple((field, row[field], None) for field in _VALUES if row[field] is not None)
    return Change(kind="gone", entry=name, before=name, values=row, fields=fields, reason=reason)


_VALUES = tuple(field.name for field in value_fields())


def _both(before: Cells, after: Cells, since: _Since) -> Iterator[Change]:
    differ = tuple(
        (name, before[name], after[name])
        for name in ("standing", "furthest_stage", *_VALUES)
        if before[name] != after[name]
    )
    events = since.of(before, after)
    kinds = _kinds(differ, events)
    if not kinds:
        return
    yield Change(
        kind=kinds[0],
        also=kinds[1:],
        entry=str(after["entry"]),
        before=str(before["entry"]),
        values=after,
        fields=differ,
        events=tuple(since.told(event) for event in events),
        reason=_GONE if kinds[0] == "gone" else "",
    )


_GONE = "the newest release of its data set no longer has it"


def _kinds(
    differ: Sequence[tuple[str, Cell, Cell]], events: Sequence[Cells]
) -> tuple[ChangeKind, ...]:
    standing = next(((old, new) for name, old, new in differ if name == "standing"), (None, None))
    if standing[1] == "gone":
        return ("gone",)
    if standing[0] == "gone":
        return ("new",)
    found = {_OF_EVENTS[str(e["kind"])] for e in events if e["kind"] in _OF_EVENTS}
    if standing[1] == "withdrawn":
        found.add("withdrawn")
    elif standing[0] == "withdrawn":
        found.add("changed")
    if differ and not found:
        found.add("corrected" if events else "retold")
    return tuple(kind for kind in KINDS if kind in found)


class _Since:
    """The events of the later release that the earlier one does not have."""

    def __init__(self, older: Contents, newer: Contents) -> None:
        known = {_key(event, older.known) for event in older.events}
        self._decisions = {row["decision"]: row for row in newer.decisions}
        self._newer = newer
        self._at: dict[str, list[Cells]] = {}
        for event in newer.events:
            if event["taken_back"] is None and _key(event, newer.known) not in known:
                for name in {event["entry"], *newer.claims_of(event)} - {None}:
                    self._at.setdefault(str(name), []).append(event)
        self._older = older

    def of(self, before: Cells, after: Cells) -> list[Cells]:
        """Events that say why the two may differ: no source that merely tells it (again)."""
        names = [str(before["entry"]), str(after["entry"])]
        names += self._older.members.get(names[0], ())
        names += self._newer.members.get(names[1], ())
        found = {e["number"]: e for name in names for e in self._at.get(name, ())}
        return [e for _, e in sorted(found.items()) if _tells(e, self._decisions)]

    def why_gone(self, before: Cells) -> str:
        """Say why an entry is gone, as far as the later release tells; else nothing."""
        name = str(before["entry"])
        every = [name, *self._older.members.get(name, ())]
        found = {e["number"]: e for one in every for e in self._at.get(one, ())}
        told = (e for _, e in sorted(found.items()) if e["kind"] in ("decision", "dropped"))
        return "; ".join(dict.fromkeys(_words(self.told(event)) for event in told))

    def told(self, event: Cells) -> Happening:
        """Give an event with who decided it, and why."""
        decision: Mapping[str, Cell] = self._decisions.get(event["decision"], {})
        by, reason = decision.get("author"), decision.get("reason")
        return Happening(
            kind=str(event["kind"]),
            day=event["day"],
            words=str(event["words"]),
            by=None if by is None else str(by),
            reason=None if reason is None else str(reason),
        )


def _words(one: Happening) -> str:
    if one.by is None:
        return one.words
    return f"{one.by}, {one.words}" + (f": {one.reason}" if one.reason else "")


#: Decisions that leave every value as it was.
_IDLE = ("accept", "unclear", "read_completely", "set_status")


def _tells(event: Cells, decisions: Mapping[Cell, Cells]) -> bool:
    if event["kind"] == "decision":
        return decisions.get(event["decision"], {}).get("action") not in _IDLE
    return event["kind"] in (*_OF_EVENTS, "dropped")


def _key(event: Cells, known: Mapping[str, str]) -> tuple[Any, ...]:
    names = str(event["claims"] or "").split("; ")
    claims = frozenset(known.get(name, name) for name in names)
    return event["kind"], event["decision"], claims if event["decision"] is None else None
