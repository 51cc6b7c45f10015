"""``release``, ``diff``, and ``verify`` of a release: a book frozen, checked and compared."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rich.markup import escape

from pledgebook import __version__
from pledgebook.commands.keeping import head_given
from pledgebook.commands.progress import watched
from pledgebook.commands.release_folder import check_free, names, opened, siblings, write
from pledgebook.commands.terminal import messages, results
from pledgebook.exchange.errors import ExchangeError
from pledgebook.exchange.package.differences import KINDS, Change, compare, counts
from pledgebook.exchange.package.files import printed
from pledgebook.exchange.package.freezing import (
    Asked,
    SeenFrom,
    changes_json,
    check_name,
    contents_of,
    frozen,
)
from pledgebook.exchange.package.held import Held
from pledgebook.exchange.package.opened import MANIFEST, Opened, Reader
from pledgebook.exchange.package.values import Cell
from pledgebook.exchange.package.verifying import first_fault
from pledgebook.folding import fold
from pledgebook.ledger.chain import Head
from pledgebook.ledger.copying import head_from_text
from pledgebook.ledger.store import Ledger

#: Changes of each kind that are listed; JSON has all.
MOST_SHOWN = 20
_MEANINGS = {
    "withdrawn": "a source or a decision says since that it was withdrawn",
    "corrected": "an error was corrected",
    "changed": "the world moved on",
    "contradicted": "a source says otherwise since",
    "retold": "another source stands for it, and none says which is right",
    "new": "not in the older release",
    "gone": "not in the newer release",
}


def release(
    name: str, book: str, out: str, since: str | None, seen_from: SeenFrom | None = None
) -> int:
    """Freeze a book, as the two clocks show it, into a folder of its own; the book is only read."""
    folder = Path(out) / check_name(name)
    check_free(folder)
    seen_from = seen_from or SeenFrom()
    with Ledger.open(book) as ledger:
        head = ledger.head()
        before = _before(ledger, Path(out), since, seen_from)
        asked = Asked(name=name, head=head, version=__version__, since=before, seen_from=seen_from)
        held = Held(ledger.view(seen_from.as_of, seen_from.known_by, fold=fold))
        write(folder, watched(_unmoved(ledger, head, frozen(held, asked)), "files made"))
    _tell(folder, before)
    return 0


def _unmoved(
    ledger: Ledger, head: Head, files: Iterator[tuple[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """Give the files, unless the book grew meanwhile: they would not be of one state."""
    yield from files
    if ledger.head() != head:
        raise ExchangeError(
            f"{ledger.book} was written to while it was frozen; nothing was released, run it again"
        )


def _before(ledger: Ledger, out: Path, since: str | None, seen_from: SeenFrom) -> Opened | None:
    """The release to compare with: the one given, else the newest of this book beside the new one.

    What was seen from another day than its own is only compared where somebody asks for it: what
    it lacks was not taken out of the book.

    Raises ExchangeError where the one given is of another book, or of a later state.
    """
    if since is not None:
        given = opened(since)
        if not ledger.holds(_head(given)):
            raise ExchangeError(
                f"{since}: its ledger head (row {given.manifest.rows}) is not in {ledger.book}; "
                "compare releases of two books with `pledgebook diff`"
            )
        return given
    if not seen_from.is_present:
        return None
    own = [one for one in siblings(out) if ledger.holds(_head(one)) and not _is_of_a_day(one)]
    return max(own, key=lambda one: (one.manifest.rows, one.manifest.name), default=None)


def _is_of_a_day(one: Opened) -> bool:
    return one.manifest.data.get("seen_from") is not None


def _head(one: Opened) -> Head:
    return Head(seq=one.manifest.rows, hash=one.manifest.head)


def _tell(folder: Path, before: Opened | None) -> None:
    made = opened(str(folder))
    told = made.manifest.data
    rows = ", ".join(f"{n} {name}" for name, n in made.manifest.tables.items())
    results().print(escape(f"{folder}: {rows}"))
    if before is None:
        results().print("no release of this book before it to compare with (--since names one)")
    else:
        results().print(escape(f"since {before.manifest.name}: {_counted(told['changes'])}"))
    results().print(f"inputs not read: {len(told['not_read'])}")
    for one in told["withheld"]["figures_too_long"]:
        messages().print(f"note {one['claim']}: too many digits for {', '.join(one['fields'])}")
    results().print(f"ledger {made.manifest.rows}:{made.manifest.head}")
    results().print(f"manifest sha256:{_digest(folder)}")


def _digest(folder: Path) -> str:
    return sha256((folder / MANIFEST).read_bytes()).hexdigest()


def _counted(told: dict[str, int]) -> str:
    return ", ".join(f"{n} {kind}" for kind, n in told.items() if n) or "no differences"


def verify(folder: str, head: str | None, book: str | None) -> int:
    """Check a release; with a saved digest or head, and a book, that it is that very release."""
    try:
        made = opened(folder)
        fault = first_fault(made.manifest, names(Path(folder)), _reader(folder))
        wrong = None if fault is None else f"{folder}/{fault.file} {fault.reason}"
    except ExchangeError as error:
        if not (Path(folder) / MANIFEST).is_file():
            raise
        sys.stdout.write(f"{error}\n")
        return 1
    wrong = wrong or _other(folder, made, head) or _not_of(made, book)
    if wrong is not None:
        sys.stdout.write(f"{wrong}\n")
        return 1
    rows = sum(made.manifest.tables.values())
    sys.stdout.write(
        f"{folder}: {len(made.manifest.files) + 1} files, {rows} rows, all as they were released\n"
        f"ledger {made.manifest.rows}:{made.manifest.head}\n"
        f"manifest sha256:{_digest(Path(folder))}\n"
    )
    return 0


def _reader(folder: str) -> Reader:
    return lambda name: (Path(folder) / name).read_bytes()


def _other(folder: str, made: Opened, head: str | None) -> str | None:
    """Compare with what was written down when the release was made."""
    if head is None:
        return None
    head = head_given(head)
    if head.startswith("sha256:"):
        same = head == f"sha256:{_digest(Path(folder))}"
    else:
        same = head_from_text(head) == _head(made)
    return None if same else f"{folder}/{MANIFEST} is not the one that {head} was saved of"


def _not_of(made: Opened, book: str | None) -> str | None:
    if book is None:
        return None
    with Ledger.open(book) as ledger:
        found = ledger.verify(_head(made))
    if found.fault is None:
        return None
    return f"{book}: row {found.fault.seq} {found.fault.reason}; it is not the book released"


def diff(older: str, newer: str, kind: str | None, form: str) -> int:
    """Print what one release made of another, corrections apart from changes."""
    if kind is not None and kind not in KINDS:
        raise ExchangeError(f"there is no kind {kind!r}; choose {', '.join(KINDS)}")
    one, other = opened(older), opened(newer)
    changes = compare(contents_of(one), contents_of(other))
    if other.manifest.rows < one.manifest.rows:
        messages().print(
            escape(f"note {older} is of a later row than {newer}: is the order the one you mean?")
        )
    wanted = [change for change in changes if kind is None or change.kind == kind]
    if form == "json":
        told = changes_json(one, other.manifest.name, wanted)
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return 0
    _print(f"{one.manifest.name} -> {other.manifest.name}", wanted)
    return 0


def _print(title: str, changes: list[Change]) -> None:
    console = results()
    console.print(escape(f"{title}: {_counted(counts(changes))}"))
    for kind in KINDS:
        some = [change for change in changes if change.kind == kind]
        if some:
            console.print(f"\n[bold]{kind}[/] ({len(some)}): {_MEANINGS[kind]}")
        for change in some[:MOST_SHOWN]:
            _print_change(change)
        if len(some) > MOST_SHOWN:
            console.print(f"  and {len(some) - MOST_SHOWN} more; --format json has all")


def _print_change(change: Change) -> None:
    console = results()
    also = f" (also {', '.join(change.also)})" if change.also else ""
    console.print(escape(f"  {change.entry[:14]}  {_line(change)}{also}"))
    if change.reason:
        console.print(escape(f"    {change.reason}"))
    if change.kind in ("new", "gone"):
        return
    for name, old, new in change.fields:
        console.print(escape(f"    {name}: {_shown(old)} -> {_shown(new)}"))
    for event in change.events:
        by = "" if event.by is None else f"{event.by}, "
        why = "" if event.reason is None else f": {event.reason}"
        console.print(escape(f"    ({event.kind}) {by}{event.words}{why}"), style="dim")


def _shown(cell: Cell) -> str:
    return "nothing" if cell is None else printed(cell)[:120]


#: Columns that tell an entry in one line, of whatever kind.
_TELLING = (
    "donors_name", "actors_name", "speaker_name", "actor_name", "proposers_name", "role",
    "action", "event_name", "recipients_name", "amount_currency", "amount_low", "amount_high",
    "items_name", "object", "content", "stage", "published",
)  # fmt: skip


def _line(change: Change) -> str:
    cells = {name: change.values.get(name) for name in _TELLING}
    if cells["amount_low"] == cells["amount_high"]:
        cells["amount_high"] = None
    told = (printed(cell)[:70] for cell in cells.values() if cell is not None)
    return f"{change.values['kind']}: " + " | ".join(told)
