"""The page that a release opens with, for somebody who has never seen one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pledgebook.exchange.package.tables import tables


def text(manifest: Mapping[str, Any], title: str) -> str:
    """Write the page in Markdown."""
    ledger, since = manifest["ledger"], manifest["since"]
    unread, withheld = len(manifest["not_read"]), manifest["withheld"]["claims_without_words"]
    counts = manifest["tables"]
    lines = [
        f"# {title}",
        "",
        "A book of what sources say was promised, frozen at row",
        f"{ledger['rows']:,} of its ledger ({ledger['last_entered'] or 'empty'}).",
        *_seen_from(manifest.get("seen_from")),
        "",
        "| table | rows | what it holds |",
        "|---|---|---|",
        *(f"| `{n}` | {counts[n]['rows']:,} | {table.about} |" for n, table in tables().items()),
        "",
        _FILES,
        "",
        _since_words(manifest["changes"], since),
        "",
        f"Inputs that could not be read: {unread} (`manifest.json` and `problems` name them).",
        f"Claims without words, because their source may only be named: {withheld}.",
        "",
        _VERBS,
    ]
    return "\n".join(lines) + "\n"


_FILES = """\
Every table is in `csv/` and in `parquet/`, with the same rows. `datapackage.json` says of every
column what it means, its unit, what an empty cell means and where it comes from. `manifest.json`
has the counting rules, the quality figures, what was not read, and the digest of every file."""
_VERBS = """\
`pledgebook verify FOLDER` checks that nothing was changed, and `pledgebook diff OLD NEW` compares
two releases; neither needs the book."""


def _seen_from(clocks: Mapping[str, str | None] | None) -> list[str]:
    """Say from which day the book is seen, where it is not frozen as it stands."""
    if clocks is None:
        return []
    told = {"as_of": "It holds what had been entered by", "known_by": "Sources published by"}
    return ["", *(f"{words} {clocks[name]}." for name, words in told.items() if clocks[name])]


def _since_words(changes: Mapping[str, int], since: Mapping[str, Any] | None) -> str:
    if since is None:
        return "There is no release before this one to compare with."
    told = ", ".join(f"{count} {kind}" for kind, count in changes.items() if count)
    return f"Since release {since['name']}: {told or 'no differences'} (`changes.json`)."
